"""The canonical form of a text, and the locator that finds a sentence again without its words.

Two copies of one article differ in quotes, dashes, spaces and line breaks. The canonical form folds
those, so that both give the same hash. It is versioned: a hash is only comparable with a hash of the
same `CANONICAL_VERSION`, which every source record names.
"""

from __future__ import annotations

import hashlib
import math
import re
import unicodedata
from dataclasses import dataclass

CANONICAL_VERSION = 1
LOCATOR_WORDS = 5
QUOTE_WORDS = 12

REPLACED = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4\u0060", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
}
"""Signs that are folded, each to one other."""

REMOVED = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Signs that vanish: soft hyphens and characters without width."""

_FOLDED = str.maketrans({**REPLACED, **dict.fromkeys(REMOVED, "")})
_SPACE = re.compile(r"\s+")

_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uff66-\uff9f]")
"""Letters of scripts that are written without spaces: Thai, Lao, Burmese, Khmer, Chinese, Japanese."""

_CHARACTERS_A_WORD = 2


@dataclass(frozen=True, slots=True)
class Locator:
    """What we keep of a sentence: the hash of its canonical text, its first and its last words."""

    sha256: str
    starts: str
    ends: str


def canonical(text: str) -> str:
    """Fold `text` to its canonical form: NFC, straight quotes, plain hyphens, single spaces.

    Zero-width characters and soft hyphens vanish. Applying it twice changes nothing.
    """
    folded = unicodedata.normalize("NFC", text).translate(_FOLDED)
    # Once more: what stood on either side of a removed character may compose now.
    return _SPACE.sub(" ", unicodedata.normalize("NFC", folded)).strip()


def text_hash(text: str) -> str:
    """Return the SHA-256 (64 hexadecimal digits) of the canonical form of `text`."""
    return hashlib.sha256(canonical(text).encode()).hexdigest()


def locate(sentence: str) -> Locator:
    """Make the locator of a sentence: the hash of its canonical text, and its first and last words."""
    return Locator(text_hash(sentence), *first_and_last_words(sentence))


def first_and_last_words(sentence: str) -> tuple[str, str]:
    """Return words from the beginning and from the end of a sentence, never the whole, unless it is only one word.

    They keep the quotes and dashes of the source, since a browser looks for them as they are. Where
    a script sets no spaces between words, characters stand in for them.
    """
    words = unicodedata.normalize("NFC", sentence).split() or [""]
    joint, most = " ", LOCATOR_WORDS
    if not sentence.isascii() and _UNSPACED.search(sentence):
        words, joint, most = list(joint.join(words)), "", LOCATOR_WORDS * _CHARACTERS_A_WORD
    count = max(1, min(most, (len(words) - 1) // 2))
    return joint.join(words[:count]).strip(), joint.join(words[-count:]).strip()


def word_count(text: str) -> int:
    """Count the words of `text`, as the limit on quotes counts them.

    Words are split at white space; of a script that sets none, two characters count as a word.
    """
    unspaced = len(_UNSPACED.findall(text))
    spaced = canonical(_UNSPACED.sub(" ", text)).split()
    return len(spaced) + math.ceil(unspaced / _CHARACTERS_A_WORD)
