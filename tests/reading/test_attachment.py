"""A copy of a source is held against its sentences: exact, moved, changed or missing, and never a lookalike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from materiel.reading.attachment import Found, Kept, hold
from materiel.reading.text import read_text
from materiel.text.canonical import locate

FIRST = "The air force has 12 Su-57 fighters, the ministry said."
SECOND = "They were built at the plant in Komsomolsk-on-Amur in 2019."
THIRD = "Nobody has said how many of them will fly this year."


def kept(sentence: str, ordinal: int, *quotes: str, names: tuple[str, ...] = ()) -> Kept:
    locator = locate(sentence)
    return Kept(ordinal, 1, locator.sha256, locator.starts, locator.ends, quotes, names=names)


KEPT = [kept(FIRST, 1, "12 Su-57 fighters"), kept(SECOND, 2, "in 2019"), kept(THIRD, 3)]


def found(text: str) -> list[Found]:
    return [match.found for match in hold(read_text(text), KEPT)]


def test_the_same_text_is_exact() -> None:
    assert found(" ".join([FIRST, SECOND, THIRD])) == [Found.exact] * 3


def test_a_sentence_that_stands_elsewhere_has_moved() -> None:
    assert found(" ".join([SECOND, FIRST, THIRD])) == [Found.moved, Found.moved, Found.exact]


def test_quotes_dashes_and_line_breaks_do_not_matter() -> None:
    text = " ".join([FIRST, SECOND, THIRD]).replace("-", "\u2011").replace(" plant in", "\nplant in")
    assert found(text) == [Found.exact] * 3


def test_a_sentence_whose_quote_still_stands_has_changed_and_both_can_be_shown() -> None:
    match = hold(read_text(f"On Monday the air force had 12 Su-57 fighters. {SECOND}"), KEPT)[0]
    assert match.found is Found.changed
    assert match.text == "On Monday the air force had 12 Su-57 fighters."


@pytest.mark.parametrize(
    "lookalike",
    [
        "The air force has 13 Su-57 fighters, the ministry said.",
        "The air force has 112 Su-57 fighters, the ministry said.",
        "The air force has 12 Su-57S fighters, the ministry said.",
        "The air force has 12 Su-35 fighters, the ministry said.",
        "The air force does not have 12 Su-57 fighters, the ministry said.",
        "The ministry denied that the air force has 12 Su-57 fighters.",
        "The air force has twelve Su-57 fighters, the ministry said.",
        "",
    ],
)
def test_a_sentence_that_only_looks_alike_is_missing(lookalike: str) -> None:
    assert found(f"{lookalike} {SECOND}")[0] is Found.missing


def test_a_sentence_without_a_quote_is_known_by_its_hash_alone() -> None:
    assert found("Nobody has said how many of them will fly next year.")[2] is Found.missing


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("On Monday the Su-57 flew at 2,100 km/h.", Found.changed),
        ("On Monday the Su-35 flew at 2,100 km/h.", Found.missing),
        ("On Monday the Su-57M flew at 2,100 km/h.", Found.missing),
    ],
)
def test_a_sentence_that_names_another_system_is_missing(text: str, result: Found) -> None:
    ours = kept("The Su-57 flew at 2,100 km/h.", 1, "flew at 2,100 km/h", names=("Su-57",))
    (match,) = hold(read_text(text), [ours])
    assert match.found is result


def test_a_match_says_where_it_stands_among_the_sentences_of_the_copy() -> None:
    matches = hold(read_text(f"{SECOND} {FIRST}"), KEPT)
    assert [match.ordinal for match in matches] == [2, 1, None]
    (across,) = hold(read_text(f"{THIRD} {FIRST} {SECOND}"), [kept(f"{FIRST} {SECOND}", 1)])
    assert across.ordinal == 2


def test_a_quote_that_several_sentences_hold_settles_nothing() -> None:
    assert found("It has 12 Su-57 fighters. We have 12 Su-57 fighters too.")[0] is Found.missing


def test_a_sentence_that_was_divided_elsewhere_is_found_across() -> None:
    whole = kept(f"{FIRST} {SECOND}", 1)
    (match,) = hold(read_text(f"{THIRD} {FIRST} {SECOND}"), [whole])
    assert match.found is Found.moved
    assert match.text == f"{FIRST} {SECOND}"


@given(st.text())
def test_every_sentence_of_a_text_is_exact_in_that_text(text: str) -> None:
    document = read_text(text)
    ours = [kept(sentence.text, sentence.ordinal) for sentence in document.sentences]
    assert {match.found for match in hold(document, ours)} <= {Found.exact, Found.moved}
