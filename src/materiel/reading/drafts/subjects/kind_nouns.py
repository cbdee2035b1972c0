"""The nouns that stand for systems of a kind, and the kinds that the beginning of a sentence means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

MASK: Final = "§"
"""Stands for each letter of a name, so that names are not read as words or numbers."""

NOUNS: Final = {
    "aircraft": "aircraft airframe airplane aeroplane airlifter bomber fighter helicopter interceptor"
    " jet plane tanker trainer"
    " transport warplane drone uav gunship type biplane fuselage seaplane turboprop"
    " rotorcraft version model variant machine",
    "artillery": "gun howitzer launcher mortar system vehicle weapon type piece cannon version model variant mlrs",
    "munition": "missile rocket bomb shell torpedo weapon projectile type round icbm slbm interceptor"
    " warhead version model"
    " variant munition",
    "spacecraft": "satellite rocket spacecraft booster launcher probe vehicle orbiter version model variant craft",
    "submarine": "boat submarine sub vessel ship class hull type boats version design",
    "vehicle": "vehicle tank truck train carrier type apc ifv version model variant machine car",
    "mixed": "system type weapon",
    "air_defence": "vehicle system battery complex launcher weapon type version model variant",
    "surface_ship": "ship vessel destroyer frigate corvette cruiser carrier warship class hull type flagship flattop"
    " boat craft design",
    "armoured_vehicle": "vehicle tank carrier transporter apc ifv mbt type version model variant machine",
}
"""Nouns that stand for a system of a kind."""


def is_kind_noun(word: str, nouns: Sequence[str]) -> bool:
    """Say whether `word`, in the singular or plural, is one of `nouns`."""
    return word in nouns or word.removesuffix("s") in nouns


_FRONT = (
    r"(?:(?:With|In|On|At|According to|As|Instead|Currently|Upon|Like|Unlike|Despite|Powered|Armed|Built|Designed"
    r"|Developed|Equipped|Fitted|Weighing|Measuring|Displacing|Capable|Based|Crewed|Manned|Driven|Propelled|Produced"
    r"|Introduced|Unveiled|First|Originally|Known|Nicknamed|Loaded|Fully|Once|For|By)\b[^,§]{0,80}, )?"
)
"""What may stand in front of the subject."""

_IT = (
    r"[Ii]t(?! (?:is|was|has been|had been) (?:\w+ly )?(?:not )?(?:thought|believed|said|reported|expected|estimated"
    r"|understood|known|assumed|claimed|likely|possible|clear|unclear|unknown|feared|hoped|rumou?red)\b)"
)
"""No system: "It is thought that"."""

_OPENING: Final = re.compile(
    rf"^\W*{_FRONT}"
    r"(?:The|This|These|Each|Both|the|this|these|each) (?P<words>[\w.,'/-]+(?: [\w.,'/-]+){0,7})"
)
_ENDS_SUBJECT: Final = re.compile(
    r"(?:is|are|was|were|has|have|had|can|could|may|might|will|would|of|in|on|at|for|to|from|with|by|and"
    r"|or|that|which"
    r"|who|also|first|then|now|later|still|once|itself|only|just|alone|does|did|took|made|\w+ly"
    r"|\w{2,}(?:s|ed|ing)|flew|went|saw|came|stood|sank)[,.]?"
)
_PRONOUN_OPENING: Final = re.compile(
    rf"^\W*{_FRONT}(?:{_IT}|Its|They|Their|She|Her"
    r"|its|they|their|she|her|Each(?= (?:is|has|can|weighs|carries|costs|displaces|measures|of them)\b))\b"
)


def opening_kinds(text: str) -> frozenset[str]:
    """Return the kinds that the noun means with which a sentence begins: "The new jet" is an aircraft."""
    found = _OPENING.match(text)
    words = found["words"].split() if found else []
    for place, word in enumerate(words):
        kinds = frozenset(kind for kind, nouns in _KIND_NOUNS.items() if is_kind_noun(_bare(word), nouns))
        behind = words[place + 1 : place + 2]
        ends = not behind or word != _bare(word) or _ENDS_SUBJECT.fullmatch(behind[0]) or MASK in behind[0]
        if kinds and ends:
            return kinds
        if word in _PREPOSITIONS:
            break
    return frozenset()


def _bare(word: str) -> str:
    return re.sub(r"(?:'s|s'|')?[,.]?$", "", word)


_KIND_NOUNS: Final = {kind: nouns.split() for kind, nouns in NOUNS.items()}
_PREPOSITIONS: Final = frozenset(str.split("of in on at for to from with by and or that which who is are was were"))


def opens_with_pronoun(text: str) -> bool:
    """Say whether a sentence begins with "it" or "its"."""
    return _PRONOUN_OPENING.match(text) is not None
