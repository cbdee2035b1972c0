"""Designations that a sentence gives a system: NATO reporting names, native script, nicknames, hull numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from materiel.reading.document import Mention
from materiel.reading.drafts.statements import Statement
from materiel.reading.drafts.subjects.scene import Scene

_SCRIPTS: Final = (
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ko", re.compile(r"[\uac00-\ud7a3]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
)
_CALLED: Final = (
    ("GRAU index", re.compile(r"\bGRAU (?:index|designation|code)\b(?: is| of|:)? ?$")),
    (
        "NATO reporting name",
        re.compile(
            r"(?:\bNATO(?: reporting name| codename| code name| designation| name)?,?:?|\bNATO (?:calls"
            r"|knows|designates|dubs) (?:it|them|§+)(?: as)?"
            r"|\b(?:known|called|referred to) (?:to NATO|in the West|by NATO)(?: as)?|\bcalled"
            r"|\breporting name:?|\bas) (?:the )?\"?$"
        ),
    ),
    ("nickname", re.compile(r"\b(?:nick-?named|dubbed) (?:the )?\"?$")),
    (
        "common name",
        re.compile(
            r"(?:\b(?:also|better|commonly|formerly) (?:known|called)(?: as)?|\baka|\bor|\bnamed(?:"
            r" §+)?|\bnamed \w+ \w+) (?:the )?\"?$"
        ),
    ),
)
_WEST: Final = re.compile(r"\bNATO\b|\bin the West\b|\bWestern\b")
_FREE: Final = re.compile(
    r"(?:known to NATO as|known in the West as|NATO reporting name(?: is|:)?|NATO codename(?:"
    r" is|:)?|NATO calls it|code-?named?|NATO name(?: is|:)?|GRAU index(?: is|:)?) (?:the )?"
    r"\"?(?P<name>[A-Z\d][\w-]*(?: [A-Z][\w-]*)?)"
)
_HULL: Final = re.compile(r"(?:No\. ?\d+|[A-Z]{2,4}[- ]?\d{2,4}|\d{3})")


def designations(scene: Scene) -> Iterator[Statement]:
    """Yield the names that a sentence gives to the systems that it names."""
    done: set[tuple[str, str]] = set()
    for index, mention in enumerate(scene.mentions):
        found = _named(scene, mention, index) or _joined(scene, mention)
        if found is not None:
            done.add((mention.system, found["name"]))
            yield Statement(
                mention.system, "designation", found, mention.start, mention.end, "another name of a system"
            )
    for free in _FREE.finditer(scene.masked):
        subject = scene.subject(free.start(), free.end())
        if subject is not None and "§" not in free[0] and (subject.system, free["name"]) not in done:
            scheme = "GRAU index" if "GRAU" in free[0] else "NATO reporting name"
            fields = {"name": free["name"], "scheme": scheme}
            yield Statement(
                subject.system,
                "designation",
                fields,
                free.start(),
                free.end(),
                "a name behind its scheme",
                subject.needs,
            )


def _joined(scene: Scene, mention: Mention) -> dict[str, Any] | None:
    """Read the NATO reporting name that stands behind the type: MiG-29 Fulcrum."""
    first, _, rest = mention.name.partition(" ")
    known = scene.systems[mention.system].reporting_names
    name = next((each for each in (rest, rest.removesuffix("s")) if each in known), None)
    return {"name": name, "scheme": "NATO reporting name"} if name and any(map(str.isdigit, first)) else None


def _named(scene: Scene, mention: Mention, index: int) -> dict[str, Any] | None:
    name = re.sub(r"'s$|(?<=[a-z])s$", "", mention.name) if mention.name.endswith("'s") else mention.name
    others = [other for other in scene.mentions if other.system == mention.system and other is not mention]
    for language, letters in _SCRIPTS:
        if letters.search(name):
            return {"name": name, "scheme": "native script", "language": language} if others else None
    before = scene.masked[: mention.start]
    if index and others and others[0].start < mention.start:
        bracketed = before.endswith("(") and _HULL.fullmatch(name)
        if bracketed and scene.systems[mention.system].kind == "submarine":
            return {"name": name, "scheme": "hull number"}
    for scheme, words in _CALLED:
        cue = words.search(before)
        if cue is None or not (others or scheme == "nickname"):
            continue
        if scheme == "NATO reporting name" and not _WEST.search(scene.masked):
            continue
        return {"name": name, "scheme": scheme}
    return None
