"""Dates of a system's life: first flight, production, service, laying down, launch, commissioning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from materiel.models.registry import properties
from materiel.reading.drafts.dates import Day, dates
from materiel.reading.drafts.statements import Statement
from materiel.reading.drafts.subjects import Scene, Subject

_GAP: Final = (
    r"(?:(?:,| with| by| at| from| into| as| for| in [A-Z§]| [A-Z§]| \w+ (?:days?|weeks?"
    r"|months?) later|)[^;:]{0,70}?)"
)
"""What may stand between the verb and its date: who took it, and where."""


@dataclass(frozen=True, slots=True)
class _Moment:
    rule: str
    property: str
    event: str | None
    words: re.Pattern[str]


def _moment(rule: str, name: str, event: str | None, words: str) -> _Moment:
    return _Moment(rule, name, event, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.I))


_MOMENTS: Final = (
    _moment(
        "first flight",
        "first_flight",
        "first flown",
        r"first (?:flew|flown)|(?:was|were) flown first|flew first|(?:first|maiden|inaugural|debut) (?:\w+ )?flight"
        r"|flew for (?:the|its) first time(?! (?:since|(?:in|for) [\w ]{0,20}(?:years|months|decades?"
        r"|weeks)))|prototypes? (?:first )?(?:flew|took (?:off|to the))"
        r"|flown for the first time|(?:first )?took to the (?:air|sky|skies)|debuted",
    ),
    _moment(
        "first test",
        "first_tested",
        "tested",
        r"first (?:successfully )?(?:test(?:ed|-fired|-launched| launch(?:ed)?| flight| firing)?"
        r"|flight[- ]test(?:ed)?|launched"
        r"|fired|flown)|(?:first|maiden) (?:flight|launch|(?:flight |test )?(?:test|firing|flight|launch))"
        r"|(?:test-fired|tested|launched|fired|flight-tested) for the first time",
    ),
    _moment(
        "entered service",
        "entered_service",
        None,
        r"(?:entered|enters|entering|enter) (?:\w+ )?service|entry into service|service entry"
        r"|in service since|(?:has|have) (?:served|been flying|been in production) since|went operational"
        r"|into service|in (?:\w+ )?service(?= (?:with|in) [^.;,]{3,40} since )"
        r"|been (?:flown|operated|used)(?= by [^.;,]{3,40} since )|been in (?:\w+ )?service(?=$|[.,;])"
        r"|date (?:deployed|of service)"
        r"|(?:been|is|was|were) (?:deployed|operational|fielded|in use|used) since|(?:became|(?:was|were) declared)"
        r" (?:fully )?operational|initial operat(?:ional|ing) capability"
        r"|(?:first|initially) (?:fielded|deployed|introduced|commissioned|issued)|put into service|saw service from"
        r"|in service(?=:| \|)|years? of (?:introduction|entry into service)|began (?:its |her )?(?:active "
        r"|operational )?service"
        r"|(?:was|were) (?:first )?(?:introduced|fielded|inducted)(?: into service)?|introduced"
        r"|in use since|in operation since|joined (?:the )?(?:[\w§'-]+ ){0,4}?(?:fleet|navy|air force|army"
        r"|forces|service)|(?:operational|service) since"
        r"|entered (?:operational|active|front-line|frontline|military|squadron) (?:service|duty)"
        r"|(?:enter(?:ed|s|ing)?|go(?:es)? into|went into|came into|put into|taken into|accepted into"
        r"|adopted into) (?:\w+ )?(?:service|operation)|introduction|was adopted|were adopted|(?:date"
        r"|year) of introduction",
    ),
    _moment(
        "first produced",
        "first_produced",
        None,
        r"(?:full-rate |serial |series |mass )?(?:production|manufacture"
        r"|manufacturing) (?:of [\w§' -]{1,40}? )?(?:only |first |was )?(?:began"
        r"|initiated|begun|started|starts|commenced|to begin|to start|will begin|will start|is expected"
        r" to begin)"
        r"|years? of production|(?:began|started|commenced) (?:(?:serial|series|mass|full-rate"
        r"|its) )*(?:production|manufacture)"
        r"|(?:entered|went into|enter|put into|put in|placed in) (?:serial |mass |series |full-rate )?production"
        r"|first (?:produced|built|manufactured|made)"
        r"|(?:built|produced|manufactured|made|in production|constructed)(?= (?:there |[\w ]{2,30} )?(?:from|between"
        r"|since|in the years) (?:19|20)| (?:19|20)\d\d ?- ?(?:19|20))|production (?:run|ran|lasted|continued)",
    ),
    _moment(
        "laid down",
        "laid_down",
        "laid down",
        r"laid down|keel (?:[\w§' -]{0,40}? )?(?:was|were) laid(?: down)?|keel laid|keel-laying",
    ),
    _moment(
        "launched",
        "launched",
        "launched",
        r"launched|floated out|slid down the (?:ways|slipway)|left the slipway|(?:placed|put|sent) (?:in"
        r"|into) orbit|(?:placed|put|sent) (?:[\w§() -]{1,80}?"
        r" )?(?:in|into) orbit|(?<!after )launch(?= (?:on|in|date|:|\|))",
    ),
    _moment("commissioned", "commissioned", None, r"commissioned|commissioning|commission(?= )"),
)

_LINK: Final = re.compile(
    rf"(?:\s*[:|]\s*|,? (?:(?:was|took place|came|occurred|followed|is|happened|made|began) )?|{_GAP} )?"
    r"(?:(?:back )?(?:on|in|since|from|between|during|as early as|about|around|until"
    r"|by|only in|again in)? ?(?:about |around |the )?(?:(?:Mon|Tues|Wednes|Thurs|Fri"
    r"|Satur|Sun)day,? )?)$"
)
_FRONT: Final = re.compile(
    r"^\W*(?:(?:Since|In|On|From|By|During|Until|About|Around|Back in|It was (?:in|on))"
    r" )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?$"
)
_NOT: Final = re.compile(
    r"\b(?:not|never|neither|nor|cannot|no|was to have|were to have|withdrew|dropped"
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
    r"|contract|missiles? (?:was|were)|attack|drone attack)\b",
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
    for moment in _MOMENTS:
        for found in moment.words.finditer(scene.masked):
            day = _day(scene, found, days)
            subject = _subject(scene, found) if day is not None else None
            if day is None or subject is None or _is_barred(scene, found, day):
                continue
            yield from _statements(scene, moment, day, subject, found)
            break


def _subject(scene: Scene, found: re.Match[str]) -> Subject | None:
    """Return what the words speak of: in "X put Y into orbit" it is Y."""
    inside = [mention for mention in scene.mentions if found.start() < mention.start and mention.end <= found.end()]
    if inside and "orbit" in found[0]:
        return Subject(inside[-1].system, rule="named in the phrase")
    return scene.subject(found.start(), found.end())


def _statements(scene: Scene, moment: _Moment, day: Day, subject: Subject, found: re.Match[str]) -> Iterator[Statement]:
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
    foreign = scene.is_foreign(found.start()) and not _OF_IT.search(scene.masked, begin, stop)
    return foreign or bool(_NOT.search(before) or _PARTS_OF_IT.search(near))
