"""Values of properties as linked data: numbers with their units, dates, words."""

from __future__ import annotations

from typing import Any, Final

from materiel.export.nodes import Node, decimal, moment, name, present
from materiel.export.statements import Row

UNIT_CODES: Final = {
    "day": "DAY",
    "kN": "B47",
    "kW": "KWT",
    "kg": "KGM",
    "km": "KMT",
    "km/h": "KMH",
    "m": "MTR",
    "m/s": "MTS",
    "mm": "MMT",
    "s": "SEC",
    "t": "TNE",
}
"""Codes of UN/CEFACT Recommendation 20. It has none for Mach and for rounds per minute."""


def value(states: Row) -> Node:
    """Return the value that a claim states, and its unit, in the words of schema.org.

    A range has a `minValue` and a `maxValue`, and what is "at least" or "at most" so much has one of them.
    """
    if states.get("state", "known") != "known":
        return {"materiel:state": states["state"]}
    exact = exact_value(states)
    low, high = (None, None) if exact is not None else (_number(states, "low"), _number(states, "high"))
    return {
        "schema:value": exact,
        "schema:minValue": low,
        "schema:maxValue": high,
        **unit(states["unit"]),
    }


def exact_value(states: Row) -> Any:
    """Return the one value that a claim states: a date, words or a number. None if it is a range."""
    if states["type"] == "date":
        return moment(states["value"])
    if states["type"] == "text":
        return states["value"]
    return _number(states, "low") if states["low"] == states["high"] else None


def direct_value(entry: Row) -> Any:
    """Return what a system has as a property of its own: nothing where more has to be said to be right."""
    return exact_value(entry) if entry["condition"] is None else None


def unit(symbol: str | None) -> Node:
    """Return a unit: its symbol, and its code where it has one."""
    return {} if symbol is None else {"schema:unitText": symbol, "schema:unitCode": UNIT_CODES.get(symbol)}


def quantity(statement: str, found: Row | None) -> Node | None:
    """Return how many of a system a statement tells of."""
    if found is None:
        return None
    low, high = found["low"], found["high"]
    same = low == high
    return present(
        {
            "@id": name("quantity", statement),
            "@type": "schema:QuantitativeValue",
            "materiel:asStated": found["as_stated"],
            "schema:value": low if same else None,
            "schema:minValue": None if same else low,
            "schema:maxValue": None if same else high,
        }
    )


def _number(states: Row, end: str) -> Any:
    number = states[end]
    if number is None:
        return None
    return int(number) if states["type"] == "integer" else decimal(number)
