"""Which system a part of a sentence speaks of: the one it names, or the one that the sentences before it are about.

Where the sentence leaves it open, nobody is meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from materiel.reading.document import Mention
from materiel.reading.drafts.quantities.numbers import NUMBER
from materiel.reading.drafts.statements import Systems
from materiel.reading.drafts.subjects.kind_nouns import MASK, NOUNS, is_kind_noun, opening_kinds, opens_with_pronoun
from materiel.reading.drafts.subjects.patterns import (
    AFTER_NAME,
    ARTICLES,
    BORDER,
    BOTH,
    CATAPHORA,
    CLAIMED_FOR,
    COMPARED,
    DEFINITE,
    DETERMINER,
    FINITE,
    FORMER,
    FRONT_NOUN,
    GOES_ELSEWHERE,
    GOES_ON,
    HEAD,
    IN_FRONT,
    IN_RELATIVE,
    IS_BESIDE,
    IS_OBJECT,
    LADEN,
    MAIN_VERB,
    NAME_FIRST,
    NOUN_OF_NAME,
    OTHERS,
    PREPOSITION,
    PRONOUNS,
    RELATIVE,
    RESUMES,
    ROW_LABEL,
    SAID_OF,
    SUBJECT,
    TARGETS,
    THEN,
    UNKNOWN,
    UNKNOWN_HEAD,
    UNKNOWN_NEAR,
    VERB,
    WHOLES,
)
from materiel.reading.drafts.subjects.subject import OF_BOTH, Subject, Topic

_LABEL: Final = 40
"""So many characters before a colon may be a label: "Crew: 3"."""


class Scene:
    """A sentence with its mentions, masked, cut into parts; and the topic that it finds."""

    def __init__(
        self,
        text: str,
        mentions: Sequence[Mention],
        systems: Systems,
        topic: Topic | None,
        *,
        row: bool = False,
        pair: tuple[str, ...] = (),
    ) -> None:
        self.text = text
        self.mentions = mentions
        self.systems = systems
        self.topic = topic
        self.row = row
        self.pair = pair
        self.masked = _masked(text, mentions)
        self._of_unknown = not row and UNKNOWN.match(self.masked) is not None
        borders = (found for found in BORDER.finditer(self.masked) if found[0] != ": " or found.start() > _LABEL)
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
        if named and SUBJECT.match(self.masked):
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
        if UNKNOWN_HEAD.match(self.masked, begin, start) and not self.row:
            return None
        if (one := self._former_or_latter(start)) is not None:
            return one
        if attribute:
            following = [mention for mention in self.mentions if end <= mention.start < stop][:1]
            if following and NOUN_OF_NAME.fullmatch(self.masked, end, following[0].start):
                return Subject(following[0].system, rule="named right behind")
        before = [mention for mention in self.mentions if mention.end <= start and mention.start >= begin]
        if before:
            if self.goes_on() and RESUMES.search(self.masked[before[-1].end : start]):
                return self._of_topic()
            return self._named_before(before, start)
        inside = [mention for mention in self.mentions if start <= mention.start < end]
        if inside:
            return Subject(inside[0].system, rule="named in the phrase")
        behind = [mention for mention in self.mentions if end <= mention.start < stop]
        if behind and self._leads(begin, end, behind[0]):
            return Subject(behind[0].system, rule="named right behind")
        return self._referred_to(begin, start)

    def _former_or_latter(self, start: int) -> Subject | None:
        """Resolve "the former" and "the latter" to the two systems that the sentence names before."""
        found = next(reversed(list(FORMER.finditer(self.masked, 0, start))), None)
        if found is None or any(found.end() <= mention.start < start for mention in self.mentions):
            return None
        named = list(dict.fromkeys(mention.system for mention in self.mentions if mention.end <= found.start()))
        if len(named) != _TWO:
            return None
        return Subject(named[0 if found["which"].lower() == "former" else 1], rule="of two, the one that is meant")

    def _labelled(self, start: int) -> bool:
        """Say whether a row has a label and arms or engines behind it: what is counted is the topic's."""
        if not self.row or self.topic is None or not self.mentions or self.topic.kind == "munition":
            return False
        label = ROW_LABEL.match(self.masked)
        arms = all(self.systems[mention.system].kind == "munition" for mention in self.mentions)
        return label is not None and arms and start >= label.end()

    def _named_before(self, before: Sequence[Mention], start: int) -> Subject | None:
        last = before[-1]
        if self._carries(before, start):
            return Subject(before[0].system, rule="subject of the sentence")
        if len({mention.system for mention in before}) == 1:
            if COMPARED.search(self.masked, 0, last.start) and GOES_ELSEWHERE.match(self.masked, last.end):
                # "Like the §, it has": what is compared with it is meant.
                return None
            alone = len(self.named()) == 1 or not self._is_aside(last)
            return Subject(last.system, rule="named before") if alone else None
        between = self.masked[last.end : start]
        if len(before) == len({mention.system for mention in before}) and IN_FRONT.fullmatch(
            self.masked, before[-2].end, last.start
        ):
            # "The Slava-class cruiser Moskva": the class, and the ship that is meant.
            return Subject(last.system, rule="named right before")
        if between in (", ", ",") and FINITE.match(self.masked, start) and self._is_whole(before[0]):
            # "The HIMARS carries six rockets or one ATACMS, weighs": the sentence goes on with its subject.
            return Subject(before[0].system, rule="subject of the sentence")
        aside = self._is_whole(before[0]) and self.masked.startswith(", a", before[0].end)
        if (MAIN_VERB.match(between) or (aside and MAIN_VERB.search(between))) and not self.masked[: last.start].rstrip(
            " the"
        ).endswith(","):
            # "The Nodong, derived from the Scud-B, has": the sentence goes on with its subject.
            first = before[0]
            leads = self.masked[first.end :].startswith(",") and DETERMINER.fullmatch(self.masked, 0, first.start)
            return Subject(first.system, rule="subject of the sentence") if leads else None
        if re.match(r",? (?:which|that|whose)\b", between):
            return Subject(last.system, rule="named right before")
        if re.search(r"\band (?!§)", between):
            # "replaces the MiG-21 and has": the one that has it is the subject of the sentence.
            first = before[0]
            return Subject(first.system, rule="subject of the sentence") if self._is_first(first) else None
        return Subject(last.system, rule="named right before") if AFTER_NAME.match(between) else None

    def _carries(self, before: Sequence[Mention], start: int) -> bool:
        """Say whether a sentence goes on behind what its subject has with it: "The § with three §s has"."""
        first, last = before[0], before[-1]
        return (
            first.system != last.system
            and self._is_first(first)
            and LADEN.fullmatch(self.masked, first.end, last.start) is not None
            and GOES_ON.match(self.masked, last.end) is not None
            and len(before) == len({mention.system for mention in before}) == 2
            and start > last.end
        )

    def _is_first(self, mention: Mention) -> bool:
        return DETERMINER.fullmatch(self.masked, self.part(mention.start)[0], mention.start) is not None

    def _is_whole(self, mention: Mention) -> bool:
        """Say whether a mention is the subject of a sentence, and no owner: "the §'s older brother, the §,"."""
        return self._is_first(mention) and not self.masked.startswith("'s", mention.end)

    def _is_aside(self, mention: Mention) -> bool:
        return PREPOSITION.search(self.masked, 0, mention.start) is not None

    def _leads(self, begin: int, end: int, behind: Mention) -> bool:
        between = self.masked[end : behind.start]
        in_front = CATAPHORA.match(self.masked[begin:]) is not None
        others = OTHERS if in_front else ARTICLES
        if IS_OBJECT.search(between) and len(self.named()) == 1:
            return True
        if FRONT_NOUN.fullmatch(self.masked, begin, behind.start) and self.masked[behind.end : behind.end + 1] in " ,":
            return True
        if re.fullmatch(r"[ -]?(?:[\w-]+[ -]){0,3}", between) and not others.search(between):
            return True
        if CLAIMED_FOR.fullmatch(between) or (len(self.named()) == 1 and SAID_OF.search(between)):
            return True
        if VERB.search(self.masked, begin, behind.start):
            return False
        subject = len(self.named()) == 1 or THEN.search(between) is not None
        return subject and in_front and "," in between

    def _referred_to(self, begin: int, start: int) -> Subject | None:
        """Resolve "it", "the aircraft" or a bare "Top speed is" to the system that was named before."""
        words = re.findall(r"[^\W\d_]+", self.masked[begin:start])
        earlier = {mention.system for mention in self.mentions if mention.end <= begin}
        refers = self._refers(words)
        if len(earlier) == 2 and BOTH.match(self.masked, begin):
            return Subject(self.mentions[-1].system, rule=OF_BOTH)
        if self.pair and self.topic is not None and not self.mentions and BOTH.match(self.masked, begin):
            return Subject(self.pair[-1], (self.topic.ordinal,), OF_BOTH)
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
        if self.topic.kind not in opening_kinds(self.masked) and not opens_with_pronoun(self.masked):
            return False
        alike = [
            mention
            for mention in self.mentions
            if mention.system != self.topic.system and self.systems[mention.system].kind == self.topic.kind
        ]
        return not alike or IS_BESIDE.match(self.masked, 0, alike[0].start) is not None

    def _refers(self, words: Sequence[str]) -> bool:
        lower = [word.lower() for word in words]
        if (
            PRONOUNS.intersection(lower)
            or len(lower) <= _BARE
            or lower[0] in WHOLES
            or (lower[1:2] and lower[1] in WHOLES)
        ):
            return True
        nouns = NOUNS.get(self.kind() or "", "").split()
        return any(is_kind_noun(word, nouns) and before in DEFINITE for before, word in pairwise(lower))

    def kind(self) -> str | None:
        """Return the kind of the systems that the sentence is about."""
        if self.topic is not None and self.goes_on():
            return self.topic.kind
        if self.mentions:
            return self.systems[self.mentions[0].system].kind
        return self.topic.kind if self.topic else None

    def _is_of_another(self, begin: int, place: int) -> bool:
        """Say whether a relative clause at `place` is of a noun of another kind: "the missile, which weighs 690 kg"."""
        found = RELATIVE.search(self.masked, begin, place)
        kinds = [kind for kind, nouns in NOUNS.items() if found and is_kind_noun(found["noun"].lower(), nouns.split())]
        return bool(kinds) and self.kind() not in kinds

    def is_of_unknown(self, place: int) -> bool:
        """Say whether what stands at `place` goes with a designation right before it that no name is known for."""
        begin, _ = self.part(place)
        return not self.row and UNKNOWN_NEAR.search(self.masked, max(begin, place - _NEAR), place) is not None

    def is_foreign(self, place: int) -> bool:
        """Say whether the grammatical subject around `place` is something else: its boom, the launcher."""
        begin, stop = self.part(place)
        found = HEAD.match(self.masked[begin:stop])
        if self._is_of_another(begin, place):
            return True
        if IN_RELATIVE.search(self.masked, begin, place) is not None:
            return False
        if found is None or begin + found.start("verb") > place:
            return False
        if NAME_FIRST.match(self.masked, begin) is not None or BOTH.match(self.masked, begin) is not None:
            return False
        if MASK in found[0][found.end("head") - found.start() : found.start("verb") - found.start()]:
            # "Its older brother, the §, reaches": the apposition names it.
            return False
        if found["head"].lower() != "one" and re.fullmatch(NUMBER, found["head"], re.I):
            # "Twenty-one were built".
            return False
        head = found["head"].lower().removesuffix("'s")
        nouns = NOUNS.get(self.kind() or "", "").split()
        known = head in PRONOUNS or head in TARGETS or MASK in head or head in WHOLES or is_kind_noun(head, nouns)
        return not known


_TWO: Final = 2
_NEAR: Final = 100
_BARE: Final = 5
"""So few words before a value name no subject of their own: "Top speed is"."""


def _masked(text: str, mentions: Sequence[Mention]) -> str:
    pieces, place = [], 0
    for mention in mentions:
        end = mention.end - (2 if mention.name.endswith("'s") else 0)
        pieces += [text[place : mention.start], MASK * (end - mention.start)]
        place = end
    return "".join([*pieces, text[place:]])
