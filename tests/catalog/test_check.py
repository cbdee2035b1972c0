"""The proof that no fact stands without a receipt: it finds what was changed behind our back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from materiel.catalog.check import check
from materiel.database.location import Location
from materiel.database.reader import Reader, open_reader

CELLS = "every cell has a receipt, and every adopted claim its cell"
REFERENCES = "all references lead somewhere"
ONE_CLAIM = "equipment_id = 'swift-1' AND property = 'wingspan_m' AND adopted"
EVIDENCE = f"(SELECT evidence_id FROM claim WHERE {ONE_CLAIM})"


def failed(path: Path, *changes: str) -> dict[str, list[str]]:
    """Change the database behind materiel's back. Returns the problems of the checks that then fail."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for change in changes:
            assert connection.execute(change).rowcount > 0, change
    with open_reader(Location(path=path)) as reader:
        return {row["check"]: row["problems"] for row in check(reader) if not row["passed"]}


def test_a_database_that_was_loaded_passes_every_check(reader: Reader) -> None:
    assert [row for row in check(reader) if not row["passed"]] == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (
            "UPDATE aircraft SET wingspan_m = 19 WHERE id = 'swift-1'",
            "swift-1, wingspan_m: the cell has no adopted",
        ),
        (
            "UPDATE aircraft SET height_m = 5 WHERE id = 'swift-2'",
            "swift-2, height_m: the cell has no adopted",
        ),
        (
            "UPDATE aircraft SET first_flight = '1999' WHERE id = 'swift-1'",
            "first_flight: the cell has no adopted",
        ),
        (
            "UPDATE equipment SET country_of_origin = 'X' WHERE id = 'pike'",
            "pike, country_of_origin: the cell has",
        ),
        (
            "UPDATE aircraft SET wingspan_m = NULL WHERE id = 'swift-1'",
            "wingspan_m: the adopted claim is not in",
        ),
        (f"UPDATE claim SET low = 21, high = 21 WHERE {ONE_CLAIM}", "wingspan_m: the cell has no adopted"),
        (f"UPDATE claim SET adopted = 0 WHERE {ONE_CLAIM}", "wingspan_m: the cell has no adopted"),
        (f"DELETE FROM claim WHERE {ONE_CLAIM}", "wingspan_m: the cell has no adopted"),
    ],
)
def test_a_cell_and_its_claim_that_part_are_found(specimen_copy: Path, change: str, found: str) -> None:
    problems = failed(specimen_copy, change)[CELLS]
    assert len([line for line in problems if found in line]) == 1


@pytest.mark.parametrize(
    ("check_name", "change"),
    [
        (
            "nothing that nobody stands behind is adopted",
            f"UPDATE evidence SET firmness = 'speculated' WHERE id = {EVIDENCE}",
        ),
        (
            "no implausible value is adopted without a reason",
            f"UPDATE claim SET flag = 'odd' WHERE {ONE_CLAIM}",
        ),
        ("every adopted value says why", f"UPDATE claim SET adoption = NULL WHERE {ONE_CLAIM}"),
        ("every statement has its evidence", f"DELETE FROM evidence WHERE id = {EVIDENCE}"),
        ("every evidence belongs to one statement", f"DELETE FROM claim WHERE {ONE_CLAIM}"),
        (
            "every evidence has its sentence, and every sentence its source",
            "DELETE FROM sentence WHERE source_id = 'beta-report'",
        ),
        (
            "every evidence has its sentence, and every sentence its source",
            "DELETE FROM source WHERE id = 'beta-report'",
        ),
        ("every system has a row in the table of its kind", "DELETE FROM submarine WHERE id = 'pike'"),
        (REFERENCES, "DELETE FROM equipment WHERE id = 'pike'"),
        (REFERENCES, "DELETE FROM agent WHERE id = 'testland'"),
    ],
)
def test_what_is_broken_fails_the_check_that_names_it(specimen_copy: Path, check_name: str, change: str) -> None:
    assert failed(specimen_copy, change)[check_name]


def test_an_adopted_claim_of_a_system_that_is_gone_is_found(specimen_copy: Path) -> None:
    problems = failed(
        specimen_copy,
        "DELETE FROM aircraft WHERE id = 'swift-1'",
        "DELETE FROM equipment WHERE id = 'swift-1'",
    )
    assert any(line.startswith("claim") for line in problems[REFERENCES])


def test_a_page_overwritten_in_the_middle_of_the_file_is_found(specimen_copy: Path) -> None:
    with closing(sqlite3.connect(specimen_copy)) as connection:
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'mention' LIMIT 1"
        ).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with specimen_copy.open("r+b") as file:
        file.seek((root - 1) * size + 3)
        file.write(b"\x00\x00")
    with open_reader(Location(path=specimen_copy)) as reader:
        sound = {row["check"]: row["passed"] for row in check(reader)}
    assert not sound["the storage is sound"]
