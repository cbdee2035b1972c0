"""A whole set of seeds becomes rows, with the editors' decisions matched to the claims they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path

from materiel.errors import SeedError
from materiel.garbage import uncollected
from materiel.models.vocabulary import ADOPTABLE
from materiel.seeds.batches import Batch, pack
from materiel.seeds.files import Seeds, SourceFile, read_seeds
from materiel.seeds.records import Choice
from materiel.seeds.rows import (
    Problems,
    References,
    Row,
    Rows,
    agent_rows,
    category_rows,
    equipment_rows,
    source_rows,
)
from materiel.seeds.statements import spans_of
from materiel.seeds.streams import Stream, is_long
from materiel.workers import Workers, shared_work, workers

_SOURCES = 100
"""Sources in a batch."""

Key = tuple[str, str, str, int]
"""What a decision names: system, property, source, and the ordinal of the sentence."""


@dataclass(frozen=True, slots=True)
class Decision:
    """An editor's decision, numbered from 0. One claim has to fit it."""

    number: int
    equipment: str
    section: str
    choice: Choice

    @property
    def where(self) -> str:
        """The place in the file of the system, for a problem."""
        return f"{self.section}, {self.choice.property}"


@dataclass(frozen=True, slots=True)
class Fit:
    """A claim that fits a decision, and how firmly it is said."""

    decision: int
    claim: Row
    firmness: str


@dataclass(frozen=True, slots=True)
class Flagged:
    """A claim whose value is not plausible, with its source and the ordinal of its sentence."""

    source: str
    sentence: int
    claim: Row


@dataclass
class Findings:
    """What the conversion of sources finds, besides their rows."""

    problems: Problems = field(default_factory=Problems)
    sources: int = 0
    statements: int = 0
    flagged: list[Flagged] = field(default_factory=list)
    fits: list[Fit] = field(default_factory=list)

    def add(self, other: Findings) -> None:
        """Add what was found in the sources that come next."""
        self.problems.lines.extend(other.problems.lines)
        self.sources += other.sources
        self.statements += other.statements
        self.flagged.extend(other.flagged)
        self.fits.extend(other.fits)


@dataclass(frozen=True, slots=True)
class SourceConverter:
    """Converts sources, one by one, by what it holds: it can be sent to another process."""

    known: References
    decisions: dict[Key, list[Decision]]

    def rows(self, source: SourceFile, found: Findings) -> Rows:
        """Yield the rows of `source`. What else there is to know of it is added to `found`."""
        found.sources += 1
        ordinals: dict[str, int] = {}
        evidence: Row = {}
        for table, row in source_rows(source.id, source.record, self.known, source.file, found.problems):
            if table == "claim":
                if row["flag"] is not None:
                    found.flagged.append(Flagged(source.id, ordinals[evidence["sentence_id"]], row))
                if self.decisions:
                    key = (row["equipment_id"], row["property"], source.id, ordinals[evidence["sentence_id"]])
                    _decide(self.decisions.get(key, ()), row, evidence["firmness"], found)
            elif table == "evidence":
                evidence = row
                found.statements += 1
            elif table == "sentence":
                ordinals[row["id"]] = row["ordinal"]
            yield table, row


def _convert(converter: SourceConverter, sources: Iterable[SourceFile]) -> tuple[Batch, Findings]:
    found = Findings()
    return pack(row for source in sources for row in converter.rows(source, found)), found


def _convert_part(converter: SourceConverter, sources: Stream, start: int, stop: int) -> tuple[Batch, Findings]:
    return _convert(converter, sources.part(start, min(stop, len(sources))))


def _parts(sources: Iterable[SourceFile]) -> Iterator[list[SourceFile]]:
    remaining = iter(sources)
    while some := list(islice(remaining, _SOURCES)):
        yield some


def _decide(decisions: Sequence[Decision], claim: Row, firmness: str, found: Findings) -> None:
    for decision in decisions:
        if decision.choice.condition in (None, claim["condition"]):
            found.fits.append(Fit(decision.number, claim, firmness))
            if decision.section == "unflag":
                claim["flag_resolution"] = decision.choice.reason


