"""A database as an object: systems are looked up, found, searched, compared and counted."""

from __future__ import annotations

import os
import weakref
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar, overload

from materiel.api import facts
from materiel.api.connections import Connections
from materiel.api.records import Comparison, Dispute, Match, Property
from materiel.api.shapes import property_record, shapes
from materiel.api.system import System
from materiel.catalog import dictionary, queries
from materiel.catalog.cite import cite
from materiel.catalog.compare import compare
from materiel.catalog.disputes import disputes
from materiel.catalog.listing import Filters, list_systems
from materiel.catalog.names import resolve
from materiel.catalog.search import search
from materiel.catalog.sheet import sheet
from materiel.database.location import Location, locate
from materiel.database.reader import Reader
from materiel.errors import ConditionError, NameLookupError, NameNotFoundError

if TYPE_CHECKING:
    import pandas
    import polars

Row = dict[str, Any]
Default = TypeVar("Default")

_BATCH = 500
"""Systems that are read at a time, far below the number of parameters that an engine takes."""


def open(address: str | os.PathLike[str] | None = None) -> Database:  # noqa: A001
    """Open a database for reading: a path, `sqlite:///path` or `postgresql://...`.

    Without an address it is the one that the environment variable MATERIEL_DB names, else the embedded one,
    which is built or renewed first if need be. Raises `DatabaseError` if it cannot be read.
    """
    location = locate(None if address is None else os.fspath(address))
    if location.embedded:
        from materiel.database.embedded import ensure_embedded

        ensure_embedded(location)
    return Database(location)


