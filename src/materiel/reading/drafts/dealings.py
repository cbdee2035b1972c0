"""Who has a system, and who gets it from whom: holdings and transfers between states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from materiel.reading.drafts.agents import Agents
from materiel.reading.drafts.deals import QUALIFIERS, Deal, deals
from materiel.reading.drafts.holdings import holdings, is_stored
from materiel.reading.drafts.statements import Statement
from materiel.reading.drafts.subjects import Scene
from materiel.reading.drafts.transfers import transfers

_NOT: Final = re.compile(r"\b(?:not|never|neither|nor|cannot|no)\b|n't\b", re.I)
_AND: Final = re.compile(
    rf"s?(?: [\w-]+)?(?: in (?:store|storage|service|reserve))?(?:,? and (?:also )?|, )(?:{QUALIFIERS} )?$", re.I
)
"""What stands between two systems that are counted with one verb: "214 X in store and 96 Y"."""


def dealings(scene: Scene, agents: Agents) -> Iterator[Statement]:
    """Yield the holdings and transfers that a sentence states between states that it names."""
    named = agents.states(scene.masked)
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
    return [replace(one, system=deal.system, fields=_beside(scene, one, deal), end=max(one.end, deal.end)) for one in stated]


def _beside(scene: Scene, one: Statement, deal: Deal) -> dict[str, object]:
    fields = {**one.fields, "quantity": deal.quantity}
    if one.table == "holding" and one.fields["status"] in ("in service", "stockpiled"):
        fields["status"] = "stockpiled" if is_stored(scene, deal) else "in service"
    return fields
