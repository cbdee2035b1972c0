"""The names that texts use stand within the names that records have."""

from __future__ import annotations

from pathlib import Path

import pytest

from materiel.database.location import locate
from materiel.database.reader import open_reader
from materiel.reading.designations import designations, parts


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("MGM-140 ATACMS", "MGM-140"),
        ("GBU-57 Massive Ordnance Penetrator", "GBU-57"),
        ("Mikoyan-Gurevich MiG-15bis", "MiG-15bis"),
        ("Hughes/MD Helicopters MD 500", "MD 500"),
        ("152 mm D-20", "D-20"),
        ("2S19 Msta-S", "2S19"),
        ("Borei class (Project 955)", "Project 955"),
    ],
)
def test_what_texts_write_stands_within_the_name(name: str, within: str) -> None:
    assert within in parts(name)


@pytest.mark.parametrize("name", ["T-72B3 as modernised from 2018", "FAB-500 with UMPK glide kit"])
def test_a_type_with_a_description_is_not_taken_for_the_type(name: str) -> None:
    assert parts(name) == [name]


@pytest.mark.parametrize(
    ("system", "name"),
    [("atacms", "ATACMS"), ("gbu-57", "GBU-57"), ("jdam", "JDAM"), ("trident-ii", "Trident II"), ("d-20", "D-20")],
)
def test_systems_of_the_seeds_are_found_by_the_names_that_texts_use(
    system: str, name: str, packaged_database: Path
) -> None:
    with open_reader(locate(str(packaged_database))) as reader:
        found = [each for each in designations(reader) if each.name == name]
    assert [each.system for each in found] == [system]
    assert not found[0].contextual
