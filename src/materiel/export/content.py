"""The content that is handed on: tables of a level, for all systems or some, read at one moment."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Boolean, Date

from materiel.catalog import queries
from materiel.database.location import Location
from materiel.database.reader import Reader
from materiel.export.parts import LineReader, Part, move_to_end, parts_of
from materiel.export.tables import ExportTable, Level, tables_of
from materiel.export.whole import copy_tables
from materiel.workers import Workers, shared_work, workers

Progress = Callable[[str, int], None]
"""Called with the step that is under way and the number of rows it has done."""

_IDS_OF_A_PART = 5000
_SYSTEMS_OF_A_PART = 500
"""Ids in a part: its rows, some thousand, are sorted together, and are a few megabytes. Statements are many."""

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

    `with_copies`: the copies of sources that the reader attached, too. Rows are read when they are asked for. Worker
    processes, if any, end with `until_end`.
    """

    reader: Reader
    location: Location
    level: Level
    progress: Progress
    systems: Sequence[str] | None
    until_end: ExitStack
    with_copies: bool = False
    _known_parts: dict[tuple[str, int], list[Part]] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def tables(self) -> list[ExportTable]:
        """The tables, those that others refer to first."""
        selected = self.systems is not None
        tables = tables_of(self.level, self.reader.dialect, selected=selected)
        return [*tables, *copy_tables(self.reader.dialect, selected=selected)] if self.with_copies else list(tables)

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
        for part in self.parts(table):
            sql = table.select(first="first" in part, after="after" in part)
            for row in self.reader.stream(sql, **self.parameters, **part):
                count += 1
                if count % _REPORTED == 0:
                    self.progress(f"rows of {table.name}", count)
                yield change(row) if change else row

    def lines(self, table: ExportTable, line: str) -> Iterator[str]:
        """Yield the rows of `table` as text, many lines at a time. `line` is the SQL of one (see `lines`)."""
        pool = self._pool(table)
        read = shared_work if pool.separate else LineReader(self.reader, self.location)
        count = 0
        for text, rows in pool.map(read, self._tasks(table, line)):
            count += rows
            self.progress(f"rows of {table.name}", count)
            yield text

    def write_lines(self, table: ExportTable, line: str, path: Path, header: str = "") -> None:
        """Write the rows of `table` to a new file, after a `header`. `line` is the SQL of one (see `lines`)."""
        pool = self._pool(table)
        with path.open("wb") as file:
            file.write(header.encode())
            if not pool.separate:
                file.writelines(text.encode() for text in self.lines(table, line))
                return
            # Each part in a file of its own: that is half the work of sending it to this process.
            tasks = self._tasks(table, f"CAST({line} AS BLOB)")
            paths = (path.with_name(f"{path.name}.{number}") for number in range(len(tasks)))
            tasks = [(*task, path) for task, path in zip(tasks, paths, strict=True)]
            count = 0
            for task, (_, rows) in zip(tasks, pool.map(shared_work, tasks), strict=True):
                count += rows
                self.progress(f"rows of {table.name}", count)
                move_to_end(file, task[-1])

    def _tasks(self, table: ExportTable, line: str) -> list[tuple[Any, ...]]:
        """Return what `LineReader` is to be called with: for each part, the query and its parameters."""
        return [
            (table.select(line, first="first" in part, after="after" in part), {**self.parameters, **part})
            for part in self.parts(table)
        ]

    def _pool(self, table: ExportTable) -> Workers:
        """Return the workers, if there are so many parts that it pays, and they see what this process does."""
        return self._workers if len(self.parts(table)) >= LEAST_PARTS and self.is_file else Workers()

    @cached_property
    def _workers(self) -> Workers:
        return self.until_end.enter_context(workers(LineReader(None, self.location)))

    @property
    def parameters(self) -> dict[str, Any]:
        """The parameters of queries for the rows of `tables`."""
        return {} if self.systems is None else {"systems": json.dumps(list(self.systems))}

    @cached_property
    def is_file(self) -> bool:
        """Whether other processes see what this one does: a file whose writers wait while it is read."""
        if self.location.path is None:
            return False
        return bool(self.reader.rows("PRAGMA journal_mode")[0]["journal_mode"] != "wal")

    def parts(self, table: ExportTable) -> list[Part]:
        """Return the parts in which `table` is read."""
        if table.grouped is None:
            return [{}]
        size = _IDS_OF_A_PART if len(table.order) == 1 or table.grouped != "equipment" else _SYSTEMS_OF_A_PART
        key = (table.grouped, size)
        if key not in self._known_parts:
            self._known_parts[key] = parts_of(self.reader, *key)
        return self._known_parts[key]


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
