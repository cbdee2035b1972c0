"""Parquet: a file for each table, with types, and with descriptions and units beside the columns."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from materiel.errors import RestoreError
from materiel.export.arrow import ROWS, arrow_schema, arrow_tables
from materiel.export.content import Content
from materiel.export.formats import Options
from materiel.export.notice import about, write_notice
from materiel.export.tables import ExportTable

_READ: Final = 5000
"""Rows that are objects of Python at a time."""

_NOTES = (
    "Each file is a table in Parquet. The metadata of a column hold its description and, of a property, its label"
    " and unit; those of a file say under `materiel` what the data are and whose.",
    "Dates that may be vague are text (EDTF, ISO 8601-2). Where the day is always known a column is a date.",
)


def write(content: Content, target: Path, _options: Options) -> None:
    """Write a file for each table into the folder `target`."""
    # Memory that is given back at once: what Arrow prefers keeps half as much again.
    pool = pa.default_memory_pool()
    pa.set_memory_pool(pa.system_memory_pool())
    try:
        for table in content.tables:
            _write_table(content, table, target / f"{table.name}.parquet")
    finally:
        pa.set_memory_pool(pool)
    write_notice(target, content, "parquet", _NOTES)


def _write_table(content: Content, table: ExportTable, path: Path) -> None:
    facts = {"materiel": json.dumps(about(content), ensure_ascii=False), "description": table.table.comment or ""}
    schema = arrow_schema(table).with_metadata(facts)
    # A key occurs once in its table, and a dictionary of keys would be made for nothing.
    repeated = [str(column.name) for column in table.columns if not column.primary_key]
    with pq.ParquetWriter(path, schema, use_dictionary=repeated) as writer:
        for rows in arrow_tables(content, table):
            writer.write_table(rows, row_group_size=ROWS)


def read_rows(path: Path, table: ExportTable) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a table from the file at `path`, as they were. Raises `RestoreError` for what is none."""
    wanted = arrow_schema(table)
    try:
        with pq.ParquetFile(path) as file:
            if not file.schema_arrow.equals(wanted):
                raise RestoreError(f"{path}: has other columns than {table.name} in this version")
            for batch in file.iter_batches(_READ):
                # Of dates, others take and give text.
                columns = [column.cast(pa.string()) if pa.types.is_date(column.type) else column for column in batch]
                yield from zip(*(column.to_pylist() for column in columns), strict=True)
    except pa.ArrowException as error:
        raise RestoreError(f"{path}: is no Parquet, or damaged ({' '.join(str(error).split())})") from error
