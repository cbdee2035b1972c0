"""`materiel list`: systems that fit conditions."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from materiel.catalog.listing import Filters, list_systems
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
    reading,
)
from materiel.cli.output import Answer, Table, emit

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(name="list")
def list_command(
    kind: KindOption = None,
    category: CategoryOption = None,
    operator: OperatorOption = None,
    country: CountryOption = None,
    in_service: InServiceOption = None,
    where: WhereOption = None,
    sort: Annotated[
        str | None,
        typer.Option("--sort", metavar="PROPERTY", help="Sort by it; with - in front, from the greatest."),
    ] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="At most so many systems.")] = None,
    output_format: FormatOption = OutputFormat.table,
    units: UnitsOption = Units.metric,
    db: DatabaseOption = None,
) -> None:
    """List systems that fit conditions. Conditions are in metric units, as the property's name says.

    Example: materiel list --kind aircraft --where "max_speed_kmh > 2000" --sort -max_speed_kmh
    """
    filters = Filters(kind, category, operator, country, in_service, where or [], sort, limit)
    with reading(db) as reader:
        rows = list_systems(reader, filters, units.value)
    names = list(rows[0]) if rows else []
    table = Table(names, [["" if value is None else _shown(value) for value in row.values()] for row in rows])
    emit(Answer(rows, rows, [table]), output_format)


def _shown(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) and abs(value) < 1e6 else str(value)
