"""How one system relates to another: based on, variant of, successor of, carries; and where it is built."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from materiel.reading.drafts.statements import Statement
from materiel.reading.drafts.subjects import Scene

_TO_SYSTEM: Final = (
    (
        "based on",
        re.compile(
            r"\b(?:based on|derived from|developed from|derivative of|(?:a|the) copy of|modell?ed"
            r" on|copied from) (?:the |an? |its )?(?:older |earlier |Soviet |Russian |Chinese"
            r" )?(?=§)"
        ),
    ),
    ("variant of", re.compile(r"\b(?:(?:variant|version) of) (?:the |an? )?(?=§)")),
    (
        "successor of",
        re.compile(
            r"\b(?:replac(?:es|e|ed|ing)|successor (?:of|to)|succeeds|supersedes) (?:the |an?"
            r" |its )?(?:older |ageing |aging |retired )?(?:\d+ )?(?=§)"
        ),
    ),
    (
        "carries",
        re.compile(
            r"\b(?:carr(?:y|ies|ied|ying)|armed with|equipped with|fires?|launch(?:es)?|its)"
            r" (?:(?:up to|as many as|the|a|an|cruise missiles|,|among them|of|nuclear-armed"
            r"|\d+|two|four|six|eight|ten|twelve|sixteen) ?){0,5}(?=§)"
        ),
    ),
    (
        "launched by",
        re.compile(
            r"\b(?:launched|orbited|put into orbit|lofted) (?:on|aboard|by|with|atop) (?:the"
            r" |an? )?(?:[\w-]+ ){0,2}?(?=§)"
        ),
    ),
)
_CARRIERS: Final = ("aircraft", "submarine", "vehicle", "artillery", "mixed")
_NOT: Final = re.compile(r"\b(?:not|never|neither|nor|no|cannot|without)\b|n't\b", re.I)
_BUILT: Final = re.compile(
    r"\b(?:built|produced|assembled|manufactured|completed|made)(?: (?:from|between|in"
    r"|since) [\w -]{4,30}?,?(?: most of them)?)?(?:, most of them)? at (?:the )?"
    r"(?P<place>[A-Z][\w-]+(?: [A-Z][\w-]+){0,3}(?: (?:plant|shipyard|yard|factory|works|dock))?)"
)


def relations(scene: Scene) -> Iterator[Statement]:
    """Yield the relations that a sentence states."""
    for name, words in _TO_SYSTEM:
        for found in words.finditer(scene.masked):
            target = next(mention for mention in scene.mentions if mention.start == found.end())
            subject = scene.subject(found.start(), found.start() + 1)
            begin, _ = scene.part(found.start())
            if subject is None or subject.system == target.system or _NOT.search(scene.masked, begin, found.end()):
                continue
            if not _fits(scene, name, subject.system, target.system):
                continue
            fields = {"type": name, "system": target.system}
            yield Statement(subject.system, "relation", fields, found.start(), target.end, name, subject.needs)
    for found in _BUILT.finditer(scene.masked):
        subject = scene.subject(found.start(), found.end())
        if subject is not None and not _NOT.search(scene.masked, 0, found.start()):
            fields = {"type": "built at", "name": found["place"]}
            yield Statement(subject.system, "relation", fields, found.start(), found.end(), "built at", subject.needs)


def _fits(scene: Scene, name: str, system: str, target: str) -> bool:
    kinds = scene.systems[system].kind, scene.systems[target].kind
    if name == "carries":
        return kinds[0] in _CARRIERS and kinds[1] == "munition"
    if name == "launched by":
        return kinds[0] == "spacecraft"
    return kinds[0] == kinds[1]
