"""Articles are ingested once, however often that is tried, and whatever stops it."""

from __future__ import annotations

import json
import os
import shutil
import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import databases
import reported
from materiel.database.adding import adding
from materiel.database.location import Location, locate
from materiel.database.reader import Reader, open_reader
from materiel.library.contents import ContentsReader
from materiel.library.ingesting import IngestReport, ingest
from materiel.library.storing import Stored
from materiel.reading.designations import Designation, designations
from materiel.reading.document import Article
from materiel.seeds.load import load_directories
from materiel.text.canonical import canonical, text_hash

ENGINES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]
TABLES = {
    "article": "id",
    "article_sentence": "article_id, ordinal",
    "article_mention": "article_id, ordinal, start",
    "unmatched_designation": "article_id, token",
}
TEXT = "The Swift-1 flew over Testland.\n\nA KN-30 did not, but the Swift-1 and the Pike class were there."


@pytest.fixture(scope="module")
def server(specimen_folder: Path) -> Iterator[Location]:
    """Return a PostgreSQL database with the specimen, loaded once."""
    with databases.new_database() as url:
        load_directories(locate(url), [specimen_folder])
        yield locate(url)


@pytest.fixture
def file(specimen_copy: Path) -> Location:
    """Return a SQLite file with the specimen."""
    return Location(path=specimen_copy)


@pytest.fixture(params=ENGINES)
def place(request: pytest.FixtureRequest) -> Location:
    """Return a database with the specimen and without articles, on each engine."""
    location: Location = request.getfixturevalue("file" if request.param == "sqlite" else "server")
    empty(location)
    return location


def empty(place: Location) -> None:
    with adding(place) as connection:
        for table in reversed(TABLES):
            connection.exec_driver_sql(f"DELETE FROM {table}")


def run(place: Location, *paths: str | Path, **keys: Any) -> IngestReport:
    with open_reader(place) as reader:
        return ingest(reader, place, paths, lambda _step, _count: None, **keys)


def rows(place: Location, table: str, columns: str = "*") -> list[dict[str, Any]]:
    with open_reader(place) as reader:
        return reader.rows(f"SELECT {columns} FROM {table} ORDER BY {TABLES[table]}")


def everything(place: Location) -> dict[str, list[dict[str, Any]]]:
    return {table: rows(place, table) for table in TABLES}


