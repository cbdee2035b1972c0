"""How long loading takes, how much memory, how large the file is. See README.md beside this file."""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from pathlib import Path

import generator
from tabulate import tabulate

from materiel.database.engine import writing
from materiel.database.location import Location
from materiel.seeds.load import load_seeds
from materiel.seeds.rows import Problems


def _peak_mb(who: int) -> float:
    return resource.getrusage(who).ru_maxrss / 1024


def _measure(size: generator.Size, path: Path) -> list[list[str]]:
    began = time.monotonic()
    with writing(Location(path=path), bulk=True) as connection:
        report = load_seeds(connection, generator.seeds(size), Problems(), {}, lambda _step, _count: None)
    seconds = time.monotonic() - began
    own, worker = _peak_mb(resource.RUSAGE_SELF), _peak_mb(resource.RUSAGE_CHILDREN)
    return [
        ["systems", f"{report.systems:,}", ""],
        ["claims", f"{report.statements:,}", ""],
        ["seconds", f"{seconds:.1f}", "<= 180 for 2,000,000 claims"],
        ["claims a second", f"{report.statements / seconds:,.0f}", ""],
        ["peak memory, this process (MB)", f"{own:,.0f}", ""],
        ["peak memory, the largest worker (MB)", f"{worker:,.0f}", "<= 1,000 together"],
        ["file (MB)", f"{path.stat().st_size / 1e6:,.0f}", ""],
    ]


def main() -> None:
    """Load generated seeds of the size that the command line names, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--systems", type=int, default=100_000)
    parser.add_argument("--claims", type=int, default=2_000_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = _measure(generator.Size(options.systems, options.claims), Path(folder) / "load.sqlite")
    print(tabulate(rows, headers=["what", "measured", "goal"], disable_numparse=True))


if __name__ == "__main__":
    main()
