"""Full-text search over names, descriptions and quotes, by the engine's own index."""

from __future__ import annotations

from typing import Any

from materiel.catalog import queries
from materiel.database.reader import Reader
from materiel.errors import ConditionError
from materiel.text.words import words as words_of


def search(reader: Reader, words: str, limit: int) -> list[dict[str, Any]]:
    """Return the texts that hold all of `words`, the best first, with the system each belongs to.

    Texts in which the words follow each other come first; of these, names before descriptions before
    quotes, and the shorter text first. Raises `ConditionError` if there is no word to look for.
    """
    found = words_of(words)
    if not found:
        raise ConditionError("give at least one word to search for")
    rows = reader.rows(queries.SEARCH[reader.dialect], words=" ".join(found), most=limit)
    return [{"rank": rank, **row} for rank, row in enumerate(rows, 1)]
