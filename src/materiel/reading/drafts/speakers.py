"""Who speaks in a sentence besides its publisher: "said X", "according to Y", "X reported, citing Y".

A name is the shortest phrase that names the agent: with a rank or title before it, without the description behind it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from materiel.reading.drafts.speaker_names import OWN_NAME, can_speak, clean
from materiel.reading.drafts.speech_patterns import (
    ACCORDING,
    AND_SAID,
    AS_PUT,
    ASIDE,
    BEFORE,
    BEHIND,
    BY_WHOM,
    CITED,
    COLON,
    FINDS,
    GIVES,
    HEADLINE,
    PASSIVE,
    PER,
    QUOTED,
    RELATIVE,
    SOURCED,
    STATEMENT,
    TITLED,
    TOLD_BY,
    TRANSCRIPT,
    WHOSE,
)
from materiel.reading.drafts.speech_verbs import speaks
from materiel.reading.drafts.statements import Voice


@dataclass(frozen=True, slots=True)
class _Found:
    who: str
    place: int
    rule: str
    inner: str | None = None


_CAPITAL_VERB: Final = re.compile(
    r"(?<= )(?:Says?|Said|Tells|Told|Confirms|Denies|Announces|According To|Claims|Warns)(?= )"
)
"""Verbs of speech in headlines that are written with capitals."""


def voice(text: str, body: int = 0, *, heading: bool = False) -> Voice:
    """Return who speaks in the canonical sentence `text`, whose words begin at `body` behind a dateline."""
    if heading:
        text = _CAPITAL_VERB.sub(lambda verb: verb[0].lower(), text)
    found = _attributions(text[body:])
    if (
        heading
        and not found
        and (spoken := HEADLINE.search(text))
        and (name := clean(spoken[spoken.lastindex or 0], "citing"))
    ):
        return Voice((name,), "direct" if _has_quote(text) else "indirect", "end of a headline")
    if heading and not found and (titled := TITLED.match(text)) and (name := clean(titled["who"], "heading")):
        return Voice((name,), "direct" if _has_quote(text) else "indirect", "heading with a colon")
    if not found:
        return Voice()
    chain: list[str] = []
    for one in found:
        chain += [name for name in (one.who, one.inner) if name and name not in chain]
    words = "direct" if _has_quote(text) else "indirect"
    return Voice(tuple(chain), words, found[0].rule)


def _has_quote(text: str) -> bool:
    return '"' in text or _SINGLE.search(text) is not None


def _attributions(text: str) -> list[_Found]:
    """Return the attributions, outermost first: what stands at the end is about all that comes before it."""
    outside = _ABBREVIATED.sub("", _without_quotes(text))
    found: dict[str, _Found] = {}
    for rule, pattern in _RULES:
        for match in pattern.finditer(outside):
            one = _found(outside, match, rule)
            if one is not None and not any(_same(one, other) for other in found.values()):
                found[one.who] = one
    ordered = sorted(_of_first_clause(outside, list(found.values())), key=lambda one: (_depth(outside, one), one.place))
    return ordered[:3]


_PARALLEL: Final = re.compile(r"; |, whereas ")


def _of_first_clause(text: str, found: list[_Found]) -> list[_Found]:
    """Return those who speak in the first clause in which somebody does.

    Who speaks in another one speaks of something else: "Six were lost, Kaldea says; Norland says two".
    """
    ends = [border.start() for border in _PARALLEL.finditer(text)] + [len(text)]
    for begin, end in pairwise([0, *ends]):
        if inside := [one for one in found if begin <= one.place < end]:
            return inside
    return found


_ABBREVIATED: Final = re.compile(r" ?\([^()\d]{2,60}\)(?=,? [a-z])")
"""An abbreviation in brackets behind a name, before the verb: Joint Chiefs of Staff (JCS) said."""

_RULES: Final = (
    ("transcript", TRANSCRIPT),
    ("according to", ACCORDING),
    ("quoted as saying", QUOTED),
    ("whose figures", SOURCED),
    ("what a report finds", FINDS),
    ("a statement reads", STATEMENT),
    ("name, description, verb", ASIDE),
    ("name and verb", BEFORE),
    ("verb and name", BEHIND),
    ("quoted by", BY_WHOM),
    ("name and colon", COLON),
    ("in the words of", PER),
    ("as somebody puts it", AS_PUT),
    ("in somebody's words", WHOSE),
    ("what somebody gives", GIVES),
    ("which somebody says", RELATIVE),
    ("and said", AND_SAID),
    ("told by", TOLD_BY),
    ("passive", PASSIVE),
)


def _depth(text: str, one: _Found) -> int:
    """Say how far outside a speaker stands: who is named behind all that is said speaks of all of it."""
    if one.rule == "citing":
        return 3
    if one.rule in ("according to", "quoted by"):
        return 0
    rest = text[one.place :].partition(" ")[2]
    trailing = one.place > len(text) // 3 and not re.match(r"(?:\w+ ){0,2}that\b", rest) and len(rest) < _SHORT_REST
    return 1 if trailing else 2


_SHORT_REST: Final = 60


def _same(one: _Found, other: _Found) -> bool:
    return one.who in other.who or other.who in one.who or abs(one.place - other.place) < _NEAR


_NEAR: Final = 4


_SINGLE: Final = re.compile(r"(?:^|(?<=[\s(]))'(?=[\w.])([^']*(?:(?<=\w)'(?=\w)[^']*)*)(?<=[,.!?\w])'(?=[\s,.;:)]|$)")
"""Words in single quotation marks; an apostrophe has a letter on both sides."""


_CLOSES: Final = re.compile(r"[^\"]*[.,!?]\"(?= |$)")


def _without_quotes(text: str) -> str:
    """Blank out what stands in quotation marks, so that nothing in it is taken for the sentence's own words."""
    if text.count('"') % 2 and (closing := _CLOSES.match(text)):
        # The quotation was opened in a sentence before.
        text = f'"{closing[0]}{text[closing.end() :]}'
    text = _SINGLE.sub(lambda found: '"' + found[1] + '"', text)
    return re.sub(r'"[^"]*("|$)', lambda found: '"' + "·" * (len(found[0]) - 2) + ('"' if found[1] else "·"), text)


