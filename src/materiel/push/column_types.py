"""Which types of columns take which of our values, so that they come back as they were."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, Date, Dialect, Double, Enum, Float, Integer, Numeric, SmallInteger, String
from sqlalchemy.types import NullType, TypeEngine

_SMALL = ("TINYINT", "MEDIUMINT")
"""Names of types of MySQL that do not take every whole number of ours."""


def most_characters(found: TypeEngine[Any]) -> int | None:
    """Return how many characters a type of text takes at the most; None if there is no limit that it tells."""
    if isinstance(found, String) and not isinstance(found, Enum):
        return found.length
    return None


def type_problem(column: Column[Any], found: TypeEngine[Any], dialect: Dialect) -> str | None:
    """Say why a column of the type `found` cannot take the values of ours. None if it can."""
    if _takes(column.type, found, dialect):
        return None
    # SQLAlchemy does not know every type of PostgreSQL.
    known = "of a type of its own" if isinstance(found, NullType) else found.compile(dialect)
    return f"is {known}, which does not take our values as they are; make it {column.type.compile(dialect)}"


def _takes(wanted: TypeEngine[Any], found: TypeEngine[Any], dialect: Dialect) -> bool:
    lenient = dialect.name == "sqlite"
    if isinstance(found, NullType):
        return lenient
    text = isinstance(found, String) and not isinstance(found, Enum)
    if isinstance(wanted, Boolean):
        # Others than PostgreSQL keep truth as 0 and 1.
        return isinstance(found, Boolean) or (isinstance(found, Integer) and dialect.name != "postgresql")
    if isinstance(wanted, Integer):
        small = isinstance(found, SmallInteger) or type(found).__name__ in _SMALL
        return isinstance(found, Integer) and (lenient or not small)
    if isinstance(wanted, Float):
        return isinstance(found, Double) or (lenient and isinstance(found, Float | Numeric))
    if isinstance(wanted, Date):
        return isinstance(found, Date) or (lenient and text)
    return text
