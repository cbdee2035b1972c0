"""Full-text search."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from typer.testing import CliRunner

import databases
from materiel.catalog import queries
from materiel.catalog.search import search
from materiel.cli.app import app
from materiel.database import schema
from materiel.database.engine import writing
from materiel.database.location import Location, locate
from materiel.database.reader import Reader, open_reader
from materiel.database.revision import REVISIONS
from materiel.errors import ConditionError
from materiel.seeds.load import load_directories
from materiel.seeds.search import refresh_search
from materiel.text.words import words as words_of


def found(reader: Reader, words: str, limit: int = 20) -> set[str]:
    return {row["id"] for row in search(reader, words, limit)}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("nimble interceptor", {"swift-1"}),  # a description
        ("Pike", {"pike"}),  # a name
        ("wingspan", {"swift-1"}),  # a quote
        ("СВИФТ", {"swift-1"}),  # a name in another script
        ("dart", {"swift-1", "swift-2"}),
        ("INTERCEPTOR NIMBLE", {"swift-1"}),
        ("nimble submarine", set()),
        ("swift2", {"swift-2"}),  # letters and digits are words of their own
        ("Pïke", {"pike"}),
    ],
)
def test_all_words_must_be_there_in_any_order_and_case(reader: Reader, words: str, expected: set[str]) -> None:
    assert found(reader, words) == expected


@pytest.mark.parametrize(
    "words", ['nimble"', "nimble*", "(nimble", "nimble & interceptor", "nimble : !", "-nimble", "'nimble'", "nimble\\"]
)
def test_signs_of_the_query_language_are_no_operators(reader: Reader, words: str) -> None:
    assert found(reader, words) == {"swift-1"}


@pytest.mark.parametrize("words", ["nimble OR pike", "nimble NOT pike", "NEAR(nimble pike)"])
def test_words_of_the_query_language_are_no_operators(reader: Reader, words: str) -> None:
    assert found(reader, words) == set()


@pytest.mark.parametrize("words", ["", "  ", "--- !", "\U0001f680"])
def test_nothing_to_look_for_is_refused(reader: Reader, words: str) -> None:
    with pytest.raises(ConditionError, match="at least one word"):
        search(reader, words, 20)


def test_as_many_words_as_somebody_cares_to_type_are_looked_for(reader: Reader) -> None:
    assert found(reader, "nimble " * 2000) == {"swift-1"}
    assert found(reader, "x" * 100_000) == set()


def test_texts_are_ranked_and_no_more_than_wanted(reader: Reader) -> None:
    rows = search(reader, "swift", 20)
    assert [row["rank"] for row in rows] == list(range(1, len(rows) + 1))
    assert search(reader, "swift", 2) == rows[:2]


@pytest.mark.parametrize("words", ["18 m", "m 18", "swift 1", "a"])
def test_what_follows_each_other_comes_first_then_names_then_what_is_short(reader: Reader, words: str) -> None:
    looked_for = " ".join(words_of(words))

    def order(row: dict[str, str]) -> tuple[bool, int, int]:
        together = f" {looked_for} " in f" {' '.join(words_of(row['text']))} "
        return not together, ["name", "description", "quote"].index(row["field"]), len(row["text"])

    rows = search(reader, words, 100)
    assert rows == sorted(rows, key=order)


def test_a_limit_takes_of_those_that_stand_apart_only_what_is_left(reader: Reader) -> None:
    rows = search(reader, "the swift 1", 100)
    assert [search(reader, "the swift 1", most) for most in range(1, 6)] == [rows[:most] for most in range(1, 6)]


@pytest.mark.postgresql
def test_postgresql_looks_the_words_up_in_its_index(specimen_url: str) -> None:
    query = text(queries.SEARCH["postgresql"])
    with writing(locate(specimen_url)) as connection:
        # For a handful of texts, all other ways are cheaper.
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off")
        plan = connection.execute(text(f"EXPLAIN {query}"), {"words": "swift 1", "most": 5}).scalars().all()
    assert any("ix_search_document_words" in line for line in plan)


def test_a_database_of_an_older_version_is_searched_after_its_upgrade(
    location: Location, specimen_folder: Path
) -> None:
    load_directories(location, [specimen_folder])
    with open_reader(location) as reader:
        before = search(reader, "swift", 20)
    with writing(location, bulk=True) as connection:
        schema.downgrade(connection, REVISIONS[1])
    assert before
    assert CliRunner().invoke(app, ["db", "upgrade", "--db", location.url]).exit_code == 0
    with open_reader(location) as reader:
        assert search(reader, "swift", 20) == before


def test_a_step_down_keeps_the_texts(location: Location, specimen_folder: Path) -> None:
    load_directories(location, [specimen_folder])
    documents = "SELECT id, equipment_id, field, text FROM search_document ORDER BY id"
    with writing(location, bulk=True) as connection:
        before = connection.execute(text(documents)).all()
        schema.downgrade(connection, REVISIONS[1])
        assert connection.execute(text(documents)).all() == before


WORDS = st.sampled_from(
    ["Su", "SU", "57", "-57", "Су", "МиГ", "Ünï", "e\u0301", "ß", "ss", "İ", "ﬁ", "١٢", "中文", "천리마"]
)
ODD = st.sampled_from(["x²", "½", "ǅ", "\U0001f680", "\U0001d518", "don't", "a_b", '"q"', "\u200d", "\u00ad", "\u0345"])
GAPS = st.sampled_from(["", " ", "\n", "\u3000", *"-'\"_./%\\&|!(*", ":*", "<->"])
TEXT = st.one_of(
    st.lists(st.tuples(WORDS | ODD, GAPS), max_size=6).map(lambda parts: "".join(piece + gap for piece, gap in parts)),
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20),
)


@pytest.fixture(scope="module")
def both(
    specimen_file: Path, specimen_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[Location]]:
    """Return the specimen on both engines, to be written to."""
    file = shutil.copy(specimen_file, tmp_path_factory.mktemp("both") / "both.sqlite")
    with databases.new_database() as url:
        load_directories(locate(url), [specimen_folder])
        yield [Location(path=Path(file)), locate(url)]


@pytest.mark.postgresql
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(descriptions=st.tuples(TEXT, TEXT, TEXT), query=TEXT)
@example(descriptions=("MiG-29 mig", "29 MiG", "mig 29"), query="Mig29")
@example(descriptions=("a b", "b a", "ab"), query="a b")
@example(descriptions=("q" * 3000, "q " * 3000, "q"), query="q")
def test_both_engines_find_the_same_whatever_the_texts(
    both: list[Location], descriptions: tuple[str, str, str], query: str
) -> None:
    answers = []
    for location in both:
        with writing(location, bulk=True) as connection:
            for system, description in zip(("pike", "swift-1", "swift-2"), descriptions, strict=True):
                connection.execute(
                    text("UPDATE equipment SET description = :text WHERE id = :id"), {"text": description, "id": system}
                )
            refresh_search(connection)
        with open_reader(location) as reader:
            answers.append([_answer(reader, words) for words in (query, *descriptions)])
    assert answers[0] == answers[1]
    # A text is found by its own words.
    for description, rows in zip(descriptions, answers[0][1:], strict=True):
        assert isinstance(rows, str) or description in [row["text"] for row in rows]


def _answer(reader: Reader, words: str) -> list[dict[str, str]] | str:
    try:
        return search(reader, words, 100)
    except ConditionError as error:
        return str(error)
