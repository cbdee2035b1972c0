"""A reader adds what is theirs to a database: copies of sources, articles. See `materiel.models.library`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress

from sqlalchemy import Connection

from materiel.database import schema
from materiel.database.embedded import locked
from materiel.database.engine import Transaction, transactions
from materiel.database.location import Location
from materiel.database.revision import revision_problem
from materiel.database.writes import NOTE, note_writes, only_ours
from materiel.errors import DatabaseError


@contextmanager
def adding(location: Location) -> Iterator[Connection]:
    """Open one transaction in which a reader's own tables are written, and no others.

    The embedded database is not renewed meanwhile, and does not count as changed by its user: it goes on being
    renewed, and what was added is taken along. Raises `DatabaseError` for a database that is not there, has another
    schema, or cannot be written.
    """
    with additions(location) as addition, addition() as connection:
        yield connection


@contextmanager
def additions(location: Location, *, small: bool = False) -> Iterator[Transaction]:
    """Connect for one or more transactions, each as `adding` has it. `small` is that of `engine.transactions`."""
    path = location.path
    if path is not None and not path.exists():
        raise DatabaseError(f"{location}: there is no database here; `materiel db init` makes one")
    embedded = path if location.embedded else None
    with locked(embedded) if embedded is not None else nullcontext():
        count = only_ours(embedded) if embedded is not None else None
        seen: set[tuple[str, int]] = set()
        try:
            with transactions(location, small=small) as transaction:
                with transaction() as connection:
                    _require_schema(location, connection)
                    seen.update(_version(connection))
                try:
                    yield _noting(transaction, count, seen)
                finally:
                    with suppress(DatabaseError), transaction() as connection:
                        seen.update(_version(connection))
        finally:
            # While it is logged ahead, its counter does not count.
            alone = len(seen) == len(dict(seen))
            if embedded is not None and count is not None and alone and only_ours(embedded) is None:
                note_writes(embedded)


def _require_schema(location: Location, connection: Connection) -> None:
    problem = revision_problem(schema.current(connection))
    if problem is not None:
        raise DatabaseError(f"{location}: {problem}")


def _version(connection: Connection) -> list[tuple[str, int]]:
    """Return a number that changes where others change an SQLite file, and with the journal, which stands before it.

    Source: https://sqlite.org/pragma.html#pragma_data_version
    """
    if connection.dialect.name != "sqlite":
        return []
    mode, version = (
        connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in ("journal_mode", "data_version")
    )
    return [(mode, version)]


def _noting(transaction: Transaction, count: int | None, seen: set[tuple[str, int]]) -> Transaction:
    """Return transactions that note themselves in a file that nobody else has changed: its counter is `count`.

    `seen` gathers the versions of the file.
    """

    @contextmanager
    def addition() -> Iterator[Connection]:
        nonlocal count
        with transaction() as connection:
            seen.update(_version(connection))
            before = _changes(connection)
            yield connection
            noted = count is not None and _changes(connection) != before
            if noted:
                connection.exec_driver_sql(NOTE.format(count=(count or 0) + 1))
        if noted:
            count = (count or 0) + 1

    return addition


def _changes(connection: Connection) -> int:
    """Return how many rows were changed so far, on SQLite: a transaction that changes none is not counted there."""
    return getattr(connection.connection.dbapi_connection, "total_changes", 0)
