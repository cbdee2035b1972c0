"""Noun phrases that name somebody who can speak: which words of a sentence belong to one, and where it ends."""

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
    RELATIVES,
    is_adverb,
    is_participle,
)
from materiel.reading.drafts.voices.names import can_speak
from materiel.reading.drafts.voices.tokens import Token

_POST: Final = frozenset(
    str.split("familiar close based involved aware present responsible loyal privy near who whom whose")
)
"""Words that follow the noun of a speaker: "people familiar with the matter"."""

_NOT_FIRST: Final = frozenset(
    str.split(
        "and or whoever whatever not only even just more such no nobody none neither then now here there still later"
        " earlier meanwhile however moreover once also again instead what which that whom who everyone nothing"
        " something anybody anyone nobody is are was were has have had will would to"
    )
)
_ADVERBS: Final = frozenset(str.split("even now meanwhile still later only then earlier again today yesterday also"))
_LATER: Final = ("later", "again", "ago")
"""Adverbs before a subject that opens a clause: "even the maker admits", "a year later the maker admitted"."""

_TIMES: Final = frozenset(
    str.split("week month year night day morning evening afternoon time spring summer autumn winter today yesterday")
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: the numbers of its first and last word, and of the word after its noun and what belongs to it."""

    first: int
    last: int
    border: int


def phrase_before(words: list[Token], last: int, number: int = 0) -> Phrase | None:
    """Return the noun phrase that ends with the word `last` and names somebody who can speak."""
    border = last
    while border >= 0 and words[border].is_word and words[border].text.lower() not in CONJUNCTIONS:
        border -= 1
    if last - border > _LONGEST:
        return None
    antecedent = (
        border >= 0 and words[border].text in ("that", "which") and _clause_without_subject(words, border, last)
    )
    if antecedent:
        return phrase_before(words, border - 1, number)
    for first in range(border + 1, last + 1):
        if _may_begin(words, first, border):
            found = speaking_phrase(words, first, last, border, number)
            if found is not None:
                return found
    return None


_LONGEST: Final = 24


def _clause_without_subject(words: list[Token], border: int, last: int) -> bool:
    """Say whether a relative clause begins with its verb: "a report that was leaked said"."""
    following = words[border + 1].text if border < last else ""
    return following in FINITE or (following.endswith("ed") and following[0].islower())


def _may_begin(words: list[Token], first: int, border: int) -> bool:
    word = words[first].text
    low = word.lower()
    if (
        (low in PREPOSITIONS and low != "outside")
        or low in _NOT_FIRST
        or (is_adverb(low) and low not in ("both", "all"))
    ):
        return False
    if first == border + 1:
        return low not in ("this", "last") or words[min(first + 1, len(words) - 1)].text not in _TIMES
    before = words[first - 1].text
    if before in _LATER or (first == border + 2 and before.lower() in _ADVERBS):
        return low in DETERMINERS or low in PRONOUNS or word[0].isupper()
    if before.lower() in DETERMINERS | _NOT_FIRST - {"and", "is", "was", "are", "were"} or (
        before.lower() in PREPOSITIONS and before.lower() not in ("after", "before", "since")
    ):
        return False
    if low in DETERMINERS or low in PRONOUNS:
        return True
    if word[0].isupper():
        return before[0].islower() and before not in ("and", "or") and (before in _TIMES or not can_speak(before))
    return before[0].isupper() or before in _TIMES or before in ("that", "and") or is_adverb(before)


def speaking_phrase(words: list[Token], first: int, last: int, border: int, number: int) -> Phrase | None:
    """Return the phrase from `first` to `last` if it is one of somebody who can speak, without a clause in it."""
    end = _core_end(words, first, last)
    if end is None:
        return None
    core = words[first : end + 1]
    if core[-1].text.lower() in DETERMINERS or not core[-1].text[0].isalnum():
        return None
    if core[0].text.lower() in PRONOUNS and len(core) > 1:
        return None
    if words[last].text.lower() in PREPOSITIONS | DETERMINERS:
        return None
    text = " ".join(token.text for token in core)
    if not can_speak(text, opens=border < 0 and len(core) == 1):
        return None
    if number and not _agrees(core, number):
        return None
    post = words[end + 1 : last + 1]
    if not post:
        return Phrase(first, last, border)
    clause = post[0].text.lower() in RELATIVES or is_participle(post[0].text)
    if not clause and any(_is_finite(post, at) for at in range(_relative(post))):
        return None
    return Phrase(first, end if clause else last, border)


def _is_finite(words: list[Token], at: int) -> bool:
    return words[at].text in FINITE and (at == 0 or words[at - 1].text.lower() not in DETERMINERS)


def _relative(post: list[Token]) -> int:
    return next((number for number, token in enumerate(post) if token.text in RELATIVES), len(post))


def _core_end(words: list[Token], first: int, last: int) -> int | None:
    """Return the number of the last word before a preposition, a relative clause or a participle, None if no noun."""
    at = first
    while at <= last:
        low = words[at].text.lower()
        if at > first:
            if low in PREPOSITIONS or low in _POST or low in RELATIVES:
                return at - 1
            if low in DETERMINERS and words[at - 1].text.lower() not in ("all", "both", "half", "and", "or", "such"):
                return None
            if low in PRONOUNS:
                return None
            if low in ("and", "or") and not _joins(words, first, at, last):
                return None
        if _is_finite(words, at):
            return None
        if at > first and _follows_noun(words, at):
            followed = words[at + 1].text.lower() if at < last else ""
            if followed in DETERMINERS or followed in PRONOUNS:
                return None
            if _opens_clause(words, at, last):
                return at - 1
        at += 1
    return last


def _joins(words: list[Token], first: int, at: int, last: int) -> bool:
    """Say whether "and" joins two speakers, and not two clauses."""
    if at in (first, last):
        return False
    following = words[at + 1].text.lower()
    if following in PRONOUNS:
        return False
    return following not in DETERMINERS or can_speak(" ".join(token.text for token in words[first:at]))


def _follows_noun(words: list[Token], at: int) -> bool:
    """Say whether the word `at` is a participle behind a noun for a speaker: "figures compiled"."""
    before = words[at - 1].text
    return (
        is_participle(words[at].text)
        and can_speak(before)
        and before[-2:] != "'s"
        and before.lower() not in DETERMINERS | _QUANTITIES
    )


def _opens_clause(words: list[Token], at: int, last: int) -> bool:
    """Say whether a participle describes what is before it, and is no part of its name: "the unnamed source"."""
    followed = words[at + 1].text.lower() if at < last else ""
    return (
        not followed
        or followed in PREPOSITIONS
        or followed in ("only", "not", "that")
        or words[at].text.endswith("ing")
    )


_QUANTITIES: Final = frozenset(
    str.split("one two three four five six dozen some other others many few both most third several all former latter")
)
_COLLECTIVE: Final = frozenset(str.split("media police people staff crew military navy army team public number"))
_SINGULAR_S: Final = ("ss", "us", "is", "ics", "'s")


def _agrees(core: list[Token], number: int) -> bool:
    """Say whether the noun of a phrase goes with a verb in the singular (1) or plural (2)."""
    head = core[-1].text
    low = head.lower()
    if low in _COLLECTIVE:
        return True
    if low in ("they", "we", "i", "you", "some", "others", "many", "few", "both", "most", "two", "three", "several"):
        return number != 1
    if any(token.text == "and" for token in core):
        return number != 1
    plural = low.endswith(("s", "men", "people")) and not low.endswith(_SINGULAR_S)
    if head[0].isupper():
        return number == 1 or plural or head in ("States",)
    return plural == (number == 2)


def phrase_after(words: list[Token], first: int) -> Phrase | None:
    """Return the noun phrase that begins at `first`, up to a mark or a clause, if it names somebody who can speak."""
    last = first
    while last < len(words) and words[last].is_word and words[last].text not in RELATIVES:
        last += 1
    last -= 1
    if (
        last < first
        or last - first > _LONGEST
        or words[first].text.lower() in (PREPOSITIONS | _NOT_FIRST | CONJUNCTIONS)
    ):
        return None
    return speaking_phrase(words, first, last, first - 1, 0)


_STARTERS: Final = frozenset(
    str.split(
        "only some about most none no each every fewer more nearly almost just over"
        " two three four five six seven eight nine ten"
    )
)
_STOPS: Final = frozenset(
    str.split("to as after before during since when while until because amid despite by through is")
)
"""Words behind the name of a speaker with which something else begins."""


def phrase_from(words: list[Token], first: int) -> Phrase | None:
    """Return the noun phrase that begins at `first` and goes as far as one noun with what belongs to it."""
    last = first
    for at in range(first, min(len(words), first + _LONGEST)):
        if not words[at].is_word or (at > first and _ends_before(words, first, at)):
            break
        last = at
    if first >= len(words) or words[first].text.lower() in (PREPOSITIONS | _NOT_FIRST | CONJUNCTIONS):
        return None
    shorter = (speaking_phrase(words, first, end, first - 1, 0) for end in range(last, first - 1, -1))
    return next((found for found in shorter if found is not None), None)


def _ends_before(words: list[Token], first: int, at: int) -> bool:
    """Say whether a phrase from `first` ends before the word `at`."""
    low = words[at].text.lower()
    before = words[at - 1].text
    if (
        low in RELATIVES
        or low in CONJUNCTIONS
        or low in FINITE
        or low in PRONOUNS
        or (low in _STOPS and (low != "to" or before not in ("close", "loyal")))
    ):
        return True
    if low in DETERMINERS:
        return before.lower() not in PREPOSITIONS and before not in ("all", "both", "half", "and", "or", "such")
    following = words[at + 1].text if at + 1 < len(words) else ""
    if low in _STARTERS or (
        low[0].isdigit()
        and before not in PREPOSITIONS
        and (before[0].islower() or before not in ("Channel", "No.", "Group"))
    ):
        return True
    if low == "for":
        return not (before[0].isupper() and following[:1].isupper())
    if low in ("and", "or"):
        return following.lower() in FINITE or following in DETERMINERS or not _joins(words, first, at, len(words) - 1)
    return _follows_noun(words, at) and _opens_clause(words, at, len(words) - 1)


def possessor(words: list[Token], last: int) -> Phrase | None:
    """Return the noun phrase whose last word is a possessive: "the yard's" in "rejected the yard's claim that"."""
    first = last
    while first > 0 and words[first - 1].is_word and words[first].text.lower() not in DETERMINERS:
        before = words[first - 1].text
        if before.lower() in PREPOSITIONS | CONJUNCTIONS | FINITE or (
            before[0].islower() and words[last].text[0].isupper()
        ):
            break
        first -= 1
    name = " ".join(token.text for token in words[first : last + 1])
    known = can_speak(re.sub(r"'s?$", "", name)) and words[first].text.lower() not in _NOT_FIRST
    return Phrase(first, last, first - 1) if known else None
