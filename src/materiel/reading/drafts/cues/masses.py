"""Words for masses: of a system, of what it carries, and what a ship displaces."""

from __future__ import annotations

from typing import Final

from materiel.reading.drafts.cues.cue import ADJECTIVES, ATTRIBUTES, CAN, SHIP_NOUN, Cue

SURFACED: Final = r"\(?(?:when |while )?(?:surfaced|on the surface)"
SUBMERGED: Final = r"\(?(?:when |while )?(?:submerged|under ?water|dived|below(?: the surface| it)?(?=[.,;)]|$))"
_FULL: Final = r"(?:at |when |in |with )?(?:a )?(?:full|fully|maximum)[- ](?:load(?:ed)?|displacement)"
_IT_DISPLACES: Final = "(?:it|she|they|(?:the |an? )?(?:[\\w-]+|§+)) (?:displaces?|displaced|weighs?)"
_IS_A: Final = "(?:(?:is|was|are)|,) (?:an?|the) (?:[\\w-]+ ){0,4}?"
_EACH: Final = r"(?:each|apiece)(?: one)? (?:of|at|is|was)"
_FRONT: Final = r"^At(?: \d[\w., -]{0,30} and)?"
"""A sentence may begin with the size of what it speaks of: "At 3,900 tonnes, she is"."""

