from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner

from exporting import exported, json_export
from materiel.cli.app import app
from materiel.export.schema import EXPORT_SCHEMA
from materiel.export.tables import Level
from samples import SeedFolder

LISTS = ("agents", "categories", "sources", "systems")


def prove_valid(found: Any, level: Level) -> None:
    """Prove that an export is what its schema says: of its level, so that what is wrong is named."""
    jsonschema.Draft202012Validator.check_schema(EXPORT_SCHEMA)
    of_level = {name: part for name, part in EXPORT_SCHEMA.items() if name != "anyOf"}
    jsonschema.Draft202012Validator({**of_level, "$ref": f"#/$defs/{level}"}).validate(found)


@pytest.mark.parametrize("level", Level)
def test_it_is_what_its_schema_says(specimen: str, tmp_path: Path, level: Level) -> None:
    prove_valid(json_export(specimen, tmp_path / "all.json", level), level)


@pytest.mark.parametrize("level", Level)
def test_a_selection_is_what_its_schema_says(specimen: str, tmp_path: Path, level: Level) -> None:
    found = json_export(specimen, tmp_path / "some.json", level, ["swift-1"])
    prove_valid(found, level)
    assert [system["id"] for system in found["systems"]] == ["swift-1"]
    assert found["about"]["systems"] == ["swift-1"]


@pytest.mark.parametrize("level", Level)
def test_what_the_seeds_of_this_version_give_is_what_its_schema_says(
    packaged_database: Path, tmp_path: Path, level: Level
) -> None:
    prove_valid(json_export(packaged_database, tmp_path / "all.json", level), level)


def test_a_selection_of_nothing_is_valid_json(specimen: str, tmp_path: Path) -> None:
    found = json_export(specimen, tmp_path / "none.json", Level.short, [])
    prove_valid(found, Level.short)
    assert all(found[name] == [] for name in LISTS)


def test_a_document_of_one_level_is_none_of_another(specimen: str, tmp_path: Path) -> None:
    found = json_export(specimen, tmp_path / "all.json", Level.short)
    jsonschema.Draft202012Validator(EXPORT_SCHEMA).validate(found)
    found["about"]["receipts"] = "full"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(EXPORT_SCHEMA).validate(found)


def test_the_program_prints_the_schema() -> None:
    printed = CliRunner().invoke(app, ["schema", "export"]).stdout
    assert json.loads(printed) == EXPORT_SCHEMA
    assert json.loads(CliRunner().invoke(app, ["schema"]).stdout)["export"] == EXPORT_SCHEMA


def test_the_schema_knows_all_levels() -> None:
    levels = [EXPORT_SCHEMA["$defs"][part["$ref"].rpartition("/")[2]] for part in EXPORT_SCHEMA["anyOf"]]
    named = [level["properties"]["about"]["properties"]["receipts"]["const"] for level in levels]
    assert named == list(Level)


@pytest.mark.parametrize("level", Level)
def test_every_name_leads_to_something_in_the_file(packaged_database: Path, tmp_path: Path, level: Level) -> None:
    found = json_export(packaged_database, tmp_path / "all.json", level)
    ids = {name: {each["id"] for each in found[name]} for name in LISTS}
    assert {source["publisher"]["id"] for source in found["sources"]} <= ids["agents"]
    assert {system["category"] for system in found["systems"]} <= ids["categories"]
    cited = {value for key, value in _keys(found["systems"]) if key == "source"}
    assert cited <= ids["sources"]
    assert cited or level is Level.none
    speakers = {value for key, value in _keys(found["systems"]) if key == "origin"}
    assert speakers <= ids["agents"]


def _keys(value: Any) -> list[tuple[str, Any]]:
    inside = list(value.values() if isinstance(value, dict) else value if isinstance(value, list) else ())
    own = list(value.items()) if isinstance(value, dict) else []
    return own + [pair for each in inside for pair in _keys(each)]


def test_each_system_and_source_is_a_line_of_its_own(specimen: str, tmp_path: Path) -> None:
    """So that two exports can be compared line by line."""
    path = exported(specimen, "json", tmp_path / "all.json")
    lines = path.read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith('{"id":"swift-1"') for line in lines) == 1
    assert sum(line.startswith('{"id":"acme-planes"') for line in lines) == 1


def test_rights_travel_with_it(specimen: str, tmp_path: Path) -> None:
    found = json_export(specimen, tmp_path / "all.json", Level.none)
    assert "MIT" in found["about"]["rights"]
    assert {source["id"]: source["rights"] for source in found["sources"]} == {
        "acme-planes": "all rights reserved",
        "beta-report": "all rights reserved",
        "gamma-page": "public domain",
    }


def test_names_in_any_script_and_with_any_sign_come_through(folder: SeedFolder, tmp_path: Path) -> None:
    from materiel.database.location import Location
    from materiel.seeds.load import load_directories

    name = 'He said "x" \\ 🚀 דוד =cmd() <b>'
    folder.system("aircraft", "test-plane", name=name)
    load_directories(Location(path=tmp_path / "test.sqlite"), [folder.path])
    (system,) = json_export(tmp_path / "test.sqlite", tmp_path / "all.json")["systems"]
    assert system["name"] == name
