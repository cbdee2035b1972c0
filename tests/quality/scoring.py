"""What is read of the labelled passages, compared with their labels: what is right, what is wrong, what is missed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from materiel.models.registry import properties
from materiel.reading.designations import Designation
from materiel.reading.document import Document, Mention
from materiel.reading.drafts.agents import Agent, Agents
from materiel.reading.drafts.reader import read_document
from materiel.reading.drafts.statements import Reading, Statement, System, Voice
from materiel.reading.matcher import Matcher
from materiel.reading.text import read_text
from materiel.resources import seeds_dir
from materiel.seeds.values import parse_value, with_qualifiers
from materiel.text.canonical import canonical
from quality.labels import SEEN, UNSEEN, Fact, LabelledSentence, Passage, load_passages, load_systems, sentences

PARTS: Final = {"seen": SEEN, "unseen": UNSEEN}
TASKS: Final = ("borders", "mentions", "values", "facts", "speakers", "words", "firmness", "hedges")


@dataclass
class Tally:
    """What was found and right, found and wrong, and missed. `errors` has a line for each of the last two."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        found = self.right + self.wrong
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """The share of what is labelled that was found; 1 where nothing is labelled."""
        labelled = self.right + self.missed
        return self.right / labelled if labelled else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def add(self, labelled: Iterable[object], found: Iterable[object], where: str) -> None:
        """Compare two collections of things that are equal where they mean the same."""
        expected, given = list(labelled), list(found)
        for thing in given:
            if thing in expected:
                expected.remove(thing)
                self.right += 1
            else:
                self.wrong += 1
                self.errors.append(f"wrong   {thing}  [{where}]")
        self.missed += len(expected)
        self.errors += [f"missed  {thing}  [{where}]" for thing in expected]


@dataclass(frozen=True, slots=True)
class Read:
    """A passage as it was read, beside its labels."""

    passage: Passage
    document: Document
    mentions: dict[int, list[Mention]]
    readings: list[Reading]

    def of(self, sentence: LabelledSentence) -> list[Reading]:
        """Return what was read from a labelled sentence: of several where its borders were missed."""
        return [one for one in self.readings if sentence.start <= one.sentence.start < sentence.end]

    def around(self, sentence: LabelledSentence) -> list[Reading]:
        """Return what was read from all sentences that a labelled one lies in: of one where it was read with another.

        Where that was wrong, borders say so; who speaks in it, and how firmly, may be right all the same.
        """
        return [one for one in self.readings if one.sentence.start < sentence.end and sentence.start < one.sentence.end]


@cache
def known_systems() -> dict[str, System]:
    """Return the systems of the labelled set by slug."""
    return {s.slug: System(s.slug, s.kind, s.level, s.family) for s in load_systems().values()}


def matcher() -> Matcher:
    """Return a matcher for the systems of the labelled set."""
    return Matcher(
        Designation(system.slug, name.name, name.scheme, system.kind, system.level, system.family)
        for system in load_systems().values()
        for name in system.names
    )


@cache
def agents() -> Agents:
    """Return the agents of the seeds, and those that only the labelled set has."""
    known = tomllib.loads((seeds_dir() / "agents.toml").read_text(encoding="utf-8"))
    found = [Agent(agent, fields["name"], fields["kind"]) for agent, fields in known.items()]
    keys = ("operator", "supplier", "recipient")
    labelled = {
        str(fact.fields[key])
        for path in PARTS.values()
        for _, sentence in sentences(load_passages(path))
        for fact in sentence.facts
        for key in keys
        if key in fact.fields
    }
    return Agents(
        [*found, *(Agent(slug, slug.replace("-", " ").title(), "state") for slug in sorted(labelled - known.keys()))]
    )


def read(passage: Passage, finder: Matcher) -> Read:
    """Read a passage as `materiel` reads an article. Mentions are by the number of the sentence, from 0."""
    document = read_text(passage.text)
    found = dict(finder.find_all([sentence.text for sentence in document.sentences]))
    return Read(passage, document, found, read_document(document, found, known_systems(), agents()))


