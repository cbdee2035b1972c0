"""Dates in a sentence, as exact or as vague as they are stated, in EDTF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from materiel.errors import ValueFormatError
from materiel.reading.drafts.quantities.numbers import NUMBER, number
from materiel.seeds.dates import parse_date

_MONTHS: Final = str.split("jan feb mar apr may jun jul aug sep oct nov dec")
MONTH: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.?|April|Apr\.?|May|June|Jun\.?|July"
    r"|Jul\.?|August|Aug\.?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR: Final = r"(?:1[89]|20)\d\d"
_DATE: Final = re.compile(
    rf"(?<![\w-])(?:(?P<month>{MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>{_YEAR})"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month2>{MONTH}),? (?P<year2>{_YEAR})"
    rf"|(?P<month3>{MONTH})(?: of|,)? (?P<year3>{_YEAR})"
    rf"|(?P<season>spring|summer|autumn|fall)(?: of)? (?P<year5>{_YEAR})"
    rf"|(?P<since>{_YEAR}) ?- ?(?P<till>{_YEAR})"
    rf"|(?P<iso>{_YEAR}-\d\d(?:-\d\d)?)(?!\d)"
    rf"|(?P<part>early|mid|late|the early|the mid|the late)[- ](?:the )?(?P<decade>{_YEAR[:-2]}\d0s"
    rf"|(?:1[89]|20)\d0'?s)"
    rf"|(?:the )?(?P<decade2>(?:1[89]|20)\d0)'?s"
    rf"|(?P<vague>early|mid|late|the end of|the beginning of)?[- ]?(?P<year4>{_YEAR}))(?![\w%]|-?\d|,\d)"
)
_SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23}
_PARTS: Final = {"early": (0, 4, "", "~"), "mid": (4, 6, "~", "~"), "late": (5, 9, "~", "")}
"""Early, mid and late of a decade: the years, and which of the ends is approximate."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date that stands at `start` to `end`; `date` is EDTF."""

    start: int
    end: int
    date: str


def dates(text: str) -> list[Day]:
    """Return the dates in the canonical sentence `text`, in order. Days without a year are left out."""
    found = list(_dates(text))
    return sorted([*found, *_relative(text, found)], key=lambda day: day.start)


_LATER: Final = re.compile(
    rf"\b(?:(?P<years>{NUMBER}|a) years? (?:later|afterwards?)|the (?P<next>next|following) year|(?:that"
    rf"|the) same year)\b",
    re.I,
)
_PLAIN: Final = re.compile(r"(\d{4})(?:-\d\d){0,2}")


def _relative(text: str, known: list[Day]) -> Iterator[Day]:
    """Yield the years that are counted from the date before them: "two years later", "the following year"."""
    for found in _LATER.finditer(text):
        before = [day for day in known if day.end <= found.start()]
        plain = _PLAIN.fullmatch(before[-1].date) if before else None
        if plain is None:
            continue
        years = 1.0 if found["next"] else 0.0
        if found["years"]:
            years = 1.0 if found["years"].lower() == "a" else number(found["years"])
        if years.is_integer():
            yield Day(found.start(), found.end(), str(int(plain[1]) + int(years)))


def _dates(text: str) -> Iterator[Day]:
    for found in _DATE.finditer(text):
        date = _edtf(found)
        try:
            parse_date(date)
        except ValueFormatError:
            continue
        yield Day(found.start(), found.end(), date)


def _edtf(found: re.Match[str]) -> str:
    if found["iso"]:
        return found["iso"]
    if found["since"]:
        return f"{found['since']}/{found['till']}"
    if found["season"]:
        return f"{found['year5']}-{_SEASONS[found['season']]}"
    if found["part"]:
        first, last, begin, end = _PARTS[found["part"].removeprefix("the ")]
        decade = int(found["decade"][:4])
        return f"{decade + first}{begin}/{decade + last}{end}"
    if found["decade2"]:
        return f"{found['decade2'][:3]}X"
    year = found["year"] or found["year2"] or found["year3"] or found["year4"]
    month = found["month"] or found["month2"] or found["month3"]
    day = found["day"] or found["day2"]
    parts = [year]
    if month:
        parts.append(f"{_MONTHS.index(month[:3].lower()) + 1:02}")
    if day:
        parts.append(f"{int(day):02}")
    return "-".join(parts)
