"""Each command on the specimen: every format of it, its help, and what may reach a terminal."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import typer
from typer.main import get_command
from typer.testing import CliRunner
from wcwidth import wcswidth

from materiel.catalog.schemas import SCHEMAS, json_schema
from materiel.cli.app import app
from materiel.cli.options import OutputFormat
from materiel.database.location import Location
from materiel.seeds.load import load_directories
from materiel.text.printable import has_control
from samples import SeedFolder, says, sentence

WORDS = {
    "show": ["show", "swift-1", "pike"],
    "compare": ["compare", "swift-1", "swift-2", "pike"],
    "list": ["list", "--where", "crew > 0", "--sort", "-length_m"],
    "search": ["search", "swift"],
    "cite": ["cite", "swift-1"],
    "disputes": ["disputes"],
    "source list": ["source", "list"],
    "source show": ["source", "show", "acme-planes"],
    "source verify": ["source", "verify", "acme-planes", str(Path(__file__).parents[1] / "copies")],
    "mentions": ["mentions", "swift-1"],
    "coverage": ["coverage"],
    "sql": ["sql", "SELECT equipment_name, statement, value, qualifier, quote, title FROM receipts"],
    "check": ["check"],
    "dictionary": ["dictionary", "submarine"],
    "db status": ["db", "status"],
}
"""Commands that read, in words that give an answer on the specimen."""

ENGINES_DIFFER = {"db status", "sql"}
"""They name the engine, or give rows in no order."""

FORMATS = [found.value for found in OutputFormat]
ESCAPE = "\x1b[31mred\x1b[0m\x07\u202e\x9b"


def run(*words: str, code: int = 0, **environment: str) -> str:
    """Run a command in a window of 80 columns. Returns what it writes to standard output."""
    result = CliRunner().invoke(app, words, env={"COLUMNS": "80", **environment})
    assert result.exit_code == code, result.output
    return result.stdout


def leaves(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Yield every command that does something, with its words."""
    if hasattr(command, "list_commands"):
        context = typer.Context(command)
        for name in command.list_commands(context):
            yield from leaves(command.get_command(context, name), (*path, name))
    else:
        yield " ".join(path), command


LEAVES = dict(leaves(get_command(app)))


@pytest.mark.parametrize("output_format", FORMATS)
@pytest.mark.parametrize("command", WORDS)
def test_every_command_answers_in_every_format(specimen_file: Path, command: str, output_format: str) -> None:
    text = run(*WORDS[command], "--format", output_format, "--db", str(specimen_file))
    assert text.strip()
    assert not has_control(text.replace("\n", "").replace("\t", ""))
    PROOFS[output_format](text)


def _prove_json(text: str) -> None:
    assert json.loads(text)


def _prove_jsonl(text: str) -> None:
    assert all(isinstance(json.loads(line), dict) for line in text.splitlines())


def _prove_rectangle(text: str, delimiter: str) -> None:
    header, *rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    assert len(header) == len(set(header))
    assert rows
    assert {len(row) for row in rows} == {len(header)}


def _prove_table(text: str) -> None:
    lines = [line for line in text.splitlines() if "://" not in line]
    assert [line for line in lines if wcswidth(line) > 80] == []


def _prove_markdown(text: str) -> None:
    columns: int | None = None
    for line in text.splitlines():
        bars = len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else None
        assert bars is None or columns in (None, bars)
        columns = bars


