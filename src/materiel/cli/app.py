"""The `materiel` command: its subcommands are imported when they are called, so that each starts fast."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from materiel.errors import MaterielError
from materiel.text.printable import printable

COMMANDS = {
    "show": "Show systems with their receipts.",
    "compare": "Compare systems side by side.",
    "list": "List systems that fit conditions.",
    "search": "Search names, descriptions and quotes.",
    "cite": "Show every claim on a property, and why one is adopted.",
    "disputes": "Show what sources disagree on.",
    "source": "List sources, or show one with its sentences.",
    "ingest": "Read articles of your own for the systems they name.",
    "mentions": "List where a system is named, by date.",
    "coverage": "Show what the database holds, and what it lacks.",
    "sql": "Run a read-only SQL query.",
    "check": "Prove that no fact stands without a receipt.",
    "dictionary": "Describe properties, tables and columns.",
    "schema": "Print the JSON Schemas of the JSON output.",
    "export": "Write the data in the format that others need.",
    "push": "Seed another application's database.",
    "diff": "Show what changed between two databases, seed folders or releases.",
    "draft": "Draft the seed record of an article, for review.",
    "seeds": "Check, load and format seed records.",
    "db": "Make, upgrade and find the database.",
}
"""Subcommands in the order of the help, each in the module of `materiel.cli.commands` of its name."""


class LazyGroup(TyperGroup):
    """A group that imports the module of a subcommand only when the subcommand is wanted."""

    def list_commands(self, _ctx: Any) -> list[str]:
        """Return the names of the subcommands."""
        return list(COMMANDS)

    def get_command(self, _ctx: Any, cmd_name: str) -> Any:
        """Import a subcommand; None if there is none of this name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"materiel.cli.commands.{cmd_name}")
        command = get_command(module.app)
        command.name = cmd_name
        return command

    def format_commands(self, _ctx: Any, formatter: Any) -> None:
        """Write the list of subcommands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


app = typer.Typer(
    cls=LazyGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=True,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from materiel import __version__

        typer.echo(f"materiel {__version__}")
        raise typer.Exit


@app.callback()
def materiel(
    version: bool = typer.Option(False, "--version", help="Print the version.", callback=_print_version, is_eager=True),
) -> None:
    """Military equipment reference data in which every fact has a receipt.

    Example: materiel show su-57
    """


def main() -> None:
    """Run the command line. Errors of ours become one line on standard error and an exit code."""
    if sys.stdout is None:
        print("materiel: standard output is closed", file=sys.stderr)
        sys.exit(1)
    if isinstance(sys.stdout, TextIOWrapper):
        # What the terminal's encoding does not have is written as an escape; an answer is no reason to fail.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        app(prog_name="materiel")
    except MaterielError as error:
        for line in error.lines:
            print(f"materiel: {printable(line)}", file=sys.stderr)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        _leave_closed_pipe()
    except OSError as error:
        named = f"{error.filename}: " if error.filename else ""
        print(f"materiel: {printable(f'{named}{error.strerror or error}')}", file=sys.stderr)
        sys.exit(1)
    finally:
        _flush()


def _flush() -> None:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _leave_closed_pipe()
    except OSError as error:
        _silence_stdout()
        print(f"materiel: standard output: {error.strerror}", file=sys.stderr)
        sys.exit(1)


def _leave_closed_pipe() -> None:
    """End quietly when nobody reads our output any more (`| head`), as other programs do."""
    _silence_stdout()
    sys.exit(141)  # 128 + SIGPIPE


def _silence_stdout() -> None:
    # What is still in the buffer would fail again when the interpreter ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
