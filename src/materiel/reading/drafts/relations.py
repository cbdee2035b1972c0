"""How one system relates to another: based on, variant of, successor of, carries; and where it is built."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from materiel.reading.document import Mention
from materiel.reading.drafts.statements import Statement
from materiel.reading.drafts.subjects.scene import Scene

_OF: Final = (
    r"(?:(?:older|earlier|ageing|aging|retired|obsolete|Soviet|Soviet-era|Soviet-built|Russian|Chinese"
    r"|American|French|Cold"
    r" War|original|existing|current|previous|basic) )*"
)
"""What may stand before the name of a predecessor."""

_TO_SYSTEM: Final = (
    (
        "based on",
        re.compile(
            r"\b(?:based (?:up)?on|deriv(?:ed|es) from|developed (?:from|out of)|derivative of"
            r"|development of|cop(?:y|ies) of"
            r"|modell?ed on|copied from|descended from|evolved from|evolution of|adapted from|(?:the|its) basis of) "
            rf"(?:the |an? |its )?{_OF}(?=§)"
        ),
    ),
    ("variant of", re.compile(rf"\b(?:(?:variant|version|modification)s? of) (?:the |an? |its )?{_OF}(?=§)")),
    (
        "successor of",
        re.compile(
            r"\b(?:replac(?:es|e|ed|ing)|successor (?:of|to)|replacement (?:for|of)|succeed(?:s|ed)|supersed(?:es|ed)"
            rf"|tak(?:es?|ing) over from) (?:the |an? |its |all |both )*{_OF}(?:\d+ )?(?=§)"
        ),
    ),
    (
        "carries",
        re.compile(
            r"\b(?:carr(?:y|ies|ied|ying)|armed with|equipped with|fires?|launch(?:es)?|its)"
            r" (?:(?:up to|as many as|the|a|an|new|cruise missiles|,|among them|of|nuclear-armed"
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
    r"\b(?:built|produced|assembled|manufactured|completed|made|constructed|under construction|production"
    r"|laid down)(?: (?:from|between|in"
    r"|since) [\w -]{4,30}?,?(?: most of them)?)?(?:, most of them| (?:is|was) (?:expected|due"
    r"|planned) to (?:begin|start)"
    r" in [\w ]{4,14}| (?:began|started|will begin|will start) in [\w ]{4,14})? at (?:the )?"
    r"(?P<place>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,3}(?: (?:plant|shipyard|yard|factory|works|dock))?)"
)


def relations(scene: Scene) -> Iterator[Statement]:
    """Yield the relations that a sentence states."""
    for name, words in _TO_SYSTEM:
        for found in words.finditer(scene.masked):
            subject = scene.subject(found.start(), found.start() + 1)
            begin, _ = scene.part(found.start())
            if subject is None or _NOT.search(scene.masked, begin, found.end()):
                continue
            for target in _targets(scene, name, found.end()):
                if subject.system != target.system and _fits(scene, name, subject.system, target.system):
                    fields = {"type": name, "system": target.system}
                    yield Statement(subject.system, "relation", fields, found.start(), target.end, name, subject.needs)
    for found in _BUILT.finditer(scene.masked):
        subject = scene.subject(found.start(), found.end())
        if subject is not None and subject.rule == "named right before" and len(scene.named()) > 1:
            continue
        if subject is not None and not _NOT.search(scene.masked, 0, found.start()):
            fields = {"type": "built at", "name": found["place"]}
            yield Statement(subject.system, "relation", fields, found.start(), found.end(), "built at", subject.needs)


_AND: Final = re.compile(r"s?,? (?:and|or) (?:the |its )?(?:\d+ )?(?=§)")


def _targets(scene: Scene, name: str, end: int) -> Iterator[Mention]:
    """Yield the system named at `end`; for a successor also the second one: "replaces the B-1B and the B-2"."""
    target = next(mention for mention in scene.mentions if mention.start == end)
    yield target
    second = _AND.match(scene.masked, target.end) if name == "successor of" else None
    if second is not None:
        yield next(mention for mention in scene.mentions if mention.start == second.end())


def _fits(scene: Scene, name: str, system: str, target: str) -> bool:
    kinds = scene.systems[system].kind, scene.systems[target].kind
    if name == "carries":
        return kinds[0] in _CARRIERS and kinds[1] == "munition"
    if name == "launched by":
        return kinds[0] == "spacecraft"
    return kinds[0] == kinds[1]
