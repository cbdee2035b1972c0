"""Systems as things that are held, ordered and handed over: how many of which stand where in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from materiel.reading.drafts.agents import Named
from materiel.reading.drafts.quantities.numbers import NUMBER, number
from materiel.reading.drafts.subjects.kind_nouns import NOUNS, is_kind_noun
from materiel.reading.drafts.subjects.scene import Scene

QUALIFIERS: Final = (
    r"(?:about|around|some|approximately|roughly|nearly|more than|over|at least|fewer"
    r" than|less than|up to|as many as|between \d+ and)"
)
SERVICE: Final = (
    r"(?:(?:'s)? (?P<service>[Aa]ir [Ff]orce|[Nn]avy|[Aa]rmy|military|[Aa]ir [Dd]efen[cs]e"
    r" [Ff]orces?|[Mm]arines|[Cc]oast [Gg]uard|[Gg]round [Ff]orces))?"
)
ADVERB: Final = (
    r"(?:,[^,;§]{1,30},)? ?(?:(?:already|still|now|currently|also|has|have|had|only|once|itself|recently|then|alone"
    r"|formerly|later|since) )*"
)
_COUNT: Final = re.compile(
    rf"(?P<quantity>(?:{QUALIFIERS} )?(?:{NUMBER}))(?: (?:more|new|used|additional|remaining|further|second-hand"
    rf"|of the|of its|of these|modern|ex-\w+|old|older|active|single-seat|two-seat))*(?: \w+-\w+)? $",
    re.I,
)
_UNNAMED: Final = re.compile(
    rf"(?<![\w.,-])(?P<quantity>(?:{QUALIFIERS} )?(?:{NUMBER})) (?:of (?:the|these|its|them)|such"
    rf"|more)(?: (?P<noun>\w+))?\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Deal:
    """A system with how many of it, and where that stands."""

    system: str
    quantity: Any
    start: int
    end: int
    needs: tuple[int, ...] = ()


def deals(scene: Scene) -> list[Deal]:
    """Return the systems of a sentence with their numbers; where it names none, those it counts of its topic."""
    named = [_deal(scene, mention.system, mention.start, mention.end) for mention in scene.mentions]
    return named or list(_of_topic(scene))


def _deal(scene: Scene, system: str, start: int, end: int) -> Deal:
    found = _COUNT.search(scene.masked, max(0, start - 60), start)
    return Deal(system, None, start, end) if found is None else Deal(system, quantity(found), found.start(), end)


def quantity(found: re.Match[str]) -> Any:
    """Return a quantity as a seed holds it: a number, or the words where it is no exact one."""
    words = found["quantity"]
    return int(number(words)) if re.fullmatch(NUMBER, words, re.I) else words


def _of_topic(scene: Scene) -> Iterator[Deal]:
    """Yield what "36 of the jets", "six such boats" and "six of them" mean."""
    topic = scene.topic
    for found in _UNNAMED.finditer(scene.masked) if topic is not None else ():
        noun = found["noun"]
        means = noun is None or noun == "type" or is_kind_noun(noun.lower(), NOUNS.get(topic.kind, "").split())  # type: ignore[union-attr]
        if means and topic is not None:
            yield Deal(topic.system, quantity(found), found.start(), found.end(), (topic.ordinal,))


def other(scene: Scene, named: list[Named], end: int, words: str) -> Named | None:
    """Return the next state behind `end`, if nothing but `words` stands between."""
    after = next((state for state in named if state.start >= end), None)
    return after if after is not None and re.fullmatch(words, scene.masked[end : after.start]) else None
