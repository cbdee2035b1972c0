"""The canonical form of a text with the way back."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from materiel.text.canonical import canonical
from materiel.text.mapping import Source

# What canonical text is made of by more than copying: accents, Hangul, signs that vanish or are folded, spaces.
TROUBLE = "ab \u0301\u0323\u200b\u00ad\n\u2019\u201c\t\u00a0e\u1100\u1161\u11a8\uac00\u0958\u1fef\u0344\u3099\u304b-\r"
TEXT = st.one_of(st.text(), st.text(TROUBLE))


@given(TEXT)
@example("e\u200b\u0301")
@example("\u1fef \u1ffd")
@example("a \u200b b")
def test_it_is_the_canonical_form(text: str) -> None:
    assert Source(text).canonical((0, len(text))).text == canonical(text)


@given(TEXT, st.data())
def test_a_part_is_the_canonical_form_of_that_part(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    source = Source(text)
    assert source.canonical((start, end)).text == canonical(text[start:end])
    assert source.plain(start, end) in (None, canonical(text[start:end]))


@given(TEXT)
def test_a_word_leads_back_to_the_characters_that_it_is_made_of(text: str) -> None:
    mapped = Source(text).canonical((0, len(text)))
    offset = 0
    for word in mapped.text.split(" "):
        if word:
            start, end = mapped.span(offset, offset + len(word))
            assert canonical(text[start:end]) == word
        offset += len(word) + 1


@given(TEXT, st.data())
def test_any_piece_leads_back_to_characters_that_hold_it(text: str, data: st.DataObject) -> None:
    mapped = Source(text).canonical((0, len(text)))
    first = data.draw(st.integers(0, len(mapped.text)))
    last = data.draw(st.integers(first, len(mapped.text)))
    start, end = mapped.span(first, last)
    assert 0 <= start <= end <= len(text)
    assert mapped.text[first:last].strip() in canonical(text[start:end])


@given(TEXT)
def test_pieces_in_order_lead_back_in_order(text: str) -> None:
    mapped = Source(text).canonical((0, len(text)))
    starts = [mapped.span(offset, offset + 1)[0] for offset in range(len(mapped.text))]
    assert starts == sorted(starts)


@given(st.text(st.characters(max_codepoint=0x7E)))
def test_one_to_one_text_is_shifted_alone(text: str) -> None:
    words = " ".join(text.split())
    mapped = Source("  " + words).canonical((2, 2 + len(words)))
    assert mapped.shift == 2
    assert mapped.span(0, len(words)) == (2, 2 + len(words))


def test_parts_are_put_together_without_a_space() -> None:
    text = "a Su-\n35 and “more”"
    mapped = Source(text).canonical((0, 5), (6, len(text)))
    assert mapped.text == 'a Su-35 and "more"'
    assert text[slice(*mapped.span(2, 7))] == "Su-\n35"
    assert text[slice(*mapped.span(12, 18))] == "“more”"


@given(TEXT, st.data())
def test_a_cut_lies_behind_its_start_and_parts_no_letter_from_its_accents(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    stop = data.draw(st.integers(start, len(text)))
    source = Source(text)
    cut = source.cut(start, stop) if stop > start else stop
    assert start <= cut <= stop
    assert cut > start or stop == start


def test_a_long_row_of_signs_without_width_can_be_cut() -> None:
    text = "\u200b" * 5000
    assert 0 < Source(text).cut(0, 4000) <= 4000


def test_only_accents_and_parts_of_hangul_compose_with_what_stands_before() -> None:
    """The way back relies on it; a new version of Unicode could change it."""
    for code in range(sys.maxunicode + 1):
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            second = chr(int(parts[1], 16))
            assert unicodedata.category(second)[0] == "M"


@pytest.mark.parametrize("text", ["", " ", "\u200b", "\n\u00ad\n"])
def test_nothing_leads_back_to_nothing(text: str) -> None:
    mapped = Source(text).canonical((0, len(text)))
    assert mapped.text == ""
    start, end = mapped.span(0, 0)
    assert start == end
