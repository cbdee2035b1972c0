"""How firmly a sentence says what it says, and the words that show it.

A possibility, plan or denial that somebody voices is speculated, planned or denied, and not reported.
"""

from __future__ import annotations

import re
from typing import Final

from materiel.reading.drafts.statements import Firmness, Voice

_CUES: Final = (
    ("denied", "denied",
        r"\b(?:den(?:ied|ies|y|ying)|reject(?:ed|s|ing)|refut(?:ed|es)|disput(?:ed|es)|knew"
        r" nothing|dismiss(?:ed|es))\b"),
    ("speculated", "possibility",
     r"\b(?:may|might)(?! have bought)(?! [A-Z\d])(?:(?: also| well| even| soon)? [a-z]+)"
         r"|\bcould(?! have| not| see\b| hear\b)(?: also| well| even| soon)? [a-z]+|\b(?:possibly"
         r"|perhaps|potentially)\b|\bpossible that\b"),
    ("planned", "plan",
     r"\b(?:plan(?:s|ned)? (?:to|for)|(?:is|are) (?:due|set|slated|scheduled|meant|intended"
         r"|planned|expected|supposed|to be|to (?!blame|the|an?\b)[a-z]+)(?: to)?|(?:was|were)"
         r" (?:due|set|slated|scheduled|planned|expected) to"
     r"|will(?! not\b)(?: also| soon| then)? [a-z]+|intends? to|aims? to|expects? to|hopes?"
         r" to|wants? to|seeks? to|to be (?:built|bought|delivered|launched|commissioned|retired"
         r"|replaced)"
     r"|is to|are to|expected to)\b"),
    ("alleged", "accusation or claim",
        r"\b(?:accus(?:ed|es|ing)|alleg(?:ed|es|edly|ing|ations?)|claim(?:ed|s|ing)?|billed"
        r" as|touted as|so-called|purported(?:ly)?)\b"),
    ("alleged", "what somebody calls it", r"\b(?:calls|describes)\b(?=.*\")"),
    ("assessed", "estimate",
     r"\b(?:believ(?:ed?|es)|(?:is|are|was|were) thought|estimat(?:ed?|es)|assess(?:ed"
         r"|es)?|(?:is|are|was|were|widely) considered|(?<!though )appears?|appeared|seems?"
         r" to|seemed to|likely|probably"
     r"|judged|presum(?:ed|ably)|doubt|doubts|suspected|thought to)\b"),
)  # fmt: skip
_REPORTED: Final = re.compile(
    r"\b(?:reportedly|(?:is|are|was|were) said to|(?:is|are) said|(?:is|are|was|were) reported(?:ly)?|according to)\b",
    re.I,
)
_PATTERNS: Final = tuple((firmness, rule, re.compile(pattern)) for firmness, rule, pattern in _CUES)
_WOULD: Final = re.compile(r"\bwould(?! have\b| not\b| suggest\b)(?: also| then| soon| potentially)? [a-z]+")
_NOT_DONE: Final = re.compile(
    r"(?<!who )(?<!which )(?<!that )\b(?:has|have|had|did|was|were) (?:not|never)\b(?:"
    r" [a-z]+)?|\b(?:hasn't|haven't|hadn't|didn't|wasn't|weren't)\b|(?:^|[\"\s])[Nn]o"
    r" (?:[\w§-]+ ){1,4}(?:has|have|had|was|were)\b"
)
_WITHDRAWN: Final = re.compile(
    r"\b(?:withdrew|retracted|no evidence|declined to|refused to (?:comment|confirm)"
    r"|cannot be verified|could not be (?:verified|reached)|neither confirm)\b"
)


def firmness(text: str, voice: Voice, body: int = 0) -> Firmness:
    """Return how firmly the canonical sentence `text` says what it says. `voice` is who speaks in it."""
    words = text[body:]
    if voice.speakers and (done := _NOT_DONE.search(words)):
        return Firmness("denied", done[0].strip(' "'), "somebody says it is not so")
    withdrawn = _WITHDRAWN.search(words)
    for name, rule, pattern in _PATTERNS:
        found = pattern.search(words)
        if found is None or (withdrawn and name != "alleged") or (withdrawn and withdrawn[0] != "cannot be verified"):
            continue
        if name == "denied" and not voice.speakers and not re.match(r"den", found[0]):
            continue
        return Firmness(name, found[0], rule)
    if voice.speakers and (would := _WOULD.search(words)):
        return Firmness("planned", would[0], "what somebody says would be")
    if found := _REPORTED.search(words):
        return Firmness("reported", found[0], "somebody says so")
    if voice.speakers:
        return Firmness("reported", "", voice.rule or "somebody speaks")
    return Firmness()
