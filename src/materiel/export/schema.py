"""The JSON Schema of the `json` export.

Schema dialect: JSON Schema 2020-12, https://json-schema.org/draft/2020-12/schema
"""

from __future__ import annotations

from typing import Final

from materiel.catalog.shapes import (
    FLAG,
    INTEGER,
    MAYBE_INTEGER,
    MAYBE_NUMBER,
    MAYBE_TEXT,
    TEXT,
    Schema,
    list_of,
    record,
)

_LEVELS = ("full", "short", "none")
"""The words of `materiel.export.tables.Level`, written again: that loads SQLAlchemy. A test holds them to it."""


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _maybe(shape: Schema) -> Schema:
    return {"anyOf": [shape, {"type": "null"}]}


_PARTY = record(id=TEXT, name=TEXT)
_QUANTITY = _maybe(record(as_stated=TEXT, low=MAYBE_INTEGER, high=MAYBE_INTEGER))

_ABOUT = {"property": TEXT, "label": TEXT, "type": TEXT, "unit": MAYBE_TEXT, "condition": MAYBE_TEXT}
_NUMBERS = {"low": MAYBE_NUMBER, "high": MAYBE_NUMBER}
_VALUE = {"value": TEXT, **_NUMBERS, "approximate": FLAG, "bound": MAYBE_TEXT, "as_of": MAYBE_TEXT}
_MAYBE_VALUE = {**_VALUE, "value": MAYBE_TEXT, "approximate": {"type": ["boolean", "null"]}}
_READING = {
    "stated_unit": MAYBE_TEXT,
    "slack": MAYBE_NUMBER,
    "earliest": MAYBE_TEXT,
    "latest": MAYBE_TEXT,
    "state": {"enum": ["known", "none", "unknown"]},
    "flag": MAYBE_TEXT,
    "flag_resolution": MAYBE_TEXT,
    "adopted": FLAG,
    "adoption": MAYBE_TEXT,
}
_COUNTS = {"claim_count": INTEGER, "publisher_count": INTEGER}

_FACTS: dict[str, dict[str, Schema]] = {
    "names": {"name": TEXT, "scheme": TEXT, "language": MAYBE_TEXT},
    "holdings": {
        "operator": _PARTY,
        "service": MAYBE_TEXT,
        "quantity": _QUANTITY,
        "since": MAYBE_TEXT,
        "until": MAYBE_TEXT,
        "as_of": MAYBE_TEXT,
        "status": TEXT,
    },
    "transfers": {
        "supplier": _maybe(_PARTY),
        "recipient": _maybe(_PARTY),
        "quantity": _QUANTITY,
        "date": MAYBE_TEXT,
        "stage": TEXT,
    },
    "relations": {"type": TEXT, "target": TEXT, "system": MAYBE_TEXT, "agent": MAYBE_TEXT},
    "events": {"type": TEXT, "date": MAYBE_TEXT, "place": MAYBE_TEXT, "outcome": MAYBE_TEXT},
}
"""What statements of each type state, by the part of a document that they stand in."""

_PARTS = {
    "designation": "names",
    "holding": "holdings",
    "transfer": "transfers",
    "relation": "relations",
    "event": "events",
}

_RECEIPT = {
    "id": TEXT,
    "firmness": TEXT,
    "cue": MAYBE_TEXT,
    "quote": MAYBE_TEXT,
    "note": MAYBE_TEXT,
    "origin": TEXT,
    "attribution": list_of(record(agent=TEXT, name=TEXT, role=TEXT, words=MAYBE_TEXT)),
    "sentence": _ref("sentence"),
    "context": list_of(_ref("sentence")),
}
_SHARED: dict[str, Schema] = {
    "agent": record(id=TEXT, name=TEXT, kind=TEXT, country=MAYBE_TEXT),
    "category": record(id=TEXT, kind=TEXT, unroca=MAYBE_TEXT, app6d=MAYBE_TEXT),
    "source": record(
        id=TEXT,
        title=TEXT,
        publisher=_PARTY,
        author=MAYBE_TEXT,
        published=MAYBE_TEXT,
        url=TEXT,
        language=TEXT,
        kind=TEXT,
        rights=TEXT,
        retrieved={**TEXT, "format": "date"},
        scope=TEXT,
        grade=MAYBE_TEXT,
        sha256=TEXT,
        canonical_version=INTEGER,
        reviewed={**MAYBE_TEXT, "format": "date"},
        reviewed_by=MAYBE_TEXT,
        note=MAYBE_TEXT,
    ),
    "sentence": record(
        id=TEXT,
        source=TEXT,
        kind=TEXT,
        ordinal=INTEGER,
        paragraph=INTEGER,
        sha256=TEXT,
        starts=TEXT,
        ends=TEXT,
        link=TEXT,
        text=MAYBE_TEXT,
    ),
    "citation": record(
        publisher=TEXT,
        published=MAYBE_TEXT,
        source=TEXT,
        attribution=TEXT,
        firmness=TEXT,
        quote=MAYBE_TEXT,
        link=TEXT,
    ),
}


