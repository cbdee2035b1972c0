"""Statements that changed, and the values that were adopted from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from materiel.catalog import queries
from materiel.catalog.cite import cited
from materiel.catalog.units import in_units
from materiel.changes.pairing import paired
from materiel.changes.records import differences, way
from materiel.changes.rows import Key, TableChanges, Values
from materiel.changes.sides import Side
from materiel.export.whole import STATEMENTS

Row = dict[str, Any]

TABLES: Final = (*STATEMENTS, "evidence", "attribution", "evidence_context")
"""The tables that a statement is in."""

_NOT_ITS_OWN = frozenset(
    {
        # Its key, and that of the system and its kind.
        *("id", "evidence_id", "equipment_id", "kind"),
        # The choice among claims, which is told of adopted values.
        *("adopted", "adoption"),
        # Who publishes the source, or the agency among the speakers.
        "origin_id",
    }
)
"""Columns that do not say what is stated, nor how it was read."""

_IN_UNITS = {"value": "value", "low": "value_low", "high": "value_high"}
"""Columns of claims that are given in the units that are asked for, and under these names."""

_VALUE = {
    "value": ("value", "value_low", "value_high", "unit", "qualifier"),
    "receipt": ("statement_id",),
    "adoption": ("adoption",),
}
"""In what an adopted value can differ: itself, the claim that it was adopted from, why it was."""


@dataclass(frozen=True, slots=True)
class SystemChanges:
    """What changed about one system: statements, adopted values, and by the old id those statements with a new one."""

    statements: list[Row]
    values: list[Row]
    renamed: dict[str, str]


class StatementChanges:
    """Finds what changed about statements, one system after the other.

    `changes` are those of `TABLES`. `systems` has the ids of the statements in which something differs, by the
    system that they are about.
    """

    def __init__(self, old: Side, new: Side, changes: Mapping[str, TableChanges], units: str) -> None:
        self._sides = (old, new)
        self._changes = changes
        self._units = units
        self._speaking = {key[0] for rows in _both(changes["attribution"]) for key in rows}
        self._needing = {key[0] for rows in _both(changes["evidence_context"]) for key in rows}
        self.systems = self._by_system()

    def _by_system(self) -> dict[str, list[str]]:
        found = defaultdict(set)
        for table in STATEMENTS:
            system = self._changes[table].columns.index("equipment_id")
            for rows in _both(self._changes[table]):
                for (key,), values in rows.items():
                    found[str(values[system])].add(str(key))
        evidence = {key for rows in _both(self._changes["evidence"]) for (key,) in rows}
        for key in (evidence | self._speaking | self._needing).difference(*found.values()):
            # Its own row is the same on both sides.
            for row in self._sides[0].reader.rows(queries.SYSTEM_OF_STATEMENT, id=key):
                found[row["id"]].add(key)
        return {system: sorted(found[system]) for system in sorted(found)}

    def of(self, system: str) -> SystemChanges:
        """Return what changed about the statements on one of `systems`."""
        rows = [
            {row["statement_id"]: row for row in side.reader.rows(queries.RECEIPTS, id=system)} for side in self._sides
        ]
        old, new = ([found[key] for key in self.systems[system] if key in found] for found in rows)
        names = [row["name"] for side in self._sides[::-1] for row in side.reader.rows(queries.EQUIPMENT, id=system)]
        about = {"equipment_id": system, "equipment_name": names[0]}
        pairs = self._pairs(old, new)
        return SystemChanges(
            statements=sorted((row for pair in pairs if (row := self._statement(about, *pair))), key=_place),
            values=[row for pair in _adopted(old, new) if (row := self._value(about, *pair))],
            renamed={a["statement_id"]: b["statement_id"] for a, b in pairs if a and b},
        )

    def _pairs(self, old: Sequence[Row], new: Sequence[Row]) -> list[tuple[Row | None, Row | None]]:
        """Pair the statements of both sides. What was removed or added is alone."""
        before, after = ({row["statement_id"]: row for row in rows} for rows in (old, new))
        pairs: list[tuple[Row, Row]] = [(before[key], after[key]) for key in before if key in after]
        removed = [row for key, row in before.items() if key not in after]
        added = [row for key, row in after.items() if key not in before]
        pairs += paired(removed, added, lambda *pair: len(self._differences(*pair)))
        taken = {row["statement_id"] for pair in pairs for row in pair}
        return [
            *pairs,
            *((row, None) for row in removed if row["statement_id"] not in taken),
            *((None, row) for row in added if row["statement_id"] not in taken),
        ]

    def _statement(self, about: Row, old: Row | None, new: Row | None) -> Row | None:
        """Return what changed about a statement; None if it is another one that was adopted."""
        between = self._differences(old, new)
        if old and new and not between:
            return None
        row = new or old or {}
        told = {"change": way(old, new), **about, "statement": row["statement"], "property": row["property"]}
        return {**told, "differences": between, "old": self._cited(old), "new": self._cited(new)}

    def _value(self, about: Row, old: Row | None, new: Row | None) -> Row | None:
        """Return what changed about an adopted value; None if nothing did."""
        row = new or old or {}
        fields: list[str] = []
        if old and new:
            fields = [field for field, names in _VALUE.items() if any(old[name] != new[name] for name in names)]
            if not fields:
                return None
        told = {"change": way(old, new), **about, "property": row["property"], "condition": row["condition"]}
        return {**told, "fields": fields, "old": self._cited(old), "new": self._cited(new)}

    def _cited(self, row: Row | None) -> Row | None:
        return row and cited(row, self._units)

    def _differences(self, old: Row | None, new: Row | None) -> list[Row]:
        return differences(old and self._content(0, old), new and self._content(1, new))

    def _content(self, side: int, row: Row) -> Row:
        """Return what is stated and how it was read, as far as the tables of the statement differ."""
        key, reader = row["statement_id"], self._sides[side].reader
        found: Row = {}
        for table in (row["statement"], "evidence"):
            changes = self._changes[table]
            values = _both(changes)[side].get((key,))
            if values is not None:
                found.update(changes.named(values))
        if row["statement"] == "claim" and "as_stated" in found:
            converted = in_units(row, self._units)
            found = {_IN_UNITS.get(name, name): value for name, value in found.items()}
            found.update((name, converted[name]) for name in _IN_UNITS.values())
        if key in self._speaking:
            found["from"] = ", ".join(map(_speaker, reader.rows(queries.SPEAKERS, id=key)))
        if key in self._needing:
            found["needs"] = ", ".join(str(need["ordinal"]) for need in reader.rows(queries.NEEDS, id=key))
        return {name: value for name, value in found.items() if name not in _NOT_ITS_OWN}


def _both(changes: TableChanges) -> tuple[dict[Key, Values], dict[Key, Values]]:
    return changes.old, changes.new


def _speaker(row: Row) -> str:
    words = f", {row['words']}" if row["words"] else ""
    return f"{row['agent_id']} ({row['role']}{words})"


def _adopted(old: Sequence[Row], new: Sequence[Row]) -> list[tuple[Row | None, Row | None]]:
    """Pair the adopted claims of both sides by property and condition."""
    before, after = (
        {(row["property"], row["condition"]): row for row in rows if row["adopted"]} for rows in (old, new)
    )
    return [(before.get(place), after.get(place)) for place in sorted(before.keys() | after.keys())]


def _place(row: Row) -> tuple[str, ...]:
    side = row["new"] or row["old"]
    return row["statement"], row["property"], side["condition"], row["change"], side["statement_id"]
