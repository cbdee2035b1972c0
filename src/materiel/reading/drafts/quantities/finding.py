"""Quantities with units in a sentence: numbers, ranges, bounds, approximations, feet and inches, conversions.

A conversion, "70,000 pounds (31,500 kilograms)", is the same quantity: the first figure is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from materiel.reading.drafts.quantities.numbers import FIGURES, NUMBER, number
from materiel.reading.drafts.quantities.prices import dollars
from materiel.reading.drafts.quantities.quantity import Quantity
from materiel.reading.drafts.quantities.shared_units import behind_a_state, in_a_list, with_a_state

_UNITS: Final = {
    ("length", "km"): r"kilomet(?:er|re)s?|kms?",
    ("length", "m"): r"met(?:er|re)s?|m",
    ("length", "cm"): r"centimet(?:er|re)s?|cm",
    ("length", "mm"): r"millimet(?:er|re)s?|mm",
    ("length", "ft"): r"feet|foot|ft\.?",
    ("length", "in"): r"inch(?:es)?|in\.",
    ("length", "nmi"): r"nautical[- ]miles?|naut\. miles|n\.? ?miles?|nmi|nm",
    ("length", "mi"): r"(?:statute )?miles?|mi",
    ("mass", "kg"): r"kilogram(?:me)?s?|kilos?|kgs?",
    ("mass", "g"): r"grams?|grammes?",
    ("mass", "short ton"): r"(?:short|US|U\.S\.)[- ]tons?",
    ("mass", "long ton"): r"long[- ]tons?",
    ("mass", "t"): r"tonnes?|metric[- ]tons?|tons?|t",
    ("mass", "lb"): r"pounds?|lbs?\.?",
    ("speed", "km/h"): r"kilomet(?:er|re)s?[- ](?:per|an|a)[- ]hour|kms? (?:per|an) hour|kms? ?/ ?hr?|kph|kmh",
    ("speed", "mph"): r"miles?[- ](?:per|an|a)[- ]hour|mph|m\.p\.h\.",
    ("speed", "knots"): r"knots?(?: (?:per|an) hour)?|kts?\.?|kn",
    ("speed", "ft/min"): r"(?:feet|foot|ft) (?:per|a) minute|ft/min|fpm",
    ("speed", "m/s"): r"met(?:er|re)s? (?:per|a) second|m/s|m/sec",
    ("force", "kN"): r"kilonewtons?|kN",
    ("force", "lbf"): r"pounds?[- ]force|lbf|lbst|lb\.?st|(?:pounds?|lbs?\.?) (?:of )?(?:static )?thrust",
    ("force", "kgf"): r"kilograms?[- ]force|kgf|(?:kilograms?|kg) (?:of )?(?:static )?thrust",
    ("power", "kW"): r"kilowatts?|kW",
    ("power", "MW"): r"megawatts?|MW",
    ("power", "hp"): r"(?:shaft[- ]|brake[- ])?horse[- ]?power|e?shp|bhp|hp",
    ("time", "day"): r"days?",
    ("time", "week"): r"weeks?",
    ("time", "h"): r"hours?|hrs?|h",
    ("time", "s"): r"seconds?|sec",
    ("rate", "rounds/min"): r"(?:rounds?|shots?|shells?) (?:per|a|each) minute|rounds?/min(?:ute)?|rds/min|rpm",
}
_NAMES: Final = {f"u{place}": names for place, names in enumerate(_UNITS)}
_CASED: Final = frozenset(("m", "t", "h"))
"""Units that are written small: 5 M is no length."""

# Longer ones go first: "pounds of thrust" before "pounds".
_ORDER: Final = sorted(_NAMES, key=lambda name: -len(_UNITS[_NAMES[name]]))
_UNIT = "|".join(rf"(?P<{name}>{_UNITS[_NAMES[name]]})" for name in _ORDER)
_ANY_UNIT = "|".join(_UNITS[_NAMES[name]] for name in _ORDER)
_FEET_INCHES = (
    rf"(?P<feet>{FIGURES})(?:[ -]?(?:feet|foot|ft\.?),?|')(?: and)? ?(?P<inches>{FIGURES})(?:(?: "
    rf"|-)(?P<fraction>[1357]/[248]))?(?:[ -]?(?:inch(?:es)?"
    rf"|in\b\.?)|\")"
)
_RANGE = (
    rf"(?:(?P<from>{NUMBER})(?:[- ]?(?P<from_unit>{_ANY_UNIT}))??(?:\+|(?<=[\d\w]) ?(?<![a-z])- ?"
    r"| to | and | or ))?"
)
_QUANTITY = re.compile(
    rf"(?<![\w.,$€£-])(?<!\d/)(?:{_FEET_INCHES}|mach[ -]?(?P<mach>{FIGURES})(?:(?: ?- ?"
    rf"| to )(?:mach )?(?P<mach_to>{FIGURES}))?"
    rf"|(?:(?P<sound>{NUMBER}) times|(?P<twice>twice)) the speed of sound"
    rf"|{_RANGE}(?P<number>{NUMBER})(?P<plus>\+|[- ]plus)?[- ]?(?:{_UNIT}))(?!\w|/[A-Za-z]|-?\d)",
    re.I,
)

_APPROXIMATE = (
    r"about|approximately|approx\.?|around|roughly|some|nearly|almost|circa|c\.|ca\."
    r"|an estimated|estimated|perhaps|maybe|possibly|just about|close to|~|in the (?:region|order"
    r"|neighbou?rhood|area) of"
    r"|on the order of|more or less"
)
_AT_LEAST = (
    r"(?:well |just |slightly |a little )?(?:more than|over|above|farther than|further"
    r" than|longer than|greater than|higher than"
    r"|heavier than|faster than|beyond|upwards? of|north of)|at least|no less than|not less than|no fewer than"
    r"|in excess of|better than"
    r"|exceed(?:s|ed|ing)?|a minimum of|>"
)
_AT_MOST = (
    r"(?:well |just |slightly |a little |a shade )?(?:less than|under|fewer than|below|shorter than)"
    r"|not quite|no more than|not more than|at most"
    r"|no greater than|<"
)
_CEILING = r"(?:of )?up to|as far away as|as (?:many|much|far|long) as|a maximum of|a total of"
_BEFORE = re.compile(
    rf"(?:(?<![\w'])(?:(?P<approximate>{_APPROXIMATE})|(?P<least>{_AT_LEAST})|(?P<most>{_AT_MOST})"
    rf"|(?P<ceiling>{_CEILING})))[ ]?$",
    re.I,
)
_BETWEEN = re.compile(r"\bbetween $", re.I)
_BEHIND = re.compile(
    r" (?:or (?:more|longer|farther|further|greater|higher|heavier|faster)|and (?:more|above|up(?! to))"
    r"|plus(?! [\w-]+))\b",
    re.I,
)
_OR_LESS = re.compile(r" (?:or (?:less|fewer|under|below)|at (?:the )?most)\b", re.I)
_OR_SO = re.compile(r" (?:or so|or thereabouts|give or take|more or less)\b", re.I)
_LOOK_BACK = 30


_UNIT_ALONE = re.compile(_ANY_UNIT, re.I)


def is_unit(word: str) -> bool:
    """Say whether a word is a unit: "tonnes", "km/h"."""
    return _UNIT_ALONE.fullmatch(word) is not None


def quantities(text: str) -> list[Quantity]:
    """Return the quantities in the canonical sentence `text`, in order."""
    found: list[Quantity] = []
    for one in _written(text):
        one = qualified(text, one)
        if found and _restates(text, found[-1], one):
            one = replace(one, conversion=True)
        found.append(one)
    gapped = list(with_a_state(text, found))
    fronted = [one for one in behind_a_state(text, found) if not any(one.figures == other.figures for other in gapped)]
    sums = [qualified(text, one) for one in dollars(text)]
    return sorted([*found, *gapped, *fronted, *in_a_list(text, found), *sums], key=lambda one: one.start)


def _written(text: str) -> Iterator[Quantity]:
    for match in _QUANTITY.finditer(text):
        one = _quantity(match)
        if one is None:
            continue
        if one.start > match.start():
            # "41.5 tonnes and 46.5 tonnes" is no range: the first has been passed over.
            first = (_quantity(other) for other in _QUANTITY.finditer(text, match.start(), one.start))
            yield from (other for other in first if other is not None)
        yield one


def _quantity(match: re.Match[str]) -> Quantity | None:
    start, end = match.span()
    if match["feet"]:
        feet = number(match["feet"])
        return Quantity(
            start, start, end, feet, feet, "ft", "length", number(match["inches"]) + _fraction(match["fraction"])
        )
    if match["mach"]:
        low = number(match["mach"])
        return Quantity(start, start, end, low, number(match["mach_to"] or match["mach"]), "Mach", "mach")
    if match["sound"] or match["twice"]:
        times = number(match["sound"]) if match["sound"] else 2.0
        return Quantity(start, start, end, times, times, "Mach", "mach")
    name = next(name for name in _NAMES if match[name])
    dimension, unit = _NAMES[name], match[name]
    if unit.lower() in _CASED and unit != unit.lower() and not _is_capitals(match.string[max(0, start - 30) : end]):
        return None
    if unit.lower() == "kn":
        # Knots and kilonewtons differ in their capitals alone.
        dimension = ("speed", "knots") if unit == "kn" else ("force", "kN")
    high = number(match["number"])
    low = number(match["from"]) if match["from"] else high
    written = match.string[start : match.start(name)]
    joined = re.search(r" (and|or) ", written)
    if match["from"] and match["from_unit"]:
        low *= _factor(match["from_unit"], dimension)
    if dimension[1] in ("mm", "in") and " - " in written:
        # "1 - 57 mm" is one gun of 57 mm.
        low, start = high, match.start("number")
    either = joined is not None and joined[1] == "or" and match["from_unit"] is not None
    if low > high or either or (joined and joined[1] == "and" and not _BETWEEN.search(match.string, 0, start)):
        # The first number belongs to something else.
        low, start = high, match.start("number")
    bound = "at least" if match["plus"] else None
    ton = unit.lower() in ("ton", "tons")
    return Quantity(start, start, end, low, high, dimension[1], dimension[0], bound=bound, ton=ton)


_CAPITALS = re.compile(r"[A-Z]{3}")


def _is_capitals(text: str) -> bool:
    """Say whether a text is written in capitals, units and all: "LENGTH: 12 M"."""
    return text.isupper() and _CAPITALS.search(text) is not None


def _factor(written: str, dimension: tuple[str, str]) -> float:
    """Return how many of the unit of a dimension one of the unit `written` is: "15 m to 22 km"."""
    units = (
        unit for (kind, unit), names in _UNITS.items() if kind == dimension[0] and re.fullmatch(names, written, re.I)
    )
    unit = next(units, dimension[1])
    return _METRIC.get(unit, 1.0) / _METRIC.get(dimension[1], 1.0)


def _fraction(written: str | None) -> float:
    """Return the value of "1/2"; 0 if nothing is written."""
    above, _, below = (written or "0/1").partition("/")
    return int(above) / int(below)


def qualified(text: str, one: Quantity) -> Quantity:
    """Take the words before and behind a quantity into account: about, more than, at most, or more."""
    start, end, approximate, bound = one.start, one.end, one.approximate, one.bound
    while found := _BEFORE.search(text, max(0, start - _LOOK_BACK), start):
        start = found.start()
        approximate = approximate or found["approximate"] is not None
        bound = bound or ("at least" if found["least"] else "at most" if found["most"] else None)
    if found := _BETWEEN.search(text, max(0, start - 9), start):
        start = found.start()
    if found := _BEHIND.match(text, end):
        end, bound = found.end(), "at least"
    elif found := _OR_LESS.match(text, end):
        end, bound = found.end(), "at most"
    elif found := _OR_SO.match(text, end):
        end, approximate = found.end(), True
    return replace(one, start=start, end=end, approximate=approximate, bound=bound)


_OPENS = re.compile(r"[\w .,-]{0,20}\($")
_GOES_ON = re.compile(r"(?:; |, | or |/| ?/ ?)$")
_SAME = 0.06
"""How far two figures for the same quantity may be apart: one of them is rounded."""

_METRIC: Final = {
    "km": 1000.0, "m": 1.0, "cm": 0.01, "mm": 0.001, "ft": 0.3048, "in": 0.0254, "nmi": 1852.0, "mi": 1609.344,
    "kg": 1.0, "g": 0.001, "short ton": 907.18474, "long ton": 1016.0469, "t": 1000.0, "lb": 0.45359237,
    "km/h": 1.0, "ft/min": 0.018288, "mph": 1.609344, "knots": 1.852, "m/s": 3.6,
    "kN": 1.0, "lbf": 0.00444822, "kgf": 0.00980665, "kW": 1.0, "MW": 1000.0, "hp": 0.7457,
}  # fmt: skip


def size(one: Quantity) -> float:
    """Return the size of a quantity in the metric unit of its dimension, to compare it with another."""
    return one.high * _METRIC.get(one.unit or "", 1.0) + one.inches * 0.0254


def _restates(text: str, before: Quantity, one: Quantity) -> bool:
    between = text[before.end : one.start]
    if before.dimension != one.dimension:
        return _is_force(before, one, between) or (one.dimension == "mach" and between.endswith("("))
    if _OPENS.fullmatch(between) and ")" not in between:
        return True
    alike = abs(size(before) - size(one)) <= _SAME * max(size(before), size(one))
    return before.unit != one.unit and alike and (_GOES_ON.fullmatch(between) is not None or "(" in between)


def _is_force(before: Quantity, one: Quantity, between: str) -> bool:
    return {before.dimension, one.dimension} <= {"force", "mass"} and _OPENS.fullmatch(between) is not None
