"""Parts of tables: where they begin, and their rows read as lines of text, in this process or in a worker.

A worker loads no more than this module needs.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from materiel.database.location import Location
from materiel.database.reader import Reader, SqliteReader, connect_readonly

Part = dict[str, str]
"""Parameters that bound a part of a table: `first`, `after`, or both; none of them for all of it."""

_LINES = 1000
"""Lines that are put together at a time: they stay in the processor's cache."""

_COPIED = 1 << 18
"""Bytes that are copied at a time, for the same reason."""


def parts_of(reader: Reader, table: str, size: int) -> list[Part]:
    """Return the parts of a table, and of those that lead to it: each of `size` of its ids, in order."""
    bounds = list(_bounds(reader, table, size))
    firsts: list[Part] = [{}, *({"first": bound} for bound in bounds)]
    afters: list[Part] = [*({"after": bound} for bound in bounds), {}]
    return [{**first, **after} for first, after in zip(firsts, afters, strict=True)]


def _bounds(reader: Reader, table: str, size: int) -> Iterator[str]:
    # Going from one bound to the next along the index takes a tenth of the time of numbering all rows.
    sql = f"SELECT id FROM {table} WHERE id >= :first ORDER BY id LIMIT 1 OFFSET {size}"
    found = reader.rows(sql, first="")
    while found:
        yield found[0]["id"]
        found = reader.rows(sql, first=found[0]["id"])


class LineReader:
    """Reads the lines of parts. In another process it has a connection of its own."""

    def __init__(self, reader: Reader | None, location: Location) -> None:
        self._reader = reader
        self._location = location

    def __reduce__(self) -> tuple[Any, ...]:
        """Go to another process without the connection."""
        return LineReader, (None, self._location)

    def __call__(self, sql: str, parameters: dict[str, Any], path: Path | None = None) -> tuple[str, int]:
        """Return the lines that a query gives, as one text, and how many there are.

        If there is a `path`, they are written to it instead: as bytes, which the query has to give.
        """
        if self._reader is None:
            self._reader = SqliteReader(connect_readonly(self._location), self._location)
        rows = self._reader.stream(sql, **parameters)
        if path is not None:
            return "", _write(rows, path)
        found = [line for (line,) in rows]
        return "\n".join([*found, ""]), len(found)


def _write(rows: Iterator[Any], path: Path) -> int:
    count = 0
    with path.open("wb") as file:
        while lines := [line for (line,) in islice(rows, _LINES)]:
            file.write(b"\n".join([*lines, b""]))
            count += len(lines)
    return count


def move_to_end(file: BinaryIO, path: Path) -> None:
    """Append what is in the file at `path` to `file`, and remove that file."""
    with path.open("rb") as added:
        shutil.copyfileobj(added, file, _COPIED)
    path.unlink()
