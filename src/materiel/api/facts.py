"""What the catalog answers in dictionaries, as records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from materiel.api.records import (
    AdoptedValue,
    Claim,
    ComparedProperty,
    Dispute,
    Doubtful,
    Event,
    Holding,
    Name,
    Receipt,
    Relation,
    Side,
    Transfer,
)
from materiel.catalog.receipts import RECEIPT_COLUMNS

Row = dict[str, Any]
Fact = TypeVar("Fact")

_RENAMED = {"value_low": "low", "value_high": "high"}
"""As the table `claim` calls them."""

_CLAIM_COLUMNS = [column.name for column in fields(Claim) if column.name != "receipt"]


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that is known of a system beside its typed columns: the sections of its sheet."""

    names: tuple[Name, ...]
    specification: tuple[AdoptedValue, ...]
    holdings: tuple[Holding, ...]
    transfers: tuple[Transfer, ...]
    relations: tuple[Relation, ...]
    events: tuple[Event, ...]
    unestablished: tuple[Doubtful, ...]
    flagged: tuple[Doubtful, ...]
    receipts: tuple[Receipt, ...]


def facts(document: Row) -> Facts:
    """Return the sections of a sheet (`catalog.sheet`) as records that hold their receipts."""
    receipts = [_receipt(row) for row in document["receipts"]]

    def section(name: str, record: Callable[..., Fact], **others: Any) -> tuple[Fact, ...]:
        return tuple(record(**others, **_cited(row, receipts)) for row in document[name])

    return Facts(
        names=section("names", Name),
        specification=section("specification", _adopted_value),
        holdings=section("holdings", Holding),
        transfers=section("transfers", Transfer),
        relations=section("relations", Relation),
        events=section("events", Event),
        unestablished=section("unestablished", Doubtful, flag=None),
        flagged=section("flagged", Doubtful),
        receipts=tuple(receipts),
    )


def claims(statements: Sequence[Row], prop: str | None) -> tuple[Claim, ...]:
    """Return the claims among statements (of `catalog.cite`), of all properties or of `prop`."""
    return tuple(_claim(row) for row in statements if row["statement"] == "claim" and prop in (None, row["property"]))


def compared_properties(document: Row) -> tuple[ComparedProperty, ...]:
    """Return the rows of a comparison (`catalog.compare`)."""
    receipts = [_receipt(row) for row in document["receipts"]]
    return tuple(_compared_property(row, receipts) for row in document["properties"])


def dispute(row: Row) -> Dispute:
    """Return a dispute (of `catalog.disputes`)."""
    others = {name: value for name, value in row.items() if name not in ("a", "b", "qualifier")}
    return Dispute(**others, condition=row["qualifier"], a=Side(**row["a"]), b=Side(**row["b"]))


def _receipt(row: Row) -> Receipt:
    return Receipt(**{name: row[name] for name in RECEIPT_COLUMNS})


def _cited(row: Row, receipts: Sequence[Receipt]) -> Row:
    """Put receipts in the place of their numbers, which count from 1."""
    return {**row, "receipts": tuple(receipts[number - 1] for number in row["receipts"])}


def _claim(row: Row) -> Claim:
    found = {_RENAMED.get(name, name): value for name, value in row.items()}
    return Claim(**{name: found[name] for name in _CLAIM_COLUMNS}, receipt=_receipt(row))


def _adopted_value(*, qualifier: str, **row: Any) -> AdoptedValue:
    return AdoptedValue(**{_RENAMED.get(name, name): value for name, value in row.items()}, condition=qualifier)


def _compared_property(row: Row, receipts: Sequence[Receipt]) -> ComparedProperty:
    shared = {name: row[name] for name in ("property", "label", "qualifier", "unit")}
    values = {
        equipment_id: None if cell is None else _adopted_value(**shared, **_cited(cell, receipts))
        for equipment_id, cell in row["values"].items()
    }
    return ComparedProperty(row["property"], row["label"], row["qualifier"], row["unit"], values)
