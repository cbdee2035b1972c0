"""`materiel cite`: every claim, the adopted one and why."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import typer

from materiel.catalog.cite import bibliography, bibtex
from materiel.catalog.cite import cite as cite_statements
from materiel.catalog.units import amount
from materiel.cli.options import (
    DatabaseOption,
    FormatOption,
    NameArgument,
    OutputFormat,
    Units,
    UnitsOption,
    reading,
)
from materiel.cli.output import Answer, Lines, emit, write_lines
from materiel.cli.receipts import evidence_lines
from materiel.errors import ConditionError

Row = dict[str, Any]

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class Style(StrEnum):
    """How citations are written."""

    text = "text"
    bibtex = "bibtex"
    csl_json = "csl-json"


@app.command()
def cite(
    name: NameArgument,
    prop: Annotated[str | None, typer.Argument(metavar="[PROPERTY]", help="A property, such as wingspan_m.")] = None,
    style: Annotated[Style, typer.Option("--style", help="Text, or the sources for a bibliography.")] = Style.text,
    output_format: FormatOption = OutputFormat.table,
    units: UnitsOption = Units.metric,
    db: DatabaseOption = None,
) -> None:
    """Show every claim on a system or one of its properties, the adopted one, and why it is adopted.

    Example: materiel cite an-2 wingspan_m
    """
    if style is not Style.text and output_format is not OutputFormat.table:
        raise ConditionError(f"--style {style.value} has a format of its own; leave out --format")
    with reading(db) as reader:
        document = cite_statements(reader, name, prop, units.value)
        items = [] if style is Style.text else bibliography(reader, name, prop)
    if style is Style.bibtex:
        write_lines(bibtex(items))
    elif style is Style.csl_json:
        emit(Answer(items, items), OutputFormat.json)
    else:
        lines = Lines([_lines(row) for row in document["statements"]])
        emit(Answer(document, document["statements"], [lines], document["name"]), output_format)


def _lines(row: Row) -> list[str]:
    what = row["property"] if row["statement"] == "claim" else f"{row['statement']}, {row['property']}"
    stated = row["as_stated"] if row["as_stated"] not in (None, row["value"], amount(row)) else None
    head = f"{what}: {amount(row)}"
    if stated is not None and row["statement"] == "claim":
        head += f" (stated as \u201c{stated}\u201d)"
    if row["qualifier"]:
        head += f"; {row['qualifier']}"
    lines = [head]
    if row["adopted"]:
        lines.append(f"ADOPTED: {row['adoption']}")
    elif row["flag"]:
        lines.append(f"not adopted: {row['flag']}")
    dated = f", {row['published']}" if row["published"] else ""
    place = f", paragraph {row['paragraph']}, sentence {row['sentence_ordinal']}"
    lines.append(f"{row['publisher']}, \u201c{row['title']}\u201d{dated}{place}")
    return lines + evidence_lines(row)
