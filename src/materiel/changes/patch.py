"""A patch: the rows that changed, as `materiel push` applies them to another database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from materiel.changes.rows import Key, differing_rows, primary_key
from materiel.changes.sides import Side
from materiel.export.content import Content, Progress
from materiel.export.tables import ExportTable, Level
from materiel.push.patch import Change, Head, patch_lines


def write_patch(path: Path, old: Side, new: Side, level: Level, progress: Progress) -> None:
    """Write to `path` the patch that makes the rows of `level` in `old` those in `new`."""
    head = Head(level, *(side.about()["content_digest"] for side in (old, new)))
    with ExitStack() as until_end, path.open("w", encoding="utf-8", newline="\n") as file:
        sides = [side.content(level, progress, until_end) for side in (old, new)]
        for line in patch_lines(head, _changes(*sides)):
            file.write(line)


def _changes(old: Content, new: Content) -> Iterator[Change]:
    for table in new.tables:
        yield from _table_changes(old, new, table)


def _table_changes(old: Content, new: Content, table: ExportTable) -> Iterator[Change]:
    """Yield the changes of one table: rows that are new or differ, then those that are gone."""
    key = primary_key(table)
    gone: list[Key] = []
    arrived: set[Key] = set()
    for before, after in differing_rows(old, new, table.name):
        if after is not None:
            yield Change(table.name, "put", after)
        if before is None or after is None or key(before) != key(after):
            if before is not None:
                gone.append(key(before))
            if after is not None:
                arrived.add(key(after))
    # A row that only stands elsewhere in the order was put there.
    yield from (Change(table.name, "retire", row) for row in gone if row not in arrived)
