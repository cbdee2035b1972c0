"""Units as sources write them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from materiel.errors import ValueFormatError
from materiel.models.registry import KIND_MODELS, properties
from materiel.seeds import units
from materiel.seeds.units import conversion_factor

PROPERTY_UNITS = sorted({prop.unit for kind in KIND_MODELS for prop in properties(kind).values() if prop.unit})
SAME_DIMENSION = (
    ("m", "ft", "feet", "'", "in", '"', "km", "mi", "nmi", "cm", "metres"),
    ("kg", "lb", "lbs", "t", "tonnes", "metric tons", "short ton", "long tons", "g"),
    ("km/h", "kph", "kn", "kts", "knots", "mph", "m/s", "miles per hour"),
    ("kW", "hp", "shp", "MW"),
    ("kN", "lbf", "kgf", "tf"),
    ("s", "min", "h", "days", "hours"),
    ("m²", "ft²", "sq ft", "sq m"),
)


@pytest.mark.parametrize(
    ("unit", "target", "factor"),
    [
        ("ft", "m", 0.3048),
        ("'", "m", 0.3048),
        ('"', "m", 0.0254),
        ("nautical miles", "km", 1.852),
        ("miles", "km", 1.609344),
        ("mm", "m", 0.001),
        ("lbs", "kg", 0.45359237),
        ("tonnes", "kg", 1000),
        ("metric ton", "t", 1),
        ("short ton", "t", 0.90718474),
        ("long tons", "t", 1.0160469088),
        ("knots", "km/h", 1.852),
        ("mph", "km/h", 1.609344),
        ("m/s", "km/h", 3.6),
        ("hp", "kW", 0.745699872),
        ("PS", "kW", 0.73549875),
        ("lbf", "kN", 0.00444822162),
        ("kgf", "kN", 0.00980665),
        ("tf", "kN", 9.80665),
        ("rounds per minute", "rounds/min", 1),
        ("rpm", "rounds/min", 1),
        ("months", "day", 30.4375),
        ("Mach", "Mach", 1),
    ],
)
def test_units_convert_by_their_definition(unit: str, target: str, factor: float) -> None:
    assert conversion_factor(unit, target) == pytest.approx(factor, rel=1e-8)


@pytest.mark.parametrize("unit", PROPERTY_UNITS)
def test_every_unit_of_a_property_can_be_written(unit: str) -> None:
    assert conversion_factor(unit, unit) == 1
    assert conversion_factor(f" {unit}", unit) == pytest.approx(1)


@pytest.mark.parametrize(
    ("one", "other"),
    [(group[0], other) for group in SAME_DIMENSION for other in group[1:]],
)
def test_there_and_back_is_where_it_began(one: str, other: str) -> None:
    assert conversion_factor(one, other) * conversion_factor(other, one) == pytest.approx(1)


@pytest.mark.parametrize(
    ("one", "other"),
    [(one[0], other[0]) for one in SAME_DIMENSION for other in SAME_DIMENSION if one is not other],
)
def test_units_of_another_dimension_do_not_convert(one: str, other: str) -> None:
    with pytest.raises(ValueFormatError, match="does not convert to"):
        conversion_factor(one, other)


@pytest.mark.parametrize(("written", "unit"), [("HP", "hp"), ("Kts", "kts"), ("KM/H", "km/h"), ("Ft", "ft")])
def test_case_does_not_count_where_it_means_nothing(written: str, unit: str) -> None:
    target = {"hp": "kW", "ft": "m"}.get(unit, "m/s")
    assert conversion_factor(written, target) == conversion_factor(unit, target)


def test_case_counts_where_it_means_another_unit() -> None:
    assert conversion_factor("kN", "lbf") == pytest.approx(224.8, rel=1e-3)
    assert conversion_factor("kn", "km/h") == pytest.approx(1.852)


@pytest.mark.parametrize(
    ("unit", "target"),
    [
        ("ton", "t"),
        ("tons", "kg"),
        ("Tons", "t"),
        ("TON", "t"),
        ("kiloton", "t"),
        ("kilotons", "t"),
        ("nm", "km"),
        ("NM", "km"),
    ],
)
def test_a_unit_that_can_mean_two_things_is_refused(unit: str, target: str) -> None:
    with pytest.raises(ValueFormatError, match="ambiguous"):
        conversion_factor(unit, target)


@pytest.mark.parametrize("unit", ["furlongs per blurb", "", "passengers", "!!", "m m m (", "__import__('os')"])
@pytest.mark.parametrize("target", PROPERTY_UNITS)
def test_what_is_no_unit_is_refused(unit: str, target: str) -> None:
    with pytest.raises(ValueFormatError, match=r"is no unit|does not convert"):
        conversion_factor(unit, target)


@pytest.mark.parametrize("unit", ["Mach", "mach"])
def test_a_mach_number_is_no_speed_and_the_error_says_what_to_use(unit: str) -> None:
    with pytest.raises(ValueFormatError, match="use max_mach"):
        conversion_factor(unit, "km/h")


@given(st.text(max_size=12), st.sampled_from(PROPERTY_UNITS))
def test_any_text_is_a_positive_factor_or_refused(unit: str, target: str) -> None:
    try:
        factor = conversion_factor(unit, target)
    except ValueFormatError:
        return
    assert math.isfinite(factor)
    assert factor > 0


@pytest.mark.parametrize("unit", sorted({unit for group in SAME_DIMENSION for unit in group}))
def test_the_common_units_are_what_the_whole_table_says(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    targets = next(group for group in SAME_DIMENSION if unit in group)
    target = next(found for found in PROPERTY_UNITS if found in targets)
    quick = conversion_factor.__wrapped__(unit, target)
    monkeypatch.setattr(units, "_common_registry", units._registry)
    assert quick == pytest.approx(conversion_factor.__wrapped__(unit, target), rel=1e-12)


@pytest.mark.parametrize(
    ("unit", "target", "factor"),
    [
        ("sq ft", "m²", 0.09290304),
        ("square metres", "m²", 1),
        ("fpm", "m/s", 0.00508),
        ("hours", "h", 1),
        ("million USD", "USD", 1e6),
        ("kilotons", "kiloton", 1),
        ("megaton", "kiloton", 1000),
    ],
)
def test_areas_climb_prices_and_yields_convert(unit: str, target: str, factor: float) -> None:
    assert conversion_factor(unit, target) == pytest.approx(factor, rel=1e-8)
