"""Pushing on each engine: what arrives, what stays, and that a second push changes nothing."""

from __future__ import annotations

import pytest

from destinations import Destination, Source, silent
from materiel.database.location import locate
from materiel.database.reader import open_reader
from materiel.errors import DatabaseError, ExportError
from materiel.export.content import open_content
from materiel.export.tables import Level
from materiel.push.feed import ContentFeed
from materiel.push.report import PushReport, TableReport
from materiel.push.run import Choices, push

EQUIPMENT = ["id", "kind", "category_id", "level", "family_id", "name", "description"]
HOSTILE = [
    'it\'s "quoted" `so` and \\ so',
    "=cmd()|' /C calc'!A0",
    "😀 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 é é",
    "\u202eסוכוי\u202c سوخوي",
    "line\nfeed\r\n\\.\n\ttab; -- , DROP TABLE",
    "NULL",
    "\\N",
    "%s %(x)s %% {} :name ?",
    " spaces around  ",
    "",
]


def of(report: PushReport, table: str) -> TableReport:
    return next(found for found in report.tables if found.table == table)


@pytest.mark.parametrize("level", Level)
def test_all_rows_arrive_and_a_second_push_changes_nothing(
    source: Source, destination: Destination, level: Level
) -> None:
    first = source.push(destination, level)
    assert first.changed
    with source.content(level) as content:
        tables = {table.name: [str(column.name) for column in table.columns] for table in content.tables}
    assert destination.tables() == {name: {*columns, "materiel_status"} for name, columns in tables.items()}
    for name, columns in tables.items():
        rows = destination.rows(name, columns)
        assert rows == source.rows(name, level)
        assert destination.rows(name, ["materiel_status"]) == [("current",)] * len(rows)
    second = source.push(destination, level)
    assert not second.changed
    assert [table.unchanged for table in second.tables] == [table.inserted for table in first.tables]


@pytest.mark.postgresql
@pytest.mark.parametrize("level", Level)
def test_it_does_not_matter_which_engine_is_read(
    specimen_url: str, source: Source, destination: Destination, level: Level
) -> None:
    location = locate(specimen_url)
    with open_reader(location) as reader, open_content(reader, location, level, silent) as content:
        assert push(ContentFeed(content), destination.location, Choices(), silent).changed
    assert not source.push(destination, level).changed


@pytest.mark.postgresql
def test_a_second_push_touches_no_row(source: Source, postgres: Destination) -> None:
    source.push(postgres)
    before = postgres.execute("SELECT id, xmin::text FROM receipt ORDER BY id")
    source.push(postgres)
    assert postgres.execute("SELECT id, xmin::text FROM receipt ORDER BY id") == before


def test_the_tables_refer_to_each_other(source: Source, destination: Destination) -> None:
    source.push(destination)
    pragma = ["PRAGMA foreign_keys = ON"] if destination.engine == "sqlite" else []
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        destination.execute(*pragma, "DELETE FROM agent")


def test_a_change_reaches_one_row(source: Source, destination: Destination) -> None:
    source.push(destination)
    source.change("UPDATE equipment SET description = 'Changed.' WHERE id = 'swift-1'")
    report = source.push(destination)
    changed = {table.table: table.ids for table in report.tables if table.changed}
    assert changed == {"equipment": {"updated": ["swift-1"]}, "aircraft": {"updated": ["swift-1"]}}
    assert destination.execute("SELECT description FROM aircraft WHERE id = 'swift-1'") == [("Changed.",)]


def test_the_smallest_change_of_a_text_is_one(source: Source, destination: Destination) -> None:
    source.push(destination, tables=["equipment"])
    for value in ("''", "NULL", "'a'", "'A'", "'A '", "'á'"):
        source.change(f"UPDATE equipment SET description = {value} WHERE id = 'pike'")
        assert source.push(destination, tables=["equipment"]).tables[0].updated == 1
        assert destination.rows("equipment", EQUIPMENT) == source.rows("equipment")


def test_any_text_arrives_as_it_is(source: Source, destination: Destination) -> None:
    for number, words in enumerate(HOSTILE):
        quoted = "'" + words.replace("'", "''") + "'"
        source.change(f"INSERT INTO agent (id, name, kind) VALUES ('hostile-{number}', {quoted}, 'company')")
    source.push(destination, tables=["agent"])
    assert set(HOSTILE) <= {name for (name,) in destination.rows("agent", ["name"])}
    expected = destination.content()
    destination.execute("UPDATE agent SET name = 'other'")
    assert source.push(destination, tables=["agent"]).tables[0].updated == len(expected["agent"])
    assert destination.content() == expected
    assert not source.push(destination, tables=["agent"]).changed


def test_a_text_with_nul_arrives_where_the_engine_stores_it(source: Source, destination: Destination) -> None:
    source.change("UPDATE equipment SET description = 'a' || char(0) || 'b' WHERE id = 'pike'")
    if destination.engine != "postgresql":
        source.push(destination, tables=["submarine"])
        assert destination.rows("submarine", ["description"]) == [("a\0b",)]
        assert not source.push(destination, tables=["submarine"]).changed
        return
    with pytest.raises(DatabaseError, match=r"equipment pike: .*NUL .*PostgreSQL"):
        source.push(destination)
    assert destination.tables() == {}


