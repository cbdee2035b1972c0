"""Disputes that came and went."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from materiel.catalog.disputes import disputes_of
from materiel.changes.records import way
from materiel.changes.rows import differing_rows, table_called
from materiel.changes.sides import Side
from materiel.export.content import Content

Row = dict[str, Any]


def dispute_changes(old: Side, new: Side, system: str, renamed: Mapping[str, str], units: str) -> list[Row]:
    """Return what changed about the disputes on a system.

    `renamed` has the new ids of statements that changed with their id: what they dispute is no other dispute.
    """
    before = {_key(row, renamed): row for row in disputes_of(old.reader, system, units)}
    after = {_key(row, {}): row for row in disputes_of(new.reader, system, units)}
    pairs = [(before.get(key), after.get(key)) for key in before | after]
    return sorted((_change(*pair) for pair in pairs if _differ(*pair)), key=_place)


def _key(row: Row, renamed: Mapping[str, str]) -> tuple[Any, ...]:
    ids = (row[side]["statement_id"] for side in ("a", "b"))
    return row["statement"], row["property"], row["qualifier"], frozenset(renamed.get(key, key) for key in ids)


def _differ(old: Row | None, new: Row | None) -> bool:
    if old is None or new is None:
        return True
    return old["reason"] != new["reason"] or _key(old, {}) != _key(new, {})


def _change(old: Row | None, new: Row | None) -> Row:
    row = new or old or {}
    about = {name: row[name] for name in ("equipment_id", "equipment_name", "statement", "property", "qualifier")}
    sides = {
        name: side and {part: side[part] for part in ("reason", "a", "b")}
        for name, side in (("old", old), ("new", new))
    }
    return {"change": way(old, new), **about, **sides}


def _place(row: Row) -> tuple[str, ...]:
    side = row["new"] or row["old"]
    ids = (side[one]["statement_id"] for one in ("a", "b"))
    return row["statement"], row["property"], row["qualifier"], row["change"], *ids


def systems_in_dispute(old: Content, new: Content) -> Iterable[str]:
    """Return the ids of the systems whose disputes are others on the other side. Contents are those of `short`."""
    place = table_called(old, "dispute").table.columns.keys().index("equipment_id")
    return {str(row[place]) for pair in differing_rows(old, new, "dispute") for row in pair if row is not None}