class _Tags(HTMLParser):
    """Follows which elements are open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def _prove_html(text: str) -> None:
    tags = _Tags()
    tags.feed(text)
    tags.close()
    assert tags.open == []


PROOFS = {
    "table": _prove_table,
    "json": _prove_json,
    "jsonl": _prove_jsonl,
    "csv": lambda text: _prove_rectangle(text, ","),
    "tsv": lambda text: _prove_rectangle(text, "\t"),
    "markdown": _prove_markdown,
    "html": _prove_html,
}


@pytest.mark.parametrize("units", ["metric", "imperial"])
@pytest.mark.parametrize("command", WORDS)
def test_json_is_what_its_schema_says(specimen: str, command: str, units: str) -> None:
    text = run(*WORDS[command], "--format", "json", "--units", units, "--db", specimen)
    schema = json_schema(command)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(text), schema, jsonschema.Draft202012Validator)


@pytest.mark.parametrize("command", ["seeds check", "seeds load"])
def test_json_of_the_seeds_is_what_its_schema_says(specimen_folder: Path, tmp_path: Path, command: str) -> None:
    words = [*command.split(), str(specimen_folder), "--format", "json"]
    text = run(*words, *(["--db", str(tmp_path / "new.sqlite")] if command == "seeds load" else []))
    jsonschema.validate(json.loads(text), json_schema(command), jsonschema.Draft202012Validator)


def second_reading(folder: SeedFolder) -> None:
    statement = says(quote="10 m long", claim={"length_m": "10 m", "max_takeoff_mass_kg": "900 t"})
    reading = {"reviewed": date(2026, 11, 25), "reviewed_by": "B. Reader"}
    folder.source("acme-2", sentence("It is 10 m long.", statement), **reading)


def test_sources_that_nobody_has_read_a_second_time_are_listed(folder: SeedFolder) -> None:
    second_reading(folder)
    listed = json.loads(run("seeds", "check", str(folder.path), "--reviewed", "--format", "json"))
    jsonschema.validate(listed, json_schema("seeds check"), jsonschema.Draft202012Validator)
    assert [(row["source"], row["statements"]) for row in listed] == [("acme-1", 1)]
    counted = json.loads(run("seeds", "check", str(folder.path), "--format", "json"))
    assert (counted["sources"], counted["reviewed"]) == (2, 1)
    assert "acme-1" in run("seeds", "check", str(folder.path), "--reviewed")


def test_values_that_are_not_plausible_are_listed(folder: SeedFolder) -> None:
    second_reading(folder)
    listed = json.loads(run("seeds", "check", str(folder.path), "--flagged", "--format", "json"))
    jsonschema.validate(listed, json_schema("seeds check"), jsonschema.Draft202012Validator)
    (row,) = listed
    assert (row["system"], row["property"], row["source"], row["sentence"]) == (
        "test-plane",
        "max_takeoff_mass_kg",
        "acme-2",
        1,
    )
    assert "outside the plausible" in " ".join(run("seeds", "check", str(folder.path), "--flagged").split())


def test_the_second_reading_of_a_source_is_shown(folder: SeedFolder, location: Location) -> None:
    second_reading(folder)
    load_directories(location, [folder.path])
    text = run("source", "show", "acme-2", "--db", str(location))
    assert "reviewed: 2026-11-25\nreviewed by: B. Reader\n" in text
    assert "reviewed" not in run("source", "show", "acme-1", "--db", str(location))
    document = json.loads(run("source", "show", "acme-2", "--db", str(location), "--format", "json"))
    jsonschema.validate(document, json_schema("source show"), jsonschema.Draft202012Validator)
    assert document["reviewed"] == "2026-11-25"


def test_json_of_a_new_source_is_what_its_schema_says(specimen_folder: Path, tmp_path: Path) -> None:
    words = ["--id", "new-1", "--url", "https://example.org/1", "--title", "New", "--publisher", "new"]
    words += ["--new-publisher", "New", "--kind", "web page", "--keep", str(tmp_path / "kept")]
    seeds = tmp_path / "seeds"
    shutil.copytree(specimen_folder, seeds)
    result = CliRunner().invoke(
        app,
        ["source", "excerpt", *words, "--seeds", str(seeds), "--format", "json"],
        input="The Swift was shown on Monday. It is 10 m long.\n",
    )
    assert result.exit_code == 0, result.output
    document = json.loads(result.stdout)
    jsonschema.validate(document, json_schema("source excerpt"), jsonschema.Draft202012Validator)
    assert [row["text"] for row in document["sentences"]] == ["The Swift was shown on Monday.", "It is 10 m long."]
    run("seeds", "check", str(seeds))


def test_the_tables_of_the_dictionary_are_what_the_schema_says(specimen_file: Path) -> None:
    text = run("dictionary", "claim", "--tables", "--format", "json", "--db", str(specimen_file))
    jsonschema.validate(json.loads(text), json_schema("dictionary"), jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    "words",
    [["show", "choe-hyon-class"], ["cite", "h-5"], ["compare", "h-5", "j-20"], ["search", "崔賢"]],
    ids=" ".join,
)
def test_letters_that_take_two_columns_fit_the_window_too(words: list[str], packaged_database: Path) -> None:
    text = run(*words, "--db", str(packaged_database))
    assert any(wcswidth(line) > len(line) for line in text.splitlines())
    _prove_table(text)


@pytest.mark.postgresql
@pytest.mark.parametrize("command", sorted(WORDS.keys() - ENGINES_DIFFER))
def test_both_engines_give_the_same_answer(specimen_file: Path, specimen_url: str, command: str) -> None:
    words = [*WORDS[command], "--format", "json", "--db"]
    assert run(*words, str(specimen_file)) == run(*words, specimen_url)


def test_every_command_with_json_has_a_schema_and_is_tested() -> None:
    with_format = {words for words, command in LEAVES.items() if "output_format" in options(command)}
    assert (
        with_format - {"export"}
        == set(SCHEMAS)
        == {*WORDS, "seeds check", "seeds load", "source attach", "source excerpt", "diff", "draft", "push", "ingest"}
    )


def options(command: Any) -> dict[str, Any]:
    return {parameter.name: parameter for parameter in command.params}


@pytest.mark.parametrize("words", LEAVES)
def test_every_command_has_a_help_with_an_example_of_itself(words: str) -> None:
    text = run(*words.split(), "--help")
    example = re.search(r"Example:\s+(.*)", text)
    assert example is not None
    assert f"materiel {words}" in example[1]


@pytest.mark.parametrize("words", [words for words in LEAVES if words in SCHEMAS])
def test_output_options_mean_the_same_everywhere(words: str) -> None:
    found = options(LEAVES[words])
    assert list(found["output_format"].type.choices) == FORMATS
    assert list(found["units"].type.choices) == ["metric", "imperial"]
    assert ("db" in found) == (words not in ("seeds check", "source excerpt", "diff"))


@pytest.mark.parametrize("command", SCHEMAS)
def test_the_schema_of_each_command_can_be_printed(command: str) -> None:
    assert json.loads(run("schema", command)) == json_schema(command)


def test_all_schemas_can_be_printed_together() -> None:
    assert set(json.loads(run("schema"))) == {*SCHEMAS, "export"}


def test_the_version_is_printed() -> None:
    assert re.fullmatch(r"materiel \d+\.\d+.*\n", run("--version"))


@pytest.fixture(scope="module")
def hostile(specimen_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a copy of the specimen in which texts hold instructions to a terminal."""
    path = tmp_path_factory.mktemp("hostile") / "hostile.sqlite"
    path.write_bytes(specimen_file.read_bytes())
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for table, columns in {
            "source": ("title", "author", "url", "note"),
            "sentence": ("starts", "ends", "text", "fragment"),
            "evidence": ("quote", "cue", "note"),
            "agent": ("name",),
            "equipment": ("name", "description"),
            "claim": ("value", "as_stated", "adoption", "condition"),
            "designation": ("name",),
            "lookup": ("name",),
            "search_document": ("text",),
            "property": ("label", "description"),
            "build": ("value",),
        }.items():
            for column in columns:
                connection.execute(f"UPDATE {table} SET {column} = coalesce({column}, '') || ?", (ESCAPE,))
    return path


