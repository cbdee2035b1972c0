"""No text takes more than linear time, and none is too strange to be read."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from materiel.reading.drafts.dictionary import Dictionary
from materiel.reading.drafts.reader import read_document
from materiel.reading.drafts.record import Draft
from materiel.reading.text import read_text

SECONDS = 15
"""Far more than it takes, far less than time that grows with the square."""

UNITS = (
    "(",
    "Su-35 ",
    '"',
    "Su-35 (",
    "1,000 ",
    "12 km, ",
    "range of ",
    "said the ",
    "A, ",
    "1 to 2 to ",
    "The Su-35 has a range of 5 km and ",
    "in 1999 ",
    "' ",
    "Su-35. It has a crew of two. ",
    "1 x 2 x 3 m ",
    "Su-35 and 41 and 62 tonnes respectively ",
    "the missile, which has ",
    "India operates 26 Su-35s and ",
    "Su-35 | 12 | ",
    "with two engines and a radar ",
    "not exceed and has 12 km ",
    "The Su-35 has one engine, the MiG-29 two, ",
    "Su-35, MiG-29 and An-2 have 12 km, ",
    "10 knots surfaced, 17 dived, ",
    "the R-37M missile, which has a range of ",
    "A large jet with ",
)


@pytest.mark.parametrize("unit", UNITS)
def test_a_long_text_takes_linear_time(unit: str, drafted: Callable[[str], Draft]) -> None:
    text = unit * (40_000 // len(unit))
    begin = time.perf_counter()
    drafted(text)
    assert time.perf_counter() - begin < SECONDS


@pytest.mark.parametrize("gap", ["", " ", ", ", " or ", " (", "/"])
def test_a_list_of_years_with_many_long_names_takes_linear_time(gap: str, drafted: Callable[[str], Draft]) -> None:
    text = "Milestones\n\n" + "1995 - launched first satellite (" + f"Ofeq-3{gap}" * 150 + " in 1999\n"
    begin = time.perf_counter()
    drafted(text)
    assert time.perf_counter() - begin < SECONDS


PIECES = st.sampled_from(
    [
        "Su-35",
        "MiG-29",
        "said",
        '"',
        "(",
        ")",
        "12 km",
        "range of",
        "in 1999",
        "1995 - ",
        " | ",
        "\n\n",
        ", ",
        "the",
        "Russia",
    ]
)


@given(text=st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=20).map(" ".join))
def test_every_text_is_read_the_same_each_time(text: str, dictionary: Dictionary) -> None:
    document = read_text(text.encode("utf-8", "ignore").decode())
    found = dict(dictionary.matcher.find_all([sentence.text for sentence in document.sentences]))
    once = read_document(document, found, dictionary.systems, dictionary.agents)
    assert once == read_document(document, found, dictionary.systems, dictionary.agents)
    for reading in once:
        for statement in reading.statements:
            assert 0 <= statement.start < statement.end <= len(reading.sentence.text)
