"""A digest of the content of a database: the same for the same seeds, on every engine."""

from __future__ import annotations

import hashlib

from sqlalchemy import Column, Connection, Table

from materiel.models import Base

DERIVED = frozenset({"build", "data_dictionary", "lookup", "property", "search_document"})
"""Tables that are made from others or from the program: they are no content of their own."""

_BATCH = 5000


def content_digest(connection: Connection) -> str:
    """Return a SHA-256 over all rows of all content tables, in the order of their keys."""
    total = hashlib.sha256()
    for table in sorted(Base.metadata.tables.values(), key=lambda table: table.name):
        if table.name not in DERIVED:
            total.update(f"{table.name}\n".encode())
            _add_rows(total, connection, table)
    return total.hexdigest()


def _add_rows(total: hashlib._Hash, connection: Connection, table: Table) -> None:
    names = ", ".join(_column(column) for column in table.columns)
    # The key's text sorts by code point on every engine, so the order is the same.
    key = ", ".join(f'"{column.name}"' for column in table.primary_key)
    query = f"SELECT {names} FROM {table.name} ORDER BY {key}"
    found = connection.exec_driver_sql(query, execution_options={"yield_per": _BATCH})
    for rows in found.partitions():
        # `ascii` writes text, numbers and None unmistakably, the same in every version of Python.
        total.update("\n".join(ascii(tuple(row)) for row in rows).encode())


def _column(column: Column[object]) -> str:
    # Engines give booleans and dates as objects of their own; as numbers and text they are the same.
    cast = {"BOOLEAN": "INTEGER", "DATE": "TEXT"}.get(str(column.type))
    return f'CAST("{column.name}" AS {cast})' if cast else f'"{column.name}"'
