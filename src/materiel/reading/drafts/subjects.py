"""Which system a part of a sentence speaks of: the one it names, or the one that the sentences before it are about.

Where the sentence leaves it open, nobody is meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from materiel.reading.document import Mention
from materiel.reading.drafts.kind_nouns import MASK, NOUNS, is_kind_noun, opening_kinds, opens_with_pronoun
from materiel.reading.drafts.statements import Systems

_PRONOUNS: Final = frozenset(str.split("it its they their them she her each"))
_BORDER: Final = re.compile(
    r"; ?|: |\b(?:said|says|saying|claims?|claimed|reported|added|believes?|believed"
    r"|estimates?|assess(?:es|ed)?)(?: that)? (?=(?:the|it|its|they|an?|each) |§)|,?"
    r" (?:while|whereas|whilst|although|though|but|unlike|compared with|compared to)\b"
    r"|, and (?=(?:the|its|it|their|they|a) )"
    r"|(?<=,) and (?=§)|(?<!between) and (?=(?:the|its|it|their) (?:\w+ )?§)"
)
"""Where one part of a sentence ends and the next, of another system perhaps, begins."""

_LABEL: Final = 40
"""So many characters before a colon may be a label: "Crew: 3"."""

_AFTER_NAME: Final = re.compile(
    r"(?:'s\b|\"|\)|,? ?\([^()]{0,60}\))*(?:,? (?:which|that|with|whose|at|of|has|have"
    r"|had|is|are|was|were|can|could|may|might|will"
    r"|would|reach\w*|weigh\w*|carr\w*|lifts?|fl(?:y|ies|ew)|travel\w*|displaces?|measures?"
    r"|uses?|cruises?|seats?|stands?|also)\b|,? ?$|'s| (?:[\w-]+ ){0,2}(?:missiles?|jets?"
    r"|boats?"
    r"|submarines?|fighters?|bombers?|tanks?|howitzers?|rockets?|drones?|guns?|torpedo(?:es)?)\b)"
)
_PREPOSITION: Final = re.compile(
    r"\b(?:on|for|by|from|to|under|against|aboard|into|inside|beside|near|behind|at|than"
    r"|through|like|replace[sd]?|replacing) (?:the |an? |its |their |two |\w+ing )?$",
    re.I,
)
_LEAD: Final = re.compile(
    r"^\W*(?:with|weighing|powered|at|having|its|measuring|armed|carrying|built|of|an?"
    r"|the|some|about|four|two|[\w-]+)\b",
    re.I,
)
_CLAIMED_FOR: Final = re.compile(
    r" (?:(?:is|was|has been) )?(?:claimed|given|quoted|reported|cited|stated|listed|announced) (?:for|of) (?:the |its )?"
)
_SAID_OF: Final = re.compile(
    r"(?:\b(?:said|says|noted|claimed|boasted|explained) (?:of|about)|\bis what) (?:the |an? |its |his |our )?$"
)
_OTHERS: Final = re.compile(r"\b(?:of|for|and|than|from|by|to)\b")
_ARTICLES: Final = re.compile(r"\b(?:of|for|and|than|from|by|to|the|an?)\b")
"""Between an attribute and the name it goes with these do not stand: "a 120-metre frigate followed the §"."""

_THEN: Final = re.compile(r", (?:the |an? )?$")
_CATAPHORA: Final = re.compile(
    r"^\W*(?:with|weighing|powered|having|its|measuring|at|displacing|standing|armed|crewed|manned|driven|built|designed"
    r"|developed|produced|introduced|entering|commissioned|launched|laid|first|unveiled|rolled|flown|capable|known"
    r"|nicknamed|dubbed|based|derived)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Topic:
    """The system that a text speaks of so far, and the sentence that names it.

    `touched` is the last sentence that said something of it. `heading`: it heads a sheet or table.
    """

    system: str
    kind: str
    ordinal: int
    touched: int
    paragraph: int
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """The system that is meant; `needs` is the sentence that names it, where it is not this one. `rule` says how."""

    system: str
    needs: tuple[int, ...] = ()
    rule: str = ""


class Scene:
    """A sentence with its mentions, masked, cut into parts; and the topic that it finds."""

    def __init__(
        self, text: str, mentions: Sequence[Mention], systems: Systems, topic: Topic | None, *, row: bool = False
    ) -> None:
        self.text = text
        self.mentions = mentions
        self.systems = systems
        self.topic = topic
        self.row = row
        self.masked = _masked(text, mentions)
        self._of_unknown = not row and UNKNOWN.match(self.masked) is not None
        borders = (found for found in _BORDER.finditer(self.masked) if found[0] != ": " or found.start() > _LABEL)
        self._borders = [0, *(found.end() for found in borders), len(text)]

    def part(self, place: int) -> tuple[int, int]:
        """Return where the part of the sentence that `place` is in begins and ends."""
        begin = max(border for border in self._borders if border <= place)
        return begin, min((border for border in self._borders if border > place), default=len(self.text))

    def named(self) -> list[str]:
        """Return the systems that the sentence names, each once."""
        return list(dict.fromkeys(mention.system for mention in self.mentions))

    def leading(self) -> str | None:
        """Return the one system that the sentence is about; None if it names none, or none as its subject."""
        named = self.named()
        if len(named) == 1:
            return named[0]
        if named and _SUBJECT.match(self.masked):
            return self.mentions[0].system
        # Beside what it carries, a platform is what the sentence is about.
        platforms = [system for system in named if self.systems[system].kind != "munition"]
        return platforms[0] if len(platforms) == 1 else None

    def subject(self, start: int, end: int, *, attribute: bool = False) -> Subject | None:
        """Return the system that the words from `start` to `end` are about, or None if that is open.

        `attribute`: they stand before a noun, as in "a 3-stage rocket (Qased)".
        """
        begin, stop = self.part(start)
        if self._of_unknown and begin == 0:
            # A designation that no name is known for: what is said is of none of the systems.
            return None
        if self._labelled(start):
            return self._of_topic()
        if attribute:
            following = [mention for mention in self.mentions if end <= mention.start < stop][:1]
            if following and _NOUN_OF_NAME.fullmatch(self.masked, end, following[0].start):
                return Subject(following[0].system, rule="named right behind")
        before = [mention for mention in self.mentions if mention.end <= start and mention.start >= begin]
        if before:
            if self.goes_on() and _RESUMES.search(self.masked[before[-1].end : start]):
                return self._of_topic()
            return self._named_before(before, start)
        inside = [mention for mention in self.mentions if start <= mention.start < end]
        if inside:
            return Subject(inside[0].system, rule="named in the phrase")
        behind = [mention for mention in self.mentions if end <= mention.start < stop]
        if behind and self._leads(begin, end, behind[0]):
            return Subject(behind[0].system, rule="named right behind")
        return self._referred_to(begin, start)

    def _labelled(self, start: int) -> bool:
        """Say whether a row has a label and arms or engines behind it: what is counted is the topic's."""
        if not self.row or self.topic is None or not self.mentions or self.topic.kind == "munition":
            return False
        label = _ROW_LABEL.match(self.masked)
        arms = all(self.systems[mention.system].kind == "munition" for mention in self.mentions)
        return label is not None and arms and start >= label.end()

    def _named_before(self, before: Sequence[Mention], start: int) -> Subject | None:
        last = before[-1]
        if len({mention.system for mention in before}) == 1:
            alone = len(self.named()) == 1 or not self._is_aside(last)
            return Subject(last.system, rule="named before") if alone else None
        between = self.masked[last.end : start]
        if len(before) == len({mention.system for mention in before}) and _IN_FRONT.fullmatch(
            self.masked, before[-2].end, last.start
        ):
            # "The Slava-class cruiser Moskva": the class, and the ship that is meant.
            return Subject(last.system, rule="named right before")
        if between in (", ", ",") and _FINITE.match(self.masked, start) and self._is_first(before[0]):
            # "The HIMARS carries six rockets or one ATACMS, weighs": the sentence goes on with its subject.
            return Subject(before[0].system, rule="subject of the sentence")
        if _MAIN_VERB.match(between) and not self.masked[: last.start].rstrip(" the").endswith(","):
            # "The Nodong, derived from the Scud-B, has": the sentence goes on with its subject.
            first = before[0]
            leads = self.masked[first.end :].startswith(",") and _DETERMINER.fullmatch(self.masked, 0, first.start)
            return Subject(first.system, rule="subject of the sentence") if leads else None
        if re.match(r",? (?:which|that|whose)\b", between):
            return Subject(last.system, rule="named right before")
        if re.search(r"\band (?!§)", between):
            # "replaces the MiG-21 and has": the one that has it is the subject of the sentence.
            first = before[0]
            return Subject(first.system, rule="subject of the sentence") if self._is_first(first) else None
        return Subject(last.system, rule="named right before") if _AFTER_NAME.match(between) else None

    def _is_first(self, mention: Mention) -> bool:
        return _DETERMINER.fullmatch(self.masked, self.part(mention.start)[0], mention.start) is not None

    def _is_aside(self, mention: Mention) -> bool:
        return _PREPOSITION.search(self.masked, 0, mention.start) is not None

    def _leads(self, begin: int, end: int, behind: Mention) -> bool:
        between = self.masked[end : behind.start]
        in_front = _CATAPHORA.match(self.masked[begin:]) is not None
        others = _OTHERS if in_front else _ARTICLES
        if re.fullmatch(r"[ -]?(?:[\w-]+[ -]){0,3}", between) and not others.search(between):
            return True
        if _CLAIMED_FOR.fullmatch(between) or (len(self.named()) == 1 and _SAID_OF.search(between)):
            return True
        subject = len(self.named()) == 1 or _THEN.search(between) is not None
        return subject and in_front and "," in between

    def _referred_to(self, begin: int, start: int) -> Subject | None:
        """Resolve "it", "the aircraft" or a bare "Top speed is" to the system that was named before."""
        words = re.findall(r"[^\W\d_]+", self.masked[begin:start])
        earlier = {mention.system for mention in self.mentions if mention.end <= begin}
        refers = self._refers(words)
        if earlier:
            return Subject(next(iter(earlier)), rule="named before") if len(earlier) == 1 and refers else None
        if self.mentions and not self.goes_on():
            return None
        known = refers or self.row or self.goes_on() or not self.is_foreign(start)
        return self._of_topic() if known else None

    def _of_topic(self) -> Subject | None:
        if self.topic is None:
            return None
        return Subject(self.topic.system, (self.topic.ordinal,), "named in an earlier sentence")

    def goes_on(self) -> bool:
        """Say whether the sentence has the topic as its subject: "It", "The aircraft". It may name what is no such."""
        if self.topic is None:
            return False
        if any(self.systems[mention.system].kind == self.topic.kind for mention in self.mentions):
            return False
        return self.topic.kind in opening_kinds(self.masked) or opens_with_pronoun(self.masked)

    def _refers(self, words: Sequence[str]) -> bool:
        lower = [word.lower() for word in words]
        if (
            _PRONOUNS.intersection(lower)
            or len(lower) <= _BARE
            or lower[0] in _WHOLES
            or (lower[1:2] and lower[1] in _WHOLES)
        ):
            return True
        nouns = NOUNS.get(self.kind() or "", "").split()
        return any(is_kind_noun(word, nouns) and before in _DEFINITE for before, word in pairwise(lower))

    def kind(self) -> str | None:
        """Return the kind of the systems that the sentence is about."""
        if self.topic is not None and self.goes_on():
            return self.topic.kind
        if self.mentions:
            return self.systems[self.mentions[0].system].kind
        return self.topic.kind if self.topic else None

    def is_foreign(self, place: int) -> bool:
        """Say whether the grammatical subject around `place` is something else: its boom, the launcher."""
        begin, stop = self.part(place)
        found = _HEAD.match(self.masked[begin:stop])
        if found is None or begin + found.start("verb") > place:
            return False
        head = found["head"].lower().removesuffix("'s")
        nouns = NOUNS.get(self.kind() or "", "").split()
        known = head in _PRONOUNS or MASK in head or head in _WHOLES or is_kind_noun(head, nouns)
        return not known


