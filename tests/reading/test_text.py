"""A text that is read: blocks, sentences, offsets, hashes."""

from __future__ import annotations

import os
import re
import tomllib
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import reported
from materiel.errors import TextError
from materiel.reading import sentences
from materiel.reading import text as reading
from materiel.reading.document import BlockKind, Document
from materiel.reading.pages import read_page
from materiel.reading.sentences import LONGEST
from materiel.reading.text import read_lines, read_text, source_hash
from materiel.resources import seeds_dir
from materiel.text.canonical import REMOVED, canonical, locate, text_hash

COPIES = {
    "clean": reported.clean(),
    "furnished": reported.furnished(),
    "straight quotes": reported.plain(),
    "one line break": reported.clean().replace("\n\n", "\n"),
    "Windows line breaks": reported.furnished().replace("\n", "\r\n"),
    "wrapped": reported.wrapped(),
    "wrapped narrowly": reported.wrapped(50),
    "wrapped, Windows line breaks": reported.wrapped(line_end="\r\n"),
    "indented paragraphs": reported.wrapped(indent="    ", gap=""),
    "wrapped without empty lines": reported.wrapped(gap=""),
    "hard spaces": reported.clean().replace(" meters", "\u00a0meters"),
    "signs without width": reported.clean().replace("submarine", "sub\u00admarine\u200b").replace("(", "\ufeff("),
}


@pytest.mark.parametrize("copy", COPIES.values(), ids=list(COPIES))
def test_copies_of_an_article_have_the_same_sentences(copy: str) -> None:
    found = read_text(copy)
    assert [sentence.sha256 for sentence in found.sentences] == list(map(text_hash, reported.SENTENCES))
    assert [(sentence.paragraph, sentence.kind) for sentence in found.sentences] == list(reported.NUMBERS)
    assert [sentence.ordinal for sentence in found.sentences] == list(range(1, len(reported.SENTENCES) + 1))
    assert found.language == "en"


def test_furniture_is_kept_apart_and_not_lost() -> None:
    found = read_text(reported.furnished())
    furniture = " ".join(sentence.text for sentence in found.furniture)
    for piece in (*reported.FURNITURE, "Oops! Something went wrong.", "Please try again later."):
        assert canonical(piece) in furniture
    assert {(sentence.ordinal, sentence.paragraph) for sentence in found.furniture} == {(0, 0)}


def test_a_page_has_the_sentences_of_the_article() -> None:
    pytest.importorskip("trafilatura")
    page = read_page(reported.page())
    found = read_text(page.text, page.kinds)
    assert [sentence.sha256 for sentence in found.sentences] == list(map(text_hash, reported.SENTENCES))
    assert [(sentence.paragraph, sentence.kind) for sentence in found.sentences] == list(reported.NUMBERS)


def test_a_sentence_begins_behind_its_dateline() -> None:
    first = read_text(reported.clean()).sentences[1]
    assert first.text[first.body :].startswith("The Navy of Testland")


@pytest.mark.parametrize("text", ["• Six tubes were built.", "- Six tubes were built.", "3. Six tubes were built."])
def test_an_item_begins_behind_its_mark(text: str) -> None:
    (sentence,) = read_text(text).sentences
    assert sentence.text == text
    assert sentence.text[sentence.body :] == "Six tubes were built."


def test_a_compound_that_is_broken_behind_its_hyphen_is_one_word() -> None:
    text = "The ministry said on Friday that twelve new and very modern MiG-\n29 fighters had been delivered there."
    (sentence,) = read_text(text).sentences
    assert "MiG-29 fighters" in sentence.text
    assert (sentence.start, sentence.end) == (0, len(text))


def test_what_a_page_says_of_a_block_counts() -> None:
    text = "What Comes Next?\n\nIt will sail."
    assert read_text(text, [(0, BlockKind.caption)]).blocks[0].kind is BlockKind.caption


def test_the_hash_of_a_source_is_of_its_own_sentences() -> None:
    texts = [sentence.text for sentence in read_text(reported.furnished()).sentences]
    assert source_hash(texts) == text_hash(reported.clean())


