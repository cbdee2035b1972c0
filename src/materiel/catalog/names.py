"""Systems are found by any of their names, in any script, whatever its case, spaces and hyphens."""

from __future__ import annotations

from typing import Any

from materiel.catalog import queries
from materiel.database.reader import Reader
from materiel.errors import AmbiguousNameError, NameNotFoundError
from materiel.text.names import name_key

_OFFERED = 5
_CLOSE = 60.0
"""Names less alike than this (of 100) are no help."""


def resolve(reader: Reader, name: str) -> str:
    """Return the id of the system that goes by `name`.

    Raises `NameNotFoundError`, with close matches, and `AmbiguousNameError`, with the candidates.
    """
    found = reader.rows(queries.LOOKUP, key=name_key(name))
    ids = {row["id"] for row in found}
    if name in ids:
        return name  # An id names its system, whatever else goes by it.
    if len(ids) > 1:
        # An id and a chosen name go before what a source happens to call a system.
        own = {row["id"] for row in found if row["found"] == name or row["origin"] in ("id", "name")}
        ids = own if len(own) == 1 else ids
    if len(ids) == 1:
        return str(ids.pop())
    if ids:
        listed = ", ".join(sorted({f"{row['name']} ({row['id']})" for row in found}))
        raise AmbiguousNameError(f"{name!r} is the name of several systems: {listed}; give an id")
    raise NameNotFoundError(f"no system is called {name!r}{_suggestion(reader, name)}")


def _suggestion(reader: Reader, name: str) -> str:
    close = close_names(reader, name)
    if not close:
        return "; `materiel list` names them all"
    return "; did you mean " + ", ".join(f"{row['name']} ({row['id']})" for row in close) + "?"


def close_names(reader: Reader, name: str) -> list[dict[str, Any]]:
    """Return names that are written almost like `name`, at most one for a system, the closest first."""
    from rapidfuzz import fuzz, process

    names = reader.rows(queries.ALL_NAMES)
    ranked = process.extract(
        name_key(name),
        [name_key(row["name"]) for row in names],
        scorer=fuzz.ratio,
        limit=_OFFERED * 4,
        score_cutoff=_CLOSE,
    )
    close: dict[str, dict[str, Any]] = {}
    for _, _, place in ranked:
        close.setdefault(names[place]["id"], names[place])
    return list(close.values())[:_OFFERED]


def complete(reader: Reader, prefix: str) -> list[str]:
    """Return names that begin like `prefix`, for the completion of a shell."""
    key = name_key(prefix)
    found = reader.rows(queries.LOOKUP_PREFIX, key=key, after=f"{key}\U0010ffff", most=50)
    return [row["name"] for row in found]
