"""The counter of changes in a SQLite file tells whether anybody but us has written to it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from materiel.database.writes import NOTE, note_writes, only_ours, writes


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a database of ours."""
    path = tmp_path / "a.sqlite"
    run(path, "CREATE TABLE build (key TEXT PRIMARY KEY, value TEXT)", "CREATE TABLE claim (value TEXT)")
    note_writes(path)
    return path


def run(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("BEGIN")
        for statement in statements:
            connection.execute(statement)


def test_a_file_is_ours_as_we_made_it(file: Path) -> None:
    assert only_ours(file) == writes(file)


def test_a_transaction_that_notes_itself_is_ours(file: Path) -> None:
    for value in range(3):
        count = only_ours(file)
        assert count is not None
        run(file, f"INSERT INTO claim VALUES ('{value}')", NOTE.format(count=count + 1))
    assert only_ours(file) is not None


@pytest.mark.parametrize(
    "change",
    ["INSERT INTO claim VALUES ('1')", "CREATE TABLE mine (note TEXT)", "DROP TABLE claim", "DELETE FROM build"],
)
def test_a_change_by_others_shows(file: Path, change: str) -> None:
    run(file, change)
    assert only_ours(file) is None


def test_a_change_by_others_just_before_ours_shows(file: Path) -> None:
    count = only_ours(file)
    assert count is not None
    run(file, "INSERT INTO claim VALUES ('theirs')")
    run(file, NOTE.format(count=count + 1))
    assert only_ours(file) is None


def test_a_large_transaction_counts_once(file: Path) -> None:
    count = only_ours(file)
    assert count is not None
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("PRAGMA cache_size = 10")  # Pages go to the file before the end.
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO claim VALUES (?)", [("x" * 1000,)] * 2000)
        connection.execute(NOTE.format(count=count + 1))
    assert only_ours(file) == count + 1


def test_a_look_and_a_transaction_without_effect_change_nothing(file: Path) -> None:
    run(file, "SELECT * FROM claim", "DELETE FROM claim WHERE value = 'none'")
    assert only_ours(file) is not None


def test_write_ahead_logging_is_a_change_by_others(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("INSERT INTO claim VALUES ('1')")
        connection.commit()
    assert only_ours(file) is None


def test_what_is_no_database_is_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "diary.txt"
    path.write_text("Dear diary", encoding="ascii")
    assert only_ours(path) is None
    assert only_ours(tmp_path / "nothing.sqlite") is None
