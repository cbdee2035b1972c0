"""The two sides that are compared: a database, seeds or a release, each opened as a database that is read."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from materiel.catalog import queries
from materiel.changes.wheel import extract_seeds
from materiel.database.location import Location, embedded_path, locate
from materiel.database.reader import Reader, SqliteReader, connect_readonly, open_reader, revision_of
from materiel.database.revision import REVISIONS
from materiel.errors import ComparisonError, SeedError
from materiel.export.content import Content, Progress
from materiel.export.tables import Level
from materiel.export.target import MARK
from materiel.resources import seeds_dir

EMBEDDED: Final = "embedded"
"""Word for the database in the user's data directory."""

SEEDS: Final = "seeds"
"""Word for the seeds of this version."""

_SQLITE = b"SQLite format 3\x00"
_ZIP = b"PK\x03\x04"
_SEED_PARTS = ("agents.toml", "categories.toml", "equipment", "sources")
"""What a seed folder has one of at the least."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side: what it is called, what kind of thing it is, and the database that it is read from."""

    name: str
    kind: str
    location: Location
    reader: Reader

    def content(self, level: Level, progress: Progress, until_end: ExitStack) -> Content:
        """Return the tables of `level`. Worker processes, if any, end with `until_end`."""
        return Content(self.reader, self.location, level, progress, None, until_end)

    def about(self) -> dict[str, str | None]:
        """Return what the side is, as answers name it."""
        build = {row["key"]: row["value"] for row in self.reader.rows(queries.BUILD)}
        return {"name": self.name, "kind": self.kind, "content_digest": build.get("content_digest")}


@contextmanager
def open_side(given: str, progress: Progress) -> Iterator[Side]:
    """Open what `given` names, as it is at one moment: nothing there is changed.

    It is the address or file of a database, a folder of seeds, a wheel of materiel, or a word: `embedded`, `seeds`.
    What is there as a file or folder goes before a word. Raises `ComparisonError` for anything else, `SeedError`
    for seeds that are wrong, and `DatabaseError` for a database that cannot be read.
    """
    with tempfile.TemporaryDirectory(prefix="materiel-diff-") as folder:
        kind, location, name = _found(given, Path(folder), progress)
        with open_reader(location) as reader, reader.snapshot():
            yield Side(name, kind, location, reader)


def _found(given: str, folder: Path, progress: Progress) -> tuple[str, Location, str]:
    """Return what kind of thing `given` names, the database to read for it, and how it is shown."""
    path = Path(given)
    if given and path.is_dir():
        return _folder(path, folder, progress)
    if given and path.exists():
        return _file(path, folder, progress)
    if given == EMBEDDED:
        return "database", _embedded(), EMBEDDED
    if given == SEEDS:
        return "seeds", _built(seeds_dir(), folder, progress), SEEDS
    location = locate(given) if given else Location(path=path)
    if location.path is None:
        return "database", location, str(location)
    if location.path != path and location.path.exists():
        return _file(location.path, folder, progress)
    raise ComparisonError(
        f"{given!r}: there is no such file or folder; name a database, a folder of seeds, a wheel of materiel,"
        f" {EMBEDDED} or {SEEDS}"
    )


def _embedded() -> Location:
    from materiel.database.embedded import ensure_embedded

    location = Location(path=embedded_path(), embedded=True)
    ensure_embedded(location)
    return location


def _folder(path: Path, folder: Path, progress: Progress) -> tuple[str, Location, str]:
    if (path / MARK).is_file():
        return "export", _restored(path, folder, progress), str(path)
    if any((path / part).exists() for part in _SEED_PARTS):
        return "seeds", _built(path, folder, progress), str(path)
    raise ComparisonError(f"{path}: is no folder of seeds, nor an export: it has none of {', '.join(_SEED_PARTS)}")


def _file(path: Path, folder: Path, progress: Progress) -> tuple[str, Location, str]:
    if not path.is_file():
        raise ComparisonError(f"{path}: is neither a file nor a folder")
    with path.open("rb") as file:
        start = file.read(len(_SQLITE))
    if start.startswith(_ZIP):
        return "wheel", _wheel(path, folder, progress), str(path)
    if start == _SQLITE:
        return "database", _current(Location(path=path), folder), str(path)
    raise ComparisonError(f"{path}: is neither a SQLite database nor a wheel of materiel")


def _built(seeds: Path, folder: Path, progress: Progress) -> Location:
    from materiel.seeds.load import load_directories

    location = Location(path=folder / "built.sqlite")
    load_directories(location, [seeds], progress)
    return location


def _restored(path: Path, folder: Path, progress: Progress) -> Location:
    from materiel.export.restore import restore

    location = Location(path=folder / "restored.sqlite")
    restore(path, location, progress)
    return location


def _wheel(path: Path, folder: Path, progress: Progress) -> Location:
    seeds = folder / "seeds"
    extract_seeds(path, seeds)
    try:
        return _built(seeds, folder, progress)
    except SeedError as error:
        # The files are named as they stand in the wheel: the folder is gone when this is read.
        raise SeedError([line.replace(seeds.as_posix(), path.as_posix()) for line in error.problems]) from None


def _current(location: Location, folder: Path) -> Location:
    """Return the location, or if its schema is an older one, that of a copy that is upgraded."""
    with closing(connect_readonly(location)) as connection:
        if revision_of(SqliteReader(connection, location)) not in REVISIONS[:-1]:
            return location
        copy = Location(path=folder / "upgraded.sqlite")
        with closing(sqlite3.connect(str(copy.path))) as target:
            connection.backup(target)
    _upgrade(copy)
    return copy


def _upgrade(location: Location) -> None:
    from materiel.database.engine import writing
    from materiel.seeds.load import prepare_schema

    # In bulk: a migration may make a table anew to which others refer.
    with writing(location, bulk=True) as connection:
        prepare_schema(connection)
