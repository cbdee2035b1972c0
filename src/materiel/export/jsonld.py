"""JSON-LD: one graph, with its context, in one file."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from materiel.export.content import Content
from materiel.export.formats import Options
from materiel.export.graph import opening
from materiel.export.json_file import LINE_END, compact, write_list
from materiel.export.linked import linked
from materiel.export.rendering import rendered
from materiel.export.statements import Row
from materiel.export.tables import Level
from materiel.export.vocabulary import CONTEXT


def write(content: Content, target: Path, _options: Options) -> None:
    """Write the graph to the file `target`."""
    with target.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{\n"@context":{compact(CONTEXT)},\n')
        write_list(file, "@graph", chain(map(compact, opening(content)), rendered(content, render, LINE_END)))
        file.write("\n}\n")


def render(document: Row, level: Level) -> str:
    """Return the nodes of a document as JSON, each on a line."""
    return LINE_END.join(map(compact, linked(document, level)))
