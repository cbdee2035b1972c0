"""What a cue is: words that name a property, before a quantity or behind it.

`noun` stands before the quantity ("a range of"), and what stands before the noun is looked at too: a radar's
range is none of the aircraft. `verb` has the system as its subject ("weighs"). `behind` follows the
quantity ("long", "in diameter").
`unit`: the dimension alone is enough. The first of `properties` that systems of the kind have is meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

SHIP_NOUN: Final = (
    r"(?:submarines?|subs?|boats?|ships?|vessels?|destroyers?|frigates?|corvettes?|carriers?"
    r"|cruisers?|warships?|cutters?)"
)
"""A ship or boat of any kind."""

CAN: Final = "(?:can|could|may|might|able to|capable of|will|would|designed to)"
"""What makes a verb one of ability."""

ADJECTIVES: Final = (
    r"(?:(?!of\b|above|below|from|the\b|an?\b|and\b|or\b|to\b|with\b|in\b|at\b|by\b|for\b|on\b|is\b|was\b|are\b|were\b"
    r"|that\b|which\b|than\b|warhead|payload|wide\b|high\b|tall\b|deep\b)[\w§'/][\w§'/-]*,? ){0,4}?"
)
"""What may stand between an attribute and its noun: "a 360-foot nuclear-powered attack submarine"."""


ATTRIBUTES: Final = r"(?:(?!and\b|or\b|with\b|an?\b|the\b|carr)[\w-]+[ -]){0,3}?"
"""The same before "warhead": "a 480 kg high-explosive fragmentation warhead"."""


@dataclass(frozen=True)
class Cue:
    """Words that name a property of a dimension. `units` and `kinds`: only of these, where they are given."""

    rule: str
    dimension: str
    properties: tuple[str, ...]
    noun: str | None = None
    verb: str | None = None
    behind: str | None = None
    unit: bool = False
    units: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    @cached_property
    def nouns(self) -> re.Pattern[str] | None:
        """The noun, to be found before a quantity."""
        return None if self.noun is None else re.compile(rf"(?<![\w-])(?:{self.noun})(?![\w-])", re.I)

    @cached_property
    def verbs(self) -> re.Pattern[str] | None:
        """The verb, to be found right before a quantity."""
        if self.verb is None:
            return None
        return re.compile(rf"(?<![\w-])(?:{self.verb})(?: only| just| a mere| anywhere from)?[ ,]*$", re.I)

    @cached_property
    def follows(self) -> re.Pattern[str] | None:
        """What stands right behind a quantity."""
        return None if self.behind is None else re.compile(rf"[ -]*(?:{self.behind})(?![\w-])", re.I)
