"""A copy of a source is kept in the reader's own database, shown from then on, and handed on to nobody unasked."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from exporting import exported
from materiel.catalog.cite import cite
from materiel.catalog.sheet import sheet
from materiel.catalog.sources import source
from materiel.database import engine
from materiel.database.location import Location
from materiel.database.reader import open_reader
from materiel.errors import ArticlesError, CopyError, DatabaseError, ExportError, NotInDatabaseError
from materiel.export.formats import FORMATS, Options
from materiel.export.tables import Level
from materiel.library.attaching import attach, detach
from materiel.library.copies import Copy
from materiel.reading.attachment import Found
from materiel.seeds.load import load_directories
from samples import SeedFolder, says, sentence

FIRST = "A plane for tests was shown on Monday."
SECOND = "The Test plane is 10 m long, a spokesman of Testland said."
CHANGED = "On Tuesday a spokesman of Testland said: the new Test plane is 10 m long."
RUSSIAN = "Самолёт показали в понедельник на аэродроме, сообщили вчера в министерстве обороны страны."
WITH_COPIES = Options(with_attached_text_i_may_redistribute=True)


@pytest.fixture
def loaded(location: Location, folder: SeedFolder) -> Location:
    """Return a database with the source acme-1, whose sentences are those above."""
    load_directories(location, [folder.path])
    return location


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file with a copy of the source acme-1."""
    path = tmp_path / "my copy.txt"
    path.write_text(f"{FIRST} {SECOND}", encoding="utf-8")
    return path


@pytest.fixture
def database(tmp_path: Path, folder: SeedFolder) -> Location:
    """Return the same in a SQLite file, for what does not depend on the engine."""
    location = Location(path=tmp_path / "a.sqlite")
    load_directories(location, [folder.path])
    return location


def attached(location: Location, path: Path, source_id: str = "acme-1") -> Copy:
    with open_reader(location) as reader:
        return attach(reader, location, source_id, path, lambda _step, _count: None).copy


def detached(location: Location, source_id: str = "acme-1") -> None:
    with open_reader(location) as reader:
        detach(reader, location, source_id)


def texts(location: Location, source_id: str = "acme-1") -> list[tuple[str | None, str | None]]:
    with open_reader(location) as reader:
        return [(row["attached"], row["attached_text"]) for row in source(reader, source_id)["sentences"]]


def test_the_text_of_a_copy_is_shown_from_then_on(loaded: Location, file: Path) -> None:
    assert texts(loaded) == [(None, None), (None, None)]
    copy = attached(loaded, file)
    assert copy.counts == {Found.exact: 2, Found.moved: 0, Found.changed: 0, Found.missing: 0}
    assert texts(loaded) == [("exact", FIRST), ("exact", SECOND)]
    with open_reader(loaded) as reader:
        assert source(reader, "acme-1")["attachment"]["file"] == "my copy.txt"
        (statement,) = cite(reader, "test-plane")["statements"]
        (receipt,) = sheet(reader, "test-plane")["receipts"]
    for found in (statement, receipt):
        assert (found["attached"], found["attached_text"]) == ("exact", SECOND)
        assert found["sentence_text"] is None


def test_what_has_changed_is_kept_as_changed_and_what_is_missing_is_named(loaded: Location, file: Path) -> None:
    file.write_text(f"Something else comes first here. {CHANGED}", encoding="utf-8")
    copy = attached(loaded, file)
    assert [match.found for match in copy.matches] == [Found.missing, Found.changed]
    assert texts(loaded) == [("missing", None), ("changed", CHANGED)]


def test_attaching_again_replaces_the_copy(loaded: Location, file: Path) -> None:
    attached(loaded, file)
    attached(loaded, file)
    file.write_text(SECOND, encoding="utf-8")
    attached(loaded, file)
    assert texts(loaded) == [("missing", None), ("moved", SECOND)]


