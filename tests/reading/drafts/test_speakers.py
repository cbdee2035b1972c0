"""Who speaks, and how firmly."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from materiel.reading.drafts.firmness import firmness
from materiel.reading.drafts.record import Draft
from materiel.reading.drafts.speakers import voice
from materiel.text.canonical import canonical


@pytest.mark.parametrize(
    ("text", "speakers", "words"),
    [
        ("The Su-35 is new, the ministry said.", ("the ministry",), "indirect"),
        ('"It is new," said Ines Falk, an analyst at the institute.', ("Ines Falk",), "direct"),
        ("Gen. Arvid Holm, the air force commander, said it was new.", ("Gen. Arvid Holm",), "indirect"),
        ("According to a leaked audit, nine can fly.", ("a leaked audit",), "indirect"),
        ("Peskov said nothing was signed, according to Interfax.", ("Interfax", "Peskov"), "indirect"),
        ("State media said it flew, Northern Wire reported from Seoul.", ("Northern Wire", "State media"), "indirect"),
        ("The Times reported, citing unnamed officials, that it flew.", ("The Times", "unnamed officials"), "indirect"),
        ("Opposition leader Mara Lindqvist called the price absurd.", ("Mara Lindqvist",), "indirect"),
        ("South Korea's Joint Chiefs of Staff said it flew.", ("South Korea's Joint Chiefs of Staff",), "indirect"),
        ("It will fly, the report says.", ("the report",), "indirect"),
        ("The Su-35 is new.", (), None),
        ("The United States has F-16s.", (), None),
        ("The Su-35, as Russia calls it, is new.", (), None),
        ("The Su-35 is said to be new.", (), None),
    ],
)
def test_the_chain_is_read(text: str, speakers: tuple[str, ...], words: str | None) -> None:
    found = voice(canonical(text))
    assert (found.speakers, found.words) == (speakers, words)


def test_speech_that_runs_on_has_one_speaker(drafted: Callable[[str], Draft]) -> None:
    text = (
        "“The first thing is that it is heavy. It weighs a lot.\n\n“The second is that it is slow,” the general said."
        "\n\n“We like it,” said Col. Brandt. “It is fast.”\n\nThe Su-35 then landed."
    )
    speakers = [reading.voice.speakers for reading in drafted(text).readings]
    assert speakers == [("the general",)] * 3 + [("Col. Brandt",)] * 2 + [()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Su-35 is new.", "asserted"),
        ("The Su-35 is new, the ministry said.", "reported"),
        ("The Su-35 is reportedly new.", "reported"),
        ("Experts believe that the Su-35 is new.", "assessed"),
        ("The Su-35 is estimated to fly 3,400 km.", "assessed"),
        ("The Su-35 could be sold.", "speculated"),
        ("The Su-35 may fly in 2030, he said.", "speculated"),
        ("Kaldea plans to buy the Su-35.", "planned"),
        ("The Su-35 will be retired in 2030.", "planned"),
        ("Washington accused Moscow of selling the Su-35.", "alleged"),
        ("The Su-35 is billed as the best.", "alleged"),
        ("The Kremlin denied that the Su-35 was sold.", "denied"),
        ("Sweden has not delivered any, the minister said.", "denied"),
        ("It flew in May 2019.", "asserted"),
        ("The pilot could see the runway.", "asserted"),
    ],
)
def test_firmness_is_read_from_its_cue(text: str, expected: str) -> None:
    found = firmness(text, voice(text))
    assert found.firmness == expected
    assert found.cue in text
