"""CSV: safe in a spreadsheet and says so, exact for whoever reads it with a program, read by pandas and DuckDB."""

from __future__ import annotations

import csv
from pathlib import Path

import duckdb
import pandas
import pytest

from exporting import exported
from hostile import PRINTABLE, TEXTS, plant
from materiel.database.location import Location
from materiel.database.reader import open_reader
from materiel.errors import RestoreError
from materiel.export.content import open_content
from materiel.export.csv_files import read_rows
from materiel.export.lines import FORMULA
from materiel.export.tables import ExportTable, Level, tables_of

LEVELS = list(Level)
AGENTS = next(table for table in tables_of(Level.full, "sqlite", selected=False) if table.name == "agent")


@pytest.fixture
def hostile(specimen_copy: Path, tmp_path: Path) -> Path:
    """Export the specimen with hostile names among its agents. Returns the folder."""
    plant(str(specimen_copy), TEXTS)
    return exported(specimen_copy, "csv", tmp_path / "out", Level.full)


def file_of(tmp_path: Path, content: str | bytes) -> Path:
    path = tmp_path / "agent.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refused(path: Path, table: ExportTable = AGENTS) -> str:
    with pytest.raises(RestoreError) as raised:
        list(read_rows(path, table))
    assert str(path) in str(raised.value)
    return str(raised.value)


@pytest.mark.parametrize("level", LEVELS)
def test_no_cell_begins_as_a_formula(specimen_copy: Path, tmp_path: Path, level: Level) -> None:
    plant(str(specimen_copy), PRINTABLE)
    for path in exported(specimen_copy, "csv", tmp_path / "out", level).glob("*.csv"):
        with path.open(newline="", encoding="utf-8") as file:
            header, *rows = csv.reader(file)
        assert len(header) == len(set(header))
        assert {len(row) for row in rows} <= {len(header)}
        assert [cell for row in rows for cell in row if cell.startswith(FORMULA)] == [], path.name


def test_the_folder_says_how_cells_are_guarded(hostile: Path) -> None:
    readme = (hostile / "README.md").read_text()
    assert "would take for a formula" in readme
    assert "takes one apostrophe off" in readme


def test_pandas_reads_it_exactly(hostile: Path) -> None:
    frame = pandas.read_csv(hostile / "agent.csv", dtype="str", keep_default_na=False, lineterminator="\n")
    names = frame[frame["id"].str.startswith("zz-")]["name"]
    assert [name.removeprefix("'") for name in names] == list(TEXTS)


def test_duckdb_reads_it_exactly(hostile: Path) -> None:
    with duckdb.connect() as connection:
        options = "all_varchar = true, header = true, new_line = '\\n', allow_quoted_nulls = false"
        reading = f"read_csv(?, {options})"
        found = connection.execute(
            f"SELECT name, country FROM {reading} WHERE id LIKE 'zz-%'", [str(hostile / "agent.csv")]
        )
        assert [(name.removeprefix("'"), country.removeprefix("'")) for name, country in found.fetchall()] == [
            (text, text) for text in TEXTS
        ]


@pytest.mark.parametrize("level", LEVELS)
def test_every_table_comes_back_as_it_was(specimen: str, specimen_file: Path, tmp_path: Path, level: Level) -> None:
    folder = exported(specimen, "csv", tmp_path / "out", level)
    location = Location(path=specimen_file)
    with (
        open_reader(location) as reader,
        open_content(reader, location, level, lambda _step, _count: None) as content,
    ):
        for table in content.tables:
            assert list(read_rows(folder / f"{table.name}.csv", table)) == [tuple(row) for row in content.rows(table)]


@pytest.mark.parametrize(
    "line",
    [
        '"a","b","place"',
        '"a","b","place",,',
        '"a","b",place,',
        '"a","b"c,"place",',
        '"a","b,"place",',
        '"a","b","place","c',
        "a,b,c,d",
        " ",
        "",
    ],
)
def test_what_is_no_row_is_refused_and_named(tmp_path: Path, line: str) -> None:
    assert "row 3" in refused(file_of(tmp_path, f'id,name,kind,country\n"x","y","place",\n{line}\n'))


def test_other_columns_are_refused(tmp_path: Path) -> None:
    for header in ("", "id,name\n", "id,name,kind,country,more\n", "name,id,kind,country\n"):
        assert "columns" in refused(file_of(tmp_path, header))


@pytest.mark.parametrize("cell", ["maybe", "1", '"true"', "TRUE"])
def test_a_value_of_another_type_is_refused(tmp_path: Path, cell: str) -> None:
    properties = next(table for table in tables_of(Level.full, "sqlite", selected=False) if table.name == "property")
    header = ",".join(properties.expressions)
    row = f'"aircraft","x",1,"aircraft","number",,"x","x",1.5,,{cell}'
    assert "value" in refused(file_of(tmp_path, f"{header}\n{row}\n"), properties)


def test_long_and_hostile_lines_are_refused_at_once(tmp_path: Path) -> None:
    for line in ('"' * 100_001, '"' + 'a"" ' * 50_000, "," * 100_000):
        refused(file_of(tmp_path, f"id,name,kind,country\n{line}\n"))
