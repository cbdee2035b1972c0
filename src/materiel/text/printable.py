"""What may reach a terminal: text from outside is data, never an instruction to the terminal."""

from __future__ import annotations

import re

# C0 and C1 controls, and the characters that turn the direction of writing (a reader could be shown
# another order of letters than the one that is stored).
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def has_control(text: str) -> bool:
    """Say whether `text` holds a control character or one that turns the direction of writing."""
    return _UNPRINTABLE.search(text) is not None


def printable(text: str) -> str:
    r"""Return `text` with every control character made visible, as in `\x1b`; other text as it is."""
    return _UNPRINTABLE.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
