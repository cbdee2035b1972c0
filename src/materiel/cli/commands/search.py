"""`materiel search`: full-text search."""

from __future__ import annotations

from typing import Annotated

import typer

from materiel.catalog.search import search as search_texts
from materiel.cli.options import DatabaseOption, FormatOption, OutputFormat, Units, UnitsOption, reading
from materiel.cli.output import Answer, Table, emit

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def search(
    text: Annotated[list[str], typer.Argument(metavar="TEXT...", help="Words that must all be there.")],
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many texts.")] = 20,
    output_format: FormatOption = OutputFormat.table,
    units: UnitsOption = Units.metric,
    db: DatabaseOption = None,
) -> None:
    """Search names, descriptions and quotes, the best match first.

    Example: materiel search stealth fighter
    """
    del units  # Texts are quoted as they are.
    with reading(db) as reader:
        rows = search_texts(reader, " ".join(text), limit)
    table = Table(
        ("system", "name", "kind", "found in", "text"),
        [[row["id"], row["name"], row["kind"], row["field"], row["text"]] for row in rows],
    )
    emit(Answer(rows, rows, [table]), output_format)
