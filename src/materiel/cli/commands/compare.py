"""`materiel compare`: systems side by side."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from materiel.catalog.compare import compare as compare_systems
from materiel.cli.options import (
    DatabaseOption,
    FormatOption,
    NamesArgument,
    OutputFormat,
    Units,
    UnitsOption,
    reading,
)
from materiel.cli.output import Answer, Table, emit
from materiel.cli.receipts import numbers, receipt_lines

Row = dict[str, Any]

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def compare(
    names: NamesArgument,
    only_differences: Annotated[
        bool, typer.Option("--only-differences", help="Leave out properties in which all agree.")
    ] = False,
    prop: Annotated[
        list[str] | None,
        typer.Option("--property", "-p", metavar="PROPERTY", help="Only this property; can be given again."),
    ] = None,
    output_format: FormatOption = OutputFormat.table,
    units: UnitsOption = Units.metric,
    db: DatabaseOption = None,
) -> None:
    """Compare systems side by side: properties as rows, systems as columns, receipts as footnotes.

    Systems of different kinds are compared on the properties that they share. A footnote is the receipt of
    the claim that was adopted; `materiel cite` shows all of them.

    Example: materiel compare su-35 su-57 mig-29 an-2
    """
    with reading(db) as reader:
        document = compare_systems(reader, names, units.value, prop or (), only_differences=only_differences)
    emit(_answer(document), output_format)


def _answer(document: Row) -> Answer:
    systems = document["systems"]
    table = Table(
        ("property", *(system["name"] for system in systems)),
        [[_label(row), *(_cell(row["values"][system["id"]]) for system in systems)] for row in document["properties"]],
    )
    return Answer(document, _records(document), [table, receipt_lines(document["receipts"])])


def _label(row: Row) -> str:
    unit = f" ({row['unit']})" if row["unit"] else ""
    qualifier = f", {row['qualifier']}" if row["qualifier"] else ""
    return f"{row['label']}{qualifier}{unit}"


def _cell(cell: Row | None) -> str:
    if cell is None:
        return ""
    mark = " (disputed)" if cell["disputed"] else ""
    return f"{cell['value']}{mark} {numbers(cell['receipts'])}"


def _records(document: Row) -> list[Row]:
    """Return a flat record for each property: a column for each system, and one for its receipts' addresses."""
    links = {receipt["number"]: receipt["link"] for receipt in document["receipts"]}
    records = []
    for row in document["properties"]:
        record: Row = {name: row[name] for name in ("property", "qualifier", "unit")}
        for equipment_id, cell in row["values"].items():
            record[equipment_id] = None if cell is None else cell["value"]
        for equipment_id, cell in row["values"].items():
            record[f"{equipment_id} receipts"] = [] if cell is None else [links[n] for n in cell["receipts"]]
        records.append(record)
    return records
