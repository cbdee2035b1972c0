"""Words for things that are counted: crew, passengers, engines, stages, tubes, launchers, and how many were built."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from materiel.reading.drafts.numbers import NUMBER

N: Final = rf"(?<![\w.,$€£/-])(?:(?P<from>{NUMBER})(?: to | or | ?- ?| and ))?(?P<n>{NUMBER})"
Q: Final = (
    r"(?:(?:only|just|about|approximately|around|roughly|some|nearly|up to|as many as|a total of|a maximum of|more than"
    r"|at least|over|between|fewer than|less than) ){0,2}"
)
_BE: Final = r"(?:of|is|are|was|were|numbers?|numbered|comprises?|consists? of|totals?|required)"
_HAS: Final = (
    r"(?:has|have|had|with|of|carr(?:y|ies|ied|ying)|holds?|holding|includes?|comprises?|mounts?|fitted with"
    r"|equipped with"
    r"|armed with|contain(?:s|ing)?|features?|takes?|supports?|operates?|houses?|from)"
)
_ENGINE: Final = (
    r"(?:engines?|turbofans?|turbojets?|turboprops?|turboshafts?|afterburning turbo\w+|piston engines?|gas turbines?)"
)
_MODEL: Final = r"(?:[\w§/&.'-]+ |\([^()]{1,40}\) ){0,6}?"
"""Makers, types and ratings before a noun: "Pratt & Whitney F117-PW-100 turbofan"."""
_VLS: Final = (
    r"(?:vertical[- ]launch(?:ing)?(?:[- ]systems?)?(?: \(VLS\))?|launch(?:ing)?|missile|VLS|SLBM|ballistic missile"
    r"|cruise missile|vertical)"
)
_AT_ONCE: Final = r"(?:at once|at the same time|simultaneously|at a time|at any one time)"
_SHIPPED: Final = (
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


def _count(rule: str, name: str, pattern: str, *, own: bool = False, attribute: bool = False) -> Count:
    return Count(rule, name, re.compile(pattern, re.I), own, attribute)


_PEOPLE: Final = (
    _count(
        "crew of so many",
        "crew",
        rf"\b(?:crews?|complement|crew size|crew required|ship's company|crew members)(?: {_BE})? ?(?:(?:[:"
        rf"|-]|\.{{2,}}) ?)?{Q}{N}\b"
        r"(?! ?%| on the ground| officers?,? (?:and )?\d)",
        own=True,
    ),
    _count(
        "so many crew",
        "crew",
        rf"{N}(?:[- ](?:man|person|member|strong))? (?:air)?crew(?:men|members?| members?)?\b(?! (?:chief|rest|hatch"
        rf"|compartment|station))",
        own=True,
    ),
    _count(
        "manned by so many",
        "crew",
        rf"\b(?:manned|crewed|operated|flown|staffed) by (?:a (?:crew|team) of )?{Q}{N}"
        rf"(?: (?:[\w-]+ )?(?:sailors|crew\w*|people|soldiers|personnel|pilots?|men|airmen|persons"
        rf"|officers|submariners|operators?))?\b(?! (?:air|nav|arm|countr|squadron|nation|operator|other|state)"
        r"| and (?:an?|one|two) )",
        own=True,
    ),
    _count(
        "carries so many sailors",
        "crew",
        rf"\b(?:carr(?:y|ies|ying)|accommodat(?:e|es|ing)|hous(?:e|es|ing)) {Q}{N} (?:sailors|men"
        rf"|crew ?(?:members|men)?|submariners)\b",
    ),
    _count(
        "seats of a cockpit",
        "crew",
        r"(?:(?<![\w.,-])(?P<n>one|two|1|2)|\b(?P<word>single|twin|tandem))[- ](?:seat(?:er)?|place)\b(?! (?:version"
        r"|variant|trainer|model|derivative))",
        attribute=True,
    ),
    _count(
        "seats so many",
        "crew",
        r"\bseats (?:only |just )?(?P<n>one|two|three|four)\b(?! (?:passengers|troops|hundred|dozen|or|to"
        r"|thousand|soldiers))",
    ),
    _count(
        "passengers",
        "passengers",
        rf"\b(?:carr(?:y|ies)|(?<!was )(?<!were )carrying|takes?|seats?|seating for|or|accommodat(?:e|es"
        rf"|ing)|hold(?:s|ing)?"
        rf"|transport(?:s|ing)?|for|(?:carr(?:y|ies|ied|ying)|crews?|seats|manned|operated"
        rf"|room for)[^.;]{{0,50}}? (?:and|plus)"
        rf"|lifts?|(?:room|space|seats) for|capacity of|deliver) (?:a maximum of |a total of )?{Q}{N}"
        rf" (?:(?:fully[- ]|combat[- ])?(?:equipped|armed|loaded|combat|seated|assault|infantry"
        rf"|ready)[- ](?:and [\w-]+ )?)*(?:passengers|paratroopers|paratroops|troops|soldiers|marines|infantrymen"
        r"|infantry|dismounts)\b",
        attribute=True,
    ),
    _count("passengers", "passengers", rf"{N}-passenger\b", attribute=True),
    _count("passengers beside a crew", "passengers", r"^\W*crew\W{1,3}\d{1,2} ?\+ ?(?P<n>\d{1,2})\b"),
    _count(
        "passengers beside a crew",
        "passengers",
        rf"\b(?:seats?|carr(?:y|ies)|holds?) {Q}{N}(?: \w+)? (?:behind|besides|in addition to|as well as"
        rf"|beside) (?:an? |its |the )?crew\b",
    ),
    _count("passengers in a table", "passengers", rf"^\W*(?:passengers|troops|dismounts)\W{{1,3}}{Q}{N}\b"),
)
_ENGINES: Final = (
    _count(
        "engines",
        "engines",
        rf"(?:{N}|\b(?P<word>single|twin))[- ](?:engined?|jet|turbine)\b(?! (?:of|shut|failed|out|fighters?)\b)",
        attribute=True,
    ),
    _count("engines", "engines", r"\b(?P<word>twin)(?:jet|-turbine)\b", attribute=True),
    _count(
        "engines",
        "engines",
        rf"(?:\bhas|\bhad|\bhave|\bits|\bby|'s|\bwith|\bof|\bfeatur(?:es|ing)|\busing|\buses|(?:engines?|power ?plants?"
        rf"|propulsion)\W{{1,3}}|^\W*) ?(?:{N}|(?P<word>twin|a single|a pair of))(?: ?[x×])? {_MODEL}{_ENGINE}\b"
        r"(?! (?:failed|caught|stopped|were|was))",
        attribute=True,
    ),
    _count(
        "one engine",
        "engines",
        rf"\bpowered by (?P<word>an?) {_MODEL}(?:engine|turbofan|turbojet|turboprop|turboshaft)\b(?! and\b)",
        attribute=True,
    ),
    _count(
        "engines in a table",
        "engines",
        rf"^\W*(?:number of |no\. of )?(?:engines?|power ?plants?|propulsion|power)\W? ?[:|-]? ?{N}(?: ?[x×]"
        rf"|\b)(?! ?[\d,.]|[- ](?:shaft|kw|hp|shp|lb|kn|pound|cylinder|stroke))",
    ),
    _count("stages", "stages", rf"(?:{N}|\b(?P<word>single))[- ]stages?\b", attribute=True),
)
_ARMS: Final = (
    _count(
        "torpedo tubes",
        "torpedo_tubes",
        rf"{N},? ?(?:[x×] ?)?(?:- )?(?:[\w/.-]+,? |\([^()]{{1,30}}\) ){{0,4}}?torpedo[- ]tubes?\b",
    ),
    _count(
        "torpedo tubes",
        "torpedo_tubes",
        rf"{N} (?:x )?(?:533|650|324|21)[ -]?(?:mm|millimet(?:er|re)s?"
        rf"|inch)[ -]tubes?\b",
    ),
    _count("torpedo tubes", "torpedo_tubes", rf"{N} (?:[\w-]+ )?tubes? (?:of|for) (?:533|650|324|21)\b"),
    _count("torpedo tubes in a table", "torpedo_tubes", r"^\W*torpedo tubes ?[:|] ?(?P<n>\d{1,2})\b(?! ?(?:mm|in))"),
    _count(
        "launch tubes",
        "launch_tubes",
        rf"{N} (?:[\w-]+,? ){{0,3}}?{_VLS} (?:[\w-]+ )?(?:tubes?|cells|silos|launchers|hatches)\b",
    ),
    _count(
        "tubes for missiles",
        "launch_tubes",
        rf"{N}(?: -)? (?:tubes"
        rf"|silos) for (?:[\w§-]+ ){{0,3}}?(?:missiles|SLBMs|§)",
    ),
    _count(
        "cells of a ship",
        "launch_cells",
        rf"{N}[- ](?:[\w-]+ ){{0,4}}?cells?\b(?! (?:phone|tower|battery))"
        rf"|{N} (?:[\w-]+ ){{0,2}}?{_VLS} (?:cells|tubes|silos)\b".replace("(?P<from>", "(?:").replace(
            "(?P<n>", "(?P<m>", 1
        ),
    ),
    _count(
        "hardpoints",
        "hardpoints",
        rf"{N} (?:[\w-]+ ){{0,2}}?(?:hard ?points|pylons"
        rf"|weapons? stations)\b(?! on each)",
    ),
    _count("hardpoints in a table", "hardpoints", rf"^\W*hard ?points ?[:|] ?{N}\b"),
    _count("tubes", "tubes", rf"{N} (?:\d+[ -]?(?:mm|millimet(?:er|re)s?) )?(?:tubes|(?:guns|barrels) of \d+ ?mm)\b"),
    _count("tubes", "tubes", rf"{N}[- ](?:launch(?:ing)? )?(?:tubes?|barrels?|barrell?ed|rails)\b"),
    _count(
        "ammunition carried",
        "ammunition_carried",
        rf"{N} (?:[\w-]+ ){{0,2}}?(?:rounds|shells|rockets|projectiles) (?:are |is |being )?(?:carried|on ?board|stowed"
        rf"|of ammunition|for the main gun|in (?:the|its) (?:autoloader|carousel))",
    ),
    _count(
        "ammunition carried",
        "ammunition_carried",
        rf"\b(?:(?:carr(?:y|ies)|stows?|holds?|accommodates?|stowage for|storage for)"
        rf"|ammunition(?: carried)?[:|]?) {Q}{N}"
        r" (?:[\w-]+ ){0,2}?(?:rockets?|shells|rounds|projectiles)\b(?! (?:of|for) (?:\d|machine"
        r"|the (?:coaxial|machine)))",
    ),
    _count("ammunition in a table", "ammunition_carried", rf"^\W*ammunition(?: carried)?\W{{1,3}}{Q}{N}\b"),
    _count(
        "launchers of a battery",
        "launchers",
        rf"\b(?:{_HAS}|from) {Q}{N} (?:[\w-]+ ){{0,3}}?(?:launchers|TELs|launch(?:ing)? (?:vehicles|units))\b",
        own=True,
    ),
    _count(
        "missiles of a launcher",
        "missiles_per_launcher",
        rf"{N} (?:[\w§-]+ ){{0,2}}?(?:missiles?|interceptors?|rounds) (?:interceptors? )?(?:each|apiece|per launcher"
        r"|on each(?: launcher)?|ready to (?:fire|launch))\b",
        own=True,
    ),
    _count(
        "missiles of a launcher",
        "missiles_per_launcher",
        rf"\blaunchers?,? (?:vehicle )?(?:each )?(?:can )?(?:{_HAS}) {Q}{N} (?:[\w§-]+ ){{0,3}}?(?:missiles"
        rf"|interceptors|rounds)\b",
        own=True,
    ),
    _count(
        "targets engaged",
        "targets_engaged",
        rf"\b(?:engag|attack|fir|hit|destroy|guid)\w* (?:at "
        rf"|missiles at )?{Q}{N} (?:[\w-]+ ){{0,2}}?targets {_AT_ONCE}\b",
    ),
    _count(
        "targets tracked",
        "targets_tracked",
        rf"\b(?:track|follow)\w* {Q}{N} (?:[\w-]+ ){{0,2}}?(?:targets|objects)(?: {_AT_ONCE})?\b",
    ),
    _count(
        "warheads",
        "warheads",
        r"\b(?:has|carr(?:y|ies|ying)|armed with|fitted with|equipped with|holds?|deliver(?:s|ing)?|tipped with) "
        rf"{Q}(?:{N}|(?P<word>a single)) (?:[\w-]+ ){{0,5}}?(?:warheads?|re-?entry vehicles|MIRVs)\b"
        r"(?! (?:weigh|of))",
    ),
    _count(
        "helicopters",
        "helicopters",
        rf"(?:\b(?:{_HAS}|and|embarks?|hangars? for|room for|accommodates?|deck for)"
        rf"|,) {Q}{N} (?:[\w§/-]+ ){{0,3}}?helicopters?\b",
    ),
    _count(
        "aircraft of a carrier",
        "aircraft_carried",
        rf"\b(?:carr(?:y|ies|ying)|embarks?|accommodates?|air (?:wing|group) of|operates?) {Q}{N} (?:[\w-]+ ){{0,3}}?"
        r"(?:aircraft|planes|aeroplanes|airplanes)\b",
    ),
)
_BUILT: Final = (
    _count(
        "number built",
        "number_built",
        rf"(?<!roject )(?<!ype ){N} (?!(?:more|further|others?|another|of the \d+)\b)(?:(?!(?:are|is|and"
        rf"|or)\b)[\w§'/,()-]+ ){{0,5}}?(?:were|was|have been|has been|had been|are (?:thought"
        rf"|believed|said|estimated|reported) to have been|to have been) (?:ever |\w+ly )?"
        rf"(?:built|produced|completed|finished|manufactured|made|constructed)\b",
    ),
    _count(
        "number built",
        "number_built",
        rf"\b(?:built|produced|manufactured|completed|made) (?:a total of )?{Q}{N} (?:of (?:the "
        rf"|these |its |them\b)?|[\w-]+ ){{0,2}}§",
    ),
    _count(
        "number built",
        "number_built",
        rf"\b(?:with|total(?:ing|ling)?|,) (?:a total of |some )?{Q}{N} (?:(?:{_SHIPPED}|of them) )?"
        rf"(?:(?:having|had|have) been |ever )?(?:built|produced|manufactured|constructed)\b(?! (?:for|by"
        rf"|under|in|at|at)\b)",
    ),
    _count(
        "number built",
        "number_built",
        rf"\bproduction (?:[\w§ '-]{{0,30}} )?(?:has|had) (?:now |since )?(?:passed|reached|exceeded|topped"
        rf"|totall?ed) {Q}{N}\b",
    ),
    _count(
        "number built",
        "number_built",
        rf"{N} (?:[\w§'-]+ ){{0,3}}?(?:have |had )?(?:left|rolled (?:off|out of)|come off|came off) (?:the "
        rf"|its )?(?:factor(?:y|ies)"
        r"|(?:production |assembly )?lines?|works|plants?)\b",
    ),
    _count(
        "number built",
        "number_built",
        rf"\bthe (?:last|first) of (?:the )?{N} §+s?\b(?= (?:built"
        rf"|produced|made|left|rolled))",
    ),
    _count(
        "number built",
        "number_built",
        rf"\bOf (?:the )?§+s?(?: class)?,(?: [^,.;]{{1,50}},)? {Q}{N} (?:were|have been) (?:ever )?(?:built"
        rf"|finished|completed|made)\b",
    ),
    _count("number built", "number_built", rf"\bout of (?:the )?{N} (?:ever )?(?:built|made|produced|completed)\b"),
    _count("number built", "number_built", rf"\({Q}{N} (?:were )?(?:built|made|produced)\)"),
    _count(
        "number built",
        "number_built",
        rf"\b(?:built|produced|made|manufactured) {Q}{N} of (?:them|these|the type)\b"
        rf"|\btotal production (?:run )?of {Q}(?P<m>{NUMBER})\b",
    ),
    _count(
        "number built in a table",
        "number_built",
        rf"^\W*(?:(?:total |number |no\. |units? )?(?:built|produced|production)|issued)(?:,? total)? ?[-:|] ?{Q}{N}\b",
    ),
    _count(
        "number of those built",
        "number_built",
        rf"\bnumber (?:of [\w§ -]{{1,30}} )?(?:built|produced|completed|made)(?: \w+ly)? (?:at|is|was|to be|as|to) "
        rf"{Q}(?:no more than |no fewer than )?{N}\b",
        own=True,
    ),
    _count(
        "number built",
        "number_built",
        rf"\bOf (?:the )?{N} §+(?:e?s)? (?:ever )?(?:built|produced|made"
        rf"|completed)\b",
    ),
    _count(
        "number built",
        "number_built",
        rf"\b(?:production|output|run) (?:[\w§ ,'-]{{0,40}}? )?(?:ended|ran|totall?ed|stopped"
        rf"|reached|amounted|came|of)(?: [\w-]+){{0,4}}? (?:after|at|to|with|of) {Q}{N}"
        rf" (?:tanks|airplanes|howitzers|jets|{_SHIPPED}|§+)",
    ),
)

COUNTS: Final = (*_PEOPLE, *_ENGINES, *_ARMS, *_BUILT)
