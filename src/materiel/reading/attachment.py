"""A copy of a source is held against what we keep of its sentences: each is found again, or said to be missing.

1. exact: a sentence of the copy has the hash, at its place.
2. moved: a sentence of the copy has the hash, elsewhere.
3. changed: the hash is nowhere, but one sentence holds all its quotes, letter by letter with their digits, all
   names of systems that it mentions, and no negation that we do not know of.
4. missing: all else. A sentence that only looks alike is missing (Hypothesis re-anchors to such: we never do).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from materiel.reading.document import Document, Sentence
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


_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nor|neither|without|cannot|den(?:y|ies|ied|ying)|refut\w+|reject\w+)\b|n't\b",
    re.I,
)
_MOST_PLACES = 50
"""Places at which the first words of a sentence are looked for: enough for any article, and it bounds the work."""


def hold(document: Document, kept: Sequence[Kept]) -> list[Match]:
    """Hold `document` against the sentences that are kept of a source. Returns a match for each, in their order."""
    copy = _Copy(document)
    return [copy.match(each) for each in kept]


class _Copy:
    """A copy of a source, prepared for looking up sentences."""

    def __init__(self, document: Document) -> None:
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
        changed = [sentence for sentence in self._all if _still_says(sentence.text, kept)]
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


def _still_says(text: str, kept: Kept) -> bool:
    """Say whether `text` holds all quotes, cues and names of a kept sentence, and no negation that is not in them."""
    if not kept.quotes:
        return False
    known = [canonical(words) for words in (*kept.quotes, *kept.cues, *kept.names)]
    if not all(_holds(text, words) for words in known):
        return False
    ours = " ".join([*known, canonical(kept.starts), canonical(kept.ends)])
    return len(_NEGATION.findall(text)) <= len(_NEGATION.findall(ours))


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
