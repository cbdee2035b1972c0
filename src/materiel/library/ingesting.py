"""Articles are ingested: read, perhaps by several processes, and stored one after the other by this one."""

from __future__ import annotations

import sqlite3
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from materiel.database.adding import additions
from materiel.database.location import Location
from materiel.database.reader import Reader
from materiel.errors import ArticlesError, TextError
from materiel.library.contents import Contents, ContentsReader, names_hash
from materiel.library.identity import Identity, identity
from materiel.library.storing import Store, Stored
from materiel.reading.articles import read_articles
from materiel.reading.designations import designations
from materiel.reading.document import Article
from materiel.workers import Workers, shared_work, workers

_BATCH_CHARACTERS, _BATCH_ARTICLES = 200_000, 50
"""A worker is given some articles at a time: asking for each would take longer than reading it."""

_NAMED = 100
"""Duplicates that a report names."""

Progress = Callable[[str, int], None]


@dataclass(slots=True)
class IngestReport:
    """What ingesting came to: articles by what became of them, and what is stored of those that are new or changed.

    `languages` counts articles by ISO 639-1 code, "unknown" for those of which it is unsure. `refused` has a line for
    each that could not be used, and `same` the first of the duplicates, each with the article that has the same text.
    """

    articles: Counter[Stored] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    sentences: int = 0
    mentions: int = 0
    unmatched: int = 0
    refused: list[str] = field(default_factory=list)
    same: list[tuple[str, str]] = field(default_factory=list)

    @property
    def read(self) -> int:
        """How many articles could be used."""
        return sum(self.articles.values())

    def count(self, article: Identity, contents: Contents, stored: Stored, same_as: str | None) -> None:
        """Count one article."""
        self.articles[stored] += 1
        self.languages[contents.language or "unknown"] += 1
        if same_as is not None and len(self.same) < _NAMED:
            self.same.append((article.id, same_as))
        if stored in (Stored.new, Stored.changed):
            self.sentences += len(contents.sentences)
            self.mentions += len(contents.mentions)
            self.unmatched += sum(times for _, times in contents.unmatched)

    def document(self) -> dict[str, Any]:
        """Return the report as JSON has it."""
        return {
            **{stored.value: self.articles[stored] for stored in Stored},
            "refused": len(self.refused),
            "sentences": self.sentences,
            "mentions": self.mentions,
            "unmatched": self.unmatched,
            "languages": dict(sorted(self.languages.items())),
            "problems": list(self.refused),
            "same": [{"article": article, "same_as": other} for article, other in self.same],
        }


class _Seen:
    """The ids of articles that came before, in a file of SQLite's own that is gone at the end: memory stays flat."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect("", isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = OFF")
        self._connection.execute("CREATE TABLE seen (id TEXT PRIMARY KEY) WITHOUT ROWID")

    def __contains__(self, article_id: str) -> bool:
        """Say whether an article of this id came before."""
        return self._connection.execute("SELECT 1 FROM seen WHERE id = ?", (article_id,)).fetchone() is not None

    def add(self, article_id: str) -> None:
        """Remember an id."""
        self._connection.execute("INSERT OR IGNORE INTO seen VALUES (?)", (article_id,))

    def close(self) -> None:
        """Forget them all."""
        self._connection.close()


def ingest(
    reader: Reader,
    location: Location,
    paths: Iterable[str | Path],
    progress: Progress,
    *,
    keep_text: bool = False,
    jobs: int = 1,
    encoding: str | None = None,
) -> IngestReport:
    """Store the articles of files, folders and standard input, as `read_articles` finds them, in a reader's own tables.

    Each article is one transaction: whatever ends the program, those before it are stored whole. Ingesting again
    changes nothing where text, names and rules are as they were. The sentences are stored as locators; `keep_text`
    stores their text too. `jobs` processes read; this one stores. Raises `DatabaseError`.
    """
    report = IngestReport()
    names = designations(reader)
    read = ContentsReader(names)
    with (
        closing(_Seen()) as seen,
        additions(location, small=True) as addition,
        workers(read if jobs > 1 else None, jobs) as pool,
    ):
        names_sha256, day = names_hash(names), date.today()
        for article, who, contents in _contents(pool, read, _articles(paths, encoding, report), report):
            try:
                with addition() as connection:
                    store = Store(connection, names_sha256, keep_text, day)
                    stored, same_as = store.put(who, contents, again=who.id in seen)
            except TextError as error:
                report.refused.append(f"{article.name}: {error}")
                continue
            seen.add(who.id)
            report.count(who, contents, stored, same_as)
            progress("articles", report.read)
    return report


def _articles(paths: Iterable[str | Path], encoding: str | None, report: IngestReport) -> Iterator[Article]:
    """Yield the articles that can be read, and note in the report those that cannot, at the end."""
    try:
        yield from read_articles(paths, encoding=encoding)
    except ArticlesError as error:
        report.refused += error.problems


_Known = tuple[Article, Identity]


def _contents(
    pool: Workers, read: ContentsReader, articles: Iterable[Article], report: IngestReport
) -> Iterator[tuple[Article, Identity, Contents]]:
    """Yield articles, without their text, with what is taken from them, in order."""
    waiting: deque[list[_Known]] = deque()

    def tasks() -> Iterator[tuple[Sequence[Article]]]:
        for batch in _batches(_known(articles, report), 1 if not pool.separate else _BATCH_ARTICLES):
            waiting.append([(replace(article, text="", kinds=()), who) for article, who in batch])
            yield ([article for article, _ in batch],)

    for found in pool.map(shared_work if pool.separate else read, tasks()):
        for (article, who), contents in zip(waiting.popleft(), found, strict=True):
            if isinstance(contents, str):
                report.refused.append(f"{article.name}: {contents}")
            else:
                yield article, who, contents


def _known(articles: Iterable[Article], report: IngestReport) -> Iterator[_Known]:
    for article in articles:
        try:
            yield article, identity(article)
        except TextError as error:
            report.refused.append(f"{article.name}: {error}")


def _batches(articles: Iterable[_Known], most: int) -> Iterator[list[_Known]]:
    batch: list[_Known] = []
    size = 0
    for article, who in articles:
        batch.append((article, who))
        size += len(article.text)
        if len(batch) >= most or size >= _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
