"""Rows of tables as Arrow, with the types that the schema gives them.

A SQLite file is read by Arrow's own driver, which makes no object of Python for any value, in threads: it takes a
third of the time. Everything else is read as other formats read it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, closing
from itertools import islice
from pathlib import Path
from threading import local
from typing import Any, Final

import adbc_driver_manager
import adbc_driver_sqlite
import pyarrow as pa
from sqlalchemy import Column

from materiel.database.location import file_uri
from materiel.errors import DatabaseError
from materiel.export.content import Content
from materiel.export.parts import Part
from materiel.export.tables import ExportTable, value_type
from materiel.models.properties import INFO_KEY
from materiel.workers import worker_count

ROWS: Final = 1 << 15
"""Rows that are handed on together."""

_TYPES: Final = {
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "text": pa.string(),
}

_AHEAD = 1
"""Parts that are read before they are asked for."""

_WHOLE: Final = {"adbc.sqlite.query.batch_rows": str(1 << 30)}
"""The driver takes the types of columns from the first rows that it puts together: from those of the whole part."""


def arrow_schema(table: ExportTable) -> pa.Schema:
    """Return the columns of `table` with their types, each with its description, label and unit."""
    return pa.schema([_field(column) for column in table.columns])


def arrow_tables(content: Content, table: ExportTable) -> Iterator[pa.Table]:
    """Yield the rows of `table` in their order: `ROWS` at a time, and the rest; nothing if there are none."""
    schema = arrow_schema(table)
    path = content.location.path if content.is_file and content.systems is None else None
    found = _parts_by_rows(content, table, schema) if path is None else _parts_by_driver(content, table, path)
    waiting, count, done = [], 0, 0
    for part in found:
        waiting.append(_with_text(part, schema).cast(schema))
        count += part.num_rows
        while count >= ROWS:
            joined = pa.concat_tables(waiting)
            yield joined.slice(0, ROWS).combine_chunks()
            waiting, count = [joined.slice(ROWS)], count - ROWS
            done += ROWS
            content.progress(f"rows of {table.name}", done)
    if count:
        yield pa.concat_tables(waiting).combine_chunks()


def _with_text(part: pa.Table, schema: pa.Schema) -> pa.Table:
    """Return `part` with text where `schema` has dates: the driver takes a column without a value for integers."""
    types = {field.name: pa.string() for field in schema if pa.types.is_date(field.type)}
    return part.cast(pa.schema([pa.field(field.name, types.get(field.name, field.type)) for field in part.schema]))


def _field(column: Column[Any]) -> pa.Field:
    about = {"description": column.comment or ""}
    if INFO_KEY in column.info:
        found = column.info[INFO_KEY]
        about |= {"label": found.label, **({"unit": found.unit} if found.unit else {})}
    return pa.field(str(column.name), _TYPES[value_type(column)], bool(column.nullable), about)


def _parts_by_rows(content: Content, table: ExportTable, schema: pa.Schema) -> Iterator[pa.Table]:
    rows = content.rows(table)
    # Dates come as text.
    types = [pa.string() if pa.types.is_date(field.type) else field.type for field in schema]
    while chunk := list(islice(rows, ROWS)):
        columns = zip(*chunk, strict=True)
        arrays = [pa.array(values, kind) for values, kind in zip(columns, types, strict=True)]
        yield pa.table(arrays, schema.names)


def _parts_by_driver(content: Content, table: ExportTable, path: Path) -> Iterator[pa.Table]:
    parts = content.parts(table)
    try:
        with _DriverReader(path) as reader, ThreadPoolExecutor(worker_count()) as pool:
            under_way: deque[Future[pa.Table]] = deque()
            try:
                for part in parts:
                    under_way.append(pool.submit(reader.read, table, part))
                    if len(under_way) > _AHEAD * worker_count():
                        yield under_way.popleft().result()
                while under_way:
                    yield under_way.popleft().result()
            finally:
                pool.shutdown(cancel_futures=True)
    except adbc_driver_manager.Error as error:
        raise DatabaseError(f"{content.location}: {' '.join(str(error).split())}") from error


class _DriverReader:
    """Reads parts of tables, each thread on a connection of its own."""

    def __init__(self, path: Path) -> None:
        self._uri = file_uri(path, mode="ro")
        self._own = local()
        self._opened = ExitStack()

    def __enter__(self) -> _DriverReader:
        """Begin."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Close all connections."""
        self._opened.close()

    def read(self, table: ExportTable, part: Part) -> pa.Table:
        """Return the rows of a part."""
        with closing(adbc_driver_manager.AdbcStatement(self._connection())) as statement:
            statement.set_options(**_WHOLE)
            statement.set_sql_query(table.select(first="first" in part, after="after" in part))
            if part:
                # Parameters go by their order, which in the query is that of the part.
                statement.prepare()
                statement.bind(pa.record_batch({name: [value] for name, value in part.items()}))
            stream, _ = statement.execute_query()
            return pa.RecordBatchReader.from_stream(stream).read_all()

    def _connection(self) -> Any:
        if not hasattr(self._own, "connection"):
            database = self._opened.enter_context(closing(adbc_driver_sqlite.connect(self._uri)))
            self._own.connection = self._opened.enter_context(closing(adbc_driver_manager.AdbcConnection(database)))
        return self._own.connection
