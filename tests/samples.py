"""Seed folders for tests, written to a directory of the test's own. Every sentence in them is invented.

    folder = SeedFolder(tmp_path)
    folder.agent("acme-news")
    folder.system("aircraft", "test-plane")
    folder.source("acme-1", sentence("The Test plane is 10 m long.", says(claim={"length_m": "10 m"})))

Every call writes its file at once. A key that is given as None is left out of the file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import tomlkit

from materiel.seeds.convert import Conversion
from materiel.seeds.files import read_seeds
from materiel.seeds.rows import Problems
from materiel.text.canonical import CANONICAL_VERSION, locate, text_hash

Table = dict[str, Any]


def says(about: str = "test-plane", *, firmness: str = "asserted", **keys: Any) -> Table:
    """What a sentence says of a system. `speakers` stands for the key `from`."""
    return _kept({"about": about, "from": keys.pop("speakers", None), "firmness": firmness, **keys})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in its words, what it says, and other keys of its record."""

    words: str
    says: tuple[Table, ...]
    keys: Table

    def table(self, position: int) -> Table:
        """Return the record: it stands at `position`, unless its keys say otherwise."""
        found = locate(self.words)
        located = {"sha256": found.sha256, "starts": found.starts, "ends": found.ends}
        record = {"ordinal": position, "paragraph": position, **located, **self.keys}
        return _kept({**record, "says": list(self.says) or None})


def sentence(words: str, *statements: Table, whole: bool = False, **keys: Any) -> Sentence:
    """Make a sentence. `whole`: its record carries the text, as those in the public domain may."""
    return Sentence(words, statements, {"text": words if whole else None, **keys})


def source_table(*sentences: Sentence | Table, **keys: Any) -> Table:
    """Make the record of a source, valid unless `keys` or `sentences` are not."""
    words = (found.words for found in sentences if isinstance(found, Sentence))
    record = {
        "title": "An invented page",
        "publisher": "acme-news",
        "url": "https://example.org/page",
        "language": "en",
        "kind": "news article",
        "rights": "all rights reserved",
        "retrieved": date(2026, 11, 24),
        "scope": "excerpt",
        "sha256": text_hash(" ".join(words)),
        "canonical_version": CANONICAL_VERSION,
        **keys,
    }
    tables = [
        found.table(position) if isinstance(found, Sentence) else found for position, found in enumerate(sentences, 1)
    ]
    return _kept({**record, "sentence": tables or None})


class SeedFolder:
    """A folder of seeds under construction."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._agents: dict[str, Table] = {}
        self._categories: dict[str, Table] = {}

    def write(self, name: str, content: Mapping[str, Any] | str | bytes) -> Path:
        """Write a file of the folder: a record as TOML, or text or bytes just as they are."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Mapping):
            content = tomlkit.dumps(content)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def agent(self, agent_id: str, **keys: Any) -> Path:
        """Add an agent to `agents.toml`: a publisher, unless `kind` is given."""
        self._agents[agent_id] = _kept({"name": _name(agent_id), "kind": "publisher", **keys})
        return self.write("agents.toml", self._agents)

    def category(self, name: str, **keys: Any) -> Path:
        """Add a category to `categories.toml`: one of aircraft, unless `kind` is given."""
        self._categories[name] = _kept({"kind": "aircraft", **keys})
        return self.write("categories.toml", self._categories)

    def system(self, kind: str, system_id: str, **keys: Any) -> Path:
        """Add a system: a model of the category `test <kind>`, which is added too, unless keys are given."""
        if "category" not in keys:
            self.category(f"test {kind}", kind=kind)
        record = {"name": _name(system_id), "category": f"test {kind}", "level": "model", **keys}
        return self.write(f"equipment/{kind}/{system_id}.toml", _kept(record))

    def source(self, source_id: str, *sentences: Sentence | Table, **keys: Any) -> Path:
        """Add a source with sentences, which are counted from 1. A dict is taken as a record as it is."""
        return self.write(f"sources/{source_id}.toml", source_table(*sentences, **keys))

    def says(self, *statements: Table, source_id: str = "acme-2", words: str = "It is said.") -> Path:
        """Add a source with one sentence that makes `statements`."""
        return self.source(source_id, sentence(words, *statements))

    def convert(self) -> tuple[Conversion, dict[str, list[Table]]]:
        """Convert the folder. Returns the conversion, complete, and its rows by table."""
        problems = Problems()
        conversion = Conversion(read_seeds([self.path], problems), problems)
        rows: dict[str, list[Table]] = defaultdict(list)
        for table, row in conversion.rows():
            rows[table].append(row)
        return conversion, rows

    def rows(self) -> dict[str, list[Table]]:
        """Convert the folder, in which nothing may be wrong. Returns the rows by table."""
        conversion, rows = self.convert()
        assert conversion.problems.lines == []
        return rows

    def problems(self) -> list[str]:
        """Return all that is wrong, a line each, with files named from the folder on."""
        conversion, _ = self.convert()
        shown = self.path.relative_to(Path.cwd()) if self.path.is_relative_to(Path.cwd()) else self.path
        return [line.removeprefix(f"{shown.as_posix()}/") for line in conversion.problems.lines]


def minimal(path: Path) -> SeedFolder:
    """Write a small valid folder: two agents, one aircraft, and one source with two sentences."""
    folder = SeedFolder(path)
    folder.agent("acme-news")
    folder.agent("testland", kind="state")
    folder.system("aircraft", "test-plane")
    folder.source(
        "acme-1",
        sentence("A plane for tests was shown on Monday.", mention=[{"of": "test-plane", "as": "plane", "at": 2}]),
        sentence(
            "The Test plane is 10 m long, a spokesman of Testland said.",
            says(
                speakers=[{"agent": "testland", "role": "official", "words": "indirect"}],
                firmness="reported",
                cue="said",
                quote="10 m long",
                needs=[1],
                claim={"length_m": "10 m"},
            ),
        ),
        published="2026-11",
    )
    return folder


def _name(slug: str) -> str:
    return slug.replace("-", " ").capitalize()


def _kept(table: Table) -> Table:
    return {key: value for key, value in table.items() if value is not None}
