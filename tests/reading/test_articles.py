"""Articles as they come in: files, folders, standard input, pages, JSONL."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reported
from materiel.errors import ArticlesError
from materiel.reading.articles import read_articles
from materiel.reading.document import Article


def read(*paths: str | Path) -> tuple[list[Article], tuple[str, ...]]:
    """Return the articles, and what could not be used."""
    found: list[Article] = []
    try:
        # One by one: what came before the error counts.
        for article in read_articles(paths):
            found.append(article)  # noqa: PERF402
    except ArticlesError as error:
        return found, error.problems
    return found, ()


def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))


def lines(path: Path, records: Iterable[object]) -> Path:
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
    return path


def test_a_file_is_an_article(tmp_path: Path) -> None:
    path = tmp_path / "boat.txt"
    path.write_text(reported.clean(), encoding="utf-8")
    assert read(path) == ([Article(str(path), reported.clean())], ())


@pytest.mark.parametrize("name", ["boat.html", "boat.HTM", "boat.xhtml", "boat.txt", "boat"])
def test_a_page_is_known_by_its_ending_or_its_beginning(tmp_path: Path, name: str) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / name
    path.write_text(reported.page(), encoding="utf-8")
    (article,), problems = read(path)
    assert not problems
    assert (article.title, article.publisher) == (reported.TITLE, "Example News")
    assert (article.url, article.published) == ("https://example.org/boat", "2023-09-15")
    assert "Home" not in article.text


def test_a_page_in_utf_16_is_a_page(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / "boat"
    path.write_bytes(reported.page().encode("utf-16"))
    assert read(path)[0][0].title == reported.TITLE


def test_a_folder_is_read_whole_in_order_and_what_is_hidden_is_not(tmp_path: Path) -> None:
    names = ["b.txt", "a/z.txt", "a/b/c.txt", "a.txt", "c"]
    for name in [*names, ".hidden.txt", ".git/config"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"The boat {name} sank.", encoding="utf-8")
    found, problems = read(tmp_path)
    assert [str(Path(article.name).relative_to(tmp_path)) for article in found] == [
        *("a.txt", "b.txt", "c"),
        *("a/z.txt", "a/b/c.txt"),
    ]
    assert not problems


def test_what_cannot_be_used_is_told_at_the_end_and_the_rest_is_read(tmp_path: Path) -> None:
    files = {"a.txt": b"The boat sank.", "b.txt": b"", "c.pdf": b"%PDF-1.7", "d.bin": b"\0\1\2", "e.txt": b"It sank."}
    for name, data in {**files, "f.txt": "\ufeff\u200b ".encode()}.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "g.txt").symlink_to(tmp_path / "gone.txt")
    os.mkfifo(tmp_path / "h.txt")
    found, problems = read(tmp_path, tmp_path / "missing.txt")
    assert [Path(article.name).name for article in found] == ["a.txt", "e.txt"]
    assert list(problems) == [
        f"{tmp_path / 'b.txt'}: is empty",
        f"{tmp_path / 'c.pdf'}: is no text but a PDF file",
        f"{tmp_path / 'd.bin'}: is no text: it holds zero bytes",
        f"{tmp_path / 'f.txt'}: is empty",
        f"{tmp_path / 'g.txt'}: No such file or directory",
        f"{tmp_path / 'h.txt'}: is no file",
        f"{tmp_path / 'missing.txt'}: No such file or directory",
    ]


def test_what_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal is feigned: an administrator may read anything."""
    (tmp_path / "a.txt").write_text("The boat sank.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("It sank.", encoding="utf-8")
    read_bytes = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    found, problems = read(tmp_path)
    assert [article.text for article in found] == ["It sank."]
    assert problems == (f"{tmp_path / 'a.txt'}: Permission denied",)


def test_a_folder_that_leads_into_itself_ends(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "boat.txt").write_text("The boat sank.", encoding="utf-8")
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    assert len(read(tmp_path)[0]) == 1


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, "The boat “Star” sank.\nIt was raised.\n".encode())
    assert read("-") == ([Article("standard input", "The boat “Star” sank.\nIt was raised.\n")], ())


