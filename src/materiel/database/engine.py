"""Engines for writing: SQLAlchemy, with transactions that hold on every engine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, exc
from sqlalchemy.pool import NullPool

from materiel.database.location import Location
from materiel.database.soundness import prove_sound
from materiel.errors import DatabaseError

BUSY_SECONDS = 10

BULK_CACHE_KB = 200_000
"""Memory for pages of the database: the indexes of two million claims, which are written in no order."""


def writing_engine(location: Location, *, bulk: bool = False) -> Engine:
    """Make an engine for `location`. On SQLite, DDL is transactional and constraints are enforced.

    `bulk`: there, foreign keys and CHECKs are not looked at row by row, and memory is spent on speed.
    """
    if location.server_url is not None:
        try:
            return create_engine(location.server_url, poolclass=NullPool, connect_args={"connect_timeout": 10})
        except ModuleNotFoundError as error:
            raise DatabaseError("PostgreSQL needs a driver: pip install 'materiel[postgresql]'") from error
    engine = create_engine(location.url, poolclass=NullPool, connect_args={"timeout": BUSY_SECONDS})

    @event.listens_for(engine, "connect")
    def _on_connect(connection: Any, _record: object) -> None:
        # The driver's own transactions leave DDL outside; ours begin at BEGIN IMMEDIATE below.
        connection.isolation_level = None
        for pragma in _BULK if bulk else _CAREFUL:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


_CAREFUL = ("foreign_keys = ON",)
_BULK = (
    "foreign_keys = OFF",
    # A CHECK that a column holds one of some words costs as much as inserting the row.
    "ignore_check_constraints = ON",
    f"cache_size = -{BULK_CACHE_KB}",
)


@contextmanager
def writing(location: Location, *, bulk: bool = False) -> Iterator[Connection]:
    """Open one transaction on `location`: committed at the end, rolled back whole on any error.

    `bulk` is for replacing most of the content: on SQLite, foreign keys and CHECKs are then proved at the
    end, for all rows together, instead of enforced row by row. Raises `DatabaseError` for rows that
    violate one, and for a database that is locked, read-only, damaged or out of reach.
    """
    engine = writing_engine(location, bulk=bulk)
    try:
        with engine.begin() as connection:
            yield connection
            if bulk and connection.dialect.name == "sqlite":
                prove_sound(connection)
    except exc.DBAPIError as error:
        raise DatabaseError(f"{location}: {plain_reason(error)}") from error
    finally:
        engine.dispose()


def plain_reason(error: exc.DBAPIError) -> str:
    """Say in one line what the driver reports."""
    return " ".join(str(error.orig).split()) or type(error.orig).__name__
