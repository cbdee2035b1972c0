from __future__ import annotations

from pathlib import Path

import pytest

from exporting import exported
from materiel.export import rendering
from materiel.export.tables import Level

FORMATS = ("json", "jsonld", "turtle")


@pytest.fixture(scope="module", params=FORMATS)
def whole(request: pytest.FixtureRequest, packaged_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an export of the packaged seeds, made in one process; its name is that of its format."""
    name = str(request.param)
    return exported(packaged_database, name, tmp_path_factory.mktemp("whole") / name, Level.full)


def test_parts_of_any_size_give_the_same_bytes(
    packaged_database: Path, whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rendering, "SYSTEMS_OF_A_PART", 7)
    found = exported(packaged_database, whole.name, tmp_path / "parts", Level.full)
    assert found.read_bytes() == whole.read_bytes()


def test_worker_processes_give_the_same_bytes(
    packaged_database: Path, whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rendering, "SYSTEMS_OF_A_PART", 7)
    monkeypatch.setattr(rendering, "LEAST_SYSTEMS", 0)
    monkeypatch.setattr("materiel.workers.worker_count", lambda: 2)
    found = exported(packaged_database, whole.name, tmp_path / "workers", Level.full)
    assert found.read_bytes() == whole.read_bytes()


@pytest.mark.postgresql
@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("name", FORMATS)
def test_both_engines_give_the_same_bytes(
    specimen_file: Path, specimen_url: str, tmp_path: Path, name: str, level: Level
) -> None:
    one = exported(specimen_file, name, tmp_path / "one", level)
    other = exported(specimen_url, name, tmp_path / "other", level)
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("name", FORMATS)
def test_the_order_of_a_selection_is_no_part_of_it(specimen: str, tmp_path: Path, name: str) -> None:
    one = exported(specimen, name, tmp_path / "one", systems=["pike", "swift-1"]).read_text(encoding="utf-8")
    other = exported(specimen, name, tmp_path / "other", systems=["swift-1", "pike"]).read_text(encoding="utf-8")
    assert one == other.replace('["swift-1","pike"]', '["pike","swift-1"]')
