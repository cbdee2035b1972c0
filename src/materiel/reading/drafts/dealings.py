"""Who has a system, and who gets it from whom: holdings and transfers between states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from materiel.reading.document import Mention
from materiel.reading.drafts.agents import Agents, Named
from materiel.reading.drafts.dates import dates
from materiel.reading.drafts.numbers import NUMBER, number
from materiel.reading.drafts.statements import Statement
from materiel.reading.drafts.subjects import Scene

_QUALIFIERS: Final = (
    r"(?:about|around|some|approximately|roughly|nearly|more than|over|at least|fewer"
    r" than|less than|up to|as many as|between \d+ and)"
)
_COUNT: Final = re.compile(
    rf"(?P<quantity>(?:{_QUALIFIERS} )?(?:{NUMBER}))(?: (?:more|new|used|additional|remaining"
    rf"|of the|of its|modern|second-hand))*(?: \w+-\w+)? $",
    re.I,
)
_ADVERB: Final = r"(?:(?:already|still|now|currently|also|has|have|had|only|once|itself|recently|then) )*"
_SERVICE: Final = (
    r"(?:(?:'s)? (?P<service>[Aa]ir [Ff]orce|[Nn]avy|[Aa]rmy|military|[Aa]ir [Dd]efen[cs]e"
    r" [Ff]orces?|[Mm]arines|[Cc]oast [Gg]uard))?"
)
_HAS: Final = re.compile(
    rf"{_SERVICE} {_ADVERB}(?:operates?|has|have|flies|fly|flown|fields?|keeps?|owns?"
    rf"|maintains?|uses?|grounded its) (?:the |an? |its |a fleet of |in service )?(?=§"
    rf"|{NUMBER}\b|{_QUALIFIERS})",
    re.I,
)
_OWN: Final = re.compile(rf"'s (?:[\w-]+ )?(?=§|{NUMBER}\b|{_QUALIFIERS})", re.I)
_GETS: Final = re.compile(
    rf"{_SERVICE} {_ADVERB}(?:in \d{{4}} )?(?P<verb>ordered|bought|purchased|received"
    rf"|acquired|imported|leased|took delivery of|signed for|agreed to buy|is to buy|will"
    rf" buy|plans to buy|wants to buy|intends to buy|will receive|will order|will acquire"
    rf"|is buying|to buy) (?:the |an? |its |their )?",
    re.I,
)
_GIVES: Final = re.compile(
    rf"{_ADVERB}(?P<verb>sold|supplied|delivered|sent|transferred|exported|donated|gave"
    rf"|shipped|provided|handed over|offered|promised|agreed to sell|will send|will supply"
    rf"|will deliver|is sending) (?:the |an? |its |any |to (?P<to>\w+) )?",
    re.I,
)
_PASSIVE: Final = re.compile(
    r"(?:'?s)? (?:[\w-]+ )?(?:were|was|have been|has been|had been|,)? ?(?P<verb>sold"
    r"|delivered|supplied|exported|donated|transferred|bought|handed over|shipped|sent"
    r"|imported|procured)\b",
    re.I,
)
_STAGES: Final = (
    ("ordered", re.compile(r"ordered|signed for")),
    ("agreed", re.compile(r"agreed|is to buy|promised")),
    ("offered", re.compile(r"offered")),
    ("sought", re.compile(r"will|plans|wants|intends|to buy|is buying|is sending")),
)
_STORED: Final = re.compile(r"^[^,;§]{0,12}?\b(?:in (?:store|storage)|mothballed|in reserve)\b")
_NOT: Final = re.compile(r"\b(?:not|never|neither|nor|cannot|no)\b|n't\b", re.I)
_GAP: Final = re.compile(r"(?:[\w',-]+ ){0,3}?")


@dataclass(frozen=True, slots=True)
class _Deal:
    """A system with how many of it, and where that stands."""

    mention: Mention
    quantity: Any
    start: int


def dealings(scene: Scene, agents: Agents) -> Iterator[Statement]:
    """Yield the holdings and transfers that a sentence states between states that it names."""
    named = agents.states(scene.masked)
    for mention in scene.mentions:
        deal = _deal(scene, mention)
        begin, _ = scene.part(deal.start)
        if _NOT.search(scene.masked, begin, deal.start):
            continue
        yield from _active(scene, deal, named)
        yield from _passive(scene, deal, named)


def _deal(scene: Scene, mention: Mention) -> _Deal:
    start = mention.start
    found = _COUNT.search(scene.masked, max(0, start - 60), start)
    if found is None:
        return _Deal(mention, None, start)
    words = found["quantity"]
    exact = re.fullmatch(NUMBER, words, re.I)
    return _Deal(mention, int(number(words)) if exact else words, found.start())


def _active(scene: Scene, deal: _Deal, named: list[Named]) -> Iterator[Statement]:
    """Read "India has 36 X", "Norland ordered 24 X from the United States", "Russia sold 8 X to Y"."""
    before = [state for state in named if state.end <= deal.start]
    if not before:
        return
    state, text = before[-1], scene.masked
    for rule, pattern in (("has", _HAS), ("'s", _OWN), ("gets", _GETS), ("gives", _GIVES)):
        found = pattern.match(text, state.end + (rule == "gives"))
        if (
            found is None
            or found.end() > deal.mention.start
            or not _GAP.fullmatch(text, found.end(), max(found.end(), deal.start))
        ):
            continue
        if rule in ("has", "'s"):
            yield _holding(scene, deal, state, found.groupdict().get("service"))
        elif rule == "gets":
            giver = _other(scene, named, deal.mention.end, r"(?:[\w ,$.-]{0,25}?)\bfrom (?:the )?$")
            yield _transfer(scene, deal, found["verb"], giver, state)
        else:
            taker = _other(scene, named, deal.mention.end, r"(?:[\w ,-]{0,40}?)\bto (?:the )?$")
            if taker is not None:
                yield _transfer(scene, deal, found["verb"], state, taker)
        return


def _other(scene: Scene, named: list[Named], end: int, words: str) -> Named | None:
    after = next((state for state in named if state.start >= end), None)
    return after if after is not None and re.fullmatch(words, scene.masked[end : after.start]) else None


def _passive(scene: Scene, deal: _Deal, named: list[Named]) -> Iterator[Statement]:
    """Read "8 X were sold to Y by Z in 2004", "X, bought from Y"."""
    found = _PASSIVE.match(scene.masked, deal.mention.end)
    if found is None:
        return
    taker = _other(scene, named, found.end(), r"[\w ,-]{0,20}?\bto (?:the )?$")
    giver = _other(scene, named, found.end(), r"[\w ,-]{0,20}?\b(?:from|by) (?:the )?$")
    if taker is None and giver is None:
        return
    if giver is None and taker is not None:
        giver = _other(scene, named, taker.end, r"[\w ,-]{0,20}?\b(?:from|by) (?:the )?$")
    yield _transfer(scene, deal, found["verb"], giver, taker)


def _holding(scene: Scene, deal: _Deal, state: Named, service: str | None) -> Statement:
    fields: dict[str, Any] = {"operator": state.agent}
    if service:
        fields["service"] = service
    if deal.quantity is not None:
        fields["quantity"] = deal.quantity
    stored = _STORED.search(scene.masked[deal.mention.end :])
    fields["status"] = "stockpiled" if stored else "in service"
    since = re.match(r"s? since ((?:19|20)\d\d)", scene.masked[deal.mention.end :])
    if since:
        fields["from"] = since[1]
    return Statement(deal.mention.system, "holding", fields, state.start, deal.mention.end, "a state has it")


def _transfer(scene: Scene, deal: _Deal, verb: str, giver: Named | None, taker: Named | None) -> Statement:
    fields: dict[str, Any] = {}
    if giver is not None:
        fields["supplier"] = giver.agent
    if taker is not None:
        fields["recipient"] = taker.agent
    if deal.quantity is not None:
        fields["quantity"] = deal.quantity
    days = [day for day in dates(scene.masked) if scene.part(day.start) == scene.part(deal.start)]
    if len(days) == 1:
        fields["date"] = days[0].date
    fields["stage"] = next((stage for stage, words in _STAGES if words.search(verb.lower())), "delivered")
    ends = [place for agent in (giver, taker) if agent for place in (agent.start, agent.end)]
    start, end = min([deal.start, *ends]), max([deal.mention.end, *ends])
    return Statement(deal.mention.system, "transfer", fields, start, end, f"a transfer: {verb.lower()}")
