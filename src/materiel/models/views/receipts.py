"""`receipts`: one flat row per statement, with everything about where it comes from."""

from __future__ import annotations

from materiel.models.views.view import DIALECTS, View

_CHAIN = {
    "sqlite": (
        "(SELECT group_concat(link.name, ' > ') FROM (SELECT speaker.name FROM attribution"
        " JOIN agent speaker ON speaker.id = attribution.agent_id"
        " WHERE attribution.evidence_id = evidence.id ORDER BY attribution.position) link)"
    ),
    "postgresql": (
        "(SELECT string_agg(speaker.name, ' > ' ORDER BY attribution.position) FROM attribution"
        " JOIN agent speaker ON speaker.id = attribution.agent_id"
        " WHERE attribution.evidence_id = evidence.id)"
    ),
}

# Each statement as (type, table and joins, property, value, low, high, unit, as stated, qualifier,
# adopted, flag): what differs between the six arms of `receipts`.
_CLAIM_QUALIFIER = (
    "rtrim((CASE WHEN s.approximate THEN 'approximate; ' ELSE '' END) || coalesce(s.bound || '; ', '')"
    " || (CASE WHEN s.condition = '' THEN '' ELSE s.condition || '; ' END)"
    " || coalesce('as of ' || s.as_of || '; ', ''), '; ')"
)
_HOLDING_QUALIFIER = (
    "rtrim(coalesce('since ' || s.since || '; ', '') || coalesce('until ' || s.until || '; ', '')"
    " || coalesce('as of ' || s.as_of || '; ', ''), '; ')"
)
_ARMS = (
    (
        "claim",
        "claim s JOIN property ON property.kind = s.kind AND property.name = s.property",
        "s.property",
        "s.value",
        "s.low",
        "s.high",
        "property.unit",
        "s.as_stated",
        _CLAIM_QUALIFIER,
        "s.adopted",
        "s.flag",
        "s.condition",
        "s.adoption",
    ),
    (
        "designation",
        "designation s",
        "s.scheme",
        "s.name",
        "NULL",
        "NULL",
        "NULL",
        "s.name",
        "''",
        "FALSE",
        "NULL",
        "''",
        "NULL",
    ),
    (
        "holding",
        "holding s JOIN agent operator ON operator.id = s.operator_id",
        "s.status",
        "operator.name || coalesce(', ' || s.service, '') || coalesce(': ' || s.quantity, '')",
        "s.quantity_low",
        "s.quantity_high",
        "NULL",
        "s.quantity",
        _HOLDING_QUALIFIER,
        "FALSE",
        "NULL",
        "''",
        "NULL",
    ),
    (
        "transfer",
        "transfer s LEFT JOIN agent supplier ON supplier.id = s.supplier_id"
        " LEFT JOIN agent recipient ON recipient.id = s.recipient_id",
        "s.stage",
        "coalesce(supplier.name, 'unnamed supplier') || ' to ' || coalesce(recipient.name, 'unnamed recipient')"
        " || coalesce(': ' || s.quantity, '')",
        "s.quantity_low",
        "s.quantity_high",
        "NULL",
        "s.quantity",
        "coalesce(s.date, '')",
        "FALSE",
        "NULL",
        "''",
        "NULL",
    ),
    (
        "relation",
        "relation s LEFT JOIN equipment other ON other.id = s.system_id LEFT JOIN agent party ON party.id = s.agent_id",
        "s.type",
        "coalesce(other.name, party.name, s.name)",
        "NULL",
        "NULL",
        "NULL",
        "NULL",
        "''",
        "FALSE",
        "NULL",
        "''",
        "NULL",
    ),
    (
        "event",
        "event s",
        "s.type",
        "rtrim(coalesce(s.date || ', ', '') || coalesce(s.place || ', ', '') || coalesce(s.outcome, ''), ', ')",
        "NULL",
        "NULL",
        "NULL",
        "NULL",
        "''",
        "FALSE",
        "NULL",
        "''",
        "NULL",
    ),
)


