"""Rows of sheets and tables: units in labels, dimensions side by side, systems at the heads of columns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Claims = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            "Displacement, tonnes | 1,210 standard; 1,450 full load",
            {("displacement_standard_t", "1,210 tonnes"), ("displacement_full_load_t", "1,450 tonnes")},
        ),
        ("Dimensions, metres | 83.5 x 11.2 x 3.7", {("length_m", "83.5"), ("beam_m", "11.2"), ("draught_m", "3.7")}),
        ("Length x beam: 83.5 m x 11.2 m", {("length_m", "83.5"), ("beam_m", "11.2")}),
        ("Speed, knots | 28", {("max_speed_kmh", "28 knots")}),
        ("Range, miles | 3,500 at 14 knots", {("range_km", "3,500 miles")}),
        ("Guns | 1 - 57 mm", {("gun_calibre_mm", "57 mm")}),
        ("Length ..... 83.5 m", {("length_m", "83.5 m")}),
        ("LENGTH: 83.5 M", {("length_m", "83.5 M")}),
        ("Draught: 3,7 m", {("draught_m", "3,7 m")}),
    ],
)
def test_a_row_of_a_sheet(row: str, expected: set[tuple[str, str]], claims: Claims) -> None:
    assert {(name, value) for _, name, value in claims(f"Tern class\n\nCrew | 92\n{row}\n")} == {
        ("crew", "92"),
        *expected,
    }


def test_systems_at_the_heads_of_columns(claims: Claims) -> None:
    table = "Guns compared\n\nData | D-30 | M777\nCalibre | 122 mm | 155 mm\nRange (km) | 15.4 | 24.7\n"
    assert set(claims(table)) == {
        ("d-30", "calibre_mm", "122 mm"),
        ("m777", "calibre_mm", "155 mm"),
        ("d-30", "range_km", "15.4 km"),
        ("m777", "range_km", "24.7 km"),
    }


def test_figures_with_a_stroke_are_of_the_surface_and_under_water(claims: Claims) -> None:
    assert set(claims("Kilo class\n\nCrew | 52\nDisplacement: 2,300/3,076 t\n")) == {
        ("kilo", "crew", "52"),
        ("kilo", "displacement_surfaced_t", "2,300"),
        ("kilo", "displacement_submerged_t", "3,076"),
    }


def test_a_first_flight_in_a_row_of_its_own_is_no_time_stamp(claims: Claims) -> None:
    assert claims("The Su-35 was shown.\n\nFirst flight: 2008\n") == [("su-35", "first_flight", "2008")]
