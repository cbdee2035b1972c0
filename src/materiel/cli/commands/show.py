"""`materiel show`: systems, each whole."""

from __future__ import annotations

from typing import Any

import typer

from materiel.catalog.sheet import sheet
from materiel.catalog.units import amount
from materiel.cli.options import (
    DatabaseOption,
    FormatOption,
    NamesArgument,
    OutputFormat,
    Units,
    UnitsOption,
    reading,
)
from materiel.cli.output import Answer, Lines, Table, emit
from materiel.cli.receipts import numbers, receipt_lines

Row = dict[str, Any]

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def show(
    names: NamesArgument,
    output_format: FormatOption = OutputFormat.table,
    units: UnitsOption = Units.metric,
    db: DatabaseOption = None,
) -> None:
    """Show systems with their receipts.

    Names, specification, holdings, transfers, relations, events; then what is alleged, planned, speculated
    or denied; then disputes; then the numbered receipts.

    Example: materiel show su-57 "MiG-29"
    """
    with reading(db) as reader:
        sheets = [sheet(reader, name, units.value) for name in names]
    if output_format in (OutputFormat.table, OutputFormat.markdown, OutputFormat.html):
        for number, document in enumerate(sheets):
            if number and output_format is OutputFormat.table:
                typer.echo()
            emit(_answer([document]), output_format)
    else:
        emit(_answer(sheets), output_format)


def _answer(sheets: list[Row]) -> Answer:
    records = [record for document in sheets for record in _records(document)]
    blocks = [block for document in sheets for block in _blocks(document)]
    titles = [f"{document['name']} ({document['id']})" for document in sheets]
    return Answer(sheets, records, blocks, titles[0] if titles else None)


_SECTIONS = ("names", "holdings", "transfers", "relations", "events")


def _records(document: Row) -> list[Row]:
    """Return one flat record for each fact of the sheet."""
    sections = {
        **{name: [(row, _described(name, row)) for row in document[name]] for name in _SECTIONS},
        "specification": [(row, (row["property"], row["value"])) for row in document["specification"]],
        "unestablished": [(row, (row["property"], row["value"])) for row in document["unestablished"]],
        "flagged": [(row, (row["property"], row["value"])) for row in document["flagged"]],
    }
    links = {receipt["number"]: receipt["link"] for receipt in document["receipts"]}
    return [
        {
            "equipment_id": document["id"],
            "section": section,
            "property": name,
            "value": value,
            "unit": row.get("unit"),
            "qualifier": row.get("details", row.get("qualifier")),
            "firmness": row.get("firmness"),
            "disputed": row.get("disputed"),
            "receipts": [links[number] for number in row["receipts"]],
        }
        for section, rows in sections.items()
        for row, (name, value) in rows
    ]


def _described(section: str, row: Row) -> tuple[str, str]:
    """Return what a row of a section states, and its value, in words."""
    if section == "names":
        return row["scheme"], row["name"]
    if section == "holdings":
        return row["status"], _joined(row["operator"], row["service"], row["quantity"], _period(row))
    if section == "transfers":
        parties = f"{row['supplier'] or 'unnamed supplier'} to {row['recipient'] or 'unnamed recipient'}"
        return row["stage"], _joined(parties, row["quantity"], row["date"])
    if section == "relations":
        return row["type"], row["target"]
    return row["type"], _joined(row["date"], row["place"], row["outcome"])


def _period(row: Row) -> str:
    words = (("since", row["since"]), ("until", row["until"]), ("as of", row["as_of"]))
    return " ".join(f"{word} {day}" for word, day in words if day)


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _blocks(document: Row) -> list[Table | Lines]:
    return [
        _identity(document),
        _fact_table("Names", "names", document),
        Table(
            ("property", "value", "claims", "receipts"),
            [_specification_row(row) for row in document["specification"]],
            heading="Specification",
        ),
        _fact_table("Holdings", "holdings", document),
        _fact_table("Transfers", "transfers", document),
        _fact_table("Relations", "relations", document),
        _fact_table("Events", "events", document),
        Table(
            ("how firmly", "what", "value", "said by", "receipts"),
            [_doubtful_row(row) for row in document["unestablished"]],
            heading="Alleged, planned, speculated or denied",
        ),
        Table(
            ("what", "value", "why not adopted", "receipts"),
            [[row["property"], amount(row), row["flag"], numbers(row["receipts"])] for row in document["flagged"]],
            heading="Not plausible, kept as stated",
        ),
        Table(
            ("what", "values that exclude each other"),
            _dispute_rows(document["disputes"]),
            heading="Disputes",
        ),
        receipt_lines(document["receipts"]),
    ]


def _identity(document: Row) -> Lines:
    line = f"{document['category']}, {document['kind'].replace('_', ' ')}, {document['level']}"
    if document["family"]:
        line += f" of {document['family']}"
    items = [[line]]
    if document["description"]:
        items.append([document["description"]])
    if document["members"]:
        items.append(["members: " + ", ".join(f"{row['name']} ({row['id']})" for row in document["members"])])
    return Lines(items)


def _fact_table(heading: str, section: str, document: Row) -> Table:
    rows = [[*_described(section, row), numbers(row["receipts"])] for row in document[section]]
    return Table(("what", "value", "receipts"), rows, heading=heading)


def _specification_row(row: Row) -> list[str]:
    qualifiers = "; ".join(part for part in (row["details"],) if part)
    value = amount(row) + (f" ({qualifiers})" if qualifiers else "")
    support = f"{row['claims']}" + (", disputed" if row["disputed"] else "")
    return [row["label"], value, support, numbers(row["receipts"])]


def _doubtful_row(row: Row) -> list[str]:
    what = row["property"] if row["statement"] == "claim" else f"{row['statement']}: {row['property']}"
    return [row["firmness"], what, amount(row), row["attribution"], numbers(row["receipts"])]


def _dispute_rows(disputes: list[Row]) -> list[list[str]]:
    """Return one row for each thing in dispute, with every value that takes part; pairs are in the JSON."""
    found: dict[str, dict[tuple[str, bool], list[int]]] = {}
    for row in disputes:
        what = row["property"] if row["statement"] == "claim" else f"{row['statement']}: {row['property']}"
        what += f", {row['qualifier']}" if row["qualifier"] else ""
        for side in (row["a"], row["b"]):
            key = (amount(side), side["firmness"] == "denied")
            cited = found.setdefault(what, {}).setdefault(key, [])
            if side["receipt"] not in cited:
                cited.append(side["receipt"])
    return [
        [what, "\n".join(_dispute_side(*key, cited) for key, cited in values.items())] for what, values in found.items()
    ]


def _dispute_side(value: str, denied: bool, cited: list[int]) -> str:
    return f"{'denied: ' if denied else ''}{value} {numbers(sorted(cited))}"
