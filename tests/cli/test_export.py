"""`materiel export` and `materiel db restore`, as they are called: what they write, and what they refuse."""

from __future__ import annotations

import csv
import json
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from materiel.cli.app import app
from materiel.cli.commands.export import Dialect, ExportFormat, Receipts
from materiel.errors import MaterielError
from materiel.export.formats import FORMATS
from materiel.export.tables import Level
from program import PROGRAM, Program, one_line

NAMES = list(FORMATS)
ROW_FORMATS = ("csv", "datapackage", "jsonl", "parquet", "xlsx")
SMALL = 20_000
"""Bytes that a file may have when the disk is full: the larger tables of our own data have more."""


def run(*words: str) -> str:
    """Run a command. Returns what it prints."""
    result = CliRunner().invoke(app, words, env={"COLUMNS": "80"})
    assert result.exit_code == 0, result.output
    return result.stdout


def refused(*words: str) -> str:
    """Run a command that fails. Returns the message."""
    result = CliRunner().invoke(app, words)
    assert isinstance(result.exception, MaterielError), result.output
    assert result.stdout == ""
    return str(result.exception)


def export(name: str, path: Path, db: Path, *more: str) -> list[str]:
    return ["export", "--format", name, "-o", str(path), "--db", str(db), *more]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def started(words: Sequence[str], before: Callable[[], None] | None = None) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [str(PROGRAM), *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=before
    )


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """Return an empty folder in which targets stand."""
    (tmp_path / "there").mkdir()
    return tmp_path / "there"


def test_the_choices_are_those_of_the_exports() -> None:
    assert [found.value for found in ExportFormat] == NAMES
    assert [found.value for found in Receipts] == [found.value for found in Level]
    assert [found.value for found in Dialect] == ["sqlite", "postgresql", "mysql"]


@pytest.mark.parametrize("receipts", Receipts)
@pytest.mark.parametrize("name", NAMES)
def test_every_format_is_written_and_named(specimen_file: Path, there: Path, name: str, receipts: Receipts) -> None:
    printed = run(*export(name, there / "my_export", specimen_file, "--receipts", receipts.value))
    assert printed == f"{there / 'my_export'}\n"
    assert names(there) == ["my_export"]
    assert (there / "my_export").is_dir() == FORMATS[name].folder


def test_filters_are_those_of_list(packaged_database: Path, there: Path) -> None:
    filters = ["--kind", "aircraft", "--where", "max_speed_kmh > 2000"]
    listed = json.loads(run("list", *filters, "--format", "json", "--db", str(packaged_database)))
    run(*export("csv", there / "out", packaged_database, *filters))
    with (there / "out" / "equipment.csv").open(newline="", encoding="utf-8") as file:
        found = [row["id"] for row in csv.DictReader(file)]
    assert sorted(found) == sorted(row["id"] for row in listed)
    assert found


@pytest.mark.parametrize("name", ROW_FORMATS)
def test_no_system_that_fits_is_said(specimen_file: Path, there: Path, name: str) -> None:
    assert "no system fits" in refused(*export(name, there / "out", specimen_file, "--where", "crew > 999999"))
    assert names(there) == []


@pytest.mark.parametrize("condition", ["crew >", "no_such > 1", "crew > 'x", "1=1; DROP TABLE claim", "a\x1b[31m = 1"])
def test_a_condition_that_cannot_be_understood_is_said(specimen_file: Path, there: Path, condition: str) -> None:
    assert refused(*export("csv", there / "out", specimen_file, "--where", condition))
    assert names(there) == []


@pytest.mark.parametrize(
    ("name", "words", "takers"),
    [
        ("csv", ["--prefix", "ref_"], "django, sql, sqlite"),
        ("json", ["--schema", "ref"], "django, sql, sqlite"),
        ("sqlite", ["--dialect", "mysql"], "sql"),
        ("django", ["--data-only"], "sql"),
    ],
)
def test_an_option_without_effect_is_refused(
    specimen_file: Path, there: Path, name: str, words: list[str], takers: str
) -> None:
    said = refused(*export(name, there / "out", specimen_file, *words))
    assert f"{words[0]}: has no effect on the format {name}; it is for {takers}" in said
    assert names(there) == []


@pytest.mark.parametrize("name", NAMES)
def test_what_is_there_is_kept_unless_force_is_given(specimen_file: Path, there: Path, name: str) -> None:
    words = export(name, there / "my_export", specimen_file)
    run(*words)
    before = sorted(path.stat().st_mtime_ns for path in there.rglob("*"))
    assert "--force" in refused(*words)
    assert sorted(path.stat().st_mtime_ns for path in there.rglob("*")) == before
    run(*words, "--force")
    assert names(there) == ["my_export"]


@pytest.mark.parametrize("name", ROW_FORMATS)
def test_force_does_not_replace_what_is_somebody_elses(specimen_file: Path, there: Path, name: str) -> None:
    (there / "out").mkdir()
    (there / "out" / "thesis.txt").write_text("years of work")
    assert "does not replace it" in refused(*export(name, there / "out", specimen_file, "--force"))
    assert (there / "out" / "thesis.txt").read_text() == "years of work"
    assert names(there) == ["out"]


@pytest.mark.parametrize("target", ["/proc/out", "/no/such/folder/out", "/"])
@pytest.mark.parametrize("name", ROW_FORMATS)
def test_a_target_that_cannot_be_written_is_said(
    materiel: Program, specimen_file: Path, name: str, target: str
) -> None:
    assert target in materiel.trouble(*export(name, Path(target), specimen_file))


