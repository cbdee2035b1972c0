"""Who has a system: "India operates 36 X", "X is in service with Y and Z", "Z retired its last X in 2013"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from materiel.reading.drafts.agents import Named
from materiel.reading.drafts.dealings.deals import ADVERB, QUALIFIERS, SERVICE, Deal
from materiel.reading.drafts.moments.dates import dates
from materiel.reading.drafts.quantities.numbers import NUMBER
from materiel.reading.drafts.statements import Statement
from materiel.reading.drafts.subjects.scene import Scene

_HAS: Final = re.compile(
    rf"{SERVICE}{ADVERB}(?:operates?|has|have|flies|fly|flown|fields?|keeps?|owns?|holds?"
    rf"|maintains?|uses?|grounded its) (?:the |an? |its |a (?:total|fleet) of |in service )?(?=§"
    rf"|{NUMBER}\b|{QUALIFIERS})",
    re.I,
)
_OWN: Final = re.compile(
    rf"'s (?:(?:[\w-]+ ){{0,5}}(?:at|of|numbers|has|operates|includes) )?(?:[\w-]+ )?(?=§|{NUMBER}\b"
    rf"|{QUALIFIERS})",
    re.I,
)
_SERVICE_OWN: Final = re.compile(
    r"(?:'s)? (?P<service>air force|navy|army|military|coast guard|marines)'s (?=§|\d|(?:"
    rf"{NUMBER}))",
    re.I,
)
_GAP: Final = re.compile(r"(?:[\w',-]+ ){0,3}?")
_WITH: Final = re.compile(
    r"s?(?: (?:[\w-]+ ){0,3}?)?(?:,? (?:which|that))? ?(?:(?:is|are|remains?|also|still|now|currently"
    r"|currently being) )*"
    r"(?:(?:in (?:active |front-line )?service|serves?|in use|operational) (?:with|in)|operated|flown|used|fielded|held"
    r"|owned|fl(?:y|ies) with)(?: by)? (?:the )?(?:(?:air force|navy|army|military|armed forces"
    r"|air arm)s? of (?:the )?)?$",
    re.I,
)
_LIST: Final = re.compile(r"(?:n?s?)(?: (?:[Aa]ir [Ff]orce|[Nn]avy|[Aa]rmy))?(?:,? and (?:the )?|, (?:the )?)")
_RETIRED: Final = re.compile(
    rf"{SERVICE}{ADVERB}(?:retired|withdrew|withdrawn|phased out|stood down|decommissioned) (?:the |its |all |of )*"
    r"(?:(?:last|remaining|final|old|ageing|aging) )*(?:of (?:the |its ))?",
    re.I,
)
_STORED: Final = re.compile(r"^s?[^,;§]{0,12}?\b(?:in (?:store|storage)|stored|mothballed|in reserve)\b")
_LEAVES: Final = re.compile(r"^s?[^.;§]{0,40}?\b(?:retire|withdr\w+|replac\w+|scrap\w*)\b", re.I)


def holdings(scene: Scene, deal: Deal, named: list[Named]) -> Iterator[Statement]:
    """Yield who has what a deal speaks of."""
    before = [state for state in named if state.end <= deal.start]
    if before and (found := _active(scene, deal, before[-1])):
        yield found
        return
    if before and (found := _retired(scene, deal, before[-1])):
        yield found
        return
    yield from _passive(scene, deal, named)


def _active(scene: Scene, deal: Deal, state: Named) -> Statement | None:
    for pattern in (_HAS, _SERVICE_OWN, _OWN):
        # "Russia's Su-57" may be the one that Russia makes; "India's 36 Rafales" are those it has.
        possessive = pattern is not _HAS and deal.quantity is None
        found = None if possessive else pattern.match(scene.masked, state.end)
        if found is None or found.end() > deal.end:
            continue
        if found.end() <= deal.start and not _GAP.fullmatch(scene.masked, found.end(), deal.start):
            continue
        return holding(scene, deal, state, found.groupdict().get("service"))
    return None


def _retired(scene: Scene, deal: Deal, state: Named) -> Statement | None:
    found = _RETIRED.match(scene.masked, state.end)
    if found is None or not _GAP.fullmatch(scene.masked, min(found.end(), deal.start), deal.start):
        return None
    fields: dict[str, Any] = {"operator": state.agent, "status": "retired"}
    if service := found.groupdict().get("service"):
        fields["service"] = service
    days = [day for day in dates(scene.masked) if day.start >= deal.end]
    if len(days) == 1 and re.fullmatch(r"[^,;]{0,40}", scene.masked[deal.end : days[0].start]):
        fields["to"] = days[0].date
    return _statement(deal, fields, state, "a state retired it")


def _passive(scene: Scene, deal: Deal, named: list[Named]) -> Iterator[Statement]:
    behind = [state for state in named if state.start >= deal.end]
    if not behind or not _WITH.fullmatch(scene.masked, deal.end, behind[0].start):
        return
    place = behind[0].start
    for state in behind:
        if state.start > place and not _LIST.fullmatch(scene.masked, place, state.start):
            return
        place = state.end
        service = re.match(SERVICE, scene.masked[state.end :])
        yield holding(scene, deal, state, service["service"] if service else None)


def holding(scene: Scene, deal: Deal, state: Named, service: str | None) -> Statement:
    """Return the statement that a state has so many of a system."""
    fields: dict[str, Any] = {"operator": state.agent}
    if service:
        fields["service"] = service
    if deal.quantity is not None:
        fields["quantity"] = deal.quantity
    fields["status"] = "stockpiled" if is_stored(scene, deal) else "in service"
    since = re.match(r"s? since ((?:19|20)\d\d)", scene.masked[deal.end :])
    if since:
        fields["from"] = since[1]
    return _statement(deal, fields, state, "a state has it")


def is_stored(scene: Scene, deal: Deal) -> bool:
    """Say whether what a deal counts is in store."""
    return _STORED.search(scene.masked[deal.end :]) is not None


def _statement(deal: Deal, fields: dict[str, Any], state: Named, rule: str) -> Statement:
    start, end = min(deal.start, state.start), max(deal.end, state.end)
    return Statement(deal.system, "holding", fields, start, end, rule, deal.needs)
