"""A connection to a server that is used again and again."""

from __future__ import annotations

from contextlib import ExitStack, suppress

from sqlalchemy import exc

from materiel.database.location import Location
from materiel.database.server import ServerReader, read_only_connection


class ServerSession:
    """A connection to a server. Each use of it is one transaction, which sees the database at one moment."""

    def __init__(self, location: Location) -> None:
        self._open = ExitStack()
        self._connection = self._open.enter_context(read_only_connection(location))
        self.reader = ServerReader(self._connection, location)

    def usable(self) -> bool:
        """Say whether the server still answers: it may have been restarted meanwhile."""
        try:
            self._connection.exec_driver_sql("SELECT 1")
        except exc.DBAPIError:
            return False
        return True

    def rest(self) -> None:
        """End the transaction."""
        with suppress(exc.DBAPIError):  # Of a connection that is lost. It is found out when it is used again.
            self._connection.rollback()

    def close(self) -> None:
        """Close the connection."""
        self._open.close()
