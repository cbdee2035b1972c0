"""Engines for writing: SQLAlchemy, with transactions that hold on every engine."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, exc, make_url
from sqlalchemy.pool import NullPool

from materiel.database.location import Location
from materiel.database.soundness import prove_sound
from materiel.errors import DatabaseError

BUSY_SECONDS = 10
"""How long a writer waits for another one on SQLite. On PostgreSQL it waits until the other is done."""

_WRITER_LOCK = 0x6D617465
"""Key of the lock that a writer holds on PostgreSQL, within one database: "mate", which no other program uses."""

CONNECT_SECONDS = 10
"""How long a server may take to answer at all."""

BULK_CACHE_KB = 200_000
"""Memory for pages of the database: the indexes of two million claims, which are written in no order."""


def writing_engine(location: Location, *, bulk: bool = False) -> Engine:
    """Make an engine for `location`. On SQLite, DDL is transactional and constraints are enforced.

    `bulk`: there, foreign keys and CHECKs are not looked at row by row, and memory is spent on speed.
    """
    if location.server_url is not None:
        return _server_engine(location.server_url)
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


def _server_engine(url: str) -> Engine:
    # Of what an address can ask for, the time to wait is its user's affair; text and transactions are ours.
    patience = {} if "connect_timeout" in make_url(url).query else {"connect_timeout": CONNECT_SECONDS}
    ours = {"client_encoding": "utf8", "autocommit": False}
    try:
        return create_engine(url, poolclass=NullPool, connect_args={**patience, **ours})
    except ImportError as error:
        raise DatabaseError("PostgreSQL needs a driver: pip install 'materiel[postgresql]'") from error


_CAREFUL = ("foreign_keys = ON",)
_BULK = (
    "foreign_keys = OFF",
    # A CHECK that a column holds one of some words costs as much as inserting the row.
    "ignore_check_constraints = ON",
    f"cache_size = -{BULK_CACHE_KB}",
)


def reach(location: Location) -> None:
    """Connect to a server, and leave again, for whoever has much to do before writing. A file is not looked at.

    Raises `DatabaseError` for a server or a database that is out of reach.
    """
    if location.server_url is not None:
        engine = writing_engine(location)
        with _told(location, engine), engine.connect():
            return


@contextmanager
def writing(location: Location, *, bulk: bool = False) -> Iterator[Connection]:
    """Open one transaction on `location`: committed at the end, rolled back whole on any error.

    Writers take turns; readers go on seeing what was there before.
    `bulk` is for replacing most of the content: on SQLite, foreign keys and CHECKs are then proved at the
    end, for all rows together, instead of enforced row by row. Raises `DatabaseError` for rows that
    violate one, and for a database that is locked, read-only, damaged or out of reach.
    """
    with transactions(location, bulk=bulk) as transaction, transaction() as connection:
        yield connection


Transaction = Callable[[], AbstractContextManager[Connection]]
"""Opens one transaction."""


@contextmanager
def transactions(location: Location, *, bulk: bool = False, small: bool = False) -> Iterator[Transaction]:
    """Connect to `location` for one or more transactions, each as `writing` has it.

    `small` is for very many that can be done again: none waits until it is on the disk, so the last may be lost if
    the machine fails, and none if the program does.
    """
    engine = writing_engine(location, bulk=bulk)
    try:
        with (
            _told(location, engine),
            engine.connect() as connection,
            _logged_ahead(connection, small=small) as hasten,
        ):

            @contextmanager
            def transaction() -> Iterator[Connection]:
                hasten()
                with _told(location, engine), connection.begin():
                    if engine.dialect.name == "postgresql":
                        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITER_LOCK})")
                        if small:
                            connection.exec_driver_sql("SET LOCAL synchronous_commit TO OFF")
                    yield connection
                    if bulk and engine.dialect.name == "sqlite":
                        prove_sound(connection)

            yield transaction
    finally:
        engine.dispose()


_FEW = 8
"""Small transactions that wait for the disk before the journal is changed: it is not worth it for fewer."""


@contextmanager
def _logged_ahead(connection: Connection, *, small: bool) -> Iterator[Callable[[], None]]:
    """Let SQLite log ahead once a few small transactions have changed the file: they cost no wait for the disk then.

    With its usual journal, a file that does not wait could be damaged when the machine fails. Yields what is to be
    called before each transaction. Afterwards the journal is as it was, unless somebody reads just then or the program
    is killed before: the file is as good in either way.
    """
    driver: Any = connection.connection.dbapi_connection
    if not small or not isinstance(driver, sqlite3.Connection):
        yield lambda: None
        return
    changes = driver.total_changes
    changed = 0
    before = None

    def hasten() -> None:
        nonlocal changes, changed, before
        changed += driver.total_changes != changes
        changes = driver.total_changes
        if changed == _FEW and before is None:
            before = driver.execute("PRAGMA journal_mode").fetchone()[0]
            if driver.execute("PRAGMA journal_mode = WAL").fetchone()[0] == "wal":
                driver.execute("PRAGMA synchronous = NORMAL")

    try:
        yield hasten
    finally:
        if before is not None:
            with suppress(sqlite3.OperationalError):
                driver.execute(f"PRAGMA journal_mode = {before}")


@contextmanager
def _told(location: Location, engine: Engine) -> Iterator[None]:
    """Tell errors of the driver as ours."""
    try:
        yield
    except (exc.DBAPIError, engine.dialect.loaded_dbapi.Error) as error:
        raise DatabaseError(f"{location}: {plain_reason(error)}") from error


def plain_reason(error: Exception) -> str:
    """Say in one line what the driver reports, whether through SQLAlchemy or (of a COPY) by itself."""
    reported = error.orig if isinstance(error, exc.DBAPIError) else error
    match getattr(reported, "args", ()):
        case (int(), str(words)):  # Of PyMySQL: a number and what it means.
            return " ".join(words.split())
    return " ".join(str(reported).split()) or type(reported).__name__


def row_batches(connection: Connection, sql: str, size: int) -> Iterator[Sequence[tuple[Any, ...]]]:
    """Yield the rows of a query in lists of at most `size`, as the plain tuples of the driver.

    Rows that were not asked for yet stay with the engine, whatever else is written meanwhile.
    """
    # On PostgreSQL only a cursor that has a name lives on the server.
    name = () if connection.dialect.name == "sqlite" else ("materiel_rows",)
    cursor = connection.connection.cursor(*name)
    try:
        cursor.execute(sql)
        while rows := cursor.fetchmany(size):
            yield rows
    finally:
        cursor.close()
