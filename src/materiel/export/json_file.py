"""JSON: one file, with one nested document for each system."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO

from materiel.export import notice
from materiel.export.content import Content
from materiel.export.formats import Options
from materiel.export.references import PUBLISHER, referenced
from materiel.export.rendering import rendered
from materiel.export.statements import Row
from materiel.export.tables import Level

LINE_END = ",\n"
"""What stands between the items of a list: each is a line of its own, so that two files can be compared."""


def write(content: Content, target: Path, _options: Options) -> None:
    """Write the documents, and the agents, categories and sources that they name, to the file `target`."""
    with target.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{\n"about":{compact(notice.about(content))},\n')
        write_list(file, "agents", map(compact, referenced(content, "agent")))
        file.write(",\n")
        write_list(file, "categories", map(compact, referenced(content, "category")))
        file.write(",\n")
        write_list(file, "sources", map(compact, _sources(content)))
        file.write(",\n")
        write_list(file, "systems", rendered(content, render, LINE_END))
        file.write("\n}\n")


def write_list(file: TextIO, name: str, items: Iterable[str]) -> None:
    """Write a list called `name`, whose `items` are JSON already: one item, or several with `LINE_END` between."""
    file.write(f"{compact(name)}:[\n")
    for number, item in enumerate(items):
        file.write(f"{LINE_END if number else ''}{item}")
    file.write("\n]")


def render(document: Row, _level: Level) -> str:
    """Return a document as JSON on one line."""
    return compact(document)


def compact(value: Any) -> str:
    """Return `value` as JSON on one line, the same text for the same value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _sources(content: Content) -> Iterator[Row]:
    for row in referenced(content, "source", publisher=PUBLISHER):
        name = row.pop("publisher")
        identity = {"id": row.pop("id"), "title": row.pop("title")}
        yield {**identity, "publisher": {"id": row.pop("publisher_id"), "name": name}, **row}