_SUBJECT: Final = (
    "name and verb",
    "name, description, verb",
    "verb and name",
    "which somebody says",
    "what somebody gives",
)
"""Rules that see a name beside a verb, which is of speech only if the subject can speak."""

_SURE: Final = ("what a report finds", "what somebody gives", "whose figures")
"""Rules whose patterns ask all that is to be asked of the verb."""


def _found(text: str, match: re.Match[str], rule: str) -> _Found | None:
    groups = match.groupdict()
    who = next((groups[name] for name in ("who", "by", "office") if groups.get(name)), None)
    if who is None:
        return None
    verb = groups.get("verb") or ""
    place = match.start("verb") if verb else match.start()
    if verb and rule not in _SURE and not speaks(text, match, rule):
        return None
    inner = clean(groups["inner"], rule) if groups.get("inner") else None
    if rule == "according to":
        rule = "citing" if match[0].startswith(("citing", "Citing", "quoting", "Quoting")) else rule
    elif cited := CITED.match(who):
        who, inner = cited["outer"], clean(cited["inner"], rule)
    name = clean(who, rule)
    if name and rule in _SUBJECT and not can_speak(name):
        return None
    aside = groups.get("aside")
    if (
        name
        and aside
        and OWN_NAME.match(aside.strip())
        and not OWN_NAME.match(name)
        and not name.split()[-1][0].isupper()
    ):
        # "The maker, Sukhoi, says"
        name = aside.strip()
    return None if name is None else _Found(name, place, rule, inner)
