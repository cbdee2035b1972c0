"""Addresses that take a reader to a sentence in the live page (text fragments, `#:~:text=`).

Syntax: https://wicg.github.io/scroll-to-text-fragment/
"""

from __future__ import annotations

from urllib.parse import quote


def _encoded(words: str) -> str:
    # `quote` leaves "-" alone, but in a text directive "-" marks a prefix or a suffix.
    return quote(words, safe="").replace("-", "%2D")


def text_fragment(starts: str, ends: str) -> str:
    """Return the fragment that finds the text from the words `starts` to the words `ends`.

    "-", "," and "&" have a meaning in the directive and are percent-encoded, as is all else that is
    not a letter, a digit or one of "_.~".
    """
    if starts == ends:
        return f"#:~:text={_encoded(starts)}"
    return f"#:~:text={_encoded(starts)},{_encoded(ends)}"
