"""What is handed on at each level: tables that are described, sound, and read the same way from both engines."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from materiel.database.location import locate
from materiel.database.reader import open_reader
from materiel.export.content import Content, open_content
from materiel.export.lines import csv_line
from materiel.export.tables import ExportTable, Level, tables_of, value_type
from materiel.export.whole import DERIVED
from materiel.models import Base
from materiel.models.properties import INFO_KEY
from materiel.models.registry import KIND_MODELS, properties

LEVELS = list(Level)
TYPES = {"boolean": bool, "date": str, "integer": int, "number": float, "text": str}
SELECTIONS = [None, ["swift-1"], ["swift-2", "pike"], []]


@contextmanager
def opened(address: str, level: Level, systems: list[str] | None = None) -> Iterator[Content]:
    location = locate(address)
    with (
        open_reader(location) as reader,
        open_content(reader, location, level, lambda _step, _count: None, systems) as content,
    ):
        yield content


def column(content: Content, table: ExportTable, name: str) -> list[Any]:
    place = [found.name for found in table.columns].index(name)
    return [row[place] for row in content.rows(table)]


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
@pytest.mark.parametrize("level", LEVELS)
def test_tables_and_columns_are_described(level: Level, dialect: str) -> None:
    for table in tables_of(level, dialect, selected=False):
        assert table.table.comment
        assert [found.name for found in table.columns if not found.comment] == []
        assert list(table.expressions) == [found.name for found in table.columns]
        assert table.table.primary_key.columns


@pytest.mark.parametrize("level", LEVELS)
def test_a_table_leads_only_to_those_before_it(level: Level) -> None:
    known: set[str] = set()
    for table in tables_of(level, "sqlite", selected=False):
        assert table.name not in known
        assert set(table.links.values()) <= known
        known.add(table.name)


def test_the_whole_is_all_that_is_not_derived() -> None:
    names = {table.name for table in tables_of(Level.full, "sqlite", selected=False)}
    assert names == set(Base.metadata.tables) - DERIVED


def test_the_flat_tables_have_a_column_for_every_property() -> None:
    for level in (Level.short, Level.none):
        tables = {table.name: table for table in tables_of(level, "sqlite", selected=False)}
        for kind in KIND_MODELS:
            found = {column.name: column.info.get(INFO_KEY) for column in tables[kind].columns}
            assert {name: found[name] for name in properties(kind)} == properties(kind)


def test_receipts_come_along_only_where_they_are_wanted() -> None:
    names = {level: {table.name for table in tables_of(level, "sqlite", selected=False)} for level in LEVELS}
    assert names[Level.short] - names[Level.none] == {"receipt", "dispute"}
    assert names[Level.none] < names[Level.short]


@pytest.mark.parametrize("systems", SELECTIONS)
@pytest.mark.parametrize("level", LEVELS)
def test_rows_have_keys_of_their_own_and_values_of_their_type(
    specimen: str, level: Level, systems: list[str] | None
) -> None:
    with opened(specimen, level, systems) as content:
        for table in content.tables:
            rows = [tuple(row) for row in content.rows(table)]
            keys = [place for place, found in enumerate(table.columns) if found.primary_key]
            assert len({tuple(row[place] for place in keys) for row in rows}) == len(rows), table.name
            for place, found in enumerate(table.columns):
                allowed = {TYPES[value_type(found)], *([type(None)] if found.nullable else [])}
                assert {type(row[place]) for row in rows} <= allowed, f"{table.name}.{found.name}"


@pytest.mark.parametrize("systems", SELECTIONS)
@pytest.mark.parametrize("level", LEVELS)
def test_no_reference_leads_out_of_the_export(specimen: str, level: Level, systems: list[str] | None) -> None:
    with opened(specimen, level, systems) as content:
        tables = {table.name: table for table in content.tables}
        for table in content.tables:
            for name, target in table.links.items():
                found = {value for value in column(content, table, name) if value is not None}
                assert found <= set(column(content, tables[target], "id")), f"{table.name}.{name}"


@pytest.mark.parametrize("level", LEVELS)
def test_references_lead_somewhere_in_our_own_data_too(packaged_database: Path, level: Level) -> None:
    with opened(str(packaged_database), Level.none) as content:
        families = column(content, content.tables[[table.name for table in content.tables].index("equipment")], "id")
    for systems in (None, families[::7], families[:1]):
        test_no_reference_leads_out_of_the_export(str(packaged_database), level, systems)


@pytest.mark.parametrize("level", LEVELS)
def test_a_selection_holds_all_of_its_systems_and_nothing_of_others(specimen: str, level: Level) -> None:
    with opened(specimen, level, ["swift-2"]) as content, opened(specimen, level) as whole:
        all_tables = {table.name: table for table in whole.tables}
        for table in content.tables:
            rows = [tuple(row) for row in content.rows(table)]
            names = [found.name for found in table.columns]
            if "equipment_id" in names:
                place = names.index("equipment_id")
                assert {row[place] for row in rows} <= {"swift-2"}
                every = [row for row in whole.rows(all_tables[table.name]) if row[place] == "swift-2"]
                assert len(rows) == len(every), table.name
        assert column(content, next(table for table in content.tables if table.name == "equipment"), "id") == [
            "swift-2"
        ]


@pytest.mark.parametrize("level", LEVELS)
def test_parts_of_a_table_are_its_rows_in_their_order(specimen: str, level: Level) -> None:
    with opened(specimen, level) as content:
        for table in content.tables:
            rows = [tuple(row) for row in content.rows(table)]
            if table.grouped is None or not rows:
                continue
            bounds = {"first": "m", "after": "m"}
            before = content.reader.stream(table.select(after=True), after=bounds["after"])
            beyond = content.reader.stream(table.select(first=True), first=bounds["first"])
            parts = [row[0] for row in (*before, *beyond)]
            assert parts == [row[0] for row in rows], table.name


@pytest.mark.parametrize("level", LEVELS)
def test_lines_come_in_the_order_of_rows(specimen: str, level: Level) -> None:
    with opened(specimen, level) as content:
        for table in content.tables:
            key = next(iter(table.expressions.values()))
            lines = "".join(content.lines(table, key)).splitlines()
            assert lines == [str(row[0]) for row in content.rows(table)], table.name
            line = csv_line(table, content.reader.dialect, guarded=True)
            assert sum(text.count("\n") for text in content.lines(table, line)) == len(lines)


@pytest.mark.parametrize("level", LEVELS)
def test_sentences_are_handed_on_only_where_the_rights_allow_it(specimen: str, level: Level) -> None:
    with opened(specimen, level) as content:
        for table in content.tables:
            assert "sentence_text" not in table.expressions
            assert ("text" in table.expressions) == (table.name == "sentence")
        if level is Level.full:
            tables = {table.name: table for table in content.tables}
            rights = dict(
                zip(column(content, tables["source"], "id"), column(content, tables["source"], "rights"), strict=True)
            )
            texts = zip(
                column(content, tables["sentence"], "source_id"),
                column(content, tables["sentence"], "text"),
                strict=True,
            )
            assert {rights[source] for source, text in texts if text is not None} == {"public domain"}
