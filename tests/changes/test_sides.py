"""What can be compared: databases, seeds and wheels, each known by what it holds. Neither side is changed."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from changed import change, compared, silent
from editions import edition
from exporting import exported
from materiel.changes import sides
from materiel.changes.sides import open_side
from materiel.database import schema
from materiel.database.engine import writing
from materiel.database.location import Location
from materiel.database.revision import REVISIONS
from materiel.errors import DatabaseError, MaterielError, RestoreError, SeedError
from materiel.export.tables import Level
from materiel.seeds.load import load_directories
from wheels import wheel


def kind(given: Path | str) -> str:
    """Open a side, and return what kind of thing it is."""
    with open_side(str(given), silent) as side:
        return side.kind


def refused(given: Path | str) -> str:
    """Return the one line with which a side is refused."""
    with pytest.raises(MaterielError) as caught, open_side(str(given), silent):
        pass
    (line,) = caught.value.lines
    return line


def test_a_side_is_known_by_what_it_holds(specimen_file: Path, specimen_folder: Path, tmp_path: Path) -> None:
    assert kind(specimen_file) == "database"
    assert kind(f"sqlite:///{specimen_file}") == "database"
    assert kind(specimen_folder) == "seeds"
    assert kind(wheel(tmp_path / "a-release.zip", specimen_folder)) == "wheel"


def test_all_kinds_of_the_same_content_are_the_same(specimen_file: Path, specimen_folder: Path, tmp_path: Path) -> None:
    release = wheel(tmp_path / "materiel-0.1.0-py3-none-any.whl", specimen_folder)
    for given in (specimen_folder, release, f"sqlite:///{specimen_file}"):
        assert not compared(specimen_file, given).changed


def test_words_stand_for_the_embedded_database_and_the_seeds_of_this_version(
    packaged_database: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "home" / "materiel.sqlite"
    monkeypatch.setattr(sides, "embedded_path", lambda: path)
    assert not compared("seeds", packaged_database).changed
    assert not compared("embedded", packaged_database).changed
    assert path.exists()


def test_what_is_there_goes_before_a_word(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    edition(tmp_path / "seeds")
    shutil.copytree(tmp_path / "seeds", tmp_path / "same")
    assert not compared("seeds", "same").changed


def test_a_side_is_only_read(specimen_copy: Path, specimen_folder: Path, tmp_path: Path) -> None:
    release = wheel(tmp_path / "release.whl", specimen_folder)
    before = {path: hashlib.sha256(path.read_bytes()).digest() for path in (specimen_copy, release)}
    compared(specimen_copy, release)
    assert {path: hashlib.sha256(path.read_bytes()).digest() for path in before} == before
    assert sorted(tmp_path.iterdir()) == sorted(before)


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_a_database_of_an_older_version_is_upgraded_in_a_copy(
    specimen_file: Path, specimen_copy: Path, revision: str
) -> None:
    with writing(Location(path=specimen_copy), bulk=True) as connection:
        schema.downgrade(connection, revision)
    before = specimen_copy.read_bytes()
    assert not compared(specimen_copy, specimen_file).changed
    assert specimen_copy.read_bytes() == before


@pytest.mark.postgresql
def test_a_server_of_an_older_version_is_left_to_its_user(specimen_folder: Path, postgres_location: Location) -> None:
    load_directories(postgres_location, [specimen_folder])
    with writing(postgres_location) as connection:
        schema.downgrade(connection, REVISIONS[0])
    assert "`materiel db upgrade`" in refused(postgres_location.url)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is neither a SQLite database nor a wheel"),
        (b"hello\n" * 1000, "is neither a SQLite database nor a wheel"),
        (b"SQLite format 3\x00", "no database, or a damaged one"),
        (b"PK\x03\x04 and nothing more", "is no wheel, or a damaged one"),
    ],
)
def test_a_file_that_is_nothing_of_these_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    line = refused(path)
    assert line.startswith(f"{path}: ")
    assert said in line


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    for given in (tmp_path / "missing", "", "no such thing", f"sqlite:///{tmp_path}/missing.sqlite"):
        assert "there is no such file or folder" in refused(given)


def test_an_address_of_no_database_is_refused() -> None:
    assert "no database of this kind" in refused("ftp://example.org/x")


def test_a_server_that_is_out_of_reach_is_named_without_its_password() -> None:
    line = refused("postgresql://someone:hush-hush@127.0.0.1:1/materiel")
    assert "127.0.0.1" in line
    assert "hush" not in line


def test_a_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    assert "is no folder of seeds" in refused(tmp_path)


@pytest.mark.parametrize("name", ["csv", "jsonl", "parquet", "datapackage"])
def test_a_full_export_is_what_it_was_made_from(specimen_file: Path, tmp_path: Path, name: str) -> None:
    path = exported(specimen_file, name, tmp_path / "export", Level.full)
    assert kind(path) == "export"
    assert not compared(specimen_file, path).changed


def test_an_export_without_all_receipts_is_refused(specimen_file: Path, tmp_path: Path) -> None:
    path = exported(specimen_file, "csv", tmp_path / "export", Level.short)
    with pytest.raises(RestoreError, match="full"):
        compared(specimen_file, path)


def test_what_is_neither_file_nor_folder_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "is neither a file nor a folder" in refused(tmp_path / "pipe")


def test_seeds_that_are_wrong_are_reported_with_file_and_record(tmp_path: Path) -> None:
    folder = edition(tmp_path / "seeds")
    (folder / "sources" / "one.toml").write_text("title = 1\n", encoding="utf-8")
    with pytest.raises(SeedError) as caught:
        compared(folder, folder)
    assert any("sources/one.toml" in line for line in caught.value.problems)


def test_a_database_without_our_schema_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    change(path, "CREATE TABLE something (id INTEGER)")
    assert "is no materiel database" in refused(path)


def test_a_database_of_a_newer_version_is_refused(specimen_copy: Path) -> None:
    change(specimen_copy, "UPDATE alembic_version SET version_num = '9999'")
    assert "newer version" in refused(specimen_copy)


@pytest.mark.parametrize("part", [0.1, 0.6])
def test_a_damaged_database_gives_no_answer(specimen_copy: Path, specimen_file: Path, part: float) -> None:
    os.truncate(specimen_copy, int(specimen_copy.stat().st_size * part))
    with pytest.raises(DatabaseError, match="damaged"):
        compared(specimen_copy, specimen_file)


def test_a_writer_waits_until_a_side_was_read(specimen_copy: Path) -> None:
    with (
        closing(sqlite3.connect(specimen_copy, timeout=0)) as connection,
        open_side(str(specimen_copy), silent),
        pytest.raises(sqlite3.OperationalError, match="locked"),
        connection,
    ):
        connection.execute("DELETE FROM mention")


def test_temporary_files_are_gone_afterwards(
    specimen_folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    compared(specimen_folder, specimen_folder)
    assert list(tmp_path.iterdir()) == []
