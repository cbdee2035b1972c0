"""A reader adds what is theirs to a database: copies of sources, articles. See `materiel.models.library`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from sqlalchemy import Connection

from materiel.database import schema
from materiel.database.embedded import locked
from materiel.database.engine import Transaction, transactions
from materiel.database.location import Location
from materiel.database.revision import revision_problem
from materiel.database.writes import NOTE, only_ours
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
        with transactions(location, small=small) as transaction:
            with transaction() as connection:
                problem = revision_problem(schema.current(connection))
                if problem is not None:
                    raise DatabaseError(f"{location}: {problem}")

            @contextmanager
            def addition() -> Iterator[Connection]:
                nonlocal count
                with transaction() as connection:
                    before = _changes(connection)
                    yield connection
                    noted = count is not None and _changes(connection) != before
                    if noted:
                        connection.exec_driver_sql(NOTE.format(count=(count or 0) + 1))
                if noted:
                    count = (count or 0) + 1

            yield addition


def _changes(connection: Connection) -> int:
    """Return how many rows were changed so far, on SQLite: a transaction that changes none is not counted there."""
    return getattr(connection.connection.dbapi_connection, "total_changes", 0)
