"""How many columns of a terminal a text takes: letters of East Asian scripts take two."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Final

_NARROW: Final = re.compile(
    "[ -\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u2070-\u20cf\u2100-\u22ff\u2500-\u25ef]*"
)
"""Latin, Greek, Cyrillic, marks and lines: nearly all text has nothing else, and is as wide as it is long."""


def columns(text: str) -> int:
    """Return the number of columns that a printable text of one line takes."""
    return len(text) if _is_narrow(text) else sum(_widths(text))


def fitting(text: str, width: int) -> int:
    """Return how many characters of a printable text of one line fit into `width` columns; at least one."""
    if _is_narrow(text):
        return max(1, width)
    return max(1, sum(end <= width for end in accumulate(_widths(text))))


def broken(line: str, width: int) -> list[str]:
    """Break a line into parts of at most `width` columns, between words where they fit, else between letters."""
    parts = []
    while columns(line) > width:
        most = fitting(line, width)
        space = line.rfind(" ", 0, most + 1)
        end = space if space > 0 else most
        parts.append(line[:end].rstrip())
        line = line[end:].lstrip()
    return [*parts, line] if line or not parts else parts


def _is_narrow(text: str) -> bool:
    return text.isascii() or _NARROW.fullmatch(text) is not None


def _widths(text: str) -> list[int]:
    from wcwidth import wcwidth

    return [max(0, wcwidth(letter)) for letter in text]
