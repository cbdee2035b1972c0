"""Lists of milestones: "1995 - launched first satellite (Ofeq-3) on Shavit SLV"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from materiel.reading.document import Mention
from materiel.reading.drafts.moments.dates import dates
from materiel.reading.drafts.statements import Statement
from materiel.reading.drafts.subjects.scene import Scene

_ROW: Final = re.compile(r"^\W*(?:the )?(?:(?:1[89]|20)\d\ds?) ?[-:|] ?")
_LAUNCH: Final = re.compile(
    r"\b(?:launch(?:ed|es|ing)?(?! (?:vehicles?|sites?|pads?|cent(?:er|re)s?|complex|facilit|program"
    r"|capabilit|services?|systems?|attempt))"
    r"|placed|placement|put|orbited|lofted)\b",
    re.I,
)
_CLAUSE: Final = re.compile(r"; | and (?=(?:placed|launched|sent|put|completed|tested|unveiled)\b)")
_LAUNCHES: Final = re.compile(r"\blaunch(?:ed|es|ing)?\b(?! vehicle)", re.I)
_ARRIVES: Final = re.compile(
    r"\b(?:orbital position|(?:lunar|Mars|Martian|Venus|solar|Jupiter|asteroid|lunar polar) orbit"
    r"|orbit (?:around|of) (?:the )?(?:Moon|Mars|Venus|Sun)"
    r"|(?:surface|landed|landing)\b)",
    re.I,
)
"""Where a spacecraft came to, perhaps years after its launch."""

_DESTINATION: Final = re.compile(
    r"\b(?:to|for|with|at|visit(?:ed)?|joined|from) (?:the |its |an? )?(?:[\w/-]+ ){0,4}\(?$", re.I
)
"""Before what is flown to, and was there already: "launched crew to space station (...)"."""

_BAD: Final = re.compile(
    r"\b(?:began develop\w+|began work|development of|plans? to|planned|announced|agreed|signed|fail(?:ed"
    r"|ure)|unsuccessful(?:ly)?|attempt(?:ed)?)\b",
    re.I,
)
_SATELLITE: Final = re.compile(
    r"(?:\w*satellites?|\w*sat|probes?|orbiters?(?:/\w+)?|spacecraft|observator(?:y|ies)"
    r"|landers?|rovers?(?: mission)?|spaceplane|capsule|constellation"
    r"|telescope|stations?|modules?|shuttles?|laborator(?:y|ies)|spaceships?"
    r"|payloads?)\b[^()§;]{0,60}\(?(?:§[^()§;]{0,12})*$",
    re.I,
)
_OBJECT: Final = re.compile(r"\blaunched (?:the |its |an? )?(?:first |second |new )?(?:of )?$", re.I)
_SATELLITE_BEHIND: Final = re.compile(
    r"\)?(?: (?!on\b|by\b|aboard\b|and\b)[\w/-]+){0,4}? (?:\w*satellites?|probes?|orbiters?|spacecraft"
    r"|landers?|telescope|observatory)\b",
    re.I,
)
"""A name that stands before its noun: "launched first of Skynet family of satellites"."""

_LAUNCHER_BEFORE: Final = re.compile(
    r"(?:\b(?:on|aboard|using|atop|with)\b(?: (?:an?|its|the|first|new))?(?: [\w/-]+){0,5}? \(?(?:§+ or )?$"
    r"|\b(?:SLVs?\)?|launch vehicles?(?: \(SLV\))?|launchers?|rockets?|boosters?) (?:called"
    r" |named )?\(?(?:§+[^§()]{1,8})?$)",
    re.I,
)
_LAUNCHER_BEHIND: Final = re.compile(
    r"\)? (?:(?!on\b|aboard\b|by\b|using\b|with\b|from\b)[\w-]+ ){0,3}?(?:SLV|launch vehicle|rocket"
    r"|launcher|booster)\b"
)
_OUTCOMES: Final = (
    ("shown", re.compile(r"\b(?:unveiled|revealed|displayed|showed)\b", re.I)),
    ("tested", re.compile(r"\b(?:tested|test(?: flight| launch)?s? of|(?:suborbital|flight) tests?)\b", re.I)),
)


def is_milestone(text: str) -> bool:
    """Say whether a table row is an item of a list of years."""
    return _ROW.match(text) is not None


def milestones(scene: Scene) -> Iterator[Statement]:
    """Yield what an item of a list of years says of spacecraft and launch vehicles."""
    row = _ROW.match(scene.masked)
    if row is None:
        return
    days = dates(scene.masked)
    date = days[0].date if days and days[0].start < row.end() else None
    if date is None:
        return
    begin = row.end()
    for stop in _clauses(scene.masked):
        inside = [mention for mention in scene.mentions if begin <= mention.start < stop]
        yield from _clause(
            scene, [m for m in inside if scene.systems[m.system].kind == "spacecraft"], begin, stop, date
        )
        yield from _outcomes(scene, inside, begin, stop, date)
        begin = stop


def _clause(scene: Scene, inside: list[Mention], begin: int, stop: int, date: str) -> Iterator[Statement]:
    clause = scene.masked[begin:stop]
    if not _LAUNCH.search(clause) or _BAD.search(_without_brackets(clause)):
        return
    if _ARRIVES.search(clause) and not _LAUNCHES.search(clause):
        return
    launchers = [m for m in inside if _is_launcher(scene, m, begin)]
    satellites = [m for m in inside if m not in launchers and _is_satellite(scene, m, begin)]
    done: set[str] = set()
    for satellite in satellites:
        if satellite.system in done:
            continue
        done.add(satellite.system)
        start, end = _span(begin, satellite)
        rule = "item of a list of years: satellite"
        yield Statement(satellite.system, "claim", {"launched": {"value": date}}, start, end, rule)
        yield Statement(satellite.system, "event", {"type": "launched", "date": date}, start, end, rule)
        for launcher in {m.system: m for m in launchers if m.start > satellite.start}.values():
            relation = {"type": "launched by", "system": launcher.system}
            yield Statement(satellite.system, "relation", relation, satellite.start, launcher.end, rule)
            break
    if not satellites and re.search(r"\blaunch(?:ed)?\b(?! of satellite| vehicle)", clause, re.I):
        for system, mention in {m.system: m for m in launchers}.items():
            start, end = _span(begin, mention)
            event = {"type": "launched", "date": date}
            yield Statement(system, "event", event, start, end, "item of a list of years: launch vehicle")


def _is_satellite(scene: Scene, mention: Mention, begin: int) -> bool:
    if _DESTINATION.search(scene.masked, begin, mention.start):
        return False
    before = _SATELLITE.search(scene.masked, begin, mention.start)
    object_of = _OBJECT.search(scene.masked, begin, mention.start)
    return before is not None or (
        object_of is not None and _SATELLITE_BEHIND.match(scene.masked, mention.end) is not None
    )


def _clauses(text: str) -> Iterator[int]:
    """Yield where the clauses end. What is built by one and launched by another is one clause."""
    begin = 0
    for found in _CLAUSE.finditer(text):
        if (
            found[0] == "; "
            or _LAUNCH.search(text, begin, found.start())
            or not _BUILT.search(text, begin, found.start())
        ):
            yield found.start()
            begin = found.end()
    yield len(text)


_BUILT: Final = re.compile(r"\b(?:built|made|designed|developed|manufactured|produced)\b", re.I)


def _without_brackets(clause: str) -> str:
    return re.sub(r"\([^()]*\)", "", re.sub(r"\([^()]*\)", "", clause))


def _is_launcher(scene: Scene, mention: Mention, begin: int) -> bool:
    before = _LAUNCHER_BEFORE.search(scene.masked, begin, mention.start)
    return before is not None or _LAUNCHER_BEHIND.match(scene.masked, mention.end) is not None


def _span(begin: int, mention: Mention) -> tuple[int, int]:
    return begin if mention.end - begin < 80 else mention.start, mention.end


def _outcomes(scene: Scene, inside: list[Mention], begin: int, stop: int, date: str) -> Iterator[Statement]:
    clause = _without_brackets(scene.masked[begin:stop])
    for kind, words in _OUTCOMES:
        if words.search(clause):
            for system, mention in {m.system: m for m in inside}.items():
                event: dict[str, Any] = {"type": kind, "date": date}
                yield Statement(system, "event", event, mention.start, mention.end, "item of a list of years")
            return
