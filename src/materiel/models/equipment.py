"""Equipment and its categories: what every kind has in common."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, MappedColumn, mapped_column

from materiel.models import vocabulary
from materiel.models.base import (
    Base,
    described,
    one_of,
    optional_reference,
    optional_text,
    polymorphic,
    reference,
    text,
)
from materiel.models.properties import count, moment, quantity, wording
from materiel.models.types import TEXT


class Category(Base):
    """A category of equipment in the field's own words."""

    __tablename__ = "category"
    __table_args__ = (
        one_of("kind", vocabulary.KINDS),
        described("Categories in the field's own words, with the codes that others use for them."),
    )

    id: Mapped[str] = mapped_column(TEXT, primary_key=True, comment="The term, such as utility aircraft.")
    kind: Mapped[str] = text("Kind of equipment that the category belongs to.")
    unroca: Mapped[str | None] = optional_text("Category in the UN Register of Conventional Arms.")
    app6d: Mapped[str | None] = optional_text("Entity code in NATO APP-6D, where there is one.")


def key() -> MappedColumn[str]:
    """Declare the key of a typed table: the system of the kind."""
    return mapped_column(TEXT, ForeignKey("equipment.id"), primary_key=True, comment="The system.")


class Equipment(Base):
    """One system at one level, and what is adopted of it whatever its kind."""

    __tablename__ = "equipment"
    __table_args__: Any = (
        UniqueConstraint("id", "kind"),
        one_of("kind", vocabulary.KINDS),
        one_of("level", vocabulary.LEVELS),
        CheckConstraint("family_id <> id", name="family_other"),
        described("Systems: families, models, variants, individuals and generic classes, with what all kinds share."),
    )
    __mapper_args__ = polymorphic("mixed", on="kind")

    id: Mapped[str] = mapped_column(TEXT, primary_key=True, comment="Slug, such as su-57. It never changes.")
    kind: Mapped[str] = text("Kind of equipment: which typed table holds the rest.")
    category_id: Mapped[str] = reference("category.id", "Category in the field's own words.")
    level: Mapped[str] = text("Family, model, variant, individual or generic class.")
    family_id: Mapped[str | None] = optional_reference("equipment.id", "Family that it belongs to.")
    name: Mapped[str] = text("Name by which the editors call it.")
    description: Mapped[str | None] = optional_text("An editor's words on what the record is about.")

    manufacturer: Mapped[str | None] = wording("manufacturer", "Who makes or made it.")
    designer: Mapped[str | None] = wording("designer", "Person or bureau who designed it.")
    country_of_origin: Mapped[str | None] = wording("country of origin", "Country in which it was developed.")
    first_produced: Mapped[str | None] = moment("first produced", "When production began.")
    entered_service: Mapped[str | None] = moment("entered service", "When a first operator took it into service.")
    unit_cost_usd: Mapped[float | None] = quantity(
        "USD", "unit cost", "Published price of one, in US dollars of the day it was published.", (1, 2e10)
    )
    number_built: Mapped[int | None] = count("number built", "How many were built, all makers together.", (1, 1e9))