WORDS = """
    The U.S. Gen. a.m. Su-57 No. 7. Officials said “We go.” (It did.) it? he asked 1. 2. • A a. 12 approx. т. 2023 г.
    Оно 。 北 朝 e\u0301 \u200b x\u00ad- Most Read from By John © | - -- (Reuters) SEOUL, … ! ... ' " café \u0301 \u202e
    flew.\u0301\u0301 now.\u0323 )\u0301 U.S.\u0308 \x07 \ufeff
    /min. Flt. III Photo: Copyright 2023 \u1112\u1161\u11ab
"""
SPACES = st.sampled_from([" ", " ", " ", " ", "\n", "\n\n", "\t", "  ", "\r\n", "   ", "\u00a0", "\u2028", ""])
TEXTS = st.text() | st.lists(st.tuples(st.sampled_from(WORDS.split()), SPACES).map("".join), max_size=60).map("".join)

BROKEN = re.compile("[-\u2010-\u2015\u2212][ \t]*(?:\r\n|[\n\r])")
"""Where a compound may be broken: there, the sentence is without the line break that the text has."""


@pytest.mark.parametrize(
    "text", ["If i\u0301\u0301.\u0301\u0301t flew, it did. So.", "It flew (1)\u0301 The rest did. So."]
)
def test_no_sentence_begins_with_an_accent_of_the_one_before(text: str) -> None:
    found = read_text(text)
    check(text, found)
    assert not any(unicodedata.combining(sentence.text[0]) for sentence in found.sentences)


def check(text: str, found: Document) -> None:
    """Hold what is true of every text that was read."""
    sentences = [sentence for block in found.blocks for sentence in block.sentences]
    for block in found.blocks:
        assert block.sentences
        assert block.start <= block.sentences[0].start
        assert block.sentences[-1].end <= block.end
    for one, other in pairwise(sentences):
        assert one.end <= other.start
    for sentence in sentences:
        original = text[sentence.start : sentence.end]
        assert sentence.text
        assert canonical(sentence.text) == sentence.text
        assert sentence.sha256 == text_hash(sentence.text)
        assert 0 <= sentence.body < len(sentence.text)
        if not BROKEN.search(original):
            assert canonical(original) == sentence.text
            check_locator(original, sentence.sha256)
    borders = [0, *(place for sentence in sentences for place in (sentence.start, sentence.end)), len(text)]
    outside = "".join(text[start:end] for start, end in zip(borders[::2], borders[1::2], strict=True))
    assert all(char.isspace() or char in REMOVED for char in outside)
    assert [sentence.ordinal for sentence in found.sentences] == list(range(1, len(found.sentences) + 1))
    paragraphs = [0, *(sentence.paragraph for sentence in found.sentences)]
    assert all(after - before in (0, 1) for before, after in pairwise(paragraphs))


def check_locator(original: str, sha256: str) -> None:
    locator = locate(original)
    words = " ".join(unicodedata.normalize("NFC", original).split())
    assert locator.sha256 == sha256
    assert words.startswith(locator.starts)
    assert words.endswith(locator.ends)


@given(TEXTS)
@example("a\u200b\n\n\u200b\n\nb")
@example("“It is.” \u202eabc\u202c (Yes.) \x07")
def test_offsets_lead_back_and_all_that_is_no_space_is_in_one_sentence(text: str) -> None:
    check(text, read_text(text))


@settings(max_examples=50)
@given(TEXTS)
def test_so_it_is_where_a_paragraph_is_too_long_to_be_looked_at_together(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "LONGEST", 30)
        check(text, read_text(text))


@given(TEXTS)
def test_lines_are_the_articles_own_sentences(text: str) -> None:
    expected = [(s.paragraph, s.kind, s.start, s.end, s.text, s.body) for s in read_text(text).sentences]
    assert read_lines(text) == expected


@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read_text(text) == read_text(text)


