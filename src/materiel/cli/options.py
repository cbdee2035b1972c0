"""Options that mean the same in every command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Annotated

import typer

from materiel.database.location import ENVIRONMENT_VARIABLE, Location, locate
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
KINDS = (
    "air_defence",
    "aircraft",
    "armoured_vehicle",
    "artillery",
    "mixed",
    "munition",
    "spacecraft",
    "submarine",
    "surface_ship",
    "vehicle",
)
"""The kinds of the vocabulary, written again: it loads the models. A test holds them to it."""

KindOption = Annotated[str | None, typer.Option("--kind", help=f"One of: {', '.join(KINDS)}.")]
CategoryOption = Annotated[str | None, typer.Option("--category", help="Category, such as fighter.")]
OperatorOption = Annotated[str | None, typer.Option("--operator", help="Operator, such as north-korea.")]
CountryOption = Annotated[str | None, typer.Option("--country", help="Country of origin.")]
InServiceOption = Annotated[
    str | None, typer.Option("--in-service", metavar="YEAR", help="In service with an operator in that year.")
]
WhereOption = Annotated[
    list[str] | None,
    typer.Option("--where", "-w", metavar="CONDITION", help='Such as "max_speed_kmh > 2000"; can be given again.'),
]
NameArgument = Annotated[
    str, typer.Argument(metavar="NAME", help="A system by any of its names.", autocompletion=complete_name)
]
NamesArgument = Annotated[
    list[str],
    typer.Argument(metavar="NAME...", help="Systems by any of their names.", autocompletion=complete_name),
]


@contextmanager
def open_database(address: str | None) -> Iterator[tuple[Location, Reader]]:
    """Open the database for reading; the embedded one is built or renewed first if need be."""
    location = locate(address)
    if location.embedded:
        from materiel.database.embedded import ensure_embedded

        ensure_embedded(location)
    with open_reader(location) as reader:
        yield location, reader


@contextmanager
def reading(address: str | None) -> Iterator[Reader]:
    """Open the database for reading, where its location does not matter."""
    with open_database(address) as (_, reader):
        yield reader


def selected_systems(
    reader: Reader,
    kind: str | None,
    category: str | None,
    operator: str | None,
    country: str | None,
    in_service: str | None,
    where: list[str],
) -> list[str] | None:
    """Return the ids of the systems that fit the conditions of `list`; None if there is no condition.

    Raises `ConditionError` if none fits.
    """
    from materiel.catalog.listing import Filters, list_systems
    from materiel.errors import ConditionError

    if not (kind or category or operator or country or in_service or where):
        return None
    found = list_systems(reader, Filters(kind, category, operator, country, in_service, where))
    if not found:
        raise ConditionError("no system fits these conditions")
    return [str(row["id"]) for row in found]
