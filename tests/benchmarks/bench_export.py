"""Export: `materiel export --receipts full`, the whole process, beside sqlite-utils, the sqlite3 shell and DuckDB.

All of them write the same tables of the same database, each into files: CSV, JSONL, Parquet. We sort the rows,
the others write them as they are stored. A virtual environment with the peers is built in a temporary directory,
so pip and an index are needed; `sqlite3` is that of the system. The database is made by the generator and the
loader, which takes minutes, unless `--db` names one.
"""

from __future__ import annotations

import argparse
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from generator import Size, seeds
from measuring import MATERIEL, Line, Medians, clean_environment, environment, report, time_processes
from tabulate import tabulate

from materiel.database.engine import writing
from materiel.database.location import Location
from materiel.export.tables import ExportTable, Level, tables_of
from materiel.seeds.load import load_seeds
from materiel.seeds.rows import Problems

SQLITE_UTILS_GOAL = 0.33
SHELL_GOAL = 2.0
DUCKDB_GOAL = 2.0
MEMORY_GOAL_MB = 300.0
FORMATS = ("csv", "jsonl", "parquet")
PEERS = ("sqlite-utils", "duckdb==1.5.5", "duckdb-extension-sqlite-scanner==1.5.5")
"""DuckDB 2 finds its extension for SQLite in no package; it would have to be downloaded when it runs."""

SAMPLE_SECONDS = 0.1

DUCKDB = """\
import sys
from pathlib import Path

import duckdb
import duckdb_extension_sqlite_scanner as scanner

database, folder, *tables = sys.argv[1:]
(extension,) = Path(scanner.__file__).parent.rglob("sqlite_scanner.duckdb_extension")
connection = duckdb.connect()
connection.execute(f"LOAD '{extension}'")
connection.execute(f"ATTACH '{database}' AS stored (TYPE sqlite, READ_ONLY)")
for table in tables:
    connection.execute(f"COPY stored.{table} TO '{folder}/{table}.parquet' (FORMAT parquet)")
"""


def main() -> int:
    """Export, print; the exit code says whether the goals are met, which are for the size that is the default."""
    options = _options()
    with tempfile.TemporaryDirectory(dir=options.directory) as name:
        directory = Path(name)
        database = options.db or _database(directory / "large.sqlite", Size(options.systems, options.claims))
        scripts = clean_environment(directory / "peers", *PEERS)
        commands = {
            name: command
            for found in options.format or FORMATS
            for name, command in _commands(found, database, directory, scripts).items()
        }
        medians = time_processes(commands, options.rounds)
        missed = report(list(_lines(medians)))
        return max(missed, _report_memory({name: words for name, words in commands.items() if name.startswith("mat")}))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--systems", type=int, default=100_000, metavar="N", help="systems to make (100000)")
    parser.add_argument("--claims", type=int, default=2_000_000, metavar="N", help="claims to make (2000000)")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="runs of each command (3)")
    parser.add_argument("--format", action="append", choices=FORMATS, help="only this one; can be given again")
    parser.add_argument("--db", type=Path, metavar="FILE", help="export this SQLite database, and make none")
    parser.add_argument("--directory", type=Path, metavar="DIR", help="where to write; it takes some gigabytes")
    return parser.parse_args()


def _database(path: Path, size: Size) -> Path:
    about = {"seeds_digest": "", "seeds_stamp": "", "origin": "own"}
    with writing(Location(path=path), bulk=True) as connection:
        load_seeds(connection, seeds(size), Problems(), about, lambda _step, _count: None)
    return path


