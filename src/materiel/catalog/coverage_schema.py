"""JSON Schemas of `coverage`, `mentions` and `ingest`."""

from __future__ import annotations

from materiel.catalog.shapes import INTEGER, MAYBE_TEXT, TEXT, Schema, list_of, record

_COUNT: Schema = {"type": "integer", "minimum": 0}
_STATED = dict.fromkeys(("statements", "adopted_values", "single_source", "disputes"), _COUNT)
_RECEIPTS = {"sources": _COUNT, "receipts": _COUNT, "oldest": MAYBE_TEXT, "newest": MAYBE_TEXT}
_TOTALS = (
    *("systems", "sources", "publishers", "sentences", "statements", "claims", "adopted_values", "flagged_claims"),
    *("mentions", "ingested_articles", "ingested_mentions", "single_source", "disputes"),
)

_WHOLE = record(
    totals=record(**dict.fromkeys(_TOTALS, _COUNT), oldest=MAYBE_TEXT, newest=MAYBE_TEXT),
    kinds=list_of(
        record(
            kind=TEXT,
            systems=_COUNT,
            **_STATED,
            statements_per_system={"type": "number"},
            without_statements=_COUNT,
            cells_filled=_COUNT,
            cells=_COUNT,
        )
    ),
    countries=list_of(record(country=TEXT, made=_COUNT, operated=_COUNT)),
    properties=list_of(record(kind=TEXT, property=TEXT, label=TEXT, unit=MAYBE_TEXT, filled=_COUNT, systems=_COUNT)),
    publishers=list_of(record(publisher_id=TEXT, publisher=TEXT, **_RECEIPTS)),
    source_kinds=list_of(record(source_kind=TEXT, **_RECEIPTS)),
    systems=list_of(record(id=TEXT, name=TEXT, kind=TEXT, country=MAYBE_TEXT, **_STATED, properties=_COUNT)),
)
_UNMATCHED = record(
    token=TEXT,
    times=_COUNT,
    articles=_COUNT,
    sources=list_of(record(publisher=MAYBE_TEXT, title=MAYBE_TEXT, url=MAYBE_TEXT, file=TEXT, published=MAYBE_TEXT)),
)

COVERAGE: Schema = {"anyOf": [_WHOLE, list_of(_UNMATCHED)]}
"""What there is; with `--unmatched`, the words that match nothing."""

MENTIONS: Schema = list_of(
    record(
        published=MAYBE_TEXT,
        publisher=MAYBE_TEXT,
        title=MAYBE_TEXT,
        origin={"enum": ["article", "source"]},
        article_id=TEXT,
        ordinal=INTEGER,
        name=TEXT,
        start=INTEGER,
        end=INTEGER,
        url=MAYBE_TEXT,
        copies=_COUNT,
        link=MAYBE_TEXT,
    )
)

INGEST: Schema = record(
    **dict.fromkeys(
        ("new", "changed", "unchanged", "duplicate", "refused", "sentences", "mentions", "unmatched"), _COUNT
    ),
    languages={"type": "object", "additionalProperties": _COUNT},
    problems=list_of(TEXT),
    same=list_of(record(article=TEXT, same_as=TEXT)),
)
