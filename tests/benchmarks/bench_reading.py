"""Reading: whole texts to sentences and mentions, beside spaCy's sentencizer and PhraseMatcher.

Both are given the same invented news and the same names, by one process each, in turn: from a list of texts to where
sentences begin and end, and where in them which name stands. A virtual environment with spaCy is built in a temporary
directory, so pip and an index are needed; `--peer` names a Python that has it. Then `materiel ingest` itself: all that
is stored, by one process and by two, and its memory over many articles.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from measuring import MATERIEL, clean_environment, environment, run_quietly
from newswire import reports
from tabulate import tabulate

NAMES = {5_000: 5.0, 50_000: 15.0}
"""How many names, and how many times as fast as spaCy we are to be with them."""

SPEED_GOAL = 10.0
"""Megabytes a second."""

JOBS_GOAL = 1.8
MEMORY_GOAL = 1.1
"""How many times the memory of a tenth of the articles all of them may take."""

_SHORT = 1000
"""Characters of the articles of which there are many."""

PEER = "spacy>=3.8,<4"

OURS = """
from materiel.reading.designations import Designation
from materiel.reading.matcher import Matcher
from materiel.reading.text import read_lines

def prepare(names):
    return Matcher(Designation(name.lower(), name, "military", "aircraft", "model") for name in names)

def read(matcher, texts):
    for text in texts:
        lines = read_lines(text)
        yield len(lines), sum(len(found) for _, found in matcher.find_all([line[4] for line in lines]))
"""

SPACY = """
import spacy
from spacy.matcher import PhraseMatcher

nlp = spacy.blank("en")
nlp.add_pipe("sentencizer")

def prepare(names):
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("system", list(nlp.pipe(names)))
    return matcher

def read(matcher, texts):
    for document in nlp.pipe(texts):
        sentences = [(sentence.start_char, sentence.end_char) for sentence in document.sents]
        mentions = [(start, end, document[start].sent.start) for _, start, end in matcher(document)]
        yield len(sentences), len(mentions)
"""

PEAK = """
import resource
import sys

from materiel.cli.app import app

try:
    app(sys.argv[1:], prog_name="materiel")
finally:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""

TIMED = """
import json
import sys
import time

names, texts = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:])
began = time.process_time()
matcher = prepare(names)
prepared = time.process_time()
counts = list(read(matcher, texts))
read = time.process_time() - prepared
print(json.dumps({
    "prepare": prepared - began,
    "read": read,
    "sentences": sum(sentences for sentences, _ in counts),
    "mentions": sum(mentions for _, mentions in counts),
}))
"""


def main() -> int:
    """Measure, print; the exit code says whether the goals are met."""
    options = _options()
    with tempfile.TemporaryDirectory(dir=options.directory) as name:
        directory = Path(name)
        peer = options.peer or clean_environment(directory / "peer", PEER) / "python"
        missed = _compare(directory, str(peer), options.size, options.rounds)
        missed |= _jobs(directory, options.ingest, options.rounds)
        return missed | _memory(directory, options.articles)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=20, metavar="MB", help="megabytes of text (20)")
    parser.add_argument(
        "--ingest", type=int, default=50, metavar="MB", help="megabytes to ingest, so that starting counts little (50)"
    )
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="the best of so many rounds (3)")
    parser.add_argument("--articles", type=int, default=100_000, metavar="N", help="articles for memory (100000)")
    parser.add_argument("--peer", type=Path, metavar="PYTHON", help="a Python with spaCy; else one is made")
    parser.add_argument("--directory", type=Path, metavar="DIR", help="where to write")
    return parser.parse_args()


def invented_names(count: int) -> list[str]:
    """Return `count` designations in the manner of real ones: letters, a number, perhaps the letter of a variant."""
    rng = random.Random(count)  # noqa: S311
    found: dict[str, None] = {}
    while len(found) < count:
        letters = "".join(rng.choices("ABCDEFGHKLMNPRSTVXYZ", k=rng.choice((1, 2, 2, 3))))
        name = f"{letters}-{rng.randint(1, 999)}{rng.choice(('', '', '', 'A', 'M', 'B3'))}"
        found[name.capitalize() if rng.random() < 0.3 else name] = None
    return list(found)


