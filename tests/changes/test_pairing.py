"""A statement that an edit gave another id is paired with what it was."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from materiel.changes.pairing import paired

Row = dict[str, Any]


def statement(key: str, sentence: int = 1, *, prop: str = "length_m", value: int = 0, hashed: str = "") -> Row:
    """Return a statement under a sentence of one source."""
    return {
        "statement_id": key,
        "sentence_id": f"{sentence}{hashed}",
        "source_id": "one",
        "sentence_ordinal": sentence,
        "statement": "claim",
        "property": prop,
        "value": value,
    }


def distance(old: Row, new: Row) -> int:
    return abs(int(old["value"]) - int(new["value"]))


def ids(removed: list[Row], added: list[Row]) -> set[tuple[str, str]]:
    return {(a["statement_id"], b["statement_id"]) for a, b in paired(removed, added, distance)}


def test_one_sentence_and_property_make_a_pair() -> None:
    assert ids([statement("a")], [statement("b")]) == {("a", "b")}


def test_another_sentence_or_property_makes_none() -> None:
    assert ids([statement("a")], [statement("b", 2)]) == set()
    assert ids([statement("a")], [statement("b", prop="crew")]) == set()


def test_a_sentence_whose_hash_was_corrected_is_the_same_sentence() -> None:
    assert ids([statement("a")], [statement("b", hashed="'")]) == {("a", "b")}


def test_the_sentence_itself_goes_before_one_at_its_place() -> None:
    moved, other = statement("b", 1), statement("c", 2, hashed="'")
    moved["sentence_ordinal"], other["sentence_ordinal"] = 2, 1
    assert ids([statement("a")], [moved, other]) == {("a", "b")}


def test_of_several_the_most_alike_are_a_pair() -> None:
    removed = [statement("a", value=1), statement("b", value=9)]
    added = [statement("c", value=8), statement("d", value=2)]
    assert ids(removed, added) == {("a", "d"), ("b", "c")}


def test_what_is_left_stays_alone() -> None:
    assert ids([statement("a", value=1), statement("b", value=5)], [statement("c", value=5)]) == {("b", "c")}


sides = st.lists(st.builds(lambda sentence, value: (sentence, value), st.integers(1, 2), st.integers(0, 2)), max_size=4)


@given(sides, sides)
def test_it_does_not_matter_which_side_is_older(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> None:
    removed, added = (
        [statement(f"{name}{n}", sentence, value=value) for n, (sentence, value) in enumerate(rows)]
        for name, rows in (("a", one), ("b", other))
    )
    assert ids(removed, added) == {(b, a) for a, b in ids(added, removed)}