def test_the_words_of_that_error_are_a_text_like_others(source: Source, destination: Destination) -> None:
    source.change("UPDATE equipment SET description = 'materiel: a text holds NUL' WHERE id = 'pike'")
    source.push(destination, tables=["submarine"])
    assert destination.rows("submarine", ["description"]) == [("materiel: a text holds NUL",)]


def test_rows_of_the_application_stay(source: Source, destination: Destination) -> None:
    own = "INSERT INTO agent (id, name, kind) VALUES ('{0}', 'Our own', 'company')"
    source.push(destination)
    destination.execute("DELETE FROM transfer", "DELETE FROM holding", own.format("us"))
    destination.execute("UPDATE agent SET materiel_status = NULL, name = 'Ours now' WHERE id = 'testland'")
    report = of(source.push(destination), "agent")
    assert (report.kept, report.ids) == (1, {"kept": ["testland"]})
    assert destination.statuses("agent")["us"] is None
    found = dict(destination.execute("SELECT id, name FROM agent"))
    assert (found["us"], found["testland"]) == ("Our own", "Ours now")
    assert not source.push(destination).changed


def test_our_columns_are_ours_and_others_the_applications(source: Source, destination: Destination) -> None:
    source.push(destination)
    destination.execute("ALTER TABLE aircraft ADD COLUMN stars INTEGER")
    destination.execute("UPDATE aircraft SET stars = 5, wingspan_m = 1, name = 'Mine' WHERE id = 'swift-1'")
    assert of(source.push(destination), "aircraft").updated == 1
    found = destination.execute("SELECT name, wingspan_m, stars FROM aircraft WHERE id = 'swift-1'")
    assert found == [("Acme Swift-1", 18.0, 5)]


def test_what_is_gone_is_retired_and_can_come_back(source: Source, destination: Destination) -> None:
    source.push(destination)
    ids = [row[0] for row in destination.execute("SELECT id FROM designation WHERE equipment_id = 'swift-1'")]
    kept = source.path.read_bytes()
    source.change("DELETE FROM designation WHERE equipment_id = 'swift-1'")
    report = source.push(destination)
    assert sorted(of(report, "designation").ids["retired"]) == sorted(ids)
    assert {destination.statuses("designation")[found] for found in ids} == {"retired"}
    assert {destination.statuses("receipt")[found] for found in ids} == {"retired"}
    assert not source.push(destination).changed
    source.path.write_bytes(kept)
    assert sorted(of(source.push(destination), "designation").ids["updated"]) == sorted(ids)
    assert set(destination.statuses("designation").values()) == {"current"}


def test_retired_rows_can_be_deleted(source: Source, destination: Destination) -> None:
    source.push(destination)
    source.change("DELETE FROM designation WHERE equipment_id = 'swift-1'")
    report = source.push(destination, delete_retired=True)
    assert of(report, "designation").deleted == of(report, "receipt").deleted == 2
    assert of(report, "receipt").retired == 0
    assert destination.rows("receipt", ["id"]) == [(row[0],) for row in source.rows("receipt")]
    assert not source.push(destination, delete_retired=True).changed


def test_rows_that_were_retired_before_can_be_deleted(source: Source, destination: Destination) -> None:
    source.push(destination)
    source.change("DELETE FROM designation WHERE equipment_id = 'swift-1'")
    source.push(destination)
    assert of(source.push(destination, delete_retired=True), "receipt").deleted == 2
    assert set(destination.statuses("receipt").values()) == {"current"}


@pytest.mark.parametrize("on_delete", ["NO ACTION", "CASCADE", "SET NULL"])
def test_what_the_application_refers_to_is_not_deleted(
    source: Source, destination: Destination, on_delete: str
) -> None:
    source.push(destination)
    [(used,), _] = destination.execute("SELECT id FROM designation WHERE equipment_id = 'swift-1' ORDER BY id")
    # MySQL wants both sides of a reference alike.
    kind = "VARCHAR(255) COLLATE utf8mb4_bin" if destination.engine == "mysql" else "VARCHAR(255)"
    destination.execute(
        f"CREATE TABLE note (designation {kind}, FOREIGN KEY (designation) REFERENCES designation (id)"
        f" ON DELETE {on_delete})",
        f"INSERT INTO note VALUES ('{used}')",
    )
    source.change("DELETE FROM designation WHERE equipment_id = 'swift-1'")
    report = source.push(destination, delete_retired=True)
    assert (of(report, "designation").deleted, of(report, "designation").referred) == (1, 1)
    assert of(report, "receipt").ids["referred"] == [used]
    assert destination.statuses("designation")[used] == destination.statuses("receipt")[used] == "retired"
    assert destination.execute("SELECT * FROM note") == [(used,)]
    destination.execute("DELETE FROM note")
    assert of(source.push(destination, delete_retired=True), "receipt").deleted == 1