class Conversion:
    """The conversion of a set of seeds.

    After `rows()` or `batches()` is exhausted, the counts, `problems` and `pins` are complete. `pins` maps
    the id of a claim to the editor's reason for adopting it.
    """

    def __init__(self, seeds: Seeds, problems: Problems) -> None:
        self.seeds = seeds
        self.problems = problems
        self.pins: dict[str, str] = {}
        self._pinned: set[tuple[str, str, str]] = set()
        self._found = Findings(problems)
        self._decisions = list(_decisions(seeds))
        by_key: dict[Key, list[Decision]] = {}
        for key, decision in self._decisions:
            by_key.setdefault(key, []).append(decision)
        self._converter = SourceConverter(_references(seeds), by_key)

    @property
    def sources(self) -> int:
        """How many sources there are."""
        return self._found.sources

    @property
    def statements(self) -> int:
        """How many statements the sources make."""
        return self._found.statements

    @property
    def flagged(self) -> Sequence[Flagged]:
        """The claims whose value is not plausible."""
        return self._found.flagged

    def rows(self) -> Rows:
        """Yield all rows: what others refer to comes first."""
        yield from self._shared_rows()
        for source in self.seeds.sources:
            yield from self._converter.rows(source, self._found)
        self._conclude()

    def workers(self) -> AbstractContextManager[Workers]:
        """Return the workers to convert with: processes of their own, where there are very many sources."""
        sources = self.seeds.sources
        return workers(partial(_convert_part, self._converter, sources) if is_long(sources) else None)

    def batches(self, workers: Workers | None = None) -> Iterator[Batch]:
        """Yield the same rows in batches. The rows of a source are in one batch."""
        yield pack(self._shared_rows())
        sources = self.seeds.sources
        if workers is not None and workers.separate and is_long(sources):
            tasks = ((start, start + _SOURCES) for start in range(0, len(sources), _SOURCES))
            results = workers.map(shared_work, tasks)
        else:
            results = (_convert(self._converter, some) for some in _parts(sources))
        for batch, found in results:
            self._found.add(found)
            yield batch
        self._conclude()

    def _shared_rows(self) -> Rows:
        known = self.seeds.known
        yield from agent_rows(known.agents)
        yield from category_rows(known.categories)
        yield from equipment_rows(known, self.seeds.equipment_files, self.problems)

    def _conclude(self) -> None:
        fits: dict[int, list[Fit]] = {}
        for fit in self._found.fits:
            fits.setdefault(fit.decision, []).append(fit)
        for _, decision in self._decisions:
            found = fits.get(decision.number, [])
            if len(found) != 1:
                wrong = "several claims fit; give the condition" if found else "no claim fits"
                self._wrong(decision, wrong)
            elif decision.section == "adopt":
                self._pin(decision, found[0])
            elif found[0].claim["flag"] is None:
                self._wrong(decision, "the value is not flagged")

    def _pin(self, decision: Decision, fit: Fit) -> None:
        claim = fit.claim
        cell = (decision.equipment, claim["property"], claim["condition"])
        if cell in self._pinned:
            self._wrong(decision, "another claim on the same is adopted already")
        elif fit.firmness not in ADOPTABLE:
            self._wrong(decision, f"the claim is {fit.firmness}; nobody stands behind it")
        elif claim["state"] != "known":
            self._wrong(decision, f"the value is {claim['state']}")
        elif claim["flag"] is not None and claim["flag_resolution"] is None:
            self._wrong(decision, f"{claim['flag']}; unflag it first, with a reason")
        else:
            self._pinned.add(cell)
            self.pins[claim["evidence_id"]] = decision.choice.reason

    def _wrong(self, decision: Decision, reason: str) -> None:
        self.problems.add(self.seeds.equipment_files[decision.equipment], decision.where, reason)


def _references(seeds: Seeds) -> References:
    known = seeds.known.references()
    if isinstance(seeds.sources, Stream):
        # Its sources are made anew each time they are asked for: that takes longer than it is worth here.
        return known
    return replace(known, spans=spans_of((source.record for source in seeds.sources), known))


def _decisions(seeds: Seeds) -> Iterator[tuple[Key, Decision]]:
    number = 0
    for equipment_id, (_, record) in seeds.known.equipment.items():
        for section, choices in (("unflag", record.unflag), ("adopt", record.adopt)):
            for choice in choices:
                key = (equipment_id, choice.property, choice.source, choice.sentence)
                yield key, Decision(number, equipment_id, section, choice)
                number += 1


def check_seeds(directories: Sequence[Path]) -> Conversion:
    """Read and convert the seeds in `directories` without writing anything.

    Raises `SeedError` with all that is wrong.
    """
    problems = Problems()
    with uncollected():
        conversion = Conversion(read_seeds(directories, problems), problems)
        for _ in conversion.rows():
            pass
    if problems.lines:
        raise SeedError(problems.lines)
    return conversion
