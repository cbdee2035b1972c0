"""Linked data read by rdflib."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyshacl
from rdflib import Graph

from exporting import exported
from materiel.export.tables import Level
from materiel.export.vocabulary import PREFIXES

SHAPES = Path(__file__).parent / "export" / "shapes.ttl"
PARSERS = {"turtle": "turtle", "jsonld": "json-ld"}
"""What rdflib calls our formats."""


def parsed(path: Path, name: str) -> Graph:
    """Return the graph in a file of the format called `name`."""
    graph = Graph()
    with _own_deprecations():
        graph.parse(path, format=PARSERS[name])
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace, replace=True)
    return graph


def exported_graph(
    address: object,
    path: Path,
    level: Level = Level.full,
    systems: Sequence[str] | None = None,
    name: str = "turtle",
) -> Graph:
    """Export to `path` in the format called `name`, and return the graph that it holds."""
    return parsed(exported(address, name, path, level, systems), name)


def what_is_wrong(graph: Graph) -> str:
    """Return what a graph does not have as the shapes say it should; nothing if all is well."""
    with _own_deprecations():
        conforms, _, report = pyshacl.validate(graph, shacl_graph=str(SHAPES))
    return "" if conforms else str(report)


@contextmanager
def _own_deprecations() -> Iterator[None]:
    """rdflib and pyshacl use what rdflib calls deprecated."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        yield
