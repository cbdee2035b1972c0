"""What is taken from an article: where its sentences stand, which systems they name, and what looks like more of them.

It is done in worker processes where there are any, so what goes in and comes out is plain and small.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from importlib.resources import files
from typing import NamedTuple

from materiel.errors import TextError
from materiel.reading.designations import Designation
from materiel.reading.document import Article
from materiel.reading.language import language_of
from materiel.reading.matcher import Matcher
from materiel.reading.text import read_lines, source_hash
from materiel.reading.unmatched import unmatched
from materiel.text.canonical import first_and_last_words

SentenceRow = tuple[int, int, str, int, int, str, str, str, str]
"""Ordinal, paragraph, kind, start, end, SHA-256, first words, last words, canonical text."""

MentionRow = tuple[int, int, str, int, str]
"""Ordinal of the sentence, start, system, end, name as it stands there."""


_LONGEST_EDGE = 200


class Contents(NamedTuple):
    """What is taken from an article. `sha256` is that of its sentences in order, as a source record has it."""

    sha256: str
    language: str | None
    sentences: list[SentenceRow]
    mentions: list[MentionRow]
    unmatched: list[tuple[str, int]]


@dataclass(slots=True)
class ContentsReader:
    """Takes from articles what is to be stored, with these names of systems."""

    designations: Sequence[Designation]
    _matcher: Matcher | None = field(default=None, init=False)

    def __getstate__(self) -> Sequence[Designation]:
        """Return what a worker needs: it makes its own matcher."""
        return self.designations

    def __setstate__(self, designations: Sequence[Designation]) -> None:
        """Begin in a worker."""
        self.designations = designations
        self._matcher = None

    def __call__(self, articles: Sequence[Article]) -> list[Contents | str]:
        """Return for each article what is taken from it, or why nothing can be."""
        return [self._read(article) for article in articles]

    def _read(self, article: Article) -> Contents | str:
        try:
            return self.contents(article)
        except TextError as error:
            return str(error)

    def contents(self, article: Article) -> Contents:
        """Return what is taken from one article. Raises TextError if there is nothing."""
        if self._matcher is None:
            self._matcher = Matcher(self.designations)
        text = article.text
        lines = read_lines(text, article.kinds)
        if not lines:
            raise TextError("holds no sentence of an article, only what stands around one on a page")
        texts = [line[4] for line in lines]
        found = list(self._matcher.find_all(texts))
        tokens = Counter(word for word in unmatched(texts, found) if not self._matcher.knows(word))
        sha256 = hashlib.sha256
        return Contents(
            source_hash(texts),
            language_of(text),
            [
                (
                    *(ordinal, paragraph, kind, start, end, sha256(words.encode()).hexdigest()),
                    *_edges(text[start:end]),
                    words,
                )
                for ordinal, (paragraph, kind, start, end, words, _) in enumerate(lines, 1)
            ],
            [(number + 1, m.start, m.system, m.end, m.name) for number, mentions in found for m in mentions],
            sorted(tokens.items()),
        )


def _edges(words: str) -> tuple[str, str]:
    """Return the first and last words of a sentence, and of what has no words only some characters."""
    starts, ends = first_and_last_words(words)
    return starts[:_LONGEST_EDGE], ends[-_LONGEST_EDGE:]


def names_hash(designations: Sequence[Designation]) -> str:
    """Return the SHA-256 of the names and rules by which articles are read: where it differs, so may what is found."""
    total = hashlib.sha256(f"sentencex {version('sentencex')}\n".encode())
    package = files("materiel.reading")
    for file in sorted(package.iterdir(), key=lambda file: file.name):
        if file.name.endswith((".py", ".txt")):
            total.update(file.read_bytes())
    for found in sorted(map(repr, designations)):
        total.update(f"{found}\n".encode())
    return total.hexdigest()
