"""Rows as lines of text, made inside the engines: exact, the same from both, safe in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import databases
from hostile import FORMULAS, TEXTS, plant
from materiel.database.location import locate
from materiel.database.reader import open_reader
from materiel.export.content import Content, open_content
from materiel.export.csv_files import read_rows as read_csv
from materiel.export.csv_files import write_table
from materiel.export.jsonl_files import read_rows as read_json
from materiel.export.lines import FORMULA, csv_line, json_line
from materiel.export.tables import ExportTable, Level
from materiel.seeds.load import load_directories
from materiel.seeds.values import SIGNIFICANT_DIGITS

texts = st.lists(st.none() | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), max_size=40)
numbers = st.floats(1e-12, 1e18).map(lambda number: float(f"{number:.{SIGNIFICANT_DIGITS}g}"))
"""Numbers as seeds round them."""

repeated = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def sqlite_copy(specimen_file: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Address of a SQLite file with the specimen, whose agents and lengths tests change."""
    return str(shutil.copy(specimen_file, tmp_path_factory.mktemp("lines") / "copy.sqlite"))


@pytest.fixture(scope="module")
def server_copy(specimen_folder: Path) -> Iterator[str]:
    """Address of a PostgreSQL database with the same."""
    with databases.new_database() as url:
        load_directories(locate(url), [specimen_folder])
        yield url


@pytest.fixture(params=["sqlite_copy", pytest.param("server_copy", marks=pytest.mark.postgresql)])
def copy(request: pytest.FixtureRequest) -> str:
    """Address of both, in turn."""
    return str(request.getfixturevalue(request.param))


@contextmanager
def opened(address: str, table: str) -> Iterator[tuple[Content, ExportTable]]:
    with (
        open_reader(locate(address)) as reader,
        open_content(reader, locate(address), Level.full, lambda _step, _count: None) as content,
    ):
        yield content, next(found for found in content.tables if found.name == table)


def csv_text(address: str, path: Path) -> str:
    with opened(address, "agent") as (content, table):
        write_table(content, table, path)
    return path.read_bytes().decode()


def json_text(address: str, path: Path) -> str:
    with opened(address, "agent") as (content, table):
        content.write_lines(table, json_line(table, content.reader.dialect), path)
    return path.read_bytes().decode()


def prove_csv(address: str, path: Path, planted: list[str | None]) -> None:
    """Plant texts, and prove that the file holds them exactly, and no cell that a spreadsheet computes."""
    plant(address, planted)
    text = csv_text(address, path)
    with opened(address, "agent") as (content, table):
        assert list(read_csv(path, table)) == [tuple(row) for row in content.rows(table)]
    cells = [row for row in csv.reader(io.StringIO(text, newline="")) if row[0].startswith("zz-")]
    assert not any(cell.startswith(FORMULA) for row in cells for cell in row)
    # As the note in the folder says it, for whoever reads it with a program.
    assert [row[1].removeprefix("'") for row in cells] == [found or "" for found in planted]


def prove_json(address: str, path: Path, planted: list[str | None]) -> None:
    plant(address, planted)
    lines = json_text(address, path).removesuffix("\n").split("\n")
    with opened(address, "agent") as (content, table):
        rows = [tuple(row) for row in content.rows(table)]
        assert list(read_json(path, table)) == rows
    assert [tuple(json.loads(line).values()) for line in lines] == rows
    assert [row[3] for row in rows if row[0].startswith("zz-")] == planted


def test_hostile_texts_come_back_from_csv(copy: str, tmp_path: Path) -> None:
    prove_csv(copy, tmp_path / "agent.csv", [*TEXTS, None])


def test_hostile_texts_come_back_from_json(copy: str, tmp_path: Path) -> None:
    prove_json(copy, tmp_path / "agent.jsonl", [*TEXTS, None])


@repeated
@given(planted=texts)
def test_any_text_comes_back_from_csv(sqlite_copy: str, tmp_path: Path, planted: list[str | None]) -> None:
    prove_csv(sqlite_copy, tmp_path / "agent.csv", planted)


