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
        r" nothing|dismiss(?:ed|es)|rebut(?:ted|s)|disavow(?:ed|s)|rul(?:ed|es|ing) out)\b"),
    ("speculated", "possibility",
     r"\b(?:may|might)(?! have bought)(?! [A-Z\d])(?:(?: also| well| even| soon)? [a-z]+)"
         r"|\bcould(?! have| not| see\b| hear\b)(?: also| well| even| soon| then)? [a-z]+|\b(?:possibly"
         r"|perhaps(?! (?:the )?(?:most|best))|conceivabl[ye]|speculat(?:ed|es|ion|ing))\b|\bpossible that\b"
         r"|\b(?:is|are|was|were|been|being) (?:considering|weighing|mulling|in talks|in negotiations)\b"
         r"|\bin talks (?:to|on|over|with|about)\b|\b(?:considers|considering|mulls|mulling|weighs) (?:a"
         r"|an|the|buying|selling|whether)\b"
         r"|\b[Rr]umou?r(?:s|ed)?\b"),
    ("planned", "plan",
     r"\b(?:plan(?:s|ned|ning)? (?:to|for|call(?:s|ed)? for)|(?:is|are) (?:due|set|slated|scheduled|planned"
         r"|expected|supposed|poised|projected|earmarked|to be(?! (?:believed|trusted|seen|found))"
         r"|to (?!be\b|blame|the|an?\b)[a-z]+)(?: to)?"
         r"|(?:is|are|was|were) (?:meant|intended|originally intended) to|(?:was|were)"
         r" (?:due|set|slated|scheduled|planned|expected|projected) to|due to (?=[a-z]+ (?:in|by|next"
         r"|later|the|with|into|on|from|at)\b)"
         r"|(?:due|scheduled|slated|planned|set) for (?:delivery|completion|launch|service|commissioning"
         r"|retirement|the|next|later|early|late|mid|20)"
     r"|will(?! not\b)(?: also| soon| then| eventually| reportedly| likely)? [a-z]+|intends? to|aim(?:s"
     r"|ed|ing) (?:to|at|for)"
         r"|expects? (?:to|the|its|a|an)\b|hop(?:es?|ing) to|wants? (?:to|the)|seek(?:s|ing) to"
         r"|looking to|on track to|on course to|in line to"
         r"|to be (?:built|bought|delivered|launched|commissioned|retired|replaced|fielded|deployed"
         r"|handed over|phased out)"
     r"|(?:is|are) to(?! be (?:believed|trusted|seen|found|expected)\b)|expected (?:to|by|in)"
     r"|scheduled (?:to|for)|(?:the|its|an?) intention (?:to|of)|planned (?:purchases?|production|deliver(?:y|ies))"
         r"|(?:decided|agreed|vowed|pledged|promised|proposed|proposes|opted) to [a-z]+|ambition to"
         r"|goal (?:of|is to)|shall(?! not\b) [a-z]+|should (?:be (?:ready|delivered|complete|completed|finished|in service"
     r"|operational|available)|enter|arrive|follow|receive|replace|begin|start)"
     r"|would (?:later|then|eventually|soon|initially|first) (?:be )?[a-z]+|[Pp]lans? (?=to\b|for\b|call)"
     r"|go on to|deadline)\b"),
    ("alleged", "accusation or claim",
        r"\b(?:accus(?:ed|es|ing)|alleg(?:ed|es|edly|ing|ations?)|claim(?:ed|s|ing)?|billed"
        r" as|touted as|[Pp]urported(?:ly)?|supposed(?:ly)|marketed as|advertised as|boast(?:s"
        r"|ed)|brag(?:s|ged))\b"),
    ("alleged", "what somebody calls it", r"\b(?:calls|describes)\b(?=.*\")"),
    ("assessed", "estimate",
     r"\b(?:believ(?:ed?|es)|(?:is|are|was|were|long|widely) thought|(?<!an )estimat(?:ed?"
     r"|es)(?! to be (?:worth|valued))"
         r"|an estimated(?= )(?! ?[$€£]|US\b|[\d.,]+ ?(?:million|billion|euro|dollar))|assess(?:ed"
         r"|es|ment)?(?! and\b)|(?:is|are|widely) considered|(?:was|were) considered to"
         r"|(?<!though )appear(?:s|ed)?(?= to\b| that\b| likely\b)|seems?"
         r" to|seemed to|[Ll]ikely|[Pp]robably|[Aa]pparently|[Pp]resumably|almost certainly|presumptively|[Ee]stimates? (?:vary|range|put|of|for)|(?:is|are) understood|understood to"
         r"|assum(?:e[sd]?|ing)|reckon(?:s|ed)?|surmise[sd]?"
         r"|judge[sd]?|presum(?:ed|ably)|doubt|doubts|suspect(?:ed|s)?|thought to|conclude[sd]?|think|thinks|credits? (?:it|them|her)|looks? like|(?:images?|imagery|photographs?|photos|pictures"
     r"|footage|traffic|intercepts?|signals|analysis|evidence|debris|wreckage|[Vv]iews?)(?: [\w-]+){0,4} (?:suggests?|suggested|indicates?|indicated"
     r"|points? to|holds?))\b"),
)  # fmt: skip
_REPORTED: Final = re.compile(
    r"\b(?:reportedly|(?:is|are|was|were) said to|(?:is|are) said|(?:is|are|was|were) reported(?:ly)?"
    r"|according to(?! (?:the )?(?:NATO|its|their|the) (?:reporting|class|designat|code|plan))"
    r"|if (?:confirmed|true)|unconfirmed|reports? (?:that|of|say|suggest|emerged)"
    r"|reports have emerged|by some accounts|in some accounts|word (?:that|is)|it (?:is|was|has been"
    r"|had been) (?:\w+ly )?(?:said|reported|announced|understood|noted)|as reported|by all accounts|has it that)\b",
    re.I,
)
_PATTERNS: Final = tuple((firmness, rule, re.compile(pattern)) for firmness, rule, pattern in _CUES)
_ABILITY: Final = re.compile(
    r"could (?:also |then |even )?(?:carry|reach|fly|cruise|climb|achieve|accommodate|hold|lift|attain"
    r"|fire|hit|stay|operate|dive|take|transport)"
)
_PAST: Final = re.compile(r"\b(?:had|was|were|flew|entered|became|featured|carried|weighed|introduced|served)\b")
"""What a system could do, told in the past, is what it was able to do."""

