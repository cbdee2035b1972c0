"""Properties, each declared once: as a typed column that carries its unit, label and description.

Seed validation, the `property` table, labels, JSON Schemas and exports all read the `Property` that a
column holds in its `info`; `properties()` in `materiel.models.registry` lists them by kind.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import CheckConstraint, Float, Integer, Table
from sqlalchemy.orm import MappedColumn, mapped_column

from materiel.models.types import TEXT

INFO_KEY = "property"


@dataclass(frozen=True, slots=True)
class Property:
    """What is known of a property besides its name.

    `unit` is the metric unit of the column (None for text, dates and counts). `low` and `high` bound
    what is physically plausible for the kind, in that unit: a value outside is kept and flagged.
    `single` says that two different values contradict each other (numbers and dates always do).
    """

    value_type: str
    label: str
    description: str
    unit: str | None = None
    low: float | None = None
    high: float | None = None
    single: bool = True


def quantity(unit: str, label: str, description: str, plausible: tuple[float, float]) -> MappedColumn[float | None]:
    """Declare a measured property: a number in `unit`, plausible between two bounds (inclusive)."""
    found = Property("number", label, description, unit, *plausible)
    return mapped_column(Float, comment=f"{description} Unit: {unit}.", info={INFO_KEY: found})


def count(label: str, description: str, plausible: tuple[float, float]) -> MappedColumn[int | None]:
    """Declare a property that counts things, plausible between two bounds (inclusive)."""
    found = Property("integer", label, description, None, *plausible)
    return mapped_column(Integer, comment=description, info={INFO_KEY: found})


def wording(label: str, description: str, *, single: bool = False) -> MappedColumn[str | None]:
    """Declare a property whose value is words. `single`: two different wordings contradict."""
    found = Property("text", label, description, single=single)
    return mapped_column(TEXT, comment=description, info={INFO_KEY: found})


def moment(label: str, description: str) -> MappedColumn[str | None]:
    """Declare a property whose value is a date, as exact or as vague as it is stated (EDTF)."""
    found = Property("date", label, description)
    return mapped_column(TEXT, comment=f"{description} Extended Date/Time Format (ISO 8601-2).", info={INFO_KEY: found})


def forbid_negative(table: Table) -> None:
    """Give each column of `table` that holds the number of a property a CHECK: it cannot be negative."""
    for column in table.columns:
        found = column.info.get(INFO_KEY)
        if found is not None and found.value_type in ("number", "integer"):
            table.append_constraint(CheckConstraint(f"{column.name} >= 0", name=f"{column.name}_not_negative"))
