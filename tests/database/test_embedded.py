"""The embedded database is built at first use, renewed with the seeds, and left alone once it is the user's."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import insert

from materiel.database import embedded, schema
from materiel.database.adding import adding
from materiel.database.embedded import ensure_embedded, load_into, seeds_stamp
from materiel.database.engine import writing
from materiel.database.location import Location
from materiel.database.reader import open_reader
from materiel.database.revision import REVISIONS
from materiel.database.writes import NOTE, only_ours
from materiel.errors import DatabaseError
from materiel.models import Attachment
from samples import SeedFolder, says, sentence


@pytest.fixture
def home(tmp_path: Path, folder: SeedFolder, monkeypatch: pytest.MonkeyPatch) -> Location:
    """A user's data directory, in a world where the program carries the seeds of `folder`."""
    monkeypatch.setattr(embedded, "seeds_dir", lambda: folder.path)
    return Location(path=tmp_path / "home" / "materiel" / "materiel.sqlite", embedded=True)


def values(location: Location) -> list[str]:
    assert location.path is not None
    with closing(sqlite3.connect(location.path)) as connection:
        return [row[0] for row in connection.execute("SELECT value FROM claim ORDER BY value")]


def attachment(source: str) -> dict[str, object]:
    return {"source_id": source, "file": "a.txt", "sha256": "0" * 64, "canonical_version": 1, "attached": date.today()}


def attach(location: Location, source: str) -> None:
    with adding(location) as connection:
        connection.execute(insert(Attachment), attachment(source))


def attached(location: Location) -> list[str]:
    assert location.path is not None
    with closing(sqlite3.connect(location.path)) as connection:
        return [row[0] for row in connection.execute("SELECT source_id FROM attachment ORDER BY source_id")]


def change_seeds(folder: SeedFolder) -> None:
    folder.source("acme-9", sentence("It is 12 m long.", says(quote="12 m long", claim={"length_m": "12 m"})))


def test_it_is_built_at_first_use(home: Location) -> None:
    ensure_embedded(home)
    assert values(home) == ["10"]


def test_it_is_not_touched_while_the_seeds_stay_the_same(home: Location) -> None:
    ensure_embedded(home)
    assert home.path is not None
    before = home.path.stat().st_mtime_ns
    ensure_embedded(home)
    assert home.path.stat().st_mtime_ns == before


def test_it_is_renewed_when_the_seeds_differ(home: Location, folder: SeedFolder) -> None:
    ensure_embedded(home)
    change_seeds(folder)
    ensure_embedded(home)
    assert values(home) == ["10", "12"]


def test_seeds_that_only_look_newer_do_not_renew_it(home: Location, folder: SeedFolder) -> None:
    ensure_embedded(home)
    for path in folder.path.rglob("*.toml"):
        os.utime(path, ns=(1, 1))
    ensure_embedded(home)
    change_seeds(folder)
    ensure_embedded(home)
    assert values(home) == ["10", "12"]


