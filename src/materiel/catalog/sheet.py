"""One system, whole: names, specification, holdings, transfers, relations, doubts, disputes, receipts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from materiel.catalog import queries
from materiel.catalog.names import resolve
from materiel.catalog.receipts import Receipts
from materiel.catalog.units import in_units
from materiel.database.reader import Reader

Row = dict[str, Any]

ESTABLISHED = ("asserted", "reported", "assessed")
"""Firmness of what is shown as fact; the rest is shown apart."""

_MERGED = {
    "names": (queries.DESIGNATIONS, ("name", "scheme", "language")),
    "holdings": (
        queries.HOLDINGS,
        (
            "operator_id",
            "operator",
            "service",
            "quantity",
            "quantity_low",
            "quantity_high",
            "since",
            "until",
            "as_of",
            "status",
        ),
    ),
    "transfers": (
        queries.TRANSFERS,
        (
            "supplier_id",
            "supplier",
            "recipient_id",
            "recipient",
            "quantity",
            "quantity_low",
            "quantity_high",
            "date",
            "stage",
        ),
    ),
    "relations": (queries.RELATIONS, ("type", "target", "system_id", "agent_id")),
    "events": (queries.EVENTS, ("type", "date", "place", "outcome")),
}
"""Sections whose rows are merged where several sentences state the same: query, and what makes them the same."""


def sheet(reader: Reader, name: str, units: str = "metric") -> Row:
    """Return everything that is known of the system called `name`, with numbered receipts.

    Raises `NameNotFoundError` and `AmbiguousNameError`.
    """
    equipment_id = resolve(reader, name)
    receipts = Receipts()
    statements = {row["statement_id"]: row for row in reader.rows(queries.RECEIPTS, id=equipment_id)}
    document: Row = dict(reader.rows(queries.EQUIPMENT, id=equipment_id)[0])
    document["members"] = reader.rows(queries.MEMBERS, id=equipment_id)
    for section, (query, columns) in _MERGED.items():
        document[section] = _merged(reader.rows(query, id=equipment_id), columns, statements, receipts)
        if section == "names":
            document["specification"] = specification(reader, equipment_id, statements, receipts, units)
    document["unestablished"] = _unestablished(statements.values(), receipts, units)
    document["flagged"] = _flagged(statements.values(), receipts, units)
    document["disputes"] = _disputes(reader, equipment_id, statements, receipts, units)
    document["receipts"] = receipts.rows
    return document


def _merged(rows: list[Row], columns: tuple[str, ...], statements: dict[str, Row], receipts: Receipts) -> list[Row]:
    groups: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in rows:
        statement = statements[row["evidence_id"]]
        if statement["firmness"] in ESTABLISHED:
            groups[tuple(row[name] for name in columns)].append(statement)
    return [
        {**dict(zip(columns, key, strict=True)), "receipts": receipts.cite_all(found)} for key, found in groups.items()
    ]


def specification(
    reader: Reader, equipment_id: str, statements: dict[str, Row], receipts: Receipts, units: str
) -> list[Row]:
    """Return the adopted values of a system, each with the receipts of all claims that can be adopted.

    `statements` are the rows of the view `receipts` for the system, by their id.
    """
    claims: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for statement in statements.values():
        if statement["statement"] == "claim" and statement["firmness"] in ESTABLISHED:
            claims[statement["property"], statement["condition"]].append(statement)
    rows = []
    for found in reader.rows(queries.SPECIFICATION, id=equipment_id):
        if found["adopted_claim_id"] is not None:
            cited = claims[found["property"], found["qualifier"]]
            rows.append(_specification_row(in_units(found, units), cited, receipts))
    return rows


def _specification_row(found: Row, claims: list[Row], receipts: Receipts) -> Row:
    adopted = [claim for claim in claims if claim["statement_id"] == found["adopted_claim_id"]]
    others = [claim for claim in claims if claim["statement_id"] != found["adopted_claim_id"]]
    columns = ("property", "label", "qualifier", "value", "value_low", "value_high", "unit")
    row = {name: found[name] for name in columns}
    row["as_stated"] = adopted[0]["as_stated"]
    row["details"] = adopted[0]["qualifier"] or ""
    row.update({name: found[name] for name in ("claims", "publishers", "disputed")})
    row["receipts"] = receipts.cite_all(adopted + others)
    return row


_STATED = ("statement", "property", "value", "unit", "as_stated", "qualifier", "firmness", "attribution")


def _unestablished(statements: Iterable[Row], receipts: Receipts, units: str) -> list[Row]:
    found = [row for row in statements if row["firmness"] not in ESTABLISHED]
    return [_stated(row, receipts, units) for row in found]


def _flagged(statements: Iterable[Row], receipts: Receipts, units: str) -> list[Row]:
    found = [row for row in statements if row["flag"] is not None]
    return [{**_stated(row, receipts, units), "flag": row["flag"]} for row in found]


def _stated(row: Row, receipts: Receipts, units: str) -> Row:
    shown = in_units(row, units)
    return {**{name: shown[name] for name in _STATED}, "receipts": [receipts.cite(row)]}


def _disputes(
    reader: Reader, equipment_id: str, statements: dict[str, Row], receipts: Receipts, units: str
) -> list[Row]:
    rows = []
    for found in reader.rows(queries.CONTRADICTIONS_OF, id=equipment_id):
        row = {name: found[name] for name in ("statement", "property", "qualifier", "reason")}
        for side in ("a", "b"):
            cited = statements[found[f"{side}_id"]]
            shown = in_units(cited, units)
            columns = ("value", "unit", "as_stated", "firmness", "attribution")
            row[side] = {**{name: shown[name] for name in columns}, "receipt": receipts.cite(cited)}
        rows.append(row)
    return rows
