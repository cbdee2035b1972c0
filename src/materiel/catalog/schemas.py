"""JSON Schemas of what `--format json` prints: the contract with programs that read it.

Schema dialect: JSON Schema 2020-12, https://json-schema.org/draft/2020-12/schema
"""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_MAYBE_TEXT: Schema = {"type": ["string", "null"]}

_MAYBE_NUMBER: Schema = {"type": ["number", "null"]}
_INTEGER: Schema = {"type": "integer"}
_MAYBE_INTEGER: Schema = {"type": ["integer", "null"]}
_FLAG: Schema = {"type": "boolean"}


def _object(**properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


_NUMBERS = _list({"type": "integer", "minimum": 1})
_VALUE = {"value": _MAYBE_TEXT, "value_low": _MAYBE_NUMBER, "value_high": _MAYBE_NUMBER, "unit": _MAYBE_TEXT}
_STATED = {
    "statement": _TEXT,
    "property": _TEXT,
    "value": _MAYBE_TEXT,
    "unit": _MAYBE_TEXT,
    "as_stated": _MAYBE_TEXT,
    "qualifier": _MAYBE_TEXT,
    "firmness": _TEXT,
    "attribution": _TEXT,
    "receipts": _NUMBERS,
}
_EVIDENCE = {
    "publisher": _TEXT,
    "title": _TEXT,
    "published": _MAYBE_TEXT,
    "source_id": _TEXT,
    "sentence_ordinal": _INTEGER,
    "paragraph": _INTEGER,
    "starts": _TEXT,
    "ends": _TEXT,
    "quote": _MAYBE_TEXT,
    "attribution": _TEXT,
    "firmness": _TEXT,
    "cue": _MAYBE_TEXT,
    "note": _MAYBE_TEXT,
    "url": _TEXT,
    "link": _TEXT,
    "sentence_text": _MAYBE_TEXT,
}
_RECEIPT = _object(number=_INTEGER, **_EVIDENCE)
_QUANTITY = {"quantity": _MAYBE_TEXT, "quantity_low": _MAYBE_INTEGER, "quantity_high": _MAYBE_INTEGER}
_SHEET_SIDE = _object(
    value=_MAYBE_TEXT,
    unit=_MAYBE_TEXT,
    as_stated=_MAYBE_TEXT,
    firmness=_TEXT,
    attribution=_TEXT,
    receipt=_INTEGER,
)
_DISPUTE_SIDE = _object(
    value=_MAYBE_TEXT,
    unit=_MAYBE_TEXT,
    statement_id=_TEXT,
    as_stated=_MAYBE_TEXT,
    firmness=_TEXT,
    attribution=_TEXT,
    quote=_MAYBE_TEXT,
    source_id=_TEXT,
    publisher=_TEXT,
    published=_MAYBE_TEXT,
    link=_TEXT,
)

_SHEET = _object(
    id=_TEXT,
    name=_TEXT,
    kind=_TEXT,
    category=_TEXT,
    level=_TEXT,
    family=_MAYBE_TEXT,
    description=_MAYBE_TEXT,
    members=_list(_object(id=_TEXT, name=_TEXT, level=_TEXT)),
    names=_list(_object(name=_TEXT, scheme=_TEXT, language=_MAYBE_TEXT, receipts=_NUMBERS)),
    specification=_list(
        _object(
            property=_TEXT,
            label=_TEXT,
            qualifier=_TEXT,
            **_VALUE,
            as_stated=_TEXT,
            details=_TEXT,
            claims=_INTEGER,
            publishers=_INTEGER,
            disputed=_FLAG,
            receipts=_NUMBERS,
        )
    ),
    holdings=_list(
        _object(
            operator_id=_TEXT,
            operator=_TEXT,
            service=_MAYBE_TEXT,
            **_QUANTITY,
            since=_MAYBE_TEXT,
            until=_MAYBE_TEXT,
            as_of=_MAYBE_TEXT,
            status=_TEXT,
            receipts=_NUMBERS,
        )
    ),
    transfers=_list(
        _object(
            supplier_id=_MAYBE_TEXT,
            supplier=_MAYBE_TEXT,
            recipient_id=_MAYBE_TEXT,
            recipient=_MAYBE_TEXT,
            **_QUANTITY,
            date=_MAYBE_TEXT,
            stage=_TEXT,
            receipts=_NUMBERS,
        )
    ),
    relations=_list(_object(type=_TEXT, target=_TEXT, system_id=_MAYBE_TEXT, agent_id=_MAYBE_TEXT, receipts=_NUMBERS)),
    events=_list(_object(type=_TEXT, date=_MAYBE_TEXT, place=_MAYBE_TEXT, outcome=_MAYBE_TEXT, receipts=_NUMBERS)),
    unestablished=_list(_object(**_STATED)),
    flagged=_list(_object(**_STATED, flag=_TEXT)),
    disputes=_list(
        _object(statement=_TEXT, property=_TEXT, qualifier=_TEXT, reason=_TEXT, a=_SHEET_SIDE, b=_SHEET_SIDE)
    ),
    receipts=_list(_RECEIPT),
)

_CELL = _object(
    value=_MAYBE_TEXT,
    value_low=_MAYBE_NUMBER,
    value_high=_MAYBE_NUMBER,
    as_stated=_TEXT,
    details=_TEXT,
    claims=_INTEGER,
    publishers=_INTEGER,
    disputed=_FLAG,
    receipts=_NUMBERS,
)

_SOURCE_COLUMNS = {
    "id": _TEXT,
    "title": _TEXT,
    "publisher": _TEXT,
    "published": _MAYBE_TEXT,
    "kind": _TEXT,
    "language": _TEXT,
    "rights": _TEXT,
    "scope": _TEXT,
    "url": _TEXT,
    "retrieved": _TEXT,
}

SCHEMAS: dict[str, Schema] = {
    "show": _list(_SHEET),
    "compare": _object(
        systems=_list(_object(id=_TEXT, name=_TEXT, kind=_TEXT, category=_TEXT, level=_TEXT)),
        properties=_list(
            _object(
                property=_TEXT,
                label=_TEXT,
                qualifier=_TEXT,
                unit=_MAYBE_TEXT,
                values={"type": "object", "additionalProperties": {"anyOf": [_CELL, {"type": "null"}]}},
            )
        ),
        receipts=_list(_RECEIPT),
    ),
    "list": _list(
        {
            "type": "object",
            "properties": {"id": _TEXT, "name": _TEXT, "kind": _TEXT, "category": _TEXT, "level": _TEXT},
            "required": ["id", "name", "kind", "category", "level"],
            "additionalProperties": {"type": ["number", "string", "null"]},
        }
    ),
    "search": _list(_object(rank=_INTEGER, id=_TEXT, name=_TEXT, kind=_TEXT, field=_TEXT, text=_TEXT)),
    "cite": _object(
        id=_TEXT,
        name=_TEXT,
        property=_MAYBE_TEXT,
        statements=_list(
            _object(
                statement_id=_TEXT,
                statement=_TEXT,
                property=_TEXT,
                condition=_TEXT,
                **_VALUE,
                as_stated=_MAYBE_TEXT,
                qualifier=_MAYBE_TEXT,
                adopted=_FLAG,
                adoption=_MAYBE_TEXT,
                flag=_MAYBE_TEXT,
                **_EVIDENCE,
            )
        ),
    ),
    "disputes": _list(
        _object(
            equipment_id=_TEXT,
            equipment_name=_TEXT,
            kind=_TEXT,
            statement=_TEXT,
            property=_TEXT,
            qualifier=_TEXT,
            reason=_TEXT,
            a=_DISPUTE_SIDE,
            b=_DISPUTE_SIDE,
        )
    ),
    "source list": _list(_object(**_SOURCE_COLUMNS, sentences=_INTEGER, statements=_INTEGER)),
    "source show": _object(
        **_SOURCE_COLUMNS,
        author=_MAYBE_TEXT,
        grade=_MAYBE_TEXT,
        sha256=_TEXT,
        canonical_version=_INTEGER,
        note=_MAYBE_TEXT,
        sentences=_list(
            _object(
                ordinal=_INTEGER,
                paragraph=_INTEGER,
                kind=_TEXT,
                sha256=_TEXT,
                starts=_TEXT,
                ends=_TEXT,
                text=_MAYBE_TEXT,
                mentions=_list(_object(equipment_id=_TEXT, name=_TEXT)),
                statements=_list(
                    _object(
                        equipment_id=_TEXT,
                        equipment_name=_TEXT,
                        statement=_TEXT,
                        property=_TEXT,
                        **_VALUE,
                        qualifier=_MAYBE_TEXT,
                        firmness=_TEXT,
                        attribution=_TEXT,
                        quote=_MAYBE_TEXT,
                    )
                ),
            )
        ),
    ),
    "sql": _list({"type": "object"}),
    "check": _list(_object(check=_TEXT, passed=_FLAG, problems=_list(_TEXT))),
    "dictionary": _list(
        {
            "anyOf": [
                _object(
                    kind=_TEXT,
                    name=_TEXT,
                    position=_INTEGER,
                    table_name=_TEXT,
                    value_type=_TEXT,
                    unit=_MAYBE_TEXT,
                    label=_TEXT,
                    description=_TEXT,
                    plausible_low=_MAYBE_NUMBER,
                    plausible_high=_MAYBE_NUMBER,
                ),
                _object(table_name=_TEXT, column_name=_TEXT, description=_TEXT),
            ]
        }
    ),
    "db status": {
        "type": "object",
        "properties": {"database": _TEXT, "program_schema": _TEXT, "state": _TEXT},
        "required": ["database", "program_schema", "state"],
        "additionalProperties": {"type": ["integer", "string", "null"]},
    },
    "seeds check": _object(systems=_INTEGER, sources=_INTEGER, statements=_INTEGER, flagged=_INTEGER),
    "seeds load": _object(
        systems=_INTEGER,
        sources=_INTEGER,
        statements=_INTEGER,
        adopted=_INTEGER,
        flagged=_INTEGER,
        digest=_TEXT,
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