def score(part: str) -> dict[str, Tally]:
    """Return the tallies of a part, by what is measured."""
    finder = matcher()
    tallies = {task: Tally() for task in TASKS}
    for passage in load_passages(PARTS[part]):
        one = read(passage, finder)
        _borders(one, tallies["borders"])
        _mentions(one, tallies["mentions"])
        _values(one, tallies["values"])
        _facts(one, tallies["facts"])
        _voices(one, tallies)
    return tallies


def _borders(one: Read, tally: Tally) -> None:
    labelled = [(sentence.start, sentence.end) for sentence in one.passage.sentences]
    found = [(sentence.start, sentence.end) for block in one.document.blocks for sentence in block.sentences]
    tally.add(labelled, found, one.passage.id)


def _mentions(one: Read, tally: Tally) -> None:
    sentences = one.document.sentences
    for sentence in one.passage.sentences:
        found = [
            (sentences[number].start + mention.start - sentence.start, _bare(mention.name), mention.system)
            for number, mentions in one.mentions.items()
            for mention in mentions
            if sentence.start <= sentences[number].start + mention.start < sentence.end
        ]
        tally.add(_labelled_mentions(sentence, found), found, _where(one, sentence))


def _labelled_mentions(sentence: LabelledSentence, found: list[tuple[int, str, str]]) -> Iterator[tuple[int, str, str]]:
    for mention in sentence.mentions:
        text = _bare(mention.text)
        also = (mention.start, text, mention.also or "")
        yield also if also in found else (mention.start, text, mention.system)


@dataclass(frozen=True)
class _Value:
    """A value, equal to another where numbers are the same within rounding."""

    system: str
    property: str
    low: float | None
    high: float | None
    date: str | None
    approximate: bool

    def __eq__(self, other: object) -> bool:
        """Compare two values."""
        if not isinstance(other, _Value):
            return NotImplemented
        same = (self.system, self.property, self.date, self.approximate) == (
            other.system,
            other.property,
            other.date,
            other.approximate,
        )
        return same and _close(self.low, other.low) and _close(self.high, other.high)

    __hash__ = None  # type: ignore[assignment]


