"""Shapes that JSON Schemas of several commands are made of."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
MAYBE_TEXT: Schema = {"type": ["string", "null"]}
MAYBE_NUMBER: Schema = {"type": ["number", "null"]}
INTEGER: Schema = {"type": "integer"}
MAYBE_INTEGER: Schema = {"type": ["integer", "null"]}
FLAG: Schema = {"type": "boolean"}


def record(**properties: Schema) -> Schema:
    """Return the shape of an object that has these properties, all of them and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def list_of(items: Schema) -> Schema:
    """Return the shape of a list."""
    return {"type": "array", "items": items}


VALUE = {"value": MAYBE_TEXT, "value_low": MAYBE_NUMBER, "value_high": MAYBE_NUMBER, "unit": MAYBE_TEXT}
"""A value in numbers and words."""

EVIDENCE = {
    "publisher": TEXT,
    "title": TEXT,
    "published": MAYBE_TEXT,
    "source_id": TEXT,
    "sentence_ordinal": INTEGER,
    "paragraph": INTEGER,
    "starts": TEXT,
    "ends": TEXT,
    "quote": MAYBE_TEXT,
    "attribution": TEXT,
    "firmness": TEXT,
    "cue": MAYBE_TEXT,
    "note": MAYBE_TEXT,
    "url": TEXT,
    "link": TEXT,
    "sentence_text": MAYBE_TEXT,
    "attached": MAYBE_TEXT,
    "attached_text": MAYBE_TEXT,
}
"""A receipt."""

STATEMENT = record(
    statement_id=TEXT,
    statement=TEXT,
    property=TEXT,
    condition=TEXT,
    **VALUE,
    as_stated=MAYBE_TEXT,
    qualifier=MAYBE_TEXT,
    adopted=FLAG,
    adoption=MAYBE_TEXT,
    flag=MAYBE_TEXT,
    **EVIDENCE,
)
"""A statement with its receipt."""

DISPUTE_SIDE = record(
    value=MAYBE_TEXT,
    unit=MAYBE_TEXT,
    statement_id=TEXT,
    as_stated=MAYBE_TEXT,
    firmness=TEXT,
    attribution=TEXT,
    quote=MAYBE_TEXT,
    source_id=TEXT,
    publisher=TEXT,
    published=MAYBE_TEXT,
    link=TEXT,
)
"""One side of a dispute."""

SOURCE = {
    "id": TEXT,
    "title": TEXT,
    "publisher": TEXT,
    "published": MAYBE_TEXT,
    "kind": TEXT,
    "language": TEXT,
    "rights": TEXT,
    "scope": TEXT,
    "url": TEXT,
    "retrieved": TEXT,
}
"""A source, as lists have it."""

SOURCE_RECORD = {
    **SOURCE,
    "author": MAYBE_TEXT,
    "grade": MAYBE_TEXT,
    "sha256": TEXT,
    "canonical_version": INTEGER,
    "reviewed": MAYBE_TEXT,
    "reviewed_by": MAYBE_TEXT,
    "note": MAYBE_TEXT,
}
"""All that is recorded of a source itself."""

HELD_COPY = {
    "source_id": TEXT,
    "title": TEXT,
    "file": MAYBE_TEXT,
    "sha256": MAYBE_TEXT,
    "language": MAYBE_TEXT,
    "counts": record(exact=INTEGER, moved=INTEGER, changed=INTEGER, missing=INTEGER),
    "sentences": list_of(
        record(
            ordinal=INTEGER,
            paragraph=INTEGER,
            sha256=TEXT,
            starts=TEXT,
            ends=TEXT,
            quotes=list_of(TEXT),
            result=TEXT,
            copy_ordinal=MAYBE_INTEGER,
            text=MAYBE_TEXT,
        )
    ),
}
"""A copy of a source, held against what is kept of its sentences."""
