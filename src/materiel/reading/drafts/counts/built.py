"""Words for how many were built."""

from __future__ import annotations

from typing import Final

from materiel.reading.drafts.counts.count import SHIPPED, N, Q, count
from materiel.reading.drafts.quantities.numbers import NUMBER

BUILT: Final = (
    count(
        "number built",
        "number_built",
        rf"(?<!roject )(?<!ype ){N} (?!(?:more|further|others?|another|of the \d+)\b)(?:(?!(?:are|is|and"
        rf"|or)\b)[\w§'/,()-]+ ){{0,5}}?(?:and (?:its|their) (?:\w+ )?(?:modifications|variants|versions"
        rf"|derivatives) )?(?:were|was|have been|has been|had been|are (?:thought"
        rf"|believed|said|estimated|reported) to have been|to have been) (?:ever |\w+ly )?"
        rf"(?:built|produced|completed|finished|manufactured|made|constructed)\b(?! (?:safe|ready|inert|to(?! date)"
        rf"|in [A-Z]\w+ and))",
    ),
    count(
        "number built",
        "number_built",
        rf"\b(?:built|produced|manufactured|completed|made|turned out|churned out) (?:a total of )?{Q}{N} (?:of (?:the "
        rf"|these |its |them\b)?|[\w-]+ ){{0,2}}§",
    ),
    count(
        "number built",
        "number_built",
        rf"\b(?:with|total(?:ing|ling)?|,) (?:a total of |some )?{Q}{N} (?:(?:{SHIPPED}|of them) )?"
        rf"(?:(?:having|had|have) been |ever )?(?:built|produced|manufactured|constructed|completed)\b(?! (?:for|by"
        rf"|under|in|at|at)\b)",
    ),
    count(
        "number built",
        "number_built",
        rf"\bproduction (?:[\w§ '-]{{0,30}} )?(?:(?:has|had) (?:now |since )?)?(?:passed|reached|exceeded|topped"
        rf"|totall?ed|amounted to|came to|ran to) {Q}{N}\b(?! (?:an?|per|percent|each|of) | ?%)",
    ),
    count(
        "number built",
        "number_built",
        rf"\bnumber of (?:built|produced|manufactured|completed) (?:[\w§-]+ ){{1,3}}?(?:exceeds?|exceeded"
        rf"|passed|reached|is|was) {Q}{N}\b",
        own=True,
    ),
    count(
        "number built",
        "number_built",
        rf"\bthere (?:have|had|has|were) (?:been )?{Q}{N} (?:[\w§-]+ ){{1,4}}?(?:ever )?(?:built|produced"
        rf"|completed|made)\b(?! (?:for|by|in|at) )",
        own=True,
    ),
    count(
        "number built",
        "number_built",
        rf"{N} (?:[\w§'-]+ ){{0,3}}?(?:have |had )?(?:left|rolled (?:off|out of)|come off|came off) (?:the "
        rf"|its )?(?:factor(?:y|ies)"
        r"|(?:production |assembly )?lines?|works|plants?)\b",
    ),
    count(
        "number built",
        "number_built",
        rf"\bthe (?:last|first) of (?:the )?{N} §+s?\b(?= (?:built"
        rf"|produced|made|left|rolled))",
    ),
    count(
        "number built",
        "number_built",
        rf"\bOf (?:the )?§+s?(?: class)?,(?: [^,.;]{{1,50}},)? {Q}{N} (?:were|have been) (?:ever )?(?:built"
        rf"|finished|completed|made)\b",
    ),
    count(
        "number built",
        "number_built",
        rf"\bOf (?:the )?{N} (?:that were )?(?:ever )?(?:built|produced|made|completed)\b",
    ),
    count("number built", "number_built", rf"\bout of (?:the )?{N} (?:ever )?(?:built|made|produced|completed)\b"),
    count("number built", "number_built", rf"\({Q}{N} (?:were )?(?:built|made|produced)\)"),
    count(
        "number built",
        "number_built",
        rf"\b(?:built|produced|made|manufactured) {Q}{N} of (?:them|these|the type)\b"
        rf"|\btotal production (?:run )?of {Q}(?P<m>{NUMBER})\b",
    ),
    count(
        "number built in a table",
        "number_built",
        rf"^\W*(?:(?:total |number |no\. |units? )?(?:built|produced|production)|issued)(?:,? total)? ?[-:|] ?{Q}{N}\b",
    ),
    count(
        "number of those built",
        "number_built",
        rf"\bnumber (?:of [\w§ -]{{1,30}} )?(?:built|produced|completed|made)(?: \w+ly)? (?:at|is|was|to be|as|to) "
        rf"{Q}(?:no more than |no fewer than )?{N}\b",
        own=True,
    ),
    count(
        "number built",
        "number_built",
        rf"\bOf (?:the )?{N} §+(?:e?s)? (?:ever )?(?:built|produced|made"
        rf"|completed)\b",
    ),
    count(
        "number built",
        "number_built",
        rf"\b(?:production|output|run) (?:[\w§ ,'-]{{0,40}}? )?(?:ended|ran|totall?ed|stopped"
        rf"|reached|amounted|came|of)(?: [\w-]+){{0,4}}? (?:after|at|to|with|of) {Q}{N}"
        rf" (?:tanks|airplanes|howitzers|jets|{SHIPPED}|§+)",
    ),
    count(
        "number built",
        "number_built",
        rf"\btotal production (?:of (?:the )?§+(?:e?s)? )?(?:has )?(?:c[ao]me to|totall?ed|amounted to|reached|stood at"
        rf"|stands at|was|is) {Q}{N}\b",
    ),
    count(
        "number built",
        "number_built",
        rf"\b(?:built|produced|made|manufactured) in (?:a (?:series|run|batch|number) of|numbers of) {Q}{N}\b",
    ),
)