_RESUMES: Final = re.compile(
    r"(?:^\W*(?:missiles?|bombs?|torpedoes|rockets?)?,| and) (?:has|have|had|is|are|was|were|can|could)\b"
)
"""Behind what it names by the way, a sentence goes on with its subject: "armed with the §, has"."""

_SUBJECT: Final = re.compile(
    rf"^\W*(?:(?:the|an?) \w+, )?(?:(?:the|an?|one|each) )?(?:[\w-]+ ){{0,2}}{MASK}+(?:,[^,]*,"
    rf"|\s*\([^()]*\)|,)? (?!and\b|or\b|,)",
    re.I,
)
"""The sentence begins with the name."""

_NOUN_OF_NAME: Final = re.compile(r"[ -](?:(?!and\b|or\b|of\b|on\b|for\b)[\w/-]+,? ){0,5}(?:\((?:SLV\) \()?)?", re.I)
"""What stands between an attribute and the name that it goes with."""

_MAIN_VERB: Final = re.compile(
    r", (?:has|have|had|is|are|was|were|can|could|carr\w+|weigh\w+|reach\w*|fl(?:y|ies|ew))\b"
)
UNKNOWN: Final = re.compile(
    r"(?:The |An? |Its )?(?:[A-Z]{1,4}|[A-Z][a-z]{1,4})-?\d{1,4}[A-Z]{0,3}\b(?! (?:percent|per cent|million))"
)
"""A sentence that begins with a designation: if it is none of the topic, another system is meant from here on."""

