"""Text from outside never instructs a terminal."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from materiel.text.printable import has_control, printable

CONTROLS = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) == "Cc"]
TURNING = [
    chr(code)
    for code in (0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))  # Bidi_Control
]
ANYTHING = st.text(st.characters())
PLAIN = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs")))


@pytest.mark.parametrize("char", [*CONTROLS, *TURNING, chr(0xD800), chr(0xDFFF)], ids=lambda char: f"U+{ord(char):04X}")
def test_characters_that_a_terminal_obeys_are_made_visible(char: str) -> None:
    assert has_control(f"a{char}b")
    assert char not in printable(f"a{char}b")
    assert printable(f"a{char}b").isascii()


@given(ANYTHING)
def test_nothing_that_a_terminal_obeys_comes_through(text: str) -> None:
    shown = printable(text)
    assert not has_control(shown)
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in shown)
    shown.encode()


@given(PLAIN)
def test_plain_text_of_every_script_stays_as_it_is(text: str) -> None:
    assert printable(text) == text
    assert not has_control(text)


@given(ANYTHING)
def test_only_text_with_control_characters_is_changed(text: str) -> None:
    assert has_control(text) == (printable(text) != text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m"),
        ("two\nlines\t", r"two\x0alines\x09"),
        ("\u202egnitirw", r"\u202egnitirw"),
        ("\udc80", r"\udc80"),
        ("Су-57 \u2013 \u201cplane\u201d", "Су-57 \u2013 \u201cplane\u201d"),
        ("", ""),
    ],
)
def test_what_was_there_can_be_read_off(text: str, shown: str) -> None:
    assert printable(text) == shown
