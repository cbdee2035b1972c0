"""Scale: does a lookup stay flat from 100 systems to 100,000, and how fast does `list --where` answer?

The databases are made by the generator and the loader; the large one takes minutes, and `--keep` keeps it.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from generator import Size, seeds
from measuring import MATERIEL, Medians, duration, report, time_processes

from materiel.catalog.names import resolve
from materiel.catalog.sheet import sheet
from materiel.database.engine import writing
from materiel.database.location import Location
from materiel.database.reader import Reader, open_reader
from materiel.seeds.load import load_seeds
from materiel.seeds.rows import Problems

FLAT_GOAL = 1.3
LIST_GOAL = 0.5
SYSTEM = "System 000042"
CONDITION = "max_speed_kmh > 398"
LOOKUPS = 300


def main() -> int:
    """Make the databases, time, print; the exit code says whether the goals are met."""
    options = _options()
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        return _run(options.keep, options.small, options.large, options.rounds)
    with tempfile.TemporaryDirectory() as directory:
        return _run(Path(directory), options.small, options.large, options.rounds)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    small, large = Size(100, 2_000), Size(100_000, 2_000_000)
    form = "SYSTEMS:CLAIMS"
    parser.add_argument("--small", type=_size, default=small, metavar=form, help="the small database (100:2000)")
    parser.add_argument("--large", type=_size, default=large, metavar=form, help="the large database (100000:2000000)")
    parser.add_argument("--rounds", type=int, default=15, metavar="N", help="runs of each command (15)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the databases here and use them again")
    return parser.parse_args()


def _size(text: str) -> Size:
    systems, claims = text.split(":")
    return Size(int(systems), int(claims))


def _run(directory: Path, small: Size, large: Size, rounds: int) -> int:
    files = {_label(size): _database(directory, size) for size in (small, large)}
    commands = {f"show, {label}": [*MATERIEL, "show", SYSTEM, "--db", str(file)] for label, file in files.items()}
    near, far = commands
    listing = f"list --where, {_label(large)}"
    commands[listing] = [*MATERIEL, "list", "--where", CONDITION, "--db", str(files[_label(large)])]
    medians = time_processes(commands, rounds)
    lines = [medians.line(near), medians.beside(far, near, FLAT_GOAL), medians.within(listing, LIST_GOAL)]
    for what, ask in (("name to id, in process", resolve), ("whole sheet, in process", sheet)):
        inside = Medians({f"{what}, {label}": _lookup(file, ask) for label, file in files.items()})
        near, far = inside.seconds
        lines += [inside.line(near), inside.beside(far, near)]
    return report(lines)


def _label(size: Size) -> str:
    return f"{size.systems:,} systems"


def _database(directory: Path, size: Size) -> Path:
    """Make the database of `size`, unless it stands there whole; return its path."""
    path = directory / f"scale-{size.systems}-{size.claims}.sqlite"
    if not path.exists():
        began = time.perf_counter()
        fresh = path.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        _load(fresh, size)
        fresh.rename(path)
        taken = duration(time.perf_counter() - began)
        print(f"made {_label(size)}, {size.claims:,} claims in {taken}", file=sys.stderr)
    return path


def _load(path: Path, size: Size) -> None:
    about = {"seeds_digest": "", "seeds_stamp": "", "origin": "own"}
    with writing(Location(path=path), bulk=True) as connection:
        load_seeds(connection, seeds(size), Problems(), about, lambda _step, _count: None)


def _lookup(file: Path, ask: Callable[[Reader, str], object]) -> float:
    """Return the median seconds of a lookup on one open connection, over names spread over the database."""
    with open_reader(Location(path=file)) as reader:
        names = [row["name"] for row in reader.rows("SELECT name FROM equipment ORDER BY id")]
        chosen = random.Random(42).choices(names, k=LOOKUPS)  # noqa: S311
        return statistics.median(_times(reader, chosen, ask))


def _times(reader: Reader, names: Sequence[str], ask: Callable[[Reader, str], object]) -> list[float]:
    found = []
    for name in names:
        began = time.perf_counter()
        ask(reader, name)
        found.append(time.perf_counter() - began)
    return found


if __name__ == "__main__":
    sys.exit(main())
