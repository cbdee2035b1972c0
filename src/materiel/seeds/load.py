"""Seeds are loaded into a database: in one transaction, with the same result however often it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, text

from materiel import __version__
from materiel.database import schema
from materiel.database.engine import reach, writing
from materiel.database.location import Location
from materiel.database.revision import REVISIONS
from materiel.errors import DatabaseError, SeedError
from materiel.garbage import uncollected
from materiel.models import Base
from materiel.seeds.adopt import adopt
from materiel.seeds.batches import UNSEEDED
from materiel.seeds.convert import Conversion
from materiel.seeds.digest import content_digest
from materiel.seeds.files import Seeds, read_seeds, seeds_digest
from materiel.seeds.rows import Problems
from materiel.seeds.search import refresh_search
from materiel.seeds.spool import Spool
from materiel.seeds.writer import Writer, gather_statistics, without_indexes
from materiel.workers import Workers

Progress = Callable[[str, int], None]
"""Called with the step that is under way and the number of rows it has done."""


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did."""

    systems: int
    sources: int
    statements: int
    adopted: int
    flagged: int
    digest: str


def load_directories(
    location: Location,
    directories: Sequence[Path],
    progress: Progress | None = None,
    *,
    stamp: str = "",
    origin: str = "own",
) -> LoadReport:
    """Make the content of the database that of the seeds in `directories`.

    An empty database gets its schema, an older one is upgraded. `stamp` is kept for whoever has to tell
    whether the seeds changed, `origin` to tell our own seeds from a user's. Raises `SeedError` with all that
    is wrong in the seeds, and `DatabaseError`; then the database is as it was.
    """
    reach(location)
    problems = Problems()
    with uncollected():
        seeds = read_seeds(directories, problems)
    about = {"seeds_digest": seeds_digest(directories), "seeds_stamp": stamp, "origin": origin}
    with writing(location, bulk=True) as connection:
        return load_seeds(connection, seeds, problems, about, progress or _silent)


def load_seeds(
    connection: Connection, seeds: Seeds, problems: Problems, about: dict[str, str], progress: Progress
) -> LoadReport:
    """Load `seeds` on `connection`, in its transaction. `about` is recorded in the `build` table."""
    prepare_schema(connection)
    _clear(connection)
    conversion = Conversion(seeds, problems)
    with uncollected():
        with conversion.workers() as workers, without_indexes(connection, "evidence", "claim"):
            adopted = _write(connection, conversion, workers, progress)
        progress("texts indexed", 0)
        refresh_search(connection)
        gather_statistics(connection)
        progress("rows in the digest", 0)
        digest = content_digest(connection)
    record_build(connection, {**about, "content_digest": digest})
    return LoadReport(
        systems=len(seeds.known.equipment),
        sources=conversion.sources,
        statements=conversion.statements,
        adopted=adopted,
        flagged=len(conversion.flagged),
        digest=digest,
    )


def _write(connection: Connection, conversion: Conversion, workers: Workers, progress: Progress) -> int:
    """Convert and write everything, claims last: they are adopted on the way. Return how many are."""
    writer, rows, adopted = Writer(connection), 0, 0
    with closing(Spool(conversion.seeds.known.equipment)) as spool:
        for batch in conversion.batches(workers):
            progress("rows read", rows)
            rows += sum(map(len, batch.values()))
            if not conversion.problems.lines:
                spool.take(batch)
                writer.write(batch)
        if conversion.problems.lines:
            raise SeedError(conversion.problems.lines)
        for found in workers.map(adopt, ((share, conversion.pins) for share in spool.shares())):
            progress("values adopted", adopted)
            writer.write_adopted(found)
            adopted += found.count
    return adopted


def _silent(_step: str, _count: int) -> None:
    pass


def prepare_schema(connection: Connection) -> None:
    """Give an empty database our schema, and upgrade an older one.

    Raises `DatabaseError` for a database that a newer version made, or where our names are taken.
    """
    revision = schema.current(connection)
    if revision is None and (taken := schema.taken_names(connection)):
        raise DatabaseError(f"the database has tables of these names that are not materiel's: {', '.join(taken)}")
    if revision is not None and revision not in REVISIONS:
        raise DatabaseError(f"the database is newer than this program (schema {revision}); upgrade materiel")
    if revision != schema.HEAD:
        schema.upgrade(connection)
    else:
        schema.describe(connection)


def _clear(connection: Connection) -> None:
    for table in reversed(Base.metadata.sorted_tables):
        if table.name not in UNSEEDED or table.name in ("search_document", "build"):
            connection.exec_driver_sql(f"DELETE FROM {table.name}")


def record_build(connection: Connection, facts: dict[str, str]) -> None:
    """Note how the content was built, and by which version of the program."""
    connection.execute(
        text("INSERT INTO build (key, value) VALUES (:key, :value)"),
        [{"key": key, "value": value} for key, value in sorted({**facts, "version": __version__}.items())],
    )
