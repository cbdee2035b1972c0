"""Values that cannot be are told: out of range for kind or category, or at odds with the system's other figures.

Such a value is kept as it is stated and flagged. It is not adopted unless an editor says why it is right.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from materiel.models.orders import orders
from materiel.models.plausibility import ranges
from materiel.models.properties import Property
from materiel.models.registry import properties
from materiel.seeds.values import Value, plain


class Span(NamedTuple):
    """The least and the greatest that a property of a system is stated to be: numbers, or days (ISO 8601)."""

    least: Any
    greatest: Any


Spans = dict[tuple[str, str], Span]
"""Spans by system and property, of the properties that stand in an order."""

_NUMBERS = Span(-math.inf, math.inf)
_DAYS = Span("", "9999-12-31")


def implausible(kind: str, category: str, name: str, value: Value) -> str | None:
    """Return why a number is outside what is plausible for the kind or the category, or None."""
    prop = properties(kind)[name]
    return beyond_kind(prop, value) or _outside(prop, value, ranges(kind, category).get(name), f" of a {category}")


def beyond_kind(prop: Property, value: Value) -> str | None:
    """Return why a number is outside what is plausible for the kind of the property, or None."""
    return _outside(prop, value, None if prop.low is None or prop.high is None else (prop.low, prop.high), "")


def _outside(prop: Property, value: Value, span: tuple[float, float] | None, whose: str) -> str | None:
    for number in (value.low, value.high):
        if number is not None and span is not None and not span[0] <= number <= span[1]:
            unit = f" {prop.unit}" if prop.unit else ""
            plausible = f"{plain(span[0])} to {plain(span[1])}{unit}"
            return f"{prop.label} {plain(number)}{unit} is outside the plausible {plausible}{whose}"
    return None


def misordered(kind: str, system: str, name: str, value: Mapping[str, Any], spans: Spans) -> str | None:
    """Return why a value is at odds with what is stated of another property of the system, or None.

    `value` holds the columns of a claim. `spans` are those of `stated_spans`.
    """
    own = _span(value) if spans else None
    if own is None:
        return None
    for less, more in orders(kind, name):
        other = spans.get((system, more if name == less else less))
        if other is not None and name == less and own.least > other.greatest:
            return _at_odds(kind, name, value, more, ("more", "later"))
        if other is not None and name == more and own.greatest < other.least:
            return _at_odds(kind, name, value, less, ("less", "earlier"))
    return None


def _at_odds(kind: str, name: str, value: Mapping[str, Any], other: str, words: tuple[str, str]) -> str:
    prop, against = properties(kind)[name], properties(kind)[other]
    stated = f"{prop.label} {value['value']}{f' {prop.unit}' if prop.unit else ''}"
    return f"{stated} is {words[prop.value_type == 'date']} than every {against.label} that is stated"


def stated_spans(values: Iterable[tuple[str, str, Mapping[str, Any]]]) -> Spans:
    """Return, of (system, property, columns of a claim), the span of each property of each system."""
    spans: Spans = {}
    for system, name, value in values:
        own = _span(value)
        if own is not None:
            known = spans.get((system, name), own)
            spans[system, name] = Span(min(known.least, own.least), max(known.greatest, own.greatest))
    return spans


def _span(value: Mapping[str, Any]) -> Span | None:
    """Return what a value can mean, with how far its digits leave it open; None for words and what is not known."""
    if value["state"] != "known":
        return None
    if value["low"] is not None or value["high"] is not None:
        slack = value["slack"] or 0.0
        return Span(
            _NUMBERS.least if value["low"] is None else value["low"] - slack,
            _NUMBERS.greatest if value["high"] is None else value["high"] + slack,
        )
    if value["earliest"] is not None or value["latest"] is not None:
        return Span(value["earliest"] or _DAYS.least, value["latest"] or _DAYS.greatest)
    return None
