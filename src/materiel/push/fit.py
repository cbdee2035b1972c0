"""Whether the tables at the destination can take our rows: everything that is in the way is said before the first."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, Connection, Inspector, exists, inspect, select, text
from sqlalchemy.engine.interfaces import ReflectedColumn
from sqlalchemy.exc import SAWarning

from materiel.errors import FitError
from materiel.export.lines import is_text
from materiel.push.column_types import most_characters, type_problem
from materiel.push.feed import Feed
from materiel.push.targets import CURRENT, STATUS, Target


@dataclass(frozen=True, slots=True)
class Standing:
    """How a target stands at the destination.

    `present`: there is such a table. `filled`: it has rows. `added`: columns of ours that it gets. `limits`: the
    columns of text that take so many characters at the most.
    """

    target: Target
    present: bool
    filled: bool = False
    added: list[Column[Any]] = field(default_factory=list)
    limits: dict[str, int] = field(default_factory=dict)


def standings(connection: Connection, targets: Sequence[Target], feed: Feed, shown: str) -> list[Standing]:
    """Return how each target stands at the destination, which is called `shown`.

    Raises `FitError` with all that is in the way of our rows: table, column, and what to do.
    """
    inspector, schema = inspect(connection), targets[0].table.schema
    problems = list(_schema_problems(inspector, schema))
    if problems:
        raise FitError(shown, problems)
    absent = schema is not None and not inspector.has_schema(schema)
    tables = set() if absent else set(inspector.get_table_names(schema))
    others = set() if absent else {*inspector.get_view_names(schema), *_materialized(inspector, schema)}
    found = []
    for target in targets:
        if target.table.name in others:
            problems.append(f"{target.name}: is a view; choose other names with --prefix or --schema")
        elif target.table.name in tables:
            reflected = _Reflected(connection, inspector, target)
            problems += reflected.problems()
            found.append(reflected.standing())
        else:
            found.append(Standing(target, present=False, limits=_limits(target, target.table.columns, connection)))
    if not problems:
        problems = [problem for standing in found for problem in _long(standing, feed)]
    if problems:
        raise FitError(shown, problems)
    return found


def _schema_problems(inspector: Inspector, schema: str | None) -> Iterator[str]:
    if schema is None:
        return
    if inspector.dialect.name == "sqlite":
        yield "--schema: SQLite has no schemas; --prefix keeps our tables apart"
    elif inspector.dialect.name == "mysql" and not inspector.has_schema(schema):
        yield f"--schema {schema}: there is no such database; CREATE DATABASE makes it"


def _materialized(inspector: Inspector, schema: str | None) -> list[str]:
    return inspector.get_materialized_view_names(schema) if inspector.dialect.name == "postgresql" else []


def _limits(target: Target, columns: Iterable[Column[Any]], connection: Connection) -> dict[str, int]:
    """Return how many characters each column of text takes, where there is a limit."""
    found = {str(column.name): most_characters(column.type.dialect_impl(connection.dialect)) for column in columns}
    texts = {str(column.name) for column in target.columns if is_text(column)}
    return {name: length for name, length in found.items() if length is not None and name in texts}


def _long(standing: Standing, feed: Feed) -> Iterator[str]:
    if not standing.limits:
        return
    needed = feed.longest(standing.target.source, list(standing.limits))
    for name, most in standing.limits.items():
        if needed[name] > most:
            yield (
                f"{standing.target.name}.{name}: takes {most} characters, and {needed[name]} are needed; make it longer"
            )


class _Reflected:
    """A table that is there already."""

    def __init__(self, connection: Connection, inspector: Inspector, target: Target) -> None:
        self._connection = connection
        self._inspector = inspector
        self._target = target
        self._name, self._schema = str(target.table.name), target.table.schema
        with warnings.catch_warnings():
            # Types that SQLAlchemy does not know are told as problems where they are any.
            warnings.simplefilter("ignore", SAWarning)
            found = inspector.get_columns(self._name, self._schema)
        self._columns: dict[str, ReflectedColumn] = {column["name"]: column for column in found}
        self._missing = [column for column in target.columns if column.name not in self._columns]

    def standing(self) -> Standing:
        """Return how the table stands."""
        filled = self._connection.execute(select(exists(select(1).select_from(self._target.table)))).scalar_one()
        there = [Column(name, column["type"]) for name, column in self._columns.items()]
        limits = _limits(self._target, there, self._connection)
        return Standing(self._target, True, bool(filled), [c for c in self._missing if c.nullable], limits)

    def problems(self) -> Iterator[str]:
        """Yield what is in the way of our rows."""
        name = self._target.name
        if STATUS not in self._columns:
            remedy = f"ALTER TABLE {name} ADD COLUMN {STATUS} VARCHAR(255)"
            yield (
                f"{name}: has no column {STATUS}, so its rows are not ours: choose other names with --prefix or"
                f" --schema; or, to put our rows among yours: {remedy}"
            )
        for column in self._missing:
            if not column.nullable:
                yield f"{name}.{column.name}: is missing, and is never empty; add it"
        for column in self._target.table.columns:
            if column.name in self._columns:
                yield from self._column_problems(column, self._columns[str(column.name)])
        ours = {column.name for column in self._target.table.columns}
        for found in self._columns.values():
            if found["name"] not in ours and _has_to_be_filled(found):
                yield (
                    f"{name}.{found['name']}: must not be empty and has no default, and we do not fill it; let it be"
                    " empty, or give it a default"
                )
        yield from self._key_problems()
        yield from self._engine_problems()

    def _column_problems(self, column: Column[Any], found: ReflectedColumn) -> Iterator[str]:
        place = f"{self._target.name}.{column.name}"
        if found.get("computed") is not None:
            yield f"{place}: is computed, and we cannot fill it; give it another name"
            return
        problem = type_problem(column, found["type"], self._connection.dialect)
        if problem is not None:
            yield f"{place}: {problem}"
        most = most_characters(found["type"])
        if column.name == STATUS and most is not None and most < len(CURRENT):
            yield f"{place}: takes {most} characters, and {len(CURRENT)} are needed; make it longer"
        if column.nullable and not found["nullable"]:
            yield f"{place}: must not be empty, but is for some of our rows; let it be empty"

    def _key_problems(self) -> Iterator[str]:
        """Our rows are found again by their key, so it has to tell rows apart there too."""
        unique = [self._inspector.get_pk_constraint(self._name, self._schema)["constrained_columns"]]
        unique += [found["column_names"] for found in self._inspector.get_unique_constraints(self._name, self._schema)]
        for index in self._inspector.get_indexes(self._name, self._schema):
            if index["unique"] and not index.get("dialect_options", {}).get("postgresql_where"):
                unique.append([str(column) for column in index["column_names"]])
        wanted = set(self._target.key)
        if not any(set(columns) == wanted for columns in unique) and wanted <= self._columns.keys():
            listed = ", ".join(self._target.key)
            yield f"{self._target.name}: ({listed}) is no key there, and has to be; make it the primary key, or unique"

    def _engine_problems(self) -> Iterator[str]:
        """On MySQL a table may know no transactions, or not every character."""
        if self._connection.dialect.name != "mysql":
            return
        given = {"name": self._name, "schema": self._schema}
        engine = self._connection.execute(_ENGINE, given).scalar_one()
        if engine != "InnoDB":
            yield f"{self._target.name}: is kept by {engine}, and a push could fail half way; change it to InnoDB"
        ours = {str(column.name) for column in self._target.table.columns}
        for column, charset in self._connection.execute(_CHARSETS, given):
            if column in ours and charset != "utf8mb4":
                yield f"{self._target.name}.{column}: is in {charset}, which lacks characters; convert it to utf8mb4"


_ENGINE = text(
    "SELECT engine FROM information_schema.tables"
    " WHERE table_name = :name AND table_schema = coalesce(:schema, DATABASE())"
)
_CHARSETS = text(
    "SELECT column_name, character_set_name FROM information_schema.columns"
    " WHERE table_name = :name AND table_schema = coalesce(:schema, DATABASE()) AND character_set_name IS NOT NULL"
    " ORDER BY ordinal_position"
)


def _has_to_be_filled(column: ReflectedColumn) -> bool:
    fills_itself = (
        column.get("default") is not None
        or column.get("computed") is not None
        or column.get("identity") is not None
        or column.get("autoincrement") is True
    )
    return not column["nullable"] and not fills_itself
