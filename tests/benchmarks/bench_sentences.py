"""Sentences: how many are right, and how fast texts are read, beside the libraries that could be had.

Right: the 48 Golden Rules for English of the Pragmatic Segmenter, and the texts in the manner of news and government
pages of the tests. Fast: megabytes of invented news a second, by one process. A library that is not installed is left
out: pip install pysbd nupunkt syntok.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from newswire import reports
from tabulate import tabulate

from materiel.reading.sentences import sentences
from materiel.reading.text import read_lines, read_text
from materiel.text.canonical import canonical
from materiel.text.mapping import Source

GOLDEN_GOAL = 46
SPEED_GOAL = 10.0
"""Megabytes a second that a text is read at, by `read_lines`."""

_FAST = ("materiel", "sentencex")
_SLOW_SHARE = 50
"""The other libraries read one in so many of the paragraphs."""

Splitter = Callable[[str], Sequence[str]]
Case = tuple[str, list[str]]


def main() -> int:
    """Count, time, print; the exit code says whether the goals are met."""
    options = _options()
    golden, news = _cases()
    texts = list(reports(options.size * 1_000_000))
    paragraphs = [paragraph for text in texts for paragraph in text.split("\n\n")]
    splitters = _splitters()
    rows = []
    for name, splitter in splitters.items():
        speed = _speed(splitter, paragraphs if name in _FAST else paragraphs[::_SLOW_SHARE], options.rounds)
        rows.append([name, str(_right(splitter, golden)), str(_right(splitter, news)), f"{speed:.2f}"])
    headers = ["sentences by", f"rules of {len(golden)}", f"news of {len(news)}", "MB/s"]
    print(tabulate(rows, headers, disable_numparse=True))
    lines, whole = (_speed(read, texts, options.rounds) for read in (read_lines, read_text))
    figures = [("read_lines", f"{lines:.1f}", f">= {SPEED_GOAL:.0f}"), ("read_text", f"{whole:.1f}", "")]
    print(tabulate(figures, ["whole texts by", "MB/s", "goal"], disable_numparse=True))
    kept = _right(splitters["materiel"], golden)
    print(f"golden rules kept: {kept}, goal at least {GOLDEN_GOAL}")
    return int(kept < GOLDEN_GOAL or lines < SPEED_GOAL)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=20, metavar="MB", help="megabytes of text (20)")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="the best of so many counts (3)")
    return parser.parse_args()


def _cases() -> tuple[list[Case], list[Case]]:
    folder = Path(__file__).parent.parent / "reading"
    rules = json.loads((folder / "golden_rules.json").read_text(encoding="utf-8"))["rules"]
    news = json.loads((folder / "news_sentences.json").read_text(encoding="utf-8"))["texts"]
    return [(rule["text"], rule["sentences"]) for rule in rules], [(" ".join(found), found) for found in news]


def _splitters() -> dict[str, Splitter]:
    """Return what splits a paragraph into sentences, by name."""
    from sentencex import segment  # type: ignore[import-untyped]

    found: dict[str, Splitter] = {"materiel": _own, "sentencex": lambda text: segment("en", text)}
    peers: dict[str, Callable[[Any], Splitter]] = {
        "pysbd": lambda module: module.Segmenter(language="en", clean=False).segment,
        "nupunkt": lambda module: module.sent_tokenize,
        "syntok.segmenter": lambda module: lambda text: _syntok(module, text),
    }
    for name, make in peers.items():
        try:
            found[name] = make(importlib.import_module(name))
        except ImportError:
            print(f"{name} is not installed", file=sys.stderr)
    return found


def _own(text: str) -> list[str]:
    words = Source(text).canonical((0, len(text))).text
    return [words[start:end] for start, end in sentences(words, "en")]


def _syntok(module: Any, text: str) -> list[str]:
    return [
        "".join(token.spacing + token.value for token in sentence)
        for paragraph in module.process(text)
        for sentence in paragraph
    ]


def _right(splitter: Splitter, cases: Sequence[Case]) -> int:
    return sum(
        [canonical(piece) for piece in splitter(text) if piece.strip()] == [canonical(piece) for piece in expected]
        for text, expected in cases
    )


def _speed(read: Callable[[str], object], texts: Sequence[str], rounds: int) -> float:
    """Return megabytes (a million characters) a second of processor time, the best of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        began = time.process_time()
        for text in texts:
            read(text)
        best = min(best, time.process_time() - began)
    return sum(map(len, texts)) / best / 1e6


if __name__ == "__main__":
    sys.exit(main())
