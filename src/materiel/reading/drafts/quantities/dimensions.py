"""Dimensions set side by side: "83.5 x 11.2 x 3.7 m", "170- by 21-metre", "length/width/height 9 m / 3.3 m / 2.4 m"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from materiel.reading.drafts.quantities.numbers import FIGURES, number
from materiel.reading.drafts.quantities.quantity import Quantity
from materiel.reading.drafts.subjects.scene import Scene
from materiel.reading.drafts.subjects.subject import Subject

_UNIT: Final = r"(?:met(?:er|re)s?|m|feet|foot|ft|cm|mm)"
_BY: Final = r"(?:- ?|(?P<unit{0}>" + _UNIT + r"))? ?(?:[x×*/]|by) ?"
_TRIPLE: Final = re.compile(
    rf"(?<![\w.,/-])(?P<a>{FIGURES}) ?{_BY.format(1)}(?P<b>{FIGURES})(?: ?{_BY.format(2)}(?P<c>{FIGURES}))?"
    rf"[ -]?(?P<unit>{_UNIT})(?![\w/])"
)
_SIZES: Final = {
    "length": ("length_m",),
    "beam": ("beam_m",),
    "breadth": ("beam_m", "width_m"),
    "width": ("width_m", "beam_m"),
    "height": ("height_m",),
    "draught": ("draught_m",),
    "draft": ("draught_m",),
    "diameter": ("diameter_m",),
    "span": ("wingspan_m",),
    "wingspan": ("wingspan_m",),
}
_LABELS: Final = re.compile(
    rf"\b(?P<labels>(?:{'|'.join(_SIZES)})(?: ?(?:[x×*/,]|by) ?(?:{'|'.join(_SIZES)})){{1,2}})\W{{0,5}}$", re.I
)
_USUAL: Final = {
    "surface_ship": ("length_m", "beam_m", "draught_m"),
    "submarine": ("length_m", "beam_m", "draught_m"),
    "armoured_vehicle": ("length_m", "width_m", "height_m"),
    "artillery": ("length_m", "width_m", "height_m"),
}
"""In which order the dimensions of a kind are given where nothing names them."""

_CUE: Final = re.compile(r"\b(?:dimensions|size|measur(?:es|ed|ing)|length|overall)\b[^;.|]{0,30}\W{0,4}$", re.I)
_NOUN: Final = re.compile(
    r" (?:[\w-]+ ){0,3}?(?:ship|vessel|submarine|boat|destroyer|frigate|corvette|carrier|warship)s?\b"
)


@dataclass(frozen=True, slots=True)
class Size:
    """One of several dimensions that stand side by side."""

    quantity: Quantity
    property: str
    subject: Subject


def sizes(scene: Scene) -> Iterator[Size]:
    """Yield the dimensions that a sentence sets side by side."""
    yield from _pairs(scene)
    text = scene.masked
    for found in _TRIPLE.finditer(text):
        units = {found[group] for group in ("unit1", "unit2", "unit") if found[group]}
        subject = scene.subject(found.start(), found.end()) if len(units) == 1 else None
        if subject is None or scene.is_foreign(found.start()):
            continue
        names = _names(text, found, scene.systems[subject.system].kind)
        for group, name in zip("abc", names, strict=False):
            if found[group]:
                yield Size(_quantity(found, group), name, subject)


_PAIR: Final = re.compile(
    rf"\b(?P<what>displacement|speed)\b\W{{0,3}}(?P<a>{FIGURES}) ?/ ?(?P<b>{FIGURES}) ?(?P<unit>tonnes|tons"
    rf"|t|knots|kts?|kn)\b",
    re.I,
)
_PAIRS: Final = {
    ("submarine", "displacement"): ("displacement_surfaced_t", "displacement_submerged_t"),
    ("submarine", "speed"): ("speed_surfaced_kmh", "speed_submerged_kmh"),
    ("surface_ship", "displacement"): ("displacement_standard_t", "displacement_full_load_t"),
}
"""What two figures with a stroke between them are of, in the manner of yearbooks."""


def _pairs(scene: Scene) -> Iterator[Size]:
    for found in _PAIR.finditer(scene.masked):
        subject = scene.subject(found.start(), found.end())
        what = found["what"].lower()
        names = _PAIRS.get((scene.systems[subject.system].kind, what)) if subject else None
        for group, name in zip("ab", names or (), strict=False):
            value, (start, end) = number(found[group]), found.span(group)
            unit, dimension = ("t", "mass") if what == "displacement" else ("knots", "speed")
            if subject is not None:
                yield Size(Quantity(start, start, end, value, value, unit, dimension), name, subject)


def _names(text: str, found: re.Match[str], kind: str) -> tuple[str, ...]:
    given = sum(found[group] is not None for group in "abc")
    if labels := _LABELS.search(text, max(0, found.start() - 60), found.start()):
        words = re.findall("|".join(sorted(_SIZES, key=len, reverse=True)), labels["labels"].lower())
        return tuple(_SIZES[word][kind in _AT_SEA and len(_SIZES[word]) > 1] for word in words[:given])
    if "/" in found[0]:
        return ()
    named = _CUE.search(text, max(0, found.start() - 60), found.start()) or _NOUN.match(text, found.end())
    return _USUAL.get(kind, ()) if named else ()


_AT_SEA: Final = ("surface_ship", "submarine")


def _quantity(found: re.Match[str], group: str) -> Quantity:
    unit = found["unit"]
    short = "ft" if unit[0] == "f" else "m" if unit[:2] in ("m", "me") else unit
    value = number(found[group])
    start, end = found.span(group)
    return Quantity(start, start, end, value, value, short, "length")
