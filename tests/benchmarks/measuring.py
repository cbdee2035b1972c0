"""What the benchmarks share: whole processes timed in turn, and figures printed beside their goals."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tabulate import tabulate

MATERIEL = (sys.executable, "-c", "from materiel.cli import main; main()")
"""The command line in this interpreter, wherever its scripts stand."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table of figures: `seconds` is the median, `goal` the greatest ratio or time allowed."""

    name: str
    seconds: float
    beside: str = ""
    ratio: float | None = None
    goal: float | None = None
    goal_is_seconds: bool = False

    def cells(self) -> list[str]:
        """Return the cells of the line."""
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        unit = " s" if self.goal_is_seconds else ""
        goal = "" if self.goal is None else f"<= {self.goal}{unit}"
        return [self.name, duration(self.seconds), self.beside, ratio, goal, self.verdict()]

    def verdict(self) -> str:
        """Say whether the goal is met; nothing where there is none."""
        found = self.seconds if self.goal_is_seconds else self.ratio
        if self.goal is None or found is None:
            return ""
        return "met" if found <= self.goal else "MISSED"


@dataclass(slots=True)
class Medians:
    """Medians in seconds, by the name of what was timed."""

    seconds: dict[str, float] = field(default_factory=dict)

    def line(self, name: str) -> Line:
        """Return a line with the time alone."""
        return Line(name, self.seconds[name])

    def beside(self, name: str, peer: str, goal: float | None = None) -> Line:
        """Return a line with the time of `name` and its ratio to that of `peer`."""
        return Line(name, self.seconds[name], peer, self.seconds[name] / self.seconds[peer], goal)

    def within(self, name: str, goal: float) -> Line:
        """Return a line with the time of `name` and the time that it may take."""
        return Line(name, self.seconds[name], goal=goal, goal_is_seconds=True)


def time_processes(commands: Mapping[str, Sequence[str]], rounds: int) -> Medians:
    """Time each command as a whole process, in turn (A B A B), `rounds` times after one that does not count.

    Raises `subprocess.CalledProcessError` if one fails: a command that fails fast must not look fast.
    """
    found: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            taken = _time_process(command)
            if number:
                found[name].append(taken)
    return Medians({name: statistics.median(times) for name, times in found.items()})


def _time_process(command: Sequence[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment())
    return time.perf_counter() - began


def environment() -> dict[str, str]:
    """Return the environment without what would change what is measured."""
    left_out = ("MATERIEL_DB", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "PYTHONPROFILEIMPORTTIME")
    return {name: value for name, value in os.environ.items() if name not in left_out}


def clean_environment(directory: Path, *requirements: str) -> Path:
    """Make a clean virtual environment with `requirements` in it; return the directory of its scripts."""
    run_quietly(sys.executable, "-m", "venv", str(directory))
    scripts = directory / ("Scripts" if os.name == "nt" else "bin")
    run_quietly(str(scripts / "python"), "-m", "pip", "install", "--quiet", *requirements)
    return scripts


def run_quietly(*command: str) -> None:
    """Run a command to its end, whatever it prints. Raises `subprocess.CalledProcessError` if it fails."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment())


def duration(seconds: float) -> str:
    """Write a time in the unit that suits it."""
    if seconds >= 1:
        return f"{seconds:.2f} s"
    return f"{seconds * 1e3:.1f} ms" if seconds >= 1e-3 else f"{seconds * 1e6:.0f} µs"


def report(lines: Sequence[Line]) -> int:
    """Print the table; return the exit code: 1 if a goal is missed."""
    headers = ("what", "median", "beside", "ratio", "goal", "")
    print(tabulate([line.cells() for line in lines], headers, disable_numparse=True))
    return int(any(line.verdict() == "MISSED" for line in lines))
