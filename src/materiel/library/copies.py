"""Copies of sources: what we keep of a source is read from the database, and a copy is held against it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from materiel.catalog import queries
from materiel.catalog.sources import source_record
from materiel.database.reader import Reader
from materiel.reading.attachment import Found, Kept, Match, hold
from materiel.reading.document import Article, Document
from materiel.reading.text import source_hash

Row = dict[str, Any]

STANDS = frozenset({Found.exact, Found.moved})
"""Results that prove a sentence: its hash is in the copy."""


@dataclass(frozen=True, slots=True)
class Locators:
    """What we keep of a source and its sentences."""

    id: str
    title: str
    url: str
    language: str
    canonical_version: int
    kept: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that was held against a source: a match for each sentence that we keep.

    `file` is None where no copy was found: every sentence is missing then. `sha256` is that of all its sentences, as
    a source record has it, and `language` an ISO 639-1 code, or None if unsure.
    """

    source: Locators
    matches: tuple[Match, ...]
    file: str | None = None
    sha256: str | None = None
    language: str | None = None

    @property
    def counts(self) -> dict[Found, int]:
        """How many sentences were found in which way."""
        counted = Counter(match.found for match in self.matches)
        return {found: counted[found] for found in Found}

    @property
    def stands(self) -> bool:
        """Whether every sentence is there, word by word."""
        return all(match.found in STANDS for match in self.matches)

    @property
    def foreign(self) -> bool:
        """Whether it is in another language than the source."""
        return self.language is not None and self.language != self.source.language

    def document(self) -> Row:
        """Return it as answers in JSON have it."""
        return {
            "source_id": self.source.id,
            "title": self.source.title,
            "file": self.file,
            "sha256": self.sha256,
            "language": self.language,
            "counts": {found.value: count for found, count in self.counts.items()},
            "sentences": [_sentence(match) for match in self.matches],
        }


def _sentence(match: Match) -> Row:
    kept = match.kept
    return {
        "ordinal": kept.ordinal,
        "paragraph": kept.paragraph,
        "sha256": kept.sha256,
        "starts": kept.starts,
        "ends": kept.ends,
        "quotes": list(kept.quotes),
        "result": match.found.value,
        "copy_ordinal": match.ordinal,
        "text": match.text,
    }


def locators(reader: Reader, source_id: str) -> Locators:
    """Return what we keep of a source. Raises `NotInDatabaseError`, with close matches, if there is no such source."""
    record = source_record(reader, source_id)
    words: dict[int, list[Row]] = defaultdict(list)
    for row in reader.rows(queries.SOURCE_WORDS, id=source_id):
        words[row["ordinal"]].append(row)
    names: dict[int, list[str]] = defaultdict(list)
    for row in reader.rows(queries.SOURCE_MENTIONS, id=source_id):
        names[row["ordinal"]].append(row["name"])
    kept = tuple(
        Kept(
            ordinal=row["ordinal"],
            paragraph=row["paragraph"],
            sha256=row["sha256"],
            starts=row["starts"],
            ends=row["ends"],
            quotes=_given(found["quote"] for found in words[row["ordinal"]]),
            cues=_given(found["cue"] for found in words[row["ordinal"]]),
            names=_given(names[row["ordinal"]]),
            text=row["text"],
        )
        for row in reader.rows(queries.SENTENCES, id=source_id)
    )
    columns = ("id", "title", "url", "language", "canonical_version")
    return Locators(**{name: record[name] for name in columns}, kept=kept)


def _given(words: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found for found in words if found))


def held(source: Locators, article: Article, document: Document) -> Copy:
    """Hold an article, which was read as `document`, against what we keep of a source."""
    return Copy(
        source,
        tuple(hold(document, source.kept)),
        article.name,
        source_hash(sentence.text for sentence in document.sentences),
        document.language,
    )


def no_copy(source: Locators) -> Copy:
    """Return what there is to say where no copy of a source was found."""
    return Copy(source, tuple(Match(kept, Found.missing) for kept in source.kept))
