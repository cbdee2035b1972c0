"""The README tells the truth: its examples run, and print what it says."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

import pytest

from materiel.cli.app import COMMANDS
from materiel.models.vocabulary import FIRMNESS, SOURCE_KINDS
from materiel.resources import seeds_dir

README = Path(__file__).parents[1] / "README.md"
TEXT = README.read_text(encoding="utf-8")
FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE_NAME = re.compile(r"# (my-seeds/\S+\.toml)\n")
TEXT_FILE = re.compile(r"^```text (my-(?:copies|articles)/\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ANYTHING = "..."
_GAPS = {"...": ".*", " ...": "(?: .*)?", "... ": "(?:.* )?", " ... ": " (?:.* )?"}


class Example(NamedTuple):
    """A command line, and the output that the README shows for it."""

    command: str
    output: list[str]


def blocks(language: str) -> list[str]:
    return [found[2] for found in FENCED.finditer(TEXT) if found[1] == language]


def examples(block: str) -> Iterator[Example]:
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        first, *rest = part.splitlines()
        more = list(takewhile(lambda line: line.startswith("> "), rest))
        yield Example("\n".join([first, *(line[2:] for line in more)]), rest[len(more) :])


def folded(line: str) -> str:
    """Fold what depends on the width of columns: spaces, and the rule below the heading of a table."""
    return re.sub(r"-{3,}", "---", re.sub(r"\s+", " ", line)).strip()


def pattern(line: str) -> re.Pattern[str]:
    parts = re.split(r"( ?\.\.\. ?)", folded(line))
    return re.compile("".join(_GAPS.get(part) or re.escape(part) for part in parts))


def misfit(shown: list[str], printed: list[str]) -> str | None:
    """Say which lines of the README the output does not have in that order; None if it fits.

    A line `...` stands for any number of lines, `...` inside a line for any text.
    """
    lines = [folded(line) for line in printed]
    chunks: list[list[str]] = [[]]
    for line in shown:
        if line.strip() == ANYTHING:
            chunks.append([])
        else:
            chunks[-1].append(line)
    place = 0
    for number, chunk in enumerate(chunks):
        last = len(lines) - len(chunk)
        first = last if number == len(chunks) - 1 and chunk else place
        starts = [place] if number == 0 else range(max(first, place), last + 1)
        patterns = [pattern(line) for line in chunk]
        fits = (
            start
            for start in starts
            if start <= last
            and all(found.fullmatch(line) for found, line in zip(patterns, lines[start:], strict=False))
        )
        found_at = next(fits, None)
        if found_at is None:
            return "\n".join(chunk)
        place = found_at + len(chunk)
    return None if place == len(lines) or shown[-1:] == [ANYTHING] else "the end of the output"


@pytest.fixture
def workplace(tmp_path: Path) -> Path:
    """Return a folder with the seeds, and with the files that the README tells its reader to write."""
    (tmp_path / "seeds").symlink_to(seeds_dir(), target_is_directory=True)
    written = [(named[1], block) for block in blocks("toml") if (named := FILE_NAME.match(block))]
    for name, content in [*written, *((found[1], found[2]) for found in TEXT_FILE.finditer(TEXT))]:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("block", [pytest.param(block, id=block[2:40].split("\n")[0]) for block in blocks("console")])
def test_example_prints_what_the_readme_shows(block: str, packaged_database: Path, workplace: Path) -> None:
    environment = {
        **os.environ,
        "COLUMNS": "80",
        "PYTHONIOENCODING": "utf-8",
        "MATERIEL_DB": str(packaged_database),
        "XDG_DATA_HOME": str(workplace / "data"),
    }
    for example in examples(block):
        program, *arguments = shlex.split(example.command)
        assert program == "materiel"
        ran = subprocess.run(
            [sys.executable, "-c", "from materiel.cli import main; main()", *arguments],
            cwd=workplace,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert (ran.returncode, ran.stderr) == (0, ""), f"$ {example.command}\n{ran.stderr}"
        missed = misfit(example.output, ran.stdout.splitlines())
        assert missed is None, f"$ {example.command}\ndoes not print, in this place:\n{missed}\n\n{ran.stdout[:6000]}"


def test_an_excerpt_gives_the_record_that_the_readme_shows(tmp_path: Path) -> None:
    (line,) = (block for block in blocks("sh") if "source excerpt" in block)
    _, _, *words, sign, text = shlex.split(line.replace("\\\n", " "))
    assert (words[0], sign) == ("materiel", "<<<")
    (tmp_path / "my-seeds").mkdir()
    subprocess.run(
        [sys.executable, "-c", "from materiel.cli import main; main()", *words[1:]],
        cwd=tmp_path,
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path / "data")},
        input=text,
        encoding="utf-8",
        check=True,
    )
    for block in blocks("toml"):
        named = FILE_NAME.match(block)
        assert named is not None
        shown = tomllib.loads(block)
        for sentence in shown.get("sentence", ()):
            del sentence["says"]
        written = tomllib.loads((tmp_path / named[1]).read_text(encoding="utf-8"))
        # It was read on another day than this one.
        assert {**written, "retrieved": shown["retrieved"]} == shown if "retrieved" in shown else written == shown


def test_python_examples_give_what_the_readme_shows(packaged_database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATERIEL_DB", str(packaged_database))
    assert blocks("pycon")
    result = doctest.testfile(str(README), module_relative=False, encoding="utf-8")
    assert result.attempted > 0
    assert result.failed == 0


def test_seed_files_are_toml_and_named() -> None:
    files = [FILE_NAME.match(block) for block in blocks("toml")]
    assert files
    assert None not in files
    for block in blocks("toml"):
        tomllib.loads(block)


def test_the_two_commands_stand_on_lines_of_their_own() -> None:
    start = "python3 -m venv --without-pip .venv && python3 -m pip --python .venv install"
    commands = [line.removeprefix("    ") for line in TEXT.splitlines() if line.startswith("    python3 ")]
    assert commands == [
        f"{start} . && .venv/bin/materiel show su-57",
        f"{start} '.[test]' && .venv/bin/pytest",
    ]


def test_links_to_files_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?://)([^)#]+)", TEXT):
        assert (README.parent / target).exists(), target
    for folder in re.findall(r"^\| `([a-z/]+/)`", TEXT, re.MULTILINE):
        assert (README.parent / folder).is_dir(), folder


def test_vocabularies_are_those_of_the_program() -> None:
    words = " ".join(TEXT.split())
    assert ", ".join(SOURCE_KINDS) in words
    table = TEXT.split("| firmness | the sentence |\n|---|---|\n")[1].split("\n\n")[0]
    assert tuple(row.split(" | ")[0].removeprefix("| ") for row in table.splitlines()) == FIRMNESS


def test_commands_named_in_passing_exist() -> None:
    code = [*re.findall(r"`[^`\n]+`", TEXT), *blocks("console"), *blocks("sh")]
    named = {name for part in code for name in re.findall(r"(?:^|`|\$ |\$\()materiel ([a-z]+)", part, re.MULTILINE)}
    assert named <= set(COMMANDS)
    assert set(COMMANDS) <= named, "commands that the README does not show"


@pytest.mark.parametrize(
    ("shown", "printed"),
    [
        (["a", "b"], ["a", "b"]),
        (["a   1", "---  -----"], ["a 1", "-------- ---"]),
        (["...", "b"], ["x", "b", "b"]),
        (["a", "..."], ["a"]),
        (["a", "...", "c"], ["a", "b", "c"]),
        (["a ... c"], ["a b c"]),
        (["a ... c"], ["a c"]),
        (["a ..."], ["a b"]),
        (["a [...]"], ["a [1]"]),
        ([], []),
    ],
)
def test_misfit_accepts(shown: list[str], printed: list[str]) -> None:
    assert misfit(shown, printed) is None


@pytest.mark.parametrize(
    ("shown", "printed"),
    [
        (["a"], ["a", "b"]),
        (["b"], ["a", "b"]),
        (["a", "b"], ["a"]),
        (["...", "b"], ["b", "c"]),
        (["...", "b", "...", "a", "..."], ["a", "b"]),
        (["a", "..."], ["x", "a"]),
        (["a ..."], ["ab"]),
        (["a ... c"], ["a bc"]),
        ([], ["a"]),
        (["a"], []),
    ],
)
def test_misfit_refuses(shown: list[str], printed: list[str]) -> None:
    assert misfit(shown, printed) is not None
