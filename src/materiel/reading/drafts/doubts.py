"""Reasons to leave out a statement that other rules have read.

The sentence asks, supposes or denies it, or says it of something else beside the system. Each reason is a named rule,
and looks at the sentence with the names of systems masked.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from materiel.reading.drafts.statements import Statement
from materiel.reading.drafts.subjects.kind_nouns import MASK, NOUNS, is_kind_noun
from materiel.reading.drafts.subjects.scene import Scene

_NAME: Final = rf"(?:(?:the|an?|its|their|new|old|two|three|\d+) )*{MASK}"

_QUESTION: Final = re.compile(r"[^.!?]*(?:[.!](?=\w)[^.!?]*)*\?")
"""The words up to a question mark, without the end of another sentence. A point within a number ends none."""

_IF: Final = re.compile(r"\b(?:if|had it|were it|unless)\b", re.I)
_WOULD: Final = re.compile(r"\b(?:would|could have|might have)\b", re.I)
_NONE: Final = re.compile(
    rf"\b(?:no|none of the|neither of the|not (?:one|a single|every|all)(?: of the)?) {MASK}", re.I
)
_FALSE: Final = re.compile(
    r"\b(?:false|untrue|incorrect|wrong|a myth|a lie|not true|not the case)(?: to (?:say|claim|think))? that\b"
    r"|\b(?:falsely|wrongly) (?:said|claimed|reported|stated|believed)\b",
    re.I,
)
_LIKENESS: Final = re.compile(
    r"\b(?:models?|mock-?ups?|replicas?|toys?|drawings?|paintings?|posters?|photo(?:graph)?s?|pictures?|images?|decoys?"
    rf"|dumm(?:y|ies)|stamps?|monuments?) of {_NAME}",
    re.I,
)
_WEAPON_OF: Final = re.compile(
    rf"\b(?:missiles?|rockets?|bombs?|drones?|torpedo(?:es)?) (?:of|for|from|on) {_NAME}", re.I
)
_OTHER_WITH: Final = re.compile(
    r"(?P<verb>\b(?:shot down|downed|destroyed|intercepted|struck|hit|sank|chased|escorted|towed)"
    r" (?:an?|the|two|three|\d+) (?:[\w-]+ ){0,2})?\b(?P<noun>[a-z]+) (?:with|having|that (?:has|have|had)) "
    r"(?:an? )?(?:[a-z-]+ ){0,3}?(?:of|up to|about|around) (?:[a-z]+ ){0,3}$"
)
_OTHER_LONG: Final = re.compile(
    r"\b(?:an?|the) (?:(?!(?:is|are|was|were|be)\b)[\w-]+ ){0,2}?"
    r"(?!(?:is|are|was|were|be|fin|tail|hull|fuselage|wing|about|some|nearly)\b)(?P<noun>[a-z-]+),?"
    r" (?:about |some |nearly )?$"
)
_MEASURE: Final = re.compile(r"(?: \([^()]*\))?[ -](?:long|wide|tall|high|deep|thick)\b")
_FLEW_SOMEWHERE: Final = re.compile(
    r"\b(?:first (?:flew|flown)|flew first|flew for the first time) (?:over|to|into|past|through|in combat|combat"
    r"|against|across|missions?|sorties?)\b",
    re.I,
)


def doubt(scene: Scene, statement: Statement) -> str | None:
    """Name the rule by which a statement is left out; None if there is none."""
    return next((name for name, holds in _DOUBTS.items() if holds(scene, statement)), None)


def _asked(scene: Scene, statement: Statement) -> bool:
    return _QUESTION.match(scene.masked, statement.end) is not None


def _supposed(scene: Scene, _statement: Statement) -> bool:
    return _IF.search(scene.masked) is not None and _WOULD.search(scene.masked) is not None


def _of_none(scene: Scene, statement: Statement) -> bool:
    begin, _ = scene.part(statement.start)
    return _NONE.search(scene.masked, begin, statement.end) is not None


def _false(scene: Scene, statement: Statement) -> bool:
    return _FALSE.search(scene.masked, 0, statement.start) is not None


def _of_a_likeness(scene: Scene, statement: Statement) -> bool:
    begin, _ = scene.part(statement.start)
    return statement.table == "claim" and _LIKENESS.search(scene.masked, begin, statement.start) is not None


def _of_its_weapon(scene: Scene, statement: Statement) -> bool:
    begin, _ = scene.part(statement.start)
    weapon = statement.table == "claim" and scene.systems[statement.system].kind != "munition"
    return weapon and _WEAPON_OF.search(scene.masked, begin, statement.start) is not None


def _of_another_thing(scene: Scene, statement: Statement) -> bool:
    if statement.table != "claim":
        return False
    nouns = NOUNS.get(scene.systems[statement.system].kind, "").split()
    before = scene.masked[: statement.start]
    if found := _OTHER_WITH.search(before):
        others = " ".join(words for kind, words in NOUNS.items() if kind != "mixed").split()
        noun = found["noun"]
        return found["verb"] is not None or (is_kind_noun(noun, others) and not is_kind_noun(noun, nouns))
    if _MEASURE.match(scene.masked, statement.end) and (found := _OTHER_LONG.search(before)):
        return not is_kind_noun(found["noun"], nouns)
    return False


def _flown_somewhere(scene: Scene, statement: Statement) -> bool:
    begin, stop = scene.part(statement.start)
    first = statement.fields.get("type") == "first flown" or "first_flight" in statement.fields
    return first and _FLEW_SOMEWHERE.search(scene.masked, begin, stop) is not None


_DOUBTS: Final[dict[str, Callable[[Scene, Statement], bool]]] = {
    "a question": _asked,
    "a supposition": _supposed,
    "of none of them": _of_none,
    "said to be false": _false,
    "of a likeness": _of_a_likeness,
    "of its weapon": _of_its_weapon,
    "of another thing": _of_another_thing,
    "flown somewhere, not at all, for the first time": _flown_somewhere,
}
