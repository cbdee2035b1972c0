"""A reader adds what is theirs to a database: copies of sources, articles. See `materiel.models.library`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from sqlalchemy import Connection

from materiel.database import schema
from materiel.database.embedded import locked
from materiel.database.engine import writing
from materiel.database.location import Location
from materiel.database.revision import revision_problem
from materiel.database.writes import NOTE, only_ours
from materiel.errors import DatabaseError


@contextmanager
def adding(location: Location) -> Iterator[Connection]:
    """Open one transaction in which a reader's own tables are written, and no others.

    The embedded database is not renewed meanwhile, and does not count as changed by its user: it goes on being
    renewed, and what was added is taken along. Raises `DatabaseError` for a database that is not there, has another
    schema, or cannot be written.
    """
    path = location.path
    if path is not None and not path.exists():
        raise DatabaseError(f"{location}: there is no database here; `materiel db init` makes one")
    with locked(path) if path is not None and location.embedded else nullcontext():
        count = only_ours(path) if path is not None and location.embedded else None
        with writing(location) as connection:
            problem = revision_problem(schema.current(connection))
            if problem is not None:
                raise DatabaseError(f"{location}: {problem}")
            yield connection
            if count is not None:
                connection.exec_driver_sql(NOTE.format(count=count + 1))
