"""Sources listed, and one source whole: its sentences with what cites each, so that a gap can be seen."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from materiel.catalog import queries
from materiel.catalog.units import in_units
from materiel.database.reader import Reader
from materiel.errors import NotInDatabaseError

Row = dict[str, Any]


def list_sources(reader: Reader) -> list[Row]:
    """Return all sources with the number of their sentences and statements."""
    return [_dated(row, "retrieved") for row in reader.rows(queries.SOURCES)]


def source(reader: Reader, source_id: str, units: str = "metric") -> Row:
    """Return one source with its sentences, what each of them states, whom it mentions, and the attached copy.

    Raises `NotInDatabaseError`, with close matches, if there is no such source.
    """
    found = source_record(reader, source_id)
    citing: dict[int, list[Row]] = defaultdict(list)
    for row in reader.rows(queries.CITING, id=source_id):
        citing[row.pop("ordinal")].append(in_units(row, units))
    mentions: dict[int, list[Row]] = defaultdict(list)
    for row in reader.rows(queries.SOURCE_MENTIONS, id=source_id):
        mentions[row.pop("ordinal")].append(row)
    sentences = [
        {**row, "mentions": mentions[row["ordinal"]], "statements": citing[row["ordinal"]]}
        for row in reader.rows(queries.SENTENCES, id=source_id)
    ]
    attachments = [_dated(row, "attached") for row in reader.rows(queries.ATTACHMENT, id=source_id)]
    return {**found, "attachment": attachments[0] if attachments else None, "sentences": sentences}


def source_record(reader: Reader, source_id: str) -> Row:
    """Return what is recorded of a source itself.

    Raises `NotInDatabaseError`, with close matches, if there is no such source.
    """
    found = reader.rows(queries.SOURCE, id=source_id)
    if not found:
        raise NotInDatabaseError(f"no source has the id {source_id!r}{_suggestion(reader, source_id)}")
    return _dated(found[0], "retrieved")


def _dated(row: Row, column: str) -> Row:
    # SQLite gives days as text, a server as objects.
    return {**row, column: str(row[column])}


def _suggestion(reader: Reader, source_id: str) -> str:
    from rapidfuzz import process

    ids = [row["id"] for row in reader.rows(queries.SOURCE_IDS)]
    close = [match for match, _, _ in process.extract(source_id, ids, limit=3, score_cutoff=70)]
    return f"; did you mean {', '.join(close)}?" if close else "; `materiel source list` names them all"
