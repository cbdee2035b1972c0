"""`materiel sql`: queries of the user's own."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from materiel.catalog.sql import run_sql
from materiel.cli.options import DatabaseOption, FormatOption, OutputFormat, Units, UnitsOption, reading
from materiel.cli.output import Answer, Table, emit
from materiel.database.location import locate
from materiel.text.printable import printable

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def sql(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="One SQL query; - reads it from standard input.")],
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many rows.")] = 1000,
    timeout: Annotated[float, typer.Option("--timeout", min=0.1, help="At most so many seconds.")] = 30.0,
    output_format: FormatOption = OutputFormat.table,
    units: UnitsOption = Units.metric,
    db: DatabaseOption = None,
) -> None:
    """Run a read-only SQL query over the public tables and views (`materiel dictionary --tables`).

    Example: materiel sql "SELECT equipment_name, value, publisher FROM receipts WHERE property = 'wingspan_m'"
    """
    del units  # What the columns hold is the query's affair.
    with reading(db):
        pass  # The database is there, and of this version.
    answer = run_sql(locate(db), sys.stdin.read() if query == "-" else query, limit, timeout)
    records = [dict(zip(_distinct(answer.columns), row, strict=True)) for row in answer.rows]
    table = Table(
        [printable(name) for name in answer.columns],
        [["" if value is None else printable(str(value)) for value in row] for row in answer.rows],
    )
    emit(Answer(records, records, [table]), output_format)
    if answer.more:
        typer.echo(f"materiel: only the first {limit} rows are shown; --limit gives more", err=True)


def _distinct(columns: list[str]) -> list[str]:
    """Give columns of one name a number, so that none is lost in a record."""
    names: list[str] = []
    for column in columns:
        name, number = column, 2
        while name in names:
            name, number = f"{column}_{number}", number + 1
        names.append(name)
    return names
