"""`materiel ingest`: articles of one's own, read for what they name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from materiel.cli.options import DatabaseOption, FormatOption, OutputFormat, Units, UnitsOption, open_database
from materiel.cli.output import Answer, Lines, Table, emit
from materiel.cli.progress import Progress
from materiel.errors import ConditionError
from materiel.text.printable import printable

if TYPE_CHECKING:
    from materiel.library.ingesting import IngestReport

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_NAMED = 10
"""Duplicates that are named where people read."""


@app.command()
def ingest(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILES...",
            help="Plain text, web pages, JSONL with an article a line, folders of them; - is standard input.",
        ),
    ],
    keep_text: Annotated[
        bool, typer.Option("--keep-text", help="Store the sentences themselves, in this database only.")
    ] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes that read.")] = 1,
    encoding: Annotated[
        str | None, typer.Option("--encoding", metavar="NAME", help="Encoding of the files, where it is not found out.")
    ] = None,
    output_format: FormatOption = OutputFormat.table,
    units: UnitsOption = Units.metric,
    db: DatabaseOption = None,
) -> None:
    """Read articles of your own, and note in the database where they name which system.

    Of the sentences, only where they stand is stored, unless the article is in the public domain or --keep-text is
    given. A line of JSONL has "text", and perhaps "id", "url", "publisher", "published", "title" and "rights". Reading
    the same again changes nothing. What cannot be used is named at the end, and the exit code is then 1.

    Example: materiel ingest news/ archive.jsonl --jobs 2
    """
    del units  # There is no quantity in the answer.
    from materiel.library.ingesting import ingest as ingest_articles
    from materiel.reading.encoding import is_encoding

    if encoding is not None and not is_encoding(encoding):
        raise ConditionError(f"--encoding {encoding}: is no encoding; name one such as cp1251")
    with open_database(db) as (location, reader), Progress() as progress:
        report = ingest_articles(reader, location, files, progress, keep_text=keep_text, jobs=jobs, encoding=encoding)
    document = report.document()
    emit(Answer(document, [_record(document)], list(_blocks(report)), "Articles"), output_format)
    for problem in report.refused:
        typer.echo(f"materiel: {printable(problem)}", err=True)
    if report.refused:
        raise typer.Exit(1)


def _record(document: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in document.items() if isinstance(value, int)}


def _blocks(report: IngestReport) -> Iterator[Table | Lines]:
    document = _record(report.document())
    names = list(document)
    yield Table(names[:5], [[f"{document[name]:,}" for name in names[:5]]])
    yield Table(names[5:], [[f"{document[name]:,}" for name in names[5:]]], heading="Stored")
    others = {code: count for code, count in sorted(report.languages.items()) if code not in ("en", "unknown")}
    if others:
        listed = ", ".join(f"{code} {count:,}" for code, count in others.items())
        yield Lines([[f"Not in English (by ISO 639-1 code): {listed}. Mentions are found in them all the same."]])
    if report.same:
        more = report.document()["duplicate"] - _NAMED
        lines = [[f"{article}: the same text as {other}"] for article, other in report.same[:_NAMED]]
        yield Lines([*lines, *([[f"and {more:,} more"]] if more > 0 else [])], heading="Duplicates")
