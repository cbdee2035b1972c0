"""A drafted seed record: TOML in the form of the seeds, with locators in place of sentences, for a person to review."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from materiel.reading.document import Article, Document, Sentence
from materiel.reading.drafts.agents import Agents
from materiel.reading.drafts.dictionary import Dictionary
from materiel.reading.drafts.reader import read_document
from materiel.reading.drafts.sources import Given, head
from materiel.reading.drafts.statements import Reading, Statement
from materiel.reading.text import read_text
from materiel.seeds.format import formatted
from materiel.text.canonical import QUOTE_WORDS, locate, word_count
from materiel.text.printable import has_control, printable

_ROLES: Final = {
    "publisher": "publisher",
    "company": "company",
    "unnamed": "unnamed",
    "place": "unnamed",
    "organisation": "analyst",
}
"""Roles by the kind of agent; all others are official."""

_WORDS_AROUND: Final = 5
_SPACE: Final = re.compile(r"\s+")
_REPORT: Final = re.compile(r"^(?:the|that|this) (?:report|study|document|paper|assessment)$", re.I)
_IN_A_REPORT: Final = re.compile(
    r"\bin (?:a|an|its|the) (?:\w+ ){0,2}(?:report|study|document|paper|assessment)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Draft:
    """The draft of one article: TOML, what the reviewer must fill in, and how each sentence was read."""

    id: str
    text: str
    missing: tuple[str, ...]
    readings: tuple[Reading, ...]


def draft(article: Article, given: Given, dictionary: Dictionary) -> Draft:
    """Draft the record of an article. Raises TextError if its text is none."""
    document = read_text(article.text, article.kinds)
    found = dict(dictionary.matcher.find_all([sentence.text for sentence in document.sentences]))
    readings = read_document(document, found, dictionary.systems, dictionary.agents)
    top = head(article, document, given, dictionary.agents)
    speakers = _Speakers(dictionary.agents, str(top.keys.get("publisher", "")))
    sentences = list(_sentences(document, readings, speakers))
    missing = [*top.missing, *speakers.missing]
    comments = _comments(top.id, missing, document.language, empty=not sentences)
    text = formatted({**top.keys, "sentence": sentences}, ("sources", top.id), comments)
    return Draft(top.id, text, tuple(missing), tuple(readings))


def _comments(name: str, missing: Sequence[str], language: str | None, *, empty: bool) -> list[str]:
    lines = [f"# {name}: a draft, read by rules. Check every statement against its sentence before it becomes a seed."]
    if language not in (None, "en"):
        lines.append(
            f"# The text is in {language!r}: what it names is here; what it says is read in English texts alone."
        )
    if empty:
        lines.append("# No sentence names a system that is known: there is nothing to record.")
    if missing:
        lines += ["# To fill in:", *(f"#   {printable(line)}" for line in missing)]
    return lines


class _Speakers:
    """Maps the names of speakers to agents, and remembers those that are none."""

    def __init__(self, agents: Agents, publisher: str) -> None:
        self._agents = agents
        self._publisher = publisher
        self._full: dict[str, str] = {}
        self._reporter: tuple[str, int] | None = None
        self.missing: list[str] = []

    def links(self, reading: Reading) -> tuple[list[dict[str, str]], list[str], tuple[int, ...]]:
        """Return the links of an attribution, the names that are no agents, and the sentences that name a speaker."""
        links, unknown, needs = [], [], []
        for name in reading.voice.speakers:
            agent, needed = self._agent(name, reading)
            if agent is None:
                unknown.append(name)
            elif agent != self._publisher:
                role = _ROLES.get(self._agents.kind(agent), "official")
                role = "quoted document" if needed or _IN_A_REPORT.search(reading.sentence.text) else role
                links.append({"agent": agent, "role": role, "words": reading.voice.words or "indirect"})
                needs += [needed] if needed else []
        return links, unknown, tuple(needs)

    def note(self, reading: Reading, unknown: Sequence[str]) -> str:
        """Say in words what has to be filled in, and list it at the head too."""
        for name in unknown:
            line = f"from, in sentence {reading.sentence.ordinal}: the agent for {name!r}"
            if line not in self.missing:
                self.missing.append(line)
        return f"Attributed to: {'; '.join(unknown)}."

    def _agent(self, name: str, reading: Reading) -> tuple[str | None, int | None]:
        ordinal = reading.sentence.ordinal
        if _REPORT.match(name) and self._reporter is not None:
            return self._reporter
        agent = self._agents.find(name) or self._full.get(name)
        if agent is not None:
            self._full[name.rpartition(" ")[2]] = agent
            if _IN_A_REPORT.search(reading.sentence.text):
                self._reporter = (agent, ordinal)
        return agent, None


def _sentences(document: Document, readings: Iterable[Reading], speakers: _Speakers) -> Iterable[dict[str, Any]]:
    records: dict[int, dict[str, Any]] = {}
    needed: set[int] = set()
    for reading in readings:
        if has_control(reading.sentence.text):
            # A locator cannot hold them. Tabs and line breaks are none: there they are spaces.
            if reading.statements or reading.mentions:
                left_out = f"sentence {reading.sentence.ordinal}: is left out, it holds control characters"
                speakers.missing.append(left_out)
            continue
        links, unknown, spoken = speakers.links(reading)
        says = [_says(reading, statement, links, unknown, spoken, speakers) for statement in reading.statements]
        needed.update(ordinal for one in says for ordinal in one.get("needs", ()))
        if says or reading.mentions:
            records[reading.sentence.ordinal] = _located(document, reading, says)
    for reading in readings:
        ordinal = reading.sentence.ordinal
        if ordinal in needed and ordinal not in records:
            records[ordinal] = _located(document, reading, [])
    return [records[ordinal] for ordinal in sorted(records)]


def _located(document: Document, reading: Reading, says: list[dict[str, Any]]) -> dict[str, Any]:
    sentence = reading.sentence
    locator = locate(document.text[sentence.start : sentence.end])
    record: dict[str, Any] = {
        "ordinal": sentence.ordinal,
        "paragraph": sentence.paragraph,
        "sha256": sentence.sha256,
        "starts": locator.starts,
        "ends": locator.ends,
    }
    if sentence.kind != "sentence":
        record["kind"] = sentence.kind
    if reading.mentions:
        record["mention"] = [{"of": found.system, "as": found.name, "at": found.start} for found in reading.mentions]
    if says:
        record["says"] = _merged(says)
    return record


def _says(
    reading: Reading,
    statement: Statement,
    links: list[dict[str, str]],
    unknown: list[str],
    spoken: tuple[int, ...],
    speakers: _Speakers,
) -> dict[str, Any]:
    record: dict[str, Any] = {"about": statement.system}
    if links:
        record["from"] = links
    record["firmness"] = statement.firmness or reading.firmness.firmness
    cue = reading.firmness.cue
    if cue and word_count(cue) <= QUOTE_WORDS:
        record["cue"] = cue
    record["quote"] = quote(reading.sentence, statement.start, statement.end)
    if needs := sorted({*statement.needs, *spoken}):
        record["needs"] = needs
    if unknown:
        record["note"] = speakers.note(reading, unknown)
    record[statement.table] = {key: _plain(value) for key, value in statement.fields.items()}
    return record


def _plain(value: Any) -> Any:
    """Write a value without qualifiers as it is, and a bare number as one."""
    if not isinstance(value, dict):
        return value
    fields = {
        key: int(each) if key == "value" and each.isdigit() and len(each) < _YEAR else each
        for key, each in value.items()
    }
    return fields["value"] if len(fields) == 1 else fields


_YEAR: Final = 4
"""Digits of a year, which stays a text: it is a date."""


def _merged(says: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Put claims with one quote into one record, and leave out what stands twice."""
    merged: list[dict[str, Any]] = []
    for one in says:
        same = next((other for other in merged if _alike(one, other)), None)
        if same is not None:
            same["claim"] |= one["claim"]
        elif one not in merged:
            merged.append(one)
    return merged


