"""SQL is run by the real clients: once, twice, and beside what an application has added."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pymysql
import pytest

import databases
import mariadb
from exporting import exported
from materiel.database.location import Location, locate
from materiel.database.reader import open_reader
from materiel.errors import ExportError
from materiel.export.content import open_content
from materiel.export.formats import Options
from materiel.export.sql import _Script
from materiel.export.tables import Level
from materiel.seeds.load import load_directories
from samples import SeedFolder

HOSTILE = """O'Neil \\ "=cmd()" \U0001f680 \u05d0\u05d1 % :x $1 -- /* ; \\'x"""


class Client:
    """A database of one dialect, its own client, and a way to ask what it holds."""

    def __init__(self, dialect: str, url: str) -> None:
        self.dialect = dialect
        self.url = url

    def run(self, script: Path) -> None:
        """Run a file with the client of the engine; the first error ends it."""
        with script.open("rb") as file:
            ran = subprocess.run(
                self._command(),
                stdin=file,
                capture_output=True,
                text=True,
                check=False,
                env={**os.environ, **self._password},
            )
        assert ran.returncode == 0, ran.stderr
        assert "ERROR" not in ran.stderr

    def ask(self, query: str) -> list[tuple[object, ...]]:
        """Return the rows of a query."""
        if self.dialect == "sqlite":
            with closing(sqlite3.connect(self.url)) as connection:
                found = connection.execute(query).fetchall()
                connection.commit()
                return found
        if self.dialect == "postgresql":
            with psycopg.connect(self.url) as server:
                answer = server.execute(query)
                return answer.fetchall() if answer.description else []
        parts = urlsplit(self.url)
        mysql = pymysql.connect(
            host=parts.hostname,
            port=parts.port or 3306,
            user=parts.username,
            password=parts.password or "",
            database=parts.path[1:],
            autocommit=True,
        )
        with closing(mysql), closing(mysql.cursor()) as cursor:
            cursor.execute(query)
            return list(cursor.fetchall())

    def _command(self) -> list[str]:
        if self.dialect == "sqlite":
            return ["sqlite3", "-bail", self.url]
        if self.dialect == "postgresql":
            return ["psql", "-q", "-X", "-v", "ON_ERROR_STOP=1", self.url]
        parts = urlsplit(self.url)
        return [
            "mariadb",
            "-h",
            parts.hostname or "",
            "-P",
            str(parts.port or 3306),
            "-u",
            parts.username or "",
            parts.path[1:],
        ]

    @property
    def _password(self) -> dict[str, str]:
        return {"MYSQL_PWD": urlsplit(self.url).password or ""} if self.dialect == "mysql" else {}


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql), "mysql"])
def client(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Client]:
    if request.param == "sqlite":
        yield Client("sqlite", str(tmp_path / "application.sqlite"))
        return
    with (databases if request.param == "postgresql" else mariadb).new_database() as url:
        yield Client(request.param, url)


def script(source: Path, client: Client, path: Path, level: Level = Level.short, **options: object) -> Path:
    chosen = Options(dialect=client.dialect, **options)  # type: ignore[arg-type]
    return exported(source, "sql", path, level, options=chosen)


@pytest.mark.parametrize("level", list(Level))
def test_a_script_run_twice_leaves_the_rows_of_the_export(
    client: Client, packaged_database: Path, tmp_path: Path, level: Level
) -> None:
    file = script(packaged_database, client, tmp_path / "data.sql", level)
    client.run(file)
    client.run(file)
    location = locate(str(packaged_database))
    with (
        open_reader(location) as reader,
        open_content(reader, location, level, lambda _step, _count: None) as content,
    ):
        for table in content.tables:
            ((count,),) = client.ask(f"SELECT count(*) FROM {table.name}")
            assert count == sum(1 for _ in content.rows(table)), table.name
    ((speed,),) = client.ask("SELECT max_speed_kmh FROM aircraft WHERE id = 'su-57'")
    with closing(sqlite3.connect(packaged_database)) as connection:
        assert connection.execute("SELECT max_speed_kmh FROM aircraft WHERE id = 'su-57'").fetchone() == (speed,)


def test_texts_come_back_as_they_were(client: Client, folder: SeedFolder, tmp_path: Path) -> None:
    folder.agent("shop", name=HOSTILE)
    folder.system("aircraft", "odd", name=HOSTILE, description=HOSTILE * 40)
    load_directories(Location(path=tmp_path / "odd.sqlite"), [folder.path])
    client.run(script(tmp_path / "odd.sqlite", client, tmp_path / "odd.sql"))
    assert client.ask("SELECT name, description FROM equipment WHERE id = 'odd'") == [(HOSTILE, HOSTILE * 40)]


def test_rows_and_columns_of_the_application_stay(client: Client, specimen_file: Path, tmp_path: Path) -> None:
    client.run(script(specimen_file, client, tmp_path / "data.sql"))
    client.ask("ALTER TABLE aircraft ADD COLUMN price INTEGER")
    client.ask("UPDATE aircraft SET price = 5, crew = 99 WHERE id = 'swift-1'")
    client.ask("INSERT INTO category (id, kind) VALUES ('of my own', 'aircraft')")
    ((crew,),) = client.ask("SELECT crew FROM aircraft WHERE id = 'swift-1'")
    client.run(script(specimen_file, client, tmp_path / "rows.sql", data_only=True))
    ((price, renewed),) = client.ask("SELECT price, crew FROM aircraft WHERE id = 'swift-1'")
    assert (price, crew) == (5, 99)
    assert renewed != 99
    assert client.ask("SELECT kind FROM category WHERE id = 'of my own'") == [("aircraft",)]


def test_a_prefix_keeps_two_sets_of_tables_apart(client: Client, specimen_file: Path, tmp_path: Path) -> None:
    client.run(script(specimen_file, client, tmp_path / "plain.sql"))
    client.run(script(specimen_file, client, tmp_path / "prefixed.sql", prefix="mil_"))
    assert client.ask("SELECT count(*) FROM mil_receipt") == client.ask("SELECT count(*) FROM receipt")
    assert client.ask("SELECT value FROM mil_about WHERE name = 'receipts'") == [("short",)]


@pytest.mark.postgresql
def test_a_schema_is_made_for_the_tables(specimen_file: Path, tmp_path: Path) -> None:
    with databases.new_database() as url:
        client = Client("postgresql", url)
        client.run(script(specimen_file, client, tmp_path / "data.sql", schema="100% mil data"))
        assert client.ask('SELECT count(*) FROM "100% mil data".aircraft') != [(0,)]


def test_sqlite_has_no_schema(specimen_file: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="--prefix"):
        script(specimen_file, Client("sqlite", ""), tmp_path / "data.sql", schema="mil")
    assert not (tmp_path / "data.sql").exists()


def test_a_script_that_fails_at_its_end_leaves_no_row(client: Client, specimen_file: Path, tmp_path: Path) -> None:
    file = script(specimen_file, client, tmp_path / "data.sql")
    lines = file.read_text(encoding="utf-8").splitlines()
    broken = tmp_path / "broken.sql"
    broken.write_text("\n".join([*lines[:-1], "SELECT nonsense FROM nowhere;", "COMMIT;"]), encoding="utf-8")
    with pytest.raises(AssertionError):
        client.run(broken)
    # What MySQL defines stays, without rows; on the others there are no tables either.
    if client.dialect == "mysql":
        assert client.ask("SELECT count(*) FROM equipment") == [(0,)]
    client.run(file)
    assert client.ask("SELECT count(*) FROM equipment") != [(0,)]


def test_another_selection_replaces_what_the_database_says_of_itself(
    client: Client, specimen_file: Path, tmp_path: Path
) -> None:
    chosen = Options(dialect=client.dialect)
    client.run(exported(specimen_file, "sql", tmp_path / "some.sql", systems=["swift-1"], options=chosen))
    assert client.ask("SELECT value FROM about WHERE name = 'systems'") == [('["swift-1"]',)]
    client.run(script(specimen_file, client, tmp_path / "all.sql"))
    assert client.ask("SELECT value FROM about WHERE name = 'systems'") == [(None,)]


@pytest.mark.parametrize("text", ["a\rb", "a\r\nb", "\r", "it's\r\\r", "a\nb\t'"])
def test_line_ends_come_back_as_they_were(client: Client, tmp_path: Path, text: str) -> None:
    value = _Script(Options(dialect=client.dialect)).literal(text)
    file = tmp_path / "one.sql"
    file.write_text(f"CREATE TABLE said (words TEXT);\nINSERT INTO said VALUES\n({value});\n", "utf-8", newline="\n")
    client.run(file)
    assert client.ask("SELECT words FROM said") == [(text,)]


def test_a_key_that_mysql_cannot_index_is_refused(tmp_path: Path, folder: SeedFolder) -> None:
    folder.agent("x" * 300, name="Long")
    load_directories(Location(path=tmp_path / "long.sqlite"), [folder.path])
    script(tmp_path / "long.sqlite", Client("sqlite", ""), tmp_path / "data.sql")
    with pytest.raises(ExportError, match="agent: the key 'xxx"):
        script(tmp_path / "long.sqlite", Client("mysql", ""), tmp_path / "mysql.sql")
    assert not (tmp_path / "mysql.sql").exists()


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql", "mysql"])
@pytest.mark.parametrize("level", list(Level))
def test_the_same_content_gives_the_same_bytes(
    specimen: str, specimen_file: Path, tmp_path: Path, dialect: str, level: Level
) -> None:
    chosen = Options(dialect=dialect)
    here = exported(specimen, "sql", tmp_path / "a.sql", level, options=chosen)
    there = exported(specimen_file, "sql", tmp_path / "b.sql", level, options=chosen)
    assert here.read_bytes() == there.read_bytes()


def test_it_says_whose_it_is_and_holds_no_sentence_of_others(packaged_database: Path, tmp_path: Path) -> None:
    text = exported(packaged_database, "sql", tmp_path / "data.sql", Level.full).read_text(encoding="utf-8")
    assert "MIT licence" in text
    with closing(sqlite3.connect(packaged_database)) as connection:
        (digest,) = connection.execute("SELECT value FROM build WHERE key = 'content_digest'").fetchone()
    assert digest in text.partition("BEGIN")[0]
    with closing(sqlite3.connect(packaged_database)) as connection:
        foreign = connection.execute(
            "SELECT count(*) FROM sentence JOIN source ON source.id = source_id"
            " WHERE text IS NOT NULL AND rights <> 'public domain'"
        ).fetchone()
    assert foreign == (0,)
