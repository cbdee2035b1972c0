"""A SQLite database: with all receipts one that materiel itself opens, else the flat tables for an application."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.schema import CreateIndex, CreateTable

from materiel import __version__
from materiel.database import schema
from materiel.database.engine import writing
from materiel.database.location import Location
from materiel.errors import ExportError
from materiel.export.about import about_rows, about_table, description_rows, description_table
from materiel.export.content import Content
from materiel.export.formats import Options
from materiel.export.naming import renamed
from materiel.export.tables import SELECTED, Level
from materiel.seeds.digest import content_digest
from materiel.seeds.search import refresh_search
from materiel.seeds.writer import insert_rows, without_indexes

_ROWS = 5000
"""Rows that are written at a time."""

_LOOKUP = ("equipment_id", "name", "key", "origin")


def write(content: Content, target: Path, options: Options) -> None:
    """Write a SQLite database to `target`. Raises `ExportError` for a schema, which SQLite does not have."""
    if options.schema is not None:
        raise ExportError("--schema: SQLite has no schemas; use --prefix")
    whole = content.level is Level.full
    if whole and options.prefix:
        raise ExportError("--prefix: with --receipts full it is a database of materiel, whose tables keep their names")
    with writing(Location(path=target), bulk=whole) as connection:
        if whole:
            _write_whole(content, connection)
        else:
            _write_flat(content, connection, options.prefix)


def _write_whole(content: Content, connection: Connection) -> None:
    schema.upgrade(connection)
    large = [table.name for table in content.tables if table.name != "property"]
    with without_indexes(connection, *large):
        for table in content.tables:
            if table.name != "property":  # The schema has its rows already.
                _insert(connection, table.name, list(table.expressions), content.rows(table))
        _insert(connection, "lookup", _LOOKUP, _lookup(content))
    refresh_search(connection)
    build = {"content_digest": content_digest(connection), "origin": "export", "version": __version__}
    _insert(connection, "build", ("key", "value"), sorted(build.items()))
    _insert_about(content, connection, "")


def _lookup(content: Content) -> Iterable[Sequence[Any]]:
    selected = content.systems is not None
    where = f" WHERE equipment_id IN {SELECTED[content.reader.dialect]}" if selected else ""
    columns = ", ".join(_LOOKUP)
    sql = f"SELECT {columns} FROM lookup{where} ORDER BY equipment_id, name"
    return content.reader.stream(sql, **content.parameters)


def _write_flat(content: Content, connection: Connection, prefix: str) -> None:
    tables = renamed([table.table for table in content.tables], prefix)
    for source in content.tables:
        table = tables[source.name]
        connection.execute(CreateTable(table))
        _insert(connection, table.name, list(source.expressions), content.rows(source))
    for table in tables.values():
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            connection.execute(CreateIndex(index))
    (descriptions,) = renamed([description_table()], prefix).values()
    connection.execute(CreateTable(descriptions))
    names = [str(column.name) for column in descriptions.columns]
    _insert(connection, descriptions.name, names, description_rows(tables.values()))
    _insert_about(content, connection, prefix)


def _insert_about(content: Content, connection: Connection, prefix: str) -> None:
    (table,) = renamed([about_table()], prefix).values()
    connection.execute(CreateTable(table))
    _insert(connection, table.name, ("name", "value"), about_rows(content))


def _insert(connection: Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    waiting = iter(rows)
    while some := [tuple(row) for row in islice(waiting, _ROWS)]:
        insert_rows(connection, table, columns, some)
