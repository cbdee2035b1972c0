"""The JSON Schema of what `materiel diff` prints."""

from __future__ import annotations

from materiel.catalog.shapes import (
    DISPUTE_SIDE,
    FLAG,
    MAYBE_TEXT,
    SOURCE_RECORD,
    STATEMENT,
    TEXT,
    Schema,
    list_of,
    record,
)

_WAY: Schema = {"enum": ["added", "removed", "changed"]}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_COUNTS = record(added=_COUNT, removed=_COUNT, changed=_COUNT)
_PLAIN: Schema = {"type": ["string", "number", "boolean", "null"]}
_DIFFERENCES = list_of(record(field=TEXT, old=_PLAIN, new=_PLAIN))
_COMPARED = record(name=TEXT, kind={"enum": ["database", "export", "seeds", "wheel"]}, content_digest=MAYBE_TEXT)
_SYSTEM = {"equipment_id": TEXT, "equipment_name": TEXT}
_DISPUTE = record(reason=TEXT, a=DISPUTE_SIDE, b=DISPUTE_SIDE)


def _sides(side: Schema) -> dict[str, Schema]:
    """Return the properties of a change: None stands where there is nothing on a side."""
    maybe: Schema = {"anyOf": [side, {"type": "null"}]}
    return {"old": maybe, "new": maybe}


def _records(side: Schema, **more: Schema) -> Schema:
    return list_of(record(change=_WAY, id=TEXT, differences=_DIFFERENCES, **_sides(side), **more))


_LISTS = {
    "systems": _records(
        record(name=TEXT, kind=TEXT, category=TEXT, level=TEXT, family=MAYBE_TEXT, description=MAYBE_TEXT)
    ),
    "categories": _records(record(kind=TEXT, unroca=MAYBE_TEXT, app6d=MAYBE_TEXT)),
    "statements": list_of(
        record(change=_WAY, **_SYSTEM, statement=TEXT, property=TEXT, differences=_DIFFERENCES, **_sides(STATEMENT))
    ),
    "values": list_of(
        record(
            change=_WAY,
            **_SYSTEM,
            property=TEXT,
            condition=TEXT,
            fields=list_of({"enum": ["value", "receipt", "adoption"]}),
            **_sides(STATEMENT),
        )
    ),
    "disputes": list_of(
        record(change=_WAY, **_SYSTEM, statement=TEXT, property=TEXT, qualifier=TEXT, **_sides(_DISPUTE))
    ),
    "sources": _records(record(**SOURCE_RECORD), sentences=_COUNTS, mentions=_COUNTS),
    "agents": _records(record(name=TEXT, kind=TEXT, country=MAYBE_TEXT)),
}

DIFF: Schema = {
    "type": "object",
    "properties": {
        "old": _COMPARED,
        "new": _COMPARED,
        "changed": FLAG,
        "counts": {"type": "object", "properties": dict.fromkeys(_LISTS, _COUNTS), "additionalProperties": False},
        **_LISTS,
    },
    # The lists that were asked for are there, with their counts.
    "required": ["old", "new", "changed", "counts"],
    "additionalProperties": False,
}
"""What changed, list by list."""
