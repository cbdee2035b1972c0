"""Adoption of claims system by system: which are adopted, and what then stands in the typed tables."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any

from materiel.models.registry import properties, table_of
from materiel.models.vocabulary import ADOPTABLE
from materiel.seeds.adoption import Candidate, choose
from materiel.seeds.batches import columns
from materiel.seeds.spool import Draft

Cells = dict[str, dict[str, dict[str, Any]]]
"""Adopted values by table, system and column."""


@dataclass
class Adopted:
    """All claims of some systems as rows, in order, and the cells that the adopted ones fill."""

    claims: list[tuple[Any, ...]] = field(default_factory=list)
    cells: Cells = field(default_factory=dict)
    count: int = 0


def adopt(share: Iterable[bytes], pins: dict[str, str]) -> Adopted:
    """Choose among the claims in `share`, pickled lists of drafts, for each system, property and condition."""
    drafts: list[Draft] = [draft for pickled in share for draft in pickle.loads(pickled)]  # noqa: S301 - our own
    drafts.sort(key=lambda draft: _order(draft.claim))
    adopted = Adopted()
    for (system, kind, name, condition), group in groupby(drafts, key=lambda draft: _cell(draft.claim)):
        chosen = _adopt_one(list(group), pins, adopted)
        if chosen is not None and not condition:
            found = adopted.cells.setdefault(table_of(kind, name), {}).setdefault(system, {})
            found[name] = cell(kind, name, chosen)
    return adopted


def _columns_of_claim(*names: str) -> itemgetter[Any]:
    return itemgetter(*(columns()["claim"].index(name) for name in names))


_cell = _columns_of_claim("equipment_id", "kind", "property", "condition")
_order = _columns_of_claim("equipment_id", "property", "condition", "evidence_id")
_soundness = _columns_of_claim("state", "flag", "flag_resolution")
_candidate = _columns_of_claim("evidence_id", "value", "low", "high", "slack", "earliest", "latest", "bound", "as_of")
_BEFORE_ADOPTION = columns()["claim"].index("adopted")
"""The last two columns say whether a claim is adopted, and why."""


def _adopt_one(group: Sequence[Draft], pins: dict[str, str], adopted: Adopted) -> Candidate | None:
    choice = choose([_as_candidate(draft) for draft in group if _is_sound(draft)], pins)
    for draft in group:
        claim = draft.claim
        if choice is not None and claim[0] == choice.candidate.id:
            claim = (*claim[:_BEFORE_ADOPTION], 1, choice.reason)
            adopted.count += 1
        adopted.claims.append(claim)
    return None if choice is None else choice.candidate


def _is_sound(draft: Draft) -> bool:
    state, flag, resolution = _soundness(draft.claim)
    return draft.firmness in ADOPTABLE and state == "known" and (flag is None or resolution is not None)


def _as_candidate(draft: Draft) -> Candidate:
    *stated, as_of = _candidate(draft.claim)
    return Candidate._make((*stated, draft.origin, draft.source_kind, as_of or draft.published or ""))


def cell(kind: str, name: str, claim: Candidate) -> float | str | None:
    """Return what stands in the typed column: the number (of a range, its lower end), the words, the date."""
    number = claim.low if claim.low is not None else claim.high
    if number is None:
        return claim.value
    return int(number) if properties(kind)[name].value_type == "integer" else number
