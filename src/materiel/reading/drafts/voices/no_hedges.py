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


_CALLED_WRONG: Final = re.compile(
    r"[^.;,\"]{0,90}?\b(?:is|are|was|were|proved|turned out to be)(?: \w+ly)? (?:wrong|incorrect|inaccurate"
    r"|false|untrue"
    r"|mistaken|unfounded|baseless|nonsense|exaggerated|premature)\b"
)
"""Behind "reports that she was hit": the writer says himself that it is not so."""

_MORE: Final = re.compile(
    r" (?:(?:up to|as many as|at least|about|some|a) )?(?:[\w,]+ )?(?:more|further|additional|another)\b"
)
"""A number of further ones, which nobody is able to take yet: "could take 12 more"."""

_UNTOLD: Final = re.compile(
    r"will (?:only |not )?(?:say|tell|reveal|disclose|comment|admit|confirm|specify|divulge|elaborate|discuss"
    r"|concede|share)\b"
)
"""What people are willing to tell."""

_GENERIC_YOU: Final = re.compile(
    r"will [^.;\"]{0,60}?\byour?\b(?!.*\b(?:20\d\d|next|(?:by|in) (?:spring|summer|autumn|winter|May|June|July)))"
)
"""What a thing does for anybody: "she will do what you ask of her"."""

_USED: Final = re.compile(
    r"(?:is|are) to be (?:\w+ly )?(?:loaded|unloaded|stored|handled|kept|lifted|opened|closed|worn|greased"
    r"|oiled|cleaned"
    r"|lubricated|refuelled|refueled|grounded|earthed|switched|checked|inspected|avoided)\b(?! (?:by|from|until"
    r"|in) (?:19|20))"
)
"""How a thing is to be used."""

_UNKNOWN: Final = re.compile(
    r"\b(?:learn|see|ask|find out|discover|show|imagine|tell you|explore) what (?:[\w'-]+ ){1,4}$"
)
"""Before "could": "learn what it could do for you"."""

_WITHIN: Final = re.compile(r"\b(?:which|that|whom) (?:the |its |their |an? )?(?:[\w'-]+ ){1,4}$")
"""Before a plan that tells of another thing beside: "the missile, which Seoul decided to buy"."""

_YOU_THINK: Final = re.compile(r"\b(?:what|than|as|before|after|when) you $")
_REFUSED: Final = re.compile(
    r"\b(?:not|never|won't|wouldn't|didn't|declined|refused|refuses|declines|unwilling|idle|hesitated?)"
    r" (?:(?:going |want |here |wish )?to )?$"
)
"""Before "speculate"."""

_ASIDE: Final = re.compile(r", (?:which|that|and) $")
_WORTH: Final = re.compile(
    r"(?:could|may|might) (?:be worth|be valued|reach|rise|total|cost|run to|come to|climb)\b[^,;]{0,40}[$£€]"
)
"""What a contract may be worth, told beside."""

_OLD_CLAIM: Final = re.compile(r"\b(?:the|this|that|such|those|these|both|either|a|any) (?:\w+ )?$")
_OF_WHAT: Final = re.compile(r" (?:that|of|by|to|from|on|made|about|in)\b")
"""Behind a claim that is told: "the claim that it sank"."""


def is_called_wrong(words: str, end: int) -> bool:
    """Say whether the writer says that what is reported there is not so."""
    return _CALLED_WRONG.match(words, end) is not None


def is_asked(words: str, end: int) -> bool:
    """Say whether what stands there is part of a question."""
    closing = re.match(r"[^\".!?]*([.!?\"])", words[end:])
    return closing is not None and closing[1] == "?"


def _goes_on_of_ability(words: str, place: int) -> bool:
    """Say whether "could" stands behind another one of ability: "it could fly 12,000 km, and the crew could cook"."""
    before = (_ABILITY.match(words, one.start()) for one in _COULD.finditer(words, 0, place))
    return any(able is not None and _FIGURE.match(words, able.end()) for able in before)


_COULD: Final = re.compile(r"\bcould\b")


def _is_beside(words: str, found: re.Match[str], voice: Voice) -> bool:
    """Say whether a cue tells of something beside what the sentence says of a system: of money, of use, of a claim."""
    cue, place = found[0], found.start()
    if cue.startswith("will"):
        we = _WE.search(words, 0, place) is not None
        return _UNTOLD.match(words, place) is not None or (not we and _GENERIC_YOU.match(words, place) is not None)
    if cue.startswith(("am going", "are going")):
        return _WE.search(words, 0, place) is not None
    if cue.startswith(("is to be", "are to be")):
        return _USED.match(words, place) is not None
    if cue.startswith(("could", "may", "might")):
        worth = _WORTH.match(words, place) is not None and _ASIDE.search(words, 0, place) is not None
        return worth or _UNKNOWN.search(words, 0, place) is not None or _goes_on_of_ability(words, place)
    if cue.startswith("speculate"):
        return _REFUSED.search(words, 0, place) is not None
    if cue.lower() in ("claim", "claims"):
        return _OLD_CLAIM.search(words, 0, place) is not None and _OF_WHAT.match(words, found.end()) is None
    if cue.startswith("think"):
        return _YOU_THINK.search(words, 0, place) is not None
    if re.match(r"decided|agreed|plan|hope|intend|expects", cue):
        return not voice.speakers and _WITHIN.search(words, 0, place) is not None
    return False


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
    if _is_beside(words, found, voice):
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
    if able is None or _MORE.match(words, able.end()):
        return False
    if _FIGURE.match(words, able.end()):
        return True
    return able[0].startswith("could") and not voice.speakers and _PAST.search(words) is not None
