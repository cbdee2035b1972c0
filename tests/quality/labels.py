"""The labelled passages: loaded into dataclasses, with what is wrong with them.

Offsets count characters, in the text of the passage for sentences and in the text of the sentence for
mentions. README.md beside this file says what the labels mean.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeVar

FOLDER: Final = Path(__file__).parent
SEEN: Final = FOLDER / "seen.toml"
UNSEEN: Final = FOLDER / "unseen.toml"
SYSTEMS: Final = FOLDER / "systems.toml"

OWN: Final = "own"
"""The origin of a passage that we wrote; every other origin is an address."""

_UNSEEN_OF: Final = 3
"""One passage of so many is kept unseen."""

T = TypeVar("T")


class LabelError(ValueError):
    """A labelled passage is not written as it must be."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a system. `ordinary_word`: it is also an ordinary word, a place or a person."""

    name: str
    scheme: str
    language: str | None = None
    ordinary_word: bool = False


@dataclass(frozen=True, slots=True)
class System:
    """A system that passages may name; `family` is the slug of the family of a variant."""

    slug: str
    kind: str
    level: str
    names: tuple[Name, ...]
    family: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A system is named: `text` stands at `start` of the sentence. `also` is a system that may be read as well."""

    text: str
    system: str
    start: int
    also: str | None = None

    @property
    def end(self) -> int:
        """Where the mention ends, behind its last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Value:
    """A number or date for a property. `low` and `high` are in `unit`, the unit of the property; `date` is EDTF.

    `optional`: a careful reader may take it or leave it. `firmness` is set where it is not that of the sentence.
    """

    system: str
    property: str
    stated: str
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    date: str | None = None
    approximate: bool = False
    bound: str | None = None
    condition: str | None = None
    optional: bool = False
    firmness: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A designation, holding, transfer, relation or event; `fields` has the keys of its type, as in the seeds.

    The type of a relation is the field `relation`, that of an event `event`, the other system `target`.
    """

    system: str
    type: str
    fields: dict[str, str | int]
    optional: bool = False
    firmness: str | None = None


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    """A sentence with its labels. `speakers` is the chain of agents besides the publisher, outermost first."""

    text: str
    kind: str
    start: int
    dateline: str = ""
    mentions: tuple[Mention, ...] = ()
    values: tuple[Value, ...] = ()
    facts: tuple[Fact, ...] = ()
    speakers: tuple[str, ...] = ()
    words: str | None = None
    firmness: str | None = None
    cue: str | None = None

    @property
    def end(self) -> int:
        """Where the sentence ends in the passage, behind its last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, where it is from, and its sentences in order."""

    id: str
    origin: str
    publisher: str
    language: str
    text: str
    sentences: tuple[LabelledSentence, ...] = field(default=())
    retrieved: date | None = None
    note: str | None = None

    @property
    def unseen(self) -> bool:
        """Whether the passage belongs to the part that is kept unseen."""
        return int(hashlib.sha256(self.id.encode()).hexdigest(), 16) % _UNSEEN_OF == 0


def load_systems(path: Path = SYSTEMS) -> dict[str, System]:
    """Load the systems by slug. Raises `LabelError` for a key that is not known, or a slug that stands twice."""
    found: dict[str, System] = {}
    for table in _read(path)["system"]:
        names = tuple(_build(Name, name, table["slug"]) for name in table["names"])
        system = _build(System, table | {"names": names}, table["slug"])
        if system.slug in found:
            raise LabelError(f"{path.name}: {system.slug} stands twice")
        found[system.slug] = system
    return found


def load_passages(path: Path) -> list[Passage]:
    """Load the passages of a file.

    Raises `LabelError` for a key that is not known, and for sentences that do not cover the text in order.
    """
    return [_passage(table) for table in _read(path)["passage"]]


def _passage(table: dict[str, Any]) -> Passage:
    where, text = table["id"], table["text"]
    sentences, position = [], 0
    for entry in table.pop("sentence"):
        start = text.find(entry["text"], position)
        if start < 0 or text[position:start].strip():
            raise LabelError(f"{where}: {entry['text']!r} does not follow the sentence before it")
        position = start + len(entry["text"])
        sentences.append(_sentence(entry | {"start": start}, where))
    if text[position:].strip():
        raise LabelError(f"{where}: {text[position:].strip()!r} is in no sentence")
    return _build(Passage, table | {"sentences": tuple(sentences)}, where)


def _sentence(table: dict[str, Any], where: str) -> LabelledSentence:
    made = {
        "mentions": tuple(_build(Mention, entry, where) for entry in table.get("mentions", ())),
        "values": tuple(_build(Value, entry, where) for entry in table.get("values", ())),
        "facts": tuple(_fact(entry) for entry in table.get("facts", ())),
        "speakers": tuple(table.get("speakers", ())),
    }
    return _build(LabelledSentence, table | made, where)


def _fact(table: dict[str, Any]) -> Fact:
    own = {"system", "type", "optional", "firmness"}
    rest = {key: value for key, value in table.items() if key not in own}
    return Fact(fields=rest, **{key: value for key, value in table.items() if key in own})


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _build(cls: type[T], table: dict[str, Any], where: str) -> T:
    known = {entry.name for entry in fields(cls)}  # type: ignore[arg-type]
    if unknown := table.keys() - known:
        raise LabelError(f"{where}: {', '.join(sorted(unknown))} is no key of {cls.__name__}")
    try:
        return cls(**table)
    except TypeError as error:
        raise LabelError(f"{where}: {error}") from None


def sentences(passages: list[Passage]) -> Iterator[tuple[Passage, LabelledSentence]]:
    """Yield each sentence with its passage."""
    for passage in passages:
        for sentence in passage.sentences:
            yield passage, sentence
