"""The shortest phrase that names a speaker: a rank or title before the name, no description behind it."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

NAME_WORD: Final = r"(?:[A-ZÀ-ÞĀ-ŽȘȚ][\w'-]*\.?|[a-z]{1,3}\.)"
WORD: Final = (
    r"(?:[\w'&/-]+|(?:[A-Z]\.){1,4}|(?:Corp|Inc|Co|Ltd|Gen|Adm|Capt|Col|Lt|Maj|Sgt|Dr"
    r"|Mr|Mrs|Ms|Sen|Rep|Gov|St|Brig|Cmdr|Prof|Staff|Cpl|Pvt|No)\.|[A-Z]\.)"
)
_WE: Final = re.compile(r"\b(?:we|I)(?: (?:never|also|only|just|still|always))?$", re.I)
_PERSON: Final = str.split(
    "leader spokesman spokeswoman spokesperson minister president analyst expert chief"
    " commander director adviser advisor researcher"
    " ambassador envoy lawmaker senator secretary official engineer designer pilot author"
    " professor editor chairman founder head"
    " correspondent blogger scholar fellow veteran historian governor deputy general"
    " admiral colonel captain officer member"
)
_BODY: Final = re.compile(
    r"\b(?:Ministry|Department|Institute|Agency|Cent(?:er|re)|Office|Command|Forces?"
    r"|Council|Committee|University|House|Bank|Academy|Bureau"
    r"|Chiefs|Service|Association|Union|Company|Corps|Guards?|Navy|Army|Fund|Foundation"
    r"|Commission|Group|Nations|States|Council|Secretary|Minister|President)\b"
)
"""Words in the names of bodies, and of offices, which go on with "of"."""
_TAIL: Final = re.compile(
    r" (?:of (?=the|its|his|her|a)|in|at|from|for|on|with|during|after|before|speaking"
    r"|as|to|via|when|last|this|by|late|early|yesterday|Mon|Tues|Wednes|Thurs|Fri|Satur"
    r"|Sun)(?:day)?\b.*$"
)
_TIME: Final = re.compile(
    r" (?:(?:late |early )?(?:on|in|at) )?(?:late |early )?(?:(?:Mon|Tues|Wednes|Thurs"
    r"|Fri|Satur|Sun)day|(?:a|the|an|his|its|her|their) (?:statement|interview|briefing"
    r"|report|news|press|speech|post|tweet|website"
    r"|telegram|post|social)|(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b)(?!['\w]).*$| in \d{4}$"
)
_TIME_BEFORE: Final = re.compile(
    r"^(?:In|On|By|Since|During|At|As of|Earlier|Early|Late|Later)(?: (?:early|mid|late|an?|the|this|that"
    r"|same|his|her|its|their))*"
    r"(?: (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    r"|September|October"
    r"|November|December|statement|interview|report|article|analysis|year|month|week|time|\d{1,4}s?))+,? (?=[A-Zta])"
)
_TAIL_CLAUSE: Final = re.compile(
    r" (?:after|before|during|while|when|as|speaking|following|upon|amid|because|since)\b.*$"
)
_POSTMODIFIER: Final = re.compile(
    r" (?:(?:who|whom|whose|which) \S|that (?:is|are|was|were|has|have|had|[a-z]+ed) "
    r"|(?:shown|seen|interviewed|reached|contacted|briefed|speaking|present|stationed|wearing|standing"
    r"|watching) \S).*$"
)
"""What follows the phrase that names somebody: a relative clause, a participle."""

_LEADING_PHRASE: Final = re.compile(
    r"^(?:In|On|At|By|For|From|With|During|After|Before|Since|Until|Under|Despite|Following|Among|Amid|Behind) .*"
    r"(?<! of)(?<! in)(?<! on)(?<! at)(?<! to)(?<! for)(?<! by)(?<! from)(?<! with)(?<! and)(?<! after)(?<! before)"
    r"(?<! during) (?=(?:the|an?|its|his|her|their) )"
)
"""When and where, before a speaker, without a comma between them: "At a briefing on Tuesday the spokesman"."""

OWN_NAME: Final = re.compile(rf"^(?:{NAME_WORD} )*{NAME_WORD}$")
PRONOUNS: Final = frozenset(str.split("he she it they who I we He She It They We"))
_STARTS: Final = re.compile(
    r"(?:[A-Z]|the |an? |its |his |her |their |one |two |three |several |some |many"
    r" |most |both |other |unnamed |western |local |state |state-run |state-owned |government "
    r"|defen[cs]e |military |police |company |industry |intelligence "
    r"|lawmakers|witnesses|researchers|engineers|designers|reporters|journalists|media |(?:observers"
    r"|critics|commentators|insiders|diplomats"
    r"|authorities|activists|prosecutors|investigators|pilots|soldiers|officers|commanders|planners"
    r"|executives|scientists"
    r"|residents|specialists|crews?|opposition \w+|rebels|insurgents|last year's \w+|this year's \w+|firms?"
    r"|suppliers|sellers|buyers|lawyers|politicians|historians|opponents"
    r"|supporters)$|officials?|experts?|analysts?"
    r"|sources|he$|she$|they$|it$)"
)
_NOBODY: Final = frozenset(
    str.split(
        "what that which there this these those nobody no-one none it's nothing everyone"
        " anyone neither claims reports estimates Nobody What"
        " Nothing Neither This That These Which There who whom"
    )
)
_CLAUSE: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|did|does"
    r"|do|that|which|who|said|what|because|if|when|where|been"
    r"|be|not|than|whether|declined|refused|began)\b| (?:and|to|or|but|with|of|in|for|its|their|the|an?)$"
)
_NOT_FIRST: Final = re.compile(
    r"(?:in|on|at|by|for|with|from|after|before|during|since|when|if|as|of|to|instead|additionally"
    r"|meanwhile|however|of|while"
    r"|because|although|also|and|but|moreover|furthermore|nevertheless|still|yet|so|then|despite|under"
    r"|over|about|until|where"
    r"|how|why|not|only|even|just|more|such|last|no one|nobody|neither|none|\d\S*)\b(?!')",
    re.I,
)
"""Words with which no name of a speaker begins."""

_ARTICLE_ALONE: Final = re.compile(r"(?:the|an?|its|his|her|their|no|some|many|most|several|one|two|three)", re.I)

_LONGEST: Final = 11
_FEW: Final = 5
_PERSONS: Final = frozenset(
    [
        *_PERSON,
        "ministry",
        "army",
        "navy",
        "military",
        "report",
        "source",
        "sources",
        "officials",
        "media",
        "agency",
        "police",
        *str.split(
            "journalists reporters analysts experts observers ministers lawmakers spokesmen authorities"
            " diplomats commanders engineers researchers investigators prosecutors executives scientists"
            " historians specialists outlets newspapers"
            " agencies ministries authors critics witnesses pilots members deputies soldiers officers generals"
            " ministers workers traders brokers advisers aides diplomats commentators editors bloggers prisoners"
        ),
    ]
)
"""What speaks without an article in headlines: "Kaldea to buy jets, minister says"."""


_CORE_END: Final = re.compile(
    r" (?:of|for|at|in|on|from|to|with|by|near|under|within|outside|inside|behind|aboard|familiar|close|based|named"
    r"|involved|who|that|which|and|or) "
)
_PLURALS: Final = (("ies", "y"), ("men", "man"), ("ses", "s"), ("s", ""))


def can_speak(name: str, *, opens: bool = False) -> bool:
    """Say whether a cleaned name is that of somebody who speaks: a name of its own, or a noun for such.

    The noun is the last word before what is behind it: "an unnamed manager at the yard". A word that opens a
    sentence (`opens`) has a capital whatever it is.
    """
    core = _CORE_END.split(name, maxsplit=1)[0]
    head = core.split()[-1].strip(",.'\"")
    if head.isdecimal() and (named := core.rsplit(" ", 1)[0])[-1:].isalpha() and named != core:
        return named.split()[-1][0].isupper()
    if not head or head.lower() in PRONOUNS or core[-2:] == "'s":
        return True
    if _NO_NAME.fullmatch(head):
        return False
    if head[0].isupper() and not (opens and _THINGS_OPEN.fullmatch(head)):
        return True
    return any(noun in _nouns() or _DOER.fullmatch(noun) is not None for noun in _singulars(head.rsplit("-", 1)[-1]))


_NO_NAME: Final = re.compile(
    r"[A-Z][\w/]*-?\d[\w-]*|[A-Z]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April"
    r"|May|June|July"
    r"|August|September|October|November|December)"
)
"""Designations of systems, days and months."""

_THINGS_OPEN: Final = re.compile(
    r"(?i:\w+(?:tion|ment|ing|ance|ence|ship|craft|hull|gun|bomb|tank|jet)s|tests|trials|plans|talks|sales"
    r"|losses|results|ships|debris|wreckage|fragments|remains"
    r"|rumou?rs?|legend|tradition|history|experience|everything|nothing|evidence|time|word|boats|missiles"
    r"|rockets|drones|deliveries|launches|works|days|years|prices|costs|parts|shells|rounds)"
)


_DOER: Final = re.compile(
    r"(?!(?:fight|bomb|destroy|cruis|carri|tank|launch|transport|helicopt|numb|pow|ord|tow|wat|weath|wint|bord"
    r"|rudd|trail"
    r"|tend|lett|mort|cent|sup|oth|ev|und|ov|aft|nev|min|maj|mot|reac|rot|sens|fact|sect|err|mirr|thrust|boost|charg"
    r"|counterpow|lay|transmitt|receiv|detonat|propell|comput|track|mast|muzz|compress|silenc|afterburn"
    r"|gli?d)(?:er|or)$)"
    r"[a-z]{2,}(?:er|or|ist|ian|ee|man)"
)
"""Whoever does something: a bidder, an economist. Machines with such names do not speak."""


def _singulars(noun: str) -> list[str]:
    return [noun, *(noun.removesuffix(ending) + single for ending, single in _PLURALS if noun.endswith(ending))]


@cache
def _nouns() -> frozenset[str]:
    lines = files("materiel.reading.drafts.voices").joinpath("nouns.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def clean(who: str) -> str | None:
    """Return the shortest phrase that names the agent among some words, or None if they name nobody."""
    name = _TIME.sub("", who.strip(" ,.'\"-"))
    name = _CONJUNCTION.sub("", name)
    name = _LEADING_PHRASE.sub("", _TIME_BEFORE.sub("", name))
    shorter = _POSTMODIFIER.sub("", name)
    if _STARTS.match(shorter) and not _ARTICLE_ALONE.fullmatch(shorter):
        name = shorter
    words = name.split()
    if not words or len(words) > _LONGEST or words[0] in _NOBODY or _CLAUSE.search(name) or "·" in name or "§" in name:
        return None
    if _NOT_FIRST.match(name) or _ARTICLE_ALONE.fullmatch(name):
        return None
    if _WE.search(name) or not (_STARTS.match(name) or (words[-1] in _PERSONS and len(words) < _FEW)):
        return None
    return trimmed(name)


_CONJUNCTION: Final = re.compile(
    r"^(?:but|and|while|whereas|although|however|meanwhile|also|later|still|then|yet|though|because|since) ", re.I
)


def trimmed(name: str) -> str | None:
    """Return a phrase that names an agent without what describes it behind its name, None for the writer's "we"."""
    name = _TIME.sub("", _CONJUNCTION.sub("", name.strip(" ,.'\"-")))
    cut = _TAIL_CLAUSE.sub("", name)
    if OWN_NAME.match(cut):
        name = cut
    head = _TAIL.sub("", name)
    if OWN_NAME.match(head) and " " in head and "'s" not in head and not _BODY.search(head):
        name = head
    if single := _OCCASION.match(name):
        name = single[1]
    name = _SEEN.sub("", name)
    name = _ON_SHOW.sub(r"\1", name).strip(" ,")
    if not name or len(name.split()) > _LONGEST or name.lower() in _NO_SPEAKERS or "§" in name or "·" in name:
        return None
    return name


