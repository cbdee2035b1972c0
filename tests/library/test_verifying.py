"""Many copies are held against their sources at once: which is whose, what is reported, and that nothing is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from materiel.database.location import Location
from materiel.database.reader import open_reader
from materiel.errors import ArticlesError, ConditionError, CopyError, NotInDatabaseError
from materiel.library.copies import Copy
from materiel.library.verifying import Verification, verify
from materiel.seeds.load import load_directories
from samples import SeedFolder, says, sentence

PLANES = [
    "The Test plane has a crew of 2.",
    "It was “first flown” in 1977 – not in 1978.",
    "Nobody has said how many of them were built.",
]
BOATS = ["The boat dives to 300 m.", "It carries 6 torpedoes.", "Its crew eats well."]
ADDRESS = "https://example.org/boats"


@pytest.fixture
def database(tmp_path: Path) -> Location:
    """Return a database with two sources, planes and boats, of three sentences each."""
    folder = SeedFolder(tmp_path / "seeds")
    folder.agent("acme-news")
    folder.system("aircraft", "test-plane")
    folder.source(
        "planes",
        sentence(PLANES[0], says(quote="a crew of 2", claim={"crew": 2})),
        *map(sentence, PLANES[1:]),
    )
    folder.source("boats", *map(sentence, BOATS), url=ADDRESS)
    location = Location(path=tmp_path / "a.sqlite")
    load_directories(location, [folder.path])
    return location


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    """Return an empty folder for copies."""
    (tmp_path / "copies").mkdir()
    return tmp_path / "copies"


def verified(database: Location, path: Path, *sources: str, every: bool = False) -> Verification:
    with open_reader(database) as reader:
        return verify(reader, path, sources, lambda _step, _count: None, every=every)


def one(database: Location, path: Path, *sources: str) -> Copy:
    (copy,) = verified(database, path, *sources).copies
    return copy


def write(folder: Path, name: str, *sentences: str) -> Path:
    path = folder / name
    path.write_text("\n\n".join(sentences), encoding="utf-8")
    return path


def test_a_copy_is_told_by_the_sentences_that_it_has(database: Location, copies: Path) -> None:
    write(copies, "a.txt", "An article about the weather is in the way.")
    write(copies, "b.txt", PLANES[0], "It is only quoted here.")
    whole = write(copies, "c.txt", *PLANES)
    copy = one(database, copies)
    assert (copy.source.id, copy.file) == ("planes", str(whole))
    assert copy.stands


def test_a_file_that_is_named_after_a_source_is_its_copy(database: Location, copies: Path) -> None:
    write(copies, "a.txt", *BOATS)
    named = write(copies, "boats.txt", BOATS[0])
    copy = one(database, copies)
    assert copy.file == str(named)
    assert not copy.stands


@pytest.mark.parametrize("key", [{"id": "boats"}, {"url": ADDRESS}])
def test_a_record_with_the_id_or_address_of_a_source_is_its_copy(
    database: Location, copies: Path, key: dict[str, str]
) -> None:
    records = [{"text": "Nothing but the weather."}, {**key, "text": BOATS[2]}, {"text": " ".join(BOATS)}]
    (copies / "all.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    copy = one(database, copies)
    assert (copy.source.id, copy.file) == ("boats", f"{copies / 'all.jsonl'}:2")


def test_one_file_can_hold_copies_of_several_sources(database: Location, copies: Path) -> None:
    write(copies, "both.txt", *PLANES, *BOATS)
    found = verified(database, copies).copies
    assert [copy.source.id for copy in found] == ["boats", "planes"]
    assert all(copy.stands for copy in found)


def test_page_furniture_quotes_dashes_and_line_breaks_do_not_matter(database: Location, copies: Path) -> None:
    text = "\r\n".join(["Home", "Share this article", *PLANES, "Read more:", "© 2026 Acme News. All rights reserved."])
    plain = text.translate(str.maketrans("“”–", '""-'))
    for name, content in (("curly", text), ("straight", plain)):
        (copies / "planes.txt").write_text(content, encoding="utf-8")
        assert one(database, copies).stands, name


@pytest.mark.parametrize(
    "lookalike",
    [
        "The Test plane has a crew of 3.",
        "The Test plane has a crew of 22.",
        "The Test plane does not have a crew of 2.",
        "The Best plane has crew of 2.",
    ],
)
def test_a_lookalike_is_missing(database: Location, copies: Path, lookalike: str) -> None:
    write(copies, "planes.txt", lookalike, *PLANES[1:])
    copy = one(database, copies)
    assert [match.found for match in copy.matches] == ["missing", "exact", "exact"]
    assert not copy.stands


def test_all_asks_for_a_copy_of_every_source(database: Location, copies: Path) -> None:
    write(copies, "planes.txt", *PLANES)
    found = verified(database, copies, every=True).copies
    assert [(copy.source.id, copy.stands) for copy in found] == [("boats", False), ("planes", True)]
    assert found[0].file is None
    assert [copy.source.id for copy in verified(database, copies, "planes").copies] == ["planes"]


def test_what_cannot_be_read_is_told_and_the_rest_is_verified(database: Location, copies: Path) -> None:
    (copies / "a.txt").write_bytes(b"\x7fELF\x00\x01")
    write(copies, "planes.txt", *PLANES)
    found = verified(database, copies)
    assert [copy.source.id for copy in found.copies] == ["planes"]
    assert len(found.problems) == 1
    assert "a.txt" in found.problems[0]


def test_nothing_to_verify_is_an_error(database: Location, copies: Path) -> None:
    with pytest.raises(CopyError, match="holds no copy of any source"):
        verified(database, copies)
    with pytest.raises(CopyError, match="holds no copy of boats"):
        verified(database, copies, "boats")
    with pytest.raises(ArticlesError, match="No such file"):
        verified(database, copies / "nowhere")
    with pytest.raises(NotInDatabaseError, match="did you mean boats"):
        verified(database, copies, "boat")
    with pytest.raises(ConditionError, match="--all"):
        verified(database, copies, "boats", every=True)


def test_nothing_is_written(database: Location, copies: Path) -> None:
    write(copies, "planes.txt", *PLANES)
    assert database.path is not None
    before = database.path.read_bytes()
    verified(database, copies)
    assert database.path.read_bytes() == before
    assert [path.name for path in copies.iterdir()] == ["planes.txt"]
