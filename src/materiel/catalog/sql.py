"""Queries of the user's own: read-only by the database's own means, limited in rows and in time."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from materiel.database.location import Location
from materiel.database.reader import connect_readonly, sqlite_reason
from materiel.errors import DatabaseError, QueryError

_CHECK_EVERY = 10_000
"""Virtual machine steps between two looks at the clock."""

_LARGEST_VALUE = 10_000_000
"""Bytes of the largest text or blob that a query may make."""

_HARMLESS_PRAGMAS = frozenset({"table_info", "table_list", "index_list", "index_info", "foreign_key_list"})


@dataclass(frozen=True, slots=True)
class Answer:
    """Columns and rows of a query; `more` says that rows beyond the limit were left out."""

    columns: list[str]
    rows: list[tuple[Any, ...]]
    more: bool


def run_sql(location: Location, query: str, limit: int, seconds: float) -> Answer:
    """Run `query` on the database, for at most `seconds`, and return at most `limit` rows.

    Raises `QueryError` if it writes, fails, gives no rows to show, or takes too long.
    """
    if location.path is not None:
        return _run_sqlite(location, query, limit, seconds)
    return _run_server(location, query, limit, seconds)


def _run_sqlite(location: Location, query: str, limit: int, seconds: float) -> Answer:
    deadline = time.monotonic() + seconds
    with closing(connect_readonly(location)) as connection:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LARGEST_VALUE)
        connection.set_authorizer(_authorize)
        connection.set_progress_handler(lambda: time.monotonic() > deadline, _CHECK_EVERY)
        try:
            cursor = connection.execute(query)
            if cursor.description is None:
                raise QueryError("the statement gives no rows; only queries are answered")
            rows = cursor.fetchmany(limit + 1)
        except sqlite3.Warning as error:
            raise QueryError(str(error)) from None
        except sqlite3.Error as error:
            raise _refusal(error, time.monotonic() > deadline, seconds) from None
        return Answer([column[0] for column in cursor.description], rows[:limit], len(rows) > limit)


def _authorize(action: int, first: str | None, _second: str | None, _db: str | None, _by: str | None) -> int:
    if action in (sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH):
        return sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_PRAGMA and (first or "").lower() not in _HARMLESS_PRAGMAS:
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK


def _refusal(error: sqlite3.Error, late: bool, seconds: float) -> Exception:
    text = str(error)
    if "interrupted" in text and late:
        return QueryError(f"the query took longer than {seconds:g} seconds; --timeout gives it more")
    if "readonly" in text or "not authorized" in text:
        return QueryError(f"only reading is allowed ({text})")
    if "not a database" in text or "malformed" in text or "locked" in text:
        return DatabaseError(sqlite_reason(error))
    return QueryError(text)


def _run_server(location: Location, query: str, limit: int, seconds: float) -> Answer:
    import psycopg

    from materiel.database.server import read_only_connection

    with read_only_connection(location) as connection:
        connection.exec_driver_sql(f"SET LOCAL statement_timeout = {int(seconds * 1000)}")
        raw: Any = connection.connection.driver_connection
        try:
            # A cursor of the server's can hold nothing but one query, and gives only the rows that are asked for.
            with raw.cursor(name="materiel_query") as cursor:
                cursor.execute(query)
                rows = cursor.fetchmany(limit + 1)
                columns = [column.name for column in cursor.description]
        except psycopg.errors.QueryCanceled:
            raise QueryError(f"the query took longer than {seconds:g} seconds; --timeout gives it more") from None
        except psycopg.Error as error:
            raise QueryError(" ".join(str(error).split())) from None
    return Answer(columns, [tuple(map(_as_in_a_file, row)) for row in rows[:limit]], len(rows) > limit)


def _as_in_a_file(value: Any) -> Any:
    """Return a value as SQLite gives it: truth as a number, exact numbers as plain ones, days as text."""
    # The driver has imported them; a query on a file does without.
    from datetime import date
    from decimal import Decimal

    if isinstance(value, bool):
        return int(value)
    if isinstance(value, Decimal):
        return int(value) if value.is_finite() and value.as_tuple().exponent == 0 else float(value)
    return str(value) if isinstance(value, date) else value
