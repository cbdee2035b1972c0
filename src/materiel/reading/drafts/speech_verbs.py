"""Verbs of speech, and whether one is meant where it stands: "the crew reported a leak", and not "reported for duty"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Final

_IRREGULAR: Final = {
    "say": "said",
    "tell": "told",
    "write": "wrote",
    "think": "thought",
    "hold": "held",
    "feel": "felt",
    "swear": "swore",
    "bet": "bet",
    "find": "found",
    "forecast": "forecast",
    "begin": "began",
    "read": "read",
    "decry": "decried",
    "message": "messaged",
}
_DOUBLED: Final = frozenset(str.split("admit quip snap nod grin infer aver signal blog rebut demur"))
"""Verbs whose last letter is doubled: "admitted"."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of speech as it stands in a text.

    `kind` says what has to stand beside it (see speech_verbs.txt). `number` is 1 for a form with a subject in the
    singular only, 2 for one in the plural only, 0 for any.
    """

    lemma: str
    kind: str
    number: int = 0
    past: bool = False


@cache
def verbs() -> dict[str, Verb]:
    """Return the verbs of one word by form."""
    text = files("materiel.reading.drafts").joinpath("speech_verbs.txt").read_text(encoding="utf-8")
    found: dict[str, Verb] = {"tells": Verb("tell", "object", 1), "told": Verb("tell", "object", 0, past=True)}
    found["tell"] = Verb("tell", "object", 2)
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        kind, *lemmas = line.split()
        for lemma in lemmas:
            found[lemma] = Verb(lemma, kind, 2)
            found[_third(lemma)] = Verb(lemma, kind, 1)
            for past in _past(lemma):
                found[past] = Verb(lemma, kind, 0, past=True)
    return found


def _third(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _past(lemma: str) -> list[str]:
    if lemma in _IRREGULAR:
        return [_IRREGULAR[lemma]]
    if lemma in ("signal",):
        return ["signalled", "signaled"]
    if lemma in _DOUBLED:
        return [lemma + lemma[-1] + "ed"]
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return [lemma[:-1] + "ied"]
    return [lemma + ("d" if lemma.endswith("e") else "ed")]


_DISPUTED: Final = (
    r"(?: [\w'-]+){0,5}? (?:reports?|claims?|allegations?|accusations?|suggestions?|notion|idea|charges?|criticism"
    r"|findings?|assertions?|rumou?rs?|figures?|estimates?|speculation|talk|story|stories|accounts?|versions?|numbers?"
    r"|assessments?|conclusions?|comparisons?|warnings?|fears|concerns|complaints?|it|this|that|them)\b|[^,;]* as\b|.*\""
)
_VIEW: Final = (
    r"(?:convinced|certain|sure|confident|adamant|s[ck]eptical|doubtful|dubious|unconvinced|unsure|of the (?:opinion"
    r"|view)|in no doubt|blunt|insistent|categorical|emphatic|pessimistic|optimistic|unequivocal)"
)
_PHRASES: Final = (
    ("clause", 1, r"points out|makes (?:it )?(?:clear|plain|known)|lets slip|lets on|spells out|sets out|lays out"),
    ("clause", 0, r"pointed out|made (?:it )?(?:clear|plain|known)|let (?:it )?(?:slip|on|be known)|spelled out"),
    ("clause", 2, r"point out|make (?:it )?(?:clear|plain|known)"),
    ("manner", 0, r"(?:hits?|shot|fires?|fired|shoots?) back|chip(?:s|ped) in|chime[sd]? in|sum(?:s|med) up"),
    ("manner", 0, r"w(?:ent|eighs?|eighed) (?:on|in)(?! (?:to|sale|strike|show|board|trial|patrol))|goes on(?! (?:to|sale|strike|show|board|trial|patrol))|put(?:s)? it|cut(?:s)? in"),
    ("object", 1, r"speaks of|talks of|has spoken of|has talked of"),
    ("object", 0, r"spoke of|talked of|(?:goes|went|gone) on to (?:say|add|list|describe|explain|claim|argue|note|warn)"),
    ("object", 0, r"(?:has|have|had) (?:spoken|talked) of|(?:was|were|is|are|been) (?:quoted|cited|reported)[\w ]* as saying"),
    ("object", 0, r"(?:was|were|been) heard (?:saying|to say)|ha[sd] it that|(?:took|takes?) the view"),
    ("object", 0, r"(?:came|come|comes|goes|went|gone|is|was|has been|have been) (?:out and |on (?:the )?record )as? ?saying"),
    ("object", 0, r"(?:went|goes|gone) on (?:the )?record|continue[sd]? to (?:say|insist|claim|deny|maintain|argue)"),
    ("object", 0, r"(?:did|does|do|would|could|can|will) not (?:dispute|deny|rule out|exclude|believe|think|doubt)"),
    ("object", 0, r"(?:doesn't|don't|didn't|wouldn't) (?:dispute|deny|rule out|believe|think|doubt)"),
    ("object", 0, r"would (?:only say|say only|confirm only|only confirm|admit only|only admit|say no more than)"),
    ("object", 0, r"asks? (?:us|me|readers|it to be) to (?:state|say|note|point out|add|record)"),
    ("object", 0, r"(?:has|have|had|puts?) (?:it|her|him|them) (?:still |down )?(?:at|as)\b"),
    ("object", 0, r"(?:dismiss(?:es|ed)?|reject(?:s|ed)?|disput(?:es|ed?)|discount(?:s|ed)?|shrug(?:s|ged)? off"
     rf"|play(?:s|ed) down|brush(?:es|ed) (?:off|aside)|repudiate[sd]?|disavow(?:s|ed)?)(?={_DISPUTED})"),
    ("object", 0, r"(?:cast|casts|casting) doubt on|(?:took|takes?) issue with|(?:knew|knows?) nothing (?:of|about)"),
    ("object", 0, r"g(?:ives?|ave) (?:warning|notice|assurances?|word)\b|rule[sd]? out (?:any|the (?:idea|possibility))"),
    ("as", 0, r"(?:has|have|had|tells?|told|sees?|saw) it"),
    ("view", 0, rf"(?:is|are|was|were|remains?|remained|seem(?:s|ed)) (?:\w+ly |less |more |so |itself |far from )?{_VIEW}(?=[.,]| (?:that|about|on)\b| (?:the|its?|they|he|she|no|an?|[A-Z]\w+)\b|$)"),
    ("naming", 0, r"(?:call|term|describe|label|brand|characteri[sz]e|dub|deride|portray|depict|denounce|condemn|hail)"
     r"(?:s|d|ed|led|led)?\b|branded|termed|labelled|labeled|decrie[sd]"),
    ("object", 0, r"will (?:tell (?:you|anyone|anybody)|say that)|would have (?:us|you|the world|everyone) believe"
     r"|kn(?:ows?|ew) of no"),
    ("measure", 0, r"(?:remembers?|remembered|makes?|made|puts?|pegs?|pegged|rates?|rated|places?|placed|numbers?|numbered|counts?|counted|prices?|priced"
     r"|lists?|listed|credits?|credited|gives?|gave|quotes?|quoted|values?|valued|has|have|had|considers?|considered"
     r"|regards?|regarded)\b"),
)  # fmt: skip
"""Verbs of several words, or that speak with certain words behind them only; the number as in Verb."""

_PATTERNS: Final = tuple((kind, number, re.compile(rf"(?:{pattern})(?!\w)")) for kind, number, pattern in _PHRASES)
_FIRST: Final = re.compile(
    r"points?|pointed|ma[kd]e|makes|lets?|spell|set|lay|laid|hits?|sh[o]+ts?|fire|chi|sum|w[e]|goes|gone|puts?|cut|sp[eo]|talk"
    r"|ha[sd]|have|was|were|is|are|been|took|take|came|come|cont|d[io]|would|could|can|will|asks?|dis|rej|shrug|play|brush"
    r"|repud|cast|knew|know|g[ia]v|rule|remain|seem|call|term|desc|label|brand|char|dub|deri|port|depi|deno|cond|hail|decr"
    r"|peg|rate|plac|numb|coun|pric|list|cred|quot|valu|cons|rega"
)


def verb_at(text: str, start: int, word: str) -> tuple[Verb, int] | None:
    """Return the verb of speech that begins at `start` of `text` with `word`, and where it ends."""
    if _FIRST.match(word):
        for kind, number, pattern in _PATTERNS:
            if found := pattern.match(text, start):
                return Verb(found[0], kind, number, past=found[0].endswith("ed")), found.end()
    verb = verbs().get(word)
    if verb is not None and verb.lemma not in _NOUNS_TOO:
        verb = replace(verb, number=0)
    return (verb, start + len(word)) if verb else None


_NOUNS_TOO: Final = frozenset(
    str.split("state report claim estimate doubt note project comment forecast guess fear boast judge signal hint record"
              " caution warrant message email text cable post tweet show find blame praise reason hold feel bet wager cry")
)  # fmt: skip
"""Verbs whose forms of the present are nouns too, which the number of the subject tells apart."""

_FINITE: Final = (
    r"(?:is|are|was|were|has|have|had|will|would|can|cannot|could|may|might|must|should|did|does|do|came|went|sank|fell|took"
    r"|made|sent|flew|hit|lost|won|left|kept|began|bought|sold|built|held|fired|used|weighs?|carries|costs?|needs|flies"
    r"|works?|remains?|remained|failed|entered|received|crashed|displaces|reached|reaches|isn't|aren't|wasn't|won't"
    r"|can't|hasn't|haven't|doesn't|didn't)"
)
_CLAUSE: Final = re.compile(
    r",? ?(?:(?:to|on|in|at|during|last|this|yesterday|today|again|also|publicly|only|himself|herself|itself|later)\b"
    r"[^,;:\"]{0,70}? )?(?:that|how|why|whether|there (?:is|are|was|were|had|will|would))\b"
    r"|: |,? ?\"|,? (?:only )?(?:(?:the|an?|its|their|his|her|our|it|they|he|she|this|these|those|some|all|no|none|many|most|both|few"
    rf"|half|[A-Z][\w.'-]*|\d[\w.,-]*|two|three|four|five|six|about|around|up|only|more|fewer|less)(?: [\w.'/-]+){{0,7}}?) {_FINITE}\b"
)
_TO_SOMEBODY: Final = frozenset(str.split("assure inform notify advise tell promise warn reassure caution remind"))
_ADJUNCT: Final = re.compile(
    r"(?: (?:on|in|at|to|during|from|via|over|by|before|through|with|after|about|upon|when|as|under|while|last|this|later|earlier"
    r"|yesterday|today|here|there|again|too|recently|ruefully|\w+ly|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b[^,;\"]*)?(?=[,;.)?!]|$| [-–—]|\")"
)
_PERSON_OBJECT: Final = re.compile(r"(?: (?!to\b)[\w.'-]+){1,5}(?=[,;.)]|$)")
_NOT_SPOKEN: Final = {
    "report": re.compile(r" (?:for|back|sick|directly)\b| to (?!(?:the )?\w+ (?:that|on)\b)"),
    "tell": re.compile(
        r"(?: (?:the|its|his|her|their|an?|all|some|both))?(?: (?!that\b)[\w'-]+){1,2} (?:not )?to [a-z]+"
        r"|(?: apart|of (?:the )?past)| (?:between|apart)\b"
    ),
    "deny": re.compile(
        r"(?: (?:him|her|them|it|us|[A-Z]\w+|the \w+))? (?:access|entry|permission|visas?|overflight|bail)\b"
    ),
    "claim": re.compile(r" (?:\w+ )?(?:lives?|victory|victims?|the (?:lives|life)|a (?:record|medal|prize|place))\b"),
    "say": re.compile(r" (?:goodbye|farewell|prayers|no to|yes to|nothing|little)\b"),
    "confirm": re.compile(r" (?:him|her|them) (?:as|in)\b"),
    "state": re.compile(r" (?!that\b|in\b|on\b|only\b|its?\b|the\b|clearly\b|publicly\b)\w"),
    "note": re.compile(r" (?:of|for|down)\b"),
    "doubt": re.compile(r" (?:about|over)\b"),
    "stress": re.compile(r" (?:on|test)\b"),
    "vow": re.compile(r" (?:of)\b"),
    "accuse": re.compile(r" each other"),
    "admit": re.compile(r" (?:him|her|them|women|members|visitors) "),
    "recall": re.compile(r" (?:(?:its|the|all|some|\d+) )?(?:\w+ )?(?:ambassador|envoy|troops|vehicles|aircraft|reservists|pilots|a battle)\b"),
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
    r" (?:(?:the|its|their|an?|her|his|that|this)(?: [\w-]+){0,5}? (?:length|numbers?|weight|mass|speed|range|total|toll|distance"
    r"|figure|cost|price|count|altitude|height|yield|crew|date|fleet|force|odds|ceiling|displacement|thrust|payload|load|span"
    r"|wingspan|endurance|strength|size|age|losses|life|depth|diameter|calibre|rate)\b"
    r"|(?:it|them|her|him|[A-Z][^,;\"]{1,50}?|(?:the|its|their)\b[^,;\"]{1,60}?) (?:at (?:about|around|some|roughly|between|no|more|less|over|under|only|just"
    r"|up|an?|nearly|almost|\d|\")|as\b|with an?\b))"
)
_GIVEN: Final = re.compile(
    r" (?:(?:the|its|their|an?|her|his)(?: [\w-]+){0,3}? )?(?:length|numbers?|weight|mass|speed|range|total|toll|figures?|cost|price|ceiling"
    r"|displacement|thrust|payload|load|span|wingspan|endurance|strength|crew|life|depth|diameter|height|calibre|rate)\b|[^,;]* as\b"
)
_LISTED: Final = re.compile(r" [^,;\"]{2,50}? (?:at|as|with|\w+ing|\w+ed|lost|built|sunk)\b")
_LISTING: Final = re.compile(
    r"(?:log|diary|yearbook|bulletin|register|list|report|table|records?|account|chronicle|history|entry|website|page|sheet"
    r"|catalogue|index|map|Balance|edition|inventory|census|statistics|ledger|roster|version)\b(?!.* of )"
)
"""Papers that have a thing at a number, or in a place: "the log has her leaving at six"."""

_LISTS: Final = frozenset(str.split("gives gave give quotes quoted has had puts put lists listed"))
_VALUED: Final = re.compile(r" (?!one\b|been\b|no\b|pages\b)[^,;]{0,60}?\d")
_COUNTED: Final = re.compile(r" (?:(?:about|some|only|no|over|just) )?(?:\d|two|three|four|five|six|seven|eight|nine|ten|no\b)")
_NAMED: Final = re.compile(r" (?:it|them|her|the \w+|this|these)(?: simply)? (?:the )?[A-Z][\w-]*(?=[,.;]| and\b|$)")
_PREDICATE: Final = re.compile(
    r" (?:it|them|her|him|this|that|these|those|the|its|their|an?|[A-Z])[^;]*?(?:\"| as\b)"
    r"| (?:it|them|this|(?:the|its|their) [\w' -]{2,50}?) (?:an? |the |too |\w+ly )?[a-z-]+(?=[,.;]| and\b|$)"
)


def speaks(verb: Verb, who: str, before: str, after: str) -> bool:
    """Say whether `verb` is one of speech with its subject, between the words `before` that and those `after` it."""
    if verb.lemma in _LISTS and _LISTING.search(who) and _VALUED.match(after):
        return True
    if verb.lemma in ("has", "had", "have") and _LISTED.match(after) and (_LISTING.search(who) or re.match(r"[^,;]* at \d", after)):
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
    if verb.kind == "view":
        return True
    if verb.lemma in _NOT_SPOKEN and _NOT_SPOKEN[verb.lemma].match(after) and not spoken_beside(before, after):
        return False
    if _PARTICLE.match(after) and not verb.lemma.endswith((" of", "say")):
        return False
    if verb.kind == "object":
        return True
    if verb.lemma == "read":
        return False
    if verb.kind == "clause" and verb.lemma in _OF and _ABOUT.match(after):
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
        return re.match(r" [^,;]{2,60}? (?:to be|as)\b", after) is not None
    if verb[:4] in ("give", "gave", "quot"):
        return _GIVEN.match(after) is not None
    if verb in ("has", "have", "had"):
        return re.match(r" (?:it|them|her|him) (?:still |down |as )?(?:at|as)\b", after) is not None
    if verb[:3] == "put":
        return _MEASURE.match(after) is not None
    if verb[:3] in ("mak", "mad"):
        return re.match(r" (?:it|the (?:total|number|count|figure|price|range|weight)) (?:\w+ )?(?:\d|two|three|four|five|six|seven|eight|nine|ten)", after) is not None
    if verb[:6] == "credit":
        return re.match(r" [^,;\"]{2,60}? with\b", after) is not None
    if verb[:4] in ("list", "coun") and (_GIVEN.match(after) or re.match(r" (?:about |some |only |over )?\d", after)):
        return True
    return re.match(r" [^,;\"]{2,60}? (?:at (?:about|around|some|\w+ly|no|more|less|\d)|as|with an?)\b", after) is not None


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
    str.split("complain boast brag hint speculate joke muse rage fume protest object grumble caution remark comment crow gloat"
              " theorise theorize guess allude elaborate demur quibble counter reply respond retort")
)  # fmt: skip
_ABOUT: Final = re.compile(r" (?:\w+ly )?(?:of|about|against|at|on|over|to|with)\b")
"""Verbs of speech with what is spoken of behind them: "complained of the price"."""

_ASKED: Final = re.compile(r"(?: aloud)? (?:whether|if|why|how|what|when|where)\b")
_FRONTED: Final = re.compile(
    r"(?:When|After|Before|As|While|If|Since|Once|Until|Although|Though|Because|In|On|At|By|For|From|With|During|Under"
    r"|Despite|Following|Asked|Pressed|Told|Then|Later|Earlier|However|Meanwhile|Still|Instead|Yesterday|Today)\b"
    r"[^,]*, ?$"
)
"""A clause or phrase before the main clause, which is not what somebody says: "In May, officials agreed"."""


def _quoted_beside(before: str, after: str) -> bool:
    return before.rstrip(" ,").endswith('"') or re.match(r"(?: [\w' ]{2,30})?[:,] \"| \"", after) is not None


def ends_speech(after: str) -> bool:
    """Say whether nothing but a time or an occasion stands between a verb and the next mark."""
    return _ADJUNCT.match(after) is not None or after.startswith((" it", " in ", " on "))
