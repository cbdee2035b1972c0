from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from materiel.models import Base
from materiel.models.diagram import diagram

README = Path(__file__).parents[2] / "README.md"
BLOCK = re.compile(r"^<!-- schema -->\n```mermaid\n(.*?)\n```\n<!-- /schema -->$", re.MULTILINE | re.DOTALL)


def test_readme_shows_the_diagram_of_the_models() -> None:
    found = BLOCK.findall(README.read_text(encoding="utf-8"))
    assert found == [diagram()], "put the output of `python -m materiel.models.diagram` into the README"


def test_every_table_stands_in_it_with_its_keys() -> None:
    text = diagram()
    for table in Base.metadata.tables.values():
        entity = re.search(rf"^    {table.name} {{\n(.*?)^    }}$", text, re.MULTILINE | re.DOTALL)
        assert entity is not None, table.name
        keys = {tuple(line.split(maxsplit=2)[1:]) for line in entity[1].splitlines()}
        assert {name for name, marks in keys if "PK" in marks} == set(table.primary_key.columns.keys())
        assert {name for name, marks in keys if "FK" in marks} == {
            column.name for column in table.columns if column.foreign_keys
        }


@pytest.mark.parametrize(
    "relation",
    [
        'equipment ||--o| aircraft : "is a"',
        "equipment |o--o{ equipment : family",
        "evidence ||--o| claim : evidence",
        "evidence ||--o{ evidence_context : evidence",
        "property ||--o{ claim : property",
        "sentence ||--o{ evidence : sentence",
        "agent |o--o{ transfer : supplier",
    ],
)
def test_cardinality_follows_from_the_keys(relation: str) -> None:
    assert f"    {relation}" in diagram().splitlines()


def test_module_prints_it() -> None:
    printed = subprocess.run(
        [sys.executable, "-m", "materiel.models.diagram"], capture_output=True, encoding="utf-8", check=True
    )
    assert printed.stdout == f"{diagram()}\n"
