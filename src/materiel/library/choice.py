"""Which of many articles is a copy of which source: told by a name, else by the sentences that they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from materiel.catalog import queries
from materiel.database.reader import Reader
from materiel.errors import ArticlesError, TextError
from materiel.library.copies import Copy, Locators, held, locators
from materiel.reading.articles import read_articles
from materiel.reading.document import Article, Document
from materiel.reading.text import read_text

Progress = Callable[[str, int], None]
_Rank = tuple[bool, int]
"""Whether an article is named after a source, and how many hashes of its sentences it has."""


@dataclass
class Choice:
    """The best copy of each source that one was found of, by the source's id, and a line for each that is no text."""

    copies: dict[str, Copy] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


class Sources:
    """The sources that copies are looked for of, or all of them (`wanted` is None).

    What we keep of one is read when a copy of it turns up.
    """

    def __init__(self, reader: Reader, wanted: Collection[str] | None) -> None:
        self._reader = reader
        self._known: dict[str, Locators] = {}
        self._addresses: dict[str, list[str]] = defaultdict(list)
        self.ids: list[str] = []
        for row in reader.rows(queries.SOURCE_ADDRESSES):
            if wanted is None or row["id"] in wanted:
                self.ids.append(row["id"])
                self._addresses[row["url"]].append(row["id"])
        self._own = frozenset(self.ids)
        self._by_hash: dict[str, list[str]] = defaultdict(list)
        for source_id, sha256 in reader.stream(queries.HASHES) if wanted is None else self._hashes():
            self._by_hash[sha256].append(source_id)

    def _hashes(self) -> Iterator[tuple[str, str]]:
        for source_id in self.ids:
            for kept in self.locators(source_id).kept:
                yield source_id, kept.sha256

    def locators(self, source_id: str) -> Locators:
        """Return what we keep of a source."""
        if source_id not in self._known:
            self._known[source_id] = locators(self._reader, source_id)
        return self._known[source_id]

    def ranks(self, article: Article, document: Document) -> dict[str, _Rank]:
        """Return the sources that an article may be a copy of, with how good a copy it may be."""
        named = {Path(article.name).stem, article.id or "", *self._addresses.get(article.url or "", [])} & self._own
        hashes = {sentence.sha256 for sentence in (*document.sentences, *document.furniture)}
        votes = Counter(source_id for sha256 in hashes for source_id in self._by_hash.get(sha256, ()))
        return {source_id: (source_id in named, votes[source_id]) for source_id in {*named, *votes}}


def best_copies(sources: Sources, paths: Iterable[str | Path], progress: Progress) -> Choice:
    """Return the best copy of each source among the articles of files and folders.

    A file is a copy of the source whose id its name has, without its ending, and so is a record of JSONL with the id
    or address of the source; else the article that has the most sentences of a source is. Of several that are as
    good, it is the first.
    """
    choice = Choice()
    best: dict[str, _Rank] = {}
    for article, document in _documents(paths, choice.problems, progress):
        for source_id, rank in sorted(sources.ranks(article, document).items()):
            if source_id not in best or rank > best[source_id]:
                best[source_id] = rank
                choice.copies[source_id] = held(sources.locators(source_id), article, document)
    return choice


def copy_in(sources: Sources, source_id: str, path: str | Path, progress: Progress) -> tuple[Copy | None, list[str]]:
    """Return the copy of one source in a file, with a line for each article there that cannot be read.

    A file with one article is taken for a copy, whatever it has of the source.
    """
    problems: list[str] = []
    best: tuple[_Rank, Copy] | None = None
    for article, document in _documents([path], problems, progress):
        rank = sources.ranks(article, document).get(source_id, (False, 0))
        if best is None or rank > best[0]:
            best = rank, held(sources.locators(source_id), article, document)
    return (None if best is None else best[1]), problems


def _documents(
    paths: Iterable[str | Path], problems: list[str], progress: Progress
) -> Iterator[tuple[Article, Document]]:
    """Yield the articles of files, each as it was read. Those that cannot be read are named in `problems`."""
    articles = read_articles(paths)
    count = 0
    while True:
        try:
            article = next(articles, None)
        except ArticlesError as error:
            problems += error.problems
            return
        if article is None:
            return
        count += 1
        progress("articles read", count)
        try:
            document = read_text(article.text, article.kinds)
        except TextError as error:
            problems.append(f"{article.name}: {error}")
            continue
        yield article, document