@pytest.mark.parametrize("name", ROW_FORMATS)
def test_a_full_disk_is_said_in_one_line_and_leaves_nothing(packaged_database: Path, there: Path, name: str) -> None:
    process = started(
        export(name, there / "out", packaged_database, "--receipts", "full"),
        lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, SMALL)),
    )
    printed, errors = process.communicate(timeout=120)
    assert process.returncode not in (0, 2)
    assert printed == ""
    assert "cannot be written" in one_line(errors)
    assert names(there) == []


@pytest.mark.parametrize("name", ROW_FORMATS)
def test_a_full_disk_leaves_what_was_there(packaged_database: Path, there: Path, name: str) -> None:
    run(*export(name, there / "out", packaged_database))
    before = {path: path.read_bytes() for path in there.rglob("*") if path.is_file()}
    process = started(
        export(name, there / "out", packaged_database, "--force"),
        lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, SMALL)),
    )
    process.communicate(timeout=120)
    assert process.returncode != 0
    assert {path: path.read_bytes() for path in there.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("name", ROW_FORMATS)
def test_an_export_that_is_interrupted_leaves_nothing(packaged_database: Path, there: Path, name: str) -> None:
    process = started(export(name, there / "out", packaged_database, "--receipts", "full"))
    while process.poll() is None and not names(there):
        time.sleep(0.001)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=120)
    assert "Traceback" not in errors
    assert names(there) == ([] if process.returncode else ["out"])


@pytest.mark.parametrize(
    ("name", "library", "extra"),
    [("parquet", "pyarrow", "parquet"), ("parquet", "adbc_driver_sqlite", "parquet"), ("xlsx", "xlsxwriter", "xlsx")],
)
def test_an_extra_that_is_missing_is_named(
    specimen_file: Path, there: Path, monkeypatch: pytest.MonkeyPatch, name: str, library: str, extra: str
) -> None:
    for module in ("arrow", "parquet", "xlsx"):
        monkeypatch.delitem(sys.modules, f"materiel.export.{module}", raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    said = refused(*export(name, there / "out", specimen_file))
    assert said == f"{library} is not installed: pip install 'materiel[{extra}]'"
    assert names(there) == []


def test_a_database_that_is_missing_is_said(there: Path) -> None:
    assert "no database here" in refused(*export("csv", there / "out", there / "missing.sqlite"))
    assert names(there) == []


@pytest.mark.parametrize("name", ["csv", "sqlite"])
def test_a_database_is_built_from_an_export(specimen_file: Path, there: Path, name: str) -> None:
    run(*export(name, there / "out", specimen_file, "--receipts", "full"))
    new = there / "new.sqlite"
    assert run("db", "restore", str(there / "out"), "--db", str(new)) == f"{new}\n"
    for words in (["show", "swift-1"], ["disputes"], ["search", "interceptor"], ["check"]):
        assert run(*words, "--db", str(new)) == run(*words, "--db", str(specimen_file))
    status = json.loads(run("db", "status", "--format", "json", "--db", str(new)))
    assert (status["state"], status["origin"]) == ("ready", "own")


def test_the_embedded_database_can_be_built_from_an_export_and_stays(
    materiel: Program, specimen_file: Path, there: Path
) -> None:
    run(*export("jsonl", there / "out", specimen_file, "--receipts", "full"))
    assert materiel("db", "restore", str(there / "out")).returncode == 0
    assert "Acme Swift-1" in materiel("list").stdout
    assert "is kept" in materiel.trouble("db", "restore", str(there / "out"))


def test_a_database_that_is_there_is_kept(specimen_copy: Path, there: Path) -> None:
    run(*export("csv", there / "out", specimen_copy, "--receipts", "full"))
    before = specimen_copy.read_bytes()
    assert "is kept" in refused("db", "restore", str(there / "out"), "--db", str(specimen_copy))
    assert specimen_copy.read_bytes() == before


@pytest.mark.postgresql
def test_a_database_on_a_server_is_kept_too(specimen_file: Path, specimen_url: str, there: Path) -> None:
    run(*export("csv", there / "out", specimen_file, "--receipts", "full"))
    assert "is kept" in refused("db", "restore", str(there / "out"), "--db", specimen_url)


def test_a_changed_export_is_refused_in_one_line(materiel: Program, specimen_file: Path, there: Path) -> None:
    run(*export("csv", there / "out", specimen_file, "--receipts", "full"))
    path = there / "out" / "claim.csv"
    path.write_text(path.read_text().replace("18.0", "19.0"))
    assert "was changed" in materiel.trouble("db", "restore", str(there / "out"), "--db", str(there / "new.sqlite"))
    assert names(there) == ["out"]


def test_a_full_disk_leaves_no_database(packaged_database: Path, there: Path) -> None:
    run(*export("csv", there / "out", packaged_database, "--receipts", "full"))
    process = started(
        ["db", "restore", str(there / "out"), "--db", str(there / "new.sqlite")],
        lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000)),
    )
    _, errors = process.communicate(timeout=120)
    assert process.returncode != 0
    one_line(errors)
    assert names(there) == ["out"]


@pytest.mark.parametrize("delay", [0.3, 0.6, 0.9])
def test_a_restoration_that_is_killed_leaves_no_half_database(
    packaged_database: Path, there: Path, delay: float
) -> None:
    run(*export("csv", there / "out", packaged_database, "--receipts", "full"))
    new = there / "new.sqlite"
    process = started(["db", "restore", str(there / "out"), "--db", str(new)])
    time.sleep(delay)
    process.kill()
    process.communicate()
    with closing(sqlite3.connect(new)) as connection:
        # To look at it takes back what was half written.
        tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        assert tables == 0 or connection.execute("SELECT count(*) FROM claim").fetchone()[0] > 0
    if tables == 0:
        run("db", "restore", str(there / "out"), "--db", str(new))
