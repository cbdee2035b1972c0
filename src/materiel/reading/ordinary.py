"""Names that are also ordinary words, places or persons, and the rules by which they count.

"A Colt biplane" names an aircraft, "a colt in the meadow" does not. Such a name counts

1. with "class" behind it (Virginia-class);
2. beside a noun for its kind (Colt biplanes, the submarine Virginia, Bear-H bombers);
3. beside another name of the same system (MiG-29 Fulcrum);
4. where the sentence says that it is a name (NATO calls it, codenamed, nicknamed, dubbed, known as);
5. a number, behind "No." or a noun for its kind (submarine No. 841);
6. in the plural, within a sentence that is no title (two Flankers);
7. behind "the", where its own phrase ends with it (the Bear came in low);
8. a boat, where the sentence tells of the life of one (Virginia was commissioned);
9. beside a name of another system that can mean nothing else (Su-35s and Typhoons).

By 6 to 8 it does not count where the sentence tells of a game or a match: many teams go by such names. It always has
a capital letter, unless it is written without one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Final

_NOUNS: Final[dict[str, str]] = {
    "aircraft": "aircraft airlifters? airplanes? airliners? biplanes? bombers? fighters? fleet gunships? helicopters?"
    " interceptors? jets? planes? tankers? trainers? transports? warplanes? drones? uavs? pilots? squadrons?"
    " airframes? sorties? crews? airmen turboprops? choppers?",
    "artillery": "artillery cannons? guns? howitzers? launchers? mrls? mortars? batter(?:y|ies) systems? rockets?",
    "munition": "ammunition bombs? boosters? icbms? interceptors? launch(?:es|ed)? missiles? munitions?"
    " rockets? rounds? shells? torpedo(?:es)? warheads? slbms? irbms? projectiles? systems? batter(?:y|ies)"
    " salvos? launchers?",
    "spacecraft": "boosters? launch(?:es|ed|ers?)? rockets? \\w*satellites? spacecraft orbiters? probes?"
    " slvs? vehicles? orbit"
    " landers? rovers? constellations?",
    "submarine": "boats? subs? submarines? ssbns? ssns? vessels? crew(?:s|men)? boomers? hull uss",
    "vehicle": "apcs? armou?r(?:ed)? carriers? ifvs? tanks? trucks? trains? vehicles? turrets? battalions? brigades?"
    " crews? tankers? columns?",
}
_NOUNS["armoured_vehicle"] = _NOUNS["vehicle"]
_NOUNS["air_defence"] = "batter(?:y|ies) interceptors? launchers? missiles? radars? rounds? systems? units?"
_ANY_NOUN: Final = " ".join(dict.fromkeys(" ".join(_NOUNS.values()).split()))

_NEAR = 40
"""Characters on either side in which a noun is looked for: three or four words."""

_NAMING = re.compile(
    r"\bNATO\b|\bcode[- ]?named?\b|\bnick-?named?\b|\bdubbed\b|\b(?:known|referred to|designated)(?: \w+){0,4} as\b"
    r"|\breporting name\b|\bcalled\b",
    re.I,
)
_JOINING = re.compile(
    r"[\W_]*(?:(?:or|the|a|aka|also|its|called|NATO|codenamed?|nicknamed|dubbed|known|as|to|reporting|name|by)[\W_]+)*",
    re.I,
)
"""What may stand between two names of one system: the Su-57, known to NATO as Felon."""

_MANY = re.compile(r"(?:e?s)$")
_LOWER_BEFORE = re.compile(
    r"(?:^|[\s(-])(?:[a-z]+|\d+|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Some|Both|The),? \"?$"
)
_NAME_BEHIND = re.compile(r"[\w'-]* [A-Z]")
_THE = re.compile(r"\b[Tt]he \"?$")
_PHRASE_ENDS = re.compile(
    r"(?:'s)?(?:[\"')]*(?:[,.;:!?]|$)|[\"')]* (?:(?:is|are|was|were|has|had|have|can"
    r"|could|will|would|may|might|must|should"
    r"|does|did|and|or|but|which|that|with|at|in|on|by|from|to|for|over|as|than|took|flew|came|went|won|made|left|fell"
    r"|hit|struck|sank|began|became|got|put|costs?|weighs?|carries|carry|moves?|flies|fly|uses?|needs?|reaches|reach"
    r"|remains?|looks?|measures?|enters|fires?|serves?|lacks?|seats?|seems?|appears?|returns?)\b|[a-z]+ed\b))"
)
_LIFE_OF_A_BOAT = re.compile(
    r"\b(?:keel|christen\w*|(?:re|de)?commission(?:ed|ing)|laid down|pressure hull|home ?port\w*)\b"
)
_PLACE_BEFORE = re.compile(r"(?:\b(?:in|of|from|to|at|near|for|into|across)|,) $")

_GAME = re.compile(
    r"\b(?:Super Bowl|N[FBH]L|MLB|AFC|NFC|(?:foot|base|basket)ball|hockey|rugby|cricket|soccer|play-?offs?|touchdowns?"
    r"|quarterbacks?|linebackers?|cornerbacks?|halftime|innings?|home runs?|wild ?card|head coach|postseason"
    r"|(?:won|lost|win|lose) the (?:game|match|league|title|cup|pennant|division)|\d{1,3}-\d{1,3} (?:win|loss|victory"
    r"|defeat))\b",
    re.I,
)
_FLIGHT = re.compile(r"\b(?:fl(?:y|ies|ew|own|ying)|fly-?(?:over|past|by)s?|took off|scrambled|escort\w*)\b", re.I)
"""What machines do at a game too."""

_LISTED = re.compile(r",? ?(?:(?:and|or|&|plus|,)? ?(?:the |\d+ |two |three |four |five |six )?)?")
"""What stands between the items of a list."""

_NUMBERED = re.compile(r"(?:\bNo\.?|\bnumber|\bhull(?: number)?|#|№) ?$", re.I)
_CLASS = re.compile(r"[ -]class\b", re.I)


@cache
def _ordinary_words() -> frozenset[str]:
    lines = files("materiel.reading").joinpath("ordinary_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def is_ordinary(name: str) -> bool:
    """Say whether `name` is a single word that names much else."""
    return name.casefold() in _ordinary_words()


def counts(
    text: str, start: int, end: int, kind: str, others: Sequence[tuple[int, int]], firm: Sequence[tuple[int, int]] = ()
) -> bool:
    """Say whether an ordinary word at `start` to `end` of the sentence `text` names a system of `kind`.

    `others` is where other names of the same system stand in the sentence, and `firm` where names do that are
    nothing but names.
    """
    word = text[start:end]
    if word.isdigit():
        numbered = _NUMBERED.search(text, max(0, start - _NEAR), start)
        return numbered is not None and _near_noun(text, numbered.start(), end, kind)
    if not any(character.isupper() for character in word):
        return False
    if _CLASS.match(text, end) or any(_beside(text, start, end, other) for other in others):
        return True
    if _near_noun(text, start, end, kind) or _NAMING.search(text, max(0, start - 80), start) is not None:
        return True
    if any(_LISTED.fullmatch(_between(text, start, end, other)) for other in firm):
        return True
    if _GAME.search(text) is not None and _FLIGHT.search(text) is None:
        return False
    return _is_named_alone(text, start, end) or (kind == "submarine" and _tells_of_a_boat(text, start))


def _is_named_alone(text: str, start: int, end: int) -> bool:
    """Say whether a word with a capital is a name by its own phrase: in the plural, or with "the"."""
    if _NAME_BEHIND.match(text, end) or text.istitle():
        return False
    if _MANY.search(text[start:end]) and _LOWER_BEFORE.search(text, max(0, start - _NEAR), start):
        return True
    return _THE.search(text, max(0, start - 6), start) is not None and _PHRASE_ENDS.match(text, end) is not None


def _tells_of_a_boat(text: str, start: int) -> bool:
    return _LIFE_OF_A_BOAT.search(text) is not None and _PLACE_BEFORE.search(text, max(0, start - 8), start) is None


def _beside(text: str, start: int, end: int, other: tuple[int, int]) -> bool:
    between = _between(text, start, end, other)
    return len(between) <= _NEAR and _JOINING.fullmatch(between) is not None


def _between(text: str, start: int, end: int, other: tuple[int, int]) -> str:
    return text[end : other[0]] if other[0] >= end else text[other[1] : start]


def _near_noun(text: str, start: int, end: int, kind: str) -> bool:
    """Say whether a noun for the kind stands close by: at most two words behind, or one before."""
    behind, before = _nouns(kind)
    return behind.match(text, end) is not None or before.search(text[max(0, start - _NEAR) : start]) is not None


@cache
def _nouns(kind: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    nouns = "|".join(_NOUNS.get(kind, _ANY_NOUN).split())
    behind = rf"[-\"')]*(?:\w*)[\s\"']+(?:(?!and\b|or\b)[\w-]+ ){{0,2}}(?:{nouns})\b"
    return re.compile(behind, re.I), re.compile(rf"\b(?:{nouns})(?: (?!and\b|or\b|in\b|of\b)\w+)?[\s\"'(]+$", re.I)
