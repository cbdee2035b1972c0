"""A digest of the content of a database: the same for the same seeds, on every engine."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Table

from materiel.models import Base
from materiel.seeds.workers import Workers

DERIVED = frozenset({"build", "data_dictionary", "lookup", "property", "search_document"})
"""Tables that are made from others or from the program: they are no content of their own."""

_ROWS = 5000
_MODULUS = 1 << 256


def content_digest(connection: Connection, workers: Workers | None = None) -> str:
    """Return a SHA-256 over all rows of all content tables, in whatever order they are stored."""
    total = hashlib.sha256()
    for table in sorted(Base.metadata.tables.values(), key=lambda table: table.name):
        if table.name not in DERIVED:
            sums = (workers or Workers()).map(sum_of_hashes, _parts(connection, table))
            total.update(f"{table.name} {sum(sums) % _MODULUS:064x}\n".encode())
    return total.hexdigest()


def sum_of_hashes(rows: Iterable[tuple[Any, ...]]) -> int:
    """Return the sum of the SHA-256 of `rows`, as numbers of 256 bits: it does not depend on their order."""
    sha256, number = hashlib.sha256, int.from_bytes
    # `ascii` writes text, numbers and None unmistakably, the same in every version of Python.
    return sum([number(sha256(ascii(row).encode()).digest()) for row in rows])


def _parts(connection: Connection, table: Table) -> Iterator[tuple[Sequence[Any]]]:
    names = ", ".join(_column(column) for column in table.columns)
    # The driver's cursor gives plain tuples, and on a server a named one does not fetch them all at once.
    cursor = connection.connection.cursor(*_CURSOR.get(connection.dialect.name, ()))
    cursor.execute(f"SELECT {names} FROM {table.name}")
    while rows := cursor.fetchmany(_ROWS):
        yield (rows,)
    cursor.close()


_CURSOR = {"postgresql": ("materiel_digest",)}


def _column(column: Column[object]) -> str:
    # Engines give booleans and dates as objects of their own; as numbers and text they are the same.
    cast = {"BOOLEAN": "INTEGER", "DATE": "TEXT"}.get(str(column.type))
    return f'CAST("{column.name}" AS {cast})' if cast else f'"{column.name}"'
