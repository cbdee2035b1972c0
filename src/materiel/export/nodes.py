"""Names, values and things of linked data, as JSON-LD has them: what both of its formats are written from."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any, Final
from urllib.parse import quote

Node = dict[str, Any]
"""A thing: `@id`, `@type`, and values by prefixed name. A value is text, an integer, a boolean, a literal with a
`@type` or `@language`, another thing, or a list of these."""

_PLAIN = re.compile(r"[A-Za-z0-9_-]*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_OF_ADDRESSES: Final = "!#$%&'()*+,-./:;=?@[]_~"
"""What stands in addresses for itself (RFC 3986), besides letters and digits."""


def name(prefix: str, key: str) -> str:
    """Return the name of a thing: its namespace's prefix, and its key, percent-encoded."""
    # Most keys are plain, and `quote` takes its time.
    return f"{prefix}:{key if _PLAIN.fullmatch(key) else quote(key, safe='')}"


def address(url: str) -> str:
    """Return the address of a page so that it can stand in linked data, whatever characters were in it."""
    page, mark, fragment = url.partition("#")
    # Of an address with two fragments, such as a text fragment behind that of a section, browsers take one.
    joined = f"{page}{mark}{fragment.replace('#:~:', ':~:').replace('#', '%23')}"
    return quote(_LONE_PERCENT.sub("%25", joined), safe=_OF_ADDRESSES)


def present(values: Node) -> Node:
    """Return `values` without those that are absent: None, and lists without an item."""
    return {name: value for name, value in values.items() if value is not None and value != []}


def moment(text: str | None) -> Node | None:
    """Return a date: an exact day as XML Schema has it, all others in EDTF."""
    if text is None:
        return None
    return {"@value": text, "@type": "xsd:date" if _is_day(text) else "edtf:EDTF"}


def _is_day(text: str) -> bool:
    if _DAY.fullmatch(text) is None:
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def wording(text: str, language: str | None) -> Node | str:
    """Return text in a language, if it is one that can be named."""
    if language is None or _LANGUAGE.fullmatch(language) is None:
        return text
    return {"@value": text, "@language": language}


def decimal(number: float) -> Node:
    """Return a number as a decimal: all its digits, no exponent."""
    text = format(Decimal(repr(number)), "f")
    return {"@value": text if "." in text else f"{text}.0", "@type": "xsd:decimal"}