def _stated(level: str) -> Schema:
    """Return the shape of one statement of any type, with what it states."""
    full = level == "full"
    claim = {**_ABOUT, **_VALUE, "as_stated": TEXT, **(_READING if full else {"flag": MAYBE_TEXT})}
    states = {"claim": claim, **{kind: _FACTS[part] for kind, part in _PARTS.items()}}
    receipt = _RECEIPT if full else {"id": TEXT, "citation": _ref("citation")}
    return {
        "anyOf": [record(type={"const": kind}, states=record(**found), **receipt) for kind, found in states.items()]
    }


def _document(level: str) -> Schema:
    """Return the shape of the document of a system."""
    entry = {"none": {}, "short": {"citation": _ref("citation")}, "full": {"statements": list_of(record(**_RECEIPT))}}
    sections = {part: list_of(record(**found, statement=TEXT, **entry[level])) for part, found in _FACTS.items()}
    identity = {"id": TEXT, "name": TEXT, "kind": TEXT, "category": TEXT, "level": TEXT}
    document = {**identity, "family": _maybe(_PARTY), "description": MAYBE_TEXT, "properties": _properties(level)}
    document.update(sections)
    if level != "none":
        side = TEXT if level == "full" else _ref(f"{level}_statement")
        dispute = record(type=TEXT, property=TEXT, condition=MAYBE_TEXT, reason=TEXT, a=side, b=side)
        statements = list_of(_ref(f"{level}_statement"))
        document.update(unestablished=statements, flagged=statements, disputes=list_of(dispute))
    if level == "full":
        mention = record(id=TEXT, name=TEXT, start=INTEGER, end=INTEGER, sentence=_ref("sentence"))
        document["mentions"] = list_of(mention)
    return record(**document)


def _properties(level: str) -> Schema:
    if level == "none":
        return list_of(record(**_ABOUT, **_VALUE, statement=TEXT, disputed=FLAG))
    if level == "short":
        more = {"as_stated": TEXT, "statement": TEXT, "disputed": FLAG, **_COUNTS, "citation": _ref("citation")}
        return list_of(record(**_ABOUT, **_VALUE, **more))
    # None of the claims may have been adopted: then there is no value.
    claims = list_of(record(**_VALUE, as_stated=TEXT, **_READING, **_RECEIPT))
    more = {"as_stated": MAYBE_TEXT, "statement": MAYBE_TEXT, "disputed": FLAG, **_COUNTS, "claims": claims}
    return list_of(record(**_ABOUT, **_MAYBE_VALUE, **more))


def _export(level: str) -> Schema:
    about = record(
        title=TEXT,
        materiel=MAYBE_TEXT,
        content_digest=MAYBE_TEXT,
        receipts={"const": level},
        systems={"type": ["array", "null"], "items": TEXT},
        rights=TEXT,
        caution=TEXT,
    )
    lists = {"agents": "agent", "categories": "category", "sources": "source", "systems": f"{level}_system"}
    return record(about=about, **{name: list_of(_ref(shape)) for name, shape in lists.items()})


EXPORT_SCHEMA: Final[Schema] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    # Its references hold inside other documents too: `materiel schema` prints all schemas as one.
    "$id": "urn:materiel:schema:export",
    "title": "materiel export --format json",
    "anyOf": [_ref(level) for level in _LEVELS],
    "$defs": {
        **{level: _export(level) for level in _LEVELS},
        **{f"{level}_system": _document(level) for level in _LEVELS},
        **{f"{level}_statement": _stated(level) for level in ("full", "short")},
        **_SHARED,
    },
}
"""What the file of the `json` export holds, at each level of receipts."""
