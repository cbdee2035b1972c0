"""Dates of a system's life: first flight, production, service, laying down, launch, commissioning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from materiel.models.registry import properties
from materiel.reading.drafts.moments.dates import Day, dates
from materiel.reading.drafts.moments.words import MOMENTS, Moment
from materiel.reading.drafts.quantities.respective import is_respective, listed_systems
from materiel.reading.drafts.statements import Statement
from materiel.reading.drafts.subjects.scene import Scene
from materiel.reading.drafts.subjects.subject import Subject

_GAP: Final = (
    r"(?:(?:,| with| by| at| from| into| as| for| in [A-Z§]| [A-Z§]| \w+ (?:days?|weeks?"
    r"|months?) later|)[^;:]{0,70}?)"
)
"""What may stand between the verb and its date: who took it, and where."""


_LINK: Final = re.compile(
    rf"(?:\s*[:|]\s*|,? (?:(?:was|took place|came|occurred|followed|is|happened|made|began) )?|{_GAP} )?"
    r"(?:(?:back )?(?:on|in|since|from|between|during|as early as|about|around|until"
    r"|by|only in|again in)? ?(?:about |around |the )?(?:(?:Mon|Tues|Wednes|Thurs|Fri"
    r"|Satur|Sun)day,? )?)$"
)
_FRONT: Final = re.compile(
    r"^\W*(?:(?:Since|In|On|From|By|During|Until|About|Around|Back in|It was (?:in|on)|(?:It was )?(?:not"
    r"|only) (?:until|in))"
    r" )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?$"
)
_NOT: Final = re.compile(
    r"\b(?:not(?! until)|never|neither|nor|cannot|no|was to have|were to have|withdrew|dropped"
    r"|cancel+ed|last|since then)\b|n't\b",
    re.I,
)
_WITH_CHANGE: Final = re.compile(
    r" (?:with (?:the|its|an?|new)|over|under|after|in (?:the )?colou?rs|in [A-Z][\w']+ colou?rs|as part) ?"
)
"""A first flight with a new engine, or in other colours, is not the first."""

_IN_FORM: Final = re.compile(r" in (?:its|the) [\w§ -]{1,20} (?:form|version|guise|variant)\b")
_PARTS_OF_IT: Final = re.compile(
    r"\b(?:pressure hull|(?<!-)engine|radar|programme|program|project|museum|report|study"
    r"|contract|missiles? (?:was|were)|attack(?! (?:aircraft|jet|plane|helicopter|submarine|boat|drone))"
    r"|drone attack)\b",
    re.I,
)
_EACH: Final = re.compile(
    r"\b(?:last|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|one boat|final|latest|newest)\b", re.I
)
_OF_A_BOAT: Final = ("laid_down", "launched", "commissioned")
_YEARS: Final = re.compile(r"(\d{4})/\d{4}")
_SPANS: Final = ("first_produced", "entered_service")
"""What began in the first of two years: "built 1947-1991"."""

_AT_SEA: Final = ("submarine", "surface_ship")
_ORDINAL: Final = re.compile(
    r"\b(lead|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:of"
    r" the |in the )?(?:§+|boats?|submarines?|class|hull|unit)",
    re.I,
)
"""Which boat of a class: the dates of one are not those of the class."""


def moments(scene: Scene) -> Iterator[Statement]:
    """Yield the claims and events that a sentence dates."""
    days = dates(scene.masked)
    if not days:
        return
    if is_respective(scene):
        yield from _in_order(scene, days)
        return
    for moment in MOMENTS:
        for found in moment.words.finditer(scene.masked):
            day = _day(scene, found, days)
            subject = _subject(scene, found) if day is not None else None
            if day is None or subject is None or _is_barred(scene, found, day):
                continue
            yield from _statements(scene, moment, day, subject, found)
            break


def _in_order(scene: Scene, days: list[Day]) -> Iterator[Statement]:
    """Yield dates in the order of their systems: "entered service in 1985 and 1983 respectively"."""
    systems = listed_systems(scene)
    for moment in MOMENTS:
        found = moment.words.search(scene.masked)
        if found and len(systems) == len(days) and found.end() <= days[0].start:
            for system, day in zip(systems, days, strict=True):
                yield from _statements(scene, moment, day, Subject(system, rule="in the order of the systems"), found)
            return


_TOLD_OF: Final = re.compile(r" of (?:the |an? |its |their )?(?:new )?§")
"""Behind the noun of a moment: "the maiden flight of the KF-21"."""

_OBJECT_VERB: Final = re.compile(
    r"first (?:successfully )?(?:test\w*|test-fired|test-launched|fired|launched|flew|flown)|launched"
    r"|commissioned|laid down",
    re.I,
)
_OBJECT: Final = re.compile(r" (?:the |an? |its |their |her )?(?:new )?§")
"""Behind a verb that somebody does to the system: "the North first tested the Hwasong-12"."""


def _subject(scene: Scene, found: re.Match[str]) -> Subject | None:
    """Return what the words speak of: in "X put Y into orbit" it is Y."""
    if told := _TOLD_OF.match(scene.masked, found.end()):
        return _named_at(scene, told.end() - 1)
    if _OBJECT_VERB.fullmatch(found[0]) and (thing := _OBJECT.match(scene.masked, found.end())):
        return _named_at(scene, thing.end() - 1)
    inside = [mention for mention in scene.mentions if found.start() < mention.start and mention.end <= found.end()]
    if inside and found[0].endswith(("orbit", "space")):
        return Subject(inside[-1].system, rule="named in the phrase")
    return scene.subject(found.start(), found.end())


def _named_at(scene: Scene, place: int) -> Subject | None:
    named = next((mention for mention in scene.mentions if mention.start == place), None)
    return None if named is None else Subject(named.system, rule="named right behind")


def _statements(scene: Scene, moment: Moment, day: Day, subject: Subject, found: re.Match[str]) -> Iterator[Statement]:
    start, end = min(found.start(), day.start), max(found.end(), day.end)
    rule = f"{moment.rule}; {subject.rule}"
    part = _EACH.search(scene.masked, *scene.part(found.start()))
    kind = scene.systems[subject.system].kind
    began = _YEARS.fullmatch(day.date)
    if began is not None:
        if moment.property not in _SPANS:
            return
        day = replace(day, date=began[1])
    claimed = moment.property in properties(kind)
    if claimed:
        fields = {"value": day.date}
        if moment.property in _OF_A_BOAT and scene.systems[subject.system].level != "individual" and kind in _AT_SEA:
            number = _ORDINAL.search(scene.masked, *scene.part(found.start()))
            if number is None:
                return
            fields["condition"] = f"{number[1].lower()} boat"
        elif part:
            return
        yield Statement(subject.system, "claim", {moment.property: fields}, start, end, rule, subject.needs)
    if moment.event == "tested" and not claimed:
        return
    if claimed and kind in _AT_SEA:
        # What a date of a ship's life says, the claim says already.
        return
    if moment.event is not None and (moment.event != "launched" or kind != "aircraft") and part is None:
        event = {"type": moment.event, "date": day.date}
        yield Statement(subject.system, "event", event, start, end, rule, subject.needs)


def _day(scene: Scene, found: re.Match[str], days: list[Day]) -> Day | None:
    """Return the date that belongs to the words `found`: behind them, or at the front of the sentence."""
    _, stop = scene.part(found.start())
    text = scene.masked
    behind = next((day for day in days if found.end() <= day.start < stop), None)
    if behind is not None:
        between = text[found.end() : behind.start]
        if _WITH_CHANGE.match(between) and "fl" in found[0].lower():
            return None
        if _LINK.fullmatch(between) and not re.search(r"\b(?:and|but|when|after|before|which|who|until)\b", between):
            return behind
    front = days[0]
    if front.end <= found.start() and _FRONT.fullmatch(text, 0, front.start) and len(days) == 1:
        return front
    return None


_OF_IT: Final = re.compile(r"\b(?:keel|prototypes?)\b", re.I)
"""Subjects whose dates are those of the system."""

_NEAR: Final = 40


def _is_barred(scene: Scene, found: re.Match[str], day: Day) -> bool:
    begin, stop = scene.part(found.start())
    before = scene.masked[begin : found.start()]
    near = scene.masked[max(begin, found.start() - _NEAR) : day.end]
    if _IN_FORM.match(scene.masked, day.end):
        return True
    named = _TOLD_OF.match(scene.masked, found.end()) or _OBJECT.match(scene.masked, found.end()) or "§" in found[0]
    foreign = not named and scene.is_foreign(found.start()) and not _OF_IT.search(scene.masked, begin, stop)
    return foreign or bool(_NOT.search(before) or _PARTS_OF_IT.search(near))
