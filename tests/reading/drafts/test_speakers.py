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
        ("It is new, the Korean Central Agency (KCA) said.", ("the Korean Central Agency",), "indirect"),
        ('As the admiral put it, "the boat is late."', ("the admiral",), "direct"),
        ("As the report notes, the boat is late.", ("the report",), "indirect"),
        ('The boat is, in the maker\'s words, "late."', ("the maker",), "direct"),
        ("In the view of Ines Falk, the boat is late.", ("Ines Falk",), "indirect"),
        ("Figures published by the yard show that six were built.", ("Figures published by the yard",), "indirect"),
        ("The brochure gives a range of 400 km.", ("The brochure",), "indirect"),
        ("It fired a missile that the ministry says flew 400 km.", ("the ministry",), "indirect"),
        ("The agency showed the missile and said it was late.", ("The agency",), "indirect"),
        ("I was told by a mechanic that it is late.", ("a mechanic",), "indirect"),
        ('The boat is late," it said.', ("it",), "direct"),
        ("The sale was confirmed by the White House.", ("the White House",), "indirect"),
        ("The institute's Ola Berg is convinced that it is late.", ("The institute's Ola Berg",), "indirect"),
        ("The Su-35 continues to be built.", (), None),
        ("The yard's output rose as the navy wrote off six boats.", (), None),
        ("Six were built according to plan.", (), None),
        ("The type boasted a speed of 900 km/h.", (), None),
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


def test_the_labels_of_a_sheet_do_not_speak(drafted: Callable[[str], Draft]) -> None:
    sheet = "Crew: One\n\nManufacturer: Sukhoi\n\nPower plant: Two turbofan engines in the fuselage\n"
    assert [reading.voice.speakers for reading in drafted(sheet).readings] == [(), (), ()]


def test_turns_of_a_conversation_run_on(drafted: Callable[[str], Draft]) -> None:
    text = (
        "Reporter: Is the boat old?\n\nHolm: The boat is old. It leaks.\n\nReporter: Will it be sold?\n\nHolm: Not yet."
    )
    speakers = [reading.voice.speakers for reading in drafted(text).readings]
    assert speakers == [("Reporter",), ("Holm",), ("Holm",), ("Reporter",), ("Holm",)]


def test_a_paragraph_that_is_a_quotation_goes_on_with_the_speaker_before(drafted: Callable[[str], Draft]) -> None:
    text = "“The boat leaks,” Holm said.\n\n“It will have to be replaced.”\n\nNobody came."
    assert [reading.voice.speakers for reading in drafted(text).readings] == [("Holm",), ("Holm",), ()]


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
        ("Kaldea is in talks to buy the Su-35.", "speculated"),
        ("Kaldea has decided to buy the Su-35.", "planned"),
        ("The Su-35 is slated for delivery in 2030.", "planned"),
        ("The Su-35 is understood to be new.", "assessed"),
        ("It was reported that the Su-35 is new.", "reported"),
        ("The old type had a crew of two and could carry a tonne.", "asserted"),
        ("The jet was the last of its type to be built.", "asserted"),
        ("Kaldea bought it for an estimated $40 million.", "asserted"),
        ("The Su-35 is new, the ministry said, and did not name the buyer.", "reported"),
        ("It flew in May 2019.", "asserted"),
        ("The pilot could see the runway.", "asserted"),
    ],
)
def test_firmness_is_read_from_its_cue(text: str, expected: str) -> None:
    found = firmness(text, voice(text))
    assert found.firmness == expected
    assert found.cue in text
