"""Calibres of guns, shells and tubes, read from the noun behind them."""

from __future__ import annotations

import re
from typing import Final

from materiel.models.registry import properties
from materiel.reading.drafts.cues.cue import Cue
from materiel.reading.drafts.quantities.finding import quantities, size
from materiel.reading.drafts.quantities.quantity import Quantity
from materiel.reading.drafts.subjects.scene import Scene
from materiel.reading.drafts.subjects.subject import Subject

_TYPE: Final = r"(?:[\w./-]+|\([^()]{1,30}\))[ -]"
_LENGTH: Final = r"(?:/ ?L?\d+(?:\.\d+)?)?(?:[- ]?cal(?:ib(?:er|re))?\b\.?)?[- ]?"
"""The length of the barrel behind the calibre: 155 mm/52."""

_WEAPON: Final = re.compile(
    rf"{_LENGTH}(?:{_TYPE}){{0,4}}?(?:guns?|howitzers?|mortars?|rocket(?: launcher| artillery)?s?"
    r"|shells?|rounds?|projectiles?|torpedo(?:es)?(?! tube)|rifled|MLRS"
    r"|cannons?|artillery|smoothbore|munitions?)\b|[\s-]*§",
    re.I,
)
_CANNON: Final = re.compile(
    rf"{_LENGTH}(?:\([^()]{{1,20}}\) )?(?:{_TYPE}){{0,4}}?(?<!machine )(?<!machine-)"
    r"(?:cannons?|autocannons?|gatling guns?|smooth[- ]?bore|rifled|guns?)\b",
    re.I,
)
_SMALL: Final = re.compile(
    r"[^.;,]{0,30}?\b(?:machine[- ]guns?|close-in|CIWS|anti-aircraft|secondary|rounds?|shells?|projectiles?)\b", re.I
)
"""Arms that are not the main gun, and what the gun fires."""

_LABELLED: Final = re.compile(
    r"(?:^|[.;] )\W*(?:main )?(?:guns?|cannons?|armament|weapons?)\W{1,4}(?:\d{1,2}\W{1,3})?$", re.I
)
_MAIN: Final = re.compile(r"\bmain (?:gun|armament|weapon)[^.;]{0,40}$|\b(?:gun|cannon),? (?:an?|of|is|is an?) $", re.I)
_GUNS_OF: Final = re.compile(r"\b(?:guns?|cannons?|barrels|tubes),? (?:of|each of) $", re.I)
_FITTED: Final = re.compile(
    r"\b(?:has|have|armed with|carries|fitted with|equipped with|built-in|internal|mounts?|its|fires|with|built around"
    r"|armament|guns?)\b",
    re.I,
)
_TUBES: Final = re.compile(r"[- ]?(?:\([^()]*\) )?(?:(?:[\w-]+ )?torpedo[- ])?tubes?\b", re.I)
_FIRING_TUBES: Final = re.compile(r"[- ]?(?:launch(?:ing)? )?(?:tubes|barrels)\b", re.I)
_TUBES_BEFORE: Final = re.compile(
    r"\btubes (?:fire|launch|for|take) (?:[\w-]+ )?torpedoes (?:of|with a (?:calibre|diameter) of) $"
    r"|^\W*torpedo tubes ?[:|] ?(?:\d{1,2}\W{1,3})?$|\btubes,? of $",
    re.I,
)
_POD: Final = re.compile(r"\bpods?\b", re.I)
_OTHER: Final = re.compile(rf"{_CANNON.pattern}| or ", re.I)
_CALIBRE: Final = Cue("calibre", "length", ())
_GUNS: Final = ("armoured_vehicle", "surface_ship", "air_defence")


def calibre(scene: Scene, one: Quantity) -> tuple[Cue, str, Subject] | None:
    """Read the calibre of a gun, shell or tube: "a 122 mm gun", "533 mm torpedo tubes"."""
    if one.unit not in ("mm", "in") or one.low != one.high:
        return None
    subject = scene.subject(one.start, one.end)
    if subject is None or (scene.is_foreign(one.start) and not _is_named_gun(scene, one)):
        return None
    name = _property(scene, one, scene.systems[subject.system].kind)
    return None if name is None else (_CALIBRE, name, subject)


def calibre_in_order(scene: Scene, first: Quantity, subject: Subject) -> tuple[Cue, str, Subject] | None:
    """Read the calibre of one of several guns: "the D-20 and the D-30, of 152 mm and 122 mm respectively"."""
    known = "calibre_mm" in properties(scene.systems[subject.system].kind)
    of = scene.masked[: first.start].endswith((" of ", " are ", " in ")) or _WEAPON.match(scene.masked, first.end)
    return (_CALIBRE, "calibre_mm", subject) if known and first.unit in ("mm", "in") and of else None


def _is_named_gun(scene: Scene, one: Quantity) -> bool:
    return scene.masked[one.start - 2 : one.start] == "§ " or _MAIN.search(scene.masked, 0, one.start) is not None


def _property(scene: Scene, one: Quantity, kind: str) -> str | None:
    text = scene.masked
    if kind == "artillery" and (_GUNS_OF.search(text, 0, one.start) or _FIRING_TUBES.match(text, one.end)):
        return "calibre_mm"
    if kind in ("artillery", "munition") and _WEAPON.match(text, one.end):
        return "calibre_mm"
    if kind == "submarine" and (_TUBES.match(text, one.end) or _TUBES_BEFORE.search(text, 0, one.start)):
        return "torpedo_calibre_mm"
    if kind == "aircraft" and _CANNON.match(text, one.end) and _is_fitted(scene, one):
        return "gun_calibre_mm"
    if kind in _GUNS and _is_gun(text, one) and not _is_lesser(text, one):
        return "gun_calibre_mm"
    return None


def _is_gun(text: str, one: Quantity) -> bool:
    if _SMALL.match(text, one.end):
        return False
    named = _LABELLED.search(text, 0, one.start) or _MAIN.search(text, max(0, one.start - 60), one.start)
    return named is not None or _CANNON.match(text, one.end) is not None


def _is_lesser(text: str, one: Quantity) -> bool:
    """Say whether a sentence names a larger gun too: the largest is the main gun."""
    others = (other for other in quantities(text) if other.unit in ("mm", "in") and _OTHER.match(text, other.end))
    return any(size(other) > size(one) for other in others)


def _is_fitted(scene: Scene, one: Quantity) -> bool:
    begin, stop = scene.part(one.start)
    fitted = scene.row or _FITTED.search(scene.masked, begin, one.start) is not None
    return fitted and not _POD.search(scene.masked, begin, stop)
