"""The content that is handed on: tables of a level, for all systems or some, read at one moment."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Boolean, Date

from materiel.catalog import queries
from materiel.database.location import Location
from materiel.database.reader import Reader, SqliteReader, connect_readonly
from materiel.export.tables import ExportTable, Level, tables_of
from materiel.workers import Workers, shared_work, workers

Progress = Callable[[str, int], None]
"""Called with the step that is under way and the number of rows it has done."""

Part = dict[str, str]
"""Parameters that bound a part of a table: `first`, `after`, or both; none of them for all of it."""

_IDS_OF_A_PART = {"equipment": 500}
_IDS_OF_OTHERS = 5000
"""Ids in a part: its rows, some thousand, are sorted together, and are a few megabytes."""

LEAST_PARTS = 20
"""Starting worker processes takes as long as reading some parts."""

_REPORTED = 1000
"""Rows between two reports of progress."""


@contextmanager
def open_content(
    reader: Reader, location: Location, level: Level, progress: Progress, systems: Sequence[str] | None = None
) -> Iterator[Content]:
    """Yield the content of the database at `location`, which `reader` reads, as it is at one moment."""
    with reader.snapshot(), ExitStack() as until_end:
        yield Content(reader, location, level, progress, systems, until_end)


@dataclass
class Content:
    """What is handed on: the `tables` of `level`, of the systems with these ids, or of all (None).

    Rows are read when they are asked for. Worker processes, if any, end with `until_end`.
    """

    reader: Reader
    location: Location
    level: Level
    progress: Progress
    systems: Sequence[str] | None
    until_end: ExitStack

    @cached_property
    def tables(self) -> list[ExportTable]:
        """The tables, those that others refer to first."""
        return tables_of(self.level, self.reader.dialect, selected=self.systems is not None)

    @cached_property
    def about(self) -> dict[str, Any]:
        """What the content is: who made it, its level, the digest of the database it comes from."""
        build = {row["key"]: row["value"] for row in self.reader.rows(queries.BUILD)}
        return {
            "materiel": build.get("version"),
            "content_digest": build.get("content_digest"),
            "receipts": self.level.value,
            "systems": None if self.systems is None else list(self.systems),
        }

    def rows(self, table: ExportTable) -> Iterator[Sequence[Any]]:
        """Yield the rows of `table` in their order. Values are str, int, float, bool or None; a date is text."""
        change = _changes(table)
        count = 0
        for part in self._parts(table):
            sql = table.select(first="first" in part, after="after" in part)
            for row in self.reader.stream(sql, **self._parameters, **part):
                count += 1
                if count % _REPORTED == 0:
                    self.progress(f"rows of {table.name}", count)
                yield change(row) if change else row

    def lines(self, table: ExportTable, line: str) -> Iterator[str]:
        """Yield the rows of `table` as text, many lines at a time. `line` is the SQL of one (see `lines`)."""
        parts = self._parts(table)
        tasks = [
            (table.select(line, first="first" in part, after="after" in part), {**self._parameters, **part})
            for part in parts
        ]
        pool = self._workers if len(parts) >= LEAST_PARTS and self._is_file else Workers()
        read = shared_work if pool.separate else _LineReader(self.reader, self.location)
        count = 0
        for text, rows in pool.map(read, tasks):
            count += rows
            self.progress(f"rows of {table.name}", count)
            yield text

    @cached_property
    def _workers(self) -> Workers:
        return self.until_end.enter_context(workers(_LineReader(None, self.location)))

    @property
    def _parameters(self) -> dict[str, Any]:
        return {} if self.systems is None else {"systems": json.dumps(list(self.systems))}

    @cached_property
    def _is_file(self) -> bool:
        """Whether other processes see what this one does: a file whose writers wait while it is read."""
        if self.location.path is None:
            return False
        return bool(self.reader.rows("PRAGMA journal_mode")[0]["journal_mode"] != "wal")

    def _parts(self, table: ExportTable) -> list[Part]:
        if table.grouped is None:
            return [{}]
        size = _IDS_OF_A_PART.get(table.grouped, _IDS_OF_OTHERS)
        numbered = f"SELECT id, row_number() OVER (ORDER BY id) AS place FROM {table.grouped}"
        sql = f"SELECT id FROM ({numbered}) numbered WHERE place % {size} = 0 ORDER BY id"
        bounds = [row["id"] for row in self.reader.rows(sql)]
        firsts: list[Part] = [{}, *({"first": bound} for bound in bounds)]
        afters: list[Part] = [*({"after": bound} for bound in bounds), {}]
        return [{**first, **after} for first, after in zip(firsts, afters, strict=True)]


def _changes(table: ExportTable) -> Callable[[Sequence[Any]], Sequence[Any]] | None:
    """Return what makes the values of a row the same on every engine; None if they are."""
    booleans = [n for n, column in enumerate(table.columns) if isinstance(column.type, Boolean)]
    dates = [n for n, column in enumerate(table.columns) if isinstance(column.type, Date)]
    if not booleans and not dates:
        return None

    def change(row: Sequence[Any]) -> Sequence[Any]:
        values = list(row)
        for n in booleans:
            values[n] = None if values[n] is None else bool(values[n])
        for n in dates:
            values[n] = None if values[n] is None else str(values[n])
        return values

    return change


class _LineReader:
    """Reads parts of tables as text. In another process it has a connection of its own."""

    def __init__(self, reader: Reader | None, location: Location) -> None:
        self._reader = reader
        self._location = location

    def __reduce__(self) -> tuple[Any, ...]:
        return _LineReader, (None, self._location)

    def __call__(self, sql: str, parameters: dict[str, Any]) -> tuple[str, int]:
        if self._reader is None:
            self._reader = SqliteReader(connect_readonly(self._location), self._location)
        found = [line for (line,) in self._reader.stream(sql, **parameters)]
        return "\n".join([*found, ""]), len(found)
