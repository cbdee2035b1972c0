"""Reading: SQL text in, rows out, through the standard library on SQLite and SQLAlchemy on a server.

A lookup on SQLite imports nothing but `sqlite3`. Both readers are read-only by the database's own means.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from itertools import chain
from pathlib import Path
from typing import Any, Protocol

from materiel.database.location import Location, file_uri
from materiel.database.revision import revision_problem
from materiel.errors import ConditionError, DatabaseError

Row = dict[str, Any]

_BOOLEANS = frozenset({"adopted", "approximate", "disputed", "single"})
_BUSY_SECONDS = 5.0
NO_UNICODE = "a text that was given is not valid Unicode: its bytes are no UTF-8"
STREAMED_ROWS = 1000
"""Rows of a stream that are fetched at a time."""
_VERSION = "SELECT version_num FROM alembic_version"


class Reader(Protocol):
    """Something that answers SQL."""

    dialect: str

    def rows(self, sql: str, /, **parameters: Any) -> list[Row]:
        """Return the rows of a query as dictionaries. `:name` in `sql` stands for a parameter."""

    def stream(self, sql: str, /, **parameters: Any) -> Iterator[Sequence[Any]]:
        """Yield the rows of a query as they come: few are in memory at a time, and values are the engine's own."""

    def snapshot(self) -> AbstractContextManager[None]:
        """Make all queries inside see the database at one moment, whoever writes meanwhile."""


@contextmanager
def open_reader(location: Location) -> Iterator[Reader]:
    """Open `location` for reading.

    Raises `DatabaseError` for a database that is missing, empty, damaged, locked, out of reach, or has a
    schema of another version.
    """
    if location.path is not None:
        with _sqlite_reader(location) as sqlite_reader:
            yield sqlite_reader
    else:
        from materiel.database.server import server_reader

        with server_reader(location) as reader:
            yield reader


class SqliteReader:
    """Reads a SQLite file."""

    dialect = "sqlite"

    def __init__(self, connection: sqlite3.Connection, location: Location) -> None:
        self._connection = connection
        self._location = location

    def rows(self, sql: str, /, **parameters: Any) -> list[Row]:
        """Return the rows of a query as dictionaries."""
        try:
            cursor = self._connection.execute(sql, parameters)
            return rows_of([column[0] for column in cursor.description or ()], cursor)
        except UnicodeEncodeError as error:
            raise ConditionError(NO_UNICODE) from error
        except sqlite3.Error as error:
            raise DatabaseError(f"{self._location}: {sqlite_reason(error)}") from error

    def stream(self, sql: str, /, **parameters: Any) -> Iterator[Sequence[Any]]:
        """Yield the rows of a query as they come."""
        return chain.from_iterable(self._batches(sql, parameters))

    def _batches(self, sql: str, parameters: dict[str, Any]) -> Iterator[list[Any]]:
        try:
            cursor = self._connection.execute(sql, parameters)
            while rows := cursor.fetchmany(STREAMED_ROWS):
                yield rows
        except sqlite3.Error as error:
            raise DatabaseError(f"{self._location}: {sqlite_reason(error)}") from error

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Hold a read transaction: writers wait until its end."""
        self.rows("BEGIN")
        try:
            self.rows("SELECT count(*) FROM sqlite_schema")
            yield
        finally:
            self.rows("ROLLBACK")


def rows_of(names: Sequence[str], values: Iterator[Sequence[Any]]) -> list[Row]:
    """Pair column names with values. Engines differ in how they give booleans; here they are `bool`."""
    booleans = [name for name in names if name in _BOOLEANS]
    rows = [dict(zip(names, row, strict=True)) for row in values]
    for name in booleans:
        for row in rows:
            row[name] = None if row[name] is None else bool(row[name])
    return rows


@contextmanager
def _sqlite_reader(location: Location) -> Iterator[SqliteReader]:
    connection = connect_readonly(location)
    try:
        reader = SqliteReader(connection, location)
        check_revision(reader, location)
        yield reader
    finally:
        connection.close()


def connect_readonly(location: Location, *, any_thread: bool = False) -> sqlite3.Connection:
    """Open a SQLite file so that nothing can be written to it. Raises `DatabaseError` if there is none.

    `any_thread`: the caller sees to it that threads use the connection one at a time.
    """
    path = location.path
    if path is None or not path.exists():
        raise DatabaseError(f"{location}: there is no database here; `materiel db init` makes one")
    if path.is_dir():
        raise DatabaseError(f"{location}: is a directory, not a database")
    _take_back_what_was_killed(path)
    try:
        uri = file_uri(path, mode="ro")
        connection = sqlite3.connect(uri, uri=True, timeout=_BUSY_SECONDS, check_same_thread=not any_thread)
        connection.execute("PRAGMA query_only = ON")
    except sqlite3.Error as error:
        raise DatabaseError(f"{location}: {sqlite_reason(error)}") from error
    return connection


def _take_back_what_was_killed(path: Path) -> None:
    """Let SQLite take back what a writer that was killed left half done: whoever may only read cannot."""
    if Path(f"{path}-journal").exists():
        # Where that is not allowed, reading says what is wrong.
        with suppress(sqlite3.Error), closing(sqlite3.connect(file_uri(path, mode="rw"), uri=True)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema")


def check_revision(reader: Reader, location: Location) -> None:
    """Raise `DatabaseError` if the database has another schema than this version reads."""
    problem = revision_problem(revision_of(reader))
    if problem is not None:
        raise DatabaseError(f"{location}: {problem}")


def revision_of(reader: Reader) -> str | None:
    """Return the revision of the schema; None for a database without ours."""
    try:
        found = reader.rows(_VERSION)
    except DatabaseError as error:
        if "alembic_version" not in str(error):
            raise
        return None
    return str(found[0]["version_num"]) if found else None


def sqlite_reason(error: sqlite3.Error) -> str:
    """Say in one line what SQLite reports, and what to do about it where we know."""
    text = str(error)
    if "locked" in text:
        return "the database is locked by another program; try again when it is done"
    if "not a database" in text or "malformed" in text or "disk I/O" in text:
        return f"this is no database, or a damaged one ({text})"
    return text
