"""Several figures for several systems in their order: "The A and the B weigh 41 and 62 tonnes respectively"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from materiel.reading.drafts.quantities.quantity import Quantity
from materiel.reading.drafts.subjects.scene import Scene
from materiel.reading.drafts.subjects.subject import Subject

_RESPECTIVELY: Final = re.compile(r"\brespectively\b", re.I)
_LISTED: Final = re.compile(r"s?(?: [\w-]+)?(?:,? and |, )(?:the |an? |its )?", re.I)
_NEXT: Final = re.compile(r"(?:,? and|,) ?(?:[\w-]+ ){0,2}$")


def is_respective(scene: Scene) -> bool:
    """Say whether the figures of a sentence are in the order of its systems."""
    return _RESPECTIVELY.search(scene.masked) is not None


def listed_systems(scene: Scene) -> list[str]:
    """Return the systems that stand in one list before their figures; none where the figures are not in their order."""
    if not is_respective(scene):
        return []
    mentions = scene.mentions
    pairs = pairwise(mentions)
    together = all(_LISTED.fullmatch(scene.masked, one.end, other.start) for one, other in pairs)
    named = scene.named()
    return named if together and len(named) == len(mentions) > 1 else []


def respective(scene: Scene, found: list[Quantity]) -> Iterator[tuple[Quantity, Quantity, Subject]]:
    """Yield each figure of a list with the first of them, which the words stand at, and the system that it is of."""
    systems = listed_systems(scene)
    if not systems or len(found) != len(systems):
        return
    for place, one in enumerate(found):
        if place and not _NEXT.match(scene.masked, found[place - 1].end, one.start):
            return
    for one, system in zip(found, systems, strict=True):
        yield one, found[0], Subject(system, rule="in the order of the systems")
