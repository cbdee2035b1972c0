"""Sums that are not the price of one system: of an hour, of many, of a deal, of work on it."""

from __future__ import annotations

import re
from typing import Final

from materiel.reading.drafts.quantities.quantity import Quantity
from materiel.reading.drafts.subjects.scene import Scene

_BEHIND: Final = re.compile(
    r" (?:(?:per|an?|every|each) (?:flight |flying )?(?:hour|year|month|week|day|mile)\b|(?:in|of|worth of) [a-z]+"
    r"|for (?:\d|two\b|three\b|four\b|five\b|six\b|the (?:\w+ )?(?:programme|program|deal|contract|upgrade))"
    r"|to (?:develop|upgrade|refit|repair|overhaul|operate|maintain|modernise|modernize))",
    re.I,
)
_BEFORE: Final = re.compile(
    r"\b(?:upgrades?|programmes?|programs?|contracts?|deals?|projects?|packages?|development|refits?|overhauls?"
    r"|moderni[sz]ation|repairs?|maintenance|squadrons?|batter(?:y|ies)|fleet|tests?|flights?)\b",
    re.I,
)
_FOR_ONE: Final = re.compile(r" for (?:an?|each|every|one) ")
_ASKED: Final = re.compile(
    r"\b(?:prices?|costs?|averages?|pay(?:s|ing)?|paid|charg(?:es?|ed)|ask(?:s|ed|ing)?)\b", re.I
)
"""Who sells one names a price for it; else "$3 million for a §" may be a grant, a fine, a repair."""

_EACH: Final = re.compile(r"[^.;,$]{0,25}?\b(?:each|apiece|per (?!flight|hour)|a (?:piece|copy|shot))\b", re.I)


def is_other_price(scene: Scene, one: Quantity) -> bool:
    """Say whether a sum is no price of one, by the words around it."""
    begin, _ = scene.part(one.start)
    of_many = _BEFORE.search(scene.masked, begin, one.start) and not _EACH.match(scene.masked, one.end)
    if _FOR_ONE.match(scene.masked, one.end) and not _ASKED.search(scene.masked, 0, one.start):
        return True
    return bool(of_many or _BEHIND.match(scene.masked, one.end))