def test_a_copy_is_removed(loaded: Location, file: Path) -> None:
    attached(loaded, file)
    detached(loaded)
    assert texts(loaded) == [(None, None), (None, None)]
    with pytest.raises(CopyError, match="no copy is attached"):
        detached(loaded)
    with pytest.raises(NotInDatabaseError, match="did you mean acme-1"):
        detached(loaded, "acme-11")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("It is about the weather, and about nothing else at all.", "is no copy of acme-1: none of its 2 sentences"),
        (" ".join([RUSSIAN] * 3), "it is in 'ru', the source in 'en'"),
    ],
)
def test_a_copy_of_another_article_is_refused_and_the_one_before_stays(
    loaded: Location, file: Path, content: str, complaint: str
) -> None:
    attached(loaded, file)
    other = file.with_name("other.txt")
    other.write_text(content, encoding="utf-8")
    with pytest.raises(CopyError, match=complaint):
        attached(loaded, other)
    assert texts(loaded) == [("exact", FIRST), ("exact", SECOND)]


@pytest.mark.parametrize(("content", "complaint"), [(b"", "is empty"), (b"\x7fELF\x00\x01\x02", "is no text")])
def test_a_file_that_is_no_text_is_refused(loaded: Location, file: Path, content: bytes, complaint: str) -> None:
    file.write_bytes(content)
    with pytest.raises(ArticlesError, match=complaint):
        attached(loaded, file)
    with pytest.raises(ArticlesError, match="No such file"):
        attached(loaded, file.with_name("nowhere.txt"))


def test_of_several_articles_the_best_copy_is_taken_and_what_cannot_be_read_is_told(
    loaded: Location, file: Path
) -> None:
    (folder := file.with_name("copies")).mkdir()
    (folder / "a.txt").write_text(f"It is about the weather. {FIRST}", encoding="utf-8")
    (folder / "b.txt").write_bytes(b"\0")
    best = file.rename(folder / "c.txt")
    with open_reader(loaded) as reader:
        copy, problems = attach(reader, loaded, "acme-1", folder, lambda _step, _count: None)
    assert copy.file == str(best)
    assert problems == [f"{folder / 'b.txt'}: is no text: it holds zero bytes"]
    assert texts(loaded) == [("exact", FIRST), ("exact", SECOND)]


def test_a_folder_without_an_article_is_refused(loaded: Location, tmp_path: Path) -> None:
    (folder := tmp_path / "no copies").mkdir()
    with pytest.raises(ArticlesError, match="no copies: holds no article"):
        attached(loaded, folder)


def test_a_source_is_named_by_its_id(loaded: Location, file: Path) -> None:
    with pytest.raises(NotInDatabaseError, match="did you mean acme-1"):
        attached(loaded, file, "acme-11")


def test_a_source_without_sentences_has_nothing_to_look_for(location: Location, folder: SeedFolder, file: Path) -> None:
    folder.source("acme-3")
    load_directories(location, [folder.path])
    with pytest.raises(CopyError, match="no sentence"):
        attached(location, file, "acme-3")


def test_a_load_keeps_the_copy_and_gives_no_sentence_the_text_of_another(
    loaded: Location, folder: SeedFolder, file: Path
) -> None:
    attached(loaded, file)
    digest = load_directories(loaded, [folder.path]).digest
    assert texts(loaded) == [("exact", FIRST), ("exact", SECOND)]
    detached(loaded)
    assert load_directories(loaded, [folder.path]).digest == digest
    attached(loaded, file)
    folder.source("acme-1", sentence(FIRST, says(claim={"length_m": "9 m"})), sentence("It is another sentence now."))
    load_directories(loaded, [folder.path])
    assert texts(loaded) == [("exact", FIRST), (None, None)]


def test_the_copy_of_a_source_that_is_gone_is_removed_too(loaded: Location, folder: SeedFolder, file: Path) -> None:
    attached(loaded, file)
    (folder.path / "sources" / "acme-1.toml").unlink()
    load_directories(loaded, [folder.path])
    detached(loaded)
    with pytest.raises(NotInDatabaseError):
        detached(loaded)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("level", Level)
def test_no_export_changes_by_a_copy(database: Location, file: Path, tmp_path: Path, name: str, level: Level) -> None:
    before = exported(database, name, tmp_path / "export", level)
    kept = tmp_path / "kept"
    before.rename(kept)
    attached(database, file)
    after = exported(database, name, tmp_path / "export", level)
    assert contents(after) == contents(kept)


