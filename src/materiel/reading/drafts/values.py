"""Quantities of a sentence bound to properties of the system that it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from materiel.errors import ValueFormatError
from materiel.models.properties import Property
from materiel.models.registry import properties
from materiel.reading.drafts.counts import counted
from materiel.reading.drafts.cues import CONDITIONS, CUES, FREE, LINK, Cue
from materiel.reading.drafts.quantities import Quantity, quantities, size
from materiel.reading.drafts.statements import Statement
from materiel.reading.drafts.subjects import Scene, Subject
from materiel.seeds.plausibility import beyond_kind
from materiel.seeds.values import Value, parse_value, with_qualifiers
from materiel.text.canonical import QUOTE_WORDS, word_count

_LOOK_BACK: Final = 90
_NOT: Final = re.compile(
    r"\b(?:not|never|neither|nor|cannot|no longer|no)\b|n't\b",
    re.I,
)
_WITHDRAWN: Final = re.compile(r"\b(?:withdrew|retracted|dropped|scrapped|cancel+ed|no evidence)\b", re.I)
_ELSEWHERE: Final = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:away|short of|north|south|east|west|inland|deep|off\b|from"
    r" (?:a|an|the) |longer|wider|narrower|taller|heavier|shorter"
    r"|faster|lighter|more|less|apart|behind|ahead|per\b|a (?:year|month|day|second|minute)|of (?:fuel"
    r"|concrete|cable|road|track|wire|rope|territory)"
    r"|(?:in )?(?:resolution|intervals?)|later|before|after|ago|earlier|old|upstream|downstream)\b"
    r"|[- ](?:[\w-]+ )?(?:version|variant|derivative|successor|prototype)\b",
    re.I,
)
"""What follows a quantity that is a distance on the map, a difference, or a share."""

_MILITARY_RANGE: Final = 0.6
"""A least and a greatest range lie farther apart than two estimates of one range."""

_GAP: Final = re.compile(r"(?:'s)?,? (?:at |with |of )?$")


def values(scene: Scene) -> Iterator[Statement]:
    """Yield the claims that a sentence makes with numbers."""
    taken: list[tuple[Quantity, Cue, str]] = []
    found = [one for one in quantities(scene.masked) if not one.conversion]
    for one in found:
        read = _read(scene, one) or _gapped(scene, one, taken)
        if read is not None:
            cue, name, subject = read
            taken.append((one, cue, name))
            yield from _claims(scene, one, name, subject, f"{cue.rule}; {subject.rule}")
    for one, name, subject, rule in counted(scene):
        yield from _claims(scene, one, name, subject, f"{rule}; {subject.rule}")


def _read(scene: Scene, one: Quantity) -> tuple[Cue, str, Subject] | None:
    if _is_elsewhere(scene, one):
        return None
    for cue in CUES:
        if cue.dimension != one.dimension:
            continue
        place = _cue_place(scene, one, cue)
        if place is None:
            continue
        subject = scene.subject(place, one.end)
        if subject is None:
            continue
        name = _property(scene, cue, subject)
        if name is not None:
            return cue, name, subject
    return _calibre(scene, one)


_TARGETS: Final = re.compile(
    r"\b(?:targets?|objectives?|objects?|enem(?:y|ies)|anything)(?: (?:at|from|located|up to|as far as))*,? ?$", re.I
)
"""What is hit "300 km away" tells the range."""


def _is_elsewhere(scene: Scene, one: Quantity) -> bool:
    begin, _ = scene.part(one.start)
    denied = _NOT.search(scene.masked, begin, one.start)
    withdrawn = _WITHDRAWN.search(scene.masked, 0, one.start)
    elsewhere = _ELSEWHERE.match(scene.masked, one.end)
    if (
        elsewhere is not None
        and elsewhere[0].strip() in ("away", "off")
        and _TARGETS.search(scene.masked, 0, one.start)
    ):
        elsewhere = None
    return any((elsewhere, denied, withdrawn))


def _property(scene: Scene, cue: Cue, subject: Subject) -> str | None:
    known = properties(scene.systems[subject.system].kind)
    return next((name for name in cue.properties if name in known), None)


def _cue_place(scene: Scene, one: Quantity, cue: Cue) -> int | None:
    """Return where the words begin that make `one` a value of `cue`; None if they are not there."""
    text = scene.masked
    if cue.unit:
        return one.start
    if cue.follows is not None and cue.follows.match(text, _behind(text, one.end)) and not scene.is_foreign(one.start):
        return one.start
    begin = max(0, one.start - _LOOK_BACK)
    if (
        cue.verbs is not None
        and (verb := cue.verbs.search(text, begin, one.start))
        and not scene.is_foreign(verb.start() + 1)
    ):
        return verb.start()
    if cue.nouns is not None:
        for noun in reversed(list(cue.nouns.finditer(text, begin, one.start))):
            if text[: noun.start()].endswith((" in ", " of ")) and _MEASURED.search(text, 0, noun.start()):
                # "13 m in length, 9 m in width": the noun goes with the quantity before it.
                continue
            if LINK.fullmatch(text, noun.end(), one.start) and FREE.search(text, 0, noun.start()):
                return noun.start()
    return None


_MEASURED: Final = re.compile(r"\d[\d.,]* ?[a-z]+\)? in (?:overall )?$|\d[\d.,]* ?[a-z]+\)? of $")
_ASIDE: Final = re.compile(r"(?:\s*\([^()]{0,60}\))?\s*")


def _behind(text: str, end: int) -> int:
    """Return where the words go on behind a quantity and its conversion in brackets."""
    found = _ASIDE.match(text, end)
    return found.end() if found and found.end() > end and text[end : found.end()].strip() else end


def _gapped(scene: Scene, one: Quantity, taken: list[tuple[Quantity, Cue, str]]) -> tuple[Cue, str, Subject] | None:
    """Read "weighs 4,200 kg and the older M198 7,154 kg": a second system with a quantity, and no words of its own."""
    before = [mention for mention in scene.mentions if mention.end <= one.start]
    if not taken or not before or taken[-1][0].dimension != one.dimension:
        return None
    last, cue = before[-1], taken[-1][1]
    if last.start < taken[-1][0].end or not _GAP.fullmatch(scene.masked, last.end, one.start):
        return None
    subject = Subject(last.system, rule="as of the system before")
    name = _property(scene, cue, subject)
    return None if name is None or _is_elsewhere(scene, one) else (cue, name, subject)


_WEAPON: Final = re.compile(
    r"[- ]?(?:[\w-]+[ -]){0,3}?(?:guns?|howitzers?|mortars?|rocket(?: launcher| artillery)?s?"
    r"|shells?|rounds?|projectiles?|torpedo(?:es)?(?! tube)"
    r"|cannons?|artillery|smoothbore|munitions?)\b|\s*§",
    re.I,
)
_CANNON: Final = re.compile(r"[- ]?(?:[\w-]+[ -]){0,3}?(?:cannons?|autocannons?|gatling guns?|guns?)\b", re.I)
_FITTED: Final = re.compile(
    r"\b(?:has|have|armed with|carries|fitted with|built-in|internal|mounts?|its|fires|with)\b", re.I
)
_TUBES: Final = re.compile(r"[- ]?(?:\([^()]*\) )?torpedo[- ]tubes?", re.I)
_POD: Final = re.compile(r"\bpods?\b", re.I)
CALIBRE: Final = Cue("calibre", "length", ())


def _calibre(scene: Scene, one: Quantity) -> tuple[Cue, str, Subject] | None:
    """Read the calibre of a gun, shell or tube: "a 122 mm gun", "533 mm torpedo tubes"."""
    if one.unit not in ("mm", "in") or one.low != one.high:
        return None
    subject = scene.subject(one.start, one.end)
    if subject is None or (scene.is_foreign(one.start) and scene.masked[one.start - 2 : one.start] != "§ "):
        return None
    kind = scene.systems[subject.system].kind
    begin, stop = scene.part(one.start)
    before = scene.masked[begin : one.start]
    if kind in ("artillery", "munition") and _WEAPON.match(scene.masked, one.end):
        return CALIBRE, "calibre_mm", subject
    if kind == "submarine" and _TUBES.match(scene.masked, one.end):
        return CALIBRE, "torpedo_calibre_mm", subject
    fitted = _FITTED.search(before) is not None and not _POD.search(scene.masked, begin, stop)
    if kind == "aircraft" and _CANNON.match(scene.masked, one.end) and fitted:
        return CALIBRE, "gun_calibre_mm", subject
    return None


def _claims(scene: Scene, one: Quantity, name: str, subject: Subject, rule: str) -> Iterator[Statement]:
    kind = scene.systems[subject.system].kind
    known = properties(kind)
    start = max(0, one.start)
    pairs = [(name, one)]
    low = replace(one, high=one.low)
    spread = one.low < one.high and size(low) < _MILITARY_RANGE * size(one)
    if name == "range_km" and "range_min_km" in known and spread:
        pairs = [("range_min_km", low), (name, replace(one, low=one.high))]
    for each, quantity in pairs:
        fields = _value(known[each], quantity, scene.text[start : one.end])
        if fields is None:
            continue
        condition = _condition(scene, one, each)
        if condition:
            fields["condition"] = condition
        yield Statement(subject.system, "claim", {each: fields}, start, one.end, rule, subject.needs)


def _condition(scene: Scene, one: Quantity, name: str) -> str | None:
    begin, stop = scene.part(one.start)
    kind = next((words for part, words in CONDITIONS.items() if part in name), None)
    found = kind.search(scene.text, max(begin, one.start - 40), min(stop, one.end + 40)) if kind else None
    return found[0].lower() if found else None


def _value(prop: Property, one: Quantity, stated: str) -> dict[str, Any] | None:
    """Return a value as a seed record holds it: in the source's words where they can be read, else in figures.

    None for what is not of the property's dimension, or cannot be.
    """
    written = written_value(prop, one)
    try:
        meant = with_qualifiers(parse_value(prop, written), None, one.approximate or None, one.bound)
    except ValueFormatError:
        return None
    if beyond_kind(prop, meant) or (prop.value_type == "integer" and meant.low is None and meant.high is None):
        return None
    fields: dict[str, Any] = {"value": written}
    if _reads_as(prop, stated, meant):
        return {"value": stated}
    if word_count(stated) <= QUOTE_WORDS and stated != written:
        fields["as_stated"] = stated
    if one.approximate:
        fields["approximate"] = True
    if one.bound:
        fields["bound"] = one.bound
    return fields


def _reads_as(prop: Property, stated: str, meant: Value) -> bool:
    try:
        value = parse_value(prop, stated)
    except ValueFormatError:
        return False
    same = (value.low, value.high, value.approximate, value.bound)
    return same == (meant.low, meant.high, meant.approximate, meant.bound)


def written_value(prop: Property, one: Quantity) -> str:
    """Write a quantity in figures and a unit that the seeds know."""
    unit = "" if one.unit is None else f" {one.unit}"
    if one.dimension == "mass" and prop.unit == "kN":
        unit = " lbf" if one.unit == "lb" else " kgf"
    inches = f" {_figure(one.inches)} in" if one.inches else ""
    if one.unit == "Mach":
        return f"Mach {_figure(one.low)}" if one.low == one.high else f"{_figure(one.low)}-{_figure(one.high)} Mach"
    if one.low != one.high:
        return f"{_figure(one.low)}-{_figure(one.high)}{unit}"
    return f"{_figure(one.low)}{unit}{inches}"


def _figure(number: float) -> str:
    return str(int(number)) if number.is_integer() else f"{number:.10f}".rstrip("0")
