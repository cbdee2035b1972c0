"""Whether a verb of speech is meant where it stands: "the crew reported a leak", and not "reported for duty"."""

from __future__ import annotations

import re
from typing import Final

from materiel.reading.drafts.voices.verbs import Verb

_FINITE: Final = (
    r"(?:is|are|was|were|has|have|had|will|would|can|cannot|could|may|might|must|should|did|does|do|came|went"
    r"|sank|fell|took"
    r"|made|sent|flew|hit|lost|won|left|kept|began|bought|sold|built|held|fired|used|weighs?|carries|costs?"
    r"|needs|flies"
    r"|works?|remains?|remained|failed|entered|received|crashed|displaces|reached|reaches|isn't|aren't|wasn't|won't"
    r"|can't|hasn't|haven't|doesn't|didn't)"
)
_CLAUSE: Final = re.compile(
    r",? ?(?:(?:to|on|in|at|during|last|this|yesterday|today|again|also|publicly|only|himself|herself|itself|later)\b"
    r"[^,;:\"]{0,70}? )?(?:that|how|why|whether|there (?:is|are|was|were|had|will|would))\b"
    r"|: |,? ?\"|,? (?:only )?(?:(?:the|an?|its|their|his|her|our|it|they|he|she|this|these|those|some|all|no"
    r"|none|many|most|both|few"
    rf"|half|[A-Z][\w.'-]*|\d[\w.,-]*|two|three|four|five|six|about|around|up|only|more|fewer"
    rf"|less)(?: [\w.'/-]+){{0,7}}?) {_FINITE}\b"
)
_TO_SOMEBODY: Final = frozenset(str.split("assure inform notify advise tell promise warn reassure caution remind"))
_ADJUNCT: Final = re.compile(
    r"(?: (?:on|in|at|to|during|from|via|over|by|before|through|with|after|about|upon|when|as|under|while|last"
    r"|this|later|earlier"
    r"|yesterday|today|here|there|again|too|recently|ruefully|\w+ly|(?:Mon|Tues|Wednes|Thurs|Fri|Satur"
    r"|Sun)day)\b[^,;\"]*)?(?=[,;.)?!]|$| [-–—]|\")"
)
_PERSON_OBJECT: Final = re.compile(r"(?: (?!to\b)[\w.'-]+){1,5}(?=[,;.)]|$)")
_NOT_SPOKEN: Final = {
    "report": re.compile(r" (?:for|back|sick|directly)\b| to (?!(?:the )?\w+ (?:that|on)\b)"),
    "tell": re.compile(
        r"(?: (?!that\b|it\b|they\b|he\b|she\b|there\b|we\b|is\b|was\b|were\b|had\b|has\b|would\b|will\b"
        r"|plan\w*\b|want\w*\b|hop\w+\b"
        r"|intend\w*\b|expect\w*\b|due\b|set\b|likely\b|able\b|ready\b|need\w*\b|going\b"
        r"|began\b)[\w'-]+){1,6} (?:not )?to [a-z]+"
        r"|(?: apart|of (?:the )?past)| (?:between|apart)\b"
    ),
    "deny": re.compile(
        r"(?: (?:him|her|them|it|us|[A-Z]\w+|the \w+))? (?:access|entry|permission|visas?|overflight|bail)\b"
    ),
    "claim": re.compile(r" (?:\w+ )?(?:lives?|victory|victims?|the (?:lives|life)|a (?:record|medal|prize|place))\b"),
    "say": re.compile(
        r" (?:goodbye|farewell|prayers|no to|yes to|(?:nothing|little)(?! (?:is|was|were|has|had|will|would"
        r"|could)))\b"
    ),
    "believe": re.compile(r" in\b"),
    "confirm": re.compile(r" (?:him|her|them) (?:as|in)\b"),
    "state": re.compile(r" (?!that\b|in\b|on\b|only\b|its?\b|the\b|clearly\b|publicly\b)\w"),
    "note": re.compile(r" (?:of|for|down)\b"),
    "doubt": re.compile(r" (?:about|over)\b"),
    "stress": re.compile(r" (?:on|test)\b"),
    "vow": re.compile(r" (?:of)\b"),
    "accuse": re.compile(r" each other"),
    "admit": re.compile(r" (?:him|her|them|women|members|visitors) "),
    "recall": re.compile(
        r" (?:(?:its|the|all|some|\d+) )?(?:\w+ )?(?:ambassador|envoy|troops|vehicles|aircraft|reservists|pilots)\b"
    ),
    "add": re.compile(r" (?:to|up|two|three|an?|\d)\b"),
    "agree": re.compile(r" (?:to|on|upon)\b"),
    "speak of": re.compile(r"(?!)"),
    "hold": re.compile(r"(?! that\b)"),
    "project": re.compile(r"(?! that\b)"),
    "grant": re.compile(r"(?! that\b)"),
    "allow": re.compile(r"(?! that\b)"),
    "expect": re.compile(r"(?! that\b)"),
    "feel": re.compile(r"(?! that\b)"),
    "rule": re.compile(r"(?! that\b)"),
    "find": re.compile(r"(?! that\b)"),
    "determine": re.compile(r"(?! that\b)"),
    "judge": re.compile(r"(?! that\b)"),
    "signal": re.compile(r"(?! that\b)"),
    "praise": re.compile(r"(?!.*\")"),
    "criticise": re.compile(r"(?!.*\")"),
}  # fmt: skip
"""What stands behind a verb, by its lemma, where nobody speaks."""

