"""`materiel push`, as it is called: what it prints, and what it refuses."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from materiel.cli.app import app
from materiel.cli.options import OutputFormat
from materiel.errors import MaterielError
from program import Program


def run(*words: str) -> str:
    """Run a push. Returns what it prints."""
    result = CliRunner().invoke(app, ["push", *words], env={"COLUMNS": "80"})
    assert result.exit_code == 0, result.output
    return result.stdout


def refused(*words: str) -> str:
    """Run a push that fails. Returns the message."""
    result = CliRunner().invoke(app, ["push", *words])
    assert isinstance(result.exception, MaterielError), result.output
    assert result.stdout == ""
    return str(result.exception)


@pytest.fixture
def url(tmp_path: Path) -> str:
    return str(tmp_path / "application.sqlite")


@pytest.mark.parametrize("output_format", OutputFormat)
def test_every_format_says_what_was_done(specimen_file: Path, url: str, output_format: OutputFormat) -> None:
    text = run(url, "--db", str(specimen_file), "--tables", "aircraft,submarine", "--format", output_format.value)
    assert "aircraft" in text
    assert "submarine" in text
    if output_format is OutputFormat.table:
        assert max(map(len, text.splitlines()[1:])) <= 80


def test_it_says_when_nothing_changes(specimen_file: Path, url: str) -> None:
    words = (url, "--db", str(specimen_file))
    assert "what would change" in run(*words, "--dry-run")
    assert "Nothing" not in run(*words)
    assert "Nothing has changed." in run(*words)
    assert "Nothing to change." in run(*words, "--dry-run")


def test_json_has_figures_and_ids(specimen_file: Path, url: str) -> None:
    words = (url, "--db", str(specimen_file), "--tables", "aircraft", "--format", "json")
    expected = json.loads(run(*words, "--dry-run"))
    found = json.loads(run(*words))
    assert expected == {**found, "dry_run": True}
    assert found["destination"] == url
    assert found["total"]["inserted"] == 2
    [table] = found["tables"]
    assert table["ids"] == {
        "inserted": ["swift-1", "swift-2"],
        **{name: [] for name in ("updated", "retired", "deleted", "referred", "kept")},
    }


def test_rows_that_are_kept_are_named(specimen_file: Path, url: str) -> None:
    words = (url, "--db", str(specimen_file), "--tables", "aircraft")
    run(*words)
    with closing(sqlite3.connect(url)) as connection, connection:
        connection.execute("UPDATE aircraft SET materiel_status = NULL WHERE id = 'swift-2'")
    assert "kept rows of the application that have ids of ours: swift-2" in " ".join(run(*words).split())


def test_filters_choose_systems(specimen_file: Path, url: str) -> None:
    text = run(url, "--db", str(specimen_file), "--kind", "submarine", "--receipts", "none", "--format", "json")
    inserted = {table["table"]: table["inserted"] for table in json.loads(text)["tables"]}
    assert (inserted["submarine"], inserted["aircraft"]) == (1, 0)
    assert "receipt" not in inserted


def test_a_patch_is_pushed_without_a_database(specimen_file: Path, url: str, tmp_path: Path) -> None:
    run(url, "--db", str(specimen_file))
    patch = tmp_path / "empty.patch"
    patch.write_text('{"materiel_patch":1,"receipts":"short","from":null,"to":null}\n')
    assert "Nothing has changed." in run(url, "--patch", str(patch), "--db", str(tmp_path / "nowhere.sqlite"))
    assert "--patch" in refused(url, "--patch", str(patch), "--kind", "aircraft")
    assert "is no JSON" in refused(url, "--patch", str(specimen_file))


def test_what_cannot_be_is_refused(specimen_file: Path, url: str) -> None:
    given = ("--db", str(specimen_file))
    assert "is the database that is read" in refused(str(specimen_file), *given)
    assert "there is no such table" in refused(url, *given, "--tables", "planes")
    assert "there is no such table" in refused(url, *given, "--tables", "")
    assert "--prefix" in refused(url, *given, "--prefix", "1; DROP")
    assert "no system fits" in refused(url, *given, "--where", "crew > 1000")
    assert not Path(url).exists()


def test_a_destination_that_does_not_fit_is_one_line_for_each_problem(
    materiel: Program, specimen_file: Path, url: str
) -> None:
    with closing(sqlite3.connect(url)) as connection, connection:
        connection.execute("CREATE TABLE agent (id TEXT PRIMARY KEY, stars INTEGER NOT NULL)")
    found = materiel("push", url, "--db", str(specimen_file), "--tables", "agent")
    assert found.returncode == 1
    assert found.stdout == ""
    lines = found.stderr.splitlines()
    assert all(line.startswith("materiel: ") for line in lines)
    assert [line.removeprefix("materiel: ").split(": ")[0] for line in lines[:-1]] == [
        "agent",
        "agent.name",
        "agent.kind",
        "agent.stars",
    ]
    assert lines[-1].startswith("materiel: 4 problems in ")


def test_a_server_out_of_reach_is_said_without_the_password(materiel: Program, specimen_file: Path) -> None:
    for scheme in ("postgresql", "mysql"):
        words = ("push", f"{scheme}://me:hush-hush@127.0.0.1:1/app", "--db", str(specimen_file))
        assert "hush" not in materiel.trouble(*words)
