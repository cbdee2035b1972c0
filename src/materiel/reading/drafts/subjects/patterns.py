"""Words by which a sentence tells which of its systems it speaks of."""

from __future__ import annotations

import re
from typing import Final

from materiel.reading.drafts.subjects.kind_nouns import MASK

PRONOUNS: Final = frozenset(str.split("it its they their them she her each"))

BORDER: Final = re.compile(
    r"; ?|: |\b(?:said|says|saying|claims?|claimed|reported|added|believes?|believed"
    r"|estimates?|assess(?:es|ed)?)(?: that)? (?=(?:the|it|its|they|an?|each) |§)|,?"
    r" (?:while|whereas|whilst|although|though|but|unlike|compared with|compared to)\b"
    r"|, and (?=(?:the|its|it|their|they|a) )"
    r"|(?<=,) and (?=§)|(?<!between) and (?=(?:the|its|it|their) (?:\w+ )?§)"
)
"""Where one part of a sentence ends and the next, of another system perhaps, begins."""

AFTER_NAME: Final = re.compile(
    r"(?:'s\b|\"|\)|,? ?\([^()]{0,60}\))*(?:,? (?:(?:all|both|each|now) )?(?:which|that|with|whose|at|of|has|have"
    r"|had|is|are|was|were|can|could|may|might|will"
    r"|would|reach\w*|weigh\w*|carr\w*|lifts?|fl(?:y|ies|ew)|travel\w*|displaces?|measures?"
    r"|uses?|cruises?|seats?|stands?|also)\b|,? ?$|'s| (?:[\w-]+ ){0,2}(?:missiles?|jets?"
    r"|boats?"
    r"|submarines?|fighters?|bombers?|tanks?|howitzers?|rockets?|drones?|guns?|torpedo(?:es)?)\b)"
)

PREPOSITION: Final = re.compile(
    r"\b(?:on|for|by|from|to|under|against|aboard|into|inside|beside|near|behind|at|than"
    r"|through|like|replace[sd]?|replacing) (?:the |an? |its |their |two |\w+ing )?$",
    re.I,
)

CLAIMED_FOR: Final = re.compile(
    r" (?:(?:is|was|has been) )?(?:claimed|given|quoted|reported|cited|stated|listed|announced) (?:for"
    r"|of) (?:the |its )?"
)

VERB: Final = re.compile(r"\b(?:has|have|had|is|are|was|were|can|could|will)\b")

COMPARED: Final = re.compile(
    r"\b(?:like|similar to|comparable to|resembl(?:es|ed|ing)|based on|derived from|modelled on"
    r"|copied from) (?:the |an? )?$",
    re.I,
)
"""Before a system that something unnamed is compared with."""

GOES_ELSEWHERE: Final = re.compile(r", (?!which\b|whose\b|that\b|with\b|at\b)")

BOTH: Final = re.compile(
    r"\W*(?:(?:but|and|although|though) )?both(?: of them| \w+s| aircraft)?"
    r" (?:are|have|were|had|weigh|carry|fire|can|use|entered|first|reach|fly|displace|measure|cost|need|take|share)\b",
    re.I,
)
"""A part of a sentence that is about the two systems named before."""

IS_OBJECT: Final = re.compile(
    r"^[^.;:§]{0,60} (?:gives?|gave|makes?|made|sails?|mans?|crews?|serves?|drives?|pushes|powers?|propels?|keeps?)"
    r" (?:the |an? |each )?$"
)
"""Between a figure and the system that it makes what it is: "a top speed of 2,500 km/h makes the §"."""

FORMER: Final = re.compile(r"\bthe (?P<which>former|latter)\b", re.I)

IS_BESIDE: Final = re.compile(
    r".*?\b(?:(?:is|are|was|were|has been|have been|had been) (?:not )?(?:being )?(?:also )?(?:\w+(?:ed|n|t|d)) "
    r"|(?:has|have|had|can|could|will|would|may|might|should) "
    r"|(?:replac|succeed|resembl|accompan|follow|outrang|outweigh|join|escort|match|rival|complement|supplement|share"
    r"|outnumber|precede)\w* "
    r"|(?:is|was|are|were) (?:\w+ )?(?:\w+er|more|less|as|like|similar|based|derived|about|some|roughly|[\d.,]+ )\b)",
    re.I,
)
"""Before a name that is no subject: "The ship was escorted by a §", "It replaces the §", "It is longer than the §"."""

