"""Connections that threads share in turn: each is used by one thread at a time, and all are closed together."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from materiel.database.location import Location
from materiel.database.reader import Reader, SqliteReader, connect_readonly, open_reader
from materiel.errors import DatabaseError


class Session(Protocol):
    """A read-only connection."""

    @property
    def reader(self) -> Reader:
        """What reads by it."""

    def usable(self) -> bool:
        """Say whether it still answers; asked before it is used again."""

    def rest(self) -> None:
        """End what was begun on it, so that it holds up nobody until it is used again."""

    def close(self) -> None:
        """Close it."""


class Connections:
    """Read-only connections to one database: as many as there have been threads that read at the same time."""

    def __init__(self, location: Location) -> None:
        """Prepare to connect. Raises `DatabaseError` as `open_reader` does, before anything is asked."""
        with open_reader(location):
            self._location = location
        self._idle: deque[Session] = deque()
        self._closed = False

    @contextmanager
    def reader(self) -> Iterator[Reader]:
        """Lend a reader to the calling thread. Raises `DatabaseError` after `close`."""
        if self._closed:
            raise DatabaseError(f"{self._location}: this database was closed; materiel.open() opens it again")
        session = self._take()
        try:
            yield session.reader
        finally:
            session.rest()
            self._idle.append(session)
            self._close_idle()

    def close(self) -> None:
        """Close all connections; one that is lent is closed when it comes back. May be called again."""
        self._closed = True
        self._close_idle()

    def _take(self) -> Session:
        # Not `if self._idle`: another thread may take the last one meanwhile.
        while session := self._pop():
            if session.usable():
                return session
            session.close()
        return connect(self._location)

    def _pop(self) -> Session | None:
        try:
            return self._idle.pop()
        except IndexError:
            return None

    def _close_idle(self) -> None:
        while self._closed and (session := self._pop()):
            session.close()


def connect(location: Location) -> Session:
    """Open a connection to `location`."""
    if location.path is not None:
        return _SqliteSession(location)
    from materiel.api.server import ServerSession

    return ServerSession(location)


class _SqliteSession:
    def __init__(self, location: Location) -> None:
        self._connection: sqlite3.Connection = connect_readonly(location, any_thread=True)
        self.reader = SqliteReader(self._connection, location)

    def usable(self) -> bool:
        return True

    def rest(self) -> None:
        pass  # A query that has been read to its end holds nothing.

    def close(self) -> None:
        self._connection.close()
