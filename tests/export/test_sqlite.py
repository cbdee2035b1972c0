"""The SQLite export is a database of materiel, or one for an application; other tools open it."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from exporting import exported
from materiel.catalog.sheet import sheet
from materiel.database.engine import writing
from materiel.database.location import locate
from materiel.database.reader import open_reader
from materiel.errors import ExportError
from materiel.export.formats import Options
from materiel.export.tables import Level
from materiel.seeds.digest import content_digest

TOOLS = Path(sys.executable).parent


def digest(path: object) -> str:
    with writing(locate(str(path))) as connection:
        return content_digest(connection)


def test_with_all_receipts_it_is_a_database_with_the_same_content(specimen: str, tmp_path: Path) -> None:
    path = exported(specimen, "sqlite", tmp_path / "out.sqlite", Level.full)
    assert digest(path) == digest(specimen)
    with open_reader(locate(specimen)) as before, open_reader(locate(str(path))) as after:
        assert sheet(after, "Свифт-1") == sheet(before, "Свифт-1")


def test_a_selection_is_a_sound_database_of_those_systems(packaged_database: Path, tmp_path: Path) -> None:
    path = exported(packaged_database, "sqlite", tmp_path / "out.sqlite", Level.full, ["su-57", "an-2"])
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("SELECT id FROM equipment ORDER BY id").fetchall() == [("an-2",), ("su-57",)]
    with open_reader(locate(str(path))) as reader:
        assert sheet(reader, "felon")["receipts"]


@pytest.mark.parametrize("level", [Level.short, Level.none])
def test_keys_of_an_application_database_lead_somewhere(packaged_database: Path, tmp_path: Path, level: Level) -> None:
    for systems in (None, ["su-57", "ammunition"]):
        path = exported(packaged_database, "sqlite", tmp_path / "out.sqlite", level, systems)
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_every_column_is_described(packaged_database: Path, tmp_path: Path) -> None:
    path = exported(packaged_database, "sqlite", tmp_path / "out.sqlite")
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT unit FROM column_description WHERE id = 'aircraft.wingspan_m'").fetchone()
        undescribed = connection.execute("SELECT id FROM column_description WHERE description = ''").fetchall()
    assert found == ("m",)
    assert undescribed == []


@pytest.mark.parametrize("level", list(Level))
def test_the_same_content_gives_the_same_bytes(
    specimen: str, specimen_file: Path, tmp_path: Path, level: Level
) -> None:
    here = exported(specimen, "sqlite", tmp_path / "a.sqlite", level)
    there = exported(specimen_file, "sqlite", tmp_path / "b.sqlite", level)
    assert here.read_bytes() == there.read_bytes()


@pytest.mark.parametrize("options", [Options(schema="x"), Options(prefix="x_")])
def test_what_sqlite_cannot_have_is_refused(specimen_file: Path, tmp_path: Path, options: Options) -> None:
    with pytest.raises(ExportError, match="--"):
        exported(specimen_file, "sqlite", tmp_path / "a.sqlite", Level.full, options=options)
    assert not (tmp_path / "a.sqlite").exists()


def test_sqlite_utils_reads_it(packaged_database: Path, tmp_path: Path) -> None:
    path = exported(packaged_database, "sqlite", tmp_path / "out.sqlite")
    words = [str(TOOLS / "sqlite-utils"), "rows", str(path), "aircraft", "--where", "id = 'su-57'"]
    (row,) = json.loads(subprocess.run(words, capture_output=True, check=True).stdout)
    assert row["crew"] == 1


def test_datasette_serves_it(packaged_database: Path, tmp_path: Path) -> None:
    path = exported(packaged_database, "sqlite", tmp_path / "out.sqlite")
    words = [str(TOOLS / "datasette"), str(path), "--get", "/out/aircraft/su-57.json?_shape=array"]
    (row,) = json.loads(subprocess.run(words, capture_output=True, check=True).stdout)
    assert row["name"] == "Sukhoi Su-57"