def _alike(one: dict[str, Any], other: dict[str, Any]) -> bool:
    if "claim" not in one or "claim" not in other or one["claim"].keys() & other["claim"].keys():
        return False
    return {key: value for key, value in one.items() if key != "claim"} == {
        key: value for key, value in other.items() if key != "claim"
    }


def quote(sentence: Sentence, start: int, end: int) -> str:
    """Return words of a sentence around `start` to `end` that carry a statement, at most `QUOTE_WORDS` of them."""
    text = sentence.text
    begins = [0, *(found.end() for found in _SPACE.finditer(text))]
    ends = [*(found.start() for found in _SPACE.finditer(text)), len(text)]
    first = max(index for index, begin in enumerate(begins) if begin <= start)
    last = min(index for index, stop in enumerate(ends) if stop >= end)
    last = min(last, first + QUOTE_WORDS - 1)
    first = max(0, first - min(_WORDS_AROUND, QUOTE_WORDS - (last - first + 1)))
    last = min(len(ends) - 1, last + min(1, QUOTE_WORDS - (last - first + 1)))
    found = text[begins[first] : ends[last]]
    while word_count(found) > QUOTE_WORDS and last > first:
        last -= 1
        found = text[begins[first] : ends[last]]
    return found.strip(' ,;"')
