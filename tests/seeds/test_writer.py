"""Rows go to each engine by its fastest means."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import Engine, event

from materiel.database.engine import writing
from materiel.database.location import Location
from materiel.database.reader import open_reader
from materiel.seeds.batches import columns
from materiel.seeds.load import load_directories
from samples import SeedFolder


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Return the set of the tables that the driver is asked to copy rows into."""
    tables: set[str] = set()
    copy = psycopg.Cursor.copy

    def noted(cursor: psycopg.Cursor[Any], statement: str, *rest: Any, **options: Any) -> Any:
        tables.add(statement.split()[1])
        return copy(cursor, statement, *rest, **options)

    monkeypatch.setattr(psycopg.Cursor, "copy", noted)
    return tables


@pytest.fixture
def inserted() -> Iterator[set[str]]:
    """Return the set of the tables into which rows are inserted one by one."""
    tables: set[str] = set()

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        verb, *rest = statement.split(maxsplit=3)
        if verb.upper() == "INSERT":
            tables.add(rest[1])

    event.listen(Engine, "before_cursor_execute", note)
    yield tables
    event.remove(Engine, "before_cursor_execute", note)


@pytest.mark.postgresql
def test_postgresql_takes_the_rows_of_a_load_by_copy(
    postgres_location: Location, specimen_folder: Path, copied: set[str], inserted: set[str]
) -> None:
    load_directories(postgres_location, [specimen_folder])
    with open_reader(postgres_location) as reader:
        filled = {
            table for table in (*columns(), "search_document") if reader.rows(f"SELECT 1 AS found FROM {table} LIMIT 1")
        }
    assert {"claim", "evidence", "sentence", "search_document"} <= filled
    assert filled <= copied
    assert filled & inserted == set()


@pytest.mark.postgresql
def test_the_planner_of_postgresql_knows_what_was_loaded(postgres_location: Location, folder: SeedFolder) -> None:
    load_directories(postgres_location, [folder.path])
    with writing(postgres_location) as connection:
        known = connection.exec_driver_sql("SELECT reltuples FROM pg_class WHERE oid = 'claim'::regclass").scalar_one()
        there = connection.exec_driver_sql("SELECT count(*) FROM claim").scalar_one()
    assert known == there
