"""The rule by which one claim is adopted: written here, and explained in words for every choice.

Of the claims on one property of one system under one condition, those can be adopted that somebody
stands behind (asserted, reported, assessed), whose value is known and plausible. A figure goes before
a bound ("more than 1,700"), and a range or period ("the 1980s") gives way to a value inside it ("1983"),
which it supports. Then, in this order:

1. the value on which most independent publishers agree,
2. the kind of source (`vocabulary.SOURCE_KINDS`, in that order),
3. the date (the day for which the value is stated, else the day of publication), newest first.

Of claims that agree and are equal so far, the most exact one is taken. An editor can pin a claim, with
a reason; a pin goes before the rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from materiel.models.vocabulary import SOURCE_KINDS

_RANK = {kind: rank for rank, kind in enumerate(SOURCE_KINDS)}


class Candidate(NamedTuple):
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


class Choice(NamedTuple):
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
    if _folded(a.value) == _folded(b.value):
        return True
    return _dated(a) and _dated(b) and _begins(a) <= _ends(b) and _begins(b) <= _ends(a)


def _folded(text: str) -> str:
    # As the view of contradictions has it.
    return text.lower().replace("-", "").replace(" ", "")


def _dated(claim: Candidate) -> bool:
    return claim.earliest is not None or claim.latest is not None


def _begins(claim: Candidate) -> str:
    return claim.earliest or ""


def _ends(claim: Candidate) -> str:
    return claim.latest or "9999-12-31"


def choose(candidates: Sequence[Candidate], pins: dict[str, str]) -> Choice | None:
    """Choose one of `candidates` by the rule, or the one that an editor pinned. None if there are none."""
    pinned = [candidate for candidate in candidates if candidate.id in pins] if pins else []
    if pinned:
        first = min(pinned)
        return Choice(first, f"chosen by an editor: {pins[first.id]}")
    figures = [candidate for candidate in candidates if candidate.bound is None] or candidates
    if len(figures) <= 1:
        return _only(figures, len(candidates))
    allies = _allies(figures)
    support = {claim.id: len({other.origin for other in allies[claim.id]}) for claim in figures}
    exact_figures = [claim for claim in figures if not any(_contains(claim, ally) for ally in allies[claim.id])]

    def merit(claim: Candidate) -> tuple[int, int]:
        return support[claim.id], -_RANK[claim.source_kind]

    best = max(exact_figures, key=lambda claim: (*merit(claim), claim.when, claim.id))
    equals = [claim for claim in exact_figures if claim in allies[best.id] and merit(claim) == merit(best)]
    exact = min(equals, key=_vagueness) if len(equals) > 1 else best
    return Choice(exact, _reason(exact, exact_figures, allies[exact.id], support))


def _allies(figures: Sequence[Candidate]) -> dict[str, list[Candidate]]:
    """Return with which claims each claim agrees, by id. It agrees with itself."""
    allies = {claim.id: [claim] for claim in figures}
    for one, other in combinations(figures, 2):
        if agree(one, other):
            allies[one.id].append(other)
            allies[other.id].append(one)
    return allies


def _contains(vague: Candidate, exact: Candidate) -> bool:
    """Say whether `vague` states a range or period that has the value of `exact` inside it."""
    if vague.low is not None and vague.high is not None and exact.low is not None and exact.high is not None:
        wider = vague.high - vague.low > exact.high - exact.low
        return wider and vague.low <= exact.low and exact.high <= vague.high
    if vague.earliest and vague.latest and exact.earliest and exact.latest:
        wider = (vague.earliest, vague.latest) != (exact.earliest, exact.latest)
        return wider and vague.earliest <= exact.earliest and exact.latest <= vague.latest
    return False


def _only(figures: Sequence[Candidate], total: int) -> Choice | None:
    if not figures:
        return None
    reason = "the only claim" if total == 1 else "the only figure; the other claims are bounds"
    return Choice(figures[0], reason)


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


def _reason(best: Candidate, figures: Sequence[Candidate], allies: Sequence[Candidate], support: dict[str, int]) -> str:
    agreeing = {claim.id for claim in allies}
    rivals = [claim for claim in figures if claim.id not in agreeing]
    if not rivals:
        return "all claims agree; the most exact of the best kind of source is taken"
    agreed = support[best.id]
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