def lines(path: Path, *records: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def test_an_article_is_stored_with_sentences_mentions_and_words_that_match_nothing(
    place: Location, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    report = run(place, tmp_path / "a.txt")
    assert report.articles == Counter({Stored.new: 1})
    assert (report.sentences, report.mentions, report.unmatched, report.refused) == (2, 3, 1, [])
    (article,) = rows(place, "article")
    assert article["id"] == article["file"] == str(tmp_path / "a.txt")
    assert article["same_as"] is None
    sentences = rows(place, "article_sentence")
    assert [(row["ordinal"], row["paragraph"], row["text"]) for row in sentences] == [(1, 1, None), (2, 2, None)]
    assert (sentences[0]["starts"], sentences[0]["ends"]) == ("The Swift-1", "over Testland.")
    assert article["sha256"] == text_hash(TEXT)
    assert [row["sha256"] for row in sentences] == [text_hash(TEXT[row["start"] : row["end"]]) for row in sentences]
    assert [(row["ordinal"], row["equipment_id"], row["name"]) for row in rows(place, "article_mention")] == [
        (1, "swift-1", "Swift-1"),
        (2, "swift-1", "Swift-1"),
        (2, "pike", "Pike class"),
    ]
    assert [(row["token"], row["times"]) for row in rows(place, "unmatched_designation")] == [("KN-30", 1)]


def test_ingesting_again_changes_nothing(place: Location, tmp_path: Path) -> None:
    records = [{"url": f"https://example.org/{n}", "text": f"{TEXT} It was on day {n}."} for n in range(3)]
    paths = [lines(tmp_path / "a.jsonl", *records, records[0] | {"url": "https://example.org/again"})]
    assert run(place, *paths).articles == Counter({Stored.new: 3, Stored.duplicate: 1})
    before = everything(place)
    content = place.path.read_bytes() if place.path else b""
    report = run(place, *paths)
    assert report.articles == Counter({Stored.unchanged: 3, Stored.duplicate: 1})
    assert (report.sentences, report.mentions) == (0, 0)
    assert everything(place) == before
    assert (place.path.read_bytes() if place.path else b"") == content


def test_a_changed_text_takes_the_place_of_the_old(place: Location, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    run(place, path)
    path.write_text("The Swift-2 flew.", encoding="utf-8")
    assert run(place, path).articles == Counter({Stored.changed: 1})
    assert [row["equipment_id"] for row in rows(place, "article_mention")] == ["swift-2"]
    assert len(rows(place, "article_sentence")) == 1
    assert rows(place, "unmatched_designation") == []


def test_other_names_are_a_reason_to_read_again(file: Location, tmp_path: Path, specimen_folder: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    run(file, path)
    with_more = Path(shutil.copytree(specimen_folder, tmp_path / "more"))
    record = (with_more / "equipment/aircraft/swift-1.toml").read_text(encoding="utf-8")
    (with_more / "equipment/aircraft/kn-30.toml").write_text(record.replace("Acme Swift-1", "KN-30"), encoding="utf-8")
    load_directories(file, [with_more])
    assert run(file, path).articles == Counter({Stored.changed: 1})
    assert {row["equipment_id"] for row in rows(file, "article_mention")} == {"swift-1", "pike", "kn-30"}
    assert rows(file, "unmatched_designation") == []


def test_a_load_leaves_the_articles_alone(place: Location, tmp_path: Path, specimen_folder: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    run(place, tmp_path / "a.txt")
    before = everything(place)
    load_directories(place, [specimen_folder])
    assert everything(place) == before


def test_the_same_text_at_two_addresses_is_one_article(place: Location, tmp_path: Path) -> None:
    curly = TEXT.replace("A KN-30", "A  KN\u201130")
    path = lines(tmp_path / "a.jsonl", {"url": "https://b.org", "text": TEXT}, {"url": "https://a.org", "text": curly})
    report = run(place, path)
    assert report.articles == Counter({Stored.new: 1, Stored.duplicate: 1})
    assert report.same == [("https://a.org", "https://b.org")]
    assert [(row["id"], row["same_as"]) for row in rows(place, "article")] == [
        ("https://a.org", "https://b.org"),
        ("https://b.org", None),
    ]
    assert {row["article_id"] for row in rows(place, "article_mention")} == {"https://b.org"}


def test_a_duplicate_keeps_the_text_when_the_first_changes(place: Location, tmp_path: Path) -> None:
    records = [{"url": f"https://{name}.org", "text": TEXT} for name in "abc"]
    run(place, lines(tmp_path / "a.jsonl", *records))
    mentions = rows(place, "article_mention", "equipment_id, ordinal, name")
    run(place, lines(tmp_path / "a.jsonl", {"url": "https://a.org", "text": "Nothing flew."}))
    assert [(row["id"], row["same_as"]) for row in rows(place, "article")] == [
        ("https://a.org", None),
        ("https://b.org", None),
        ("https://c.org", "https://b.org"),
    ]
    assert rows(place, "article_mention", "equipment_id, ordinal, name") == mentions
    assert {row["article_id"] for row in rows(place, "article_mention")} == {"https://b.org"}
    assert run(place, lines(tmp_path / "a.jsonl", *records)).articles[Stored.new] == 0
    assert {row["same_as"] for row in rows(place, "article")} == {None, "https://b.org"}


@pytest.mark.parametrize(
    ("rights", "keep_text", "kept"),
    [(None, False, False), (None, True, True), ("public domain", False, True), ("all rights reserved", False, False)],
)
def test_text_is_stored_only_where_the_rights_or_the_reader_allow(
    place: Location, tmp_path: Path, rights: str | None, keep_text: bool, kept: bool
) -> None:
    path = lines(tmp_path / "a.jsonl", {"url": "https://a.org", "text": TEXT, "rights": rights})
    run(place, path, keep_text=keep_text)
    assert [row["text"] is not None for row in rows(place, "article_sentence")] == [kept, kept]
    # What was allowed once stays.
    assert run(place, path).articles == Counter({Stored.unchanged: 1})
    assert [row["text"] is not None for row in rows(place, "article_sentence")] == [kept, kept]


def test_text_that_is_allowed_later_is_added(place: Location, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    run(place, tmp_path / "a.txt")
    assert run(place, tmp_path / "a.txt", keep_text=True).articles == Counter({Stored.changed: 1})
    texts = [row["text"] for row in rows(place, "article_sentence")]
    assert " ".join(texts) == canonical(TEXT)


def test_what_is_known_of_an_article_is_brought_up_to_date(place: Location, tmp_path: Path) -> None:
    record = {"id": "a", "text": TEXT, "publisher": "Acme"}
    run(place, lines(tmp_path / "a.jsonl", record))
    report = run(place, lines(tmp_path / "a.jsonl", record | {"publisher": "Beta", "published": "2024-05-01T10:00Z"}))
    assert report.articles == Counter({Stored.changed: 1})
    assert [(row["publisher"], row["published"]) for row in rows(place, "article")] == [("Beta", "2024-05-01")]


def test_an_id_of_two_articles_is_refused_and_the_first_stays(place: Location, tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"id": "1", "text": TEXT}, {"id": "1", "text": "The Swift-2 flew."})
    for _ in range(2):
        report = run(place, path)
        (problem,) = report.refused
        assert problem == f"{path}:2: its id '1' is that of {path}:1, which has another text"
        assert {row["equipment_id"] for row in rows(place, "article_mention")} == {"swift-1", "pike"}
    other = lines(tmp_path / "b.jsonl", {"id": "1", "text": "The Swift-2 flew."})
    assert len(run(place, other).refused) == 1


def test_articles_without_any_name_are_called_by_their_text(place: Location, tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"text": TEXT}, {"text": "The Swift-2 flew."})
    run(place, path)
    ids = [row["id"] for row in rows(place, "article")]
    lines(tmp_path / "a.jsonl", {"text": "Another one came before."}, {"text": TEXT}, {"text": "The Swift-2 flew."})
    assert run(place, path).articles[Stored.new] == 1
    assert set(ids) < {row["id"] for row in rows(place, "article")}


def test_an_article_from_a_pipe_is_called_by_its_text(file: Location, tmp_path: Path) -> None:
    for name in ("one", "other"):
        os.mkfifo(pipe := tmp_path / name)
        writer = threading.Thread(target=pipe.write_text, args=(TEXT,))
        writer.start()
        report = run(file, pipe)
        writer.join()
    assert report.articles == {Stored.changed: 1}
    assert [row["id"][:5] for row in rows(file, "article")] == ["text-"]


BAD = [
    ({"text": "a\0b"}, "holds zero characters"),
    ({"text": "a \ud800 b"}, "character 3 is half of a pair"),
    ({"text": "a", "title": "\ud800"}, '"title" holds half of a pair'),
    ({"text": "a", "published": "yesterday"}, "\"published\": 'yesterday' is no date"),
    ({"text": "a", "rights": "mine"}, "\"rights\" is 'mine', and not one of: "),
    ({"text": "Advertisement"}, "holds no sentence of an article"),
]


@pytest.mark.parametrize(("record", "complaint"), BAD, ids=[complaint for _, complaint in BAD])
def test_a_bad_article_is_refused_with_the_reason_and_the_rest_is_stored(
    file: Location, tmp_path: Path, record: dict[str, Any], complaint: str
) -> None:
    path = lines(tmp_path / "a.jsonl", {"text": TEXT}, record, {"text": "The Swift-2 flew."})
    report = run(file, path)
    (problem,) = report.refused
    assert problem.startswith(f"{path}:2: {complaint}")
    assert report.articles == Counter({Stored.new: 2})


def test_several_processes_store_the_same_as_one(place: Location, tmp_path: Path) -> None:
    records = [{"id": str(n), "text": f"{TEXT} It was on day {n % 50}."} for n in range(120)]
    path = lines(tmp_path / "a.jsonl", *records, {"text": "a\0b"}, {"text": "Advertisement"})
    one = run(place, path)
    before = everything(place)
    with open_reader(place) as reader:
        assert reader.rows("SELECT count(*) AS n FROM article WHERE same_as IS NOT NULL")[0]["n"] == 70
    empty(place)
    two = run(place, path, jobs=2)
    assert everything(place) == before
    assert two.document() == one.document()


@pytest.fixture(scope="module")
def read(specimen: str) -> Iterable[ContentsReader]:
    with open_reader(locate(specimen)) as reader:
        yield ContentsReader(designations(reader))


PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "The Swift-1 flew. ",
                "A KN-30. ",
                "\n\n",
                "  ",
                "\u200b",
                "\u202e",
                "é",
                "e\u0301",
                "“Swift\u20111” ",
                "\t",
            ]
        ),
        st.text(max_size=10),
    ),
    max_size=12,
).map("".join)


