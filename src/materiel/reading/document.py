"""A text that has been read: its blocks and sentences, each with where it stands in the text as it came.

Offsets count characters (code points) of the text as it came, and end behind the last one. The text of a
sentence is its canonical form (`materiel.text.canonical`); offsets of mentions count in that.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class BlockKind(StrEnum):
    """What a block of a text is. The words of `SENTENCE_KINDS` in the vocabulary, and furniture."""

    paragraph = "paragraph"
    heading = "heading"
    caption = "caption"
    table_row = "table row"
    furniture = "furniture"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, heading, caption or table row. `ordinal` and `paragraph` count from 1, without furniture.

    `text` is canonical and `sha256` its hash. `body` is where in `text` the sentence itself begins, behind a
    dateline such as "SEOUL, Sept. 15 (Yonhap) --"; 0 where there is none.
    """

    ordinal: int
    paragraph: int
    kind: str
    start: int
    end: int
    text: str
    sha256: str
    body: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, caption, table row, or a piece of page furniture, with its sentences.

    Furniture has sentences too, so that nothing of a text is lost; they have no ordinal (0).
    """

    kind: BlockKind
    start: int
    end: int
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A text that has been read. `text` is the text as it came, `language` an ISO 639-1 code or None if unsure."""

    text: str
    blocks: tuple[Block, ...]
    language: str | None = None

    @property
    def sentences(self) -> list[Sentence]:
        """The sentences of the article itself, in order: without furniture."""
        return [found for block in self.blocks if block.kind is not BlockKind.furniture for found in block.sentences]

    @property
    def furniture(self) -> list[Sentence]:
        """The sentences that belong to the page and not to the article."""
        return [found for block in self.blocks if block.kind is BlockKind.furniture for found in block.sentences]


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it came in: its text, and what is known of it. `name` is where it came from, for messages.

    `kinds` says of blocks what a web page has them to be: the offset in `text` at which one begins, and its kind.
    """

    name: str
    text: str
    id: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    title: str | None = None
    rights: str | None = None
    kinds: tuple[tuple[int, BlockKind], ...] = field(default=())


class Mention(NamedTuple):
    """A system is named in a sentence: `name` stands at `start` to `end` of the canonical text."""

    system: str
    name: str
    start: int
    end: int
