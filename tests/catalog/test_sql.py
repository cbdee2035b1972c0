"""Queries of the user's own: only reading, and within limits."""

from __future__ import annotations

import time

import pytest

from materiel.catalog.sql import run_sql
from materiel.database.location import locate
from materiel.database.reader import Reader, open_reader
from materiel.errors import QueryError

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
WRITES = [
    "DELETE FROM claim",
    "UPDATE equipment SET name = 'x'",
    "INSERT INTO build (key, value) VALUES ('a', 'b')",
    "DROP TABLE claim",
    "CREATE TABLE t (a INTEGER)",
    "CREATE TEMP TABLE t (a INTEGER)",
    "WITH gone AS (SELECT 1) DELETE FROM claim",
    "DELETE FROM claim RETURNING evidence_id",
    "BEGIN",
    "COMMIT",
    "VACUUM",
]


def content(reader: Reader) -> list[dict[str, object]]:
    return reader.rows("SELECT count(*) AS claims, (SELECT count(*) FROM build) AS facts FROM claim")


def test_a_query_is_answered_with_its_columns_and_rows(specimen: str) -> None:
    answer = run_sql(locate(specimen), "SELECT id, 1 AS one FROM equipment ORDER BY id", 10, 10)
    assert answer.columns == ["id", "one"]
    assert answer.rows == [("pike", 1), ("swift-1", 1), ("swift-2", 1)]
    assert not answer.more


@pytest.mark.parametrize("view", ["receipts", "disputes", "spec_sheet"])
def test_the_public_views_can_be_queried(specimen: str, view: str) -> None:
    assert run_sql(locate(specimen), f"SELECT * FROM {view}", 1000, 10).rows


@pytest.mark.parametrize("sign", ["%", "%s", ":name", "?"])
def test_signs_of_parameters_are_text(specimen: str, sign: str) -> None:
    assert run_sql(locate(specimen), f"SELECT '{sign}' AS sign", 10, 10).rows == [(sign,)]


@pytest.mark.parametrize("query", WRITES)
def test_what_writes_is_refused_and_changes_nothing(specimen: str, query: str) -> None:
    with open_reader(locate(specimen)) as reader:
        before = content(reader)
    with pytest.raises(QueryError):
        run_sql(locate(specimen), query, 10, 10)
    with open_reader(locate(specimen)) as reader:
        assert content(reader) == before


@pytest.mark.parametrize(
    "query",
    ["SELECT 1; SELECT 2", "SELECT 1; DROP TABLE claim", "", ";", "-- nothing", "SELEC 1", "SELECT no_such"],
)
def test_what_is_not_one_query_is_refused(specimen: str, query: str) -> None:
    with pytest.raises(QueryError):
        run_sql(locate(specimen), query, 10, 10)


@pytest.mark.parametrize(
    "query",
    ["SELECT 1;", "  SELECT 1 ;  ", "-- why\nSELECT 1", "VALUES (1)", "WITH a AS (SELECT 1) SELECT * FROM a"],
)
def test_one_query_may_be_written_in_many_ways(specimen: str, query: str) -> None:
    assert run_sql(locate(specimen), query, 10, 10).rows == [(1,)]


def test_no_more_rows_than_wanted_are_given_and_it_is_said(specimen: str) -> None:
    query = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000) SELECT i FROM n"
    answer = run_sql(locate(specimen), query, 3, 30)
    assert answer.rows == [(1,), (2,), (3,)]
    assert answer.more


def test_a_query_that_would_run_for_ever_is_stopped(specimen: str) -> None:
    began = time.monotonic()
    with pytest.raises(QueryError, match=r"longer than 0\.3 seconds"):
        run_sql(locate(specimen), ENDLESS, 10, 0.3)
    assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    "query",
    [
        "ATTACH DATABASE '/tmp/other.sqlite' AS other",
        "DETACH DATABASE main",
        "PRAGMA query_only = OFF",
        "PRAGMA writable_schema = ON",
        "PRAGMA journal_mode = DELETE",
        "SELECT load_extension('x')",
        "SELECT writefile('x', 'y')",
        "SELECT randomblob(1000000000)",
    ],
)
def test_sqlite_reaches_no_other_file_and_no_great_memory(specimen_copy: str, query: str) -> None:
    with pytest.raises(QueryError):
        run_sql(locate(str(specimen_copy)), query, 10, 10)


@pytest.mark.parametrize("table", ["claim", "receipts"])
def test_sqlite_describes_its_tables(specimen_copy: str, table: str) -> None:
    assert run_sql(locate(str(specimen_copy)), f"PRAGMA table_info({table})", 1000, 10).rows


@pytest.mark.postgresql
@pytest.mark.parametrize(
    "query",
    [
        "SET TRANSACTION READ WRITE",
        "SET statement_timeout = 0",
        "SELECT nextval('no_such')",
        "COPY claim TO STDOUT",
        "SELECT 1; COMMIT; DROP TABLE claim",
    ],
)
def test_a_server_leaves_no_way_round_its_limits(specimen_url: str, query: str) -> None:
    with pytest.raises(QueryError):
        run_sql(locate(specimen_url), query, 10, 10)


@pytest.mark.postgresql
@pytest.mark.parametrize("setting", ["statement_timeout", "transaction_read_only"])
def test_a_query_that_unsets_a_limit_still_cannot_write(specimen_url: str, setting: str) -> None:
    value = "0" if setting == "statement_timeout" else "off"
    with pytest.raises(QueryError):
        run_sql(
            locate(specimen_url),
            f"WITH s AS MATERIALIZED (SELECT set_config('{setting}', '{value}', false) AS v),"
            " d AS (DELETE FROM claim WHERE (SELECT v FROM s) IS NOT NULL RETURNING 1) SELECT * FROM s, d",
            10,
            10,
        )