_PARTICLE: Final = re.compile(r" (?:off|out|down|up|away)\b(?! to\b)")
_PASSIVE_BEHIND: Final = re.compile(r" (?:by\b|to (?:be|have|\w+ between)\b)")
_PASSIVE_TOO: Final = frozenset(
    str.split("say believe report think estimate suspect allege assess predict judge mention expect state")
)
_MEASURE: Final = re.compile(
    r" (?:(?:the|its|their|an?|her|his|that|this)(?: [\w-]+){0,5}? (?:length|numbers?|weight|mass|speed|range"
    r"|total|toll|distance"
    r"|figure|cost|price|count|altitude|height|yield|crew|date|fleet|force|odds|ceiling|displacement|thrust"
    r"|payload|load|span"
    r"|wingspan|endurance|strength|size|age|losses|life|depth|diameter|calibre|rate)\b[^;]{0,60}? (?:at|as"
    r"|between|above|below|near|around|under|over|closer|beyond)\b"
    r"|(?:it|them|her|him|[A-Z][^,;\"]{1,50}?|(?:the|its|their)\b[^,;\"]{1,60}?) (?:at (?:about|around|some"
    r"|roughly|between|no|more|less|over|under|only|just"
    r"|up|an?|nearly|almost|two|three|four|five|six|seven|eight|nine|ten|twelve|half|\d|[$€£]|\")|as\b|with an?\b))"
)
_GIVEN: Final = re.compile(
    r" (?:(?:the|its|their|an?|her|his)(?: [\w-]+){0,3}? )?(?:length|numbers?|weight|mass|speed|range|total|toll"
    r"|figures?|cost|price|ceiling"
    r"|displacement|thrust|payload|load|span|wingspan|endurance|strength|crew|life|depth|diameter|height|calibre"
    r"|rate)\b|[^,;]* as\b"
)
_HELD: Final = re.compile(
    r" (?:it|them|(?:the|its|their|this|these)(?: [\w-]+){1,3}?) (?:\w+ly |too |now )?(?:obsolete|outdated|un(?:safe"
    r"|fit|sound)"
    r"|safe|inferior|superior|essential|vital|inadequate|adequate|\w+(?:able|ible|less|ious))(?=[.,;]| and\b|$)"
)
"""What is held to be so: "considers the tank obsolete"."""

_LISTED: Final = re.compile(r" [^,;\"]{2,50}? (?:at|as|with|\w+ing|\w+ed|lost|built|sunk)\b")
_LISTING: Final = re.compile(
    r"\b(?:log|logbook|diary|yearbook|bulletin|register|list|report|table|records?|account|chronicle|history|entry"
    r"|website"
    r"|page|sheet"
    r"|catalogue|index|map|Balance|edition|inventory|census|statistics|ledger|roster|version)\b(?!.* of )"
)
"""Papers that have a thing at a number, or in a place: "the log has her leaving at six"."""

