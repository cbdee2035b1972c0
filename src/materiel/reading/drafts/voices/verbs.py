"""Verbs of speech: their forms, and what has to stand beside them."""

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
_DOUBLED: Final = frozenset(str.split("admit quip snap nod grin infer aver blog rebut demur"))
"""Verbs whose last letter is doubled: "admitted"."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of speech as it stands in a text.

    `kind` says what has to stand beside it (see verbs.txt). `number` is 1 for a form with a subject in the
    singular only, 2 for one in the plural only, 0 for any.
    """

    lemma: str
    kind: str
    number: int = 0
    past: bool = False


@cache
def verbs() -> dict[str, Verb]:
    """Return the verbs of one word by form."""
    text = files("materiel.reading.drafts.voices").joinpath("verbs.txt").read_text(encoding="utf-8")
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
    if lemma == "signal":
        return ["signalled", "signaled"]
    if lemma in _DOUBLED:
        return [lemma + lemma[-1] + "ed"]
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return [lemma[:-1] + "ied"]
    return [lemma + ("d" if lemma.endswith("e") else "ed")]


_DISPUTED: Final = (
    r"(?: [\w'-]+){0,5}? (?:reports?|claims?|allegations?|accusations?|suggestions?|notion|idea|charges?|criticism"
    r"|findings?|assertions?|rumou?rs?|figures?|estimates?|speculation|talk|story|stories|accounts?|versions?"
    r"|numbers?"
    r"|assessments?|conclusions?|comparisons?|warnings?|fears|concerns|complaints?|it|this|that|them)\b"
    r"|[^,;]* as\b|.*\""
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
    (
        "manner",
        0,
        r"w(?:ent|eighs?|eighed) (?:on|in)(?! (?:to|sale|strike|show|board|trial|patrol))"
        r"|goes on(?! (?:to|sale|strike|show|board|trial|patrol))"
        r"|puts? it(?! (?:at|as|between|above|below|near)\b)|cut(?:s)? in",
    ),
    ("object", 2, r"(?:speak|talk) of"),
    (
        "object",
        0,
        r"express(?:es|ed) (?:doubts?|concerns?|confidence|surprise|regret|fears?)(?= (?:that|about|over|at)\b)",
    ),
    ("object", 1, r"speaks of|talks of|has spoken of|has talked of"),
    (
        "object",
        0,
        r"spoke of|talked of|(?:goes|went|gone) on to (?:say|add|list|describe|explain|claim|argue|note|warn)",
    ),
    (
        "object",
        0,
        r"(?:has|have|had) (?:spoken|talked) of|(?:was|were|is|are|been) (?:quoted|cited|reported)[\w ]* as saying",
    ),
    ("object", 0, r"(?:was|were|been) heard (?:saying|to say)|ha[sd] it that|(?:took|takes?) the view"),
    (
        "object",
        0,
        r"(?:came|come|comes|goes|went|gone|is|was|has been|have been) (?:out and |on (?:the )?record )as? ?saying",
    ),
    ("object", 0, r"(?:went|goes|gone) on (?:the )?record|continue[sd]? to (?:say|insist|claim|deny|maintain|argue)"),
    ("object", 0, r"(?:did|does|do|would|could|can|will) not (?:dispute|deny|rule out|exclude|believe|think|doubt)"),
    ("object", 0, r"(?:doesn't|don't|didn't|wouldn't) (?:dispute|deny|rule out|believe|think|doubt)"),
    ("object", 0, r"would (?:only say|say only|confirm only|only confirm|admit only|only admit|say no more than)"),
    ("object", 0, r"asks? (?:us|me|readers|it to be) to (?:state|say|note|point out|add|record)"),
    ("object", 0, r"(?:has|have|had|puts?) (?:it|her|him|them) (?:still |down )?(?:at|as|in service)\b"),
    (
        "object",
        0,
        r"(?:dismiss(?:es|ed)?|reject(?:s|ed)?|disput(?:es|ed?)|discount(?:s|ed)?|shrug(?:s|ged)? off"
        rf"|play(?:s|ed) down|brush(?:es|ed) (?:off|aside)|repudiate[sd]?|disavow(?:s|ed)?)(?={_DISPUTED})",
    ),
    ("object", 0, r"(?:cast|casts|casting) doubt on|(?:took|takes?) issue with|(?:knew|knows?) nothing (?:of|about)"),
    (
        "object",
        0,
        r"g(?:ives?|ave) (?:warning|notice|assurances?|word)\b",
    ),
    ("object", 0, r"cite[sd]?(?= [^,;\"]{2,80} as (?:the|an?|its|their|one|another|proof|evidence|grounds)\b)"),
    ("object", 0, r"question(?:s|ed)(?= (?:whether|how|why|if)\b)"),
    (
        "object",
        0,
        r"identif(?:y|ies|ied)(?= [^,;\"]{2,60} (?:as|from|in|on|by)\b)|attribut(?:e|es|ed)(?= [^;\"]{2,60} to\b)",
    ),
    ("object", 0, r"rul(?:e|es|ed) out(?! of\b)"),
    (
        "object",
        0,
        r"(?:judge|deem|consider|think|believe|find|h[eo]ld|thought|found|rate|call)(?:s|ed"
        r"|d)? it (?:\w+ )?(?:un)?(?:likely|possible"
        r"|probable|plausible|certain|doubtful|improbable|impossible|inevitable|conceivable)\b",
    ),
    (
        "object",
        0,
        r"(?:document(?:s|ed)?|tall(?:y|ies|ied)|geolocate[sd]?|log(?:s|ged))(?= (?:the (?:loss|destruction)"
        r"|at least|more than|over|some|about|nearly|\d))",
    ),
    ("wish", 0, r"would (?:also |rather |still )?(?:like|prefer|love)(?! (?:to )?(?:know|see|thank))"),
    ("as", 0, r"(?:has|have|had|tells?|told|sees?|saw) it"),
    (
        "view",
        0,
        rf"(?:is|are|was|were|remains?|remained|seem(?:s|ed)) (?:\w+ly |less |more |so |itself |far from )?{_VIEW}"
        r"(?=[.,]| (?:that|about|on)\b| (?:the|its?|they|he|she|no|an?|[A-Z]\w+)\b|$)",
    ),
    (
        "naming",
        0,
        r"(?:call|term|describe|label|brand|characteri[sz]e|dub|deride|portray|depict|denounce|condemn|hail)"
        r"(?:s|d|ed|led|led)?\b|branded|termed|labelled|labeled|decrie[sd]",
    ),
    (
        "object",
        0,
        r"will (?:tell (?:you|anyone|anybody)|say that)|would have (?:us|you|the world|everyone) believe"
        r"|kn(?:ows?|ew) of no",
    ),
    (
        "measure",
        0,
        r"(?:remembers?|remembered|makes?|made|puts?|pegs?|pegged|rates?|rated|places?|placed|numbers?|numbered"
        r"|counts?|counted|prices?|priced"
        r"|lists?|listed|credits?|credited|gives?|gave|quotes?|quoted|values?|valued|has|have|had|considers?"
        r"|considered"
        r"|regards?|regarded)\b",
    ),
)
"""Verbs of several words, or that speak with certain words behind them only; the number as in Verb."""

