"""Systems are found in sentences by their designations, however they are written, and not inside others."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from materiel.reading.designations import Designation, fold, parts, variants
from materiel.reading.matcher import Matcher
from materiel.text.canonical import canonical

NAMES = [
    Designation("su-35", "Su-35", "manufacturer", "aircraft", "model", "su-27-family"),
    Designation("su-35s", "Su-35S", "military", "aircraft", "variant", "su-35"),
    Designation("su-27-family", "Flanker", "NATO reporting name", "aircraft", "family"),
    Designation("su-35", "Flanker", "NATO reporting name", "aircraft", "model", "su-27-family"),
    Designation("su-57", "Су-57", "native script", "aircraft", "model"),
    Designation("su-57", "Su-57", "manufacturer", "aircraft", "model"),
    Designation("mig-29", "MiG-29", "manufacturer", "aircraft", "model"),
    Designation("mig-29", "Fulcrum", "NATO reporting name", "aircraft", "model"),
    Designation("an-2", "An-2", "manufacturer", "aircraft", "model"),
    Designation("an-2", "Colt", "NATO reporting name", "aircraft", "model"),
    Designation("t-72", "T-72", "military", "vehicle", "model"),
    Designation("virginia-class", "Virginia class", "name", "submarine", "family"),
    Designation("virginia-class", "Virginia", "common name", "submarine", "family"),
    Designation("patriot", "Patriot", "common name", "munition", "model"),
    Designation("hwasong", "Hwasong", "common name", "munition", "family"),
    Designation("hwasong-15", "Hwasong-15", "military", "munition", "model", "hwasong"),
    Designation("hero", "841", "hull number", "submarine", "individual"),
    Designation("type-99", "Type 99", "military", "vehicle", "model"),
    Designation("dart-a", "Dart-1", "military", "munition", "model"),
    Designation("dart-b", "Dart-1", "military", "munition", "model"),
    Designation("rockets", "unguided rockets", "name", "munition", "generic class"),
    Designation("grad", "곡산", "native script", "artillery", "model"),
]
MATCHER = Matcher(NAMES)


def found(text: str) -> list[tuple[str, str]]:
    return [(mention.system, mention.name) for mention in MATCHER.find(canonical(text))]


@pytest.mark.parametrize(
    "written",
    ["Su-35", "SU-35", "su-35", "Su 35", "Su35", "Su\u201135", "Su\u00a035", "Su-35s", "Su-35's", "(Su-35)", "Su-35,"],
)
def test_case_hyphens_spaces_and_plurals_do_not_matter(written: str) -> None:
    (mention,) = found(f"They saw {written} at the plant")
    assert mention[0] == "su-35"


@pytest.mark.parametrize(
    ("text", "system"),
    [
        ("a Su-35S took off", "su-35s"),
        ("a Su-35SM took off", "su-35"),
        ("two MiG-29UBs", "mig-29"),
        ("T-72B3 tanks", "t-72"),
        ("the T-72B3M", "t-72"),
        ("Су-57 летит", "su-57"),
        ("Su-57은 비행했다", "su-57"),
        ("주체포인 곡산은 길다", "grad"),
        ("a Hwasong-15 missile", "hwasong-15"),
        ("Hwasong missiles", "hwasong"),
        ("UNGUIDED rockets", "rockets"),
        ("Type 99 tanks", "type-99"),
    ],
)
def test_variants_resolve_to_the_variant_and_families_to_the_family(text: str, system: str) -> None:
    assert [each for each, _ in found(text)] == [system]


@pytest.mark.parametrize(
    "text",
    [
        "An-22 and An-26 transports",
        "the T-720 and the T-72000",
        "the MiG-290",
        "an 2-1 win, an 2 more",
        "a KAn-2 or 9An-2",
        "T-72,000 and T-72.5",
        "type 99 times",
        "hwasong of old",
        "Su-3 and Su-357",
        "X-Su-35",
        "T-72-1",
    ],
)
def test_nothing_is_found_inside_longer_designations_and_ordinary_words(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("An-2 Colt aircraft", {"An-2 Colt"}),
        ("MiG-29 (Fulcrum)", {"MiG-29", "Fulcrum"}),
        ("the MiG-29, known to NATO as Fulcrum, flew", {"MiG-29", "Fulcrum"}),
        ("Colt biplanes flew", {"Colt"}),
        ("a Virginia-class submarine", {"Virginia-class"}),
        ("the submarine Virginia sailed", {"Virginia"}),
        ("Patriot missiles", {"Patriot"}),
        ("a Patriot air defence battery", {"Patriot"}),
        ("submarine No. 841 was launched", {"841"}),
        ("two Colts from the north", {"Colts"}),
        ("The Colt, a biplane, took off", {"Colt"}),
        ("a Su-35 and a pair of MiG-29s, Colts", {"Su-35", "MiG-29s", "Colts"}),
        ("Virginia was commissioned in 2004", {"Virginia"}),
        ("Two Colts flew over the Super Bowl", {"Colts"}),
    ],
)
def test_ordinary_words_count_where_the_context_says_so(text: str, names: set[str]) -> None:
    assert {name for _, name in found(text)} == names


@pytest.mark.parametrize(
    "text",
    [
        "a colt in the meadow",
        "He drew his Colt and fired",
        "voters in Virginia",
        "a true patriot, a Patriot of old",
        "She took 841 photographs of the submarine",
        "the fulcrum of the lever",
        "Fulcrum was a publisher",
        "Colts such as these graze in the meadow",
        "the Colt factory",
        "The Colts won the game, and two Colts were hurt",
        "The Colts beat the Broncos in the playoffs",
        "a 24-17 win for the Colts",
        "the Colt Company",
        "It was commissioned in Virginia",
        "Flight Su-35 to Moscow was late",
        "The MiG-29 motorway was closed",
    ],
)
def test_ordinary_words_do_not_count_elsewhere(text: str) -> None:
    assert found(text) == []


def test_a_name_of_a_family_and_its_member_means_the_family_unless_the_sentence_says_otherwise() -> None:
    assert ("su-27-family", "Flanker") in found("Flanker fighters took off")
    assert ("su-35", "Su-35 Flanker") in found("Su-35 Flanker fighters took off")
    assert ("su-35", "Flanker") in found("The Su-35 (Flanker) took off")


def test_a_name_of_several_systems_that_have_nothing_in_common_is_left_open() -> None:
    assert found("a Dart-1 was shown") == []


def test_offsets_count_in_the_sentence() -> None:
    text = "The Su-57 and the MiG-29."
    assert [(m.start, m.end) for m in MATCHER.find(text)] == [(4, 9), (18, 24)]


TEXTS = st.lists(st.one_of(st.sampled_from([name.name for name in NAMES]), st.text(max_size=12)), max_size=8).map(
    lambda pieces: canonical(" ".join(pieces))
)


@given(TEXTS)
def test_mentions_stand_in_the_text_in_order_and_do_not_overlap(text: str) -> None:
    mentions = MATCHER.find(text)
    assert all(text[m.start : m.end] == m.name for m in mentions)
    assert all(one.end <= other.start for one, other in pairwise(mentions))


@given(st.lists(TEXTS, max_size=6))
def test_many_sentences_searched_together_give_what_each_gives_alone(texts: list[str]) -> None:
    alone = [(number, MATCHER.find(text)) for number, text in enumerate(texts) if MATCHER.find(text)]
    assert list(MATCHER.find_all(texts)) == alone


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_a_matcher_without_names_finds_nothing() -> None:
    assert Matcher([]).find("Su-57") == []


def test_a_name_in_brackets_is_a_name_of_its_own() -> None:
    assert parts("Borei class (Project 955)") == ["Borei class (Project 955)", "Borei class", "Project 955"]
    assert parts("Mikoyan MiG-29") == ["Mikoyan MiG-29", "MiG-29"]
    assert parts("No") == []


def test_a_type_between_makers_and_a_nickname_is_a_name() -> None:
    assert "V-22" in parts("Bell Boeing V-22 Osprey")
    assert "MiG-17" in parts("Mikoyan-Gurevich MiG-17")
    assert parts("Long March 5") == ["Long March 5"]


def test_words_of_a_class_are_joined_by_a_space_or_a_hyphen() -> None:
    assert set(variants("Romeo class")) == {"Romeo class", "Romeo-class"}
