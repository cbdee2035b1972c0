"""CSV: a file for each table, safe to open in a spreadsheet."""

from __future__ import annotations

from pathlib import Path

from materiel.export.content import Content
from materiel.export.formats import Options
from materiel.export.lines import csv_line
from materiel.export.notice import write_notice
from materiel.export.tables import ExportTable

GUARD_NOTE = (
    "A text that a spreadsheet would take for a formula (it begins with =, +, -, @, a tab or a carriage return) has an"
    " apostrophe in front, and so has one that begins with an apostrophe. Whoever reads the files with a program"
    " takes one apostrophe off the front of each text that begins with one."
)

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
    line = csv_line(table, content.reader.dialect, guarded=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(str(column.name) for column in table.columns) + "\n")
        for text in content.lines(table, line):
            file.write(text)
