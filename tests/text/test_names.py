"""Keys under which names are found."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from materiel.text.names import name_key

SIGN = st.sampled_from("abcxyzABCXYZ0123456789\u0430\u0431\u0432\u0410\u0411\u0412\u00e9\u00c9")
NAME = st.text(SIGN, min_size=1, max_size=12)
GAP = st.sampled_from(["", " ", "-", "\u2011", "\u2013", ".", "/", "_", "\u00a0", "\u2019"])


@given(st.lists(st.tuples(SIGN, GAP), min_size=1, max_size=12))
def test_spaces_hyphens_and_punctuation_do_not_count(parts: list[tuple[str, str]]) -> None:
    plain = "".join(sign for sign, _ in parts)
    assert name_key("".join(sign + gap for sign, gap in parts)) == name_key(plain)


@given(NAME)
def test_case_does_not_count(name: str) -> None:
    assert name_key(name.upper()) == name_key(name.lower()) == name_key(name)


@given(st.text())
@example("\u2116 205")
@example("T\u2122")
def test_a_key_is_its_own_key(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


@given(st.text())
def test_a_key_holds_letters_and_digits_only(name: str) -> None:
    assert all(char.isalnum() for char in name_key(name))


@pytest.mark.parametrize(
    ("names", "key"),
    [
        (("Su-35", "su35", "SU 35", "Su\u201135", " su - 35 "), "su35"),
        (("\u0421\u0443-57", "\u0441\u0443 57"), "\u0441\u044357"),
        (("Dassault Rafale M", "dassault-rafale-m"), "dassaultrafalem"),
        (("L\u00e9opard", "LEOPARD", "Le\u0301opard"), "leopard"),
        (("Stra\u00dfe", "STRASSE"), "strasse"),
    ],
)
def test_ways_to_write_a_name_have_one_key(names: tuple[str, ...], key: str) -> None:
    assert {name_key(name) for name in names} == {key}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Su-35", "Su-35S"), ("C-130", "C-13"), ("Su-57", "\u0421\u0443-57"), ("An-2", "An-22")],
)
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize("name", ["", " - ", "?!", "\u2014"])
def test_a_name_without_letters_or_digits_has_no_key(name: str) -> None:
    assert name_key(name) == ""
