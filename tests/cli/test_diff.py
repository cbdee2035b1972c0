"""`materiel diff`: in every format, with every option, and what it says when a side cannot be compared."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner

from changed import change, database
from editions import edition, told
from materiel.catalog.schemas import json_schema
from materiel.changes.comparison import SECTIONS
from materiel.cli.app import app
from materiel.cli.commands.diff import Section
from materiel.cli.options import OutputFormat
from materiel.database.location import locate
from materiel.push.patch import read_patch
from materiel.text.printable import has_control
from program import Program, one_line

FORMATS = [found.value for found in OutputFormat]
EDITED = (
    "a remark on how it was read",
    "another title",
    "another value, which is adopted",
    "one source more",
    "one system more",
    "the name of an agent",
    "what a category is",
)
ESCAPE = "\x1b[31mred\x1b[0m\x07\u202e\x9b"


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Address of a database of the first edition."""
    folder = tmp_path_factory.mktemp("old")
    return str(database(edition(folder / "seeds"), folder / "old.sqlite"))


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Address of a database of an edition in which a bit of everything changed."""
    folder = tmp_path_factory.mktemp("new")
    return str(database(edition(folder / "seeds", EDITED), folder / "new.sqlite"))


def diff(*words: str, code: int = 0) -> str:
    """Run the command in a window of 80 columns. Returns what it writes to standard output."""
    result = CliRunner().invoke(app, ["diff", *words], env={"COLUMNS": "80"})
    assert result.exit_code == code, result.output
    return result.stdout


def document(*words: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(diff(*words, "--format", "json"))
    jsonschema.validate(found, json_schema("diff"), jsonschema.Draft202012Validator)
    return found


@pytest.mark.parametrize("output_format", FORMATS)
def test_every_format_tells_what_changed(old: str, new: str, output_format: str) -> None:
    text = diff(old, new, "--format", output_format)
    assert "Read twice." in text
    assert "11.0 m" in text
    assert not has_control(text.replace("\n", "").replace("\t", ""))


@pytest.mark.parametrize("output_format", FORMATS)
def test_every_format_says_that_nothing_changed(old: str, output_format: str) -> None:
    text = diff(old, old, "--format", output_format)
    if output_format in ("jsonl", "csv", "tsv"):
        assert text == ""
    elif output_format == "json":
        assert json.loads(text)["changed"] is False
    else:
        assert "nothing changed" in text.lower()


def test_the_table_fits_a_terminal_and_begins_with_the_counts(old: str, new: str) -> None:
    lines = diff(old, new).splitlines()
    assert [line for line in lines if len(line) > 80 and "://" not in line and str(Path(new).parent) not in line] == []
    counts = document(old, new)["counts"]
    (row,) = (line.split() for line in lines if line.startswith("statements "))
    assert row[1:] == [str(counts["statements"][way]) for way in ("added", "removed", "changed")]
    assert lines.index("Systems") < lines.index("Adopted values") < lines.index("Statements")


@pytest.mark.parametrize("output_format", ["csv", "tsv"])
def test_flat_records_make_a_rectangle(old: str, new: str, output_format: str) -> None:
    text = diff(old, new, "--format", output_format)
    header, *rows = csv.reader(io.StringIO(text), delimiter="," if output_format == "csv" else "\t")
    assert len(header) == len(set(header))
    assert {len(row) for row in rows} == {len(header)}
    counts = document(old, new)["counts"]
    assert len(rows) == sum(sum(ways.values()) for ways in counts.values())


def test_each_flat_record_says_what_changed_in_what_and_where_it_is_from(old: str, new: str) -> None:
    records = [json.loads(line) for line in diff(old, new, "--format", "jsonl").splitlines()]
    (length,) = (row for row in records if row["changed"] == "values" and row["equipment_id"] == "plane")
    assert (length["change"], length["old"], length["new"]) == ("changed", "11 m", "12 m")
    assert length["fields"] == ["value", "receipt"]
    assert length["old_source_id"] == length["new_source_id"] == "two"
    assert length["old_link"].startswith("https://example.org/")
    (title,) = (row for row in records if row["changed"] == "sources" and row["id"] == "one")
    assert (title["old"], title["new"]) == ("title: An invented page", "title: A page")


@pytest.mark.parametrize("section", SECTIONS)
def test_one_section_can_be_asked_for(old: str, new: str, section: str) -> None:
    found = document(old, new, "--only", section)
    assert set(found["counts"]) == set(SECTIONS[section])
    assert set(told(found)) < set(told(document(old, new)))


def test_several_sections_can_be_asked_for(old: str, new: str) -> None:
    found = document(old, new, "--only", "values", "--only", "disputes")
    assert set(found["counts"]) == {"values", "disputes"}


def test_the_sections_are_those_of_the_comparison() -> None:
    assert [section.value for section in Section] == list(SECTIONS)


def test_the_exit_code_tells_only_when_it_is_asked_to(old: str, new: str, tmp_path: Path) -> None:
    diff(old, new)
    diff(old, old, "--exit-code")
    diff(old, new, "--exit-code", code=1)
    assert CliRunner().invoke(app, ["diff", old, str(tmp_path), "--exit-code"]).exit_code != 0


def test_trouble_has_an_exit_code_of_its_own(materiel: Program, old: str) -> None:
    assert materiel("diff", old, "missing").returncode == 1
    found = materiel("diff", old, "missing", "--exit-code")
    assert found.returncode == 2
    assert "there is no such file or folder" in one_line(found.stderr)


@pytest.mark.parametrize("level", ["full", "short", "none"])
def test_a_patch_is_written_besides_the_answer(old: str, new: str, tmp_path: Path, level: str) -> None:
    path = tmp_path / "patch.jsonl"
    assert diff(old, new, "--patch", str(path), "--receipts", level) == diff(old, new)
    patch = read_patch(path)
    assert patch.head.level == level
    assert patch.counts["agent"] == 1


def test_a_file_that_is_there_is_kept_unless_it_may_be_replaced(
    materiel: Program, old: str, new: str, tmp_path: Path
) -> None:
    path = tmp_path / "patch.jsonl"
    path.write_text("mine", encoding="utf-8")
    assert "--force" in materiel.trouble("diff", old, new, "--patch", str(path))
    assert path.read_text(encoding="utf-8") == "mine"
    assert materiel("diff", old, new, "--patch", str(path), "--force").returncode == 0
    assert read_patch(path).counts


def test_a_patch_is_written_whole_or_not_at_all(materiel: Program, old: str, new: str, tmp_path: Path) -> None:
    damaged = Path(shutil.copy(new, tmp_path / "damaged.sqlite"))
    os.truncate(damaged, damaged.stat().st_size // 2)
    assert "damaged" in materiel.trouble("diff", old, str(damaged), "--patch", str(tmp_path / "patch"))
    assert "there is no folder" in materiel.trouble("diff", old, new, "--patch", str(tmp_path / "none" / "patch"))
    assert list(tmp_path.glob("*patch*")) == []


@pytest.mark.parametrize("output_format", FORMATS)
def test_instructions_to_a_terminal_never_reach_it(old: str, new: str, tmp_path: Path, output_format: str) -> None:
    hostile = Path(shutil.copy(new, tmp_path / "hostile.sqlite"))
    change(hostile, "PRAGMA ignore_check_constraints = ON")
    for table, columns in {
        "source": ("title", "url", "note"),
        "sentence": ("starts", "ends", "fragment"),
        "evidence": ("quote", "cue", "note"),
        "agent": ("name",),
        "equipment": ("name", "description"),
        "claim": ("value", "as_stated", "adoption", "condition"),
        "designation": ("name",),
    }.items():
        for column in columns:
            change(hostile, f"UPDATE {table} SET {column} = coalesce({column}, '') || '{ESCAPE}'")
    text = diff(old, str(hostile), "--format", output_format)
    assert not has_control(text.replace("\n", "").replace("\t", ""))
    assert "[31mred" in text.replace("\n", "").replace(" ", "")


def test_names_of_files_are_shown_and_never_obeyed(materiel: Program, tmp_path: Path) -> None:
    name = str(tmp_path / "a\nb\x1b[31m")
    assert r"\x1b" in materiel.trouble("diff", name, name)


def test_a_password_is_never_shown(materiel: Program, old: str) -> None:
    address = "postgresql://someone:hush-hush@127.0.0.1:1/materiel"
    assert "hush" not in materiel.trouble("diff", old, address)


@pytest.mark.postgresql
def test_both_engines_give_the_same_answer(specimen_file: Path, specimen_url: str, new: str) -> None:
    for output_format in ("table", "json", "csv", "markdown"):
        texts = [diff(str(side), new, "--format", output_format) for side in (specimen_file, specimen_url)]
        assert texts[0].replace(str(specimen_file), "OLD") == texts[1].replace(str(locate(specimen_url)), "OLD")


def test_the_embedded_database_and_the_seeds_of_this_version_are_the_same(materiel: Program) -> None:
    found = materiel("diff", "embedded", "seeds")
    assert found.returncode == 0
    assert "nothing changed" in found.stdout
