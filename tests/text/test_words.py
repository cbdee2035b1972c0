"""The words of a text, as full-text search compares them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from materiel.text.words import LONGEST_WORD, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Su-57", ["su", "57"]),
        ("SU57", ["su", "57"]),
        ("Су-57 «Felon»", ["су", "57", "felon"]),
        ("9K72 Elbrus", ["9", "k", "72", "elbrus"]),
        ("L\u00e9opard, Le\u0301opard; LEOPARD", ["leopard"] * 3),
        ("Stra\u00dfe STRASSE", ["strasse", "strasse"]),
        ("the maker's so-called e-mail", ["the", "maker", "s", "so", "called", "e", "mail"]),
        ("https://example.org/a_b?c=1", ["https", "example", "org", "a", "b", "c", "1"]),
        ("240\u339c", ["240", "mm"]),
        ("soft\u00adhyphen and join\u200ded", ["softhyphen", "and", "joined"]),
        ("8\u00b724영웅함", ["8", "24", "영웅함"]),
        ("\U0001f680 -- !", []),
        ("", []),
    ],
)
def test_letters_and_digits_are_words_without_case_and_accents(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text())
@example("\u0130stanbul \u01c5 \u0345 \ufb01n T\u2122")
def test_words_are_letters_or_digits_without_capitals(text: str) -> None:
    for word in words(text):
        assert word.isalnum()
        assert not any("A" <= char <= "Z" for char in word)


@given(st.text())
def test_words_between_spaces_are_the_same_words(text: str) -> None:
    once = words(text)
    assert words(" ".join(once)) == once


@given(st.text(), st.text())
def test_a_space_parts_words(one: str, other: str) -> None:
    assert words(f"{one} {other}") == words(one) + words(other)


def test_a_word_without_end_is_cut() -> None:
    assert words("x" * 10_000) == ["x" * LONGEST_WORD]
