"""Metric values in imperial units."""

from __future__ import annotations

from typing import Any

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from materiel.catalog.units import IMPERIAL, in_units, plain_number
from materiel.models.registry import property_rows

PINT_NAMES = {
    "t": "tonne",
    "long ton": "long_ton",
    "lbf": "force_pound",
    "hp": "horsepower",
    "km/h": "km/hour",
}


def row(unit: str | None, low: float | None, high: float | None, value: str | None = "1") -> dict[str, Any]:
    return {"value": value, "value_low": low, "value_high": high, "unit": unit, "as_stated": "one"}


@pytest.fixture(scope="module")
def registry() -> pint.UnitRegistry[float]:
    return pint.UnitRegistry()


@pytest.mark.parametrize("metric", IMPERIAL)
def test_factors_are_those_of_a_units_library(registry: pint.UnitRegistry[float], metric: str) -> None:
    imperial, factor = IMPERIAL[metric]
    quantity = registry.Quantity(1.0, PINT_NAMES.get(metric, metric))
    assert quantity.to(PINT_NAMES.get(imperial, imperial)).magnitude == pytest.approx(factor, rel=1e-9)


def test_every_metric_unit_with_a_counterpart_is_used_by_a_property() -> None:
    assert set(IMPERIAL) <= {prop.unit for prop in property_rows()}


@given(st.sampled_from(sorted(IMPERIAL)), st.floats(0.01, 1e6))
def test_a_number_is_converted_to_four_digits(unit: str, number: float) -> None:
    shown = in_units(row(unit, number, number), "imperial")
    assert shown["value_low"] == shown["value_high"] == pytest.approx(number * IMPERIAL[unit][1], rel=5e-4)
    assert float(shown["value"]) == pytest.approx(shown["value_low"], rel=5e-4, abs=1e-6)


@pytest.mark.parametrize(
    ("unit", "low", "high", "value"),
    [
        ("m", 3.048, 3.048, "10"),
        ("m", 3.048, 6.096, "10-20"),
        ("km/h", 1609.344, None, "1000"),
        ("km/h", None, 1609.344, "1000"),
        ("t", 3000.0, 3000.0, "2953"),
        ("kg", 100_000_000.0, 100_000_000.0, "220500000"),
    ],
)
def test_ranges_bounds_and_great_numbers_stay_readable(
    unit: str, low: float | None, high: float | None, value: str
) -> None:
    assert in_units(row(unit, low, high), "imperial")["value"] == value


@pytest.mark.parametrize(
    "found",
    [row("m", 1.0, 1.0), row("Mach", 2.0, 2.0), row(None, None, None, "biplane"), row("m", None, None, None)],
)
def test_what_has_no_counterpart_or_is_wanted_in_metric_stays_as_it_is(found: dict[str, Any]) -> None:
    assert in_units(found, "metric") == found
    if found["unit"] not in IMPERIAL or found["value"] is None:
        assert in_units(found, "imperial") == found


def test_a_value_that_is_said_to_be_unknown_stays_as_it_is() -> None:
    found = row("m", None, None, "unknown")
    assert in_units(found, "imperial")["value"] == "unknown"


def test_what_was_stated_is_never_converted() -> None:
    assert in_units(row("m", 1.0, 1.0), "imperial")["as_stated"] == "one"


@pytest.mark.parametrize(("number", "text"), [(1.0, "1"), (0.5, "0.5"), (1e15, "1000000000000000"), (1e-7, "0")])
def test_plain_numbers_have_no_exponent(number: float, text: str) -> None:
    assert plain_number(number) == text
