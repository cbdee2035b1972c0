"""Numbers in figures and in words."""

from __future__ import annotations

import re
from typing import Final

_ONES: Final = str.split(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS: Final = str.split("twenty thirty forty fifty sixty seventy eighty ninety")
_POWERS: Final = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_WORDS: Final = {
    **{word: number for number, word in enumerate(_ONES, 1)},
    **{word: number * 10 for number, word in enumerate(_TENS, 2)},
    "dozen": 12,
}

_BELOW_HUNDRED = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES[:9])})\b)?|{'|'.join(reversed(_ONES))}|dozen)"
_POWER = rf"(?:{'|'.join(_POWERS)})"

FIGURES: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?![\d,])|\d+,\d{1,2}(?![\d,])|\d+(?:\.\d+)?"
WORDS: Final = rf"(?:a dozen|{_BELOW_HUNDRED})\b(?:[- ]{_POWER}\b)?|a {_POWER}\b"
NUMBER: Final = rf"(?:(?:{FIGURES})(?: (?:million|billion|thousand)\b)?|{WORDS})"
"""A number, to be matched without regard to case."""


_DECIMAL_COMMA: Final = re.compile(r"(\d+),(\d{1,2})")
"""The comma of "36,5 t"."""


def number(text: str) -> float:
    """Return the number that `NUMBER` matched."""
    total, rest = 1.0, text.lower().removeprefix("a ").replace("-", " ")
    figures = "".join(rest.split()) if rest[0].isdigit() else ""
    for word in _POWERS:
        figures = figures.removesuffix(word)
    for word in rest.split():
        total *= _POWERS.get(word, 1)
    if decimal := _DECIMAL_COMMA.fullmatch(figures):
        return float(f"{decimal[1]}.{decimal[2]}") * total
    if figures:
        return float(figures.replace(",", "")) * total
    ones = sum(_WORDS.get(word, 0) for word in rest.split())
    return (ones or 1) * total
