"""Values as sources state them, normalised."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from materiel.errors import ValueFormatError
from materiel.models.properties import Property
from materiel.seeds.values import Value, parse_value, with_qualifiers

LENGTH = Property("number", "length", "Overall length.", "m", 2, 90)
RANGE = Property("number", "range", "Greatest range.", "km", 100, 25_000)
MASS = Property("number", "mass", "Mass.", "kg", 100, 640_000)
SPEED = Property("number", "speed", "Greatest speed.", "km/h", 80, 4000)
MACH = Property("number", "Mach number", "Greatest speed.", "Mach", 0.1, 3.6)
DISPLACEMENT = Property("number", "displacement", "Displacement.", "t", 50, 50_000)
CREW = Property("integer", "crew", "Number of crew.", None, 0, 40)
BUILT = Property("integer", "number built", "How many were built.", None, 1, 1e9)
ROLE = Property("text", "role", "What it is for.")
FLOWN = Property("date", "first flight", "First flight.")
EVERY = (LENGTH, RANGE, MASS, SPEED, MACH, DISPLACEMENT, CREW, BUILT, ROLE, FLOWN)
NUMBER = st.decimals(min_value=0, max_value=99_999, places=2) | st.integers(0, 99_999)
ALMOST = st.from_regex(
    r"\A(about |over |up to |~|> ?|Mach )?[0-9]{1,4}([, ][0-9]{3})*(\.[0-9]{1,3})?"
    r"( ?[-a-zA-Z'\"/*² ]{0,6})?( ?(-|to|and) ?[0-9]+ ?[a-z]*)?\+?\Z"
)


@given(NUMBER, st.sampled_from([("m", 1), ("ft", 0.3048), ("km", 1000), ("cm", 0.01), ("inches", 0.0254)]))
def test_a_number_with_a_unit_is_converted_and_kept_as_stated(number: Any, unit: tuple[str, float]) -> None:
    stated = f"{number} {unit[0]}"
    value = parse_value(LENGTH, stated)
    assert value.low == value.high == pytest.approx(float(number) * unit[1], rel=1e-6)
    assert (value.as_stated, value.unit, value.state) == (stated, unit[0], "known")
    assert (value.approximate, value.bound) == (False, None)


@given(NUMBER)
def test_a_bare_number_is_in_the_unit_of_the_property(number: Any) -> None:
    value = parse_value(LENGTH, float(number))
    assert value.low == value.high == pytest.approx(float(number), rel=1e-6)
    assert float(value.value) == pytest.approx(float(number), rel=1e-6)
    assert value.unit is None


@given(st.integers(0, 10**15))
def test_a_count_is_kept_to_the_last_digit(number: int) -> None:
    value = parse_value(BUILT, f"{number:,}")
    assert (value.low, value.high, value.value) == (number, number, str(number))


@given(st.sampled_from(EVERY), st.text(max_size=12) | ALMOST | st.floats() | st.integers())
@example(LENGTH, "1" * 400)
@example(LENGTH, "1" + "0" * 400)
@example(LENGTH, 10**400)
@example(CREW, 10**400)
@example(FLOWN, "[..1985]")
def test_anything_is_a_sound_value_or_refused(prop: Property, stated: str | float) -> None:
    try:
        value = parse_value(prop, stated)
    except ValueFormatError:
        return
    ends = [end for end in (value.low, value.high) if end is not None]
    assert all(math.isfinite(end) and end >= 0 for end in ends)
    assert ends == sorted(ends)
    assert value.slack is None or (math.isfinite(value.slack) and value.slack >= 0)
    assert value.earliest is None or value.latest is None or value.earliest <= value.latest
    assert value.value


@pytest.mark.parametrize(
    ("prop", "stated", "number"),
    [
        (LENGTH, "59 ft 8 in", 18.1864),
        (LENGTH, "59\u2032 8\u2033", 18.1864),
        (LENGTH, "59'8\"", 18.1864),
        (RANGE, "3,400 km", 3400),
        (RANGE, "3 400 km", 3400),
        (RANGE, "3\u202f400 km", 3400),
        (RANGE, "1,000 nautical miles", 1852),
        (SPEED, "600 mph", 965.6064),
        (MACH, "Mach 2.25", 2.25),
        (MACH, 2.25, 2.25),
        (MASS, "3-tonne", 3000),
        (DISPLACEMENT, "3,000 short tons", 2721.554),
        (CREW, "10", 10),
    ],
)
def test_the_ways_in_which_sources_write_numbers(prop: Property, stated: str | float, number: float) -> None:
    value = parse_value(prop, stated)
    assert value.low == value.high == pytest.approx(number, rel=1e-6)


@pytest.mark.parametrize(
    ("stated", "low", "high"),
    [
        ("70-80 m", 70, 80),
        ("70\u201380 m", 70, 80),
        ("70 to 80 m", 70, 80),
        ("70 m to 80 m", 70, 80),
        ("0.07-0.08 km", 70, 80),
        ("7000 cm - 80 m", 70, 80),
    ],
)
def test_a_range_has_two_ends(stated: str, low: float, high: float) -> None:
    value = parse_value(LENGTH, stated)
    assert (value.low, value.high, value.value) == (low, high, "70-80")


@pytest.mark.parametrize("word", ["about", "around", "some", "nearly", "~", "approximately", "circa", "About"])
def test_words_that_make_a_value_approximate(word: str) -> None:
    value = parse_value(LENGTH, f"{word} 20 m")
    assert (value.low, value.high, value.approximate) == (20, 20, True)
    assert value.slack == pytest.approx(1)


@pytest.mark.parametrize("stated", ["more than 1,700", "over 1,700", "at least 1,700", ">1700", "1,700+"])
def test_words_that_make_a_value_a_lower_bound(stated: str) -> None:
    value = parse_value(BUILT, stated)
    assert (value.low, value.high, value.bound) == (1700, None, "at least")


@pytest.mark.parametrize("stated", ["up to 30 m", "less than 30 m", "at most 30 m", "not more than 30 m", "<= 30 m"])
def test_words_that_make_a_value_an_upper_bound(stated: str) -> None:
    value = parse_value(LENGTH, stated)
    assert (value.low, value.high, value.bound) == (None, 30, "at most")


@pytest.mark.parametrize(
    ("finer", "coarser"),
    [("17.32 m", "17.3 m"), ("17.3 m", "17 m"), ("1601 m", "1600 m"), ("17 m", "about 17 m")],
)
def test_fewer_digits_leave_a_number_more_open(finer: str, coarser: str) -> None:
    assert (parse_value(LENGTH, finer).slack or 0) < (parse_value(LENGTH, coarser).slack or 0)


@pytest.mark.parametrize(
    ("stated", "shown"),
    [("59 ft 8 in", "18.19"), ("59.7 ft", "18.2"), ("about 59 ft", "18"), ("17.32 m", "17.32"), ("1600 m", "1600")],
)
def test_a_converted_number_shows_no_more_than_was_stated(stated: str, shown: str) -> None:
    assert parse_value(LENGTH, stated).value == shown


@pytest.mark.parametrize(
    ("prop", "stated", "reason"),
    [
        (LENGTH, "", "is empty"),
        (LENGTH, " \u200b", "is empty"),
        (LENGTH, "long", "no number"),
        (LENGTH, "-5 m", "no number"),
        (LENGTH, -5, "no number"),
        (LENGTH, math.nan, "no number"),
        (LENGTH, math.inf, "no number"),
        (LENGTH, True, "true and false"),
        (LENGTH, "10 kg", "does not convert to m"),
        (LENGTH, "5 m 6 kg", "does not convert to m"),
        (LENGTH, "5 wingspans", "no unit that is known"),
        (LENGTH, "5 6", "no number with a unit"),
        (LENGTH, "5 m 6", "no number with a unit"),
        (LENGTH, "80-70 m", "ends below where it begins"),
        (SPEED, "Mach 2", "use max_mach"),
        (MACH, "2,400 km/h", "does not convert to Mach"),
        (DISPLACEMENT, "3,000 tons", "ambiguous"),
        (DISPLACEMENT, "3,000-ton", "ambiguous"),
        (CREW, "2.5", "counts whole things"),
        (CREW, "2 people", "without a unit"),
        (CREW, "two", "no number"),
        (ROLE, 5, "write it in quotes"),
        (FLOWN, "summer of 1985", "is no date"),
        (FLOWN, "20111101", "is no date"),
        (FLOWN, 1985.5, "is no date"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(prop: Property, stated: str | float, reason: str) -> None:
    with pytest.raises(ValueFormatError, match=reason):
        parse_value(prop, stated)


@pytest.mark.parametrize("prop", EVERY)
@pytest.mark.parametrize("word", ["none", "unknown", "Unknown"])
def test_none_and_unknown_are_states_and_no_numbers(prop: Property, word: str) -> None:
    value = parse_value(prop, word)
    assert (value.state, value.as_stated) == (word.lower(), word)
    assert (value.low, value.high, value.earliest, value.latest) == (None, None, None, None)


def test_words_are_kept_in_canonical_form_and_as_stated() -> None:
    assert parse_value(ROLE, "the army\u2019s  mule") == Value("the army's mule", "the army\u2019s  mule")


def test_a_date_is_kept_as_vague_as_it_is() -> None:
    value = parse_value(FLOWN, "194X")
    assert (value.value, value.earliest, value.latest) == ("194X", "1940-01-01", "1949-12-31")
    assert parse_value(FLOWN, 1985).earliest == "1985-01-01"


def test_what_a_record_says_beside_the_text_is_applied() -> None:
    plain = parse_value(DISPLACEMENT, "3000 t")
    told = with_qualifiers(plain, "3,000-ton class", True, None)
    assert (told.as_stated, told.approximate, told.slack) == ("3,000-ton class", True, 150)
    assert (told.low, told.high) == (plain.low, plain.high)
    assert with_qualifiers(plain, None, None, None) == plain


@pytest.mark.parametrize("stated", ["20 m", "up to 20 m", "over 20 m"])
@pytest.mark.parametrize(("bound", "ends"), [("at least", (20, None)), ("at most", (None, 20))])
def test_an_explicit_bound_goes_before_the_one_in_the_text(
    stated: str, bound: str, ends: tuple[float | None, float | None]
) -> None:
    value = with_qualifiers(parse_value(LENGTH, stated), None, None, bound)
    assert (value.low, value.high, value.bound) == (*ends, bound)


def test_an_explicit_word_that_a_value_is_exact_goes_before_the_text() -> None:
    assert with_qualifiers(parse_value(LENGTH, "some 20 m"), None, False, None).approximate is False
