"""SQL for SQLite, PostgreSQL or MySQL: tables, and rows that are inserted or updated, in one transaction.

Running it again leaves the same. Rows and columns that the application added stay.
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
from materiel.export.notice import CAUTION, RIGHTS, TITLE

_ROWS = 100
"""Rows in one INSERT."""

_SETTINGS: Final = {
    "sqlite": ("PRAGMA foreign_keys = ON",),
    "postgresql": ("SET client_encoding = 'UTF8'", "SET standard_conforming_strings = on"),
    # Strict, so that nothing is cut; without NO_BACKSLASH_ESCAPES, so that backslashes are written twice.
    "mysql": ("SET NAMES utf8mb4", "SET sql_mode = 'STRICT_ALL_TABLES'"),
}
_BEGIN: Final = {"sqlite": "BEGIN", "postgresql": "BEGIN", "mysql": "START TRANSACTION"}
_SCHEMA: Final = {"postgresql": "CREATE SCHEMA IF NOT EXISTS", "mysql": "CREATE DATABASE IF NOT EXISTS"}


def write(content: Content, target: Path, options: Options) -> None:
    """Write a file of SQL to `target`. Raises `ExportError` for what the dialect cannot have."""
    script = _Script(options)
    sources = {table.name: table for table in content.tables}
    tables = renamed([table.table for table in content.tables] + [about_table()], options.prefix, options.schema)
    with target.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"-- {line}\n" for line in (TITLE, RIGHTS, CAUTION))
        script.begin(file)
        if not options.data_only:
            script.define(file, tables.values())
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
        self._dialect: Dialect = import_module(f"sqlalchemy.dialects.{self._name}").dialect()
        self._quote = self._dialect.identifier_preparer.quote_identifier

    def begin(self, file: TextIO) -> None:
        """Write what stands before tables and rows."""
        for setting in _SETTINGS[self._name]:
            file.write(f"{setting};\n")
        file.write(f"{_BEGIN[self._name]};\n")

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
        """Write the rows of a table, some at a time."""
        names = [self._quote(str(column.name)) for column in table.columns]
        into = f"INSERT INTO {self._dialect.identifier_preparer.format_table(table)} ({', '.join(names)}) VALUES\n"
        end = self._update(table)
        waiting = iter(rows)
        while some := list(islice(waiting, _ROWS)):
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
        if isinstance(value, int | float):
            return repr(value)
        if "\0" in value:
            raise ExportError(f"a text holds a NUL character, which SQL text cannot: {value[:60]!r}")
        text = str(value).replace("'", "''")
        return "'" + (text.replace("\\", "\\\\") if self._name == "mysql" else text) + "'"
