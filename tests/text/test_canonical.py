"""The canonical form of text, and the locators made of it."""

from __future__ import annotations

import hashlib
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from materiel.text.canonical import LOCATOR_WORDS, canonical, locate, text_hash, word_count

WORD = st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=8)


@given(st.text())
@example("e\u200b\u0301")
@example("\u1fef \u1ffd")
def test_applying_it_twice_changes_nothing(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text)


@given(st.text())
@example("e\u00ad\u0301")
def test_the_canonical_form_is_nfc(text: str) -> None:
    assert unicodedata.is_normalized("NFC", canonical(text))


@given(st.text())
def test_white_space_is_single_spaces_between_words(text: str) -> None:
    found = canonical(text)
    assert found.split() == [word for word in found.split(" ") if word]
    assert "  " not in found
    assert found == found.strip()


@given(st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E, exclude_characters="`")))
def test_a_plain_word_stays_as_it_is(word: str) -> None:
    assert canonical(word) == word


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("\u201cIt flies,\u201d he said", '"It flies," he said'),
        ("the plane\u2019s \u2018wing\u2019", "the plane's 'wing'"),
        ("59\u2032 8\u2033", "59' 8\""),
        ("\u00abplane\u00bb", '"plane"'),
        ("70\u201380 m \u2014 or more", "70-80 m - or more"),
        ("Su\u201135", "Su-35"),
        ("1\u00a0010\u202fhp", "1 010 hp"),
        (" one\r\n\ttwo  three ", "one two three"),
        ("so\u00adviet zero\u200bwidth \ufeffmark", "soviet zerowidth mark"),
        ("Cafe\u0301", "Caf\u00e9"),
        ("", ""),
        ("\u200b \n", ""),
    ],
)
def test_what_copies_of_a_text_differ_in_is_folded(text: str, folded: str) -> None:
    assert canonical(text) == folded


@pytest.mark.parametrize(("one", "other"), [("10 m", "10 km"), ("Su-35", "su-35"), ("1,010", "1.010"), ("a b", "ab")])
def test_texts_that_say_different_things_stay_apart(one: str, other: str) -> None:
    assert text_hash(one) != text_hash(other)


@given(st.text())
def test_the_hash_is_the_sha_256_of_the_canonical_text(text: str) -> None:
    assert text_hash(text) == hashlib.sha256(canonical(text).encode()).hexdigest()


@given(st.lists(WORD, min_size=1), st.sampled_from(["\n", "\u00a0", "  ", "\t\u2009"]))
def test_copies_with_other_spaces_have_one_hash(words: list[str], space: str) -> None:
    assert text_hash(space.join(words)) == text_hash(" ".join(words))


@given(st.lists(WORD, min_size=1, max_size=40))
def test_a_locator_holds_the_first_and_the_last_words(words: list[str]) -> None:
    text = unicodedata.normalize("NFC", " ".join(words))
    found = locate(text)
    assert found.sha256 == text_hash(text)
    assert text.startswith(found.starts)
    assert text.endswith(found.ends)
    assert 1 <= len(found.starts.split()) <= LOCATOR_WORDS
    assert 1 <= len(found.ends.split()) <= LOCATOR_WORDS


@given(st.integers(min_value=3, max_value=40))
def test_a_locator_never_holds_the_whole_sentence(count: int) -> None:
    found = locate(" ".join(f"word{number}" for number in range(count)))
    assert len(found.starts.split()) + len(found.ends.split()) < count


def test_the_locator_of_one_word_is_that_word() -> None:
    found = locate("Parade")
    assert (found.starts, found.ends) == ("Parade", "Parade")


def test_a_locator_keeps_the_quotes_and_dashes_that_a_browser_looks_for() -> None:
    found = locate("\u201cIt\u2019s long,\u201d said the maker of the test\u2013plane.")
    assert found.starts.startswith("\u201cIt\u2019s long,\u201d")
    assert found.ends.endswith("test\u2013plane.")


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), (" ", 0), ("one", 1), ("one\u00a0two\nthree", 3), ("10-passenger biplanes", 2)],
)
def test_words_are_counted_at_white_space(text: str, count: int) -> None:
    assert word_count(text) == count
