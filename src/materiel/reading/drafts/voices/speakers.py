"""Who speaks in a sentence besides its publisher: "said X", "according to Y", "X reported, citing Y".

A name is the shortest phrase that names the agent: with a rank or title before it, without the description behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from materiel.reading.drafts.statements import Voice
from materiel.reading.drafts.voices.attributions import attributions
from materiel.reading.drafts.voices.names import PRONOUNS, can_speak, clean, trimmed
from materiel.reading.drafts.voices.patterns import (
    BY_WHOM,
    CARRIED,
    COLON,
    FINDS,
    GIVES,
    HEADLINE,
    LABEL,
    LEARNED,
    MADE,
    MADE_BY,
    QUOTED,
    SOURCED,
    STATEMENT,
    TITLED,
    TRANSCRIPT,
)
from materiel.reading.drafts.voices.tokens import has_quote, tokens, without_quotes
from materiel.reading.drafts.voices.utterances import Utterance, utterances

_CAPITAL_VERB: Final = re.compile(
    r"(?<= )(?:Says?|Said|Tells|Told|Confirms|Denies|Announces|According To|Claims|Warns)(?= )"
)
"""Verbs of speech in headlines that are written with capitals."""


def voice(text: str, body: int = 0, *, kind: str = "sentence") -> Voice:
    """Return who speaks in the canonical sentence `text`, whose words begin at `body` behind a dateline."""
    heading = kind == "heading"
    if heading:
        text = _CAPITAL_VERB.sub(lambda verb: verb[0].lower(), text)
    words = "direct" if has_quote(text) else "indirect"
    found = _attributions(text[body:])
    if found:
        chain: list[str] = []
        for one in found:
            chain += [name for name in _chain(one) if name not in chain]
        return Voice(tuple(chain[:_MOST]), words, found[0].rule)
    if kind != "sentence" and (name := _behind_headline(text, heading=heading)):
        return Voice((name,), words, "end of a headline")
    if heading and not text.endswith("?") and (titled := TITLED.match(text)) and (name := _titled(titled)):
        return Voice((name,), words, "heading with a colon")
    return Voice()


def _titled(found: re.Match[str]) -> str | None:
    """Return who speaks before the colon of a heading, where a clause with a verb stands behind it."""
    name = clean(found["who"])
    return name if name and can_speak(name) and _SAID_IN_HEADING.search(found.string, found.end()) else None


_SAID_IN_HEADING: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|we|I|you|they|it|isn't|won't"
    r"|don't|not"
    r"|(?!(?:its|this|forces|systems|missiles|tanks|aircraft|ships|boats|jets|orders|sales|holdings|losses"
    r"|figures)\b)"
    r"[a-z]+s (?:the|an?|its|no|more|\d[\d,]*|[A-Z])"
    r"|[a-z]+ed (?:the|an?|its|no|\d[\d,]*|[A-Z])|sank|lost|shot|sold|sent|built|bought|hit|flew|got|made|gave)\b"
)
"""A verb behind the colon of a heading."""


def _behind_headline(text: str, *, heading: bool) -> str | None:
    """Return who speaks at the end of a headline. In a row of a table what stands behind a colon seldom speaks."""
    spoken = HEADLINE.search(text) if LABEL.match(text) is None else None
    name = clean(spoken[spoken.lastindex or 0]) if spoken else None
    shouted = name is not None and name.isupper() and " " in name
    return None if name is None or shouted or not (heading or name.islower()) else name


_MOST: Final = 3
"""Speakers of a chain that are kept."""

_RULES: Final = (
    ("transcript", TRANSCRIPT),
    ("quoted as saying", QUOTED),
    ("learned from", LEARNED),
    ("whose figures", SOURCED),
    ("what a report finds", FINDS),
    ("a statement reads", STATEMENT),
    ("quoted by", BY_WHOM),
    ("name and colon", COLON),
    ("what somebody gives", GIVES),
)


def _attributions(text: str) -> list[Utterance]:
    """Return the attributions, outermost first: what stands at the end is about all that comes before it."""
    outside = without_quotes(text)
    found: list[Utterance] = []
    for one in (*_by_pattern(outside), *utterances(outside), *attributions(outside, tokens(outside))):
        name = trimmed(one.who)
        name = _first_of_two(name) if name else None
        if name is not None and not any(_same(name, one, other) for other in found):
            found.append(one.named(name))
    return sorted(_nested(outside, found), key=_depth)


_TWO: Final = re.compile(
    r"(?P<first>(?:[Tt]he )?(?!(?:[\w'-]+ )*(?:of|for|on|in|between)\b)[\w'.-]+(?: [\w'.-]+){0,4}?) and (?:the "
    r"|[A-Z])"
)
_FIRM: Final = re.compile(r"\b(?:Sons|Co|Partners|Brothers|Associates)\b")
_BODY: Final = re.compile(
    r"\b(?:Ministry|Department|Office|Institute|Committee|Commission|Agency|Center|Centre|Board)\b"
)
"""Names that hold an "and": "the Ministry of Defence and Aviation", "Vickers and Sons"."""


def _first_of_two(name: str) -> str:
    """Return the first of two speakers beside each other: of "the army and the navy" the army."""
    two = _TWO.match(name)
    if two is None or _BODY.search(name) or _FIRM.search(name):
        return name
    return two["first"]


def _by_pattern(text: str) -> Iterator[Utterance]:
    for rule, pattern in _RULES:
        for match in pattern.finditer(text):
            groups = match.groupdict()
            who = next((groups[name] for name in ("who", "by", "office") if groups.get(name)), "")
            place = match.start("verb") if groups.get("verb") else match.start()
            if rule == "quoted by":
                place = match.end()
            if name := clean(who):
                yield Utterance(name, place, rule, inner=_quoted(groups.get("inner") or ""))


def _quoted(who: str) -> str | None:
    """Return who is quoted: "Interfax quoted yard director Holm as saying"."""
    return clean(who) or (trimmed(who) if who and "·" not in who and can_speak(who) else None)


def _chain(one: Utterance) -> list[str]:
    """Return who speaks in an attribution: of a thing with its maker behind it the maker, who quotes somebody first."""
    if made := MADE.fullmatch(one.who) or (MADE_BY.match(one.tail) if _is_thing(one.who) else None):
        return [trimmed(made["maker"]) or one.who]
    if (carried := CARRIED.match(one.tail)) and (outer := trimmed(carried["outer"])):
        return [outer, one.who]
    return [one.who, *([one.inner] if one.inner else [])]


def _is_thing(name: str) -> bool:
    return MADE.fullmatch(f"{name} by X") is not None


def _same(name: str, one: Utterance, other: Utterance) -> bool:
    return name in other.who or other.who in name or abs(one.place - other.place) < _NEAR


_NEAR: Final = 4
_CLAUSES: Final = re.compile(r"; |, (?:whereas|while|but|though|although|yet) ")
_WEAK: Final = ("which somebody says", "noun of speech", "whose")
"""Attributions of part of a sentence, which count where nobody else speaks in it."""


def _nested(text: str, found: list[Utterance]) -> list[Utterance]:
    """Return those who speak of what the others say, or of whom the others speak.

    Who speaks in another clause speaks of something else: "Six were lost, Kaldea says; Norland says two".
    """
    if len(found) < 2:
        return found
    strong = [one for one in found if one.rule not in _WEAK] or found
    named = [one for one in strong if one.who.lower() not in PRONOUNS]
    first = min(strong, key=lambda one: one.place)
    kept = [one for one in strong if one in (named or strong) or (one is first)]
    kept = [one for one in kept if not one.joined or not any(other.place < one.place for other in kept)]
    last = [one for one in kept if one.outer and one.ends and not _turned(text, one, kept)]
    ends = [border.start() for border in _CLAUSES.finditer(text)] + [len(text)]
    for begin, end in pairwise([0, *ends]):
        if inside := [one for one in kept if begin <= one.place < end and one not in last]:
            return [*last, *inside]
    return kept


def _turned(text: str, one: Utterance, others: list[Utterance]) -> bool:
    """Say whether another speaks before a semicolon, in the same way: "six, said one guard; nine, said another"."""
    return any(other.outer and other.place < one.place and ";" in text[other.place : one.place] for other in others)


def _depth(one: Utterance) -> tuple[int, int]:
    """Say how far outside a speaker stands: who is named behind all that is said speaks of all of it."""
    if one.rule == "citing":
        return 4, one.place
    if one.rule in ("according to", "quoted by", "transcript"):
        return 0, one.place
    return (1, -one.place) if one.outer else (2, one.place)
