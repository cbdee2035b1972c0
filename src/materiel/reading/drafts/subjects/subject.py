"""The system that a text speaks of so far, and the one that a part of a sentence is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

OF_BOTH: Final = "of both"
"""The rule by which what is said is of all systems that the sentence names."""


@dataclass(frozen=True, slots=True)
class Topic:
    """The system that a text speaks of so far, and the sentence that names it.

    `touched` is the last sentence that said something of it. `heading`: it heads a sheet or table.
    """

    system: str
    kind: str
    ordinal: int
    touched: int
    paragraph: int
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """The system that is meant; `needs` is the sentence that names it, where it is not this one. `rule` says how."""

    system: str
    needs: tuple[int, ...] = ()
    rule: str = ""
