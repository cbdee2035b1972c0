"""What a sentence says becomes statements: each is checked, normalised, and has an id that stays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from materiel.errors import ValueFormatError
from materiel.models.orders import orders
from materiel.models.properties import Property
from materiel.models.registry import properties
from materiel.models.vocabulary import ADOPTABLE
from materiel.seeds.dates import parse_date
from materiel.seeds.fields import LARGEST_QUANTITY
from materiel.seeds.identifiers import stable_id
from materiel.seeds.plausibility import Spans, implausible, misordered, stated_spans
from materiel.seeds.records import (
    HoldingRecord,
    RelationRecord,
    SaysRecord,
    SentenceRecord,
    SourceRecord,
    StatedValue,
    TransferRecord,
)
from materiel.seeds.values import Value, parse_value, with_qualifiers

if TYPE_CHECKING:
    from materiel.seeds.rows import Problems, References

Row = dict[str, Any]

_COUNT = Property("integer", "quantity", "How many.")
_DIGIT = re.compile(r"\d")


@dataclass(slots=True)
class _Place:
    """Where in a source file something stands, for problems: words are only made when there is one."""

    ordinal: int
    number: int
    file: str
    known: References
    problems: Problems

    def words(self, key: str) -> str:
        return f"sentence {self.ordinal}, says {self.number}, {key}"

    def wrong(self, key: str, reason: str) -> None:
        self.problems.add(self.file, self.words(key), reason)

    def need_agent(self, key: str, agent: str | None) -> None:
        if agent is not None and agent not in self.known.agents:
            self.wrong(key, f"no agent has the id {agent!r}")


@dataclass(slots=True)
class Statement:
    """One statement: the table it goes to, its row, and the record and place it comes from."""

    id: str
    table: str
    row: Row
    says: SaysRecord
    ordinal: int
    origin: str
    place: _Place

    @property
    def where(self) -> str:
        """The place in words, for a problem."""
        key = f"claim.{self.row['property']}" if self.table == "claim" else self.table
        return self.place.words(key)


def statements(
    sentence_id: str,
    record: SourceRecord,
    sentence: SentenceRecord,
    known: References,
    file: str,
    problems: Problems,
) -> Iterator[Statement]:
    """Yield the statements of one sentence. What is wrong with them goes to `problems`."""
    for number, says in enumerate(sentence.says, 1):
        place = _Place(sentence.ordinal, number, file, known, problems)
        for speaker in says.speakers:
            place.need_agent("from", speaker.agent)
        if says.needs:
            _check_needs(says, record, place)
        kind = known.kinds.get(says.about)
        if kind is None:
            place.wrong("about", f"no system has the id {says.about!r}")
            continue
        origin = next((link.agent for link in says.speakers if link.role == "wire"), record.publisher)
        speakers = ",".join([link.agent for link in says.speakers])
        for table, row in _rows(says, kind, place):
            # What makes a statement this one: not how firmly it is said, nor an editor's remark.
            content = [row[column] for column in _IDENTITY[table]]
            identity = stable_id(table, sentence_id, says.about, speakers, *content)
            yield Statement(identity, table, row, says, sentence.ordinal, origin, place)


def _check_needs(says: SaysRecord, record: SourceRecord, place: _Place) -> None:
    ordinals = {sentence.ordinal for sentence in record.sentence}
    for needed in says.needs:
        if needed not in ordinals:
            place.wrong("needs", f"there is no sentence {needed} in this source")


_IDENTITY = {
    "claim": ("property", "as_stated", "condition", "as_of"),
    "designation": ("name", "scheme"),
    "holding": ("operator_id", "service", "quantity", "since", "until", "as_of", "status"),
    "transfer": ("supplier_id", "recipient_id", "quantity", "date", "stage"),
    "relation": ("type", "system_id", "agent_id", "name"),
    "event": ("type", "date", "place", "outcome"),
}


def _rows(says: SaysRecord, kind: str, place: _Place) -> Iterator[tuple[str, Row]]:
    for name, stated in says.claim.items():
        row = _claim_row(says.about, kind, name, stated, place)
        if row is not None:
            yield "claim", row
    for designation in says.designation:
        yield "designation", designation.model_dump()
    for holding in says.holding:
        yield "holding", _holding_row(holding, place)
    for transfer in says.transfer:
        yield "transfer", _transfer_row(transfer, place)
    for relation in says.relation:
        yield "relation", _relation_row(relation, says.about, place)
    for event in says.event:
        yield "event", event.model_dump()


def _claim_row(system: str, kind: str, name: str, stated: StatedValue, place: _Place) -> Row | None:
    if name not in properties(kind):
        place.wrong(f"claim.{name}", f"is no property of {kind} (see `materiel dictionary {kind}`)")
        return None
    try:
        value = _stated_columns(kind, place.known.categories[system], name, stated)
    except ValueFormatError as error:
        place.wrong(f"claim.{name}", str(error))
        return None
    flag = value["flag"]
    if flag is None and stated.condition is None:
        flag = misordered(kind, system, name, value, place.known.spans)
    return {
        "kind": kind,
        "property": name,
        **value,
        "flag": flag,
        "condition": stated.condition or "",
        "as_of": stated.as_of,
        "flag_resolution": None,
        "adopted": 0,
        "adoption": None,
    }


def spans_of(sources: Iterable[SourceRecord], known: References) -> Spans:
    """Return the spans of the figures that stand in an order, in what somebody stands behind.

    Values that cannot be read are left out: they are reported when their source is converted.
    """
    return stated_spans(found for record in sources for found in _ordered_values(record, known))


def _ordered_values(record: SourceRecord, known: References) -> Iterator[tuple[str, str, Row]]:
    for sentence in record.sentence:
        for says in sentence.says:
            kind = known.kinds.get(says.about)
            if kind is None or says.firmness not in ADOPTABLE:
                continue
            for name, stated in says.claim.items():
                if stated.condition is None and orders(kind, name):
                    with suppress(ValueFormatError):
                        columns = _stated_columns(kind, known.categories[says.about], name, stated)
                        # What cannot be in itself says nothing about other figures.
                        if columns["flag"] is None:
                            yield says.about, name, columns


def _stated_columns(kind: str, category: str, name: str, stated: StatedValue) -> Row:
    return _value_columns(kind, category, name, stated.value, stated.as_stated, stated.approximate, stated.bound)


@lru_cache(maxsize=32768, typed=True)
def _value_columns(
    kind: str,
    category: str,
    name: str,
    stated: str | float,
    as_stated: str | None,
    approximate: bool | None,
    bound: str | None,
) -> Row:
    """Return the columns of a value, and the flag. Sources repeat each other, so they are kept.

    Raises `ValueFormatError`.
    """
    prop = properties(kind)[name]
    value = with_qualifiers(parse_value(prop, stated), as_stated, approximate, bound)
    columns = {column: getattr(value, column) for column in Value.__slots__}
    # A number, as an engine stores it: SQLite's driver takes as long over True and False as over ten numbers.
    return {**columns, "approximate": int(value.approximate), "flag": implausible(kind, category, name, value)}


@lru_cache(maxsize=4096, typed=True)
def _quantity(quantity: str | int | None) -> Row:
    """Return the columns of a quantity. Words that hold no number ("a few") stay words."""
    low = high = None
    if quantity is not None and _DIGIT.search(str(quantity)):
        try:
            value = parse_value(_COUNT, quantity)
            if max(value.low or 0, value.high or 0) <= LARGEST_QUANTITY:
                low, high = value.low, value.high
        except ValueFormatError:
            pass
    stated = None if quantity is None else str(quantity)
    return {
        "quantity": stated,
        "quantity_low": None if low is None else int(low),
        "quantity_high": None if high is None else int(high),
    }


def _holding_row(holding: HoldingRecord, place: _Place) -> Row:
    place.need_agent("holding.operator", holding.operator)
    earliest, latest = _span(holding)
    if earliest is not None and latest is not None and earliest > latest:
        place.wrong("holding", "ends before it begins")
    return {
        "operator_id": holding.operator,
        "service": holding.service,
        **_quantity(holding.quantity),
        "since": holding.since,
        "until": holding.until,
        "as_of": holding.as_of,
        "earliest": earliest,
        "latest": latest,
        "status": holding.status,
    }


def _span(holding: HoldingRecord) -> tuple[str | None, str | None]:
    """Return the first and last day that a holding's dates can mean."""
    if holding.since is None and holding.until is None:
        if holding.as_of is None:
            return None, None
        day = parse_date(holding.as_of)
        return day.earliest, day.latest
    earliest = parse_date(holding.since).earliest if holding.since else None
    latest = parse_date(holding.until).latest if holding.until else None
    return earliest, latest


def _transfer_row(transfer: TransferRecord, place: _Place) -> Row:
    place.need_agent("transfer.supplier", transfer.supplier)
    place.need_agent("transfer.recipient", transfer.recipient)
    return {
        "supplier_id": transfer.supplier,
        "recipient_id": transfer.recipient,
        **_quantity(transfer.quantity),
        "date": transfer.date,
        "stage": transfer.stage,
    }


def _relation_row(relation: RelationRecord, about: str, place: _Place) -> Row:
    place.need_agent("relation.agent", relation.agent)
    if relation.system is not None and relation.system not in place.known.kinds:
        place.wrong("relation.system", f"no system has the id {relation.system!r}")
    if relation.system == about:
        place.wrong("relation.system", "a system has no relation to itself")
    return {
        "type": relation.type,
        "system_id": relation.system,
        "agent_id": relation.agent,
        "name": relation.name,
    }