@repeated
@given(planted=texts)
def test_any_text_comes_back_from_json(sqlite_copy: str, tmp_path: Path, planted: list[str | None]) -> None:
    prove_json(sqlite_copy, tmp_path / "agent.jsonl", planted)


@pytest.mark.postgresql
@settings(repeated, max_examples=10)
@given(planted=texts)
def test_both_engines_write_any_text_alike(
    sqlite_copy: str, server_copy: str, tmp_path: Path, planted: list[str | None]
) -> None:
    prove_csv(server_copy, tmp_path / "agent.csv", planted)
    prove_json(server_copy, tmp_path / "agent.jsonl", planted)
    plant(sqlite_copy, planted)
    other = tmp_path / "other"
    assert csv_text(sqlite_copy, other) == (tmp_path / "agent.csv").read_bytes().decode()
    assert json_text(sqlite_copy, other) == (tmp_path / "agent.jsonl").read_bytes().decode()


def test_json_holds_even_nul(sqlite_copy: str, tmp_path: Path) -> None:
    prove_json(sqlite_copy, tmp_path / "agent.jsonl", ["a\0b", "\0"])


def lengths(address: str, found: list[float]) -> list[str]:
    """Store numbers in turn as the length of an aircraft. Returns the lines of its table, as CSV and as JSON."""
    lines = []
    for number in found:
        if address.startswith("postgresql"):
            with psycopg.connect(address) as server:
                server.execute("UPDATE aircraft SET length_m = %s WHERE id = 'swift-1'", (number,))
        else:
            with closing(sqlite3.connect(address)) as database, database:
                database.execute("UPDATE aircraft SET length_m = ? WHERE id = 'swift-1'", (number,))
        with opened(address, "aircraft") as (content, table):
            dialect = content.reader.dialect
            forms = (csv_line(table, dialect, guarded=True), json_line(table, dialect))
            lines += ["".join(content.lines(table, form)) for form in forms]
    return lines


@pytest.mark.postgresql
@settings(repeated, max_examples=10)
@given(found=st.lists(numbers, min_size=1, max_size=5))
def test_both_engines_write_any_number_alike(sqlite_copy: str, server_copy: str, found: list[float]) -> None:
    lines = lengths(sqlite_copy, found)
    assert lengths(server_copy, found) == lines
    stated = [json.loads(text.splitlines()[0])["length_m"] for text in lines[1::2]]
    assert stated == found


@pytest.mark.parametrize(
    ("number", "text"), [(10.0, "10.0"), (0.00005, "5.0e-05"), (1e15, "1.0e+15"), (18.1864, "18.1864"), (0.0, "0.0")]
)
def test_numbers_always_have_a_fraction(copy: str, number: float, text: str) -> None:
    assert f'"length_m":{text},' in lengths(copy, [number])[1]


def test_booleans_and_absent_values_are_no_text(copy: str, tmp_path: Path) -> None:
    with opened(copy, "claim") as (content, table):
        dialect = content.reader.dialect
        rows = [
            json.loads(line) for text in content.lines(table, json_line(table, dialect)) for line in text.splitlines()
        ]
        write_table(content, table, tmp_path / "claim.csv")
    assert {type(row["adopted"]) for row in rows} == {bool}
    assert {row["bound"] for row in rows} == {None}
    with (tmp_path / "claim.csv").open(newline="") as file:
        assert {row["adopted"] for row in csv.DictReader(file)} == {"true", "false"}


def test_only_what_a_spreadsheet_computes_is_guarded(copy: str, tmp_path: Path) -> None:
    plain = ["Su-57", "1 m", "0", "9", ":x", "<a>", "Zebra", "#1", "$1", "*", "(x)", "é"]
    plant(copy, [*plain, *FORMULAS])
    text = csv_text(copy, tmp_path / "agent.csv")
    names = [row[1] for row in csv.reader(io.StringIO(text, newline="")) if row[0].startswith("zz-")]
    assert names == plain + [f"'{formula}" for formula in FORMULAS]
