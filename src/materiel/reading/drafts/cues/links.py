"""What may stand between a cue and its quantity, what may stand before the cue, and what conditions a figure has."""

from __future__ import annotations

import re
from typing import Final

LINK: Final = re.compile(
    r"(?:\s*(?:[:|=,()\"\u201c–-]|,[^,;.:\d§]{2,40},(?= (?:is|was|are|at)\b)|\.{2,}|in (?:action|battle"
    r"|firing position|travelling order)\b|(?:of|from|is|was"
    r"|are|were|be|being|to|at|only|just|currently|still"
    r"|given as|put at|listed (?:as|at)"
    r"|rated at|capped at|set at|fixed at|limited to|restricted to|averag(?:es|ed|ing)|estimated(?: at| to be)?"
    r"|reported(?:ly)?|quoted as|said to be|thought"
    r" to be|believed to be|considered to be"
    r"|assessed (?:at|to be)|itself|overall|numbers|stands|amounts|comes|without (?:refuel+ing|external tanks)"
    r"|with (?:external|drop) tanks|on (?:roads?|internal fuel|the ground)|unrefuel+ed|(?:for|of) (?:the "
    r"|an? |this |these |each |its )?(?:[\w-]+ )?(?:§+s?(?: [\w-]+)?|missile|aircraft|jet|plane|bomber"
    r"|fighter|rocket|gun"
    r"|howitzer|submarine|boat|ship|vessel|class|vehicle|tank|helicopter|drone|torpedo|system|weapon)s?|some"
    r"|at (?:the )?(?:waterline|sea level|(?:high |low )?altitude)|(?:the )?waterline|up|out"
    r"|(?:that|which) (?:[\w-]+ ){1,5}(?:estimates?|puts?|places?|gives?|quotes?|lists?|believes?)(?: at| to be| as)?"
    r"|total(?:s|l?ing)|each(?: engine)?|a (?:mere|whopping)|in at|may reach|can reach|reaches|reaching|can"
    r"|could|may|might|would|will|may be|could be|might be|would be|will be|can be|must be|has been|had been|which"
    r" is|that is|maximum|max\.?|well)(?![\w-])))*\s*",
    re.I,
)
"""What may stand between a noun and its quantity."""

FREE: Final = re.compile(
    r"(?:(?:^|[.;:,(|•*\"]|§(?:'s)?|[^\W\d_]'s|s')\s*(?:- )?|(?<![\w-])(?:an?|the|its"
    r"|their|her|his|whose|and|or|with|has|have|had|having"
    r"|of|in|at|for|on|to|but|while|as|is|was|are|were|put|gives?|given|lists?|listed"
    r"|claims?|boasts?|offers?|maximum|max\.?|top"
    r"|greatest|highest|largest|longest|overall|total|operational|effective|estimated|flight|flying|firing"
    r"|combat|fighting|loaded|service"
    r"|unrefuel+ed|cruising|road|normal|standard|reported|claimed|full|design|declared"
    r"|approximate|published|average|ferry|same"
    r"|hull|practical|official|nominal|stated|quoted|battle|launch|gross|all-up|test"
    r"|operating|diving|maximal|fuselage|airframe"
    r"|missile|boat|submarine|aircraft|tank|vehicle|bomb|empty|operating|current|planned"
    r"|projected|intended|likely|probable"
    r"|kilomet(?:er|re)s|km|miles|met(?:er|re)s|max|its maximum|rated|altitude|surfaced|submerged"
    r"|external|internal|unassisted|wing|tail|nose|body|rotor|lift-?off|take-?off|start|main|light|sea"
    r"|reach(?:es|ed|ing)?|attain(?:s|ed|ing)?|develop(?:s|ed|ing)?|engag(?:es|ed|ing) targets at"
    r"|nuclear|conventional|(?:high[- ])?explosive|fragmentation|unitary|penetrating|single|useful|minimum|least|short"
    r"|operation|capable|weapons?|cargo|ordnance|sling|provid(?:es|ing)|having|giving (?:it|them)|yields?"
    r"|between|upper|ship|vessel|system|dimensions:?|horsepower|hp|kW"
    r"|claims? a|a maximum|striking|strike|attack|target|reach|extended|increased|longer"
    r"|greater|demonstrated|potential|real|true)\s)$",
    re.I,
)
"""What may stand before the noun of a property; anything else makes it that of something else: a radar's range."""

_RANGE: Final = re.compile(
    r"\b(?:at (?:a speed of )?\d[\d.]*(?: ?(?:to|-) ?\d+)? ?(?:knots|kts?|kn)|unrefuel+ed|without refuel+ing"
    r"|with (?:external|drop|extra) tanks|ferry|on internal fuel)\b",
    re.I,
)
_SPEED: Final = re.compile(r"\bat (?:sea level|(?:high |low )?altitude)\b", re.I)
CONDITIONS: Final = {
    "range_km": _RANGE,
    "radius": _RANGE,
    "speed": _SPEED,
    "mach": _SPEED,
    "mass": re.compile(r"\b(?:without rockets|unloaded|fully loaded|when loaded)\b", re.I),
    "height": re.compile(r"\bat (?:its|the) highest elevation\b", re.I),
}
"""What sets a figure apart from the unconditional one, by a part of the name of the property."""
