"""What is said of several systems at once: "Both the A and the B are 155 mm guns", "the A, B and C have"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from materiel.models.registry import properties
from materiel.reading.drafts.quantities.respective import is_respective
from materiel.reading.drafts.statements import Statement
from materiel.reading.drafts.subjects.scene import Scene
from materiel.reading.drafts.subjects.subject import OF_BOTH

_OPENS: Final = re.compile(r"\W*(?:(?:both|either|all of) )?(?:the )?(?:[\w-]+ ){0,2}", re.I)
_COMMA: Final = re.compile(r"s?(?:'s)?(?: [\w-]+)?, (?:the )?")
_AND: Final = re.compile(r"s?(?: [\w-]+)?,? (?:and|as well as) (?:the )?(?:[\w-]+ )?")
_PLURAL: Final = re.compile(
    r"s?(?: (?:class|classes|boats|ships|jets|tanks|guns|howitzers|missiles|aircraft|fighters|bombers|helicopters))?,?"
    r"(?: (?:all|both|each|alike))?,?(?: (?:also|now|first))*"
    r" (?:are|were|have|had|weigh|carry|fire|reach|share|use|can|entered|flew|displace|measure|need|make|do|fly|cost)\b"
)
_OF_EACH_ALONE: Final = ("number_built", "unit_cost_usd")


def of_all(scene: Scene, statements: Iterable[Statement]) -> Iterator[Statement]:
    """Yield the statements of a sentence, those of a list of systems for each of them."""
    listed, verb = _listed(scene)
    for one in statements:
        yield one
        if one.table != "claim":
            continue
        name = next(iter(one.fields))
        shared = listed if listed and one.system == listed[-1] and one.end > verb else ()
        if OF_BOTH in one.rule:
            shared = tuple(scene.named()) or scene.pair
        for system in shared:
            known = name in properties(scene.systems[system].kind) and name not in _OF_EACH_ALONE
            if system != one.system and known:
                yield replace(one, system=system, rule=f"{one.rule}; as of all in the list")


def _listed(scene: Scene) -> tuple[tuple[str, ...], int]:
    """Return the systems of the list that is the subject of a sentence, and where its verb ends; or none."""
    mentions, text = scene.mentions, scene.masked
    if len(mentions) < 2 or is_respective(scene) or not _OPENS.fullmatch(text, 0, mentions[0].start):
        return (), 0
    for place in range(1, len(mentions)):
        before, one = mentions[place - 1], mentions[place]
        if _AND.fullmatch(text, before.end, one.start):
            ends = _PLURAL.match(text, one.end)
            systems = tuple(mention.system for mention in mentions[: place + 1])
            return (systems, ends.end()) if ends and len(set(systems)) == len(systems) else ((), 0)
        if not _COMMA.fullmatch(text, before.end, one.start):
            break
    return (), 0
