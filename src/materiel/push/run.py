"""Pushing: rows of ours into the tables of another application.

Its own rows, those without a status, are never touched. Rows of ours get our values, whatever they were changed to;
columns that the application added to our tables keep theirs. A row that the data no longer have is marked as
retired. When only some systems or tables are pushed, the rows of the others are left as they are: retired is what
the data no longer have at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from materiel.database.location import Location
from materiel.export.content import Progress
from materiel.push.comparison import DELETE, INSERT, KEEP, REFERRED, RETIRE, UPDATE, Comparison
from materiel.push.definition import complete, define
from materiel.push.feed import Feed
from materiel.push.fit import Standing, standings
from materiel.push.loading import fill
from materiel.push.references import References
from materiel.push.report import NAMED, SHOWN_IDS, PushReport, TableReport
from materiel.push.session import Session, pushing
from materiel.push.targets import CURRENT, Target, chosen, targets

_OPERATIONS = dict(zip(NAMED, (INSERT, UPDATE, RETIRE, DELETE, REFERRED, KEEP), strict=True))
"""Of each figure of a report whose rows are named, the operation that it counts."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What is pushed, and how: `tables` by name (all, if there are none), `prefix` and `schema` of their names.

    `dry_run`: only say what would change. `delete_retired`: retired rows go, unless something refers to them.
    """

    tables: Sequence[str] = ()
    prefix: str = ""
    schema: str | None = None
    dry_run: bool = False
    delete_retired: bool = False


def push(feed: Feed, location: Location, choices: Choices, progress: Progress) -> PushReport:
    """Push the rows of `feed` to the database at `location`, all or none of them.

    Raises `ExportError` for tables or names that cannot be, `FitError` if tables there cannot take our rows, and
    `DatabaseError` if the database fails. Nothing was written then.
    """
    wanted = targets(chosen(feed.tables, choices.tables), choices.prefix, choices.schema)
    with pushing(location, progress, dry_run=choices.dry_run) as session:
        tables = _Push(session, feed, wanted, choices, progress, str(location)).run()
    return PushReport(str(location), choices.dry_run, tables)


class _Push:
    """One push, in its transaction."""

    def __init__(
        self, session: Session, feed: Feed, wanted: list[Target], choices: Choices, progress: Progress, shown: str
    ) -> None:
        self._session = session
        self._feed = feed
        self._choices = choices
        self._progress = progress
        self._standings = standings(session.connection, wanted, feed, shown)
        self._comparisons: dict[str, Comparison] = {}
        self._pushed: dict[str, int] = {}

    def run(self) -> list[TableReport]:
        """Push everything. Return what happened to each table."""
        dry_run = self._choices.dry_run
        if not dry_run:
            self._lock()
            define(self._session, self._standings)
        for number, standing in enumerate(self._standings):
            name = standing.target.name
            if standing.filled:
                self._pushed[name] = self._compare(standing, number)
            elif dry_run:
                self._pushed[name] = self._feed.count(standing.target.source)
            else:
                self._pushed[name] = self._fill(standing.target)
        if not dry_run:
            self._progress("keys and indexes", 0)
            complete(self._session, self._standings)
        self._retire()
        return [self._report(standing) for standing in self._standings]

    def _lock(self) -> None:
        """Let the application read meanwhile, but not write: what was compared must stay as it was."""
        if self._session.dialect == "postgresql":
            preparer = self._session.connection.dialect.identifier_preparer
            present = [preparer.format_table(found.target.table) for found in self._standings if found.present]
            if present:
                lock = f"LOCK TABLE {', '.join(present)} IN SHARE ROW EXCLUSIVE MODE"
                self._session.connection.exec_driver_sql(lock)

    def _fill(self, target: Target) -> int:
        return fill(self._session.connection, target.table, self._feed, target.source, CURRENT)

    def _compare(self, standing: Standing, number: int) -> int:
        target = standing.target
        missing = [str(column.name) for column in standing.added]
        comparison = Comparison(self._session.connection, target, number, missing)
        self._comparisons[target.name] = comparison
        pushed = comparison.run(self._feed, with_retired=self._choices.delete_retired)
        if not self._choices.dry_run:
            comparison.apply()
        comparison.close()
        return pushed

    def _retire(self) -> None:
        """Mark or delete what is gone, those first that refer to others."""
        comparisons = list(self._comparisons.values())
        delete = self._choices.delete_retired
        references = References(self._session.connection, comparisons) if delete and comparisons else None
        for comparison in reversed(comparisons):
            if references is not None:
                if not self._choices.dry_run:
                    comparison.lock_gone()
                references.mark_deletable(comparison)
            if not self._choices.dry_run:
                comparison.retire()

    def _report(self, standing: Standing) -> TableReport:
        target, pushed = standing.target, self._pushed[standing.target.name]
        added = [str(column.name) for column in standing.added]
        comparison = self._comparisons.get(target.name)
        if comparison is None:
            ids = {"inserted": self._first_ids(target)} if pushed else {}
            return TableReport(target.name, not standing.present, added, inserted=pushed, ids=ids)
        counts = comparison.counts()
        figures = {name: counts.get(operation, 0) for name, operation in _OPERATIONS.items()}
        ids = {name: comparison.ids(_OPERATIONS[name], SHOWN_IDS) for name, figure in figures.items() if figure}
        unchanged = pushed - figures["inserted"] - figures["updated"] - figures["kept"]
        return TableReport(target.name, False, added, unchanged=unchanged, ids=ids, **figures)

    def _first_ids(self, target: Target) -> list[str]:
        places = [place for place, column in enumerate(target.columns) if column.primary_key]
        rows = islice(self._feed.rows(target.source), SHOWN_IDS)
        return ["/".join(str(row[place]) for place in places) for row in rows]
