"""What is read of the labelled passages does not get worse, on the seen part and on the unseen one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from quality.scoring import Tally, score

FLOORS = {
    ("seen", "borders"): (0.97, 0.97),
    ("seen", "mentions"): (0.99, 0.96),
    ("seen", "values"): (0.98, 0.87),
    ("seen", "facts"): (0.94, 0.51),
    ("seen", "speakers"): (0.98, 0.98),
    ("seen", "firmness"): (0.98, 0.98),
    ("unseen", "borders"): (0.97, 0.97),
    ("unseen", "mentions"): (0.98, 0.95),
    ("unseen", "values"): (0.93, 0.59),
    ("unseen", "facts"): (0.87, 0.33),
    ("unseen", "speakers"): (0.90, 0.88),
    ("unseen", "firmness"): (0.86, 0.87),
}
"""Precision and recall, a little below what was measured last."""


@pytest.fixture(scope="module")
def measured() -> dict[str, dict[str, Tally]]:
    return {part: score(part) for part in ("seen", "unseen")}


@pytest.mark.parametrize(("part", "task"), FLOORS)
def test_reading_is_as_good_as_it_was(part: str, task: str, measured: dict[str, dict[str, Tally]]) -> None:
    found = measured[part][task]
    precision, recall = FLOORS[part, task]
    assert (found.precision >= precision, found.recall >= recall) == (True, True), (found.precision, found.recall)


def test_errors_of_the_unseen_part_are_not_shown() -> None:
    script = Path(__file__).with_name("score.py")
    for words in ([], ["--part", "unseen"], ["--part", "seen", "--part", "unseen"]):
        ran = subprocess.run(
            [sys.executable, script, *words, "--show", "values"], capture_output=True, text=True, check=False
        )
        assert ran.returncode == 2
        assert ran.stdout == ""


def test_a_tally_counts_each_thing_once() -> None:
    tally = Tally()
    tally.add(["a", "b"], ["a", "a", "c"], "here")
    assert (tally.right, tally.wrong, tally.missed) == (1, 2, 1)
    assert (tally.precision, tally.recall, round(tally.f1, 3)) == (1 / 3, 1 / 2, 0.4)