_WRITTEN: Final = re.compile(
    r"\b(?:label|sign|placard|notice|banner|plaque|inscription|caption|poster|headline|statement|letter|note|message"
    r"|order|telegram|entry|page|post|tweet|email|sticker|slogan)$"
)
"""What reads as it reads: "the sign read 'No entry'"."""

_LISTS: Final = frozenset(str.split("gives gave give quotes quoted has had puts put lists listed"))
_VALUED: Final = re.compile(r" (?!one\b|been\b|no\b|pages\b)[^,;]{0,60}?\d")
_COUNTED: Final = re.compile(
    r" (?:(?:about|some|only|no|over|just) )?(?:\d|two|three|four|five|six|seven|eight"
    r"|nine|ten|no\b)"
)
_NAMED: Final = re.compile(
    r" (?:it|them|her|him|this|these"
    r"|the [\w-]+(?: [\w-]+)?)(?: simply)? (?:(?:the )?[A-Z][\w-]*(?: [A-Z][\w-]*)*(?=[,.;]| and\b|$)"
    r"|the (?:\"|(?!most |best |worst |\w+est )[\w-]+(?: [\w-]+)?(?=[,.;]|$)))"
)
_PREDICATE: Final = re.compile(
    r" (?:it|them|her|him|this|that|these|those|the|its|their|an?|[A-Z])[^;]*?(?:\"| as\b)"
    r"| (?:it|them|this|(?:the|its|their) [\w' -]{2,50}?) (?:an? |the |too |\w+ly )?[a-z-]+(?=[,.;]| and\b|$)"
)


_PERSONS: Final = re.compile(
    r"\b(?:officials|officers|generals|admirals|commanders|planners|experts|lawmakers|ministers|executives"
    r"|engineers|leaders"
    r"|pilots|crews|critics|analysts|soldiers|sailors|deputies|senators|advisers|sources)\b",
    re.I,
)
"""People who tell what they would like. What a navy would like is its plan."""


def speaks(verb: Verb, who: str, before: str, after: str) -> bool:
    """Say whether `verb` is one of speech with its subject, between the words `before` that and those `after` it."""
    if verb.lemma in _LISTS and _LISTING.search(who) and _VALUED.match(after):
        return True
    if (
        verb.lemma in ("has", "had", "have")
        and _LISTED.match(after)
        and (_LISTING.search(who) or re.match(r"[^,;]* at \d", after))
    ):
        return True
    if verb.kind == "document" and _COUNTED.match(after) and verb.lemma in ("show", "record"):
        return True
    if verb.kind == "naming":
        return _names(after)
    if verb.kind == "measure":
        return _measures(verb.lemma, after)
    if verb.lemma in _PASSIVE_TOO and verb.past and _PASSIVE_BEHIND.match(after) and not after.startswith(" to have"):
        return False
    if verb.past and after.startswith(" by "):
        return False
    if verb.kind == "as":
        return False
    if verb.kind == "wish":
        return _PERSONS.search(who) is not None
    if verb.kind == "view":
        return who.lower() != "it"
    if verb.lemma in _NOT_SPOKEN and _NOT_SPOKEN[verb.lemma].match(after) and not spoken_beside(before, after):
        return False
    if _PARTICLE.match(after) and not verb.lemma.endswith((" of", "say")):
        return False
    if verb.kind == "object":
        return True
    if verb.lemma == "read":
        return _WRITTEN.search(who) is not None and after.startswith((' "', ': "', ', "', " that "))
    if verb.kind == "clause" and verb.lemma in _OF and _ABOUT.match(after):
        return True
    if verb.lemma in ("recommend", "propose", "suggest") and re.match(r" (?:against )?\w{3,}ing\b", after):
        return True
    if verb.lemma in ("ask", "wonder", "inquire", "enquire") and _ASKED.match(after):
        return True
    if verb.kind == "manner":
        return _quoted_beside(before, after) or spoken_beside(before, after)
    beside = spoken_beside(before, after)
    if beside or (verb.kind == "clause" and _CLAUSE.match(after) is not None):
        return True
    if verb.kind == "document":
        return re.match(r" that\b", after) is not None
    return verb.lemma in _TO_SOMEBODY and re.match(r"(?: [\w.'-]+){1,5} that\b", after) is not None


