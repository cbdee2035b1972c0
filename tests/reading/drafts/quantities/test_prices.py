"""Sums in dollars, and whether they are the price of one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from materiel.reading.drafts.quantities.prices import dollars

Claims = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("It costs $692 million.", [(692e6, 692e6)]),
        ("It costs US$1.57 million.", [(1.57e6, 1.57e6)]),
        ("It cost JPY80 billion (USD758.7 million).", [(758.7e6, 758.7e6)]),
        ("It costs $40 to $50 million.", [(40e6, 50e6)]),
        ("It costs between $1,200 and $3,800.", [(1200.0, 3800.0)]),
        ("He sold $300 million and 20 tanks.", [(300e6, 300e6)]),
        ("They pay $5 million and $7 million.", [(5e6, 5e6)]),
        ("It costs 35,000 US dollars.", [(35e3, 35e3)]),
        ("It costs A$20 million, 300 euros or 50 pounds.", []),
    ],
)
def test_sums_in_dollars_are_read(text: str, sums: list[tuple[float, float]]) -> None:
    assert [(one.low, one.high) for one in dollars(text)] == sums


@given(st.text(alphabet="$ 0123456789.,USDmilonbk-and", max_size=60))
def test_what_is_read_lies_within_the_text_and_is_no_falling_range(text: str) -> None:
    for one in dollars(text):
        assert 0 <= one.start < one.end <= len(text)
        assert one.low <= one.high


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("The Su-35 costs $85 million.", "$85 million"),
        ("The ministry buys 24 Su-35s at $85 million each.", "$85 million"),
        ("The Kh-101 has a unit cost of about $13 million.", "about $13 million"),
        ("The KN-23 has a price tag of $3 million per missile.", "$3 million"),
        ("The $4 billion Tern-class frigate was launched.", "$4 billion"),
        ("The Tern class cost 80 billion yen ($700 million) a ship.", "$700 million"),
    ],
)
def test_the_price_of_one_is_its_unit_cost(text: str, stated: str, claims: Claims) -> None:
    assert stated in [value for _, name, value in claims(text) if name == "unit_cost_usd"]


@pytest.mark.parametrize(
    "text",
    [
        "Algeria signed a $300 million contract for the Su-35.",
        "The $7 billion Su-35 deal was signed in Cairo.",
        "The Su-35 costs $36,000 per flight hour.",
        "The upgrade of the Su-35 cost $2 billion.",
        "The Su-35 cost $9 billion to develop.",
        "The Su-35 carries cameras worth $3 million in insurance.",
    ],
)
def test_the_price_of_a_deal_or_an_hour_is_none(text: str, claims: Claims) -> None:
    assert [name for _, name, _ in claims(text)] == []
