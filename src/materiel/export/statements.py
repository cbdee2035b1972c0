"""Statements of some systems, read together with their receipts: what documents are made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final

from materiel.database.reader import Reader

Row = dict[str, Any]
ById = dict[str, list[Row]]
"""Rows by the id of the system, or of the statement, that they belong to."""

OPEN_TEXT: Final = "CASE WHEN source.rights = 'public domain' THEN sentence.text END"
"""SQL of what is handed on of a sentence: a reader may have attached the text of others to their own database."""

_SENTENCE = (
    "sentence.ordinal, sentence.paragraph, sentence.kind AS sentence_kind, sentence.sha256, sentence.starts,"
    f" sentence.ends, source.url || sentence.fragment AS link, {OPEN_TEXT} AS text, sentence.id AS sentence_id,"
    " source.id AS source_id"
)
_FROM_SENTENCE = "JOIN source ON source.id = sentence.source_id"
_RECEIPT = (
    "s.evidence_id AS id, s.equipment_id, evidence.firmness, evidence.cue, evidence.quote, evidence.note,"
    f" evidence.origin_id AS origin, source.published, publisher.name AS publisher, {_SENTENCE}"
)
_FROM_RECEIPT = (
    " JOIN evidence ON evidence.id = s.evidence_id JOIN sentence ON sentence.id = evidence.sentence_id"
    f" {_FROM_SENTENCE} JOIN agent publisher ON publisher.id = source.publisher_id"
)
_QUANTITY = "s.quantity, s.quantity_low, s.quantity_high"

_STATED: Final = {
    "claim": (
        "s.property, property.label, property.value_type, property.unit, property.position, s.condition, s.value,"
        " s.low, s.high, s.slack, s.earliest, s.latest, s.as_stated, s.unit AS stated_unit, s.state, s.approximate,"
        " s.bound, s.as_of, s.flag, s.flag_resolution, s.adopted, s.adoption",
        "claim s JOIN property ON property.kind = s.kind AND property.name = s.property",
    ),
    "designation": ("s.name, s.scheme, s.language", "designation s"),
    "holding": (
        f"s.operator_id, operator.name AS operator, s.service, {_QUANTITY}, s.since, s.until, s.as_of, s.status",
        "holding s JOIN agent operator ON operator.id = s.operator_id",
    ),
    "transfer": (
        "s.supplier_id, supplier.name AS supplier, s.recipient_id, recipient.name AS recipient,"
        f" {_QUANTITY}, s.date, s.stage",
        "transfer s LEFT JOIN agent supplier ON supplier.id = s.supplier_id"
        " LEFT JOIN agent recipient ON recipient.id = s.recipient_id",
    ),
    "relation": (
        "s.type, s.system_id, s.agent_id, coalesce(other.name, party.name, s.name) AS target",
        "relation s LEFT JOIN equipment other ON other.id = s.system_id LEFT JOIN agent party ON party.id = s.agent_id",
    ),
    "event": ("s.type, s.date, s.place, s.outcome", "event s"),
}
"""Of each type of statement, what it states, and the tables that hold it."""

STATEMENTS: Final = tuple(_STATED)
"""The types of statements."""

_EVIDENCE = " UNION ALL ".join(f"SELECT evidence_id FROM {table} WHERE equipment_id IN ({{ids}})" for table in _STATED)

_SYSTEMS = (
    "SELECT equipment.id, equipment.name, equipment.kind, equipment.category_id AS category, equipment.level,"
    " equipment.family_id, family.name AS family, equipment.description"
    " FROM equipment LEFT JOIN equipment family ON family.id = equipment.family_id"
    " WHERE equipment.id IN ({ids}) ORDER BY equipment.id"
)
_DISPUTES = (
    "SELECT equipment_id, statement, property, qualifier, reason, a_id, b_id FROM contradiction"
    " WHERE equipment_id IN ({ids}) ORDER BY equipment_id, statement, property, qualifier, a_id, b_id"
)
_CHAINS = (
    "SELECT attribution.evidence_id, speaker.id AS agent, speaker.name, speaker.kind, attribution.role,"
    " attribution.words FROM attribution JOIN agent speaker ON speaker.id = attribution.agent_id"
    f" WHERE attribution.evidence_id IN ({_EVIDENCE}) ORDER BY attribution.evidence_id, attribution.position"
)
_CONTEXTS = (
    f"SELECT evidence_context.evidence_id, {_SENTENCE} FROM evidence_context"
    f" JOIN sentence ON sentence.id = evidence_context.sentence_id {_FROM_SENTENCE}"
    f" WHERE evidence_context.evidence_id IN ({_EVIDENCE})"
    " ORDER BY evidence_context.evidence_id, sentence.source_id, sentence.ordinal"
)
_MENTIONS = (
    f'SELECT mention.id, mention.equipment_id, mention.name, mention.start, mention."end", {_SENTENCE} FROM mention'
    f" JOIN sentence ON sentence.id = mention.sentence_id {_FROM_SENTENCE} WHERE mention.equipment_id IN ({{ids}})"
    " ORDER BY mention.equipment_id, sentence.source_id, sentence.ordinal, mention.start"
)


class Found:
    """What is stated of the systems with these ids. It is read when it is asked for."""

    def __init__(self, reader: Reader, systems: Sequence[str]) -> None:
        self._reader = reader
        # Not through `json_each`: SQLite takes constants alone into the arms of a view.
        self._parameters = {f"s{n}": system for n, system in enumerate(systems)}

    def systems(self) -> list[Row]:
        """Return the systems in the order of their ids."""
        return self._rows(_SYSTEMS)

    def statements(self, statement: str, *, adopted: bool = False) -> ById:
        """Return the statements of one type by system. `adopted`: of claims, only those that are adopted."""
        columns, tables = _STATED[statement]
        only = " AND s.adopted" if adopted else ""
        sql = f"SELECT {columns}, {_RECEIPT} FROM {tables}{_FROM_RECEIPT} WHERE s.equipment_id IN ({{ids}}){only}"
        return _grouped(self._rows(sql), "equipment_id")

    def disputes(self) -> ById:
        """Return the pairs of statements that cannot both be true, by system."""
        return _grouped(self._rows(_DISPUTES), "equipment_id")

    def chains(self) -> ById:
        """Return the agents to whom sources attribute statements, outermost first, by statement."""
        return _grouped(self._rows(_CHAINS), "evidence_id")

    def contexts(self) -> ById:
        """Return the sentences that are needed to read those that are cited, by statement."""
        return _grouped(self._rows(_CONTEXTS), "evidence_id")

    def mentions(self) -> ById:
        """Return where sentences name a system, by system."""
        return _grouped(self._rows(_MENTIONS), "equipment_id")

    def _rows(self, sql: str) -> list[Row]:
        ids = ", ".join(f":{name}" for name in self._parameters)
        return self._reader.rows(sql.format(ids=ids), **self._parameters)


def _grouped(rows: list[Row], key: str) -> ById:
    groups: ById = defaultdict(list)
    for row in rows:
        groups[row[key]].append(row)
    return groups
