"""Push: how long does it take into PostgreSQL, beside a bare COPY of the same rows into the same tables?

The rows of each table are written to CSV first, which is not timed. A bare COPY is one transaction in a database
of its own: it sends these bytes with psycopg, and does nothing else. "in place": the tables have their keys,
indexes and references before; making them is not timed. "afterwards": they get them after the rows, which is
timed. "none": they get none at all. A push is the whole process: it starts, reads SQLite, makes the tables,
writes the rows with their status, makes keys, indexes and references, and prints what it did.
"""

from __future__ import annotations

import argparse
import json
import os
import secrets
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from generator import Size, seeds
from measuring import MATERIEL, Medians, environment, report
from sqlalchemy import Column, Connection, MetaData, Table, create_engine
from sqlalchemy.pool import NullPool
from sqlalchemy.schema import AddConstraint

from materiel.database.engine import writing
from materiel.database.location import Location, locate
from materiel.database.reader import open_reader
from materiel.export.content import open_content
from materiel.export.lines import csv_line
from materiel.export.naming import renamed
from materiel.export.tables import Level, tables_of
from materiel.seeds.load import load_seeds
from materiel.seeds.rows import Problems

GOAL = 2.0
_PUSH, _AGAIN = "push", "push again: nothing changes"
_IN_PLACE, _AFTERWARDS, _NONE = "COPY, keys in place", "COPY, keys afterwards", "COPY, no keys"
_CHUNK = 1 << 20
_SAMPLE_SECONDS = 0.5


def main() -> int:
    """Time in turn, print; the exit code says whether the goals are met."""
    options = _options()
    with tempfile.TemporaryDirectory() as directory:
        path = options.db or _generated(Path(directory) / "large.sqlite", Size(options.systems, options.claims))
        files = _written(path, Level(options.receipts), Path(directory) / "rows")
        return _compare(path, Level(options.receipts), files, options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--db", type=Path, metavar="FILE", help="push this database; one is generated without it")
    parser.add_argument("--systems", type=int, default=100_000, metavar="N", help="systems to make (100000)")
    parser.add_argument("--claims", type=int, default=2_000_000, metavar="N", help="claims to make (2000000)")
    parser.add_argument("--receipts", choices=list(Level), default=Level.full, help="which tables (full)")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="rounds that count (3)")
    default = os.environ.get("MATERIEL_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")
    parser.add_argument("--server", default=default, metavar="URL", help="server on which databases are made")
    return parser.parse_args()


def _generated(path: Path, size: Size) -> Path:
    with writing(Location(path=path), bulk=True) as connection:
        load_seeds(connection, seeds(size), Problems(), {}, lambda _step, _count: None)
    return path


def _written(path: Path, level: Level, folder: Path) -> dict[str, Path]:
    """Write the rows of each table to a file of CSV, as COPY takes them."""
    folder.mkdir()
    location = Location(path=path)
    with open_reader(location) as reader, open_content(reader, location, level, lambda _s, _n: None) as content:
        for table in content.tables:
            content.write_lines(table, csv_line(table, reader.dialect, guarded=False), folder / table.name)
        return {table.name: folder / table.name for table in content.tables}


def _compare(path: Path, level: Level, files: dict[str, Path], options: argparse.Namespace) -> int:
    bare: dict[str, Callable[[str], float]] = {
        _IN_PLACE: lambda url: _copy(url, level, files, before=True, after=False),
        _AFTERWARDS: lambda url: _copy(url, level, files, before=False, after=True),
        _NONE: lambda url: _copy(url, level, files, before=False, after=False),
    }
    times: dict[str, list[float]] = {name: [] for name in (*bare, _PUSH, _AGAIN)}
    with _database(options.server) as url:
        first, again = (_push(path, level, url, changed=changed, watched=True) for changed in (True, False))
    for _ in range(options.rounds):
        for name, copy in bare.items():
            with _database(options.server) as url:
                times[name].append(copy(url))
        with _database(options.server) as url:
            times[_PUSH].append(_push(path, level, url, changed=True).seconds)
            times[_AGAIN].append(_push(path, level, url, changed=False).seconds)
    size = sum(file.stat().st_size for file in files.values()) / 1e6
    print(f"{level}: {first.rows:,} rows in {len(files)} tables, {size:,.0f} MB of CSV")
    medians = Medians({name: statistics.median(seconds) for name, seconds in times.items()})
    lines = [medians.line(name) for name in bare]
    lines += [medians.beside(_PUSH, _IN_PLACE, GOAL), medians.beside(_PUSH, _AFTERWARDS, GOAL)]
    lines += [medians.beside(_PUSH, _NONE), medians.line(_AGAIN)]
    code = report(lines)
    print("peak memory of all its processes, in a round that is not timed:")
    print(f"{_PUSH} {first.peak_mb:,.0f} MB, {_AGAIN} {again.peak_mb:,.0f} MB")
    return code


