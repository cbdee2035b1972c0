"""`materiel db`: the database itself."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from materiel.cli.options import DatabaseOption, FormatOption, OutputFormat, Units, UnitsOption
from materiel.cli.output import Answer, Table, emit
from materiel.database.location import Location, locate
from materiel.errors import DatabaseError

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)


@app.callback()
def database() -> None:
    """Make, upgrade and find the database.

    Example: materiel db status
    """


@app.command()
def init(db: DatabaseOption = None) -> None:
    """Make a database and load the seeds that come with this version.

    Example: materiel db init --db my.sqlite
    """
    from materiel.cli.progress import Progress
    from materiel.database import embedded
    from materiel.resources import seeds_dir
    from materiel.seeds.load import load_directories

    location = locate(db)
    if _is_made(location):
        raise DatabaseError(f"{location}: there is a database already; `materiel seeds load` renews its content")
    if location.embedded:
        embedded.ensure_embedded(location)
    else:
        with Progress() as progress:
            load_directories(location, [seeds_dir()], progress)
    typer.echo(str(location))


@app.command()
def restore(
    export: Annotated[Path, typer.Argument(metavar="EXPORT", help="A folder or SQLite file that was exported.")],
    db: DatabaseOption = None,
) -> None:
    """Build a database from an export that was made with --receipts full: csv, jsonl, parquet, datapackage, sqlite.

    Example: materiel db restore my-export --db my.sqlite
    """
    from materiel.cli.progress import Progress
    from materiel.export.restore import restore as build

    location = locate(db)
    if _is_made(location):
        raise DatabaseError(f"{location}: there is a database already, and it is kept; name a new one with --db")
    if location.embedded and location.path is not None:
        location.path.parent.mkdir(parents=True, exist_ok=True)
    with Progress() as progress:
        build(export, location, progress)
    typer.echo(str(location))


@app.command()
def upgrade(db: DatabaseOption = None) -> None:
    """Bring the schema of a database up to this version; its content stays.

    Example: materiel db upgrade --db my.sqlite
    """
    from materiel.database import schema
    from materiel.database.engine import writing
    from materiel.seeds.load import prepare_schema
    from materiel.seeds.search import refresh_search

    location = _existing(locate(db))
    # In bulk: a table that others refer to may be made anew, and all references are proved at the end.
    with writing(location, bulk=True) as connection:
        before = schema.current(connection)
        if before is None:
            raise DatabaseError(f"{location}: is no materiel database; `materiel db init` makes one")
        prepare_schema(connection)
        refresh_search(connection)
    typer.echo(f"{location}: schema {before} -> {schema.HEAD}")


@app.command()
def status(
    output_format: FormatOption = OutputFormat.table,
    units: UnitsOption = Units.metric,
    db: DatabaseOption = None,
) -> None:
    """Say which database is used, its schema, how it was built, and how much it holds.

    Example: materiel db status
    """
    from materiel.catalog.status import status as describe

    del units  # There is no quantity in the answer.
    row = describe(locate(db))
    table = Table(("what", "value"), [[name, "" if value is None else str(value)] for name, value in row.items()])
    emit(Answer(row, [row], [table]), output_format)


@app.command()
def path(db: DatabaseOption = None) -> None:
    """Print where the database is.

    Example: sqlite3 "$(materiel db path)"
    """
    typer.echo(str(locate(db)))


def _is_made(location: Location) -> bool:
    if location.path is not None:
        return location.path.exists() and location.path.stat().st_size > 0
    from materiel.database import schema
    from materiel.database.server import read_only_connection

    with read_only_connection(location) as connection:
        return schema.current(connection) is not None


def _existing(location: Location) -> Location:
    if location.path is not None and not location.path.exists():
        raise DatabaseError(f"{location}: there is no database here; `materiel db init` makes one")
    return location
