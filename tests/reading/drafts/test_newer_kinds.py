"""Values of surface ships, air defence systems and armoured vehicles, and of the newer properties of other kinds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Claims = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Tern class displaces 1,450 tonnes at full load and makes 28 knots.",
            {("displacement_full_load_t", "1,450 tonnes"), ("max_speed_kmh", "28 knots")},
        ),
        ("The Tern class displaces 1,210 tonnes.", {("displacement_t", "1,210 tonnes")}),
        ("The Tern class is 83 metres long and 11.2 wide.", {("length_m", "83 metres"), ("beam_m", "11.2")}),
        ("The Tern class can cover 3,500 miles at 14 knots.", {("range_km", "3,500 miles")}),
        ("The Tern class has 16 vertical launch cells.", {("launch_cells", "16")}),
        (
            "The Tern class mounts a 57 mm gun and carries two helicopters.",
            {("gun_calibre_mm", "57 mm"), ("helicopters", "two")},
        ),
        ("The 84-metre Tern class is new.", {("length_m", "84-metre")}),
        ("At 1,450 tonnes, the Tern class is small.", {("displacement_t", "1,450 tonnes")}),
        (
            "The Buk-M1 engages aircraft at up to 35 km and at heights of 15 m to 22 km.",
            {("range_km", "up to 35 km"), ("altitude_min_m", "15 m to 22 km"), ("altitude_max_m", "15 m to 22 km")},
        ),
        ("The Buk-M1 needs 22 seconds from detection to launch.", {("reaction_time_s", "22 seconds")}),
        (
            "A Buk-M1 battery has six launchers with four missiles each.",
            {("launchers", "six"), ("missiles_per_launcher", "four")},
        ),
        ("The Buk-M1 can engage six targets at once.", {("targets_engaged", "six")}),
        (
            "The CV90, a 28-tonne vehicle with a crew of three and room for seven soldiers, has a 40 mm gun.",
            {("combat_mass_kg", "28-tonne"), ("crew", "three"), ("passengers", "seven"), ("gun_calibre_mm", "40 mm")},
        ),
        ("The CV90 has a road range of 320 km.", {("road_range_km", "320 km")}),
        ("The CV90 has a 30 mm gun and a 40 mm gun.", {("gun_calibre_mm", "40 mm")}),
        ("The MiG-29 can stay in the air for two hours.", {("endurance_h", "two hours")}),
        ("The MiG-29 has a ferry range of 2,100 km.", {("ferry_range_km", "2,100 km")}),
        ("The MiG-29's two engines each produce 81.4 kN.", {("thrust_kn", "81.4 kN"), ("engines", "two")}),
        ("The KN-23 flies at nine times the speed of sound.", {("max_mach", "nine times the speed of sound")}),
        ("The KN-23 strikes within 100 m.", {("accuracy_m", "100 m")}),
        ("The KN-23 was first tested in 2019.", {("first_tested", "2019")}),
        ("The Kilo class displaces 3,000 tonnes.", set()),
        ("Seven KN-23s left the factory.", {("number_built", "Seven")}),
    ],
)
def test_a_value_is_bound(text: str, expected: set[tuple[str, str]], claims: Claims) -> None:
    assert {(name, value) for _, name, value in claims(text)} == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Tern class was followed by a 6,000-ton destroyer.",
        "The Tern class has four gas turbines of 9,000 kW each.",
        "The CV90 has a 7.62 mm machine gun.",
        "The Buk-M1 hit two targets in the exercise.",
        "The Su-35 crashed with a crew of two aboard.",
        "The Su-35 flew for the first time in ten years in 2020.",
        "The Su-35 was flying at Mach 0.9.",
    ],
)
def test_what_is_no_value_of_the_system_is_left_out(text: str, claims: Claims) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The radar of the Su-35 has a range of 400 km.",
        "The Su-35 has a radar with a range of 400 km.",
        "The Su-35 is armed with missiles that reach 80 km.",
        "A naval version of the Su-35 has a wingspan of 14.7 m.",
        "The Su-35 is old. The export version has a range of 2,800 km.",
        "The Su-35 was seen. The other fighter has a range of 2,000 km.",
        "If the Su-35 had a range of 5,000 km, India would buy it.",
        "Reports that the Su-35 has a range of 5,000 km are false.",
        "The A-50 is a relative of the Su-35. It has a range of 7,500 km.",
    ],
)
def test_what_is_said_of_another_thing_is_left_out(text: str, claims: Claims) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "system"),
    [
        ("With a speed of Mach 1.8, the MiG-29 rivals the Su-35.", "mig-29"),
        ("A range of 690 km is claimed for the KN-23.", "kn-23"),
        ('"It can fly 1,500 km," the pilot said of the Su-35.', "su-35"),
        ("The new fighter, 15.2 m long, was seen. The Su-35 is new.", "su-35"),
        ("The 41-tonne T-72 is older than the CV90.", "t-72"),
        ("The MiG-29 is armed with the Kh-101. It has a range of 1,430 km.", "mig-29"),
    ],
)
def test_the_system_that_is_meant(text: str, system: str, claims: Claims) -> None:
    assert {about for about, _, _ in claims(text)} == {system}


def test_figures_in_the_order_of_their_systems(claims: Claims) -> None:
    assert claims("The D-30 and the M777 weigh 3 and 4 tonnes respectively.") == [
        ("d-30", "combat_mass_kg", "3"),
        ("m777", "combat_mass_kg", "4 tonnes"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Su-35 first flew in 2008 and entered service six years later.", {"2008", "2014"}),
        ("The Su-35 first flew in spring 2008.", {"2008-21"}),
        ("The Su-35 was built 2008-2019.", {"2008"}),
        ("Introduced in 2014, the Su-35 is new.", {"2014"}),
    ],
)
def test_dates_as_they_are_counted(text: str, expected: set[str], claims: Claims) -> None:
    assert {value for _, _, value in claims(text)} == expected
