"""Release notes: Markdown in which everything from a source is text, and that fits a release on GitHub."""

from __future__ import annotations

import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from changed import change, compared, database
from editions import EDITS, TOGETHER, edition
from materiel.changes import notes as module
from materiel.changes.notes import notes

HOSTILE = (
    "](javascript:alert(1)) <img src=x> **bold** `code` | @someone #1 \\ \x1b[31m\u202e https://evil.example/"
    " www.evil.example\n# Heading"
)


class Page(HTMLParser):
    """What a page shows: its elements, the addresses of its links, and its text."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.links: list[str] = []
        self.text = ""
        self.feed(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the first edition."""
    folder = tmp_path_factory.mktemp("first")
    return database(edition(folder / "seeds"), folder / "first.sqlite")


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of an edition in which everything changed."""
    folder = tmp_path_factory.mktemp("later")
    return database(edition(folder / "seeds", TOGETHER), folder / "later.sqlite")


def lines(old: Path, new: Path) -> list[str]:
    return notes(compared(old, new)).splitlines()


def test_they_say_it_when_nothing_changed(first: Path) -> None:
    assert lines(first, first) == ["# What changed", "", f"Nothing changed from `{first}` to `{first}`."]


def test_a_value_is_told_with_both_receipts(first: Path, tmp_path: Path) -> None:
    new = database(edition(tmp_path / "seeds", ["another value, which is adopted"]), tmp_path / "new.sqlite")
    found = lines(first, new)
    start = found.index("## Adopted values")
    link = "https://example.org/page#:~:text=The%20plane%20is%2011.0%20m,crew%20of%203%2C000%2C%20Testland%20said."
    said = f"[Acme news, 2021-01, sentence 2](<{link}>): \u201c11.0 m\u201d, reported by Acme news \\> Testland"
    assert found[start + 2] == "- **changed** Plane, `length_m`: 11 m \u2192 12 m"
    assert found[start + 3].startswith(f"  - was: {said}; ")
    assert found[start + 4].startswith(f"  - is: {said}; ")


def test_what_one_sentence_says_is_one_entry(first: Path, tmp_path: Path) -> None:
    seeds = edition(tmp_path / "seeds", ["one source more"])
    file = seeds / "sources" / "three.toml"
    file.write_text(file.read_text().replace('length_m = "70 m"', 'length_m = "70 m"\ncrew = 50'), encoding="utf-8")
    found = lines(first, database(seeds, tmp_path / "new.sqlite"))
    assert "- **added** Boat, `crew`: 50, `length_m`: 70 m" in found


def test_every_edit_is_told(first: Path, tmp_path: Path) -> None:
    for edit, (_, expected) in EDITS.items():
        new = database(edition(tmp_path / edit, [edit]), tmp_path / f"{edit}.sqlite")
        found = lines(first, new)
        assert any(line.startswith("- **") for line in found) == bool(expected)
        headings = [line.removeprefix("## ") for line in found if line.startswith("## ")]
        named = {"Adopted values": "values"}
        assert {named.get(heading, heading.lower()) for heading in headings} == {
            line.split(":")[0] for line in expected
        }


def test_nothing_in_a_text_is_markup(first: Path, later: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(later, tmp_path / "hostile.sqlite"))
    plain = Page("\n".join(lines(first, later)))
    with_markup = {
        "agent": ("name",),
        "equipment": ("name", "description"),
        "source": ("title", "published"),
        "evidence": ("quote", "note"),
        "claim": ("value", "as_stated", "adoption"),
    }
    for table, columns in with_markup.items():
        for column in columns:
            change(path, f"UPDATE {table} SET {column} = '{HOSTILE}'")
    page = Page("\n".join(lines(first, path)))
    assert page.elements <= plain.elements
    assert all(link.startswith("https://example.org/") for link in page.links)
    assert "<img src=x> **bold** `code`" in page.text
    text = "\n".join(lines(first, path))
    assert "@someone" not in text
    assert "#1" not in text
    assert "https://evil" not in text
    assert "www.evil" not in text


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://example.org/> [x](y)", "https://example.org/a b<c>"])
def test_a_link_leads_to_a_page_or_nowhere(first: Path, later: Path, tmp_path: Path, url: str) -> None:
    path = Path(shutil.copy(later, tmp_path / "hostile.sqlite"))
    change(path, f"UPDATE source SET url = '{url}'")
    page = Page("\n".join(lines(first, path)))
    assert all(link == "#" or link.startswith("https://example.org/") for link in page.links)
    assert page.elements <= Page("\n".join(lines(first, later))).elements


def test_notes_that_are_too_long_say_what_is_left_out(
    first: Path, later: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = notes(compared(first, later))
    monkeypatch.setattr(module, "MOST_CHARACTERS", len(whole) // 2)
    short = notes(compared(first, later))
    assert len(short) <= len(whole) // 2
    shown = sum(line.startswith("- **") for line in short.splitlines())
    left_out = sum(line.startswith("- **") for line in whole.splitlines()) - shown
    assert f"{left_out} more changes are left out" in short
    assert "`materiel diff --format jsonl`" in short
