"""The views that SQL users query: `receipts`, `disputes`, `spec_sheet`.

Views hold no data, so they are no part of the migrations: they are dropped before a migration and made
again when the schema is at its newest version. The text is the same for every engine but for the
function that joins strings.
"""

from __future__ import annotations

from dataclasses import dataclass

CONTRADICTING = "('asserted', 'reported', 'assessed', 'alleged')"
"""Firmness of statements that can contradict each other. A plan or a guess contradicts nothing."""

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
        f" evidence.note, {flag} AS flag, {condition} AS condition, {adoption} AS adoption,"
        " s.evidence_id AS statement_id, sentence.id AS sentence_id"
        f" FROM {tables} JOIN equipment ON equipment.id = s.equipment_id"
        " JOIN evidence ON evidence.id = s.evidence_id JOIN sentence ON sentence.id = evidence.sentence_id"
        " JOIN source ON source.id = sentence.source_id JOIN agent publisher ON publisher.id = source.publisher_id"
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


CLAIMS_DIFFER = (
    "(a.high + a.slack < b.low - b.slack OR b.high + b.slack < a.low - a.slack"
    " OR a.latest < b.earliest OR b.latest < a.earliest"
    " OR (property.value_type = 'text' AND property.single AND lower(a.value) <> lower(b.value)))"
)
"""Two claims `a` and `b` cannot both be true, whatever digits they are rounded to."""

_SAME_CLAIM = (
    "b.equipment_id = a.equipment_id AND b.property = a.property AND b.condition = a.condition"
    " AND coalesce(b.as_of, '') = coalesce(a.as_of, '') AND a.state = 'known' AND b.state = 'known'"
)

_BOTH_STAND = f"va.firmness IN {CONTRADICTING} AND vb.firmness IN {CONTRADICTING}"

_CLAIM_PAIR = f"{_SAME_CLAIM} JOIN property ON property.kind = a.kind AND property.name = a.property"

_IS_DENIAL = f"va.firmness = 'denied' AND vb.firmness IN {CONTRADICTING}"

# What makes a denial (`a`) and a statement (`b`) meet, for each type of statement.
_DENIED = {
    "claim": _CLAIM_PAIR,
    "holding": "b.equipment_id = a.equipment_id AND b.operator_id = a.operator_id AND b.status = a.status",
    "transfer": (
        "b.equipment_id = a.equipment_id AND b.stage = a.stage"
        " AND (a.supplier_id IS NULL OR b.supplier_id = a.supplier_id)"
        " AND (a.recipient_id IS NULL OR b.recipient_id = a.recipient_id)"
    ),
    "relation": (
        "b.equipment_id = a.equipment_id AND b.type = a.type AND coalesce(b.system_id, b.agent_id, b.name)"
        " = coalesce(a.system_id, a.agent_id, a.name)"
    ),
    "event": (
        "b.equipment_id = a.equipment_id AND b.type = a.type"
        " AND coalesce(a.date, b.date, '') = coalesce(b.date, a.date, '')"
    ),
}


def _pair(statement: str, reason: str, meeting: str) -> str:
    """Return the SELECT of the pairs of one type of statement, as ids; `disputes` adds what they say."""
    condition = "a.condition" if statement == "claim" else "''"
    name = {"claim": "a.property", "holding": "a.status", "transfer": "a.stage"}.get(statement, "a.type")
    return (
        f"SELECT a.equipment_id, '{statement}' AS statement, {name} AS property,"
        f" {condition} AS qualifier, '{reason}' AS reason,"
        f" a.evidence_id AS a_id, b.evidence_id AS b_id FROM {statement} a JOIN {statement} b ON {meeting}"
        " JOIN evidence va ON va.id = a.evidence_id JOIN evidence vb ON vb.id = b.evidence_id"
    )


def _contradiction() -> str:
    values = f"a.evidence_id < b.evidence_id AND {_CLAIM_PAIR}"
    arms = [f"{_pair('claim', 'values differ', values)} WHERE {CLAIMS_DIFFER} AND {_BOTH_STAND}"]
    for statement, meeting in _DENIED.items():
        agree = f" AND NOT coalesce({CLAIMS_DIFFER}, FALSE)" if statement == "claim" else ""
        arms.append(f"{_pair(statement, 'denied', meeting)} WHERE {_IS_DENIAL}{agree}")
    return " UNION ALL ".join(arms)


_SIDE = (
    "value",
    "value_low",
    "value_high",
    "as_stated",
    "firmness",
    "attribution",
    "quote",
    "source_id",
    "publisher",
    "published",
    "link",
    "flag",
)


def _disputes() -> str:
    sides = ", ".join(
        f"{side}.{column} AS {side}_{column}" for side in ("a", "b") for column in ("statement_id", *_SIDE)
    )
    return (
        "SELECT pair.equipment_id, a.equipment_name, a.kind, pair.statement, pair.property, pair.qualifier,"
        # CROSS JOIN keeps SQLite to this order: it would compare every receipt with every other.
        f" pair.reason, a.unit, {sides} FROM contradiction pair CROSS JOIN receipts a CROSS JOIN receipts b"
        " WHERE a.equipment_id = pair.equipment_id AND a.statement_id = pair.a_id"
        " AND b.equipment_id = pair.equipment_id AND b.statement_id = pair.b_id"
    )


