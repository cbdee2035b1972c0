"""Which system a text goes on to speak of: the one named last, or the main one of its kind in the whole text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from materiel.reading.document import Mention, Sentence
from materiel.reading.drafts.statements import Statement, Systems
from materiel.reading.drafts.subjects.kind_nouns import opening_kinds
from materiel.reading.drafts.subjects.patterns import UNKNOWN
from materiel.reading.drafts.subjects.scene import Scene
from materiel.reading.drafts.subjects.subject import Topic

_REACH: Final = 3
"""So many sentences behind its last mention "it" may still mean a system."""

_LISTED: Final = re.compile(r"\w{2}: [^:§]*$")
_CARRIERS: Final = ("aircraft", "submarine", "surface_ship", "vehicle", "armoured_vehicle")
_PARTS: Final = frozenset(("artillery", "munition"))
_NAMED: Final = re.compile(r"\W*(?:(?:[Tt]he|[Aa]n?|[A-Z][\w-]+'s) )?(?:new )?§")
"""A sentence that is about what it names begins with the name."""

_AHEAD: Final = 1
"""So many sentences before its first mention "the new jet" may mean a system."""

_PAIR: Final = 2
_OFTEN: Final = 2
"""The main system of a kind is named this many times as often as any other of the kind."""


class Topics:
    """Follows the topic through the sentences of a text. `mentions` are by the index of the sentence, from 0."""

    def __init__(self, sentences: Sequence[Sentence], mentions: Mapping[int, Sequence[Mention]], systems: Systems):
        self._systems = systems
        self._topic: Topic | None = None
        self.pair: tuple[str, ...] = ()
        self._last: dict[str, Topic] = {}
        counted: dict[str, Counter[str]] = {}
        for index in range(len(sentences)):
            for mention in mentions.get(index, ()):
                counted.setdefault(systems[mention.system].kind, Counter())[mention.system] += 1
        self._main = {kind: main for kind, counts in counted.items() if (main := _main(counts))}
        self._kinds = frozenset(counted)
        self._whole = _main(sum(counted.values(), Counter()))
        self._first = self._named_first(sentences, mentions)

    def _named_first(self, sentences: Sequence[Sentence], mentions: Mapping[int, Sequence[Mention]]) -> Topic | None:
        """Return the system that the first sentence with a name is about; None if it names several."""
        for index, sentence in enumerate(sentences):
            named = {mention.system for mention in mentions.get(index, ())}
            if named:
                system = next(iter(named))
                kind = self._systems[system].kind
                return (
                    Topic(system, kind, sentence.ordinal, sentence.ordinal, sentence.paragraph)
                    if len(named) == 1
                    else None
                )
        return None

    def _ahead(self, sentence: Sentence, opened: frozenset[str]) -> Topic | None:
        """Return the system that is named only in the next sentence: "The new jet was shown. The Su-35 ..."."""
        first = self._first
        if self._last or first is None or not 0 < first.ordinal - sentence.ordinal <= _AHEAD:
            return None
        return first if first.kind in opened else None

    def before(self, sentence: Sentence, *, row: bool) -> Topic | None:
        """Return the topic with which a sentence is to be read."""
        topic = self._topic = None if UNKNOWN.match(sentence.text) and not row else _still(self._topic, sentence)
        if row:
            return topic or (self._of_main(self._whole) if self._whole else None)
        opened = opening_kinds(sentence.text)
        if not opened or (topic is not None and (topic.kind in opened or self._is_part(opened))):
            # "The gun" of a text without a gun of its own is that of the vehicle.
            return topic
        known = [found for kind in sorted(opened) if (found := self._of_main(self._main.get(kind)))]
        return known[0] if len(known) == 1 else self._ahead(sentence, opened)

    def _of_main(self, system: str | None) -> Topic | None:
        """Return the main system of its kind as a topic, if no other of the kind was named since."""
        if system is None:
            return None
        last = self._last.get(self._systems[system].kind)
        return last if last is not None and last.system == system else None

    def after(self, sentence: Sentence, scene: Scene, statements: Sequence[Statement]) -> None:
        """Take into account what a sentence named and said."""
        for mention in scene.mentions:
            kind = self._systems[mention.system].kind
            self._last[kind] = Topic(mention.system, kind, sentence.ordinal, sentence.ordinal, sentence.paragraph)
        named = tuple(scene.named())
        alike = len({self._systems[system].kind for system in named}) == 1
        self.pair = named if len(named) == _PAIR and alike else ()
        self._topic = self._next(sentence, scene, statements)

    def _next(self, sentence: Sentence, scene: Scene, statements: Sequence[Statement]) -> Topic | None:
        topic = scene.topic
        goes_on = topic is not None and scene.goes_on()
        if topic is not None and (goes_on or (statements and not scene.mentions)):
            return replace(topic, touched=sentence.ordinal, paragraph=sentence.paragraph)
        if UNKNOWN.match(scene.masked):
            return None
        leading = scene.leading()
        if topic is not None and leading is not None and _LISTED.search(scene.masked, 0, scene.mentions[0].start):
            # What a list behind a colon names is not what the text goes on with.
            return topic
        if topic is not None and leading is not None and self._is_its_weapon(topic, leading, scene.masked):
            return replace(topic, touched=sentence.ordinal, paragraph=sentence.paragraph)
        if leading is not None and _is_of_unnamed(scene, self._systems[leading].kind):
            return None
        if leading is not None:
            kind = self._systems[leading].kind
            heading = sentence.kind == "heading" and not scene.row
            return Topic(leading, kind, sentence.ordinal, sentence.ordinal, sentence.paragraph, heading)
        if scene.mentions:
            return self._family(sentence, scene)
        return self._topic

    def _family(self, sentence: Sentence, scene: Scene) -> Topic | None:
        """Return the family of the systems that a sentence names, if they are of one: an F-35A, an F-35B, an F-35C."""
        families = {self._systems[system].family or system for system in scene.named()}
        family = next(iter(families))
        if len(families) != 1 or family not in self._systems:
            return None
        return Topic(family, self._systems[family].kind, sentence.ordinal, sentence.ordinal, sentence.paragraph)

    def _is_part(self, opened: frozenset[str]) -> bool:
        """Say whether an opening names a gun or a missile, in a text that names no system of such a kind."""
        return bool(opened & _PARTS) and not opened & self._kinds

    def _is_its_weapon(self, topic: Topic, leading: str, text: str) -> bool:
        """Say whether a sentence names what the topic carries: "Sixteen Bulava missiles stand behind the sail"."""
        carried = self._systems[leading].kind == "munition" and topic.kind in _CARRIERS
        return carried and _NAMED.match(text) is None


def _is_of_unnamed(scene: Scene, kind: str) -> bool:
    """Say whether the subject of a sentence is an unnamed thing of another kind: "The frigate fired an Exocet"."""
    opened = opening_kinds(scene.masked)
    behind = re.match(r"[^§]{0,60}", scene.masked)
    verb = behind is not None and re.search(r"\b(?:fired|launched|dropped|carried|fires|drops|used|lost)\b", behind[0])
    return bool(opened) and kind not in opened and bool(verb)


def _main(counts: Counter[str]) -> str | None:
    found = counts.most_common(2)
    often = len(found) == 1 or (found and found[0][1] >= _OFTEN * found[1][1])
    return found[0][0] if often else None


def _still(topic: Topic | None, sentence: Sentence) -> Topic | None:
    """Return the topic, where a sentence can still go on with it."""
    if topic is None or topic.heading:
        return topic
    near = sentence.ordinal - topic.ordinal <= _REACH or sentence.ordinal - topic.touched <= _REACH
    return topic if near and sentence.paragraph - topic.paragraph <= 1 else None


_OF_CLASS: Final = re.compile(
    r"(?:[ -]class)? (?:\w+[ -]){0,2}(?:boat|ship|submarine|vessel|destroyer|frigate|cruiser|carrier)\b"
)


def meant(text: str, mentions: Sequence[Mention], systems: Systems, topic: Topic | None) -> Sequence[Mention]:
    """Return the mentions as they are meant: of a text on one ship, "the Oberon-class boat" is that ship."""
    if topic is None or systems[topic.system].level != "individual":
        return mentions
    family = systems[topic.system].family
    return [
        mention._replace(system=topic.system)
        if mention.system == family
        and text[: mention.start].lower().endswith("the ")
        and _OF_CLASS.match(text, mention.end)
        else mention
        for mention in mentions
    ]
