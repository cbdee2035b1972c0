"""What the database holds, counted, and what its reader's articles name that it does not hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from materiel.catalog import coverage_queries as queries
from materiel.database.reader import Reader

Row = dict[str, Any]

_COUNTED = ("statements", "adopted_values", "single_source", "disputes")
_SOURCES = 3
"""Articles that are named for a word that matches nothing."""


def coverage(reader: Reader) -> Row:
    """Return what there is: totals, and the same by kind, country, property, publisher, kind of source and system.

    A receipt is a statement with its sentence. `single_source` counts the adopted values that one publisher alone
    states, and `disputes` the contradictions that stand open.
    """
    with reader.snapshot():
        systems = reader.rows(queries.SYSTEMS)
        properties = reader.rows(queries.PROPERTIES_FILLED)
        totals = reader.rows(queries.TOTALS)[0]
        return {
            "totals": {**totals, **{name: sum(row[name] for row in systems) for name in ("single_source", "disputes")}},
            "kinds": _kinds(systems, properties),
            "countries": reader.rows(queries.COUNTRIES),
            "properties": [row for row in properties if row["systems"]],
            "publishers": reader.rows(queries.RECEIPTS_BY_PUBLISHER),
            "source_kinds": reader.rows(queries.RECEIPTS_BY_SOURCE_KIND),
            "systems": systems,
        }


def _kinds(systems: Sequence[Row], properties: Sequence[Row]) -> list[Row]:
    by_kind: dict[str, list[Row]] = defaultdict(list)
    for row in systems:
        by_kind[row["kind"]].append(row)
    return [
        {
            "kind": kind,
            "systems": len(rows),
            **{name: sum(row[name] for row in rows) for name in _COUNTED},
            "statements_per_system": round(sum(row["statements"] for row in rows) / len(rows), 1),
            "without_statements": sum(not row["statements"] for row in rows),
            "cells_filled": sum(row["properties"] for row in rows),
            "cells": len(rows) * sum(row["kind"] == kind for row in properties),
        }
        for kind, rows in sorted(by_kind.items())
    ]


def unmatched(reader: Reader) -> list[Row]:
    """Return the words of ingested articles that look like designations and match nothing, the most frequent first.

    Each has how often it stands there, in how many articles, and some of these.
    """
    with reader.snapshot():
        rows = reader.rows(queries.UNMATCHED)
        sources: dict[str, list[Row]] = defaultdict(list)
        for row in reader.rows(queries.UNMATCHED_SOURCES, most=_SOURCES):
            sources[row.pop("token")].append(row)
    return [{**row, "times": int(row["times"]), "sources": sources[row["token"]]} for row in rows]
