"""Wheels for tests: releases of materiel that hold seeds."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

INSIDE = "materiel/_data/seeds"
"""Where a wheel has the seeds."""


def wheel(path: Path, seeds: Path) -> Path:
    """Make a wheel with the seeds in a folder, and return it."""
    with ZipFile(path, "w") as archive:
        archive.writestr("materiel/__init__.py", "raise RuntimeError('nobody runs this')\n")
        for file in sorted(seeds.rglob("*.toml")):
            archive.write(file, f"{INSIDE}/{file.relative_to(seeds).as_posix()}")
    return path