MASSES: Final = (
    Cue("fuel", "mass", ("fuel_kg",), noun="(?:internal )?fuel(?: capacity| load)?", behind="of internal fuel"),
    Cue(
        "empty mass",
        "mass",
        ("empty_mass_kg",),
        noun=r"empty (?:weight|mass)|(?:weight|mass),? \(?empty\)?|empty",
        verb="empty,? (?:it|she|the [\\w-]+|(?:the |an? )?§+) (?:weighs|weighed)",
        behind="(?:when )?empty",
    ),
    Cue(
        "maximum take-off mass",
        "mass",
        ("max_takeoff_mass_kg",),
        noun="(?<!at )(?:maximum|max\\.?|greatest) (?:gross |vertical |all-up )?(?:take-?[ -]?off |T/O "
        "|gross |all-up )?(?:weight"
        "|mass)|MTOW|(?:weight|mass),? \\(?(?:maximum|max\\.?)(?: take-?[ -]?off)?\\)?|(?:maximum"
        "|max\\.?) take-?[ -]?off",
        verb="(?:can|could|able to|cleared to) take ?off (?:at|weighing|at a weight of)",
        behind="(?:maximum|max\\.?) (?:gross )?(?:take-?[ -]?off )?(?:weight|mass)|\\(?max(?:imum|\\.)? take-?[ -]?off",
    ),
    Cue(
        "take-off mass",
        "mass",
        ("takeoff_mass_kg",),
        noun="(?:normal )?take-?[ -]?off (?:weight|mass)",
        behind="(?:at|on|for) take-?off",
    ),
    Cue(
        "mass of the missile",
        "mass",
        ("missile_mass_kg",),
        noun="missile(?:'s)?,? (?:launch )?(?:weight|mass)|(?:weight|mass) of (?:the|each) missile",
        verb="missiles? weigh(?:s|ed|ing)?",
        behind="missiles?",
    ),
    Cue(
        "warhead",
        "mass",
        ("warhead_mass_kg",),
        noun="warheads?(?: (?:weight|mass|weighing))?|payload(?: (?:weight|mass|capacity))?",
        verb="warheads?(?: that)? weigh(?:s|ed|ing)?|warhead (?:options|section) weighing",
        behind=f"{ATTRIBUTES}(?:warhead|payload)|of (?:high )?explosives?",
    ),
    Cue(
        "displacement at full load",
        "mass",
        ("displacement_full_load_t",),
        noun="(?:full[- ]load|fully[- ]loaded|loaded|full) displacement|displacement,? \\(?(?:at )?(?:full[- ]load"
        "|fully loaded|full)\\)?|full[- ]load",
        behind=f"(?:(?:of )?displacement )?{_FULL}|loaded",
    ),
    Cue(
        "standard displacement",
        "mass",
        ("displacement_standard_t", "displacement_surfaced_t"),
        noun="standard displacement|displacement,? \\(?standard\\)?",
        behind="\\(?standard",
    ),
    Cue(
        "displacement, surfaced",
        "mass",
        ("displacement_surfaced_t",),
        verb=f"(?:on the surface|surfaced),? {_IT_DISPLACES}",
        noun="(?:surface|surfaced) displacement|surfaced,?|displacement,?:? \\(?(?:surfaced|on the surface)\\)?",
        behind=SURFACED,
    ),
    Cue(
        "displacement, submerged",
        "mass",
        ("displacement_submerged_t",),
        verb=f"(?:submerged|under ?water|dived),? {_IT_DISPLACES}",
        noun="(?:submerged|underwater|dived|submersed) displacement|submerged,?|displacement,?:? \\(?submerged\\)?",
        behind=SUBMERGED,
    ),
    Cue(
        # Of a submarine it is not said which of the two it is.
        "displacement",
        "mass",
        ("displacement_t",),
        noun="displacement|weight",
        verb=f"displac(?:es?|ed|ing)|weigh(?:s|ed|ing)?(?: in)?(?: at)?|{_EACH}|{_FRONT}",
        behind=f"(?:of )?displacement|(?:\\) |class,? )?{ADJECTIVES}{SHIP_NOUN}(?! of)|class|§",
    ),
    Cue(
        "thrust as a weight",
        "mass",
        ("thrust_kn",),
        noun="thrust",
        behind="(?:of )?(?:static |dry |maximum |take-?off )?thrust",
        units=("lb", "kg"),
    ),
    Cue(
        "payload",
        "mass",
        ("payload_kg",),
        noun="(?:maximum |useful |external |loading |carrying )?(?:payload capacity|load capacity"
        "|load[- ]carrying capacity|payload|weapons? load|bomb ?load|cargo load|loads?"
        "|(?:armament|ordnance|cargo|weapons?) weighing|cargo capacity|lift(?:ing)? capacity"
        "|payload capacity|carrying capacity|load capacity|ordnance"
        "|loading capacity)",
        verb="lifts?|hoists?|swallows?|airlifts?|(?:can|could|may|might|to|capable of|able to) (?:lift|haul"
        "|carry|deliver|transport"
        "|airlift|hoist|take)(?:ing)?"
        "|carr(?:y|ies)|takes?|(?:wings?|hold|bays?|racks|cabin|nacelles) holds?|(?<!was )(?<!were )carrying"
        "|hauls?|hauled|takes? aloft|cargo hold takes|transports?",
        behind="(?:weapons?|bombs?|ordnance|cargo|war|military|useful|external|internal) (?:load|payload)"
        "|of (?:ordnance|weapons|bombs|cargo|munitions|payload|stores|armaments?|weaponry|freight"
        "|external stores|mixed ordnance)"
        "|(?:payload|load|bomb load|of mixed|freight)|of (?:the |a )?(?:weapons? |internal "
        "|external )?(?:payload|cargo)",
    ),
    Cue(
        "load into orbit",
        "mass",
        ("payload_kg",),
        verb=f"(?:{CAN}|to) (?:place|put|loft|launch|send|carry|deliver)|(?:places|puts|placing|putting)",
        behind="(?:payloads? )?(?:in)?to (?:an? |the )?(?:low|geo|sun|polar|lunar|LEO|GTO|SSO|orbit|transfer|Earth)",
        kinds=("spacecraft",),
    ),
    Cue(
        "mass of a piece",
        "mass",
        ("combat_mass_kg", "mass_kg"),
        verb=f"(?:{_IS_A}|^An? (?:[\\w-]+ ){{0,4}}?)(?:howitzer|tank|vehicle|machine|carrier)s? of|§s?,? of",
        kinds=("artillery", "vehicle", "armoured_vehicle"),
    ),
    Cue(
        "mass of a missile",
        "mass",
        ("mass_kg",),
        verb=f"{_IS_A}(?:missile|bomb|torpedo|shell|projectile)s? of|§s?,? of",
        kinds=("munition",),
    ),
    Cue(
        "mass of a spacecraft",
        "mass",
        ("mass_kg",),
        verb=f"{_IS_A}(?:satellite|spacecraft|probe|lander|orbiter) of|§(?: (?:satellite|spacecraft|probe))?,? of",
        kinds=("spacecraft",),
    ),
    Cue(
        "displacement of a ship",
        "mass",
        ("displacement_t",),
        verb=f"{_IS_A}{SHIP_NOUN} of",
    ),
    Cue(
        "mass",
        "mass",
        ("mass_kg", "combat_mass_kg"),
        noun="(?:weight|mass)",
        verb=f"weigh(?:s|ed|ing)?(?: in)?(?: at)?|{_EACH}|{_FRONT}|tip(?:s|ped)? the scales at|comes? in at",
        behind="heavy(?=[ .,;)]|$)|in weight|(?:[\\w-]+ ){0,2}?§|\\(?(?:launch |combat |total |gross )?(?:weight"
        "|mass)|(?:(?:class"
        "|heavy) )?(?:(?!warhead"
        "|payload)[\\w§-]+,? ){0,2}?(?:bomb|rocket|howitzer|MBT|launch[- ]vehicle"
        "|tank|vehicle|missile|torpedo|satellite|projectile|gun|spacecraft|launcher)s?(?! of)",
    ),
)
