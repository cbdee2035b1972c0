"""Whatever stops a push, nothing of it is written; and pushes take turns."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO, Protocol

import pytest

from destinations import Destination, Source, silent
from materiel.errors import DatabaseError
from materiel.export.content import Content
from materiel.export.tables import ExportTable
from materiel.push.feed import ContentFeed, Row
from materiel.push.run import Choices, push

MATERIEL = [sys.executable, "-c", "from materiel.cli import main; main()"]
STALLING = """
import sys
from materiel.push import run

def fill(connection, table, feed, source, status):
    if table.name == "receipt":
        print("half way", file=sys.stderr, flush=True)
        sys.stdin.readline()
    return whole(connection, table, feed, source, status)

whole, run.fill = run.fill, fill
from materiel.cli import main
main()
"""
"""The program, but that a push stops half way until it is sent a line."""


STALLED_AT_THE_END = (
    sys.executable,
    "-c",
    STALLING.replace("run.fill", "run.complete")
    .replace("connection, table, feed, source, status", "session, standings")
    .replace('table.name == "receipt"', "True"),
)
STALLED = (sys.executable, "-c", STALLING)


class Process:
    """A push in a process of its own."""

    def __init__(
        self, source: Source, destination: Destination, program: Sequence[str], before: Callable[[], None] | None
    ) -> None:
        self.process = subprocess.Popen(
            [*program, "push", destination.url, "--db", str(source.path), "--format", "json"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=before,
            env={**os.environ, "COLUMNS": "80"},
        )

    def wait_half_way(self) -> None:
        assert _of(self.process.stderr).readline() == "half way\n"

    def go_on(self) -> None:
        _of(self.process.stdin).write("\n")
        _of(self.process.stdin).flush()

    def end(self) -> tuple[str, str]:
        return self.process.communicate(timeout=120)


class Start(Protocol):
    """Starts a push in a process of its own."""

    def __call__(
        self,
        source: Source,
        destination: Destination,
        program: Sequence[str] = MATERIEL,
        before: Callable[[], None] | None = None,
    ) -> Process: ...


@pytest.fixture
def start() -> Iterator[Start]:
    """Return what starts pushes. None of them outlives the test."""
    processes: list[Process] = []

    def begin(
        source: Source,
        destination: Destination,
        program: Sequence[str] = MATERIEL,
        before: Callable[[], None] | None = None,
    ) -> Process:
        processes.append(Process(source, destination, program, before))
        return processes[-1]

    yield begin
    for process in processes:
        process.process.kill()
        process.process.communicate()


def _of(stream: IO[str] | None) -> IO[str]:
    assert stream is not None
    return stream


class Broken(ContentFeed):
    """Rows that end half way, by what is done then."""

    def __init__(self, content: Content, action: Callable[[], None]) -> None:
        super().__init__(content)
        self._action = action

    def rows(self, table: ExportTable) -> Iterator[Row]:
        if table.name == "receipt":
            self._action()
        return super().rows(table)

    def lines(self, table: ExportTable, ending: str) -> Iterator[str] | None:
        if table.name == "receipt":
            self._action()
        return super().lines(table, ending)


def break_off(source: Source, destination: Destination, action: Callable[[], None]) -> None:
    with source.content() as content:
        push(Broken(content, action), destination.location, Choices(), silent)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_push_that_is_interrupted_has_written_nothing(
    source: Source, destination: Destination, number: signal.Signals, start: Start
) -> None:
    process = start(source, destination, STALLED)
    process.wait_half_way()
    process.process.send_signal(number)
    output, errors = process.end()
    assert process.process.returncode != 0
    assert output == ""
    assert "Traceback" not in errors
    assert destination.tables() == {}


def test_a_push_that_is_killed_has_written_no_row(source: Source, destination: Destination, start: Start) -> None:
    process = start(source, destination, STALLED)
    process.wait_half_way()
    process.process.kill()
    process.end()
    assert not any(destination.content().values())
    # MySQL commits the definition of tables at once. Those are taken up by the next push.
    assert destination.tables() == {} or destination.engine == "mysql"
    assert source.push(destination).changed
    assert not source.push(destination).changed


def test_an_error_half_way_leaves_no_row_and_no_table(source: Source, destination: Destination) -> None:
    def fail() -> None:
        raise RuntimeError("half way")

    with pytest.raises(RuntimeError, match="half way"):
        break_off(source, destination, fail)
    assert destination.tables() == {}


def test_columns_that_were_added_are_taken_back(source: Source, destination: Destination) -> None:
    source.push(destination)
    destination.execute("ALTER TABLE aircraft DROP COLUMN wingspan_m")
    before = destination.content()

    def fail() -> None:
        raise RuntimeError("half way")

    with pytest.raises(RuntimeError, match="half way"):
        break_off(source, destination, fail)
    assert destination.content() == before


@pytest.mark.postgresql
@pytest.mark.parametrize("again", [False, True])
def test_a_connection_that_is_lost_leaves_everything_as_it_was(
    source: Source, postgres: Destination, again: bool
) -> None:
    def cut() -> None:
        postgres.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )

    if again:
        source.push(postgres)
        source.change("UPDATE equipment SET description = 'Changed.'")
    before = postgres.content()
    with pytest.raises(DatabaseError, match="nothing was written"):
        break_off(source, postgres, cut)
    assert postgres.content() == before


def test_a_connection_that_mysql_loses_leaves_everything_as_it_was(
    source: Source, mariadb_database: Destination
) -> None:
    def cut() -> None:
        # The connection that writes is the one that was opened last, but for this one.
        found = mariadb_database.execute(
            "SELECT max(id) FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()"
        )
        mariadb_database.execute(f"KILL {found[0][0]}")

    with pytest.raises(DatabaseError, match="nothing was written"):
        break_off(source, mariadb_database, cut)
    assert mariadb_database.tables() == {}


def test_two_pushes_take_turns(source: Source, destination: Destination, start: Start) -> None:
    first = start(source, destination, STALLED)
    first.wait_half_way()
    second = start(source, destination)
    time.sleep(2)
    assert second.process.poll() is None
    first.go_on()
    answers = [process.end()[0] for process in (first, second)]
    assert ['"changed": true' in answer for answer in answers] == [True, False]
    assert not source.push(destination).changed


def test_many_pushes_at_once_all_succeed(source: Source, destination: Destination, start: Start) -> None:
    processes = [start(source, destination) for _ in range(3)]
    answers = [process.end() for process in processes]
    assert [process.process.returncode for process in processes] == [0, 0, 0], answers
    assert sorted('"changed": true' in output for output, _ in answers) == [False, False, True]


def test_a_dry_run_waits_for_nobody(source: Source, destination: Destination, start: Start) -> None:
    source.push(destination)
    source.change("UPDATE equipment SET description = 'Changed.'")
    before = destination.content()
    stalled = start(source, destination, STALLED_AT_THE_END)
    stalled.wait_half_way()
    assert source.push(destination, dry_run=True).changed
    assert destination.content() == before
    stalled.go_on()
    stalled.end()
    assert not source.push(destination, dry_run=True).changed


@pytest.mark.parametrize("again", [False, True])
def test_a_full_disk_is_said_in_one_line(source: Source, tmp_path: Path, again: bool, start: Start) -> None:
    destination = Destination(f"{tmp_path}/application.sqlite")
    path = destination.location.path
    assert path is not None
    before = {}
    if again:
        source.push(destination)
        source.change("UPDATE sentence SET starts = starts || printf('%.4000c', 'x')")
        before = destination.content()
    room = path.stat().st_size + 20_000 if again else 60_000

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    process = start(source, destination, before=limit)
    output, errors = process.end()
    assert process.process.returncode != 0
    assert output == ""
    assert len(errors.splitlines()) == 1, errors
    assert "Traceback" not in errors
    assert destination.content() == before
    assert source.push(destination).changed


def test_a_folder_that_is_not_there_is_said(source: Source, tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match=r"nowhere/application.sqlite: .*unable to open"):
        source.push(Destination(f"{tmp_path}/nowhere/application.sqlite"))


def test_a_file_that_is_no_database_is_said_and_stays(source: Source, tmp_path: Path) -> None:
    destination = Destination(f"{tmp_path}/application.sqlite")
    path = destination.location.path
    assert path is not None
    path.write_text("no database at all, but a text that is long enough to be one" * 20)
    before = path.read_bytes()
    with pytest.raises(DatabaseError, match="no database"):
        source.push(destination)
    assert path.read_bytes() == before
