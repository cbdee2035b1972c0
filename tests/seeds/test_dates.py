"""Dates as exact or as vague as they are stated."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from materiel.errors import ValueFormatError
from materiel.seeds.dates import VagueDate, parse_date

PART = r"[0-9X]{4}(-[0-9X]{2}){0,2}[?~%]?"
LIKE_A_DATE = st.from_regex(rf"\A[\[{{]?(\.\.)?-?{PART}((/|\.\.|,)-?({PART})?)?[\]}}]?\Z")
IN_SIGNS_OF_DATES = st.text("0123456789-/.X?~%{}[],YSE+ TZ:", max_size=12)


@given(st.dates())
def test_a_day_means_itself(day: date) -> None:
    text = day.isoformat()
    assert parse_date(text) == VagueDate(text, text, text)


@given(st.integers(1000, 9999), st.integers(1, 12))
def test_a_month_means_its_days(year: int, month: int) -> None:
    found = parse_date(f"{year}-{month:02d}")
    assert found.earliest == f"{year}-{month:02d}-01"
    assert found.latest is not None
    assert date.fromisoformat(found.latest).month == month


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("1977", "1977-01-01", "1977-12-31"),
        ("1977-02", "1977-02-01", "1977-02-28"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("194X", "1940-01-01", "1949-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("1985-XX-XX", "1985-01-01", "1985-12-31"),
        ("1984?", "1984-01-01", "1984-12-31"),
        ("1984~", "1984-01-01", "1984-12-31"),
        ("1985~/1989~", "1985-01-01", "1989-12-31"),
        ("1985/1989-06", "1985-01-01", "1989-06-30"),
        ("1985-06/1985", "1985-06-01", "1985-12-31"),
        ("2001-21", "2001-03-01", "2001-05-31"),
        ("../1990", None, "1990-12-31"),
        ("1990/..", "1990-01-01", None),
        ("/1990", None, "1990-12-31"),
        ("1990/", "1990-01-01", None),
        (" 1977 ", "1977-01-01", "1977-12-31"),
    ],
)
def test_a_vague_date_stays_vague_between_bounds(text: str, earliest: str | None, latest: str | None) -> None:
    assert parse_date(text) == VagueDate(text.strip(), earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "20111101",
        "2023-02-30",
        "2023-13",
        "2023-00",
        "2023-00-10",
        "2023-05-00",
        "0000",
        "2001-02-29/..",
        "1985-02-30/1990",
        "1985-1-1",
        "15 September 2023",
        "the 1940s",
        "1940s",
        "September 2023",
        "2023/09/15",
        "tomorrow",
        "/",
        "[..1985]",
        "{..2189-06,8161%}",
        "2919-1X",
        "5920-07-X7",
        "-0898-0X~}",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueFormatError):
        parse_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "1985/1984",
        "1985~/1984",
        "1985-04/1985-02",
        "198X/1970",
        "1985-12-31/1985-01-01",
        "2000-01-02/2000-01-01",
    ],
)
def test_an_interval_that_ends_before_it_begins_is_refused(text: str) -> None:
    with pytest.raises(ValueFormatError, match="ends before it begins"):
        parse_date(text)


@given(LIKE_A_DATE | IN_SIGNS_OF_DATES | st.text(max_size=12))
@example("1985-04/1985-02")
@example("2001-02-29/..")
@example("[..1985]")
@example("2919-1X")
def test_any_text_has_ordered_bounds_that_are_days_or_is_refused(text: str) -> None:
    try:
        found = parse_date(text)
    except ValueFormatError:
        return
    assert found.text == text.strip()
    days = [
        date.fromisoformat(day)
        for day in (found.earliest, found.latest)
        if day is not None and re.fullmatch(r"(?!0000)\d{4}-.*", day)
    ]
    assert days == sorted(days)


@pytest.mark.parametrize("text", ["2919-1X", "194X", "word", "2004-02-30~"])
def test_nothing_is_printed(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    parse_date.cache_clear()
    with suppress(ValueFormatError):
        parse_date(text)
    assert capsys.readouterr() == ("", "")
