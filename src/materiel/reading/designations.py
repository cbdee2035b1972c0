"""Designations of systems, and the ways in which texts write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from materiel.catalog import queries
from materiel.database.reader import Reader
from materiel.text.canonical import canonical

CONTEXTUAL_SCHEMES = frozenset({"NATO reporting name", "nickname", "hull number"})
"""Schemes whose names are words or numbers of their own: Bear, Annie, 841."""

_ALTERNATIVE = re.compile(r"\s*\(([^()]*)\)|\s*/\s*")
_CLASS = re.compile(r"[ -]class$", re.I)
_JOINT = re.compile(r"(?<=[^\W\d_])[ -]?(?=\d)")
"""Between letters and a number, where texts set a hyphen, a space, or nothing."""

_SEPARATOR = re.compile(r"[ -]")
_SHORT_WORD = re.compile(
    r"(?:a|am|an|as|at|be|by|do|go|he|i|if|in|is|it|me|my|no|of|on|or|so|to|up|us|we|el|et|la|le|von)", re.I
)
"""Words that stand before numbers: "an 2-1 win" names no aircraft."""

_MAKER_AND_TYPE = re.compile(r"[^\W\d_]{3,} (?=[^\W\d_]\S*\d)")
"""A maker's name before a type that has a number: Mikoyan MiG-29."""

_TYPE_AND_NICKNAME = re.compile(
    r"(?:(?:[A-Z][\w.&/'-]+ ){0,4}?|\d{2,3} mm )"
    r"(?P<type>(?:[A-Z]{1,2}[A-Za-z]{0,2}-?\d+|[A-Z]{2} \d{3}|\d[A-Z]\d{1,3})[A-Z]{0,3}(?:bis)?\d?)"
    r"(?: (?P<nickname>[A-Z][a-z]{2,}(?:-[A-Z])?(?: (?:I{1,3}|[A-Z][a-z]+)){0,2}|[A-Z]{4,}(?:-[A-Z]{2})?))?"
)
"""Makers or the calibre before a type, and its nickname behind it: Bell Boeing V-22 Osprey, MGM-140 ATACMS."""

_ACRONYM = re.compile(r"[A-Z]{4,}(?:-[A-Z]{2})?")
"""A nickname that is no word: ATACMS, JASSM-ER."""


@dataclass(frozen=True, slots=True)
class Designation:
    """A name of a system. `level` and `family` tell which system is meant where several have the name."""

    system: str
    name: str
    scheme: str
    kind: str
    level: str
    family: str | None = None

    @property
    def contextual(self) -> bool:
        """Whether the name is also an ordinary word, a place or a number, and counts only where the context says so.

        Names of two words and more are seldom anything else ("Global Hawk"), unless they stand in the list.
        """
        from materiel.reading.ordinary import is_ordinary

        plain = self.scheme in CONTEXTUAL_SCHEMES and self.name.isalpha()
        return self.name.isdigit() or plain or is_ordinary(self.name)


def designations(reader: Reader) -> list[Designation]:
    """Return the names of all systems in a database, also of what a name holds within (see `parts`).

    A generic class is named by several words ("unguided rockets"); a single one ("arms") is no name.
    """
    found: dict[tuple[str, str], Designation] = {}
    for row in reader.rows(queries.NAMES_IN_TEXTS):
        for name in parts(row["name"]):
            if row["level"] == "generic class" and " " not in name:
                continue
            designation = Designation(row["id"], name, row["origin"], row["kind"], row["level"], row["family"])
            found.setdefault((row["id"], name), designation)
        if nickname := _nickname(row["name"]):
            scheme = row["origin"] if _ACRONYM.fullmatch(nickname) else "nickname"
            known = Designation(row["id"], nickname, scheme, row["kind"], row["level"], row["family"])
            found.setdefault((row["id"], nickname), known)
    return list(found.values())


def parts(name: str) -> list[str]:
    """Return a name and those within it: `Borei class (Project 955)` holds `Borei class` and `Project 955`."""
    whole = canonical(name)
    within = [piece.strip() for piece in _ALTERNATIVE.split(whole) if piece] if "(" in whole else []
    found = [whole, *within]
    found += [_MAKER_AND_TYPE.sub("", piece, count=1) for piece in found if _MAKER_AND_TYPE.match(piece)]
    found += [typed["type"] for piece in found if (typed := _TYPE_AND_NICKNAME.fullmatch(piece))]
    return [piece for piece in dict.fromkeys(found) if len(piece) > 1 and not _SHORT.fullmatch(piece)]


def _nickname(name: str) -> str | None:
    """Return the nickname that stands behind a type with a number: Osprey of Bell Boeing V-22 Osprey."""
    found = _TYPE_AND_NICKNAME.fullmatch(canonical(name))
    return found["nickname"] if found else None


_SHORT = re.compile(r"\d{1,2}|[^\W\d_]{1,2}")
"""Too short to be a name of anything by itself."""


def variants(name: str) -> Iterator[str]:
    """Yield the ways in which texts write `name`: Su-35, Su 35, Su35; Romeo class, Romeo-class.

    A name of plain words is written in one way, with spaces or hyphens between the words.
    """
    yield name
    if not any(character.isdigit() for character in name):
        if _CLASS.search(name):
            yield _CLASS.sub("-class", name)
            yield _CLASS.sub(" class", name)
        return
    joints = list(_JOINT.finditer(name))
    if len(joints) != 1:
        return
    before, after = name[: joints[0].start()], name[joints[0].end() :]
    for joint in ("-", "", " "):
        if joint != " " or _SHORT_WORD.fullmatch(before.rpartition(" ")[2]) is None:
            yield before + joint + after


def all_variants(found: Iterable[Designation]) -> dict[str, list[Designation]]:
    """Return the designations by each way of writing them, case folded."""
    written: dict[str, list[Designation]] = {}
    for designation in found:
        for variant in variants(designation.name):
            known = written.setdefault(fold(variant), [])
            if designation not in known:
                known.append(designation)
    return written


def fold(text: str) -> str:
    """Fold case so that the length stays: what would grow, such as a dotted capital I, is left alone."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := character.lower()) == 1 else character for character in text)
