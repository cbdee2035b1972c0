"""A database is built again from an export: with the same digest, on both engines, or not at all."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import text

from exporting import exported
from hostile import PRINTABLE, plant
from materiel.catalog.check import check
from materiel.catalog.sheet import sheet
from materiel.database.engine import writing
from materiel.database.location import Location
from materiel.database.reader import open_reader
from materiel.errors import MaterielError, RestoreError
from materiel.export.restore import SUFFIXES, restore
from materiel.export.tables import Level
from materiel.seeds.batches import columns
from materiel.seeds.digest import content_digest

FORMATS = [*SUFFIXES, "sqlite"]


def digest(location: Location) -> str:
    with writing(location) as connection:
        return content_digest(connection)


def restored(path: Path, location: Location) -> str:
    return restore(path, location, lambda _step, _count: None)


def rows(location: Location) -> dict[str, set[tuple[Any, ...]]]:
    """Return all that commands read, derived tables and all, but for how it was built."""
    with writing(location) as connection:
        tables = [*columns(), "property", "data_dictionary", "search_document"]
        return {table: {tuple(row) for row in connection.execute(text(f"SELECT * FROM {table}"))} for table in tables}


def nothing_is_in(location: Location) -> bool:
    if location.path is not None:
        return not location.path.exists() and not list(location.path.parent.glob(f"{location.path.name}*"))
    with psycopg.connect(location.url.replace("+psycopg", "")) as connection:
        return connection.execute("SELECT 1 FROM pg_tables WHERE schemaname = 'public'").fetchall() == []


def refused(path: Path, location: Location, error: type[MaterielError] = RestoreError) -> str:
    """Restore what has to be refused. Returns the message; nothing was written."""
    with pytest.raises(error) as raised:
        restored(path, location)
    assert nothing_is_in(location)
    return str(raised.value)


@pytest.fixture
def new(tmp_path: Path) -> Location:
    """Return a SQLite file that is not there yet."""
    return Location(path=tmp_path / "new.sqlite")


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_built_is_what_was_exported(
    specimen_file: Path, specimen: str, location: Location, tmp_path: Path, name: str
) -> None:
    path = exported(specimen, name, tmp_path / "out", Level.full)
    before = Location(path=specimen_file)
    assert restored(path, location) == digest(location) == digest(before)
    assert {table: len(found) for table, found in rows(location).items()} == {
        table: len(found) for table, found in rows(before).items()
    }
    if location.path is not None:
        assert rows(location) == rows(before)


@pytest.mark.parametrize("name", FORMATS)
def test_our_own_data_are_built_again(packaged_part: Path, location: Location, tmp_path: Path, name: str) -> None:
    path = exported(packaged_part, name, tmp_path / "out", Level.full)
    assert restored(path, location) == digest(Location(path=packaged_part))
    with open_reader(location) as after, open_reader(Location(path=packaged_part)) as before:
        assert [row["check"] for row in check(after) if not row["passed"]] == []
        for system in ("su-57", "felon", "an-2"):
            assert sheet(after, system) == sheet(before, system)


@pytest.mark.parametrize("name", SUFFIXES)
def test_what_was_built_is_exported_to_the_same_bytes(specimen: str, new: Location, tmp_path: Path, name: str) -> None:
    first = exported(specimen, name, tmp_path / "first", Level.full)
    restored(first, new)
    second = exported(new, name, tmp_path / "second", Level.full)
    assert {path.name: path.read_bytes() for path in first.iterdir()} == {
        path.name: path.read_bytes() for path in second.iterdir()
    }


@pytest.mark.parametrize("name", SUFFIXES)
def test_hostile_texts_are_built_again(specimen_copy: Path, location: Location, tmp_path: Path, name: str) -> None:
    plant(str(specimen_copy), PRINTABLE)
    with closing(sqlite3.connect(specimen_copy)) as connection, connection:
        connection.execute("UPDATE build SET value = ? WHERE key = 'content_digest'", (digest_of(specimen_copy),))
    path = exported(specimen_copy, name, tmp_path / "out", Level.full)
    assert restored(path, location) == digest_of(specimen_copy)


def digest_of(path: Path) -> str:
    return digest(Location(path=path))


@pytest.mark.parametrize("name", FORMATS)
def test_a_selection_is_a_sound_database(
    packaged_database: Path, location: Location, tmp_path: Path, name: str
) -> None:
    path = exported(packaged_database, name, tmp_path / "out", Level.full, ["su-57", "an-2"])
    restored(path, location)
    with open_reader(location) as reader:
        assert [row["id"] for row in reader.rows("SELECT id FROM equipment ORDER BY id")] == ["an-2", "su-57"]
        assert [row["check"] for row in check(reader) if not row["passed"]] == []


@pytest.mark.parametrize("level", [Level.short, Level.none])
@pytest.mark.parametrize("name", FORMATS)
def test_only_a_whole_export_will_do(
    specimen_file: Path, new: Location, tmp_path: Path, name: str, level: Level
) -> None:
    path = exported(specimen_file, name, tmp_path / "out", level)
    error = MaterielError if name == "sqlite" else RestoreError
    said = refused(path, new, error)
    assert str(path) in said
    assert name == "sqlite" or "--receipts full" in said


def test_what_is_no_export_is_refused_with_what_would_do(new: Location, tmp_path: Path, specimen_file: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "text").write_text("hello")
    (tmp_path / "empty").write_text("")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "materiel.json").write_text("{")
    (tmp_path / "list").mkdir()
    (tmp_path / "list" / "materiel.json").write_text("[]")
    django = exported(specimen_file, "django", tmp_path / "equipment_data")
    for path in (*(tmp_path / name for name in ("folder", "text", "empty", "broken", "list", "missing")), django):
        assert str(path) in refused(path, new)


@pytest.fixture(params=SUFFIXES)
def folder(request: pytest.FixtureRequest, specimen_file: Path, tmp_path: Path) -> Path:
    """Return a whole export of the specimen, in each format that is a folder."""
    return exported(specimen_file, request.param, tmp_path / "out", Level.full)


def test_a_missing_file_is_named(folder: Path, location: Location) -> None:
    (missing,) = folder.glob("claim.*")
    missing.unlink()
    assert missing.name in refused(folder, location)


@pytest.mark.parametrize(
    "damage", [lambda whole: whole[: len(whole) // 2], lambda _whole: b"\xff\xfe\x00", lambda _whole: b""]
)
def test_a_damaged_file_is_said(folder: Path, new: Location, damage: Callable[[bytes], bytes]) -> None:
    (path,) = folder.glob("claim.*")
    path.write_bytes(damage(path.read_bytes()))
    refused(folder, new)


def changed(specimen_copy: Path, tmp_path: Path, name: str, *statements: str) -> Path:
    """Export the specimen after changes behind the back of all checks, with the old digest."""
    with closing(sqlite3.connect(specimen_copy)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            connection.execute(statement)
    return exported(specimen_copy, name, tmp_path / "out", Level.full)


def without_digest(path: Path) -> Path:
    """Take the digest out of a folder, as if somebody had forged it."""
    about = json.loads((path / "materiel.json").read_text())
    (path / "materiel.json").write_text(json.dumps({**about, "content_digest": None}))
    return path


@pytest.mark.parametrize("name", FORMATS)
def test_a_content_that_was_changed_is_refused(
    specimen_copy: Path, location: Location, tmp_path: Path, name: str
) -> None:
    path = changed(specimen_copy, tmp_path, name, "UPDATE claim SET value = '19' WHERE value = '18'")
    if name == "sqlite":
        path = specimen_copy
    assert "the content was changed" in refused(path, location)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE claim SET equipment_id = 'nobody' WHERE equipment_id = 'pike'",
        "UPDATE evidence SET firmness = 'shouted' WHERE firmness = 'denied'",
        "UPDATE source SET rights = 'none'",
        "UPDATE equipment SET family_id = id WHERE id = 'pike'",
        "UPDATE equipment SET family_id = 'nobody' WHERE id = 'pike'",
        "UPDATE claim SET property = 'no_such' WHERE property = 'crew'",
        "DELETE FROM sentence",
    ],
)
@pytest.mark.parametrize("name", ["csv", "parquet"])
def test_rows_that_no_constraint_allows_are_refused(
    specimen_copy: Path, location: Location, tmp_path: Path, name: str, statement: str
) -> None:
    refused(without_digest(changed(specimen_copy, tmp_path, name, statement)), location, MaterielError)


@pytest.mark.parametrize("text", ["\x1b[31m", "a\nb", "\u202e"])
@pytest.mark.parametrize("name", SUFFIXES)
def test_a_text_that_no_seed_could_hold_is_refused(
    specimen_copy: Path, new: Location, tmp_path: Path, name: str, text: str
) -> None:
    plant(str(specimen_copy), [text])
    path = without_digest(exported(specimen_copy, name, tmp_path / "out", Level.full))
    assert "control character" in refused(path, new)


def test_families_may_come_after_their_members(specimen_copy: Path, location: Location, tmp_path: Path) -> None:
    path = changed(specimen_copy, tmp_path, "jsonl", "UPDATE equipment SET family_id = 'swift-2' WHERE id = 'swift-1'")
    restored(without_digest(path), location)
    with open_reader(location) as reader:
        assert reader.rows("SELECT id FROM equipment WHERE family_id = 'swift-2'") == [{"id": "swift-1"}]


@pytest.mark.parametrize("name", SUFFIXES)
def test_an_interruption_leaves_nothing(specimen_file: Path, location: Location, tmp_path: Path, name: str) -> None:
    path = exported(specimen_file, name, tmp_path / "out", Level.full)

    def interrupt(step: str, _count: int) -> None:
        if step == "rows in the digest":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        restore(path, location, interrupt)
    assert nothing_is_in(location)


def test_progress_is_told(specimen_file: Path, new: Location, tmp_path: Path) -> None:
    steps: list[str] = []
    path = exported(specimen_file, "csv", tmp_path / "out", Level.full)
    restore(path, new, lambda step, _count: steps.append(step))
    assert steps[-2:] == ["texts indexed", "rows in the digest"]
    assert "rows of claim" in steps


@pytest.fixture
def full_copy(specimen_file: Path, tmp_path: Path) -> Iterator[Path]:
    """Return a database whose rows are in a log beside it."""
    path = Path(shutil.copy(specimen_file, tmp_path / "log.sqlite"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE agent SET country = country")
        connection.commit()
        yield path


def test_a_database_with_a_log_is_read_with_it(full_copy: Path, new: Location) -> None:
    assert restored(full_copy, new) == digest_of(full_copy)
