"""Who speaks, and how firmly."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from materiel.reading.drafts.record import Draft
from materiel.reading.drafts.voices.firmness import firmness
from materiel.reading.drafts.voices.speakers import voice
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
        ("Opposition leader Mara Falk called the price absurd.", ("Opposition leader Mara Falk",), "indirect"),
        ("South Korea's Joint Chiefs of Staff said it flew.", ("South Korea's Joint Chiefs of Staff",), "indirect"),
        ("It will fly, the report says.", ("the report",), "indirect"),
        ("It is new, the Korean Central Agency (KCA) said.", ("the Korean Central Agency",), "indirect"),
        ('As the admiral put it, "the boat is late."', ("the admiral",), "direct"),
        ("As the report notes, the boat is late.", ("the report",), "indirect"),
        ('The boat is, in the maker\'s words, "late."', ("the maker",), "direct"),
        ("In the view of Ines Falk, the boat is late.", ("Ines Falk",), "indirect"),
        ("Figures published by the yard show that six were built.", ("the yard",), "indirect"),
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


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # The subject, with what is between it and the verb.
        ("Seoul on the following day reported two launches.", ("Seoul",)),
        ("An engineer who worked on it told the paper it leaks.", ("An engineer",)),
        ("People familiar with the matter said it leaks.", ("People familiar with the matter",)),
        ("The maker, Sukhoi, says it flies.", ("Sukhoi",)),
        ("Sources in the ministry, who asked not to be named, say it flies.", ("Sources in the ministry",)),
        ("At a briefing on Tuesday the ministry's spokesman said it flew.", ("the ministry's spokesman",)),
        ("It was Holm who said it leaks.", ("Holm",)),
        ("Critics were keen to stress the price.", ("Critics",)),
        # Two verbs, or a verb and a participle, with one subject.
        ("Kim dismissed the claims, saying that the boat was old.", ("Kim",)),
        ("Norland released a video of what it said was the wreck.", ("Norland",)),
        # What is said stands before, around or behind.
        ("The gun is hard to load, crews complain.", ("crews",)),
        ("Twelve, it now says, were lost.", ("it",)),
        ("So says Holm, at any rate.", ("Holm",)),
        ('"Too heavy," read a placard at the gate.', ("a placard",)),
        ("Its range, which the maker gives as 40 km, is short.", ("the maker",)),
        ('It is an omission that members called "curious".', ("members",)),
        # A description between commas belongs to the speaker, and is none.
        ('Holm, a diver from Varde, said the wreck off Skagen "could be a Tern."', ("Holm",)),
        ("Open Water, a group in Oslo, estimates the site covers two hectares.", ("Open Water",)),
        ("It leaks, Ola Berg, then chief of the yard, told broadcaster Radio Varde.", ("Ola Berg",)),
        ("It leaks, the fleet's acting chief engineer told the committee.", ("the fleet's acting chief engineer",)),
        ("Two were sold, the company's press service told the paper.", ("the company's press service",)),
        # What somebody cites, doubts, advises, or is said to think.
        ("Falk cited the price as the main reason.", ("Falk",)),
        ("The committee recommended buying four more.", ("The committee",)),
        ("The auditor has questioned whether it can float.", ("The auditor",)),
        ("Two colonels expressed doubt that it flew.", ("Two colonels",)),
        ("Villagers speak of a second crater.", ("Villagers",)),
        ("The ministry considers the type obsolete.", ("The ministry",)),
        ("It is the view of the air staff that the jet is old.", ("the air staff",)),
        ("The price is put at $80 million by the ministry.", ("the ministry",)),
        # What stands before a speaker that opens a clause.
        ("Even the maker admits that it leaks.", ("the maker",)),
        ("Later the ministry confirmed the sale.", ("the ministry",)),
        ("It sank, and a year later the yard said it had leaked.", ("the yard",)),
        ("This week Norland's navy confirmed the sale.", ("Norland's navy",)),
        # Papers, and who is behind them.
        ("A draft of the contract seen by Radio Varde lists 6 boats.", ("A draft of the contract",)),
        ("First reported by Radio Varde, the sale is of six boats.", ("Radio Varde",)),
        ('The sign reads "No smoking."', ("The sign",)),
        ("A study by the Rand Corporation found that half were unfit.", ("the Rand Corporation",)),
        ("The log has her leaving at six.", ("The log",)),
        ("The yearbook lists 71 boats.", ("The yearbook",)),
        ("Only seven fly, a leaked memo shows.", ("a leaked memo",)),
        # Nouns of speech.
        ("The general's view is that the gun is old.", ("The general",)),
        ("The claim by Norland that it sank the ship was repeated.", ("Norland",)),
        ("We have only the ministry's word for it that it hit.", ("the ministry",)),
        ("On Kaldea's own account the raid failed.", ("Kaldea",)),
        ("If the rebels are to be believed, two tanks burned.", ("the rebels",)),
        ('"We sold them," was the minister\'s reply.', ("the minister",)),
        ("According to the same page her range was 40 miles.", ("the same page",)),
        ("According to Oryx 41 were lost.", ("Oryx",)),
        # Who speaks of what another says, and who speaks of something else.
        ("The missile failed, a defector cited by the Post told us.", ("the Post", "a defector")),
        (
            "Radio Varde quoted shipyard director Ola Berg as saying it leaks.",
            ("Radio Varde", "shipyard director Ola Berg"),
        ),
        ("Ola Berg was quoted by Radio Varde as saying it leaks.", ("Radio Varde", "Ola Berg")),
        ("It leaks, the navy said in a statement carried by Radio Varde.", ("Radio Varde", "the navy")),
        ("Six were lost, Kaldea says; Norland says two.", ("Kaldea",)),
        ("Eleven, said one guard; fourteen, said another.", ("one guard",)),
        ("Norland says six were lost, but Kaldea denies it.", ("Norland",)),
        ("China said it knew nothing of the sale.", ("China",)),
    ],
)
def test_a_speaker_is_the_subject_of_what_is_said(text: str, speakers: tuple[str, ...]) -> None:
    assert voice(canonical(text)).speakers == speakers


@pytest.mark.parametrize(
    "text",
    [
        "Germany pledged 18 tanks.",
        "The ministry repeated the test in June.",
        "The crew reported for duty at six.",
        "The minister asked for 36 more.",
        "The air force told its crews to eject.",
        "The navy called off the search.",
        "France calls it SCALP.",
        "The trials showed that the engine was weak.",
        "The F-15 told on the pilots.",
        "Russia's claims were not repeated.",
        "The officer commanding the base retired.",
        "None of the officials would say how many.",
        "The agency did not say where it fell.",
        "Neither Kaldea nor Norland has said who fired.",
        "In May, officials agreed.",
        "Combat weight: 23 to 37 t according to mark",
        "Rumour has it that the boat leaks.",
        "It is doubtful that it flew.",
        "Nor does the ministry deny it.",
        "The council considers the offer.",
        "The subsidiary has handed over 14 tanks.",
    ],
)
def test_nobody_speaks_where_something_is_done(text: str) -> None:
    assert voice(canonical(text)).speakers == ()


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
    readings = drafted(text).readings
    assert [reading.voice.speakers for reading in readings] == [(), ("Holm",), ("Holm",), (), ("Holm",)]
    assert {reading.voice.words for reading in readings} == {"direct", None}


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
        ("The Su-35 is understood to be new.", "reported"),
        ("It was reported that the Su-35 is new.", "reported"),
        ("The old type had a crew of two and could carry a tonne.", "asserted"),
        ("The jet was the last of its type to be built.", "asserted"),
        ("Kaldea bought it for an estimated $40 million.", "asserted"),
        ("The Su-35 is new, the ministry said, and did not name the buyer.", "reported"),
        ("It flew in May 2019.", "asserted"),
        ("The pilot could see the runway.", "asserted"),
        # The first clause counts, and of an opinion what it holds for possible.
        ("The boat is old, the yard said, and the next will be longer.", "reported"),
        ("Officials believe the boat may sink.", "speculated"),
        ("The claim was denied by Tehran.", "denied"),
        # Abilities, permission, questions, conditions.
        ("She will do 30 knots.", "asserted"),
        ("The bomber could fly 12,000 kilometres.", "asserted"),
        ("Shells may only be carried in the hold.", "asserted"),
        ('"Who will guard it?" asked the general.', "reported"),
        ("If it holds, the order would be the first of its kind.", "speculated"),
        ("They were told what would happen, said the general.", "reported"),
        ("We would leave at four, Lapin recalls.", "reported"),
        ("The plan had been to buy forty; eleven came.", "asserted"),
        ("A will found in the safe names the museum.", "asserted"),
        ("It is a copy, perhaps by chance.", "asserted"),
        ("It failed in 2016 (reportedly for want of fuel).", "asserted"),
        # Words that allege, assess and deny.
        ("Rumour has it that the boat leaks.", "alleged"),
        ("Unconfirmed reports put the price at $2 million.", "alleged"),
        ("South Korean intelligence is convinced that it flew.", "assessed"),
        ("The ministry insists that none were sold.", "denied"),
        ('Tehran had "never" sold any, the mission said.', "denied"),
        ("The spokesman did not dispute the figure.", "reported"),
        ("Kaldea to scrap last MiG-23s", "planned"),
        # States are no articles, and their plans are plans, also in what somebody else says.
        ("Estonia will buy six launchers, the minister confirmed.", "planned"),
        ("Each will carry 16 missiles.", "planned"),
        ("Kaldea decided in 2022 to buy 400 missiles.", "planned"),
        ("The maker expects deliveries to begin in May.", "planned"),
        ('"They\'ll have nine by Christmas," he said.', "planned"),
        # What will be is only an estimate where somebody estimates it; what somebody suggests might be is possible.
        ("Kaldea will have 900 missiles by 2030, the ministry estimated in its report.", "assessed"),
        ("Industry sources suggested that Kaldea might add a ninth.", "speculated"),
        ("There is a chance, the yard admits, that it will slip.", "speculated"),
        # Talks are in the open where somebody tells of them.
        ("Kaldea is in talks to buy the Su-35, an official said.", "reported"),
        # An estimated price, and a quotation of what somebody calls a thing, are no doubts of it.
        ("It was sold at an estimated cost of $1.3 billion.", "asserted"),
        ('Radio Varde showed what it called a "missile city."', "reported"),
        # What is denied is what the first verb says.
        ("The bombers had an escort and did not enter the airspace, it added.", "reported"),
        ("There was no sign of the boat, the Coast Guard said.", "denied"),
        ("No better gun was ever made, in the opinion of one gunner.", "reported"),
        ("It was not until 1999 that the navy admitted the loss.", "reported"),
        ("The motor, we are told, came by sea.", "reported"),
        ("The minister called the report groundless.", "denied"),
        ("The minutes record that the gun was rejected twice.", "reported"),
        ("Norland rejected the offer, the paper said.", "reported"),
        ("Neither Norland nor Kaldea has denied it.", "asserted"),
        ("A contract for forty is under negotiation.", "speculated"),
        ("It looks as if the second boat was sold.", "assessed"),
        ("Other sources put it at 700 km.", "reported"),
        # What is no plan.
        ("The boat is not expected to be launched.", "asserted"),
        ("No further orders are expected.", "asserted"),
        ("Asked if the council might change its mind, he laughed.", "asserted"),
        ("There are no plans to replace it.", "asserted"),
        ("It is not expected to fly.", "asserted"),
        ("Visitors may climb on the tank.", "asserted"),
        ("Crews will always say that she rolls.", "asserted"),
    ],
)
def test_firmness_is_read_from_its_cue(text: str, expected: str) -> None:
    found = firmness(text, voice(text))
    assert found.firmness == expected
    assert found.cue in text
