"""What is said of the missile of an air defence system: "The missile weighs 164 kg and flies at Mach 3"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from materiel.reading.document import Mention
from materiel.reading.drafts.cues.all_cues import CUES
from materiel.reading.drafts.cues.cue import Cue
from materiel.reading.drafts.quantities.quantity import Quantity
from materiel.reading.drafts.subjects.scene import Scene

_OF_MISSILE: Final = {
    "length_m": "missile_length_m",
    "diameter_m": "missile_diameter_m",
    "mass_kg": "missile_mass_kg",
    "combat_mass_kg": "missile_mass_kg",
    "max_mach": "missile_mach",
    "max_speed_kmh": "missile_speed_ms",
    "cruise_speed_kmh": "missile_speed_ms",
}
"""Properties of a missile, and those that its air defence system has for them."""

_MISSILE: Final = re.compile(
    r"\b(?:the|its|each|every|this) (?P<missile>(?:[\w-]+ ){0,2}?(?:missile|interceptor))(?: itself)?"
    r"(?:,(?= (?:which|\d|with|weighing|measuring|at))|(?= (?:is|was|weighs|weighed|has|had|measures|flies|reaches|can"
    r"|carries|attains|travels|accelerates)\b))",
    re.I,
)
_ELSEWHERE: Final = re.compile(
    r"§|;|\b(?:its?|the (?:system|battery|launcher|vehicle|radar|truck|complex)|they|needs?|needed|costs?)\b", re.I
)
"""From here on something else is meant."""


@dataclass(frozen=True)
class MissileScene:
    """A sentence in which "the missile" is named as the system that fires it, from `start` to `end`.

    `needs` is the sentence that names the system, where this one does not.
    """

    scene: Scene
    start: int
    end: int
    needs: tuple[int, ...]

    def holds(self, one: Quantity) -> bool:
        """Say whether a quantity stands where the missile is spoken of."""
        return self.start <= one.start < self.end


def missile_scene(scene: Scene) -> MissileScene | None:
    """Return where a sentence speaks of the missile of an air defence system; None if it does not, or of several."""
    found = _MISSILE.search(scene.masked)
    system = _air_defence(scene)
    if found is None or system is None:
        return None
    start, end = found.span("missile")
    elsewhere = _ELSEWHERE.search(scene.masked, found.end())
    named = Scene(scene.text, [Mention(system, scene.text[start:end], start, end)], scene.systems, None)
    needs = () if scene.mentions or scene.topic is None else (scene.topic.ordinal,)
    return MissileScene(named, found.end(), elsewhere.start() if elsewhere else len(scene.text), needs)


def _air_defence(scene: Scene) -> str | None:
    named = {one.system for one in scene.mentions if scene.systems[one.system].kind == "air_defence"}
    if len(named) == 1 and len(scene.named()) == 1:
        return next(iter(named))
    topic = scene.topic
    return topic.system if topic is not None and topic.kind == "air_defence" and not scene.mentions else None


def _of_missile(cue: Cue) -> Cue:
    """Return a cue whose properties are those of the missile of an air defence system."""
    return replace(cue, properties=tuple(_OF_MISSILE.get(name, name) for name in cue.properties))


MISSILE_CUES: Final = (
    *(_of_missile(cue) for cue in CUES),
    Cue(
        "speed of the missile",
        "speed",
        ("missile_speed_ms",),
        noun="speeds?(?: of)?|velocity",
        verb="flies(?: at)?|reaches|attains|travels at|accelerates to|can reach|can fly at",
    ),
)
"""What makes a quantity a value of the missile."""
