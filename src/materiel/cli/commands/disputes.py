"""`materiel disputes`: what sources disagree on."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from materiel.catalog.disputes import disputes as list_disputes
from materiel.catalog.units import amount
from materiel.cli.options import (
    DatabaseOption,
    FormatOption,
    OutputFormat,
    Units,
    UnitsOption,
    complete_name,
    reading,
)
from materiel.cli.output import Answer, Table, emit

Row = dict[str, Any]

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def disputes(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="Only of this system.", autocompletion=complete_name),
    ] = None,
    output_format: FormatOption = OutputFormat.table,
    units: UnitsOption = Units.metric,
    db: DatabaseOption = None,
) -> None:
    """Show what sources disagree on: one row for each contradiction, with both sides.

    Example: materiel disputes hwasong-15
    """
    with reading(db) as reader:
        rows = list_disputes(reader, name, units.value)
    table = Table(
        ("system", "what", "one side", "other side"),
        [[row["equipment_name"], _what(row), _side(row["a"]), _side(row["b"])] for row in rows],
    )
    emit(Answer(rows, [_record(row) for row in rows], [table]), output_format)


def _what(row: Row) -> str:
    what = row["property"] if row["statement"] == "claim" else f"{row['statement']}: {row['property']}"
    return f"{what} ({row['qualifier']})" if row["qualifier"] else str(what)


def _side(side: Row) -> str:
    return f"{amount(side)}, {side['firmness']} by {side['attribution']} ({side['source_id']})"


def _record(row: Row) -> Row:
    flat = {name: value for name, value in row.items() if name not in ("a", "b")}
    for side in ("a", "b"):
        flat.update({f"{side}_{name}": value for name, value in row[side].items()})
    return flat
