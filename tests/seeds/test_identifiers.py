"""Ids that stay."""

from __future__ import annotations

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from materiel.seeds.identifiers import NAMESPACE, stable_id

TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs")))
PART = TEXT | st.none()
PARTS = st.lists(PART, min_size=1, max_size=5)


@given(st.lists(TEXT, min_size=1, max_size=5))
def test_an_id_is_what_the_standard_library_makes_of_the_same_bytes(parts: list[str]) -> None:
    assert stable_id(*parts) == str(uuid.uuid5(NAMESPACE, "\x1f".join(parts)))


@given(PARTS)
def test_an_id_is_a_uuid_of_version_5(parts: list[str | None]) -> None:
    found = uuid.UUID(stable_id(*parts))
    assert (found.version, found.variant) == (5, uuid.RFC_4122)
    assert str(found) == stable_id(*parts)


@given(PARTS, PARTS)
def test_ids_are_the_same_exactly_when_the_parts_are(one: list[str | None], other: list[str | None]) -> None:
    assert (stable_id(*one) == stable_id(*other)) == (one == other)


@given(PART, PART, st.lists(PART, max_size=3))
def test_parts_cannot_be_joined_differently(first: str | None, second: str | None, rest: list[str | None]) -> None:
    joined = (first or "") + (second or "")
    assert stable_id(first, second, *rest) != stable_id(joined, *rest)
    if first != second:
        assert stable_id(first, second, *rest) != stable_id(second, first, *rest)


def test_no_part_is_not_an_empty_part() -> None:
    assert len({stable_id("a", None), stable_id("a", ""), stable_id("a"), stable_id("a", "None")}) == 4


@pytest.mark.parametrize("number", [0, 1, 10**30])
def test_a_number_counts_as_its_digits(number: int) -> None:
    assert stable_id("sentence", number) == stable_id("sentence", str(number))


def test_an_id_never_changes() -> None:
    """These ids stand in databases that others have."""
    assert str(NAMESPACE) == "5d6a7c2e-3f0b-5c7e-9a55-6d6174657269"
    assert stable_id("claim", "acme-1", None) == "7a14378a-76ca-5df8-b2e6-64be569f5069"
