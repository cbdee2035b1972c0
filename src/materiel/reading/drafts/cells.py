"""Cells of tables: "Range (km) | 650", and rows below a head: "D-30 | 122 mm | 15.4 km"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from materiel.reading.document import Mention, Sentence
from materiel.reading.drafts.moments import moments
from materiel.reading.drafts.numbers import FIGURES
from materiel.reading.drafts.quantities import is_unit
from materiel.reading.drafts.statements import Statement, Systems
from materiel.reading.drafts.subjects import Scene, Topic
from materiel.reading.drafts.values import values

_LABEL: Final = re.compile(
    r"^\W*(?P<label>[A-Za-z][\w ./'-]{1,40}?)(?:,? \((?P<unit>[\w/. ]{1,16})\)|, (?P<plain>[A-Za-z][\w/. ]{0,15}?))"
    r" ?[:|] ?(?P<value>\S[^|]{0,80})$"
)
_BARE: Final = re.compile(
    rf"[~<>]? ?(?:(?:about|over|up to|max\.?|approx\.) )?(?:{FIGURES})(?: ?(?:-|to|x|×|by|/) ?(?:{FIGURES}))*(?=$| |\(|;)"
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
    """The head of a table: the labels of its columns, and the sentence that holds them."""

    def __init__(self, sentence: Sentence) -> None:
        self.ordinal = sentence.ordinal
        self.paragraph = sentence.paragraph
        self.labels = sentence.text.split(_BAR)

    @classmethod
    def of(cls, sentence: Sentence, before: TableHead | None) -> TableHead | None:
        """Return the head that holds after a sentence: its own, the one before, or None."""
        if sentence.kind != "table row":
            return None
        cells = sentence.text.split(_BAR)
        if len(cells) >= _FEWEST and not any(any(map(str.isdigit, cell)) for cell in cells):
            return cls(sentence)
        return before if before is not None and len(cells) == len(before.labels) else None

    def claims(self, sentence: Sentence, mentions: tuple[Mention, ...], systems: Systems) -> Iterator[Statement]:
        """Yield the values of a row below the head, of the system that its first cell names."""
        cells = sentence.text.split(_BAR)
        if len(cells) != len(self.labels) or not mentions or mentions[0].start > len(cells[0]):
            return
        if any(mention.start > len(cells[0]) for mention in mentions):
            return
        system = mentions[0].system
        topic = Topic(system, systems[system].kind, self.ordinal, self.ordinal, self.paragraph, heading=True)
        start = len(cells[0]) + len(_BAR)
        for label, cell in zip(self.labels[1:], cells[1:], strict=True):
            unit = _LABELLED_UNIT.search(label)
            written = f"{label}: {cell}"
            if unit is not None and is_unit(unit[1] or unit[2]):
                written = f"{label[: unit.start()]}: {with_unit(cell, unit[1] or unit[2])}"
            scene = Scene(written, (), systems, topic, row=True)
            for statement in (*values(scene), *moments(scene)):
                rule = f"column of a table; {statement.rule}"
                yield replace(statement, start=start, end=start + len(cell), rule=rule)
            start += len(cell) + len(_BAR)


_LABELLED_UNIT: Final = re.compile(r",? \(([\w/. ]{1,16})\)$|, ([A-Za-z][\w/. ]{0,15})$")
