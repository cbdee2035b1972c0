"""The sentences of a paragraph: found by a library, and mended by small rules where it is known to err.

The library is sentencex. It sees the canonical text, so that copies with other quotes or dashes have the same
sentences. A rule of joining says whether what stands left and right of a border is one sentence; a rule of
splitting says where a border was overlooked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from string import digits

from ahocorasick_rs import AhoCorasick
from sentencex import segment  # type: ignore[import-untyped]

from materiel.text.mapping import joins

LONGEST = 8192
"""Characters that are looked at together: the time that the library takes can grow with their square."""

Span = tuple[int, int]
"""Where a sentence begins and ends."""

_DEFAULT_LANGUAGE = "en"
_BETWEEN_TEXTS = "\n\n"
"""What the library takes for the end of a paragraph. There is none in a canonical text."""

_NAME_FOLLOWS = """
    approx. Approx. ca. Flt. Inf. Cav. Arty. Armd. Mech. Brig. Ret. Ser. Mil. Adm. Capt. Cdr. Cmdr. Col. Cpl. Ens. Gen.
    Lt. Maj. Pfc. Pvt. Sgt. Spc. Mr. Mrs. Ms. Messrs. Dr. Prof. Hon. Rep. Sen. Gov. Supt. Insp. St. Mt. Ft. Mk. vs. viz.
    cf. i.e. e.g. Pub. ок. прибл. им. тов. акад. проф.
"""
_BEFORE_NAME = frozenset(_NAME_FOLLOWS.split())
"""Abbreviations that stand before what they belong to, and never at the end of a sentence."""

_NUMBER_FOLLOWS = """
    No. no. Nos. nos. N°. Fig. fig. Figs. figs. Sec. sec. Ch. ch. Vol. vol. Art. art. p. pp. Par. par. Para. para. Pt.
    pt. App. Tab. Eq. Ref. Rev. Ver. ver. est. Est. avg. max. min. Nr. nr. Abs. Bd. ст. гл. рис.
    Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. янв. февр. апр. авг. сент. окт. нояб. дек.
"""
_BEFORE_NUMBER = frozenset(_NUMBER_FOLLOWS.split())
"""Abbreviations that go on where a number follows."""

_ORDINAL_LANGUAGES = frozenset(("cs", "da", "de", "et", "fi", "hr", "hu", "no", "sk", "sl", "sr"))
_ORDINAL = len("31.")
"""Languages that write ordinal numbers with a full stop, and how long those are."""

_CAMEL = re.compile(r"[a-z]{1,2}[A-Z]")
_TIMES = frozenset(("m.", "M."))
"""How "a.m." and "p.m." end."""

_AFTER_TIME = re.compile(
    r"(?:Local|Eastern|Central|Pacific|Moscow|Kyiv|Korean?|Seoul|Pyongyang|Tokyo|Beijing|Washington) [Tt]ime\b"
    r"|(?:[A-Z]{1,3}T|GMT|UTC|Zulu)\b|\(|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d"
)
_SPEAKER = re.compile(
    r"(?:[A-Z][\w.'-]* ){1,4}(?:said|says|asked|asks|added|adds|wrote|told|replied|answered|posted|shouted|insisted)\b"
)
_LANDS = ("U.S. ", "U.K. ", "U.N. ", "E.U. ")
_PEOPLE = frozenset(
    ("Analysts", "Authorities", "Critics", "Diplomats", "Experts", "Investigators", "Lawmakers", "Officials", "Sources")
)
"""Words that are no name behind the name of a land, and so begin a sentence: "left the U.S. Officials said so."""

_BRACKETED = re.compile(r"(?:^|(?<=[.!?] )|(?<=[.!?]\" ))\([A-Z][^() ]* [^()]*[.!?]\"?\)(?: |$)")
"""A whole sentence in brackets: there is a border on both sides, which the library overlooks."""