UNITS = (
    *(
        "The ship sank. ",
        "the ship sank. ",
        "“It is. ",
        "(",
        ". (A",
        "A.) ",
        ".",
        ". ",
        '"',
        "\u200b",
        "a\u200b",
        "e\u0301",
        "|",
    ),
    *(
        "北",
        "北。",
        "a\tb\n",
        "• a\n",
        "a-\n",
        "a-\nb",
        "\u202e",
        "U.S. ",
        "1. A ",
        "A (B",
        "SEOUL, ",
        "a" * 50 + "\n",
        " ",
        "a@",
    ),
    *(
        "x   ",
        "\u00a0",
        "\r",
        "a\u2028",
        "© ",
        "By A",
        "\u0301" * 100 + "a",
        "a" + "\u0301" * 100 + "\u0323" * 100,
        "\x00",
    ),
)


@pytest.mark.parametrize("unit", UNITS)
def test_the_library_never_sees_more_than_so_much_at_once(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its time can grow with the square of a paragraph: so much at a time makes that linear in the whole."""
    seen: list[int] = []

    def counted(language: str, text: str) -> list[str]:
        seen.extend(map(len, text.split("\n\n")))
        pieces: list[str] = segment(language, text)
        return pieces

    segment = sentences.segment  # type: ignore[attr-defined]
    monkeypatch.setattr(sentences, "segment", counted)
    for size in (20_000, 40_000):
        seen.clear()
        text = unit * (size // len(unit))
        read_lines(text)
        assert max(seen, default=0) <= LONGEST
        # A sentence that a window cuts is looked at once more.
        assert sum(seen) <= 2 * len(text)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("A half \ud800 pair", "character 8 is half of a pair"),
        ("e" + "\u0301" * 300, "accents"),
        ("e" + "\u0301" * 150 + "\u200b" + "\u0323" * 150, "accents"),
    ],
)
def test_what_is_no_text_is_refused(text: str, complaint: str) -> None:
    for read in (read_text, read_lines):
        with pytest.raises(TextError, match=complaint):
            read(text)


@pytest.mark.parametrize("text", ["", " \n ", "\ufeff\u200b"])
def test_a_text_without_words_has_no_sentences(text: str) -> None:
    assert read_text(text).blocks == ()


def test_a_sentence_without_end_is_cut() -> None:
    found = read_text("word " * 20_000)
    assert len(found.blocks) == 1
    assert max(len(sentence.text) for sentence in found.sentences) <= LONGEST


ARTICLES = os.environ.get("MATERIEL_TEST_ARTICLES")
FIRST = "bloomberg-kim-jet-plant"


@pytest.fixture(scope="module")
def first_article() -> str:
    """Return the text of the first source of the seeds. It is not ours, and no part of the project."""
    if not ARTICLES:
        pytest.skip("MATERIEL_TEST_ARTICLES names no folder with the text of the first source")
    return next(Path(ARTICLES).glob(f"{FIRST}*.txt")).read_text(encoding="utf-8")


FIRST_FURNITURE = re.compile("Oops|Something went|Please try|Most Read|--With|\\(Updates|©")


def without_furniture(article: str) -> str:
    return "\n\n".join(line for line in article.splitlines() if line and not FIRST_FURNITURE.search(line))


@pytest.mark.parametrize("copy", ["as it came", "without furniture", "straight", "one line break", "page"])
def test_the_first_article_has_the_sentences_of_its_record(first_article: str, copy: str) -> None:
    record = tomllib.loads((seeds_dir() / "sources" / f"{FIRST}.toml").read_text(encoding="utf-8"))
    kinds: tuple[tuple[int, BlockKind], ...] = ()
    text = first_article if copy == "as it came" else without_furniture(first_article)
    if copy == "straight":
        text = text.translate(str.maketrans("“”’‘–—", "\"\"''--"))
    elif copy == "one line break":
        text = text.replace("\n\n", "\r\n")
    elif copy == "page":
        pytest.importorskip("trafilatura")
        title, *paragraphs = text.split("\n\n")
        inner = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        page = read_page(
            f"<html><body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{inner}</article></body></html>"
        )
        text, kinds = page.text, page.kinds
    found = read_text(text, kinds)
    expected = [(s["ordinal"], s["paragraph"], s.get("kind", "sentence"), s["sha256"]) for s in record["sentence"]]
    assert [(s.ordinal, s.paragraph, s.kind, s.sha256) for s in found.sentences] == expected
    assert source_hash(sentence.text for sentence in found.sentences) == record["sha256"]
