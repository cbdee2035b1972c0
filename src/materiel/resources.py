"""Where the seeds and the migrations are: inside an installed package, or beside `src/` in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
_PACKAGED = _PACKAGE / "_data"
_CHECKOUT = _PACKAGE.parent.parent


def _resource(name: str) -> Path:
    packaged = _PACKAGED / name
    return packaged if packaged.is_dir() else _CHECKOUT / name


def seeds_dir() -> Path:
    """Return the directory of the seeds that this version of materiel carries."""
    return _resource("seeds")


def is_packaged(directory: Path) -> bool:
    """Say whether a directory is part of an installed package: what is in there changes with its folders alone."""
    return directory.is_relative_to(_PACKAGED)


def migrations_dir() -> Path:
    """Return the directory of the Alembic migrations."""
    return _resource("migrations")
