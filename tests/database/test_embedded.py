"""The embedded database is built at first use, renewed with the seeds, and left alone once it is the user's."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from materiel.database import embedded
from materiel.database.embedded import ensure_embedded, load_into, seeds_stamp
from materiel.database.location import Location
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
    assert left <= {"materiel.sqlite", "materiel.lock", "materiel.built"}
