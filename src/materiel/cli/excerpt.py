"""`materiel source excerpt`: an excerpt becomes a source record with located sentences."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from materiel.cli.options import FormatOption, OutputFormat, Units, UnitsOption
from materiel.cli.output import Answer, Lines, emit
from materiel.errors import ConditionError, TextError

if TYPE_CHECKING:
    from materiel.seeds.excerpt import NewSource

DEFAULT_SEEDS = Path("seeds")


def excerpt(
    source_id: Annotated[str, typer.Option("--id", help="Id of the new source, such as janes-2024-su-57.")],
    url: Annotated[str, typer.Option("--url", help="Address of the page.")],
    title: Annotated[str, typer.Option("--title", help="Title as published.")],
    publisher: Annotated[str, typer.Option("--publisher", metavar="AGENT", help="Id of the agent that published it.")],
    kind: Annotated[str, typer.Option("--kind", help='Kind of source, such as "news article".')],
    published: Annotated[str | None, typer.Option("--published", metavar="DATE", help="Date of publication.")] = None,
    author: Annotated[str | None, typer.Option("--author", help="Author as named on the page.")] = None,
    language: Annotated[str | None, typer.Option("--language", help="ISO 639-1 code; told from the text.")] = None,
    rights: Annotated[str, typer.Option("--rights", help="Rights in the text.")] = "all rights reserved",
    retrieved: Annotated[str | None, typer.Option("--retrieved", metavar="DAY", help="Day of reading; today.")] = None,
    sentences: Annotated[
        str | None, typer.Option("--sentences", metavar="N,N", help="Numbers of the sentences to record; all.")
    ] = None,
    new_publisher: Annotated[
        str | None, typer.Option("--new-publisher", metavar="NAME", help="Make the publisher, with this name.")
    ] = None,
    publisher_country: Annotated[
        str | None, typer.Option("--publisher-country", metavar="COUNTRY", help="Country of the new publisher.")
    ] = None,
    seeds: Annotated[Path, typer.Option("--seeds", metavar="DIR", help="Seed folder to write to.")] = DEFAULT_SEEDS,
    keep: Annotated[
        Path | None, typer.Option("--keep", metavar="DIR", help="Where the excerpt is kept; your data directory.")
    ] = None,
    output_format: FormatOption = OutputFormat.table,
    units: UnitsOption = Units.metric,
) -> None:
    """Make a source record from an excerpt on standard input: every sentence is located, none is copied.

    The excerpt is kept outside the seeds, for whoever checks the record. What the sentences say is yours to add.

    Example: materiel source excerpt --id herald-an-2 --url https://example.org/an-2 --title "An old biplane"
    --publisher example-herald --kind "news article" < excerpt.txt
    """
    from materiel.database.location import embedded_path
    from materiel.resources import seeds_dir
    from materiel.seeds.excerpt import new_source

    del units  # There is no quantity in the answer.
    about = {
        "title": title,
        "publisher": publisher,
        "author": author,
        "published": published,
        "url": url,
        "language": language,
        "kind": kind,
        "rights": rights,
        "retrieved": _day(retrieved),
        "scope": "excerpt",
    }
    if publisher_country is not None and new_publisher is None:
        raise ConditionError("--publisher-country goes with --new-publisher")
    made = new_source(
        seeds,
        source_id,
        _standard_input(),
        _given(about),
        keep=embedded_path().parent / "excerpts" if keep is None else keep,
        agents=[seeds_dir()],
        new_publisher=None
        if new_publisher is None
        else _given({"name": new_publisher, "kind": "publisher", "country": publisher_country}),
        wanted=_numbers(sentences),
    )
    emit(_answer(made), output_format)


def _given(keys: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in keys.items() if value is not None}


def _standard_input() -> str:
    from materiel.reading.encoding import decode

    if sys.stdin.isatty():
        raise TextError("the excerpt is read from standard input: materiel source excerpt ... < excerpt.txt")
    try:
        return decode(sys.stdin.buffer.read())
    except TextError as error:
        raise TextError(f"standard input: {error}") from None


def _day(text: str | None) -> Any:
    from datetime import date

    try:
        return date.today() if text is None else date.fromisoformat(text)
    except ValueError:
        raise ConditionError(f"--retrieved {text}: is no day, written as 2026-11-24") from None


def _numbers(text: str | None) -> list[int]:
    try:
        return [] if text is None else [int(number) for number in text.split(",")]
    except ValueError:
        raise ConditionError(f"--sentences {text}: write numbers with commas, such as 2,5") from None


def _answer(made: NewSource) -> Answer:
    rows = [
        {"ordinal": found.ordinal, "paragraph": found.paragraph, "kind": found.kind, "text": found.text}
        for found in made.sentences
    ]
    furniture = [found.text for found in made.document.furniture]
    document = {
        "id": made.id,
        "file": str(made.file),
        "kept": str(made.kept),
        "sentences": rows,
        "furniture": furniture,
    }
    blocks = [
        Lines([[f"written to {made.file}"], [f"excerpt kept in {made.kept}"]]),
        Lines([[f"{row['ordinal']} (paragraph {row['paragraph']}, {row['kind']}): {row['text']}"] for row in rows]),
    ]
    if furniture:
        blocks.append(Lines([[text] for text in furniture], heading="Left out as page furniture"))
    return Answer(document, rows, blocks, made.id)
