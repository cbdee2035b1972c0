"""A lookup stays flat as the database grows because its queries go by indexes alone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from materiel.catalog import queries
from materiel.models import Base

LOOKUPS = {
    "lookup": queries.LOOKUP,
    "equipment": queries.EQUIPMENT,
    "specification": queries.SPECIFICATION,
    "receipts": queries.RECEIPTS,
    "designations": queries.DESIGNATIONS,
    "holdings": queries.HOLDINGS,
    "transfers": queries.TRANSFERS,
    "relations": queries.RELATIONS,
    "events": queries.EVENTS,
    "members": queries.MEMBERS,
    "contradictions": queries.CONTRADICTIONS_OF,
    "disputes": queries.DISPUTES_OF,
}

ALIASES = {"s", "va", "vb", "operator", "supplier", "recipient", "other", "party", "publisher", "speaker"}


@pytest.mark.parametrize("name", LOOKUPS)
def test_a_lookup_scans_no_table(name: str, specimen_file: Path) -> None:
    """What is scanned may only be the rows that a subquery has found."""
    with closing(sqlite3.connect(specimen_file)) as connection:
        found = connection.execute(f"EXPLAIN QUERY PLAN {LOOKUPS[name]}", {"id": "pike", "key": "pike"})
        steps = [step for *_, step in found]
    scanned = {step.split()[1] for step in steps if step.startswith("SCAN ")}
    assert scanned & {*Base.metadata.tables, *ALIASES} == set()
    assert any(step.startswith("SEARCH ") for step in steps)


def test_disputes_begin_with_the_pairs(specimen_file: Path) -> None:
    """The other way round, every receipt of a system would be held beside every other."""
    with closing(sqlite3.connect(specimen_file)) as connection:
        found = connection.execute(f"EXPLAIN QUERY PLAN {queries.DISPUTES_OF}", {"id": "pike"})
        outermost = [step for _, parent, _, step in found if parent == 0]
    joined = [step for step in outermost if step.startswith(("SCAN ", "SEARCH "))]
    assert [step.split()[1] for step in joined] == ["pair", "a", "b"]
