"""`materiel draft`: seed records drafted from an article, for a person to review."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from materiel.cli.options import DatabaseOption, FormatOption, OutputFormat, Units, UnitsOption, reading
from materiel.cli.output import Answer, Table, emit, write_lines
from materiel.errors import ArticlesError
from materiel.text.printable import printable

if TYPE_CHECKING:
    from materiel.reading.drafts.record import Draft

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def draft(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Text, web page or JSONL; - is standard input.")],
    explain: Annotated[bool, typer.Option("--explain", help="Show the rule behind each statement instead.")] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="DIR", help="Write DIR/sources/ID.toml.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace files that are there already.")] = False,
    source_id: Annotated[str | None, typer.Option("--source-id", metavar="ID", help="Id of the source.")] = None,
    title: Annotated[str | None, typer.Option("--title", help="Title of the article.")] = None,
    publisher: Annotated[str | None, typer.Option("--publisher", help="An agent, by id or name.")] = None,
    url: Annotated[str | None, typer.Option("--url", help="Address of the article.")] = None,
    published: Annotated[str | None, typer.Option("--published", metavar="DATE", help="Day of publication.")] = None,
    kind: Annotated[str | None, typer.Option("--kind", help="Kind of source, such as 'news article'.")] = None,
    rights: Annotated[str | None, typer.Option("--rights", help="Such as 'all rights reserved'.")] = None,
    retrieved: Annotated[str | None, typer.Option("--retrieved", metavar="DATE", help="Day of reading.")] = None,
    output_format: FormatOption = OutputFormat.table,
    units: UnitsOption = Units.metric,
    db: DatabaseOption = None,
) -> None:
    """Draft the seed record of an article: what its sentences say of systems, read by rules.

    What is not understood is left out. What the file does not say of itself can be given with options; what
    is missing then stands in the comments at the head of the record. Of several articles, those that cannot be
    read are named at the end.

    A record is TOML: --format is that of --explain. Values stand as the source states them, whatever --units says.

    Example: materiel draft article.txt --publisher bloomberg --kind "news article"
    """
    from materiel.reading.drafts.dictionary import read_dictionary
    from materiel.reading.drafts.files import check_given, draft_all, read_all, single, write_drafts
    from materiel.reading.drafts.sources import Given

    del units
    given = Given(source_id, title, publisher, url, published, None, kind, rights, retrieved)
    check_given(given)
    articles, problems = read_all(file)
    if output is None and not explain:
        single(file, articles)
    with reading(db) as reader:
        dictionary = read_dictionary(reader)
    drafts, unread = draft_all(articles, given, dictionary)
    problems += unread
    if explain and drafts:
        _explain(drafts, output_format)
    elif output is not None:
        for path in write_drafts(output, drafts, force=force):
            typer.echo(f"wrote {printable(str(path))}")
    elif drafts:
        write_lines(drafts[0].text.rstrip("\n"))
    if problems:
        raise ArticlesError(problems)


def _explain(drafts: list[Draft], output_format: OutputFormat) -> None:
    from materiel.reading.drafts.explanation import explanation

    rows = [row for each in drafts for row in explanation(each)]
    cells = [
        [
            str(row["sentence"]),
            row["system"],
            row["value"],
            row["rule"],
            row["firmness"] + (f' ("{row["cue"]}")' if row["cue"] else ""),
            "; ".join(row["speakers"]),
        ]
        for row in rows
    ]
    table = Table(("sentence", "system", "says", "rule", "firmness", "speakers"), cells)
    emit(Answer(rows, rows, [table] if rows else []), output_format)
