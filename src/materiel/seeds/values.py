"""Values as sources state them, normalised to the unit and type of a property.

"59 ft 8 in" becomes 18.1864 m, "more than 1,700" a lower bound, "70-80 m" a range. What the source
stated is kept beside the number, with how far its digits leave it open (`slack`).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace

from materiel.errors import ValueFormatError
from materiel.models.properties import Property
from materiel.seeds.dates import parse_date
from materiel.seeds.units import conversion_factor
from materiel.text.canonical import QUOTE_WORDS, canonical, word_count

SIGNIFICANT_DIGITS = 7
"""Digits kept of a converted number: more than any source states, fewer than conversion noise."""

APPROXIMATE_SLACK = 0.05
"""An approximate value can be off by a twentieth."""

_LARGEST = 1e15

ROUNDING_SLACK = 0.025
"""Zeros at the end of "10,000" may be rounding, but no more than a fortieth is taken to be."""

_APPROXIMATE = re.compile(r"(about|approximately|approx\.|around|circa|c\.|ca\.|nearly|some|~)\s*", re.I)
_AT_LEAST = re.compile(r"(more than|at least|over|exceeding|in excess of|not less than|>=|>)\s*", re.I)
_AT_MOST = re.compile(r"(less than|at most|up to|under|not more than|no more than|<=|<)\s*", re.I)
_NUMBER = r"\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_TERM = re.compile(rf"({_NUMBER})\s*([^\d\s-][^\d]*?)?\s*(?=\d|$)")
_RANGE = re.compile(rf"({_NUMBER})\s*([^\d\s-][^\d]*?)?\s*(?:-|to|and)\s*({_NUMBER})(?:\s*([^\d\s-][^\d]*))?")
_MACH = re.compile(rf"(?:Mach|M)\s*({_NUMBER})", re.I)
_JOINED = re.compile(r"(\d)-(?=[a-zA-Z])")
"""The hyphen of "3,000-ton" and "10-passenger"."""
_ABSENT = ("none", "unknown")


@dataclass(frozen=True, slots=True)
class Value:
    """A normalised value. Numbers are in the property's unit; `low` and `high` are None where it has none."""

    value: str
    as_stated: str
    unit: str | None = None
    state: str = "known"
    low: float | None = None
    high: float | None = None
    slack: float | None = None
    earliest: str | None = None
    latest: str | None = None
    approximate: bool = False
    bound: str | None = None


def parse_value(prop: Property, stated: str | float) -> Value:
    """Normalise what a source states for `prop`.

    `stated` is text with any unit that has meaning, or a bare number in the property's own unit. Raises
    `ValueFormatError` for what is no number, no date, or has a unit that does not convert.
    """
    if isinstance(stated, bool):
        raise ValueFormatError("true and false are no values; write words or a number")
    if isinstance(stated, float) and not math.isfinite(stated):
        raise ValueFormatError(f"{stated} is no number")
    if not isinstance(stated, str) and abs(stated) > _LARGEST:
        raise ValueFormatError("the number is larger than anything that is measured")
    return _parse(prop, stated if isinstance(stated, str) else plain(stated), not isinstance(stated, str))


def _parse(prop: Property, stated: str, bare: bool) -> Value:
    text = canonical(stated)
    if not text:
        raise ValueFormatError("the value is empty")
    if (words := len(text.split())) > QUOTE_WORDS:
        raise ValueFormatError(f"the value has {words} words; it may have {QUOTE_WORDS}, as a quote may")
    if text.lower() in _ABSENT:
        return Value(text.lower(), stated, state=text.lower())
    if prop.value_type == "text":
        if bare:
            raise ValueFormatError(f"{prop.label} is words, not a number: write it in quotes")
        return Value(text, stated)
    if prop.value_type == "date":
        found = parse_date(stated)
        return Value(found.text, stated, earliest=found.earliest, latest=found.latest)
    return _number_value(prop, _JOINED.sub(r"\1 ", text), stated)


def _number_value(prop: Property, text: str, stated: str) -> Value:
    approximate, bound, rest = _qualifiers(text)
    first, last, unit, slack = _numbers(prop, rest)
    if prop.value_type == "integer" and (first % 1 or last % 1):
        raise ValueFormatError(f"{stated!r}: {prop.label} counts whole things")
    if first > last:
        raise ValueFormatError(f"{stated!r} ends below where it begins")
    slack = max(slack, APPROXIMATE_SLACK * last) if approximate else slack
    ends = [_shown(end, slack) for end in dict.fromkeys((first, last))]
    return Value(
        "-".join(ends),
        stated,
        unit,
        low=None if bound == "at most" else first,
        high=None if bound == "at least" else last,
        slack=_rounded(slack),
        approximate=approximate,
        bound=bound,
    )


