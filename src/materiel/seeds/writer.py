"""Rows are written in bulk, by the engine's fastest means: `executemany` on SQLite, COPY on PostgreSQL."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from materiel.seeds.batches import Batch, columns


class Writer:
    """Writes batches, each in the order in which tables refer to each other."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._names: set[tuple[str, str]] = set()

    def write(self, batch: Batch) -> None:
        """Write the rows of a batch. Of several rows for one name of a system, the first is kept."""
        for table, names in columns().items():
            rows = batch.get(table, [])
            if table == "lookup":
                rows = [row for row in rows if self._is_new(row)]
            if rows:
                insert_rows(self._connection, table, names, rows)

    def _is_new(self, lookup: tuple[Any, ...]) -> bool:
        # Many sources give a system the same name.
        name = (lookup[0], lookup[1])
        known = name in self._names
        self._names.add(name)
        return not known


def insert_rows(connection: Connection, table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert `rows`, tuples in the order of `columns`, into `table`."""
    names = ", ".join(f'"{column}"' for column in columns)
    if connection.dialect.name == "postgresql":
        cursor = connection.connection.cursor()
        with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:  # type: ignore[attr-defined]
            for row in rows:
                copy.write_row(row)
        return
    marks = ", ".join("?" for _ in columns)
    connection.exec_driver_sql(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(rows))
