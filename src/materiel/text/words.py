"""The words of a text as full-text search compares them, the same on every engine."""

from __future__ import annotations

import re
import unicodedata

from materiel.text.names import folded

LONGEST_WORD = 200
"""Characters of a word that count: engines limit the bytes of a word that they index."""

# Letters and digits part company: "Su57", "Su-57" and "SU 57" have the same words.
_WORD = re.compile(r"\d+|[^\W\d_]+")

_INVISIBLE = ("Mn", "Mc", "Me", "Cf")
"""Categories of signs that do not end a word: accents, soft hyphens, joiners."""


def words(text: str) -> list[str]:
    """Return the words of `text`: runs of letters and runs of digits, without case and accents."""
    if text.isascii():
        found = _WORD.findall(text.lower())
    else:
        kept = (char for char in folded(text) if unicodedata.category(char) not in _INVISIBLE)
        found = _WORD.findall(unicodedata.normalize("NFC", "".join(kept)))
    return [word[:LONGEST_WORD] for word in found]
