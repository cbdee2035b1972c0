"""Rows become lines of text inside the engine that is read: it takes half the time of doing it in Python.

The same rows give the same lines on every engine.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column

from materiel.export.tables import ExportTable, value_type

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet takes for a formula (OWASP, "CSV Injection")."""

_MARKED = ", ".join("'" + each.replace("'", "''") + "'" for each in (*FORMULA, "'"))

Part = tuple[str, str]
"""Of a template: the text, and the expression that fills it."""


def csv_line(table: ExportTable, dialect: str, *, guarded: bool) -> str:
    """Return the SQL expression of a row as a line of CSV (RFC 4180), without its end.

    Text stands in quotes, so that an empty text ("") is not an absent one (nothing). `guarded`: text that a
    spreadsheet would take for a formula, and text that begins with an apostrophe, gets an apostrophe in front.
    """
    parts: list[Part] = []
    for column in table.columns:
        sql = _sql(table, column)
        if is_text(column):
            parts.append(_csv_text(sql, dialect, guarded, bool(column.nullable)))
        else:
            parts.append(("%s", _plain(column, sql, dialect)))
    return _format(",".join(text for text, _ in parts), [filler for _, filler in parts])


def json_line(table: ExportTable, dialect: str) -> str:
    """Return the SQL expression of a row as a JSON object on one line."""
    if dialect == "sqlite":
        members = (f"'{column.name}', {_json_value(column, _sql(table, column))}" for column in table.columns)
        return f"json_object({', '.join(members)})"
    names = ",".join(f'"{column.name}":%s' for column in table.columns)
    return _format("{" + names + "}", (_json_text(column, _sql(table, column)) for column in table.columns))


def is_text(column: Column[Any]) -> bool:
    """Say whether a column holds text: all that is no number, boolean or date."""
    return value_type(column) == "text"


def _sql(table: ExportTable, column: Column[Any]) -> str:
    return table.expressions[str(column.name)]


def _format(template: str, fillers: Iterable[str]) -> str:
    return f"format('{template}', {', '.join(fillers)})"


def _csv_text(sql: str, dialect: str, guarded: bool, nullable: bool) -> Part:
    marked = f"substr({sql}, 1, 1) IN ({_MARKED})"
    if dialect != "sqlite":
        guard = f"CASE WHEN {marked} THEN '''' ELSE '' END || " if guarded else ""
        return "%s", f"'\"' || {guard}replace({sql}, '\"', '\"\"') || '\"'"
    # What is compared first is quick, and true of little.
    quick = f"{sql} < 'A' AND ({sql} < '0' OR {sql} >= '=')"
    filler = f"CASE WHEN {quick} AND {marked} THEN '''' || {sql} ELSE {sql} END" if guarded else sql
    # SQLite's %w doubles quotes.
    if nullable:
        return "%s", f"CASE WHEN {sql} IS NOT NULL THEN format('\"%w\"', {filler}) END"
    return '"%w"', filler


def _json_value(column: Column[Any], sql: str) -> str:
    """Return what SQLite's `json_object` is to be given for a column."""
    if value_type(column) == "boolean":
        # Through a CASE, SQLite still knows that what json() gives is JSON, and no text.
        return f"CASE WHEN {sql} THEN json('true') WHEN NOT {sql} THEN json('false') END"
    return sql


def _json_text(column: Column[Any], sql: str) -> str:
    """Return the expression of a value as JSON, as SQLite writes it, on PostgreSQL."""
    is_quoted = value_type(column) in ("text", "date")
    text = f"CAST(to_json({sql}) AS TEXT)" if is_quoted else _plain(column, sql, "postgresql")
    return f"coalesce({text}, 'null')" if column.nullable else text


def _plain(column: Column[Any], sql: str, dialect: str) -> str:
    """Return the expression of a value that needs no quotes, as text that is the same on every engine."""
    if value_type(column) == "boolean":
        return f"CASE WHEN {sql} THEN 'true' WHEN NOT {sql} THEN 'false' END"
    if dialect == "sqlite":
        return sql
    if value_type(column) == "number":
        # SQLite writes a fraction always: 10.0, and 1.0e+20.
        return f"regexp_replace(CAST({sql} AS TEXT), '^(-?[0-9]+)(e|$)', '\\1.0\\2')"
    return f"CAST({sql} AS TEXT)"
