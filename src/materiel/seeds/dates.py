"""Dates as exact or as vague as they are stated: the Extended Date/Time Format (ISO 8601-2), level 1."""

from __future__ import annotations

import re
import time
import warnings
from calendar import monthrange
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from io import StringIO
from typing import Any, cast

from materiel.errors import ValueFormatError

_OPEN = ("", "..")
"""An end of an interval that is unknown, or open."""

_PLAIN = re.compile(r"(?:(\d{4})(?:-(0\d|1\d)(?:-(\d\d))?)?|(\d{3}X|\d\dXX))[?~%]?")
"""A day, month, year, decade or century, uncertain or approximate or not: nearly all dates are one of these,
and the parser for the rest takes a third of a second to load."""

_VAGUE = re.compile(r"(?:\d{4}|\d{3}X|\d\dXX)(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?[?~%]?")
"""The rest of level 1 of the format: unspecified months and days, seasons."""


@dataclass(frozen=True, slots=True)
class VagueDate:
    """A date in EDTF, and the first and last day it can mean (ISO 8601; None where it is open)."""

    text: str
    earliest: str | None
    latest: str | None


@lru_cache(maxsize=16384)
def parse_date(text: str) -> VagueDate:
    """Read a date in EDTF: `2008-02-19`, `1977-10`, `194X`, `1980~`, `1985~/1989~`, `../1990`.

    Raises `ValueFormatError` for what is no date, or ends before it begins.
    """
    text = text.strip()
    begin, slash, end = text.partition("/")
    if not slash:
        return VagueDate(text, *_bounds(text, text))
    if begin in _OPEN and end in _OPEN:
        raise _no_date(text)
    earliest = None if begin in _OPEN else _bounds(begin, text)[0]
    latest = None if end in _OPEN else _bounds(end, text)[1]
    if earliest is not None and latest is not None and earliest > latest:
        raise ValueFormatError(f"{text!r} ends before it begins")
    return VagueDate(text, earliest, latest)


def _bounds(part: str, text: str) -> tuple[str, str]:
    """Return the first and last day that one date can mean. `text` is the whole of what is read."""
    if plain := _PLAIN.fullmatch(part):
        return _plain_bounds(plain, text)
    if _VAGUE.fullmatch(part) is None:
        raise _no_date(text)
    return _vague_bounds(part, text)


def _plain_bounds(plain: re.Match[str], text: str) -> tuple[str, str]:
    if plain[4] is not None:
        return f"{plain[4].replace('X', '0')}-01-01", f"{plain[4].replace('X', '9')}-12-31"
    year, month, day = (None if part is None else int(part) for part in plain.groups()[:3])
    try:
        first = date(year or 0, 1 if month is None else month, 1 if day is None else day)
        last_month = 12 if month is None else month
        last = date(first.year, last_month, monthrange(first.year, last_month)[1] if day is None else day)
    except ValueError:
        raise ValueFormatError(f"{text!r} is no day of the calendar") from None
    return first.isoformat(), last.isoformat()


def _vague_bounds(part: str, text: str) -> tuple[str, str]:
    parse = _edtf_parser()
    try:
        # It prints what it stumbles over, and raises errors of many kinds.
        with redirect_stdout(StringIO()):
            parsed = parse(part)
            lower, upper = parsed.lower_strict(), parsed.upper_strict()
        return _iso_day(lower), _iso_day(upper)
    except Exception:
        raise _no_date(text) from None


def _iso_day(day: time.struct_time) -> str:
    return date(day.tm_year, day.tm_mon, day.tm_mday).isoformat()


def _no_date(text: str) -> ValueFormatError:
    return ValueFormatError(f"{text!r} is no date: write EDTF, such as 2008-02-19, 1977-10, 194X or 1985/1989")


@cache
def _edtf_parser() -> Callable[[str], Any]:
    with warnings.catch_warnings():
        # Its grammar still uses what its own parser library has come to warn of.
        warnings.simplefilter("ignore")
        from edtf import parse_edtf
    return cast("Callable[[str], Any]", parse_edtf)
