"""Systems are found in sentences by their designations: all of them at once, the longest first."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from string import ascii_letters, digits
from typing import NamedTuple

import ahocorasick_rs

from materiel.reading.designations import Designation, all_variants, fold
from materiel.reading.document import Mention
from materiel.reading.ordinary import counts

_SUFFIX = re.compile(r"[A-Z]{1,4}\d?[A-Z]{0,2}(?:/[A-Z]{1,3})*(?:'?s)?(?![^\W_])|[a-z]?'?s?(?![^\W_])")
"""What may follow a designation with a number: the letters of a variant (Su-35S, F-16C/D), a plural, or both."""

_PLURAL = re.compile(r"(?:'?s|es)?(?![^\W_])")
_PLURAL_OF_NUMBER = re.compile(r"\ds$")
_DIGITS_GO_ON = re.compile(r"[.,/]\d|-\d")
_NUMBER_OF_BEFORE = re.compile(
    r"\b(?:[Ff]light|[Rr]oom|[Gg]ate|[Ss]eat|Route|Highway|Interstate|Exit|Platform|Form"
    r"|Ward|Apartment|[Bb]us|[Pp]age) $"
)
_NUMBER_OF_BEHIND = re.compile(r" (?:motorway|highway|road|autoroute|autobahn|bus|visa)\b")
"""What is numbered like a system and is none: a flight, a room, a road."""

_NUMBER_OF_ENDS = frozenset(("ht", "om", "te", "at", "ay", "it", "rm", "rd", "nt", "us", "ge"))
_NUMBER_OF_BEGINS = frozenset(("mo", "hi", "ro", "au", "bu", "vi"))
"""How those words end and begin: where another word stands, they need not be looked for."""

_OPEN, _SHUT = frozenset(" \n"), frozenset(' \n);:"')
"""Signs before and behind a name that are no part of it, whatever stands beyond them."""

_WORD_SIGNS = frozenset(ascii_letters + digits)
_PAD = 3

_OPEN_SCRIPT = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff66-\uff9f]"
)
"""Letters of scripts in which endings and other words follow without a space."""


class _Found(NamedTuple):
    start: int
    end: int
    written: str


class Matcher:
    """Finds the designations that it is made with."""

    def __init__(self, designations: Iterable[Designation]) -> None:
        given = list(designations)
        self._named = all_variants(given)
        self._families = {named.system: named.family for named in given}
        self._patterns = list(self._named)
        self._firm = {name for name, found in self._named.items() if not any(each.contextual for each in found)}
        self._numbered = [any(map(str.isdigit, name)) for name in self._patterns]
        self._simple = [
            not numbered or (" " not in name and _PLURAL_OF_NUMBER.search(name) is None)
            for name, numbered in zip(self._patterns, self._numbered, strict=True)
        ]
        self._sure = {name: found for name, named in self._named.items() if (found := _sure(name, named))}
        self._automaton = ahocorasick_rs.AhoCorasick(self._patterns) if self._patterns else None

    def knows(self, name: str) -> bool:
        """Say whether `name` is a designation that this matcher looks for, in any way of writing it."""
        return fold(name) in self._named

    def find(self, text: str) -> list[Mention]:
        """Return the mentions in the canonical sentence `text`, in their order; they do not overlap."""
        return self._mentions(text, 0, self._found(text))

    def find_all(self, texts: Sequence[str]) -> Iterator[tuple[int, list[Mention]]]:
        """Yield the number of each of `texts` that has mentions, and these. They are searched as one text."""
        found = self._found("\n".join(texts))
        ends = list(accumulate([len(text) + 1 for text in texts]))
        first = 0
        while first < len(found):
            number = bisect_right(ends, found[first][0])
            last = first + 1
            while last < len(found) and found[last][0] < ends[number]:
                last += 1
            text = texts[number]
            if mentions := self._mentions(text, ends[number] - len(text) - 1, found[first:last]):
                yield number, mentions
            first = last

    def _found(self, text: str) -> list[tuple[int, int, str]]:
        """Return what is written like a designation, between borders: leftmost first, and of these the longest."""
        if self._automaton is None:
            return []
        fits = []
        simple, patterns = self._simple, self._patterns
        pad = " " * _PAD
        padded = f"{pad}{text}{pad}"
        for number, start, end in self._automaton.find_matches_as_indexes(fold(text), overlapping=True):
            before, after = padded[start + 2], padded[end + _PAD]
            # Many stand within a longer word or number.
            if before in _WORD_SIGNS or after in digits:
                continue
            # Nearly all names stand between a space and a space, where nothing more is to be asked.
            if (
                before in _OPEN
                and after in _SHUT
                and simple[number]
                and padded[start : start + 2] not in _NUMBER_OF_ENDS
                and padded[end + 4 : end + 6] not in _NUMBER_OF_BEGINS
            ):
                fits.append((start, -end, start - end, number))
            elif _begins(text, start) and (stop := self._stop(text, start, end, number)):
                fits.append((start, -stop, start - end, number))
        fits.sort()
        found = []
        behind = 0
        for start, stop, _, number in fits:
            if start >= behind:
                behind = -stop
                found.append((start, behind, patterns[number]))
        return found

    def _stop(self, text: str, start: int, end: int, number: int) -> int:
        """Return where the name with its endings ends; 0 if what is written there is not the name."""
        after = text[end : end + 1]
        if self._numbered[number]:
            if not _is_written_as_name(text, start, end):
                return 0
            if not after.isalnum():
                return 0 if after and text[end - 1].isdigit() and _DIGITS_GO_ON.match(text, end) else end
            ending = (_SUFFIX if text[end - 1].isdigit() else _PLURAL).match(text, end)
        else:
            ending = _PLURAL.match(text, end)
        if ending is not None:
            return ending.end()
        foreign = _OPEN_SCRIPT.match(after) is not None
        return end if foreign and (_OPEN_SCRIPT.match(text[end - 1]) is None or end - start > 1) else 0

    def _mentions(self, text: str, begin: int, places: Sequence[tuple[int, int, str]]) -> list[Mention]:
        """Return what is meant by what was found in a sentence, which begins at `begin` of what was searched."""
        mentions = []
        for start, end, written in places:
            system = self._sure.get(written)
            if system is None:
                found = [_Found(start - begin, end - begin, written) for start, end, written in places]
                mentions = self._meant(text, found)
                break
            start -= begin
            end -= begin
            mentions.append(Mention(system, text[start:end], start, end))
        return self._merged(text, mentions) if len(mentions) > 1 else mentions

    def _meant(self, text: str, found: Sequence[_Found]) -> list[Mention]:
        places: dict[str, list[tuple[int, int]]] = {}
        for each in found:
            for designation in self._named[each.written]:
                places.setdefault(designation.system, []).append((each.start, each.end))
        firm = [(each.start, each.end) for each in found if each.written in self._firm]
        mentions = []
        for each in found:
            meant = [named for named in self._named[each.written] if _is_meant(text, each, named, places, firm)]
            system = _chosen(meant, places)
            if system is not None:
                mentions.append(Mention(system, text[each.start : each.end], each.start, each.end))
        return mentions

    def _merged(self, text: str, mentions: list[Mention]) -> list[Mention]:
        """Make one mention of two names side by side: F-35A Lightning II. The closer one tells the system."""
        merged: list[Mention] = []
        for mention in mentions:
            before = merged[-1] if merged else None
            if before is not None and text[before.end : mention.start] == " ":
                one, other = before.system, mention.system
                closer = one if one == other or self._families.get(one) == other else other
                if closer == one or self._families.get(other) == one:
                    merged[-1] = Mention(closer, text[before.start : mention.end], before.start, mention.end)
                    continue
            merged.append(mention)
        return merged


def _sure(written: str, named: Sequence[Designation]) -> str | None:
    """Return the system that is meant wherever `written` stands as a name; None if that takes a look at the text."""
    if len({designation.system for designation in named}) > 1:
        return None
    numbered = any(map(str.isdigit, written))
    fixed = (numbered or _is_plain(designation) for designation in named if not designation.contextual)
    return named[0].system if any(fixed) else None


def _begins(text: str, start: int) -> bool:
    """Say whether a name can begin at `start`: not inside a word, a number or a longer designation."""
    if start == 0:
        return True
    before = text[start - 1]
    if before.isalnum():
        return _OPEN_SCRIPT.match(before) is not None and _OPEN_SCRIPT.match(text[start]) is None
    if before in "-/" and start > 1:
        return not (text[start - 2].isdigit() or text[start - 2].isupper()) or (text[start].isupper() and before == "/")
    return not (before in ".," and text[start].isdigit() and text[start - 2 : start - 1].isdigit())


def _is_written_as_name(text: str, start: int, end: int) -> bool:
    """Say whether a designation with a number is written as such.

    It is no number of a flight or a room. With a space it has a capital letter: "type 99 times" names nothing. A small
    s behind the number is a plural and no
    letter of a variant: "Su-35s" are several Su-35.
    """
    written = text[start:end]
    if _NUMBER_OF_BEFORE.search(text, max(0, start - 12), start) or _NUMBER_OF_BEHIND.match(text, end):
        return False
    return (" " not in written or not written.islower()) and _PLURAL_OF_NUMBER.search(written) is None


def _is_meant(
    text: str,
    found: _Found,
    named: Designation,
    places: dict[str, list[tuple[int, int]]],
    firm: Sequence[tuple[int, int]],
) -> bool:
    if not named.contextual:
        return _is_plain(named) or not text[found.start].islower() or any(map(str.isdigit, found.written))
    same = fold(text[found.start : found.end])
    others = [place for place in places[named.system] if fold(text[slice(*place)]) != same]
    return counts(text, found.start, found.end, named.kind, others, firm)


def _is_plain(named: Designation) -> bool:
    """Say whether a name may be written without a capital: "Hwasong" keeps it, "unguided rockets" has none."""
    return named.level == "generic class" or not named.name[0].isupper()


def _chosen(meant: Sequence[Designation], places: dict[str, list[tuple[int, int]]]) -> str | None:
    """Return the one system that is meant; None where the text leaves it open.

    Of several, the one of which all others are members, or the one that the sentence names otherwise too.
    """
    systems = {named.system: named for named in meant}
    if len(systems) > 1:
        heads = {
            named.system for named in meant if all(o.system == named.system or o.family == named.system for o in meant)
        }
        named_twice = {system for system in systems if len(places[system]) > 1}
        for fewer in (named_twice, heads):
            if len(fewer) == 1:
                return fewer.pop()
        return None
    return next(iter(systems), None)
