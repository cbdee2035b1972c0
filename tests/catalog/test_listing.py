"""Systems listed by what is known of them."""

from __future__ import annotations

from typing import Any

import pytest

from materiel.catalog.listing import Filters, list_systems
from materiel.database.reader import Reader
from materiel.errors import ConditionError


def ids(reader: Reader, **filters: Any) -> list[str]:
    return [row["id"] for row in list_systems(reader, Filters(**filters))]


def test_without_filters_all_systems_are_listed_by_id(reader: Reader) -> None:
    assert ids(reader) == ["pike", "swift-1", "swift-2"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"kind": "submarine"}, ["pike"]),
        ({"category": "test aircraft"}, ["swift-1", "swift-2"]),
        ({"category": "TEST Submarine"}, ["pike"]),
        ({"operator": "testland"}, ["swift-1"]),
        ({"operator": "Testland"}, ["swift-1"]),
        ({"country": "testLAND"}, ["swift-1"]),
        ({"kind": "submarine", "country": "Testland"}, []),
        ({"limit": 2}, ["pike", "swift-1"]),
    ],
)
def test_filters_hold_together_and_in_any_case(reader: Reader, filters: dict[str, Any], expected: list[str]) -> None:
    assert ids(reader, **filters) == expected


@pytest.mark.parametrize(("year", "expected"), [("2000", []), ("2001", ["swift-1"]), ("2030", ["swift-1"])])
def test_years_of_service_begin_and_end(reader: Reader, year: str, expected: list[str]) -> None:
    assert ids(reader, in_service=year) == expected


def test_what_is_only_planned_is_no_service(reader: Reader) -> None:
    assert ids(reader, operator="otherland") == []


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("max_speed_kmh > 2000", ["swift-1"]),
        ("max_speed_kmh>=900", ["swift-1", "swift-2"]),
        ("max_speed_kmh < 2,100", ["swift-2"]),
        ("max_speed_kmh != 900", ["swift-1"]),
        ("max_speed_kmh <> 900", ["swift-1"]),
        ("crew == 2", ["swift-2"]),
        ("crew <= 2", ["swift-1", "swift-2"]),
        ("length_m > 50", ["pike"]),
        ("country_of_origin ~ test", ["swift-1"]),
        ("country_of_origin = 'Testland'", ["swift-1"]),
        ("first_flight < 1980", ["swift-1"]),
        ("country_of_origin = Testland' OR 'a' = 'a", []),
        ("country_of_origin ~ %", ["swift-1"]),
    ],
)
def test_conditions_compare_numbers_words_and_dates(reader: Reader, where: str, expected: list[str]) -> None:
    assert ids(reader, where=[where]) == expected


def test_all_conditions_must_hold(reader: Reader) -> None:
    assert ids(reader, where=["crew >= 1", "length_m < 16"]) == ["swift-2"]


def test_the_answer_shows_the_properties_that_conditions_and_sorting_name(reader: Reader) -> None:
    rows = list_systems(reader, Filters(where=["crew > 0"], sort="length_m"))
    assert all({"crew", "length_m"} <= set(row) for row in rows)


def test_a_property_in_two_conditions_is_shown_once(reader: Reader) -> None:
    (row,) = list_systems(reader, Filters(where=["crew > 1", "crew < 10"]))
    assert list(row).count("crew") == 1
    assert row["crew"] == 2


@pytest.mark.parametrize("direction", ["", "-"])
def test_systems_without_a_value_come_last_in_both_directions(reader: Reader, direction: str) -> None:
    found = ids(reader, kind="aircraft", sort=f"{direction}wingspan_m")
    assert found == ["swift-1", "swift-2"]


def test_sorting_goes_up_and_with_a_minus_down(reader: Reader) -> None:
    up, down = ids(reader, sort="length_m"), ids(reader, sort="-length_m")
    assert up == ["swift-2", "swift-1", "pike"]
    assert down == up[::-1]


@pytest.mark.parametrize("sort", ["name", "-id", "kind"])
def test_common_columns_can_be_sorted_by(reader: Reader, sort: str) -> None:
    column = sort.removeprefix("-")
    values = [row[column] for row in list_systems(reader, Filters(sort=sort))]
    assert values == sorted(values, reverse=sort.startswith("-"))


def test_imperial_numbers_say_their_unit(reader: Reader) -> None:
    (row,) = list_systems(reader, Filters(where=["max_speed_kmh > 2000"]), "imperial")
    assert row["max_speed_kmh in mph"] == pytest.approx(2100 / 1.609344, abs=0.01)


@pytest.mark.parametrize(
    "where",
    [
        "",
        "crew",
        "crew >",
        "> 3",
        "crew > many",
        "crew ~ 3",
        "no_such > 3",
        "crew > 1; DROP TABLE claim",
        'crew" > 1',
    ],
)
def test_a_condition_that_makes_no_sense_is_named(reader: Reader, where: str) -> None:
    with pytest.raises(ConditionError, match="--where") as caught:
        list_systems(reader, Filters(where=[where]))
    assert where in str(caught.value)


@pytest.mark.parametrize("value", ["nan", "inf", "-inf", "1e999"])
def test_a_number_that_is_none_is_refused(reader: Reader, value: str) -> None:
    with pytest.raises(ConditionError, match="no number"):
        list_systems(reader, Filters(where=[f"crew > {value}"]))


@pytest.mark.parametrize(
    "filters",
    [
        {"sort": "no_such"},
        {"in_service": "soon"},
        {"in_service": "19"},
        {"kind": "spoon"},
        {"where": ["wingspan_m > 1", "displacement_submerged_t > 1"]},
        {"kind": "submarine", "where": ["wingspan_m > 1"]},
    ],
)
def test_filters_that_fit_nothing_are_refused(reader: Reader, filters: dict[str, Any]) -> None:
    with pytest.raises(ConditionError):
        list_systems(reader, Filters(**filters))
