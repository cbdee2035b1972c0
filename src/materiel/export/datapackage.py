"""A Frictionless Data Package: CSV files, and what each of their columns is, means and leads to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Column

from materiel.export.content import Content
from materiel.export.csv_files import GUARD_NOTE, read_rows, write_table
from materiel.export.formats import Options
from materiel.export.lines import is_text
from materiel.export.notice import CAUTION, LICENCE, TITLE, about, rights, write_json, write_notice
from materiel.export.tables import ExportTable, value_type
from materiel.models.properties import INFO_KEY

__all__ = ["read_rows", "write"]

_NOTES = (
    "This folder is a Data Package (https://datapackage.org): datapackage.json describes each file and each column,"
    " with units and keys, and `frictionless validate datapackage.json` proves that the files are as described.",
    GUARD_NOTE,
)
_SOURCES = "The table `source` lists the sources with the rights in each."
_DIALECT = {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True}
_MAY_BE_EMPTY = frozenset({"condition", "qualifier", "value"})
"""Columns whose text can be empty: that is no absent value, but in a Data Package both are missing."""


def write(content: Content, target: Path, _options: Options) -> None:
    """Write a CSV file for each table, and the descriptor of all of them, into the folder `target`."""
    resources = []
    for table in content.tables:
        path = target / f"{table.name}.csv"
        write_table(content, table, path)
        resources.append(_resource(table, path))
    write_json(target / "datapackage.json", _descriptor(content, resources))
    write_notice(target, content, "datapackage", _NOTES)


def _descriptor(content: Content, resources: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-package",
        "name": "materiel",
        "title": TITLE,
        "description": " ".join((rights(content), _SOURCES, CAUTION, GUARD_NOTE)),
        "version": content.about["materiel"],
        "licenses": [LICENCE],
        "materiel": about(content),
        "resources": resources,
    }


def _resource(table: ExportTable, path: Path) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.table.comment or table.name,
        "path": path.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "dialect": _DIALECT,
        "schema": _schema(table),
    }


def _schema(table: ExportTable) -> dict[str, Any]:
    key = [str(column.name) for column in table.columns if column.primary_key]
    links = [
        {"fields": column, "reference": {"resource": target, "fields": "id"}} for column, target in table.links.items()
    ]
    return {
        "fields": [_field(column, alone=key == [column.name]) for column in table.columns],
        "missingValues": [""],
        "primaryKey": key,
        **({"foreignKeys": links} if links else {}),
    }


def _field(column: Column[Any], *, alone: bool) -> dict[str, Any]:
    """Describe a column. `alone`: it is the key by itself."""
    kind = value_type(column)
    field = {
        "name": str(column.name),
        "type": "string" if kind == "text" else kind,
        "description": column.comment or "",
    }
    found = column.info.get(INFO_KEY)
    if found is not None:
        field |= {"title": found.label, **({"unit": found.unit} if found.unit else {})}
    constraints = {"required": _is_required(column), "unique": alone}
    wanted = {name: True for name, holds in constraints.items() if holds}
    return {**field, "constraints": wanted} if wanted else field


def _is_required(column: Column[Any]) -> bool:
    return not column.nullable and not (is_text(column) and column.name in _MAY_BE_EMPTY)
