"""The formats in which content is handed on. Each has a module of its own, loaded when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Final, Protocol, cast

from materiel.errors import ExportError, MissingExtraError
from materiel.export.content import Content
from materiel.export.tables import Level
from materiel.export.target import new_file, new_folder


@dataclass(frozen=True, slots=True)
class Options:
    """What can be chosen: for SQL the `dialect`, and whether it is `data_only`, for names `prefix` and `schema`.

    The last one adds the reader's own copies of sources, whose text others may not hand on.
    """

    dialect: str = "postgresql"
    prefix: str = ""
    schema: str | None = None
    data_only: bool = False
    with_attached_text_i_may_redistribute: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the module that writes it, whether it is a folder, and the extra whose library it needs.

    `kept` is a folder inside that becomes the user's own, and is never replaced. `options` are those that it
    takes, or refuses with a reason of its own; it refuses all others.
    """

    module: str
    folder: bool
    about: str
    extra: str | None = None
    kept: str | None = None
    options: tuple[str, ...] = ()


_COPIES = "with_attached_text_i_may_redistribute"


class Writer(Protocol):
    """A module of a format."""

    def write(self, content: Content, target: Path, options: Options) -> None:
        """Write `content` to `target`: a file that is not there yet, or a folder that is empty."""


FORMATS: Final = {
    "csv": Format("csv_files", True, "a folder of CSV files, safe to open in a spreadsheet", options=(_COPIES,)),
    "datapackage": Format(
        "datapackage", True, "a Frictionless Data Package: CSV with units and descriptions", options=(_COPIES,)
    ),
    "django": Format(
        "django",
        True,
        "a Django application: models and a fixture that fits them",
        kept="migrations",
        options=("prefix", "schema"),
    ),
    "json": Format("json_file", False, "one nested document for each system, in one file"),
    "jsonl": Format("jsonl_files", True, "a folder of files with a JSON object on each line", options=(_COPIES,)),
    "jsonld": Format("jsonld", False, "JSON-LD: PROV-O, schema.org and Web Annotation"),
    "parquet": Format("parquet", True, "a folder of Parquet files", "parquet", options=(_COPIES,)),
    "sql": Format(
        "sql",
        False,
        "SQL for SQLite, PostgreSQL or MySQL: tables and data",
        options=("dialect", "prefix", "schema", "data_only", _COPIES),
    ),
    "sqlite": Format("sqlite", False, "a SQLite database", options=("prefix", "schema", _COPIES)),
    "turtle": Format("turtle", False, "RDF in Turtle: PROV-O, schema.org and Web Annotation"),
    "xlsx": Format("xlsx", False, "an Excel workbook with a sheet for each table", "xlsx", options=(_COPIES,)),
}
"""All formats by name."""


def export(content: Content, name: str, path: Path, options: Options, *, force: bool = False) -> None:
    """Write `content` to `path` in the format called `name`.

    Raises `TargetError` if it cannot be written there, `MissingExtraError` if its library is not installed,
    and `ExportError` if the content or the options do not go with the format.
    """
    found = FORMATS.get(name)
    if found is None:
        raise ExportError(f"--format {name}: no such format: {', '.join(FORMATS)}")
    _check_options(name, options)
    if options.with_attached_text_i_may_redistribute:
        if content.level is not Level.full:
            raise ExportError(f"--{_COPIES.replace('_', '-')}: is for the tables as they are, with --receipts full")
        content = replace(content, with_copies=True)
    writer = cast(Writer, format_module(name))
    place = new_folder(path, force=force, kept=found.kept) if found.folder else new_file(path, force=force)
    with place as target:
        writer.write(content, target, options)


def _check_options(name: str, options: Options) -> None:
    """Raise `ExportError` for an option that would have no effect on the format."""
    for option in fields(options):
        if option.name not in FORMATS[name].options and getattr(options, option.name) != option.default:
            written = f"--{option.name.replace('_', '-')}"
            takers = ", ".join(other for other, found in FORMATS.items() if option.name in found.options)
            raise ExportError(f"{written}: has no effect on the format {name}; it is for {takers}")


def format_module(name: str) -> ModuleType:
    """Return the module of a format. Raises `MissingExtraError` if its library is not installed."""
    found = FORMATS[name]
    try:
        return import_module(f"materiel.export.{found.module}")
    except ModuleNotFoundError as error:
        if found.extra is None or (error.name or "").startswith("materiel"):
            raise
        raise MissingExtraError(str(error.name), found.extra) from error
