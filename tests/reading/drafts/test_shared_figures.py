"""Figures that share their words with others: ellipsis, lists, figures in the order of their systems, states."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Claims = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Su-35 has one engine, the MiG-29 two.",
            {("su-35", "engines", "one"), ("mig-29", "engines", "two")},
        ),
        ("The An-2 has one engine. The MiG-29 has two.", {("an-2", "engines", "one"), ("mig-29", "engines", "two")}),
        (
            "The K-9 weighs 47 tonnes. The M777 comes in at 42.",
            {("k-9", "combat_mass_kg", "47 tonnes"), ("m777", "combat_mass_kg", "42")},
        ),
        (
            "The Su-35 has a range of 3,600 km, compared with 1,430 for the MiG-29.",
            {("su-35", "range_km", "3,600 km"), ("mig-29", "range_km", "1,430")},
        ),
        ("The M777 weighs 4.2 tonnes. The K-9 was built in 1999.", {("m777", "combat_mass_kg", "4.2 tonnes")}),
        ("The Su-35 has a range of 3,600 km, 10 more than the MiG-29.", {("su-35", "range_km", "3,600 km")}),
    ],
)
def test_a_bare_number_leans_on_the_figure_before(
    text: str, expected: set[tuple[str, str, str]], claims: Claims
) -> None:
    assert set(claims(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Both the M777 and the K-9 are 155 mm guns.",
            {("m777", "calibre_mm", "155 mm"), ("k-9", "calibre_mm", "155 mm")},
        ),
        (
            "The Su-35, MiG-29 and An-2 all have a range of 800 km.",
            {("su-35", "range_km", "800 km"), ("mig-29", "range_km", "800 km"), ("an-2", "range_km", "800 km")},
        ),
        (
            "The MiG-29 and the Su-35 first flew in 1977.",
            {("mig-29", "first_flight", "1977"), ("su-35", "first_flight", "1977")},
        ),
        (
            "The M777 is towed and the K-9 is not, although both are 155 mm guns.",
            {("m777", "calibre_mm", "155 mm"), ("k-9", "calibre_mm", "155 mm")},
        ),
        ("Unlike the MiG-29, the Su-35 has a range of 3,600 km.", {("su-35", "range_km", "3,600 km")}),
    ],
)
def test_what_a_list_is_told_of_is_of_each(text: str, expected: set[tuple[str, str, str]], claims: Claims) -> None:
    assert set(claims(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The K-9 and the M777 weigh 47 tonnes and 4.2 tonnes respectively.",
            {("k-9", "combat_mass_kg", "47 tonnes"), ("m777", "combat_mass_kg", "4.2 tonnes")},
        ),
        (
            "M777 and D-30 howitzers, of 155 mm and 122 mm respectively, stood there.",
            {("m777", "calibre_mm", "155 mm"), ("d-30", "calibre_mm", "122 mm")},
        ),
        (
            "The Kilo class and the Romeo class have crews of 52 and 54, respectively.",
            {("kilo", "crew", "52"), ("romeo", "crew", "54")},
        ),
        (
            "The Su-35 and MiG-29 entered service in 2014 and 1983 respectively.",
            {("su-35", "entered_service", "2014"), ("mig-29", "entered_service", "1983")},
        ),
        ("The KN-23s flew 430 and 690 km respectively.", set()),
    ],
)
def test_figures_are_in_the_order_of_their_systems(
    text: str, expected: set[tuple[str, str, str]], claims: Claims
) -> None:
    assert set(claims(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Kilo class makes 10 knots on the surface and 17 below.",
            {("kilo", "speed_surfaced_kmh", "10 knots"), ("kilo", "speed_submerged_kmh", "17")},
        ),
        (
            "Surfaced, the Kilo class displaces 2,300 tonnes; submerged, 3,076.",
            {("kilo", "displacement_surfaced_t", "2,300 tonnes"), ("kilo", "displacement_submerged_t", "3,076")},
        ),
        (
            "The CV90 is 6.55 m long, 3.1 wide and 2.7 high.",
            {("cv90", "length_m", "6.55 m"), ("cv90", "width_m", "3.1"), ("cv90", "height_m", "2.7")},
        ),
        (
            "The D-30 has a range of 15 km, or 22 with rocket-assisted shells.",
            {("d-30", "range_km", "15 km"), ("d-30", "range_assisted_km", "22")},
        ),
    ],
)
def test_a_state_tells_what_a_number_without_a_unit_is(
    text: str, expected: set[tuple[str, str, str]], claims: Claims
) -> None:
    assert set(claims(text)) == expected
