"""Sums in dollars of the United States. Of other money nothing is read: no property holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from materiel.reading.drafts.quantities.numbers import FIGURES, number
from materiel.reading.drafts.quantities.quantity import Quantity

_POWERS: Final = {
    "thousand": 1e3, "k": 1e3, "million": 1e6, "mln": 1e6, "mn": 1e6, "m": 1e6,
    "billion": 1e9, "bln": 1e9, "bn": 1e9, "b": 1e9,
}  # fmt: skip
_POWER: Final = rf"[ -]?(?P<{{}}>{'|'.join(_POWERS)})(?![\w/])"
_SIGN: Final = r"(?:(?:US ?|USD ?)?\$|USD) ?"
_DOLLARS: Final = re.compile(
    rf"(?<![\w$]){_SIGN}(?P<low>{FIGURES})(?:{_POWER.format('of_low')})?"
    rf"(?:(?: ?- ?| to | and | or )(?P<sign>{_SIGN})?(?P<high>{FIGURES})(?:{_POWER.format('of_high')})?)?"
    rf"(?![\d.,]*\d|[A-Za-z])"
    rf"|(?<![\w.,$€£-])(?P<bare>{FIGURES})(?:{_POWER.format('of_bare')})? (?:US |U\.S\. |American )?dollars\b",
    re.I,
)


def dollars(text: str) -> Iterator[Quantity]:
    """Yield the sums in US dollars in the canonical sentence `text`, in dollars."""
    for found in _DOLLARS.finditer(text):
        start, end = found.span()
        low = _sum(found["low"] or found["bare"], found["of_low"] or found["of_bare"])
        high = low
        if found["high"] and _is_range(found):
            high = _sum(found["high"], found["of_high"])
            low = _sum(found["low"], found["of_low"] or found["of_high"])
        elif found["high"]:
            end = found.end("of_low") if found["of_low"] else found.end("low")
        if low <= high:
            yield Quantity(start, start, end, low, high, "USD", "money")


def _is_range(found: re.Match[str]) -> bool:
    """Say whether the second number is a sum too, and belongs to the first: not in "$300 million and 20 tanks"."""
    and_only = " and " in found[0] and not found.string[: found.start()].lower().endswith("between ")
    return (found["sign"] is not None or found["of_high"] is not None) and not and_only


def _sum(figures: str, power: str | None) -> float:
    return round(number(figures) * _POWERS.get((power or "").lower(), 1.0), 2)
