"""SQLite and PostgreSQL give the same answers to the byte, on the seeds of this version."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

import databases
from materiel.catalog.disputes import disputes
from materiel.catalog.search import search
from materiel.catalog.sheet import sheet
from materiel.catalog.sources import list_sources, source
from materiel.cli.app import COMMANDS, app
from materiel.database.location import Location, locate
from materiel.database.reader import Reader, open_reader
from materiel.errors import MaterielError
from materiel.resources import seeds_dir
from materiel.seeds.load import load_directories

pytestmark = pytest.mark.postgresql

FORMATS = ["table", "json", "csv"]
OTHER_FORMATS = ["jsonl", "tsv", "markdown", "html"]

ASKING = [
    ["show", "su-57"],
    ["show", "Су-57", "mig-29", "kilo-class", "hwasong-15", "--units", "imperial"],
    ["show", "an-2", "m-1977", "romeo-class"],
    ["compare", "su-57", "su-35", "mig-29"],
    ["compare", "su-57", "kilo-class", "hwasong-14", "--only-differences", "--units", "imperial"],
    ["compare", "su-57", "mig-29", "--property", "max_speed_kmh", "--property", "wingspan_m"],
    ["list"],
    ["list", "--kind", "aircraft", "--sort", "-max_speed_kmh"],
    ["list", "--kind", "submarine", "--sort", "length_m", "--limit", "3"],
    ["list", "--category", "Fighter"],
    ["list", "--country", "soviet union", "--sort", "name"],
    ["list", "--operator", "north-korea"],
    ["list", "--operator", "NORTH KOREA", "--in-service", "2010"],
    ["list", "--in-service", "1999", "--sort", "-kind"],
    ["list", "--where", "max_speed_kmh > 1000", "--where", "wingspan_m <= 15.5", "--units", "imperial"],
    ["list", "--where", "crew != 1"],
    ["list", "--where", "country_of_origin ~ UNION"],
    ["list", "--where", "country_of_origin ~ o%i_t"],
    ["list", "--where", r"country_of_origin ~ \s"],
    ["list", "--where", "country_of_origin ~ !s!"],
    ["list", "--where", "country_of_origin > 'R'"],
    ["list", "--where", "first_flight < 1980", "--sort", "first_flight"],
    ["list", "--kind", "vehicle", "--where", "crew > 1000"],
    ["search", "Fulcrum"],
    ["search", "stealth fighter"],
    ["search", "Су-57", "--limit", "3"],
    ["search", "mig 29"],
    ["search", "no such words at all"],
    ["cite", "su-57"],
    ["cite", "su-57", "wingspan_m", "--units", "imperial"],
    ["cite", "mig-29", "designation"],
    ["disputes"],
    ["disputes", "su-57", "--units", "imperial"],
    ["mentions", "Су-57"],
    ["mentions", "an-2"],
    ["coverage"],
    ["coverage", "--unmatched"],
    ["source", "list"],
    ["source", "show", "bloomberg-kim-jet-plant", "--units", "imperial"],
    ["sql", "SELECT * FROM receipts ORDER BY statement_id", "--limit", "300"],
    ["sql", "SELECT * FROM disputes ORDER BY a_statement_id, b_statement_id"],
    ["sql", "SELECT * FROM contradiction ORDER BY a_id, b_id"],
    ["sql", "SELECT * FROM spec_sheet ORDER BY equipment_id, property, qualifier"],
    ["sql", "SELECT * FROM source ORDER BY id", "--limit", "50"],
    ["sql", "SELECT * FROM claim ORDER BY evidence_id", "--limit", "300"],
    ["sql", "SELECT * FROM search_document ORDER BY id", "--limit", "300"],
    ["sql", "SELECT * FROM property ORDER BY kind, name"],
    ["sql", "SELECT kind, count(*) AS n, max(low) AS most, sum(claims) AS claims FROM"
     " (SELECT kind, property, min(value_low) AS low, count(*) AS claims FROM spec_sheet GROUP BY kind, property) s"
     " GROUP BY kind ORDER BY kind"],
    ["sql", "SELECT 1 = 1 AS yes, 1 > 2 AS no, 7 / 2 AS half, avg(n) AS mean, sum(n) AS whole, round(avg(n), 2) AS near"
     " FROM (SELECT 1 AS n UNION ALL SELECT 2) AS numbers"],
    ["sql", "SELECT NULL AS missing, 'a' || 'b' AS text, 1.5 AS number"],
    ["check"],
    ["dictionary"],
    ["dictionary", "aircraft"],
    ["dictionary", "--tables"],
    ["dictionary", "receipts", "--tables"],
]  # fmt: skip
"""Questions that have an answer, in the words of the command line."""

ASKED_BELOW = {"db", "draft", "seeds", "export"}
"""They name the database, or write."""

OF_OTHER_DATABASES = {"schema", "push", "diff", "ingest"}
"""They need none, are about two, or write (see `test_ingest.py`)."""

EXPORTS = [("csv", "full"), ("csv", "short"), ("json", "full"), ("json", "none")]


@dataclass(frozen=True)
class Engines:
    """The addresses of two databases with the same content."""

    sqlite: str
    postgresql: str

    def same(self, *words: str) -> str:
        """Run a command on both. Returns the answer, which has to be the same."""
        answers = [_run(*words, "--db", address) for address in (self.sqlite, self.postgresql)]
        assert answers[0] == answers[1]
        return answers[0]


def _run(*words: str) -> str:
    result = CliRunner().invoke(app, words, env={"COLUMNS": "80"})
    assert result.exception is None or isinstance(result.exception, MaterielError), result.output
    return result.output if result.exception is None else str(result.exception)


@pytest.fixture(scope="module")
def engines(packaged_database: Path) -> Iterator[Engines]:
    with databases.new_database() as url:
        load_directories(locate(url), [seeds_dir()])
        yield Engines(str(packaged_database), url)


@pytest.fixture(scope="module")
def readers(engines: Engines) -> Iterator[tuple[Reader, Reader]]:
    with open_reader(locate(engines.sqlite)) as sqlite, open_reader(locate(engines.postgresql)) as postgresql:
        yield sqlite, postgresql


@pytest.mark.parametrize("output_format", FORMATS)
@pytest.mark.parametrize("words", ASKING, ids=" ".join)
def test_a_question_has_the_same_answer(engines: Engines, words: Sequence[str], output_format: str) -> None:
    engines.same(*words, "--format", output_format)


@pytest.mark.parametrize("output_format", OTHER_FORMATS)
def test_the_other_formats_have_it_too(engines: Engines, output_format: str) -> None:
    for words in (["show", "su-57"], ["list", "--where", "crew > 0"], ["disputes"], ["check"]):
        assert engines.same(*words, "--format", output_format).strip()


def test_every_command_that_answers_from_a_database_is_asked() -> None:
    assert {words[0] for words in ASKING} | ASKED_BELOW | OF_OTHER_DATABASES == COMMANDS.keys()


def test_the_status_is_the_same_but_for_what_the_database_is(engines: Engines) -> None:
    both = [
        json.loads(_run("db", "status", "--format", "json", "--db", address))
        for address in (engines.sqlite, engines.postgresql)
    ]
    assert [status.pop("engine") for status in both] == ["sqlite", "postgresql"]
    assert [status.pop("database") for status in both] == [str(locate(engines.sqlite)), str(locate(engines.postgresql))]
    assert both[0] == both[1]


@pytest.mark.parametrize("output_format", FORMATS)
def test_a_load_says_the_same(
    specimen_folder: Path, tmp_path: Path, postgres_location: Location, output_format: str
) -> None:
    words = ["seeds", "load", str(specimen_folder), "--format", output_format, "--db"]
    assert _run(*words, str(tmp_path / "new.sqlite")) == _run(*words, postgres_location.url)


@pytest.mark.parametrize(("name", "receipts"), EXPORTS)
def test_an_export_is_the_same(engines: Engines, tmp_path: Path, name: str, receipts: str) -> None:
    written = []
    for engine, address in (("sqlite", engines.sqlite), ("postgresql", engines.postgresql)):
        target = tmp_path / engine
        _run("export", "--format", name, "--receipts", receipts, "--output", str(target), "--db", address)
        files = [target] if target.is_file() else sorted(file for file in target.rglob("*") if file.is_file())
        written.append([(file.relative_to(target), file.read_bytes()) for file in files])
    assert written[0]
    assert written[0] == written[1]


@pytest.mark.parametrize("style", ["text", "bibtex", "csl-json"])
def test_a_bibliography_is_the_same(engines: Engines, style: str) -> None:
    for name in ("su-57", "kilo-class"):
        assert engines.same("cite", name, "--style", style)


@pytest.mark.parametrize(
    "words",
    [
        ["show", "sukhoy"],
        ["show", "kn"],
        ["show", "Kim"],
        ["source", "show", "bloomberg-kim-jet-plan"],
        ["list", "--where", "no_such > 1"],
        ["cite", "su-57", "no_such"],
    ],
    ids=" ".join,
)
def test_what_is_not_there_is_said_in_the_same_words(engines: Engines, words: Sequence[str]) -> None:
    assert engines.same(*words)


def test_every_system_is_the_same(readers: tuple[Reader, Reader]) -> None:
    sqlite, postgresql = readers
    for row in sqlite.rows("SELECT id FROM equipment"):
        assert repr(sheet(sqlite, row["id"])) == repr(sheet(postgresql, row["id"]))


def test_every_source_is_the_same(readers: tuple[Reader, Reader]) -> None:
    sqlite, postgresql = readers
    found = list_sources(sqlite)
    assert repr(found) == repr(list_sources(postgresql))
    for row in found:
        assert repr(source(sqlite, row["id"])) == repr(source(postgresql, row["id"]))


def test_every_dispute_is_the_same(readers: tuple[Reader, Reader]) -> None:
    sqlite, postgresql = readers
    assert repr(disputes(sqlite)) == repr(disputes(postgresql))


def test_every_name_is_found_in_the_same_texts(readers: tuple[Reader, Reader]) -> None:
    sqlite, postgresql = readers
    for row in sqlite.rows("SELECT DISTINCT name FROM lookup WHERE origin <> 'id'"):
        found = search(sqlite, row["name"], 100)
        assert found
        assert search(postgresql, row["name"], 100) == found


def test_every_table_holds_the_same(readers: tuple[Reader, Reader]) -> None:
    sqlite, _ = readers
    tables = {row["table_name"] for row in sqlite.rows("SELECT DISTINCT table_name FROM data_dictionary")}
    for table in tables:
        both = [sorted(_plain(reader.rows(f"SELECT * FROM {table}"))) for reader in readers]
        assert both[0] == both[1], table


def _plain(rows: list[dict[str, object]]) -> list[list[tuple[str, str]]]:
    # Booleans and days are objects on a server and numbers and text in a file.
    return [
        sorted((name, str(int(value) if isinstance(value, bool) else value)) for name, value in row.items())
        for row in rows
    ]
