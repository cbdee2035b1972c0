"""The tables that are pushed, as they are called at the destination, with a column that says whose a row is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Column, Table

from materiel.errors import ExportError
from materiel.export.naming import renamed
from materiel.export.tables import KEY, ExportTable

STATUS: Final = "materiel_status"
"""The column that each pushed table has besides its own."""

CURRENT: Final = "current"
RETIRED: Final = "retired"

_ABOUT_STATUS = "current: a row of materiel; retired: materiel no longer has it; empty: the application's own."


@dataclass(frozen=True, slots=True)
class Target:
    """A table that is pushed: what is read (`source`), and the table at the destination that its rows go to."""

    source: ExportTable
    table: Table

    @property
    def name(self) -> str:
        """Name at the destination, with its schema if one was chosen."""
        return str(self.table.fullname)

    @property
    def columns(self) -> list[Column[Any]]:
        """The columns that our rows fill, but for the status."""
        return [column for column in self.table.columns if column.name != STATUS]

    @property
    def key(self) -> list[str]:
        """Names of the columns that tell its rows apart."""
        return [str(column.name) for column in self.table.primary_key.columns]


def chosen(tables: Sequence[ExportTable], names: Sequence[str]) -> list[ExportTable]:
    """Return the tables with these names, in their own order; all of them if there are no names.

    Raises `ExportError` for a name that none of them has.
    """
    known = [table.name for table in tables]
    for name in names:
        if name not in known:
            raise ExportError(f"--tables {name}: there is no such table at this level: {', '.join(known)}")
    return [table for table in tables if not names or table.name in names]


def targets(tables: Sequence[ExportTable], prefix: str, schema: str | None) -> list[Target]:
    """Return the targets of `tables`, those that others refer to first. Keys that lead to other tables are left out.

    Raises `ExportError` if tables cannot be called after `prefix` and `schema`.
    """
    found = renamed([table.table for table in tables], prefix, schema, _status)
    for table in found.values():
        # What MySQL uses by default may know no transactions.
        table.kwargs["mysql_engine"] = "InnoDB"
    return [Target(table, found[table.name]) for table in tables]


def _status() -> list[Column[Any]]:
    return [Column(STATUS, KEY, comment=_ABOUT_STATUS)]
