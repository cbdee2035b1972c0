"""Reading from a server, through SQLAlchemy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, exc, text

from materiel.database.engine import plain_reason, writing_engine
from materiel.database.location import Location
from materiel.database.reader import NO_UNICODE, STREAMED_ROWS, Row, check_revision, rows_of
from materiel.errors import ConditionError, DatabaseError


class ServerReader:
    """Reads a database on a server."""

    def __init__(self, connection: Connection, location: Location) -> None:
        self.dialect = connection.dialect.name
        self._connection = connection
        self._location = location

    def rows(self, sql: str, /, **parameters: Any) -> list[Row]:
        """Return the rows of a query as dictionaries."""
        try:
            # A savepoint, so that a query that fails leaves the transaction usable.
            with self._connection.begin_nested():
                found = self._connection.execute(text(sql), parameters)
                return rows_of(list(found.keys()), iter(found.all()))
        except UnicodeEncodeError as error:
            raise ConditionError(NO_UNICODE) from error
        except exc.DBAPIError as error:
            raise DatabaseError(f"{self._location}: {plain_reason(error)}") from error

    def stream(self, sql: str, /, **parameters: Any) -> Iterator[Sequence[Any]]:
        """Yield the rows of a query as they come."""
        try:
            # A cursor on the server: the driver's own would hold all rows.
            options = {"yield_per": STREAMED_ROWS}
            with self._connection.execute(text(sql), parameters, execution_options=options) as found:
                yield from found
        except exc.DBAPIError as error:
            raise DatabaseError(f"{self._location}: {plain_reason(error)}") from error

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Do nothing: all of a reader is one transaction, at one moment (see `read_only_connection`)."""
        yield


@contextmanager
def server_reader(location: Location) -> Iterator[ServerReader]:
    """Open a read-only transaction on a server. Raises `DatabaseError` if it cannot be reached."""
    with read_only_connection(location) as connection:
        reader = ServerReader(connection, location)
        check_revision(reader, location)
        yield reader


@contextmanager
def read_only_connection(location: Location) -> Iterator[Connection]:
    """Open a transaction in which the server itself refuses to write. It sees the database at one moment."""
    engine = writing_engine(location).execution_options(postgresql_readonly=True, isolation_level="REPEATABLE READ")
    try:
        connection = engine.connect()
    except exc.DBAPIError as error:
        raise DatabaseError(f"{location}: {plain_reason(error)}") from error
    try:
        with connection:
            yield connection
    finally:
        engine.dispose()
