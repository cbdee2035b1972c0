"""The embedded database: built in the user's data directory at first use, renewed when the seeds change.

It is built beside its place and moved there whole, by one process at a time. What its user added to it (copies of
sources, articles) is taken along. A database that its user changed otherwise is never replaced.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from materiel.database.location import Location, file_uri
from materiel.database.revision import REVISIONS
from materiel.database.writes import NOTE, note_writes, only_ours
from materiel.errors import DatabaseError
from materiel.resources import is_packaged, seeds_dir

if TYPE_CHECKING:
    from materiel.seeds.load import LoadReport, Progress

_LOCK_SECONDS = 120
OWN = "own"
PACKAGED = "packaged"


class _State(NamedTuple):
    """What a database says of the seeds it was built from; None where it says nothing."""

    origin: str | None
    stamp: str | None
    seeds_digest: str | None
    outdated: bool = False
    """Whether its schema is an older one."""


def ensure_embedded(location: Location) -> None:
    """Build or renew the embedded database if need be; a look at a few rows if not."""
    path = location.path
    if path is None or not location.embedded:
        return
    stamp = seeds_stamp(seeds_dir())
    if _is_current(_state(path), stamp):
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseError(f"{path.parent}: cannot make this directory: {error.strerror}") from error
    _build_locked(path, stamp)


def seeds_stamp(directory: Path) -> str:
    """Return a cheap mark of the seeds: number, total size and newest change of the files. It reads none.

    Every lookup asks for it. Where the program is installed, the folders are looked at and not each of the files.
    """
    count = size = newest = 0
    each_file = not is_packaged(directory)
    folders = [str(directory)]
    while folders:
        folder = folders.pop()
        newest = max(newest, Path(folder).stat().st_mtime_ns)
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir():
                    folders.append(entry.path)
                    continue
                count += 1
                if each_file:
                    found = entry.stat()
                    size += found.st_size
                    newest = max(newest, found.st_mtime_ns)
    return f"{count}-{size}-{newest}"


def _is_current(state: _State | None, stamp: str) -> bool:
    return state is not None and ((state.stamp == stamp and not state.outdated) or state.origin == OWN)


def _state(path: Path) -> _State | None:
    """Read what the database says of its build. None for a file that is missing or empty."""
    if not path.exists() or path.stat().st_size == 0:
        return None
    try:
        with closing(sqlite3.connect(file_uri(path, mode="ro"), uri=True)) as connection:
            facts = dict(connection.execute("SELECT key, value FROM build").fetchall())
            revisions = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    except sqlite3.Error:
        # Not ours, or damaged: reading it says so, with what to do.
        return _State(OWN, None, None)
    outdated = any(revision in REVISIONS[:-1] for (revision,) in revisions)
    return _State(facts.get("origin"), facts.get("seeds_stamp"), facts.get("seeds_digest"), outdated)


def _build_locked(path: Path, stamp: str) -> None:
    with locked(path):
        state = _state(path)
        try:
            if not _is_current(state, stamp):
                _build_or_keep(path, stamp, state)
        except OSError as error:
            raise DatabaseError(f"{path}: cannot be built: {error.strerror}") from error


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep other processes from building the embedded database, and from adding to it, until the end."""
    from filelock import FileLock, Timeout

    lock = FileLock(path.with_suffix(".lock"))
    try:
        lock.acquire(timeout=_LOCK_SECONDS)
    except Timeout:
        raise DatabaseError(f"{path}: another process has been building it for too long") from None
    except OSError as error:
        raise DatabaseError(f"{path}: cannot be locked: {error.strerror}") from error
    try:
        yield
    finally:
        lock.release()


def _build_or_keep(path: Path, stamp: str, state: _State | None) -> None:
    from materiel.seeds.files import seeds_digest

    if state is not None:
        if not state.outdated and state.seeds_digest == seeds_digest([seeds_dir()]):
            _restamp(path, stamp)
            return
        if only_ours(path) is None and not _as_built_before_0004(path):
            print(
                f"{path}: this version is newer than this database, but it has changes of your own and is kept;"
                " `materiel seeds load` replaces its content",
                file=sys.stderr,
            )
            return
    build(path, stamp)
    _old_note(path).unlink(missing_ok=True)


def _as_built_before_0004(path: Path) -> bool:
    """Say whether a file is as we left it when we still noted its size and time in a file beside it."""
    try:
        found = path.stat()
        return _old_note(path).read_text(encoding="ascii") == f"{found.st_size} {found.st_mtime_ns}"
    except OSError:
        return False


def _old_note(path: Path) -> Path:
    return path.with_suffix(".built")


def load_into(location: Location, directories: Sequence[Path], progress: Progress | None) -> LoadReport:
    """Load seeds of the user's own, or (without `directories`) those of this version, into a database.

    The embedded database then keeps the user's own seeds, and is no longer renewed by itself.
    """
    from materiel.seeds.load import load_directories

    if location.embedded and location.path is not None:
        location.path.parent.mkdir(parents=True, exist_ok=True)
    if directories:
        return load_directories(location, directories, progress)
    stamp = seeds_stamp(seeds_dir())
    report = load_directories(location, [seeds_dir()], progress, stamp=stamp, origin=PACKAGED)
    if location.embedded and location.path is not None:
        note_writes(location.path)
    return report


def build(path: Path, stamp: str) -> None:
    """Build the database of the packaged seeds beside `path`, then move it there in one step.

    What a reader added to the database that is there is taken along.
    """
    from materiel.seeds.load import load_directories

    for leftover in path.parent.glob(f"{path.name}.*.new*"):
        leftover.unlink(missing_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        taken = _take_additions(path, fresh)
        try:
            load_directories(Location(path=fresh), [seeds_dir()], stamp=stamp, origin=PACKAGED)
        except DatabaseError as error:
            if taken:
                raise _not_taken(path, error) from error
            raise
        note_writes(fresh)
        fresh.replace(path)
    finally:
        for remains in path.parent.glob(f"{fresh.name}*"):
            remains.unlink(missing_ok=True)


def _take_additions(path: Path, fresh: Path) -> bool:
    """Copy a database with additions: migrations bring them up to date there, and a load leaves them alone.

    Returns whether there are any.
    """
    if not path.exists():
        return False
    try:
        with closing(sqlite3.connect(file_uri(path, mode="ro"), uri=True)) as source:
            if not _has_additions(source):
                return False
            with closing(sqlite3.connect(fresh)) as target:
                source.backup(target)
    except sqlite3.Error as error:
        raise _not_taken(path, error) from error
    return True


def _not_taken(path: Path, error: Exception) -> DatabaseError:
    return DatabaseError(
        f"{path}: what you added cannot be taken along to newer seeds ({error}); the file is left as it is, and a new"
        " one is made if you move it away"
    )


def _has_additions(connection: sqlite3.Connection) -> bool:
    from materiel.models import READER_TABLES

    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return any(connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() for table in READER_TABLES & there)


def _restamp(path: Path, stamp: str) -> None:
    """Note that the seeds were compared; where that cannot be written, they are compared again next time."""
    count = only_ours(path)
    with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE build SET value = ? WHERE key = 'seeds_stamp'", (stamp,))
        if count is not None:
            connection.execute(NOTE.format(count=count + 1))
