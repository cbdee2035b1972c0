"""Text fragments that take a reader to a sentence."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from materiel.text.fragment import text_fragment

PREFIX = "#:~:text="


@given(st.text(min_size=1), st.text(min_size=1))
def test_a_browser_reads_the_same_words_back(starts: str, ends: str) -> None:
    words = text_fragment(starts, ends).removeprefix(PREFIX).split(",")
    assert [unquote(word) for word in words] == ([starts] if starts == ends else [starts, ends])


@given(st.text(), st.text())
def test_a_fragment_is_plain_ascii_with_nothing_left_that_has_a_meaning(starts: str, ends: str) -> None:
    directive = text_fragment(starts, ends).removeprefix(PREFIX)
    assert re.fullmatch(r"(?:[A-Za-z0-9_.~]|%[0-9A-F]{2})*(?:,(?:[A-Za-z0-9_.~]|%[0-9A-F]{2})*)?", directive)


@pytest.mark.parametrize(
    ("starts", "ends", "fragment"),
    [
        ("The Air Force", "report said.", "#:~:text=The%20Air%20Force,report%20said."),
        ("10-passenger", "Q&A, twice", "#:~:text=10%2Dpassenger,Q%26A%2C%20twice"),
        ("Parade", "Parade", "#:~:text=Parade"),
        ("Су\u201357", "100%", "#:~:text=%D0%A1%D1%83%E2%80%9357,100%25"),
    ],
)
def test_hyphen_comma_and_ampersand_are_encoded(starts: str, ends: str, fragment: str) -> None:
    assert text_fragment(starts, ends) == fragment
