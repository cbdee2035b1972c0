"""What a push did, or would do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

SHOWN_IDS = 100
"""Ids of each kind of change that are named, at the most."""

NAMED = ("inserted", "updated", "retired", "deleted", "referred", "kept")
"""Figures whose rows are named."""


@dataclass(frozen=True, slots=True)
class TableReport:
    """What happened to one table.

    `created`, `added`: the table is new, or got these columns. `unchanged`: rows that were as they are now.
    `referred`: rows that could not be deleted, because others refer to them. `kept`: rows of the application's
    own that have the key of one of ours. `ids` names the first rows by what happened to them.
    """

    table: str
    created: bool
    added: Sequence[str] = ()
    inserted: int = 0
    updated: int = 0
    retired: int = 0
    deleted: int = 0
    unchanged: int = 0
    referred: int = 0
    kept: int = 0
    ids: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def changed(self) -> bool:
        """Whether anything is different now."""
        return bool(self.created or self.added or self.inserted or self.updated or self.retired or self.deleted)


@dataclass(frozen=True, slots=True)
class PushReport:
    """What happened to all tables."""

    destination: str
    dry_run: bool
    tables: Sequence[TableReport]

    @property
    def changed(self) -> bool:
        """Whether anything is different now; of a dry run, whether it would be."""
        return any(table.changed for table in self.tables)
