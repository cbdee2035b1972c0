"""Seed folders are read, and all that is wrong is reported with file, record and key."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from materiel.errors import SeedError
from materiel.seeds.files import parse_toml, read_seeds, seed_files, seeds_digest
from materiel.seeds.rows import Problems
from materiel.text.printable import has_control
from samples import SeedFolder, minimal, says, sentence, source_table

STATED = says(claim={"crew": 2})


def test_everything_in_the_folder_is_read(folder: SeedFolder) -> None:
    problems = Problems()
    seeds = read_seeds([folder.path], problems)
    assert problems.lines == []
    assert set(seeds.known.agents) == {"acme-news", "testland"}
    assert seeds.known.categories["test aircraft"].kind == "aircraft"
    assert seeds.known.equipment["test-plane"][0] == "aircraft"
    [source] = seeds.sources
    assert source.id == "acme-1"
    assert Path(source.file).resolve() == (folder.path / "sources" / "acme-1.toml").resolve()
    assert [found.ordinal for found in source.record.sentence] == [1, 2]


def test_records_come_in_the_order_of_their_ids_however_they_were_written(folder: SeedFolder) -> None:
    for name in ("z-9", "b-1", "m-3"):
        folder.system("aircraft", f"{name}-plane")
        folder.source(f"{name}-page")
    seeds = read_seeds([folder.path], Problems())
    assert list(seeds.known.equipment) == sorted(seeds.known.equipment)
    sources = [source.id for source in seeds.sources]
    assert sources == sorted(sources)


def test_several_folders_make_one_set(folder: SeedFolder, tmp_path_factory: pytest.TempPathFactory) -> None:
    more = SeedFolder(tmp_path_factory.mktemp("more"))
    more.agent("acme-news")
    more.source("own-1", sentence("It has a crew of two.", STATED))
    problems = Problems()
    seeds = read_seeds([folder.path, more.path], problems)
    assert problems.lines == []
    assert [source.id for source in seeds.sources] == ["acme-1", "own-1"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("agents.toml", '[acme-news]\nname = "Other"\nkind = "publisher"\n'),
        ("categories.toml", '["test aircraft"]\nkind = "vehicle"\n'),
        ("sources/acme-1.toml", source_table()),
        ("equipment/aircraft/test-plane.toml", {"name": "T", "category": "test aircraft", "level": "model"}),
        ("equipment/vehicle/test-plane.toml", {"name": "T", "category": "test aircraft", "level": "model"}),
    ],
)
def test_two_records_with_one_id_are_refused(
    folder: SeedFolder, tmp_path_factory: pytest.TempPathFactory, name: str, content: str
) -> None:
    other = SeedFolder(tmp_path_factory.mktemp("other"))
    other.write(name, content)
    problems = Problems()
    read_seeds([folder.path, other.path], problems)
    [line] = problems.lines
    assert f"/{name}: " in line
    assert "there is another record with th" in line


def test_one_id_under_two_kinds_is_refused(folder: SeedFolder) -> None:
    folder.system("munition", "test-plane")
    [line] = folder.problems()
    assert line == "equipment/munition/test-plane.toml: there is another record with the id 'test-plane'"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"title = ", "is no TOML: "),
        (b"title = 'one'\ntitle = 'two'\n", "at line 2"),
        (b"[[sentence]\n", "at line 1"),
        (b"title = '\x00'", "is no TOML: "),
        ("title = 'Müller'".encode("latin-1"), "is not UTF-8 text"),
        (b"\xff\xfe", "is not UTF-8 text"),
        (b"a = " + b"[" * 5000, "is nested too deeply"),
        (b"a = " + b"1" * 5000, "digits"),
    ],
)
@pytest.mark.parametrize("name", ["sources/acme-2.toml", "categories.toml", "equipment/aircraft/test-2.toml"])
def test_a_file_that_is_no_toml_is_refused(folder: SeedFolder, name: str, content: bytes, reason: str) -> None:
    shutil.rmtree(folder.path / "equipment")
    shutil.rmtree(folder.path / "sources")
    folder.write(name, content)
    [line] = folder.problems()
    assert line.startswith(f"{name}: ")
    assert reason in line


@given(content=st.binary(max_size=40) | st.text("[]{}=.\"'\\ab1-:TZ_#\n ,", max_size=40).map(str.encode))
def test_any_bytes_are_a_table_or_refused(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(content)
    with suppress(ValueError):
        assert isinstance(parse_toml(path), dict)


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="cannot be read: "):
        parse_toml(tmp_path / "missing.toml")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("notes.txt", "is no seed file"),
        ("sources/acme-2.json", "is no seed file"),
        ("sources/old/acme-2.toml", "is no seed file"),
        ("equipment/test-2.toml", "is no seed file"),
        ("equipment/aircraft/old/test-2.toml", "is no seed file"),
        ("agent.toml", "is no seed file"),
        ("equipment/spaceship/test-2.toml", "'spaceship' is no kind of equipment: air_defence, aircraft, "),
        ("sources/Acme_2.toml", "'Acme_2' is no id"),
        ("equipment/aircraft/test plane.toml", "'test plane' is no id"),
    ],
)
def test_a_file_out_of_place_is_refused(folder: SeedFolder, name: str, reason: str) -> None:
    copied = "equipment/aircraft/test-plane.toml" if name.startswith("equipment") else "sources/acme-1.toml"
    folder.write(name, (folder.path / copied).read_bytes())
    [line] = folder.problems()
    assert line.startswith(f"{name}: ")
    assert reason in line


@pytest.mark.parametrize("name", ["README.md", "sources/README.md", ".hidden.toml", ".git/x", "__pycache__/x.pyc"])
def test_files_that_are_no_seeds_are_passed_over(folder: SeedFolder, name: str) -> None:
    files, digest = seed_files(folder.path), seeds_digest([folder.path])
    folder.write(name, b"\xff")
    assert seed_files(folder.path) == files
    assert seeds_digest([folder.path]) == digest
    assert folder.problems() == []


@pytest.mark.parametrize("name", ["missing", "agents.toml"])
def test_a_folder_that_is_none_is_refused(folder: SeedFolder, name: str) -> None:
    with pytest.raises(SeedError, match="is no directory"):
        read_seeds([folder.path / name], Problems())


def test_an_empty_folder_is_an_empty_set(tmp_path: Path) -> None:
    assert SeedFolder(tmp_path).problems() == []


@pytest.mark.parametrize(
    ("keys", "where"),
    [
        ({"claim": {"crew": True}}, "sentence 7, says 2, claim, crew, value"),
        ({"claim": {"crew": {"value": 2, "foo-bar": 1}}}, "sentence 7, says 2, claim, crew, foo-bar"),
        ({"firmness": "sure", "claim": {"crew": 2}}, "sentence 7, says 2, firmness"),
        ({"quote": "word " * 12 + "word", "claim": {"crew": 2}}, "sentence 7, says 2, quote"),
        ({"holding": {"operator": "testland", "quantity": -1}}, "sentence 7, says 2, holding 1, quantity"),
        ({"event": [{"type": "tested"}, {"type": "parked"}]}, "sentence 7, says 2, event 2, type"),
        ({}, "sentence 7, says 2"),
    ],
)
def test_a_place_is_named_as_people_name_it(folder: SeedFolder, keys: dict[str, object], where: str) -> None:
    bad = sentence("It is said.", STATED, says(**{"firmness": "asserted", **keys}), ordinal=7)  # type: ignore[arg-type]
    folder.source("acme-2", sentence("First."), bad)
    [line] = folder.problems()
    assert line.startswith(f"sources/acme-2.toml: {where}: ")


@pytest.mark.parametrize(
    ("entry", "where", "reason"),
    [
        ('"New Agent" = {name = "New", kind = "state"}', "New Agent", "is no id"),
        ("new = 5", "new", "is no table"),
        ('new = {name = "New"}', "new, kind", "is missing"),
        ('new = {name = "", kind = "state"}', "new, name", "is empty"),
        ('new = {name = "New", kind = "planet"}', "new, kind", "is not one of"),
    ],
)
def test_an_agent_that_is_wrong_is_named(folder: SeedFolder, entry: str, where: str, reason: str) -> None:
    path = folder.path / "agents.toml"
    folder.write("agents.toml", f"{entry}\n{path.read_text()}")
    [line] = folder.problems()
    assert line.startswith(f"agents.toml: {where}: ")
    assert reason in line


@pytest.mark.parametrize("name", ["", " ", "\x1b[31mfighter", "fighter\n"])
def test_a_category_has_a_name_that_can_be_shown(folder: SeedFolder, name: str) -> None:
    folder.category(name)
    [line] = folder.problems()
    assert line.startswith("categories.toml: ")


@pytest.mark.parametrize("key", ["\x1b[31mred", "two\nlines"])
def test_a_problem_is_one_line_that_can_be_shown(folder: SeedFolder, key: str) -> None:
    folder.source("acme-2", **{key: 1})
    folder.source("acme-3", sentence("It is said.", ordinal=key))
    folder.agent(key, kind=key)
    assert folder.problems()
    assert not any(has_control(line) for line in folder.problems())


def test_all_that_is_wrong_is_reported_in_one_run(folder: SeedFolder) -> None:
    folder.write("sources/broken.toml", "title = ")
    folder.write("notes.txt", "notes")
    folder.source("acme-2", sentence("It is said.", says("no-plane", claim={"crew": 2})), publisher="nobody")
    folder.source("acme-3", title="", kind="blog")
    folder.system("aircraft", "test-2", category="no category", level="toy")
    folder.system("aircraft", "test-3", category="no category", family="no-family")
    expected = (
        "notes.txt: is no seed file",
        "sources/broken.toml: is no TOML",
        "sources/acme-2.toml: publisher: ",
        "sources/acme-2.toml: sentence 1, says 1, about: ",
        "sources/acme-3.toml: title: ",
        "sources/acme-3.toml: kind: ",
        "equipment/aircraft/test-2.toml: level: ",
        "equipment/aircraft/test-3.toml: category: ",
        "equipment/aircraft/test-3.toml: family: ",
    )
    found = folder.problems()
    assert [place for place in expected if not any(line.startswith(place) for line in found)] == []
    assert len(found) == len(expected)


def test_the_digest_is_of_names_and_contents(folder: SeedFolder, tmp_path_factory: pytest.TempPathFactory) -> None:
    copy = minimal(tmp_path_factory.mktemp("copy"))
    digest = seeds_digest([folder.path])
    assert seeds_digest([copy.path]) == digest
    page = copy.path / "sources" / "acme-1.toml"
    moved = page.rename(page.with_name("acme-9.toml"))
    assert seeds_digest([copy.path]) != digest
    moved.rename(page)
    assert seeds_digest([copy.path]) == digest
    page.write_bytes(page.read_bytes() + b"\n")
    assert seeds_digest([copy.path]) != digest
