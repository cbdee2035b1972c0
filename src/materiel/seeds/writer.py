"""Rows are written in bulk, by the engine's fastest means: `executemany` on SQLite, COPY on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection

from materiel.models import Base
from materiel.seeds.adopt import Adopted
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

    def write_adopted(self, adopted: Adopted) -> None:
        """Write claims, and fill the cells of the typed tables."""
        self.write({"claim": adopted.claims})
        for table, systems in adopted.cells.items():
            update_rows(self._connection, table, systems)

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
        with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        return
    marks = ", ".join("?" for _ in columns)
    connection.exec_driver_sql(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(rows))


def update_rows(connection: Connection, table: str, rows: Mapping[str, Mapping[str, Any]]) -> None:
    """Set columns of rows of `table`: `rows` holds the new values by id and column."""
    names = sorted({name for values in rows.values() for name in values})
    mark = "%s" if connection.dialect.name == "postgresql" else "?"
    filled = ", ".join(f'"{name}" = {mark}' for name in names)
    connection.exec_driver_sql(
        f"UPDATE {table} SET {filled} WHERE id = {mark}",
        [(*map(values.get, names), row_id) for row_id, values in rows.items()],
    )


def gather_statistics(connection: Connection) -> None:
    """Tell PostgreSQL what the tables now hold: until its own daemon comes by, it plans for empty ones."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"ANALYZE {', '.join(Base.metadata.tables)}")


@contextmanager
def without_indexes(connection: Connection, *tables: str) -> Iterator[None]:
    """Take the indexes off `tables` on SQLite, and make them anew at the end: sorted, that takes half the time.

    After an error they are not made anew; the transaction is to be rolled back.
    """
    indexes: list[tuple[str, str]] = []
    if connection.dialect.name == "sqlite":
        names = ", ".join(f"'{table}'" for table in tables)
        query = f"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql <> '' AND tbl_name IN ({names})"
        indexes = [(name, sql) for name, sql in connection.exec_driver_sql(query)]
    for name, _ in indexes:
        connection.exec_driver_sql(f'DROP INDEX "{name}"')
    yield
    for _, sql in indexes:
        connection.exec_driver_sql(sql)
