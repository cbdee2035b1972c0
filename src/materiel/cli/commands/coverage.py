"""`materiel coverage`: what the database holds, and what it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

import typer

from materiel.catalog.coverage import coverage as find_coverage
from materiel.catalog.coverage import unmatched as find_unmatched
from materiel.cli.options import DatabaseOption, FormatOption, OutputFormat, Units, UnitsOption, reading
from materiel.cli.output import Answer, Table, emit

Row = dict[str, Any]

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_SHOWN = 15
"""Rows of a long list where people read; JSON has all of them."""


@app.command()
def coverage(
    unmatched: Annotated[
        bool,
        typer.Option(
            "--unmatched", help="Instead: what ingested articles name that looks like a system and matches none."
        ),
    ] = False,
    output_format: FormatOption = OutputFormat.table,
    units: UnitsOption = Units.metric,
    db: DatabaseOption = None,
) -> None:
    """Show what there is: systems by kind and country, properties filled, receipts by publisher and kind of source.

    A receipt is a statement with its sentence. A value is single-source if one publisher alone states it. jsonl, csv
    and tsv have a row for each figure.

    Example: materiel coverage --format json
    """
    del units  # There is no quantity in the answer.
    with reading(db) as reader:
        if unmatched:
            rows = find_unmatched(reader)
            answer = Answer(rows, [_flat(row) for row in rows], [_unmatched_table(rows)])
        else:
            found = find_coverage(reader)
            answer = Answer(found, list(_figures(found)), list(_tables(found)))
    emit(answer, output_format)


def _tables(found: Row) -> Iterator[Table]:
    totals = {name: value for name, value in found["totals"].items() if value is not None}
    yield Table(("what", "value"), [[_words(name), _text(value)] for name, value in totals.items()])
    names = ("kind", "systems", "statements_per_system", "single_source", "disputes")
    rows = [
        [*(_text(row[name]) for name in names), _share(row["cells_filled"], row["cells"])] for row in found["kinds"]
    ]
    headers = ("kind", "systems", "per system", "one source", "disputes", "filled")
    yield Table(headers, rows, heading="By kind: statements per system, values of one source, cells filled")
    yield _table(found["countries"], ("country", "made", "operated"), "By country: systems made, systems operated")
    filled = sorted(
        (row for row in found["properties"] if row["filled"]),
        key=lambda row: (-row["filled"], row["kind"], row["property"]),
    )
    yield _short(
        ("kind", "property", "systems with a value"),
        [[row["kind"], row["property"], _share(row["filled"], row["systems"])] for row in filled],
        "Properties filled",
    )
    receipts = ("sources", "receipts", "oldest", "newest")
    yield _table(found["source_kinds"], ("source_kind", *receipts), "Receipts by kind of source")
    yield _table(found["publishers"], ("publisher", *receipts), "Receipts by publisher")


def _table(rows: Iterable[Row], names: tuple[str, ...], heading: str) -> Table:
    return _short(tuple(map(_words, names)), [[_text(row[name]) for name in names] for row in rows], heading)


def _short(headers: tuple[str, ...], rows: list[list[str]], heading: str) -> Table:
    """Return the first rows of a table, and say how many there are."""
    if len(rows) > _SHOWN:
        heading = f"{heading} ({_SHOWN} of {len(rows):,}; --format json has all)"
    return Table(headers, rows[:_SHOWN], heading=heading)


def _share(part: int, whole: int) -> str:
    return f"{part:,} of {whole:,}"


def _unmatched_table(rows: list[Row]) -> Table:
    cells = [
        [row["token"], _text(row["times"]), _text(row["articles"]), "; ".join(map(_source, row["sources"]))]
        for row in rows
    ]
    return Table(("looks like a system", "times", "articles", "such as"), cells)


def _source(row: Row) -> str:
    known = [row["publisher"], row["published"]]
    return ", ".join(part for part in known if part) or str(row["title"] or row["url"] or row["file"])


def _flat(row: Row) -> Row:
    return {**row, "sources": [_source(source) for source in row["sources"]]}


def _figures(found: Row) -> Iterator[Row]:
    """Yield a row for each figure: of what, which, and the figure."""
    for name, value in found["totals"].items():
        yield {"of": "database", "which": "", "figure": name, "value": value}
    keys = {
        "kinds": ("kind",),
        "countries": ("country",),
        "properties": ("kind", "property"),
        "publishers": ("publisher_id",),
        "source_kinds": ("source_kind",),
        "systems": ("id",),
    }
    for group, names in keys.items():
        for row in found[group]:
            which = ".".join(row[name] for name in names)
            for figure, value in row.items():
                if figure not in names:
                    yield {"of": group, "which": which, "figure": figure, "value": value}


def _words(name: str) -> str:
    return name.replace("_", " ")


def _text(value: Any) -> str:
    return f"{value:,}" if isinstance(value, int | float) else str(value or "")
