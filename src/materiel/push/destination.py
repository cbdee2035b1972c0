"""Which database is pushed to, and how its engine is reached."""

from __future__ import annotations

import re
import sqlite3
import time
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.pool import NullPool

from materiel.database.engine import CONNECT_SECONDS, writing_engine
from materiel.database.location import Location, file_uri, locate
from materiel.errors import DatabaseError, MissingExtraError
from materiel.export.content import Progress

PATIENCE_SECONDS = 3600
"""How long a push waits for another writer on SQLite and MySQL. On PostgreSQL it waits until the other is done."""

LOOK_SECONDS = 1
"""While it waits, it can be interrupted this often."""

WAITING = "waiting for another writer"
"""The step that is shown meanwhile."""

_MYSQL = ("mysql", "mariadb")
_MEANT_FOR_MYSQL = re.compile(r"\s*(mysql|mariadb)(\+\w+)?:")
_MYSQL_SESSION = (
    # What does not fit is an error, not cut off. DDL waits for others a minute; by default it is a day.
    "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION', lock_wait_timeout = 60"
)


def destination(address: str) -> Location:
    """Find the database that `address` names: a path, sqlite:///, postgresql://, mysql:// or mariadb://.

    Raises `DatabaseError` for an address of another kind.
    """
    if not address.strip():
        raise DatabaseError("name the database to push to: a path, sqlite:///, postgresql:// or mysql://")
    scheme, separator, rest = address.partition("://")
    if separator and scheme.partition("+")[0] in _MYSQL:
        return _mysql(scheme, rest)
    if _MEANT_FOR_MYSQL.match(address):
        raise DatabaseError("write the address of a server as mysql://user:password@host:port/database")
    return locate(address)


def refuse_source(location: Location, source: Location) -> None:
    """Raise `DatabaseError` if `location` is the very file that is read: it could never be written meanwhile."""
    if location.path is None or source.path is None or not location.path.exists():
        return
    if location.path.samefile(source.path):
        raise DatabaseError(f"{location}: is the database that is read; push to another one")


def _mysql(scheme: str, rest: str) -> Location:
    try:
        # The parts of an address are the same for both, and which of them are secret.
        found = locate(f"postgresql://{rest}")
    except DatabaseError as error:
        raise DatabaseError(str(error).replace("postgresql", scheme)) from None
    place = found.url.partition("://")[2]
    shown = found.shown.partition("://")[2]
    if not make_url(f"mysql://{place}").database:
        raise DatabaseError(f"{scheme}://{shown}: name the database: {scheme}://user:password@host:port/database")
    return Location(server_url=f"mysql+pymysql://{place}", shown=f"{scheme}://{shown}")


def pushing_engine(location: Location, progress: Progress, *, dry_run: bool) -> Engine:
    """Make an engine for `location`. `dry_run`: on SQLite nothing can be written through it.

    Raises `MissingExtraError` or `DatabaseError` if a driver is missing.
    """
    if location.path is not None:
        return _sqlite_engine(location.path, progress, dry_run)
    if location.url.startswith("mysql"):
        return _mysql_engine(location.url, dry_run)
    return writing_engine(location)


def _sqlite_engine(path: Path, progress: Progress, dry_run: bool) -> Engine:
    # What is not there is empty: a dry run makes no file.
    place = ":memory:" if dry_run and not path.exists() else file_uri(path, mode="ro" if dry_run else "rwc")

    def connect() -> sqlite3.Connection:
        # No transactions of the driver's own: they would leave DDL outside.
        connection = sqlite3.connect(place, uri=True, timeout=LOOK_SECONDS, isolation_level=None)
        connection.execute("PRAGMA foreign_keys = ON")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        driver = connection.connection.driver_connection
        if not isinstance(driver, sqlite3.Connection):  # pragma: no cover - it is what `connect` returns
            raise TypeError(driver)
        if dry_run:
            driver.execute("BEGIN")
        else:
            _begin_writing(driver, progress)

    return engine


def _begin_writing(connection: sqlite3.Connection, progress: Progress) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            connection.execute("BEGIN IMMEDIATE")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            progress(WAITING, 0)


def _mysql_engine(url: str, dry_run: bool) -> Engine:
    patience = {} if "connect_timeout" in make_url(url).query else {"connect_timeout": CONNECT_SECONDS}
    ours = {"charset": "utf8mb4", "autocommit": False, "init_command": _MYSQL_SESSION}
    # What is compared is locked, so that it stays as it was; a dry run locks nothing, and waits for nobody.
    isolation = "READ COMMITTED" if dry_run else "REPEATABLE READ"
    try:
        return create_engine(url, poolclass=NullPool, isolation_level=isolation, connect_args={**patience, **ours})
    except ImportError as error:
        raise MissingExtraError("PyMySQL", "mysql") from error
