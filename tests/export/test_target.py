"""A target is written whole or not at all, and nothing of anybody else's is ever replaced."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from materiel.errors import TargetError
from materiel.export.target import MARK, new_file, new_folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def fill(folder: Path, text: str) -> None:
    (folder / MARK).write_text("{}")
    (folder / "table.csv").write_text(text)


def test_a_file_is_there_when_it_is_written(tmp_path: Path) -> None:
    with new_file(tmp_path / "out") as path:
        path.write_text("new")
        assert not (tmp_path / "out").exists()
    assert (tmp_path / "out").read_text() == "new"
    assert names(tmp_path) == ["out"]


def test_a_folder_is_there_when_it_is_written(tmp_path: Path) -> None:
    with new_folder(tmp_path / "out") as path:
        fill(path, "new")
        assert not (tmp_path / "out").exists()
    assert names(tmp_path / "out") == [MARK, "table.csv"]
    assert names(tmp_path) == ["out"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_after_an_error_there_is_nothing(tmp_path: Path, error: type[BaseException]) -> None:
    for new in (new_file, new_folder):
        with pytest.raises(error), new(tmp_path / "out"):
            raise error
        assert names(tmp_path) == []


def test_after_an_error_what_was_there_before_stands(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    (tmp_path / "folder").mkdir()
    fill(tmp_path / "folder", "old")
    for new, name in ((new_file, "file"), (new_folder, "folder")):
        with pytest.raises(ValueError, match="half way"), new(tmp_path / name, force=True):
            raise ValueError("half way")
    assert (tmp_path / "file").read_text() == (tmp_path / "folder" / "table.csv").read_text() == "old"
    assert names(tmp_path) == ["file", "folder"]


def test_what_is_there_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name in ("file", "folder", "link"):
        for new in (new_file, new_folder):
            with pytest.raises(TargetError, match=f"{name}: is there already.*--force"), new(tmp_path / name):
                pytest.fail("nothing may be written")
    assert (tmp_path / "file").read_text() == "old"


def test_force_replaces_files_and_folders_of_ours(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    (tmp_path / "empty").mkdir()
    (tmp_path / "ours").mkdir()
    fill(tmp_path / "ours", "old")
    (tmp_path / "ours" / "left over.csv").write_text("old")
    with new_file(tmp_path / "file", force=True) as path:
        path.write_text("new")
    for name in ("empty", "ours"):
        with new_folder(tmp_path / name, force=True) as path:
            fill(path, "new")
        assert names(tmp_path / name) == [MARK, "table.csv"]
        assert (tmp_path / name / "table.csv").read_text() == "new"
    assert names(tmp_path) == ["empty", "file", "ours"]


def test_force_replaces_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "thesis.txt").write_text("old")
    for new, name in ((new_folder, "file"), (new_folder, "folder"), (new_file, "folder")):
        with pytest.raises(TargetError, match="does not replace it"), new(tmp_path / name, force=True):
            pytest.fail("nothing may be written")
    assert (tmp_path / "file").read_text() == (tmp_path / "folder" / "thesis.txt").read_text() == "old"


@pytest.mark.parametrize("name", ["/", ".", "..", "no/such/folder/out"])
def test_a_place_where_nothing_can_be_made_is_said(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for new in (new_file, new_folder):
        with pytest.raises(TargetError), new(Path(name), force=True):
            pytest.fail("nothing may be written")


def test_a_folder_where_nobody_may_write_is_said() -> None:
    with pytest.raises(TargetError, match=r"/proc/out: cannot be written"), new_file(Path("/proc/out")):
        pytest.fail("nothing may be written")


def test_what_the_system_says_is_said(tmp_path: Path) -> None:
    with (
        pytest.raises(TargetError, match=r"out: cannot be written .*No space left.*; nothing was"),
        new_file(tmp_path / "out"),
    ):
        raise OSError(28, os.strerror(28))
    assert names(tmp_path) == []
