"""Which schema a database has, told without Alembic: a lookup does not load it."""

from __future__ import annotations

from typing import Final

REVISIONS: Final = ("0001", "0002", "0003", "0004", "0005")
"""All revisions of the schema, oldest first. A test holds it to the migrations."""


def revision_problem(revision: str | None) -> str | None:
    """Say why a database at `revision` cannot be read by this version, and what to do. None if it can."""
    if revision == REVISIONS[-1]:
        return None
    if revision is None:
        return "is no materiel database; `materiel db init` makes one"
    if revision in REVISIONS:
        return f"has an older schema ({revision}); `materiel db upgrade` brings it up to date"
    return f"was made by a newer version of materiel (schema {revision}); upgrade the program"
