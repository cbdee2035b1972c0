"""A draft is a seed record: it passes the check of the seeds, or says at its head what has to be filled in."""

from __future__ import annotations

import textwrap
import tomllib
from pathlib import Path

import pytest

from materiel.database.location import Location
from materiel.database.reader import open_reader
from materiel.errors import TargetError, ValueFormatError
from materiel.reading.document import Article
from materiel.reading.drafts.dictionary import Dictionary, read_dictionary
from materiel.reading.drafts.explanation import explanation
from materiel.reading.drafts.files import check_given, write_drafts
from materiel.reading.drafts.record import draft
from materiel.reading.drafts.sources import Given, slug
from materiel.reading.text import read_text
from materiel.resources import seeds_dir
from materiel.seeds.convert import check_seeds
from materiel.text.canonical import QUOTE_WORDS, canonical, word_count

WHOLE = Given(
    "a-draft", "A title", "bloomberg", "https://example.org/a", "2023-09-15", "en", "news article",
    "all rights reserved", "2026-11-24",
)  # fmt: skip

TEXTS = {
    "a report": (
        "Kaldea looks at fighters\n\n"
        "“Among the transports are some An-2 Colt biplanes, which carry 10 passengers and have one engine,” the report"
        " said. The Su-57 has a wingspan of 46 ft 3 in, according to a brochure. It may reach Mach 2, an official"
        " said.\n\n"
        "Russia sold 24 Su-35s to China in 2015, TASS reported."
    ),
    "a sheet": "Su-35\n\nLength | 21.9 m\nWingspan | 15.3 m\nCrew | 1\nMax. speed: 2,500 km/h (1,553 mph)\n",
    "a chain": (
        "The Su-57 will be delivered in 2028, Dmitry Peskov said, according to Interfax.\n\n"
        "Experts believe the MiG-29 has a range of more than 1,430 km."
    ),
    "strange signs": (
        "The Su-57 \u202eis\x07 new. The “Su-35” is 21.9\u00a0m long — said\u2026 'X'."
        ' """ = [[says]] \\\\ The Su-57 is 20 m long.'
    ),
}


@pytest.fixture(scope="module")
def seeds_dictionary(packaged_database: Path) -> Dictionary:
    with open_reader(Location(path=packaged_database)) as reader:
        return read_dictionary(reader)


@pytest.mark.parametrize("name", TEXTS)
def test_a_draft_passes_the_check_of_the_seeds(name: str, seeds_dictionary: Dictionary, tmp_path: Path) -> None:
    made = draft(Article("a", TEXTS[name]), WHOLE, seeds_dictionary)
    write_drafts(tmp_path, [made], force=False)
    before = check_seeds([seeds_dir()])
    after = check_seeds([seeds_dir(), tmp_path])
    assert after.sources == before.sources + 1
    assert after.statements > before.statements


def test_lines_of_a_width_change_nothing(dictionary: Dictionary) -> None:
    text = "The Su-35 is new, and it is 21.9 m long. It has a crew of one, and it reaches 2,500 km/h, Bo Ek said."
    wrapped = textwrap.fill(text, 45)
    assert "\n" in wrapped
    assert draft(Article("a", wrapped), WHOLE, dictionary).text == draft(Article("a", text), WHOLE, dictionary).text


def test_another_language_and_a_text_without_a_system_are_told(dictionary: Dictionary) -> None:
    russian = "Истребитель Su-35 имеет длину 21,9 м, и это не новый самолёт, сообщило министерство обороны."
    text = draft(Article("a", russian), WHOLE, dictionary).text
    assert "# The text is in 'ru'" in text
    assert 'of = "su-35"' in text
    assert "# No sentence names a system" in draft(Article("a", "It rained."), WHOLE, dictionary).text
    assert "# No sentence" not in text


def test_control_characters_are_told_where_a_sentence_says_something(dictionary: Dictionary) -> None:
    made = draft(Article("a", "It\x07 rained. The Su-35\x1b[31m is 21.9 m long."), WHOLE, dictionary)
    assert [line for line in made.missing if "control" in line] == [
        "sentence 2: is left out, it holds control characters"
    ]


