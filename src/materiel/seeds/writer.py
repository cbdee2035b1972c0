"""Rows are written in bulk, by the engine's fastest means: `executemany` on SQLite, COPY on PostgreSQL."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection

from materiel.models import Base

_BATCH = 20_000


class Writer:
    """Collects rows by table and writes them in the order in which tables refer to each other."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._tables = [table for table in Base.metadata.sorted_tables if table.name not in UNSEEDED]
        self._columns = {table.name: _filled(table.name, [column.name for column in table.columns]) for table in self._tables}
        self._pick = {name: itemgetter(*columns) for name, columns in self._columns.items()}
        self._rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in self._columns}
        self._names: set[tuple[str, str]] = set()
        self._pending = 0

    def add(self, table: str, row: dict[str, Any]) -> None:
        """Add a row, written at the latest when `flush` is called."""
        if table == "lookup":
            # Many sources give a system the same name.
            name = (row["equipment_id"], row["name"])
            if name in self._names:
                return
            self._names.add(name)
        picked = self._pick[table](row)
        self._rows[table].append(picked if isinstance(picked, tuple) else (picked,))
        self._pending += 1
        if self._pending >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what is pending."""
        for table in self._tables:
            rows = self._rows[table.name]
            if rows:
                insert_rows(self._connection, table.name, self._columns[table.name], rows)
                self._rows[table.name] = []
        self._pending = 0


UNSEEDED = frozenset({"build", "data_dictionary", "property", "search_document"})
"""Tables that are filled from the models or from other tables, not from seeds."""

_TYPED_KEY = {"aircraft", "artillery", "munition", "spacecraft", "submarine", "vehicle"}


def _filled(table: str, columns: list[str]) -> list[str]:
    """Leave out the columns of adopted values: adoption fills them later."""
    if table in _TYPED_KEY:
        return ["id"]
    if table == "equipment":
        return ["id", "kind", "category_id", "level", "family_id", "name", "description"]
    return columns


def insert_rows(
    connection: Connection, table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
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
