"""Threads share a database, and closing it leaves nothing open."""

from __future__ import annotations

import gc
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest

import materiel
from materiel.database.location import Location
from materiel.database.reader import connect_readonly
from materiel.errors import DatabaseError, NameNotFoundError

THREADS = 8
ROUNDS = 5


def questions(db: materiel.Database) -> list[Any]:
    """Ask a database all sorts of things."""
    return [
        [system.to_dict() for system in db],
        db["Свифт-1"].receipts,
        db["pike"].claims(),
        db.find(where="crew > 1"),
        db.search("swift"),
        db.compare("swift-1", "swift-2"),
        db.disputes(),
        db.get("nobody"),
        len(db),
    ]


def at_once(work: Callable[[], Any]) -> list[Any]:
    """Do `work` in several threads that begin together. Return what each of them found."""
    barrier = threading.Barrier(THREADS)

    def begin() -> list[Any]:
        barrier.wait(timeout=60)
        return [work() for _ in range(ROUNDS)]

    with ThreadPoolExecutor(THREADS) as pool:
        found = [pool.submit(begin) for _ in range(THREADS)]
    return [answer for future in found for answer in future.result()]


def test_threads_that_share_a_database_get_the_answers_of_one_alone(specimen: str) -> None:
    with materiel.open(specimen) as db:
        alone = questions(db)
        assert all(answer == alone for answer in at_once(lambda: questions(db)))


def test_threads_share_a_system(specimen: str) -> None:
    with materiel.open(specimen) as db:
        system = db["swift-1"]
        assert set(at_once(lambda: (system.wingspan_m, len(system.receipts), len(system.claims())))) == {
            (system.wingspan_m, len(system.receipts), len(system.claims()))
        }


def test_a_closed_database_says_so(specimen: str) -> None:
    db = materiel.open(specimen)
    system = db["swift-1"]
    systems = iter(db)
    db.close()
    db.close()
    for ask in (lambda: db["pike"], lambda: len(db), lambda: next(systems), lambda: system.receipts, system.claims):
        with pytest.raises(DatabaseError, match=r"this database was closed; materiel.open\(\) opens it again"):
            ask()
    assert system.wingspan_m == 18


def test_an_error_in_a_with_statement_closes_the_database(specimen: str) -> None:
    with pytest.raises(NameNotFoundError), materiel.open(specimen) as db:
        db["nobody"]
    with pytest.raises(DatabaseError):
        db["pike"]


def test_closing_a_file_closes_the_connections_of_all_threads(
    specimen_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[sqlite3.Connection] = []

    def recorded(location: Location, *, any_thread: bool) -> sqlite3.Connection:
        made.append(connect_readonly(location, any_thread=any_thread))
        return made[-1]

    monkeypatch.setattr("materiel.api.connections.connect_readonly", recorded)
    with materiel.open(specimen_file) as db:
        at_once(lambda: questions(db))
        assert 1 <= len(made) <= THREADS
    for connection in made:
        with pytest.raises(sqlite3.ProgrammingError, match="closed database"):
            connection.execute("SELECT 1")


def test_closing_a_server_closes_the_connections_of_all_threads(specimen_url: str) -> None:
    with materiel.open(specimen_url) as db:
        at_once(lambda: questions(db))
        assert sessions(specimen_url) >= 1
    gc.collect()
    assert sessions(specimen_url) == 0


def test_a_database_that_is_dropped_is_closed(specimen_url: str) -> None:
    db = materiel.open(specimen_url)
    assert len(db)
    assert sessions(specimen_url) == 1
    del db
    gc.collect()
    assert sessions(specimen_url) == 0


def test_closing_while_a_thread_reads_lets_it_finish(specimen: str) -> None:
    with materiel.open(specimen) as db, db._connections.reader() as reader:
        db.close()
        assert reader.rows("SELECT 1 AS one") == [{"one": 1}]
    gc.collect()
    if "postgresql" in specimen:
        assert sessions(specimen) == 0


def test_a_connection_that_the_server_dropped_is_replaced(specimen_url: str) -> None:
    with materiel.open(specimen_url) as db:
        before = db["swift-1"]
        with closing(psycopg.connect(specimen_url, autocommit=True)) as other:
            other.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity {OTHERS}")
        assert db["swift-1"] == before


def test_a_connection_refuses_to_write(specimen: str) -> None:
    with materiel.open(specimen) as db, db._connections.reader() as reader:
        with pytest.raises(DatabaseError, match=r"read.?only"):
            reader.rows("DELETE FROM mention")
        assert reader.rows("SELECT count(*) AS mentions FROM mention")[0]["mentions"] > 0


OTHERS = "WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"


def sessions(url: str) -> int:
    """Return how many sessions there are in a database of a server, once those that end are gone."""
    with closing(psycopg.connect(url, autocommit=True)) as connection:
        for _ in range(50):
            found = connection.execute(f"SELECT count(*) FROM pg_stat_activity {OTHERS}").fetchone()
            if found == (0,):
                break
            connection.execute("SELECT pg_sleep(0.1)")
    return int(found[0]) if found else 0
