"""A sentence as words and marks, with what stands in quotation marks blanked out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_SINGLE: Final = re.compile(r"(?:^|(?<=[\s(]))'(?=[\w.])([^']*(?:(?<=\w)'(?=\w)[^']*)*)(?<=[,.!?\w])'(?=[\s,.;:)]|$)")
"""Words in single quotation marks; an apostrophe has a letter on both sides."""

_CLOSES: Final = re.compile(r"[^\"]*[.,!?]\"(?= |$)")

_TOKEN: Final = re.compile(r"\"·*\"?|\d[\d.,]*\d|\.\.\.|[,;:()!?]|[–—]|--|[^\s,;:()\"!?–—]+")
_ABBREVIATION: Final = re.compile(
    r"(?:[A-Z]\.)+|[A-Z]|(?:Corp|Inc|Co|Ltd|Gen|Adm|Capt|Col|Lt|Maj|Sgt|Dr|Mr|Mrs|Ms|Sen|Rep|Gov|St|Brig|Cmdr"
    r"|Prof|Cpl"
    r"|Pvt|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|approx|Ariz|Calif"
    r"|Conn|Va)"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of a sentence, and where it stands."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Say whether this is a word or number."""
        return self.text[0].isalnum() or self.text[0] in "'$€£§&"


def has_quote(text: str) -> bool:
    """Say whether any words stand in quotation marks."""
    return '"' in text or _SINGLE.search(text) is not None


def without_quotes(text: str) -> str:
    """Blank out what stands in quotation marks, so that nothing in it is taken for the sentence's own words."""
    if text.count('"') % 2 and (closing := _CLOSES.match(text)):
        # The quotation was opened in a sentence before.
        text = f'"{closing[0]}{text[closing.end() :]}'
    text = _SINGLE.sub(lambda found: '"' + found[1] + '"', text)
    return re.sub(r'"[^"]*("|$)', lambda found: '"' + "·" * (len(found[0]) - 2) + ('"' if found[1] else "·"), text)


def tokens(text: str) -> list[Token]:
    """Return the words and marks of a sentence without quotations. A full stop belongs to an abbreviation only."""
    found = []
    for match in _TOKEN.finditer(text):
        word, end = match[0], match.end()
        if (
            word.endswith(".")
            and len(word) > 1
            and not _ABBREVIATION.fullmatch(word.rstrip("."))
            and "." not in word[:-1]
        ):
            word, end = word[:-1], end - 1
        found.append(Token(word, match.start(), end))
        if end < match.end() and end < len(text.rstrip()) - 1:
            found.append(Token(".", end, match.end()))
    return found
