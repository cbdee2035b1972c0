"""Words that look like designations of systems, so that those we have no record of can be counted.

A word is shaped like a designation if it is

1. letters, a hyphen and a number, perhaps with the letters of a variant: KN-30, F-47, Hwasong-99, MQ-9B, Су-75;
2. an index, a number, capitals and a number: 9K720, 2S19, 3M22;
3. capitals and a number of two digits at the least: M270, JF17, KN23;
4. a number behind a word for a series: Type 039C, Project 955A, Mk 48, Object 640.

Much else is written so. What follows an ordinary word (mid-2023, Phase-2) or stands for something that is known
(COVID-19, G-20) is none; nor are years, quarters, flights, roads, visas and rules, where the words beside it say so.
Precision comes before recall: what is only a number to one reader is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from string import digits

from materiel.reading.document import Mention

_VARIANT = r"(?:[A-Z]{1,3}\d?|-\d{1,2}[A-Z]?)?"
_SERIES = frozenset(
    ("Type", "Project", "Mark", "Mk", "Mk.", "Object", "Model", "Izdeliye", "Проект", "Объект", "Изделие", "Тип")
)
"""Words for a series, before its number."""

_SHAPES = (
    rf"(?:{'|'.join(map(re.escape, sorted(_SERIES)))}) \d{{1,4}}{_VARIANT}",
    rf"[^\W\d_]{{1,12}}-\d{{1,4}}{_VARIANT}",
    r"\d{1,2}[A-ZА-Я]{1,2}\d{1,3}[A-ZА-Я]{0,2}",
    rf"[A-Z]{{1,4}}\d{{2,4}}{_VARIANT}",
)
_SHAPE = re.compile(rf"(?<![\w/@#&.+-])(?:{'|'.join(_SHAPES)})(?=s?(?![\w/@]|[-.,:]\d|-[^\W\d_]*\d))")

_WORDS = """
    age aged apollo area article as at batch block brigade bus c camp category cell chapter class covid cycle day delta
    division draft early earth euro exercise expo fiscal floor formula game gate generation goal grade group half hall
    halo highway hour house hundred in interstate iteration june july january february march april may august september
    october november december jan feb mar apr jun jul aug sep sept oct nov dec kilo late level line lot mid minute month
    no non number of omega on one over page paragraph part pass phase plan platform playstation point post pre pro
    question rank resolution room round route row run sars sector season section sept series session sprint stage step
    studio sub sun table task team term than the tier title to top tranche trident two under unit until version volume
    vote wave week windows world year zone catch
"""
_ORDINARY = frozenset(_WORDS.split())
"""Words before a number that number what they name, in lower case."""

_OTHERS = """
    B-6 B-12 C-19 C19 CO-2 CO2 CD4 CD8 COP-26 COP-27 COP-28 COP-29 COP-30 COP-31 F-1 G-2 G-7 G-8 G-10 G-20 G-24 G-77 G7
    G10 G20 G77 GPT-4 GPT-5 H-1B H-2A H-2B H1N1 H3N2 H5N1 H5N8 H7N9 IL-6 K-12 KAL007 MH-17 MH-370 MH17 MH370 MI-5 MI-6
    MP-3 MP-4 P-3 P-5 PM-2.5 PM-10 PM10 PS-4 PS-5 Q-1 Q-2 Q-3 Q-4 U-17 U-18 U-19 U-20 U-21 U-23 W-2 W-9
"""
_KNOWN_OTHERS = frozenset(_OTHERS.split())
"""What looks like a designation and is known to stand for something else."""

_LETTERS = """
    AD AM BC BCE CE CET CEST COP COVID CVE CY DST EDT EN EST ET EU EUR FM FY GMT GPT HB HIV HR HTTP IPV ISBN ISO ISSN
    JPY KRW LTE MSK NO NR OECD PDT PM PO PST RFC SB SR TV UN UNSC US USD UTC ZIP
"""
_OTHER_LETTERS = frozenset(_LETTERS.split())
"""Capitals before a number: zones of time, money, standards, bills, resolutions and other things."""

_YEAR = re.compile(r"(?:1[89]|20)\d\d$")
_QUARTER = re.compile(r"[1-4][QHTК]\d{2,4}$|\d[Xx]\d")
_BEFORE_WORDS = """
    asteroid asteroids autobahn bill bills bus buses case comet comets docket exit exits exoplanet exoplanets expressway
    flight flights form forms freeway freeways galaxies galaxy gate gates gene genes highway highways hwy interstate
    interstates invoice line lines measure measures motorway motorways page pages paragraph paragraphs postcode protein
    proteins resolution resolutions road roads room rooms route routes row rows seat seats section sections serial
    strain strains terminal terminals train trains vaccine vaccines variant variants visa visas vitamin vitamins
    рейс рейса рейсом шоссе трасса трассе трассы трассу
"""
_BEFORE = frozenset(_BEFORE_WORDS.split())
_BETWEEN = frozenset(("no", "number", "numbers", "the", "of", "and", "to", "or"))
_BEHIND_WORDS = """
    asteroid bloc bond bonds car cars championship championships corridor countries driver economies exit expressway
    finance flight form forms freeway galaxy grand highway infection infections interstate junction leaders match
    matches meeting meetings motorway nations pandemic paper patients race road school schools season size sized squad
    star strain strains student students summit team vaccination vaccinations vaccine vaccines variant variants virus
    visa visas
