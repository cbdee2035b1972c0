"""Seed files in canonical form: keys in one order, one spacing, locators filled in, nothing lost."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.items import Item

from materiel.errors import SeedError
from materiel.seeds.files import parse_toml, seed_files
from materiel.seeds.records import (
    AgentRecord,
    CategoryRecord,
    Choice,
    EquipmentRecord,
    Record,
    SaysRecord,
    SentenceRecord,
    SourceRecord,
)
from materiel.text.canonical import locate
from materiel.text.whole_file import replace_file

_SHAPES: dict[str, type[Record]] = {"sources": SourceRecord, "equipment": EquipmentRecord}
_ENTRIES: dict[str, type[Record]] = {"agents.toml": AgentRecord, "categories.toml": CategoryRecord}
_TABLES: dict[type[Record], dict[str, type[Record]]] = {
    SourceRecord: {"sentence": SentenceRecord},
    SentenceRecord: {"says": SaysRecord},
    EquipmentRecord: {"adopt": Choice, "unflag": Choice},
}
"""Keys of a record that are written as tables of their own (`[[sentence]]`); all other tables stand on one line."""


def format_directories(directories: Sequence[Path], *, write: bool, prune: bool = False) -> list[str]:
    """Format all seed files below `directories`; return those that change. With `write` they are changed.

    With `prune`, sentences go that nothing is cited from, that name no system, and that no other one needs. A source
    that was read whole keeps all of its own.
    Raises `SeedError`, before anything is written, with all files that cannot be formatted.
    """
    changes: dict[Path, str] = {}
    problems: list[str] = []
    for directory in directories:
        for path in seed_files(directory):
            try:
                formatted = format_file(path, path.relative_to(directory).parts, prune=prune)
            except ValueError as error:
                problems.append(f"{path}: {error}")
                continue
            if formatted != path.read_text(encoding="utf-8"):
                changes[path] = formatted
    if problems:
        raise SeedError(problems)
    if write:
        for path, text in changes.items():
            replace_file(path, text)
    return [str(path) for path in changes]


def format_file(path: Path, parts: Sequence[str], *, prune: bool = False) -> str:
    """Return the canonical form of a seed file. Raises ValueError if it is no TOML, or if a comment would be lost."""
    data = parse_toml(path)
    return formatted(_pruned(data) if prune else data, parts, head_comment(path))


def formatted(data: dict[str, Any], parts: Sequence[str], head: Sequence[str] = ()) -> str:
    """Return `data` as the text of the seed file that `parts` name, below the lines of the comment `head`."""
    if len(parts) == 1:
        body = _entries(data, _ENTRIES.get(parts[0], AgentRecord))
    else:
        body = _record(_located(data), _SHAPES.get(parts[0], EquipmentRecord), "")
    return "\n".join([*head, *([""] if head else []), body]).rstrip("\n") + "\n"


def head_comment(path: Path) -> list[str]:
    """Return the comment at the head of a file. Raises ValueError for a comment elsewhere: use a note."""
    lines = path.read_text(encoding="utf-8").splitlines()
    count = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    for number, line in enumerate(lines[count:], count + 1):
        if line.lstrip().startswith("#"):
            raise ValueError(f"line {number}: only the head of a file keeps a comment; use the key note")
    return lines[:count]


def _pruned(data: dict[str, Any]) -> dict[str, Any]:
    sentences = data.get("sentence")
    if (
        data.get("scope") == "whole"
        or not isinstance(sentences, list)
        or not all(isinstance(item, dict) for item in sentences)
    ):
        return data
    needed = {number for item in sentences for says in item.get("says", ()) for number in says.get("needs", ())}
    kept = [item for item in sentences if item.get("says") or item.get("mention") or item.get("ordinal") in needed]
    return {**data, "sentence": kept}


def _located(data: dict[str, Any]) -> dict[str, Any]:
    """Turn sentences that are written out into locators; works in the public domain keep their text."""
    sentences = data.get("sentence")
    if isinstance(sentences, list):
        data = {**data, "sentence": [_located_sentence(item, data.get("rights")) for item in sentences]}
    return data


def _located_sentence(sentence: Any, rights: Any) -> Any:
    if not isinstance(sentence, dict) or not isinstance(sentence.get("text"), str):
        return sentence
    found = locate(sentence["text"])
    filled = {"sha256": found.sha256, "starts": found.starts, "ends": found.ends, **sentence}
    if rights != "public domain":
        filled.pop("text")
    return filled


def _entries(data: dict[str, Any], shape: type[Record]) -> str:
    parts = []
    for name in sorted(data):
        if not isinstance(data[name], dict):
            raise ValueError(f"{name}: is no table")
        parts.append(f"[{_key(name)}]\n" + _record(data[name], shape, ""))
    return "\n".join(parts)


def _order(shape: type[Record]) -> list[str]:
    return [found.alias or name for name, found in shape.model_fields.items()]


def _record(data: dict[str, Any], shape: type[Record], prefix: str) -> str:
    """Write the keys of a record in the order of its shape; unknown keys follow as they came."""
    names = [name for name in _order(shape) if name in data]
    names += [name for name in data if name not in names]
    tables = _TABLES.get(shape, {})
    simple = [name for name in names if name not in tables]
    lines = [f"{_key(name)} = {_value(data[name]).as_string()}\n" for name in simple]
    for name in (name for name in names if name in tables):
        items = data[name]
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            raise ValueError(f"{name}: is no list of tables")
        if name == "sentence":
            items = sorted(items, key=lambda item: item.get("ordinal", 0))
        lines += [f"\n[[{prefix}{name}]]\n" + _record(item, tables[name], f"{prefix}{name}.") for item in items]
    return "".join(lines)


def _key(name: str) -> str:
    return tomlkit.key(name).as_string()


def _value(value: Any) -> Item:
    if isinstance(value, dict):
        table = tomlkit.inline_table()
        for name, item in value.items():
            table.append(name, _value(item))
        return table
    if isinstance(value, list):
        array = tomlkit.array()
        for item in value:
            array.append(_value(item))
        return array
    written: Item = tomlkit.item(value)
    return written
