"""Things that are counted in a sentence: crew, passengers, engines, stages, tubes, and how many were built."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from materiel.models.registry import properties
from materiel.reading.drafts.counts.count import Count
from materiel.reading.drafts.counts.patterns import COUNTS
from materiel.reading.drafts.quantities.finding import qualified
from materiel.reading.drafts.quantities.numbers import number
from materiel.reading.drafts.quantities.quantity import Quantity
from materiel.reading.drafts.quantities.respective import is_respective, listed_systems
from materiel.reading.drafts.subjects.scene import Scene
from materiel.reading.drafts.subjects.subject import Subject

_WORDS: Final = {
    "single": 1.0, "a single": 1.0, "a": 1.0, "an": 1.0, "twin": 2.0, "tandem": 2.0, "double": 2.0, "a pair of": 2.0,
    "triple": 3.0,
}  # fmt: skip
_NOT: Final = re.compile(
    r"\b(?:not|never|neither|nor|cannot|no longer|instead of|rather than|we wrote|we said|we reported"
    r"|wrongly|incorrectly|mistakenly|misstated|withdrew|dropped|scrapped)\b|n't\b",
    re.I,
)
_PARTIAL: Final = re.compile(
    r"\b(?:first|last|planned|proposed|other|another|next|further|more|remaining|these|those|of the) $", re.I
)
_YEAR: Final = re.compile(
    r"\b(?:in|since|and|until|till|by|from|to|between|during|after|before|of) (?=(?:19|20)\d\d (?!of\b))"
)


def _is_year(text: str, one: Quantity) -> bool:
    """Say whether a number is a year: "between 1959 and 1985 some 11,500 were built"."""
    return any(found.end() == one.figures for found in _YEAR.finditer(text, max(0, one.figures - 10)))


_UNDER: Final = re.compile(r"\b(?:under|below|over|above) $")
_BOUND_WORDS: Final = ("no more than", "not more than", "no fewer than")


def counted(scene: Scene) -> Iterator[tuple[Quantity, str, Subject, str]]:
    """Yield the counts of a sentence: the number, the property, the system, and the rule."""
    found = _in_order(scene) if is_respective(scene) else _counted(scene)
    for one, name, subject, rule in found:
        if name in properties(scene.systems[subject.system].kind):
            yield one, name, subject, rule


def _in_order(scene: Scene) -> Iterator[tuple[Quantity, str, Subject, str]]:
    """Yield two counts in the order of their systems: "have crews of 52 and 54 respectively"."""
    systems = listed_systems(scene)
    if len(systems) != 2:
        return
    for count in COUNTS:
        found = count.pattern.search(scene.masked)
        if found and found.groupdict().get("from") and found.groupdict().get("n") and " and " in found[0]:
            for group, system in zip(("from", "n"), systems, strict=True):
                start, end = found.span(group)
                value = number(found[group])
                one = Quantity(start, start, end, value, value, None, "count")
                yield one, count.property, Subject(system, rule="in the order of the systems"), count.rule
            return


def _counted(scene: Scene) -> Iterator[tuple[Quantity, str, Subject, str]]:
    seen: set[str] = set()
    for count in COUNTS:
        for found, one in _matches(scene.masked, count):
            if _is_denied(scene, one):
                continue
            if count.property in _PEOPLE and _ONE_DAY.search(scene.masked):
                continue
            subject = _subject(scene, count, found, one)
            if subject is None or count.property not in properties(scene.systems[subject.system].kind):
                continue
            # Of several counts of one thing ("92 troops or 64 paratroops") the first is meant.
            if (key := f"{count.property} {subject.system}") in seen:
                continue
            seen.add(key)
            yield one, count.property, subject, count.rule


def _matches(text: str, count: Count) -> Iterator[tuple[re.Match[str], Quantity]]:
    """Yield where the words of a count stand, with the number; a year is passed over."""
    place = 0
    while found := count.pattern.search(text, place):
        one = _number(text, count, found)
        year = one is not None and _is_year(text, one)
        if one is not None and not year:
            yield found, one
        place = max(place + 1, one.end if one is not None and year else found.end())


def _number(text: str, count: Count, found: re.Match[str]) -> Quantity | None:
    groups = found.groupdict()
    if groups.get("word"):
        start, end = found.span("word")
        value = _WORDS[found["word"].lower()]
        return Quantity(start, start, end, value, value, None, "count")
    name = "n" if groups.get("n") else "m"
    start, end = found.span(name)
    high = low = number(found[name])
    if groups.get("from") and name == "n":
        low, start = number(found["from"]), found.start("from")
        if " and " in text[start : found.end(name)] and not text[:start].endswith("between "):
            # "a crew of three and seven soldiers", "in 1956 and 500 were built": two numbers.
            if count.own:
                high, end = low, found.end("from")
            else:
                low, start = high, found.start(name)
    if low > high and "-" in text[start : found.end(name)]:
        # "Fifty-five" is no range.
        low = high = number(text[start : found.end(name)])
    if low > high or not low.is_integer() or not high.is_integer():
        return None
    one = Quantity(start, start, end, low, high, None, "count")
    # "under ten pylons" says where, not how many.
    return one if _UNDER.search(text, 0, start) and count.property == "hardpoints" else qualified(text, one)


_PEOPLE: Final = ("crew", "passengers")
_ONE_DAY: Final = re.compile(
    r"\b(?:kill(?:ed|ing)|died|dead|rescued|surviv\w+|missing|injured|hurt|wounded|ejected|crashed|crash"
    r"|sank|burned|aboard when)\b",
    re.I,
)
"""A crew that was lost or saved is that of one aircraft or ship on one day."""


def _is_denied(scene: Scene, one: Quantity) -> bool:
    begin, _ = scene.part(one.start)
    return bool(_NOT.search(scene.masked, begin, one.start) or _PARTIAL.search(scene.masked, 0, one.start))


def _subject(scene: Scene, count: Count, found: re.Match[str], one: Quantity) -> Subject | None:
    start = found.start() + (len(found[0]) - len(found[0].lstrip()))
    if not count.own and scene.is_foreign(start + 1) and not (count.property == "number_built" and "§" in found[0]):
        return None
    if count.own and scene.is_foreign(start) and scene.masked[:start].strip():
        return None
    if count.attribute:
        if _VERSION.match(scene.masked, found.end()):
            return None
        return scene.subject(start, found.end(), attribute=True)
    return scene.subject(one.start if count.property == "number_built" else start, found.end())


_VERSION: Final = re.compile(r" (?:[\w-]+ )?(?:version|variant|derivative|successor)\b", re.I)
