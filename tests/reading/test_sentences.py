"""The sentences of a paragraph."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from materiel.reading.sentences import join_rule, sentences, sentences_of
from materiel.text.canonical import canonical

FOLDER = Path(__file__).parent


def _read(name: str) -> Any:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


GOLDEN_RULES = [(rule["text"], rule["sentences"]) for rule in _read("golden_rules.json")["rules"]]
"""The Golden Rules for English of the Pragmatic Segmenter; the file says where they are from."""

NEWS = [(" ".join(found), found) for found in _read("news_sentences.json")["texts"]]

NOT_KEPT = ["One further habit which was somewhat weakened"]
"""How the texts begin of the rules that are not kept: where an ellipsis stands between sentences, it ends the first."""


def split(text: str, language: str | None = None) -> list[str]:
    text = canonical(text)
    return [text[start:end] for start, end in sentences(text, language)]


def is_kept(text: str) -> bool:
    return not text.startswith(tuple(NOT_KEPT))


def test_at_least_46_of_the_48_golden_rules_are_kept() -> None:
    assert len(GOLDEN_RULES) == 48
    assert sum(is_kept(text) for text, _ in GOLDEN_RULES) >= 46


@pytest.mark.parametrize(("text", "expected"), [rule for rule in GOLDEN_RULES if is_kept(rule[0])])
def test_golden_rule(text: str, expected: list[str]) -> None:
    assert split(text) == list(map(canonical, expected))


@pytest.mark.parametrize(("text", "expected"), NEWS)
def test_news(text: str, expected: list[str]) -> None:
    assert split(text) == list(map(canonical, expected))


@pytest.mark.parametrize("text", [text for text, _ in NEWS])
def test_curly_and_straight_quotes_have_the_same_sentences(text: str) -> None:
    straight = text.translate(str.maketrans("“”’‘", "\"\"''"))
    assert split(straight) == split(text)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "ru",
            ["Су-57 показали 15 сент. 2023 г.", "Там он летал.", "«Он новый», — сказал он.", "Вес 12 т.", "Он летает."],
        ),
        ("uk", ["Літак знищено.", "За даними ГУР, їх було 2.", "«Це перший випадок», — сказав він."]),
        ("ko", ["북한이 15일 탄도미사일을 발사했다.", '합참은 "600km를 비행했다"고 밝혔다.', "그는 말했다."]),
        ("ar", ["أطلقت كوريا الشمالية صاروخا.", "هل هو جديد؟", "نعم، إنه جديد."]),
        (
            "de",
            ["Sie flog am 6. Okt. 1977.", "Sie wiegt ca. 11 t.", "Der 3. Prototyp stürzte ab.", "„Nein“, sagte er."],
        ),
        ("fr", ["Le Su-57 est entré en service.", "M. Poutine l'a dit.", "Il vole."]),
        ("vi", ["Tên lửa bay xa 600 km.", "Theo TTXVN, tàu ngầm đã hạ thủy."]),
        ("hi", ["उत्तर कोरिया ने मिसाइल दागी।", "यह 600 किमी उड़ी।"]),
    ],
)
def test_other_languages(language: str, expected: list[str]) -> None:
    assert split(" ".join(expected), language) == list(map(canonical, expected))


@pytest.mark.parametrize("language", ["zh", None])
def test_chinese_has_no_spaces_between_sentences(language: str | None) -> None:
    expected = ["朝鲜发射了导弹。", "飞行了600公里！", "据报道，射程为1,300公里。"]
    assert split("".join(expected), language) == expected


@pytest.mark.parametrize(
    ("left", "right", "rule"),
    [
        ("The plane weighs approx.", "12,300 kg", "abbreviation"),
        ("The Flt.", "III destroyer", "abbreviation"),
        ("The 2nd Inf.", "Div. is here", "abbreviation"),
        ("It flew at 7 a.m.", "EST on Friday", "time"),
        ("It flew at 7 p.m.", "Friday", "time"),
        ("See fig.", "3 there", "number"),
        ("It fires 6 rds.", "/min. at best", "slash"),
        ("He served in the 25th Regt.", "and left", "lower case"),
        ('"Is it ours?"', "Kim asked", "speaker"),
        ("It flew at 7 a.m.", "It fell", None),
        ("No. It left.", "Then it came", None),
        ("it flew.", "it fell", None),
        ("It flew.", "iRobot made it", None),
        ('"Is it ours?"', "Kim left", None),
    ],
)
def test_a_rule_of_joining_has_a_name(left: str, right: str, rule: str | None) -> None:
    assert join_rule(left, right) == rule


@pytest.mark.parametrize("word", ["Mk.", "Flt.", "Cdr.", "approx.", "ок.", "Mech.", "им."])
@pytest.mark.parametrize("opening", ["", "The ", "The (", 'The "', "The '"])
def test_a_name_goes_on_behind_its_abbreviation(word: str, opening: str) -> None:
    assert len(split(f"{opening}{word} Lion's is here.")) == 1


@pytest.mark.parametrize(
    ("left", "right", "language", "rule"),
    [("Am 6.", "Oktober", "de", "ordinal"), ("Im Jahr 1977.", "Der", "de", None), ("Am 6.", "Oktober", "en", None)],
)
def test_a_rule_may_hold_in_some_languages_alone(left: str, right: str, language: str, rule: str | None) -> None:
    assert join_rule(left, right, language) == rule


WORDS = """
    The U.S. Gen. a.m. Su-57 No. 7. Officials said “We go.” (It did.) it? he asked 1. 2. • a. 12 approx. т. г. Оно
    。 北 ... '
"""
TEXTS = st.lists(st.sampled_from(WORDS.split()), min_size=1).map(" ".join) | st.text(min_size=1)


@given(TEXTS)
def test_sentences_are_in_order_and_nothing_but_spaces_lies_between_them(text: str) -> None:
    text = canonical(text)
    if not text:
        return
    end_before = 0
    for start, end in sentences(text):
        assert text[end_before:start].strip() == ""
        assert start < end
        assert text[start] != " "
        assert text[end - 1] != " "
        end_before = end
    assert end_before == len(text)


@given(st.lists(TEXTS.map(canonical).filter(bool)), st.sampled_from(["en", "de", "ru", None]))
def test_several_texts_at_once_have_the_sentences_of_each(texts: list[str], language: str | None) -> None:
    assert sentences_of(texts, language) == [sentences(text, language) for text in texts]


def test_many_texts_at_once_have_the_sentences_of_each() -> None:
    texts = [f"It sank on day {number}. It was raised." for number in range(2000)]
    assert sentences_of(texts) == [sentences(text) for text in texts]
