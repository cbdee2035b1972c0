"""Rows become lines of text inside the engine that is read: it takes half the time of doing it in Python.

The same rows give the same lines on every engine.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Boolean, Column, Date, Float, Integer

from materiel.export.tables import ExportTable

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
        sql = table.expressions[str(column.name)]
        if is_text(column):
            parts.append(_csv_text(sql, dialect, guarded, bool(column.nullable)))
        else:
            parts.append(("%s", _plain(column, sql, dialect)))
    return _format(",".join(text for text, _ in parts), [filler for _, filler in parts])


def json_line(table: ExportTable, dialect: str) -> str:
    """Return the SQL expression of a row as a JSON object on one line."""
    names, fillers = [], []
    for column in table.columns:
        sql = table.expressions[str(column.name)]
        if is_text(column) or isinstance(column.type, Date):
            quoted = f"json_quote({sql})" if dialect == "sqlite" else f"CAST(to_json({sql}) AS TEXT)"
        else:
            quoted = _plain(column, sql, dialect)
        names.append(f'"{column.name}":%s')
        fillers.append(f"coalesce({quoted}, 'null')" if column.nullable else quoted)
    return _format("{" + ",".join(names) + "}", fillers)


def is_text(column: Column[Any]) -> bool:
    """Say whether a column holds text: all that is no number, boolean or date."""
    return not isinstance(column.type, Boolean | Date | Float | Integer)


def _format(template: str, fillers: Iterable[str]) -> str:
    return f"format('{template}', {', '.join(fillers)})"


def _csv_text(sql: str, dialect: str, guarded: bool, nullable: bool) -> Part:
    mark = f"CASE WHEN substr({sql}, 1, 1) IN ({_MARKED}) THEN '''' ELSE '' END"
    if dialect != "sqlite":
        doubled = f"replace({sql}, '\"', '\"\"') || '\"'"
        return "%s", f"'\"' || {mark} || {doubled}" if guarded else f"'\"' || {doubled}"
    # SQLite's %w doubles quotes. What is compared first is quick, and true of little.
    mark = f"CASE WHEN {sql} < 'A' THEN {mark} ELSE '' END"
    text, fillers = ('"%s%w"', f"{mark}, {sql}") if guarded else ('"%w"', sql)
    if nullable:
        return "%s", f"CASE WHEN {sql} IS NOT NULL THEN format('{text}', {fillers}) END"
    return text, fillers


def _plain(column: Column[Any], sql: str, dialect: str) -> str:
    """Return the expression of a value that needs no quotes, as text that is the same on every engine."""
    if isinstance(column.type, Boolean):
        return f"CASE WHEN {sql} THEN 'true' WHEN NOT {sql} THEN 'false' END"
    if dialect == "sqlite":
        return sql
    if isinstance(column.type, Float):
        number = f"CAST(CAST({sql} AS NUMERIC) AS TEXT)"
        return f"CASE WHEN {sql} = trunc({sql}) THEN {number} || '.0' ELSE {number} END"
    return f"CAST({sql} AS TEXT)"
