"""Cues of a hedge that stand for something else: what a thing is able to do, what is permitted, what is asked."""

from __future__ import annotations

import re
from typing import Final

from materiel.reading.drafts.statements import Voice

_ABILITY: Final = re.compile(
    r"(?:could|can|will(?! (?:carry|engage|detect|launch|fire|serve|operate|accommodate)\b)) (?:also |then |even "
    r"|easily |only |just |barely |still |usually |often )?(?:carry|reach"
    r"|fly|cruise|climb"
    r"|achieve|accommodate|hold|lift|attain|make|do|seat|fire|hit|stay|operate|dive|take|transport|go|run|stop"
    r"|penetrate|pierce"
    r"|float|fit|land|turn|last|burn|outrun|bear|withstand|tow|throw|cross|ford|sustain|engage|detect|see|launch"
    r"|pull|stand"
    r"|travel|keep|steam|sail|swim|jump|kill|sink|destroy|store|house|sleep|serve|be (?:carried|fired|towed"
    r"|lifted|loaded|fitted"
    r"|launched|dropped|flown|moved|trained|steered|reloaded|crewed|operated|seen|heard|driven|aimed|used|folded"
    r"|raised"
    r"|lowered|removed|changed|set))\b"
)
"""What a thing is or was able to do, in the words of a hedge: "she will do 30 knots"."""

_FIGURE: Final = re.compile(
    r" (?:(?!by\b|in\b|from\b|before\b|until\b)[\w'-]+ ){0,5}?(?:(?!(?:19|20)\d\d\b)\d[\d.,]*|two|three|four|five"
    r"|six|seven|eight|nine|ten|twelve"
    r"|twenty|Mach)\b(?!.*\bby (?:19|20)\d\d)"
)
_PERMITTED: Final = re.compile(
    r"(?:may|could) (?:be )?\w+(?: [\w-]+)? by hand\b|may (?:only |also |not )?(?:be (?:used|submitted|carried"
    r"|loaded|fitted|fired|stored|towed|moved|opened"
    r"|visited|photographed"
    r"|copied|exported|kept|deployed|flown|taken|lodged|addressed|sent|made|paid|seen|viewed|inspected|driven"
    r"|landed)\b)"
)
"""What a rule allows."""

_PROCEEDING: Final = re.compile(
    r"will (?:answer|meet|vote|speak|decide|discuss|hear|publish|visit|open|close|rule|study|examine|attend"
    r"|debate|preside|chair"
    r"|be (?:held|published|announced|present|closed|open|opened|shown|told|asked)|take place|appear)\b"
)
"""What people, and no system, are going to do."""

_ASKED: Final = re.compile(r"(?:Asked|Pressed|Questioned)\b[^,;\"]*,")
"""What somebody is asked before he speaks."""

_NOT_SO: Final = re.compile(r"\b(?:not|never) (?:\w+ly )?(?:expected|due|set|planned|scheduled|going) $")
"""Before "to be launched", it says that nothing will be."""

_NONE: Final = re.compile(r"\b[Nn]o (?!more than\b|fewer than\b|less than\b)(?:[\w-]+ ){1,4}$")
_AWAITED: Final = re.compile(r"(?:is|are|was|were) (?:expected|planned|scheduled|due)\b")
"""Before a plan, it says that there is none: "no more boats are planned"."""

_GUEST: Final = re.compile(
    r"\b(?:[Vv]isitors|[Rr]eaders|[Mm]embers|[Cc]hildren|[Gg]uests|[Tt]enders|[Bb]idders|[Aa]pplicants|[Oo]ffers) $"
)
"""Those to whom something is permitted."""

_WE: Final = re.compile(r"\b(?:I|[Ww]e|[Yy]ou) $")
_RELATIVE: Final = re.compile(r"\b(?:which|who)(?: [\w']+){0,2} $")
"""A relative clause tells of a plan beside what the sentence says."""

_OBTAIN: Final = re.compile(
    r"(?:will|shall) (?:soon |also )?(?:buy|order|deliver|build|replace|field|deploy|retire|send|receive|sell"
    r"|acquire|produce|launch"
    r"|test|have|keep|begin|start|complete|sign|export|develop|scrap|upgrade|be (?:buying|building|getting"
    r"|sending|delivering))\b"
)
"""What those who speak of themselves may plan for a system."""

_PAST: Final = re.compile(
    r"\b(?:had|was|were|flew|became|came|went|took|made|held|sank|fell|did|got|gave|lay|stood|ran|kept|built|featured"
    r"|carried|weighed|introduced|served|rolled|entered|mounted|needed|used|called|proved|remained|crewed|sailed)\b"
)
"""What a system could do, told in the past, is what it was able to do."""

_ONLY_ONE: Final = re.compile(r"\b(?:only|first|last|second|third|\d+th) (?:[\w-]+ ){1,5}$")
"""Before "to be built": the last one that was."""


def is_asked(words: str, end: int) -> bool:
    """Say whether what stands there is part of a question."""
    closing = re.match(r"[^\".!?]*([.!?\"])", words[end:])
    return closing is not None and closing[1] == "?"


def is_no_hedge(words: str, found: re.Match[str], voice: Voice) -> bool:
    """Say whether a cue stands there for something else: an ability in the past, the last one to be built."""
    if (asked := _ASKED.match(words)) and found.start() < asked.end():
        return True
    if _AWAITED.match(found[0]) and _NONE.search(words, 0, found.start()):
        return True
    if re.match(r"[Dd]en", found[0]) and words.startswith(("Nor ", "Neither ", "No one ", "Nobody ")):
        return True
    if found[0].startswith("to be") and _NOT_SO.search(words, 0, found.start()):
        return True
    if found[0].startswith("to be") and _ONLY_ONE.search(words, 0, found.start()):
        return True
    if is_asked(words, found.end()):
        return True
    if found[0].startswith("may") and _GUEST.search(words, 0, found.start()):
        return True
    if _PERMITTED.match(words, found.start()) or (not voice.speakers and _PROCEEDING.match(words, found.start())):
        return True
    if found[0].startswith("will") and _RELATIVE.search(words, 0, found.start()):
        return True
    if found[0].startswith("'ll") and _WE.search(words[: found.start()] + " "):
        return _OBTAIN.match("will" + found[0][3:]) is None
    if found[0].startswith(("will", "shall", "may")) and _WE.search(words, 0, found.start()):
        return _OBTAIN.match(words, found.start()) is None
    able = _ABILITY.match(words, found.start())
    if able is None:
        return False
    if _FIGURE.match(words, able.end()):
        return True
    return able[0].startswith("could") and not voice.speakers and _PAST.search(words) is not None
