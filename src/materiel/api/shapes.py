"""What the row of a system holds, by kind, and how it is read: one query for `equipment` and its typed table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from materiel.api.records import Property
from materiel.catalog import dictionary
from materiel.database.reader import Reader

Row = dict[str, Any]

IDENTITY = ("id", "kind", "category_id", "level", "family_id", "name", "description")
"""The columns of `equipment` that are no properties."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The row of a system of one kind: its properties by name, and the SQL that reads it.

    `select` reads all systems of the kind, in any order, and `one` that with the id `:id`.
    """

    kind: str
    properties: Mapping[str, Property]
    select: str
    one: str

    def several(self, reader: Reader, ids: list[str]) -> list[Row]:
        """Return the rows of the systems with these ids, in any order."""
        names = [f"id_{number}" for number in range(len(ids))]
        listed = ", ".join(f":{name}" for name in names)
        return reader.rows(f"{self.select} AND equipment.id IN ({listed})", **dict(zip(names, ids, strict=True)))


def shapes(reader: Reader) -> dict[str, Shape]:
    """Return the shape of each kind, as the database describes it."""
    kinds: dict[str, list[Row]] = {}
    for row in dictionary.properties(reader):
        kinds.setdefault(row["kind"], []).append(row)
    return {kind: _shape(kind, rows) for kind, rows in kinds.items()}


def property_record(row: Row) -> Property:
    """Return a row of the table `property` as a record."""
    return Property(**{name: value for name, value in row.items() if name not in ("position", "table_name")})


def _shape(kind: str, rows: list[Row]) -> Shape:
    columns = [f"equipment.{name} AS {name}" for name in IDENTITY]
    columns += [f'{row["table_name"]}."{row["name"]}" AS "{row["name"]}"' for row in rows]
    tables = sorted({row["table_name"] for row in rows} - {"equipment"})
    joined = "".join(f" JOIN {table} ON {table}.id = equipment.id" for table in tables)
    select = f"SELECT {', '.join(columns)} FROM equipment{joined} WHERE equipment.kind = '{kind}'"
    properties = {row["name"]: property_record(row) for row in rows}
    return Shape(kind, properties, select, f"{select} AND equipment.id = :id")
