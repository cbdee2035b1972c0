"""What goes wrong gives one clear line and a non-zero exit: never a traceback, never a password."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from typer.testing import CliRunner

from materiel.cli.app import app
from materiel.database.revision import REVISIONS
from materiel.errors import MaterielError
from program import Program, one_line

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
MILLION = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000) SELECT i FROM n"
UNREACHABLE = "postgresql://someone:hush-hush@127.0.0.1:1/materiel"
ASKING = {
    "show": ["show", "swift-1"],
    "compare": ["compare", "swift-1", "swift-2"],
    "list": ["list"],
    "search": ["search", "swift"],
    "cite": ["cite", "swift-1"],
    "disputes": ["disputes"],
    "source list": ["source", "list"],
    "source show": ["source", "show", "acme-planes"],
    "source attach": ["source", "attach", "acme-planes", "copy.txt"],
    "source detach": ["source", "detach", "acme-planes"],
    "source verify": ["source", "verify", "copies"],
    "ingest": ["ingest", "copy.txt"],
    "mentions": ["mentions", "swift-1"],
    "coverage": ["coverage"],
    "sql": ["sql", "SELECT 1"],
    "check": ["check"],
    "dictionary": ["dictionary"],
}
"""Commands that read, each of which meets the same trouble."""


def refused(command: str, path: Path) -> str:
    """Run a command that reads in this process. Returns the message of the error that it ends with."""
    result = CliRunner().invoke(app, [*ASKING[command], "--db", str(path)])
    assert isinstance(result.exception, MaterielError)
    assert result.stdout == ""
    return str(result.exception)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["show", "pick class"], "did you mean .*Pike class"),
        (["show", "swift-1", "no such thing at all"], "no system is called"),
        (["show", "Dart"], "Acme Swift-1 (swift-1), Acme Swift-2 (swift-2)"),
        (["show", "a\nb\x1b[31m"], r"\x1b"),
        (["compare", "swift-1", "swift 1"], "two different systems"),
        (["compare", "swift-1", "pike", "--property", "wingspan_m"], "'wingspan_m'"),
        (["cite", "swift-1", "test_depth_m"], "there are statements on"),
        (["cite", "swift-1", "--style", "bibtex", "--format", "csv"], "--format"),
        (["disputes", "nobody"], "no system is called"),
        (["source", "show", "acme-plane"], "did you mean acme-planes"),
        (["list", "--where", "wingspan_m"], "--where"),
        (["list", "--where", "wingspan_m > wide"], "is no number"),
        (["list", "--where", "no_such > 1"], "no property is called 'no_such'"),
        (["list", "--where", "crew > 1\nOR 1"], "--where"),
        (["list", "--kind", "spoon"], "spoon"),
        (["list", "--sort", "no_such"], "no_such"),
        (["list", "--in-service", "lately"], "year"),
        (["search", "!!"], "at least one word"),
        (["dictionary", "spoon"], "'spoon'"),
        (["dictionary", "spoon", "--tables"], "'spoon'"),
    ],
)
def test_what_is_not_there_or_not_understood_is_named(
    materiel: Program, specimen_file: Path, words: Sequence[str], said: str
) -> None:
    line = materiel.trouble(*words, "--db", str(specimen_file))
    start, _, rest = said.partition(".*")
    assert start in line
    assert rest in line


@pytest.mark.parametrize("words", [["list", "--category"], ["list", "--country"], ["list", "--operator"]])
def test_bytes_that_are_no_text_are_refused(materiel: Program, specimen: str, words: Sequence[str]) -> None:
    assert "not valid Unicode" in materiel.trouble(*words, os.fsdecode(b"\xff"), "--db", specimen)


def test_an_unknown_schema_is_named(materiel: Program) -> None:
    assert "'spoon'" in materiel.trouble("schema", "spoon")


@pytest.mark.parametrize("command", ASKING)
def test_every_command_refuses_what_it_cannot_read(tmp_path: Path, specimen_copy: Path, command: str) -> None:
    empty = tmp_path / "empty.sqlite"
    empty.touch()
    assert "there is no database here" in refused(command, tmp_path / "missing.sqlite")
    assert "is no materiel database" in refused(command, empty)
    assert "is a directory" in refused(command, tmp_path)
    set_revision(specimen_copy, "9999")
    assert "newer version" in refused(command, specimen_copy)


def test_a_missing_database_is_not_made(materiel: Program, tmp_path: Path) -> None:
    path = tmp_path / "missing.sqlite"
    assert f"{path}: there is no database here" in materiel.trouble("list", "--db", str(path))
    assert not path.exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is no materiel database"),
        (b"SQLite format 3\x00", "no database, or a damaged one"),
        (b"hello\n" * 1000, "no database, or a damaged one"),
    ],
)
def test_a_file_that_is_no_database_is_refused_and_kept(
    materiel: Program, tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "other.sqlite"
    path.write_bytes(content)
    assert said in materiel.trouble("list", "--db", str(path))
    assert path.read_bytes() == content


@pytest.mark.parametrize("command", ["show", "list", "check", "sql"])
@pytest.mark.parametrize("part", [0.02, 0.5, 0.9])
def test_a_truncated_database_gives_no_answer(
    materiel: Program, specimen_copy: Path, command: str, part: float
) -> None:
    os.truncate(specimen_copy, int(specimen_copy.stat().st_size * part))
    words = ["sql", "SELECT * FROM receipts"] if command == "sql" else ASKING[command]
    found = materiel(*words, "--db", str(specimen_copy))
    assert found.returncode == 1
    assert "damaged" in one_line(found.stderr)


def test_a_database_of_something_else_is_refused(materiel: Program, tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE claim (id INTEGER)")
    assert "no materiel database" in materiel.trouble("list", "--db", str(path))
    assert "claim" in materiel.trouble("seeds", "load", "--db", str(path))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT name FROM sqlite_schema").fetchall() == [("claim",)]


@pytest.mark.parametrize(
    ("revision", "said"),
    [("9999", "newer version"), (REVISIONS[0], "materiel db upgrade"), (None, "no materiel database")],
)
def test_another_schema_is_refused_with_what_to_do(
    materiel: Program, specimen_copy: Path, revision: str | None, said: str
) -> None:
    set_revision(specimen_copy, revision)
    assert said in materiel.trouble("list", "--db", str(specimen_copy))


@pytest.mark.parametrize("words", [["seeds", "load"], ["db", "upgrade"]])
def test_a_newer_database_is_not_written_to(materiel: Program, specimen_copy: Path, words: Sequence[str]) -> None:
    set_revision(specimen_copy, "9999")
    before = specimen_copy.read_bytes()
    assert "newer" in materiel.trouble(*words, "--db", str(specimen_copy))
    assert specimen_copy.read_bytes() == before


def set_revision(path: Path, revision: str | None) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM alembic_version")
        if revision is not None:
            connection.execute("INSERT INTO alembic_version VALUES (?)", (revision,))


@pytest.mark.parametrize("words", [["list"], ["sql", "SELECT 1"], ["check"]])
def test_a_locked_database_is_waited_for_but_not_for_ever(
    materiel: Program, specimen_copy: Path, words: Sequence[str]
) -> None:
    with closing(sqlite3.connect(specimen_copy, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        assert "locked" in materiel.trouble(*words, "--db", str(specimen_copy))


def test_a_load_into_a_locked_database_leaves_it_as_it_was(
    materiel: Program, specimen_copy: Path, specimen_folder: Path
) -> None:
    before = specimen_copy.read_bytes()
    with closing(sqlite3.connect(specimen_copy, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        assert "locked" in materiel.trouble("seeds", "load", str(specimen_folder), "--db", str(specimen_copy))
    assert specimen_copy.read_bytes() == before


def test_a_read_only_database_is_read_and_not_written_to(
    materiel: Program, specimen_copy: Path, specimen_folder: Path
) -> None:
    specimen_copy.chmod(0o444)
    assert materiel("show", "pike", "--db", str(specimen_copy)).returncode == 0
    if os.access(specimen_copy, os.W_OK):
        pytest.skip("whoever runs the tests may write to every file")
    assert "read" in materiel.trouble("seeds", "load", str(specimen_folder), "--db", str(specimen_copy))


def test_a_database_where_nothing_can_be_written_is_not_made(materiel: Program, specimen_folder: Path) -> None:
    nowhere = "/proc/nowhere/new.sqlite"
    assert nowhere in materiel.trouble("seeds", "load", str(specimen_folder), "--db", nowhere)


@pytest.mark.parametrize("words", [["list"], ["sql", "SELECT 1"], ["seeds", "load"], ["db", "upgrade"]])
def test_a_server_that_is_down_is_named_without_its_password(materiel: Program, words: Sequence[str]) -> None:
    line = materiel.trouble(*words, "--db", UNREACHABLE)
    assert "someone:***@127.0.0.1:1/materiel" in line
    assert "hush" not in line


@pytest.mark.parametrize("address", ["mysql://someone:hush-hush@host/db", "http://x:hush-hush@y", "://hush-hush"])
def test_an_address_of_another_kind_is_refused_without_its_password(materiel: Program, address: str) -> None:
    assert "hush" not in materiel.trouble("list", "--db", address)


@pytest.mark.parametrize("password", ["hush-hush", "hush%40hush", "hush:hush", "hush@hush"])
@pytest.mark.parametrize("words", [["db", "path"], ["db", "status", "--format", "json"]])
def test_a_password_is_never_printed(materiel: Program, words: Sequence[str], password: str) -> None:
    found = materiel(*words, "--db", f"postgresql://someone:{password}@127.0.0.1:1/materiel")
    assert "hush" not in found.stdout + found.stderr
    assert "***" in found.stdout


@pytest.mark.parametrize("option", ["?password=hush-hush", "?sslmode=disable&password=hush-hush"])
def test_a_password_among_the_options_is_not_printed_either(materiel: Program, option: str) -> None:
    found = materiel("db", "status", "--db", f"postgresql://someone@127.0.0.1:1/materiel{option}")
    assert "hush" not in found.stdout + found.stderr


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("DELETE FROM claim", ""),
        ("DROP TABLE claim", ""),
        ("SELECT 1; DROP TABLE claim", ""),
        ("SELECT 1; SELECT 2", ""),
        ("SELECT no_such\nFROM claim", "no_such"),
        ("", ""),
        ("ATTACH DATABASE 'other.sqlite' AS other", ""),
        (ENDLESS, "longer than 0.5 seconds"),
    ],
)
def test_a_query_that_may_not_be_is_refused(materiel: Program, specimen: str, query: str, said: str) -> None:
    began = time.monotonic()
    assert said in materiel.trouble("sql", query, "--timeout", "0.5", "--db", specimen)
    assert time.monotonic() - began < 30


def test_a_million_rows_are_cut_and_it_is_said(materiel: Program, specimen: str) -> None:
    found = materiel("sql", MILLION, "--limit", "5", "--format", "csv", "--db", specimen)
    assert found.returncode == 0
    assert found.stdout.splitlines() == ["i", "1", "2", "3", "4", "5"]
    assert "only the first 5 rows" in one_line(found.stderr)


@pytest.mark.postgresql
def test_a_server_of_a_newer_version_is_refused(materiel: Program, postgres_url: str) -> None:
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32) NOT NULL)")
        connection.execute("DELETE FROM alembic_version")
        connection.execute("INSERT INTO alembic_version VALUES ('9999')")
    try:
        assert "newer version" in materiel.trouble("list", "--db", postgres_url)
    finally:
        with psycopg.connect(postgres_url, autocommit=True) as connection:
            connection.execute("DROP TABLE alembic_version")
