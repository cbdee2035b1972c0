"""Rows of a table on two sides, read in the same order and compared: few are in memory at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import Any

from materiel.export.content import Content
from materiel.export.tables import ExportTable

Values = Sequence[Any]
"""Values of a row, in the order of the columns of its table."""

Key = tuple[Any, ...]
"""Values that tell a row from the others of its table."""

Pair = tuple[Values | None, Values | None]
"""A row on the old and on the new side; None where there is none."""


@dataclass
class TableChanges:
    """The rows of a table that differ, as they are on either side, by their primary keys."""

    columns: tuple[str, ...]
    old: dict[Key, Values] = field(default_factory=dict)
    new: dict[Key, Values] = field(default_factory=dict)

    def named(self, row: Values) -> dict[str, Any]:
        """Return the values of a row by the names of their columns."""
        return dict(zip(self.columns, row, strict=True))


def table_changes(old: Content, new: Content, name: str) -> TableChanges:
    """Return what differs in the table called `name`."""
    table = table_called(new, name)
    found = TableChanges(tuple(str(column.name) for column in table.columns))
    key = primary_key(table)
    for before, after in differing_rows(old, new, name):
        if before is not None:
            found.old[key(before)] = before
        if after is not None:
            found.new[key(after)] = after
    return found


def table_called(content: Content, name: str) -> ExportTable:
    """Return the table of `content` that has this name."""
    return next(table for table in content.tables if table.name == name)


def primary_key(table: ExportTable) -> Callable[[Values], Key]:
    """Return what picks the primary key from a row."""
    return _picker([place for place, column in enumerate(table.columns) if column.primary_key])


def differing_rows(old: Content, new: Content, name: str) -> Iterator[Pair]:
    """Yield the rows of the table called `name` that are not the same on both sides, in their order.

    Rows that differ and stand at the same place in the order come together.
    """
    width = len(table_called(old, name).columns)
    (before, places), (after, _) = (_in_order(content, name) for content in (old, new))
    for one, other in merged(before, after, _picker(places)):
        yield one and one[:width], other and other[:width]


def _in_order(content: Content, name: str) -> tuple[Iterator[Values], list[int]]:
    """Return the rows of a table, with what sorts them in them, and the places where that stands."""
    table = table_called(content, name)
    expressions = dict(table.expressions)
    known = [sql.replace('"', "") for sql in expressions.values()]
    places = []
    for sql in table.order:
        plain = sql.replace('"', "")
        if plain not in known:
            expressions[f"order {len(known)}"] = sql
            known.append(plain)
        places.append(known.index(plain))
    return content.rows(replace(table, expressions=expressions)), places


def _picker(places: Sequence[int]) -> Callable[[Values], Key]:
    if len(places) == 1:
        only = places[0]
        return lambda row: (row[only],)
    return itemgetter(*places)


def merged(old: Iterator[Values], new: Iterator[Values], key: Callable[[Values], Key]) -> Iterator[Pair]:
    """Yield the rows that are not the same on both sides, which are both sorted by `key`."""
    before, after = next(old, None), next(new, None)
    while before is not None and after is not None:
        if before == after:
            before, after = next(old, None), next(new, None)
            continue
        first, second = key(before), key(after)
        if first == second:
            yield before, after
            before, after = next(old, None), next(new, None)
        elif first < second:
            yield before, None
            before = next(old, None)
        else:
            yield None, after
            after = next(new, None)
    while before is not None:
        yield before, None
        before = next(old, None)
    while after is not None:
        yield None, after
        after = next(new, None)
