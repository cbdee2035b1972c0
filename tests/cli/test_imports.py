"""A lookup starts fast because it does not load what only writing needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from materiel.cli.options import KINDS
from materiel.models import vocabulary

HEAVY = {
    "alembic",
    "asyncio",
    "edtf",
    "email",
    "filelock",
    "http",
    "importlib.metadata",
    "pint",
    "platformdirs",
    "pydantic",
    "rapidfuzz",
    "rich",
    "sqlalchemy",
    "tomlkit",
}

PROGRAM = """
import atexit, sys
atexit.register(lambda: print(*sys.modules, file=sys.stderr))
from materiel.cli import main
main()
"""


def loaded(*arguments: str) -> set[str]:
    """Return the names of all modules that a run of the command line in a new process has loaded."""
    command = [sys.executable, "-c", PROGRAM, *arguments]
    run = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
    assert run.stdout
    return set(run.stderr.split())


@pytest.mark.parametrize(
    "words",
    [
        ["show", "swift-1"],
        ["show", "swift-1", "--format", "json"],
        ["compare", "swift-1", "pike"],
        ["list", "--where", "crew > 0"],
        ["cite", "swift-1"],
        ["disputes"],
        ["mentions", "swift-1"],
        ["coverage"],
    ],
    ids=" ".join,
)
def test_a_lookup_in_a_file_loads_nothing_heavy(words: list[str], specimen_file: Path) -> None:
    modules = loaded(*words, "--db", str(specimen_file))
    assert "sqlite3" in modules
    assert modules & HEAVY == set()


def test_a_new_database_is_made_without_migrations(tmp_path: Path) -> None:
    modules = loaded("db", "init", "--db", str(tmp_path / "new.sqlite"))
    assert "sqlalchemy" in modules
    assert "alembic" not in modules


def test_help_loads_no_command_and_no_database() -> None:
    modules = loaded("--help")
    assert modules & {*HEAVY, "sqlite3", "tabulate", "materiel.cli.options"} == set()


def test_kinds_that_are_written_again_are_those_of_the_vocabulary() -> None:
    assert KINDS == vocabulary.KINDS
