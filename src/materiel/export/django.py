"""A Django application: models, and a fixture that fits them."""

from __future__ import annotations

import json
import keyword
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TextIO

from materiel.errors import ExportError
from materiel.export.content import Content
from materiel.export.django_models import Model, models_source
from materiel.export.formats import Options
from materiel.export.notice import write_notice
from materiel.export.tables import LONGEST_KEY

_NOTES = (
    "This folder is a Django application. Put it beside your other applications, add its name to INSTALLED_APPS, and"
    " run:",
    "    python manage.py makemigrations {label}\n    python manage.py migrate\n    python manage.py loaddata materiel",
    "`loaddata` inserts rows, or updates those that are there by their keys: the next release is loaded in the same"
    " way. It deletes none.",
    "`migrations/` is yours: an export with --force replaces everything else in this folder, and keeps it.",
)
_NO_LABELS = {*sys.stdlib_module_names, "django", "materiel"}
"""Packages that an application of the same name would hide."""


def write(content: Content, target: Path, options: Options) -> None:
    """Write an application into the folder `target`, whose name is that of the application.

    Raises `ExportError` if that cannot be the name of an application, or a key is too long for Django.
    """
    label = target.name
    if not label.isidentifier() or keyword.iskeyword(label) or label in _NO_LABELS:
        raise ExportError(
            f"-o {label}: the folder is a Python package, and needs a name that no other has, such as equipment_data"
        )
    if options.schema is not None:
        raise ExportError("--schema: Django has no schemas; use --prefix")
    models = [Model(table, options.prefix) for table in content.tables]
    for package in (target, target / "migrations"):
        package.mkdir(exist_ok=True)
        (package / "__init__.py").touch()
    (target / "apps.py").write_text(_apps(label), encoding="utf-8")
    (target / "models.py").write_text(models_source(models), encoding="utf-8")
    (target / "fixtures").mkdir()
    with (target / "fixtures" / "materiel.json").open("w", encoding="utf-8") as file:
        _write_fixture(file, _objects(content, models, label))
    write_notice(target, content, "django", [note.format(label=label) for note in _NOTES])


def _apps(label: str) -> str:
    name = "".join(part.capitalize() for part in label.split("_"))
    return (
        '"""The application, as Django knows it."""\n\nfrom django.apps import AppConfig\n\n\n'
        f"class {name or 'Materiel'}Config(AppConfig):\n"
        '    """Military equipment reference data."""\n\n'
        '    name = __name__.rpartition(".")[0]\n'
        f'    label = "{label}"\n'
        '    verbose_name = "military equipment"\n'
    )


def _objects(content: Content, models: Iterable[Model], label: str) -> Iterator[dict[str, Any]]:
    """Yield the objects of the fixture, those that others refer to first."""
    for model in models:
        for row in content.rows(model.source):
            key = model.key(row)
            if len(key) > LONGEST_KEY:
                raise ExportError(
                    f"{model.source.name}: the key {key[:60]!r}... is longer than {LONGEST_KEY} characters"
                )
            yield {"model": f"{label}.{model.name.lower()}", "pk": key, "fields": _fields(model, row)}


def _fields(model: Model, row: Sequence[Any]) -> dict[str, Any]:
    return {field.name: value for field, value in zip(model.fields, row, strict=True) if not field.primary_key}


def _write_fixture(file: TextIO, objects: Iterable[dict[str, Any]]) -> None:
    """Write a JSON list, an object on each line: few of them are in memory at a time."""
    separator = "[\n"
    for found in objects:
        file.write(separator + json.dumps(found, ensure_ascii=False))
        separator = ",\n"
    file.write("[]\n" if separator == "[\n" else "\n]\n")
