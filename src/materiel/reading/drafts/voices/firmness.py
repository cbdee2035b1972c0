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
    DENIED,
    HEADED,
    PLANNED,
    REPORTED,
    SPECULATED,
    TALKS,
)
from materiel.reading.drafts.voices.no_hedges import is_asked, is_called_wrong, is_no_hedge

_CUES: Final = tuple(
    (firmness, rule, re.compile(pattern))
    for firmness, rule, pattern in (
        ("denied", "denied", DENIED),
        ("speculated", "possibility", SPECULATED),
        ("speculated", "talks", TALKS),
        ("planned", "plan", PLANNED),
        ("planned", "headline", HEADED),
        ("alleged", "accusation or claim", ALLEGED),
        ("assessed", "estimate", ASSESSED),
    )
)
_REPORTED: Final = re.compile(REPORTED, re.I)
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
_ARGUED: Final = re.compile(
    r"\b(?:argu(?:es?|ed|ing)|contends?|object(?:s|ed)|complain(?:s|ed)?|counter(?:s|ed)|muse[sd]?)\b"
)
"""Of what somebody argues, "would" is what follows from something, and nobody's plan."""

_CONDITION: Final = re.compile(
    r"\b(?:if|unless|without|were it|provided|otherwise|in (?:an? |the event of )?(?:[\w-]+ )?(?:war|conflict"
    r"|crisis|fight"
    r"|attack|emergency))\b"
)
_CONDITIONAL: Final = re.compile(
    r"\b(?:that|which|who) (?:an?|any|no|every|most|many|nobody|anyone|you) (?:[\w'-]+ ){0,3}$"
)
"""Before "would": "a vehicle that a mother would put her son in"."""

_REMEMBERED: Final = re.compile(r"\b(?:recall(?:s|ed)?|remember(?:s|ed)?|reminisce[sd]?)\b")
"""Whoever remembers tells of what would happen in the past."""

_DEED: Final = (
    r"(?= (?:\w+ly )?(?:yet )?(?:been |even |ever |so much as )?(?:deliver|suppl|s[oe]ld?|sell|sen[dt]|provid"
    r"|transfer|export"
    r"|shipp?|giv|gave|buy|bought|purchas|order|receiv|acquir|us|fir|launch|attack|str[iu][ck]k?|hit"
    r"|sh[eo]l?o?t|down|destroy"
    r"|los[te]|sunk|sink|damag|violat|cross|enter|target|kill|deploy|station|involv|respons|approv|authori[sz]"
    r"|sign|agree"
    r"|ask|request|offer|part of|there\b|in the area|aware|test|carry|carried)[a-z]*\b)"
)
"""What somebody is said to have done, and denies: to have sold or sunk a thing, or lost it."""