_UNIT_END = re.compile(r"\d (?:t|m|km/h|m/s|т|м|км/ч|м/с)\. (?=[A-ZÀ-ÞА-ЯЁІЇЄҐ])")
_YEAR_END = re.compile(r"\d{4} г\. (?=[А-ЯІЇЄҐ])")
_STATES = """
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev N.C N.D N.H N.J N.M
    N.Y Okla Ore Pa R.I S.C S.D Tenn Tex Vt Va W.Va Wash Wis Wyo D.C
"""
_STATE_END = re.compile(rf", (?:{'|'.join(map(re.escape, _STATES.split()))})\. (?=[A-Z][a-z])")
_NO_END = re.compile(r"\bno\. (?=[A-Z][a-z])")
"""What ends before a border that the library overlooks: a unit, a year in Russian, a State, the answer "no"."""

_OVERLOOKED = AhoCorasick(
    [
        *(land + people for land in _LANDS for people in _PEOPLE),
        *(f", {state}. " for state in _STATES.split()),
        *(f"{digit} {unit}. " for digit in digits for unit in "tm"),
        *("m/h. ", "m/s. ", "no. ", ". (", "! (", "? (", '" ('),
    ]
)
"""Finds what stands at borders that the library overlooks within ASCII text. It is seldom there."""

_RULED_LANGUAGES = _ORDINAL_LANGUAGES | {"fr"}
_ABBREVIATIONS = _BEFORE_NAME | _BEFORE_NUMBER
_OPENINGS = ("", " ", "(", '"', "'")
_LAST_OF_ABBREVIATIONS = frozenset((opening + word)[-4:] for word in _ABBREVIATIONS for opening in _OPENINGS)
_LAST_OF_SHORT_ONES = frozenset(
    (opening + word)[-3:] for word in _ABBREVIATIONS for opening in _OPENINGS[:2] if len(word) < len("no.")
)
"""How abbreviations end: most of them in four signs that no other word ends in."""

_SUSPECT = frozenset(("m.", "M.", '?"', '!"', "?'", "!'"))
_CAPITALS = frozenset('ABCDEFGHIJKLMNOPQRSTUVWXYZ"')
_BEHIND_LETTER = (".", ")")
_LOOK_AHEAD = 100
_FRENCH_TITLES = ("M.", "MM.")

_ITEM = re.compile(r"(?:(?<=\s)|^)(?:[•⁃‣] ?)?(\d{1,2}|[a-z])(\.\)|\.|\)) ?(?=[A-Z\d])")


def sentences(text: str, language: str | None = None) -> list[Span]:
    """Return where the sentences of a canonical text of at most `LONGEST` characters begin and end.

    Nothing but spaces lies outside of them. `language` is an ISO 639-1 code; without it, text is taken for English.
    """
    return sentences_of([text], language)[0]


def sentences_of(texts: Sequence[str], language: str | None = None) -> list[list[Span]]:
    """Return where the sentences of each of some texts are. It takes less time than to ask for one after the other."""
    if not texts:
        return []
    found = []
    usual = language not in _RULED_LANGUAGES
    rest = iter(texts)
    text = next(rest)
    length = len(text)
    spans: list[Span] = []
    before = ""
    begin = offset = 0
    joined = _BETWEEN_TEXTS.join(texts)
    suspect = bool(_OVERLOOKED.find_matches_as_indexes(joined))
    for piece in segment(language or _DEFAULT_LANGUAGE, joined):
        if offset == length:
            # Some of them are left out.
            if piece == _BETWEEN_TEXTS:
                continue
            spans.append((begin, offset))
            found.append(_mended(text, spans) if suspect or _may_err(text) else spans)
            text = next(rest)
            length = len(text)
            spans = []
            begin = offset = 0
        elif offset > begin:
            # Nearly all borders are behind a common word and before a capital letter. The rest is looked at.
            last = before[-4:-1]
            plain = (
                usual
                and piece[0] in _CAPITALS
                and before[-5:-1] not in _LAST_OF_ABBREVIATIONS
                and last not in _LAST_OF_SHORT_ONES
                and last[1:] not in _SUSPECT
            )
            if plain or not _are_joined(text, begin, offset, language):
                spans.append((begin, offset - 1 if before[-1] == " " else offset))
                begin = offset if piece[0] != " " else offset + 1
        offset += len(piece)
        before = piece
    spans.append((begin, offset))
    found.append(_mended(text, spans) if suspect or _may_err(text) else spans)
    return found


