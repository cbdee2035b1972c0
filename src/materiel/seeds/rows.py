"""Records become rows: everything that needs other records is checked here.

A function yields `(table name, row)`; what is wrong goes to a `Problems` list, so that one run reports
all of it. Nothing is written here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from materiel.models.registry import KIND_MODELS
from materiel.seeds.identifiers import stable_id
from materiel.seeds.plausibility import Spans
from materiel.seeds.records import AgentRecord, CategoryRecord, EquipmentRecord, SentenceRecord, SourceRecord
from materiel.seeds.statements import Statement, statements
from materiel.text.fragment import text_fragment
from materiel.text.names import name_key
from materiel.text.printable import printable

Row = dict[str, Any]
Rows = Iterator[tuple[str, Row]]


@dataclass
class Problems:
    """What is wrong in the records, a line each, with the file it stands in."""

    lines: list[str] = field(default_factory=list)

    def add(self, file: str, where: str, reason: str) -> None:
        """Note that the key `where` of `file` is wrong for `reason`."""
        # Keys and values come from files: they are shown, never obeyed.
        self.lines.append(printable(f"{file}: {where}: {reason}" if where else f"{file}: {reason}"))


@dataclass
class Known:
    """What records may refer to: agents by id, categories by name, systems by id with their kind."""

    agents: dict[str, AgentRecord]
    categories: dict[str, CategoryRecord]
    equipment: dict[str, tuple[str, EquipmentRecord]]

    def references(self) -> References:
        """Return what sources may refer to, without the records."""
        return References(
            frozenset(self.agents),
            {equipment_id: kind for equipment_id, (kind, _) in self.equipment.items()},
            {equipment_id: record.category for equipment_id, (_, record) in self.equipment.items()},
        )


@dataclass(frozen=True, slots=True)
class References:
    """What sources may refer to: the ids of agents, and those of systems with their kind and their category.

    `spans` is what the sources state together of figures that stand in an order.
    """

    agents: frozenset[str]
    kinds: dict[str, str]
    categories: dict[str, str]
    spans: Spans = field(default_factory=dict)


def agent_rows(agents: dict[str, AgentRecord]) -> Rows:
    """Yield the rows of the agents."""
    for agent_id, record in agents.items():
        yield "agent", {"id": agent_id, **record.model_dump()}


def category_rows(categories: dict[str, CategoryRecord]) -> Rows:
    """Yield the rows of the categories."""
    for name, record in categories.items():
        yield "category", {"id": name, **record.model_dump()}


def equipment_rows(known: Known, files: dict[str, str], problems: Problems) -> Rows:
    """Yield the rows of all systems, families before their members."""
    for equipment_id in _families_first(known, files, problems):
        kind, record = known.equipment[equipment_id]
        file = files[equipment_id]
        category = known.categories.get(record.category)
        if category is None:
            problems.add(file, "category", f"{record.category!r} is not in categories.toml")
        elif category.kind != kind:
            problems.add(file, "category", f"{record.category!r} is a category of {category.kind}, not of {kind}")
        yield (
            "equipment",
            {
                "id": equipment_id,
                "kind": kind,
                "category_id": record.category,
                "level": record.level,
                "family_id": record.family,
                "name": record.name,
                "description": record.description,
            },
        )
        if kind != "mixed":
            yield str(KIND_MODELS[kind].__table__.description), {"id": equipment_id}
        yield from lookup_rows(equipment_id, {equipment_id: "id", record.name: "name"})


def _families_first(known: Known, files: dict[str, str], problems: Problems) -> Iterator[str]:
    placed: set[str] = set()
    for start in known.equipment:
        chain: list[str] = []
        member: str | None = start
        while member is not None and member not in placed:
            if member in chain:
                problems.add(files[start], "family", "the families go round in a circle")
                break
            if member not in known.equipment:
                problems.add(files[chain[-1]], "family", f"no system has the id {member!r}")
                break
            chain.append(member)
            member = known.equipment[member][1].family
        placed.update(chain)
        yield from reversed(chain)


def lookup_rows(equipment_id: str, names: dict[str, str]) -> Rows:
    """Yield a row for each name under which a system is found: names that hold a letter or digit."""
    for name, origin in names.items():
        key = name_key(name)
        if key:
            yield "lookup", {"equipment_id": equipment_id, "name": name, "key": key, "origin": origin}


def source_rows(source_id: str, record: SourceRecord, known: References, file: str, problems: Problems) -> Rows:
    """Yield the rows of a source: itself, its sentences, and all that they say."""
    row = record.model_dump(exclude={"sentence", "publisher"})
    for name in ("retrieved", "reviewed"):
        # Drivers make different things of dates; as text they are one.
        row[name] = row[name] and row[name].isoformat()
    yield "source", {"id": source_id, "publisher_id": record.publisher, **row}
    if record.publisher not in known.agents:
        problems.add(file, "publisher", f"no agent has the id {record.publisher!r}")
    ids = _sentence_ids(source_id, record, file, problems)
    for sentence in record.sentence:
        yield "sentence", _sentence_row(ids[sentence.ordinal], source_id, sentence)
    seen: set[str] = set()
    for sentence in record.sentence:
        if sentence.mention:
            yield from _mention_rows(sentence, ids[sentence.ordinal], known, file, problems)
        for statement in statements(ids[sentence.ordinal], record, sentence, known, file, problems):
            if statement.id in seen:
                problems.add(file, statement.where, "is stated twice under this sentence")
                continue
            seen.add(statement.id)
            yield from _statement_rows(statement, ids)


def _sentence_ids(source_id: str, record: SourceRecord, file: str, problems: Problems) -> dict[int, str]:
    ids: dict[int, str] = {}
    copies: Counter[str] = Counter()
    for sentence in record.sentence:
        if sentence.ordinal in ids:
            problems.add(file, f"sentence {sentence.ordinal}", "there are two sentences with this ordinal")
        # By content, not by position: another copy of the text may count differently.
        ids[sentence.ordinal] = stable_id("sentence", source_id, sentence.sha256, copies[sentence.sha256])
        copies[sentence.sha256] += 1
    return ids


def _sentence_row(sentence_id: str, source_id: str, sentence: SentenceRecord) -> Row:
    return {
        "id": sentence_id,
        "source_id": source_id,
        "ordinal": sentence.ordinal,
        "paragraph": sentence.paragraph,
        "kind": sentence.kind,
        "sha256": sentence.sha256,
        "starts": sentence.starts,
        "ends": sentence.ends,
        "fragment": text_fragment(sentence.starts, sentence.ends),
        "text": sentence.text,
    }


def _mention_rows(sentence: SentenceRecord, sentence_id: str, known: References, file: str, problems: Problems) -> Rows:
    where = f"sentence {sentence.ordinal}, mention"
    seen: set[tuple[str, int]] = set()
    for mention in sentence.mention:
        if mention.of not in known.kinds:
            problems.add(file, where, f"no system has the id {mention.of!r}")
        if (mention.of, mention.at) in seen:
            problems.add(file, where, f"{mention.of!r} stands twice at {mention.at}")
            continue
        seen.add((mention.of, mention.at))
        yield (
            "mention",
            {
                "id": stable_id("mention", sentence_id, mention.of, mention.at),
                "sentence_id": sentence_id,
                "equipment_id": mention.of,
                "name": mention.name,
                "start": mention.at,
                "end": mention.at + len(mention.name),
            },
        )


def _statement_rows(statement: Statement, ids: dict[int, str]) -> Rows:
    says, row = statement.says, statement.row
    yield (
        "evidence",
        {
            "id": statement.id,
            "sentence_id": ids[statement.ordinal],
            "quote": says.quote,
            "firmness": says.firmness,
            "cue": says.cue,
            "origin_id": statement.origin,
            "note": says.note,
        },
    )
    for needed in dict.fromkeys(says.needs):
        if needed in ids:
            yield "evidence_context", {"evidence_id": statement.id, "sentence_id": ids[needed]}
    for position, speaker in enumerate(says.speakers, 1):
        yield (
            "attribution",
            {
                "evidence_id": statement.id,
                "position": position,
                "agent_id": speaker.agent,
                "role": speaker.role,
                "words": speaker.words,
            },
        )
    row["evidence_id"] = statement.id
    row["equipment_id"] = says.about
    yield statement.table, row
    if statement.table == "designation":
        yield from lookup_rows(says.about, {row["name"]: row["scheme"]})
