"""Things that are counted in a sentence: crew, passengers, engines, stages, tubes, and how many were built."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from materiel.models.registry import properties
from materiel.reading.drafts.numbers import NUMBER, number
from materiel.reading.drafts.quantities import Quantity, qualified
from materiel.reading.drafts.subjects import Scene, Subject

_N: Final = rf"(?<![\w.,$€£/-])(?:(?P<from>{NUMBER})(?: to | or | ?- ?| and ))?(?P<n>{NUMBER})"
_WORD: Final = {"single": 1.0, "twin": 2.0, "double": 2.0, "triple": 3.0}
_QUALIFIER: Final = (
    r"(?:(?:only|just|about|approximately|around|roughly|some|nearly|up to|more than"
    r"|at least|over|between|fewer than|less than) ){0,2}"
)


@dataclass(frozen=True, slots=True)
class _Count:
    rule: str
    property: str
    pattern: re.Pattern[str]
    own: bool = False


def _count(rule: str, name: str, pattern: str, *, own: bool = False) -> _Count:
    return _Count(rule, name, re.compile(pattern, re.I), own)


_BE: Final = r"(?:of|is|are|was|were|numbers?|numbered|comprises?|consists? of|totals?)"
_COUNTS: Final = (
    _count(
        "crew of so many",
        "crew",
        rf"\b(?:crews?|complement|crew size)(?: {_BE})? ?(?:[:|-] ?)?{_QUALIFIER}{_N}\b(?!"
        rf" ?%)",
        own=True,
    ),
    _count(
        "so many crew",
        "crew",
        rf"{_N}(?:-(?:man|person|member|strong))? crew(?:men|members?| members?)?\b(?! (?:chief|rest|hatch"
        rf"|compartment|station))",
        own=True,
    ),
    _count(
        "manned by so many",
        "crew",
        rf"\b(?:manned|crewed|operated|flown|staffed) by (?:a (?:crew|team) of )?{_QUALIFIER}{_N}"
        rf"(?: (?:[\w-]+ )?(?:sailors|crew\w*|people|soldiers|personnel|pilots?|men|airmen|persons"
        rf"|officers|submariners))?\b(?! (?:air|nav|arm|countr|squadron|nation|operator|other|state))",
        own=True,
    ),
    _count(
        "carries so many sailors",
        "crew",
        rf"\b(?:carr(?:y|ies|ying)|accommodat(?:e|es|ing)|hous(?:e|es|ing)) {_QUALIFIER}{_N} (?:sailors"
        rf"|crew ?(?:members|men)?|submariners)\b",
    ),
    _count(
        "seats of a cockpit",
        "crew",
        r"(?:(?<![\w.,-])(?P<n>one|two|1|2)|\b(?P<word>single|twin))[- ]seat(?:er)?\b(?! (?:version"
        r"|variant|trainer|model|derivative))",
    ),
    _count(
        "passengers",
        "passengers",
        rf"\b(?:carr(?:y|ies|ying)|takes?|seats?|seating for|or|accommodat(?:e|es|ing)|hold(?:s|ing)?"
        rf"|transport(?:s|ing)?|for"
        rf"|lifts?|(?:room|space|seats) for|capacity of|deliver) (?:a maximum of |a total of )?{_QUALIFIER}{_N}"
        rf" (?:(?:fully[- ]|combat[- ])?(?:equipped|armed|loaded|combat|seated"
        rf"|ready)[- ](?:and [\w-]+ )?)*(?:passengers|paratroopers|paratroops|troops|soldiers|marines|infantrymen)\b",
    ),
    _count("passengers", "passengers", rf"{_N}-passenger\b"),
    _count("engines", "engines", rf"(?:{_N}|\b(?P<word>single|twin))[- ]engined?\b(?! (?:of|shut|failed|out)\b)"),
    _count(
        "engines",
        "engines",
        rf"(?:\bhas|\bhad|\bhave|\bits|\bby|'s|\bwith|\bof) {_N} (?:[\w§/-]+ ){{0,4}}?(?:engines?"
        rf"|turbofans?|turbojets?|turboprops?|turboshafts?)\b(?! (?:failed|caught|stopped))",
    ),
    _count(
        "engines in a table",
        "engines",
        rf"^\W*(?:number of )?(?:engines?|power ?plants?|propulsion|power)\W? ?[:|-]? ?{_N}(?: ?[x×]"
        rf"|\b)(?! ?[\d,.]|[- ](?:shaft|kw|hp|shp|lb|kn|pound|cylinder|stroke))",
    ),
    _count("stages", "stages", rf"(?:{_N}|\b(?P<word>single))[- ]stages?\b"),
    _count(
        "torpedo tubes",
        "torpedo_tubes",
        rf"{_N} (?:(?:forward|bow|internal|\d{{3}} ?-?(?:mm|millimet(?:er|re)s?)|21-inch)[ -](?:\([^()]*\)"
        rf" )?){{0,2}}torpedo[- ]tubes?\b",
    ),
    _count("torpedo tubes in a table", "torpedo_tubes", rf"^\W*torpedo tubes ?[:|] ?{_N}\b"),
    _count(
        "launch tubes",
        "launch_tubes",
        rf"{_N} (?:[\w-]+ ){{0,2}}?(?:vertical[- ]launch|launch|missile|VLS|vertical launch(?:ing)?"
        rf" system) (?:tubes|cells|silos)\b",
    ),
    _count("hardpoints", "hardpoints", rf"{_N} (?:[\w-]+ ){{0,2}}?(?:hard ?points|pylons)\b(?! on each)"),
    _count("hardpoints in a table", "hardpoints", rf"^\W*hard ?points ?[:|] ?{_N}\b"),
    _count("tubes", "tubes", rf"{_N}[- ](?:tubes?|barrels?|barrell?ed)\b"),
    _count(
        "ammunition carried",
        "ammunition_carried",
        rf"{_N} (?:rounds|shells|rockets) (?:are |is |being )?(?:carried|on ?board|stowed"
        rf"|of ammunition)|(?:carr(?:y|ies)|stows?|holds?) {_QUALIFIER}{_N} (?:rounds|rockets"
        rf"|shells)\b".replace("(?P<from>", "(?:", 1).replace("(?P<n>", "(?P<m>", 1),
    ),
    _count(
        "number built",
        "number_built",
        rf"{_N} (?:[\w§'-]+ ){{0,3}}?(?:were|was|have been|has been|had been|are (?:thought"
        rf"|believed|said|estimated|reported) to have been|to have been) "
        rf"(?:built|produced|completed|manufactured|made|constructed)\b",
    ),
    _count(
        "number built",
        "number_built",
        rf"\b(?:built|produced|manufactured|completed|made) (?:a total of )?{_QUALIFIER}{_N} (?:of (?:the "
        rf"|these |its |them\b)?|[\w-]+ ){{0,2}}§",
    ),
    _count(
        "number built",
        "number_built",
        rf"\b(?:with|total(?:ing|ling)?|,) (?:a total of |some )?{_QUALIFIER}{_N} (?:(?:aircraft|examples"
        rf"|units|airframes|helicopters|tanks|vehicles|guns|boats|submarines|missiles|of them) )?"
        rf"(?:(?:having|had|have) been |ever )?(?:built|produced|manufactured|constructed)\b(?! (?:for|by"
        rf"|under|in|at|at)\b)",
    ),
    _count(
        "number built in a table", "number_built", rf"^\W*(?:total |number )(?:built|produced) ?- ?{_QUALIFIER}{_N}\b"
    ),
    _count(
        "number built", "number_built", rf"\bOf (?:the )?{_N} §+(?:e?s)? (?:ever )?(?:built|produced|made|completed)\b"
    ),
    _count(
        "number built",
        "number_built",
        rf"\b(?:production|output|run) (?:[\w§ ,'-]{{0,40}}? )?(?:ended|ran|totall?ed|stopped"
        rf"|reached|amounted|came)(?: [\w-]+){{0,4}}? (?:after|at|to|with) {_QUALIFIER}{_N}"
        rf" "
        r"(?:aircraft|tanks|units|examples|airframes|vehicles|guns|howitzers|missiles|boats|helicopters|jets|§+)",
    ),
    _count(
        "number built in a table",
        "number_built",
        rf"^\W*(?:number |total )?(?:built|produced) ?[:|] ?{_QUALIFIER}{_N}\b",
    ),
)

_NOT: Final = re.compile(
    r"\b(?:not|never|neither|nor|cannot|no longer|instead of|rather than|withdrew|dropped|scrapped)\b|n't\b", re.I
)
_PARTIAL: Final = re.compile(
    r"\b(?:first|last|planned|proposed|other|another|next|further|more|remaining|these|those|of the) $", re.I
)
_BOUND_WORDS: Final = ("no more than", "not more than", "no fewer than")


def counted(scene: Scene) -> Iterator[tuple[Quantity, str, Subject, str]]:
    """Yield the counts of a sentence: the number, the property, the system, and the rule."""
    seen: set[str] = set()
    for count in _COUNTS:
        for found in count.pattern.finditer(scene.masked):
            one = _number(scene.masked, found)
            if one is None or _is_denied(scene, one):
                continue
            subject = _subject(scene, count, found, one)
            if subject is None or count.property not in properties(scene.systems[subject.system].kind):
                continue
            # Of several counts of one thing ("92 troops or 64 paratroops") the first is meant.
            if (key := f"{count.property} {subject.system}") in seen:
                continue
            seen.add(key)
            yield one, count.property, subject, count.rule


def _number(text: str, found: re.Match[str]) -> Quantity | None:
    groups = found.groupdict()
    if groups.get("word"):
        start, end = found.span("word")
        value = _WORD[found["word"].lower()]
        return Quantity(start, start, end, value, value, None, "count")
    name = "n" if groups.get("n") else "m"
    start, end = found.span(name)
    high = low = number(found[name])
    if groups.get("from") and (name == "n"):
        low, start = number(found["from"]), found.start("from")
    if low > high or not low.is_integer() or not high.is_integer():
        return None
    return qualified(text, Quantity(start, start, end, low, high, None, "count"))


def _is_denied(scene: Scene, one: Quantity) -> bool:
    begin, _ = scene.part(one.start)
    return bool(_NOT.search(scene.masked, begin, one.start) or _PARTIAL.search(scene.masked, 0, one.start))


def _subject(scene: Scene, count: _Count, found: re.Match[str], one: Quantity) -> Subject | None:
    start = found.start() + (len(found[0]) - len(found[0].lstrip()))
    if not count.own and scene.is_foreign(start + 1):
        return None
    if count.own and scene.is_foreign(start) and scene.masked[:start].strip():
        return None
    if count.rule in _ATTRIBUTES:
        if _VERSION.match(scene.masked, found.end()):
            return None
        return scene.subject(start, found.end(), attribute=True)
    return scene.subject(one.start if count.property == "number_built" else start, found.end())


_ATTRIBUTES: Final = ("stages", "engines", "passengers", "seats of a cockpit")
_VERSION: Final = re.compile(r" (?:[\w-]+ )?(?:version|variant|derivative|successor)\b", re.I)
