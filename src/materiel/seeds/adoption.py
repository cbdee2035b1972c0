"""The rule by which one claim is adopted: written here, and explained in words for every choice.

Of the claims on one property of one system under one condition, those can be adopted that somebody
stands behind (asserted, reported, assessed), whose value is known and plausible. A figure goes before
a bound ("more than 1,700"). Then, in this order:

1. the value on which most independent publishers agree,
2. the kind of source (`vocabulary.SOURCE_KINDS`, in that order),
3. the date (the day for which the value is stated, else the day of publication), newest first.

Of claims that agree and are equal so far, the most exact one is taken. An editor can pin a claim, with
a reason; a pin goes before the rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from materiel.models.vocabulary import SOURCE_KINDS

_RANK = {kind: rank for rank, kind in enumerate(SOURCE_KINDS)}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim that can be adopted. Numbers are in the property's unit, dates are ISO 8601 days."""

    id: str
    value: str
    low: float | None
    high: float | None
    slack: float | None
    earliest: str | None
    latest: str | None
    bound: str | None
    origin: str
    source_kind: str
    when: str


@dataclass(frozen=True, slots=True)
class Choice:
    """The claim that was chosen, and why."""

    candidate: Candidate
    reason: str


def agree(a: Candidate, b: Candidate) -> bool:
    """Say whether two claims state the same value, as far as their digits and dates tell."""
    if a.bound != b.bound:
        return False
    if a.bound == "at least":
        return a.low == b.low
    if a.bound == "at most":
        return a.high == b.high
    if a.low is not None and a.high is not None and b.low is not None and b.high is not None:
        reach = (a.slack or 0.0) + (b.slack or 0.0)
        return a.low - reach <= b.high and b.low - reach <= a.high
    if a.value.casefold() == b.value.casefold():
        return True
    return _dated(a) and _dated(b) and _begins(a) <= _ends(b) and _begins(b) <= _ends(a)


def _dated(claim: Candidate) -> bool:
    return claim.earliest is not None or claim.latest is not None


def _begins(claim: Candidate) -> str:
    return claim.earliest or ""


def _ends(claim: Candidate) -> str:
    return claim.latest or "9999-12-31"


def choose(candidates: Sequence[Candidate], pins: dict[str, str]) -> Choice | None:
    """Choose one of `candidates` by the rule, or the one that an editor pinned. None if there are none."""
    for candidate in candidates:
        if candidate.id in pins:
            return Choice(candidate, f"chosen by an editor: {pins[candidate.id]}")
    figures = [candidate for candidate in candidates if candidate.bound is None] or list(candidates)
    if len(figures) <= 1:
        return _only(figures, len(candidates))
    support = {
        claim.id: len({other.origin for other in figures if agree(claim, other)}) for claim in figures
    }

    def merit(claim: Candidate) -> tuple[int, int]:
        return support[claim.id], -_RANK[claim.source_kind]

    best = max(figures, key=lambda claim: (*merit(claim), claim.when, claim.id))
    equals = [claim for claim in figures if merit(claim) == merit(best) and agree(claim, best)]
    exact = min(equals, key=_vagueness)
    return Choice(exact, _reason(exact, figures, support))


def _only(figures: Sequence[Candidate], total: int) -> Choice | None:
    if not figures:
        return None
    return Choice(figures[0], "the only claim" if total == 1 else "the only figure; the other claims are bounds")


def _vagueness(claim: Candidate) -> tuple[float, str, str]:
    """Order claims from the most exact: narrow ranges and fine digits first, then late dates."""
    if claim.low is not None and claim.high is not None:
        width = claim.high - claim.low + 2 * (claim.slack or 0.0)
    elif claim.earliest is not None and claim.latest is not None:
        width = float(_day_number(claim.latest) - _day_number(claim.earliest))
    else:
        width = 0.0
    newest_first = "".join(chr(0x10FFFF - ord(char)) for char in claim.when)
    return width, newest_first, claim.id


def _day_number(day: str) -> int:
    year, month, date = day.split("-")
    return int(year) * 372 + int(month) * 31 + int(date)


def _reason(best: Candidate, figures: Sequence[Candidate], support: dict[str, int]) -> str:
    rivals = [claim for claim in figures if not agree(claim, best)]
    agreed = support[best.id]
    if not rivals:
        return f"all {len(figures)} claims agree; the most exact of the best kind of source is taken"
    strongest = max(support[claim.id] for claim in rivals)
    if agreed > strongest:
        return f"{agreed} independent publishers agree; no other value has more than {strongest}"
    tied = [claim for claim in rivals if support[claim.id] == agreed]
    together = "no publishers agree" if agreed == 1 else f"values on which {agreed} publishers agree are tied"
    kinds = sorted({claim.source_kind for claim in tied}, key=_RANK.__getitem__)
    if best.source_kind not in kinds:
        return f"{together}; a {best.source_kind} goes before a {kinds[0]}"
    if any(claim.when < best.when for claim in tied if claim.source_kind == best.source_kind):
        return f"{together}, the sources are of one kind; the newest is taken"
    return f"{together}, and nothing sets the claims apart; one is taken by its id"
