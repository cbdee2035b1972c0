"""Turtle: the graph of `jsonld`, thing by thing.

A serialiser of our own: rdflib builds a graph in memory before it writes one. What is written here is the part of
Turtle that our nodes need (https://www.w3.org/TR/turtle/): every thing has a name, none is written inside another.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from materiel.export.content import Content
from materiel.export.formats import Options
from materiel.export.graph import opening
from materiel.export.linked import linked
from materiel.export.nodes import Node
from materiel.export.rendering import rendered
from materiel.export.statements import Row
from materiel.export.tables import Level
from materiel.export.vocabulary import LINKS, PREFIXES

_PLAIN = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]|%[0-9A-Fa-f]{2})*(?<!\.)")
"""The rest of a prefixed name that can stand as it is."""

_MARKED = re.compile('[\\x00-\\x1f"\\\\\\x7f]')
_BETWEEN = " ;\n    "
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def write(content: Content, target: Path, _options: Options) -> None:
    """Write the graph to the file `target`."""
    with target.open("w", encoding="utf-8", newline="\n") as file:
        for prefix, namespace in PREFIXES.items():
            file.write(f"@prefix {prefix}: <{namespace}> .\n")
        file.write("\n")
        for node in opening(content):
            file.write(turtle(node))
        for text in rendered(content, render, ""):
            file.write(text)


def render(document: Row, level: Level) -> str:
    """Return the nodes of a document in Turtle."""
    return "".join(map(turtle, linked(document, level)))


def turtle(node: Node) -> str:
    """Return a thing, and after it those that stand inside it."""
    inside: list[Node] = []
    lines = [_line(key, value, inside) for key, value in node.items() if key != "@id"]
    text = f"{_name(node['@id'])} {_BETWEEN.join(lines)} .\n\n"
    return text + "".join(map(turtle, inside)) if inside else text


def _line(key: str, value: Any, inside: list[Node]) -> str:
    """Return a property with its values. Things among these are added to `inside`."""
    if key == "@type":
        return f"a {', '.join(map(_name, value)) if isinstance(value, list) else _name(value)}"
    is_link = key in LINKS
    if isinstance(value, list):
        return f"{_name(key)} {', '.join([_object(each, inside, is_link=is_link) for each in value])}"
    return f"{_name(key)} {_object(value, inside, is_link=is_link)}"


def _object(value: Any, inside: list[Node], *, is_link: bool) -> str:
    if isinstance(value, dict):
        if "@id" not in value:
            return _literal(value)
        inside.append(value)
        return _name(value["@id"])
    if is_link:
        return _name(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else quoted(value)


def _literal(value: Node) -> str:
    text = value["@value"]
    if "@language" in value:
        return f"{quoted(text)}@{value['@language']}"
    # A decimal needs no quotes: it always has its point.
    return text if value["@type"] == "xsd:decimal" else f"{quoted(text)}^^{_name(value['@type'])}"


@lru_cache(maxsize=10_000)  # The names of terms come again and again, and those of things some times in a row.
def _name(name: str) -> str:
    prefix, _, rest = name.partition(":")
    if prefix not in PREFIXES:
        return f"<{name}>"
    return name if _PLAIN.fullmatch(rest) else f"<{PREFIXES[prefix]}{rest}>"


def quoted(text: str) -> str:
    """Return `text` in quotes, as Turtle has it."""
    return f'"{_MARKED.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04X}"