@pytest.mark.parametrize("output_format", FORMATS)
@pytest.mark.parametrize("command", WORDS)
def test_instructions_to_a_terminal_never_reach_it(hostile: Path, command: str, output_format: str) -> None:
    code = 1 if command == "check" else 0
    text = run(*WORDS[command], "--format", output_format, "--db", str(hostile), code=code)
    assert not has_control(text.replace("\n", "").replace("\t", ""))
    if command not in ("check", "list", "source verify"):  # They print no text of the database.
        assert "[31mred" in text.replace("\n", "").replace(" ", "")


@pytest.mark.parametrize("style", ["bibtex", "csl-json"])
def test_a_bibliography_holds_no_instructions_to_a_terminal_either(hostile: Path, style: str) -> None:
    text = run("cite", "swift-1", "--style", style, "--db", str(hostile))
    assert "[31mred" in text
    assert not has_control(text.replace("\n", ""))


def test_a_bibliography_in_csl_json_is_json(specimen_file: Path) -> None:
    assert json.loads(run("cite", "swift-1", "--style", "csl-json", "--db", str(specimen_file)))


@pytest.mark.parametrize("value", ["9e999", "-9e999", "x'00ff'", "'a' || char(10) || 'b'", "NULL", "1.5"])
def test_whatever_a_query_gives_is_json(specimen_file: Path, value: str) -> None:
    text = run("sql", f"SELECT {value} AS v", "--format", "json", "--db", str(specimen_file))

    def no_constant(name: str) -> None:
        raise AssertionError(f"{name} is no JSON")

    assert len(json.loads(text, parse_constant=no_constant)) == 1
