"""Verbs of speech in a sentence with their subjects: "X said", "said X", "X met Y and said", "what X calls"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from materiel.reading.drafts.voices.clauses import clause_subject, verb_group
from materiel.reading.drafts.voices.complements import ends_speech, speaks, spoken_beside
from materiel.reading.drafts.voices.lexicon import DETERMINERS, FINITE, PRONOUNS, RELATIVES, is_preposition
from materiel.reading.drafts.voices.names import OWN_NAME
from materiel.reading.drafts.voices.phrases import Phrase, phrase_after, phrase_before
from materiel.reading.drafts.voices.tokens import Token, tokens
from materiel.reading.drafts.voices.verbs import Verb, verb_at


@dataclass(frozen=True, slots=True)
class Utterance:
    """Who speaks, the place of the verb, and how the two stand to each other.

    `tail` is what stands behind the name, `inner` who is quoted. `outer` is set where what is said stands before or
    around the speaker, `ends` where nothing follows, `joined` where "and" or "but" joins the speaker to what is before.
    """

    who: str
    place: int
    rule: str
    tail: str = ""
    inner: str | None = None
    outer: bool = False
    ends: bool = False
    joined: bool = False

    def named(self, name: str) -> Utterance:
        """Return the same with a shorter name."""
        return replace(self, who=name)


_OPINIONS: Final = frozenset(["believe", "think", "expect", "rule"])
"""Verbs that speak in the negative too: "does not believe that"."""

_NOUNS_TOO: Final = frozenset(["state", "report", "claim", "estimate", "doubt", "note", "project"])
_CLAUSE_BEHIND: Final = re.compile(
    r" (?:that|the|its|it|an?|there|some|about|around|up|only|between|\d[\d.,]*|[A-Z][\w'-]+ (?:is|was|has|had"
    r"|will))\b"
)
"""What follows a verb, and not the noun of the same form, behind a possessive: "Jane's estimates that"."""

_POSSIBLE: Final = frozenset(["", "can", "would", "did", "does", "do"])
"""Auxiliaries beside which a verb tells of speech that there was."""

_REPORTING: Final = frozenset(
    str.split(
        "saying adding claiming insisting warning arguing noting stating alleging telling calling"
        " describing suggesting"
        " denying accusing explaining confirming admitting acknowledging predicting estimating stressing"
        " asserting"
        " maintaining blaming dismissing rejecting pointing reporting declaring"
    )
)
_PAPERS: Final = frozenset(str.split("statement letter note post message report email tweet release memo telegram"))


def utterances(text: str) -> Iterator[Utterance]:
    """Yield the verbs of speech in a sentence whose quotations are blanked, each with its subject."""
    words = tokens(text)
    done = 0
    for at, word in enumerate(words):
        if word.start < done or not word.is_word or not (word.text[0].islower() or at == 0):
            continue
        if word.text in _REPORTING:
            found = _participle(text, words, at)
        elif verb := verb_at(text, word.start, word.text if at else word.text.lower()):
            found, done = _finite(text, words, at, *verb), verb[1]
        else:
            continue
        if found is not None:
            yield found


def _finite(text: str, words: list[Token], at: int, verb: Verb, end: int) -> Utterance | None:
    after = text[end:]
    behind = next((number for number in range(at, len(words)) if words[number].start >= end), len(words))
    group = verb_group(words, at)
    marked = group.last >= 0 and (
        not words[group.last].is_word or (group.last == 0 and words[0].text in ("So", "Thus"))
    )
    if (
        (marked or at == 0)
        and not _opens_with_speaker(words, group.last, behind)
        and not (group.negated or group.passive or group.modal or group.infinitive)
    ):
        inverted = phrase_after(words, behind)
        noun = verb.number == 2 and verb.lemma in _NOUNS_TOO
        if (
            not noun
            and inverted is not None
            and verb.kind in ("object", "clause", "manner")
            and _is_inverted(text, words, at, inverted, verb)
        ):
            behind_name = text[words[inverted.last].end :]
            ends = re.match(r"[^;\"]*$", behind_name) is not None
            return Utterance(
                _text(text, words, inverted), words[at].start, "verb and name", behind_name, outer=at > 0, ends=ends
            )
    if (
        at == 0
        or words[at - 1].text.lower() in DETERMINERS
        or group.infinitive
        or (group.passive and verb.past and " " not in verb.lemma)
    ):
        return None
    if group.negated and verb.lemma not in _OPINIONS:
        return None
    if group.modal not in _POSSIBLE and not group.negated:
        return None
    if verb.kind == "naming" and group.modal and '"' not in after:
        return None
    return _with_subject(text, words, at, verb, after, group.last)


def _is_inverted(text: str, words: list[Token], at: int, phrase: Phrase, verb: Verb) -> bool:
    """Say whether the phrase behind a verb is its subject: "said Holm", where what he says stands before."""
    before = text[: words[at].start].rstrip()
    behind = text[words[phrase.last].end :]
    if at == 0:
        return re.match(r",? [^,;\"]{0,80}(?:: |\")|,? \"|:", behind) is not None
    if _GOES_ON.match(behind) or verb.lemma in ("tell", "inform", "notify"):
        return False
    if before.endswith('"') or before in ("So", "Thus"):
        return True
    if verb.kind == "manner" or not before.endswith((",", "?", "!", "–", "—", "--", "...")):
        return False
    return (
        verb.kind == "object" and verb.lemma not in ("doubt", "mention", "vow", "dispute", "refute")
    ) or verb.lemma in _TELLING


def _opens_with_speaker(words: list[Token], comma: int, behind: int) -> bool:
    """Say whether a sentence opens with a speaker and one description: "Holm, a fisherman, said the boat sank"."""
    marks = [at for at in range(comma + 1) if not words[at].is_word]
    if len(marks) != 2 or marks[1] != comma or behind >= len(words) or words[behind].text not in DETERMINERS:
        return False
    aside = [word.text.lower() for word in words[marks[0] + 1 : comma]]
    described = bool(aside) and aside[0] in DETERMINERS and FINITE.isdisjoint(aside)
    return described and phrase_before(words, marks[0] - 1) is not None


_GOES_ON: Final = re.compile(
    r" (?:that|is|was|were|are|has|had|have|will|would|could|can|may|might|should|must|did|does|do|no longer)\b"
    r"(?! speaking\b)| (?:[\w-]+ ){0,5}\"·+\"?[.,]?$"
)
"""What follows the subject of what is said, and no speaker: "the head of the yard, said the boat could"."""

_TELLING: Final = frozenset(
    str.split(
        "add announce argue explain declare suggest recall observe remark reply complain joke quip write"
        " warn predict"
        " conclude guess muse reason think"
    )
)


def _with_subject(text: str, words: list[Token], at: int, verb: Verb, after: str, last: int) -> Utterance | None:
    if last < 0:
        return None
    mark = words[last].text
    place = words[at].start
    rule = "name and verb"
    if mark == ")":
        last = _before_bracket(words, last)
        mark = words[last].text if last >= 0 else ""
    if mark == "," or mark in ("–", "—", "--"):
        found = _before_aside(words, last, verb.number)
        rule = "name, description, verb"
    elif mark in ("and", "but", "or", "then"):
        found = clause_subject(words, last)
        rule = "and said"
    elif mark in ("who", "that", "which"):
        found = phrase_before(words, last - 1 - (words[last - 1].text == ","), verb.number) if last else None
    else:
        found = phrase_before(words, last, verb.number)
    if found is None:
        return None
    who = _text(text, words, found)
    if rule == "name, description, verb":
        who = _named_aside(text, words, found, who)
    border = words[found.border].text.lower() if 0 <= found.border == found.first - 1 else ""
    before = text[: words[found.first].start]
    unsaid = (
        text.startswith(("Nor ", "Neither ")) and re.search(r"[;,] (?:but|though|although|while)\b|; ", before) is None
    )
    if border == "nor" or unsaid or (border == "if" and who.lower() in ("one", "you")):
        return None
    if border == "how" and (verb.kind in ("naming", "as") or verb.lemma.endswith(" it")):
        return Utterance(who, place, rule)
    if border == "as":
        fits = ends_speech(after) and verb.kind not in ("naming", "measure")
        return Utterance(who, place, "as somebody says") if fits else None
    if border == "whose" or _WHOSE.search(text[: words[found.first].start]):
        rule = "whose"
    if border in ("what", "which", "that", "whom"):
        return _in_relative(text, words, found, verb, after, place)
    if rule == "and said" or mark in RELATIVES or (rule == "name, description, verb" and not _is_said_before(before)):
        before = ""
    if who.endswith("'s") and not verb.past and verb.lemma != "say" and not _CLAUSE_BEHIND.match(after):
        return None
    if who.lower() == "it" and (verb.kind == "document" or verb.lemma[:4] == "list"):
        return None
    if not speaks(verb, who, before, after):
        return None
    who = _meant(text, words, found, who)
    beside = spoken_beside(text[: words[found.first].start], after)
    joined = border in _JOINING or (found.first > 0 and words[found.first - 1].text in _JOINING)
    tail = text[words[found.last].end : place]
    ends = re.match(r"[^,;\"]*[.]?$", after) is not None
    return Utterance(who, place, rule, tail, outer=beside, ends=beside and ends, joined=joined)


def _meant(text: str, words: list[Token], found: Phrase, who: str) -> str:
    """Return whom "they" stands for in "Crews called it that because, they said, it leaked": the first subject."""
    comma = found.first - 1
    if who not in PRONOUNS or comma < 1 or words[comma].text != "," or words[comma - 1].text not in _BECAUSE:
        return who
    subject = clause_subject(words, comma - 1) or _opening(words)
    return _text(text, words, subject) if subject else who


def _opening(words: list[Token]) -> Phrase | None:
    """Return who stands before the first comma of a sentence."""
    comma = next((at for at, word in enumerate(words) if word.text == ","), 0)
    return phrase_before(words, comma - 1) if comma else None


_BECAUSE: Final = frozenset(["because", "since", "as", "which", "that", "although", "though"])


def _is_said_before(before: str) -> bool:
    """Say whether a clause stands before a speaker with a description: "The boat leaks, Holm, a diver, hinted"."""
    return len(before.split()) > 2 and before.rstrip().endswith((",", '"'))


_WHOSE: Final = re.compile(r"\bwhose [\w' -]{2,40},? ?$")
_JOINING: Final = frozenset(["and", "but", "while", "whereas", "though", "although", "yet"])


def _in_relative(text: str, words: list[Token], found: Phrase, verb: Verb, after: str, place: int) -> Utterance | None:
    """Return who says something of the thing before: "what he called a breach", "a missile that Seoul says flew"."""
    who = _text(text, words, found)
    named = verb.kind == "naming" and '"' in after
    measured = verb.kind == "measure" and re.match(r" as\b| at\b", after) is not None
    told = verb.kind in ("object", "clause") and words[found.border].text == "what"
    if not (named or measured or told or (verb.kind != "naming" and speaks(verb, who, "", after))):
        return None
    if who.lower() in ("it", "he", "she", "they") and (subject := clause_subject(words, found.border)) is not None:
        return Utterance(_text(text, words, subject), place, "what somebody says")
    return Utterance(who, place, "which somebody says" if words[found.border].text != "that" else "name and verb")


def _before_bracket(words: list[Token], at: int) -> int:
    opened = next((number for number in range(at, -1, -1) if words[number].text == "("), 0)
    return opened - 1


def _before_aside(words: list[Token], comma: int, number: int) -> Phrase | None:
    """Return the subject before one description or more between commas: "Holm, the commander, a Dane, said"."""
    end = comma
    for _ in range(3):
        begin = next(
            (at for at in range(end - 1, -1, -1) if not words[at].is_word and words[at].text not in "().."), -1
        )
        if begin < 1 or words[begin].text not in (",", "–", "—", "--"):
            return None
        opening = [word.text.lower() for word in words[begin + 1 : begin + 3]]
        if opening[0] in ("and", "but", "or", "where", "so") or (opening[0] == "then" and opening[1] in _OPENS):
            return None
        last = begin - 1
        if words[last].text == ")":
            last = _before_bracket(words, last)
        found = phrase_before(words, last, number) if last >= 0 else None
        if found is not None and (found.first == found.border + 1 or is_preposition(words[found.border + 1])):
            return found
        end = begin
    return None


_OPENS: Final = DETERMINERS | PRONOUNS | {","}
"""What opens a clause behind "then", and no description: "then chief of the yard"."""


def _named_aside(text: str, words: list[Token], found: Phrase, who: str) -> str:
    """Return the name that stands as a description: "the maker, Sukhoi, says"."""
    begin = text.find(",", words[found.last].end)
    aside = text[begin + 1 : text.find(",", begin + 1)].strip()
    own = OWN_NAME.match(aside) and not OWN_NAME.match(who) and not who.split()[-1][0].isupper()
    return aside if own else who


def _participle(text: str, words: list[Token], at: int) -> Utterance | None:
    """Return who speaks in a participle: "X rejected it, saying", "X released a statement saying"."""
    if at < 2 or (words[at].text == "pointing" and words[min(at + 1, len(words) - 1)].text != "out"):
        return None
    before = words[at - 1].text
    if before != "," and before.lower() not in _PAPERS and before != "while":
        return None
    found = clause_subject(words, at)
    if found is None:
        return None
    return Utterance(_text(text, words, found), words[at].start, "saying so")


def _text(text: str, words: list[Token], phrase: Phrase) -> str:
    return re.sub(r" ?\([^()]*\)", "", text[words[phrase.first].start : words[phrase.last].end])
