"""`materiel schema`: the JSON Schemas of the JSON output."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from materiel.catalog.schemas import SCHEMAS, json_schema
from materiel.errors import NotInDatabaseError
from materiel.export.schema import EXPORT_SCHEMA

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def schema(
    command: Annotated[str | None, typer.Argument(metavar="[COMMAND]", help="A command, such as show.")] = None,
) -> None:
    """Print the JSON Schema of what a command gives with --format json, or those of all commands.

    Example: materiel schema show
    """
    schemas = {**{name: json_schema(name) for name in SCHEMAS}, "export": EXPORT_SCHEMA}
    if command is not None and command not in schemas:
        raise NotInDatabaseError(f"{command!r} has no JSON output of its own: {', '.join(schemas)}")
    found = schemas if command is None else schemas[command]
    typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