_OCCASION: Final = re.compile(
    r"^([A-ZÀ-Þ][\w.-]+(?:'s)?|(?:the|The|an?|An?|its|his|her|their) [\w' -]+?) (?:(?:on|at|in|by|during"
    r"|throughout) (?:the |that |this )?"
    r"(?:(?:following|next|same|previous|early|late) )?(?:day|time|morning|night|week|month|year|evening|moment"
    r"|weekend|end|turn)\b"
    r"|for (?:its|his|her|their) part|as of|through (?:its|his|her|their|the|an?)|via|in (?:its|his|her"
    r"|their) (?:latest |annual |own |new )?(?:edition"
    r"|book|report|memoirs?|diary|letter|statement|reply|answer|evidence|testimony|account)"
    r"|in an? (?:\w+ )?(?:letter|report|reply|note"
    r"|statement|interview|telegram|speech|book|study|article))\b.*$"
)
"""When and where somebody speaks, behind the name."""

_SEEN: Final = re.compile(r" (?:seen|obtained|reviewed|viewed|read) by .+$")
"""Who has seen a paper, behind its name."""

_ON_SHOW: Final = re.compile(
    r"^((?:the |an? )?(?:[\w-]+ ){0,2}(?:placard|sign|poster|label|notice|banner|plaque|note|leaflet|inscription"
    r"|plate))"
    r" (?:at|on|in|by|beside|above|over|near) .+$"
)
"""What is written somewhere, and where that is."""

_NO_SPEAKERS: Final = frozenset(["we", "i", "you", "who", "our", "us"])
