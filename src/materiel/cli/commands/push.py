"""`materiel push`: another application's database, seeded with our data."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from materiel.cli.commands.export import PrefixOption, Receipts, ReceiptsOption, SchemaOption
from materiel.cli.options import (
    CategoryOption,
    CountryOption,
    DatabaseOption,
    FormatOption,
    InServiceOption,
    KindOption,
    OperatorOption,
    OutputFormat,
    Units,
    UnitsOption,
    WhereOption,
    open_database,
    selected_systems,
)
from materiel.cli.output import Answer, Lines, Row, Table, emit
from materiel.cli.progress import Progress
from materiel.errors import ConditionError

if TYPE_CHECKING:
    from materiel.database.location import Location
    from materiel.push.report import PushReport, TableReport
    from materiel.push.run import Choices

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_FIGURES = ("inserted", "updated", "retired", "deleted", "unchanged", "kept")
_NAMED = 5
"""Ids that are named where people read."""


@app.command()
def push(
    url: Annotated[
        str, typer.Argument(metavar="URL", help="A SQLite file, or sqlite:///, postgresql://, mysql:// or mariadb://.")
    ],
    tables: Annotated[
        str | None, typer.Option("--tables", metavar="NAMES", help="Only these, such as aircraft,submarine.")
    ] = None,
    receipts: ReceiptsOption = Receipts.short,
    prefix: PrefixOption = "",
    schema: SchemaOption = None,
    kind: KindOption = None,
    category: CategoryOption = None,
    operator: OperatorOption = None,
    country: CountryOption = None,
    in_service: InServiceOption = None,
    where: WhereOption = None,
    delete_retired: Annotated[
        bool, typer.Option("--delete-retired", help="Delete retired rows to which nothing refers.")
    ] = False,
    patch: Annotated[
        Path | None, typer.Option("--patch", metavar="FILE", help="Push what this patch changes, and no more.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
    output_format: FormatOption = OutputFormat.table,
    units: UnitsOption = Units.metric,
    db: DatabaseOption = None,
) -> None:
    """Seed another application's database, or bring it up to date: all in one transaction, or nothing.

    Each table has a column materiel_status. Rows without a status are the application's own, and never touched.
    Ours are current, or retired once the database no longer has them at all: a push of some systems or tables
    retires no others. In our columns our values take the place of others; columns and rows that the
    application added stay. Tables that are missing are made, and so are columns that may be empty.

    Example: materiel push postgresql://app@localhost/app --tables aircraft,submarine --prefix ref_
    """
    del units  # There is no quantity in the answer.
    from materiel.push.destination import destination
    from materiel.push.run import Choices

    location = destination(url)
    names = () if tables is None else [name.strip() for name in tables.split(",")]
    choices = Choices(names, prefix, schema, dry_run, delete_retired)
    filters = (kind, category, operator, country, in_service, where or [])
    with _ended_by_request(), Progress() as progress:
        if patch is None:
            report = _push_content(location, choices, receipts, db, filters, progress)
        elif any(filters):
            raise ConditionError("--patch: a patch has rows of its own; give it without conditions on systems")
        else:
            report = _push_patch(location, choices, patch, progress)
    _answer(report, output_format)


def _push_content(
    location: Location, choices: Choices, receipts: Receipts, db: str | None, filters: Any, progress: Progress
) -> PushReport:
    from materiel.export.content import open_content
    from materiel.export.tables import Level
    from materiel.push.destination import refuse_source
    from materiel.push.feed import ContentFeed
    from materiel.push.run import push

    with open_database(db) as (source, reader):
        refuse_source(location, source)
        systems = selected_systems(reader, *filters)
        with open_content(reader, source, Level(receipts.value), progress, systems) as content:
            return push(ContentFeed(content), location, choices, progress)


def _push_patch(location: Location, choices: Choices, path: Path, progress: Progress) -> PushReport:
    from materiel.push.feed import PatchFeed
    from materiel.push.patch import read_patch
    from materiel.push.run import push

    return push(PatchFeed(read_patch(path)), location, choices, progress)


@contextmanager
def _ended_by_request() -> Iterator[None]:
    """Let SIGTERM end the push as Ctrl-C does, so that what was made is taken back."""

    def end(number: int, _frame: object) -> None:
        sys.exit(128 + number)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _answer(report: PushReport, output_format: OutputFormat) -> None:
    rows = [_row(table) for table in report.tables]
    total = {name: sum(row[name] for row in rows) for name in _FIGURES}
    document = {
        "destination": report.destination,
        "dry_run": report.dry_run,
        "changed": report.changed,
        "total": total,
        "tables": [{**row, "ids": _ids(table)} for row, table in zip(rows, report.tables, strict=True)],
    }
    cells = [[row["table"], *(f"{row[name]:,}" for name in _FIGURES)] for row in rows]
    cells.append(["total", *(f"{total[name]:,}" for name in _FIGURES)])
    notes = Lines([[note] for note in _notes(report)])
    emit(Answer(document, rows, [Table(("table", *_FIGURES), cells), notes], report.destination), output_format)


def _row(table: TableReport) -> Row:
    figures = {name: getattr(table, name) for name in (*_FIGURES, "referred")}
    return {"table": table.table, "created": table.created, "added_columns": list(table.added), **figures}


def _ids(table: TableReport) -> dict[str, list[str]]:
    from materiel.push.report import NAMED

    return {name: list(table.ids.get(name, ())) for name in NAMED}


def _notes(report: PushReport) -> Iterator[str]:
    """Yield what a person has to know besides the figures."""
    if not report.changed:
        yield "Nothing to change." if report.dry_run else "Nothing has changed."
    elif report.dry_run:
        yield "This is what would change. Nothing was written."
    for table in report.tables:
        if table.added:
            yield f"{table.table}: added columns: {', '.join(table.added)}"
        if table.kept:
            yield f"{table.table}: kept rows of the application that have ids of ours: {_some(table, 'kept')}"
        if table.referred:
            yield f"{table.table}: retired, but not deleted, because others refer to them: {_some(table, 'referred')}"


def _some(table: TableReport, name: str) -> str:
    ids: Sequence[str] = table.ids[name]
    count = getattr(table, name)
    return ", ".join(ids[:_NAMED]) + (f" and {count - _NAMED:,} more" if count > _NAMED else "")
