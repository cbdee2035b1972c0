"""What a count is: words with a number that name a property, and the pieces that such words are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from materiel.reading.drafts.quantities.numbers import NUMBER

N: Final = rf"(?<![\w.,$€£/-])(?:(?P<from>{NUMBER})(?: to | or | ?- ?| and ))?(?P<n>{NUMBER})"
Q: Final = (
    r"(?:(?:only|just|about|approximately|around|roughly|some|nearly|up to|as many as|a total of|a maximum of|more than"
    r"|at least|over|between|fewer than|less than) ){0,2}"
)
BE: Final = r"(?:of|is|are|was|were|numbers?|numbered|comprises?|consists? of|totals?|required)"
HAS: Final = (
    r"(?:has|have|had|with|of|carr(?:y|ies|ied|ying)|holds?|holding|includes?|comprises?|mounts?|fitted with"
    r"|equipped with"
    r"|armed with|contain(?:s|ing)?|features?|takes?|supports?|operates?|houses?|from)"
)
ENGINE: Final = (
    r"(?:engines?|turbofans?|turbojets?|turboprops?|turboshafts?|afterburning turbo\w+|piston engines?|gas turbines?)"
)
MODEL: Final = r"(?:[\w§/&.'-]+ |\([^()]{1,40}\) ){0,6}?"
"""Makers, types and ratings before a noun: "Pratt & Whitney F117-PW-100 turbofan"."""
VLS: Final = (
    r"(?:vertical[- ]launch(?:ing)?(?:[- ]systems?)?(?: \(VLS\))?|launch(?:ing)?|missile|VLS|SLBM|ballistic missile"
    r"|cruise missile|vertical)"
)
AT_ONCE: Final = r"(?:at once|at the same time|simultaneously|at a time|at any one time)"
SHIPPED: Final = (
    r"(?:aircraft|examples|units|airframes|helicopters|tanks|vehicles|guns|boats|submarines"
    r"|missiles|copies)"
)


@dataclass(frozen=True, slots=True)
class Count:
    """Words that name a count. `own`: the noun is a subject of its own. `attribute`: it stands before a noun."""

    rule: str
    property: str
    pattern: re.Pattern[str]
    own: bool = False
    attribute: bool = False


def count(rule: str, name: str, pattern: str, *, own: bool = False, attribute: bool = False) -> Count:
    """Return a count whose words are matched without regard to case."""
    return Count(rule, name, re.compile(pattern, re.I), own, attribute)