@given(PIECES)
def test_offsets_lead_back_to_the_text_as_it_came(read: ContentsReader, text: str) -> None:
    (contents,) = read([Article("a", text)])
    if isinstance(contents, str):
        return
    sentences = {sentence[0]: sentence for sentence in contents.sentences}
    for _, _, _, start, end, sha256, _, _, words in contents.sentences:
        assert text_hash(text[start:end]) == text_hash(words) == sha256
    for ordinal, start, _, end, name in contents.mentions:
        assert sentences[ordinal][8][start:end] == name
    assert contents.sha256 == text_hash(" ".join(sentence[8] for sentence in contents.sentences))


def test_a_name_is_found_through_signs_without_width_and_in_any_direction(read: ContentsReader) -> None:
    text = "The S\u200bwift\u2060-\u00ad1 \u202eflew\u202c over."
    (contents,) = read([Article("a", text)])
    assert not isinstance(contents, str)
    assert [mention[4] for mention in contents.mentions] == ["Swift-1"]


def test_a_sentence_without_words_is_not_kept_by_its_edges(read: ContentsReader) -> None:
    (contents,) = read([Article("a", "x" * 100_000)])
    assert not isinstance(contents, str)
    assert all(len(sentence[6]) <= 200 and len(sentence[7]) <= 200 for sentence in contents.sentences)


