"""Engines for writing: SQLAlchemy, with transactions that hold on every engine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, exc
from sqlalchemy.pool import NullPool

from materiel.database.location import Location
from materiel.errors import DatabaseError

BUSY_SECONDS = 10


def writing_engine(location: Location) -> Engine:
    """Make an engine for `location`. On SQLite, DDL is transactional and foreign keys are enforced."""
    if location.server_url is not None:
        try:
            return create_engine(
                location.server_url, poolclass=NullPool, connect_args={"connect_timeout": 10}
            )
        except ModuleNotFoundError as error:
            raise DatabaseError("PostgreSQL needs a driver: pip install 'materiel[postgresql]'") from error
    engine = create_engine(location.url, poolclass=NullPool, connect_args={"timeout": BUSY_SECONDS})

    @event.listens_for(engine, "connect")
    def _on_connect(connection: Any, _record: object) -> None:
        # The driver's own transactions leave DDL outside; ours begin at BEGIN IMMEDIATE below.
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(f"PRAGMA cache_size = -200000")

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


@contextmanager
def writing(location: Location) -> Iterator[Connection]:
    """Open one transaction on `location`: committed at the end, rolled back whole on any error.

    Raises `DatabaseError` for a database that is locked, read-only, damaged or out of reach.
    """
    engine = writing_engine(location)
    try:
        with engine.begin() as connection:
            yield connection
    except exc.DBAPIError as error:
        raise DatabaseError(f"{location}: {plain_reason(error)}") from error
    finally:
        engine.dispose()


def plain_reason(error: exc.DBAPIError) -> str:
    """Say in one line what the driver reports."""
    return " ".join(str(error.orig).split()) or type(error.orig).__name__
