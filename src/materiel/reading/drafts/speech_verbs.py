"""Whether a verb is one of speech where it stands: "the ministry reports that", and not "the ministry's reports of"."""

from __future__ import annotations

import re
from typing import Final

WEAK: Final = frozenset(
    str.split(
        "continued continues maintains add agrees agreed boasts boasted declared declares concluded concludes"
        " mentioned observed repeated repeats recalled recalls promised promises assured assures suggested suggests"
        " fears feared doubt doubts ruled signalled signaled posted answered praised praises predicted"
        " predicts hailed explained indicates indicated verified related relays relayed detailed specified specifies"
        " expects forecasts forecast projects reasons informed informs notified"
        " considers regards underlined underlines highlights highlighted accuse announces describes"
        " reads confirm announce revealed claim argue deny reject laughed sighed shouted muttered joked blames blamed"
        " hailed criticised criticized mused cited"
    )
)
"""Verbs that tell of speech only with what is said right behind, or before, them."""

SAID_BEHIND: Final = re.compile(
    r",? ?(?:that\b|how\b|\"|: |it\b|its\b|the\b|there\b|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day that"
    r"|in (?:\w+ ){1,6}that\b|[A-Z][\w'-]+ (?:\w+ ){0,3}(?:is|was|has|had|will|would|could)\b)"
)
"""What is said, as it begins right behind a verb."""

_PARTICLE: Final = re.compile(r" (?:off|out|down|up)\b(?! to\b)")
_MEASURE: Final = re.compile(
    r" (?:(?:the|its|their|an?|her|his)(?: [\w-]+){0,4}? (?:length|numbers?|weight|mass|speed|range|total|toll|distance"
    r"|figure|cost|price|count|altitude|height|yield|crew|date|fleet|force|odds|ceiling|displacement)\b|it\b|them\b"
    r"|[^,;\"]{2,60} at (?:about|around|some|roughly|between|no|more|less|over|under|only|just|up|\d))"
)
_OBJECT: Final = re.compile(r" (?:the|it|its|them|him|her|this|that|for|an?)\b")
_NAMING: Final = re.compile(r" (?:it|them|her|the \w+|this|these)(?: simply)? (?:the )?[A-Z][\w-]*(?=[,.;]| and\b|$)")
"""To give a name is not to speak: "France calls it SCALP"."""

_OF_OR_CLAUSE: Final = re.compile(r" (?:of|that (?:the|it) .* (?:cannot|were))\b")
_CLAUSE_BEHIND: Final = re.compile(r" (?:that|the|its|it|an?|there|some|about|around|up|only|between|\d[\d.,]*)\b")
_PASSIVE: Final = re.compile(r"\b(?:is|are|was|were|be|been|being)(?: \w+ly)?$")
_PARTICIPLES: Final = frozenset(
    str.split(
        "believed estimated assessed reported described confirmed accused quoted told asked put called said denied"
        " announced disclosed revealed claimed rejected dismissed disputed alleged predicted forecast informed"
        " briefed warned suspected feared urged assured mentioned noted specified"
    )
)
"""Forms that stand in the passive too, where their subject does not speak."""

_ALSO_NOUNS: Final = frozenset(
    ["states", "reports", "claims", "estimates", "notes", "doubts", "counts", "lists", "puts", "put"]
)


def speaks(text: str, match: re.Match[str], rule: str) -> bool:
    """Say whether the `verb` of a match in `text` is one of speech, with the words of its group `who` as subject."""
    who, verb = match["who"], match["verb"]
    before = text[: match.start("who")].rstrip()
    after = text[match.end("verb") :]
    inverted = rule == "verb and name"
    if rule == "name and verb" and re.search(r"(?:^| )(?:as|what|who)$", before):
        return False
    if not inverted and _PARTICLE.match(after):
        return False
    if rule == "name and verb" and verb in WEAK and not _has_speech_beside(before, after):
        return False
    if not inverted and verb in _ALSO_NOUNS and not _is_verb(who, verb, after):
        return False
    if verb == "reads":
        return inverted
    if verb == "writes" and rule == "name and verb" and not text.rstrip(".").endswith(verb):
        return re.match(r" (?:that|in|on)\b", after) is not None
    if verb in ("call", "called", "calls", "described", "describes"):
        if _NAMING.match(after):
            return False
        return _OBJECT.match(after) is not None or re.match(r" [^,;]{1,60}? as\b", after) is not None
    if verb in ("asked", "asks"):
        return (
            _has_speech_beside(before, after) or re.match(r" (?:if|whether|why|what|when|where)\b", after) is not None
        )
    if inverted:
        if verb == "reports":
            return re.fullmatch(r" (?:the )?[A-Z][^,;]*", after) is not None
        return verb not in ("put", "puts", "notes", "states", "called", "calls", "claims", "estimates")
    if verb in _PARTICIPLES:
        return _PASSIVE.search(text[: match.start("verb")].rstrip()) is None
    return True


def _has_speech_beside(before: str, after: str) -> bool:
    """Say whether what is said stands right before the speaker or right behind the verb, or on both sides."""
    trailing = before.endswith(('"', ",")) and not after.strip(' .·"')
    inserted = before.endswith(",") and after.startswith(",")
    quoted = before.endswith(('"', '",')) or before[-2:-1] == "·"
    return trailing or inserted or quoted or SAID_BEHIND.match(after) is not None


def _is_verb(who: str, verb: str, after: str) -> bool:
    """Tell a verb from the noun of the same form."""
    if verb == "states":
        return re.match(r" (?:on|that|in)\b", after) is not None or not after.strip(' .,·"')
    if verb == "report":
        return re.match(r" (?:that|a|no|seeing|having)\b", after) is not None
    if verb in ("put", "puts", "lists", "counts"):
        return _MEASURE.match(after) is not None
    if who.endswith("'s"):
        return _CLAUSE_BEHIND.match(after) is not None
    return not (who.islower() and _OF_OR_CLAUSE.match(after))
