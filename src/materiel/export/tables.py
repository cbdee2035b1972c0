"""Tables that are handed on: what their columns are, and the SQL that reads their rows.

There are two sets of them: `whole` is the schema as it is, `flat` what an application needs. A table is
described once, as SQLAlchemy describes it: DDL, Django models, Table Schemas and Parquet types are read from there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Final

from sqlalchemy import Boolean, Column, Date, Double, Float, ForeignKey, Integer, String, Table, Text
from sqlalchemy.types import TypeEngine

from materiel.models.types import TEXT

LONGEST_KEY: Final = 255
"""Characters of a key: what every engine can index."""

KEY = TEXT.with_variant(String(LONGEST_KEY, collation="utf8mb4_bin"), "mysql", "mariadb")
"""Text that is a key or leads to one. MySQL has no indexes on text of any length."""

WORDS = TEXT.with_variant(Text(length=2**24, collation="utf8mb4_bin"), "mysql", "mariadb")
"""Text of any length. On MySQL it is compared by code point, as on the others."""

NUMBER = Float().with_variant(Double(), "mysql", "mariadb")
"""A number with a fraction. MySQL's FLOAT has seven digits."""


class Level(StrEnum):
    """How much of where a statement comes from is handed on with it."""

    full = "full"
    short = "short"
    none = "none"


SELECTED: Final = {
    "sqlite": "(SELECT value FROM json_each(:systems))",
    "postgresql": "(SELECT json_array_elements_text(CAST(:systems AS json)))",
}
"""The ids of the selected systems, by the engine that is read: a JSON list is handed to the query."""

_NO_LIMIT = 2**63 - 1


@dataclass(frozen=True, slots=True)
class ExportTable:
    """A table that is handed on.

    `table` says what it is: columns with types, keys and descriptions. `expressions` is the SQL of each column,
    `origin` what follows FROM, `conditions` what follows WHERE, and `order` sorts the rows: together its
    expressions tell every row from every other. Where there are many rows they are read in parts, divided by
    the ids of the table `grouped`, to which the first expression of `order` leads; None where there are few.
    `is_view`: the origin is a view, whose columns are computed.
    """

    table: Table
    expressions: Mapping[str, str]
    origin: str
    conditions: tuple[str, ...]
    order: tuple[str, ...]
    grouped: str | None
    is_view: bool = False

    @property
    def name(self) -> str:
        """Name of the table."""
        return str(self.table.name)

    @property
    def columns(self) -> list[Column[Any]]:
        """The columns, in their order."""
        return list(self.table.columns)

    @property
    def links(self) -> dict[str, str]:
        """The columns that lead to a table, each with its name. They hold an `id` of it."""
        keys = ((column.name, key.target_fullname) for column in self.columns for key in column.foreign_keys)
        return {str(name): target.removesuffix(".id") for name, target in keys}

    def select(self, *expressions: str, first: bool = False, after: bool = False) -> str:
        """Return the query for the rows in their order: of all columns, or of `expressions`.

        `first`: only from the id on that the parameter `:first` holds; `after`: only before that of `:after`.
        """
        wanted = ", ".join(expressions or [f'{sql} AS "{name}"' for name, sql in self.expressions.items()])
        bounds = [f"{self.order[0]} >= :first"] * first + [f"{self.order[0]} < :after"] * after
        tests = " AND ".join([*self.conditions, *bounds])
        where = f" WHERE {tests}" if tests else ""
        rows = f"FROM {self.origin}{where} ORDER BY {', '.join(self.order)}"
        if self.is_view and expressions:
            # The limit makes the engine compute a column once, and not again wherever an expression names it.
            rows = f"FROM (SELECT {self.origin}.* {rows} LIMIT {_NO_LIMIT}) {self.origin}"
        return f"SELECT {wanted} {rows}"


_VALUE_TYPES: Final = {Boolean: "boolean", Date: "date", Float: "number", Integer: "integer"}


def value_type(column: Column[Any]) -> str:
    """Return what a column holds: boolean, date, number, integer, else text."""
    return next((name for kind, name in _VALUE_TYPES.items() if isinstance(column.type, kind)), "text")


def copied(source: Column[Any], name: str | None = None, target: str | None = None, **options: Any) -> Column[Any]:
    """Return a column like one of the models', called `name`, that leads to the table `target` if it is given.

    `options` are those of SQLAlchemy's `Column`, in place of what `source` has.
    """
    is_key = target is not None or source.primary_key or bool(source.foreign_keys) or options.get("primary_key", False)
    settings = {"nullable": source.nullable, "comment": source.comment, "info": dict(source.info), **options}
    links = [] if target is None else [ForeignKey(f"{target}.id")]
    return Column(name or source.name, _type(source, is_key), *links, **settings)


def _type(source: Column[Any], is_key: bool) -> TypeEngine[Any]:
    if isinstance(source.type, Float):
        return NUMBER
    if isinstance(source.type, Boolean | Date | Integer):
        return source.type
    return KEY if is_key else WORDS


@cache
def tables_of(level: Level, dialect: str, *, selected: bool) -> Sequence[ExportTable]:
    """Return the tables that are handed on at `level`, those that others refer to first.

    `dialect` is the engine that is read. `selected`: only what belongs to the systems whose ids the
    parameter `:systems` holds, as a JSON list. Made once: nothing of them may be changed.
    """
    from materiel.export.flat import flat_tables
    from materiel.export.whole import whole_tables

    if level is Level.full:
        return tuple(whole_tables(dialect, selected=selected))
    return tuple(flat_tables(dialect, selected=selected, receipts=level is Level.short))
