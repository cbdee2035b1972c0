"""SQL for SQLite, PostgreSQL or MySQL: tables, and rows that are inserted or updated.

A script is one transaction, but that MySQL commits each definition of a table at once: there the transaction
holds the rows. Running a script again leaves the same. Rows and columns that the application added stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any, Final, TextIO

from sqlalchemy import Dialect, Table
from sqlalchemy.schema import (
    CreateIndex,
    CreateTable,
    ExecutableDDLElement,
    SetColumnComment,
    SetTableComment,
)

from materiel.errors import ExportError
from materiel.export.about import about_rows, about_table
from materiel.export.content import Content
from materiel.export.formats import Options
from materiel.export.naming import renamed
from materiel.export.notice import CAUTION, TITLE, rights
from materiel.export.tables import KEY, LONGEST_KEY
from materiel.text.printable import printable

_ROWS = 100
"""Rows in one INSERT."""

_BEGINNINGS: Final = {
    "sqlite": ("PRAGMA foreign_keys = ON", "BEGIN"),
    # Local: nothing of it outlives the transaction. Tables that are there already are no news.
    "postgresql": (
        "BEGIN",
        "SET LOCAL client_encoding = 'UTF8'",
        "SET LOCAL standard_conforming_strings = on",
        "SET LOCAL client_min_messages = warning",
    ),
    # Strict, so that nothing is cut; without NO_BACKSLASH_ESCAPES, so that backslashes are written twice.
    "mysql": ("SET NAMES utf8mb4", "SET sql_mode = 'STRICT_ALL_TABLES'"),
}
"""What stands before the definitions."""

_SCHEMA: Final = {"postgresql": "CREATE SCHEMA IF NOT EXISTS", "mysql": "CREATE DATABASE IF NOT EXISTS"}


def write(content: Content, target: Path, options: Options) -> None:
    """Write a file of SQL to `target`. Raises `ExportError` for what the dialect cannot have."""
    script = _Script(options)
    sources = {table.name: table for table in content.tables}
    tables = renamed([table.table for table in content.tables] + [about_table()], options.prefix, options.schema)
    with target.open("w", encoding="utf-8", newline="\n") as file:
        digest = f"Digest of the content of the database: {content.about['content_digest']}"
        file.writelines(f"-- {printable(line)}\n" for line in (TITLE, rights(content), CAUTION, digest))
        script.begin(file)
        if not options.data_only:
            script.define(file, tables.values())
        script.begin_rows(file)
        for name, table in tables.items():
            rows = content.rows(sources[name]) if name in sources else about_rows(content)
            script.fill(file, table, rows)
        file.write("COMMIT;\n")


class _Script:
    """Writes statements in one dialect."""

    def __init__(self, options: Options) -> None:
        self._name = options.dialect
        self._schema = options.schema
        if self._schema is not None and self._name == "sqlite":
            raise ExportError("--schema: SQLite has no schemas; use --prefix")
        # A style of parameters for which a percent sign is not written twice.
        self._dialect: Dialect = import_module(f"sqlalchemy.dialects.{self._name}").dialect(paramstyle="named")
        self._quote = self._dialect.identifier_preparer.quote_identifier

    def begin(self, file: TextIO) -> None:
        """Write what stands before the definitions of tables."""
        file.writelines(f"{statement};\n" for statement in _BEGINNINGS[self._name])

    def begin_rows(self, file: TextIO) -> None:
        """Write what stands before the rows. Definitions end a transaction of MySQL's, so it begins here."""
        if self._name == "mysql":
            file.write("START TRANSACTION;\n")

    def define(self, file: TextIO, tables: Iterable[Table]) -> None:
        """Write the definitions of tables that are not there yet."""
        if self._schema is not None:
            file.write(f"{_SCHEMA[self._name]} {self._quote(self._schema)};\n")
        for table in tables:
            for statement in self._definition(table):
                text = str(statement.compile(dialect=self._dialect)).strip()
                file.write("\n".join(line.rstrip() for line in text.splitlines()) + ";\n")

    def _definition(self, table: Table) -> Iterator[ExecutableDDLElement]:
        table.dialect_options["mysql"].update({"engine": "InnoDB", "charset": "utf8mb4"})
        yield CreateTable(table, if_not_exists=True)
        if self._name == "mysql":
            return  # Its foreign keys come with indexes, and comments stand in the definition.
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            yield CreateIndex(index, if_not_exists=True)
        if self._name == "postgresql":
            yield SetTableComment(table)
            for column in table.columns:
                yield SetColumnComment(column)

    def fill(self, file: TextIO, table: Table, rows: Iterable[Sequence[Any]]) -> None:
        """Write the rows of a table, some at a time. Raises `ExportError` for a key too long for the engine."""
        names = [self._quote(str(column.name)) for column in table.columns]
        into = f"INSERT INTO {self._dialect.identifier_preparer.format_table(table)} ({', '.join(names)}) VALUES\n"
        end = self._update(table)
        waiting = iter(rows)
        keys = [place for place, column in enumerate(table.columns) if column.type is KEY]
        while some := list(islice(waiting, _ROWS)):
            if self._name == "mysql":
                _check_lengths(table, keys, some)
            file.write(into + ",\n".join([self._row(row) for row in some]) + f"\n{end};\n")

    def _update(self, table: Table) -> str:
        """Return what happens to a row that is there: it gets our values."""
        keys = [self._quote(str(column.name)) for column in table.primary_key.columns]
        others = [self._quote(str(column.name)) for column in table.columns if not column.primary_key]
        if self._name == "mysql":
            return "ON DUPLICATE KEY UPDATE " + ", ".join(f"{name} = VALUES({name})" for name in others or keys)
        values = ", ".join(f"{name} = excluded.{name}" for name in others)
        return f"ON CONFLICT ({', '.join(keys)}) DO " + (f"UPDATE SET {values}" if others else "NOTHING")

    def _row(self, row: Sequence[Any]) -> str:
        return f"({', '.join(map(self.literal, row))})"

    def literal(self, value: Any) -> str:
        """Return a value as it is written in SQL. Raises `ExportError` for a text that holds a NUL."""
        if value is None:
            return "NULL"
        if isinstance(value, bool):
            return ("TRUE" if value else "FALSE") if self._name == "postgresql" else str(int(value))
        return repr(value) if isinstance(value, int | float) else self._text(str(value))

    def _text(self, value: str) -> str:
        if "\0" in value:
            raise ExportError(f"a text holds a NUL character, which SQL text cannot: {value[:60]!r}")
        if self._name == "mysql":
            return "'" + value.replace("\\", "\\\\").replace("'", "''").replace("\r", "\\r") + "'"
        if self._name == "sqlite" and "\r" in value:
            # Its shell takes a carriage return at the end of a line for a part of the line's end.
            return f"CAST(x'{value.encode().hex()}' AS TEXT)"
        return "'" + value.replace("'", "''") + "'"


def _check_lengths(table: Table, places: Iterable[int], rows: Iterable[Sequence[Any]]) -> None:
    """Raise `ExportError` if MySQL cannot index one of the keys that stand at `places`."""
    for row in rows:
        for place in places:
            if row[place] is not None and len(row[place]) > LONGEST_KEY:
                raise ExportError(
                    f"{table.name}: the key {row[place][:60]!r}... is longer than the {LONGEST_KEY} characters of MySQL"
                )