FRONT_NOUN: Final = re.compile(
    r"\W*an? (?:(?!(?:is|are|was|were|has|have|had|can|could|that|which|will|said|from"
    r"|by)\b)[^\s,;:§]+ ?){2,12}, (?:the )?",
    re.I,
)
"""What a system is, before its name: "A 47-tonne howitzer with a crew of five, the K9"."""

SAID_OF: Final = re.compile(
    r"(?:\b(?:said|says|noted|claimed|boasted|explained) (?:of|about)|\bis what) (?:the |an? |its |his |our )?$"
)

OTHERS: Final = re.compile(r"\b(?:of|for|and|than|from|by|to)\b")

ARTICLES: Final = re.compile(r"\b(?:of|for|and|than|from|by|to|the|an?)\b")
"""Between an attribute and the name it goes with these do not stand: "a 120-metre frigate followed the §"."""

THEN: Final = re.compile(r", (?:the |an? )?$")

CATAPHORA: Final = re.compile(
    r"^\W*(?:with|weighing|powered|having|its|measuring|at|displacing|standing|armed|crewed|manned|driven"
    r"|built|designed"
    r"|developed|produced|introduced|entering|commissioned|launched|laid|first|unveiled|rolled|flown|capable|known"
    r"|since (?:its|their|her)|used|fielded|deployed|operational|adopted|accepted|nicknamed|dubbed|based"
    r"|derived|in (?:service|production|use|operation))\b",
    re.I,
)

RESUMES: Final = re.compile(
    r"(?:^\W*(?:missiles?|bombs?|torpedoes|rockets?)?,| and) (?:has|have|had|is|are|was|were|can|could)\b"
)
"""Behind what it names by the way, a sentence goes on with its subject: "armed with the §, has"."""

SUBJECT: Final = re.compile(
    rf"^\W*(?:(?:the|an?) \w+, )?(?:(?:the )?(?:first|last|most|some|all|both|half|\d+|one|two|three|\w+) of )?"
    rf"(?:(?:the|an?|one|each|its) )?(?:[\w-]+ ){{0,2}}{MASK}+(?:,[^,]*,"
    rf"|\s*\([^()]*\)|,)? (?!and\b|or\b|,)",
    re.I,
)
"""The sentence begins with the name."""

NOUN_OF_NAME: Final = re.compile(
    r"(?:,(?! (?:the|an?|its|which|that|it)\b))?[ -](?:(?!and\b|or\b|of\b|on\b"
    r"|for\b)[\w/-]+,? ){0,5}(?:\((?:SLV\) \()?)?",
    re.I,
)
"""What stands between an attribute and the name that it goes with."""

MAIN_VERB: Final = re.compile(
    r", (?:has|have|had|is|are|was|were|can|could|carr\w+|weigh\w+|reach\w*|fl(?:y|ies|ew))\b"
)

LADEN: Final = re.compile(
    r",? (?:armed |loaded |fitted |equipped )?(?:with|carrying|hauling) (?:(?:the|its|an?|\w+) )?(?:[\w-]+ )?"
)
GOES_ON: Final = re.compile(
    r"s?(?: (?:missiles?|rockets?|bombs?|torpedoes|guns?|howitzers?|shells?|drones?))?,? (?:aboard |on board )?"
    r"(?:has|weighs|can|flies|reaches|carries|is|was|had)\b"
)

_DESIGNATION: Final = r"(?:[A-Z]{1,4}|[A-Z][a-z]{1,4})-?\d{1,4}[A-Z]{0,3}"
"""What looks like a designation of a weapon, at a glance."""

UNKNOWN: Final = re.compile(rf"(?:The |An? |Its )?{_DESIGNATION}\b(?! (?:percent|per cent|million))")
"""A sentence that begins with a designation: if it is none of the topic, another system is meant from here on."""

UNKNOWN_HEAD: Final = re.compile(rf"\W*(?:and )?(?:the|its|an?|their|each) (?:[\w-]+ ){{0,2}}?{_DESIGNATION}\b")
"""The same for a part of a sentence: "and the K10 that follows it"."""

