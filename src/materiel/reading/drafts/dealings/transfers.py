"""Who gets a system from whom: ordered, bought, delivered, offered; and the orders that were approved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from materiel.reading.drafts.agents import Named
from materiel.reading.drafts.dealings.deals import ADVERB, SERVICE, Deal, other
from materiel.reading.drafts.moments.dates import dates
from materiel.reading.drafts.statements import Statement
from materiel.reading.drafts.subjects.scene import Scene

_GETS: Final = re.compile(
    rf"{SERVICE}{ADVERB}(?:in \d{{4}} )?(?P<verb>ordered|bought|purchased|received"
    rf"|acquired|imported|leased|took delivery of|taken delivery of|signed for|placed (?:an order|orders) for"
    rf"|signed (?:a (?:contract|deal)|contracts) (?:for|to buy)|agreed to buy|is to buy|will"
    rf" buy|plans to buy|wants to buy|intends to buy|will receive|is to (?:receive|get)|are to receive|will order"
    rf"|will acquire|will get|requested|is buying|to buy|to order) (?:the |an? |its "
    rf"|their |another |of )*"
    r"(?:(?:first|last|last of|remaining|a further|further|batch of|total of) )*",
    re.I,
)
_GIVES: Final = re.compile(
    rf"{ADVERB}(?P<verb>sold|supplied|delivered|sent|transferred|exported|donated|gave"
    rf"|shipped|provided|handed over|offered|promised|pledged|agreed to sell|will (?:send|supply|deliver"
    rf"|donate|sell|give"
    rf"|provide|transfer)|is sending|is to (?:send|supply|deliver)) (?:the |an? |its |any |another |of |last |first "
    rf"|(?P<to>to )?(?P<taker>[A-Z]\w+(?: [A-Z]\w+)?) (?:with )?)*",
)
_PASSIVE: Final = re.compile(
    r"(?:'?s)? (?:[\w-]+ )?(?:were|was|have been|has been|had been|,)? ?(?P<verb>sold"
    r"|delivered|supplied|exported|donated|transferred|bought|handed over|shipped|sent"
    r"|imported|procured|ordered)\b",
    re.I,
)
_NOUN: Final = re.compile(
    r"\b(?P<noun>sale|delivery|export|transfer|donation|supply) of (?:the |an? |up to |its |first |last )*$", re.I
)
_ACT: Final = re.compile(
    r"\b(?P<act>approved|cleared|agreed|signed|authori[sz]ed|announced|proposed|possible|planned|contract)\b[^.;§]{0,30}$",
    re.I,
)
_STAGES: Final = (
    ("ordered", re.compile(r"ordered|signed|placed")),
    ("agreed", re.compile(r"agreed|is to |are to |promised|pledged")),
    ("offered", re.compile(r"offered")),
    ("sought", re.compile(r"will|plans|wants|intends|to buy|to order|is buying|is sending|requested|expects")),
)
_GAP: Final = re.compile(r"(?:[\w',-]+ ){0,3}?")
_ITS: Final = re.compile(r"\b(?:its|their) (?:[\w-]+ ){0,2}$", re.I)
_GIVEN_AWAY: Final = ("sold", "donated", "transferred", "sent", "shipped", "handed over", "exported")


def transfers(scene: Scene, deal: Deal, named: list[Named]) -> Iterator[Statement]:
    """Yield the transfers that a sentence states of what a deal speaks of."""
    before = [state for state in named if state.end <= deal.start]
    found = (_gets(scene, deal, named, before[-1]) or _gives(scene, deal, named, before)) if before else None
    found = found or _of_noun(scene, deal, named) or _passive(scene, deal, named)
    if found is not None:
        yield found


def _gets(scene: Scene, deal: Deal, named: list[Named], state: Named) -> Statement | None:
    found = _GETS.match(scene.masked, state.end)
    if found is None or not _reaches(scene, found.end(), deal):
        return None
    giver = other(scene, named, deal.end, r"(?:[\w ,$.-]{0,25}?)\bfrom (?:the )?$")
    return transfer(scene, deal, found["verb"], giver, state)


def _gives(scene: Scene, deal: Deal, named: list[Named], before: list[Named]) -> Statement | None:
    for place, state in enumerate(before):
        found = _GIVES.match(scene.masked, state.end + 1) or _GIVES.match(scene.masked, state.end)
        if found is None or not _reaches(scene, found.end(), deal):
            continue
        inner = before[place + 1] if len(before) > place + 1 and before[place + 1].end <= found.end() else None
        taker = inner or other(scene, named, deal.end, r"(?:[\w ,-]{0,40}?)\bto (?:the )?$")
        return transfer(scene, deal, found["verb"], state, taker) if taker is not None else None
    return None


def _reaches(scene: Scene, end: int, deal: Deal) -> bool:
    return end <= deal.end and _GAP.fullmatch(scene.masked, min(end, deal.start), deal.start) is not None


def _of_noun(scene: Scene, deal: Deal, named: list[Named]) -> Statement | None:
    """Read "approved the sale of 20 X to Y"."""
    found = _NOUN.search(scene.masked, max(0, deal.start - 80), deal.start)
    taker = other(scene, named, deal.end, r"[\w ,-]{0,30}?\bto (?:the )?$") if found is not None else None
    if found is None or taker is None:
        return None
    acted = _ACT.search(scene.masked, max(0, found.start() - 60), found.start())
    act, noun = acted["act"].lower() if acted else "", found["noun"].lower()
    if act in ("proposed", "possible", "planned", "announced") or (not act and noun not in ("delivery", "transfer")):
        return None
    before = [state for state in named if state.end <= found.start()]
    verb = "delivered" if not act else "agreed"
    return transfer(scene, deal, verb, before[-1] if len(before) == 1 else None, taker)


def _passive(scene: Scene, deal: Deal, named: list[Named]) -> Statement | None:
    """Read "8 X were sold to Y by Z in 2004", "X, bought from Y", "Iran's three X were delivered by Y"."""
    found = _PASSIVE.match(scene.masked, deal.end)
    if found is None or _ITS.search(scene.masked, 0, deal.start):
        return None
    owner = next((state for state in named if scene.masked[state.end : deal.start] == "'s "), None)
    away = found["verb"].lower() in _GIVEN_AWAY
    taker = other(scene, named, found.end(), r"[\w ,-]{0,20}?\bto (?:the )?$") or (None if away else owner)
    giver = other(scene, named, found.end(), r"[\w ,-]{0,20}?\bfrom (?:the )?$")
    by = other(scene, named, found.end(), r"[\w ,-]{0,20}?\bby (?:the )?$")
    if found["verb"].lower() in ("ordered", "bought", "imported", "procured"):
        taker = taker or by
    else:
        giver = giver or by or (owner if away else None)
    if taker is None and giver is None:
        return None
    if giver is None and taker is not None and taker.start >= deal.end:
        giver = other(scene, named, taker.end, r"[\w ,-]{0,20}?\b(?:from|by) (?:the )?$")
    return transfer(scene, deal, found["verb"], giver, taker)


def transfer(scene: Scene, deal: Deal, verb: str, giver: Named | None, taker: Named | None) -> Statement:
    """Return the statement that a system goes, or is to go, from one state to another."""
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
    start, end = min([deal.start, *ends]), max([deal.end, *ends])
    return Statement(deal.system, "transfer", fields, start, end, f"a transfer: {verb.lower()}", deal.needs)
