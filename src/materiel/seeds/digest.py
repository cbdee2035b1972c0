"""A digest of the content of a database: the same for the same seeds, on every engine."""

from __future__ import annotations

import hashlib

from sqlalchemy import Column, Connection, Table

from materiel.database.engine import row_batches
from materiel.models import READER_TABLES, Base

DERIVED = READER_TABLES | {"build", "data_dictionary", "lookup", "property", "search_document"}
"""Tables that are made from others or from the program, or are a reader's own: no content of the database."""

_ROWS = 200
"""Rows fetched at a time: so few stay in the processor's cache, and a server is still not asked too often."""

_MODULUS = 1 << 256


def content_digest(connection: Connection) -> str:
    """Return a SHA-256 over all rows of all content tables, in whatever order they are stored."""
    total = hashlib.sha256()
    for table in sorted(Base.metadata.tables.values(), key=lambda table: table.name):
        if table.name not in DERIVED:
            total.update(f"{table.name} {_sum(connection, table):064x}\n".encode())
    return total.hexdigest()


def _sum(connection: Connection, table: Table) -> int:
    """Return the sum of the SHA-256 of the rows, as numbers of 256 bits: it does not depend on order."""
    names = ", ".join(_column(column) for column in table.columns)
    sha256, number, total = hashlib.sha256, int.from_bytes, 0
    for rows in row_batches(connection, f"SELECT {names} FROM {table.name}", _ROWS):
        # `ascii` writes text, numbers and None unmistakably, the same in every version of Python.
        total += sum([number(sha256(ascii(row).encode()).digest()) for row in rows])
    return total % _MODULUS


def _column(column: Column[object]) -> str:
    # Engines give booleans and dates as objects of their own; as numbers and text they are the same.
    cast = {"BOOLEAN": "INTEGER", "DATE": "TEXT"}.get(str(column.type))
    return f'CAST("{column.name}" AS {cast})' if cast else f'"{column.name}"'
