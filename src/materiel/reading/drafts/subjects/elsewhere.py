"""Quantities that are no value of a system: a distance on the map, a difference, what is denied or was withdrawn."""

from __future__ import annotations

import re
from typing import Final

from materiel.reading.drafts.cues.cue import ADJECTIVES, SHIP_NOUN
from materiel.reading.drafts.quantities.quantity import Quantity
from materiel.reading.drafts.subjects.other_prices import is_other_price
from materiel.reading.drafts.subjects.scene import Scene

_LOOK_BACK: Final = 90
_NOT: Final = re.compile(
    r"(?:\b(?:(?<!, )not(?! (?:only|just|merely|to exceed|exceed))|never(?! exceed)|neither|nor|cannot"
    r"|no longer|no|(?:was|were) to have"
    r"|supposed to|doubts?|would need|must (?:have|reach|be|weigh))\b"
    r"|, not\b(?! (?:its|the|their) )|n't\b)(?![^.;]{0,120}\band (?:an?|has|is|are|weighs|carries|can"
    r"|reaches|measures) )",
    re.I,
)
_WITHDRAWN: Final = re.compile(
    r"\b(?:we (?:wrote|said|reported)|(?:wrongly|incorrectly|mistakenly"
    r"|misstated)|withdrew|retracted|dropped|scrapped|cancel+ed|no evidence)\b",
    re.I,
)
_FALSE: Final = re.compile(r"\b(?:is|are|was|were) (?:false|wrong|untrue|incorrect|denied|nonsense)\b")
_IF: Final = re.compile(r"(?:^|[,;:] )(?:if|unless) [^,]{0,80}$|\b(?:asks?|asked|calls?|called) for [^,;]{0,60}$", re.I)
_ELSEWHERE: Final = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:away|short of|north|south|east|west|inland|deep|off\b(?!-road)|from"
    r" (?:a|an|the) |longer|wider|narrower|taller|heavier|shorter"
    r"|faster|farther|further|lighter|more|less|apart|behind|ahead|per\b|a (?:year|month|day|second|minute)|of (?:fuel"
    r"|concrete|cable|road|track|wire|rope|territory)"
    r"|(?:in )?(?:resolution|intervals?)|later|(?:before|after) (?:the|an?|its)|ago|earlier|old|upstream|downstream)\b"
    r"|[- ](?:in (?:the )?(?:one|other|first|second) case|(?:long|wide|high"
    r"|tall)?,? ?(?:[\w-]+ ){0,2}(?:section|segment|compartment|runway|pier|quay))\b"
    r"|[- ](?:[\w-]+ )?(?:version|variant|derivative|successor|prototype)\b|[- ](?:[\w-]+ ){0,2}(?:was"
    r"|were) replaced\b",
    re.I,
)
"""What follows a quantity that is a distance on the map, a difference, or a share."""

_TARGETS: Final = re.compile(
    r"\b(?:targets?|objectives?|objects?|enem(?:y|ies)|anything)(?: (?:at|from|located|up to|as far as))*,? ?$"
    r"|\b(?:can|could|able to) be (?:fired|launched) (?:from|at) $",
    re.I,
)
"""What is hit "300 km away" tells the range."""

_OTHER_SHIP: Final = re.compile(
    r"\b(?:by|with|from|against|behind|past|near|beside|alongside|than"
    r"|like) (?:an?|another|two) $",
    re.I,
)
_SHIP: Final = re.compile(rf"[ -]{ADJECTIVES}{SHIP_NOUN}\b", re.I)
_AT_SPEED: Final = re.compile(
    r"\b(?:miles?|nmi|nm|km|kilomet(?:er|re)s?|days?)\)? (?:range )?at (?:an? )?(?:(?:cruising|economical|cruise) )?"
    r"(?:speed of )?$"
)
"""The speed at which a range holds is not the greatest: "8,000 miles at 12 knots"."""

_ONCE: Final = re.compile(
    r"\b(?<!can )(?<!could )(?<!to )(?<!may )(?<!will )(?<!that )(?:shot down|brought down|destroyed|intercepted"
    r"|downed|struck|sank|hit|engaged"
    r"|tracked|detected|spotted|fired on) (?:an?|the|one|two|three|four|several|its|their|another|\d+) "
    r"(?:(?!and\b|has\b|have\b|can\b|which\b|with\b)[\w§'-]+ ){1,5}$"
)
"""What was hit on one day tells no capability: "shot down a drone at an altitude of 10 km"."""


def is_elsewhere(scene: Scene, one: Quantity) -> bool:
    """Say whether a quantity is a place on the map, denied or said to be false, or the price of something else."""
    begin, _ = scene.part(one.start)
    denied = _NOT.search(scene.masked, begin, one.start)
    withdrawn = _WITHDRAWN.search(scene.masked, 0, one.start)
    if one.dimension == "money":
        return bool(denied or withdrawn) or is_other_price(scene, one)
    elsewhere = _ELSEWHERE.match(scene.masked, one.end)
    if elsewhere is not None and elsewhere[0].endswith(("away", "off")) and _TARGETS.search(scene.masked, 0, one.start):
        elsewhere = None
    other = _OTHER_SHIP.search(scene.masked, 0, one.start) and _SHIP.match(scene.masked, one.end)
    at_speed = one.dimension == "speed" and _AT_SPEED.search(scene.masked, max(0, one.start - _LOOK_BACK), one.start)
    false = _FALSE.search(scene.masked, one.end) if _IF.search(scene.masked, begin, one.start) is None else True
    once = one.dimension == "length" and _ONCE.search(scene.masked, max(0, one.start - _LOOK_BACK), one.start)
    return any((once, false, elsewhere, denied, withdrawn, at_speed, other))
