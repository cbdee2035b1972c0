"""Quantities of a sentence bound to properties of the system that it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from materiel.models.registry import properties
from materiel.reading.drafts.counts.counting import counted
from materiel.reading.drafts.cues.all_cues import CUES
from materiel.reading.drafts.cues.cue import Cue
from materiel.reading.drafts.cues.links import CONDITIONS, FREE, LINK
from materiel.reading.drafts.ellipsis import leaning
from materiel.reading.drafts.figures import Figure
from materiel.reading.drafts.quantities.calibres import calibre, calibre_in_order
from materiel.reading.drafts.quantities.dimensions import sizes
from materiel.reading.drafts.quantities.finding import quantities, size
from materiel.reading.drafts.quantities.numbers import NUMBER
from materiel.reading.drafts.quantities.quantity import Quantity
from materiel.reading.drafts.quantities.respective import is_respective, respective
from materiel.reading.drafts.quantities.written import value_fields
from materiel.reading.drafts.statements import Statement
from materiel.reading.drafts.subjects.elsewhere import is_elsewhere
from materiel.reading.drafts.subjects.missiles import MISSILE_CUES, missile_scene
from materiel.reading.drafts.subjects.other_things import is_of_another_thing, is_size_of_a_part
from materiel.reading.drafts.subjects.scene import Scene
from materiel.reading.drafts.subjects.subject import Subject

_LOOK_BACK: Final = 90
_LEAST: Final = {"range_km": "range_min_km", "altitude_max_m": "altitude_min_m"}
_AT_KNOTS: Final = re.compile(r" at (?:a speed of |about )?\d[\d.]*(?: ?(?:to|-) ?\d+)? ?(?:knots|kts?|kn)\b")
_AT_SEA: Final = ("surface_ship", "submarine")
_MILITARY_RANGE: Final = 0.5
"""A least and a greatest range lie farther apart than two estimates of one range."""

_GAP: Final = re.compile(r"(?:'s(?: is| are| was)?)?,? (?:at |with |of )?$")


def values(scene: Scene) -> Iterator[Statement]:
    """Yield the claims that a sentence makes with numbers."""
    return claims(scene, figures(scene))


def claims(scene: Scene, read: Iterable[Figure]) -> Iterator[Statement]:
    """Yield the claims that figures of a sentence make."""
    for figure in read:
        yield from _claims(scene, figure)


def figures(scene: Scene, earlier: Sequence[Figure] = ()) -> list[Figure]:
    """Return the figures that a sentence gives. `earlier` are those of the sentence before."""
    read = list(_figures(scene))
    in_order = sorted(read, key=lambda figure: figure.quantity.start)
    return [*read, *leaning(scene, in_order, earlier)]


def _figures(scene: Scene) -> Iterator[Figure]:
    """Yield the figures that have words of their own."""
    taken: list[tuple[Quantity, Cue, str]] = []
    side_by_side = list(sizes(scene))
    for size_of in side_by_side:
        yield _figure(size_of.quantity, size_of.property, size_of.subject, "dimensions side by side")
    ends = [(size_of.quantity.start, size_of.quantity.end) for size_of in side_by_side]
    found = [
        one
        for one in quantities(scene.masked)
        if not one.conversion and not any(start < one.end and one.start < end for start, end in ends)
    ]
    in_order = {one: (first, subject) for one, first, subject in respective(scene, found)}
    missile = missile_scene(scene)
    for one in found:
        if missile is not None and missile.holds(one):
            read = _read(missile.scene, one, MISSILE_CUES)
            read = None if read is None else (read[0], read[1], replace(read[2], needs=missile.needs))
        elif one in in_order:
            read = _in_order(scene, *in_order[one])
        elif is_respective(scene):
            # Of which of the figures' owners this one is, nobody can say.
            read = None
        else:
            read = _read(scene, one) or _gapped(scene, one, taken)
        if read is not None:
            cue, name, subject = read
            taken.append((one, cue, name))
            yield _figure(one, name, subject, cue.rule)
    for one, name, subject, rule in counted(scene):
        yield _figure(one, name, subject, rule)


def _figure(one: Quantity, name: str, subject: Subject, rule: str) -> Figure:
    return Figure(one, name, subject.system, f"{rule}; {subject.rule}", subject.needs)


def _in_order(scene: Scene, first: Quantity, subject: Subject) -> tuple[Cue, str, Subject] | None:
    """Read one of several figures by the words at the first of them."""
    for cue in CUES:
        if cue.dimension == first.dimension and _cue_place(scene, first, cue) is not None:
            name = _property(scene, cue, subject)
            if name is not None and (not cue.units or first.unit in cue.units):
                return cue, name, subject
    return calibre_in_order(scene, first, subject)


def _read(scene: Scene, one: Quantity, cues: Sequence[Cue] = CUES) -> tuple[Cue, str, Subject] | None:
    if is_elsewhere(scene, one) or (one.dimension == "length" and is_size_of_a_part(scene, one.start)):
        return None
    named = _named_behind(scene, one)
    own = _OWN_WORDS.match(scene.masked, _behind(scene.masked, one.end)) if one.dimension == "length" else None
    for cue in cues:
        if own is not None and (cue.follows is None or cue.follows.match(scene.masked, own.start()) is None):
            continue
        if cue.dimension != one.dimension or (cue.units and one.unit not in cue.units):
            continue
        place = _cue_place(scene, one, cue)
        if place is None or (not _is_of_a_part(cue) and _is_of_another(scene, one.start)):
            continue
        subject = scene.subject(place, one.end, attribute=_is_attribute(scene, one, place))
        if subject is None and one.dimension == "money":
            subject = named
        if subject is None or (cue.kinds and scene.systems[subject.system].kind not in cue.kinds):
            continue
        name = _property(scene, cue, subject)
        if name is not None and not (name == "shaft_power_kw" and _is_of_one_engine(scene, one)):
            return (cue, name, subject) if named is None else _of_named(scene, cue, named)
    # "155 mm shells for the §" are a thing of their own.
    return calibre(scene, one) if named is None else None


def _of_named(scene: Scene, cue: Cue, named: Subject) -> tuple[Cue, str, Subject] | None:
    name = _property(scene, cue, named)
    return None if name is None else (cue, name, named)


def _is_of_another(scene: Scene, place: int) -> bool:
    return is_of_another_thing(scene, place) or scene.is_of_unknown(place)


def _is_of_a_part(cue: Cue) -> bool:
    """Say whether a property is that of an engine, a gun or a radar, and yet a figure of the system."""
    return cue.dimension in _OF_ENGINES or cue.properties == ("radar_range_km",)


_OWN_WORDS: Final = re.compile(
    r"[- ]*(?:in (?:overall )?(?:length|width|height|diameter|beam|wingspan|span)|long|wide|high|tall)\b"
)
"""What names the dimension of a length beyond doubt, whatever stands before it."""

_OF_ENGINES: Final = ("power", "force", "rate")
"""What is said of an engine or a gun is a figure of the system."""

_ATTRIBUTE: Final = re.compile(r"[- ](?:[\w-]+[ -]){0,2}§")


def _is_attribute(scene: Scene, one: Quantity, place: int) -> bool:
    """Say whether a quantity stands before the name it is of: "the 41-tonne §"."""
    written = scene.masked[one.start : one.end]
    return place == one.start and "-" in written and _ATTRIBUTE.match(scene.masked, one.end) is not None


_ENGINES: Final = re.compile(rf"(?:\b(?:{NUMBER}|twin)(?: ?[x×])?|\bpair of|\beach|[x×]) $", re.I)
_APIECE: Final = re.compile(r"[^.;]{0,40}\b(?:each|apiece)\b", re.I)


def _is_of_one_engine(scene: Scene, one: Quantity) -> bool:
    return bool(_ENGINES.search(scene.masked, 0, one.start) or _APIECE.match(scene.masked, one.end))


def _property(scene: Scene, cue: Cue, subject: Subject) -> str | None:
    known = properties(scene.systems[subject.system].kind)
    return next((name for name in cue.properties if name in known), None)


def _cue_place(scene: Scene, one: Quantity, cue: Cue) -> int | None:
    """Return where the words begin that make `one` a value of `cue`; None if they are not there."""
    text = scene.masked
    if cue.unit:
        return one.start
    follows = cue.follows
    said = follows is not None and (follows.match(text, one.end) or follows.match(text, _behind(text, one.end)))
    if said and not scene.is_foreign(one.start):
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


_FOR: Final = re.compile(r"(?:\s*\([^()]{0,40}\))? for (?:the |an? |each |every |one )?(?=§)")


def _named_behind(scene: Scene, one: Quantity) -> Subject | None:
    """Return the system that stands right behind "for": "300 km for the § and 500 km for the §"."""
    found = _FOR.match(scene.masked, one.end)
    named = next((mention for mention in scene.mentions if found and mention.start == found.end()), None)
    return None if named is None else Subject(named.system, rule="named right behind")


def _gapped(scene: Scene, one: Quantity, taken: list[tuple[Quantity, Cue, str]]) -> tuple[Cue, str, Subject] | None:
    """Read "weighs 4,200 kg and the older M198 7,154 kg": a second system with a quantity, and no words of its own."""
    if taken and taken[-1][0].dimension == one.dimension and (behind := _named_behind(scene, one)) is not None:
        known = _property(scene, taken[-1][1], behind)
        return None if known is None or is_elsewhere(scene, one) else (taken[-1][1], known, behind)
    before = [mention for mention in scene.mentions if mention.end <= one.start]
    if not taken or not before or taken[-1][0].dimension != one.dimension:
        return None
    last, cue = before[-1], taken[-1][1]
    if last.start < taken[-1][0].end or not _GAP.fullmatch(scene.masked, last.end, one.start):
        return None
    subject = Subject(last.system, rule="as of the system before")
    name = _property(scene, cue, subject)
    return None if name is None or is_elsewhere(scene, one) else (cue, name, subject)


def _claims(scene: Scene, figure: Figure) -> Iterator[Statement]:
    one, name = figure.quantity, figure.property
    kind = scene.systems[figure.system].kind
    known = properties(kind)
    start = max(0, one.start)
    one = replace(one, unit="nmi") if _is_nautical(scene, one, kind) else one
    pairs = [(name, one)]
    low = replace(one, high=one.low)
    spread = one.low < one.high and size(low) < _MILITARY_RANGE * size(one)
    if (least := _LEAST.get(name)) in known and spread:
        pairs = [(str(least), low), (name, replace(one, low=one.high))]
    for each, quantity in pairs:
        fields = value_fields(known[each], quantity, scene.text[start : one.end])
        if fields is None:
            continue
        condition = _condition(scene, one, each)
        if condition:
            fields["condition"] = condition
        yield Statement(figure.system, "claim", {each: fields}, start, one.end, figure.rule, figure.needs)


def _is_nautical(scene: Scene, one: Quantity, kind: str) -> bool:
    """Say whether "miles" are nautical: those of ships at so many knots are."""
    return one.unit == "mi" and kind in _AT_SEA and _AT_KNOTS.match(scene.masked, one.end) is not None


def _condition(scene: Scene, one: Quantity, name: str) -> str | None:
    begin, stop = scene.part(one.start)
    kind = next((words for part, words in CONDITIONS.items() if part in name), None)
    found = kind.search(scene.text, max(begin, one.start - 40), min(stop, one.end + 40)) if kind else None
    return found[0].lower() if found else None
