"""JSONL: a file for each table, with a JSON object on each line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from materiel.errors import RestoreError
from materiel.export.content import Content
from materiel.export.formats import Options
from materiel.export.lines import json_line
from materiel.export.notice import write_notice
from materiel.export.tables import ExportTable, value_type

_TYPES: Final = {"boolean": bool, "date": str, "integer": int, "number": float, "text": str}

_NOTES = ("Each file is a table: on each line a JSON object, with a member for each column; null is an absent value.",)


def write(content: Content, target: Path, _options: Options) -> None:
    """Write a file for each table into the folder `target`."""
    for table in content.tables:
        line = json_line(table, content.reader.dialect)
        content.write_lines(table, line, target / f"{table.name}.jsonl")
    write_notice(target, content, "jsonl", _NOTES)


def read_rows(path: Path, table: ExportTable) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a table from the file at `path`, as they were. Raises `RestoreError` for what is none."""
    types = {str(column.name): _TYPES[value_type(column)] for column in table.columns}
    names = list(types)
    with path.open(encoding="utf-8", newline="\n") as file:
        for number, line in enumerate(file, 1):
            try:
                row = json.loads(line)
            except (ValueError, RecursionError):
                raise RestoreError(f"{path}: line {number} is no JSON") from None
            if not isinstance(row, dict) or list(row) != names:
                raise RestoreError(f"{path}: line {number} has other members than {table.name}: {', '.join(names)}")
            for name, kind in types.items():
                if row[name] is not None and type(row[name]) is not kind:
                    raise RestoreError(f"{path}: line {number} has a value in {name} that it cannot hold")
            yield tuple(row.values())
