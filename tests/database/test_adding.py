"""What a reader adds goes through many small transactions, and the file stays ours."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from materiel.database.adding import additions
from materiel.database.location import Location
from materiel.database.writes import note_writes, only_ours

MANY = 30

WRITE_AND_DIE = f"""
import os, signal, sys
from pathlib import Path
from materiel.database.adding import additions
from materiel.database.location import Location

with additions(Location(path=Path(sys.argv[1])), small=True) as addition:
    for number in range({MANY}):
        with addition() as connection:
            connection.exec_driver_sql(f"INSERT INTO build VALUES ('test-{{number}}', '')")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def embedded(specimen_file: Path, tmp_path: Path) -> Location:
    """Return a database that nobody but us has changed, as the embedded one is."""
    path = Path(shutil.copy(specimen_file, tmp_path / "a.sqlite"))
    note_writes(path)
    return Location(path=path, embedded=True)


def file_of(location: Location) -> Path:
    assert location.path is not None
    return location.path


def journal(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("PRAGMA journal_mode").fetchone()[0])


def count(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM build WHERE key LIKE 'test-%'").fetchone()[0])


def add(location: Location, number: int, *, theirs: int | None = None) -> None:
    """Add `number` rows, each in a transaction; somebody else adds one before that of the number `theirs`."""
    with additions(location, small=True) as addition:
        for each in range(number):
            if each == theirs:
                with closing(sqlite3.connect(file_of(location))) as other, other:
                    other.execute("INSERT INTO build VALUES ('test-theirs', '')")
            with addition() as connection:
                connection.exec_driver_sql(f"INSERT INTO build VALUES ('test-{each}', '')")


@pytest.mark.parametrize("number", [0, 1, 7, 8, 9, MANY])
def test_a_file_stays_ours_however_many_transactions(embedded: Location, number: int) -> None:
    add(embedded, number)
    path = file_of(embedded)
    assert count(path) == number
    assert only_ours(path) is not None
    assert journal(path) == "delete"
    assert list(path.parent.glob("a.sqlite-*")) == []


@pytest.mark.parametrize("theirs", [0, 3, 20])
def test_a_change_by_others_meanwhile_shows(embedded: Location, theirs: int) -> None:
    add(embedded, MANY, theirs=theirs)
    assert count(file_of(embedded)) == MANY + 1
    assert only_ours(file_of(embedded)) is None


def test_a_file_with_another_journal_keeps_it(specimen_copy: Path) -> None:
    with closing(sqlite3.connect(specimen_copy)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    add(Location(path=specimen_copy), MANY)
    assert journal(specimen_copy) == "wal"
    assert count(specimen_copy) == MANY


def test_a_killed_program_loses_no_transaction(specimen_copy: Path) -> None:
    run = subprocess.run([sys.executable, "-c", WRITE_AND_DIE, specimen_copy], check=False, env=dict(os.environ))
    assert run.returncode == -signal.SIGKILL
    assert count(specimen_copy) == MANY


def test_an_error_in_the_middle_leaves_the_file_as_ours(embedded: Location) -> None:
    with pytest.raises(ZeroDivisionError):
        _add_and_fail(embedded)
    assert count(file_of(embedded)) == MANY
    assert only_ours(file_of(embedded)) is not None
    assert journal(file_of(embedded)) == "delete"


def _add_and_fail(location: Location) -> None:
    with additions(location, small=True) as addition:
        for each in range(MANY):
            with addition() as connection:
                connection.exec_driver_sql(f"INSERT INTO build VALUES ('test-{each}', '')")
        raise ZeroDivisionError