def test_it_is_kept_once_its_user_changed_it(
    home: Location, folder: SeedFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    ensure_embedded(home)
    assert home.path is not None
    with closing(sqlite3.connect(home.path)) as connection, connection:
        connection.execute("CREATE TABLE my_notes (note TEXT)")
    change_seeds(folder)
    ensure_embedded(home)
    assert values(home) == ["10"]
    assert "kept" in capsys.readouterr().err


def test_what_its_user_added_is_taken_along(
    home: Location, folder: SeedFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    ensure_embedded(home)
    attach(home, "acme-1")
    for number in (7, 8):
        folder.source(f"acme-{number}", sentence(f"It is {number} m long.", says(claim={"length_m": f"{number} m"})))
        ensure_embedded(home)
        attach(home, f"acme-{number}")
    assert values(home) == ["10", "7", "8"]
    assert attached(home) == ["acme-1", "acme-7", "acme-8"]
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_an_older_schema_is_renewed_though_the_seeds_are_the_same(home: Location, revision: str) -> None:
    ensure_embedded(home)
    assert home.path is not None
    count = only_ours(home.path)
    assert count is not None
    with writing(home, bulk=True) as connection:
        schema.downgrade(connection, revision)
        connection.exec_driver_sql(NOTE.format(count=count + 1))
    ensure_embedded(home)
    with open_reader(home):
        assert values(home) == ["10"]


def test_one_that_an_earlier_version_left_is_renewed(home: Location, folder: SeedFolder) -> None:
    ensure_embedded(home)
    assert home.path is not None
    with closing(sqlite3.connect(home.path)) as connection, connection:
        connection.execute("DELETE FROM build WHERE key = 'writes'")
    found = home.path.stat()
    note = home.path.with_suffix(".built")
    note.write_text(f"{found.st_size} {found.st_mtime_ns}", encoding="ascii")
    change_seeds(folder)
    ensure_embedded(home)
    assert values(home) == ["10", "12"]
    assert not note.exists()


def test_its_user_can_change_it_after_adding_to_it(home: Location, folder: SeedFolder) -> None:
    ensure_embedded(home)
    attach(home, "acme-1")
    assert home.path is not None
    with closing(sqlite3.connect(home.path)) as connection, connection:
        connection.execute("CREATE TABLE my_notes (note TEXT)")
    attach(home, "acme-2")
    change_seeds(folder)
    ensure_embedded(home)
    assert values(home) == ["10"]
    assert attached(home) == ["acme-1", "acme-2"]


def test_an_addition_that_fails_leaves_it_as_it_was(home: Location, folder: SeedFolder) -> None:
    ensure_embedded(home)
    with pytest.raises(DatabaseError), adding(home) as connection:
        connection.execute(insert(Attachment), [attachment("acme-1"), attachment("acme-1")])
    assert attached(home) == []
    change_seeds(folder)
    ensure_embedded(home)
    assert values(home) == ["10", "12"]


def test_what_was_added_stays_when_seeds_are_loaded_over_it(home: Location, folder: SeedFolder) -> None:
    ensure_embedded(home)
    attach(home, "acme-1")
    load_into(home, [], None)
    load_into(home, [folder.path], None)
    assert attached(home) == ["acme-1"]


def test_additions_that_cannot_be_read_are_not_thrown_away(home: Location, folder: SeedFolder) -> None:
    ensure_embedded(home)
    attach(home, "acme-1")
    assert home.path is not None
    with closing(sqlite3.connect(home.path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'attachment'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with home.path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * 64)
    damaged = home.path.read_bytes()
    change_seeds(folder)
    with pytest.raises(DatabaseError, match="cannot be taken along"):
        ensure_embedded(home)
    assert home.path.read_bytes() == damaged


def test_seeds_of_the_users_own_are_never_replaced(home: Location, folder: SeedFolder, tmp_path: Path) -> None:
    own = tmp_path / "own"
    shutil.copytree(folder.path, own)
    ensure_embedded(home)
    load_into(home, [own], None)
    change_seeds(folder)
    ensure_embedded(home)
    assert values(home) == ["10"]


def test_loading_the_seeds_of_this_version_takes_it_back(home: Location, folder: SeedFolder) -> None:
    load_into(home, [folder.path], None)
    load_into(home, [], None)
    change_seeds(folder)
    ensure_embedded(home)
    assert values(home) == ["10", "12"]


def test_what_a_killed_build_left_behind_is_cleared_away(home: Location) -> None:
    assert home.path is not None
    home.path.parent.mkdir(parents=True)
    leftover = home.path.with_name(f"{home.path.name}.999.new")
    leftover.write_bytes(b"half a database")
    ensure_embedded(home)
    assert not leftover.exists()
    assert values(home) == ["10"]


def test_a_file_that_is_no_database_is_not_overwritten(home: Location) -> None:
    assert home.path is not None
    home.path.parent.mkdir(parents=True)
    home.path.write_bytes(b"my diary")
    ensure_embedded(home)
    assert home.path.read_bytes() == b"my diary"


def test_the_stamp_changes_with_any_file(folder: SeedFolder) -> None:
    before = seeds_stamp(folder.path)
    assert seeds_stamp(folder.path) == before
    change_seeds(folder)
    assert seeds_stamp(folder.path) != before


def test_the_stamp_of_an_installed_program_changes_with_its_folders(
    folder: SeedFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "is_packaged", lambda _directory: True)
    before = seeds_stamp(folder.path)
    assert seeds_stamp(folder.path) == before
    (folder.path / "sources" / "one-more.toml").touch()
    added = seeds_stamp(folder.path)
    assert added != before
    (folder.path / "sources" / "one-more.toml").unlink()
    # A new release is unpacked anew, even if it has as many files.
    assert seeds_stamp(folder.path) not in (before, added)


def test_eight_processes_at_once_build_one_sound_database(tmp_path: Path) -> None:
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path), "MATERIEL_DB": ""}
    command = [sys.executable, "-c", "from materiel.cli import main; main()", "list", "--format", "jsonl"]
    started = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(8)
    ]
    answers = [process.communicate(timeout=300) for process in started]
    assert [process.returncode for process in started] == [0] * 8, answers[0][1].decode()
    assert len({out for out, _ in answers}) == 1
    left = {path.name for path in (tmp_path / "materiel").iterdir()}
    assert left <= {"materiel.sqlite", "materiel.lock"}
