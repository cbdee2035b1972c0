"""Full-text search."""

from __future__ import annotations

import pytest

from materiel.catalog.search import search
from materiel.database.reader import Reader
from materiel.errors import ConditionError


def found(reader: Reader, words: str, limit: int = 20) -> set[str]:
    return {row["id"] for row in search(reader, words, limit)}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("nimble interceptor", {"swift-1"}),  # a description
        ("Pike", {"pike"}),  # a name
        ("wingspan", {"swift-1"}),  # a quote
        ("СВИФТ", {"swift-1"}),  # a name in another script
        ("dart", {"swift-1", "swift-2"}),
        ("INTERCEPTOR NIMBLE", {"swift-1"}),
        ("nimble submarine", set()),
    ],
)
def test_all_words_must_be_there_in_any_order_and_case(reader: Reader, words: str, expected: set[str]) -> None:
    assert found(reader, words) == expected


@pytest.mark.parametrize("words", ['nimble"', "nimble*", "(nimble", "nimble & interceptor", "nimble : !", "-nimble"])
def test_signs_of_the_query_language_are_no_operators(reader: Reader, words: str) -> None:
    assert found(reader, words) == {"swift-1"}


@pytest.mark.parametrize("words", ["nimble OR pike", "nimble NOT pike", "NEAR(nimble pike)"])
def test_words_of_the_query_language_are_no_operators(reader: Reader, words: str) -> None:
    assert found(reader, words) == set()


@pytest.mark.parametrize("words", ["", "  ", "--- !"])
def test_nothing_to_look_for_is_refused(reader: Reader, words: str) -> None:
    with pytest.raises(ConditionError, match="at least one word"):
        search(reader, words, 20)


def test_texts_are_ranked_and_no_more_than_wanted(reader: Reader) -> None:
    rows = search(reader, "swift", 20)
    assert [row["rank"] for row in rows] == list(range(1, len(rows) + 1))
    assert search(reader, "swift", 2) == rows[:2]