def contents(path: Path) -> dict[str, bytes]:
    files = [path] if path.is_file() else sorted(found for found in path.rglob("*") if found.is_file())
    return {str(found.relative_to(path)): found.read_bytes() for found in files}


TABLES = [name for name, found in FORMATS.items() if "with_attached_text_i_may_redistribute" in found.options]


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("systems", [None, ["test-plane"], []])
def test_an_export_holds_the_text_if_asked(
    database: Location, file: Path, tmp_path: Path, name: str, systems: list[str] | None
) -> None:
    attached(database, file)
    found = exported(database.path, name, tmp_path / "export", Level.full, systems, WITH_COPIES)
    if name in ("csv", "datapackage", "jsonl", "sql", "sqlite"):
        held = SECOND.encode() in b"".join(contents(found).values())
        assert held is (systems != [])
        assert b"said that they may hand those on" in b"".join(contents(found).values())
    else:
        assert contents(found) != contents(exported(database.path, name, tmp_path / "export", Level.full, systems))


def test_an_export_from_a_server_holds_it_too(loaded: Location, file: Path, tmp_path: Path) -> None:
    attached(loaded, file)
    found = exported(loaded.url, "csv", tmp_path / "export", Level.full, ["test-plane"], WITH_COPIES)
    assert SECOND in (found / "attached_sentence.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", TABLES)
def test_the_text_goes_with_the_tables_as_they_are_alone(specimen_file: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(ExportError, match="--receipts full"):
        exported(specimen_file, name, tmp_path / "export", Level.short, options=WITH_COPIES)


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - set(TABLES)))
def test_other_formats_do_not_take_the_text(specimen_file: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(ExportError, match="has no effect"):
        exported(specimen_file, name, tmp_path / "export", Level.full, options=WITH_COPIES)


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path, specimen_file: Path) -> None:
    nowhere = Location(path=tmp_path / "nowhere.sqlite")
    with open_reader(Location(path=specimen_file)) as reader, pytest.raises(DatabaseError, match="no database here"):
        detach(reader, nowhere, "acme-planes")
    assert nowhere.path is not None
    assert not nowhere.path.exists()


KILLED = """
import os, signal, sys
from pathlib import Path
from materiel.database.location import Location, locate
from materiel.database.reader import open_reader
from materiel.library import attaching

def killed(*_):
    os.kill(os.getpid(), signal.SIGKILL)

attaching.insert = killed
location = Location(path=Path(sys.argv[1])) if "://" not in sys.argv[1] else locate(sys.argv[1])
with open_reader(location) as reader:
    attaching.attach(reader, location, "acme-1", sys.argv[2], lambda _step, _count: None)
"""


def test_a_kill_half_way_leaves_the_copy_before(loaded: Location, file: Path) -> None:
    attached(loaded, file)
    address = str(loaded.path) if loaded.path else loaded.url.replace("+psycopg", "")
    ended = subprocess.run([sys.executable, "-c", KILLED, address, str(file)], check=False, timeout=60)
    assert ended.returncode == -signal.SIGKILL
    assert texts(loaded) == [("exact", FIRST), ("exact", SECOND)]
    attached(loaded, file)


def test_many_at_once_leave_one_whole_copy(loaded: Location, file: Path) -> None:
    other = file.with_name("other.txt")
    other.write_text(f"{SECOND} {FIRST}", encoding="utf-8")
    program = Path(sys.executable).with_name("materiel")
    address = str(loaded.path) if loaded.path else loaded.url.replace("+psycopg", "")
    running = [
        subprocess.Popen(
            [program, "source", "attach", "acme-1", str(path), "--db", address],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for path in (file, other) * 2
    ]
    assert [(process.communicate(timeout=60)[1], process.returncode) for process in running] == [(b"", 0)] * 4
    assert texts(loaded) in ([("exact", FIRST), ("exact", SECOND)], [("moved", FIRST), ("moved", SECOND)])


def test_a_database_that_another_program_writes_is_named(
    database: Location, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.1)
    assert database.path is not None
    with closing(sqlite3.connect(database.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseError, match="locked"):
            attached(database, file)
    assert texts(database) == [(None, None), (None, None)]
