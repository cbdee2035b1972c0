"""A copy of a source is held against what we keep of its sentences: each is found again, or said to be missing.

1. exact: a sentence of the copy has the hash, at its place.
2. moved: a sentence of the copy has the hash, elsewhere.
3. changed: the hash is nowhere, but one sentence holds all its quotes, letter by letter with their digits, all
   names of systems that it mentions, the names and figures of its first and last words, and as many negations.
4. missing: all else. A sentence that only looks alike is missing (Hypothesis re-anchors to such: we never do).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from materiel.reading.datelines import dateline_end
from materiel.reading.document import Document, Sentence
from materiel.reading.negations import negations
from materiel.text.canonical import canonical, text_hash


class Found(StrEnum):
    """How a sentence was found in a copy."""

    exact = "exact"
    moved = "moved"
    changed = "changed"
    missing = "missing"


@dataclass(frozen=True, slots=True)
class Kept:
    """What we keep of a sentence: its locator, the quotes and cues of what it states, and the names it mentions.

    `text` is the sentence itself, where the rights allow us to keep it.
    """

    ordinal: int
    paragraph: int
    sha256: str
    starts: str
    ends: str
    quotes: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A kept sentence and what was found of it: the `text` in the copy, from `start` to `end`; None if missing.

    `ordinal` is where it stands among the sentences of the copy; None if missing, or part of the page's furniture.
    """

    kept: Kept
    found: Found
    text: str | None = None
    start: int | None = None
    end: int | None = None
    ordinal: int | None = None


_TOKEN = re.compile(r"[^\W_]+(?:[-./,][^\W_]+)*")
_TITLE_WORD = 4
"""Letters from which a word of a title has a capital, and so tells no name there."""

_CAPITAL_NOUNS = frozenset(("de",))
"""Languages in which every noun has a capital."""

_MOST_PLACES = 50
"""Places at which the first words of a sentence are looked for: enough for any article, and it bounds the work."""


def hold(document: Document, kept: Sequence[Kept]) -> list[Match]:
    """Hold `document` against the sentences that are kept of a source. Returns a match for each, in their order."""
    copy = _Copy(document)
    return [copy.match(each) for each in kept]


class _Copy:
    """A copy of a source, prepared for looking up sentences."""

    def __init__(self, document: Document) -> None:
        self._language = document.language
        self._all = [*document.sentences, *document.furniture]
        self._by_hash: dict[str, list[Sentence]] = defaultdict(list)
        for sentence in self._all:
            self._by_hash[sentence.sha256].append(sentence)
        self._joined = _Joined(sorted(self._all, key=lambda sentence: sentence.start))

    def match(self, kept: Kept) -> Match:
        """Find one kept sentence."""
        same = self._by_hash.get(kept.sha256)
        if same:
            here = next((sentence for sentence in same if sentence.ordinal == kept.ordinal), None)
            return _matched(kept, Found.exact if here else Found.moved, here or same[0])
        across = self._joined.find(kept)
        if across is not None:
            return Match(kept, Found.moved, *across)
        said = _Said(kept, self._language)
        changed = [sentence for sentence in self._all if said.stands_in(sentence.text)]
        return _matched(kept, Found.changed, changed[0]) if len(changed) == 1 else Match(kept, Found.missing)


def _matched(kept: Kept, found: Found, sentence: Sentence) -> Match:
    return Match(kept, found, sentence.text, sentence.start, sentence.end, sentence.ordinal or None)


class _Joined:
    """The sentences of a copy as one text: a sentence that was divided elsewhere is found across them."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._begins: list[int] = []
        length = 0
        for sentence in sentences:
            self._begins.append(length)
            length += len(sentence.text) + 1
        self._text = " ".join(sentence.text for sentence in sentences)

    def find(self, kept: Kept) -> tuple[str, int, int, int | None] | None:
        """Return the text with the hash of `kept`, where its sentences stand, and the first's ordinal; None if none."""
        ends = canonical(kept.ends)
        for start in self._places(canonical(kept.starts)):
            stop = self._text.find(ends, start)
            if stop >= 0 and text_hash(found := self._text[start : stop + len(ends)]) == kept.sha256:
                first = self._at(start)
                return found, first.start, self._at(stop).end, first.ordinal or None
        return None

    def _places(self, words: str) -> Iterator[int]:
        start = self._text.find(words)
        for _ in range(_MOST_PLACES):
            if start < 0 or not words:
                return
            yield start
            start = self._text.find(words, start + 1)

    def _at(self, place: int) -> Sentence:
        return self._sentences[bisect_right(self._begins, place) - 1]


class _Said:
    """What a sentence must hold to count as a kept one that has changed."""

    def __init__(self, kept: Kept, language: str | None) -> None:
        self._language = language
        edges = list(dict.fromkeys(map(canonical, [kept.text] if kept.text else [kept.starts, kept.ends])))
        known = [canonical(words) for words in (*kept.quotes, *kept.cues, *kept.names)]
        self._words = list(dict.fromkeys([*known, *_names_and_figures(edges, language)])) if kept.quotes else []
        # What stands within another of the pieces is not counted again.
        pieces = dict.fromkeys([*edges, *known])
        apart = [each for each in pieces if not any(each in other for other in pieces if other != each)]
        self._most = sum(negations(each, language) for each in apart)
        self._least = min(self._most, sum(negations(edge, language) for edge in edges))

    def stands_in(self, text: str) -> bool:
        """Say whether all of it stands in `text`, and no other negation."""
        if not self._words or not all(_holds(text, words) for words in self._words):
            return False
        return self._least <= negations(text, self._language) <= self._most


def _names_and_figures(edges: Sequence[str], language: str | None) -> Iterator[str]:
    """Yield the words of the edges of a sentence that are names or figures, without its dateline.

    The word that it begins with has a capital for that alone, and so have those of a title.
    """
    tokens = []
    for number, edge in enumerate(edges):
        found = _TOKEN.findall(edge, dateline_end(edge) if number == 0 else 0)
        tokens += found[1:] if number == 0 and found[:1] and not _has_digit(found[0]) else found
    title = all(token[0].isupper() for token in tokens if len(token) >= _TITLE_WORD and token.isalpha())
    for token in tokens:
        if _has_digit(token) or (token[0].isupper() and not title and language not in _CAPITAL_NOUNS):
            yield token


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def _holds(text: str, words: str) -> bool:
    """Say whether `words` stand in `text` as they are, not as a part of longer words or numbers."""
    start = text.find(words)
    while start >= 0:
        if _is_border(text, start, words[0]) and _is_border(text, start + len(words), words[-1], behind=True):
            return True
        start = text.find(words, start + 1)
    return False


def _is_border(text: str, place: int, edge: str, *, behind: bool = False) -> bool:
    """Say whether the words that begin or end at `place` are no part of a longer word or number there."""
    other = text[place : place + 1] if behind else text[place - 1 : place] if place else ""
    if not other:
        return True
    if edge.isdigit() and other in ".," and behind:
        return not text[place + 1 : place + 2].isdigit()
    if edge.isdigit() and other in ".,":
        return not text[place - 2 : place - 1].isdigit()
    return not (edge.isalnum() and other.isalnum())
