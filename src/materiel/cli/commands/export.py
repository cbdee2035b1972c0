"""`materiel export`: the data in the format that others need."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from materiel.cli.options import (
    CategoryOption,
    CountryOption,
    DatabaseOption,
    InServiceOption,
    KindOption,
    OperatorOption,
    WhereOption,
    open_database,
    selected_systems,
)
from materiel.cli.progress import Progress

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class ExportFormat(StrEnum):
    """The formats of `materiel.export.formats`, written again: that loads SQLAlchemy. A test holds them to it."""

    csv = "csv"
    datapackage = "datapackage"
    django = "django"
    json = "json"
    jsonl = "jsonl"
    jsonld = "jsonld"
    parquet = "parquet"
    sql = "sql"
    sqlite = "sqlite"
    turtle = "turtle"
    xlsx = "xlsx"


class Receipts(StrEnum):
    """How much of where a statement comes from is handed on (see `materiel.export.tables.Level`)."""

    full = "full"
    short = "short"
    none = "none"


class Dialect(StrEnum):
    """Whose SQL is written."""

    sqlite = "sqlite"
    postgresql = "postgresql"
    mysql = "mysql"


ReceiptsOption = Annotated[
    Receipts,
    typer.Option(
        "--receipts",
        help="full: everything that materiel has (as tables, those of its schema); short: one table for each kind,"
        " and a row for each receipt; none: the same without receipts.",
    ),
]
PrefixOption = Annotated[str, typer.Option("--prefix", help="Begin the name of each table with this.")]
SchemaOption = Annotated[str | None, typer.Option("--schema", help="Schema that the tables are in.")]


@app.command()
def export(
    output_format: Annotated[ExportFormat, typer.Option("--format", "-f", help="What to write.")],
    path: Annotated[Path, typer.Option("--output", "-o", metavar="PATH", help="File or folder to write.")],
    receipts: ReceiptsOption = Receipts.short,
    kind: KindOption = None,
    category: CategoryOption = None,
    operator: OperatorOption = None,
    country: CountryOption = None,
    in_service: InServiceOption = None,
    where: WhereOption = None,
    dialect: Annotated[Dialect, typer.Option("--dialect", help="Of sql: whose SQL it is.")] = Dialect.postgresql,
    data_only: Annotated[
        bool, typer.Option("--data-only", help="Of sql: rows alone, inserted or updated, for tables that are there.")
    ] = False,
    prefix: PrefixOption = "",
    schema: SchemaOption = None,
    with_copies: Annotated[
        bool,
        typer.Option(
            "--with-attached-text-i-may-redistribute",
            help="Of tables with --receipts full: hand on the text of the copies that you attached, as well. Most"
            " sources reserve that right.",
        ),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace what is at PATH.")] = False,
    db: DatabaseOption = None,
) -> None:
    """Write the data, or the systems that fit conditions, in the format that others need.

    csv, datapackage, django, jsonl and parquet are folders, the others files. The same content gives the same
    bytes. CSV is safe to open in a spreadsheet: no cell is taken for a formula.

    Example: materiel export --format csv -o aircraft --kind aircraft
    """
    from materiel.export.content import open_content
    from materiel.export.formats import Options
    from materiel.export.formats import export as write
    from materiel.export.tables import Level

    options = Options(dialect.value, prefix, schema, data_only, with_copies)
    filters = (kind, category, operator, country, in_service, where or [])
    with open_database(db) as (location, reader), Progress() as progress:
        systems = selected_systems(reader, *filters)
        with open_content(reader, location, Level(receipts.value), progress, systems) as content:
            write(content, output_format.value, path, options, force=force)
    typer.echo(str(path))
