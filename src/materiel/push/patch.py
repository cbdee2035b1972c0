"""Patches: what changed between two states of the data, row by row. `diff` writes them, `push` applies them.

A patch is JSON Lines in UTF-8. Its first line is the head:

    {"materiel_patch": 1, "receipts": "short", "from": "<content digest>", "to": "<content digest>"}

`receipts` is the level whose tables the rows belong to (see `materiel.export.tables`), `from` and `to` are the
content digests of both states, or null where one is not known. Each further line changes one row:

    {"table": "aircraft", "op": "put", "row": {"id": "su-57", "category_id": "fighter", ...}}
    {"table": "aircraft", "op": "retire", "row": {"id": "su-47"}}

`put` has all columns of the table, in their order: the row is new, or takes the place of the one with its key.
`retire` has the columns of the key alone: the data have that row no longer. Values are those of
`Content.rows`: text, numbers, true, false, null; a date is text. The lines of a table stand together, and
tables stand in the order of `tables_of`, those that others refer to first.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from sqlalchemy import Boolean, Column, Float, Integer

from materiel.errors import PatchError
from materiel.export.tables import ExportTable, Level, tables_of

VERSION: Final = 1
"""Version of the format. It is raised when an older program would apply a patch wrongly."""

Operation = Literal["put", "retire"]


@dataclass(frozen=True, slots=True)
class Head:
    """What a patch is: the level of its tables, and the content digests before and after."""

    level: Level
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one row. `row` has the values of all columns (put) or of the key (retire), in their order."""

    table: str
    operation: Operation
    row: Sequence[Any]


def patch_lines(head: Head, changes: Iterable[Change]) -> Iterator[str]:
    """Yield the lines of a patch, each with its end. The same changes give the same lines.

    `changes` of one table have to come together, and tables in the order of `tables_of`.
    """
    about = {"materiel_patch": VERSION, "receipts": head.level.value, "from": head.before, "to": head.after}
    yield _line(about)
    columns = {table.name: _columns(table) for table in _tables(head.level)}
    for change in changes:
        row = dict(zip(columns[change.table][change.operation], change.row, strict=True))
        yield _line({"table": change.table, "op": change.operation, "row": row})


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def _tables(level: Level) -> Sequence[ExportTable]:
    # What is asked of them here, names and columns, is the same for every engine that is read.
    return tables_of(level, "sqlite", selected=False)


def _columns(table: ExportTable) -> dict[str, list[str]]:
    """Return the names that a row has, by operation."""
    return {
        "put": [str(column.name) for column in table.columns],
        "retire": [str(column.name) for column in table.columns if column.primary_key],
    }


@dataclass(frozen=True, slots=True)
class Patch:
    """A patch in a file that was read once, and found to be in order.

    `tables` are those of its level, `counts` says how many rows of each are put, by name.
    """

    path: Path
    head: Head
    tables: Sequence[ExportTable]
    counts: dict[str, int]
    _starts: dict[str, _Place]

    def rows(self, table: str, operation: Operation) -> Iterator[Sequence[Any]]:
        """Yield the rows of `table` that the patch puts or retires, in their order."""
        if table not in self._starts:
            return
        shapes = _Shapes(self.tables)
        for place, value in _values(self.path, self._starts[table]):
            change = shapes.change(place, value)
            if change.table != table:
                return
            if change.operation == operation:
                yield change.row


def read_patch(path: Path) -> Patch:
    """Read the patch at `path` through, and prove that it is in order.

    Raises `PatchError` that names the line where it is not, or where the program does not know its tables.
    """
    values = _values(path, _Place(path))
    first = next(values, None)
    if first is None:
        raise PatchError(f"{path}: is empty, and no patch")
    head = _head(*first)
    patch = Patch(path, head, _tables(head.level), {}, {})
    shapes = _Shapes(patch.tables)
    last = ""
    for place, value in values:
        change = shapes.change(place, value)
        if change.table != last:
            if change.table in patch._starts or shapes.order[change.table] < shapes.order.get(last, 0):
                raise PatchError(f"{place}: rows of {change.table} come too late: they belong before those of {last}")
            last = change.table
            patch._starts[last] = place
        if change.operation == "put":
            patch.counts[last] = patch.counts.get(last, 0) + 1
    return patch


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a line begins."""

    path: Path
    line: int = 1
    offset: int = 0

    def __str__(self) -> str:
        return f"{self.path}, line {self.line}"


def _values(path: Path, start: _Place) -> Iterator[tuple[_Place, Any]]:
    """Yield the values of the lines from `start` on, each with its place."""
    place = start
    try:
        with path.open("rb") as stream:
            stream.seek(start.offset)
            for line in stream:
                try:
                    value = _value(line.decode())
                except (ValueError, RecursionError):
                    raise PatchError(f"{place}: is no JSON, so this is no patch, or a damaged one") from None
                yield place, value
                place = _Place(path, place.line + 1, place.offset + len(line))
    except OSError as error:
        raise PatchError(f"{path}: cannot be read ({error.strerror})") from error


def _value(line: str) -> Any:
    value = json.loads(line, parse_constant=_refuse_constant)
    if "\\u" in line:
        # Half a character can be written this way, but is no text.
        json.dumps(value, ensure_ascii=False).encode()
    return value


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _head(place: _Place, value: Any) -> Head:
    version = value.get("materiel_patch") if isinstance(value, dict) else None
    if not isinstance(version, int):
        raise PatchError(f"{place}: is not the head of a patch; `materiel diff` writes one")
    if version != VERSION:
        raise PatchError(f"{place}: the patch has version {version}, and this program reads {VERSION}; upgrade it")
    digests = value.get("from"), value.get("to")
    if value.get("receipts") not in list(Level) or not all(isinstance(found, str | None) for found in digests):
        raise PatchError(f"{place}: the head of the patch is damaged: it needs receipts, from and to")
    return Head(Level(value["receipts"]), *digests)


class _Shapes:
    """What rows of each table look like."""

    def __init__(self, tables: Sequence[ExportTable]) -> None:
        self.order = {table.name: number for number, table in enumerate(tables)}
        self._columns = {table.name: _columns(table) for table in tables}
        self._accepted = {
            table.name: {str(column.name): _accepted(column) for column in table.columns} for table in tables
        }

    def change(self, place: _Place, value: Any) -> Change:
        """Return the change that a line says. Raises `PatchError` if it says none."""
        match value:
            case {"table": str(table), "op": "put" | "retire" as operation, "row": dict(row)}:
                pass
            case _:
                raise PatchError(f"{place}: is no change of a row: it needs table, op and row")
        if table not in self._columns:
            raise PatchError(f"{place}: there is no table {table} at this level, which has {', '.join(self._columns)}")
        wanted = self._columns[table][operation]
        if row.keys() != set(wanted):
            wrong = ", ".join(sorted(row.keys() ^ set(wanted)))
            raise PatchError(f"{place}: its columns are not those of {table} in this version of materiel: {wrong}")
        accepted = self._accepted[table]
        for name, found in row.items():
            if type(found) not in accepted[name]:
                raise PatchError(f"{place}: {table}.{name} cannot be {json.dumps(found)[:80]}")
        return Change(table, operation, [row[name] for name in wanted])


def _accepted(column: Column[Any]) -> tuple[type, ...]:
    """Return the types of the values that a column takes."""
    absent: tuple[type, ...] = (type(None),) if column.nullable else ()
    if isinstance(column.type, Boolean):
        return (bool, *absent)
    if isinstance(column.type, Integer):
        return (int, *absent)
    return (float, int, *absent) if isinstance(column.type, Float) else (str, *absent)
