"""JSON Schemas of what `--format json` prints: the contract with programs that read it.

Schema dialect: JSON Schema 2020-12, https://json-schema.org/draft/2020-12/schema
"""

from __future__ import annotations

from materiel.catalog.coverage_schema import COVERAGE, INGEST, MENTIONS
from materiel.catalog.diff_schema import DIFF
from materiel.catalog.shapes import (
    DISPUTE_SIDE,
    EVIDENCE,
    FLAG,
    HELD_COPY,
    INTEGER,
    MAYBE_INTEGER,
    MAYBE_NUMBER,
    MAYBE_TEXT,
    SOURCE,
    SOURCE_RECORD,
    STATEMENT,
    TEXT,
    VALUE,
    Schema,
    list_of,
    record,
)

_COUNT: Schema = {"type": "integer", "minimum": 0}
_PUSHED = dict.fromkeys(("inserted", "updated", "retired", "deleted", "unchanged", "kept"), _COUNT)
_NUMBERS = list_of({"type": "integer", "minimum": 1})
_STATED = {
    "statement": TEXT,
    "property": TEXT,
    "value": MAYBE_TEXT,
    "unit": MAYBE_TEXT,
    "as_stated": MAYBE_TEXT,
    "qualifier": MAYBE_TEXT,
    "firmness": TEXT,
    "attribution": TEXT,
    "receipts": _NUMBERS,
}
_RECEIPT = record(number=INTEGER, **EVIDENCE)
_QUANTITY = {"quantity": MAYBE_TEXT, "quantity_low": MAYBE_INTEGER, "quantity_high": MAYBE_INTEGER}
_SHEET_SIDE = record(
    value=MAYBE_TEXT,
    unit=MAYBE_TEXT,
    as_stated=MAYBE_TEXT,
    firmness=TEXT,
    attribution=TEXT,
    receipt=INTEGER,
)
_SHEET = record(
    id=TEXT,
    name=TEXT,
    kind=TEXT,
    category=TEXT,
    level=TEXT,
    family=MAYBE_TEXT,
    description=MAYBE_TEXT,
    members=list_of(record(id=TEXT, name=TEXT, level=TEXT)),
    names=list_of(record(name=TEXT, scheme=TEXT, language=MAYBE_TEXT, receipts=_NUMBERS)),
    specification=list_of(
        record(
            property=TEXT,
            label=TEXT,
            qualifier=TEXT,
            **VALUE,
            as_stated=TEXT,
            details=TEXT,
            claims=INTEGER,
            publishers=INTEGER,
            disputed=FLAG,
            receipts=_NUMBERS,
        )
    ),
    holdings=list_of(
        record(
            operator_id=TEXT,
            operator=TEXT,
            service=MAYBE_TEXT,
            **_QUANTITY,
            since=MAYBE_TEXT,
            until=MAYBE_TEXT,
            as_of=MAYBE_TEXT,
            status=TEXT,
            receipts=_NUMBERS,
        )
    ),
    transfers=list_of(
        record(
            supplier_id=MAYBE_TEXT,
            supplier=MAYBE_TEXT,
            recipient_id=MAYBE_TEXT,
            recipient=MAYBE_TEXT,
            **_QUANTITY,
            date=MAYBE_TEXT,
            stage=TEXT,
            receipts=_NUMBERS,
        )
    ),
    relations=list_of(record(type=TEXT, target=TEXT, system_id=MAYBE_TEXT, agent_id=MAYBE_TEXT, receipts=_NUMBERS)),
    events=list_of(record(type=TEXT, date=MAYBE_TEXT, place=MAYBE_TEXT, outcome=MAYBE_TEXT, receipts=_NUMBERS)),
    unestablished=list_of(record(**_STATED)),
    flagged=list_of(record(**_STATED, flag=TEXT)),
    disputes=list_of(record(statement=TEXT, property=TEXT, qualifier=TEXT, reason=TEXT, a=_SHEET_SIDE, b=_SHEET_SIDE)),
    receipts=list_of(_RECEIPT),
)

_CELL = record(
    value=MAYBE_TEXT,
    value_low=MAYBE_NUMBER,
    value_high=MAYBE_NUMBER,
    as_stated=TEXT,
    details=TEXT,
    claims=INTEGER,
    publishers=INTEGER,
    disputed=FLAG,
    receipts=_NUMBERS,
)