def _qualifiers(text: str) -> tuple[bool, str | None, str]:
    approximate, bound = False, None
    while True:
        if found := _APPROXIMATE.match(text):
            approximate = True
        elif found := _AT_LEAST.match(text):
            bound = "at least"
        elif found := _AT_MOST.match(text):
            bound = "at most"
        else:
            break
        text = text[found.end() :]
    if text.endswith("+") and bound is None:
        return approximate, "at least", text.removesuffix("+")
    return approximate, bound, text


def _numbers(prop: Property, text: str) -> tuple[float, float, str | None, float]:
    """Return lower end, upper end, the unit as stated, and the slack, all in the property's unit."""
    if found := _MACH.fullmatch(text):
        text = f"{found[1]} Mach"
    if found := _RANGE.fullmatch(text):
        unit = (found[4] or found[2] or "").strip() or None
        low, low_slack = _converted(prop, found[1], (found[2] or "").strip() or unit)
        high, high_slack = _converted(prop, found[3], unit)
        return low, high, unit, max(low_slack, high_slack)
    total, slack, position = 0.0, 0.0, 0
    units: list[str | None] = []
    while position < len(text):
        term = _TERM.match(text, position)
        if term is None or (position and not units[-1]):
            raise ValueFormatError(f"{text!r} is no number with a unit")
        value, slack = _converted(prop, term[1], term[2])
        total += value
        units.append(term[2])
        position = term.end()
    if not units or (len(units) > 1 and None in units):
        raise ValueFormatError(f"{text!r} is no number with a unit")
    total = total if prop.value_type == "integer" else _rounded(total)
    return total, total, " ".join(filter(None, units)) or None, slack


def _converted(prop: Property, digits: str, unit: str | None) -> tuple[float, float]:
    digits = digits.replace(",", "").replace(" ", "")
    number = float(digits)
    if number > _LARGEST:
        raise ValueFormatError("the number is larger than anything that is measured")
    if unit is not None and prop.unit is None:
        raise ValueFormatError(f"{prop.label} is a number without a unit, not {digits} {unit}")
    factor = 1.0 if unit is None or prop.unit is None else conversion_factor(unit, prop.unit)
    if prop.value_type == "integer":
        return number, 0.0
    return _rounded(number * factor), _digit_slack(digits) * factor


def _digit_slack(digits: str) -> float:
    """Return half a unit of the last digit that counts: 0.005 for "17.32", 50 for "1600"."""
    whole, _, decimals = digits.partition(".")
    if decimals:
        return float(0.5 * 10 ** -len(decimals))
    zeros = len(whole) - len(whole.rstrip("0"))
    return min(0.5 * 10**zeros, ROUNDING_SLACK * float(digits)) if zeros else 0.5


def _rounded(number: float) -> float:
    return float(f"{number:.{SIGNIFICANT_DIGITS}g}")


def plain(number: float) -> str:
    """Write a number without an exponent and without zeros that say nothing."""
    if float(number).is_integer():
        return str(int(number))
    return f"{number:.10f}".rstrip("0")


def _shown(number: float, slack: float) -> str:
    """Write a number with no more decimals than its slack leaves it: 18.1864 m from "59 ft 8 in" is 18.19."""
    if slack <= 0:
        return plain(number)
    return plain(round(number, max(0, math.ceil(-math.log10(slack)))))


def with_qualifiers(value: Value, as_stated: str | None, approximate: bool | None, bound: str | None) -> Value:
    """Apply what a record says of a value beside its text. Explicit qualifiers go before parsed ones.

    Raises `ValueFormatError` for words that are longer than a quote may be.
    """
    if as_stated is not None:
        if word_count(as_stated) > QUOTE_WORDS:
            raise ValueFormatError(f"as_stated has {word_count(as_stated)} words; it may have {QUOTE_WORDS}")
        value = replace(value, as_stated=as_stated)
    if approximate is False:
        value = replace(value, approximate=False)
    if approximate and not value.approximate:
        top = value.high if value.high is not None else value.low
        slack = None if top is None else max(value.slack or 0.0, _rounded(APPROXIMATE_SLACK * top))
        value = replace(value, approximate=True, slack=slack)
    if bound == "at least":
        value = replace(value, bound=bound, low=value.low if value.low is not None else value.high, high=None)
    elif bound == "at most":
        value = replace(value, bound=bound, high=value.high if value.high is not None else value.low, low=None)
    return value
