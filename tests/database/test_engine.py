"""Several programs at once in one database: writers take turns, readers see one state, losses leave no trace."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest

import databases
from materiel.catalog.sheet import sheet
from materiel.database.engine import writing
from materiel.database.location import Location, locate
from materiel.database.reader import open_reader
from materiel.errors import DatabaseError
from materiel.resources import seeds_dir
from materiel.seeds.digest import content_digest
from materiel.seeds.load import load_directories
from program import PROGRAM, Program
from samples import SeedFolder, minimal, says

STEPS = ("rows read", "values adopted", "texts indexed", "rows in the digest")


@pytest.fixture
def materiel(tmp_path: Path) -> Program:
    """Return the installed program, with a data directory in which there is nothing yet."""
    return Program(tmp_path / "data")


@pytest.fixture
def folders(tmp_path: Path) -> tuple[SeedFolder, SeedFolder]:
    """Two seed folders of which the second says more of the one system."""
    first, second = minimal(tmp_path / "first"), minimal(tmp_path / "second")
    second.says(says(quote="12 m long", claim={"length_m": "12 m"}), source_id="more", words="It is 12 m long.")
    return first, second


def digest(location: Location) -> str:
    with writing(location) as connection:
        return content_digest(connection)


class Background:
    """Commands that run at the same time."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._running: list[subprocess.Popen[str]] = []

    def start(self, *words: str) -> None:
        """Start a command."""
        self._running.append(
            subprocess.Popen(
                [PROGRAM, *words],
                env=self._program.environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
        )

    def ends(self) -> list[tuple[int, str]]:
        """Wait for all. Returns the exit code of each, and what it wrote to standard error."""
        errors = [process.communicate(timeout=120)[1] for process in self._running]
        return [(process.returncode, text) for process, text in zip(self._running, errors, strict=True)]

    def stop(self) -> None:
        """End what still runs."""
        for process in self._running:
            if process.poll() is None:
                process.kill()
                process.communicate()


@pytest.fixture
def background(materiel: Program) -> Iterator[Background]:
    found = Background(materiel)
    yield found
    found.stop()


@contextmanager
def held_up(location: Location, waiting: int, start: Callable[[], None]) -> Iterator[None]:
    """Hold the lock of a writer on a server until the writers that `start` starts are all waiting for it."""
    with writing(location) as connection:
        start()
        for _ in range(600):
            count = connection.exec_driver_sql(
                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
            )
            if count.scalar_one() == waiting:
                break
            time.sleep(0.1)
        else:
            pytest.fail("the writers do not wait for each other")
        yield


@pytest.mark.postgresql
def test_two_loads_at_once_take_turns(
    postgres_location: Location, tmp_path: Path, folders: tuple[SeedFolder, SeedFolder], background: Background
) -> None:
    wholes = {load_directories(Location(path=tmp_path / f"{n}.sqlite"), [f.path]).digest for n, f in enumerate(folders)}

    def start() -> None:
        for folder in folders:
            background.start("seeds", "load", str(folder.path), "--db", postgres_location.url)

    with held_up(postgres_location, 2, start):
        pass
    assert background.ends() == [(0, ""), (0, "")]
    assert digest(postgres_location) in wholes


@pytest.mark.postgresql
def test_two_programs_may_make_one_database(
    postgres_location: Location, tmp_path: Path, background: Background
) -> None:
    def start() -> None:
        for _ in range(2):
            background.start("db", "init", "--db", postgres_location.url)

    with held_up(postgres_location, 2, start):
        pass
    assert background.ends() == [(0, ""), (0, "")]
    assert digest(postgres_location) == load_directories(Location(path=tmp_path / "a.sqlite"), [seeds_dir()]).digest


def test_many_loads_at_once_leave_one_of_them_whole(
    location: Location, tmp_path: Path, folders: tuple[SeedFolder, SeedFolder], background: Background
) -> None:
    wholes = {load_directories(Location(path=tmp_path / f"{n}.sqlite"), [f.path]).digest for n, f in enumerate(folders)}
    for folder in (*folders, *folders):
        background.start("seeds", "load", str(folder.path), "--db", location.url)
    ends = background.ends()
    assert (0, "") in ends
    # On SQLite a writer waits for some seconds only.
    assert all(error.count("\n") == 1 and "locked" in error for code, error in ends if code != 0), ends
    assert digest(location) in wholes


def test_readers_see_the_old_content_until_a_load_is_done(
    location: Location, folders: tuple[SeedFolder, SeedFolder], materiel: Program
) -> None:
    old, new = folders
    load_directories(location, [old.path])
    question = ["show", "test-plane", "--format", "json", "--db", location.url]
    before = materiel(*question)
    answers = []

    def look(step: str, _count: int) -> None:
        if step == STEPS[-1]:
            answers.append(materiel(*question).stdout)

    load_directories(location, [new.path], look)
    assert before.returncode == 0
    assert answers
    assert set(answers) == {before.stdout}
    assert materiel(*question).stdout != before.stdout


@pytest.mark.postgresql
def test_a_reader_on_a_server_sees_one_moment(
    postgres_location: Location, folders: tuple[SeedFolder, SeedFolder]
) -> None:
    old, new = folders
    load_directories(postgres_location, [old.path])
    with open_reader(postgres_location) as reader:
        before = sheet(reader, "test-plane")
        load_directories(postgres_location, [new.path])
        assert sheet(reader, "test-plane") == before
    with open_reader(postgres_location) as reader:
        assert sheet(reader, "test-plane") != before


@pytest.mark.postgresql
@pytest.mark.parametrize("step", STEPS)
def test_a_connection_lost_half_way_is_one_line_and_leaves_the_old_content(
    postgres_url: str, postgres_location: Location, folders: tuple[SeedFolder, SeedFolder], step: str
) -> None:
    old, new = folders
    content = load_directories(postgres_location, [old.path]).digest

    def cut(found: str, _count: int) -> None:
        if found == step:
            _terminate_others(postgres_url)

    with pytest.raises(DatabaseError) as raised:
        load_directories(postgres_location, [new.path], cut)
    assert len(raised.value.lines) == len(str(raised.value).splitlines()) == 1
    assert str(postgres_location) in str(raised.value)
    assert digest(postgres_location) == content


def _terminate_others(url: str) -> None:
    with closing(psycopg.connect(url, autocommit=True)) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@pytest.mark.postgresql
def test_an_address_cannot_ask_for_other_text(
    postgres_url: str, postgres_location: Location, folders: tuple[SeedFolder, SeedFolder]
) -> None:
    content = load_directories(postgres_location, [folders[0].path]).digest
    asked = locate(f"{postgres_url}?client_encoding=latin1")
    with pytest.raises(ZeroDivisionError):
        _change_and_fail(asked)
    assert digest(asked) == content


def _change_and_fail(location: Location) -> None:
    with writing(location) as connection:
        connection.exec_driver_sql("UPDATE equipment SET name = 'Ж'")
        raise ZeroDivisionError


@pytest.mark.postgresql
@pytest.mark.parametrize("encoding", ["LATIN1", "SQL_ASCII"])
def test_a_database_that_does_not_hold_every_script_is_refused(
    folders: tuple[SeedFolder, SeedFolder], encoding: str
) -> None:
    with databases.new_database(encoding) as url, pytest.raises(DatabaseError, match=encoding):
        load_directories(locate(url), [folders[0].path])