def _names(after: str) -> bool:
    """Say whether somebody is said to call a thing what it may not be: "calls it absurd", not "calls it SCALP"."""
    if after.startswith((" for ", " at ", " on ", " in ", " off", " up")) or _NAMED.match(after):
        return False
    return _PREDICATE.match(after) is not None


def _measures(verb: str, after: str) -> bool:
    if verb in ("considers", "considered", "regards", "regarded", "values", "valued"):
        return re.match(r" [^,;]{2,60}? (?:to be|as)\b", after) is not None or _HELD.match(after) is not None
    if verb[:4] in ("give", "gave", "quot"):
        return _GIVEN.match(after) is not None
    if verb in ("has", "have", "had"):
        return re.match(r" (?:it|them|her|him) (?:still |down |as )?(?:at|as)\b", after) is not None
    if verb[:3] == "put":
        return _MEASURE.match(after) is not None
    if verb[:3] in ("mak", "mad"):
        return (
            re.match(
                r" (?:it|the (?:total|number|count|figure|price|range|weight)) (?:\w+ )?(?:\d|two|three"
                r"|four|five|six|seven|eight|nine|ten)",
                after,
            )
            is not None
        )
    if verb[:6] == "credit":
        return re.match(r" [^,;\"]{2,60}? with\b", after) is not None
    if verb == "counted" and _COUNTED.match(after):
        return True
    if verb[:4] in ("list", "coun") and (_GIVEN.match(after) or re.match(r" (?:about |some |only |over )?\d", after)):
        return True
    return (
        re.match(r" [^,;\"]{2,60}? (?:at (?:about|around|some|\w+ly|no|more|less|\d|[$€£])|as|with an?)\b", after)
        is not None
    )


def spoken_beside(before: str, after: str) -> bool:
    """Say whether what is said stands before the subject, with a mark between, or all around."""
    marked = before.rstrip().endswith((",", '"', "?", "!", "–", "—", "--"))
    marked = marked or _SO.match(before) is not None
    whole = bool(before.strip()) and (_ADJUNCT.match(after) or _PERSON_OBJECT.match(after)) is not None
    if not (marked and whole):
        return False
    return before.rstrip().endswith('"') or not _FRONTED.match(before)


_SO: Final = re.compile(r"(?:Or |And |but |or )?[Ss]o(?:,? at least,?)? ?$")
_OF: Final = frozenset(
    str.split(
        "complain boast brag hint speculate joke muse rage fume protest object grumble caution remark"
        " comment crow gloat"
        " theorise theorize guess allude elaborate demur quibble counter reply respond retort"
    )
)
_ABOUT: Final = re.compile(r" (?:\w+ly )?(?:of|about|against|at|on|over|to|with)\b")
"""Verbs of speech with what is spoken of behind them: "complained of the price"."""

_ASKED: Final = re.compile(r"(?: aloud)? (?:whether|if|why|how|what|when|where)\b")
_FRONTED: Final = re.compile(
    r"(?:When|After|Before|As|While|If|Since|Once|Until|Although|Though|Because|In|On|At|By|For|From|With|During"
    r"|Under"
    r"|Despite|Following|Asked|Pressed|Told|Then|Later|Earlier|However|Meanwhile|Still|Instead|Yesterday|Today)\b"
    r"[^,]*, ?$"
)
"""A clause or phrase before the main clause, which is not what somebody says: "In May, officials agreed"."""


def _quoted_beside(before: str, after: str) -> bool:
    return before.rstrip(" ,").endswith('"') or re.match(r"(?: [\w' ]{2,30})?[:,] \"| \"", after) is not None


def ends_speech(after: str) -> bool:
    """Say whether nothing but a time or an occasion stands between a verb and the next mark."""
    return _ADJUNCT.match(after) is not None or after.startswith((" it", " in ", " on "))
