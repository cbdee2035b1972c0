"""Keys under which names are found: `su35`, `SU 35` and `Su-35` are one key."""

from __future__ import annotations

import unicodedata


def name_key(name: str) -> str:
    """Fold a name to its look-up key: case, accents, spaces, hyphens and punctuation do not count.

    Letters and digits of every script stay, so `Су-57` has the key `су57`.
    """
    kept = (char for char in folded(name) if char.isalnum())
    return unicodedata.normalize("NFC", "".join(kept))


def folded(text: str) -> str:
    """Fold case and compatibility forms, and take letters and their accents apart."""
    # Twice: a compatibility form can hold capitals ("№"), and folding case can make forms that decompose.
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
