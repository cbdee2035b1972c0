"""Values by their place among several systems, and by words that stand behind them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Claims = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Su-35 and the MiG-29 were compared; the former has a ceiling of 18,000 m.",
            ("su-35", "ceiling_m", "18,000 m"),
        ),
        (
            "The Su-35 and the MiG-29 were compared; the latter has a ceiling of 17,500 m.",
            ("mig-29", "ceiling_m", "17,500 m"),
        ),
        (
            "The price is $85 million for a Su-35 and $30 million for a MiG-29.",
            ("mig-29", "unit_cost_usd", "$30 million"),
        ),
        ("The Su-35 outflew the MiG-29. Both jets have two turbofans.", ("mig-29", "engines", "two")),
        ("The Su-35 outflew the MiG-29. Both jets have two turbofans.", ("su-35", "engines", "two")),
        (
            "The Su-35 was shown in Dubai. The jet was escorted by a MiG-29 and has a wingspan of 15.3 m.",
            ("su-35", "wingspan_m", "15.3 m"),
        ),
        (
            "The Su-35 was shown. Powered by two engines of the newest kind, it has a ceiling of 18,000 m.",
            ("su-35", "ceiling_m", "18,000 m"),
        ),
        (
            "The Su-35 has a wingspan that outside analysts estimate at about 15 m.",
            ("su-35", "wingspan_m", "about 15 m"),
        ),
        (
            "The order would be the first export of the Su-35, which first flew in 2008.",
            ("su-35", "first_flight", "2008"),
        ),
        ("Length: 6 m\nThe CH-47 is 52 feet in length.", ("ch-47", "length_m", "52 feet")),
        (
            "The Su-35 was shown. It is thought that two MiG-29s are for sale. Each has a ceiling of 17,500 m.",
            ("mig-29", "ceiling_m", "17,500 m"),
        ),
        ("The T-72 can accelerate to 70 km/h.", ("t-72", "max_speed_kmh", "70 km/h")),
        ("The An-2 has been operational in the Soviet air force since 1948.", ("an-2", "entered_service", "1948")),
        ("Production of the An-2 reached 18,000.", ("an-2", "number_built", "18,000")),
        ("Four serial-produced Su-35 fighters have been built to date.", ("su-35", "number_built", "Four")),
        ("The An-2 was originally built by the Soviets in 1947.", ("an-2", "first_produced", "1947")),
        ("Only 54 sailors are needed to crew the Romeo class.", ("romeo", "crew", "54")),
        ("The MiG-29 is a twin-engine fighter jet.", ("mig-29", "engines", "twin")),
    ],
)
def test_the_value_is_of_the_system_that_is_meant(text: str, expected: tuple[str, str, str], claims: Claims) -> None:
    assert expected in claims(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The missile of the Buk-M1 is old. The missile is 5.5 m long, weighs 690 kg and flies at Mach 3.",
            {
                ("buk-m1", "missile_length_m", "5.5 m"),
                ("buk-m1", "missile_mass_kg", "690 kg"),
                ("buk-m1", "missile_mach", "Mach 3"),
            },
        ),
        (
            "The Buk-M1 is mobile. Each missile weighs 690 kg and reaches 1,230 m/s; the vehicle weighs 32 tonnes.",
            {
                ("buk-m1", "missile_mass_kg", "690 kg"),
                ("buk-m1", "missile_speed_ms", "1,230 m/s"),
                ("buk-m1", "combat_mass_kg", "32 tonnes"),
            },
        ),
    ],
)
def test_the_missile_of_an_air_defence_system_has_figures_of_its_own(
    text: str, expected: set[tuple[str, str, str]], claims: Claims
) -> None:
    assert set(claims(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Romeo class got an 84-foot-long section with new tubes.",
        "The Su-35 outflew the MiG-29. Both have engines, of 125 kN in the one case.",
    ],
)
def test_what_is_of_something_else_is_left_out(text: str, claims: Claims) -> None:
    assert claims(text) == []


def test_labelled_lines_of_a_sheet_are_rows_of_their_own(claims: Claims) -> None:
    sheet = (
        "The Su-35\n\nWingspan: 15.3 m (50 feet) over the whole wing\nEmpty weight: 19,000 kg (41,900 lb) clean\n"
        "Maximum takeoff weight: 34,500 kg (76,000 pounds)\n"
    )
    assert {name for _, name, _ in claims(sheet)} == {"wingspan_m", "empty_mass_kg", "max_takeoff_mass_kg"}
