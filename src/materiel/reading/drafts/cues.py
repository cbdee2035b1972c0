"""Which words make a quantity the value of a property: a noun or verb before it, or words right behind it.

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

_SURFACED = r"(?:when |while )?(?:surfaced|on the surface)"
_SUBMERGED = r"(?:when |while )?(?:submerged|under ?water|dived|below the surface)"


@dataclass(frozen=True)
class Cue:
    """Words that name a property of a dimension."""

    rule: str
    dimension: str
    properties: tuple[str, ...]
    noun: str | None = None
    verb: str | None = None
    behind: str | None = None
    unit: bool = False

    @cached_property
    def nouns(self) -> re.Pattern[str] | None:
        """The noun, to be found before a quantity."""
        return None if self.noun is None else re.compile(rf"(?<![\w-])(?:{self.noun})(?![\w-])", re.I)

    @cached_property
    def verbs(self) -> re.Pattern[str] | None:
        """The verb, to be found right before a quantity."""
        return None if self.verb is None else re.compile(rf"(?<![\w-])(?:{self.verb})(?: only| just)?[ ,]*$", re.I)

    @cached_property
    def follows(self) -> re.Pattern[str] | None:
        """What stands right behind a quantity."""
        return None if self.behind is None else re.compile(rf"[ -]*(?:{self.behind})(?![\w-])", re.I)


CUES: Final = (
    Cue(
        "rocket-assisted range",
        "length",
        ("range_assisted_km",),
        noun="(?:rocket-)?assisted (?:range|projectiles? to)",
        behind="with (?:a )?rocket-assisted",
    ),
    Cue("least range", "length", ("range_min_km",), noun="(?:minimum|least|min\\.?) (?:firing )?range"),
    Cue(
        "combat radius",
        "length",
        ("combat_radius_km",),
        noun="(?:combat|operational|tactical|mission) radius|radius of action",
        behind="(?:combat|operational) radius",
    ),
    Cue(
        "wingspan",
        "length",
        ("wingspan_m",),
        noun="wing[ -]?spans?|span",
        verb="(?:wings?|it) spans?",
        behind="(?:in )?wing[ -]?span",
    ),
    Cue(
        "length",
        "length",
        ("length_m",),
        noun="length",
        verb="measur(?:es|ed|ing)",
        behind="(?:in (?:overall )?length|long(?= |\\b)(?! range))",
    ),
    Cue("height", "length", ("height_m",), noun="height", behind="(?:in height|high)"),
    Cue("height of what stands", "length", ("height_m", "length_m"), behind="tall"),
    Cue("beam", "length", ("beam_m",), noun="beam|width", behind="(?:in |of )?(?:beam|width|wide)"),
    Cue("draught", "length", ("draught_m",), noun="draught|draft", verb="draws?"),
    Cue("calibre", "length", ("calibre_mm",), noun="calib(?:re|er)", behind="(?:in )?calib(?:re|er)"),
    Cue(
        "diameter",
        "length",
        ("diameter_m",),
        noun="diameter",
        behind="(?:in )?diameter(?! (?:core|boosters?|fairing|rotor|wheels?|mirror|motor|engine))|across",
    ),
    Cue("width", "length", ("width_m",), noun="width", behind="(?:in width|wide)"),
    Cue(
        "ceiling",
        "length",
        ("ceiling_m",),
        noun="(?:service |operational |flight )?ceiling|(?:maximum|max\\.?|operating|cruising|operational) altitudes?",
        verb="(?:can|could|may|might|able to|capable of|to) (?:reach(?:ing)?|fl(?:y|ying) (?:at|to)"
        "|climb(?:ing)? to|operat(?:e|ing) (?:at|to))"
        "(?: (?:an? )?(?:maximum )?(?:altitudes?|heights?)(?: of)?)?|(?:reach(?:es)?|flies at|climbs? to|operates at)"
        " (?:an? )?(?:maximum )?(?:altitudes?|heights?)(?: of)?|(?:at|to) altitudes (?:of|as high as)",
        behind="(?:service )?ceiling",
    ),
    Cue(
        "test depth",
        "length",
        ("test_depth_m",),
        noun="(?:(?:test|operating|maximum|diving|dive|max\\.?) )?depths?",
        verb="(?:dives?|submerges?|diving|submerging|operates? (?:at|down to))(?: (?:to"
        "|to (?:a )?(?:maximum )?depths? of|depths? of|at depths of))?",
    ),
    Cue("perigee", "length", ("perigee_km",), noun="perigee"),
    Cue(
        "apogee",
        "length",
        ("apogee_km",),
        noun="apogee|(?:(?:flew|rose|climbed|soared) to|reached|reaching|peaking at|at|to) (?:a"
        " |an )?(?:maximum |peak |top )?(?:altitude|height)|(?:maximum |peak )altitude",
    ),
    Cue(
        "distance flown",
        "length",
        ("distance_flown_km",),
        verb="(?:flew|flown|flying|travell?ed|covered|cruised)(?: (?:a|an?) (?:\\w+ )?distance of| for"
        "| to a range of| distances? of)?",
    ),
    Cue(
        "range",
        "length",
        ("range_km",),
        noun="ranges?|radius",
        verb="(?:(?:can|could|may|might|to|will|would|capable of|able to) )?(?:reach(?:es|ing)?|fl(?:y|ies"
        "|ying)|hit(?:s|ting)?|strik(?:es?|ing)"
        "|travel(?:s|l?ing)?|cover(?:s|ing)?|engag(?:es?|ing)|destroy(?:s|ing)?|attack(?:s|ing)?)"
        "(?: (?:[\\w-]+ ){0,2}?(?:targets?|objectives?|objects?|ships?))?(?: (?:to|out to|as far as|at"
        "|at (?:a )?(?:maximum )?(?:distances?|ranges?) of|from|within))?"
        "|ranges? (?:to|out to)|fires? (?:[\\w§-]+ ){1,3}(?:to|out to)|fires? (?:out )?to",
        behind="(?:in )?range",
    ),
    Cue(
        "empty mass",
        "mass",
        ("empty_mass_kg",),
        noun="empty (?:weight|mass)|(?:weight|mass),? empty",
        behind="(?:when )?empty",
    ),
    Cue(
        "maximum take-off mass",
        "mass",
        ("max_takeoff_mass_kg",),
        noun="(?:maximum|max\\.?|greatest) (?:gross )?take-?off (?:weight|mass)|MTOW|(?:weight"
        "|mass),? maximum take-?off",
        behind="(?:maximum|max\\.?) take-?off (?:weight|mass)",
    ),
    Cue("take-off mass", "mass", ("takeoff_mass_kg",), noun="(?:normal )?take-?off (?:weight|mass)"),
    Cue(
        "warhead",
        "mass",
        ("warhead_mass_kg",),
        noun="warheads?(?: (?:weight|mass|weighing))?|payload",
        verb="warheads?(?: that)? weigh(?:s|ed|ing)?",
        behind="(?:[\\w-]+[ -]){0,3}?(?:warhead|payload)",
    ),
    Cue(
        "displacement, surfaced",
        "mass",
        ("displacement_surfaced_t",),
        noun="(?:surface|surfaced) displacement|displacement,? (?:surfaced|on the surface)",
        behind=_SURFACED,
    ),
    Cue(
        "displacement, submerged",
        "mass",
        ("displacement_submerged_t",),
        noun="(?:submerged|underwater|dived) displacement|displacement,? submerged",
        behind=_SUBMERGED,
    ),
    Cue(
        "payload",
        "mass",
        ("payload_kg",),
        noun="(?:maximum |useful |external |loading )?(?:payload|load|loads|weapons? load|bomb ?load|cargo capacity"
        "|lift capacity|payload capacity)",
        verb="lifts?|(?:can|could|may|might|to|capable of) (?:lift|haul|carry|deliver|transport)(?:ing)?"
        "|carr(?:y|ies)|carrying|cargo hold takes",
        behind="of (?:ordnance|weapons|bombs|cargo|munitions|payload|stores|armaments?)|(?:payload|load|bomb load)",
    ),
    Cue(
        "mass",
        "mass",
        ("mass_kg", "combat_mass_kg"),
        noun="(?:weight|mass)",
        verb="weigh(?:s|ed|ing)?(?: in at)?",
        behind="(?:launch |combat |total |gross )?(?:weight|mass)|(?:(?:class|heavy) )?(?:(?!warhead"
        "|payload)[\\w§-]+,? ){0,2}?(?:bomb|rocket|howitzer"
        "|tank|vehicle|missile|torpedo|satellite|projectile|gun|spacecraft|launcher)s?(?! of)",
    ),
    Cue(
        "cruise speed",
        "speed",
        ("cruise_speed_kmh",),
        noun="cruis(?:e|ing) speeds?",
        verb="cruis(?:es|ed|ing|e)(?: along)? at",
    ),
    Cue(
        "muzzle velocity", "speed", ("muzzle_velocity_ms",), noun="muzzle (?:velocity|speed)", behind="muzzle velocity"
    ),
    Cue(
        "speed, surfaced",
        "speed",
        ("speed_surfaced_kmh",),
        noun="surfaced? speed|speed,? (?:surfaced|on the surface)",
        behind=_SURFACED,
    ),
    Cue(
        "speed, submerged",
        "speed",
        ("speed_submerged_kmh",),
        noun="(?:submerged|underwater|dived) speed|speed,? (?:submerged|underwater)",
        behind=_SUBMERGED,
    ),
    Cue(
        "maximum speed",
        "speed",
        ("max_speed_kmh",),
        noun="speeds?",
        verb="(?:reach(?:es)?|hits?|is capable of|(?:can|could|may|might) (?:reach|go|do|fly(?:"
        " at)?|hit|move at|travel at|make))",
        behind="(?:top |maximum )speed",
    ),
    Cue(
        "maximum Mach number",
        "mach",
        ("max_mach",),
        noun="speeds?",
        verb="(?:reach(?:es)?|reaching|hits?|exceeds?|is capable of|(?:can|could|may|might) (?:reach"
        "|go|do|fly(?: at)?|hit|travel at)|travels? at|flies at|accelerates? to)"
        "(?: speeds?(?: of)?)?",
        behind="(?:top |maximum )?speed|-class",
    ),
    Cue("engine power", "power", ("engine_power_kw",), unit=True),
    Cue("thrust", "force", ("thrust_kn",), unit=True),
    Cue("rate of fire", "rate", ("rate_of_fire_rpm",), unit=True),
    Cue(
        "salvo time",
        "time",
        ("salvo_time_s",),
        verb="(?:fires?|firing|launch(?:es)?|salvo|ripple-fires?) (?!(?:an?|one|with"
        "|accurately) )[^.;:]{0,60}? ?(?:in|within|takes)",
    ),
    Cue(
        "endurance",
        "time",
        ("endurance_days",),
        noun="endurance|autonomy",
        verb="(?:stay|remain|operate|cruise)s? (?:at sea|submerged|on patrol|under ?water)?(?: ?for)?",
        behind="(?:at sea|of endurance|endurance|without (?:supplies|resupply|replenishment))",
    ),
)

LINK: Final = re.compile(
    r"(?:\s*(?:[:|=,()–-]|(?:of|is|was|are|were|be|being|to|at|only|just|currently|still"
    r"|given as|put at|listed (?:as|at)"
    r"|rated at|estimated(?: at| to be)?|reported(?:ly)?|quoted as|said to be|thought"
    r" to be|believed to be|considered to be"
    r"|assessed (?:at|to be)|itself|overall|numbers|stands|amounts|comes|without (?:refuel+ing|external tanks)"
    r"|with (?:external|drop) tanks|on (?:roads?|internal fuel|the ground)|unrefuel+ed|(?:for|of) (?:the "
    r"|an? |this |these |each |its )?(?:[\w-]+ )?(?:§+|missile|aircraft|jet|plane|bomber|fighter|rocket|gun"
    r"|howitzer|submarine|boat|vehicle|helicopter|drone|torpedo|system|weapon)s?|some"
    r"|may be|could be|might be|would be|will be|can be|must be|has been|had been|which"
    r" is|that is|maximum|max\.?|well)(?![\w-])))*\s*",
    re.I,
)
"""What may stand between a noun and its quantity."""

FREE: Final = re.compile(
    r"(?:(?:^|[.;:,(|•*\"]|§(?:'s)?|[^\W\d_]'s|s')\s*(?:- )?|(?<![\w-])(?:an?|the|its"
    r"|their|her|his|whose|and|or|with|has|have|had|having"
    r"|of|in|at|for|on|to|but|while|as|is|was|are|were|put|gives?|given|lists?|listed"
    r"|claims?|boasts?|offers?|maximum|max\.?|top"
    r"|greatest|longest|overall|total|operational|effective|estimated|flight|flying|firing"
    r"|combat|fighting|loaded|service"
    r"|unrefuel+ed|cruising|road|normal|standard|reported|claimed|full|design|declared"
    r"|approximate|published|average|ferry|same"
    r"|hull|practical|official|nominal|stated|quoted|battle|launch|gross|all-up|test"
    r"|operating|diving|maximal|fuselage|airframe"
    r"|missile|boat|submarine|aircraft|tank|vehicle|bomb|empty|operating|current|planned"
    r"|projected|intended|likely|probable"
    r"|kilomet(?:er|re)s|km|miles|met(?:er|re)s|max|its maximum|rated|altitude|surfaced|submerged"
    r"|external|internal|unassisted|wing|tail|nose|body|rotor"
    r"|claims? a|a maximum|striking|strike|attack|target|reach|extended|increased|longer"
    r"|greater|demonstrated|potential|real|true)\s)$",
    re.I,
)
"""What may stand before the noun of a property; anything else makes it that of something else: a radar's range."""

_RANGE: Final = re.compile(
    r"\b(?:unrefuel+ed|without refuel+ing|with (?:external|drop|extra) tanks|ferry|on internal fuel)\b", re.I
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