UNKNOWN_NEAR: Final = re.compile(
    rf"\b{_DESIGNATION}s?(?: (?!and\b|or\b|but\b)[a-z-]+){{0,3}}"
    r"(?:,? (?:which|that|with|whose|of|at|weighing|having|each|has|is|are|can|carries|reaches|weighs|flies)\b| ?\()"
    r"[^,;()§]{0,50}$"
)
"""A designation that no name is known for, to which what follows belongs: "carries the R-37M, which has a range of"."""

ROW_LABEL: Final = re.compile(r"[^\w§]*[A-Z][A-Za-z ]{2,30}(?::| \|) ")

IN_FRONT: Final = re.compile(
    r"(?:[- ]class)?,? (?:(?:guided-missile|missile|nuclear|attack|aircraft|ballistic|diesel-electric"
    r"|powered|patrol)[ -])*"
    r"(?:cruiser|destroyer|frigate|corvette|carrier|submarine|boat|ship|flagship|vessel) \"?(?:USS |HMS "
    r"|INS |NNS |JS )?",
    re.I,
)

FINITE: Final = re.compile(
    r"(?:has|is|was|had|can|could|weigh(?:s|ed)|carr(?:ies|ied)|reach(?:es|ed)|displac(?:es|ed)|measures|entered|flew"
    r"|makes|draws|seats|takes|costs)\b"
)

DETERMINER: Final = re.compile(r"\W*(?:the |an? )?", re.I)

HEAD: Final = re.compile(
    r"^[^\w§]*(?:(?:on|at|in|with) [\w -]{2,20},? (?=the|it))?(?:and )?(?:(?:the|an?|each"
    r"|this|these|its|their|her|his|both|a|no|every) )?"
    r"(?:[\w§'-]+ ){0,3}?(?P<head>(?!(?:of|in|for|on|at|to|with)\b)[\w§'-]+?)(?:,[^,]{1,60},)? (?:(?:\w+ly|also|still"
    r"|now|once|then|only|itself|first|last|later|already|never) )?(?:(?:appears?|seems?|continues?"
    r"|needs?) to )?(?P<verb>is|are|was"
    r"|were|has|have|had|can|could|may|might|will|would|must|weighs?|carr(?:y|ies)"
    r"|reach(?:es)?|takes?|(?<!cargo )(?<!bomb )holds?|stands?|measures?|displaces?|draws?|(?<!of )fires?"
    r"|seats?|cruises?"
    r"|spans?|numbers?(?! of\b)|gives?|flies|travels?"
    r"|lifts?|hauls?|makes?|produces?|provides?|mounts?|sees?|throws?|sits?|extends?|flew|weighed|hit|dives?)\b",
    re.I,
)

WHOLES: Final = frozenset(
    str.split(
        "speed range length wingspan span weight mass displacement ceiling crew complement"
        " beam draught draft height diameter depth"
        " endurance payload velocity rate power thrust engine engines capacity calibre caliber"
        " tubes warhead load wing wings hold fuselage cabin pylons hardpoints barrel replacement"
        " hull airframe which that who there flight production all armament bombload one"
        " turbofans turboprops turbojets motors motor fire hangar price prices cost costs"
    )
)
"""Subjects that say something of the whole system."""

TARGETS: Final = frozenset(("target", "targets"))
"""Subjects of the passive in which ranges are told: "Targets can be hit at 46 km"."""

IN_RELATIVE: Final = re.compile(r"§,? (?:which|that)(?: \w+)? $")
"""Right behind a name: "the first export of the §, which first flew in"."""

DEFINITE: Final = frozenset(str.split("the each both this these an a"))

RELATIVE: Final = re.compile(
    r"\b(?:the|its|their|each|a|an|this) (?:[\w-]+ )?(?P<noun>[a-z]+), (?:which|that"
    r"|whose)\b(?:(?!,)[^;:]){0,60}$",
    re.I,
)
"""A relative clause, and the noun that it is of."""

NAME_FIRST: Final = re.compile(
    rf"[^\w§]*(?:(?:the|an?|each|every) )?(?:[\w-]+ )?{MASK}+ (?:on|in|from|of"
    rf"|for|with|at) (?!the radar)"
)
"""A sentence that begins with a name: what is said by the way ("the § on offer") is no subject."""
