"""CSV: a file for each table, safe to open in a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any, Final

from materiel.errors import RestoreError
from materiel.export.content import Content
from materiel.export.formats import Options
from materiel.export.lines import csv_line
from materiel.export.notice import write_notice
from materiel.export.tables import ExportTable, value_type

GUARD_NOTE = (
    "A text that a spreadsheet would take for a formula (it begins with =, +, -, @, a tab or a carriage return) has an"
    " apostrophe in front, and so has one that begins with an apostrophe. Whoever reads the files with a program"
    " takes one apostrophe off the front of each text that begins with one."
)

_CELL = re.compile(r'("[^"]*+(?:""[^"]*+)*+"|[^",]*+),')
"""A cell, as it stands in a line with a comma at its end."""

_CELLS = re.compile(f"(?:{_CELL.pattern})*+")
"""Such a line. It is looked at first: of another line, `_CELL` would try every place where a cell could begin."""

_BOOLEANS: Final = {"true": True, "false": False}
_READ: Final[dict[str, Callable[[str], Any]]] = {
    "boolean": _BOOLEANS.__getitem__,
    "date": str,
    "integer": int,
    "number": float,
}

_NOTES = (
    "Each file is a table: CSV in UTF-8 (RFC 4180), text in quotes. Nothing between two commas is an absent value,"
    ' and "" an empty text.',
    GUARD_NOTE,
)


def write(content: Content, target: Path, _options: Options) -> None:
    """Write a CSV file for each table into the folder `target`."""
    for table in content.tables:
        write_table(content, table, target / f"{table.name}.csv")
    write_notice(target, content, "csv", _NOTES)


def write_table(content: Content, table: ExportTable, path: Path) -> None:
    """Write one table to `path`."""
    header = ",".join(str(column.name) for column in table.columns) + "\n"
    content.write_lines(table, csv_line(table, content.reader.dialect, guarded=True), path, header)


def read_rows(path: Path, table: ExportTable) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a table from the file at `path`, as they were. Raises `RestoreError` for what is none."""
    names = [str(column.name) for column in table.columns]
    readers = [_READ.get(value_type(column)) for column in table.columns]
    lines = _lines(path)
    if next(lines, "") != ",".join(names):
        raise RestoreError(f"{path}: has other columns than {table.name} in this version: {', '.join(names)}")
    for number, line in zip(count(2), lines, strict=False):
        cells = _CELL.findall(f"{line},") if _CELLS.fullmatch(f"{line},") else []
        if len(cells) != len(names):
            raise RestoreError(f"{path}: row {number} is no row of {table.name}: {len(names)} cells, text in quotes")
        try:
            yield tuple(map(_value, cells, readers))
        except (KeyError, ValueError):
            raise RestoreError(f"{path}: row {number} has a value that its column cannot hold") from None


def _lines(path: Path) -> Iterator[str]:
    """Yield the lines of a file of CSV. A line feed inside quotes ends none."""
    with path.open(encoding="utf-8", newline="\n") as file:
        begun = ""
        for part in file:
            begun += part
            if begun.count('"') % 2 == 0:
                yield begun.removesuffix("\n")
                begun = ""
        if begun:
            yield begun


def _value(cell: str, read: Callable[[str], Any] | None) -> Any:
    """Return the value in a cell; without a function that reads it, it is text in quotes."""
    if not cell:
        return None
    if read is not None:
        return read(cell)
    if not cell.startswith('"'):
        raise ValueError(cell)
    text = cell[1:-1].replace('""', '"')
    return text[1:] if text.startswith("'") else text
