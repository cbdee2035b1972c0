"""The declarative base: constraint names, and the column shapes that recur."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, MetaData, Table
from sqlalchemy.orm import DeclarativeBase, MappedColumn, mapped_column

from materiel.models.properties import forbid_negative
from materiel.models.types import TEXT

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Base of all models. Every constraint is named by `NAMING`, so that migrations can find it."""

    metadata = MetaData(naming_convention=NAMING)

    def __init_subclass__(cls, **options: Any) -> None:
        """Map the class, then add the CHECKs that its properties imply."""
        super().__init_subclass__(**options)
        if isinstance(cls.__table__, Table):
            forbid_negative(cls.__table__)


def described(comment: str, **options: Any) -> dict[str, Any]:
    """Return the options of a table with its description, for the end of `__table_args__`."""
    return {"comment": comment, **options}


def polymorphic(identity: str, on: str | None = None) -> dict[str, Any]:
    """Return the mapper options of a kind in joined-table inheritance; `on` names the column that tells kinds apart."""
    return {"polymorphic_identity": identity, **({"polymorphic_on": on} if on else {})}


def one_of(column: str, values: Iterable[str]) -> CheckConstraint:
    """Return a CHECK that `column` holds one of `values` (or NULL, where the column allows it)."""
    listed = ", ".join("'" + value.replace("'", "''") + "'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")


def text(comment: str) -> MappedColumn[str]:
    """Declare a column of text that must be there."""
    return mapped_column(TEXT, comment=comment)


def optional_text(comment: str) -> MappedColumn[str | None]:
    """Declare a column of text that may be absent."""
    return mapped_column(TEXT, comment=comment)


def reference(target: str, comment: str, *, index: bool = True) -> MappedColumn[str]:
    """Declare a foreign key that must be there, such as `reference("agent.id", ...)`."""
    return mapped_column(TEXT, ForeignKey(target), index=index, comment=comment)


def optional_reference(target: str, comment: str, *, index: bool = True) -> MappedColumn[str | None]:
    """Declare a foreign key that may be absent."""
    return mapped_column(TEXT, ForeignKey(target), index=index, comment=comment)
