"""`materiel mentions`: where a system is named."""

from __future__ import annotations

from typing import Any

import typer

from materiel.catalog.mentions import mentions as list_mentions
from materiel.cli.options import (
    DatabaseOption,
    FormatOption,
    NameArgument,
    OutputFormat,
    Units,
    UnitsOption,
    reading,
)
from materiel.cli.output import Answer, Lines, emit

Row = dict[str, Any]

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def mentions(
    name: NameArgument,
    output_format: FormatOption = OutputFormat.table,
    units: UnitsOption = Units.metric,
    db: DatabaseOption = None,
) -> None:
    """List where a system is named, the newest first: in the sources, and in the articles that you ingested.

    Example: materiel mentions hwasong-15
    """
    del units  # There is no quantity in the answer.
    with reading(db) as reader:
        rows = list_mentions(reader, name)
    emit(Answer(rows, rows, [Lines([_item(row) for row in rows])]), output_format)


def _item(row: Row) -> list[str]:
    known = [row["publisher"], row["title"] and f"\u201c{row['title']}\u201d"]
    place = ", ".join([str(part) for part in known if part] or [str(row["article_id"])])
    copies = f" (and at {row['copies']} more addresses)" if row["copies"] > 1 else ""
    copies = " (and at one more address)" if row["copies"] == 1 else copies
    lines = [f"{row['published'] or 'no date'}: {row['name']}, {place}, sentence {row['ordinal']}{copies}"]
    return [*lines, row["link"]] if row["link"] else lines
