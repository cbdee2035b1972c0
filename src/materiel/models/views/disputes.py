"""`contradiction` and `disputes`: statements that cannot all be true, and denials of what others state."""

from __future__ import annotations

from materiel.models.views.receipts import RECEIPT_COLUMNS
from materiel.models.views.view import DIALECTS, View

CONTRADICTING = "('asserted', 'reported', 'assessed', 'alleged')"
"""Firmness of statements that can contradict each other. A plan or a guess contradicts nothing."""


def _folded(text: str) -> str:
    """Return the SQL of a text without case, hyphens and spaces: "DDG-51" and "DDG 51" say the same."""
    return f"lower(replace(replace({text}, '-', ''), ' ', ''))"


CLAIMS_DIFFER = (
    "(a.high + a.slack < b.low - b.slack OR b.high + b.slack < a.low - a.slack"
    " OR a.latest < b.earliest OR b.latest < a.earliest"
    f" OR (property.value_type = 'text' AND property.single AND {_folded('a.value')} <> {_folded('b.value')}))"
)
"""Two claims `a` and `b` cannot both be true, whatever digits they are rounded to."""

_SAME_CLAIM = (
    "b.equipment_id = a.equipment_id AND b.property = a.property AND b.condition = a.condition"
    " AND coalesce(b.as_of, '') = coalesce(a.as_of, '') AND a.state = 'known' AND b.state = 'known'"
)

BOTH_STAND = f"va.firmness IN {CONTRADICTING} AND vb.firmness IN {CONTRADICTING}"

CLAIM_PAIR = f"{_SAME_CLAIM} JOIN property ON property.kind = a.kind AND property.name = a.property"

IS_DENIAL = f"va.firmness = 'denied' AND vb.firmness IN {CONTRADICTING}"

# What makes a denial (`a`) and a statement (`b`) meet, for each type of statement.
_DENIED = {
    "claim": CLAIM_PAIR,
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


def pair_query(statement: str, reason: str, meeting: str) -> str:
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
    values = f"a.evidence_id < b.evidence_id AND {CLAIM_PAIR}"
    arms = [f"{pair_query('claim', 'values differ', values)} WHERE {CLAIMS_DIFFER} AND {BOTH_STAND}"]
    for statement, meeting in _DENIED.items():
        agree = f" AND NOT coalesce({CLAIMS_DIFFER}, FALSE)" if statement == "claim" else ""
        arms.append(f"{pair_query(statement, 'denied', meeting)} WHERE {IS_DENIAL}{agree}")
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


_BOTH_SIDES = {
    # CROSS JOIN keeps SQLite to this order: it would compare every receipt with every other.
    "sqlite": (
        "contradiction pair CROSS JOIN receipts a CROSS JOIN receipts b"
        " WHERE a.equipment_id = pair.equipment_id AND a.statement_id = pair.a_id"
        " AND b.equipment_id = pair.equipment_id AND b.statement_id = pair.b_id"
    ),
    # OFFSET 0 keeps PostgreSQL to looking up each side by its id: it would do the same.
    "postgresql": "contradiction pair"
    + "".join(
        " CROSS JOIN LATERAL (SELECT * FROM receipts WHERE receipts.equipment_id = pair.equipment_id"
        f" AND receipts.statement_id = pair.{side}_id OFFSET 0) {side}"
        for side in ("a", "b")
    ),
}


def _disputes(dialect: str) -> str:
    sides = ", ".join(
        f"{side}.{column} AS {side}_{column}" for side in ("a", "b") for column in ("statement_id", *_SIDE)
    )
    return (
        "SELECT pair.equipment_id, a.equipment_name, a.kind, pair.statement, pair.property, pair.qualifier,"
        f" pair.reason, a.unit, {sides} FROM {_BOTH_SIDES[dialect]}"
    )


_SIDES = {"a": "one side", "b": "the other side"}

CONTRADICTION = View(
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
    dict.fromkeys(DIALECTS, _contradiction()),
)

DISPUTES = View(
    "disputes",
    "One row per contradiction, with both sides.",
    {
        **{name: RECEIPT_COLUMNS[name] for name in ("equipment_id", "equipment_name", "kind", "statement")},
        "property": "What is stated.",
        "qualifier": "Condition that both statements name.",
        "reason": "Values differ, or one side denies the other's statement.",
        "unit": "Metric unit of the values.",
        **{
            f"{side}_{column}": f"Of {words}: {RECEIPT_COLUMNS[column][0].lower()}{RECEIPT_COLUMNS[column][1:]}"
            for side, words in _SIDES.items()
            for column in ("statement_id", *_SIDE)
        },
    },
    {dialect: _disputes(dialect) for dialect in DIALECTS},
)