class Database:
    """A database that is open for reading; `close` it, or use it in a `with` statement.

    Systems are found by any of their names: `db["su-57"]`, `db["Felon"]`. Iteration gives all of them,
    sorted by id. Threads may share it; a process that is forked off opens one of its own. Every method
    raises `DatabaseError` if the database cannot be read, or is closed.
    """

    def __init__(self, location: Location) -> None:
        self._location = location
        self._connections = Connections(location)
        # Closed too when it is dropped, or at the end of the program.
        self._close = weakref.finalize(self, self._connections.close)
        with self._connections.reader() as reader:
            self._shapes = shapes(reader)

    def close(self) -> None:
        """Close the database. Systems keep their values; what was not read yet cannot be read any more."""
        self._close()

    def __enter__(self) -> Database:
        """Return the database, to close it at the end of a `with` statement."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Close the database."""
        self.close()

    def __repr__(self) -> str:
        """Return a line with the address, without its password."""
        return f"<Database {str(self._location)!r}{'' if self._close.alive else ', closed'}>"

    def __getitem__(self, name: str) -> System:
        """Return the system that goes by `name`: its id, or any name in any script.

        Raises `NameNotFoundError`, with close matches, and `AmbiguousNameError`; both are a `KeyError`.
        """
        with self._connections.reader() as reader:
            # An id is the common case, and cheap. What cannot be one may not even be text to an engine.
            found = self._by_id(reader, name) if name.isascii() and name.isprintable() else None
            if found is None:
                found = self._by_id(reader, resolve(reader, name))
        if found is None:
            raise NameNotFoundError(f"no system is called {name!r} any more")
        return found

    @overload
    def get(self, name: str) -> System | None: ...

    @overload
    def get(self, name: str, default: Default) -> System | Default: ...

    def get(self, name: str, default: object = None) -> object:
        """Return the system that goes by `name`, or `default` if there is none. Raises `AmbiguousNameError`."""
        try:
            return self[name]
        except NameNotFoundError:
            return default

    def __contains__(self, name: object) -> bool:
        """Say whether `db[name]` finds a system: not if there is none of that name, nor if there are several."""
        if not isinstance(name, str):
            return False
        try:
            self[name]
        except NameLookupError:
            return False
        return True

    def __len__(self) -> int:
        """Return the number of systems."""
        with self._connections.reader() as reader:
            return int(reader.rows(queries.SYSTEM_COUNT)[0]["systems"])

    def __iter__(self) -> Iterator[System]:
        """Yield all systems, sorted by id. Few are in memory at a time."""
        last = ""
        while True:
            with self._connections.reader() as reader:
                page = reader.rows(queries.SYSTEMS_AFTER, id=last, most=_BATCH)
                systems = self._systems(reader, page)
            yield from systems
            if len(page) < _BATCH:
                return
            last = page[-1]["id"]

    def find(
        self,
        *,
        kind: str | None = None,
        category: str | None = None,
        operator: str | None = None,
        country: str | None = None,
        in_service: int | str | None = None,
        where: str | Sequence[str] = (),
        sort: str | None = None,
        limit: int | None = None,
    ) -> list[System]:
        """Return the systems that fit all conditions, sorted by id or by the property `sort`.

        `where` are conditions such as "max_speed_kmh > 2000", in the unit that the property's name says;
        `in_service` is a year; "-" in front of `sort` begins with the greatest. Raises `ConditionError`.
        """
        year = None if in_service is None else str(in_service)
        conditions = [where] if isinstance(where, str) else list(where)
        filters = Filters(kind, category, operator, country, year, conditions, sort, _checked(limit))
        with self._connections.reader() as reader:
            try:
                rows = list_systems(reader, filters)
            except ConditionError as error:
                # The catalog calls the filters as the command line does.
                raise ConditionError(str(error).removeprefix("--")) from None
            return self._systems(reader, rows)

    def search(self, words: str, limit: int = 20) -> list[Match]:
        """Return the names, descriptions and quotes that hold all `words`, the best first.

        Raises `ConditionError` if there is no word to look for.
        """
        with self._connections.reader() as reader:
            return [Match(**row) for row in search(reader, words, _checked(limit) or limit)]

    def compare(self, *names: str, properties: Sequence[str] = (), only_differences: bool = False) -> Comparison:
        """Return systems side by side, on the properties that their kinds share or on some of them.

        `only_differences` leaves out properties in which all agree. Raises `ConditionError` for fewer than
        two systems, or a property that they do not share, and `NameNotFoundError` and `AmbiguousNameError`.
        """
        with self._connections.reader() as reader, reader.snapshot():
            document = compare(reader, names, wanted=properties, only_differences=only_differences)
            return Comparison(tuple(self._systems(reader, document["systems"])), facts.compared_properties(document))

    def disputes(self, name: str | None = None) -> tuple[Dispute, ...]:
        """Return every contradiction with both sides, of all systems or of the one called `name`."""
        with self._connections.reader() as reader:
            return tuple(facts.dispute(row) for row in disputes(reader, name))

    def properties(self, kind: str | None = None) -> tuple[Property, ...]:
        """Return the properties of all kinds, or of one, in the order of a specification.

        Raises `NotInDatabaseError` for a kind that is none.
        """
        with self._connections.reader() as reader:
            return tuple(property_record(row) for row in dictionary.properties(reader, kind))

    def to_pandas(self, name: str) -> pandas.DataFrame:
        """Return a kind of system, a table or a view as a pandas DataFrame.

        `"aircraft"` gives a row for each aircraft, with its typed columns; `"receipts"` one for each
        statement. Column types allow for missing values. `attrs["units"]` has the metric unit of each
        property that has one. Raises `NotInDatabaseError` for another name, and `MissingExtraError` if
        pandas is not installed.
        """
        from materiel.api.frames import to_pandas

        with self._connections.reader() as reader:
            return to_pandas(reader, self._shapes, name)

    def to_polars(self, name: str) -> polars.DataFrame:
        """Return a kind of system, a table or a view as a polars DataFrame; see `to_pandas`.

        The units are in the names of the columns, and in `properties`.
        """
        from materiel.api.frames import to_polars

        with self._connections.reader() as reader:
            return to_polars(reader, self._shapes, name)

    def _by_id(self, reader: Reader, equipment_id: str) -> System | None:
        for found in reader.rows(queries.KIND, id=equipment_id):
            shape = self._shapes[found["kind"]]
            for row in reader.rows(shape.one, id=equipment_id):
                return System(self, shape, row)
        return None

    def _systems(self, reader: Reader, rows: Sequence[Row]) -> list[System]:
        """Return the systems that `rows` name by `id` and `kind`, in their order."""
        systems: dict[str, System] = {}
        for first in range(0, len(rows), _BATCH):
            batch = rows[first : first + _BATCH]
            for kind in {row["kind"] for row in batch}:
                shape = self._shapes[kind]
                ids = [row["id"] for row in batch if row["kind"] == kind]
                systems.update((row["id"], System(self, shape, row)) for row in shape.several(reader, ids))
        return [systems[row["id"]] for row in rows if row["id"] in systems]

    def _members(self, equipment_id: str) -> tuple[System, ...]:
        with self._connections.reader() as reader:
            found = [self._by_id(reader, row["id"]) for row in reader.rows(queries.MEMBERS, id=equipment_id)]
        return tuple(system for system in found if system is not None)

    def _statements(self, equipment_id: str) -> list[Row]:
        with self._connections.reader() as reader:
            found: list[Row] = cite(reader, equipment_id)["statements"]
            return found

    def _facts(self, equipment_id: str) -> facts.Facts:
        with self._connections.reader() as reader, reader.snapshot():
            return facts.facts(sheet(reader, equipment_id))

    def _kinds_with(self, prop: str) -> list[str]:
        return [kind for kind, shape in self._shapes.items() if prop in shape.properties]


def _checked(limit: int | None) -> int | None:
    if limit is not None and limit < 1:
        raise ConditionError(f"limit {limit}: give a number from 1")
    return limit
