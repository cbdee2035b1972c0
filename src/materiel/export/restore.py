"""A database is built from an export that holds all that is known: in one transaction, with all checks.

What an export says of its own content, by digest, is compared with what was built. Where it is not the same,
nothing is written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final, Protocol

from sqlalchemy import Connection

from materiel.database.engine import row_batches, writing
from materiel.database.location import Location
from materiel.database.reader import open_reader
from materiel.errors import RestoreError
from materiel.export.content import Content, Progress, open_content
from materiel.export.formats import format_module
from materiel.export.tables import ExportTable, Level
from materiel.export.target import MARK
from materiel.export.whole import whole_tables
from materiel.seeds.batches import columns
from materiel.seeds.digest import content_digest
from materiel.seeds.load import prepare_schema, record_build
from materiel.seeds.rows import lookup_rows
from materiel.seeds.search import refresh_search
from materiel.seeds.writer import gather_statistics, insert_rows, without_indexes
from materiel.text.printable import has_control

SUFFIXES: Final = {"csv": "csv", "datapackage": "csv", "jsonl": "jsonl", "parquet": "parquet"}
"""Formats from which a database can be built, each with the end of the names of its files. SQLite is another."""

_SQLITE = b"SQLite format 3\x00"
_ROWS = 5000
"""Rows that are written at a time."""

_NAMED = "SELECT id, name FROM equipment"
# In the order of a load: of several schemes in which a system has one name, it keeps the first.
_DESIGNATED = (
    "SELECT designation.equipment_id, designation.name, designation.scheme FROM designation"
    " JOIN evidence ON evidence.id = designation.evidence_id JOIN sentence ON sentence.id = evidence.sentence_id"
    " ORDER BY sentence.source_id, sentence.ordinal, evidence.id"
)
_LOOKUP = ("equipment_id", "name", "key", "origin")

_WHAT = f"a database is built from a full export (--receipts full) as {', '.join(SUFFIXES)} or sqlite"

Rows = Iterator[tuple[Any, ...]]


class _Export(Protocol):
    """What is read."""

    digest: str | None
    """The digest of the content, if it is that of a whole database."""

    def rows(self, table: ExportTable) -> Rows:
        """Yield the rows of a table."""


def restore(path: Path, location: Location, progress: Progress) -> str:
    """Build the database at `location`, which is empty, from the export at `path`. Return the digest of its content.

    `path` is a folder that `materiel export --receipts full` wrote as one of `SUFFIXES`, or a SQLite database
    of materiel. Raises `RestoreError` for anything else, and for a content that is not what the export says it
    is, and `DatabaseError` for rows that the database refuses; then nothing is written.
    """
    with _opened(path, progress) as export, _removed_after_error(location), writing(location, bulk=True) as connection:
        prepare_schema(connection)
        tables = [table for table in whole_tables(connection.dialect.name, selected=False) if table.name in columns()]
        with without_indexes(connection, *(table.name for table in tables)):
            for table in tables:
                _insert(connection, table, export.rows(table), progress)
            _insert_lookup(connection)
        progress("texts indexed", 0)
        refresh_search(connection)
        gather_statistics(connection)
        progress("rows in the digest", 0)
        digest = content_digest(connection)
        if export.digest not in (None, digest):
            raise RestoreError(f"{path}: the content was changed: its digest is not the one that the export names")
        record_build(connection, {"content_digest": digest, "origin": "own"})
    return digest


@contextmanager
def _removed_after_error(location: Location) -> Iterator[None]:
    """Remove the file of a database that was not there before: without its rows it is none."""
    made = location.path if location.path is not None and not location.path.exists() else None
    try:
        yield
    except BaseException:
        if made is not None:
            made.unlink(missing_ok=True)
        raise


def _insert(connection: Connection, table: ExportTable, rows: Rows, progress: Progress) -> None:
    names = [str(column.name) for column in table.columns]
    # A server looks for a family when the rows of one command are all there.
    size = None if table.name == "equipment" else _ROWS
    written = 0
    while some := list(islice(rows, size)):
        _refuse_controls(table, some)
        insert_rows(connection, table.name, names, some)
        written += len(some)
        progress(f"rows of {table.name}", written)


def _refuse_controls(table: ExportTable, rows: Iterable[tuple[Any, ...]]) -> None:
    """Raise `RestoreError` for a text that no seed could hold."""
    for row in rows:
        text = "".join(value for value in row if isinstance(value, str))
        if not text.isprintable() and has_control(text):
            raise RestoreError(f"{table.name} {row[0]}: a text holds a control character")


def _insert_lookup(connection: Connection) -> None:
    """Make the keys under which systems are found, as loading makes them."""
    named = chain.from_iterable(row_batches(connection, _NAMED, _ROWS))
    found = [lookup_rows(system, {system: "id", name: "name"}) for system, name in named]
    designated = chain.from_iterable(row_batches(connection, _DESIGNATED, _ROWS))
    found += [lookup_rows(system, {name: scheme}) for system, name, scheme in designated]
    rows: dict[tuple[str, str], tuple[Any, ...]] = {}
    for _, row in chain.from_iterable(found):
        rows.setdefault((row["equipment_id"], row["name"]), tuple(row[name] for name in _LOOKUP))
    if rows:
        insert_rows(connection, "lookup", _LOOKUP, list(rows.values()))


@contextmanager
def _opened(path: Path, progress: Progress) -> Iterator[_Export]:
    if path.is_dir():
        yield _Folder(path)
        return
    try:
        with path.open("rb") as file:
            is_database = file.read(len(_SQLITE)) == _SQLITE
    except OSError as error:
        raise RestoreError(f"{path}: cannot be read ({error.strerror})") from error
    if not is_database:
        raise RestoreError(f"{path}: is neither a folder that was exported nor a SQLite database; {_WHAT}")
    location = Location(path=path)
    with open_reader(location) as reader, open_content(reader, location, Level.full, progress) as content:
        yield _Database(content)


class _Database:
    """A database of materiel, whoever made it."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self.digest: str | None = content.about["content_digest"]

    def rows(self, table: ExportTable) -> Rows:
        """Yield the rows of a table."""
        found = next(each for each in self._content.tables if each.name == table.name)
        return map(tuple, self._content.rows(found))


class _Folder:
    """A folder with a file for each table."""

    def __init__(self, path: Path) -> None:
        self._path = path
        about = _read_mark(path)
        self._format = str(about.get("format"))
        if self._format not in SUFFIXES:
            raise RestoreError(f"{path}: was exported as {self._format}; {_WHAT}")
        if about.get("receipts") != Level.full:
            raise RestoreError(f"{path}: was exported with --receipts {about.get('receipts')}; {_WHAT}")
        self.digest: str | None = about.get("content_digest") if about.get("systems") is None else None

    def rows(self, table: ExportTable) -> Rows:
        """Yield the rows of a table."""
        path = self._path / f"{table.name}.{SUFFIXES[self._format]}"
        try:
            yield from format_module(self._format).read_rows(path, table)
        except UnicodeDecodeError as error:
            raise RestoreError(f"{path}: is not UTF-8 text") from error
        except OSError as error:
            raise RestoreError(f"{path}: cannot be read ({error.strerror})") from error


def _read_mark(path: Path) -> dict[str, Any]:
    try:
        about = json.loads((path / MARK).read_bytes())
    except (OSError, ValueError):
        about = None
    if not isinstance(about, dict):
        raise RestoreError(f"{path}: is no folder that was exported: it has no readable {MARK}; {_WHAT}")
    return about
