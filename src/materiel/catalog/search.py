"""Full-text search over names, descriptions and quotes, ranked by the engine's own means."""

from __future__ import annotations

import re
from typing import Any

from materiel.catalog import queries
from materiel.database.reader import Reader
from materiel.errors import ConditionError

_WORD = re.compile(r"\w+")


def search(reader: Reader, words: str, limit: int) -> list[dict[str, Any]]:
    """Return the texts that hold all of `words`, the best first, with the system each belongs to.

    Raises `ConditionError` if there is no word to look for.
    """
    found = _WORD.findall(words)
    if not found:
        raise ConditionError("give at least one word to search for")
    # Each word in quotes: none of them is taken for an operator of the query language.
    query = " ".join(f'"{word}"' for word in found) if reader.dialect == "sqlite" else " ".join(found)
    rows = reader.rows(queries.SEARCH[reader.dialect], query=query, most=limit)
    columns = ("id", "name", "kind", "field", "text")
    return [{"rank": rank, **{name: row[name] for name in columns}} for rank, row in enumerate(rows, 1)]
