"""Page furniture: what stands on the page of an article and is not of it. Told by written rules, one block at a time.

A rule sees the canonical text of a block. `furniture_rule` names the rule that applies, so that it can be shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from materiel.reading.blocks import marker
from materiel.reading.openings import NAMINGS, OPENINGS, SIGNED_OPENINGS
from materiel.reading.phrases import PHRASES

_LONGEST = 500
"""Characters of a block: longer ones are never furniture."""

SHORT = 60
"""Characters of a block that is a phrase and nothing else."""

_LONGEST_CREDIT, _CREDIT_WORDS = 200, 12

_LABEL_END = r"\s?(?:[:：|>]| - )"
"""What stands behind a label such as "Read more:"."""

_PLAIN_ENDS = frozenset('."')
_WORD_SIGNS = "()[]:,.!|>"
_PHRASE_SIGNS = " .:;!?…>›→|-*#[]()\"'"

_ENDS = {
    "contribution": (
        "contributed to this report.",
        "contributed to this story.",
        "contributed to this article.",
        "contributed reporting.",
    ),
    "copyright": ("ll rights reserved.", "ll rights reserved", "ll Rights Reserved.", "ll Rights Reserved"),
}
"""Furniture by how it ends."""

_ADDRESS = re.compile(r"(?:[\w.+-]+@[\w-]+\.[\w.-]+|(?:https?://|www\.)\S+)$")
_AGENCIES = ("/Getty Images", "/AFP", "/AP", "/Reuters", "/REUTERS", "/Bloomberg", "/TASS", "/Shutterstock", "/Yonhap")
_JOINTS = str.maketrans("/;,()|:", "       ")
_BETWEEN_NAMES = """
    & - and in of for the de da di van von bin al la le du with by at additional reporting writing editing compiled
"""
_NAME_WORDS = frozenset(_BETWEEN_NAMES.split())
"""Words in lower case that stand between the names of those who made an article or a picture."""


def is_plain(text: str) -> bool:
    """Say at a glance that no rule holds of a block of more than `SHORT` characters, as is so of nearly all."""
    first = text[0]
    if not (first.isascii() and first.isalpha()) and first != '"':
        return False
    if text[-1] not in _PLAIN_ENDS or text[-_END:] in _LAST:
        return False
    rules = _BY_WORD.get(text[: text.find(" ")].strip(_WORD_SIGNS))
    return rules is None or not rules[0].match(text)


def furniture_rule(text: str, *, head: bool = False) -> str | None:
    """Name the rule by which a block is page furniture, or return None if it is the article's own.

    `text` is canonical. `head`: no paragraph of the article came before, so a byline may stand here.
    """
    if len(text) > _LONGEST:
        return None
    text = text[marker(text) :]
    if len(text) <= SHORT and (found := _phrase_rule(text)):
        return found
    word = text[: text.find(" ") % _LONGEST]
    if not word.isascii():
        word = word.partition("：")[0]
    rules = _BY_WORD.get(word.strip(_WORD_SIGNS))
    if rules and rules[0].match(text) and (found := _matching(rules[1], text, head=head)):
        return found
    if (
        not (text[0].isascii() and text[0].isalpha())
        and _BY_SIGN[0].match(text)
        and (found := _matching(_BY_SIGN[1], text, head=head))
    ):
        return found
    if text[-_END:] in _LAST and text.endswith(_ANY_END):
        return next(name for name, ends in _ENDS.items() if text.endswith(ends))
    return "picture credit" if text[-1] != "." and text.endswith(_AGENCIES) and _only_names(text) else None


def _phrase_rule(text: str) -> str | None:
    """Name the rule for a block that is a phrase and nothing else, or an address, or has no word at all."""
    phrase = text.strip(_PHRASE_SIGNS).casefold()
    if phrase in PHRASES:
        return PHRASES[phrase]
    if " | " in phrase and sum([part in PHRASES for part in phrase.split(" | ")]) > 1:
        return "navigation"
    if not any(map(str.isalnum, phrase)):
        return "separator"
    return "address" if " " not in text and _ADDRESS.match(text) else None


def _matching(rules: Iterable[tuple[str, re.Pattern[str]]], text: str, *, head: bool) -> str | None:
    for name, pattern in rules:
        if (found := pattern.match(text)) and (name not in NAMINGS or _names(name, text[found.end() :], head=head)):
            return name
    return None


def _names(rule: str, text: str, *, head: bool) -> bool:
    """Say whether nothing but names stands behind the opening of a byline or a credit."""
    return (head or rule != "byline") and 0 < len(text) <= _LONGEST_CREDIT and _only_names(text)


def _only_names(text: str) -> bool:
    words = text.translate(_JOINTS).split()
    return len(words) <= _CREDIT_WORDS and all(word in _NAME_WORDS or not word[0].islower() for word in words)


_Rules = tuple[re.Pattern[str], list[tuple[str, re.Pattern[str]]]]
"""A pattern that matches what any of the rules does, and the rules: name and pattern."""


def _rules(patterns: Iterable[tuple[str, str]]) -> _Rules:
    rules = [(name, re.compile(pattern)) for name, pattern in patterns]
    return re.compile("|".join(pattern.pattern for _, pattern in rules)), rules


def _by_word() -> dict[str, _Rules]:
    """Return the rules by the first word of what they hold of, without the signs around it."""
    patterns: dict[str, list[tuple[str, str]]] = {}
    for name, openings in OPENINGS.items():
        for words, rest in openings:
            for word in words.replace("\\", "").split("|"):
                patterns.setdefault(word.strip(_WORD_SIGNS), []).append((name, rf"\(?(?:{words})(?!\w){rest}"))
    for phrase, name in PHRASES.items():
        word = phrase.partition(" ")[0]
        for form in (word, word.capitalize(), word.upper()) if name == "pointer" else ():
            patterns.setdefault(form, []).append((name, rf"(?i:{phrase}){_LABEL_END}"))
    return {word: _rules(found) for word, found in patterns.items()}


_BY_WORD = _by_word()
_BY_SIGN = _rules(SIGNED_OPENINGS.items())
_END = 8
_LAST = frozenset(end[-_END:] for ends in _ENDS.values() for end in ends)
_ANY_END = tuple(end for ends in _ENDS.values() for end in ends)
