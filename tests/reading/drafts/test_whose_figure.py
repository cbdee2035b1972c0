"""Whose a figure is: of the system, of a part of it, of what it carries, of an unknown thing, or of one day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Claims = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    "text",
    [
        "The CH-47's hold is 12.2 m long and 3 m wide.",
        "The KN-23 came on an 11-axle launcher about 28 m long.",
        "The Buk-M1 shot down a drone at an altitude of 10 km.",
        "At 16 tonnes it is heavier than the CV90's predecessor, which weighed 12 tonnes.",
        "The Su-35 carries the R-37M, which has a range of 300 km.",
        "Like the MiG-29, it has a wingspan of 20 m.",
        "The jet, which resembles the MiG-29, has a wingspan of 20 m.",
        "Iran said its new drone has a range of 2,000 km, double that of the Su-35.",
        "The frigate fired a KN-23. It has a speed of 28 knots.",
        "The Kilo class had 20 missiles, each of 84 tonnes and 16 m long.",
        "The K-9 has a gun whose barrel is 6.6 m long and weighs 1.3 tonnes.",
        "The Shavit's first stage weighs nine tonnes and its third weighs one tonne.",
        "The K-9 came with K10 vehicles, each of 47 tonnes.",
        "The two guns of the MiG-29 and the single one of the Su-35 have been made safe.",
    ],
)
def test_the_figure_of_something_else_is_left_out(text: str, claims: Claims) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Su-35 with two Kh-101 missiles has a range of 2,400 km.", {("su-35", "range_km", "2,400 km")}),
        (
            "The Kilo class is quiet. Four Kalibr missiles stand in it. Two Kh-101 missiles lie near. It is 74 m long.",
            {("kilo", "length_m", "74 m")},
        ),
        ("A top speed of 2,500 km/h makes the Su-35 fast.", {("su-35", "max_speed_kmh", "2,500 km/h")}),
        (
            "A 47-tonne howitzer with a crew of five, the K-9 is for sale.",
            {("k-9", "combat_mass_kg", "47-tonne"), ("k-9", "crew", "five")},
        ),
        ("The MiG-29's older brother, the Su-35, reaches 2,500 km/h.", {("su-35", "max_speed_kmh", "2,500 km/h")}),
        (
            "The MiG-29, a copy of the Su-35 with a range of 1,430 km, was first flown in 1977.",
            {("su-35", "range_km", "1,430 km"), ("mig-29", "first_flight", "1977")},
        ),
        ("The CV90 is new. The gun is a 40 mm Bofors.", {("cv90", "gun_calibre_mm", "40 mm")}),
        ("The Su-35 hangs bombs under ten pylons.", {("su-35", "hardpoints", "ten")}),
        ("The K-9's barrel throws a shell 40 km.", {("k-9", "range_km", "40 km")}),
        ("The KN-23's range, said the minister, is 690 km.", {("kn-23", "range_km", "690 km")}),
        ("Up to 33 troops fit in the CH-47.", {("ch-47", "passengers", "Up to 33")}),
        ("It takes three men to crew a K-9.", {("k-9", "crew", "three")}),
        ("The An-2 is old. Fifty-five were built.", {("an-2", "number_built", "Fifty-five")}),
        ("Between 1959 and 1985 some 500 MiG-29s were built.", {("mig-29", "number_built", "some 500")}),
        ("The maiden flight of the Su-35 took place in 2008.", {("su-35", "first_flight", "2008")}),
        ("The North first tested the KN-23 in 2019.", {("kn-23", "first_tested", "2019")}),
        ("It was not until 2014 that the Su-35 entered service.", {("su-35", "entered_service", "2014")}),
        ("The Buk-M1 is mobile. Its radar sees 80 km.", {("buk-m1", "radar_range_km", "80 km")}),
        ("The Ofeq-3 was carried into space in 1995.", {("ofeq-3", "launched", "1995")}),
    ],
)
def test_the_figure_of_the_system_is_found(text: str, expected: set[tuple[str, str, str]], claims: Claims) -> None:
    assert set(claims(text)) == expected
