"""The Python interface: what `import materiel` costs, and how fast `db["id"]` is beside a bare query.

Look-ups are of systems spread over the packaged seeds, or over a database of `bench_scale.py --keep`.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from measuring import Medians, report, time_processes

import materiel
from materiel.database.location import Location, file_uri
from materiel.resources import seeds_dir
from materiel.seeds.load import load_directories

IMPORT_GOAL = 1.2
LOOKUP_GOAL = 4.0
"""Times the time of a bare query: a quarter of its rate."""

LOOKUPS = 2000


def main() -> int:
    """Time, print; the exit code says whether the goals are met."""
    options = _options()
    if options.database:
        return _run(options.database, options.rounds)
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / "materiel.sqlite"
        load_directories(Location(path=path), [seeds_dir()])
        return _run(path, options.rounds)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=31, metavar="N", help="runs of each command (31)")
    parser.add_argument(
        "--database", type=Path, metavar="FILE", help="look up in this database, not the packaged seeds"
    )
    return parser.parse_args()


def _run(path: Path, rounds: int) -> int:
    programs = {
        "python -c pass": "pass",
        "import sqlite3": "import sqlite3",
        "import materiel": "import materiel",
        "import, and open": f"import materiel; materiel.open({str(path)!r}).close()",
    }
    cold = time_processes({name: [sys.executable, "-c", code] for name, code in programs.items()}, rounds)
    with materiel.open(path) as db, closing(sqlite3.connect(file_uri(path, mode="ro"), uri=True)) as connection:
        warm = _time_lookups(_lookups(db, connection), rounds)
    nothing, peer, ours, opened = programs
    bare, by_id, *others = warm.seconds
    return report(
        [
            cold.line(nothing),
            cold.line(peer),
            cold.beside(ours, peer, IMPORT_GOAL),
            cold.beside(opened, peer),
            warm.line(bare),
            warm.beside(by_id, bare, LOOKUP_GOAL),
            *(warm.beside(name, bare) for name in others),
        ]
    )


def _lookups(db: materiel.Database, connection: sqlite3.Connection) -> dict[str, Callable[[], object]]:
    """Return what is timed, by its name: each of them looks up the same systems, of one kind."""
    kind = "aircraft"
    names = {system.id: system.name for system in db.find(kind=kind)}
    ids = random.Random(42).choices(list(names), k=LOOKUPS)  # noqa: S311
    query = f"SELECT * FROM equipment JOIN {kind} ON {kind}.id = equipment.id WHERE equipment.id = ?"
    return {
        "bare sqlite3 query": lambda: [connection.execute(query, (found,)).fetchone() for found in ids],
        'db["id"]': lambda: [db[found] for found in ids],
        'db["id"].wingspan_m': lambda: [db[found].wingspan_m for found in ids],
        'db["name"]': lambda: [db[names[found]] for found in ids],
    }


def _time_lookups(lookups: Mapping[str, Callable[[], object]], rounds: int) -> Medians:
    """Return the median seconds of one look-up each, in turn (A B A B), after a round that does not count."""
    found: dict[str, list[float]] = {name: [] for name in lookups}
    for number in range(rounds + 1):
        for name, look_up in lookups.items():
            began = time.perf_counter()
            look_up()
            taken = time.perf_counter() - began
            if number:
                found[name].append(taken / LOOKUPS)
    return Medians({name: statistics.median(times) for name, times in found.items()})


if __name__ == "__main__":
    sys.exit(main())
