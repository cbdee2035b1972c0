"""Metric values shown in imperial units. The factors are exact by definition; a test holds them to Pint."""

from __future__ import annotations

from typing import Any, Final

IMPERIAL: Final[dict[str, tuple[str, float]]] = {
    "m": ("ft", 1 / 0.3048),
    "m²": ("sq ft", 1 / 0.3048**2),
    "mm": ("in", 1 / 25.4),
    "km": ("mi", 1 / 1.609344),
    "kg": ("lb", 1 / 0.45359237),
    "t": ("long ton", 1 / 1.0160469088),
    "km/h": ("mph", 1 / 1.609344),
    "m/s": ("ft/s", 1 / 0.3048),
    "kW": ("hp", 1 / 0.7456998715822702),
    "kN": ("lbf", 1 / 0.0044482216152605),
}
"""Imperial unit and factor for each metric unit that has one; others are shown as they are."""

_DIGITS = 4


def in_units(row: dict[str, Any], system: str) -> dict[str, Any]:
    """Return `row` (with `value`, `value_low`, `value_high`, `unit`) in the units of `system`."""
    if system == "metric" or row["unit"] not in IMPERIAL or row["value"] is None:
        return row
    unit, factor = IMPERIAL[row["unit"]]
    low, high = (None if row[end] is None else _rounded(row[end] * factor) for end in ("value_low", "value_high"))
    ends = [plain_number(end) for end in dict.fromkeys((low, high)) if end is not None]
    if not ends:  # "unknown", "none"
        return row
    return {**row, "value": "-".join(ends), "value_low": low, "value_high": high, "unit": unit}


def _rounded(number: float) -> float:
    return float(f"{number:.{_DIGITS}g}")


def plain_number(number: float) -> str:
    """Write a number without an exponent and without zeros that say nothing."""
    return f"{number:.6f}".rstrip("0").rstrip(".")


def amount(row: dict[str, Any]) -> str:
    """Write the value of `row` with its unit."""
    return " ".join(part for part in (row["value"], row["unit"]) if part)
