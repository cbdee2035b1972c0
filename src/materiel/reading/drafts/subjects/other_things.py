"""What a figure may be of besides a system: its radar, the missile it carries, another version, a rival."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from materiel.reading.drafts.subjects.kind_nouns import NOUNS, is_kind_noun
from materiel.reading.drafts.subjects.scene import Scene

_HAS: Final = (
    r"(?:(?:that|which|will|would|can|could|may|might|should|also|itself) )*"
    r"(?:has|have|had|is|are|was|were|with|having|whose|weigh\w*|reach\w*|carr\w+|fl(?:y|ies|ew)|travel\w*|measures?"
    r"|needs?|holds?|sees?)\b"
)
_OF_A_SYSTEM: Final = r"(?: (?:of|for|used by|on|aboard) (?:the |its |an? )?§+(?:'s)?)?"
_PART: Final = re.compile(
    r"(?<![\w-])(?<!§ )(?P<noun>radar|sonar|antenna|sensor|camera|seeker|laser|jammer|missile|bomb|torpedo"
    r"|torpedoe|mine|shell"
    r"|round|gun|cannon|launcher|engine|motor|pod|pylon|fuel tank|drop tank|tail|hangar|runway|bridge"
    r"|trailer|truck"
    r"|tanker|drone|decoy|boat|dock|pier|tug|booster|stage|turret|mast|sail"
    r"|mount|TEL|transporter|erector|dome|rotodome|catapult|crane|barrel|cartridge|trunk|silo|warehouse|tunnel"
    r"|container|canister)s?" + _OF_A_SYSTEM + r"(?:,(?= (?:that|which|whose|with|having)))? " + _HAS,
    re.I,
)
_VERSION: Final = re.compile(
    r"^[^\w§]*(?:(?:an?|the|its|another|one|some|later|early|most|§+'s|their) )?(?:[\w-]+ ){0,3}?"
    r"(?:version|variant|derivative|successor|predecessor|forerunner|replacement|rival|competitor|stablemate)s?"
    + rf"{_OF_A_SYSTEM},? {_HAS}",
    re.I,
)
_RELATED: Final = re.compile(
    r"(?<![\w§])(?:§+'s|its|their|the|an?) (?:[\w-]+ )?"
    r"(?:predecessor|successor|rival|replacement|forerunner|cousin|namesake|stablemate|competitor|sister ship|sister)s?"
    rf"{_OF_A_SYSTEM},? (?:of|at|{_HAS})",
    re.I,
)
_HOLLOW: Final = re.compile(
    r"\b(?:hold|cabin|bay|cockpit|hatch|hangar|flight deck|deck|ramp|cargo bay|bomb bay|nose|tailplane|fin"
    r"|canopy|wing)s?" + _OF_A_SYSTEM + r",? (?:(?:that|which|also) )?(?:is|are|was|were|has|measures?|with|of)\b",
    re.I,
)
"""A room or a part of a system, whose size is not its own."""

_EACH_OF: Final = re.compile(r"(?<!§ )\b(?P<noun>[a-z]+)s,? each (?:of|weigh\w*|with|being|is|has|having)\b")
_STAGE: Final = re.compile(
    r"\b(?:its|the|§+'s) (?:first|second|third|fourth|upper|lower)(?: (?:stage|one))? (?:weighs|is|has|burns"
    r"|measures)\b"
)
_OF_THE_PART: Final = re.compile(r"§|\b(?:it|she|they|which)\b")
_THIS: Final = re.compile(r"^[^\w§]*(?:this|that|these|those|both|each|all) ", re.I)
_OTHER: Final = re.compile(r"^[^\w§]*(?:the other|another|the rival|the losing) (?:[\w-]+ ){0,2}?[\w-]+ " + _HAS, re.I)
_GOES_ON: Final = re.compile(
    r"§|\b(?:it|she|they|which|and (?:has|have|is|can|could|carries|weighs|reaches|flies|measures|entered))\b", re.I
)
_SHORT: Final = 120


def is_of_another_thing(scene: Scene, place: int) -> bool:
    """Say whether what stands at `place` is said of a part, of arms, of a version or of a rival."""
    begin, _ = scene.part(place)
    text = scene.masked[begin:place]
    if not _THIS.match(text) and any(_reaches(found) for found in (_VERSION.match(text), _OTHER.match(text))):
        return True
    if any(_reaches(found) for found in _RELATED.finditer(text[-_SHORT:])):
        return True
    if any(_reaches(found) for found in _STAGE.finditer(text[-_SHORT:])):
        return True
    own = NOUNS.get(scene.kind() or "", "").split()
    return any(_reaches(found) and not _is_own(found["noun"], own) for found in _PART.finditer(text[-_SHORT:])) or any(
        not _is_own(found["noun"], own) and _OF_THE_PART.search(text[-_SHORT:], found.end()) is None
        for found in _EACH_OF.finditer(text[-_SHORT:])
    )


def is_size_of_a_part(scene: Scene, place: int) -> bool:
    """Say whether a length at `place` is that of a room or a part of a system: "the hold is 12 m long"."""
    begin, _ = scene.part(place)
    return any(_reaches(found) for found in _HOLLOW.finditer(scene.masked[begin:place][-_SHORT:]))


def _reaches(found: re.Match[str] | None) -> bool:
    """Say whether the words go on with the same subject up to the end of the text."""
    if found is not None and found.string.endswith("whose ", 0, found.start()):
        # "whose barrel is 6 m long and weighs": it goes on with the part.
        return _OF_THE_PART.search(found.string, found.end()) is None
    return found is not None and _GOES_ON.search(found.string, found.end()) is None


def _is_own(noun: str, own: Sequence[str]) -> bool:
    return is_kind_noun(noun.lower(), own)
