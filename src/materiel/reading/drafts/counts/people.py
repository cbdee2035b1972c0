"""Words for those aboard, for engines and for stages."""

from __future__ import annotations

from typing import Final

from materiel.reading.drafts.counts.count import BE, ENGINE, MODEL, N, Q, count

PEOPLE: Final = (
    count(
        "crew of so many",
        "crew",
        rf"\b(?:crews?|complement|crew size|crew required|ship's company|crew members)(?: of (?:the |an? "
        rf"|each )?§+(?:'s)?)?(?: {BE})? ?(?:(?:[:"
        rf"|-]|\.{{2,}}) ?)?{Q}{N}\b"
        r"(?! ?%| on the ground| officers?,? (?:and )?\d)",
        own=True,
    ),
    count(
        "so many crew",
        "crew",
        rf"{N}(?:[- ](?:man|person|member|strong))? (?:air)?crew(?:men|members?| members?)?\b(?! (?:chief|rest|hatch"
        rf"|compartment|station))",
        own=True,
    ),
    count(
        "manned by so many",
        "crew",
        rf"\b(?:manned|crewed|operated|flown|staffed) by (?:a (?:crew|team) of )?{Q}{N}"
        rf"(?: (?:[\w-]+ )?(?:sailors|crew\w*|people|soldiers|personnel|pilots?|men|airmen|persons"
        rf"|officers|submariners|operators?))?\b(?! (?:[\w-]+ ){{0,2}}and (?:an?|one|two)\b)(?! (?:air|nav|arm"
        rf"|countr|squadron|nation|operator|other|state))",
        own=True,
    ),
    count(
        "so many serve it",
        "crew",
        r"(?<![\w.,-])(?P<n>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) (?:men|people|soldiers"
        r"|sailors|gunners|crew(?:men)?) "
        r"(?:man|crew|serve|operate|work|fly) (?:(?:it|her|them|each)\b|(?:the |an? |each )§)",
        own=True,
    ),
    count(
        "needs so many",
        "crew",
        r"\b(?:takes|needs|requires) (?P<n>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) (?:men"
        r"|people|soldiers|crew(?:men)?)"
        r"(?:(?=[.,;]|$)| to (?:operate|crew|man|fly|fire|serve)\b(?: (?:the |an? |each )?§)?)",
        own=True,
    ),
    count(
        "so many are needed",
        "crew",
        rf"{N} (?:sailors|men|people|soldiers|crew(?:men| members)?|submariners) (?:are|is) (?:needed|required|enough)"
        rf" to (?:crew|man|operate|sail|fly|run)\b(?: (?:the |an? )?§)?",
        own=True,
    ),
    count(
        "fired by one",
        "crew",
        r"\b(?:fired|operated|carried and fired|launched|crewed|flown) by (?P<word>a single) (?:[\w-]+ )?(?:operator"
        r"|soldier|person|man|gunner|pilot)\b",
    ),
    count(
        "crew reduced to", "crew", rf"\bcrew (?:has been |had been |was |is )(?:reduced|cut|down) to {Q}{N}\b", own=True
    ),
    count(
        "carries so many sailors",
        "crew",
        rf"\b(?:carr(?:y|ies|ying)|accommodat(?:e|es|ing)|hous(?:e|es|ing)) {Q}{N} (?:sailors|men"
        rf"|crew ?(?:members|men)?|submariners)\b",
    ),
    count(
        "seats of a cockpit",
        "crew",
        r"(?:(?<![\w.,-])(?P<n>one|two|1|2)|\b(?P<word>single|twin|tandem))[- ](?:seat(?:er)?|place)\b(?! (?:version"
        r"|variant|trainer|model|derivative))",
        attribute=True,
    ),
    count(
        "seats so many",
        "crew",
        r"\bseats (?:only |just )?(?P<n>one|two|three|four)\b(?! (?:passengers|troops|hundred|dozen|or|to"
        r"|thousand|soldiers))",
    ),
    count(
        "passengers",
        "passengers",
        rf"\b(?:carr(?:y|ies)|(?<!was )(?<!were )carrying|takes?|seats?|seating for|or|accommodat(?:e|es"
        rf"|ing)|hold(?:s|ing)?"
        rf"|transport(?:s|ing)?|for|(?:carr(?:y|ies|ied|ying)|crews?|seats|manned|operated"
        rf"|room for)[^.;]{{0,50}}? (?:and|plus)"
        rf"|lifts?|air-?drops?|(?:room|space|seats) for|capacity of|deliver) (?:a maximum of |a total of )?{Q}{N}"
        rf" (?:(?:fully[- ]|combat[- ])?(?:equipped|armed|loaded|combat|seated|assault|infantry"
        rf"|ready)[- ](?:and [\w-]+ )?)*(?:passengers|paratroopers|paratroops|troops|soldiers|marines|infantrymen"
        r"|infantry|dismounts|personnel)\b",
        attribute=True,
    ),
    count(
        "passengers that fit",
        "passengers",
        rf"{N} (?:(?:fully |combat-)?(?:equipped|armed) )?(?:passengers|paratroopers|troops|soldiers|marines|people"
        rf"|infantrymen) (?:fit|ride|sit|find room|travel|can (?:ride|fit|sit|travel|be carried)) (?:in|inside"
        rf"|aboard|on)\b(?: (?:the |an? |each )?§)?",
        own=True,
    ),
    count("seats in the cabin", "passengers", rf"\b(?:seats|room|space|seating) for {Q}{N}(?=[.,;]|$)", own=True),
    count("passengers", "passengers", rf"{N}-passenger\b", attribute=True),
    count("passengers beside a crew", "passengers", r"^\W*crew\W{1,3}\d{1,2} ?\+ ?(?P<n>\d{1,2})\b"),
    count(
        "passengers beside a crew",
        "passengers",
        rf"\b(?:seats?|carr(?:y|ies)|holds?) {Q}{N}(?: \w+)? (?:behind|besides|in addition to|as well as"
        rf"|beside) (?:an? |its |the )?crew\b",
    ),
    count("passengers in a table", "passengers", rf"^\W*(?:passengers|troops|dismounts)\W{{1,3}}{Q}{N}\b"),
)
ENGINES: Final = (
    count(
        "engines",
        "engines",
        rf"(?:{N}|\b(?P<word>single|twin))[- ](?:engined?|jet|turbine)\b(?! (?:of|shut|failed|out)\b)",
        attribute=True,
    ),
    count("engines", "engines", r"\b(?P<word>twin)(?:jet|-turbine)\b", attribute=True),
    count(
        "engines",
        "engines",
        rf"(?:\bhas|\bhad|\bhave|\bits|\bby|'s|\bwith|\bof|\bfeatur(?:es|ing)|\busing|\buses|(?:engines?|power ?plants?"
        rf"|propulsion)\W{{1,3}}|^\W*) ?(?:{N}|(?P<word>twin|a single|a pair of))(?: ?[x×])? {MODEL}{ENGINE}\b"
        r"(?! (?:failed|caught|stopped|were|was))",
        attribute=True,
    ),
    count(
        "one engine",
        "engines",
        rf"\bpowered by (?P<word>an?) {MODEL}(?:engine|turbofan|turbojet|turboprop|turboshaft)\b(?! and\b)",
        attribute=True,
    ),
    count(
        "engines in a table",
        "engines",
        rf"^\W*(?:number of |no\. of )?(?:engines?|power ?plants?|propulsion|power)\W? ?[:|-]? ?{N}(?: ?[x×]"
        rf"|\b)(?! ?[\d,.]|[- ](?:shaft|kw|hp|shp|lb|kn|pound|cylinder|stroke))",
    ),
    count("stages in a table", "stages", rf"^\W*(?:number of )?stages ?[:|] ?{N}\b"),
    count(
        "engines of a type",
        "engines",
        rf"\bpowered by (?:{N}|(?P<word>an?|a single|a pair of"
        rf"|twin)) (?:[A-Z][\w&.-]*,? ){{1,4}}?[A-Z]+[\w-]*\d[\w-]*\b",
        attribute=True,
    ),
    count("stages", "stages", rf"(?:{N}|\b(?P<word>single))[- ]stages?\b", attribute=True),
)
