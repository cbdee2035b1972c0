"""A source record is made from an excerpt: located sentences, a known publisher, and nothing overwritten."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from materiel.errors import MaterielError, SeedError, TargetError, TextError
from materiel.reading.attachment import Found, Kept, hold
from materiel.reading.text import read_text
from materiel.seeds import excerpt
from materiel.seeds.excerpt import NewSource, new_source
from materiel.seeds.format import format_directories
from materiel.text.canonical import locate, text_hash
from materiel.text.whole_file import replace_file
from samples import SeedFolder

TEXT = """Plane is shown

The Test plane was shown on Monday. It is 10 m long, “a marvel” – so they say.

Crew: 2
Length: 10 m
Engines: 1
"""
ABOUT = {
    "title": "Plane is shown",
    "publisher": "acme-news",
    "url": "https://example.org/plane",
    "kind": "news article",
    "rights": "all rights reserved",
    "retrieved": date(2026, 11, 24),
    "scope": "excerpt",
}


def make(folder: SeedFolder, tmp_path: Path, text: str = TEXT, source_id: str = "plane-1", **keys: Any) -> NewSource:
    about = {**ABOUT, **keys.pop("about", {})}
    return new_source(folder.path, source_id, text, about, keep=tmp_path / "kept", **keys)


def files(*folders: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()}


def test_the_record_locates_every_sentence_and_copies_none(folder: SeedFolder, tmp_path: Path) -> None:
    made = make(folder, tmp_path)
    record = tomllib.loads(made.file.read_text())
    assert [(item["ordinal"], item["paragraph"], item.get("kind")) for item in record["sentence"]] == [
        (1, 1, "heading"),
        (2, 2, None),
        (3, 2, None),
        (4, 3, "table row"),
        (5, 4, "table row"),
        (6, 5, "table row"),
    ]
    words = "It is 10 m long, “a marvel” – so they say."
    assert record["sentence"][2]["sha256"] == text_hash(words)
    assert record["sentence"][2]["starts"] == locate(words).starts
    assert words not in made.file.read_text()
    assert (record["language"], record["scope"]) == ("en", "excerpt")


def test_the_record_is_sound_and_in_canonical_form(folder: SeedFolder, tmp_path: Path) -> None:
    made = make(folder, tmp_path)
    assert folder.problems() == []
    before = made.file.read_bytes()
    format_directories([folder.path], write=True)
    assert made.file.read_bytes() == before


def test_the_excerpt_is_kept_and_holds_what_the_record_locates(folder: SeedFolder, tmp_path: Path) -> None:
    made = make(folder, tmp_path)
    assert (made.kept.read_text(), made.kept.parent) == (TEXT, tmp_path / "kept")
    record = tomllib.loads(made.file.read_text())
    names = ("ordinal", "paragraph", "sha256", "starts", "ends")
    kept = [Kept(*(item[name] for name in names)) for item in record["sentence"]]
    found = hold(read_text(made.kept.read_text()), kept)
    assert {match.found for match in found} == {Found.exact}


def test_only_the_sentences_that_are_wanted_are_recorded(folder: SeedFolder, tmp_path: Path) -> None:
    whole = tomllib.loads(make(folder, tmp_path).file.read_text())
    some = tomllib.loads(make(folder, tmp_path, source_id="plane-2", wanted=[5, 2]).file.read_text())
    assert [item["ordinal"] for item in some["sentence"]] == [2, 5]
    assert some["sha256"] == whole["sha256"]


def test_a_new_publisher_is_written_among_the_agents(folder: SeedFolder, tmp_path: Path) -> None:
    agents = folder.path / "agents.toml"
    agents.write_text("# Who speaks.\n" + agents.read_text())
    make(
        folder,
        tmp_path,
        about={"publisher": "herald"},
        new_publisher={"name": "Herald", "kind": "publisher", "country": "Testland"},
    )
    written = tomllib.loads(agents.read_text())
    assert written["herald"] == {"name": "Herald", "kind": "publisher", "country": "Testland"}
    assert "acme-news" in written
    assert agents.read_text().startswith("# Who speaks.\n")
    assert folder.problems() == []


def test_agents_of_another_seed_folder_are_known(folder: SeedFolder, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    made = new_source(tmp_path / "mine", "plane-1", TEXT, ABOUT, keep=tmp_path / "kept", agents=[folder.path])
    assert made.file.is_file()
    assert not (tmp_path / "mine" / "agents.toml").exists()


def test_of_an_unknown_publisher_close_ones_are_offered(folder: SeedFolder, tmp_path: Path) -> None:
    with pytest.raises(SeedError, match=r"no agent has the id 'acme-new'; did you mean acme-news \(Acme news\)"):
        make(folder, tmp_path, about={"publisher": "acme-new"})


@pytest.mark.parametrize(
    ("keys", "error", "words"),
    [
        ({"source_id": "Plane 1"}, SeedError, "is no id"),
        ({"source_id": "../plane"}, SeedError, "is no id"),
        ({"text": "   \n"}, TextError, "no sentence"),
        ({"wanted": [2, 9]}, TextError, "no sentence 9"),
        ({"about": {"publisher": "nobody"}}, SeedError, "--new-publisher"),
        ({"about": {"kind": "rumour"}}, SeedError, "kind"),
        ({"about": {"published": "yesterday"}}, SeedError, "published"),
        ({"about": {"url": "example.org"}}, SeedError, "http"),
        ({"text": "12 34."}, TextError, "language"),
        ({"new_publisher": {"name": "Acme", "kind": "publisher"}}, SeedError, "already"),
        (
            {"about": {"publisher": "Herald"}, "new_publisher": {"name": "H", "kind": "publisher"}},
            SeedError,
            "is no id",
        ),
    ],
)
def test_what_cannot_be_recorded_is_refused_and_nothing_is_written(
    folder: SeedFolder, tmp_path: Path, keys: dict[str, Any], error: type[MaterielError], words: str
) -> None:
    before = files(tmp_path)
    with pytest.raises(error, match=words):
        make(folder, tmp_path, **keys)
    assert files(tmp_path) == before


def test_nothing_is_overwritten(folder: SeedFolder, tmp_path: Path) -> None:
    make(folder, tmp_path)
    before = files(tmp_path)
    with pytest.raises(TargetError, match="there is a source with this id already"):
        make(folder, tmp_path, "Another text, which is about the plane.")
    (folder.path / "sources" / "plane-1.toml").unlink()
    with pytest.raises(TargetError, match="another excerpt is kept under this id"):
        make(folder, tmp_path, "Another text, which is about the plane.")
    assert make(folder, tmp_path).file.read_bytes() == before[folder.path / "sources" / "plane-1.toml"]


def test_excerpts_do_not_go_into_the_seeds(folder: SeedFolder) -> None:
    with pytest.raises(TargetError, match="stay out of the seeds"):
        new_source(folder.path, "plane-1", TEXT, ABOUT, keep=folder.path / "kept")


def test_a_write_that_fails_leaves_all_as_it_was(
    folder: SeedFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(tmp_path)

    def full(path: Path, text: str) -> None:
        if path.name == "plane-1.toml":
            raise OSError(28, "No space left on device")
        replace_file(path, text)

    monkeypatch.setattr(excerpt, "replace_file", full)
    with pytest.raises(TargetError, match="No space left on device"):
        make(
            folder,
            tmp_path,
            about={"publisher": "herald"},
            new_publisher={"name": "Herald", "kind": "publisher"},
        )
    assert files(tmp_path) == before
