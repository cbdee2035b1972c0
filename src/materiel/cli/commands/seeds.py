"""`materiel seeds`: seed records checked, loaded and formatted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from materiel.cli.options import DatabaseOption, FormatOption, OutputFormat, Units, UnitsOption
from materiel.cli.output import Answer, Lines, Table, emit
from materiel.database.location import locate
from materiel.errors import SeedError
from materiel.resources import seeds_dir

if TYPE_CHECKING:
    from materiel.seeds.convert import Flagged
    from materiel.seeds.files import SourceFile

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)

DirectoriesArgument = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[DIR...]", help="Seed folders that make one set; the seeds of this version if none."),
]


@app.callback()
def seeds() -> None:
    """Check, load and format seed records. Their format is described in seeds/README.md.

    Example: materiel seeds check seeds
    """


@app.command()
def check(
    directories: DirectoriesArgument = None,
    reviewed: Annotated[
        bool, typer.Option("--reviewed", help="List the sources that nobody has read a second time.")
    ] = False,
    flagged: Annotated[bool, typer.Option("--flagged", help="List the values that are not plausible.")] = False,
    output_format: FormatOption = OutputFormat.table,
    units: UnitsOption = Units.metric,
) -> None:
    """Check seed records, and report everything that is wrong in one run.

    Example: materiel seeds check seeds
    """
    from materiel.seeds.convert import check_seeds

    del units  # There is no quantity in the answer.
    found = check_seeds(directories or [seeds_dir()])
    unread = [source for source in found.seeds.sources if source.record.reviewed is None]
    if reviewed:
        emit(_unread_answer(unread), output_format)
        return
    if flagged:
        emit(_flagged_answer(found.flagged), output_format)
        return
    row = {
        "systems": len(found.seeds.known.equipment),
        "sources": found.sources,
        "reviewed": found.sources - len(unread),
        "statements": found.statements,
        "flagged": len(found.flagged),
    }
    emit(Answer(row, [row], [Table(list(row), [[str(value) for value in row.values()]])]), output_format)


def _unread_answer(sources: Sequence[SourceFile]) -> Answer:
    rows = [
        {
            "source": source.id,
            "publisher": source.record.publisher,
            "retrieved": source.record.retrieved.isoformat(),
            "statements": source.record.statement_count,
        }
        for source in sources
    ]
    names = ("source", "publisher", "retrieved", "statements")
    return Answer(rows, rows, [Table(names, [[str(row[name]) for name in names] for row in rows])])


def _flagged_answer(flagged: Sequence[Flagged]) -> Answer:
    rows = [
        {
            "system": found.claim["equipment_id"],
            "property": found.claim["property"],
            "value": found.claim["value"],
            "source": found.source,
            "sentence": found.sentence,
            "flag": found.claim["flag"],
            "resolution": found.claim["flag_resolution"],
        }
        for found in flagged
    ]
    items = [
        [
            f"{row['system']}, {row['property']}: {row['flag']}",
            f"{row['source']}, sentence {row['sentence']}",
            *([f"right: {row['resolution']}"] if row["resolution"] else []),
        ]
        for row in rows
    ]
    return Answer(rows, rows, [Lines(items)])


@app.command()
def load(
    directories: DirectoriesArgument = None,
    output_format: FormatOption = OutputFormat.table,
    units: UnitsOption = Units.metric,
    db: DatabaseOption = None,
) -> None:
    """Make the content of the database that of the seeds: in one transaction, again and again the same.

    Example: materiel seeds load seeds --db my.sqlite
    """
    from dataclasses import asdict

    from materiel.cli.progress import Progress
    from materiel.database.embedded import load_into

    del units  # There is no quantity in the answer.
    with Progress() as progress:
        report = load_into(locate(db), directories or [], progress)
    row = asdict(report)
    table = Table(("what", "value"), [[name, str(value)] for name, value in row.items()])
    emit(Answer(row, [row], [table]), output_format)


@app.command(name="format")
def format_command(
    directories: DirectoriesArgument = None,
    check: Annotated[bool, typer.Option("--check", help="Change nothing; fail if a file would change.")] = False,
    prune: Annotated[bool, typer.Option("--prune", help="Drop sentences that no statement rests on.")] = False,
) -> None:
    """Put seed files in canonical order and spacing.

    Example: materiel seeds format --check seeds
    """
    from materiel.seeds.format import format_directories

    changed = format_directories(directories or [seeds_dir()], write=not check, prune=prune)
    if check and changed:
        raise SeedError([f"{file}: is not in canonical form; `materiel seeds format` mends it" for file in changed])
    for file in changed:
        typer.echo(f"formatted {file}")
