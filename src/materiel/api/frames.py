"""Kinds, tables and views as data frames, with types that come from the schema and not from the values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any

from materiel.api.shapes import IDENTITY, Shape
from materiel.database.reader import Reader
from materiel.errors import MissingExtraError, NotInDatabaseError

if TYPE_CHECKING:
    import pandas
    import polars

_VALUE_TYPES = {"number": float, "integer": int, "text": str, "date": str}
"""Dates of systems are EDTF: text, as vague as they are."""

_VIEW_TYPES = {
    "adopted": bool,
    "disputed": bool,
    "claims": int,
    "paragraph": int,
    "position": int,
    "publishers": int,
    "sentence_ordinal": int,
    "value_high": float,
    "value_low": float,
}
"""Types of the columns of views that are no text, without the `a_` and `b_` of a side."""

_VIEW_ORDER = {
    "contradiction": "equipment_id, statement, property, qualifier, reason, a_id, b_id",
    "disputes": "equipment_id, statement, property, qualifier, reason, a_statement_id, b_statement_id",
    "receipts": "equipment_id, statement_id",
    "spec_sheet": "equipment_id, position, qualifier",
}
"""What sorts a view, the same on every engine."""

_PANDAS: dict[type, Any] = {bool: "boolean", int: "Int64", float: "Float64", str: "string", date: "datetime64[s]"}
"""Types that know of missing values."""

_CHUNK = 50_000
"""Rows that are objects of Python at a time: in a frame they take a fraction of the memory."""


@dataclass(frozen=True, slots=True)
class _Table:
    """What is read into a frame: the type of each column, and the query."""

    types: Mapping[str, type]
    sql: str
    units: Mapping[str, str] = field(default_factory=dict)

    def chunks(self, reader: Reader) -> Iterator[dict[str, list[Any]]]:
        """Yield the values by column, for so many rows at a time; once without values if there is no row."""
        rows = reader.stream(self.sql)
        chunk = list(islice(rows, _CHUNK))
        yield self._columns(zip(*chunk, strict=True) if chunk else [()] * len(self.types))
        while chunk := list(islice(rows, _CHUNK)):
            yield self._columns(zip(*chunk, strict=True))

    def _columns(self, columns: Iterable[tuple[Any, ...]]) -> dict[str, list[Any]]:
        return {name: _of(kind, values) for (name, kind), values in zip(self.types.items(), columns, strict=True)}


def to_pandas(reader: Reader, shapes: Mapping[str, Shape], name: str) -> pandas.DataFrame:
    """Return a kind, table or view as a pandas DataFrame. Raises `NotInDatabaseError` and `MissingExtraError`."""
    try:
        import pandas
    except ModuleNotFoundError as error:
        raise MissingExtraError("pandas", "pandas") from error
    table = _table(shapes, name)
    dtypes = {column: _PANDAS[kind] for column, kind in table.types.items()}
    chunks = [
        pandas.DataFrame({column: pandas.array(values, dtype=dtypes[column]) for column, values in chunk.items()})
        for chunk in table.chunks(reader)
    ]
    frame = pandas.concat(chunks, ignore_index=True)
    frame.attrs["units"] = dict(table.units)
    return frame


def to_polars(reader: Reader, shapes: Mapping[str, Shape], name: str) -> polars.DataFrame:
    """Return a kind, table or view as a polars DataFrame. Raises `NotInDatabaseError` and `MissingExtraError`."""
    try:
        import polars
    except ModuleNotFoundError as error:
        raise MissingExtraError("polars", "polars") from error
    table = _table(shapes, name)
    return polars.concat([polars.DataFrame(chunk, schema=dict(table.types)) for chunk in table.chunks(reader)])


def _of(kind: type, values: Iterable[Any]) -> list[Any]:
    """Return values as the Python type of their column: SQLite has numbers for booleans, and text for days."""
    if kind is bool:
        return [None if value is None else bool(value) for value in values]
    if kind is date:
        return [date.fromisoformat(value) if isinstance(value, str) else value for value in values]
    return list(values)


def _table(shapes: Mapping[str, Shape], name: str) -> _Table:
    if name in shapes:
        return _kind(shapes[name])
    # Not before now: a kind needs no models.
    from materiel.models import Base
    from materiel.models.views import VIEWS

    views = {view.name: view for view in VIEWS}
    if name in views:
        types = {
            column: _VIEW_TYPES.get(column.removeprefix("a_").removeprefix("b_"), str) for column in views[name].columns
        }
        return _Table(types, _select(types, name, _VIEW_ORDER[name]))
    if name in Base.metadata.tables:
        found = Base.metadata.tables[name]
        types = {column.name: column.type.python_type for column in found.columns}
        return _Table(types, _select(types, name, ", ".join(column.name for column in found.primary_key)))
    known = sorted({*shapes, *views, *Base.metadata.tables})
    raise NotInDatabaseError(f"there is no kind, table or view {name!r}: {', '.join(known)}")


def _kind(shape: Shape) -> _Table:
    types = {**dict.fromkeys(IDENTITY, str), **{p.name: _VALUE_TYPES[p.value_type] for p in shape.properties.values()}}
    units = {p.name: p.unit for p in shape.properties.values() if p.unit is not None}
    return _Table(types, f"{shape.select} ORDER BY equipment.id", units)


def _select(types: Mapping[str, type], name: str, order: str) -> str:
    columns = ", ".join(f'"{column}"' for column in types)
    return f"SELECT {columns} FROM {name} ORDER BY {order}"
