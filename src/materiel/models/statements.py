"""What sentences state about equipment: claims, designations, holdings, transfers, relations, events.

Every statement has one evidence of its own, which is also its key: an uncited fact cannot be stored.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    UniqueConstraint,
)
from sqlalchemy import (
    text as sql,
)
from sqlalchemy.orm import Mapped, MappedColumn, mapped_column

from materiel.models import vocabulary
from materiel.models.base import (
    Base,
    described,
    one_of,
    optional_reference,
    optional_text,
    reference,
    text,
)
from materiel.models.types import TEXT


def _evidence() -> MappedColumn[str]:
    return mapped_column(
        TEXT,
        ForeignKey("evidence.id"),
        primary_key=True,
        comment="The receipt, and the id of the statement: every statement has one of its own.",
    )


def _equipment() -> MappedColumn[str]:
    return reference("equipment.id", "The system it is about.")


def _flag(comment: str) -> MappedColumn[bool]:
    return mapped_column(Boolean, comment=comment)


def _number(comment: str) -> MappedColumn[int | None]:
    return mapped_column(Integer, comment=comment)


class Claim(Base):
    """A value for one property of one system, as one sentence states it."""

    __tablename__ = "claim"
    __table_args__ = (
        ForeignKeyConstraint(["equipment_id", "kind"], ["equipment.id", "equipment.kind"]),
        ForeignKeyConstraint(["kind", "property"], ["property.kind", "property.name"]),
        one_of("bound", vocabulary.BOUNDS),
        one_of("state", ("known", "none", "unknown")),
        CheckConstraint("low IS NULL OR high IS NULL OR low <= high", name="low_to_high"),
        CheckConstraint("earliest IS NULL OR latest IS NULL OR earliest <= latest", name="early_to_late"),
        CheckConstraint(
            "NOT adopted OR (state = 'known' AND adoption IS NOT NULL"
            " AND (flag IS NULL OR flag_resolution IS NOT NULL))",
            name="adopted_sound",
        ),
        Index("ix_claim_equipment_id_property_condition", "equipment_id", "property", "condition"),
        Index(
            "uq_claim_adopted",
            "equipment_id",
            "property",
            "condition",
            unique=True,
            sqlite_where=sql("adopted"),
            postgresql_where=sql("adopted"),
        ),
        described("A value for one property of one system, as one sentence states it."),
    )

    evidence_id: Mapped[str] = _evidence()
    equipment_id: Mapped[str] = mapped_column(TEXT, comment="The system it is about.")
    kind: Mapped[str] = text("Kind of the system, so that the database refuses a property of another kind.")
    property: Mapped[str] = text("The property, as the column of the typed table is called.")
    value: Mapped[str] = text("Normalised value, readable: a number in the property's unit, words, or EDTF.")
    low: Mapped[float | None] = mapped_column(Float, comment="Lower end of a number, in the property's unit.")
    high: Mapped[float | None] = mapped_column(Float, comment="Upper end of a number, in the property's unit.")
    slack: Mapped[float | None] = mapped_column(
        Float,
        comment="How far the number can be off by the digits it is stated with, in the property's unit.",
    )
    earliest: Mapped[str | None] = optional_text("First day that a date can mean (ISO 8601).")
    latest: Mapped[str | None] = optional_text("Last day that a date can mean (ISO 8601).")
    as_stated: Mapped[str] = text("The value in the source's words and unit.")
    unit: Mapped[str | None] = optional_text("Unit that the source states.")
    state: Mapped[str] = text("Whether the value is known, is stated to be unknown, or to be none.")
    approximate: Mapped[bool] = _flag("Whether the source calls it approximate.")
    bound: Mapped[str | None] = optional_text("Whether it is a least or a greatest value.")
    condition: Mapped[str] = text("Condition under which it holds; empty where there is none.")
    as_of: Mapped[str | None] = optional_text("Date at which it holds (EDTF).")
    flag: Mapped[str | None] = optional_text("Why the value is not plausible; it is kept, and not adopted.")
    flag_resolution: Mapped[str | None] = optional_text("Why an editor holds a flagged value to be right.")
    adopted: Mapped[bool] = _flag("Whether it is the value that stands in the typed table.")
    adoption: Mapped[str | None] = optional_text("The rule, or the editor's reason, that chose it.")


class Designation(Base):
    """A name of a system in a scheme."""

    __tablename__ = "designation"
    __table_args__ = (
        one_of("scheme", vocabulary.SCHEMES),
        described("A name of a system in a scheme. One name may belong to several systems, and the other way round."),
    )

    evidence_id: Mapped[str] = _evidence()
    equipment_id: Mapped[str] = _equipment()
    name: Mapped[str] = text("The name.")
    scheme: Mapped[str] = text("What kind of name: manufacturer, NATO reporting name, hull number, ...")
    language: Mapped[str | None] = optional_text("Language of the name, as an ISO 639-1 code.")


class Holding(Base):
    """An operator has a system."""

    __tablename__ = "holding"
    __table_args__ = (
        one_of("status", vocabulary.HOLDING_STATUSES),
        CheckConstraint("quantity_low >= 0 AND quantity_low <= quantity_high", name="quantity_sound"),
        described("An operator has the system."),
    )

    evidence_id: Mapped[str] = _evidence()
    equipment_id: Mapped[str] = _equipment()
    operator_id: Mapped[str] = reference("agent.id", "Who has it.")
    service: Mapped[str | None] = optional_text("Armed service or unit.")
    quantity: Mapped[str | None] = optional_text("How many, in the source's words.")
    quantity_low: Mapped[int | None] = _number("Least number meant.")
    quantity_high: Mapped[int | None] = _number("Greatest number meant.")
    since: Mapped[str | None] = optional_text("From when (EDTF).")
    until: Mapped[str | None] = optional_text("Until when (EDTF).")
    as_of: Mapped[str | None] = optional_text("Date at which it is stated (EDTF).")
    earliest: Mapped[str | None] = optional_text("First day that the dates can mean (ISO 8601).")
    latest: Mapped[str | None] = optional_text("Last day that the dates can mean (ISO 8601).")
    status: Mapped[str] = text("In service, in reserve, stockpiled, retired, on order or sought.")


class Transfer(Base):
    """A system goes from a supplier to a recipient."""

    __tablename__ = "transfer"
    __table_args__ = (
        one_of("stage", vocabulary.TRANSFER_STAGES),
        CheckConstraint("supplier_id IS NOT NULL OR recipient_id IS NOT NULL", name="party_named"),
        CheckConstraint("quantity_low >= 0 AND quantity_low <= quantity_high", name="quantity_sound"),
        described("A system goes from a supplier to a recipient: sought, offered, agreed, ordered or delivered."),
    )

    evidence_id: Mapped[str] = _evidence()
    equipment_id: Mapped[str] = _equipment()
    supplier_id: Mapped[str | None] = optional_reference("agent.id", "Who supplies it.")
    recipient_id: Mapped[str | None] = optional_reference("agent.id", "Who receives it.")
    quantity: Mapped[str | None] = optional_text("How many, in the source's words.")
    quantity_low: Mapped[int | None] = _number("Least number meant.")
    quantity_high: Mapped[int | None] = _number("Greatest number meant.")
    date: Mapped[str | None] = optional_text("When (EDTF).")
    stage: Mapped[str] = text("How far it has come: sought, offered, agreed, ordered, delivered.")


class Relation(Base):
    """How a system relates to another system, an agent or a place."""

    __tablename__ = "relation"
    __table_args__ = (
        one_of("type", vocabulary.RELATION_TYPES),
        CheckConstraint(
            "(CASE WHEN system_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN agent_id IS NULL THEN 0 ELSE 1 END)"
            " + (CASE WHEN name IS NULL THEN 0 ELSE 1 END) = 1",
            name="one_target",
        ),
        described("How a system relates to another system, an agent, or something that has only a name."),
    )

    evidence_id: Mapped[str] = _evidence()
    equipment_id: Mapped[str] = _equipment()
    type: Mapped[str] = text("Variant of, based on, successor of, carries, launched by, built at, used with.")
    system_id: Mapped[str | None] = optional_reference("equipment.id", "The other system.")
    agent_id: Mapped[str | None] = optional_reference("agent.id", "The agent or place.")
    name: Mapped[str | None] = optional_text("The other thing, where it has no record of its own.")


class Event(Base):
    """Something that happened to a system."""

    __tablename__ = "event"
    __table_args__ = (
        one_of("type", vocabulary.EVENT_TYPES),
        described("Something that happened to a system: shown, tested, launched, failed, delivered, lost."),
    )

    evidence_id: Mapped[str] = _evidence()
    equipment_id: Mapped[str] = _equipment()
    type: Mapped[str] = text("What happened.")
    date: Mapped[str | None] = optional_text("When (EDTF).")
    place: Mapped[str | None] = optional_text("Where, in the source's words.")
    outcome: Mapped[str | None] = optional_text("How it ended.")


class Mention(Base):
    """A system is named here. Says nothing more."""

    __tablename__ = "mention"
    __table_args__ = (
        UniqueConstraint("sentence_id", "equipment_id", "start"),
        CheckConstraint('start >= 0 AND "end" > start', name="offsets_sound"),
        described("A system is named in a sentence, at these offsets of its canonical form; says nothing more."),
    )

    id: Mapped[str] = mapped_column(TEXT, primary_key=True, comment="UUIDv5 of sentence, system and offset.")
    sentence_id: Mapped[str] = reference("sentence.id", "The sentence.", index=False)
    equipment_id: Mapped[str] = _equipment()
    name: Mapped[str] = text("The name as it stands there.")
    start: Mapped[int] = mapped_column(Integer, comment="Offset of its first character.")
    end: Mapped[int] = mapped_column(Integer, comment="Offset behind its last character.")
