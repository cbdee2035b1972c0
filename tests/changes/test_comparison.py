"""What changed is found: each edit changes what it edits, and nothing else."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from changed import change, compared, database
from editions import EDITS, TOGETHER, Edition, edition, told
from materiel.catalog.schemas import json_schema
from materiel.changes.comparison import SECTIONS
from materiel.database.location import locate
from materiel.seeds.load import load_directories
from samples import says

Document = dict[str, Any]
Build = Callable[..., Path]


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return what makes a database of the first edition with these edits, once."""

    @cache
    def made(*edits: str) -> Path:
        folder = tmp_path_factory.mktemp("edition")
        return database(edition(folder / "seeds", edits), folder / "edition.sqlite")

    return made


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_of_one_record_touches_that_record(build: Build, edit: str) -> None:
    assert told(compared(build(), build(edit)).document) == sorted(EDITS[edit][1])


@pytest.mark.postgresql
@pytest.mark.parametrize("edit", ["another value", "less firm", "another day of reading", "words of the sentence"])
def test_an_edit_is_found_on_another_engine(build: Build, edit: str, postgres_url: str, tmp_path: Path) -> None:
    load_directories(locate(postgres_url), [edition(tmp_path / "seeds", [edit])])
    assert told(compared(build(), postgres_url).document) == sorted(EDITS[edit][1])
    assert compared(build(), postgres_url).lists == compared(build(), build(edit)).lists


@pytest.mark.postgresql
def test_engines_do_not_differ(specimen_file: Path, specimen_url: str) -> None:
    assert not compared(specimen_file, specimen_url).changed
    assert not compared(specimen_url, specimen_file).changed


def test_seeds_and_their_database_are_the_same(specimen_folder: Path, specimen_file: Path) -> None:
    assert not compared(specimen_folder, specimen_file).changed


@given(
    st.lists(st.sampled_from(TOGETHER), max_size=3, unique=True),
    st.lists(st.sampled_from(TOGETHER), max_size=3, unique=True),
)
@settings(max_examples=10)
def test_the_way_back_is_the_way_there_mirrored(build: Build, one: list[str], other: list[str]) -> None:
    there = compared(build(*sorted(one)), build(*sorted(other))).document
    back = compared(build(*sorted(other)), build(*sorted(one))).document
    assert unordered(there) == unordered(mirrored(back))
    assert there["changed"] == back["changed"] == (sorted(one) != sorted(other))


@given(st.lists(st.sampled_from(TOGETHER), max_size=3, unique=True))
@settings(max_examples=3)
def test_nothing_differs_from_itself(build: Build, edits: list[str]) -> None:
    assert not compared(build(*sorted(edits)), build(*sorted(edits))).changed


def mirrored(document: Document) -> Document:
    """Let the sides of a document change places."""
    turned = {"added": "removed", "removed": "added", "changed": "changed", "old": "new", "new": "old"}

    def turn(value: Any) -> Any:
        if isinstance(value, list):
            return [turn(item) for item in value]
        if isinstance(value, dict):
            return {
                turned.get(key, key): turned[item] if key == "change" else turn(item) for key, item in value.items()
            }
        return value

    found: Document = turn({name: value for name, value in document.items() if name != "changed"})
    return {**found, "changed": document["changed"]}


def unordered(document: Document) -> Document:
    """Leave out the order of changes, and the name of a system, which is the newer one."""

    def key(row: Document) -> str:
        return json.dumps({**row, "equipment_name": None}, sort_keys=True)

    return {name: sorted(map(key, value)) if isinstance(value, list) else value for name, value in document.items()}


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_alone_is_as_it_is_among_all(build: Build, section: str) -> None:
    edits = ("another value", "other rights", "what a category is", "the name of an agent")
    whole, part = compared(build(), build(*edits)), compared(build(), build(*edits), [section])
    assert part.lists == {name: whole.lists[name] for name in SECTIONS[section]}
    jsonschema.validate(part.document, json_schema("diff"), jsonschema.Draft202012Validator)


@pytest.mark.parametrize("units", ["metric", "imperial"])
def test_the_document_is_what_its_schema_says(build: Build, units: str) -> None:
    for edit in EDITS:
        document = compared(build(), build(edit), units=units).document
        jsonschema.validate(document, json_schema("diff"), jsonschema.Draft202012Validator)


def test_values_are_in_the_units_that_are_asked_for(build: Build) -> None:
    (row,) = compared(build(), build("another value"), ["statements"], "imperial").lists["statements"]
    assert (row["old"]["value"], row["old"]["unit"], row["new"]["value"]) == ("32.81", "ft", "33.46")
    assert {"field": "value", "old": "32.81", "new": "33.46"} in row["differences"]


def test_each_side_of_a_value_has_its_receipt(build: Build) -> None:
    (row,) = compared(build(), build("a plan"), ["values"]).lists["values"]
    assert (row["old"]["source_id"], row["new"]["source_id"]) == ("two", "one")
    assert row["old"]["quote"] == "11.0 m"
    assert row["new"]["adoption"] == "the only claim"
    assert row["new"]["link"].startswith("https://example.org/page#:~:text=")


def test_a_dispute_has_both_sides(build: Build) -> None:
    (row,) = compared(build(), build("a plan"), ["disputes"]).lists["disputes"]
    assert row["new"] is None
    assert {row["old"][side]["value"] for side in ("a", "b")} == {"10", "11"}


def test_disputes_are_looked_for_everywhere_when_what_makes_one_changed(tmp_path: Path) -> None:
    first = Edition()
    first.more = [says("plane", claim={"powerplant": words}) for words in ("one engine", "two engines")]
    old = database(first.write(tmp_path / "seeds"), tmp_path / "old.sqlite")
    new = Path(shutil.copy(old, tmp_path / "new.sqlite"))
    change(new, "UPDATE property SET single = NOT single WHERE name = 'powerplant'")
    (row,) = told(compared(old, new).document)
    assert row in ("disputes: added plane powerplant", "disputes: removed plane powerplant")
