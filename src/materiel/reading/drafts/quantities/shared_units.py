"""Numbers that share the unit of a quantity beside them: "41 and 62 tonnes", "10 knots surfaced and 17 dived"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from materiel.reading.drafts.quantities.numbers import NUMBER, number
from materiel.reading.drafts.quantities.quantity import Quantity

_BEFORE_AND = re.compile(rf"(?<![\w.,$€£-])(?P<number>{NUMBER}) and $", re.I)


def in_a_list(text: str, found: list[Quantity]) -> Iterator[Quantity]:
    """Yield what shares the unit of the quantity behind it: "41 and 62 tonnes, respectively"."""
    if "respectively" not in text:
        return
    for behind in found:
        if before := _BEFORE_AND.search(text, max(0, behind.start - 40), behind.start):
            start, end = before.span("number")
            value = number(before["number"])
            yield replace(behind, start=start, figures=start, end=end, low=value, high=value, inches=0.0)


_STATE = (
    r"long|wide|high|tall|in (?:length|width|height|beam)|of beam|surfaced|submerged|dived|under ?water|on the surface"
    r"|empty|loaded|fully loaded|standard|(?:at )?full[- ]load|below(?: it)?(?=[.,;)]|$)"
)
_ASSISTED = r"with (?:rocket[- ])?(?:assisted|base[- ]bleed|extended-range)"
_GAPPED = re.compile(
    rf"(?: (?:{_STATE})|(?=,? or)[^.;\d]{{0,1}}?)(?:,? and|,|/|,? or|;) (?P<number>{NUMBER})(?= (?:(?:when |if |at "
    rf"|while )?(?:{_STATE})\b|{_ASSISTED}))",
    re.I,
)
_FRONTED = re.compile(
    rf"[^.\d§]{{0,40}}?(?:;|,|\band) (?:when )?(?:submerged|surfaced|dived|under ?water|empty|loaded|fully loaded),?"
    rf" (?P<number>{NUMBER})(?=[.;)](?!\d)|$|, (?!\d)| and )",
    re.I,
)
"""A state before its number: "does 10 knots surfaced and, submerged, 17"."""


def behind_a_state(text: str, found: list[Quantity]) -> Iterator[Quantity]:
    """Yield what has the unit of the quantity before it, and its state in front: "and, submerged, 17"."""
    for before in found:
        if front := _FRONTED.match(text, before.end):
            yield _with_unit_of(before, front)


def _with_unit_of(before: Quantity, found: re.Match[str]) -> Quantity:
    start, end = found.span("number")
    value = number(found["number"])
    return replace(before, start=start, figures=start, end=end, low=value, high=value, inches=0.0, conversion=False)


def with_a_state(text: str, found: list[Quantity]) -> Iterator[Quantity]:
    """Yield what has the unit of the quantity before it: "2,300 tonnes surfaced and 3,076 submerged"."""
    for one in found:
        before = one
        while gap := _GAPPED.match(text, before.end):
            before = _with_unit_of(before, gap)
            yield before
