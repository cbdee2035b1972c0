"""Quantities as sentences write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from materiel.reading.drafts.quantities.finding import quantities
from materiel.reading.drafts.quantities.numbers import number
from materiel.text.canonical import canonical


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "approximate", "bound"),
    [
        ("a range of 3,400 km", 3400, 3400, "km", False, None),
        ("about 70,000 pounds of bombs", 70000, 70000, "lb", True, None),
        ("more than 250 meters", 250, 250, "m", False, "at least"),
        ("under 20 lbs. in all", 20, 20, "lb", False, "at most"),
        ("6,000-plus miles", 6000, 6000, "mi", False, "at least"),
        ("between 400 and 480 kg", 400, 480, "kg", False, None),
        ("1,900 km to 2,200 km", 1900, 2200, "km", False, None),
        ("eight rounds per minute", 8, 8, "rounds/min", False, None),
        ("twenty-four nautical miles", 24, 24, "nmi", False, None),
        ("Mach 2.25", 2.25, 2.25, "Mach", False, None),
        ("a 1,500-horsepower turbine", 1500, 1500, "hp", False, None),
        ("17,000 lbs. of thrust", 17000, 17000, "lbf", False, None),
        ("73.6 short tons", 73.6, 73.6, "short ton", False, None),
        ("up to 600 km", 600, 600, "km", False, None),
    ],
)
def test_numbers_units_and_qualifiers(
    text: str, low: float, high: float, unit: str, approximate: bool, bound: str | None
) -> None:
    (one,) = quantities(text)
    assert (one.low, one.high, one.unit, one.approximate, one.bound) == (low, high, unit, approximate, bound)


def test_feet_and_inches_are_one_quantity() -> None:
    (one,) = quantities("a span of 21 feet, 9 inches")
    assert (one.low, one.inches, one.unit) == (21, 9, "ft")


@pytest.mark.parametrize(
    "text", ["185 feet (56.4 m)", "60 km/h (37 mph)", "40 knots (74 km/h; 46 mph)", "21 inches/533 mm"]
)
def test_a_conversion_is_the_same_quantity(text: str) -> None:
    first, *rest = quantities(text)
    assert not first.conversion
    assert rest
    assert all(one.conversion for one in rest)


def test_another_quantity_in_brackets_is_no_conversion_of_another_dimension() -> None:
    assert [one.conversion for one in quantities("21 m (14,000 kg)")] == [False, False]


@pytest.mark.parametrize("text", ["€2.8 million", "in 2019", "No. 841", "5 M", "the M777", "30 percent", "9:14 a.m."])
def test_what_is_no_quantity(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("words", "value"), [("a dozen", 12), ("twenty-one", 21), ("three hundred", 300), ("2.5 million", 2.5e6)]
)
def test_numbers_in_words(words: str, value: float) -> None:
    assert number(words) == value


@given(st.text(alphabet="0123456789 ,.kmftlbinto-(/)'\"", max_size=60).map(canonical))
def test_quantities_stand_in_the_text_in_order(text: str) -> None:
    found = quantities(text)
    assert all(0 <= one.start <= one.figures < one.end <= len(text) and one.low <= one.high for one in found)
    assert [one.figures for one in found] == sorted(one.figures for one in found)
