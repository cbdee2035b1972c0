"""Load: how long do generated seeds take into a new database, and how much memory at the most?

The database is a SQLite file, for which the goals are, unless `--db` names another. Everything of a load is
measured but the reading of files: the records are made in memory, by the workers.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from multiprocessing import active_children
from pathlib import Path
from threading import Event, Thread

from generator import Size, seeds
from measuring import duration
from tabulate import tabulate

from materiel.database.engine import writing
from materiel.database.location import Location, locate
from materiel.database.reader import open_reader
from materiel.seeds.batches import columns
from materiel.seeds.load import load_seeds
from materiel.seeds.rows import Problems

SECONDS_GOAL = 180.0
MEMORY_GOAL_MB = 1000.0
SAMPLE_SECONDS = 0.5


@dataclass(slots=True)
class Memory:
    """Resident memory of this process and its workers together, in MB: the most that was seen."""

    peak: float = 0.0

    def sample(self) -> None:
        """Look once."""
        processes = [os.getpid(), *(child.pid for child in active_children() if child.pid is not None)]
        command = ["ps", "-o", "rss=", "-p", ",".join(map(str, processes))]
        found = subprocess.run(command, capture_output=True, text=True, check=False).stdout
        self.peak = max(self.peak, sum(map(int, found.split())) * 1024 / 1e6)


@contextmanager
def watched_memory() -> Iterator[Memory]:
    """Look at the memory twice a second. What is shared between processes is counted for each of them."""
    memory, done = Memory(), Event()

    def watch() -> None:
        while not done.wait(SAMPLE_SECONDS):
            memory.sample()

    thread = Thread(target=watch)
    thread.start()
    try:
        yield memory
    finally:
        done.set()
        thread.join()


def main() -> int:
    """Load, print; the exit code says whether the goals are met, which are for the size that is the default."""
    options = _options()
    size = Size(options.systems, options.claims)
    with tempfile.TemporaryDirectory() as directory:
        location = locate(options.db or str(Path(directory) / "load.sqlite"))
        began = time.perf_counter()
        with watched_memory() as memory:
            steps = _load(location, size)
        seconds = time.perf_counter() - began
        rows, stored = _rows(location)
    table = [
        ["systems", f"{size.systems:,}", ""],
        ["claims", f"{size.claims:,}", ""],
        ["time", duration(seconds), f"<= {SECONDS_GOAL:.0f} s"],
        *([f"    {step}", duration(end - start), ""] for (step, start), (_, end) in pairwise(steps)),
        ["rows per second", f"{rows / seconds:,.0f}", ""],
        ["peak memory, all processes", f"{memory.peak:,.0f} MB", f"<= {MEMORY_GOAL_MB:,.0f} MB"],
        ["size of the database", f"{stored / 1e6:,.0f} MB", ""],
    ]
    print(tabulate(table, ("what", "figure", "goal"), disable_numparse=True))
    return int(seconds > SECONDS_GOAL or memory.peak > MEMORY_GOAL_MB)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--systems", type=int, default=100_000, metavar="N", help="systems to make (100000)")
    parser.add_argument("--claims", type=int, default=2_000_000, metavar="N", help="claims to make (2000000)")
    parser.add_argument("--db", metavar="URL", help="load into this database, a path or an address, and keep it")
    return parser.parse_args()


def _load(location: Location, size: Size) -> list[tuple[str, float]]:
    """Load seeds of `size` into `location`. Return the steps with the time at which each began."""
    steps: list[tuple[str, float]] = []

    def note(step: str, _count: int) -> None:
        if not steps or steps[-1][0] != step:
            steps.append((step, time.perf_counter()))

    with writing(location, bulk=True) as connection:
        load_seeds(connection, seeds(size), Problems(), {}, note)
        note("constraints proved", 0)
    note("done", 0)
    return steps


def _rows(location: Location) -> tuple[int, int]:
    """Count the rows of the tables that seeds fill, and the bytes of the database."""
    with open_reader(location) as reader:
        counts = [reader.rows(f"SELECT count(*) AS n FROM {table}") for table in columns()]
        stored = (
            [{"n": location.path.stat().st_size}]
            if location.path is not None
            else reader.rows("SELECT pg_database_size(current_database()) AS n")
        )
        return sum(int(count[0]["n"]) for count in counts), int(stored[0]["n"])


if __name__ == "__main__":
    sys.exit(main())