ATTACHED = (
    "LEFT JOIN attached_sentence ON attached_sentence.source_id = sentence.source_id"
    " AND attached_sentence.ordinal = sentence.ordinal AND attached_sentence.sha256 = sentence.sha256"
)
"""Joins a sentence with its text in the reader's copy. That of a sentence that was another one when it was attached
does not belong to it: hence the hash."""


def _receipts(dialect: str) -> str:
    arms = [
        f"SELECT s.equipment_id, equipment.name AS equipment_name, equipment.kind, '{statement}' AS statement,"
        f" {name} AS property, {value} AS value, CAST({low} AS DOUBLE PRECISION) AS value_low,"
        f" CAST({high} AS DOUBLE PRECISION) AS value_high, {unit} AS unit, {as_stated} AS as_stated,"
        f" {qualifier} AS qualifier, {adopted} AS adopted, evidence.firmness, evidence.cue,"
        f" publisher.name || coalesce(' > ' || {_CHAIN[dialect]}, '') AS attribution,"
        " evidence.quote, source.id AS source_id, publisher.name AS publisher, source.title, source.published,"
        " sentence.ordinal AS sentence_ordinal, sentence.paragraph, source.url,"
        " source.url || sentence.fragment AS link, sentence.starts, sentence.ends, sentence.text AS sentence_text,"
        " attached_sentence.result AS attached, attached_sentence.text AS attached_text,"
        f" evidence.note, {flag} AS flag, {condition} AS condition, {adoption} AS adoption,"
        " s.evidence_id AS statement_id, sentence.id AS sentence_id"
        f" FROM {tables} JOIN equipment ON equipment.id = s.equipment_id"
        " JOIN evidence ON evidence.id = s.evidence_id JOIN sentence ON sentence.id = evidence.sentence_id"
        " JOIN source ON source.id = sentence.source_id JOIN agent publisher ON publisher.id = source.publisher_id"
        f" {ATTACHED}"
        for (
            statement,
            tables,
            name,
            value,
            low,
            high,
            unit,
            as_stated,
            qualifier,
            adopted,
            flag,
            condition,
            adoption,
        ) in _ARMS
    ]
    return " UNION ALL ".join(arms)


RECEIPT_COLUMNS = {
    "equipment_id": "The system.",
    "equipment_name": "Name of the system.",
    "kind": "Kind of the system.",
    "statement": "Type of statement: claim, designation, holding, transfer, relation or event.",
    "property": "What is stated: the property, scheme, status, stage or type.",
    "value": "What it is stated to be, normalised.",
    "value_low": "Lower end of a number or quantity.",
    "value_high": "Upper end of a number or quantity.",
    "unit": "Metric unit of the value.",
    "as_stated": "The value in the source's words and unit.",
    "qualifier": "Approximate, at least, at most, condition, dates.",
    "adopted": "Whether the value stands in the typed table.",
    "firmness": "How firmly it is said.",
    "cue": "Words that show the firmness.",
    "attribution": "Who says it, outermost speaker first.",
    "quote": "At most 12 words of the sentence.",
    "source_id": "The source.",
    "publisher": "Who published the source.",
    "title": "Title of the source.",
    "published": "When the source was published.",
    "sentence_ordinal": "Position of the sentence in the text that was read.",
    "paragraph": "Paragraph of the sentence.",
    "url": "Address of the source.",
    "link": "Address that leads to the sentence in the live page.",
    "starts": "First words of the sentence.",
    "ends": "Last words of the sentence.",
    "sentence_text": "The sentence, where the rights allow it.",
    "attached": "How the sentence was found in the copy that you attached: exact, moved, changed or missing.",
    "attached_text": "The sentence as that copy has it; never exported unless asked for.",
    "note": "An editor's remark on how the sentence was read.",
    "flag": "Why the value is not plausible.",
    "condition": "Condition under which a claim holds; empty where there is none.",
    "adoption": "Why the claim was adopted.",
    "statement_id": "The statement: evidence_id in the table of its type.",
    "sentence_id": "Id of the sentence.",
}

RECEIPTS = View(
    "receipts",
    "One flat row per statement, with everything about where it comes from.",
    RECEIPT_COLUMNS,
    {dialect: _receipts(dialect) for dialect in DIALECTS},
)
