"""Seeds of any size for the benchmarks: made-up systems and claims, the same for the same numbers.

The records are made in memory and go the way of every seed record (validation, normalisation,
plausibility, ids, adoption); only the parsing of TOML is left out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from materiel.models.properties import Property
from materiel.models.registry import properties
from materiel.seeds.files import Seeds, SourceFile
from materiel.seeds.records import AgentRecord, CategoryRecord, EquipmentRecord, SourceRecord
from materiel.seeds.rows import Known
from materiel.text.canonical import LOCATOR_WORDS

KINDS = ("aircraft", "submarine", "munition", "artillery", "vehicle")
PUBLISHERS = 200
SYSTEMS_PER_SOURCE = 5
CLAIMS_PER_SENTENCE = 4


@dataclass(frozen=True)
class Size:
    """How much to make."""

    systems: int
    claims: int

    @property
    def claims_per_system(self) -> int:
        return self.claims // self.systems


def seeds(size: Size) -> Seeds:
    """Make seeds of `size`. Sources are a stream, so that memory stays flat."""
    agents = {f"publisher-{n}": AgentRecord(name=f"Publisher {n}", kind="publisher") for n in range(PUBLISHERS)}
    categories = {f"test {kind}": CategoryRecord(kind=kind) for kind in KINDS}
    equipment = {}
    for n in range(size.systems):
        kind = KINDS[n % len(KINDS)]
        record = EquipmentRecord(name=f"System {n:06d}", category=f"test {kind}", level="model")
        equipment[f"system-{n:06d}"] = (kind, record)
    return Seeds(
        Known(agents, categories, equipment),
        dict.fromkeys(equipment, "generated"),
        Stream(size),
    )


@dataclass(frozen=True)
class Stream:
    """The sources, each made when it is asked for: by number, so that workers can share them out."""

    size: Size

    @property
    def _per_round(self) -> int:
        return -(-self.size.systems // SYSTEMS_PER_SOURCE)

    def __len__(self) -> int:
        rounds = max(1, self.size.claims_per_system // CLAIMS_PER_SENTENCE)
        return rounds * self._per_round

    def __iter__(self) -> Iterator[SourceFile]:
        yield from self.part(0, len(self))

    def part(self, start: int, stop: int) -> Iterator[SourceFile]:
        """Make the sources from number `start` to before number `stop`."""
        for number in range(start, stop):
            turn, place = divmod(number, self._per_round)
            first = place * SYSTEMS_PER_SOURCE
            members = range(first, min(first + SYSTEMS_PER_SOURCE, self.size.systems))
            record = _source(number, [_sentence(turn, place, n) for place, n in enumerate(members, 1)])
            yield SourceFile(f"source-{number:07d}", "generated", SourceRecord.model_validate(record))


def _source(number: int, sentences: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "title": f"Report {number}",
        "publisher": f"publisher-{number * 7 % PUBLISHERS}",
        "published": f"{1990 + number % 36}-0{1 + number % 9}-1{number % 10}",
        "url": f"https://example.org/{number}",
        "language": "en",
        "kind": ("news article", "specialist press", "maker's publication")[number % 3],
        "rights": "all rights reserved",
        "retrieved": date(2026, 11, 24),
        "scope": "whole",
        "sha256": f"{number:064x}",
        "canonical_version": 1,
        "sentence": sentences,
    }


def _sentence(turn: int, place: int, system: int) -> dict[str, Any]:
    kind = KINDS[system % len(KINDS)]
    names = list(properties(kind).items())
    claim = {}
    for step in range(CLAIMS_PER_SENTENCE):
        name, prop = names[(turn * CLAIMS_PER_SENTENCE // 2 + step) % len(names)]
        claim[name] = _value(prop, system * 31 + turn)
    text = f"The System {system:06d} is described once more here, in report round {turn}, with some figures."
    words = text.split()
    says = {
        "about": f"system-{system:06d}",
        "firmness": "asserted",
        "quote": f"System {system:06d}",
        "claim": claim,
    }
    return {
        "ordinal": place,
        "paragraph": place,
        # The text is in canonical form as it is.
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "starts": " ".join(words[:LOCATOR_WORDS]),
        "ends": " ".join(words[-LOCATOR_WORDS:]),
        "says": [says],
    }


def _value(prop: Property, number: int) -> str | int:
    if prop.value_type == "date":
        return f"{1950 + number % 70}-{1 + number % 12:02d}"
    if prop.low is None or prop.high is None:
        return f"{prop.label} {number % 50}"
    span = prop.high - prop.low
    if prop.value_type == "integer":
        return int(prop.low + span * (number % 97) / 97)
    return f"{prop.low + span * (number % 997) / 997:.2f} {prop.unit}"
