"""Columns of a terminal: letters of East Asian scripts take two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from materiel.text.columns import broken, columns, fitting

LINES = st.text(st.sampled_from("ab \u00e9\u201c\u0416\u5d14\u8ce2\uc11c\u30ab\uff76"), max_size=60).map(str.strip)
WIDTHS = st.integers(2, 30)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", 0), ("Su-57", 5), ("\u201cСу-57\u201d", 7), ("\u5d14\u8ce2", 4), ("\ucd5c\ud604\ud638 1", 8), ("\uff76", 1)],
)
def test_wide_letters_count_twice(text: str, expected: int) -> None:
    assert columns(text) == expected


@pytest.mark.parametrize(
    ("line", "width", "expected"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("\u5d14\u8ce2\u5d14\u8ce2\u5d14", 4, ["\u5d14\u8ce2", "\u5d14\u8ce2", "\u5d14"]),
        ("\u5d14\u8ce2 \u5d14\u8ce2", 5, ["\u5d14\u8ce2", "\u5d14\u8ce2"]),
        ("", 4, [""]),
    ],
)
def test_a_line_is_broken_between_words_else_between_letters(line: str, width: int, expected: list[str]) -> None:
    assert broken(line, width) == expected


@given(LINES, WIDTHS)
def test_parts_fit_and_nothing_but_spaces_is_lost(line: str, width: int) -> None:
    parts = broken(line, width)
    assert all(columns(part) <= width for part in parts)
    assert "".join(parts).replace(" ", "") == line.replace(" ", "")


@given(LINES.filter(bool), WIDTHS)
def test_one_letter_more_would_not_fit(text: str, width: int) -> None:
    most = fitting(text, width)
    assert columns(text[:most]) <= width
    assert most >= len(text) or columns(text[: most + 1]) > width
