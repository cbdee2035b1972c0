from __future__ import annotations

import json
from pathlib import Path

import pytest

from exporting import exported
from materiel.export.tables import Level
from materiel.export.vocabulary import CONTEXT, LINKS, PREFIXES


@pytest.mark.parametrize("level", Level)
def test_there_is_one_context_and_it_has_to_be_fetched_from_nowhere(
    specimen: str, tmp_path: Path, level: Level
) -> None:
    text = exported(specimen, "jsonld", tmp_path / "all.jsonld", level).read_text(encoding="utf-8")
    found = json.loads(text)
    assert list(found) == ["@context", "@graph"]
    assert found["@context"] == CONTEXT
    assert text.count('"@context"') == 1
    assert found["@context"]["@version"] == 1.1


def test_each_thing_is_a_line_of_its_own(specimen: str, tmp_path: Path) -> None:
    lines = exported(specimen, "jsonld", tmp_path / "all.jsonld").read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith('{"@id":"system:swift-1"') for line in lines) == 1


def test_every_link_and_prefix_is_in_the_context() -> None:
    assert {name for name, found in CONTEXT.items() if isinstance(found, dict)} == LINKS
    assert {name for name, found in CONTEXT.items() if isinstance(found, str)} == set(PREFIXES)
    assert {name.partition(":")[0] for name in LINKS} <= set(PREFIXES)


def test_an_empty_selection_is_a_graph_that_tells_of_itself(specimen: str, tmp_path: Path) -> None:
    found = json.loads(exported(specimen, "jsonld", tmp_path / "all", Level.full, []).read_text(encoding="utf-8"))
    assert found["@graph"][0]["materiel:receipts"] == "full"
    assert not [node for node in found["@graph"] if node["@id"].startswith(("system:", "statement:", "source:"))]