def test_what_is_missing_stands_at_the_head(dictionary: Dictionary) -> None:
    made = draft(
        Article("a", 'The Su-35 is new, the minister said. "It is 21.9 m long," Bo Ek said.'), Given(), dictionary
    )
    head = made.text.split("\n\n")[0]
    assert head.startswith("# ")
    for key in ("publisher", "url", "kind", "rights", "retrieved"):
        assert f"#   {key}: " in head
    assert "'Bo Ek'" in head
    record = tomllib.loads(made.text)
    assert "publisher" not in record
    assert all("from" not in says for sentence in record["sentence"] for says in sentence.get("says", ()))


def test_known_speakers_become_agents_and_the_publisher_is_none(dictionary: Dictionary) -> None:
    text = (
        "The MiG-29 has a crew of one, the US Defense Intelligence Agency said in a report."
        " It has a range of 1,430 km, the report said. It is 17.3 m long, Acme News reported."
    )
    record = tomllib.loads(draft(Article("a", text, publisher="Acme News"), Given(), dictionary).text)
    links = [says.get("from") for sentence in record["sentence"] for says in sentence["says"]]
    link = {"agent": "us-dia", "role": "quoted document", "words": "indirect"}
    assert record["publisher"] == "acme-news"
    assert links == [[link], [link], None]
    assert record["sentence"][1]["says"][0]["needs"] == [1]


def test_sentences_are_located_and_quotes_are_short(seeds_dictionary: Dictionary) -> None:
    for text in TEXTS.values():
        made = draft(Article("a", text), WHOLE, seeds_dictionary)
        sentences = {sentence.ordinal: sentence for sentence in read_text(text).sentences}
        for record in tomllib.loads(made.text)["sentence"]:
            sentence = sentences[record["ordinal"]]
            assert record["sha256"] == sentence.sha256
            assert "text" not in record
            for says in record.get("says", ()):
                assert word_count(says["quote"]) <= QUOTE_WORDS
                assert canonical(says["quote"]) in sentence.text


def test_the_rule_behind_each_statement_is_told(dictionary: Dictionary) -> None:
    rows = explanation(
        draft(Article("a", "The Su-35 has a range of 3,400 km, he said. It is 21.9 m long."), Given(), dictionary)
    )
    assert [row["value"] for row in rows] == ["range_km = 3,400 km", "length_m = 21.9 m"]
    assert all(row["rule"] for row in rows)
    assert (rows[0]["speakers"], rows[0]["firmness"], rows[1]["needs"]) == (["he"], "reported", [1])


def test_a_file_that_is_there_is_kept(dictionary: Dictionary, tmp_path: Path) -> None:
    made = draft(Article("a", "The Su-35 is 21.9 m long."), WHOLE, dictionary)
    (path,) = write_drafts(tmp_path, [made], force=False)
    path.write_text("mine")
    with pytest.raises(TargetError, match="is there already"):
        write_drafts(tmp_path, [made], force=False)
    assert path.read_text() == "mine"
    write_drafts(tmp_path, [made], force=True)
    assert path.read_text() == made.text
    assert [found.name for found in path.parent.iterdir()] == ["a-draft.toml"]


def test_two_articles_with_one_id_are_refused_before_anything_is_written(
    dictionary: Dictionary, tmp_path: Path
) -> None:
    made = draft(Article("a", "The Su-35 is 21.9 m long."), WHOLE, dictionary)
    with pytest.raises(TargetError, match="several articles"):
        write_drafts(tmp_path, [made, made], force=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "given",
    [
        Given(source_id="No Id"),
        Given(url="example.org"),
        Given(kind="rumour"),
        Given(rights="none"),
        Given(published="yesterday"),
        Given(retrieved="2026"),
    ],
)
def test_what_a_record_cannot_hold_is_refused(given: Given) -> None:
    with pytest.raises(ValueFormatError):
        check_given(given)


def test_an_id_is_made_of_any_title() -> None:
    assert slug("Kim's “Su-57”: 3 facts!") == "kim-s-su-57-3-facts"
    assert slug("…") == "draft"