_ROW_LABEL: Final = re.compile(r"[^\w§]*[A-Z][A-Za-z ]{2,30}(?::| \|) ")
_IN_FRONT: Final = re.compile(
    r"(?:[- ]class)?,? (?:(?:guided-missile|missile|nuclear|attack|aircraft|ballistic|diesel-electric|powered|patrol)[ -])*"
    r"(?:cruiser|destroyer|frigate|corvette|carrier|submarine|boat|ship|flagship|vessel) \"?(?:USS |HMS |INS |NNS |JS )?",
    re.I,
)
_FINITE: Final = re.compile(
    r"(?:has|is|was|had|can|could|weigh(?:s|ed)|carr(?:ies|ied)|reach(?:es|ed)|displac(?:es|ed)|measures|entered|flew"
    r"|makes|draws|seats|takes|costs)\b"
)
_DETERMINER: Final = re.compile(r"\W*(?:the |an? )?", re.I)

_BARE: Final = 5
"""So few words before a value name no subject of their own: "Top speed is"."""

_HEAD: Final = re.compile(
    r"^[^\w§]*(?:(?:on|at|in|with) [\w -]{2,20},? (?=the|it))?(?:and )?(?:(?:the|an?|each"
    r"|this|these|its|their|her|his|both|a|no|every) )?"
    r"(?:[\w§'-]+ ){0,3}?(?P<head>(?!(?:of|in|for|on|at|to|with)\b)[\w§'-]+?)(?:,[^,]{1,60},)? (?:(?:\w+ly|also|still"
    r"|now|once|then|only|itself|first|last|later|already|never) )?(?:(?:appears?|seems?|continues?"
    r"|needs?) to )?(?P<verb>is|are|was"
    r"|were|has|have|had|can|could|may|might|will|would|must|weighs?|carr(?:y|ies)"
    r"|reach(?:es)?|takes?|(?<!cargo )(?<!bomb )holds?|stands?|measures?|displaces?|draws?|(?<!of )fires?|seats?|cruises?"
    r"|spans?|numbers?|gives?|flies|travels?"
    r"|lifts?|hauls?|makes?|produces?|provides?|mounts?|sees?|throws?|sits?|extends?|flew|weighed|hit|dives?)\b",
    re.I,
)
_WHOLES: Final = frozenset(
    str.split(
        "speed range length wingspan span weight mass displacement ceiling crew complement"
        " beam draught draft height diameter depth"
        " endurance payload velocity rate power thrust engine engines capacity calibre caliber"
        " tubes warhead load wing wings hold fuselage"
        " hull airframe which that who there flight production all armament bombload one"
        " turbofans turboprops turbojets motors motor fire"
    )
)
"""Subjects that say something of the whole system."""
_DEFINITE: Final = frozenset(str.split("the each both this these an a"))


def _masked(text: str, mentions: Sequence[Mention]) -> str:
    pieces, place = [], 0
    for mention in mentions:
        end = mention.end - (2 if mention.name.endswith("'s") else 0)
        pieces += [text[place : mention.start], MASK * (end - mention.start)]
        place = end
    return "".join([*pieces, text[place:]])
