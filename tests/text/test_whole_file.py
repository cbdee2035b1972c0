"""A file is replaced whole, or stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from materiel.text.whole_file import replace_file


def test_the_text_stands_there_to_the_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    replace_file(path, "old\n")
    replace_file(path, "new\r\nтекст\n")
    assert path.read_bytes() == "new\r\nтекст\n".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_written_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    replace_file(path, "old\n")
    with pytest.raises(UnicodeEncodeError):
        replace_file(path, "half a character: \ud800")
    assert path.read_text(encoding="utf-8") == "old\n"
    assert list(tmp_path.iterdir()) == [path]
