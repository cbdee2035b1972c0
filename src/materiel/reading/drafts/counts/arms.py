"""Words for tubes, cells, launchers, missiles, rounds, and what is engaged with them."""

from __future__ import annotations

from typing import Final

from materiel.reading.drafts.counts.count import AT_ONCE, HAS, VLS, N, Q, count

ARMS: Final = (
    count(
        "torpedo tubes",
        "torpedo_tubes",
        rf"{N},? ?(?:[x×] ?)?(?:- )?(?:[\w/.-]+,? |\([^()]{{1,30}}\) ){{0,4}}?torpedo[- ]tubes?\b",
    ),
    count(
        "torpedo tubes",
        "torpedo_tubes",
        rf"{N} (?:x )?(?:533|650|324|21)[ -]?(?:mm|millimet(?:er|re)s?"
        rf"|inch)[ -]tubes?\b",
    ),
    count(
        "torpedo tubes",
        "torpedo_tubes",
        rf"{N} (?:bow |stern )?tubes (?:fire|launch|take|for) (?:[\w-]+ )?torpedoes\b",
        own=True,
    ),
    count("torpedo tubes", "torpedo_tubes", rf"{N} (?:[\w-]+ )?tubes? (?:of|for) (?:533|650|324|21)\b"),
    count("torpedo tubes in a table", "torpedo_tubes", r"^\W*torpedo tubes ?[:|] ?(?P<n>\d{1,2})\b(?! ?(?:mm|in))"),
    count(
        "launch tubes",
        "launch_tubes",
        rf"{N} (?:[\w-]+,? ){{0,3}}?{VLS} (?:[\w-]+ )?(?:tubes?|cells|silos|launchers|hatches)\b",
    ),
    count(
        "tubes for missiles",
        "launch_tubes",
        rf"{N}(?: -)? (?:tubes"
        rf"|silos) for (?:[\w§-]+ ){{0,3}}?(?:missiles|SLBMs|§)",
    ),
    count(
        "cells of a ship",
        "launch_cells",
        rf"{N}[- ](?:[\w-]+ ){{0,4}}?cells?\b(?! (?:phone|tower|battery))"
        rf"|{N} (?:[\w-]+ ){{0,2}}?{VLS} (?:cells|tubes|silos)\b".replace("(?P<from>", "(?:").replace(
            "(?P<n>", "(?P<m>", 1
        ),
    ),
    count(
        "hardpoints",
        "hardpoints",
        rf"{N} (?:[\w-]+ ){{0,2}}?(?:hard ?points|pylons"
        rf"|weapons? stations)\b(?! on each)",
    ),
    count("hardpoints in a table", "hardpoints", rf"^\W*hard ?points ?[:|] ?{N}\b"),
    count("tubes", "tubes", rf"{N} (?:\d+[ -]?(?:mm|millimet(?:er|re)s?) )?(?:tubes|(?:guns|barrels) of \d+ ?mm)\b"),
    count("tubes", "tubes", rf"{N}[- ](?:launch(?:ing)? )?(?:tubes?|barrels?|barrell?ed|rails)\b"),
    count(
        "ammunition carried",
        "ammunition_carried",
        rf"{N} (?:[\w-]+ ){{0,2}}?(?:rounds|shells|rockets|projectiles) (?:are |is |being )?(?:carried|on ?board|stowed"
        rf"|of ammunition|for the main gun|in (?:the|its) (?:autoloader|carousel))",
    ),
    count(
        "ammunition carried",
        "ammunition_carried",
        rf"\b(?:(?:carr(?:y|ies)|stows?|holds?|accommodates?|stowage for|storage for)"
        rf"|ammunition(?: carried)?[:|]?) {Q}{N}"
        r" (?:[\w-]+ ){0,2}?(?:rockets?|shells|rounds|projectiles)\b(?! (?:of|for) (?:\d|machine"
        r"|the (?:coaxial|machine)))",
    ),
    count("ammunition in a table", "ammunition_carried", rf"^\W*ammunition(?: carried)?\W{{1,3}}{Q}{N}\b"),
    count(
        "launchers of a battery",
        "launchers",
        rf"\b(?:{HAS}|from|and) {Q}{N} (?:[\w-]+ ){{0,3}}?(?:launchers|TELs|launch(?:ing)? (?:vehicles|units))\b",
        own=True,
    ),
    count(
        "missiles of a launcher",
        "missiles_per_launcher",
        rf"{N} (?:[\w§-]+ ){{0,2}}?(?:missiles?|interceptors?|rounds) (?:interceptors? )?(?:each|apiece|per launcher"
        r"|on each(?: launcher)?|ready to (?:fire|launch))\b",
        own=True,
    ),
    count(
        "missiles of a launcher",
        "missiles_per_launcher",
        rf"\blaunchers?,? (?:vehicle )?(?:each )?(?:can )?(?:{HAS}) {Q}{N} (?:[\w§-]+ ){{0,3}}?(?:missiles"
        rf"|interceptors|rounds)\b",
        own=True,
    ),
    count(
        "targets engaged",
        "targets_engaged",
        rf"\b(?:engag|attack|fir|hit|destroy|guid)\w* (?:at "
        rf"|missiles at )?{Q}{N} (?:[\w-]+ ){{0,2}}?targets {AT_ONCE}\b",
    ),
    count(
        "targets engaged",
        "targets_engaged",
        rf"\b(?:engag|attack|fir|hit|destroy|guid)\w* (?:at )?{Q}{N} of (?:them|those|these)\b",
    ),
    count(
        "targets engaged",
        "targets_engaged",
        rf"{N} (?:[\w-]+ )?targets can be (?:engaged|attacked|fired at|hit) {AT_ONCE}\b",
        own=True,
    ),
    count(
        "targets tracked",
        "targets_tracked",
        rf"\b(?:track|follow)\w* {Q}{N} (?:[\w-]+ ){{0,2}}?(?:targets|objects)(?: {AT_ONCE})?\b",
    ),
    count(
        "warheads",
        "warheads",
        r"\b(?:has|carr(?:y|ies|ying)|armed with|fitted with|equipped with|holds?|deliver(?:s|ing)?|tipped with) "
        rf"{Q}(?:{N}|(?P<word>a single)) (?:[\w-]+ ){{0,5}}?(?:warheads?|re-?entry vehicles|MIRVs)\b"
        r"(?! (?:weigh|of))",
    ),
    count(
        "warheads in a table",
        "warheads",
        rf"^\W*(?:warheads|number of warheads|MIRVs) ?[:|] ?{Q}{N}\b(?! ?(?:kg|lb|t)\b)",
    ),
    count(
        "helicopters",
        "helicopters",
        rf"(?:\b(?:{HAS}|and|embarks?|hangars? for|room for|accommodates?|deck for)"
        rf"|,) {Q}{N} (?:[\w§/-]+ ){{0,3}}?helicopters?\b",
    ),
    count(
        "aircraft of a carrier",
        "aircraft_carried",
        rf"\b(?:carr(?:y|ies|ying)|embarks?|accommodates?|air (?:wing|group) of|operates?) {Q}{N} (?:[\w-]+ ){{0,3}}?"
        r"(?:aircraft|planes|aeroplanes|airplanes)\b",
    ),
)