def _compare(directory: Path, peer: str, size: int, rounds: int) -> int:
    rows, missed = [], False
    for count, goal in NAMES.items():
        names = invented_names(count)
        texts = list(reports(size * 1_000_000, names))
        files = [directory / "names.json", directory / "texts.json"]
        for path, content in zip(files, (names, texts), strict=True):
            path.write_text(json.dumps(content), encoding="utf-8")
        best = _best(rounds, {"materiel": (sys.executable, OURS), "spaCy": (peer, SPACY)}, files)
        speeds = {name: sum(map(len, texts)) / 1e6 / found["read"] for name, found in best.items()}
        ratio = speeds["materiel"] / speeds["spaCy"]
        missed |= ratio < goal or speeds["materiel"] < SPEED_GOAL
        for name, found in best.items():
            own = name == "materiel"
            rows.append(
                [
                    f"{name}, {count:,} names",
                    f"{speeds[name]:.2f}",
                    f">= {SPEED_GOAL:.0f}" if own else "",
                    f"{ratio:.1f}" if own else "",
                    f">= {goal:.0f}" if own else "",
                    f"{found['prepare']:.2f} s",
                    f"{found['sentences']:,.0f}",
                    f"{found['mentions']:,.0f}",
                ]
            )
    headers = ["text to mentions", "MB/s", "goal", "times spaCy", "goal", "names read in", "sentences", "mentions"]
    print(tabulate(rows, headers, disable_numparse=True))
    return int(missed)


def _jobs(directory: Path, size: int, rounds: int) -> int:
    """Time `materiel ingest` into a new file by one process and by two, in turn. Return 1 if two do not pay."""
    articles = directory / "articles.jsonl"
    characters = _write_articles(articles, reports(size * 1_000_000))
    best: dict[int, float] = {}
    for _ in range(rounds):
        for jobs in (1, 2):
            database = _new_database(directory)
            began = time.perf_counter()
            run_quietly(*MATERIEL, "ingest", str(articles), "--jobs", str(jobs), "--db", str(database))
            best[jobs] = min(best.get(jobs, float("inf")), time.perf_counter() - began)
    ratio = best[1] / best[2]
    rows = [
        [f"{jobs} jobs", f"{seconds:.2f} s", f"{characters / seconds / 1e6:.2f}", *_beside(ratio, jobs)]
        for jobs, seconds in best.items()
    ]
    print(f"\n{tabulate(rows, ['materiel ingest', 'whole', 'MB/s', 'times one', 'goal'], disable_numparse=True)}")
    return int(ratio < JOBS_GOAL)


def _beside(ratio: float, jobs: int) -> tuple[str, str]:
    return (f"{ratio:.2f}", f">= {JOBS_GOAL}") if jobs > 1 else ("", "")


def _memory(directory: Path, count: int) -> int:
    """Ingest a tenth of so many articles, then all of them, and compare the most memory that it takes."""
    peaks = []
    for number in (count // 10, count):
        articles = directory / "articles.jsonl"
        _write_articles(articles, (f"{next(reports(1, seed=n))[:_SHORT]} {n}." for n in range(number)))
        words = [sys.executable, "-c", PEAK, "ingest", str(articles), "--db", str(_new_database(directory))]
        found = subprocess.run(words, check=True, capture_output=True, text=True, env=environment())
        peaks.append(int(found.stderr.split()[-1]) / 1024)
    rows = [[f"{count // 10:,} articles", f"{peaks[0]:.0f} MB", ""], [f"{count:,} articles", f"{peaks[1]:.0f} MB", ""]]
    rows[1][2] = f"<= {MEMORY_GOAL * peaks[0]:.0f} MB"
    print(f"\n{tabulate(rows, ['materiel ingest', 'memory', 'goal'], disable_numparse=True)}")
    return int(peaks[1] > MEMORY_GOAL * peaks[0])


def _new_database(directory: Path) -> Path:
    path = directory / "ingested.sqlite"
    path.unlink(missing_ok=True)
    run_quietly(*MATERIEL, "db", "init", "--db", str(path))
    return path


def _write_articles(path: Path, texts: Iterable[str]) -> int:
    characters = 0
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(texts):
            characters += len(text)
            file.write(json.dumps({"id": str(number), "text": text}) + "\n")
    return characters


def _best(rounds: int, programs: dict[str, tuple[str, str]], files: Sequence[Path]) -> dict[str, dict[str, float]]:
    """Run the programs in turn. Return of each what its fastest round says."""
    best: dict[str, dict[str, float]] = {}
    for _ in range(rounds):
        for name, (python, program) in programs.items():
            command = [python, "-c", program + TIMED, *map(str, files)]
            found = json.loads(subprocess.run(command, check=True, capture_output=True, env=environment()).stdout)
            if name not in best or found["read"] < best[name]["read"]:
                best[name] = found
    return best


if __name__ == "__main__":
    sys.exit(main())
