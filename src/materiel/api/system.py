"""A system: its adopted values as attributes, and what is known of it with receipts."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from materiel.api import facts
from materiel.api.records import (
    AdoptedValue,
    Claim,
    Dispute,
    Doubtful,
    Event,
    Holding,
    Name,
    Receipt,
    Relation,
    Transfer,
)
from materiel.errors import NotInDatabaseError

if TYPE_CHECKING:
    from materiel.api.database import Database
    from materiel.api.shapes import Row, Shape
    from materiel.models import (
        Aircraft,
        AirDefence,
        ArmouredVehicle,
        Artillery,
        Munition,
        Spacecraft,
        Submarine,
        SurfaceShip,
        Vehicle,
    )

    class _Properties(
        AirDefence, Aircraft, ArmouredVehicle, Artillery, Munition, Spacecraft, Submarine, SurfaceShip, Vehicle
    ):
        """What an editor and a type checker know of: the columns that the models declare, of all kinds."""
else:

    class _Properties:
        __slots__ = ()


_set = object.__setattr__
"""How a system takes its attributes once, at the start."""


class System(_Properties):
    """One system of a database, as it stood when it was looked up.

    Every column of `equipment` and of the typed table of its kind is an attribute: `system.wingspan_m` is
    the adopted value, a number in the unit that the name says, or None. Sections such as `holdings` are
    read when they are first asked for. Nothing can be set.
    """

    __slots__ = ("_database", "_facts", "_shape", "_values")

    _database: Database
    _facts: facts.Facts | None
    _shape: Shape
    _values: Row

    def __init__(self, database: Database, shape: Shape, values: Row) -> None:
        _set(self, "_database", database)
        _set(self, "_facts", None)
        _set(self, "_shape", shape)
        _set(self, "_values", values)

    if not TYPE_CHECKING:
        # Hidden from type checkers: to them, a name that no model declares is an error.

        def __getattr__(self, name: str) -> Any:
            """Return a column of the system. Raises `AttributeError`, which names close ones."""
            if name.startswith("_"):
                raise AttributeError(name)
            try:
                return self._values[name]
            except KeyError:
                known = [found for found in dir(self) if not found.startswith("_")]
                raise AttributeError(self._missing(name, known)) from None

        def __setattr__(self, name: str, value: object) -> None:
            """Refuse to set an attribute: raise `AttributeError`."""
            raise AttributeError(f"{self.id}: {name} cannot be set; a system is read-only")

        def __delattr__(self, name: str) -> None:
            """Refuse to delete an attribute: raise `AttributeError`."""
            raise AttributeError(f"{self.id}: {name} cannot be deleted; a system is read-only")

    def __dir__(self) -> list[str]:
        """Return the names of its attributes, with the properties of its kind."""
        return sorted({*super().__dir__(), *self._values})

    def __repr__(self) -> str:
        """Return a line with id, name and kind."""
        return f"<System {self.id!r}: {self.name!r}, {self.kind}>"

    def __eq__(self, other: object) -> bool:
        """Say whether both are the same system with the same adopted values, in whatever databases."""
        return self._values == other._values if isinstance(other, System) else NotImplemented

    def __hash__(self) -> int:
        """Hash the id."""
        return hash(self.id)

    def __copy__(self) -> System:
        """Return the system itself, which cannot be changed."""
        return self

    def __deepcopy__(self, memo: object) -> System:
        """Return the system itself, which cannot be changed."""
        return self

    def to_dict(self) -> dict[str, float | int | str | None]:
        """Return all columns of the system: what identifies it, and its properties."""
        return dict(self._values)

    def claims(self, prop: str | None = None) -> tuple[Claim, ...]:
        """Return every claim on the property `prop`, or on all: adopted or not, in doubt or not.

        Raises `NotInDatabaseError` for a property that systems of this kind do not have.
        """
        if prop is not None and prop not in self._shape.properties:
            raise NotInDatabaseError(self._missing(prop, self._shape.properties))
        return facts.claims(self._database._statements(self.id), prop)

    @property
    def family(self) -> System | None:
        """The family that it belongs to."""
        return None if self.family_id is None else self._database[self.family_id]

    @property
    def members(self) -> tuple[System, ...]:
        """The systems of which it is the family, sorted by id."""
        return self._database._members(self.id)

    @property
    def names(self) -> tuple[Name, ...]:
        """Its names, in all schemes and scripts."""
        return self._known.names

    @property
    def specification(self) -> tuple[AdoptedValue, ...]:
        """Its adopted values with how well they stand, also those that hold under a condition."""
        return self._known.specification

    @property
    def holdings(self) -> tuple[Holding, ...]:
        """Who has it."""
        return self._known.holdings

    @property
    def transfers(self) -> tuple[Transfer, ...]:
        """Who supplied it to whom."""
        return self._known.transfers

    @property
    def relations(self) -> tuple[Relation, ...]:
        """How it relates to other systems, to agents and to places."""
        return self._known.relations

    @property
    def events(self) -> tuple[Event, ...]:
        """What happened to it."""
        return self._known.events

    @property
    def unestablished(self) -> tuple[Doubtful, ...]:
        """What is only planned, alleged, speculated or denied."""
        return self._known.unestablished

    @property
    def flagged(self) -> tuple[Doubtful, ...]:
        """Values that are not plausible, as they are stated."""
        return self._known.flagged

    @property
    def receipts(self) -> tuple[Receipt, ...]:
        """All receipts of these sections and of the disputes, in the order in which `show` numbers them."""
        return self._known.receipts

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """What sources disagree on."""
        return self._database.disputes(self.id)

    @property
    def _known(self) -> facts.Facts:
        found = self._facts
        if found is None:
            found = self._database._facts(self.id)
            _set(self, "_facts", found)
        return found

    def _missing(self, name: str, known: Iterable[str]) -> str:
        """Say in one line that it has no `name`: whose property that is, or what is written almost alike."""
        others = self._database._kinds_with(name)
        if others:
            return f"{self.id} is of the kind {self.kind} and has no {name}: it is a property of {', '.join(others)}"
        close = difflib.get_close_matches(name, known)
        hint = f"did you mean {' or '.join(close)}?" if close else f"db.properties({self.kind!r}) describes them all"
        return f"{self.id} ({self.kind}) has no property {name!r}; {hint}"