_ONLY_ONE: Final = re.compile(r"\b(?:only|first|last|second|third|\d+th) (?:[\w-]+ ){1,5}$")
"""Before "to be built": the last one that was."""

_UNSAID: Final = re.compile(
    r"(?:not|n't|never) (?:immediately |further |publicly )?(?:name|provide|elaborate|give|say|comment"
    r"|specify|identif|disclos|respond|reveal|need|authori|available|released?|immediately|clear)"
)
"""What is not told, and no denial."""

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
    if voice.speakers and (done := _NOT_DONE.search(words)) and not _UNSAID.search(words, done.start()):
        return Firmness("denied", done[0].strip(' "'), "somebody says it is not so")
    withdrawn = _WITHDRAWN.search(words)
    hedges = []
    for name, rule, pattern in _PATTERNS:
        found = next((one for one in pattern.finditer(words) if not _is_no_hedge(words, one, voice)), None)
        if found is None or (withdrawn and name != "alleged") or (withdrawn and withdrawn[0] != "cannot be verified"):
            continue
        if name == "denied" and not voice.speakers and not re.match(r"den", found[0]):
            continue
        hedges.append((found.start(), Firmness(name, found[0], rule)))
    if hedges:
        return min(hedges, key=lambda hedge: hedge[0])[1]
    if voice.speakers and (would := _WOULD.search(words)):
        return Firmness("planned", would[0], "what somebody says would be")
    if found := _REPORTED.search(words):
        return Firmness("reported", found[0], "somebody says so")
    if voice.speakers:
        return Firmness("reported", "", voice.rule or "somebody speaks")
    return Firmness()


def _is_no_hedge(words: str, found: re.Match[str], voice: Voice) -> bool:
    """Say whether a cue stands there for something else: an ability in the past, the last one to be built."""
    if found[0].startswith("to be") and _ONLY_ONE.search(words, 0, found.start()):
        return True
    able = _ABILITY.match(words, found.start()) is not None
    return able and not voice.speakers and _PAST.search(words) is not None
