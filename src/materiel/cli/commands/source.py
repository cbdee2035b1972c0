"""`materiel source`: sources, and what their sentences say."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated, Any

import typer

from materiel.catalog.sources import list_sources
from materiel.catalog.sources import source as one_source
from materiel.catalog.units import amount
from materiel.cli.copies import attached_answer, verified_answer
from materiel.cli.excerpt import excerpt
from materiel.cli.options import (
    DatabaseOption,
    FormatOption,
    OutputFormat,
    Units,
    UnitsOption,
    open_database,
    reading,
)
from materiel.cli.output import Answer, Lines, Table, emit
from materiel.cli.progress import Progress
from materiel.cli.receipts import sentence_lines
from materiel.errors import ArticlesError

Row = dict[str, Any]

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)

NOT_AS_READ = 1
"""Exit code if a sentence was not found as it was read."""

SourceArgument = Annotated[str, typer.Argument(metavar="SOURCE", help="Id of a source.")]


app.command()(excerpt)


@app.callback()
def sources() -> None:
    """List sources, show one with its sentences and what cites each, and hold copies of them against those.

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
    source: SourceArgument,
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
        [f"{name.replace('_', ' ')}: {document[name]}"]
        for name in (
            "publisher",
            "author",
            "published",
            "kind",
            "language",
            "rights",
            "scope",
            "retrieved",
            "reviewed",
            "reviewed_by",
            "grade",
            "note",
        )
        if document[name]
    ]
    blocks = [
        Lines([*facts, *_copy(document), [document["url"]]]),
        Lines([_sentence(row) for row in document["sentences"]], heading="Sentences"),
    ]
    emit(Answer(document, _records(document), blocks, f"{document['title']} ({document['id']})"), output_format)


@app.command()
def attach(
    source: SourceArgument,
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="Your copy: text, a web page, JSONL; - for standard input.")
    ],
    output_format: FormatOption = OutputFormat.table,
    units: UnitsOption = Units.metric,
    db: DatabaseOption = None,
) -> None:
    """Keep your copy of a source, so that its sentences are shown in full, and say how each was found in it.

    exact: its hash is there, at its place. moved: elsewhere. changed: its quotes stand, with other words around them.
    missing: all else. The text stays in your database: nothing exports it unless you ask for that. A copy that has
    none of the sentences is refused; attaching again replaces the copy. Of several articles the best copy is taken, and
    those that cannot be read are named at the end.

    Example: materiel source attach bloomberg-kim-jet-plant kim.txt
    """
    from materiel.library.attaching import attach as keep

    del units  # There is no quantity in the answer.
    with open_database(db) as (location, reader), Progress() as progress:
        copy, problems = keep(reader, location, source, file, progress)
    emit(attached_answer(copy, str(location)), output_format)
    if problems:
        raise ArticlesError(problems)


@app.command()
def detach(source: SourceArgument, db: DatabaseOption = None) -> None:
    """Remove your copy of a source from the database.

    Example: materiel source detach bloomberg-kim-jet-plant
    """
    from materiel.library.attaching import detach as remove

    with open_database(db) as (location, reader):
        remove(reader, location, source)
    typer.echo(f"{source}: the copy is removed from {location}")


@app.command()
def verify(
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="[SOURCE]...", help="Ids of sources; those that have a copy if none.")
    ] = None,
    *,
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="Folder or file with copies of sources.")],
    every: Annotated[bool, typer.Option("--all", help="Verify all sources: one without a copy fails.")] = False,
    output_format: FormatOption = OutputFormat.table,
    units: UnitsOption = Units.metric,
    db: DatabaseOption = None,
) -> None:
    """Hold the copies in a folder against the sources, and write nothing. Without SOURCE, those that have a copy there.

    A file is a copy of the source that it is named after (SOURCE.txt), a record of JSONL of that with its id or url;
    else an article is told by the sentences that it has of a source. The exit code is 0 if every sentence is exact or
    moved and every file could be read, else 1.

    Example: materiel source verify bloomberg-kim-jet-plant my-copies
    """
    from materiel.library.verifying import verify as hold

    del units  # There is no quantity in the answer.
    with reading(db) as reader, Progress() as progress:
        found = hold(reader, directory, sources or (), progress, every=every)
    emit(verified_answer(found.copies), output_format)
    if found.problems:
        raise ArticlesError(found.problems)
    if not all(copy.stands for copy in found.copies):
        raise typer.Exit(NOT_AS_READ)


def _copy(document: Row) -> list[list[str]]:
    """Return the line on the copy that is attached, if one is."""
    if document["attachment"] is None:
        return []
    results = Counter(row["attached"] or "not looked for: attach it again" for row in document["sentences"])
    counted = ", ".join(f"{count} {found}" for found, count in results.items())
    return [[f"your copy: {document['attachment']['file']} ({counted})"]]


def _sentence(row: Row) -> list[str]:
    kind = "" if row["kind"] == "sentence" else f", {row['kind']}"
    head, *changed = sentence_lines(row, row["text"])
    lines = [f"{row['ordinal']} (paragraph {row['paragraph']}{kind}){head}", *changed, f"sha256 {row['sha256']}"]
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
