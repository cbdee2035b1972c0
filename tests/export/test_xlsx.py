"""The workbook: read by a spreadsheet library, its texts never formulas or links, and its limits said beforehand."""

from __future__ import annotations

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import openpyxl
import pandas
import pytest

from exporting import exported
from hostile import CONTROLS, PRINTABLE, TEXTS, plant
from materiel.errors import ExportError
from materiel.export import xlsx
from materiel.export.tables import Level, tables_of
from materiel.export.xlsx import MOST_CHARACTERS

LEVELS = list(Level)


def sheets(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return the cells of each sheet."""
    workbook = openpyxl.load_workbook(path)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in workbook.worksheets}


@pytest.mark.parametrize("level", LEVELS)
def test_there_is_a_sheet_for_each_table_after_what_it_is_and_means(
    specimen: str, tmp_path: Path, level: Level
) -> None:
    found = sheets(exported(specimen, "xlsx", tmp_path / "out.xlsx", level))
    tables = tables_of(level, "sqlite", selected=False)
    assert list(found) == ["About", "Columns", *(table.name for table in tables)]
    about = dict(found["About"])
    assert "MIT" in about["rights"]
    assert "does not make it true" in about["caution"]
    assert about["receipts"] == level
    for table in tables:
        assert found[table.name][0] == tuple(column.name for column in table.columns)


def test_columns_are_explained_with_units(specimen: str, tmp_path: Path) -> None:
    header, *rows = sheets(exported(specimen, "xlsx", tmp_path / "out.xlsx"))["Columns"]
    columns = {row[:2]: dict(zip(header, row, strict=True)) for row in rows}
    wingspan = columns["aircraft", "wingspan_m"]
    assert (wingspan["type"], wingspan["label"], wingspan["unit"]) == ("number", "wingspan", "m")
    assert columns["holding", "equipment_id"]["leads to"] == "equipment"


def test_headers_stay_in_sight(specimen: str, tmp_path: Path) -> None:
    workbook = openpyxl.load_workbook(exported(specimen, "xlsx", tmp_path / "out.xlsx"))
    for sheet in workbook.worksheets[1:]:
        assert sheet.freeze_panes == "A2"
        assert sheet["A1"].font.bold


def test_numbers_booleans_and_days_are_what_they_are(specimen: str, tmp_path: Path) -> None:
    path = exported(specimen, "xlsx", tmp_path / "out.xlsx", Level.full)
    claims = pandas.read_excel(path, "claim", keep_default_na=False)
    assert {type(value) for value in claims["adopted"]} == {bool}
    assert {type(value) for value in claims["low"] if value != ""} <= {int, float}
    assert {type(value) for value in claims["value"]} == {str}
    sources = pandas.read_excel(path, "source")
    assert sources["retrieved"].dtype.kind == "M"


def test_no_text_is_a_formula_or_a_link_and_each_is_there_exactly(specimen_copy: Path, tmp_path: Path) -> None:
    plant(str(specimen_copy), PRINTABLE)
    path = exported(specimen_copy, "xlsx", tmp_path / "out.xlsx", Level.full)
    workbook = openpyxl.load_workbook(path)
    assert [sheet.title for sheet in workbook if any(cell.data_type == "f" for row in sheet for cell in row)] == []
    assert [sheet.title for sheet in workbook if any(cell.hyperlink for row in sheet for cell in row)] == []
    rows = [row for row in workbook["agent"].iter_rows(values_only=True) if str(row[0]).startswith("zz-")]
    expected = [text.replace("\ufffe", "_xFFFE_") for text in PRINTABLE]
    assert [_shown(row[1]) for row in rows] == expected
    with zipfile.ZipFile(path) as parts:
        assert not any(b"<f>" in parts.read(name) or b"hyperlink" in parts.read(name) for name in parts.namelist())


def _shown(text: str) -> str:
    """Return what Excel shows: it takes `_x005F_` for an underscore. openpyxl leaves that to its caller."""
    return text.replace("_x005F_", "_")


def test_texts_that_xml_cannot_hold_do_not_break_the_workbook(specimen_copy: Path, tmp_path: Path) -> None:
    plant(str(specimen_copy), [*CONTROLS, *TEXTS, "a\0b"])
    found = sheets(exported(specimen_copy, "xlsx", tmp_path / "out.xlsx", Level.full))["agent"]
    names = [row[1] for row in found if str(row[0]).startswith("zz-")]
    assert len(names) == len(CONTROLS) + len(TEXTS) + 1
    assert "_x0000_" in names[-1] or "\0" in names[-1]


def test_the_same_content_gives_the_same_bytes_on_another_day(
    specimen_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = exported(specimen_file, "xlsx", tmp_path / "a.xlsx").read_bytes()
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert exported(specimen_file, "xlsx", tmp_path / "b.xlsx").read_bytes() == first
    with zipfile.ZipFile(tmp_path / "a.xlsx") as parts:
        assert {part.date_time[0] for part in parts.infolist()} == {1980}


def test_a_table_that_is_too_long_is_said_before_anything_is_written(
    specimen_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 10)
    with pytest.raises(ExportError, match=r"property has \d+ rows, and a sheet of a workbook holds 10;"):
        exported(specimen_file, "xlsx", tmp_path / "out.xlsx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("x" * MOST_CHARACTERS, True),
        ("x" * (MOST_CHARACTERS + 1), False),
        ("😀" * (MOST_CHARACTERS // 2), True),
        ("😀" * (MOST_CHARACTERS // 2 + 1), False),
    ],
)
def test_a_text_that_is_too_long_is_said_with_its_place(
    specimen_copy: Path, tmp_path: Path, text: str, fits: bool
) -> None:
    with closing(sqlite3.connect(specimen_copy)) as connection, connection:
        connection.execute("UPDATE equipment SET description = ? WHERE id = 'pike'", (text,))
    path = tmp_path / "out.xlsx"
    if fits:
        assert any(text in row for row in sheets(exported(specimen_copy, "xlsx", path))["equipment"])
        return
    with pytest.raises(ExportError, match=f"equipment pike: description has {len(text):,} characters"):
        exported(specimen_copy, "xlsx", path)
    assert not path.exists()
