"""JSONL: an object on each line, with the types of JSON, read by any reader of JSON and by DuckDB."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import duckdb
import pytest

from exporting import exported
from hostile import TEXTS, plant
from materiel.database.location import Location
from materiel.database.reader import open_reader
from materiel.errors import RestoreError
from materiel.export.content import open_content
from materiel.export.jsonl_files import read_rows
from materiel.export.tables import Level, tables_of

LEVELS = list(Level)
AGENTS = next(table for table in tables_of(Level.full, "sqlite", selected=False) if table.name == "agent")


def records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").removesuffix("\n").split("\n")]


@pytest.mark.parametrize("level", LEVELS)
def test_every_table_comes_back_as_it_was(specimen: str, specimen_file: Path, tmp_path: Path, level: Level) -> None:
    folder = exported(specimen, "jsonl", tmp_path / "out", level)
    location = Location(path=specimen_file)
    with (
        open_reader(location) as reader,
        open_content(reader, location, level, lambda _step, _count: None) as content,
    ):
        for table in content.tables:
            rows = [tuple(row) for row in content.rows(table)]
            assert list(read_rows(folder / f"{table.name}.jsonl", table)) == rows


def test_numbers_booleans_and_absent_values_are_those_of_json(specimen: str, tmp_path: Path) -> None:
    folder = exported(specimen, "jsonl", tmp_path / "out", Level.full)
    claims = {(row["equipment_id"], row["property"]): row for row in records(folder / "claim.jsonl")}
    assert claims["swift-1", "thrust_kn"]["low"] == 60
    assert claims["swift-1", "thrust_kn"]["adopted"] is True
    assert claims["swift-1", "thrust_kn"]["bound"] is None
    assert claims["swift-1", "thrust_kn"]["condition"] == ""


def test_hostile_texts_are_in_it_exactly(specimen_copy: Path, tmp_path: Path) -> None:
    plant(str(specimen_copy), TEXTS)
    path = exported(specimen_copy, "jsonl", tmp_path / "out", Level.full) / "agent.jsonl"
    assert [row["name"] for row in records(path) if row["id"].startswith("zz-")] == list(TEXTS)
    with duckdb.connect() as connection:
        found = connection.execute("SELECT name FROM read_json(?) WHERE id LIKE 'zz-%' ORDER BY id", [str(path)])
        assert [name for (name,) in found.fetchall()] == list(TEXTS)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "no json",
        "[]",
        "null",
        '{"id": "a"}',
        '{"id":"a","name":"b","kind":"place","country":null,"more":1}',
        '{"name":"b","id":"a","kind":"place","country":null}',
        '{"id":"a","name":5,"kind":"place","country":null}',
        '{"id":"a","name":["b"],"kind":"place","country":null}',
        '{"id":"a","name":true,"kind":"place","country":null}',
        '{"id":"a","name":"b","kind":"place","country":null',
        "[" * 100_000,
    ],
)
def test_what_is_no_row_is_refused_and_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "agent.jsonl"
    path.write_text('{"id":"x","name":"y","kind":"place","country":null}\n' + line + "\n")
    with pytest.raises(RestoreError, match="line 2") as raised:
        list(read_rows(path, AGENTS))
    assert str(path) in str(raised.value)
