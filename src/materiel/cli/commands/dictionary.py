"""`materiel dictionary`: what the data mean."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from materiel.catalog import dictionary as descriptions
from materiel.cli.options import DatabaseOption, FormatOption, OutputFormat, Units, UnitsOption, reading
from materiel.cli.output import Answer, Table, emit

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def dictionary(
    subject: Annotated[
        str | None,
        typer.Argument(metavar="[KIND or TABLE]", help="A kind of equipment, or a table with --tables."),
    ] = None,
    tables: Annotated[bool, typer.Option("--tables", help="Describe tables, views and columns.")] = False,
    output_format: FormatOption = OutputFormat.table,
    units: UnitsOption = Units.metric,
    db: DatabaseOption = None,
) -> None:
    """Describe the properties of each kind of equipment, or the tables, views and columns.

    Example: materiel dictionary submarine
    """
    del units  # Units are described, not converted.
    with reading(db) as reader:
        rows = descriptions.tables(reader, subject) if tables else descriptions.properties(reader, subject)
    columns = ("table_name", "column_name", "description") if tables else ("kind", "name", "unit", "description")
    emit(Answer(rows, rows, [Table(columns, [_cells(row, columns) for row in rows])]), output_format)


def _cells(row: dict[str, Any], columns: tuple[str, ...]) -> list[str]:
    return ["" if row[name] is None else str(row[name]) for name in columns]
