"""Django models are written from tables: fields with labels, units and descriptions, and keys that lead to others."""

from __future__ import annotations

import json
import keyword
import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Boolean, Column, Date, Double, Float, Integer

from materiel.export.tables import KEY, LONGEST_KEY, ExportTable
from materiel.models.properties import INFO_KEY

_WIDTH = 88
_TAKEN = {"check", "clean", "delete", "objects", "pk", "save"}
"""Names of Django's own in a model."""

_FIELDS: tuple[tuple[type[Any] | tuple[type[Any], ...], str], ...] = (
    (Boolean, "BooleanField"),
    (Integer, "IntegerField"),
    ((Float, Double), "FloatField"),
    (Date, "DateField"),
)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a model, and the column that it is made from. `target` is the table that it leads to."""

    name: str
    column: Column[Any]
    target: str | None
    primary_key: bool

    @property
    def constrained(self) -> bool:
        """Whether the database proves that the row is there. A family may come after its members."""
        return self.column.name != "family_id"


class Model:
    """A model and the table that it is made from. A key of several columns becomes one text, in a field `id`."""

    def __init__(self, source: ExportTable, prefix: str) -> None:
        self.source = source
        self.prefix = prefix
        keys = [str(column.name) for column in source.table.primary_key.columns]
        self.joined_key = keys if len(keys) > 1 else []
        self.fields = [_field(column, source, not self.joined_key) for column in source.columns]
        self._places = [n for n, column in enumerate(source.columns) if column.primary_key]

    @property
    def name(self) -> str:
        """Name of the class: EvidenceContext of evidence_context."""
        return class_name(self.source.name)

    def key(self, row: Sequence[Any]) -> str:
        """Return the primary key of a row."""
        return "/".join(str(row[place]) for place in self._places)


def class_name(table: str) -> str:
    """Return the name of the model of a table."""
    return "".join(part.capitalize() for part in table.split("_"))


def _field(column: Column[Any], source: ExportTable, single: bool) -> Field:
    name = str(column.name)
    target = "equipment" if name == "family_id" else source.links.get(name)
    shown = name
    if target is not None:
        shown = target if name == "id" else name.removesuffix("_id")
    if keyword.iskeyword(shown) or shown in _TAKEN:
        shown = f"{shown}_value"
    return Field(shown, column, target, single and bool(column.primary_key))


def models_source(models: Sequence[Model]) -> str:
    """Return the text of `models.py`."""
    head = '"""Military equipment reference data, as materiel hands it on."""\n\nfrom django.db import models\n'
    return "\n\n".join([head, *(_class(model) for model in models)])


def _class(model: Model) -> str:
    lines = [f"class {model.name}(models.Model):", *_docstring(model.source.table.comment), ""]
    if model.joined_key:
        joined = " and ".join(model.joined_key)
        options = [("primary_key", "True"), ("max_length", str(LONGEST_KEY)), ("help_text", _text(f"Of {joined}."))]
        lines += _assignment("id", "models.CharField", [], options)
    several = Counter(field.target for field in model.fields if field.target)
    for field in model.fields:
        lines += _field_lines(model, field, several[field.target] > 1 if field.target else False)
    return "\n".join([*lines, "", *_meta(model), "", *_str(model)]) + "\n"


def _docstring(comment: str | None) -> list[str]:
    text = (comment or "Rows.").replace('"', "'")
    if len(text) <= _WIDTH - 10:
        return [f'    """{text}"""']
    first, *others = textwrap.wrap(text, _WIDTH - 8)
    return [f'    """{first}', *(f"    {line}" for line in others), '    """']


def _field_lines(model: Model, field: Field, several: bool) -> list[str]:
    column = field.column
    found = column.info.get(INFO_KEY)
    options: list[tuple[str, str]] = []
    if field.primary_key:
        options.append(("primary_key", "True"))
    elif column.nullable:
        options += [("null", "True"), ("blank", "True")]
    label = [_text(found.label)] if found else []
    if field.target is not None:
        kind = "OneToOneField" if field.primary_key else "ForeignKey"
        options = [("on_delete", "models.PROTECT"), *options, ("db_column", _text(str(column.name)))]
        if several or field.name == "family":
            options.append(("related_name", _text(_related(model, field))))
        if not field.constrained:
            options.append(("db_constraint", "False"))
        label = [_text(class_name(field.target))]
    else:
        kind = next((name for types, name in _FIELDS if isinstance(column.type, types)), "TextField")
        if kind == "TextField" and (column.type is KEY or field.primary_key):
            kind, options = "CharField", [*options, ("max_length", str(LONGEST_KEY))]
        elif kind == "TextField" and not column.nullable:
            options.append(("blank", "True"))
        if field.name != column.name:
            options.append(("db_column", _text(str(column.name))))
    options.append(("help_text", _text(column.comment or "")))
    return _assignment(field.name, f"models.{kind}", label, options)


def _related(model: Model, field: Field) -> str:
    return f"{model.source.name}_members" if field.name == "family" else f"{model.source.name}_by_{field.name}"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _assignment(name: str, call: str, values: Iterable[str], options: Iterable[tuple[str, str]]) -> list[str]:
    """Return the lines of `name = call(...)`, as a formatter breaks them."""
    arguments = [*values, *(f"{option}={value}" for option, value in options)]
    line = f"    {name} = {call}({', '.join(arguments)})"
    if len(line) <= _WIDTH:
        return [line]
    lines = [f"    {name} = {call}("]
    for argument in arguments:
        lines += _argument(argument)
    return [*lines, "    )"]


def _argument(argument: str) -> list[str]:
    option, _, value = argument.partition("=")
    if len(argument) + 9 <= _WIDTH or not value.startswith('"'):
        return [f"        {argument},"]
    parts = textwrap.wrap(json.loads(value), _WIDTH - 14, drop_whitespace=False, break_long_words=False)
    return [f"        {option}=(", *(f"            {_text(part)}" for part in parts), "        ),"]


def _meta(model: Model) -> list[str]:
    name = model.source.name.replace("_", " ")
    lines = ["    class Meta:", '        ordering = ("pk",)', f'        verbose_name = "{name}"']
    lines.append(f'        verbose_name_plural = "{_plural(name)}"')
    if model.prefix:
        lines.append(f'        db_table = "{model.prefix}{model.source.name}"')
    if model.joined_key:
        lines += _unique(model)
    return lines


def _unique(model: Model) -> list[str]:
    """Return the lines of the constraint that the columns of a joined key, together, are in one row only."""
    fields = ", ".join(_text(field.name) for field in model.fields if field.column.primary_key)
    arguments = (f"fields=[{fields}]", f'name="{model.prefix}{model.source.name}_key"')
    constraint = f"            models.UniqueConstraint({', '.join(arguments)}),"
    lines = [constraint]
    if len(constraint) > _WIDTH:
        joined = f"                {', '.join(arguments)}"
        parts = [joined] if len(joined) <= _WIDTH else [f"                {argument}," for argument in arguments]
        lines = ["            models.UniqueConstraint(", *parts, "            ),"]
    return ["        constraints = (", *lines, "        )"]


def _plural(name: str) -> str:
    if name in _SAME:
        return name
    return f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"


_SAME = {"air_defence", "aircraft", "artillery", "equipment", "evidence", "mixed", "spacecraft"}
"""Words whose plural is the same."""


def _str(model: Model) -> list[str]:
    named = {field.name for field in model.fields if not field.column.nullable}
    shown = next((f"self.{name}" for name in ("name", "title") if name in named), "str(self.pk)")
    return ["    def __str__(self):", f"        return {shown}"]
