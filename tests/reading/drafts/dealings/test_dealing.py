"""Who has a system, and who gets it from whom, in more ways of saying so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Facts = Callable[[str], list[dict[str, Any]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Su-35 is in service with India and Russia.", [{"operator": "india"}, {"operator": "russia"}]),
        ("Six Kilo-class boats serve with the Indian navy.", [{"operator": "india", "service": "navy", "quantity": 6}]),
        ("India retired its last MiG-29 in 2013.", [{"operator": "india", "status": "retired", "to": "2013"}]),
        ("India is large. It operates 36 Su-35s.", [{"operator": "india", "quantity": 36}]),
        (
            "India has 20 T-72s in store and 40 MiG-29s in service.",
            [{"quantity": 20, "status": "stockpiled"}, {"quantity": 40, "status": "in service"}],
        ),
        ("India placed an order for 26 Su-35s.", [{"recipient": "india", "quantity": 26, "stage": "ordered"}]),
        ("Russia has supplied India with 272 Su-35s.", [{"supplier": "russia", "recipient": "india", "quantity": 272}]),
        (
            "India's three Kilo-class boats were delivered by Russia.",
            [{}, {"supplier": "russia", "recipient": "india"}],
        ),
        (
            "Russia approved the sale of 20 Su-35s to India.",
            [{"recipient": "india", "quantity": 20, "stage": "agreed"}],
        ),
    ],
)
def test_a_dealing_is_read(text: str, expected: list[dict[str, Any]], facts: Facts) -> None:
    found = [fact for fact in facts(text) if fact["is"] in ("holding", "transfer")]
    assert len(found) == len(expected)
    assert all(part.items() <= fact.items() for part, fact in zip(expected, found, strict=True))


@pytest.mark.parametrize("text", ["Russia's Su-35 was shown to India.", "India is considering the Su-35."])
def test_what_is_no_dealing_is_left_out(text: str, facts: Facts) -> None:
    assert [fact for fact in facts(text) if fact["is"] in ("holding", "transfer")] == []


def test_a_successor_of_two(facts: Facts) -> None:
    found = facts("The Su-35 will replace the MiG-29 and the An-2.")
    assert [(fact["type"], fact["system"]) for fact in found] == [("successor of", "mig-29"), ("successor of", "an-2")]


def test_a_launcher_is_not_what_it_puts_into_orbit(facts: Facts) -> None:
    found = facts("A Shavit rocket put Ofeq-3 into orbit in April 1995.")
    assert {fact["about"] for fact in found} == {"ofeq-3"}
