"""Attributions without a verb of speech: "according to X", "in X's view", "X's claim that", "denied by X"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from materiel.reading.drafts.voices.phrases import Phrase, phrase_from, possessor
from materiel.reading.drafts.voices.tokens import Token
from materiel.reading.drafts.voices.utterances import Utterance

_SAYING: Final = (
    r"(?:claims?|assertions?|allegations?|denials?|estimates?|assessments?|views?|opinions?|positions?"
    r"|contention|argument"
    r"|accounts?|version|explanation|statements?|announcements?|reports?|promises?|pledges?|vow|warnings?|admission"
    r"|insistence|suggestions?|predictions?|forecasts?|conclusions?|findings?|belief|verdict|testimony|boasts?"
    r"|accusations?"
    r"|complaints?|response|reply|answer|reasoning|guess|reckoning|assurances?|confirmation|acknowledge?ment"
    r"|judge?ment"
    r"|line|word|message|contention|impression|calculation|hypothesis|theory|retort|rebuttal|comment|remarks?|stance)"
)
"""Nouns for what somebody says."""

_LEADS: Final = (
    ("according to", r"\b[Aa]ccording (?:both |also |again )?to "),
    ("citing", r"\b(?:[Cc]iting|[Qq]uoting) "),
    (
        "in the words of",
        r"\b(?:[Ii]n the (?:words|view|opinion|eyes|judge?ment|estimation|telling|account|assessment|version) of"
        r"|[Ii]t (?:is|was|remains) (?:\w+ )?the (?:view|opinion|belief|position|contention) of|[Bb]y the (?:account"
        r"|reckoning|count|estimate|admission) of"
        r"|[Oo]n the (?:account|word|evidence) of) ",
    ),
    (
        "in the words of",
        r"(?:(?<=, )|\b[Aa]s |\b(?:is|are|was|were|been|being)(?: \w+ly)? "
        r"|\b(?:figures?|numbers?|losses|claims?|strikes?|sightings?) )"
        r"(?<!not )(?<!never )(?:first )?(?:noted|reported|stated|confirmed|claimed|denied|acknowledged"
        r"|told(?: \w+){0,4}?) by ",
    ),
    ("in the words of", r"(?:(?<=, )per |\bper (?=the |an? |its )|^Per (?=the |an? |its ))"),
    (
        "in the words of",
        r"\b[Aa]s (?!known|soon|used)(?:\w+ly )?(?:\w+ed|seen|told|given|put|shown|written|drawn|held) by ",
    ),
    (
        "quoted by",
        r"\b(?:statement|remarks|speech|interview|message|comments|address|report) (?:carried|broadcast|aired|relayed"
        r"|run) by ",
    ),
    ("in the words of", r"^(?:(?:First )?[Rr]eported by|To quote) "),
    ("told by", r"\b(?:was|were|been) told by "),
    (
        "passive",
        r"(?:\b(?:is|are|was|were|been|being)(?: \w+ly)?|,) (?:said|put at|put down|described|believed"
        r"|estimated|thought"
        r"|considered|assessed|rated at|listed as|reported|alleged|claimed|credited|judged|reckoned|quoted"
        r"|regarded|rated|deemed|viewed|suspected|feared|predicted|doubted)"
        r"(?: (?!by\b)[$£€]?[\w.,-]+){0,7}? by (?!about|around|far|\d)",
    ),
    (
        "noun of speech",
        rf"\b(?:[Tt]he|[Aa]n?|[Aa]ny|[Rr]epeated|[Nn]ew|[Ll]atest|,) (?:\w+ )?{_SAYING}"
        r" (?:made |given |issued )?(?:by|from) ",
    ),
    ("noun of speech", r"\b(?:[Tt]he )?[Ww]ord from "),
    ("noun of speech", rf"(?:^|, )(?:\w+ )?(?i:{_SAYING}) (?:made |given |issued )?(?:by|from) "),
    (
        "in the words of",
        r"\b[Aa]s (?:per|quoted by|quoted in|cited by|given by|given in|listed by|listed in|reported in) ",
    ),
    (
        "if one believes",
        r"\b(?:[Ii]f (?:one|you|we) (?:is to |are to )?(?:believes?|trusts?|goes? by|listens? to)"
        r"|[Tt]o believe|[Tt]aking the word of|[Oo]nly the word of) ",
    ),
)
"""What stands right before the name of a speaker."""

_PATTERNS: Final = tuple((rule, re.compile(pattern)) for rule, pattern in _LEADS)
_SPOKEN: Final = re.compile(
    r",? (?:\w+ ){0,4}?(?:that|to the effect|is|was|has been)\b|: | (?:\w+ ){0,2}(?:puts?|range|ranges|vary"
    r"|varies|differ|of)\b"
)

_NO_SOURCE: Final = re.compile(
    r"(?:\w+ )?(?:plans?|schedule|need|law|tradition|custom|the (?:plan|law|rules|schedule|type|size"
    r"|mission))\b",
    re.I,
)
"""What things are according to, and nobody says."""

_OWNED: Final = re.compile(
    rf"(?<=[\w.])(?:'s|(?<=s)') (?:own |official |latest |[a-z]+ ){{0,2}}?{_SAYING}(?P<of> of)?"
    r"(?= that\b| to (?:have|be|possess|operate|own)\b|,? (?:is|was|remains|has been|had been"
    r"|being)(?: \w+ly)?(?: simply)?(?::| that\b)|: |(?<= of) \S)"
)
"""Somebody's claim, or view, with what it is."""