def _may_err(text: str) -> bool:
    """Say at a glance whether the library can have erred within a text without the words of `_OVERLOOKED`."""
    return not text.isascii() or not text[0].isalpha() or text[1:2] in _BEHIND_LETTER


def _mended(text: str, spans: list[Span]) -> list[Span]:
    """Add the borders that the library overlooks, and take away those within the items of a list."""
    if not text[0].isalpha() or text[1:2] in _BEHIND_LETTER:
        spans = _parted(text, _item_borders(text, [start for start, _ in spans[1:]]))
    # Where every full stop is a border already, none was overlooked.
    stops = sum([text[end - 1] == "." for _, end in spans[:-1]])
    if ("(" in text or text.count(". ") > stops) and (more := _overlooked(text)):
        spans = _parted(text, [*more, *(start for start, _ in spans[1:])])
    return spans


def _parted(text: str, borders: Iterable[int]) -> list[Span]:
    starts = [0, *sorted({*(border for border in borders if not joins(text[border : border + 1])), len(text)})]
    return [(start, end - 1 if text[end - 1] == " " else end) for start, end in pairwise(starts) if start < end]


def _are_joined(text: str, begin: int, border: int, language: str | None) -> bool:
    left, right = text[begin:border].rstrip(), text[border : border + _LOOK_AHEAD].lstrip()
    return join_rule(left, right, language) is not None


def join_rule(left: str, right: str, language: str | None = None) -> str | None:
    """Name the rule by which there is no border between `left` and `right`, or return None if there is one."""
    first, last = right[0], left[-1]
    if joins(first):
        return "accent"
    if first.islower():
        # Where a sentence begins in lower case, the writer uses no capitals.
        return "lower case" if not left[0].islower() and not _CAMEL.match(right) else None
    if first == "/":
        return "slash"
    if last in "\"'":
        return "speaker" if left[-2:-1] in "?!" and _SPEAKER.match(right) else None
    word = left[left.rfind(" ") + 1 :].lstrip("(\"'") if last == "." else ""
    if word in _BEFORE_NAME:
        return "abbreviation"
    if word in _BEFORE_NUMBER and first.isdigit():
        return "number"
    if word[-2:] in _TIMES and _AFTER_TIME.match(right):
        return "time"
    if language in _ORDINAL_LANGUAGES and word[:-1].isdigit() and len(word) <= _ORDINAL:
        return "ordinal"
    return "title" if language == "fr" and word in _FRENCH_TITLES else None


def _overlooked(text: str) -> list[int]:
    """Return where borders are that the library overlooks."""
    borders = _behind_lands(text) if "U." in text else []
    if "(" in text:
        borders += [border for found in _BRACKETED.finditer(text) for border in found.span()]
    if ", " in text:
        borders += [found.end() for found in _STATE_END.finditer(text)]
    if "no. " in text:
        borders += [found.end() for found in _NO_END.finditer(text)]
    if " t. " in text or " m. " in text or "/h. " in text or "/s. " in text or not text.isascii():
        borders += [found.end() for pattern in (_UNIT_END, _YEAR_END) for found in pattern.finditer(text)]
    return borders


def _behind_lands(text: str) -> list[int]:
    borders = []
    for land in _LANDS:
        at = text.find(land)
        while at >= 0:
            at += len(land)
            if text[at : text.find(" ", at)] in _PEOPLE:
                borders.append(at)
            at = text.find(land, at)
    return borders


def _item_borders(text: str, borders: list[int]) -> list[int]:
    """Part the items of a list that runs on in one line; a border behind a number or letter of it is none."""
    expected = ""
    starts, ends = [], set()
    for found in _ITEM.finditer(text) if _ITEM.match(text) else ():
        if expected in ("", found[1]):
            starts.append(found.start())
            ends.add(found.end())
            expected = str(int(found[1]) + 1) if found[1].isdigit() else chr(ord(found[1]) + 1)
    return [*(border for border in borders if border not in ends), *starts[1:]]
