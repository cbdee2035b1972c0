"""Sides compared, as `materiel diff` compares them."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

from materiel.changes.comparison import SECTIONS, Comparison, compare
from materiel.changes.sides import open_side
from materiel.database.location import Location
from materiel.seeds.load import load_directories


def silent(_step: str, _count: int) -> None:
    """Take a report of progress."""


def compared(
    old: Path | str, new: Path | str, sections: Collection[str] = tuple(SECTIONS), units: str = "metric"
) -> Comparison:
    """Compare two sides, given as on the command line."""
    with open_side(str(old), silent) as before, open_side(str(new), silent) as after:
        return compare(before, after, sections, units, silent)


def database(seeds: Path, path: Path) -> Path:
    """Load seeds into a SQLite file, and return it."""
    load_directories(Location(path=path), [seeds])
    return path


def change(path: Path, sql: str) -> None:
    """Change a SQLite file by SQL."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(sql)
