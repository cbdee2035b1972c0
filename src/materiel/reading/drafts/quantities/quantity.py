"""A quantity: a number or a range of numbers in a unit, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity: `low` and `high` in `unit`, of a `dimension`. It stands at `start` to `end` with its qualifiers.

    `figures` is where the number itself begins. `inches` go on top of `low` in feet. `conversion`: it restates the
    quantity before it in another unit.
    """

    start: int
    figures: int
    end: int
    low: float
    high: float
    unit: str | None
    dimension: str
    inches: float = 0.0
    approximate: bool = False
    bound: str | None = None
    conversion: bool = False
    ton: bool = False
