"""What documents refer to: agents, categories, sources, and what the tables of a level hold besides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from materiel.export.content import Content
from materiel.export.statements import Row

PUBLISHER = "(SELECT agent.name FROM agent WHERE agent.id = source.publisher_id)"
"""SQL of the name of a source's publisher."""


def referenced(content: Content, name: str, **expressions: str) -> Iterator[Row]:
    """Yield the rows of the table called `name` as dictionaries, in the order of their ids.

    `expressions`: SQL of columns that it has not, or that are to hold something else.
    """
    table = next(table for table in content.tables if table.name == name)
    changed = replace(table, expressions={**table.expressions, **expressions})
    for row in content.rows(changed):
        yield dict(zip(changed.expressions, row, strict=True))
