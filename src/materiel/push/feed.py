"""Where the rows that are pushed come from: the content of a database, or a patch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final, Protocol

from materiel.errors import DatabaseError
from materiel.export.content import Content
from materiel.export.lines import csv_line, is_text
from materiel.export.tables import ExportTable
from materiel.push.patch import Patch

Row = Sequence[Any]

_FAULT: Final = "materiel: a text holds NUL"
"""What stands in place of a line that cannot be written. As a line of CSV it would have one cell."""


class Feed(Protocol):
    """Rows of tables, and which rows the data no longer have."""

    tables: Sequence[ExportTable]

    def rows(self, table: ExportTable) -> Iterator[Row]:
        """Yield the rows of a table. Values are those of `Content.rows`."""

    def lines(self, table: ExportTable, ending: str) -> Iterator[str] | None:
        """Yield the rows as CSV, many lines at a time, each with a last cell `ending`; None if there are but rows.

        Raises `DatabaseError` for a text that PostgreSQL cannot store.
        """

    def count(self, table: ExportTable) -> int:
        """Return how many rows `rows` yields."""

    def longest(self, table: ExportTable, columns: Sequence[str]) -> dict[str, int]:
        """Return how many characters the longest text of each column has."""

    def others(self, table: ExportTable) -> Iterator[Row] | None:
        """Yield the keys of rows that are not pushed, but are in the data; None if all that are there are pushed."""

    def retired(self, table: ExportTable) -> Iterator[Row] | None:
        """Yield the keys of rows that are gone; None if those are that neither `rows` nor `others` has."""


class ContentFeed:
    """Rows of a database: all of them, or those of selected systems."""

    def __init__(self, content: Content) -> None:
        self.tables: Sequence[ExportTable] = content.tables
        self._content = content
        self._whole = None if content.systems is None else replace(content, systems=None)

    def rows(self, table: ExportTable) -> Iterator[Row]:
        """Yield the rows of a table."""
        return self._content.rows(table)

    def lines(self, table: ExportTable, ending: str) -> Iterator[str] | None:
        """Yield the rows as CSV, made inside the engine that is read."""
        return self._lines(table, ending)

    def _lines(self, table: ExportTable, ending: str) -> Iterator[str]:
        dialect = self._content.reader.dialect
        line = csv_line(table, dialect, guarded=False)
        if ending:
            line = f"{line} || ',{ending}'"
        # Only there can a text hold NUL, and functions of C then end it.
        faulty = _nul(table) if dialect == "sqlite" else ""
        if faulty:
            line = f"CASE WHEN {faulty} THEN '{_FAULT}' ELSE {line} END"
        for lines in self._content.lines(table, line):
            if _FAULT in lines and faulty:
                self._refuse(table, faulty)
            yield lines

    def _refuse(self, table: ExportTable, faulty: str) -> None:
        """Raise an error that names the row, unless the words of `_FAULT` are just those of a text."""
        key = " || '/' || ".join(_key(table))
        condition = replace(table, conditions=(*table.conditions, faulty))
        for row in self._content.reader.stream(condition.select(key), **self._content.parameters):
            raise DatabaseError(f"{table.name} {row[0]}: a text holds NUL (U+0000), which PostgreSQL cannot store")

    def count(self, table: ExportTable) -> int:
        """Return how many rows there are."""
        return int(self._aggregate(table, "count(*) AS found")["found"])

    def longest(self, table: ExportTable, columns: Sequence[str]) -> dict[str, int]:
        """Return how many characters the longest text of each column has."""
        found = self._aggregate(table, ", ".join(f'max(length("{name}")) AS "{name}"' for name in columns))
        return {name: int(length or 0) for name, length in found.items()}

    def _aggregate(self, table: ExportTable, expressions: str) -> dict[str, Any]:
        sql = f"SELECT {expressions} FROM ({table.select()}) pushed"
        return self._content.reader.rows(sql, **self._content.parameters)[0]

    def others(self, table: ExportTable) -> Iterator[Row] | None:
        """Yield all keys of the data where systems are selected."""
        if self._whole is None:
            return None
        whole = next(found for found in self._whole.tables if found.name == table.name)
        return self._whole.reader.stream(whole.select(*_key(whole)))

    def retired(self, _table: ExportTable) -> Iterator[Row] | None:
        """Return None: what is not in the database is gone."""
        return None


def _key(table: ExportTable) -> list[str]:
    """Return the SQL of the columns that tell rows apart."""
    return [table.expressions[str(column.name)] for column in table.columns if column.primary_key]


def _nul(table: ExportTable) -> str:
    texts = [table.expressions[str(column.name)] for column in table.columns if is_text(column)]
    return " OR ".join(f"instr({sql}, char(0))" for sql in texts)


class PatchFeed:
    """Rows that a patch puts, and those that it retires."""

    def __init__(self, patch: Patch) -> None:
        self.tables: Sequence[ExportTable] = patch.tables
        self._patch = patch

    def rows(self, table: ExportTable) -> Iterator[Row]:
        """Yield the rows that are put."""
        return self._patch.rows(table.name, "put")

    def lines(self, _table: ExportTable, _ending: str) -> Iterator[str] | None:
        """Return None: there are but rows."""
        return None

    def count(self, table: ExportTable) -> int:
        """Return how many rows are put."""
        return self._patch.counts.get(table.name, 0)

    def longest(self, table: ExportTable, columns: Sequence[str]) -> dict[str, int]:
        """Return how many characters the longest text of each column has."""
        places = {str(column.name): place for place, column in enumerate(table.columns) if column.name in columns}
        found = dict.fromkeys(columns, 0)
        for row in self.rows(table):
            for name, place in places.items():
                found[name] = max(found[name], len(row[place] or ""))
        return found

    def others(self, _table: ExportTable) -> Iterator[Row] | None:
        """Return None: the patch says itself which rows are gone."""
        return None

    def retired(self, table: ExportTable) -> Iterator[Row] | None:
        """Yield the keys of the rows that are retired."""
        return self._patch.rows(table.name, "retire")
