"""Rows of two sides are merged by what sorts them, without holding them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from changed import change, silent
from materiel.changes.rows import merged, table_changes
from materiel.changes.sides import open_side
from materiel.export.tables import Level

keys = st.text(alphabet="aZ\u00e9\uffee\U0001f600", max_size=2)
tables = st.dictionaries(keys, st.integers(0, 2))


def rows(table: dict[str, int]) -> Iterator[Sequence[object]]:
    return iter(sorted(table.items()))


@given(tables, tables)
def test_rows_that_differ_come_in_their_order_with_both_sides(old: dict[str, int], new: dict[str, int]) -> None:
    found = list(merged(rows(old), rows(new), lambda row: (row[0],)))
    differing = sorted(key for key in old | new if old.get(key) != new.get(key))
    assert found == [
        (
            (key, old[key]) if key in old else None,
            (key, new[key]) if key in new else None,
        )
        for key in differing
    ]


def test_changes_of_a_table_are_found_by_its_key(specimen_file: Path, specimen_copy: Path) -> None:
    change(specimen_copy, "UPDATE agent SET name = 'Other' WHERE id = 'otherland'")
    change(specimen_copy, "DELETE FROM mention")
    with (
        open_side(str(specimen_file), silent) as old,
        open_side(str(specimen_copy), silent) as new,
        ExitStack() as stack,
    ):
        sides = [side.content(Level.full, silent, stack) for side in (old, new)]
        agents = table_changes(sides[0], sides[1], "agent")
        mentions = table_changes(sides[0], sides[1], "mention")
    assert list(agents.old) == list(agents.new) == [("otherland",)]
    assert agents.named(agents.new["otherland",])["name"] == "Other"
    assert (len(mentions.old), len(mentions.new)) == (1, 0)
