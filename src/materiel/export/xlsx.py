"""An Excel workbook: what the data are and whose, what the columns mean, then a sheet for each table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Column
from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from materiel.errors import ExportError
from materiel.export.content import Content
from materiel.export.formats import Options
from materiel.export.lines import is_text
from materiel.export.notice import TITLE, about
from materiel.export.tables import ExportTable, value_type
from materiel.models.properties import INFO_KEY

MOST_ROWS: Final = 1_048_575
"""Rows of a sheet, but for its header."""

MOST_CHARACTERS: Final = 32_767
"""Characters of a cell: those beyond the Basic Multilingual Plane count twice."""

_TEXT_NOTE = "Text is written as text: no cell is a formula or a link, whatever it begins with."
_HEADERS = ("table", "column", "type", "label", "unit", "leads to", "description")
_NARROW, _WIDE, _WIDEST = 12, 28, 90
"""Widths of columns, in characters."""

_CREATED = datetime(2000, 1, 1)
"""What a workbook says of when it was made: the same content gives the same bytes."""

Write = Callable[[int, int, Any], None]
"""Writes a value into a row and column of a sheet."""


def write(content: Content, target: Path, _options: Options) -> None:
    """Write a workbook to `target`. Raises `ExportError`, before it writes, for what no sheet can hold."""
    for table in content.tables:
        _check(content, table)
    settings = {
        "constant_memory": True,
        "tmpdir": str(target.parent),
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    workbook = Workbook(str(target), settings)
    workbook.use_zip64()
    workbook.set_properties({"title": TITLE, "created": _CREATED})
    _write_about(workbook, content)
    _write_columns(workbook, content.tables)
    for table in content.tables:
        _write_table(workbook, content, table)
    try:
        workbook.close()
    except FileCreateError as error:
        raise error.args[0] from None


def _check(content: Content, table: ExportTable) -> None:
    texts = [str(column.name) for column in table.columns if is_text(column)]
    longest = "".join(f', max(length("{name}")) AS "{name}"' for name in texts)
    # Parentheses, for PostgreSQL wants a name.
    sql = f"SELECT count(*) AS row_count{longest} FROM ({table.select()}) found"
    found = content.reader.rows(sql, **content.parameters)[0]
    if found["row_count"] > MOST_ROWS:
        raise ExportError(
            f"{table.name} has {found['row_count']:,} rows, and a sheet of a workbook holds {MOST_ROWS:,};"
            " choose fewer systems, --receipts none, or another format"
        )
    if any((found[name] or 0) > MOST_CHARACTERS // 2 for name in texts):
        _check_texts(content, table)


def _check_texts(content: Content, table: ExportTable) -> None:
    names = [str(column.name) for column in table.columns]
    for row in content.rows(table):
        for name, value in zip(names, row, strict=True):
            if isinstance(value, str) and len(value.encode("utf-16-le")) // 2 > MOST_CHARACTERS:
                raise ExportError(
                    f"{table.name} {row[0]}: {name} has {len(value):,} characters, and a cell of a workbook holds"
                    f" {MOST_CHARACTERS:,}; choose other systems or another format"
                )


def _write_about(workbook: Workbook, content: Content) -> None:
    sheet = workbook.add_worksheet("About")
    sheet.set_column(0, 0, _WIDE)
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(1, 1, _WIDEST)
    facts = about(content)
    systems = facts.pop("systems")
    facts["systems"] = "all" if systems is None else f"{len(systems):,} selected"
    bold = workbook.add_format({"bold": True, "valign": "top"})
    for row, (name, value) in enumerate([*facts.items(), ("text", _TEXT_NOTE)]):
        sheet.write_string(row, 0, name.replace("_", " "), bold)
        sheet.write_string(row, 1, str(value or ""), wrapped)


def _write_columns(workbook: Workbook, tables: Sequence[ExportTable]) -> None:
    sheet = workbook.add_worksheet("Columns")
    _write_header(workbook, sheet, _HEADERS, [_WIDE, _WIDE, _NARROW, _WIDE, _NARROW, _NARROW, _WIDEST])
    for row, cells in enumerate(_described(tables), 1):
        for place, cell in enumerate(cells):
            sheet.write_string(row, place, cell)


def _described(tables: Sequence[ExportTable]) -> Iterator[tuple[str, ...]]:
    for table in tables:
        yield table.name, "", "", "", "", "", table.table.comment or ""
        for column in table.columns:
            found = column.info.get(INFO_KEY)
            label, unit = (found.label, found.unit or "") if found else ("", "")
            leads = table.links.get(str(column.name), "")
            yield table.name, str(column.name), value_type(column), label, unit, leads, column.comment or ""


def _write_table(workbook: Workbook, content: Content, table: ExportTable) -> None:
    sheet = workbook.add_worksheet(table.name)
    names = [str(column.name) for column in table.columns]
    _write_header(workbook, sheet, names, [_width(column) for column in table.columns])
    writers = [_writer(workbook, sheet, column) for column in table.columns]
    for row, values in enumerate(content.rows(table), 1):
        for place, (write_cell, value) in enumerate(zip(writers, values, strict=True)):
            if value is not None:
                write_cell(row, place, value)


def _write_header(workbook: Workbook, sheet: Any, names: Sequence[str], widths: Sequence[int]) -> None:
    bold = workbook.add_format({"bold": True, "bottom": 1})
    for place, (name, width) in enumerate(zip(names, widths, strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, name, bold)
    sheet.freeze_panes(1, 0)


def _width(column: Column[Any]) -> int:
    return max(len(str(column.name)) + 2, _WIDE if is_text(column) else _NARROW)


def _writer(workbook: Workbook, sheet: Any, column: Column[Any]) -> Write:
    kind = value_type(column)
    if kind == "boolean":
        return sheet.write_boolean  # type: ignore[no-any-return]
    if kind == "date":
        shown = workbook.add_format({"num_format": "yyyy-mm-dd"})
        return lambda row, place, value: sheet.write_datetime(row, place, date.fromisoformat(value), shown)
    if kind != "text":
        return sheet.write_number  # type: ignore[no-any-return]

    def write_text(row: int, place: int, text: str) -> None:
        if text.startswith("<r>"):
            # The library would take it for XML of its own. In pieces, of which it wants three, it is text again.
            sheet.write_rich_string(row, place, text[0], text[1], text[2:])
        else:
            sheet.write_string(row, place, text)

    return write_text
