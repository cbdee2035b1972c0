"""Keys under which names are found: `su35`, `SU 35` and `Su-35` are one key."""

from __future__ import annotations

import unicodedata


def name_key(name: str) -> str:
    """Fold a name to its look-up key: case, accents, spaces, hyphens and punctuation do not count.

    Letters and digits of every script stay, so `Су-57` has the key `су57`.
    """
    # Twice: a compatibility form can hold capitals ("№"), and folding case can make forms that decompose.
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    kept = (char for char in decomposed if char.isalnum())
    return unicodedata.normalize("NFC", "".join(kept))
