"""One push: a transaction that is committed whole or not at all, one at a time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from sqlite3 import Error as SqliteError

from sqlalchemy import Connection, Engine, ExecutableDDLElement, Table, exc, exists, select, text

from materiel.database.engine import plain_reason
from materiel.database.location import Location
from materiel.database.reader import sqlite_reason
from materiel.errors import DatabaseError
from materiel.export.content import Progress
from materiel.push.destination import LOOK_SECONDS, PATIENCE_SECONDS, WAITING, pushing_engine

_POSTGRESQL_LOCK = "SELECT pg_advisory_xact_lock(1835103344)"
"""The lock that a push holds within one database: the number spells "matp"."""

_MYSQL_LOCK = text("SELECT GET_LOCK(CONCAT('materiel push ', MD5(DATABASE())), :seconds)")


@dataclass
class Session:
    """A transaction on the destination.

    `inverses` take back the DDL that the engine commits at once; with each comes the table that it drops, if any.
    """

    connection: Connection
    inverses: list[tuple[ExecutableDDLElement, Table | None]] = field(default_factory=list)

    @property
    def dialect(self) -> str:
        """Name of the engine: sqlite, postgresql or mysql."""
        return str(self.connection.dialect.name)

    def note(self, inverse: ExecutableDDLElement, made: Table | None = None) -> None:
        """Note what takes back the DDL that runs next, should the push fail. `made` is only dropped while empty."""
        if self.dialect == "mysql":
            self.inverses.append((inverse, made))


@contextmanager
def pushing(location: Location, progress: Progress, *, dry_run: bool = False) -> Iterator[Session]:
    """Open a transaction on `location`: committed at the end, taken back whole after an error or an interruption.

    Pushes take turns. `dry_run`: it waits for nobody, and is never committed. Raises `DatabaseError` for what
    the engine refuses, and for a database that is locked, full, damaged or out of reach.
    """
    engine = pushing_engine(location, progress, dry_run=dry_run)
    outcome = "nothing was written"
    try:
        with _turn(engine, progress, dry_run) as guard, engine.connect() as connection:
            session = Session(connection)
            with _taken_back(session, guard):
                transaction = connection.begin()
                if session.dialect == "postgresql" and not dry_run:
                    connection.exec_driver_sql(_POSTGRESQL_LOCK)
                yield session
            if dry_run:
                transaction.rollback()
                return
            if location.path is None:
                outcome = "whether all of it was written is not known: push again"
            transaction.commit()
    except (exc.DBAPIError, engine.dialect.loaded_dbapi.Error) as error:
        raise DatabaseError(f"{location}: {_reason(error)}; {outcome}") from error
    finally:
        engine.dispose()


@contextmanager
def _turn(engine: Engine, progress: Progress, dry_run: bool) -> Iterator[Connection | None]:
    """Wait on MySQL until no other push is under way. The connection that holds the place also cleans up."""
    if engine.dialect.name != "mysql" or dry_run:
        yield None
        return
    with engine.connect() as guard:
        guard.execution_options(isolation_level="AUTOCOMMIT")
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not guard.execute(_MYSQL_LOCK, {"seconds": LOOK_SECONDS}).scalar_one():
            if time.monotonic() > deadline:
                raise DatabaseError("another push has been under way for too long; nothing was written")
            progress(WAITING, 0)
        yield guard


@contextmanager
def _taken_back(session: Session, guard: Connection | None) -> Iterator[None]:
    """After an error, take back what was done: by closing the connection, whatever state it is in."""
    number = None if guard is None else session.connection.exec_driver_sql("SELECT CONNECTION_ID()").scalar_one()
    if guard is not None:
        session.connection.rollback()
    try:
        yield
    except BaseException:
        session.connection.invalidate()
        if guard is not None:
            with suppress(exc.DBAPIError):
                # A statement that was interrupted may still run there, and hold the tables.
                guard.exec_driver_sql(f"KILL {number}")
            _undo(session, guard)
        raise


def _undo(session: Session, guard: Connection) -> None:
    for inverse, made in reversed(session.inverses):
        # A server that is gone cannot be cleaned up. What is left are empty tables, which the next push fills.
        with suppress(exc.DBAPIError):
            if made is None or not guard.execute(select(exists(select(1).select_from(made)))).scalar_one():
                guard.execute(inverse)


def _reason(error: Exception) -> str:
    reported = error.orig if isinstance(error, exc.DBAPIError) else error
    return sqlite_reason(reported) if isinstance(reported, SqliteError) else plain_reason(error)
