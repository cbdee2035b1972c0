"""Numbers that lean on a figure before them: "weighs 62 tonnes, the Leopard 2 55", "has one engine, the MiG-29 two".

The words of the property, and often the unit, stand only with the first of the figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from materiel.models.registry import properties
from materiel.reading.drafts.figures import Figure
from materiel.reading.drafts.quantities.finding import qualified, size
from materiel.reading.drafts.quantities.numbers import NUMBER, number
from materiel.reading.drafts.quantities.quantity import Quantity
from materiel.reading.drafts.subjects.scene import Scene
from materiel.reading.drafts.subjects.subject import Subject

_GAP: Final = re.compile(
    r"(?:'s)?(?: (?:class|boats?|ships?|jets?|tanks?|version))?,? ?(?:(?:has|have|had|carr(?:y|ies)|of|at|with"
    r"|is|are|was"
    r"|were|in at|comes in at|weighs(?: in at)?|only|just|a mere|itself|some|about|nearly|around|up to|over"
    r"|more than|less than|an?) )*"
)
"""What may stand between a system and a number that has no words of its own."""

_BARE: Final = re.compile(
    rf"(?<![\w.,$€£/-])(?P<number>{NUMBER})(?=[.;,)]|$| and (?:the )?§| (?:for|in) (?:the )?§"
    rf"|\?)(?![.,]\d)(?!, \d{{4}}\b)",
    re.I,
)
"""A number with nothing behind it that it could be a number of."""

_BESIDE: Final = re.compile(
    rf"\b(?:compared (?:with|to)|against|versus|as against|and|to|up from|down from) (?P<number>{NUMBER}) "
    r"(?:for|of|in|on|with) (?:the |an? |its )?§",
    re.I,
)
"""A number before the system that it is of: "12,000 tonnes, compared with 9,700 for the Arleigh Burke class"."""

_ALIKE: Final = 5.0
"""Two systems that are set side by side differ by no more than this factor."""

_YEARS: Final = (1900, 2100)
_COMPARED: Final = re.compile(
    r"\b(?:more|less|fewer|longer|heavier|faster|better|later|earlier|older|times)\b(?! than)"
)


def leaning(scene: Scene, read: Sequence[Figure], earlier: Sequence[Figure]) -> Iterator[Figure]:
    """Yield what bare numbers of a sentence are, by the figures of the sentence or of the one before it."""
    known = list(read)
    for figure in _leaning(scene, known, earlier):
        known.append(figure)
        yield figure


def _leaning(scene: Scene, read: Sequence[Figure], earlier: Sequence[Figure]) -> Iterator[Figure]:
    for found in _BARE.finditer(scene.masked):
        before = [mention for mention in scene.mentions if mention.end <= found.start()]
        if not before or not _GAP.fullmatch(scene.masked, before[-1].end, found.start("number")):
            continue
        model = _model(read, earlier, before[-1].start, first=len(before) == 1)
        if model is not None:
            yield from _like(scene, model, found, Subject(before[-1].system))
    for found in _BESIDE.finditer(scene.masked):
        model = _model(read, (), found.start(), first=False)
        behind = next((mention for mention in scene.mentions if mention.start == found.end() - 1), None)
        if model is not None and behind is not None:
            yield from _like(scene, model, found, Subject(behind.system))


def _model(read: Sequence[Figure], earlier: Sequence[Figure], place: int, *, first: bool) -> Figure | None:
    """Return the figure that a number at `place` leans on: the last before it, of this sentence or the one before."""
    inside = [figure for figure in read if figure.quantity.end <= place]
    if inside:
        return inside[-1]
    return earlier[0] if first and len(earlier) == 1 else None


def _like(scene: Scene, model: Figure, found: re.Match[str], subject: Subject) -> Iterator[Figure]:
    value = number(found["number"])
    start, end = found.span("number")
    known = properties(scene.systems[subject.system].kind)
    if subject.system == model.system or model.property not in known or _YEARS[0] <= value <= _YEARS[1]:
        return
    if _COMPARED.search(scene.masked, scene.part(start)[0], start):
        return
    one = replace(
        model.quantity, start=start, figures=start, end=end, low=value, high=value, inches=0.0,
        approximate=False, bound=None, conversion=False,
    )  # fmt: skip
    if _is_alike(one, model.quantity):
        one = qualified(scene.masked, one)
        yield Figure(one, model.property, subject.system, f"{model.rule}; as of the system before")


def _is_alike(one: Quantity, other: Quantity) -> bool:
    if one.dimension == "count":
        return True
    return size(one) <= _ALIKE * size(other) and size(other) <= _ALIKE * size(one)
