"""`materiel check`: the proof that no fact stands without a receipt."""

from __future__ import annotations

import typer

from materiel.catalog.check import check as run_checks
from materiel.cli.options import DatabaseOption, FormatOption, OutputFormat, Units, UnitsOption, reading
from materiel.cli.output import Answer, Table, emit

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def check(
    output_format: FormatOption = OutputFormat.table,
    units: UnitsOption = Units.metric,
    db: DatabaseOption = None,
) -> None:
    """Prove that every cell has its receipt and that all else in the database is sound.

    The exit code is 1 if a check fails.

    Example: materiel check
    """
    del units  # There is no quantity in the answer.
    with reading(db) as reader:
        rows = run_checks(reader)
    table = Table(
        ("check", "result"),
        [[row["check"], "passed" if row["passed"] else "\n".join(row["problems"])] for row in rows],
    )
    emit(Answer(rows, rows, [table]), output_format)
    if not all(row["passed"] for row in rows):
        raise typer.Exit(1)
