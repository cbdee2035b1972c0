"""Who refers to our rows: foreign keys that lead to them, the application's and our own, whatever they do on DELETE."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    MetaData,
    Table,
    and_,
    exists,
    inspect,
    not_,
    select,
    text,
    update,
)

from materiel.push.comparison import DELETE, RETIRE, STAYED, UPDATE, Comparison

TableName = tuple[str, str]
"""Schema and name of a table."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A foreign key: columns of one table, and the columns of another one that they lead to."""

    table: TableName
    columns: tuple[str, ...]
    target: TableName
    target_columns: tuple[str, ...]


class References:
    """The foreign keys of a database that lead to tables which were compared."""

    def __init__(self, connection: Connection, comparisons: Sequence[Comparison]) -> None:
        self._connection = connection
        self._schema = inspect(connection).default_schema_name or ""
        self._compared = {self._name(comparison): comparison for comparison in comparisons}
        self._leading: Mapping[TableName, list[Reference]] = self._read()

    def mark_deletable(self, comparison: Comparison) -> None:
        """Find the rows that are gone and to which nothing refers that stays. Call it for others' targets last."""
        changes = comparison.changes
        gone = changes.c.operation.in_((RETIRE, STAYED))
        for reference in self._leading.get(self._name(comparison), []):
            uses = self._uses(comparison, reference)
            self._connection.execute(update(changes).values(used=True).where(gone, uses))
        self._connection.execute(update(changes).values(operation=DELETE).where(gone, changes.c.used.is_(None)))

    def _name(self, comparison: Comparison) -> TableName:
        return comparison.target.table.schema or self._schema, str(comparison.target.table.name)

    def _uses(self, comparison: Comparison, reference: Reference) -> ColumnElement[bool]:
        """Return the test that a row which stays refers by `reference` to one in the changes of `comparison`."""
        changes, key = comparison.changes, comparison.target.key
        other = self._compared.get(reference.table)
        wanted = {*reference.columns, *(other.target.key if other else ())}
        table = _plain(reference.table, wanted, reference.table[0] != self._schema).alias("referring")
        target = comparison.target.table.alias("referred")
        pairs = zip(reference.columns, reference.target_columns, strict=True)
        found = select(1).where(
            and_(*(target.c[name] == changes.c[name] for name in key)),
            and_(*(table.c[column] == target.c[name] for column, name in pairs)),
        )
        if other is None or other is comparison:
            return exists(found)
        # Rows that go do not count, nor those that get our values now: these lead to what the data have.
        ours = {str(column.name) for column in other.target.columns}
        passing = (DELETE, UPDATE) if set(reference.columns) <= ours else (DELETE,)
        theirs = other.changes
        same = [table.c[name] == theirs.c[name] for name in other.target.key]
        return exists(found.where(not_(exists(select(1).where(*same, theirs.c.operation.in_(passing))))))

    def _read(self) -> Mapping[TableName, list[Reference]]:
        engine = self._connection.dialect.name
        found: dict[TableName, list[Reference]] = defaultdict(list)
        for reference in self._from_mysql() if engine == "mysql" else self._reflected():
            if reference.target in self._compared:
                found[reference.target].append(reference)
        return found

    def _reflected(self) -> Iterator[Reference]:
        inspector = inspect(self._connection)
        for schema in inspector.get_schema_names():
            for (_, name), keys in inspector.get_multi_foreign_keys(schema=schema).items():
                for key in keys:
                    target = key["referred_schema"] or self._schema, key["referred_table"]
                    columns = key["constrained_columns"], key["referred_columns"]
                    yield Reference((schema, name), tuple(columns[0]), target, tuple(columns[1]))

    def _from_mysql(self) -> Iterator[Reference]:
        """Yield what the server knows: to reflect all of its databases would take long."""
        schemas = {schema for schema, _ in self._compared}
        groups: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
        for schema in sorted(schemas):
            for *place, column, target_column in self._connection.execute(_MYSQL_KEYS, {"schema": schema}):
                groups[tuple(place)].append((column, target_column))
        for (schema, table, _, target_schema, target), pairs in groups.items():
            columns, target_columns = zip(*pairs, strict=True)
            yield Reference((schema, table), columns, (target_schema, target), target_columns)


_MYSQL_KEYS = text(
    "SELECT table_schema, table_name, constraint_name, referenced_table_schema, referenced_table_name, column_name,"
    " referenced_column_name FROM information_schema.key_column_usage WHERE referenced_table_schema = :schema"
    " ORDER BY table_schema, table_name, constraint_name, ordinal_position"
)


def _plain(name: TableName, columns: Iterable[str], elsewhere: bool) -> Table:
    found: list[Column[Any]] = [Column(column) for column in columns]
    return Table(name[1], MetaData(), *found, schema=name[0] if elsewhere else None)
