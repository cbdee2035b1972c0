"""How copies of sources are shown to people, beside what we keep of their sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from materiel.cli.output import Answer, Lines, Table

if TYPE_CHECKING:
    from materiel.library.copies import Copy
    from materiel.reading.attachment import Kept

Row = dict[str, Any]


def attached_answer(copy: Copy, database: str) -> Answer:
    """Return what there is to say of a copy that was attached."""
    counted = ", ".join(f"{count} {found}" for found, count in copy.counts.items())
    total = f"{len(copy.matches)} sentence{'s' if len(copy.matches) != 1 else ''}"
    facts = [[f"file: {copy.file}"], [f"{total}: {counted}"], *_language(copy)]
    facts.append([f"kept in {database}, and left out of what is exported from there"])
    document = {**copy.document(), "database": database}
    blocks = [Lines(facts), *_differences(copy)]
    return Answer(document, list(_records(document)), blocks, f"{copy.source.title} ({copy.source.id})")


def verified_answer(copies: Sequence[Copy]) -> Answer:
    """Return what there is to say of copies that were held against their sources."""
    documents = [copy.document() for copy in copies]
    rows = [
        [
            copy.source.id,
            "(no copy)" if copy.file is None else Path(copy.file).name,
            *(str(count) for count in copy.counts.values()),
        ]
        for copy in copies
    ]
    blocks: list[Table | Lines] = [Table(("source", "file", "exact", "moved", "changed", "missing"), rows)]
    for copy in copies:
        if copy.file is not None:
            if copy.foreign:
                blocks.append(Lines(_language(copy), heading=copy.source.id))
            blocks += _differences(copy)
    return Answer(documents, [record for document in documents for record in _records(document)], blocks)


def _language(copy: Copy) -> list[list[str]]:
    if not copy.foreign:
        return []
    return [[f"the copy is in another language ({copy.language}) than the source ({copy.source.language})"]]


def _differences(copy: Copy) -> Iterator[Table | Lines]:
    changed = [
        [f"{match.kept.ordinal}", _as_read(match.kept), match.text or ""]
        for match in copy.matches
        if match.found == "changed"
    ]
    missing = [
        [f"{match.kept.ordinal} (paragraph {match.kept.paragraph}): {_words(match.kept)}"]
        for match in copy.matches
        if match.found == "missing"
    ]
    if changed:
        yield Table(("sentence", "as it was read", "in the copy"), changed, heading=f"Changed, of {copy.source.id}")
    if missing:
        yield Lines(missing, heading=f"Missing, of {copy.source.id}")


def _words(kept: Kept) -> str:
    return kept.text or f"{kept.starts} \u2026 {kept.ends}"


def _as_read(kept: Kept) -> str:
    return "\n".join([_words(kept), *(f"\u201c{quote}\u201d" for quote in kept.quotes)])


def _records(document: Row) -> Iterator[Row]:
    """Yield a flat record for each sentence."""
    for sentence in document["sentences"]:
        yield {"source_id": document["source_id"], "file": document["file"], **sentence}
