"""Changes as flat records, for lines of JSON and for CSV."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from materiel.catalog.units import amount
from materiel.changes.comparison import Comparison

Row = dict[str, Any]

_WHERE: Final = ("id", "equipment_id", "equipment_name", "statement", "property", "condition", "qualifier")
_RECEIPT: Final = (
    "statement_id",
    "source_id",
    "publisher",
    "published",
    "sentence_ordinal",
    "quote",
    "firmness",
    "attribution",
    "link",
    "adoption",
)
_SIDES: Final = ("old", "new")


def flat_records(comparison: Comparison) -> Iterator[Row]:
    """Yield a record for each change: `changed` says what of, `fields` in what.

    `old` and `new` are in words, and what begins with `old_` and `new_` is the receipt of each. A dispute has the
    sides `a` and `b` that it has now, or had.
    """
    for name, rows in comparison.lists.items():
        for row in rows:
            about: Row = {"changed": name, "change": row["change"]}
            about.update((key, row[key]) for key in _WHERE if key in row)
            if name == "disputes":
                about.update(_dispute(row["new"] or row["old"]))
            else:
                about["fields"] = row["fields"] if "fields" in row else [one["field"] for one in row["differences"]]
                about.update(_cited(row) if "equipment_id" in row else _record(row))
            yield about


def _cited(row: Row) -> Row:
    found = _differing(row) if row.get("differences") else {side: row[side] and amount(row[side]) for side in _SIDES}
    for side in _SIDES:
        found.update((f"{side}_{name}", row[side] and row[side][name]) for name in _RECEIPT)
    return found


def _record(row: Row) -> Row:
    found = (
        _differing(row) if row["change"] == "changed" else {side: row[side] and _listed(row[side]) for side in _SIDES}
    )
    for name in ("sentences", "mentions"):
        found.update((f"{name}_{way}", count) for way, count in row.get(name, {}).items())
    return found


def _differing(row: Row) -> Row:
    return {side: _listed({found["field"]: found[side] for found in row["differences"]}) for side in _SIDES}


def _listed(fields: Row) -> str:
    return "; ".join(f"{name}: {value}" for name, value in fields.items() if value is not None)


def _dispute(dispute: Row) -> Row:
    sides = {f"{side}_{name}": value for side in ("a", "b") for name, value in dispute[side].items()}
    return {"reason": dispute["reason"], **sides}
