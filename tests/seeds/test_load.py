"""Loading: one transaction, the same result however often and in whatever order, on every engine."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from materiel.database.engine import writing
from materiel.database.location import Location
from materiel.errors import SeedError
from materiel.resources import seeds_dir
from materiel.seeds.load import load_directories
from samples import SeedFolder, minimal, says, sentence


def content(location: Location) -> list[tuple[object, ...]]:
    with writing(location) as connection:
        found = connection.execute(
            text("SELECT evidence_id, value, low, high, adopted, adoption FROM claim ORDER BY evidence_id")
        )
        return [tuple(row) for row in found]


def test_loading_twice_changes_nothing(location: Location, folder: SeedFolder) -> None:
    first = load_directories(location, [folder.path])
    before = content(location)
    assert load_directories(location, [folder.path]) == first
    assert content(location) == before


def test_the_digest_changes_with_the_content(location: Location, folder: SeedFolder) -> None:
    before = load_directories(location, [folder.path]).digest
    folder.says(says(quote="It is said", claim={"crew": 2}))
    assert load_directories(location, [folder.path]).digest != before


@pytest.mark.postgresql
def test_both_engines_end_with_the_same_digest(tmp_path: Path, postgres_location: Location, folder: SeedFolder) -> None:
    sqlite = load_directories(Location(path=tmp_path / "a.sqlite"), [folder.path])
    assert load_directories(postgres_location, [folder.path]) == sqlite


@pytest.mark.postgresql
def test_our_own_seeds_end_with_the_same_digest_on_both_engines(tmp_path: Path, postgres_location: Location) -> None:
    sqlite = load_directories(Location(path=tmp_path / "a.sqlite"), [seeds_dir()])
    assert load_directories(postgres_location, [seeds_dir()]) == sqlite


def test_the_order_of_files_does_not_matter(tmp_path: Path) -> None:
    one, two = minimal(tmp_path / "one"), minimal(tmp_path / "two")
    lengths = {f"acme-{n}": f"{10 + n} m" for n in range(3, 7)}
    for folder, order in ((one, list(lengths)), (two, list(lengths)[::-1])):
        for name in order:
            statement = says(quote="It is said", claim={"length_m": lengths[name]})
            folder.says(statement, source_id=name, words=f"It is said in {name}.")
    digests = {
        load_directories(Location(path=tmp_path / f"{folder.path.name}.sqlite"), [folder.path]).digest
        for folder in (one, two)
    }
    assert len(digests) == 1


def test_seeds_may_be_spread_over_several_folders(tmp_path: Path, folder: SeedFolder) -> None:
    whole = load_directories(Location(path=tmp_path / "whole.sqlite"), [folder.path])
    spread = tmp_path / "spread"
    moved = folder.path / "sources" / "acme-1.toml"
    (spread / "sources").mkdir(parents=True)
    moved.rename(spread / "sources" / "acme-1.toml")
    parts = load_directories(Location(path=tmp_path / "parts.sqlite"), [folder.path, spread])
    assert parts.digest == whole.digest


def test_wrong_seeds_leave_the_old_content_standing(location: Location, folder: SeedFolder) -> None:
    load_directories(location, [folder.path])
    before = content(location)
    folder.says(says(about="nobody", quote="It is said", claim={"crew": 2}))
    with pytest.raises(SeedError, match="nobody"):
        load_directories(location, [folder.path])
    assert content(location) == before


def test_a_claim_keeps_its_id_when_another_record_changes(location: Location, folder: SeedFolder) -> None:
    load_directories(location, [folder.path])
    before = {row[0] for row in content(location)}
    folder.says(says(quote="It is said", claim={"crew": 2}))
    load_directories(location, [folder.path])
    assert before < {row[0] for row in content(location)}


def test_an_implausible_value_is_kept_as_stated_and_not_adopted(location: Location, folder: SeedFolder) -> None:
    folder.says(says(quote="It is said", claim={"max_takeoff_mass_kg": "900 t"}))
    report = load_directories(location, [folder.path])
    assert report.flagged == 1
    with writing(location) as connection:
        row = connection.execute(
            text("SELECT as_stated, flag, adopted FROM claim WHERE property = 'max_takeoff_mass_kg'")
        ).one()
        cell = connection.execute(text("SELECT max_takeoff_mass_kg FROM aircraft")).scalar_one()
    assert row.as_stated == "900 t"
    assert "plausible" in row.flag
    assert not row.adopted
    assert cell is None


@pytest.mark.parametrize("firmness", ["planned", "alleged", "speculated", "denied"])
def test_what_nobody_stands_behind_is_not_adopted(location: Location, folder: SeedFolder, firmness: str) -> None:
    folder.says(says(firmness=firmness, quote="It is said", claim={"crew": 2}))
    load_directories(location, [folder.path])
    with writing(location) as connection:
        assert connection.execute(text("SELECT crew FROM aircraft")).scalar_one() is None


def test_a_pin_goes_before_the_rule(location: Location, folder: SeedFolder) -> None:
    for number in (3, 4):
        folder.source(
            f"acme-{number}",
            sentence(f"Number {number} says 20 m.", says(quote="says 20 m", claim={"length_m": "20 m"})),
            kind="government document",
        )
    choice = {"property": "length_m", "source": "acme-1", "sentence": 2, "reason": "It was measured."}
    folder.system("aircraft", "test-plane", adopt=[choice])
    load_directories(location, [folder.path])
    with writing(location) as connection:
        assert connection.execute(text("SELECT length_m FROM aircraft")).scalar_one() == 10
        reason = connection.execute(text("SELECT adoption FROM claim WHERE adopted")).scalar_one()
    assert "It was measured." in reason
