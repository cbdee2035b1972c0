"""A patch makes of the rows of one edition those of another, in whatever database they were pushed to."""

from __future__ import annotations

from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.pool import NullPool

from changed import database, silent
from editions import EDITS, TOGETHER, edition
from materiel.changes.patch import write_patch
from materiel.changes.rows import primary_key
from materiel.changes.sides import open_side
from materiel.database.location import Location
from materiel.database.reader import open_reader
from materiel.export.content import open_content
from materiel.export.tables import Level
from materiel.push.feed import ContentFeed, PatchFeed
from materiel.push.patch import Operation, Patch, read_patch
from materiel.push.run import Choices, push
from materiel.seeds.load import load_directories

OPERATIONS: tuple[Operation, ...] = ("put", "retire")


def patch(path: Path, old: Path | str, new: Path | str, level: Level = Level.short) -> Patch:
    """Write the patch between two sides to a file, and read it again."""
    with open_side(str(old), silent) as before, open_side(str(new), silent) as after:
        write_patch(path, before, after, level, silent)
    return read_patch(path)


def pushed(source: Path, target: Location, level: Level) -> None:
    """Push a database to another one."""
    location = Location(path=source)
    with open_reader(location) as reader, open_content(reader, location, level, silent) as content:
        push(ContentFeed(content), target, Choices(), silent)


def rows(location: Location) -> dict[str, list[str]]:
    """Return the rows that are current, of all tables, the same for the same rows on each engine."""
    engine = create_engine(location.url, poolclass=NullPool)
    with engine.connect() as connection:
        found = {
            name: connection.execute(text(f"SELECT * FROM {name} WHERE materiel_status = 'current'")).all()
            for name in inspect(connection).get_table_names()
        }
    engine.dispose()
    return {name: sorted(repr([plain(value) for value in row]) for row in values) for name, values in found.items()}


def plain(value: Any) -> Any:
    """Return a value without what only one engine makes of it."""
    if isinstance(value, bool):
        return int(value)
    return str(value) if isinstance(value, date) else value


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the first edition."""
    folder = tmp_path_factory.mktemp("first")
    return database(edition(folder / "seeds"), folder / "first.sqlite")


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of an edition in which everything changed."""
    folder = tmp_path_factory.mktemp("later")
    return database(edition(folder / "seeds", TOGETHER), folder / "later.sqlite")


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("backwards", [False, True])
def test_a_patch_makes_one_edition_of_the_other(
    first: Path, later: Path, level: Level, backwards: bool, location: Location, tmp_path: Path
) -> None:
    old, new = (later, first) if backwards else (first, later)
    pushed(old, location, level)
    push(PatchFeed(patch(tmp_path / "patch", old, new, level)), location, Choices(), silent)
    wanted = Location(path=tmp_path / "wanted.sqlite")
    pushed(new, wanted, level)
    assert rows(location) == rows(wanted)


@pytest.mark.parametrize("edit", EDITS)
def test_a_patch_has_the_rows_that_changed_and_no_others(first: Path, edit: str, tmp_path: Path) -> None:
    new = database(edition(tmp_path / "seeds", [edit]), tmp_path / "new.sqlite")
    for level in Level:
        found = patch(tmp_path / f"patch-{level}", first, new, level)
        before, after = (exported(path, level) for path in (first, new))
        puts, gone = (
            {(table.name, *row) for table in found.tables for row in found.rows(table.name, operation)}
            for operation in OPERATIONS
        )
        assert puts == set(chain(*after.values())) - set(chain(*before.values()))
        assert gone == before.keys() - after.keys()


def exported(path: Path, level: Level) -> dict[tuple[Any, ...], set[tuple[Any, ...]]]:
    """Return the rows of a database as they are exported, each with its table, by table and key."""
    location = Location(path=path)
    with open_reader(location) as reader, open_content(reader, location, level, silent) as content:
        return {
            (table.name, *primary_key(table)(row)): {(table.name, *row)}
            for table in content.tables
            for row in content.rows(table)
        }


def test_the_patch_of_what_did_not_change_is_empty(first: Path, tmp_path: Path) -> None:
    found = patch(tmp_path / "patch", first, first)
    assert not any(list(found.rows(table.name, way)) for table in found.tables for way in OPERATIONS)
    assert found.head.before == found.head.after is not None


@pytest.mark.parametrize("level", Level)
def test_the_same_sides_give_the_same_patch_to_the_byte(first: Path, later: Path, level: Level, tmp_path: Path) -> None:
    for name in ("one", "two"):
        patch(tmp_path / name, first, later, level)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.postgresql
@pytest.mark.parametrize("level", Level)
def test_engines_give_the_same_patch_to_the_byte(
    first: Path, later: Path, level: Level, postgres_location: Location, tmp_path: Path
) -> None:
    load_directories(postgres_location, [edition(tmp_path / "seeds", TOGETHER)])
    patch(tmp_path / "one", first, later, level)
    patch(tmp_path / "two", first, postgres_location.url, level)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
