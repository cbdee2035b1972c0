"""Tables that are there already: what is in the way of our rows is said before the first, all of it in one run."""

from __future__ import annotations

import re

import pytest

from destinations import Destination, Source
from materiel.errors import FitError
from materiel.push.targets import STATUS

AGENT = {"id": "VARCHAR(255)", "name": "TEXT", "kind": "TEXT", "country": "TEXT", STATUS: "TEXT"}
"""A table that fits `agent`, but for its key."""


def create(columns: dict[str, str], key: str = "PRIMARY KEY (id)", table: str = "agent") -> str:
    listed = ", ".join(f"{name} {words}" for name, words in columns.items() if words)
    return f"CREATE TABLE {table} ({listed}{key and ', ' + key})"


def problems(source: Source, destination: Destination, *tables: str) -> list[str]:
    """Push what does not fit. Returns what is said; nothing was written."""
    before = destination.content()
    with pytest.raises(FitError) as caught:
        source.push(destination, tables=tables or ["agent"])
    assert destination.content() == before
    assert "nothing was written" in caught.value.lines[-1]
    return list(caught.value.problems)


def test_a_table_that_fits_is_filled(source: Source, destination: Destination) -> None:
    destination.execute(create(AGENT))
    source.push(destination, tables=["agent"])
    assert destination.rows("agent", ["id"]) == [(row[0],) for row in source.rows("agent")]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({STATUS: ""}, r"agent: has no column materiel_status, .*--prefix"),
        ({"name": ""}, r"agent.name: is missing, and is never empty"),
        ({"name": "INTEGER"}, r"agent.name: is INTEGER.*, which .*make it \w*TEXT"),
        ({"stars": "INTEGER NOT NULL"}, r"agent.stars: must not be empty and has no default"),
        ({"country": "VARCHAR(50) NOT NULL"}, r"agent.country: must not be empty, but is for some of our rows"),
        ({STATUS: "VARCHAR(6)"}, r"agent.materiel_status: takes 6 characters, and 7 are needed"),
        ({STATUS: "VARCHAR(9) NOT NULL"}, r"agent.materiel_status: must not be empty"),
        ({"kind": "VARCHAR(3)"}, r"agent.kind: takes 3 characters, and \d+ are needed"),
    ],
)
def test_what_does_not_fit_is_said(source: Source, destination: Destination, change: dict[str, str], said: str) -> None:
    destination.execute(create({**AGENT, **change}))
    [problem] = problems(source, destination)
    assert re.match(said, problem), problem


def test_a_table_without_our_key_does_not_fit(source: Source, destination: Destination) -> None:
    destination.execute(create({"row": "INTEGER", **AGENT}, "PRIMARY KEY (row)"))
    assert any(problem.startswith("agent: (id) is no key there") for problem in problems(source, destination))


def test_a_unique_column_is_key_enough(source: Source, destination: Destination) -> None:
    destination.execute(create(AGENT, "UNIQUE (id)"))
    assert source.push(destination, tables=["agent"]).changed
    assert not source.push(destination, tables=["agent"]).changed


def test_columns_with_defaults_are_left_to_the_application(source: Source, destination: Destination) -> None:
    destination.execute(create({**AGENT, "stars": "INTEGER NOT NULL DEFAULT 3"}))
    source.push(destination, tables=["agent"])
    assert set(destination.rows("agent", ["stars"])) == {(3,)}


def test_everything_that_is_in_the_way_is_said_in_one_run(source: Source, destination: Destination) -> None:
    destination.execute(create({**AGENT, "name": "", "stars": "INTEGER NOT NULL"}))
    destination.execute(create({"id": "VARCHAR(255)", "label": "INTEGER"}, table="category"))
    found = problems(source, destination, "agent", "category")
    places = [problem.split(":")[0] for problem in found]
    assert places == ["category", "category.kind", "agent.name", "agent.stars"]


def test_a_view_is_no_table(source: Source, destination: Destination) -> None:
    destination.execute(create(AGENT, table="other"), "CREATE VIEW agent AS SELECT * FROM other")
    assert problems(source, destination) == ["agent: is a view; choose other names with --prefix or --schema"]


@pytest.mark.parametrize("words", ["REAL", "NUMERIC(4, 1)", "INTEGER", "TEXT"])
def test_numbers_with_a_fraction_want_a_column_that_keeps_them(
    source: Source, postgres: Destination, words: str
) -> None:
    source.push(postgres, tables=["aircraft"])
    postgres.execute("ALTER TABLE aircraft DROP COLUMN wingspan_m", f"ALTER TABLE aircraft ADD wingspan_m {words}")
    [problem] = problems(source, postgres, "aircraft")
    assert problem.startswith("aircraft.wingspan_m: is ")
    assert problem.endswith("make it FLOAT")


def test_a_type_that_sqlalchemy_does_not_know_is_named_as_well_as_can_be(source: Source, postgres: Destination) -> None:
    postgres.execute(create({**AGENT, "country": "point"}))
    with pytest.raises(FitError, match=r"agent\.country: is of a type of its own"):
        source.push(postgres, tables=["agent"])


def test_a_table_of_another_engine_or_alphabet_does_not_fit(source: Source, mariadb_database: Destination) -> None:
    mariadb_database.execute(f"{create(AGENT)} ENGINE=MyISAM DEFAULT CHARSET=latin1")
    found = problems(source, mariadb_database)
    assert found[0].startswith("agent: is kept by MyISAM")
    assert found[1].startswith("agent.id: is in latin1")


def test_a_computed_column_cannot_be_filled(source: Source, destination: Destination) -> None:
    kind = "TEXT GENERATED ALWAYS AS ('x') STORED"
    destination.execute(create({**AGENT, "kind": kind}))
    assert problems(source, destination)[0].startswith("agent.kind: is computed")


def test_sqlite_has_no_schemas(source: Source, tmp_path_factory: pytest.TempPathFactory) -> None:
    destination = Destination(str(tmp_path_factory.mktemp("push") / "application.sqlite"))
    with pytest.raises(FitError, match="--prefix"):
        source.push(destination, schema="reference")


def test_mysql_makes_no_database(source: Source, mariadb_database: Destination) -> None:
    with pytest.raises(FitError, match="CREATE DATABASE"):
        source.push(mariadb_database, schema="materiel_test_nowhere")
