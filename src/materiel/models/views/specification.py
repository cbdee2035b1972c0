"""`spec_sheet`: one row per system, property and condition, with the adopted value and how well it stands."""

from __future__ import annotations

from materiel.models.views.disputes import BOTH_STAND, CLAIM_PAIR, CLAIMS_DIFFER, IS_DENIAL, pair_query
from materiel.models.views.view import DIALECTS, View


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
        f" EXISTS ({pair_query('claim', 'disputed', CLAIM_PAIR)} WHERE a.equipment_id = claim.equipment_id"
        f" AND a.property = claim.property AND a.condition = claim.condition AND a.evidence_id <> b.evidence_id"
        f" AND (({CLAIMS_DIFFER} AND {BOTH_STAND}) OR ({IS_DENIAL} AND NOT coalesce({CLAIMS_DIFFER}, FALSE))))"
        " AS disputed,"
        " property.position FROM claim JOIN equipment ON equipment.id = claim.equipment_id"
        " JOIN property ON property.kind = claim.kind AND property.name = claim.property"
        " JOIN evidence ON evidence.id = claim.evidence_id"
        " GROUP BY claim.equipment_id, equipment.name, claim.kind, claim.property, property.label, claim.condition,"
        " property.unit, property.position"
    )


SPEC_SHEET = View(
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
    dict.fromkeys(DIALECTS, _spec_sheet()),
)
