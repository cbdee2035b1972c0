"""What happened to a system: tested, shown, lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from materiel.reading.drafts.moments.dates import dates
from materiel.reading.drafts.statements import Statement
from materiel.reading.drafts.subjects.scene import Scene

_BEHIND: Final = (
    (
        "tested",
        re.compile(
            r"(?:'?s)?(?: [\w-]+){0,2}? (?:(?:was|were|has been|had been) (?:successfully )?(?:test-fired"
            r"|tested|test-launched|flight-tested)|(?:flight )?tests? (?:were|was) conducted)\b"
        ),
    ),
    (
        "lost",
        re.compile(
            r"(?:'?s)?(?: [\w-]+){0,2}?(?: with [\w -]{3,30})? (?:(?:was|were|has been|had been)"
            r" (?:shot down|downed|lost|destroyed|sunk)|crashed|sank|went down)\b"
        ),
    ),
    (
        "failed",
        re.compile(
            r"(?:'?s)?(?:,[^,;]{1,30},)?(?: (?:missile|rocket|launch|test))?(?: is reported to have| is said to have)?"
            r" (?:failed|exploded|blew up)\b"
        ),
    ),
    (
        "shown",
        re.compile(
            r"(?:'?s)?(?:,|(?: [\w-]+){0,2}? (?:was|were|has been)) (?:first |publicly )?(?:rolled out|unveiled"
            r"|shown|revealed|paraded|displayed)\b"
        ),
    ),
)
_BEFORE: Final = (
    (
        "tested",
        re.compile(
            r"\b(?:test-fired|tested|test-launched|flight-tested|test-firing of|(?:flight |launch |firing )?tests? of"
            r"|(?:test|test-fire|test[- ]launch|test flight|launching drill) of"
            r"|test[- ]launch(?:es)? of) (?:the |an? |its |two |three )?"
            r"(?:new(?:-type)? |newly developed |improved )?(?:[\w-]+ ){0,2}?(?=§)"
        ),
    ),
    (
        "lost",
        re.compile(
            r"\b(?:shot down|downed|destroyed|lost) (?:the |an? (?:[A-Z]\w+ )?|(?:more than |about |at least"
            r" )?[\w,]+ )?(?=§)"
        ),
    ),
    (
        "shown",
        re.compile(
            r"\b(?:(?:was|were) shown|inspected|viewed) (?:[\w-]+ ){0,3}?(?:including |such as"
            r" |as well as )?(?:the |an? )?(?:§+ (?:and|as well as) (?:the |an? )?)?(?=§)"
        ),
    ),
    (
        "shown",
        re.compile(
            r"\b(?:unveiled|rolled out|paraded|displayed|revealed|showed off|showcased|presented|put on display)"
            r" (?:the |an? |its )?(?:new )?(?=§)"
        ),
    ),
)
_NOT: Final = re.compile(r"\b(?:not|never|neither|nor|no|cannot)\b|n't\b", re.I)


def events(scene: Scene) -> Iterator[Statement]:
    """Yield the events that a sentence tells of systems that it names."""
    for mention in scene.mentions:
        begin, stop = scene.part(mention.start)
        for kind, pattern in _BEHIND:
            if found := pattern.match(scene.masked, mention.end):
                if not _NOT.search(scene.masked, begin, found.end()):
                    yield _event(scene, mention.system, kind, mention.start, found.end(), stop)
                break
        for kind, pattern in _BEFORE:
            before = [
                one for one in pattern.finditer(scene.masked, begin, mention.start + 1) if one.end() == mention.start
            ]
            if before and not _NOT.search(scene.masked, begin, mention.start):
                yield _event(scene, mention.system, kind, before[0].start(), mention.end, stop)
                break


def _event(scene: Scene, system: str, kind: str, start: int, end: int, stop: int) -> Statement:
    fields: dict[str, Any] = {"type": kind}
    days = [day for day in dates(scene.masked) if day.start < stop]
    if len(days) == 1:
        fields["date"] = days[0].date
    return Statement(system, "event", fields, start, end, f"event: {kind}")
