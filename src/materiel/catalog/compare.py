"""Systems side by side: properties as rows, systems as columns, receipts as footnotes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from materiel.catalog import queries
from materiel.catalog.names import resolve
from materiel.catalog.receipts import Receipts
from materiel.catalog.sheet import specification
from materiel.database.reader import Reader
from materiel.errors import ConditionError

Row = dict[str, Any]


def compare(
    reader: Reader,
    names: Sequence[str],
    units: str = "metric",
    wanted: Sequence[str] = (),
    *,
    only_differences: bool = False,
) -> Row:
    """Return the systems called `names` side by side; each cell cites the claim that is adopted.

    A value that holds only under a condition is compared where two systems have one under the same
    condition. Systems of different kinds are compared on the properties that they share. `wanted` keeps only the
    properties of those names; `only_differences` drops rows in which all systems have the same value.
    Raises `NameNotFoundError`, `AmbiguousNameError`, and `ConditionError` for fewer than two systems or a
    property that none of them can have.
    """
    ids = list(dict.fromkeys(resolve(reader, name) for name in names))
    if len(ids) < 2:
        raise ConditionError("give at least two different systems to compare")
    systems = [reader.rows(queries.EQUIPMENT, id=equipment_id)[0] for equipment_id in ids]
    labels = _shared_properties(reader, {system["kind"] for system in systems})
    for name in wanted:
        if name not in labels:
            raise ConditionError(f"{name!r} is no property that these systems share")
    receipts = Receipts()
    cells = {equipment_id: _cells(reader, equipment_id, receipts, units) for equipment_id in ids}
    rows = [row for row in _rows(labels, ids, cells) if (not wanted or row["property"] in wanted)]
    if only_differences:
        rows = [row for row in rows if _differs(row)]
    rows, used = _renumbered(rows, receipts.rows)
    columns = ("id", "name", "kind", "category", "level")
    return {
        "systems": [{name: system[name] for name in columns} for system in systems],
        "properties": rows,
        "receipts": used,
    }


def _shared_properties(reader: Reader, kinds: set[str]) -> dict[str, Row]:
    by_kind: dict[str, dict[str, Row]] = {kind: {} for kind in kinds}
    for row in reader.rows(queries.PROPERTIES):
        if row["kind"] in by_kind:
            by_kind[row["kind"]][row["name"]] = row
    first, *others = by_kind.values()
    return {name: row for name, row in first.items() if all(name in other for other in others)}


def _cells(reader: Reader, equipment_id: str, receipts: Receipts, units: str) -> dict[tuple[str, str], Row]:
    statements = {row["statement_id"]: row for row in reader.rows(queries.RECEIPTS, id=equipment_id)}
    found = specification(reader, equipment_id, statements, receipts, units)
    return {(row["property"], row["qualifier"]): row for row in found}


def _rows(labels: dict[str, Row], ids: Sequence[str], cells: dict[str, dict[tuple[str, str], Row]]) -> list[Row]:
    rows = []
    for name, prop in labels.items():
        qualifiers = sorted({key[1] for found in cells.values() for key in found if key[0] == name})
        for qualifier in qualifiers:
            values = {equipment_id: cells[equipment_id].get((name, qualifier)) for equipment_id in ids}
            filled = [value for value in values.values() if value is not None]
            if qualifier and len(filled) < 2:
                continue
            rows.append(
                {
                    "property": name,
                    "label": prop["label"],
                    "qualifier": qualifier,
                    "unit": filled[0]["unit"],
                    "values": {key: value and _cell(value) for key, value in values.items()},
                }
            )
    return rows


_CELL = (
    "value",
    "value_low",
    "value_high",
    "as_stated",
    "details",
    "claims",
    "publishers",
    "disputed",
    "receipts",
)


def _cell(row: Row) -> Row:
    return {**{name: row[name] for name in _CELL}, "receipts": row["receipts"][:1]}


def _differs(row: Row) -> bool:
    return len({None if cell is None else cell["value"] for cell in row["values"].values()}) > 1


def _renumbered(rows: list[Row], receipts: list[Row]) -> tuple[list[Row], list[Row]]:
    """Renumber the receipts in the order in which the rows cite them; drop those that none cites."""
    numbers: dict[int, int] = {}
    for row in rows:
        for cell in row["values"].values():
            if cell is not None:
                cell["receipts"] = [numbers.setdefault(old, len(numbers) + 1) for old in cell["receipts"]]
    used = [{**receipt, "number": numbers[receipt["number"]]} for receipt in receipts if receipt["number"] in numbers]
    return rows, sorted(used, key=lambda receipt: receipt["number"])
