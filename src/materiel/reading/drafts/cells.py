"""Cells of tables: "Range (km) | 650", and rows below a head: "D-30 | 122 mm | 15.4 km"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from materiel.reading.document import Mention, Sentence
from materiel.reading.drafts.moments.dating import moments
from materiel.reading.drafts.quantities.finding import is_unit
from materiel.reading.drafts.quantities.numbers import FIGURES
from materiel.reading.drafts.statements import Statement, Systems
from materiel.reading.drafts.subjects.scene import Scene
from materiel.reading.drafts.subjects.subject import Topic
from materiel.reading.drafts.values import values

_LABEL: Final = re.compile(
    r"^\W*(?P<label>[A-Za-z][\w ./'-]{1,40}?)(?:,? \((?P<unit>[\w/. ]{1,16})\)|, (?P<plain>[A-Za-z][\w/. ]{0,15}?))"
    r" ?[:|] ?(?P<value>\S[^|]{0,80})$"
)
_BARE: Final = re.compile(
    rf"[~<>]? ?(?:(?:about|over|up to|max\.?|approx\.) )?(?:{FIGURES})(?: ?(?:-|to|x|×|by"
    rf"|/) ?(?:{FIGURES}))*(?=$| |\(|;)"
)
_SEGMENT: Final = re.compile(r"; ?|, (?=\d)")
_BAR: Final = " | "
_FEWEST: Final = 3
"""Cells of a row with a head: fewer are a label and its value."""


def labelled_cell(scene: Scene) -> Iterator[Statement]:
    """Yield the value of a row whose unit stands with its label."""
    found = _LABEL.match(scene.text)
    if found is None or scene.mentions or scene.topic is None or not is_unit(found["unit"] or found["plain"]):
        return
    written = f"{found['label']}: {with_unit(found['value'], found['unit'] or found['plain'])}"
    for statement in values(Scene(written, (), scene.systems, scene.topic, row=True)):
        yield replace(
            statement, start=found.start("value"), end=found.end("value"), rule=f"unit in the label; {statement.rule}"
        )


def with_unit(cell: str, unit: str) -> str:
    """Write the unit of a label behind the numbers of its cell: "1,210 standard; 1,450 full load", of tonnes."""
    segments = _SEGMENT.split(cell)
    return "; ".join(_BARE.sub(lambda found: f"{found[0]} {unit}", segment, count=1) for segment in segments)


class TableHead:
    """The head of a table: the labels of its columns, or the systems that they are of; and the sentence it is."""

    def __init__(self, sentence: Sentence, systems: tuple[str | None, ...] = ()) -> None:
        self.ordinal = sentence.ordinal
        self.paragraph = sentence.paragraph
        self.labels = sentence.text.split(_BAR)
        self.systems = systems

    @classmethod
    def of(cls, sentence: Sentence, mentions: tuple[Mention, ...], before: TableHead | None) -> TableHead | None:
        """Return the head that holds after a sentence: its own, the one before, or None."""
        if sentence.kind != "table row":
            return None
        cells = sentence.text.split(_BAR)
        systems = _columns(cells, mentions)
        if sum(system is not None for system in systems) > 1:
            return cls(sentence, systems)
        if len(cells) >= _FEWEST and not any(any(map(str.isdigit, cell)) for cell in cells):
            return cls(sentence)
        return before if before is not None and len(cells) == len(before.labels) else None

    def claims(self, sentence: Sentence, mentions: tuple[Mention, ...], systems: Systems) -> Iterator[Statement]:
        """Yield the values of a row: of the system that its first cell names, or of those that head the columns."""
        cells = sentence.text.split(_BAR)
        if len(cells) != len(self.labels) or sentence.ordinal == self.ordinal:
            return
        if self.systems:
            labels: list[str] = [cells[0]] * (len(cells) - 1)
            meant = self.systems[1:]
        elif mentions and all(mention.start <= len(cells[0]) for mention in mentions):
            labels, meant = self.labels[1:], (mentions[0].system,) * (len(cells) - 1)
        else:
            return
        start = len(cells[0]) + len(_BAR)
        for label, cell, system in zip(labels, cells[1:], meant, strict=True):
            if system is not None:
                yield from self._cell(label, cell, system, systems, start)
            start += len(cell) + len(_BAR)

    def _cell(self, label: str, cell: str, system: str, systems: Systems, start: int) -> Iterator[Statement]:
        topic = Topic(system, systems[system].kind, self.ordinal, self.ordinal, self.paragraph, heading=True)
        unit = _LABELLED_UNIT.search(label)
        written = f"{label}: {cell}"
        if unit is not None and is_unit(unit[1] or unit[2]):
            written = f"{label[: unit.start()]}: {with_unit(cell, unit[1] or unit[2])}"
        scene = Scene(written, (), systems, topic, row=True)
        for statement in (*values(scene), *moments(scene)):
            rule = f"column of a table; {statement.rule}"
            yield replace(statement, start=start, end=start + len(cell), rule=rule)


def _columns(cells: list[str], mentions: tuple[Mention, ...]) -> tuple[str | None, ...]:
    """Return the system that each cell of a row names, if nothing else stands in the cell."""
    found: list[str | None] = []
    start = 0
    for cell in cells:
        inside = [mention for mention in mentions if start <= mention.start and mention.end <= start + len(cell)]
        found.append(inside[0].system if len(inside) == 1 and len(cell) - len(inside[0].name) <= _SPARE else None)
        start += len(cell) + len(_BAR)
    return tuple(found) if found and found[0] is None else ()


_SPARE: Final = 12
"""So many letters may stand beside the name of a system at the head of a column: a maker, "class"."""

_LABELLED_UNIT: Final = re.compile(r",? \(([\w/. ]{1,16})\)$|, ([A-Za-z][\w/. ]{0,15})$")