def test_a_name_of_several_systems_counts_as_known() -> None:
    dart = [Designation(f"dart-{n}", "Dart-1", "military", "munition", "model") for n in "ab"]
    (contents,) = ContentsReader(dart)([Article("a", "A Dart-1 was shown, and a Dart-2.")])
    assert not isinstance(contents, str)
    assert contents.mentions == []
    assert contents.unmatched == [("Dart-2", 1)]


def test_a_page_is_ingested_with_what_it_says_of_itself(file: Location, tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    (tmp_path / "boat.html").write_text(reported.page(), encoding="utf-8")
    run(file, tmp_path / "boat.html")
    (article,) = rows(file, "article")
    assert (article["id"], article["publisher"], article["published"]) == (
        *("https://example.org/boat", "Example News", "2023-09-15"),
    )


def test_nothing_is_lost_of_a_reader_that_is_open(place: Location, tmp_path: Path) -> None:
    """An open reader neither stops the store nor sees half of an article."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with open_reader(place) as reader:
        assert _count(reader) == 0
        run(place, tmp_path / "a.txt")
    with open_reader(place) as reader:
        assert _count(reader) == 3


def _count(reader: Reader) -> int:
    found: int = reader.rows("SELECT count(*) AS n FROM article_mention")[0]["n"]
    return found