def _commands(name: str, database: Path, directory: Path, scripts: Path) -> dict[str, list[str]]:
    """Return what is timed for a format, ours next to its peers. Each writes to a folder of its own."""
    tables = tables_of(Level.full, "sqlite", selected=False)
    ours = [*MATERIEL, "export", "--format", name, "--receipts", "full", "--force", "--db", str(database)]
    commands = {f"materiel, {name}": [*ours, "-o", str(directory / name)]}
    utils = [str(scripts / "sqlite-utils"), "rows", str(database)]
    shell = ["sqlite3", "-readonly", str(database)]
    if name == "csv":
        commands["sqlite-utils rows --csv"] = _each(tables, directory, lambda table: [*utils, table.name, "--csv"])
        commands["sqlite3 .mode csv"] = _each(
            tables, directory, lambda table: [*shell, "-csv", "-header", _select(table)]
        )
    elif name == "jsonl":
        commands["sqlite-utils rows --nl"] = _each(tables, directory, lambda table: [*utils, table.name, "--nl"])
        commands["sqlite3 json_object()"] = _each(tables, directory, lambda table: [*shell, _objects(table)])
    else:
        script = directory / "duck.py"
        script.write_text(DUCKDB, encoding="utf-8")
        names = [table.name for table in tables]
        commands["DuckDB COPY"] = [str(scripts / "python"), str(script), str(database), str(directory), *names]
    return commands


def _each(tables: Sequence[ExportTable], directory: Path, words: Callable[[ExportTable], list[str]]) -> list[str]:
    """Return a command that writes each table, by a process of its own, into a file."""
    lines = [f"{shlex.join(words(table))} > {shlex.quote(str(directory / table.name))}" for table in tables]
    return ["sh", "-c", " && ".join(lines)]


def _select(table: ExportTable) -> str:
    return f"SELECT * FROM {table.name}"


def _objects(table: ExportTable) -> str:
    members = ", ".join(f"'{column.name}', \"{column.name}\"" for column in table.columns)
    return f"SELECT json_object({members}) FROM {table.name}"


def _lines(medians: Medians) -> Iterator[Line]:
    """Yield the lines of the table. A goal is the greatest part of the peer's time that we may take."""
    goals: dict[str, dict[str, float | None]] = {
        "csv": {"sqlite-utils rows --csv": SQLITE_UTILS_GOAL, "sqlite3 .mode csv": SHELL_GOAL},
        "jsonl": {"sqlite-utils rows --nl": SQLITE_UTILS_GOAL, "sqlite3 json_object()": None},
        "parquet": {"DuckDB COPY": DUCKDB_GOAL},
    }
    for name, peers in goals.items():
        if f"materiel, {name}" in medians.seconds:
            for peer, goal in peers.items():
                yield medians.line(peer)
                yield medians.beside(f"materiel, {name}", peer, goal)


def _report_memory(commands: Mapping[str, Sequence[str]]) -> int:
    """Run each command once more, and print the most memory that it takes. Return 1 if that is too much."""
    peaks = {name: _peak(command) for name, command in commands.items()}
    goal = f"<= {MEMORY_GOAL_MB:.0f} MB"
    print()
    print(
        tabulate(
            [[name, f"{peak:.0f} MB", goal] for name, peak in peaks.items()], ("memory, all processes", "peak", "goal")
        )
    )
    return int(max(peaks.values()) > MEMORY_GOAL_MB)


def _peak(command: Sequence[str]) -> float:
    """Return the most resident memory of a process and its descendants that was seen, in MB.

    What is shared between processes is counted for each of them.
    """
    peak = 0.0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment()) as process:
        while process.poll() is None:
            peak = max(peak, _resident(process.pid))
            time.sleep(SAMPLE_SECONDS)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return peak


def _resident(root: int) -> float:
    found = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,rss="], capture_output=True, text=True, check=True).stdout
    processes = [tuple(map(int, line.split())) for line in found.splitlines()]
    family = {root}
    # A child has a greater number than its parent, but where numbers begin again.
    for pid, parent, _ in sorted(processes):
        if parent in family:
            family.add(pid)
    return sum(size for pid, _, size in processes if pid in family) * 1024 / 1e6


if __name__ == "__main__":
    sys.exit(main())
