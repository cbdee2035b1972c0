"""Invented reports in the manner of news, as many as a benchmark needs: the same for the same numbers."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

NAMES = ("Su-35S", "MiG-29", "An-2", "T-72B3", "Iskander-M", "HIMARS", "Su-57", "D-30", "M270", "Virginia", "Kilo")

_SUBJECTS = (
    *("The destroyer", "A submarine of the Northern Fleet", "Capt. James Hartley, a spokesman for the U.S. Navy,"),
    *("The ministry in Testland", "Gen. Anna Weiss", "The report", "An official who asked not to be named"),
    *("The manufacturer, Acme Corp.,", "State media in the capital", "The institute", "Its commander", "Neither side"),
)
_VERBS = (
    *("said on Friday that", "reported, citing sources, that", "denied in a statement on Jan. 12 that"),
    *("told reporters at about 7:30 a.m. EST that", "confirmed that", "has said more than once that"),
)
_CLAUSES = (
    *("a {name} flew about 600 km before it fell into the sea", "twelve {name}s had been delivered since 1998"),
    *("hull No. 841 would be launched in the spring", "the {name} weighs approx. 12,300 kg and has a crew of three"),
    *(
        "the range of the new rocket isn’t known",
        "no date has been set for the trial of the {name}, and that none was near",
    ),
    *("the United States had not been told of the plan", "the yard will build two more boats of the class until 2030"),
    *("the talks with the neighboring countries had led to nothing", "prices for such systems had risen by a third"),
)
_TAILS = (
    *(
        ".",
        ".",
        ".",
        ", according to a report published by the agency.",
        ", the first time that it has done so in 20 years.",
    ),
    *("; analysts were not convinced.", ". “We are ready,” he added.", ", although the {name} is older than its crew."),
    ". “Nobody knows how many there are,” said Dr. R. Lee of the institute. “We can only guess.”",
)
_PARAGRAPHS = 18
_SENTENCES = (1, 1, 2, 2, 3)


def reports(size: int, names: Sequence[str] = NAMES, seed: int = 1) -> Iterator[str]:
    """Yield reports of together about `size` characters, of some 5,000 each, in which some of `names` stand."""
    rng = random.Random(seed)  # noqa: S311
    made = 0
    while made < size:
        report = _report(rng, names)
        made += len(report)
        yield report


def _report(rng: random.Random, names: Sequence[str]) -> str:
    paragraphs = [" ".join(_sentence(rng, names) for _ in range(rng.choice(_SENTENCES))) for _ in range(_PARAGRAPHS)]
    paragraphs[8:8] = ["What Comes Next"]
    return "\n\n".join(
        (
            f"Testland Shows the {rng.choice(names)} as Ministry Denies Delays",
            "By Jane Doe and John Roe",
            f"SEOUL, Sept. {rng.randint(1, 30)} (Testwire) -- {_sentence(rng, names)}",
            "Most Read from Testwire",
            *paragraphs,
            "--With assistance from R. J. Lee.",
            "Copyright 2023 Testwire. All rights reserved.",
        )
    )


def _sentence(rng: random.Random, names: Sequence[str]) -> str:
    words = f"{rng.choice(_SUBJECTS)} {rng.choice(_VERBS)} {rng.choice(_CLAUSES)}{rng.choice(_TAILS)}"
    return words.replace("{name}", rng.choice(names))
