"""Two sides are compared: what was added, removed or changed on the way from the old one to the new one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any, Final

from materiel.catalog import queries
from materiel.changes.disputes import dispute_changes, systems_in_dispute
from materiel.changes.records import IDENTITY, WAYS, record_changes, source_changes
from materiel.changes.rows import TableChanges, table_changes
from materiel.changes.sides import Side
from materiel.changes.statements import TABLES, StatementChanges
from materiel.export.content import Progress
from materiel.export.tables import Level

Row = dict[str, Any]

SECTIONS: Final = {
    "systems": ("systems", "categories"),
    "statements": ("statements",),
    "values": ("values",),
    "disputes": ("disputes",),
    "sources": ("sources", "agents"),
}
"""What can be asked for, and the lists of changes that answer it."""

_READ_FOR = {
    "systems": ("equipment", "category"),
    "statements": TABLES,
    "values": TABLES,
    "disputes": (*TABLES, "property"),
    "sources": ("source", "sentence", "mention", "agent"),
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed: `lists` has the changes by what they are changes of, `old` and `new` say what was compared."""

    old: Row
    new: Row
    lists: dict[str, list[Row]]

    @property
    def changed(self) -> bool:
        """Whether anything did."""
        return any(self.lists.values())

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        """How many were added, removed and changed."""
        found = {name: Counter(row["change"] for row in rows) for name, rows in self.lists.items()}
        return {name: {one: ways[one] for one in WAYS} for name, ways in found.items()}

    @property
    def document(self) -> Row:
        """All of it, as JSON has it."""
        return {"old": self.old, "new": self.new, "changed": self.changed, "counts": self.counts, **self.lists}


def compare(old: Side, new: Side, sections: Collection[str], units: str, progress: Progress) -> Comparison:
    """Compare `old` with `new` in these `SECTIONS`, with values in `units`."""
    lists: dict[str, list[Row]] = {
        name: [] for section in SECTIONS if section in sections for name in SECTIONS[section]
    }
    with ExitStack() as until_end:
        sides = [side.content(Level.full, progress, until_end) for side in (old, new)]
        wanted = dict.fromkeys(table for section in sections for table in _READ_FOR[section])
        changes = {name: table_changes(sides[0], sides[1], name) for name in wanted}
    if "systems" in sections:
        lists["systems"] = record_changes(changes["equipment"], IDENTITY)
        lists["categories"] = record_changes(changes["category"])
    if "sources" in sections:
        lists["sources"] = source_changes(changes, old, new)
        lists["agents"] = record_changes(changes["agent"])
    if {"statements", "values", "disputes"} & set(sections):
        for name, rows in _stated(old, new, changes, units, progress):
            if name in lists:
                lists[name] += rows
    return Comparison(old.about(), new.about(), lists)


def _stated(
    old: Side, new: Side, changes: Mapping[str, TableChanges], units: str, progress: Progress
) -> Iterator[tuple[str, list[Row]]]:
    """Yield what changed about statements, values and disputes, one system after the other."""
    statements = StatementChanges(old, new, changes, units)
    disputed = _disputed(old, new, changes["property"], progress) if "property" in changes else set()
    for count, system in enumerate(sorted(disputed | statements.systems.keys()), 1):
        progress("systems compared", count)
        renamed: dict[str, str] = {}
        if system in statements.systems:
            found = statements.of(system)
            renamed = found.renamed
            yield "statements", found.statements
            yield "values", found.values
        if "property" in changes:
            yield "disputes", dispute_changes(old, new, system, renamed, units)


def _disputed(old: Side, new: Side, properties: TableChanges, progress: Progress) -> set[str]:
    """Return the systems whose disputes differ for another reason than their statements: what makes a dispute did.

    To look for disputes in all systems takes as long as to compare everything else.
    """
    versions = [
        {row["key"]: row["value"] for row in side.reader.rows(queries.BUILD)}.get("version") for side in (old, new)
    ]
    if not properties.old and not properties.new and versions[0] == versions[1]:
        return set()
    with ExitStack() as until_end:
        return set(systems_in_dispute(*(side.content(Level.short, progress, until_end) for side in (old, new))))
