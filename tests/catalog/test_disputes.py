"""What sources disagree on."""

from __future__ import annotations

import pytest

from materiel.catalog.disputes import disputes
from materiel.database.location import Location
from materiel.database.reader import Reader, open_reader
from materiel.errors import NameNotFoundError
from materiel.seeds.load import load_directories
from samples import SeedFolder, says


def test_values_that_exclude_each_other_are_in_dispute(reader: Reader) -> None:
    found = [row for row in disputes(reader) if row["property"] == "wingspan_m"]
    sides = {frozenset((row["a"]["source_id"], row["b"]["source_id"])) for row in found}
    assert sides == {frozenset(("acme-planes", "gamma-page")), frozenset(("beta-report", "gamma-page"))}
    assert {row["reason"] for row in found} == {"values differ"}


def test_a_denial_disputes_what_it_denies(reader: Reader) -> None:
    (row,) = [row for row in disputes(reader) if row["statement"] == "transfer"]
    assert row["reason"] == "denied"
    assert (row["a"]["firmness"], row["b"]["firmness"]) == ("denied", "asserted")
    assert row["a"]["attribution"] == "Gamma gazette > Testland"


def test_a_value_that_cannot_be_still_disputes_the_others(reader: Reader) -> None:
    (row,) = [row for row in disputes(reader) if row["property"] == "crew"]
    assert {row["a"]["value"], row["b"]["value"]} == {"1", "3000"}


@pytest.mark.parametrize(("one", "other", "count"), [("DDG 51", "DDG-51", 0), ("DDG 51", "DDG 52", 1)])
def test_a_hyphen_is_no_dispute(location: Location, folder: SeedFolder, one: str, other: str, count: int) -> None:
    folder.system("surface_ship", "test-ship")
    for source, number in (("acme-2", one), ("acme-3", other)):
        folder.says(says("test-ship", quote="said", claim={"hull_number": number}), source_id=source)
    load_directories(location, [folder.path])
    with open_reader(location) as reader:
        assert len(disputes(reader)) == count


def test_a_guess_disputes_nothing(reader: Reader) -> None:
    assert disputes(reader, "pike") == []


def test_only_disputes_of_the_wanted_system_are_shown(reader: Reader) -> None:
    assert disputes(reader, "Свифт-1") == [row for row in disputes(reader) if row["equipment_id"] == "swift-1"]
    with pytest.raises(NameNotFoundError):
        disputes(reader, "nothing like it")


def test_both_sides_are_in_the_wanted_units(reader: Reader) -> None:
    for row in disputes(reader, "swift-1", "imperial"):
        if row["property"] == "wingspan_m":
            assert {row["a"]["unit"], row["b"]["unit"]} == {"ft"}
            assert {row["a"]["as_stated"], row["b"]["as_stated"]} <= {"18 m", "18.0 m", "20 m"}


def test_both_sides_link_to_their_sentences(reader: Reader) -> None:
    assert all("#:~:text=" in row[side]["link"] for row in disputes(reader) for side in ("a", "b"))
