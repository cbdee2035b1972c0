"""Who has a system, and who gets it from whom: holdings and transfers between states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from materiel.reading.drafts.agents import Agents, Named
from materiel.reading.drafts.dealings.deals import QUALIFIERS, Deal, deals
from materiel.reading.drafts.dealings.holdings import holdings, is_stored
from materiel.reading.drafts.dealings.transfers import transfers
from materiel.reading.drafts.statements import Statement
from materiel.reading.drafts.subjects.scene import Scene

_NOT: Final = re.compile(r"\b(?:not|never|neither|nor|cannot|no)\b|n't\b", re.I)
_STANDS_FOR: Final = re.compile(
    r"[^\w§]*(?:(?P<state>It|They)\b(?! (?:is|was|are|were)\b)|(?P<the>The)(?= (?:navy|army|air force"
    r"|coast guard|marines)\b))"
)
_NEAR: Final = 12
"""A state that stands so near behind the first words is named with them: "The Indian navy"."""

_REACH: Final = 2
"""So many sentences on "it" may mean a state."""


@dataclass(frozen=True, slots=True)
class LastState:
    """The state that the sentences before spoke of, and the last one that names it."""

    state: str
    ordinal: int


_AND: Final = re.compile(
    rf"s?(?: [\w-]+)?(?: in (?:store|storage|service|reserve))?(?:,? and (?:also )?|, )(?:{QUALIFIERS} )?$", re.I
)
"""What stands between two systems that are counted with one verb: "214 X in store and 96 Y"."""


def dealings(scene: Scene, agents: Agents, last_state: LastState | None = None) -> Iterator[Statement]:
    """Yield the holdings and transfers that a sentence states between states.

    `last_state` is the state that the sentences before spoke of: "it" and "the navy" may mean it.
    """
    named = agents.states(scene.masked)
    meant = _meant(scene, named, last_state)
    if meant is not None and last_state is not None:
        for statement in _dealings(scene, [meant, *named]):
            yield replace(statement, needs=tuple(sorted({*statement.needs, last_state.ordinal})))
    else:
        yield from _dealings(scene, named)


def _meant(scene: Scene, named: list[Named], last_state: LastState | None) -> Named | None:
    """Return the words at the beginning of a sentence that mean the state before: "It ordered", "The navy has"."""
    found = _STANDS_FOR.match(scene.masked)
    if found is None or last_state is None or (named and named[0].end <= found.end() + _NEAR):
        return None
    return Named(last_state.state, *found.span("state" if found["state"] else "the"))


def state_after(scene: Scene, agents: Agents, ordinal: int, before: LastState | None) -> LastState | None:
    """Return the state that a text speaks of after a sentence: the only one it names, or the one before."""
    states = {named.agent for named in agents.states(scene.masked)}
    if len(states) == 1:
        return LastState(states.pop(), ordinal)
    return before if not states and before is not None and ordinal - before.ordinal <= _REACH else None


def _dealings(scene: Scene, named: list[Named]) -> Iterator[Statement]:
    last: tuple[Deal, list[Statement]] | None = None
    for deal in deals(scene) if named else ():
        begin, _ = scene.part(deal.start)
        if _NOT.search(scene.masked, begin, deal.start):
            continue
        found = [*holdings(scene, deal, named), *transfers(scene, deal, named)]
        if not found and last is not None and deal.quantity is not None:
            found = _along(scene, last, deal)
        yield from found
        last = (deal, found) if found else None


def _along(scene: Scene, last: tuple[Deal, list[Statement]], deal: Deal) -> list[Statement]:
    """Return what is said of the system before, of one that is counted beside it."""
    before, stated = last
    if before.quantity is None or not _AND.fullmatch(scene.masked, before.end, deal.start):
        return []
    return [
        replace(one, system=deal.system, fields=_beside(scene, one, deal), end=max(one.end, deal.end)) for one in stated
    ]


def _beside(scene: Scene, one: Statement, deal: Deal) -> dict[str, object]:
    fields = {**one.fields, "quantity": deal.quantity}
    if one.table == "holding" and one.fields["status"] in ("in service", "stockpiled"):
        fields["status"] = "stockpiled" if is_stored(scene, deal) else "in service"
    return fields
