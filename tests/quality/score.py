"""How well materiel reads: `python tests/quality/score.py` prints precision, recall and F1 on the labelled passages.

Errors are listed for the seen part only (`--part seen --show values`): whoever writes rules must not see the other.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

sys.path[:0] = [str(Path(__file__).parents[1])]

from quality.labels import SEEN, UNSEEN, LabelledSentence, Passage, load_passages, load_systems

from materiel.reading.designations import Designation
from materiel.reading.document import Document, Mention
from materiel.reading.matcher import Matcher
from materiel.reading.text import read_text
from materiel.text.canonical import canonical

PARTS: Final = {"seen": SEEN, "unseen": UNSEEN}
TASKS: Final = ("borders", "mentions")


@dataclass
class Tally:
    """What was found and right, found and wrong, and missed. `errors` has a line for each of the last two."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        found = self.right + self.wrong
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """The share of what is labelled that was found; 1 where nothing is labelled."""
        labelled = self.right + self.missed
        return self.right / labelled if labelled else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def add(self, labelled: Iterable[object], found: Iterable[object], where: str) -> None:
        """Compare two collections of things that are equal where they mean the same."""
        expected, given = list(labelled), list(found)
        for thing in given:
            if thing in expected:
                expected.remove(thing)
                self.right += 1
            else:
                self.wrong += 1
                self.errors.append(f"wrong   {thing}  [{where}]")
        self.missed += len(expected)
        self.errors += [f"missed  {thing}  [{where}]" for thing in expected]


@dataclass(frozen=True, slots=True)
class Read:
    """A passage as it was read, beside its labels."""

    passage: Passage
    document: Document
    mentions: dict[int, list[Mention]]


def matcher() -> Matcher:
    """Return a matcher for the systems of the labelled set."""
    return Matcher(
        Designation(system.slug, name.name, name.scheme, system.kind, system.level, system.family)
        for system in load_systems().values()
        for name in system.names
    )


def read(passage: Passage, finder: Matcher) -> Read:
    """Read a passage as `materiel` reads an article. Mentions are by the number of the sentence, from 0."""
    document = read_text(passage.text)
    found = finder.find_all([sentence.text for sentence in document.sentences])
    return Read(passage, document, dict(found))


def score(part: str) -> dict[str, Tally]:
    """Return the tallies of a part, by what is measured."""
    finder = matcher()
    tallies = {task: Tally() for task in TASKS}
    for passage in load_passages(PARTS[part]):
        one = read(passage, finder)
        _borders(one, tallies["borders"])
        _mentions(one, tallies["mentions"])
    return tallies


def _borders(one: Read, tally: Tally) -> None:
    labelled = [(sentence.start, sentence.end) for sentence in one.passage.sentences]
    found = [(sentence.start, sentence.end) for block in one.document.blocks for sentence in block.sentences]
    tally.add(labelled, found, one.passage.id)


def _mentions(one: Read, tally: Tally) -> None:
    sentences = one.document.sentences
    for sentence in one.passage.sentences:
        found = [
            (sentences[number].start + mention.start - sentence.start, _bare(mention.name), mention.system)
            for number, mentions in one.mentions.items()
            for mention in mentions
            if sentence.start <= sentences[number].start + mention.start < sentence.end
        ]
        tally.add(_labelled_mentions(sentence, found), found, _where(one, sentence))


def _labelled_mentions(sentence: LabelledSentence, found: list[tuple[int, str, str]]) -> Iterator[tuple[int, str, str]]:
    for mention in sentence.mentions:
        text = _bare(mention.text)
        also = (mention.start, text, mention.also or "")
        yield also if also in found else (mention.start, text, mention.system)


def _bare(name: str) -> str:
    """Return a name without the ending of the possessive, which one reader takes with it and the next leaves."""
    return canonical(name).removesuffix("'s").removesuffix("'")


def _where(one: Read, sentence: LabelledSentence) -> str:
    return f"{one.passage.id}: {sentence.text[:70]!r}"


def table(parts: Iterable[str]) -> str:
    """Return the table that is printed."""
    lines = [f"{'':<10}{'':<12}{'right':>7}{'wrong':>7}{'missed':>8}{'precision':>11}{'recall':>8}{'F1':>7}"]
    for part in parts:
        for task, tally in score(part).items():
            counts = f"{tally.right:>7}{tally.wrong:>7}{tally.missed:>8}"
            lines.append(f"{part:<10}{task:<12}{counts}{tally.precision:>11.3f}{tally.recall:>8.3f}{tally.f1:>7.3f}")
    return "\n".join(lines)


def main() -> None:
    """Print the table, or the errors of one task on the seen part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=PARTS, action="append", help="measure on this part only")
    parser.add_argument("--show", choices=TASKS, help="list the errors, on the seen part only")
    options = parser.parse_args()
    if options.show is None:
        print(table(options.part or PARTS))
    elif options.part != ["seen"]:
        parser.error("errors are listed with --part seen only: the unseen part is not to be looked at")
    else:
        print("\n".join(score("seen")[options.show].errors))


if __name__ == "__main__":
    main()
