"""Rows in batches: by table, as tuples in the order of the columns, as drivers take them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from operator import itemgetter
from typing import Any

from materiel.models import READER_TABLES, Base
from materiel.models.registry import KIND_MODELS

Batch = dict[str, list[tuple[Any, ...]]]
"""Rows by the name of their table."""

UNSEEDED = READER_TABLES | {"build", "data_dictionary", "property", "search_document"}
"""Tables that are filled from the models, from other tables or by a reader, not from seeds."""


@cache
def columns() -> dict[str, tuple[str, ...]]:
    """Return the columns that seeds fill, by table; tables that others refer to come first."""
    typed = {str(model.__table__.description) for model in KIND_MODELS.values()} - {"equipment"}
    found = {
        str(table.name): tuple(str(column.name) for column in table.columns)
        for table in Base.metadata.sorted_tables
        if table.name not in UNSEEDED
    }
    # The columns of adopted values are left out: adoption fills them later.
    found.update(dict.fromkeys(typed, ("id",)))
    found["equipment"] = ("id", "kind", "category_id", "level", "family_id", "name", "description")
    return found


def pack(rows: Iterable[tuple[str, dict[str, Any]]]) -> Batch:
    """Return `rows`, pairs of table and row, as one batch."""
    pick = {table: itemgetter(*names) for table, names in columns().items()}
    batch: Batch = {table: [] for table in pick}
    for table, row in rows:
        batch[table].append(pick[table](row))
    # Of one column, a getter returns the value itself.
    for table, names in columns().items():
        if len(names) == 1:
            batch[table] = [(value,) for value in batch[table]]
    return {table: found for table, found in batch.items() if found}
