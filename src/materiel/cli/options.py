"""Options that mean the same in every command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Annotated

import typer

from materiel.database.location import ENVIRONMENT_VARIABLE, locate
from materiel.database.reader import Reader, open_reader


class OutputFormat(StrEnum):
    """How an answer is written."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    tsv = "tsv"
    markdown = "markdown"
    html = "html"


class Units(StrEnum):
    """Which units an answer is in."""

    metric = "metric"
    imperial = "imperial"


def complete_name(incomplete: str) -> list[str]:
    """Complete the name of a system in a shell; without a database there is nothing to complete."""
    from materiel.catalog.names import complete
    from materiel.errors import MaterielError

    try:
        with reading(None) as reader:
            return complete(reader, incomplete)
    except (MaterielError, OSError):
        return []


FormatOption = Annotated[OutputFormat, typer.Option("--format", "-f", help="How to write the answer.")]
UnitsOption = Annotated[Units, typer.Option("--units", help="Units of the answer.")]
DatabaseOption = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="URL",
        help=f"Database: a path, sqlite:///path or postgresql://... [env: {ENVIRONMENT_VARIABLE}]",
    ),
]
NameArgument = Annotated[
    str, typer.Argument(metavar="NAME", help="A system by any of its names.", autocompletion=complete_name)
]
NamesArgument = Annotated[
    list[str],
    typer.Argument(metavar="NAME...", help="Systems by any of their names.", autocompletion=complete_name),
]


@contextmanager
def reading(address: str | None) -> Iterator[Reader]:
    """Open the database for reading; the embedded one is built or renewed first if need be."""
    location = locate(address)
    if location.embedded:
        from materiel.database.embedded import ensure_embedded

        ensure_embedded(location)
    with open_reader(location) as reader:
        yield reader
