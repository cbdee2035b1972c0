"""Figures: quantities that were read as the value of a property of a system, and what is said without words of it."""

from __future__ import annotations

from dataclasses import dataclass

from materiel.reading.drafts.quantities.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity that is the value of a property of a system. `rule` is that by which its words were understood.

    `needs` are the ordinals of the sentences that name the system, where this one does not.
    """

    quantity: Quantity
    property: str
    system: str
    rule: str
    needs: tuple[int, ...] = ()
