"""What a database that is handed on says of itself: a table of its own, and the descriptions of all columns."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from sqlalchemy import Column, MetaData, Table

from materiel.export.content import Content
from materiel.export.notice import about
from materiel.export.tables import KEY, WORDS
from materiel.models.properties import INFO_KEY

ABOUT = "about"
DESCRIPTION = "column_description"


def about_table() -> Table:
    """Return the table that holds what an export says of itself."""
    return Table(
        ABOUT,
        MetaData(),
        Column("name", KEY, primary_key=True, comment="What is said."),
        Column("value", WORDS, comment="What it is: text, or JSON; nothing where it does not apply."),
        comment="What this data is, whose it is, and how it is to be read.",
    )


def about_rows(content: Content) -> Iterator[tuple[str, str | None]]:
    """Yield the rows of `about_table`: the same ones for any content, so that they replace those of another."""
    for name, value in about(content).items():
        yield name, value if value is None or isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def description_table() -> Table:
    """Return the table that describes tables and columns, for engines that have no comments."""
    return Table(
        DESCRIPTION,
        MetaData(),
        Column("id", KEY, primary_key=True, comment="Table, or table and column with a dot between."),
        Column("unit", WORDS, comment="Unit of the column."),
        Column("description", WORDS, nullable=False, comment="What it holds."),
        comment="What each table and column holds.",
    )


def description_rows(tables: Iterable[Table]) -> Iterator[tuple[str, str | None, str]]:
    """Yield the rows of `description_table` for `tables`."""
    for table in tables:
        yield str(table.name), None, table.comment or ""
        for column in table.columns:
            found = column.info.get(INFO_KEY)
            yield f"{table.name}.{column.name}", found.unit if found else None, column.comment or ""
