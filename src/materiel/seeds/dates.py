"""Dates as exact or as vague as they are stated: the Extended Date/Time Format (ISO 8601-2), level 1."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any, cast

from materiel.errors import ValueFormatError

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


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
    if _DAY.fullmatch(text):
        try:
            date.fromisoformat(text)
        except ValueError:
            raise ValueFormatError(f"{text!r} is no day of the calendar") from None
        return VagueDate(text, text, text)
    return _parse_edtf(text)


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
