"""Two editions of a small seed folder: a first one, and what an edit makes of it.

The first edition has an aircraft, with a name, a length on which two sources disagree, a range under a condition,
and a crew that cannot be; and a boat of which nothing is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from samples import SeedFolder, Sentence, Table, says, sentence


def official(role: str = "official") -> list[Table]:
    """Return speakers: Testland alone."""
    return [{"agent": "testland", "role": role, "words": "indirect"}]


@dataclass
class Edition:
    """What is written to a folder."""

    agents: dict[str, Table] = field(default_factory=lambda: {"acme-news": {}, "testland": {"kind": "state"}})
    plane: Table = field(default_factory=dict)
    systems: list[str] = field(default_factory=lambda: ["boat"])
    category: Table = field(default_factory=dict)
    length: Table = field(default_factory=lambda: says("plane", quote="10 m long", claim={"length_m": "10 m"}))
    name: Table = field(
        default_factory=lambda: says("plane", designation={"name": "Dart", "scheme": "NATO reporting name"})
    )
    range: Table = field(
        default_factory=lambda: says("plane", claim={"range_km": {"value": "900 km", "condition": "with tanks"}})
    )
    crew: Table = field(default_factory=lambda: says("plane", claim={"crew": 3000}))
    other_length: Table = field(
        default_factory=lambda: says(
            "plane", speakers=official(), firmness="reported", cue="said", quote="11.0 m", claim={"length_m": "11.0 m"}
        )
    )
    more: list[Table] = field(default_factory=list)
    backwards: bool = False
    words: str = "The Dart is 10 m long, and flies 900 km with tanks."
    mention: list[Table] = field(default_factory=lambda: [{"of": "plane", "as": "Dart", "at": 4}])
    before: list[Sentence] = field(default_factory=list)
    one: Table = field(default_factory=lambda: {"published": "2020-01"})
    two: Table = field(default_factory=lambda: {"published": "2021-01"})
    sources: list[str] = field(default_factory=list)

    def write(self, path: Path) -> Path:
        """Write the edition to a folder, and return it."""
        folder = SeedFolder(path)
        for agent, keys in self.agents.items():
            folder.agent(agent, **keys)
        folder.system("aircraft", "plane", **self.plane)
        for system in self.systems:
            folder.system("submarine", system)
        folder.category("test aircraft", **self.category)
        statements = [self.length, self.name, self.range, *self.more]
        ordered = statements[::-1] if self.backwards else statements
        main = sentence(self.words, *ordered, mention=self.mention or None)
        folder.source("one", *self.before, main, **self.one)
        other = sentence("The plane is 11.0 m long, with a crew of 3,000, Testland said.", self.other_length, self.crew)
        folder.source("two", sentence("It was said on Monday."), other, **self.two)
        for source in self.sources:
            folder.source(source, sentence("The boat is 70 m long.", says("boat", claim={"length_m": "70 m"})))
        return path


Edit = Callable[[Edition], object]

EDITS: dict[str, tuple[Edit, list[str]]] = {
    "a remark on how it was read": (
        lambda it: it.length.update(note="Read twice."),
        ["statements: changed plane length_m (note)"],
    ),
    "another quote": (
        lambda it: it.length.update(quote="is 10 m long"),
        ["statements: changed plane length_m (quote)"],
    ),
    "another role of the speaker": (
        lambda it: it.other_length.update({"from": official("witness")}),
        ["statements: changed plane length_m (from)"],
    ),
    "another speaker": (
        lambda it: it.other_length.pop("from"),
        [
            "disputes: changed plane length_m",
            "statements: changed plane length_m (from)",
            "values: changed plane length_m (receipt)",
        ],
    ),
    "a sentence that is needed": (
        lambda it: it.other_length.update(needs=[1]),
        ["statements: changed plane length_m (needs)"],
    ),
    "the language of a name": (
        lambda it: it.name["designation"].update(language="en"),
        ["statements: changed plane NATO reporting name (language)"],
    ),
    "less firm": (
        lambda it: it.other_length.update(firmness="alleged"),
        [
            "statements: changed plane length_m (firmness)",
            "values: changed plane length_m (value, receipt, adoption)",
        ],
    ),
    "a plan": (
        lambda it: it.other_length.update(firmness="planned"),
        [
            "disputes: removed plane length_m",
            "statements: changed plane length_m (firmness)",
            "values: changed plane length_m (value, receipt, adoption)",
        ],
    ),
    "another value": (
        lambda it: it.length["claim"].update(length_m="10.2 m"),
        [
            "disputes: changed plane length_m",
            "statements: changed plane length_m (value, value_low, value_high, slack, as_stated)",
        ],
    ),
    "another value, which is adopted": (
        lambda it: it.other_length["claim"].update(length_m="12.0 m"),
        [
            "disputes: changed plane length_m",
            "statements: changed plane length_m (value, value_low, value_high, as_stated)",
            "values: changed plane length_m (value, receipt)",
        ],
    ),
    "values that agree": (
        lambda it: it.length["claim"].update(length_m="11 m"),
        [
            "disputes: removed plane length_m",
            "statements: changed plane length_m (value, value_low, value_high, slack, as_stated)",
            "values: changed plane length_m (adoption)",
        ],
    ),
    "another condition": (
        lambda it: it.range["claim"]["range_km"].update(condition="without arms"),
        [
            "statements: changed plane range_km (condition)",
            "values: added plane range_km, without arms",
            "values: removed plane range_km, with tanks",
        ],
    ),
    "a figure that can be, after all": (
        lambda it: it.plane.update(
            unflag=[{"property": "crew", "source": "two", "sentence": 2, "reason": "It is large."}]
        ),
        ["statements: changed plane crew (flag_resolution)", "values: added plane crew"],
    ),
    "an editor's choice": (
        lambda it: it.plane.update(
            adopt=[{"property": "length_m", "source": "one", "sentence": 1, "reason": "Better."}]
        ),
        ["values: changed plane length_m (value, receipt, adoption)"],
    ),
    "one statement more": (
        lambda it: it.more.append(says("plane", claim={"crew": 2})),
        [
            "disputes: added plane crew",
            "statements: added plane crew",
            "values: added plane crew",
        ],
    ),
    "statements in another order": (lambda it: setattr(it, "backwards", True), []),
    "another day of reading": (
        lambda it: it.one.update(retrieved=date(2027, 1, 2)),
        ["sources: changed one (retrieved)"],
    ),
    "a second reading": (
        lambda it: it.one.update(reviewed=date(2027, 1, 3), reviewed_by="B. Reader"),
        ["sources: changed one (reviewed, reviewed_by)"],
    ),
    "another title": (lambda it: it.one.update(title="A page"), ["sources: changed one (title)"]),
    "other rights": (lambda it: it.two.update(rights="CC BY 4.0"), ["sources: changed two (rights)"]),
    "a sentence before the others": (
        lambda it: it.before.append(sentence("A plane was shown.")),
        ["sources: changed one (sha256), sentences 1 added 1 changed"],
    ),
    "words of the sentence": (
        lambda it: setattr(it, "words", "The Dart is 10 m long and flies 900 km with tanks."),
        [
            "disputes: changed plane length_m",
            "sources: changed one (sha256), sentences 1 added 1 removed, mentions 1 added 1 removed",
            "statements: changed plane NATO reporting name (sentence_id)",
            "statements: changed plane length_m (sentence_id)",
            "statements: changed plane range_km (sentence_id)",
            "values: changed plane range_km, with tanks (receipt)",
        ],
    ),
    "one mention less": (lambda it: it.mention.clear(), ["sources: changed one (), mentions 1 removed"]),
    "one source more": (
        lambda it: it.sources.append("three"),
        [
            "sources: added three (), sentences 1 added",
            "statements: added boat length_m",
            "values: added boat length_m",
        ],
    ),
    "one system more": (lambda it: it.systems.append("raft"), ["systems: added raft ()"]),
    "one system less": (
        lambda it: it.systems.clear(),
        ["categories: removed test submarine ()", "systems: removed boat ()"],
    ),
    "the name of a system": (lambda it: it.plane.update(name="Jet"), ["systems: changed plane (name)"]),
    "what a system is": (
        lambda it: it.plane.update(description="A plane.", level="variant"),
        ["systems: changed plane (level, description)"],
    ),
    "what a category is": (
        lambda it: it.category.update(unroca="IV"),
        ["categories: changed test aircraft (unroca)"],
    ),
    "the name of an agent": (
        lambda it: it.agents["testland"].update(name="Test Land"),
        ["agents: changed testland (name)"],
    ),
    "one agent more": (lambda it: it.agents.update(otherland={}), ["agents: added otherland ()"]),
}
"""Edits, each with what it changes, list by list."""

TOGETHER = sorted(EDITS.keys() - {"statements in another order", "one system less", "an editor's choice"})
"""Edits that can be made in one edition, in any number."""


def edition(path: Path, edits: Iterable[str] = ()) -> Path:
    """Write the first edition with these `EDITS` to a folder, and return it."""
    found = Edition()
    for name in edits:
        EDITS[name][0](found)
    return found.write(path)


def told(document: dict[str, Any]) -> list[str]:
    """Tell what changed in a few words each, by what `materiel diff` gives as JSON."""
    return sorted(f"{name}: {_told(row)}" for name in document["counts"] for row in document[name])


def _told(row: Table) -> str:
    fields = row["fields"] if "fields" in row else [found["field"] for found in row.get("differences", ())]
    shown = f"{row['change']} {row.get('id') or row['equipment_id'] + ' ' + row['property']}"
    if row.get("condition"):
        shown += f", {row['condition']}"
    if fields or "id" in row:
        shown += f" ({', '.join(fields)})"
    for name in ("sentences", "mentions"):
        counted = [f"{count} {way}" for way, count in row.get(name, {}).items() if count]
        shown += f", {name} {' '.join(counted)}" if counted else ""
    return shown
