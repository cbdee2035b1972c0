"""`materiel source`: sources, and what their sentences say."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from materiel.catalog.sources import list_sources
from materiel.catalog.sources import source as one_source
from materiel.catalog.units import amount
from materiel.cli.excerpt import excerpt
from materiel.cli.options import DatabaseOption, FormatOption, OutputFormat, Units, UnitsOption, reading
from materiel.cli.output import Answer, Lines, Table, emit

Row = dict[str, Any]

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)


app.command()(excerpt)


@app.callback()
def sources() -> None:
    """List sources, or show one with its sentences and what cites each.

    Example: materiel source show bloomberg-kim-jet-plant
    """


@app.command(name="list")
def list_command(
    output_format: FormatOption = OutputFormat.table,
    units: UnitsOption = Units.metric,
    db: DatabaseOption = None,
) -> None:
    """List all sources.

    Example: materiel source list --format csv
    """
    del units  # There is no quantity in the answer.
    with reading(db) as reader:
        rows = list_sources(reader)
    columns = ("id", "publisher", "published", "kind", "statements")
    table = Table(columns, [["" if row[name] is None else str(row[name]) for name in columns] for row in rows])
    emit(Answer(rows, rows, [table]), output_format)


@app.command()
def show(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="Id of a source.")],
    output_format: FormatOption = OutputFormat.table,
    units: UnitsOption = Units.metric,
    db: DatabaseOption = None,
) -> None:
    """Show a source: each sentence with its first and last words, and what cites it.

    Example: materiel source show bloomberg-kim-jet-plant
    """
    with reading(db) as reader:
        document = one_source(reader, source, units.value)
    facts = [
        [f"{name}: {document[name]}"]
        for name in (
            "publisher",
            "author",
            "published",
            "kind",
            "language",
            "rights",
            "scope",
            "retrieved",
            "grade",
            "note",
        )
        if document[name]
    ]
    blocks = [
        Lines([*facts, [document["url"]]]),
        Lines([_sentence(row) for row in document["sentences"]], heading="Sentences"),
    ]
    emit(Answer(document, _records(document), blocks, f"{document['title']} ({document['id']})"), output_format)


def _sentence(row: Row) -> list[str]:
    kind = "" if row["kind"] == "sentence" else f", {row['kind']}"
    words = row["text"] or f"{row['starts']} \u2026 {row['ends']}"
    lines = [f"{row['ordinal']} (paragraph {row['paragraph']}{kind}): {words}", f"sha256 {row['sha256']}"]
    lines += [_statement(statement) for statement in row["statements"]]
    if row["mentions"]:
        named = dict.fromkeys(f"{mention['name']} ({mention['equipment_id']})" for mention in row["mentions"])
        lines.append(f"names: {', '.join(named)}")
    if not row["statements"]:
        lines.append("(nothing is cited from it)")
    return lines


def _statement(row: Row) -> str:
    what = row["property"] if row["statement"] == "claim" else f"{row['statement']}, {row['property']}"
    qualifier = f"; {row['qualifier']}" if row["qualifier"] else ""
    return f"\u2192 {row['equipment_id']}: {what}: {amount(row)}{qualifier} ({row['firmness']} by {row['attribution']})"


def _records(document: Row) -> list[Row]:
    """Return a flat record for each statement, and one for each sentence that nothing is cited from."""
    records = []
    for sentence in document["sentences"]:
        place = {
            "source_id": document["id"],
            **{name: sentence[name] for name in ("ordinal", "paragraph", "kind", "sha256", "starts", "ends")},
        }
        records += [{**place, **statement} for statement in sentence["statements"]] or [place]
    return records