@dataclass(frozen=True, slots=True)
class Pushed:
    """What a push took, and how many rows it pushed. Memory is 0 where nobody looked."""

    seconds: float
    rows: int
    peak_mb: float


@contextmanager
def _database(server: str) -> Iterator[str]:
    name = f"materiel_bench_{secrets.token_hex(6)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        # What was written before is no affair of what is timed next.
        connection.execute("CHECKPOINT")
    try:
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _push(path: Path, level: Level, url: str, *, changed: bool, watched: bool = False) -> Pushed:
    """Push in a process of its own."""
    command = [*MATERIEL, "push", url, "--db", str(path), "--receipts", level.value, "--format", "json"]
    began = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        with subprocess.Popen(command, stdout=output, env=environment()) as process:
            peak = _peak_mb(process) if watched else 0.0
        seconds = time.perf_counter() - began
        output.seek(0)
        answer = json.load(output)
    if answer["changed"] is not changed:
        raise RuntimeError(f"the push changed what it should not, or nothing: {answer['total']}")
    return Pushed(seconds, answer["total"]["inserted"] + answer["total"]["unchanged"], peak)


def _peak_mb(process: subprocess.Popen[bytes]) -> float:
    """Look at the resident memory of a process and its children twice a second, and return the most."""
    peak = 0
    while process.poll() is None:
        listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,rss="], capture_output=True, text=True, check=True)
        found = [tuple(map(int, line.split())) for line in listed.stdout.splitlines()]
        peak = max(peak, sum(rss for pid, parent, rss in found if process.pid in (pid, parent)))
        time.sleep(_SAMPLE_SECONDS)
    return peak * 1024 / 1e6


def _copy(url: str, level: Level, files: dict[str, Path], *, before: bool, after: bool) -> float:
    """Return how long it takes to copy the files into tables, with keys before, after, or not at all."""
    engine = create_engine(locate(url).url, poolclass=NullPool)
    tables = list(renamed([table.table for table in tables_of(level, "sqlite", selected=False)]).values())
    with engine.begin() as connection:
        for table in tables:
            _bare(table).create(connection)
        if before:
            _add_keys(connection, tables)
    began = time.perf_counter()
    with engine.begin() as connection:
        cursor = connection.connection.cursor()
        for table in tables:
            copy = cursor.copy(f"COPY {table.name} FROM STDIN (FORMAT csv)")
            with copy as target, files[table.name].open("rb") as file:
                while chunk := file.read(_CHUNK):
                    target.write(chunk)
        if after:
            _add_keys(connection, tables)
    return time.perf_counter() - began


def _bare(table: Table) -> Table:
    columns = (Column(column.name, column.type, nullable=column.nullable) for column in table.columns)
    return Table(table.name, MetaData(), *columns)


def _add_keys(connection: Connection, tables: list[Table]) -> None:
    """Make what a push makes, in the same order: primary keys, indexes, references."""
    for table in tables:
        connection.execute(AddConstraint(table.primary_key))
        for index in table.indexes:
            index.create(connection)
    for table in tables:
        for key in table.foreign_key_constraints:
            connection.execute(AddConstraint(key))


if __name__ == "__main__":
    sys.exit(main())
