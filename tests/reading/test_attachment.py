"""A copy of a source is held against its sentences: exact, moved, changed or missing, and never a lookalike."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from materiel.reading.attachment import Found, Kept, hold
from materiel.reading.text import read_text
from materiel.text.canonical import locate

FIRST = "The air force has 12 Su-57 fighters, the ministry said."
SECOND = "They were built at the plant in Komsomolsk-on-Amur in 2019."
THIRD = "Nobody has said how many of them will fly this year."


def kept(sentence: str, ordinal: int, *quotes: str, names: tuple[str, ...] = ()) -> Kept:
    locator = locate(sentence)
    return Kept(ordinal, 1, locator.sha256, locator.starts, locator.ends, quotes, names=names)


KEPT = [kept(FIRST, 1, "12 Su-57 fighters"), kept(SECOND, 2, "in 2019"), kept(THIRD, 3)]


def found(text: str) -> list[Found]:
    return [match.found for match in hold(read_text(text), KEPT)]


def test_the_same_text_is_exact() -> None:
    assert found(" ".join([FIRST, SECOND, THIRD])) == [Found.exact] * 3


def test_a_sentence_that_stands_elsewhere_has_moved() -> None:
    assert found(" ".join([SECOND, FIRST, THIRD])) == [Found.moved, Found.moved, Found.exact]


def test_quotes_dashes_and_line_breaks_do_not_matter() -> None:
    text = " ".join([FIRST, SECOND, THIRD]).replace("-", "\u2011").replace(" plant in", "\nplant in")
    assert found(text) == [Found.exact] * 3


def test_a_sentence_whose_quote_still_stands_has_changed_and_both_can_be_shown() -> None:
    match = hold(read_text(f"On Monday the air force had 12 Su-57 fighters. {SECOND}"), KEPT)[0]
    assert match.found is Found.changed
    assert match.text == "On Monday the air force had 12 Su-57 fighters."


@pytest.mark.parametrize(
    "lookalike",
    [
        "The air force has 13 Su-57 fighters, the ministry said.",
        "The air force has 112 Su-57 fighters, the ministry said.",
        "The air force has 12 Su-57S fighters, the ministry said.",
        "The air force has 12 Su-35 fighters, the ministry said.",
        "The air force does not have 12 Su-57 fighters, the ministry said.",
        "The ministry denied that the air force has 12 Su-57 fighters.",
        "The air force has twelve Su-57 fighters, the ministry said.",
        "",
    ],
)
def test_a_sentence_that_only_looks_alike_is_missing(lookalike: str) -> None:
    assert found(f"{lookalike} {SECOND}")[0] is Found.missing


def test_a_sentence_without_a_quote_is_known_by_its_hash_alone() -> None:
    assert found("Nobody has said how many of them will fly next year.")[2] is Found.missing


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("On Monday the Su-57 flew at 2,100 km/h.", Found.changed),
        ("On Monday the Su-35 flew at 2,100 km/h.", Found.missing),
        ("On Monday the Su-57M flew at 2,100 km/h.", Found.missing),
    ],
)
def test_a_sentence_that_names_another_system_is_missing(text: str, result: Found) -> None:
    ours = kept("The Su-57 flew at 2,100 km/h.", 1, "flew at 2,100 km/h", names=("Su-57",))
    (match,) = hold(read_text(text), [ours])
    assert match.found is result


SPOKEN = kept("Its fighters are 12 old Su-57, the Testland Navy said in 2019.", 1, "12 old Su-57", names=("Su-57",))


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("On Monday, its fighters are 12 old Su-57, as the Testland Navy said in May 2019.", Found.changed),
        ("Its fighters are 12 old Su-57, the Testland Army said in 2019.", Found.missing),
        ("Its fighters are 12 old Su-57, the Otherland Navy said in 2019.", Found.missing),
        ("Its fighters are 12 old Su-57, the Testland Navy said in 2018.", Found.missing),
    ],
)
def test_a_sentence_with_another_name_or_figure_at_its_ends_is_missing(text: str, result: Found) -> None:
    (match,) = hold(read_text(text), [SPOKEN])
    assert match.found is result


@pytest.mark.parametrize(
    ("ours", "text", "result"),
    [
        ("It will not fly with 12 engines.", "In May it will not fly with 12 engines.", Found.changed),
        ("It will not fly with 12 engines.", "In May it will fly with 12 engines.", Found.missing),
        ("It will not fly with 12 engines.", "It will not fly with 12 engines, they never said.", Found.missing),
        ("It flies with 12 engines.", "They denied that it flies with 12 engines.", Found.missing),
    ],
)
def test_a_sentence_that_denies_more_or_less_is_missing(ours: str, text: str, result: Found) -> None:
    (match,) = hold(read_text(text), [kept(ours, 1, "with 12 engines")])
    assert match.found is result


def test_words_that_deny_are_those_of_the_language() -> None:
    ours = kept("Das Boot hat seit dem Frühjahr 12 Torpedos und ist neu.", 1, "12 Torpedos")
    for change, result in (("seit dem Sommer", Found.changed), ("seit dem Sommer nicht", Found.missing)):
        text = f"Das Boot hat {change} 12 Torpedos und ist neu. Das sagte die Marine, und es ist wahr."
        assert hold(read_text(text), [ours])[0].found is result


def test_words_of_a_title_and_its_dateline_are_no_names() -> None:
    title = kept("Leader Tours Plant With 12 New Fighters As Ministry Denies Arms Deals", 1, "12 New Fighters")
    datelined = kept("(Example) -- The boat has 12 tubes, a sailor said.", 1, "12 tubes")
    text = (
        "Leader Visits Plant With 12 New Fighters As Ministry Denies Arms Deals\n\nThe new boat has 12 tubes, he said."
    )
    assert [match.found for match in hold(read_text(text), [title, datelined])] == [Found.changed, Found.changed]


def test_a_sentence_whose_text_is_kept_is_held_to_all_its_names() -> None:
    words = "On Monday the crew of the boat said in Testport that it has 12 tubes and has gone to sea again."
    ours = replace(kept(words, 1, "12 tubes"), text=words)
    for place, result in (("Testport again", Found.changed), ("Otherport", Found.missing)):
        assert hold(read_text(words.replace("Testport", place)), [ours])[0].found is result


def test_a_match_says_where_it_stands_among_the_sentences_of_the_copy() -> None:
    matches = hold(read_text(f"{SECOND} {FIRST}"), KEPT)
    assert [match.ordinal for match in matches] == [2, 1, None]
    (across,) = hold(read_text(f"{THIRD} {FIRST} {SECOND}"), [kept(f"{FIRST} {SECOND}", 1)])
    assert across.ordinal == 2


def test_a_quote_that_several_sentences_hold_settles_nothing() -> None:
    assert found("It has 12 Su-57 fighters. We have 12 Su-57 fighters too.")[0] is Found.missing


def test_a_sentence_that_was_divided_elsewhere_is_found_across() -> None:
    whole = kept(f"{FIRST} {SECOND}", 1)
    (match,) = hold(read_text(f"{THIRD} {FIRST} {SECOND}"), [whole])
    assert match.found is Found.moved
    assert match.text == f"{FIRST} {SECOND}"


@given(st.text())
def test_every_sentence_of_a_text_is_exact_in_that_text(text: str) -> None:
    document = read_text(text)
    ours = [kept(sentence.text, sentence.ordinal) for sentence in document.sentences]
    assert {match.found for match in hold(document, ours)} <= {Found.exact, Found.moved}
