"""Tables and columns that are not there yet are made: as part of the push, and taken back with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, ExecutableDDLElement, MetaData, Table, inspect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import AddConstraint, CreateSchema, DropTable, SetColumnComment
from sqlalchemy.sql.compiler import DDLCompiler

from materiel.push.fit import Standing
from materiel.push.session import Session


class _OfColumn(ExecutableDDLElement):
    """DDL on one column of a table."""

    inherit_cache = False

    def __init__(self, table: Table, column: Column[Any]) -> None:
        self.table = table
        self.column = column


class AddColumn(_OfColumn):
    """Adds a column to a table that is there."""


class DropColumn(_OfColumn):
    """Drops a column."""


@compiles(AddColumn)
def _add_column(element: AddColumn, compiler: DDLCompiler, **_: Any) -> str:
    return f"ALTER TABLE {_table(element, compiler)} ADD COLUMN {compiler.get_column_specification(element.column)}"


@compiles(DropColumn)
def _drop_column(element: DropColumn, compiler: DDLCompiler, **_: Any) -> str:
    return f"ALTER TABLE {_table(element, compiler)} DROP COLUMN {compiler.preparer.format_column(element.column)}"


def _table(element: _OfColumn, compiler: DDLCompiler) -> str:
    return str(compiler.preparer.format_table(element.table))


def define(session: Session, standings: Iterable[Standing]) -> None:
    """Make what is missing, so that rows can be written: columns and tables, those that others refer to first.

    On PostgreSQL new tables get their keys from `complete`: to look at all rows together takes a fifth of the time.
    """
    for standing in standings:
        table = standing.target.table
        for column in standing.added:
            session.note(DropColumn(table, column))
            session.connection.execute(AddColumn(table, column))
            if session.dialect == "postgresql":
                session.connection.execute(SetColumnComment(column))
        if not standing.present:
            _create_schema(session, table.schema)
            session.note(DropTable(table), table)
            made = _without_keys(table) if session.dialect == "postgresql" else table
            made.create(session.connection, checkfirst=False)


def complete(session: Session, standings: Iterable[Standing]) -> None:
    """Give new tables their keys, indexes and references, after the rows."""
    if session.dialect != "postgresql":
        return
    new = [standing.target.table for standing in standings if not standing.present]
    for table in new:
        session.connection.execute(AddConstraint(table.primary_key))
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            index.create(session.connection, checkfirst=False)
    for table in new:
        for key in sorted(table.foreign_key_constraints, key=lambda key: str(key.name)):
            session.connection.execute(AddConstraint(key))


def _create_schema(session: Session, schema: str | None) -> None:
    if schema is not None and session.dialect == "postgresql" and not inspect(session.connection).has_schema(schema):
        session.connection.execute(CreateSchema(schema))


def _without_keys(table: Table) -> Table:
    bare = [Column(each.name, each.type, nullable=each.nullable, comment=each.comment) for each in table.columns]
    return Table(table.name, MetaData(), *bare, schema=table.schema, comment=table.comment)