_OWN_COUNT: Final = re.compile(
    r"(?<=[\w.])(?:'s|(?<=s)') (?:own |official |latest )?(?:count|tally|figure|number|total|estimate)"
    r" (?:(?:is|was) (?=[\d$£€])|stands? at|stood at|runs? to|ran to|of (?=[\d$£€]))"
)
"""Somebody's count of a thing, and what it comes to."""

_OWN_WORDS: Final = re.compile(
    r"\b(?:[Ii]n|[Bb]y|[Oo]n|[Tt]o) (?=(?P<who>(?:[\w'.&-]+ ){0,5}?[\w.&-]+?)(?:'s|(?<=s)') (?:own |best "
    r"|latest |official )?"
    r"(?:words|views?|opinion|accounts?|telling|estimation|judge?ment|counts?|claims?|stories|reports?|memory"
    r"|memories|tally|numbers|reckoning|estimates?|admission|figures"
    r"|version"
    r"|evidence|say-so|book|mind|calculations?|assessment|eyes)\b)"
)
_REPLY: Final = re.compile(
    r"\"[,.]? (?:was|were|is|came|ran|went) (?=(?P<who>(?:[\w'.&-]+ ){0,4}?[\w.&-]+?)(?:'s|(?<=s)') (?:\w+ ){0,2}?"
    r"(?:reply|answer|verdict|comment|response|retort|words|explanation|conclusion|description|phrase|assessment)\b)"
)
_WORD_FOR: Final = re.compile(
    r"\b(?:have|has|had|is|take|takes|took) (?:only "
    r"|just )?(?=(?P<who>(?:[\w'.&-]+ ){0,4}?[\w.&-]+?)(?:'s|(?<=s)') (?:own )?word\b)"
)
_BELIEVED: Final = re.compile(
    r"\b[Ii]f (?=[^,;\"]{2,70} (?:is|are) (?:to be believed|to be trusted|right"
    r"|correct|anything to go by)\b)|\b[Tt]o hear (?=[^,;\"]{2,60} tell\b)"
)
_SIGNED: Final = re.compile(r"^\"·+\" ?(?:[-–—]|--) ?(?=[A-Z])")


def attributions(text: str, words: list[Token]) -> Iterator[Utterance]:
    """Yield who is named as speaking without a verb of speech, in a sentence whose quotations are blanked."""
    for rule, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            phrase = _at(words, match.end())
            if phrase is None or not _fits(text, words, phrase, rule):
                continue
            yield _made(text, words, phrase, match.start(), rule)
    for pattern, rule in (
        (_OWN_WORDS, "in somebody's words"),
        (_WORD_FOR, "in somebody's words"),
        (_REPLY, "in somebody's words"),
    ):
        for match in pattern.finditer(text):
            last = _number(words, match.end("who") - 1)
            if last is not None and (phrase := possessor(words, last)) is not None:
                yield _made(text, words, phrase, match.start(), rule, owner=True)
    for match in (*_OWNED.finditer(text), *_OWN_COUNT.finditer(text)):
        last = _number(words, match.start() - 1)
        if last is not None and (phrase := possessor(words, last)) is not None:
            yield _made(text, words, phrase, match.start(), "noun of speech", owner=True)
    for pattern, rule in ((_BELIEVED, "if one believes"), (_SIGNED, "signed")):
        for match in pattern.finditer(text):
            if (phrase := _at(words, match.end())) is not None:
                yield _made(text, words, phrase, match.start(), rule)


def _fits(text: str, words: list[Token], phrase: Phrase, rule: str) -> bool:
    behind = text[words[phrase.last].end :]
    if rule == "according to":
        return _NO_SOURCE.match(text, words[phrase.first].start) is None
    return rule != "noun of speech" or _SPOKEN.match(behind) is not None


def _at(words: list[Token], place: int) -> Phrase | None:
    number = next((at for at, word in enumerate(words) if word.start == place), None)
    return None if number is None else phrase_from(words, number)


def _number(words: list[Token], place: int) -> int | None:
    return next((at for at, word in enumerate(words) if word.start <= place < word.end), None)


def _made(text: str, words: list[Token], phrase: Phrase, place: int, rule: str, *, owner: bool = False) -> Utterance:
    name = text[words[phrase.first].start : words[phrase.last].end]
    if owner:
        name = re.sub(r"'s?$", "", name)
    return Utterance(name, place, rule, tail=text[words[phrase.last].end :])