_NOT_DONE: Final = re.compile(
    r"(?<!who )(?<!which )(?<!that )(?<!\band )\b(?:(?:has|have|had|was|were|did),? \"?never\b"
    rf"|(?:(?:has|have|had|did|was|were),? \"?not|(?:has|have|had|did|was|were)n't)\b{_DEED})(?: [a-z]+)?|(?:^"
    rf"|[\"\s])[Nn]o(?! (?:better|other|one|doubt"
    r"|wonder)\b)(?:ne of)?"
    r" (?:[\w§-]+ ){1,4}(?:has|have|had|was|were|is|are)\b|\bnever\"? (?:sold|supplied|sent"
    r"|delivered|exported|built|owned|bought|received|provided|transferred|used|fired|flew|left|gave)\b"
    r"|\b[Nn]one (?:has|have|had|was|were|of)\b|\b[Tt]here (?:is|are|was|were|has been|had been) no (?:sign|trace"
    r"|record)s?\b"
)
_WITHDRAWN: Final = re.compile(
    r"\b(?:withdrew|retracted|no evidence|declined to|refused to (?:comment|confirm)"
    r"|cannot be verified|could not be (?:verified|reached)|neither confirm)\b"
)
_DROPPED: Final = re.compile(
    r"\b(?:no|any) plans?\b|\b[Pp]lans?\b.*\b(?:dropped|shelved|cancelled|canceled|abandoned|scrapped"
    r"|came to nothing)\b|\b(?:[Oo]nce|[Tt]here) (?:there )?were plans|\bplan had been\b"
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
    r"(?:believ|think|thought|assess|consider|suspect|conclude|judge|reckon|estimat|suggest"
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
    told = voice.speakers or (border and _REPORTED.search(words, 0, border.start()))
    if told and border is not None and not words.startswith(("There was no", "There is no")):
        same = border[0].startswith("and that")
        hedges = [
            hedge for hedge in hedges if hedge[0] < border.start() or (same and hedge[1].firmness == "speculated")
        ]
    if hedges:
        return _first(hedges, words, voice)
    if voice.speakers and (would := _told_plan(words, border.start() if border else len(words))):
        return Firmness("planned", would[0], "what somebody says would be")
    if found := next((one for one in _REPORTED.finditer(words) if _is_report(words, one, voice)), None):
        return Firmness("reported", found[0], "somebody says so")
    if voice.speakers:
        return Firmness("reported", "", voice.rule or "somebody speaks")
    return Firmness()


def _is_report(words: str, found: re.Match[str], voice: Voice) -> bool:
    """Say whether a cue tells of a report: no question, nothing that the writer contradicts, and somebody's."""
    if is_asked(words, found.end()) or is_called_wrong(words, found.end()):
        return False
    return voice.speakers != () or found[0].lower() != "according to" or _SOURCES.match(words, found.end()) is not None


_SOURCES: Final = re.compile(
    r" (?:[\w-]+ ){0,4}(?:reports?|sources?|estimates?|accounts?|figures|data|rumou?rs?|legend|tradition)\b"
)
"""Behind "according to", where it is nobody's plan, mark or version."""


def _told_plan(words: str, end: int) -> re.Match[str] | None:
    """Return the "would" of a plan that somebody tells of. In words in quotation marks it is a condition."""
    would = _WOULD.search(words, 0, end)
    if would is None or _REMEMBERED.search(words) or _ARGUED.search(words) or is_asked(words, would.end()):
        return None
    quoted = words.count('"', 0, would.start()) % 2
    if quoted or _CONDITION.search(words) or _CONDITIONAL.search(words, 0, would.start()):
        return None
    return would


def _hedges(words: str, voice: Voice) -> Iterator[tuple[int, Firmness]]:
    withdrawn = _WITHDRAWN.search(words)
    for name, rule, pattern in _CUES:
        found = next((one for one in pattern.finditer(words) if not is_no_hedge(words, one, voice)), None)
        if found is None:
            continue
        if name == "denied" and not voice.speakers and not re.match(r"[Dd]en|baseless|untrue", found[0]):
            continue
        if rule == "talks" and voice.speakers:
            continue
        if withdrawn and withdrawn[0] in ("withdrew", "retracted"):
            continue
        if withdrawn and name not in ("alleged", "denied"):
            continue
        if name == "planned" and _DROPPED.search(words):
            continue
        cue = "cue" if "cue" in found.groupdict() else 0
        yield found.start(cue), Firmness(name, found[cue].strip(), rule)


def _first(hedges: list[tuple[int, Firmness]], words: str, voice: Voice) -> Firmness:
    """Return the hedge that counts: the first, but of an opinion what it holds for possible.

    What will be, as somebody estimates, is estimated.
    """
    first = hedges[0][1]
    if first.firmness == "assessed" and _OPINION.match(first.cue):
        return next((hedge for _, hedge in hedges if hedge.firmness == "speculated"), first)
    if first.firmness == "planned" and voice.speakers:
        return next((hedge for place, hedge in hedges if _is_outer(words, place, hedge, voice)), first)
    if _CLAIM_NOUN.match(first.cue):
        return next((hedge for _, hedge in hedges if hedge.firmness == "denied"), first)
    return first


def _is_outer(words: str, place: int, hedge: Firmness, voice: Voice) -> bool:
    """Say whether a hedge is what a speaker does with all that is said before: "it will sink, the yard believes"."""
    before = words[:place].rstrip()
    return (
        hedge.firmness == "assessed"
        and _OPINION.match(hedge.cue) is not None
        and any(before.endswith(f", {speaker}") for speaker in voice.speakers)
    )
