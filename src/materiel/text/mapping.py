"""The canonical form of a text with the way back: where in the text as it came a piece of it stands.

`materiel.text.canonical` says what the canonical form is; this gives the same, and remembers. Nearly all text
changes in nothing but signs that are folded one to one, so the way back is only worked out where it is not plain.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from materiel.text.canonical import REMOVED, REPLACED, canonical

_WORD = re.compile(r"\S+")
_GAP = re.compile(r"\s{2,}")

_MARKS = 256
"""Characters without width in a row, behind which a text may be cut between them."""

_JAMO = ("\u1160", "\u11ff")
"""Vowels and final consonants of Hangul, which compose with the letter before them as accents do."""


class Mapped:
    """A canonical text, and where its pieces stand in the text that it was made from."""

    __slots__ = ("_parts", "_shift", "_source", "_stretches", "text")

    def __init__(self, text: str, source: str, parts: Sequence[tuple[int, int]], shift: int | None) -> None:
        self.text = text
        self._source = source
        self._parts = parts
        self._shift = shift
        self._stretches: _Stretches | None = None

    @property
    def shift(self) -> int | None:
        """What is added to an offset in the canonical text, if it is the same for all; else None."""
        return self._shift

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the characters `start` to `end` of the canonical text stand in the text as it came.

        An offset within characters that became one (a letter and its accent) moves outwards to their border.
        """
        if self._shift is not None:
            return start + self._shift, end + self._shift
        if self._stretches is None:
            self._stretches = _Stretches(self._source, self._parts)
        first = self._stretches.before(start)
        return first, (self._stretches.behind(end) if end > start else first)


class Source:
    """A text as it came, of which parts are asked for in canonical form."""

    __slots__ = ("exact", "folded", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = _folded(text)
        self.exact = is_exact(text)

    def plain(self, start: int, end: int) -> str | None:
        """Return the canonical form of a part of the text if each of its characters is one of the part; else None."""
        if not self.exact:
            return None
        part = self.folded[start:end]
        # All white space but the common space counts as unprintable.
        if part.isprintable() and "  " not in part:
            return part if part[:1] != " " and part[-1:] != " " else None
        words = " ".join(part.split())
        return words if len(words) == len(part) else None

    def canonical(self, *parts: tuple[int, int]) -> Mapped:
        """Return the canonical form of the parts of the text from `start` to `end`, with the way back.

        Several parts are put together without a space, as where a line breaks behind the hyphen of a compound.
        """
        start, end = parts[0]
        if len(parts) == 1 and (words := self.plain(start, end)) is not None:
            return Mapped(words, self.text, parts, start)
        return Mapped("".join(self._canonical(*part) for part in parts), self.text, parts, None)

    def cut(self, start: int, stop: int) -> int:
        """Return the last offset up to `stop` at which the text can be cut: behind a space, or between letters."""
        space = max(self.text.rfind(" ", start, stop), self.text.rfind("\n", start, stop))
        if space > start:
            return space + 1
        for behind in range(stop, max(start, stop - _MARKS), -1):
            if not joins(self.text[behind : behind + 1]):
                return behind
        return stop

    def _canonical(self, start: int, end: int) -> str:
        return " ".join(self.folded[start:end].split()) if self.exact else canonical(self.text[start:end])


def is_exact(text: str) -> bool:
    """Say whether the canonical form of `text` differs from it in nothing but spaces and signs folded one to one."""
    if text.isascii():
        return True
    return unicodedata.is_normalized("NFC", text) and not any(sign in text for sign in REMOVED)


def _folded(text: str) -> str:
    # Several times as fast as `str.translate`: most of the signs are not there.
    for sign, other in REPLACED.items():
        text = text.replace(sign, other)
    return text


class _Stretches:
    """Stretches of a text that was made canonical: where each begins there, and in the text as it came."""

    def __init__(self, source: str, parts: Sequence[tuple[int, int]]) -> None:
        self._source = source
        self._there: list[int] = []
        self._spans: list[tuple[int, int]] = []
        self._pieces: dict[int, tuple[list[int], list[int]]] = {}
        offset = 0
        for part in parts:
            space = 0
            for start, end in _stretches(source, *part):
                stretch = source[start:end]
                if length := len(stretch) if is_exact(stretch) else len(canonical(stretch)):
                    self._there.append(offset + space)
                    self._spans.append((start, end))
                    offset += space + length
                    space = 1

    def before(self, offset: int) -> int:
        """Return where the character at `offset` of the canonical text begins in the text as it came."""
        if not self._there:
            return 0
        index = max(bisect_right(self._there, offset) - 1, 0)
        there, here = self._pieces_of(index)
        inside = offset - self._there[index]
        if there is _PLAIN:
            return min(here[0] + inside, here[-1])
        return here[max(bisect_right(there, inside) - 1, 0)]

    def behind(self, offset: int) -> int:
        """Return where the character that ends at `offset` of the canonical text ends in the text as it came."""
        index = max(bisect_right(self._there, offset - 1) - 1, 0)
        there, here = self._pieces_of(index)
        inside = offset - self._there[index]
        if there is _PLAIN:
            return min(here[0] + inside, here[-1])
        return here[min(bisect_right(there, inside - 1), len(here) - 1)]

    def _pieces_of(self, index: int) -> tuple[list[int], list[int]]:
        if index not in self._pieces:
            self._pieces[index] = _pieces(self._source, *self._spans[index])
        return self._pieces[index]


_PLAIN: list[int] = []
"""Stands for the pieces of a stretch in which every character is a piece."""


def _stretches(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut at white space: a stretch is a word, or several with single spaces between if nothing else changes."""
    part = source[start:end]
    if not is_exact(part):
        yield from (word.span() for word in _WORD.finditer(source, start, end))
        return
    start += len(part) - len(part.lstrip())
    end = start + len(part.strip())
    for gap in _GAP.finditer(source, start, end):
        yield start, gap.start()
        start = gap.end()
    if start < end:
        yield start, end


def _pieces(source: str, start: int, end: int) -> tuple[list[int], list[int]]:
    """Cut a stretch where nothing before the cut can compose with anything behind it.

    Return where the pieces begin in its canonical form, and in `source`; the last is the end of the stretch.
    """
    if is_exact(source[start:end]):
        return _PLAIN, [start, end]
    here = [start, *(index for index in range(start + 1, end) if not joins(source[index])), end]
    there = [0]
    for left, right in pairwise(here):
        there.append(there[-1] + len(canonical(source[left:right])))
    return there, here


def joins(char: str) -> bool:
    """Say whether `char` may become one with the character before it, or vanish."""
    if char < "\u00ad":
        return False
    return char in REMOVED or unicodedata.category(char)[0] == "M" or _JAMO[0] <= char <= _JAMO[1]
