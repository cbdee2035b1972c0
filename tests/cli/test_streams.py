"""Standard output that is closed, full or no terminal."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from program import PROGRAM, Program, one_line

MANY = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT i FROM n"
LONG = ["sql", MANY, "--limit", "100000"]
FULL = Path("/dev/full")


@pytest.mark.parametrize("output_format", ["table", "json", "jsonl", "csv"])
def test_a_reader_that_has_enough_ends_the_program_quietly(
    materiel: Program, specimen_file: Path, output_format: str
) -> None:
    with subprocess.Popen(
        [PROGRAM, *LONG, "--format", output_format, "--db", str(specimen_file)],
        env=materiel.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        # Some systems take one great write for done when the reader leaves in the middle of it.
        assert process.wait(60) in (0, 1, 141)


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("words", [LONG, ["list"], ["schema"], ["--help"], ["--version"], ["db", "path"]])
def test_an_output_that_is_full_is_said(materiel: Program, specimen_file: Path, words: list[str]) -> None:
    database = ["--db", str(specimen_file)] if words[0] in ("sql", "list", "db") else []
    with FULL.open("wb") as full:
        found = subprocess.run(
            [PROGRAM, *words, *database],
            env=materiel.environment,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
    assert found.returncode != 0
    assert "No space left" in one_line(found.stderr)


def test_an_output_that_is_closed_is_said(materiel: Program, specimen_file: Path) -> None:
    found = subprocess.run(
        ["sh", "-c", '"$0" list --db "$1" >&-', PROGRAM, specimen_file],
        env=materiel.environment,
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
        check=False,
    )
    assert found.returncode != 0
    assert "closed" in one_line(found.stderr)


def test_a_query_is_read_from_standard_input(materiel: Program, specimen_file: Path) -> None:
    found = subprocess.run(
        [PROGRAM, "sql", "-", "--format", "csv", "--db", str(specimen_file)],
        env=materiel.environment,
        input="SELECT 'Ж' AS letter",
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert found.stdout == "letter\nЖ\n"


def test_where_letters_cannot_be_written_the_answer_still_comes(materiel: Program, specimen_file: Path) -> None:
    materiel.environment.update({"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    found = materiel("show", "swift-1", "--db", str(specimen_file))
    assert "Traceback" not in found.stderr
    assert "wingspan" in found.stdout
    assert "\\u0421" in found.stdout


def test_the_database_can_be_named_in_the_environment(materiel: Program, specimen_file: Path) -> None:
    materiel.environment["MATERIEL_DB"] = str(specimen_file)
    assert materiel("db", "path").stdout == f"{specimen_file}\n"
    assert "swift-1" in materiel("list").stdout
