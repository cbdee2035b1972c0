"""How firmly a sentence says what it says, and the words that show it.

A possibility, plan or denial that somebody voices is speculated, planned or denied, and not reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from materiel.reading.drafts.statements import Firmness, Voice
from materiel.reading.drafts.voices.firmness_cues import (
    ALLEGED,
    ASSESSED,
    CALLED,
    DENIED,
    HEADED,
    PLANNED,
    REPORTED,
    SPECULATED,
)

_CUES: Final = tuple(
    (firmness, rule, re.compile(pattern))
    for firmness, rule, pattern in (
        ("denied", "denied", DENIED),
        ("speculated", "possibility", SPECULATED),
        ("planned", "plan", PLANNED),
        ("planned", "headline", HEADED),
        ("alleged", "accusation or claim", ALLEGED),
        ("alleged", "what somebody calls it", CALLED),
        ("assessed", "estimate", ASSESSED),
    )
)
_REPORTED: Final = re.compile(REPORTED, re.I)
_ABILITY: Final = re.compile(
    r"(?:could|will|can) (?:also |then |even |easily |only |just |barely |still |usually |often )?(?:carry|reach"
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

_UNSAID: Final = re.compile(
    r"(?:not|n't|never) (?:immediately |further |publicly )?(?:name|provide|elaborate|give|say|comment"
    r"|specify|identif|disclos|respond|reveal|need|authori|available|released?|immediately|clear|dispute|deny|rule"
    r"|look|know|mean|want)"
)
"""What is not told, and no denial."""

_WOULD: Final = re.compile(
    r"(?<!what )(?<!who )(?<!which )\bwould(?! have\b| not\b| suggest\b| only\b| rather\b| like\b| say\b"
    r"| confirm\b| seem\b| appear\b"
    r"| often\b| always\b| love\b)(?: also| then| soon| potentially)? [a-z]+"
)
_REMEMBERED: Final = re.compile(r"\b(?:recall(?:s|ed)?|remember(?:s|ed)?|reminisce[sd]?)\b")
"""Whoever remembers tells of what would happen in the past."""

_NOT_DONE: Final = re.compile(
    r"(?<!who )(?<!which )(?<!that )\b(?:has|have|had|did|was|were),? \"?(?:not|never)\b(?:"
    r" [a-z]+)?|\b(?:hasn't|haven't|hadn't|didn't|wasn't|weren't)\b|(?:^|[\"\s])[Nn]o(?:ne of)?"
    r" (?:[\w§-]+ ){1,4}(?:has|have|had|was|were|is|are)\b|\bnever\"? (?:sold|supplied|sent"
    r"|delivered|exported|built|owned|bought|received|provided|transferred|used|fired|flew|left|gave)\b"
    r"|\b[Nn]one (?:has|have|had|was|were|of)\b"
)
_WITHDRAWN: Final = re.compile(
    r"\b(?:withdrew|retracted|no evidence|declined to|refused to (?:comment|confirm)"
    r"|cannot be verified|could not be (?:verified|reached)|neither confirm)\b"
)
_DROPPED: Final = re.compile(
    r"\b(?:no|any) plans?\b|\b[Pp]lans?\b.*\b(?:dropped|shelved|cancelled|canceled|abandoned|scrapped"
    r"|came to nothing)\b|\b(?:[Oo]nce"
    r"|[Tt]here) (?:there )?were plans"
    r"|\bplan had been\b"
)
"""Plans of the past, which say nothing of what will be."""

_NEXT_CLAUSE: Final = re.compile(
    r"; (?!it \w+ (?:also|could|may|might))|,\"? (?:and|but|while|whereas|though|although) (?=(?:the|an?|its|his"
    r"|her|their|some|most|one|two|three|it|he|she|they|no"
    r"|none|a|many|few|all|[A-Z]|\d)\b)|\band that (?=(?:the|an?|its|some|most|more|others|another|all|no|it|they"
    r"|[A-Z])\b)"
)
"""Where a clause with a subject of its own begins, which may be firm or not for itself."""

_MODAL: Final = ("speculated", "planned")
_BRACKETED: Final = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
_OPINION: Final = re.compile(
    r"(?:believ|think|thought|assess|consider|suspect|conclude|judge|reckon|estimat"
    r"|convinced)"
)
_CLAIM_NOUN: Final = re.compile(r"(?:[Cc]laims?|[Aa]llegations?)$")


def firmness(text: str, voice: Voice, body: int = 0) -> Firmness:
    """Return how firmly the canonical sentence `text` says what it says. `voice` is who speaks in it."""
    words = _BRACKETED.sub(lambda found: " " * len(found[0]), text[body:])
    border = _NEXT_CLAUSE.search(words)
    hedges = sorted(_hedges(words, voice), key=lambda hedge: hedge[0])
    done = _NOT_DONE.search(words, 0, border.start() if border else len(words)) if voice.speakers else None
    if (
        done
        and not _UNSAID.search(words, done.start())
        and not (hedges and hedges[0][1].firmness in _MODAL and hedges[0][0] < done.start())
    ):
        return Firmness("denied", done[0].strip(' "'), "somebody says it is not so")
    if border is not None and not words.startswith(("There was no", "There is no")):
        same = border[0].startswith("and that")
        hedges = [
            hedge for hedge in hedges if hedge[0] < border.start() or (same and hedge[1].firmness == "speculated")
        ]
    if hedges:
        return _first(hedges)
    would = _WOULD.search(words, 0, border.start() if border else len(words))
    if voice.speakers and would and not _REMEMBERED.search(words) and not _is_asked(words, would.end()):
        return Firmness("planned", would[0], "what somebody says would be")
    if found := _REPORTED.search(words):
        return Firmness("reported", found[0], "somebody says so")
    if voice.speakers:
        return Firmness("reported", "", voice.rule or "somebody speaks")
    return Firmness()


def _hedges(words: str, voice: Voice) -> Iterator[tuple[int, Firmness]]:
    withdrawn = _WITHDRAWN.search(words)
    for name, rule, pattern in _CUES:
        found = next((one for one in pattern.finditer(words) if not _is_no_hedge(words, one, voice)), None)
        if found is None:
            continue
        if name == "denied" and not voice.speakers and not re.match(r"[Dd]en|baseless|untrue", found[0]):
            continue
        if rule == "what somebody calls it" and voice.speakers and voice.speakers[-1].lower() in ("he", "she", "i"):
            continue
        if withdrawn and withdrawn[0] in ("withdrew", "retracted"):
            continue
        if withdrawn and name not in ("alleged", "denied"):
            continue
        if name == "planned" and _DROPPED.search(words):
            continue
        cue = "cue" if "cue" in found.groupdict() else 0
        yield found.start(cue), Firmness(name, found[cue].strip(), rule)


def _first(hedges: list[tuple[int, Firmness]]) -> Firmness:
    """Return the hedge that counts: the first, but of an opinion what it holds for possible."""
    first = hedges[0][1]
    if first.firmness == "assessed" and _OPINION.match(first.cue):
        return next((hedge for _, hedge in hedges if hedge.firmness == "speculated"), first)
    if _CLAIM_NOUN.match(first.cue):
        return next((hedge for _, hedge in hedges if hedge.firmness == "denied"), first)
    return first


def _is_asked(words: str, end: int) -> bool:
    """Say whether what stands there is part of a question."""
    closing = re.match(r"[^\".!?]*([.!?\"])", words[end:])
    return closing is not None and closing[1] == "?"


def _is_no_hedge(words: str, found: re.Match[str], voice: Voice) -> bool:
    """Say whether a cue stands there for something else: an ability in the past, the last one to be built."""
    if found[0].startswith("to be") and _ONLY_ONE.search(words, 0, found.start()):
        return True
    if _is_asked(words, found.end()):
        return True
    if found[0].startswith("may") and _GUEST.search(words, 0, found.start()):
        return True
    if _PERMITTED.match(words, found.start()) or (not voice.speakers and _PROCEEDING.match(words, found.start())):
        return True
    if found[0].startswith("will") and _RELATIVE.search(words, 0, found.start()):
        return True
    if found[0].startswith(("will", "shall", "may")) and _WE.search(words, 0, found.start()):
        return _OBTAIN.match(words, found.start()) is None
    able = _ABILITY.match(words, found.start())
    if able is None:
        return False
    if _FIGURE.match(words, able.end()):
        return True
    return able[0].startswith("could") and not voice.speakers and _PAST.search(words) is not None