def _spec_sheet() -> str:
    return (
        "SELECT claim.equipment_id, equipment.name AS equipment_name, claim.kind, claim.property,"
        " property.label, claim.condition AS qualifier,"
        " max(CASE WHEN claim.adopted THEN claim.value END) AS value,"
        " max(CASE WHEN claim.adopted THEN claim.low END) AS value_low,"
        " max(CASE WHEN claim.adopted THEN claim.high END) AS value_high,"
        " property.unit, max(CASE WHEN claim.adopted THEN claim.evidence_id END) AS adopted_claim_id,"
        " count(*) AS claims, count(DISTINCT evidence.origin_id) AS publishers,"
        # Not through `contradiction`: engines do not push a correlated condition into a UNION.
        f" EXISTS ({_pair('claim', 'disputed', _CLAIM_PAIR)} WHERE a.equipment_id = claim.equipment_id"
        f" AND a.property = claim.property AND a.condition = claim.condition AND a.evidence_id <> b.evidence_id"
        f" AND (({CLAIMS_DIFFER} AND {_BOTH_STAND}) OR ({_IS_DENIAL} AND NOT coalesce({CLAIMS_DIFFER}, FALSE))))"
        " AS disputed,"
        " property.position FROM claim JOIN equipment ON equipment.id = claim.equipment_id"
        " JOIN property ON property.kind = claim.kind AND property.name = claim.property"
        " JOIN evidence ON evidence.id = claim.evidence_id"
        " GROUP BY claim.equipment_id, equipment.name, claim.kind, claim.property, property.label, claim.condition,"
        " property.unit, property.position"
    )


@dataclass(frozen=True, slots=True)
class View:
    """A view: what it shows, what its columns hold, and its SELECT for a dialect."""

    name: str
    description: str
    columns: dict[str, str]
    select: dict[str, str]


_RECEIPT_COLUMNS = {
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
    "note": "An editor's remark on how the sentence was read.",
    "flag": "Why the value is not plausible.",
    "condition": "Condition under which a claim holds; empty where there is none.",
    "adoption": "Why the claim was adopted.",
    "statement_id": "The statement: evidence_id in the table of its type.",
    "sentence_id": "Id of the sentence.",
}

_SIDES = {"a": "one side", "b": "the other side"}

VIEWS = (
    View(
        "receipts",
        "One flat row per statement, with everything about where it comes from.",
        _RECEIPT_COLUMNS,
        {dialect: _receipts(dialect) for dialect in _CHAIN},
    ),
    View(
        "contradiction",
        "Pairs of statements that cannot all be true, as ids: what disputes is made of.",
        {
            "equipment_id": "The system.",
            "statement": "Type of statement.",
            "property": "What is stated.",
            "qualifier": "Condition that both statements name.",
            "reason": "Values differ, or one side denies the other's statement.",
            "a_id": "Statement of one side; of a denial, the one who denies.",
            "b_id": "Statement of the other side.",
        },
        dict.fromkeys(_CHAIN, _contradiction()),
    ),
    View(
        "disputes",
        "One row per contradiction, with both sides.",
        {
            **{name: _RECEIPT_COLUMNS[name] for name in ("equipment_id", "equipment_name", "kind", "statement")},
            "property": "What is stated.",
            "qualifier": "Condition that both statements name.",
            "reason": "Values differ, or one side denies the other's statement.",
            "unit": "Metric unit of the values.",
            **{
                f"{side}_{column}": f"Of {words}: {_RECEIPT_COLUMNS[column][0].lower()}{_RECEIPT_COLUMNS[column][1:]}"
                for side, words in _SIDES.items()
                for column in ("statement_id", *_SIDE)
            },
        },
        dict.fromkeys(_CHAIN, _disputes()),
    ),
    View(
        "spec_sheet",
        "One row per system, property and condition: the adopted value and how well it stands.",
        {
            "equipment_id": "The system.",
            "equipment_name": "Name of the system.",
            "kind": "Kind of the system.",
            "property": "The property.",
            "label": "Label of the property.",
            "qualifier": "Condition under which the value holds; empty where there is none.",
            "value": "The adopted value; NULL where none of the claims could be adopted.",
            "value_low": "Lower end of the adopted number.",
            "value_high": "Upper end of the adopted number.",
            "unit": "Metric unit.",
            "adopted_claim_id": "The claim that was adopted.",
            "claims": "Number of claims.",
            "publishers": "Number of independent publishers that make a claim.",
            "disputed": "Whether claims contradict each other.",
            "position": "Place in a specification.",
        },
        dict.fromkeys(_CHAIN, _spec_sheet()),
    ),
)
