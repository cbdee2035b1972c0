"""Many rows into one table, by the quickest means that an engine has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table

from materiel.export.tables import ExportTable
from materiel.push.feed import Feed, Row

_BATCH = 1000
"""Rows that are handed to the driver together."""


def fill(connection: Connection, table: Table, feed: Feed, source: ExportTable, status: str | None = None) -> int:
    """Write the rows of `source` into `table`, which begins with their columns. Return how many there are.

    `status` stands in the column that follows.
    """
    columns = [str(column.name) for column in table.columns][: len(source.columns) + (status is not None)]
    lines = feed.lines(source, status or "") if connection.dialect.name == "postgresql" else None
    if lines is not None:
        # In CSV nothing is NULL, and "" an empty text: as `csv_line` writes them.
        return _copy(connection, table, columns, " (FORMAT csv)", lines)
    rows = feed.rows(source)
    return fill_rows(connection, table, columns, rows if status is None else ((*row, status) for row in rows))


def fill_rows(connection: Connection, table: Table, columns: Sequence[str], rows: Iterator[Row]) -> int:
    """Write `rows` into `columns` of `table`. Return how many there are."""
    if connection.dialect.name == "postgresql":
        return _copy(connection, table, columns, "", rows)
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    sql = f"INSERT INTO {_names(connection, table, columns)} VALUES ({', '.join([mark] * len(columns))})"
    cursor, count = _cursor(connection), 0
    try:
        while batch := list(islice(rows, _BATCH)):
            cursor.executemany(sql, batch)
            count += len(batch)
    finally:
        cursor.close()
    return count


def _copy(
    connection: Connection, table: Table, columns: Sequence[str], options: str, parts: Iterable[str | Row]
) -> int:
    """Copy rows, or text that holds many of them."""
    cursor = _cursor(connection)
    # With parameters, though none, the driver takes %% in a name for %, as SQLAlchemy writes it.
    with cursor.copy(f"COPY {_names(connection, table, columns)} FROM STDIN{options}", ()) as copy:
        for part in parts:
            if isinstance(part, str):
                copy.write(part)
            else:
                copy.write_row(part)
    return int(cursor.rowcount)


def _names(connection: Connection, table: Table, columns: Sequence[str]) -> str:
    preparer = connection.dialect.identifier_preparer
    return f"{preparer.format_table(table)} ({', '.join(preparer.quote(name) for name in columns)})"


def _cursor(connection: Connection) -> Any:
    return connection.connection.cursor()