def test_a_selection_retires_only_what_is_gone_altogether(source: Source, destination: Destination) -> None:
    source.push(destination)
    source.change("DELETE FROM designation WHERE equipment_id = 'swift-1'")
    report = source.push(destination, systems=["pike"])
    assert of(report, "designation").retired == of(report, "receipt").retired == 2
    assert {found.table for found in report.tables if found.retired} == {"designation", "receipt"}
    assert not any(
        found.deleted for found in source.push(destination, systems=["pike"], delete_retired=True).tables[:8]
    )
    assert set(destination.statuses("equipment").values()) == {"current"}


def test_a_selection_brings_what_belongs_to_it(source: Source, destination: Destination) -> None:
    source.push(destination, systems=["pike"])
    assert destination.rows("equipment", ["id"]) == [("pike",)]
    assert destination.rows("aircraft", ["id"]) == []
    assert destination.rows("receipt", ["equipment_id"])[0] == ("pike",)


def test_chosen_tables_come_alone_and_later_ones_join_them(source: Source, destination: Destination) -> None:
    source.push(destination, tables=["submarine", "aircraft"])
    assert destination.tables().keys() == {"aircraft", "submarine"}
    source.push(destination, tables=["equipment", "category"])
    assert destination.tables().keys() == {"aircraft", "submarine", "equipment", "category"}


def test_a_table_that_nobody_knows_is_refused_with_the_list(source: Source, destination: Destination) -> None:
    with pytest.raises(ExportError, match=r"--tables planes: .*: property, category, .*aircraft"):
        source.push(destination, tables=["aircraft", "planes"])
    assert destination.tables() == {}


def test_a_prefix_keeps_our_tables_apart(source: Source, destination: Destination) -> None:
    destination.execute("CREATE TABLE source (id INTEGER PRIMARY KEY)")
    source.push(destination, prefix="ref_")
    assert "ref_aircraft" in destination.tables()
    assert destination.tables()["source"] == {"id"}
    assert not source.push(destination, prefix="ref_").changed


@pytest.mark.postgresql
def test_a_schema_keeps_our_tables_apart(source: Source, postgres: Destination) -> None:
    source.push(postgres, schema="Reference data")
    assert postgres.tables() == {}
    assert postgres.execute('SELECT count(*) FROM "Reference data".submarine') == [(1,)]
    assert not source.push(postgres, schema="Reference data").changed
    source.change("DELETE FROM designation WHERE equipment_id = 'swift-1'")
    assert any(table.deleted for table in source.push(postgres, schema="Reference data", delete_retired=True).tables)


def test_a_dry_run_of_a_new_database_makes_none(source: Source, destination: Destination) -> None:
    expected = source.push(destination, dry_run=True)
    assert expected.dry_run
    assert destination.location.path is None or not destination.location.path.exists()
    assert destination.tables() == {}
    assert source.push(destination).tables == expected.tables


@pytest.mark.parametrize("delete_retired", [False, True])
def test_a_dry_run_tells_what_the_push_then_does(
    source: Source, destination: Destination, delete_retired: bool
) -> None:
    source.push(destination)
    source.change(
        "DELETE FROM designation WHERE equipment_id = 'swift-1'",
        "UPDATE equipment SET description = 'Changed.' WHERE id = 'swift-1'",
        "INSERT INTO agent (id, name, kind) VALUES ('new', 'New', 'company')",
    )
    destination.execute("UPDATE equipment SET materiel_status = NULL WHERE id = 'pike'")
    destination.execute("ALTER TABLE aircraft DROP COLUMN wingspan_m")
    before = destination.content()
    expected = source.push(destination, dry_run=True, delete_retired=delete_retired)
    assert destination.content() == before
    assert expected.changed
    assert source.push(destination, delete_retired=delete_retired).tables == expected.tables


def test_columns_that_may_be_empty_are_added(source: Source, destination: Destination) -> None:
    source.push(destination)
    destination.execute("ALTER TABLE aircraft DROP COLUMN wingspan_m")
    report = of(source.push(destination), "aircraft")
    assert (list(report.added), report.updated) == (["wingspan_m"], 1)
    assert destination.rows("aircraft", ["id", "wingspan_m"]) == [("swift-1", 18.0), ("swift-2", None)]
    assert not source.push(destination).changed


def test_rows_that_the_schema_of_the_application_forbids_leave_everything_as_it_was(
    source: Source, destination: Destination
) -> None:
    source.push(destination, tables=["agent"])
    unique = "CREATE UNIQUE INDEX one_name ON agent (name{})".format("(100)" if destination.engine == "mysql" else "")
    destination.execute(unique)
    before = destination.content()
    source.change("UPDATE agent SET name = 'The same'")
    with pytest.raises(DatabaseError, match="nothing was written"):
        source.push(destination)
    assert destination.content() == before
