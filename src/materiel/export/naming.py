"""The names that tables get in somebody else's database: with a prefix, in a schema."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from sqlalchemy import Column, ForeignKey, Index, MetaData, Table

from materiel.errors import ExportError
from materiel.models import Base

LONGEST_PREFIX: Final = 30
LONGEST_NAME: Final = 63
"""Bytes of a name that every engine takes. PostgreSQL cuts longer ones, and says nothing."""

_PREFIX = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def no_columns() -> Iterable[Column[Any]]:
    """Return no columns: a table has its own and no more."""
    return ()


def renamed(
    tables: Sequence[Table],
    prefix: str = "",
    schema: str | None = None,
    extra_columns: Callable[[], Iterable[Column[Any]]] = no_columns,
) -> dict[str, Table]:
    """Return copies of `tables`, by the names they have now, whose names begin with `prefix` and are in `schema`.

    Constraints and indexes are called after their table. Foreign keys to tables that do not come along are
    left out, and those that stay have an index. `extra_columns` makes columns that each table gets at its end.

    Raises `ExportError` if the names cannot be used.
    """
    check_names(prefix, schema)
    metadata = MetaData(naming_convention=Base.metadata.naming_convention, schema=schema)
    names = {str(table.name) for table in tables}
    return {str(table.name): _renamed(table, prefix, metadata, names, extra_columns()) for table in tables}


def check_names(prefix: str, schema: str | None) -> None:
    """Raise `ExportError` if no table can be called after `prefix` and `schema` on every engine."""
    if prefix and (_PREFIX.fullmatch(prefix) is None or len(prefix) > LONGEST_PREFIX):
        raise ExportError(
            f"--prefix {prefix!r}: write letters, digits and underscores, no digit first, {LONGEST_PREFIX} at the most"
        )
    if schema is None:
        return
    if not schema.isprintable() or not 0 < len(schema.encode("utf-8", "replace")) <= LONGEST_NAME:
        raise ExportError(f"--schema {schema!r}: write a name of 1 to {LONGEST_NAME} bytes, all of it printable")


def _renamed(
    table: Table, prefix: str, metadata: MetaData, names: set[str], extra_columns: Iterable[Column[Any]]
) -> Table:
    columns = [_copy(column, prefix, metadata.schema, names - {str(table.name)}) for column in table.columns]
    indexes = [Index(None, column) for column in columns if column.foreign_keys and not _leads(table, column)]
    return Table(f"{prefix}{table.name}", metadata, *columns, *extra_columns, *indexes, comment=table.comment)


def _copy(column: Column[Any], prefix: str, schema: str | None, names: set[str]) -> Column[Any]:
    place = "" if schema is None else f"{schema}."
    targets = [key.target_fullname.rpartition(".") for key in column.foreign_keys]
    keys = [ForeignKey(f"{place}{prefix}{table}.{key}") for table, _, key in targets if table in names]
    return Column(
        column.name,
        column.type,
        *keys,
        primary_key=column.primary_key,
        nullable=column.nullable,
        autoincrement=False,
        comment=column.comment,
        info=dict(column.info),
    )


def _leads(table: Table, column: Column[Any]) -> bool:
    """Say whether the primary key begins with the column: then it has an index already."""
    return bool(next(iter(table.primary_key.columns)).name == column.name)
