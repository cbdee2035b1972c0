"""Words for speeds, for power and thrust, for rates, and for how long something lasts."""

from __future__ import annotations

from typing import Final

from materiel.reading.drafts.cues.cue import Cue
from materiel.reading.drafts.cues.masses import SUBMERGED, SURFACED

_CAN: Final = "(?:can|could|may|might|able to|capable of|will|would|to)"
_MOVE: Final = (
    "(?:reach(?:ing)?|go(?:ing)?|do(?:ing)?|mak(?:e|ing)|accelerat(?:e|ing) to|hit(?:ting)?|develop(?:ing)?"
    "|attain(?:ing)?"
    "|(?:mov(?:e|ing)|travel(?:l?ing)?|sail(?:ing)?|steam(?:ing)?|fly(?:ing)?|driv(?:e|ing)|run(?:ning)?) at"
    "|fly(?:ing)?)"
)
_IT_MAKES: Final = (
    "(?:it|she|they|(?:the |an? )?(?:[\\w-]+|§+)) (?:can |could )?(?:makes?|made|do(?:es)?"
    "|reach(?:es|ed)?|runs? at|travels? at)"
)
_SPEEDS: Final = "(?: (?:a )?(?:(?:top|maximum) )?speeds?(?: of)?)?"

MOTION: Final = (
    Cue(
        "cruise speed",
        "speed",
        ("cruise_speed_kmh",),
        noun="cruis(?:e|ing)(?: speeds?)?|(?:speed|airspeed),? \\(?cruis(?:e|ing)\\)?",
        verb="cruis(?:es|ed|ing|e)(?: along)? at",
        behind="\\(?cruis(?:e|ing)",
    ),
    Cue(
        "rate of climb",
        "speed",
        ("climb_rate_ms",),
        noun="(?:rates? of climb|climb(?:ing)? rate)",
        verb="climbs? at(?: a rate of)?",
        behind="(?:rate of climb|climb rate)",
        units=("m/s", "ft/min"),
    ),
    Cue(
        "muzzle velocity", "speed", ("muzzle_velocity_ms",), noun="muzzle (?:velocity|speed)", behind="muzzle velocity"
    ),
    Cue(
        "speed, surfaced",
        "speed",
        ("speed_surfaced_kmh",),
        noun="surfaced? speed|speed,? \\(?(?:surfaced|on the surface)\\)?|surfaced",
        verb=f"(?:on the surface|surfaced),? {_IT_MAKES}",
        behind=SURFACED,
    ),
    Cue(
        "speed, submerged",
        "speed",
        ("speed_submerged_kmh",),
        noun="(?:submerged|underwater|dived) speed|speed,? \\(?(?:submerged|underwater|dived)\\)?|submerged",
        verb=f"(?:submerged|under ?water|dived),? {_IT_MAKES}",
        behind=SUBMERGED,
    ),
    Cue(
        # What is said of a submarine without more is its speed under water, for which it is built.
        "maximum speed",
        "speed",
        ("max_speed_kmh", "speed_submerged_kmh"),
        noun="V-?max|(?:air)?speeds?(?:,? \\(?(?:maximum|max\\.?|road|on roads?)\\)?)?|velocity",
        verb=f"(?:(?:is|are|was) (?:\\w+ )?(?:slow|fast)(?: \\w+){{0,2}},? at|reach(?:es)?|hits?|makes|made"
        f"|manages|managed|does|tops? out at|touches|flies at|travels at|(?:gives?|gave"
        f"|giving) (?:her|it|them|the [\\w-]+"
        f"|§+)(?: an?)?(?: (?:top|maximum))?(?: speed of)?|(?:push|propel|driv|power|tak|carr)(?:es|ed|ing|e"
        f"|s|ies|led|y)? (?:it|them|her|the [\\w-]+|§+) (?:to|at)|(?:is|are) (?:capable of|good for)"
        f"|{_CAN} {_MOVE}{_SPEEDS})",
        behind="\\(?(?:top |maximum )speed|(?:on|along) (?:a |the |paved |good )?roads?",
        units=("km/h", "mph", "knots"),
    ),
    Cue(
        "maximum Mach number",
        "mach",
        ("max_mach",),
        noun="speeds?|mach number|velocity",
        verb=f"(?:push|propel|tak|carr)(?:es|ed|ing|e|s|ies|led) (?:it|them|the [\\w-]+|§+) to|(?:reach(?:es"
        f"|ed)?|reaching|hits?|exceed(?:s|ed)|is capable of|are capable of|{_CAN} {_MOVE}"
        f"|travels? at|flies(?: at)?|(?<!was )(?<!were )flying at|(?:covers|flies|travels) \\d[\\d.,]* ?\\w+ at"
        f"|accelerates? to){_SPEEDS}",
        behind="(?:top |maximum )?speed|[- ]?class|[- ]?capable|at (?:high )?altitude",
    ),
    Cue("engine power", "power", ("engine_power_kw",), unit=True),
    Cue("power of the engines", "power", ("shaft_power_kw",), unit=True),
    Cue("thrust", "force", ("thrust_kn",), unit=True),
    Cue("rate of fire", "rate", ("rate_of_fire_rpm",), unit=True),
    Cue(
        "reaction time",
        "time",
        ("reaction_time_s",),
        verb="from (?:\\w+ )?(?:detect|acqui|identif|spot)\\w*(?: [\\w ]{2,20})? to (?:the |missile )?(?:launch"
        "|fir)\\w* (?:takes|is)",
        noun="(?:reaction|response) times?(?: from [\\w -]{2,40} to [\\w -]{2,20})?|time from [\\w -]{2,40} to"
        " (?:the )?(?:launch|fir)\\w*",
        behind="(?:reaction|response) time|(?:from|between) (?:(?:target|threat|the) )?(?:detect|find|acqui"
        "|spot|identif|tracking)[\\w ]{2,30} (?:to|and)"
        " (?:the )?(?:launch|fir|shoot)\\w*",
        units=("s",),
    ),
    Cue(
        "salvo time",
        "time",
        ("salvo_time_s",),
        verb="(?:fires?|firing|launch(?:es)?|salvo|ripple-fires?) (?!(?:an?|one|with"
        "|accurately|[\\w-]+ of them) )[^.;:]{0,60}? ?(?:in|within|takes)"
        "|empt(?:y|ies) (?:itself|themselves|(?:its|their|all) (?:\\w+ )?tubes) in",
        units=("s",),
    ),
    Cue(
        "endurance in the air",
        "time",
        ("endurance_h",),
        noun="(?:flight |flying |mission )?endurance|(?:flight|flying|loiter(?:ing)?) time|time aloft",
        verb="(?:stay|remain|loiter|keep fl|flies for)(?:s|ing|ying)?(?: airborne| aloft| in the air"
        "| over a target)?"
        f"(?: ?for)?|{_CAN} fl(?:y|ying)(?: missions)?(?: for)?",
        behind="(?:of )?(?:flight )?endurance|in the air|aloft|without refuel+ing",
        units=("h",),
    ),
    Cue(
        "endurance",
        "time",
        ("endurance_days",),
        noun="(?:sea |cruising |patrol )?(?:endurance|autonomy)(?: capacity)?|cruising capacity",
        verb="(?:stay|remain|operate|cruise|patrol|last|spend)(?:s|ing)?(?: (?:out|at sea|submerged"
        "|on patrol|under ?water"
        "|solo|autonomously|alone|independently))?(?: ?for)?",
        behind="(?:of endurance|endurance|submerged|under ?water|without (?:supplies|resupply|replenishment))",
        units=("day", "week"),
    ),
)
