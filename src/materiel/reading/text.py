"""Reads a text: its blocks, its sentences, and which of them are the article's own.

`read_text` gives all that is known of a text. `read_lines` gives the article's sentences as plain tuples, for
whoever reads many.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain

from materiel.errors import TextError
from materiel.reading.blocks import (
    Parts,
    is_credited,
    is_prose,
    is_table_row,
    kind_of,
    line_blocks,
    marker,
)
from materiel.reading.datelines import dateline_end
from materiel.reading.document import Block, BlockKind, Document, Sentence
from materiel.reading.furniture import SHORT, furniture_rule, is_plain
from materiel.reading.language import language_of
from materiel.reading.sentences import LONGEST, sentences, sentences_of
from materiel.text.mapping import Mapped, Source

Line = tuple[int, str, int, int, str, int]
"""A sentence of an article: paragraph, kind, start, end, text, body, as in `document.Sentence`."""

Kinds = Iterable[tuple[int, BlockKind]]

_DATELINE_PARAGRAPHS = 3
"""A dateline is looked for in so many paragraphs at the beginning."""

_BATCH = 65_536
"""Characters whose sentences are asked for together."""

_Block = tuple[BlockKind, int, int, Parts, str, Mapped | None]
"""Kind, paragraph, where the block itself begins, its place, its canonical text, and the way back."""

_Read = tuple[BlockKind, Parts, list[Line]]
"""A block that was read: kind, place, sentences."""

# An enumeration is slow to ask for its members, in a loop.
_PARAGRAPH, _FURNITURE, _CAPTION = BlockKind.paragraph, BlockKind.furniture, BlockKind.caption
_HEADING, _ROW = _WHOLE = (BlockKind.heading, BlockKind.table_row)
"""Kinds of blocks that are one sentence, whatever stands in them."""

_FEWEST_ITEMS = 3
"""Lines without a full stop that follow one another: fewer may be headings."""

_TALLEST = 256
"""Accents that may stand on one letter: putting them in order takes time that grows with their square."""

_TOWER = re.compile(rf"[^\w\s\x00-\x7f]{{{_TALLEST},}}")
_SENTENCE_KIND = {kind: "sentence" if kind is BlockKind.paragraph else kind.value for kind in BlockKind}


def read_text(text: str, kinds: Kinds = ()) -> Document:
    """Read a text. The same text always gives the same document.

    `kinds` says of blocks, by the offset at which they begin, what a web page has them to be (`Article.kinds`).
    Raises TextError if it holds what cannot be text.
    """
    scan = _Scan(text, kinds)
    blocks = []
    ordinal = 0
    for kind, parts, lines in chain.from_iterable(scan):
        found = []
        for paragraph, name, start, end, words, body in lines:
            ordinal += paragraph > 0
            sha256 = hashlib.sha256(words.encode()).hexdigest()
            found.append(Sentence(ordinal if paragraph else 0, paragraph, name, start, end, words, sha256, body))
        blocks.append(Block(kind, parts[0][0], parts[-1][1], tuple(found)))
    return Document(text, tuple(blocks), scan.language)


def read_lines(text: str, kinds: Kinds = ()) -> list[Line]:
    """Return the sentences of `read_text(text, kinds).sentences` as tuples; the first has the ordinal 1.

    It takes less time, since nothing is hashed. Raises TextError if `text` holds what cannot be text.
    """
    found: list[Line] = []
    for batch in _Scan(text, kinds):
        for kind, _, lines in batch:
            if kind is not _FURNITURE:
                found += lines
    return found


def source_hash(texts: Iterable[str]) -> str:
    """Return the hash that a source record keeps of a whole text.

    `texts` are the canonical texts of its own sentences, in order, without furniture.
    """
    return hashlib.sha256(" ".join(texts).encode()).hexdigest()


class _Scan:
    """Goes through the blocks of a text once, and keeps count of what came before.

    Yields some blocks at a time, each with its sentences.
    """

    def __init__(self, text: str, kinds: Kinds) -> None:
        self._source = Source(text)
        _refuse_what_is_no_text(self._source)
        self.language = language_of(text)
        self._kinds = dict(kinds)
        self._end = len(text.rstrip())
        # Then a block whose text is as it came (it has no gaps) is no table row, and what it is by its words alone.
        self._unmarked = not self._kinds and "\t" not in text and "|" not in text
        self._paragraphs = self._bodies = 0

    def __iter__(self) -> Iterator[list[_Read]]:
        batch: list[_Block] = []
        size = 0
        source = self._source
        for parts in line_blocks(source.folded):
            start, end = parts[0][0], parts[-1][1]
            if size > _BATCH or end - start > LONGEST:
                yield self._read(batch)
                batch, size = [], 0
            if end - start > LONGEST:
                yield [(_PARAGRAPH, parts, list(self._windows(start, end)))]
                continue
            mapped = None
            words = source.plain(start, end) if len(parts) == 1 else None
            if words is None:
                mapped = source.canonical(*parts)
                words = mapped.text
            if words:
                batch.append(self._block(words, start, end, parts, mapped))
                size += len(words)
        yield self._read(batch)

    def _block(self, words: str, start: int, end: int, parts: Parts, mapped: Mapped | None) -> _Block:
        """Return a block with its kind; what begins its text, such as a dateline or a bullet, ends at its `body`."""
        plain = len(words) > SHORT and is_plain(words)
        if plain and self._bodies >= _DATELINE_PARAGRAPHS and self._unmarked and mapped is None and is_prose(words):
            # So are nearly all.
            self._paragraphs += 1
            self._bodies += 1
            return _PARAGRAPH, self._paragraphs, 0, parts, words, mapped
        if not plain and furniture_rule(words, head=not self._bodies):
            return _FURNITURE, 0, 0, parts, words, mapped
        kind = self._kind(words, start, end)
        self._paragraphs += 1
        body = 0
        if kind is _PARAGRAPH:
            self._bodies += 1
            body = marker(words)
            if not body and self._bodies <= _DATELINE_PARAGRAPHS:
                body = dateline_end(words)
        elif kind is _ROW:
            body = marker(words)
        return kind, self._paragraphs, body, parts, words, mapped

    def _kind(self, words: str, start: int, end: int) -> BlockKind:
        if start in self._kinds:
            return self._kinds[start]
        if is_table_row(self._source.folded[start:end]):
            return _ROW
        return kind_of(words, first=not self._paragraphs and end < self._end)

    def _read(self, batch: list[_Block]) -> list[_Read]:
        """Return blocks with their sentences. They are asked for together, which takes less time."""
        spans_of = iter(sentences_of([block[4] for block in batch if block[0] not in _WHOLE], self.language))
        items = self._items(batch)
        read: list[_Read] = []
        for kind, paragraph, body, parts, words, mapped in batch:
            if parts[0][0] in items:
                kind = _ROW
            spans = [(0, len(words))] if kind in _WHOLE else next(spans_of)
            if body or kind is _CAPTION:
                _mend(spans, words, body, kind)
            name = _SENTENCE_KIND[kind]
            if mapped:
                lines = [(paragraph, name, *mapped.span(*span), words[slice(*span)], 0) for span in spans]
            else:
                shift = parts[0][0]
                lines = [(paragraph, name, shift + start, shift + end, words[start:end], 0) for start, end in spans]
            if body:
                lines[0] = (*lines[0][:5], body)
            read.append((kind, parts, lines))
        return read

    def _items(self, batch: list[_Block]) -> set[int]:
        """Return where blocks begin that look like headings, and are lines of a list without marks."""
        found: set[int] = set()
        run: list[int] = []
        end = 0
        for block in batch:
            if block[0] is not _HEADING:
                continue
            parts = block[3]
            start = parts[0][0]
            if not run or len(self._source.folded[end:start].strip(" \t").splitlines()) > 1:
                run = []
            run.append(start)
            if len(run) >= _FEWEST_ITEMS:
                found.update(run)
            end = parts[-1][1]
        return found

    def _windows(self, start: int, end: int) -> Iterator[Line]:
        """Yield the sentences of a paragraph that is too long to be looked at together."""
        self._paragraphs += 1
        self._bodies += 1
        while start < end:
            stop = self._source.cut(start, start + LONGEST) if end - start > LONGEST else end
            mapped = self._source.canonical((start, stop))
            spans = sentences(mapped.text, self.language) if mapped.text else []
            # The last one may go on behind the cut.
            if stop < end and len(spans) > 1:
                stop = mapped.span(*spans.pop())[0]
            for span in spans:
                yield self._paragraphs, "sentence", *mapped.span(*span), mapped.text[slice(*span)], 0
            start = stop


def _mend(spans: list[tuple[int, int]], words: str, body: int, kind: BlockKind) -> None:
    """Join what begins a paragraph to its first sentence, and the credit of a picture to the last of a caption."""
    while len(spans) > 1 and spans[0][1] <= body:
        spans[:2] = [(0, spans[1][1])]
    if kind is _CAPTION:
        while len(spans) > 1 and is_credited(words[spans[-1][0] :]):
            spans[-2:] = [(spans[-2][0], spans[-1][1])]


def _refuse_what_is_no_text(source: Source) -> None:
    try:
        source.text.encode()
    except UnicodeEncodeError as error:
        raise TextError(f"character {error.start + 1} is half of a pair (a lone surrogate), which is no text") from None
    for found in () if source.exact else _TOWER.finditer(source.text):
        if sum(map(bool, map(unicodedata.combining, found[0]))) >= _TALLEST:
            raise TextError(f"more than {_TALLEST} accents on one letter, at character {found.start() + 1}")
