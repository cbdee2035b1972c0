"""Dates as exact or as vague as they are stated: the Extended Date/Time Format (ISO 8601-2), level 1."""

from __future__ import annotations

import re
import warnings
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any, cast

from materiel.errors import ValueFormatError

_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
"""A year, month or day: nearly all dates are one, and the parser for the rest takes milliseconds."""


@dataclass(frozen=True, slots=True)
class VagueDate:
    """A date in EDTF, and the first and last day it can mean (ISO 8601; None where it is open)."""

    text: str
    earliest: str | None
    latest: str | None


@lru_cache(maxsize=16384)
def parse_date(text: str) -> VagueDate:
    """Read a date in EDTF: `2008-02-19`, `1977-10`, `194X`, `1985~/1989~`, `../1990`.

    Raises `ValueFormatError` for what is no date.
    """
    text = text.strip()
    if (plain := _PLAIN.fullmatch(text)) and not _is_season(plain):
        return _plain_date(text, plain)
    return _parse_edtf(text)


def _is_season(plain: re.Match[str]) -> bool:
    return plain[2] is not None and plain[3] is None and 21 <= int(plain[2]) <= 24


def _plain_date(text: str, plain: re.Match[str]) -> VagueDate:
    year, month, day = (int(part) if part else None for part in plain.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        last_month = month or 12
        last = date(first.year, last_month, day or monthrange(first.year, last_month)[1])
    except ValueError:
        raise ValueFormatError(f"{text!r} is no day of the calendar") from None
    return VagueDate(text, first.isoformat(), last.isoformat())


@cache
def _edtf_parser() -> Callable[[str], Any]:
    with warnings.catch_warnings():
        # Its grammar still uses what its own parser library has come to warn of.
        warnings.simplefilter("ignore")
        from edtf import parse_edtf
    return cast("Callable[[str], Any]", parse_edtf)


def _parse_edtf(text: str) -> VagueDate:
    parse = _edtf_parser()
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parsed = parse(text)
    except (EDTFParseException, ValueError, TypeError):
        raise ValueFormatError(
            f"{text!r} is no date: write EDTF, such as 2008-02-19, 1977-10, 194X or 1985/1989"
        ) from None
    if re.search(r"\d{4}/", text) and text.split("/")[0] > text.split("/")[1] != "..":
        raise ValueFormatError(f"{text!r} ends before it begins")
    return VagueDate(text, _bound(parsed, "lower_strict", "../"), _bound(parsed, "upper_strict", "/.."))


def _bound(parsed: Any, method: str, open_end: str) -> str | None:
    text = str(parsed)
    if (open_end == "../" and text.startswith(open_end)) or (open_end == "/.." and text.endswith(open_end)):
        return None
    year, month, day = getattr(parsed, method)()[:3]
    return f"{year:04d}-{month:02d}-{day:02d}"