"""
_BEHIND = frozenset(_BEHIND_WORDS.split())
"""Words before and behind a number of something else, in lower case, and those that may stand between."""

_WORDS_BEFORE = 3
_SIGNS = "\"'(),.:;"

_ROAD = re.compile(r"(?:[AEIM]|US|SR)-?\d{1,3}$")
_ON_ROAD = re.compile(r"\b(?:on|along|off|via|between|onto|and) (?:the )?$")
_DIRECTION = re.compile(r" (?:north|south|east|west)(?:bound)?\b")
"""Roads have no word that says what they are where somebody drives on them: on the M25, I-95 north."""

_JOINT = re.compile(r",? (?:and|or|и) |, ")
_NEAR = 40
_SPACE = re.compile(r"\s")
_LONGEST = 60
"""Characters of a word: nothing longer is a designation."""


def unmatched(texts: Sequence[str], mentions: Iterable[tuple[int, Sequence[Mention]]]) -> Iterator[str]:
    """Yield the words of canonical sentences that look like designations, as written but for the s of a plural.

    `mentions` are those in them, as `Matcher.find_all` gives them: what stands there has a record.
    """
    text = "\n".join(texts)
    numbers = _numbers(text)
    if not numbers:
        return
    begins = list(accumulate([len(sentence) + 1 for sentence in texts], initial=0))
    named = [(begins[number] + m.start, begins[number] + m.end) for number, found in mentions for m in found]
    behind = other = 0
    for number in numbers:
        if number < behind or _is_within(named, number):
            continue
        start = _word_start(text, number)
        if start is None:
            continue
        stop = _SPACE.search(text, number)
        behind = min(stop.start() if stop else len(text), number + _LONGEST)
        for found in _SHAPE.finditer(text, start, behind):
            begin, end = found.span()
            if _is_within(named, end - 1) or _is_known_other(found[0]):
                continue
            # In a list, what is said of the first holds for the rest: flights AB-123 and CD-45.
            if _is_other_by_context(text, begin, end) or (other and _JOINT.fullmatch(text, other, begin)):
                other = end
            else:
                yield found[0]


def _is_within(spans: Sequence[tuple[int, int]], place: int) -> bool:
    """Say whether a place is in one of some spans, which are in order."""
    before = bisect_left(spans, (place + 1,))
    return before > 0 and spans[before - 1][1] > place


def _numbers(text: str) -> list[int]:
    """Return where the numbers in `text` begin. Ten looks for a digit take less time than one for any."""
    places = []
    for digit in digits:
        place = text.find(digit)
        while place >= 0:
            if not text[place - 1 : place].isdecimal():
                places.append(place)
            place = text.find(digit, place + 1)
    return sorted(places)


def _word_start(text: str, number: int) -> int | None:
    """Return where the word begins that has a number in it, with the word for a series; None for a plain number."""
    start = max(text.rfind(" ", 0, number), text.rfind("\n", 0, number)) + 1
    if number - start > _LONGEST:
        return None
    if any(map(str.isalpha, text[start:number])):
        return start
    first = max(text.rfind(" ", 0, max(start - 1, 0)), text.rfind("\n", 0, max(start - 1, 0))) + 1
    if text[first : max(start - 1, 0)].lstrip("(\"'") in _SERIES:
        return first
    return start if text[number + 1 : number + 3].strip(digits)[:1].isupper() else None


def _is_known_other(word: str) -> bool:
    """Say whether a word is written like, or known as, something that is no system."""
    letters, hyphen, rest = word.partition("-")
    if word in _KNOWN_OTHERS or _QUARTER.match(word):
        return True
    if " " in word:
        return _YEAR.search(word) is not None
    if not hyphen:
        letters = word.rstrip("0123456789")
        return letters in _OTHER_LETTERS or letters.casefold() in _ORDINARY
    if letters.islower() or letters.casefold() in _ORDINARY or letters in _OTHER_LETTERS:
        return True
    # A year behind a word: an exercise, a fair, games.
    return len(letters) > 1 and _YEAR.match(rest) is not None


def _is_other_by_context(text: str, start: int, end: int) -> bool:
    """Say whether the words beside it say that a word is the number of a road, a flight, a visa and the like."""
    before = text[max(0, start - _NEAR) : start].rpartition("\n")[2]
    words = [word.strip(_SIGNS).lower() for word in before.split()[-_WORDS_BEFORE:]]
    while words and words[-1] in _BETWEEN:
        words.pop()
    behind = text[end : end + _NEAR].partition("\n")[0].removeprefix("s").split(None, 1)
    if (words and words[-1] in _BEFORE) or (behind and behind[0].strip(_SIGNS).lower() in _BEHIND):
        return True
    road = _ROAD.match(text[start:end])
    return road is not None and (_ON_ROAD.search(before) is not None or _DIRECTION.match(text, end) is not None)
