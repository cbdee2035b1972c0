"""A whole set of seeds becomes rows, with the editors' decisions matched to the claims they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from materiel.errors import SeedError
from materiel.models.vocabulary import ADOPTABLE
from materiel.seeds.files import Seeds, read_seeds
from materiel.seeds.records import Choice
from materiel.seeds.rows import (
    Problems,
    Row,
    Rows,
    agent_rows,
    category_rows,
    equipment_rows,
    source_rows,
)

Key = tuple[str, str, str, int]


@dataclass
class _Decision:
    """An editor's decision, and the claims that fit it (there must be one)."""

    equipment: str
    section: str
    choice: Choice
    claims: list[Row] = field(default_factory=list)
    firmness: str = ""

    @property
    def where(self) -> str:
        return f"{self.section}, {self.choice.property}"


@dataclass
class Conversion:
    """Rows of a set of seeds. After `rows()` is exhausted, `pins` and `problems` are complete.

    `pins` maps the id of a claim to the editor's reason for adopting it.
    """

    seeds: Seeds
    problems: Problems
    pins: dict[str, str] = field(default_factory=dict)
    sources: int = 0
    statements: int = 0
    flagged: int = 0

    def rows(self) -> Rows:
        """Yield all rows: what others refer to comes first."""
        known = self.seeds.known
        decisions = _decisions(self.seeds)
        yield from agent_rows(known.agents)
        yield from category_rows(known.categories)
        yield from equipment_rows(known, self.seeds.equipment_files, self.problems)
        for source in self.seeds.sources:
            self.sources += 1
            yield from self._decided(
                source_rows(source.id, source.record, known, source.file, self.problems), source.id, decisions
            )
        self._conclude(decisions)

    def _decided(self, rows: Rows, source_id: str, decisions: dict[Key, list[_Decision]]) -> Rows:
        ordinals: dict[str, int] = {}
        evidence: Row = {}
        for table, row in rows:
            if table == "sentence":
                ordinals[row["id"]] = row["ordinal"]
            elif table == "evidence":
                evidence = row
                self.statements += 1
            elif table == "claim":
                self.flagged += row["flag"] is not None
                if decisions:
                    key = (row["equipment_id"], row["property"], source_id, ordinals[evidence["sentence_id"]])
                    _apply(decisions.get(key, ()), row, evidence["firmness"])
            yield table, row

    def _conclude(self, decisions: dict[Key, list[_Decision]]) -> None:
        for decision in (decision for several in decisions.values() for decision in several):
            file = self.seeds.equipment_files[decision.equipment]
            if len(decision.claims) != 1:
                found = "no claim fits" if not decision.claims else "several claims fit; give the condition"
                self.problems.add(file, decision.where, found)
            elif decision.section == "adopt":
                self._pin(decision, file)

    def _pin(self, decision: _Decision, file: str) -> None:
        claim = decision.claims[0]
        if decision.firmness not in ADOPTABLE:
            self.problems.add(
                file, decision.where, f"the claim is {decision.firmness}; nobody stands behind it"
            )
        elif claim["state"] != "known":
            self.problems.add(file, decision.where, f"the value is {claim['state']}")
        elif claim["flag"] is not None and claim["flag_resolution"] is None:
            self.problems.add(file, decision.where, f"{claim['flag']}; unflag it first, with a reason")
        else:
            self.pins[claim["evidence_id"]] = decision.choice.reason


def _decisions(seeds: Seeds) -> dict[Key, list[_Decision]]:
    found: dict[Key, list[_Decision]] = {}
    for equipment_id, (_, record) in seeds.known.equipment.items():
        for section, choices in (("unflag", record.unflag), ("adopt", record.adopt)):
            for choice in choices:
                key = (equipment_id, choice.property, choice.source, choice.sentence)
                found.setdefault(key, []).append(_Decision(equipment_id, section, choice))
    return found


def _apply(decisions: Sequence[_Decision], row: dict[str, Any], firmness: str) -> None:
    for decision in decisions:
        if decision.choice.condition in (None, row["condition"]):
            decision.claims.append(row)
            decision.firmness = firmness
            if decision.section == "unflag":
                row["flag_resolution"] = decision.choice.reason


def check_seeds(directories: Sequence[Path]) -> Conversion:
    """Read and convert the seeds in `directories` without writing anything.

    Raises `SeedError` with all that is wrong.
    """
    problems = Problems()
    conversion = Conversion(read_seeds(directories, problems), problems)
    _exhaust(conversion.rows())
    if problems.lines:
        raise SeedError(problems.lines)
    return conversion


def _exhaust(rows: Iterator[object]) -> None:
    for _ in rows:
        pass
