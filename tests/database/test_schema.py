"""The schema comes up and goes down on every engine, and the models, the migrations and the database agree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from alembic import command
from sqlalchemy import CheckConstraint, Connection, inspect, text
from sqlalchemy.engine.interfaces import ReflectedIndex
from sqlalchemy.exc import IntegrityError

from materiel.database import migrations, schema
from materiel.database.engine import writing
from materiel.database.location import Location
from materiel.database.revision import REVISIONS, revision_problem
from materiel.errors import DatabaseError
from materiel.models import Base
from materiel.models.views import VIEWS
from materiel.seeds.load import load_directories, prepare_schema
from samples import SeedFolder

STATEMENTS = ("claim", "designation", "holding", "transfer", "relation", "event")


def test_the_program_knows_the_revisions_of_the_migrations() -> None:
    assert list(REVISIONS) == migrations.revisions()


def create(connection: Connection) -> None:
    """Make the schema as the program does in a new database: from the models."""
    schema.upgrade(connection)


def migrate(connection: Connection) -> None:
    """Make the schema by all migrations, one after the other."""
    migrations.migrate_up(connection, "head")
    schema.describe(connection)


WAYS = pytest.mark.parametrize("make", [create, migrate])


def test_the_models_make_what_the_migrations_make(location: Location) -> None:
    assert _made(location, create) == _made(location, migrate)


def _made(location: Location, make: Callable[[Connection], None]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    with pytest.raises(ZeroDivisionError):
        _look_and_fail(location, make, found)
    return found


def _look_and_fail(location: Location, make: Callable[[Connection], None], found: dict[str, Any]) -> None:
    with writing(location) as connection:
        make(connection)
        found.update(_everything(connection))
        # So that the database is empty again.
        raise ZeroDivisionError


def _everything(connection: Connection) -> dict[str, Any]:
    """Return all that the engine tells of the schema."""
    reader = inspect(connection)
    found: dict[str, Any] = {"views": sorted(reader.get_view_names())}
    for table in reader.get_table_names():
        found[table] = {
            # Columns that a migration added stand behind the others.
            "columns": sorted(
                (column["name"], str(column["type"]), column["nullable"], column["default"], column.get("comment"))
                for column in reader.get_columns(table)
            ),
            "key": reader.get_pk_constraint(table),
            "unique": _sorted(reader.get_unique_constraints(table)),
            "references": _sorted(reader.get_foreign_keys(table)),
            "checks": _sorted(
                {**check, "sqltext": _folded(check["sqltext"])} for check in reader.get_check_constraints(table)
            ),
            "indexes": _sorted(map(_plain_index, reader.get_indexes(table))),
            "comment": reader.get_table_comment(table) if reader.dialect.supports_comments else None,
            "version": connection.execute(text(f"SELECT * FROM {table}")).all() if table == "alembic_version" else None,
        }
    if reader.dialect.name == "sqlite":
        found["search"] = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'search_index'").all()
    return found


def _plain_index(index: ReflectedIndex) -> dict[str, Any]:
    return {**index, "dialect_options": {name: str(value) for name, value in index.get("dialect_options", {}).items()}}


def _sorted(found: Iterable[Any]) -> list[str]:
    return sorted(map(repr, found))


def test_an_empty_database_comes_up_to_head_and_goes_down_to_nothing(location: Location) -> None:
    with writing(location) as connection:
        schema.upgrade(connection)
        assert schema.current(connection) == schema.HEAD
        assert set(Base.metadata.tables) <= set(inspect(connection).get_table_names())
    with writing(location) as connection:
        schema.downgrade(connection)
        assert schema.current(connection) is None
        assert inspect(connection).get_table_names() == ["alembic_version"]
        assert inspect(connection).get_view_names() == []


@WAYS
def test_autogenerate_finds_no_drift(location: Location, make: Callable[[Connection], None]) -> None:
    with writing(location) as connection:
        make(connection)
        schema.drop_views(connection)
        command.check(migrations.config(connection))


@WAYS
def test_checks_in_the_database_say_what_the_models_say(location: Location, make: Callable[[Connection], None]) -> None:
    with writing(location) as connection:
        make(connection)
        if connection.dialect.name != "sqlite":
            names = {
                check["name"]
                for table in Base.metadata.tables
                for check in inspect(connection).get_check_constraints(table)
            }
            assert names == {str(check.name) for check in _checks()}
            return
        stored = {
            check["name"]: _folded(check["sqltext"])
            for table in Base.metadata.tables
            for check in inspect(connection).get_check_constraints(table)
        }
        # SQLite keeps the text of a constraint as it was written.
        assert stored == {str(check.name): _folded(str(check.sqltext)) for check in _checks()}


def _checks() -> list[CheckConstraint]:
    return [
        constraint
        for table in Base.metadata.tables.values()
        for constraint in table.constraints
        if isinstance(constraint, CheckConstraint)
    ]


def _folded(sql: str) -> str:
    return re.sub(r"\s+", " ", sql).strip()


def test_data_is_kept_by_a_step_down_and_up_again(location: Location, folder: SeedFolder) -> None:
    load_directories(location, [folder.path])
    # In bulk, as `materiel db upgrade` does it: tables that others refer to are made anew.
    with writing(location, bulk=True) as connection:
        before = connection.execute(text("SELECT evidence_id, value FROM claim")).all()
        schema.downgrade(connection, REVISIONS[0])
        assert connection.execute(text("SELECT evidence_id, value FROM claim")).all() == before
    with writing(location, bulk=True) as connection:
        prepare_schema(connection)
        assert connection.execute(text("SELECT evidence_id, value FROM claim")).all() == before


def test_systems_of_a_kind_that_the_older_schema_lacks_are_not_lost_by_a_step_down(
    location: Location, folder: SeedFolder
) -> None:
    folder.category("frigate", kind="surface_ship")
    folder.system("surface_ship", "test-ship", category="frigate")
    load_directories(location, [folder.path])
    with pytest.raises(DatabaseError, match=r"(?i)check constraint"), writing(location, bulk=True) as connection:
        schema.downgrade(connection, REVISIONS[0])
    with writing(location) as connection:
        assert connection.execute(text("SELECT id FROM surface_ship")).scalar_one() == "test-ship"


def test_upgrading_again_changes_nothing(location: Location, folder: SeedFolder) -> None:
    first = load_directories(location, [folder.path])
    with writing(location) as connection:
        schema.upgrade(connection)
    assert load_directories(location, [folder.path]).digest == first.digest


def test_an_upgrade_that_fails_leaves_the_database_as_it_was(location: Location) -> None:
    with pytest.raises(ZeroDivisionError):
        _upgrade_and_fail(location)
    with writing(location) as connection:
        assert inspect(connection).get_table_names() == []


def _upgrade_and_fail(location: Location) -> None:
    with writing(location) as connection:
        schema.upgrade(connection)
        raise ZeroDivisionError


def test_every_view_answers_and_its_columns_are_described(location: Location) -> None:
    with writing(location) as connection:
        schema.upgrade(connection)
        for view in VIEWS:
            found = connection.execute(text(f"SELECT * FROM {view.name}"))
            assert list(found.keys()) == list(view.columns)


def test_the_database_describes_every_table_view_and_column(location: Location) -> None:
    with writing(location) as connection:
        schema.upgrade(connection)
        described = {
            tuple(row) for row in connection.execute(text("SELECT table_name, column_name FROM data_dictionary"))
        }
        found = inspect(connection)
        for table in [*Base.metadata.tables, *(view.name for view in VIEWS)]:
            assert (table, "") in described
            for column in found.get_columns(table):
                assert (table, column["name"]) in described


@pytest.mark.postgresql
def test_postgresql_holds_the_descriptions_as_comments(postgres_location: Location) -> None:
    with writing(postgres_location) as connection:
        schema.upgrade(connection)
        found = inspect(connection)
        for table in Base.metadata.tables:
            assert found.get_table_comment(table)["text"]
            assert all(column["comment"] for column in found.get_columns(table))
        comment = connection.execute(text("SELECT obj_description('receipts'::regclass)")).scalar_one()
        assert comment == VIEWS[0].description


@pytest.mark.parametrize("table", STATEMENTS)
def test_a_statement_cannot_be_stored_without_evidence(location: Location, table: str) -> None:
    with writing(location) as connection:
        schema.upgrade(connection)
        column = next(c for c in inspect(connection).get_columns(table) if c["name"] == "evidence_id")
        assert not column["nullable"]


def test_evidence_cannot_be_stored_without_a_sentence(location: Location) -> None:
    with writing(location) as connection:
        schema.upgrade(connection)
        column = next(c for c in inspect(connection).get_columns("evidence") if c["name"] == "sentence_id")
        assert not column["nullable"]


def test_two_adopted_claims_for_one_property_are_refused(location: Location, folder: SeedFolder) -> None:
    from samples import says, sentence

    folder.source("acme-2", sentence("It is 11 m long.", says(quote="11 m long", claim={"length_m": "11 m"})))
    load_directories(location, [folder.path])
    with (
        pytest.raises((IntegrityError, DatabaseError), match=r"(?i)unique|uq_claim_adopted"),
        writing(location) as connection,
    ):
        connection.execute(text("UPDATE claim SET adopted = TRUE, adoption = 'by hand'"))


def test_the_database_refuses_a_property_of_another_kind(location: Location, folder: SeedFolder) -> None:
    load_directories(location, [folder.path])
    with (
        pytest.raises((IntegrityError, DatabaseError), match=r"(?i)foreign key"),
        writing(location) as connection,
    ):
        connection.execute(text("UPDATE claim SET property = 'draught_m'"))


def test_a_database_whose_tables_have_our_names_is_left_alone(location: Location) -> None:
    with writing(location) as connection:
        connection.execute(text("CREATE TABLE claim (mine INTEGER)"))
    with pytest.raises(DatabaseError, match="claim"), writing(location) as connection:
        prepare_schema(connection)
    with writing(location) as connection:
        assert [column["name"] for column in inspect(connection).get_columns("claim")] == ["mine"]


def test_a_newer_database_is_refused(location: Location) -> None:
    with writing(location) as connection:
        schema.upgrade(connection)
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseError, match="newer"), writing(location) as connection:
        prepare_schema(connection)


@pytest.mark.parametrize(
    ("revision", "words"), [(None, "no materiel database"), (REVISIONS[0], "older"), ("9999", "newer")]
)
def test_a_schema_of_another_version_is_explained(revision: str | None, words: str) -> None:
    problem = revision_problem(revision)
    assert problem is not None
    assert words in problem
