"""What is read from a sentence: statements with the words that carry them, who speaks, and how firmly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from materiel.reading.document import Mention, Sentence

LONGEST: Final = 1200
"""Characters of a sentence that are read; a longer one is a list, or no sentence."""


@dataclass(frozen=True, slots=True)
class System:
    """A system that sentences may speak of. `reporting_names` are those that NATO gave it."""

    id: str
    kind: str
    level: str
    family: str | None = None
    reporting_names: frozenset[str] = frozenset()


Systems = Mapping[str, System]
"""Systems by id."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a sentence about `system`.

    `table` and `fields` are as in the seeds: for a claim `fields` holds a property with its value. `start` and `end`
    are where the words that carry it stand in the sentence. `needs` are the ordinals of sentences that name the
    system. `rule` names the rule that read it. `firmness` is set where it is not that of the sentence.
    """

    system: str
    table: str
    fields: dict[str, Any]
    start: int
    end: int
    rule: str
    needs: tuple[int, ...] = ()
    firmness: str | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks besides the publisher, outermost first; `words` is direct or indirect, None if nobody speaks."""

    speakers: tuple[str, ...] = ()
    words: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Firmness:
    """How firmly a sentence says what it says, and the words that show it; no words for plain assertion."""

    firmness: str = "asserted"
    cue: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one sentence."""

    sentence: Sentence
    mentions: tuple[Mention, ...] = ()
    voice: Voice = Voice()
    firmness: Firmness = Firmness()
    statements: tuple[Statement, ...] = field(default=())
