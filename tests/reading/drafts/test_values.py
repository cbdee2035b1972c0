"""Values go to the right property of the right system, or are left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Claims = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Su-35 has a range of 3,400 km.", {("su-35", "range_km", "3,400 km")}),
        ("The Su-35 is 21.9 m long.", {("su-35", "length_m", "21.9 m")}),
        ("The Su-35's maximum speed is 2,500 km/h.", {("su-35", "max_speed_kmh", "2,500 km/h")}),
        ("The D-30 weighs 3,210 kg.", {("d-30", "combat_mass_kg", "3,210 kg")}),
        ("The T-72 weighs 41.5 tonnes.", {("t-72", "mass_kg", "41.5 tonnes")}),
        ("The KN-23 carries a 500-kg warhead.", {("kn-23", "warhead_mass_kg", "500-kg")}),
        ("The K-9 mounts a 155 mm gun.", {("k-9", "calibre_mm", "155 mm")}),
        ("The K-9 fires six rounds per minute.", {("k-9", "rate_of_fire_rpm", "six rounds per minute")}),
        ("The CH-47 lifts 24,000 pounds.", {("ch-47", "payload_kg", "24,000 pounds")}),
        (
            "The Kilo class displaces 2,300 tonnes surfaced and 3,076 tonnes submerged.",
            {("kilo", "displacement_surfaced_t", "2,300 tonnes"), ("kilo", "displacement_submerged_t", "3,076 tonnes")},
        ),
        ("The Romeo class has a crew of 54.", {("romeo", "crew", "54")}),
        ("The Romeo class has eight torpedo tubes.", {("romeo", "torpedo_tubes", "eight")}),
        ("The An-2 is a single-engine biplane.", {("an-2", "engines", "single")}),
        ("More than 18,000 An-2s were built.", {("an-2", "number_built", "More than 18,000")}),
        ("The Su-35 first flew on Feb. 19, 2008.", {("su-35", "first_flight", "2008-02-19")}),
        ("The MiG-29 is a two-seat fighter.", {("mig-29", "crew", "two")}),
        ("The CH-47 is flown by a crew of three.", {("ch-47", "crew", "three")}),
        ("The Romeo class is manned by 54 sailors.", {("romeo", "crew", "54")}),
        (
            "The CH-47 can transport a maximum of 33 fully equipped troops.",
            {("ch-47", "passengers", "a maximum of 33")},
        ),
        ("The maker built 250 Su-35s.", {("su-35", "number_built", "250")}),
        ("The KN-23 can hit targets 690 km away.", {("kn-23", "range_km", "690 km")}),
        (
            "The KN-23 flew 420 km at a maximum altitude of 50 km.",
            {("kn-23", "distance_flown_km", "420 km"), ("kn-23", "apogee_km", "50 km")},
        ),
        ("The MiG-29 can climb to 18,000 m.", {("mig-29", "ceiling_m", "18,000 m")}),
        ("The Shavit is 18 m tall.", {("shavit", "length_m", "18 m")}),
        ("The An-2, built from 1947 to 1991, is slow.", {("an-2", "first_produced", "1947")}),
        ("The Su-35 is 16 feet 8 1/2 inches high.", {("su-35", "height_m", "16 feet 8 1/2 inches")}),
        (
            "The Kilo class displaces 2,300 tonnes surfaced and 3,076 submerged.",
            {("kilo", "displacement_surfaced_t", "2,300 tonnes"), ("kilo", "displacement_submerged_t", "3,076")},
        ),
        ("The An-2, first produced in the 1940s, is slow.", {("an-2", "first_produced", "194X")}),
        ("The MiG-29 entered service in the mid-1980s.", {("mig-29", "entered_service", "1984~/1986~")}),
    ],
)
def test_a_value_is_bound(text: str, expected: set[tuple[str, str, str]], claims: Claims) -> None:
    assert set(claims(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The M777 weighs 4,200 kg and the D-30 3,210 kg.",
            {("m777", "combat_mass_kg", "4,200 kg"), ("d-30", "combat_mass_kg", "3,210 kg")},
        ),
        ("The Su-35 replaces the MiG-29 and has a wingspan of 15.3 m.", {("su-35", "wingspan_m", "15.3 m")}),
        ("Unlike the Su-35, the MiG-29 has a range of 1,430 km.", {("mig-29", "range_km", "1,430 km")}),
        ("With a range of 690 km, the KN-23 is new.", {("kn-23", "range_km", "690 km")}),
    ],
)
def test_of_several_systems_the_subject_is_meant(
    text: str, expected: set[tuple[str, str, str]], claims: Claims
) -> None:
    assert set(claims(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Su-35's radar range is 400 km.",
        "The Su-35 crashed 14 km short of the runway.",
        "The Su-35 is 5 m longer than the MiG-29.",
        "The Su-35 does not have a range of 3,400 km.",
        "The runway at the plant is 3,000 m long, enough for the Su-35.",
        "The maker withdrew its claim that the Su-35 could reach Mach 2.5.",
        "The Su-35, built in 1979, had flown 12,300 hours.",
        "Twelve people watched the Su-35.",
        "The Su-35 is an 8-10-seat transport.",
        "The rounds of the D-30 travel at 690 m a second.",
        "The CH-47 needs one crew chief.",
        "Plans for a two-engined version of the An-2 were dropped.",
        "The D-30 and the MiG-29 stood 122 m apart.",
    ],
)
def test_what_is_no_value_of_the_system_is_left_out(text: str, claims: Claims) -> None:
    assert claims(text) == []


def test_a_pronoun_and_a_noun_of_the_kind_mean_the_system_before(claims: Claims) -> None:
    text = (
        "The Su-35 was shown. It has a range of 3,400 km. The aircraft has a wingspan of"
        " 15.3 m. Top speed is 2,500 km/h."
    )
    assert {name for _, name, _ in claims(text)} == {"range_km", "wingspan_m", "max_speed_kmh"}


def test_a_noun_of_another_kind_does_not(claims: Claims) -> None:
    assert claims("The Su-35 was shown. The submarine, which lay at the pier, has a length of 70 m.") == []
    assert claims("The Su-35 was shown. The launcher is 12 m long.") == []


def test_the_noun_of_a_kind_means_its_main_system_paragraphs_later(claims: Claims) -> None:
    text = (
        "The Kilo class is old.\n\nThe Kilo class was seen in port.\n\nThe weather was fine.\n\nNobody came.\n\n"
        "The port is large.\n\nThe submarine, armed with Kh-101 missiles, has a crew of 52."
    )
    assert claims(text) == [("kilo", "crew", "52")]


def test_a_subject_goes_on_over_paragraphs_and_what_it_carries(claims: Claims) -> None:
    text = "The Su-35 is new.\n\nIt carries the Kh-101 on long flights.\n\nIts range is 3,400 km."
    assert claims(text) == [("su-35", "range_km", "3,400 km")]


def test_an_unknown_designation_ends_the_topic(claims: Claims) -> None:
    assert claims("The Su-35 was shown. The XQ-99 came next. It has a range of 3,400 km.") == []


def test_a_sheet_without_colons(claims: Claims) -> None:
    sheet = "The Su-35 fighter\n\nThe Su-35 is on display.\n\nLength - 21.9 m\n\nCrew - One\n\nWingspan 15.3 m\n"
    assert {name for _, name, _ in claims(sheet)} == {"length_m", "crew", "wingspan_m"}


def test_two_measures_in_a_row_keep_their_nouns(claims: Claims) -> None:
    assert claims("The Su-35 measures 21.9 m in length, 15.3 m in wingspan.") == [
        ("su-35", "length_m", "21.9 m"),
        ("su-35", "wingspan_m", "15.3 m"),
    ]


def test_two_systems_before_leave_a_pronoun_open(claims: Claims) -> None:
    assert claims("A Su-35 and a MiG-29 were shown. It has a range of 3,400 km.") == []


def test_rows_below_the_heading_of_a_sheet(claims: Claims) -> None:
    sheet = "Su-35\n\nLength | 21.9 m\nRange (km) | 3,400\nCrew | 1\nRadar range | 400 km\nPrice | 83 million\n"
    assert claims(sheet) == [
        ("su-35", "length_m", "21.9 m"),
        ("su-35", "range_km", "3,400 km"),
        ("su-35", "crew", "1"),
    ]


def test_columns_of_a_table(claims: Claims) -> None:
    table = "Guns compared\n\nType | Calibre | Range (km) | Crew\nD-30 | 122 mm | 15.4 | 7\nM777 | 155 mm | 24.7 | 8\n"
    assert set(claims(table)) == {
        ("d-30", "calibre_mm", "122 mm"),
        ("d-30", "range_km", "15.4 km"),
        ("d-30", "crew", "7"),
        ("m777", "calibre_mm", "155 mm"),
        ("m777", "range_km", "24.7 km"),
        ("m777", "crew", "8"),
    }
