"""Seeds are taken out of a wheel: they alone, and to nowhere else."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from changed import compared
from editions import edition, told
from materiel.changes import wheel as module
from materiel.changes.wheel import extract_seeds
from materiel.errors import ComparisonError, SeedError
from wheels import INSIDE, wheel


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """A wheel with the first edition."""
    return wheel(tmp_path / "release.whl", edition(tmp_path / "seeds"))


def test_the_seeds_are_taken_out_and_nothing_else(release: Path, tmp_path: Path) -> None:
    extract_seeds(release, tmp_path / "out")
    written, given = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (tmp_path / "out", tmp_path / "seeds")
    )
    assert written == given


def test_two_releases_are_compared(release: Path, tmp_path: Path) -> None:
    newer = wheel(tmp_path / "newer.whl", edition(tmp_path / "newer", ["another title"]))
    assert told(compared(release, newer).document) == ["sources: changed one (title)"]


@pytest.mark.parametrize(
    "name",
    [f"{INSIDE}/../../../../evil.toml", f"{INSIDE}/sources/..", f"{INSIDE}/..\\..\\evil.toml", f"{INSIDE}//../evil"],
)
def test_a_file_that_would_be_written_elsewhere_is_refused(release: Path, tmp_path: Path, name: str) -> None:
    with ZipFile(release, "a") as archive:
        archive.writestr(name, "id = 1\n")
    with pytest.raises(ComparisonError, match="would be written elsewhere"):
        extract_seeds(release, tmp_path / "inner" / "out")
    assert not list(tmp_path.rglob("evil*"))


def test_an_absolute_path_is_no_seed(release: Path, tmp_path: Path) -> None:
    with ZipFile(release, "a") as archive:
        archive.writestr(f"{tmp_path}/evil.toml", "id = 1\n")
    extract_seeds(release, tmp_path / "out")
    assert not list(tmp_path.rglob("evil*"))


def test_a_wheel_of_something_else_is_refused(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "other.whl", "w") as archive:
        archive.writestr("other/__init__.py", "")
    with pytest.raises(ComparisonError, match="holds no materiel/_data/seeds"):
        extract_seeds(tmp_path / "other.whl", tmp_path / "out")


def test_a_damaged_wheel_is_refused(release: Path, tmp_path: Path) -> None:
    content = bytearray(release.read_bytes())
    place = content.index(b"title = ")
    content[place] ^= 0xFF
    release.write_bytes(content)
    with pytest.raises(ComparisonError, match="damaged"):
        extract_seeds(release, tmp_path / "out")


@pytest.mark.parametrize("part", [0.3, 0.9, 0.99])
def test_half_a_wheel_is_refused(release: Path, tmp_path: Path, part: float) -> None:
    release.write_bytes(release.read_bytes()[: int(release.stat().st_size * part)])
    with pytest.raises(ComparisonError, match="is no wheel, or a damaged one"):
        extract_seeds(release, tmp_path / "out")


def test_seeds_without_end_are_refused(release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 1 << 20)
    with ZipFile(release, "a", ZIP_DEFLATED) as archive:
        archive.writestr(f"{INSIDE}/sources/large.toml", b"\n" * (1 << 20))
    with pytest.raises(ComparisonError, match="more than"):
        extract_seeds(release, tmp_path / "out")


def test_a_file_where_a_folder_is_needed_is_refused(release: Path, tmp_path: Path) -> None:
    with ZipFile(release, "a") as archive:
        archive.writestr(f"{INSIDE}/agents.toml/inside.toml", "")
    with pytest.raises(ComparisonError, match="cannot be taken out"):
        extract_seeds(release, tmp_path / "out")


def test_seeds_that_are_wrong_are_named_as_they_stand_in_the_wheel(release: Path) -> None:
    with ZipFile(release, "a") as archive:
        archive.writestr(f"{INSIDE}/sources/three.toml", "title = 1\n")
    with pytest.raises(SeedError) as caught:
        compared(release, release)
    first, *_ = caught.value.problems
    assert first.startswith(f"{release}/sources/three.toml: ")
