"""Answers are written: as tables for people, as records for programs, always free of control characters."""

from __future__ import annotations

import math
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from materiel.cli.options import OutputFormat
from materiel.text.columns import broken, columns, fitting
from materiel.text.printable import printable

Row = dict[str, Any]

_TABLE_FORMATS = {"table": "simple", "markdown": "github", "html": "unsafehtml"}

_HEADER_PADDING = 2
"""Spaces by which `tabulate` makes a column wider than its header."""


@dataclass
class Table:
    """A table with an optional heading.

    Cells are text of one or more lines, and wrap where a terminal is too narrow.
    """

    headers: Sequence[str]
    rows: Sequence[Sequence[str]]
    heading: str | None = None


@dataclass
class Lines:
    """Items of one or more lines under a heading. Lines wrap, but for addresses."""

    items: Sequence[Sequence[str]]
    heading: str | None = None


@dataclass
class Answer:
    """An answer in the shapes that the formats need.

    `document` is the JSON contract, `records` the flat rows for jsonl, csv and tsv, and `blocks` what people read.
    """

    document: Any
    records: Sequence[Row]
    blocks: Sequence[Table | Lines] = field(default_factory=list)
    title: str | None = None


def emit(answer: Answer, output_format: OutputFormat) -> None:
    """Write `answer` to standard output in `output_format`."""
    writers = {
        OutputFormat.json: lambda: _emit_json(answer.document),
        OutputFormat.jsonl: lambda: _emit_jsonl(answer.records),
        OutputFormat.csv: lambda: _emit_csv(answer.records, ","),
        OutputFormat.tsv: lambda: _emit_csv(answer.records, "\t"),
    }
    writers.get(output_format, lambda: _emit_blocks(answer, output_format.value))()


def write_lines(text: str) -> None:
    """Write lines of text as they are, but for control characters."""
    for line in text.split("\n"):
        _write(printable(line))


def _write(text: str) -> None:
    sys.stdout.write(text + "\n")


