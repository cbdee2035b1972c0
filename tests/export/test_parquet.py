"""Parquet: the types of the schema, what columns mean, read by DuckDB, pandas and polars."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas
import polars
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from exporting import exported
from hostile import TEXTS, plant
from materiel.database.location import Location
from materiel.database.reader import open_reader
from materiel.errors import RestoreError
from materiel.export import arrow, content
from materiel.export.content import open_content
from materiel.export.parquet import read_rows
from materiel.export.tables import Level, tables_of, value_type

LEVELS = list(Level)
AGENTS = next(table for table in tables_of(Level.full, "sqlite", selected=False) if table.name == "agent")


@pytest.mark.parametrize("level", LEVELS)
def test_every_table_comes_back_as_it_was(specimen: str, specimen_file: Path, tmp_path: Path, level: Level) -> None:
    folder = exported(specimen, "parquet", tmp_path / "out", level)
    location = Location(path=specimen_file)
    with (
        open_reader(location) as reader,
        open_content(reader, location, level, lambda _step, _count: None) as found,
    ):
        for table in found.tables:
            rows = [tuple(row) for row in found.rows(table)]
            assert list(read_rows(folder / f"{table.name}.parquet", table)) == rows


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("systems", [None, ["pike"]])
def test_types_do_not_depend_on_the_values(
    specimen: str, tmp_path: Path, level: Level, systems: list[str] | None
) -> None:
    folder = exported(specimen, "parquet", tmp_path / "out", level, systems)
    types = {"boolean": pa.bool_(), "date": pa.date32(), "integer": pa.int64(), "number": pa.float64()}
    for table in tables_of(level, "sqlite", selected=False):
        schema = pq.read_schema(folder / f"{table.name}.parquet")
        for column, field in zip(table.columns, schema, strict=True):
            assert (field.name, field.nullable) == (column.name, column.nullable)
            assert field.type == types.get(value_type(column), pa.string())


def test_columns_and_files_say_what_they_are(specimen: str, tmp_path: Path) -> None:
    folder = exported(specimen, "parquet", tmp_path / "out")
    schema = pq.read_schema(folder / "aircraft.parquet")
    field = schema.field("wingspan_m").metadata
    assert (field[b"unit"], field[b"label"]) == (b"m", b"wingspan")
    assert field[b"description"].startswith(b"Span of the wings")
    about = json.loads(schema.metadata[b"materiel"])
    assert "MIT" in about["rights"]
    assert about["receipts"] == "short"


@pytest.mark.parametrize("level", LEVELS)
def test_parts_groups_and_engines_do_not_show(
    specimen_file: Path, specimen_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, level: Level
) -> None:
    monkeypatch.setattr(arrow, "ROWS", 4)
    plain = exported(specimen_file, "parquet", tmp_path / "plain", level)
    server = exported(specimen_url, "parquet", tmp_path / "server", level)
    monkeypatch.setattr(content, "_IDS_OF_A_PART", 1)
    monkeypatch.setattr(content, "_SYSTEMS_OF_A_PART", 1)
    parts = exported(specimen_file, "parquet", tmp_path / "parts", level)
    for path in plain.iterdir():
        assert path.read_bytes() == (server / path.name).read_bytes() == (parts / path.name).read_bytes(), path.name
    groups = pq.ParquetFile(plain / "agent.parquet").metadata
    assert [groups.row_group(n).num_rows for n in range(groups.num_row_groups)] == [4, groups.num_rows - 4]


def test_hostile_texts_are_in_it_exactly(specimen_copy: Path, tmp_path: Path) -> None:
    planted = [*TEXTS, "a\0b"]
    plant(str(specimen_copy), planted)
    path = exported(specimen_copy, "parquet", tmp_path / "out", Level.full) / "agent.parquet"
    frame = pandas.read_parquet(path)
    assert list(frame[frame["id"].str.startswith("zz-")]["name"]) == planted
    names = polars.read_parquet(path).filter(polars.col("id").str.starts_with("zz-"))["name"]
    assert names.to_list() == planted
    with duckdb.connect() as connection:
        found = connection.execute("SELECT name FROM read_parquet(?) WHERE id LIKE 'zz-%' ORDER BY id", [str(path)])
        assert [name for (name,) in found.fetchall()] == planted


def query(folder: Path, sql: str) -> list[tuple[Any, ...]]:
    """Ask DuckDB. The tables are the files of the folder."""
    with duckdb.connect() as connection:
        for path in folder.glob("*.parquet"):
            connection.read_parquet(str(path)).create_view(path.stem)
        return connection.execute(sql).fetchall()


def test_duckdb_joins_the_files(specimen: str, tmp_path: Path) -> None:
    folder = exported(specimen, "parquet", tmp_path / "out")
    found = query(
        folder,
        "SELECT aircraft.name, wingspan_m, source.retrieved FROM aircraft"
        " JOIN specification ON equipment_id = aircraft.id AND property_id = 'aircraft.wingspan_m'"
        " JOIN receipt ON receipt.id = receipt_id JOIN source ON source.id = source_id WHERE adopted",
    )
    assert found == [("Acme Swift-1", 18.0, date(2026, 11, 24))]


def test_pandas_gets_the_types(specimen: str, tmp_path: Path) -> None:
    frame = pandas.read_parquet(exported(specimen, "parquet", tmp_path / "out") / "specification.parquet")
    assert frame["approximate"].dtype == bool
    assert frame["low"].dtype == float


def test_other_files_are_refused_and_named(specimen: str, tmp_path: Path) -> None:
    folder = exported(specimen, "parquet", tmp_path / "out", Level.full)
    path = folder / "agent.parquet"
    whole = path.read_bytes()
    for damaged in (b"", b"PAR1", whole[:-20], b"id,name\n"):
        path.write_bytes(damaged)
        with pytest.raises(RestoreError, match=r"agent\.parquet: is no Parquet"):
            list(read_rows(path, AGENTS))
    with pytest.raises(RestoreError, match="other columns"):
        list(read_rows(folder / "claim.parquet", AGENTS))
