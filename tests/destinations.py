"""What tests of pushes have in common: a database to push to, and one that is pushed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, inspect, text
from sqlalchemy.pool import NullPool

from materiel.database.location import Location
from materiel.database.reader import open_reader
from materiel.export.content import Content, open_content
from materiel.export.tables import Level
from materiel.push.destination import destination as find_destination
from materiel.push.feed import ContentFeed
from materiel.push.report import PushReport
from materiel.push.run import Choices, push


def silent(_step: str, _count: int) -> None:
    """Show no progress."""


@dataclass(frozen=True)
class Source:
    """A database whose content is pushed."""

    path: Path

    def change(self, *statements: str) -> None:
        """Change its content behind the back of all checks."""
        with closing(sqlite3.connect(self.path)) as connection, connection:
            connection.execute("PRAGMA ignore_check_constraints = ON")
            for statement in statements:
                connection.execute(statement)

    @contextmanager
    def content(self, level: Level = Level.short, systems: Sequence[str] | None = None) -> Iterator[Content]:
        """Open its content."""
        location = Location(path=self.path)
        with open_reader(location) as reader, open_content(reader, location, level, silent, systems) as content:
            yield content

    def push(
        self, destination: Destination, level: Level = Level.short, systems: Sequence[str] | None = None, **choices: Any
    ) -> PushReport:
        """Push it. `choices` are those of `Choices`."""
        with self.content(level, systems) as content:
            return push(ContentFeed(content), destination.location, Choices(**choices), silent)

    def rows(self, table: str, level: Level = Level.short) -> list[tuple[Any, ...]]:
        """Return the rows of a table as they are handed on, sorted."""
        with self.content(level) as content:
            found = next(each for each in content.tables if each.name == table)
            return sorted((tuple(row) for row in content.rows(found)), key=repr)


@dataclass(frozen=True)
class Destination:
    """Another application's database."""

    url: str

    @property
    def location(self) -> Location:
        """Its location."""
        return find_destination(self.url)

    @property
    def engine(self) -> str:
        """Name of the engine."""
        return "sqlite" if self.location.path is not None else self.url.partition("://")[0]

    def execute(self, *statements: str) -> list[tuple[Any, ...]]:
        """Do what the application does. Returns the rows of the last statement."""
        with self._connected() as connection:
            return _execute(connection, *statements)

    def quoted(self, name: str) -> str:
        """Return a name as the engine wants it."""
        return f"`{name}`" if self.engine == "mysql" else f'"{name}"'

    def rows(self, table: str, columns: Sequence[str]) -> list[tuple[Any, ...]]:
        """Return columns of all rows of a table, sorted; a date as text."""
        with self._connected() as connection:
            return self._rows(connection, table, columns)

    def _rows(self, connection: Connection, table: str, columns: Sequence[str]) -> list[tuple[Any, ...]]:
        listed = ", ".join(map(self.quoted, columns))
        found = _execute(connection, f"SELECT {listed} FROM {self.quoted(table)}")
        return sorted((tuple(map(_plain, row)) for row in found), key=repr)

    def statuses(self, table: str) -> dict[str, str | None]:
        """Return the status of each row by its id."""
        return dict(self.execute(f"SELECT id, materiel_status FROM {table}"))

    def tables(self) -> dict[str, set[str]]:
        """Return the names of its tables, each with those of its columns."""
        with self._connected() as connection:
            return _tables(connection)

    def content(self) -> dict[str, list[tuple[Any, ...]]]:
        """Return all that it holds."""
        with self._connected() as connection:
            return {
                name: self._rows(connection, name, sorted(columns)) for name, columns in _tables(connection).items()
            }

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        # Setting up encryption takes PyMySQL longer than most statements of a test.
        arguments = {"ssl_disabled": True} if self.engine == "mysql" else {}
        engine = create_engine(self.location.url, poolclass=NullPool, connect_args=arguments)
        try:
            with engine.begin() as connection:
                yield connection
        finally:
            engine.dispose()


def _execute(connection: Connection, *statements: str) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = []
    for statement in statements:
        found = connection.execute(text(statement.replace(":", "\\:")))
        rows = [tuple(row) for row in found] if found.returns_rows else []
    return rows


def _tables(connection: Connection) -> dict[str, set[str]]:
    found = inspect(connection)
    return {name: {column["name"] for column in found.get_columns(name)} for name in found.get_table_names()}


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, date) else value
