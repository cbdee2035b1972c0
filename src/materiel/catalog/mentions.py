"""Where a system is named: in the sources of the database, and in the articles that its reader ingested."""

from __future__ import annotations

from typing import Any

from materiel.catalog import coverage_queries as queries
from materiel.catalog.names import resolve
from materiel.database.reader import Reader
from materiel.text.fragment import text_fragment

Row = dict[str, Any]


def mentions(reader: Reader, name: str) -> list[Row]:
    """Return where the system called `name` is named, the newest first, each with the address of the sentence.

    `copies` says at how many further addresses the same article was found. Raises `NameNotFoundError` and
    `AmbiguousNameError`.
    """
    return [_mention(row) for row in reader.rows(queries.MENTIONS, id=resolve(reader, name))]


def _mention(row: Row) -> Row:
    starts, ends = row.pop("starts"), row.pop("ends")
    link = row["url"] and row["url"] + text_fragment(starts, ends)
    return {**row, "link": link}
