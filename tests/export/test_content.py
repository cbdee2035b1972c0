"""The content of an export: read at one moment, in parts, by workers or here: the same bytes from every database."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from exporting import exported
from hostile import PRINTABLE, plant
from materiel.database.location import Location, locate
from materiel.database.reader import open_reader
from materiel.errors import DatabaseError
from materiel.export import content as module
from materiel.export.content import Content, open_content
from materiel.export.csv_files import write_table
from materiel.export.lines import csv_line
from materiel.export.tables import Level
from materiel.models import Base

ROW_FORMATS = ("csv", "datapackage", "jsonl", "parquet", "xlsx")
LEVELS = list(Level)
SELECTIONS = [None, ["swift-1", "pike"]]


def written(path: Path) -> dict[str, bytes]:
    """Return what was exported: the bytes of each file by its name in the folder, or of the one file."""
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    return {file.relative_to(path).as_posix(): file.read_bytes() for file in files}


@contextmanager
def opened(address: str, level: Level = Level.full) -> Iterator[Content]:
    location = locate(address)
    with (
        open_reader(location) as reader,
        open_content(reader, location, level, lambda _step, _count: None) as content,
    ):
        yield content


@pytest.fixture(scope="module")
def turned_round(specimen_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a copy of the specimen whose rows were inserted the other way round."""
    path = Path(shutil.copy(specimen_file, tmp_path_factory.mktemp("turned") / "turned.sqlite"))
    with closing(sqlite3.connect(path)) as connection, connection:
        for table in Base.metadata.tables:
            rows = connection.execute(f"SELECT * FROM {table} ORDER BY rowid DESC").fetchall()
            connection.execute(f"DELETE FROM {table}")
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
    return path


@pytest.mark.parametrize("systems", SELECTIONS)
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", ROW_FORMATS)
def test_the_order_of_insertion_does_not_matter(
    specimen_file: Path, turned_round: Path, tmp_path: Path, name: str, level: Level, systems: list[str] | None
) -> None:
    first = written(exported(specimen_file, name, tmp_path / "first", level, systems))
    assert written(exported(turned_round, name, tmp_path / "second", level, systems)) == first
    assert written(exported(specimen_file, name, tmp_path / "first", level, systems)) == first


@pytest.mark.postgresql
@pytest.mark.parametrize("systems", SELECTIONS)
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", ROW_FORMATS)
def test_both_engines_give_the_same_bytes(
    specimen_file: Path, specimen_url: str, tmp_path: Path, name: str, level: Level, systems: list[str] | None
) -> None:
    first = written(exported(specimen_file, name, tmp_path / "first", level, systems))
    assert written(exported(specimen_url, name, tmp_path / "second", level, systems)) == first


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", ROW_FORMATS)
def test_parts_and_workers_do_not_show(
    specimen_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, level: Level
) -> None:
    plain = written(exported(specimen_file, name, tmp_path / "plain", level))
    for size in ("_IDS_OF_A_PART", "_SYSTEMS_OF_A_PART", "LEAST_PARTS"):
        monkeypatch.setattr(module, size, 1)
    monkeypatch.setattr("materiel.workers.worker_count", lambda: 2)
    assert written(exported(specimen_file, name, tmp_path / "parts", level)) == plain


def test_what_goes_wrong_in_a_worker_is_said(
    specimen_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for size in ("_IDS_OF_A_PART", "_SYSTEMS_OF_A_PART", "LEAST_PARTS"):
        monkeypatch.setattr(module, size, 1)
    with opened(str(specimen_file)) as content:
        claims = next(table for table in content.tables if table.name == "claim")
        with pytest.raises(DatabaseError, match="no_such"):
            content.write_lines(claims, "no_such", tmp_path / "claim.csv")


def test_a_file_with_a_log_is_read_here_and_as_it_is(specimen_copy: Path, tmp_path: Path) -> None:
    before = written(exported(specimen_copy, "csv", tmp_path / "before", Level.full))
    with closing(sqlite3.connect(specimen_copy)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE agent SET country = country")
        connection.commit()
        with opened(str(specimen_copy)) as content:
            assert not content.is_file
        for name in ROW_FORMATS:
            exported(specimen_copy, name, tmp_path / name)
        assert written(exported(specimen_copy, "csv", tmp_path / "after", Level.full)) == before


def test_a_writer_waits_until_the_export_is_done(specimen_copy: Path) -> None:
    with closing(sqlite3.connect(specimen_copy, timeout=0)) as writer:
        with opened(str(specimen_copy)) as content:
            next(iter(content.rows(content.tables[0])))
            writer.execute("UPDATE agent SET country = 'Otherland'")
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                writer.commit()
        writer.commit()


def test_rows_that_come_while_a_server_is_read_do_not_show(specimen_url: str) -> None:
    with opened(specimen_url) as content:
        agents = next(table for table in content.tables if table.name == "agent")
        before = list(content.rows(agents))
        plant(specimen_url, ["late"])
        try:
            assert list(content.rows(agents)) == before
        finally:
            plant(specimen_url, [])


def test_progress_is_told(specimen_file: Path, tmp_path: Path) -> None:
    told: dict[str, int] = {}
    location = Location(path=specimen_file)
    with (
        open_reader(location) as reader,
        open_content(reader, location, Level.full, lambda step, count: told.update({step: count})) as content,
    ):
        counts = {f"rows of {table.name}": len(list(content.rows(table))) for table in content.tables}
        told.clear()
        for table in content.tables:
            write_table(content, table, tmp_path / f"{table.name}.csv")
    assert told == counts


@pytest.mark.parametrize("name", ROW_FORMATS)
def test_a_damaged_database_is_said(specimen_copy: Path, tmp_path: Path, name: str) -> None:
    with closing(sqlite3.connect(specimen_copy)) as connection:
        page, size = connection.execute("SELECT min(pageno), 4096 FROM dbstat WHERE name = 'claim'").fetchone()
    content = bytearray(specimen_copy.read_bytes())
    content[(page - 1) * size : page * size] = b"\xff" * size
    specimen_copy.write_bytes(content)
    with pytest.raises(DatabaseError, match=r"damaged|malformed"):
        exported(specimen_copy, name, tmp_path / "out", Level.full)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", ["csv", "datapackage", "jsonl", "parquet"])
def test_a_folder_says_what_it_is_and_whose(specimen: str, tmp_path: Path, name: str, level: Level) -> None:
    folder = exported(specimen, name, tmp_path / "out", level, ["pike"])
    about = json.loads((folder / "materiel.json").read_text())
    assert (about["format"], about["receipts"], about["systems"]) == (name, level, ["pike"])
    assert "MIT" in about["rights"]
    assert len(about["content_digest"]) == 64
    readme = (folder / "README.md").read_text()
    assert about["rights"] in readme
    assert about["caution"] in readme
    with opened(specimen, level) as content:
        tables = {table.name for table in content.tables}
    assert {path.stem for path in folder.iterdir()} - {"materiel", "README", "datapackage"} == tables


def test_a_selection_of_hostile_names_is_a_parameter_and_no_sql(specimen_copy: Path, tmp_path: Path) -> None:
    for name in PRINTABLE:
        location = Location(path=specimen_copy)
        with (
            open_reader(location) as reader,
            open_content(reader, location, Level.full, lambda _step, _count: None, [name]) as content,
        ):
            claims = next(table for table in content.tables if table.name == "claim")
            assert list(content.rows(claims)) == []
            assert list(content.lines(claims, csv_line(claims, "sqlite", guarded=True))) == [""]
    assert tmp_path.is_dir()
