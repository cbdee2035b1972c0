"""Which rows of a table change: told by the engine, for all rows together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Connection,
    FromClause,
    MetaData,
    String,
    Table,
    and_,
    case,
    cast,
    delete,
    exists,
    func,
    insert,
    not_,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.dialects.mysql import BINARY

from materiel.export.lines import is_text
from materiel.push.feed import Feed, Row
from materiel.push.loading import fill, fill_rows
from materiel.push.targets import CURRENT, RETIRED, STATUS, Target

INSERT, UPDATE, KEEP = "insert", "update", "keep"
RETIRE, STAYED, DELETE = "retire", "stayed", "delete"
"""What happens to a row. `keep`: it is the application's, with a key of ours. `stayed`: it was retired before."""

REFERRED = "referred"
"""What is said of a row that is gone, but cannot be deleted."""


class Comparison:
    """The rows of one target beside those that are pushed.

    `changes` is a temporary table: the keys of the rows that change, and what happens to each. On MySQL a
    temporary table can stand in a query once, which is why queries here are many and plain. `used` is set where
    something refers to a row that is gone.
    """

    def __init__(self, connection: Connection, target: Target, number: int, missing: Collection[str] = ()) -> None:
        """Name the temporary tables by `number`. `missing`: columns of ours that are there only when this is done."""
        self.target = target
        self._missing = missing
        self._connection = connection
        self._table = target.table
        self._stage = self._temporary("stage", number, target.columns)
        keys = [column for column in target.columns if column.primary_key]
        self._keys = self._temporary("keys", number, keys)
        operation: Column[Any] = Column("operation", String(8), nullable=False)
        used: Column[Any] = Column("used", Boolean)
        self.changes = self._temporary("changes", number, [*keys, operation, used])

    def _temporary(self, name: str, number: int, columns: Iterable[Column[Any]]) -> Table:
        # PostgreSQL compares by hashing, and needs no index.
        indexed = self._connection.dialect.name != "postgresql" and name != "changes"
        made = [
            Column(column.name, column.type, primary_key=bool(indexed and column.primary_key), nullable=column.nullable)
            for column in columns
        ]
        return Table(
            f"materiel_{name}_{number}", MetaData(), *made, prefixes=["TEMPORARY"], postgresql_on_commit="DROP"
        )

    def run(self, feed: Feed, *, with_retired: bool) -> int:
        """Compare. Return how many rows are pushed. `with_retired`: rows that were retired before are found too."""
        for table in (self._stage, self.changes):
            table.create(self._connection, checkfirst=False)
        pushed = fill(self._connection, self._stage, feed, self.target.source)
        if self._connection.dialect.name == "postgresql":
            self._connection.exec_driver_sql(f"ANALYZE {self._stage.name}")
        self._compare()
        self._find_gone(feed, with_retired)
        return pushed

    def apply(self) -> None:
        """Insert and update what was found to differ."""
        counts = self.counts()
        stage, changes, table = self._stage, self.changes, self._table
        ours = [str(column.name) for column in self.target.columns]
        if counts.get(INSERT):
            new = select(*(stage.c[name] for name in ours), text(f"'{CURRENT}'")).where(
                self._same(stage, changes), changes.c.operation == INSERT
            )
            self._connection.execute(insert(table).from_select([*ours, STATUS], new))
        if counts.get(UPDATE):
            values = {name: stage.c[name] for name in ours if name not in self.target.key}
            changed = and_(self._same(table, stage), self._same(stage, changes), changes.c.operation == UPDATE)
            self._connection.execute(update(table).values({**values, STATUS: CURRENT}).where(changed))

    def retire(self) -> None:
        """Mark and delete the rows that were found to be gone."""
        counts = self.counts()
        if counts.get(RETIRE):
            self._connection.execute(update(self._table).values({STATUS: RETIRED}).where(self._found(RETIRE)))
        if counts.get(DELETE):
            self._connection.execute(delete(self._table).where(self._found(DELETE)))

    def lock_gone(self) -> None:
        """Lock the rows that are gone: from then on nothing can begin to refer to them."""
        if self._connection.dialect.name != "sqlite":
            gone = self._found(RETIRE, STAYED)
            self._connection.execute(select(self._table.c[STATUS]).where(gone).with_for_update())

    def counts(self) -> dict[str, int]:
        """Return how many rows there are of each operation, and of REFERRED: those that others refer to."""
        operation = self.changes.c.operation
        found = self._connection.execute(select(operation, func.count()).group_by(operation))
        counts = {str(name): int(count) for name, count in found}
        used = select(func.count()).where(self.changes.c.used.is_(True))
        return {**counts, REFERRED: int(self._connection.execute(used).scalar_one())}

    def ids(self, operation: str, limit: int) -> list[str]:
        """Return the first `limit` keys of an operation in their order. The parts of a key are joined by slashes."""
        keys = [self.changes.c[name] for name in self.target.key]
        changes = self.changes.c
        wanted = changes.used.is_(True) if operation == REFERRED else changes.operation == operation
        found = self._connection.execute(select(*keys).where(wanted).order_by(*keys).limit(limit))
        return ["/".join(map(str, row)) for row in found]

    def close(self) -> None:
        """Drop the rows that were pushed; what changes is still needed."""
        temporary = "TEMPORARY " if self._connection.dialect.name == "mysql" else ""
        self._connection.exec_driver_sql(f"DROP {temporary}TABLE {self._stage.name}")

    def _compare(self) -> None:
        stage, table, key = self._stage, self._table, self.target.key
        differs = [self._differs(column) for column in self.target.columns if column.name not in key]
        operation = case(
            (table.c[key[0]].is_(None), INSERT),
            (table.c[STATUS].is_(None), KEEP),
            (or_(table.c[STATUS] != CURRENT, *differs), UPDATE),
        ).label("operation")
        beside = stage.outerjoin(table, self._same(stage, table))
        found = select(*(stage.c[name] for name in key), operation).select_from(beside).subquery()
        self._note(select(found).where(found.c.operation.is_not(None)))

    def _differs(self, column: Column[Any]) -> ColumnElement[bool]:
        ours = self._stage.c[column.name]
        if column.name in self._missing:
            return ours.is_not(None)
        return self._exact(self._table.c[column.name], column).is_distinct_from(self._exact(ours, column))

    def _exact(self, value: ColumnElement[Any], column: Column[Any]) -> ColumnElement[Any]:
        """Return a text so that only equal ones are equal, whatever the collation of the application is."""
        if not is_text(column):
            return value
        engine = self._connection.dialect.name
        return cast(value, BINARY) if engine == "mysql" else value.collate("BINARY") if engine == "sqlite" else value

    def _find_gone(self, feed: Feed, with_retired: bool) -> None:
        # The application's own rows have no status, so they are never among these.
        status = self._table.c[STATUS]
        not_pushed = not_(exists(select(1).where(self._same(self._stage, self._table))))
        retired = feed.retired(self.target.source)
        if retired is None:
            self._note(self._gone(status == CURRENT, RETIRE).where(not_pushed))
        else:
            self._hold(retired)
            listed = exists(select(1).where(self._same(self._keys, self._table)))
            self._note(self._gone(status == CURRENT, RETIRE).where(listed))
        if with_retired:
            self._note(self._gone(status == RETIRED, STAYED).where(not_pushed))
        counts = self.counts()
        others = feed.others(self.target.source) if counts.get(RETIRE) or counts.get(STAYED) else None
        if others is not None:
            self._hold(others)
            gone = self.changes.c.operation.in_((RETIRE, STAYED))
            there = exists(select(1).where(self._same(self._keys, self.changes)))
            self._connection.execute(delete(self.changes).where(gone, there))

    def _hold(self, keys: Iterator[Row]) -> None:
        self._keys.create(self._connection, checkfirst=False)
        fill_rows(self._connection, self._keys, self.target.key, keys)

    def _gone(self, condition: ColumnElement[bool], operation: str) -> Any:
        keys = [self._table.c[name] for name in self.target.key]
        return select(*keys, text(f"'{operation}'")).where(condition)

    def _note(self, found: Any) -> None:
        self._connection.execute(insert(self.changes).from_select([*self.target.key, "operation"], found))

    def _found(self, *operations: str) -> ColumnElement[bool]:
        found = select(1).where(self._same(self.changes, self._table), self.changes.c.operation.in_(operations))
        return exists(found)

    def _same(self, one: FromClause, other: FromClause) -> ColumnElement[bool]:
        return and_(*(one.c[name] == other.c[name] for name in self.target.key))
