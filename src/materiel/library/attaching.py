"""A copy of a source is attached: the text of its sentences is kept in the reader's own database, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert

from materiel.catalog.sources import source_record
from materiel.database.adding import adding
from materiel.database.location import Location
from materiel.database.reader import Reader
from materiel.errors import ArticlesError, CopyError
from materiel.library.choice import Sources, copy_in
from materiel.library.copies import Copy
from materiel.models import AttachedSentence, Attachment
from materiel.reading.attachment import Found


class Attached(NamedTuple):
    """A copy that was attached, and a line for each other article in its file that could not be read."""

    copy: Copy
    problems: list[str]


def attach(
    reader: Reader, location: Location, source_id: str, path: str | Path, progress: Callable[[str, int], None]
) -> Attached:
    """Keep the copy of a source in the file at `path`, in place of an earlier one. Returns what was found.

    Of sentences that have changed, the text is kept as that of the copy. A copy in which every sentence is missing
    is refused. All is done in one transaction. Raises `NotInDatabaseError`, `ArticlesError` for a file that cannot be
    read, `CopyError` for a copy that is none, and `DatabaseError`.
    """
    source_record(reader, source_id)
    copy, problems = copy_in(Sources(reader, [source_id]), source_id, path, progress)
    if copy is None:
        raise ArticlesError(problems or [f"{path}: holds no article"])
    _require_some(copy)
    with adding(location) as connection:
        _remove(connection, source_id)
        connection.execute(
            insert(Attachment),
            {
                "source_id": source_id,
                "file": Path(copy.file or "").name,
                "sha256": copy.sha256,
                "canonical_version": copy.source.canonical_version,
                "attached": date.today(),
            },
        )
        connection.execute(
            insert(AttachedSentence),
            [
                {
                    "source_id": source_id,
                    "ordinal": match.kept.ordinal,
                    "sha256": match.kept.sha256,
                    "result": match.found.value,
                    "copy_ordinal": match.ordinal,
                    "text": match.text,
                }
                for match in copy.matches
            ],
        )
    return Attached(copy, problems)


def detach(reader: Reader, location: Location, source_id: str) -> None:
    """Remove the copy of a source. Raises `CopyError` if none is attached, and `NotInDatabaseError`, `DatabaseError`.

    The copy of a source that is no longer in the database can be removed too.
    """
    with adding(location) as connection:
        removed = _remove(connection, source_id)
    if not removed:
        source_record(reader, source_id)
        raise CopyError(f"{source_id}: no copy is attached")


def _remove(connection: Connection, source_id: str) -> bool:
    connection.execute(delete(AttachedSentence).where(AttachedSentence.source_id == source_id))
    return bool(connection.execute(delete(Attachment).where(Attachment.source_id == source_id)).rowcount)


def _require_some(copy: Copy) -> None:
    total = len(copy.matches)
    if not total:
        raise CopyError(f"{copy.source.id}: we keep no sentence of this source, so there is nothing to look for")
    if copy.counts[Found.missing] == total:
        language = f"; it is in {copy.language!r}, the source in {copy.source.language!r}" if copy.foreign else ""
        raise CopyError(
            f"{copy.file}: is no copy of {copy.source.id}: none of its {total} sentences is there{language};"
            " nothing was kept"
        )
