"""Many copies are held against their sources at once. Nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from materiel.catalog.sources import source_record
from materiel.database.reader import Reader
from materiel.errors import ArticlesError, ConditionError, CopyError
from materiel.library.choice import Sources, best_copies
from materiel.library.copies import Copy, no_copy


@dataclass(frozen=True, slots=True)
class Verification:
    """A copy of each source, in the order of their ids, and a line for each article that could not be read."""

    copies: list[Copy]
    problems: list[str]


def verify(
    reader: Reader,
    directory: Path,
    source_ids: Collection[str],
    progress: Callable[[str, int], None],
    *,
    every: bool = False,
) -> Verification:
    """Hold what is in `directory` against sources: those given, all (`every`), else those that have a copy there.

    Raises `NotInDatabaseError` for a source that is not known, `ConditionError` for sources together with `every`,
    `CopyError` if no copy of any source is there, and `ArticlesError` if that is for want of a file that can be read.
    """
    if source_ids and every:
        raise ConditionError("--all: all sources are verified; name none, or leave it out")
    for source_id in source_ids:
        source_record(reader, source_id)
    sources = Sources(reader, source_ids or None)
    choice = best_copies(sources, [directory], progress)
    if not choice.copies:
        if choice.problems:
            raise ArticlesError(choice.problems)
        raise CopyError(f"{directory}: holds no copy of {' or '.join(source_ids) or 'any source'}")
    ids = sources.ids if source_ids or every else sorted(choice.copies)
    copies = [choice.copies.get(source_id) or no_copy(sources.locators(source_id)) for source_id in ids]
    return Verification(copies, choice.problems)
