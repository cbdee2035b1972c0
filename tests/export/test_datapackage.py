"""The Data Package: `frictionless validate` passes, fails where it has to, and columns say what they mean."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from exporting import exported
from hostile import PRINTABLE, plant
from materiel.export.lines import is_text
from materiel.export.tables import Level, tables_of

LEVELS = list(Level)
FRICTIONLESS = Path(sys.executable).with_name("frictionless")


def validate(folder: Path) -> dict[str, Any]:
    """Run `frictionless validate`. Returns its report."""
    words = [str(FRICTIONLESS), "validate", "datapackage.json", "--json"]
    found = subprocess.run(words, cwd=folder, capture_output=True, text=True, timeout=300, check=False)
    assert found.stdout, found.stderr
    report: dict[str, Any] = json.loads(found.stdout)
    return report


def problems(report: dict[str, Any]) -> list[str]:
    errors = [*report["errors"], *(error for task in report["tasks"] for error in task["errors"])]
    return [error["message"] for error in errors]


def descriptor(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "datapackage.json").read_text())
    return found


def fields(folder: Path, table: str) -> dict[str, dict[str, Any]]:
    resource = next(found for found in descriptor(folder)["resources"] if found["name"] == table)
    return {field["name"]: field for field in resource["schema"]["fields"]}


@pytest.mark.parametrize("systems", [None, ["su-57", "an-2", "ammunition"]])
@pytest.mark.parametrize("level", LEVELS)
def test_frictionless_finds_nothing_wrong_with_our_own_data(
    packaged_database: Path, tmp_path: Path, level: Level, systems: list[str] | None
) -> None:
    folder = exported(packaged_database, "datapackage", tmp_path / "out", level, systems)
    report = validate(folder)
    assert problems(report) == []
    assert report["valid"]
    assert report["stats"]["tasks"] == len(tables_of(level, "sqlite", selected=False))


@pytest.mark.parametrize("level", LEVELS)
def test_nor_with_hostile_texts(specimen_copy: Path, tmp_path: Path, level: Level) -> None:
    plant(str(specimen_copy), PRINTABLE)
    assert problems(validate(exported(specimen_copy, "datapackage", tmp_path / "out", level))) == []


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("claim", '"swift-1"', '"nobody"'),
        ("claim", "18.0", '"long"'),
        ("claim", "true", "maybe"),
        ("agent", '"beta-press"', '"acme-news"'),
        ("source", ',"An invented', ',,"An invented'),
        ("source", "2026-11-24", "yesterday"),
    ],
)
def test_it_finds_what_is_wrong(specimen_file: Path, tmp_path: Path, table: str, old: str, new: str) -> None:
    folder = exported(specimen_file, "datapackage", tmp_path / "out", Level.full)
    path = folder / f"{table}.csv"
    text = path.read_text()
    changed = text.replace(old, new)
    assert changed != text
    path.write_text(changed)
    assert problems(validate(folder)) != []


@pytest.mark.parametrize("level", LEVELS)
def test_keys_and_references_are_those_of_the_tables(specimen: str, tmp_path: Path, level: Level) -> None:
    folder = exported(specimen, "datapackage", tmp_path / "out", level)
    resources = {found["name"]: found["schema"] for found in descriptor(folder)["resources"]}
    for table in tables_of(level, "sqlite", selected=False):
        schema = resources[table.name]
        keys = {link["fields"]: link["reference"] for link in schema.get("foreignKeys", [])}
        assert keys == {name: {"resource": target, "fields": "id"} for name, target in table.links.items()}
        assert schema["primaryKey"] == [column.name for column in table.table.primary_key.columns]
        assert schema["missingValues"] == [""]


def test_columns_say_what_they_mean(specimen: str, tmp_path: Path) -> None:
    folder = exported(specimen, "datapackage", tmp_path / "out")
    wingspan = fields(folder, "aircraft")["wingspan_m"]
    assert (wingspan["type"], wingspan["unit"], wingspan["title"]) == ("number", "m", "wingspan")
    assert "Unit: m." in wingspan["description"]
    assert fields(folder, "aircraft")["id"]["constraints"] == {"required": True, "unique": True}
    assert fields(folder, "source")["retrieved"]["type"] == "date"


@pytest.mark.parametrize("level", LEVELS)
def test_only_texts_that_can_be_empty_may_be_missing(specimen: str, tmp_path: Path, level: Level) -> None:
    folder = exported(specimen, "datapackage", tmp_path / "out", level)
    for table in tables_of(level, "sqlite", selected=False):
        found = fields(folder, table.name)
        for column in table.columns:
            required = found[str(column.name)].get("constraints", {}).get("required", False)
            assert not (required and column.nullable)
            if not required and not column.nullable:
                assert is_text(column)
                assert column.name in ("condition", "qualifier", "value")


def test_rights_and_how_cells_are_guarded_are_said(specimen: str, tmp_path: Path) -> None:
    found = descriptor(exported(specimen, "datapackage", tmp_path / "out"))
    assert found["licenses"][0]["name"] == "MIT"
    assert "rights" in found["description"]
    assert "apostrophe" in found["description"]
    assert found["materiel"]["receipts"] == "short"
