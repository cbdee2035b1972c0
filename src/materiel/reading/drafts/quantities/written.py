"""A quantity as a seed record holds it: in the words of the source where they can be read, else in figures."""

from __future__ import annotations

from typing import Any

from materiel.errors import ValueFormatError
from materiel.models.properties import Property
from materiel.reading.drafts.quantities.quantity import Quantity
from materiel.seeds.plausibility import beyond_kind
from materiel.seeds.values import Value, parse_value, with_qualifiers
from materiel.text.canonical import QUOTE_WORDS, word_count


def value_fields(prop: Property, one: Quantity, stated: str) -> dict[str, Any] | None:
    """Return a value as a seed record holds it: in the source's words where they can be read, else in figures.

    None for what is not of the property's dimension, or cannot be.
    """
    written = written_value(prop, one)
    try:
        meant = with_qualifiers(parse_value(prop, written), None, one.approximate or None, one.bound)
    except ValueFormatError:
        return None
    if beyond_kind(prop, meant) or (prop.value_type == "integer" and meant.low is None and meant.high is None):
        return None
    fields: dict[str, Any] = {"value": written}
    if _reads_as(prop, stated, meant):
        return {"value": stated}
    if word_count(stated) <= QUOTE_WORDS and stated != written:
        fields["as_stated"] = stated
    if one.approximate:
        fields["approximate"] = True
    if one.bound:
        fields["bound"] = one.bound
    return fields


def _reads_as(prop: Property, stated: str, meant: Value) -> bool:
    try:
        value = parse_value(prop, stated)
    except ValueFormatError:
        return False
    same = (value.low, value.high, value.approximate, value.bound)
    return same == (meant.low, meant.high, meant.approximate, meant.bound)


def written_value(prop: Property, one: Quantity) -> str:
    """Write a quantity in figures and a unit that the seeds know."""
    unit = "" if one.unit is None else f" {one.unit}"
    if one.dimension == "mass" and prop.unit == "kN":
        unit = " lbf" if one.unit == "lb" else " kgf"
    inches = f" {_figure(one.inches)} in" if one.inches else ""
    if one.unit == "Mach":
        return f"Mach {_figure(one.low)}" if one.low == one.high else f"{_figure(one.low)}-{_figure(one.high)} Mach"
    if one.low != one.high:
        return f"{_figure(one.low)}-{_figure(one.high)}{unit}"
    return f"{_figure(one.low)}{unit}{inches}"


def _figure(number: float) -> str:
    return str(int(number)) if number.is_integer() else f"{number:.10f}".rstrip("0")
