"""Words that hedge, and the same words where they do not."""

from __future__ import annotations

import pytest

from materiel.reading.drafts.voices.firmness import firmness
from materiel.reading.drafts.voices.speakers import voice


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The frigate is pencilled in for 2029.", "planned"),
        ("Tokyo foresees ten boats of the class.", "planned"),
        ("The navy is about to retire the last of them.", "planned"),
        ("The army is committed to buying 40 more.", "planned"),
        ("The sale is in all likelihood off.", "assessed"),
        ("Chances are that the boat never sailed.", "assessed"),
        ("The missile is rumoured to have failed.", "alleged"),
        ("Jakarta is mulling a second batch.", "speculated"),
        ("The jet is a possible successor of the MiG-29.", "speculated"),
        ("The ministry said there was no basis for the report.", "denied"),
        ("The general had never sold a single round, he said.", "denied"),
    ],
)
def test_words_that_hedge_are_read(text: str, expected: str) -> None:
    assert firmness(text, voice(text), 0).firmness == expected


@pytest.mark.parametrize(
    "text",
    [
        "The museum ship, built in 1943, has four screws, two of which turn.",
        "The probable error of the gun is 12 m.",
        "The shells are to be stored upright.",
        "Contact us to learn what it could do for you.",
        "The deal was potentially lucrative.",
    ],
)
def test_words_that_only_look_like_hedges_are_none(text: str) -> None:
    assert firmness(text, voice(text), 0).firmness == "asserted"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The Times has learned from people at the yard that the hull cracked.", ("The Times", "people at the yard")),
        ("Satellite images taken on Monday by Planet Labs show two boats.", ("Planet Labs",)),
        ("The army and the navy said the drone was theirs.", ("The army",)),
        ("The Ministry of Defence and Aviation said the drone was lost.", ("The Ministry of Defence and Aviation",)),
    ],
)
def test_chains_and_pairs_of_speakers_are_read(text: str, speakers: tuple[str, ...]) -> None:
    assert voice(text).speakers == speakers
