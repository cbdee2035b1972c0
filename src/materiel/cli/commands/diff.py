"""`materiel diff`: what changed between two databases, seed folders or releases."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from materiel.cli.commands.export import Receipts, ReceiptsOption
from materiel.cli.options import FormatOption, OutputFormat, Units, UnitsOption
from materiel.cli.output import Answer, Lines, Table, emit, write_lines
from materiel.cli.progress import Progress
from materiel.errors import MaterielError

if TYPE_CHECKING:
    from materiel.changes.comparison import Comparison
    from materiel.changes.entries import Entry, Receipt

app = typer.Typer(rich_markup_mode=None, add_completion=False)

CHANGED = 1
"""Exit code, where it is asked for, if anything changed, as that of diff(1)."""

TROUBLE = 2
"""Exit code, where it is asked for, if the sides could not be compared."""


class Section(StrEnum):
    """The sections of `materiel.changes.comparison`, written again: that loads SQLAlchemy. A test holds them to it."""

    systems = "systems"
    statements = "statements"
    values = "values"
    disputes = "disputes"
    sources = "sources"


SideArgument = "A database (file or address), a folder of seeds, a full export, a wheel; or a word: embedded, seeds."


@app.command()
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help=SideArgument)],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The same, for what it became.")],
    only: Annotated[
        list[Section] | None, typer.Option("--only", help="Compare only these; can be given again.")
    ] = None,
    output_format: FormatOption = OutputFormat.table,
    units: UnitsOption = Units.metric,
    patch: Annotated[
        Path | None, typer.Option("--patch", metavar="FILE", help="Write a patch too, for `materiel push --patch`.")
    ] = None,
    receipts: ReceiptsOption = Receipts.short,
    force: Annotated[bool, typer.Option("--force", help="Replace the file of the patch.")] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 if anything changed, and with 2 on trouble.")
    ] = False,
) -> None:
    """Show what changed: systems, statements, adopted values, disputes and sources, with their receipts.

    `embedded` is the database in your data directory, `seeds` are those of this version. Neither side is changed.
    With --format markdown the answer is fit for the notes of a release.

    Example: materiel diff old.sqlite embedded --format markdown
    """
    try:
        found = _compared(old, new, [section.value for section in only or Section], units.value, patch, receipts, force)
    except MaterielError as error:
        if exit_code:
            error.exit_code = TROUBLE
        raise
    _show(found, output_format)
    if exit_code and found.changed:
        raise typer.Exit(CHANGED)


def _compared(
    old: str, new: str, sections: list[str], units: str, patch: Path | None, receipts: Receipts, force: bool
) -> Comparison:
    from materiel.changes.comparison import compare
    from materiel.changes.patch import write_patch
    from materiel.changes.sides import open_side
    from materiel.export.tables import Level
    from materiel.export.target import new_file

    with Progress() as progress, open_side(old, progress) as before, open_side(new, progress) as after:
        if patch is not None:
            with new_file(patch, force=force) as file:
                write_patch(file, before, after, Level(receipts.value), progress)
        return compare(before, after, sections, units, progress)


def _show(found: Comparison, output_format: OutputFormat) -> None:
    from materiel.changes.entries import counts, sections
    from materiel.changes.flat import flat_records
    from materiel.changes.notes import notes
    from materiel.changes.records import WAYS

    if output_format is OutputFormat.markdown:
        write_lines(notes(found))
        return
    people = output_format in (OutputFormat.table, OutputFormat.html)
    blocks: list[Table | Lines] = [Lines([[f"old: {found.old['name']}"], [f"new: {found.new['name']}"]])]
    if not found.changed:
        blocks.append(Lines([["nothing changed"]]))
    elif people:
        blocks.append(Table(("", *WAYS), counts(found)))
        blocks += [Lines([_item(entry) for entry in entries], heading) for heading, entries in sections(found)]
    records = [] if people or output_format is OutputFormat.json else list(flat_records(found))
    emit(Answer(found.document, records, blocks), output_format)


def _item(entry: Entry) -> list[str]:
    facts = [(f", {what}: " if what else ": ") + words for what, words in entry.facts]
    lines = [f"{entry.change}: {entry.name}{''.join(facts)}"]
    for line in entry.lines:
        lines += _line(line)
    return lines


def _line(line: str | Receipt) -> list[str]:
    if isinstance(line, str):
        return [line]
    return [f"{line.before}{line.source}{line.after}", line.link]
