"""Clauses of a sentence as far as speech needs them: what belongs to a verb, and what its subject is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from materiel.reading.drafts.voices.lexicon import (
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
    PREPOSITIONS,
    PRONOUNS,
    is_adverb,
    is_participle,
)
from materiel.reading.drafts.voices.names import can_speak
from materiel.reading.drafts.voices.phrases import Phrase, phrase_before, speaking_phrase
from materiel.reading.drafts.voices.tokens import Token

_HAVE: Final = frozenset(["has", "have", "had"])


_BE: Final = frozenset(["is", "are", "was", "were", "been", "be", "being"])


_MODAL: Final = frozenset(
    ["would", "could", "can", "will", "may", "might", "must", "should", "did", "does", "do", "shall"]
)


_DAY: Final = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:19|20)\d\d|January|February|March|April"
    r"|May|June|July|August"
    r"|September|October|November|December"
)


_ADVERBIALS: Final = frozenset(
    [
        *(("at", word) for word in ("first", "last", "least", "once", "times")),
        *(("in", word) for word in ("turn", "private", "public", "part", "effect", "writing", "response", "reply")),
        *(("for", word) for word in ("now", "once", "example", "instance", "years")),
        ("of", "late"),
    ]
)
"""Adverbs of two words that may stand before a verb: "officials at first said"."""

_OCCASION: Final = frozenset(
    str.split("statement interview briefing letter report speech post email message week month year press conference")
)


_INFINITIVE_TOO: Final = frozenset(
    str.split("continues continued hastened quick keen careful eager happy anxious ready wont")
)


@dataclass(frozen=True, slots=True)
class Group:
    """What stands before a verb and belongs to it. `last` is the number of the word before it."""

    last: int
    negated: bool = False
    passive: bool = False
    modal: str = ""
    infinitive: bool = False


def verb_group(words: list[Token], verb: int) -> Group:
    """Return the auxiliaries, adverbs and times between a verb and its subject."""
    at, negated, passive, modal = verb - 1, False, False, ""
    while at >= 0:
        word = words[at].text
        low = word.lower()
        if low in _HAVE:
            pass
        elif low in _MODAL:
            modal = low
        elif low in _BE:
            passive = passive or at == verb - 1 or words[at + 1].text.endswith("ly")
        elif low in ("not", "never", "neither") or low.endswith("n't"):
            negated = True
            modal = low[:-3] if low.endswith("n't") and low[:-3] in _MODAL else modal
        elif low == "to" and (at == 0 or words[at - 1].text not in _INFINITIVE_TOO):
            return Group(at - 1, infinitive=True)
        elif low == "to":
            at -= 1
        elif is_adverb(word):
            pass
        elif (before := _time(words, at)) is not None:
            at = before
        else:
            break
        at -= 1
    return Group(at, negated, passive, modal)


def _time(words: list[Token], at: int) -> int | None:
    """Return the number of the first word of a time or occasion that ends at `at`: "on Monday", "in a statement"."""
    word = words[at].text
    low = [token.text.lower() for token in words[max(0, at - 2) : at]]
    if word in ("week", "month", "year") and low and low[-1] in ("last", "this"):
        return at - 1
    if low and (low[-1], word) in _ADVERBIALS:
        return at - 1
    if word in _OCCASION and len(low) > 1 and low[-1] in DETERMINERS and low[-2] in ("in", "at", "on"):
        return at - 2
    if _DAY.fullmatch(word) and at > 0:
        before = at
        while before > 0 and words[before - 1].text.lower() in ("on", "in", "last", "late", "early", "this", "since"):
            before -= 1
        if before < at:
            return before
        return at if word.endswith("day") else None
    return None


def clause_subject(words: list[Token], before: int) -> Phrase | None:
    """Return the subject of the clause that goes on at the word `before`: of "said" in "X met Y and said"."""
    first = next((at + 1 for at in range(before - 1, -1, -1) if words[at].text in (";", ":", "–", "—", "--")), 0)
    while first < before and words[first].text.lower() in (PREPOSITIONS | {"when", "while", "as", "asked", "pressed"}):
        comma = next((at for at in range(first, before) if words[at].text == ","), None)
        if comma is None:
            return None
        first = comma + 1
    if named := _named(words, first, before):
        return named
    for at in range(first + 1, before):
        word = words[at].text
        low = word.lower()
        if word == "," or low in FINITE or (word.endswith("ed") and word[0].islower()) or is_adverb(word):
            last = at - 1
            found = phrase_before(words, last) if last >= first else None
            if found is not None and found.first == first:
                return found
            if word != "," and (low in FINITE or found is None) and not is_participle(low):
                return None
    return None


def _named(words: list[Token], first: int, before: int) -> Phrase | None:
    """Return a pronoun or a name of capitals that opens a clause, with a verb behind it: whatever that is."""
    last = first
    if words[first].text.lower() not in PRONOUNS:
        while last < before and words[last].text[0].isupper():
            last += 1
        last -= 1
    following = words[last + 1].text if last + 1 < before else ""
    if last < first or not following[:1].islower() or following in PREPOSITIONS | CONJUNCTIONS | {"and", "or"}:
        return None
    found = speaking_phrase(words, first, last, first - 1, 0)
    alone = found is not None and (last > first or first == 0 or words[first].text.lower() in PRONOUNS)
    return found if alone and not can_speak(following) else None
