"""Seed files in canonical form: one order, one spacing, nothing lost."""

from __future__ import annotations

import tomllib

import pytest

from materiel.errors import SeedError
from materiel.resources import seeds_dir
from materiel.seeds.format import format_directories
from materiel.text.canonical import locate
from samples import SeedFolder, says, sentence, source_table


def test_formatting_twice_changes_nothing(folder: SeedFolder) -> None:
    format_directories([folder.path], write=True)
    assert format_directories([folder.path], write=True) == []


def test_formatting_keeps_every_value(folder: SeedFolder) -> None:
    before = {path: tomllib.loads(path.read_text()) for path in folder.path.rglob("*.toml")}
    assert format_directories([folder.path], write=True)
    assert {path: tomllib.loads(path.read_text()) for path in before} == before


def test_checking_writes_nothing(folder: SeedFolder) -> None:
    before = {path: path.read_bytes() for path in folder.path.rglob("*.toml")}
    assert format_directories([folder.path], write=False)
    assert {path: path.read_bytes() for path in before} == before


def test_our_own_seeds_are_in_canonical_form() -> None:
    assert format_directories([seeds_dir()], write=False) == []


def test_a_sentence_that_is_written_out_becomes_its_locator(folder: SeedFolder) -> None:
    words = "The Test plane, of which four stand here, has a crew of two."
    record = source_table({"ordinal": 1, "paragraph": 1, "text": words, "says": [says(claim={"crew": 2})]})
    path = folder.write("sources/acme-3.toml", record)
    format_directories([folder.path], write=True)
    written = tomllib.loads(path.read_text())["sentence"][0]
    found = locate(words)
    assert (written["sha256"], written["starts"], written["ends"]) == (found.sha256, found.starts, found.ends)
    assert words not in path.read_text()


def test_decisions_of_the_editor_stay(folder: SeedFolder) -> None:
    decision = {"property": "crew", "source": "acme-1", "sentence": 1, "reason": "It is."}
    path = folder.system("aircraft", "test-plane", adopt=[decision], unflag=[decision])
    format_directories([folder.path], write=True)
    found = tomllib.loads(path.read_text())
    assert found["adopt"] == found["unflag"] == [decision]


def test_a_text_in_the_public_domain_stays(folder: SeedFolder) -> None:
    words = "The Test plane has a crew of two."
    record = source_table(sentence(words, says(claim={"crew": 2}), whole=True), rights="public domain")
    path = folder.write("sources/acme-3.toml", record)
    format_directories([folder.path], write=True)
    assert words in path.read_text()


def test_a_comment_at_the_head_stays(folder: SeedFolder) -> None:
    path = folder.path / "agents.toml"
    path.write_text("# Who speaks.\n" + path.read_text())
    format_directories([folder.path], write=True)
    assert path.read_text().startswith("# Who speaks.\n\n[")


def test_a_comment_that_would_be_lost_is_refused_before_anything_is_written(folder: SeedFolder) -> None:
    path = folder.path / "agents.toml"
    path.write_text(path.read_text() + "\n# lost\n")
    before = {found: found.read_bytes() for found in folder.path.rglob("*.toml")}
    with pytest.raises(SeedError, match="note"):
        format_directories([folder.path], write=True)
    assert {found: found.read_bytes() for found in before} == before


def test_sentences_stand_in_their_order(folder: SeedFolder) -> None:
    first, second = (sentence(f"This is number {n} of two.").table(n) for n in (1, 2))
    path = folder.write("sources/acme-3.toml", source_table(second, first))
    format_directories([folder.path], write=True)
    ordinals = [found["ordinal"] for found in tomllib.loads(path.read_text())["sentence"]]
    assert ordinals == [1, 2]


def test_pruning_drops_the_sentences_that_nothing_is_cited_from(folder: SeedFolder) -> None:
    path = folder.source(
        "acme-3",
        sentence("It stood in a hall."),
        sentence("Nothing is cited from this."),
        sentence("The Test plane was there.", mention=[{"of": "test-plane", "as": "Test plane", "at": 4}]),
        sentence("Its length is 10 m.", says(quote="10 m", needs=[1], claim={"length_m": "10 m"})),
    )
    format_directories([folder.path], write=True)
    assert len(tomllib.loads(path.read_text())["sentence"]) == 4
    format_directories([folder.path], write=True, prune=True)
    assert [item["ordinal"] for item in tomllib.loads(path.read_text())["sentence"]] == [1, 3, 4]
    assert folder.problems() == []


def test_pruning_leaves_a_source_that_was_read_whole(folder: SeedFolder) -> None:
    path = folder.source("acme-3", sentence("It stood in a hall."), sentence("Nobody came."), scope="whole")
    format_directories([folder.path], write=True, prune=True)
    assert len(tomllib.loads(path.read_text())["sentence"]) == 2