SCHEMAS: dict[str, Schema] = {
    "show": list_of(_SHEET),
    "compare": record(
        systems=list_of(record(id=TEXT, name=TEXT, kind=TEXT, category=TEXT, level=TEXT)),
        properties=list_of(
            record(
                property=TEXT,
                label=TEXT,
                qualifier=TEXT,
                unit=MAYBE_TEXT,
                values={"type": "object", "additionalProperties": {"anyOf": [_CELL, {"type": "null"}]}},
            )
        ),
        receipts=list_of(_RECEIPT),
    ),
    "list": list_of(
        {
            "type": "object",
            "properties": {"id": TEXT, "name": TEXT, "kind": TEXT, "category": TEXT, "level": TEXT},
            "required": ["id", "name", "kind", "category", "level"],
            "additionalProperties": {"type": ["number", "string", "null"]},
        }
    ),
    "draft": list_of(
        record(
            source=TEXT,
            sentence=INTEGER,
            system=TEXT,
            statement=TEXT,
            value=TEXT,
            quote=TEXT,
            rule=TEXT,
            firmness=TEXT,
            firmness_rule=TEXT,
            cue=TEXT,
            speakers=list_of(TEXT),
            speakers_rule=TEXT,
            needs=_NUMBERS,
        )
    ),
    "search": list_of(record(rank=INTEGER, id=TEXT, name=TEXT, kind=TEXT, field=TEXT, text=TEXT)),
    "cite": record(
        id=TEXT,
        name=TEXT,
        property=MAYBE_TEXT,
        statements=list_of(STATEMENT),
    ),
    "disputes": list_of(
        record(
            equipment_id=TEXT,
            equipment_name=TEXT,
            kind=TEXT,
            statement=TEXT,
            property=TEXT,
            qualifier=TEXT,
            reason=TEXT,
            a=DISPUTE_SIDE,
            b=DISPUTE_SIDE,
        )
    ),
    "source list": list_of(record(**SOURCE, sentences=INTEGER, statements=INTEGER)),
    "source show": record(
        **SOURCE_RECORD,
        attachment={
            "anyOf": [record(file=TEXT, sha256=TEXT, canonical_version=INTEGER, attached=TEXT), {"type": "null"}]
        },
        sentences=list_of(
            record(
                ordinal=INTEGER,
                paragraph=INTEGER,
                kind=TEXT,
                sha256=TEXT,
                starts=TEXT,
                ends=TEXT,
                text=MAYBE_TEXT,
                attached=MAYBE_TEXT,
                attached_text=MAYBE_TEXT,
                mentions=list_of(record(equipment_id=TEXT, name=TEXT)),
                statements=list_of(
                    record(
                        equipment_id=TEXT,
                        equipment_name=TEXT,
                        statement=TEXT,
                        property=TEXT,
                        **VALUE,
                        qualifier=MAYBE_TEXT,
                        firmness=TEXT,
                        attribution=TEXT,
                        quote=MAYBE_TEXT,
                    )
                ),
            )
        ),
    ),
    "source attach": record(**HELD_COPY, database=TEXT),
    "source verify": list_of(record(**HELD_COPY)),
    "coverage": COVERAGE,
    "mentions": MENTIONS,
    "ingest": INGEST,
    "diff": DIFF,
    "push": record(
        destination=TEXT,
        dry_run=FLAG,
        changed=FLAG,
        total=record(**_PUSHED),
        tables=list_of(
            record(
                table=TEXT,
                created=FLAG,
                added_columns=list_of(TEXT),
                **_PUSHED,
                referred=_COUNT,
                ids=record(
                    **dict.fromkeys(("inserted", "updated", "retired", "deleted", "referred", "kept"), list_of(TEXT))
                ),
            )
        ),
    ),
    "sql": list_of({"type": "object"}),
    "check": list_of(record(check=TEXT, passed=FLAG, problems=list_of(TEXT))),
    "dictionary": list_of(
        {
            "anyOf": [
                record(
                    kind=TEXT,
                    name=TEXT,
                    position=INTEGER,
                    table_name=TEXT,
                    value_type=TEXT,
                    unit=MAYBE_TEXT,
                    label=TEXT,
                    description=TEXT,
                    plausible_low=MAYBE_NUMBER,
                    plausible_high=MAYBE_NUMBER,
                ),
                record(table_name=TEXT, column_name=TEXT, description=TEXT),
            ]
        }
    ),
    "db status": {
        "type": "object",
        "properties": {"database": TEXT, "program_schema": TEXT, "state": TEXT},
        "required": ["database", "program_schema", "state"],
        "additionalProperties": {"type": ["integer", "string", "null"]},
    },
    "source excerpt": record(
        id=TEXT,
        file=TEXT,
        kept=TEXT,
        sentences=list_of(record(ordinal=INTEGER, paragraph=INTEGER, kind=TEXT, text=TEXT)),
        furniture=list_of(TEXT),
    ),
    "seeds check": {
        "anyOf": [
            record(systems=INTEGER, sources=INTEGER, reviewed=INTEGER, statements=INTEGER, flagged=INTEGER),
            list_of(record(source=TEXT, publisher=TEXT, retrieved=TEXT, statements=INTEGER)),
            list_of(
                record(
                    system=TEXT,
                    property=TEXT,
                    value=TEXT,
                    source=TEXT,
                    sentence=INTEGER,
                    flag=TEXT,
                    resolution=MAYBE_TEXT,
                )
            ),
        ]
    },
    "seeds load": record(
        systems=INTEGER,
        sources=INTEGER,
        statements=INTEGER,
        adopted=INTEGER,
        flagged=INTEGER,
        digest=TEXT,
    ),
}
"""The schema of each command's JSON output, by the command's words."""


def json_schema(command: str) -> Schema:
    """Return the JSON Schema of what `command` prints, with its title and dialect."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"materiel {command} --format json",
        **SCHEMAS[command],
    }
