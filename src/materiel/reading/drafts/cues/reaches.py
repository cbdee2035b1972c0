"""Words for how far, how high and how deep a system reaches, and how far and high it went."""

from __future__ import annotations

from typing import Final

from materiel.reading.drafts.cues.cue import Cue

_FAR: Final = ("km", "nmi", "mi", "m")
_CAN: Final = "(?:can|could|may|might|to|will|would|capable of|able to)"
_TARGETS: Final = (
    "(?:(?:aerial |air |enemy |ground |aerodynamic |ballistic |moving )?(?:targets?|objectives?|objects?"
    "|ships?|vessels?|aircraft"
    "|planes|missiles?|threats?|helicopters|drones|intruders))"
)

REACHES: Final = (
    Cue(
        "accuracy",
        "length",
        ("accuracy_m",),
        noun="(?:accuracy|CEP|circular error(?: probable)?)",
        verb="(?:strik(?:es?|ing)|hits?|lands?|falls?|accurate|accuracy)(?: [\\w ]{1,20})? (?:to )?within",
        behind="(?:CEP|circular error probable)",
        units=("m", "ft"),
    ),
    Cue(
        "rocket-assisted range",
        "length",
        ("range_assisted_km",),
        noun="(?:rocket-)?assisted (?:range|projectiles? to)|range,? \\(?(?:with )?(?:(?:rocket-)?assisted"
        "|base[- ]bleed"
        "|extended-range) ?(?:projectiles?|shells?|rounds?|ammunition)?\\)?",
        behind="(?:away )?\\(?(?:with |using )?(?:an? )?(?:rocket[- ])?(?:assisted|extended-range"
        "|base[- ]bleed)\\)?(?= (?:shells?|rounds?|projectiles?|ammunition|ones)|[.,;)]|$)",
    ),
    Cue("least range", "length", ("range_min_km",), noun="(?:minimum|least|min\\.?|shortest) (?:firing )?range"),
    Cue(
        "combat radius",
        "length",
        ("combat_radius_km",),
        noun="(?:combat|operational|operating|tactical|mission|action|unrefuel+ed) radius|radius(?: of action)?",
        behind="(?:(?:combat|operational|operating) )?radius",
    ),
    Cue(
        "ferry range",
        "length",
        ("ferry_range_km",),
        noun="ferry(?: range)?|range,? \\(?ferry\\)?|self-deployment range",
        behind="\\(?ferry(?: range)?",
    ),
    Cue(
        "range on roads",
        "length",
        ("road_range_km",),
        noun="(?:road|cruising|driving|travel(?:l?ing)?) range|range,? \\(?(?:road|on (?:the )?roads?)\\)?",
        behind="(?:on|by) (?:(?:the|paved|surfaced|made) )?roads?|road range",
        units=("km", "mi"),
    ),
    Cue(
        "range of the radar",
        "length",
        ("radar_range_km",),
        noun="(?:radar|detection|surveillance|acquisition|instrumented)(?:'s)? (?:range|distance)",
        verb=f"sees?(?: out to| as far as)?|radar (?:can )?(?:sees?|reach(?:es)?|scans?|looks?)(?: out to"
        f"| as far as| to)?|(?:detect|track"
        f"|spot|see)(?:s|ing)? {_TARGETS}(?: (?:at|out to|from|to|at (?:distances|ranges) of))?",
        behind="(?:radar|detection) range",
        units=_FAR,
    ),
    Cue(
        "ceiling",
        "length",
        ("ceiling_m", "altitude_max_m"),
        noun="(?:service |operational |flight |practical |dynamic )?ceiling(?: height)?|(?:maximum|max\\.?"
        "|operating|cruising"
        "|operational|intercept(?:ion)?|engagement) (?:intercept(?:ion)? |engagement |target )?(?:altitudes?|heights?)",
        verb=f"{_CAN} (?:reach(?:ing)?|fl(?:y|ying) (?:at|to|up to|as high as)"
        "|climb(?:ing)? to|operat(?:e|ing) (?:at|to))"
        "(?: (?:an? )?(?:maximum )?(?:altitudes?|heights?)(?: of)?)?|(?:reach(?:es)?|flies at|climbs? to|operates at)"
        " (?:an? )?(?:maximum )?(?:altitudes?|heights?)(?: of)?|(?:at|to) altitudes (?:of|as high as)",
        behind="(?:service )?ceiling",
        units=("m", "ft", "km", "mi"),
    ),
    Cue(
        "least altitude",
        "length",
        ("altitude_min_m",),
        noun="(?:minimum|least|lowest|min\\.?) (?:engagement )?(?:altitude|height)",
    ),
    Cue(
        "altitude",
        "length",
        ("altitude_max_m",),
        noun="(?:altitudes?|heights?)(?: (?:of|from|between|up to|coverage|zone))?",
        behind="(?:high|in (?:altitude|height)|(?:of )?altitude)",
        units=("m", "ft", "km"),
    ),
    Cue(
        "altitude in feet",
        "length",
        ("altitude_max_m",),
        verb=f"(?:engag(?:es?|ing)|hits?|destroys?|intercepts?) {_TARGETS} (?:at|up to|to|flying at)",
        units=("ft",),
    ),
    Cue(
        "test depth",
        "length",
        ("test_depth_m",),
        noun="(?:(?:test|operating|maximum|diving|dive|max\\.?|submergence"
        "|working) )?(?<!at a )(?<!from a )depths?(?: of (?:submersion|immersion))?",
        verb="(?:dives?|submerges?|diving|submerging|go(?:es)? down to|descends? to|operates? (?:at"
        "|down to))(?: (?:to|down to"
        "|to (?:a )?(?:maximum )?depths? of|depths? of|at depths of))?",
    ),
    Cue("perigee", "length", ("perigee_km",), noun="perigee(?: altitude)?", behind="perigee"),
    Cue(
        "apogee",
        "length",
        ("apogee_km",),
        noun="apogee(?: altitude)?|(?:(?:flew|rose|climbed|soared) to|reached|reaching|reaches|peaking at|at|to) (?:a"
        " |an |the )?(?:maximum |peak |top |primary )?(?:altitude|height)|(?:maximum |peak |primary "
        "|top )(?:flight )?altitude"
        "|altitude of (?:the|its) (?:flight|launch|trajectory)",
        verb="(?:flew|rose|climbed|soared|went)[^.;,]{0,40}? (?:as high as|to (?:an?"
        "|the) (?:\\w+ )?(?:height|altitude) of)"
        "|(?:rising|rose|climbing|climbed|soaring|soared) to|(?:peak(?:ed|ing)|topp(?:ed|ing) out) at",
        behind="(?:apogee|(?:in )?altitude)",
    ),
    Cue(
        "distance flown",
        "length",
        ("distance_flown_km",),
        noun="(?<!at a )(?<!from a )(?<!at the )(?<!over a )(?<!over the )"
        "(?<!strike )(?<!striking )(?<!flight )(?<!firing )distance"
        "(?: (?:flown|travel+ed|covered))?",
        verb="(?:flew|flown|(?<!of )(?:flying|travell?ing|covering|ranging)|travell?ed|covered|cruised|ranged)"
        "(?: (?:an?|the) (?:\\w+ )?distance of| for| to a range of| distances? of| a range of| (?:to"
        "|out to) a distance of)?",
        units=_FAR,
    ),
    Cue(
        "range",
        "length",
        ("range_km", "road_range_km"),
        noun="ranges?(?: capabilit(?:y|ies))?(?:,? \\(?(?:maximum|max\\.?)\\)?)?|reach|(?:strike|striking"
        "|firing|flight) distance",
        behind="(?:in |(?:unrefuel+ed|operational|maximum|flight|firing|effective) )?range"
        "|,? its (?:\\w+ )?range (?:is|stays|remains|falls|was)",
        units=_FAR,
    ),
    Cue("radius", "length", ("range_km",), noun="radius", units=_FAR, kinds=("munition", "air_defence")),
    Cue(
        "shells fired so far",
        "length",
        ("range_km",),
        verb="shoots?(?: (?:to|out to|as far as))?|(?:throws?|lobs?|hurls?|sends?) (?:an? |its |the "
        "|[\\w-]+ )?(?:[\\w-]+ )?"
        "(?:shells?|rounds?|projectiles?|rockets?)(?: (?:to|out to|over|as far as))?|fir(?:es?|ed"
        "|ing) (?:[\\w§-]+ ){0,4}?(?:shells?|rounds?|projectiles?|rockets?)"
        "(?: (?:to|out to|over|as far as|a distance of))?|(?:can|could|able to) be (?:fired|launched) (?:from|at)",
        units=_FAR,
        kinds=("artillery", "munition"),
    ),
    Cue(
        "distance of a shot",
        "length",
        ("range_km",),
        noun="distances?",
        units=_FAR,
        kinds=("artillery", "munition", "air_defence"),
    ),
    Cue(
        "reach",
        "length",
        ("range_km",),
        verb=f"(?:{_CAN} )?(?:reach(?:es|ing)?|fl(?:y|ies"
        "|ying)|hit(?:s|ting)?|strik(?:es?|ing)|intercept(?:s|ing)?|shoot(?:s|ing)? (?:down|at)"
        "|travel(?:s|l?ing)?|cover(?:s|ing)?|engag(?:es?|ing)|destroy(?:s|ing)?|attack(?:s|ing)?|target(?:s|ing)?|deliver(?:s|ing)?)"
        f"(?: (?:[\\w-]+ ){{0,4}}?{_TARGETS})?(?: (?:to|out to|within|as far as|at"
        "|at (?:a )?(?:maximum )?(?:distances?|ranges?) of|from|to (?:a )?(?:maximum )?range of))?"
        "|ranges? (?:to|out to)|fires? (?:[\\w§-]+ ){1,3}(?:to|out to)|fires? (?:out )?to"
        "|fires? (?:[\\w-]+ ){1,8}out to",
        units=_FAR,
    ),
    Cue(
        "range on one tank of fuel",
        "length",
        ("road_range_km", "range_km"),
        verb=f"{_CAN} (?:travel|cover|drive|go|run)|travels|covers|runs(?: for)?|goes(?: for)?",
        units=("km", "mi"),
    ),
)
