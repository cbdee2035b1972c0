"""What sources disagree on."""

from __future__ import annotations

from typing import Any

from materiel.catalog import queries
from materiel.catalog.names import resolve
from materiel.catalog.units import in_units
from materiel.database.reader import Reader

Row = dict[str, Any]

_SIDE = (
    "statement_id",
    "as_stated",
    "firmness",
    "attribution",
    "quote",
    "source_id",
    "publisher",
    "published",
    "link",
)


def disputes(reader: Reader, name: str | None = None, units: str = "metric") -> list[Row]:
    """Return every contradiction with both sides, of all systems or of the one called `name`.

    Raises `NameNotFoundError` and `AmbiguousNameError`.
    """
    if name is not None:
        return disputes_of(reader, resolve(reader, name), units)
    return [_dispute(row, units) for row in reader.rows(queries.DISPUTES)]


def disputes_of(reader: Reader, equipment_id: str, units: str = "metric") -> list[Row]:
    """Return the contradictions of the system with this id, as `disputes` does."""
    return [_dispute(row, units) for row in reader.rows(queries.DISPUTES_OF, id=equipment_id)]


def _dispute(row: Row, units: str) -> Row:
    columns = ("equipment_id", "equipment_name", "kind", "statement", "property", "qualifier", "reason")
    shown = {name: row[name] for name in columns}
    sides = [_side(row, side, units) for side in ("a", "b")]
    if row["reason"] == "values differ":
        # The older source first; of a denial, the one who denies stands first as it is.
        sides.sort(key=lambda side: (side["published"] or "", side["source_id"], side["statement_id"]))
    return {**shown, "a": sides[0], "b": sides[1]}


def _side(row: Row, side: str, units: str) -> Row:
    ends = {"value_low": row[f"{side}_value_low"], "value_high": row[f"{side}_value_high"]}
    converted = in_units({"value": row[f"{side}_value"], "unit": row["unit"], **ends}, units)
    return {
        "value": converted["value"],
        "unit": converted["unit"],
        **{name: row[f"{side}_{name}"] for name in _SIDE},
    }
