"""The schema as a Mermaid entity-relationship diagram: tables with their keys, and what refers to what.

`python -m materiel.models.diagram` prints it. The README shows it, and a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from sqlalchemy import Column, ForeignKeyConstraint, Table

from materiel.models import Base
from materiel.models.registry import KIND_MODELS

_BASE_TABLE = "equipment"
_TYPED_TABLES = frozenset(str(model.__table__.description) for model in KIND_MODELS.values()) - {_BASE_TABLE}


def diagram() -> str:
    """Return the text of the diagram: every table with its key columns, every foreign key as a relation."""
    tables = sorted(Base.metadata.tables.values(), key=lambda table: table.name)
    entities = chain.from_iterable(_entity(table) for table in tables)
    relations = sorted(chain.from_iterable(_relations(table) for table in tables))
    return "\n".join(["erDiagram", *entities, *relations])


def _entity(table: Table) -> Iterator[str]:
    yield f"    {table.name} {{"
    for column in table.columns:
        if keys := _keys(column):
            yield f"        {str(column.type).lower()} {column.name} {keys}"
    yield "    }"


def _keys(column: Column[object]) -> str:
    """Return what sort of key a column is, as Mermaid marks it; an empty string if it is none."""
    return ", ".join(mark for mark, holds in (("PK", column.primary_key), ("FK", bool(column.foreign_keys))) if holds)


def _relations(table: Table) -> Iterator[str]:
    for constraint in table.foreign_key_constraints:
        ends = constraint.referred_table.name, _cardinality(table, constraint), table.name
        yield f"    {' '.join(ends)} : {_label(table, constraint)}"


def _cardinality(table: Table, constraint: ForeignKeyConstraint) -> str:
    """Say how many rows of the parent (one, or none where NULL is allowed) go with how many of the child."""
    columns = list(constraint.columns)
    one_parent = not any(column.nullable for column in columns)
    one_child = set(columns) == set(table.primary_key.columns)
    return f"{'||' if one_parent else '|o'}--{'o|' if one_child else 'o{'}"


def _label(table: Table, constraint: ForeignKeyConstraint) -> str:
    """Name a relation after its column; a kind that travels along in the key says nothing by itself."""
    if table.name in _TYPED_TABLES and constraint.referred_table.name == _BASE_TABLE:
        return '"is a"'
    names = [column.name.removesuffix("_id") for column in constraint.columns]
    return "-".join(name for name in names if name != "kind" or len(names) == 1)


if __name__ == "__main__":
    print(diagram())  # printing it is what this module is run for
