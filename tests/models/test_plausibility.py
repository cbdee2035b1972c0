"""The rules of plausibility are about properties that exist, and narrower than those of the kind."""

from __future__ import annotations

import pytest

from materiel.models.plausibility import GROUPS, Group, ranges
from materiel.models.registry import properties

ALL_GROUPS = [pytest.param(kind, group, id=group.words[0]) for kind, groups in GROUPS.items() for group in groups]


@pytest.mark.parametrize(("kind", "group"), ALL_GROUPS)
def test_a_range_of_a_category_lies_within_that_of_the_kind(kind: str, group: Group) -> None:
    for name, (low, high) in group.ranges.items():
        prop = properties(kind)[name]
        assert prop.low is not None, name
        assert prop.high is not None, name
        assert prop.low <= low < high <= prop.high, name


@pytest.mark.parametrize(("kind", "group"), ALL_GROUPS)
def test_no_group_is_hidden_behind_a_wider_one(kind: str, group: Group) -> None:
    for words in group.words:
        assert ranges(kind, words) is group.ranges, words


@pytest.mark.parametrize(
    ("kind", "category", "low", "high", "name"),
    [
        ("aircraft", "stealth fighter", 5, 22, "wingspan_m"),
        ("aircraft", "attack helicopter", 120, 420, "max_speed_kmh"),
        ("munition", "unguided rocket", 0.5, 500, "range_km"),
        ("submarine", "diesel-electric ballistic missile submarine", 200, 6000, "displacement_submerged_t"),
        ("armoured_vehicle", "main battle tank", 20_000, 85_000, "combat_mass_kg"),
        ("armoured_vehicle", "light tank", 3000, 45_000, "combat_mass_kg"),
    ],
)
def test_a_category_belongs_to_the_narrowest_group(
    kind: str, category: str, low: float, high: float, name: str
) -> None:
    assert ranges(kind, category)[name] == (low, high)


@pytest.mark.parametrize(("kind", "category"), [("aircraft", "jet"), ("mixed", "fighter"), ("munition", "bomber")])
def test_a_category_of_no_group_has_no_ranges(kind: str, category: str) -> None:
    assert ranges(kind, category) == {}