def test_nothing_on_standard_input_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, b"")
    assert read("-") == ([], ("standard input: is empty",))


def test_jsonl_on_standard_input_is_known_by_its_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, b'{"text": "One."}\n{"text": "Two."}\n')
    found, problems = read("-")
    assert [(article.name, article.text) for article in found] == [
        ("standard input:1", "One."),
        ("standard input:2", "Two."),
    ]
    assert not problems


def test_text_that_begins_with_a_brace_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, b"{The boat} sank.\nIt was raised.")
    assert [article.text for article in read("-")[0]] == ["{The boat} sank.\nIt was raised."]


def test_jsonl_has_an_article_a_line(tmp_path: Path) -> None:
    record = {
        "id": 7,
        "url": "https://example.org",
        "publisher": "p",
        "published": "2023",
        "title": "t",
        "text": "One.",
        "x": [],
    }
    path = lines(tmp_path / "a.jsonl", [record, {"text": "Two.", "id": None}])
    found, problems = read(path)
    assert found == [
        Article(f"{path}:1", "One.", "7", "https://example.org", "p", "2023", "t"),
        Article(f"{path}:2", "Two."),
    ]
    assert not problems


BAD_LINES = [
    (b"{", "is no JSON: Expecting property name"),
    (b"[" * 100_000, "is no JSON that can be read: it is nested too deeply"),
    (b'{"text": "a", "n": ' + b"1" * 5000 + b"}", "is no JSON that can be read: it has a number"),
    (b"NaN", 'is no JSON object with "text"'),
    (b"[1]", 'is no JSON object with "text"'),
    (b"{}", 'has no "text"'),
    (b'{"text": ""}', 'has no "text"'),
    (b'{"text": " \\u200b "}', 'has no "text"'),
    (b'{"text": 5}', 'has no "text"'),
    (b'{"text": "a", "url": ["b"]}', '"url" is no text'),
    (b'{"text": "a", "id": true}', '"id" is no text'),
    (b'{"text": "caf\xe9"}', "is not in UTF-8 (byte 14)"),
]


@pytest.mark.parametrize(("line", "complaint"), BAD_LINES, ids=[complaint for _, complaint in BAD_LINES])
def test_a_bad_line_is_named_and_the_rest_is_read(tmp_path: Path, line: bytes, complaint: str) -> None:
    path = tmp_path / "a.ndjson"
    path.write_bytes(b'\xef\xbb\xbf{"text": "One."}\r\n\r\n' + line + b'\n{"text": "Four."}')
    found, problems = read(path)
    assert [article.name for article in found] == [f"{path}:1", f"{path}:4"]
    (problem,) = problems
    assert problem.startswith(f"{path}:3: {complaint}")


def test_an_address_is_no_file() -> None:
    found, (problem,) = read("https://example.org/boat")
    assert not found
    assert problem.endswith("is an address: save the page, and give the file")


def test_jsonl_without_a_line_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b" \n\n")
    assert read(path) == ([], (f"{path}: is empty",))


@given(st.lists(st.binary(max_size=40)))
def test_any_line_is_an_article_or_a_problem(tmp_path_factory: pytest.TempPathFactory, data: list[bytes]) -> None:
    path = tmp_path_factory.mktemp("lines") / "a.jsonl"
    content = b"\n".join(line.replace(b"\n", b"") for line in data)
    path.write_bytes(content)
    found, problems = read(path)
    assert len(found) + len(problems) == max(1, sum(bool(line.strip()) for line in content.split(b"\n")))
    assert not any("\n" in problem for problem in problems)


def test_an_encoding_can_be_given(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("naïve".encode("cp1252"))
    assert [article.text for article in read_articles([path], encoding="cp1252")] == ["naïve"]
    assert "save it as UTF-8" in read(path)[1][0]
