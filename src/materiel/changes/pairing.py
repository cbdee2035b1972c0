"""Which statement of one side became which of the other, where an edit gave it another id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any, Final

Row = dict[str, Any]

Distance = Callable[[Row, Row], int]
"""Returns in how many fields a statement of the old side differs from one of the new side."""

_SENTENCES: Final[tuple[Callable[[Row], tuple[Any, ...]], ...]] = (
    lambda row: (row["sentence_id"],),
    # Where its hash was corrected, and with it its id.
    lambda row: (row["source_id"], row["sentence_ordinal"]),
)
"""What tells that statements of two sides stand under one sentence; the surer way first."""


def paired(removed: list[Row], added: list[Row], distance: Distance) -> list[tuple[Row, Row]]:
    """Pair statements that are gone with new ones: those of one sentence on one property of a system.

    All are about one system. Where there are several, the most alike ones are a pair, whichever side is older.
    """
    found: list[tuple[Row, Row]] = []
    for sentence in _SENTENCES:
        groups: dict[Any, tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
        for place, rows in enumerate((removed, added)):
            for row in rows:
                groups[*sentence(row), row["statement"], row["property"]][place].append(row)
        for group in groups.values():
            found += _most_alike(*group, distance)
        taken = {row["statement_id"] for pair in found for row in pair}
        removed, added = ([row for row in rows if row["statement_id"] not in taken] for rows in (removed, added))
    return found


def _most_alike(removed: list[Row], added: list[Row], distance: Distance) -> Iterator[tuple[Row, Row]]:
    def order(pair: tuple[Row, Row]) -> tuple[Any, ...]:
        # Among equals the ids decide, in an order that is the same when the sides change places.
        return distance(*pair), *sorted(row["statement_id"] for row in pair)

    taken: set[str] = set()
    for before, after in sorted(((before, after) for before in removed for after in added), key=order):
        if before["statement_id"] not in taken and after["statement_id"] not in taken:
            taken |= {before["statement_id"], after["statement_id"]}
            yield before, after
