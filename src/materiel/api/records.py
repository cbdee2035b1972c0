"""What the Python interface answers with, beside systems: facts, each with its receipts. None can be changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from materiel.api.system import System


@dataclass(frozen=True, slots=True)
class Receipt:
    """Where a fact comes from: the sentence, the quote in it, who says it, and how firmly.

    `attached_text` is the sentence in the copy of the source that the reader attached, and `attached` says how it was
    found there: exact, moved, changed or missing; None without a copy.
    """

    publisher: str
    title: str
    published: str | None
    source_id: str
    sentence_ordinal: int
    paragraph: int
    starts: str
    ends: str
    quote: str | None
    attribution: str
    firmness: str
    cue: str | None
    note: str | None
    url: str
    link: str
    sentence_text: str | None
    attached: str | None
    attached_text: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A value for a property, as one sentence states it.

    `value` is the normalised value as text; `low` and `high` are the ends of a number, in `unit`;
    `as_stated` is what the source wrote. `attribution` names who says it, the outermost speaker first.
    `flag` says why a value is not plausible, `adoption` why the claim is `adopted`.
    """

    statement_id: str
    property: str
    value: str
    low: float | None
    high: float | None
    unit: str | None
    as_stated: str
    qualifier: str
    condition: str
    firmness: str
    attribution: str
    adopted: bool
    adoption: str | None
    flag: str | None
    receipt: Receipt


@dataclass(frozen=True, slots=True)
class AdoptedValue:
    """A line of a specification: the adopted value of a property, and how well it stands.

    `condition` is what the value depends on; empty where there is none. The receipt of the adopted claim
    comes first among `receipts`.
    """

    property: str
    label: str
    condition: str
    value: str
    low: float | None
    high: float | None
    unit: str | None
    as_stated: str
    details: str
    claims: int
    publishers: int
    disputed: bool
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a scheme, such as a NATO reporting name."""

    name: str
    scheme: str
    language: str | None
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class Holding:
    """An operator has the system. Dates are EDTF."""

    operator_id: str
    operator: str
    service: str | None
    quantity: str | None
    quantity_low: int | None
    quantity_high: int | None
    since: str | None
    until: str | None
    as_of: str | None
    status: str
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class Transfer:
    """The system goes from a supplier to a recipient. The date is EDTF."""

    supplier_id: str | None
    supplier: str | None
    recipient_id: str | None
    recipient: str | None
    quantity: str | None
    quantity_low: int | None
    quantity_high: int | None
    date: str | None
    stage: str
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """How the system relates to another one (`system_id`), an agent (`agent_id`), or what has only a name."""

    type: str
    target: str
    system_id: str | None
    agent_id: str | None
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to the system. The date is EDTF."""

    type: str
    date: str | None
    place: str | None
    outcome: str | None
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A statement that does not stand as a fact.

    Either nobody stands behind it (`firmness` is planned, alleged, speculated or denied), or the value is
    not plausible (`flag` says why).
    """

    statement: str
    property: str
    value: str | None
    unit: str | None
    as_stated: str | None
    qualifier: str | None
    firmness: str
    attribution: str
    flag: str | None
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a dispute."""

    value: str | None
    unit: str | None
    statement_id: str
    as_stated: str | None
    firmness: str
    attribution: str
    quote: str | None
    source_id: str
    publisher: str
    published: str | None
    link: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two statements that cannot both be true. Of a denial, `a` is the side that denies."""

    equipment_id: str
    equipment_name: str
    kind: str
    statement: str
    property: str
    condition: str
    reason: str
    a: Side
    b: Side


@dataclass(frozen=True, slots=True)
class Match:
    """A text that full-text search found, and the system that it belongs to."""

    rank: int
    id: str
    name: str
    kind: str
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class ComparedProperty:
    """A row of a comparison. `values` has the adopted value of each system by its id, or None.

    Of the receipts, it has only that of the adopted claim.
    """

    property: str
    label: str
    condition: str
    unit: str | None
    values: Mapping[str, AdoptedValue | None]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Systems side by side, on the properties that their kinds share."""

    systems: tuple[System, ...]
    properties: tuple[ComparedProperty, ...]


@dataclass(frozen=True, slots=True)
class Property:
    """What is known of a property of a kind: its type (number, integer, text or date), metric unit and label."""

    kind: str
    name: str
    value_type: str
    unit: str | None
    label: str
    description: str
    plausible_low: float | None
    plausible_high: float | None
