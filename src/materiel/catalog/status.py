"""What a database is, and how much it holds; also of one that cannot be read."""

from __future__ import annotations

from typing import Any

from materiel.catalog import queries
from materiel.database.location import Location
from materiel.database.reader import open_reader
from materiel.database.revision import REVISIONS
from materiel.errors import DatabaseError


def status(location: Location) -> dict[str, Any]:
    """Describe the database at `location`. A missing or unusable one is described, not refused."""
    facts: dict[str, Any] = {"database": str(location), "program_schema": REVISIONS[-1]}
    try:
        with open_reader(location) as reader:
            facts["state"] = "ready"
            facts["engine"] = reader.dialect
            facts.update(reader.rows(queries.COUNTS)[0])
            facts.update({row["key"]: row["value"] for row in reader.rows(queries.BUILD)})
    except DatabaseError as error:
        missing = location.embedded and location.path is not None and not location.path.exists()
        facts["state"] = "not built yet; the first command that needs it builds it" if missing else str(error)
    return facts
