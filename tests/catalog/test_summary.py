"""The README shows what the seeds of this version hold."""

from __future__ import annotations

import re
from pathlib import Path

from materiel.catalog.summary import summary
from materiel.database.location import Location
from materiel.database.reader import open_reader

README = Path(__file__).parents[2] / "README.md"
BLOCK = re.compile(r"^<!-- coverage -->\n(.*?)\n<!-- /coverage -->$", re.MULTILINE | re.DOTALL)


def test_readme_shows_the_summary_of_the_seeds(packaged_database: Path) -> None:
    with open_reader(Location(path=packaged_database)) as reader:
        lines = summary(reader)
    found = BLOCK.findall(README.read_text(encoding="utf-8"))
    assert found == [lines], "put the output of `python -m materiel.catalog.summary` into the README"
