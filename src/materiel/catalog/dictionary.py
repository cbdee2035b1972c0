"""The data dictionary: properties by kind, and what each table, view and column holds."""

from __future__ import annotations

from typing import Any

from materiel.catalog import queries
from materiel.database.reader import Reader
from materiel.errors import NotInDatabaseError

Row = dict[str, Any]


def properties(reader: Reader, kind: str | None = None) -> list[Row]:
    """Return the properties of all kinds, or of one. Raises `NotInDatabaseError` for a kind that is none."""
    rows = reader.rows(queries.PROPERTIES)
    kinds = sorted({row["kind"] for row in rows})
    if kind is not None and kind not in kinds:
        raise NotInDatabaseError(f"{kind!r} is no kind of equipment: {', '.join(kinds)}")
    return [row for row in rows if kind in (None, row["kind"])]


def tables(reader: Reader, table: str | None = None) -> list[Row]:
    """Return the description of all tables, views and columns, or of one table's."""
    rows = reader.rows(queries.DICTIONARY)
    names = sorted({row["table_name"] for row in rows})
    if table is not None and table not in names:
        raise NotInDatabaseError(f"there is no table or view {table!r}: {', '.join(names)}")
    return [row for row in rows if table in (None, row["table_name"])]
