"""Tables get the names that somebody else's database wants."""

from __future__ import annotations

import pytest
from sqlalchemy import Column, Integer

from materiel.errors import ExportError
from materiel.export.naming import LONGEST_NAME, LONGEST_PREFIX, renamed
from materiel.export.tables import Level, tables_of

TABLES = [found.table for found in tables_of(Level.short, "sqlite", selected=False)]


def test_a_prefix_begins_tables_indexes_and_constraints() -> None:
    found = renamed(TABLES, "mil_")
    assert all(table.name == f"mil_{name}" for name, table in found.items())
    names = [index.name for table in found.values() for index in table.indexes]
    assert names
    assert all("mil_" in str(name) for name in names)


def test_keys_lead_to_the_renamed_tables_in_their_schema() -> None:
    found = renamed(TABLES, "mil_", "data")
    (key,) = found["holding"].c.equipment_id.foreign_keys
    assert key.column is found["equipment"].c.id


def test_keys_to_tables_that_do_not_come_along_are_left_out() -> None:
    found = renamed([table for table in TABLES if table.name == "aircraft"])
    assert not found["aircraft"].foreign_keys


def test_further_columns_come_last_in_each_table() -> None:
    found = renamed(TABLES, extra_columns=lambda: [Column("more", Integer)])
    assert all(list(table.columns)[-1].name == "more" for table in found.values())


@pytest.mark.parametrize("prefix", ["1x", "a-b", "a.b", "a b", 'a"b', "é", "x" * (LONGEST_PREFIX + 1)])
def test_a_prefix_that_not_every_engine_takes_is_refused(prefix: str) -> None:
    with pytest.raises(ExportError, match="--prefix"):
        renamed(TABLES, prefix)


@pytest.mark.parametrize("schema", ["", "a\nb", "x" * (LONGEST_NAME + 1), "é" * 40])
def test_a_schema_that_not_every_engine_takes_is_refused(schema: str) -> None:
    with pytest.raises(ExportError, match="--schema"):
        renamed(TABLES, "", schema)


def test_a_schema_may_have_any_printable_name() -> None:
    assert renamed(TABLES, "", 'my "data"')["aircraft"].schema == 'my "data"'