def _scrubbed(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {printable(str(key)): _scrubbed(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_scrubbed(item) for item in value]
    if value is None or isinstance(value, bool | int) or (isinstance(value, float) and math.isfinite(value)):
        return value
    return printable(str(value))


def _emit_json(document: Any) -> None:
    import json

    _write(json.dumps(_scrubbed(document), ensure_ascii=False, indent=2))


def _emit_jsonl(records: Sequence[Row]) -> None:
    import json

    for record in records:
        _write(json.dumps(_scrubbed(record), ensure_ascii=False))


def _emit_csv(records: Sequence[Row], delimiter: str) -> None:
    import csv

    names = list(dict.fromkeys(name for record in records for name in record))
    writer = csv.writer(sys.stdout, delimiter=delimiter, lineterminator="\n")
    if names:
        writer.writerow(names)
    for record in records:
        writer.writerow([_cell(record.get(name)) for name in names])


def _cell(value: Any) -> str:
    """Write one value in one cell: nothing for None, true and false in words, lists with semicolons."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return "; ".join(_cell(item) for item in value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return printable(str(value))


def _emit_blocks(answer: Answer, style: str) -> None:
    width = shutil.get_terminal_size().columns
    parts = [] if answer.title is None else [_heading(printable(answer.title), style, 1)]
    for block in answer.blocks:
        lines = _table(block, style, width) if isinstance(block, Table) else _items(block, style, width)
        if lines:
            heading = [] if block.heading is None else [_heading(block.heading, style, 2)]
            parts.append("\n".join([*heading, *lines]))
    _write("\n\n".join(parts) if parts else "nothing found")


def _heading(text: str, style: str, level: int) -> str:
    if style == "markdown":
        return f"{'#' * level} {text}\n"
    if style == "html":
        return f"<h{level}>{_html(text)}</h{level}>"
    return f"\x1b[1m{text}\x1b[0m" if _coloured() else text


def _coloured() -> bool:
    import os

    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def _table(table: Table, style: str, width: int) -> list[str]:
    from tabulate import tabulate

    if not table.rows:
        return []
    headers, *rows = [[_cell_text(cell, style) for cell in row] for row in (table.headers, *table.rows)]
    widths = column_widths(headers, rows, width) if style == "table" else None
    if widths is not None:
        headers = [_broken(cell, most - _HEADER_PADDING) for cell, most in zip(headers, widths, strict=True)]
        rows = [[_broken(cell, most) for cell, most in zip(row, widths, strict=True)] for row in rows]
    text = tabulate(rows, headers=headers, tablefmt=_TABLE_FORMATS[style], disable_numparse=True)
    return [line.rstrip() for line in text.splitlines()]


def _cell_text(cell: str, style: str) -> str:
    """Return a cell as `tabulate` is to write it. Its lines stay apart."""
    lines = [printable(line) for line in cell.split("\n")]
    if style == "markdown":
        return "<br>".join(line.replace("|", "\\|") for line in lines)
    if style == "html":
        return "<br>".join(_html(line) for line in lines)
    return "\n".join(lines)


def _broken(cell: str, width: int) -> str:
    """Break a cell into lines of `width`. Most cells are short: `tabulate` would go through each of them."""
    if columns(cell) <= width:
        return cell
    return "\n".join(part for line in cell.split("\n") for part in broken(line, width))


def column_widths(headers: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[int] | None:
    """Return the greatest width of each column so that a table fits `width`; None if it does as it is.

    Narrow columns keep their width; the wide ones share what is left.
    """
    padded = [header + " " * _HEADER_PADDING for header in headers]
    natural = [
        max(columns(line) for cell in column for line in cell.split("\n")) for column in zip(padded, *rows, strict=True)
    ]
    room = width - 2 * (len(natural) - 1)
    if sum(natural) <= room:
        return None
    widths = list(natural)
    open_columns = list(range(len(widths)))
    while open_columns:
        share = max(
            8,
            (room - sum(widths[i] for i in range(len(widths)) if i not in open_columns)) // len(open_columns),
        )
        fitting = [i for i in open_columns if natural[i] <= share]
        if not fitting:
            for i in open_columns:
                widths[i] = share
            break
        open_columns = [i for i in open_columns if i not in fitting]
    return widths


def _items(block: Lines, style: str, width: int) -> list[str]:
    items = [[printable(line) for line in item] for item in block.items]
    if style == "html":
        shown = ["<li>" + "<br>".join(_html(line) for line in item) + "</li>" for item in items]
        return ["<ul>", *shown, "</ul>"] if shown else []
    if style == "markdown":
        return ["- " + "  \n  ".join(item) for item in items]
    return [line for item in items for line in _wrapped(item, width)]


def _wrapped(item: Sequence[str], width: int) -> list[str]:
    lines: list[str] = []
    for number, line in enumerate(item):
        indent = "" if number == 0 else "    "
        if line.startswith(("http://", "https://")):
            lines.append(indent + line)
        else:
            lines += _filled(line.strip(), max(width, 20), indent)
    return lines


def _filled(line: str, width: int, indent: str) -> list[str]:
    """Break a line between words, the further lines indented; a word longer than `width` stays whole.

    It takes a tenth of the time of `textwrap`, which an answer with many receipts is noticed by.
    """
    lines = []
    while len(indent) + columns(line) > width:
        most = fitting(line, width - len(indent))
        end = line.rfind(" ", 0, most + 1)
        if end < 0:
            # Words of scripts that set no spaces are broken between letters.
            end = line.find(" ") if len(line) == columns(line) else most
        if end < 0:
            break
        lines.append(indent + line[:end].rstrip())
        line = line[end:].lstrip()
        indent = "    "
    return [*lines, indent + line] if line else lines


def _html(text: str) -> str:
    from html import escape

    return escape(text, quote=False)
