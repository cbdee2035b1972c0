"""Ids that stay: UUIDv5 (RFC 9562) of what a record is, so that building again changes nothing."""

from __future__ import annotations

import hashlib
from uuid import UUID

NAMESPACE = UUID("5d6a7c2e-3f0b-5c7e-9a55-6d6174657269")
"""Namespace of all ids of materiel. It never changes."""

_SEED = NAMESPACE.bytes
_VARIANT = dict(zip("0123456789abcdef", "89ab" * 4, strict=True))


def stable_id(*parts: str | int | None) -> str:
    """Return the UUIDv5 of `parts`. Parts are kept apart, and None is not the same as empty text."""
    name = "\x1f".join(["\x00" if part is None else str(part) for part in parts])
    # As uuid.uuid5 does it, at a third of the cost: loading makes millions of them.
    digest = hashlib.sha1(_SEED + name.encode(), usedforsecurity=False).hexdigest()
    return f"{digest[:8]}-{digest[8:12]}-5{digest[13:16]}-{_VARIANT[digest[16]]}{digest[17:20]}-{digest[20:32]}"