_PATTERNS: Final = tuple((kind, number, re.compile(rf"(?:{pattern})(?!\w)")) for kind, number, pattern in _PHRASES)
_FIRST: Final = re.compile(
    r"points?|pointed|identif|attrib|judg|deem|consid|think|thought|believ|find|found|h[eo]ld|document|tall[yi]"
    r"|geoloc|log"
    r"|ma[kd]e|makes|lets?|spell|set|lay|laid|hits?|sh[o]+ts?|fire|chi|sum|w[e]|goes|gone|puts?"
    r"|cut|sp[eo]|talk"
    r"|ha[sd]|have|was|were|is|are|been|took|take|came|come|cont|d[io]|would|could|can|will|asks?|dis|rej|shrug"
    r"|play|brush"
    r"|repud|cast|cite|ques|express|knew|know|g[ia]v|rule|remain|seem|call|term|desc|label|brand|char|dub|deri|port"
    r"|depi|deno|cond"
    r"|hail|decr"
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
    str.split(
        "state report claim estimate doubt note project comment forecast guess fear boast judge signal"
        " hint record"
        " caution warrant message email text cable post tweet show find blame praise reason hold feel bet"
        " wager cry"
    )
)
"""Verbs whose forms of the present are nouns too, which the number of the subject tells apart."""