def _close(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= 0.002 * max(abs(one), abs(other))


def _values(one: Read, tally: Tally) -> None:
    also = _also(one.passage)
    for sentence in one.passage.sentences:
        labelled = [
            _Value(also.get(v.system, v.system), v.property, v.low, v.high, v.date, v.approximate)
            for v in sentence.values
            if not v.optional
        ]
        optional = [
            _Value(also.get(v.system, v.system), v.property, v.low, v.high, v.date, v.approximate)
            for v in sentence.values
            if v.optional
        ]
        found: list[_Value] = []
        for reading in one.of(sentence):
            for statement in reading.statements:
                if statement.table == "claim":
                    found += _found_values(statement, also)
        unasked = [value for value in found if value in labelled or value not in optional]
        tally.add(labelled, unasked, _where(one, sentence))


_IDENTITY: Final = {
    "designation": ("name", "scheme"),
    "holding": ("operator", "status"),
    "transfer": ("supplier", "recipient", "stage"),
    "relation": ("type", "system", "agent", "name"),
    "event": ("type",),
}
"""What two facts of a type must have in common, both or neither; the rest must be equal where both state it."""


@dataclass(frozen=True)
class _Fact:
    system: str
    type: str
    fields: tuple[tuple[str, str], ...]

    def __eq__(self, other: object) -> bool:
        """Compare two facts."""
        if not isinstance(other, _Fact) or (self.system, self.type) != (other.system, other.type):
            return NotImplemented if not isinstance(other, _Fact) else False
        mine, theirs = dict(self.fields), dict(other.fields)
        same = all(mine.get(key) == theirs.get(key) for key in _IDENTITY[self.type])
        return same and all(
            mine[key] == theirs[key] for key in mine.keys() & theirs.keys() if key in ("quantity", "date")
        )

    __hash__ = None  # type: ignore[assignment]


def _facts(one: Read, tally: Tally) -> None:
    also = _also(one.passage)
    for sentence in one.passage.sentences:
        labelled = [_labelled_fact(fact, also) for fact in sentence.facts if not fact.optional]
        optional = [_labelled_fact(fact, also) for fact in sentence.facts if fact.optional]
        found = [
            _Fact(also.get(s.system, s.system), s.table, tuple((key, str(value)) for key, value in s.fields.items()))
            for reading in one.of(sentence)
            for s in reading.statements
            if s.table != "claim"
        ]
        tally.add(labelled, [fact for fact in found if fact in labelled or fact not in optional], _where(one, sentence))


def _labelled_fact(fact: Fact, also: dict[str, str]) -> _Fact:
    names = {"relation": "type", "event": "type", "target": "system"}
    fields = {names.get(key, key): str(value) for key, value in fact.fields.items()}
    return _Fact(also.get(fact.system, fact.system), fact.type, tuple(fields.items()))


def _voices(one: Read, tallies: dict[str, Tally]) -> None:
    """Compare chains of speakers, direct or indirect words, and firmness. Plain assertion is no hedge."""
    for sentence in one.passage.sentences:
        where = _where(one, sentence)
        readings = one.around(sentence)
        said = next((reading.voice for reading in readings if reading.voice.speakers), Voice())
        chain = [tuple(map(_plain_name, sentence.speakers))] if sentence.speakers else []
        found = [tuple(map(_plain_name, said.speakers))] if said.speakers else []
        tallies["speakers"].add(chain, found, where)
        if chain == found and chain:
            tallies["words"].add([sentence.words], [said.words], where)
        firm = next((r.firmness.firmness for r in readings if r.firmness.firmness != "asserted"), "asserted")
        expected = sentence.firmness
        if expected is not None or firm != "asserted":
            tallies["firmness"].add([expected] if expected else [], [firm], where)
        hedged = [expected] if expected not in (None, "asserted") else []
        tallies["hedges"].add(hedged, [firm] if firm != "asserted" else [], where)


def _plain_name(name: str) -> str:
    """Return the name of a speaker without case and article."""
    return re.sub(r"^(?:the|an?) ", "", canonical(name).lower())


def _also(passage: Passage) -> dict[str, str]:
    return {
        mention.also: mention.system for sentence in passage.sentences for mention in sentence.mentions if mention.also
    }


def _found_values(statement: Statement, also: dict[str, str]) -> Iterator[_Value]:
    kind = known_systems()[statement.system].kind
    for name, fields in statement.fields.items():
        prop = properties(kind)[name]
        parsed = parse_value(prop, fields["value"])
        value = with_qualifiers(parsed, None, fields.get("approximate"), fields.get("bound"))
        if prop.value_type == "text":
            continue
        date = value.value if prop.value_type == "date" else None
        system = also.get(statement.system, statement.system)
        yield _Value(system, name, value.low, value.high, date, value.approximate)


def _bare(name: str) -> str:
    """Return a name without the ending of the possessive, which one reader takes with it and the next leaves."""
    return canonical(name).removesuffix("'s").removesuffix("'")


def _where(one: Read, sentence: LabelledSentence) -> str:
    return f"{one.passage.id}: {sentence.text[:70]!r}"


def table(parts: Iterable[str]) -> str:
    """Return the table that is printed."""
    lines = [f"{'':<10}{'':<12}{'right':>7}{'wrong':>7}{'missed':>8}{'precision':>11}{'recall':>8}{'F1':>7}"]
    for part in parts:
        for task, tally in score(part).items():
            counts = f"{tally.right:>7}{tally.wrong:>7}{tally.missed:>8}"
            lines.append(f"{part:<10}{task:<12}{counts}{tally.precision:>11.3f}{tally.recall:>8.3f}{tally.f1:>7.3f}")
    return "\n".join(lines)
