"""Words that look like designations of systems are told from the many that are written alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from materiel.reading.designations import Designation
from materiel.reading.matcher import Matcher
from materiel.reading.unmatched import unmatched
from materiel.text.canonical import canonical

MATCHER = Matcher(
    [
        Designation("su-57", "Su-57", "manufacturer", "aircraft", "model"),
        Designation("kn-25", "KN-25", "military", "artillery", "model"),
        Designation("project-955", "Project 955", "project number", "submarine", "family"),
    ]
)


def found(*texts: str) -> list[str]:
    sentences = [canonical(text) for text in texts]
    return list(unmatched(sentences, MATCHER.find_all(sentences)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("North Korea fired a KN-30 on Friday.", ["KN-30"]),
        ("The Hwasong-99 was shown.", ["Hwasong-99"]),
        ("A Type 039C submarine sailed past.", ["Type 039C"]),
        ("Two 9K720 launchers were seen.", ["9K720"]),
        ("The Air Force ordered the F-47.", ["F-47"]),
        ("The F-47s and the F-47 flew.", ["F-47", "F-47"]),
        ("(KN-30)", ["KN-30"]),
        ("“KN-30”, he said.", ["KN-30"]),
        ("a Hwasong-99-type missile", ["Hwasong-99"]),
        ("the MQ-9B, the B-52H and the Su-75", ["MQ-9B", "B-52H", "Su-75"]),
        ("a 2S19 howitzer, 3M22 missiles", ["2S19", "3M22"]),
        ("the M270 and the JF17", ["M270", "JF17"]),
        ("Project 941 boats, an Object 640 tank and Mk 48 torpedoes", ["Project 941", "Object 640", "Mk 48"]),
        ("U-995 is a museum, K-141 sank", ["U-995", "K-141"]),
        ("Kh\u201147M2 missiles", ["Kh-47M2"]),
        ("танк Т-14 и Изделие 305", ["Т-14", "Изделие 305"]),
        ("R-77-1", ["R-77-1"]),
        ("A-10 KC-46A PAC-3 RS-28", ["A-10", "KC-46A", "PAC-3", "RS-28"]),
    ],
)
def test_what_looks_like_a_designation_is_found_as_it_is_written(text: str, words: list[str]) -> None:
    assert found(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "COVID-19 and SARS-CoV-2 spread.",
        "G-20 leaders and the G7 met, as did the G-77.",
        "The U.N. met at 7 p.m. on Sept. 15, 2023.",
        "On Sept-15 and June-3, in mid-2023, pre-1990 and post-2001.",
        "the 1980s, 12,300 kg, 5-inch guns, 600-km range, 2-1, 24/7, 9/11",
        "Flight MH-370 vanished; flight MU5735 crashed; Flights AB-123 and CD-45 were late.",
        "I-95 highway, Interstate I-80, the M25 motorway, on the M4, on I-95 north, along the A-9",
        "Highway US-101 and Route 66",
        "the COP-28 summit, the Zapad-2021 exercise, Army-2023, Paris-2024",
        "1Q23 and 2Q24 results, FY-24, FY2024, Q3",
        "UTC-5, GMT-3, USD-100",
        "H-1B visas, K-12 schools, MI-6 agents, PM-2.5, B-12 vitamins, H5N1",
        "Phase-2, Block-1, Level-4, Tier-1, Article-5, Day-1, Under-21, Top-10, No-1, Apollo-11",
        "a 4x4 truck, an 8X8, a 6x6",
        "https://example.org/x-15 and www.f-47.com, a@b-52.org, #F-47, @KN-30",
        "N-1,000 and A-1.5 and 5G and 4K and 3D",
        "Model 2024, Project 2025",
        "UNSC-2270, resolution S-2397, bill HB-12",
        "Asteroid BX-12, vitamin D-3",
    ],
)
def test_what_is_only_written_alike_is_not(text: str) -> None:
    assert found(text) == []


def test_what_has_a_record_is_not() -> None:
    assert found("The Su-57, Su57, Su-57M and KN-25 flew.", "Project 955 and Project 955A boats") == []


def test_words_are_found_in_each_of_many_sentences() -> None:
    assert found("The Su-57 flew.", "A KN-30 did not.", "Nothing.", "Nor did the F-47.") == ["KN-30", "F-47"]


def test_the_words_of_one_sentence_say_nothing_of_the_next() -> None:
    assert found("They took a flight", "F-47 jets flew.") == ["F-47"]


TEXTS = st.lists(
    st.one_of(
        st.sampled_from(["Su-57", "KN-30", "F-47s", "Type 039C", "9K720", "G-20", "flight", "(", ",", "I-95"]),
        st.text(max_size=8),
    ),
    max_size=8,
).map(lambda pieces: canonical(" ".join(pieces)))


@given(st.lists(TEXTS, max_size=5))
def test_every_word_stands_in_the_text_and_outside_of_what_is_named(texts: list[str]) -> None:
    mentions = list(MATCHER.find_all(texts))
    words = list(unmatched(texts, mentions))
    named = [mention.name for _, found in mentions for mention in found]
    assert all(any(word in text for text in texts) for word in words)
    assert all(any(map(str.isdigit, word)) for word in words)
    rest = " ".join(texts)
    assert sum(map(len, words)) + sum(map(len, named)) <= len(rest)


@given(st.lists(TEXTS, max_size=5))
def test_many_sentences_give_what_each_gives_alone(texts: list[str]) -> None:
    assert found(*texts) == [word for text in texts for word in found(text)]


def test_a_long_text_of_numbers_takes_no_time_that_grows_with_its_square() -> None:
    assert found("A-" * 200_000 + "1") == []
    assert found("1" * 500_000) == []
    assert len(found("KN-30 " * 20_000)) == 20_000
