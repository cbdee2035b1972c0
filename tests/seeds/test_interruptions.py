"""Whatever stops a load or an upgrade, the old content stands."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from materiel.database import schema
from materiel.database.engine import writing
from materiel.database.location import Location
from materiel.database.revision import REVISIONS
from materiel.seeds.digest import content_digest
from materiel.seeds.load import load_directories
from samples import SeedFolder, says

MATERIEL = [sys.executable, "-c", "from materiel.cli import main; main()"]


@pytest.fixture
def loaded(tmp_path: Path, folder: SeedFolder) -> Location:
    """Return a database with the small folder, to which a hundred sources are then added."""
    found = Location(path=tmp_path / "loaded.sqlite")
    load_directories(found, [folder.path])
    for number in range(100):
        statements = [says(quote="It is said", claim={"length_m": f"{10 + number / 10} m"})]
        folder.says(*statements, source_id=f"more-{number}", words=f"It is said for the time {number}.")
    return found


def digest(location: Location) -> str:
    with writing(location) as connection:
        return content_digest(connection)


def run(*words: str, before: Callable[[], None] | None = None) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*MATERIEL, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=before,
        env={**os.environ, "COLUMNS": "80"},
    )


@pytest.mark.parametrize("delay", [0.3, 0.6, 0.9, 1.2, 1.6, 2.0, 2.5])
def test_a_load_that_is_killed_leaves_the_old_content_or_the_new(
    tmp_path: Path, loaded: Location, folder: SeedFolder, delay: float
) -> None:
    old = digest(loaded)
    new = load_directories(Location(path=tmp_path / "new.sqlite"), [folder.path]).digest
    process = run("seeds", "load", str(folder.path), "--db", str(loaded))
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert digest(loaded) in (old, new)
    assert load_directories(loaded, [folder.path]).digest == new


@pytest.mark.parametrize("delay", [0.5, 0.9, 1.3, 1.7])
def test_an_upgrade_that_is_killed_leaves_a_database_of_one_version(loaded: Location, delay: float) -> None:
    with writing(loaded, bulk=True) as connection:
        schema.downgrade(connection, REVISIONS[0])
    process = run("db", "upgrade", "--db", str(loaded))
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    with writing(loaded, bulk=True) as connection:
        assert schema.current(connection) in REVISIONS
        assert connection.execute(text("SELECT count(*) FROM claim")).scalar_one() == 1
        schema.upgrade(connection)


def test_a_full_disk_is_said_in_one_line_and_the_old_content_stands(loaded: Location, folder: SeedFolder) -> None:
    assert loaded.path is not None
    old = digest(loaded)
    room = loaded.path.stat().st_size + 20_000

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    process = run("seeds", "load", str(folder.path), "--db", str(loaded), before=limit)
    _, errors = process.communicate(timeout=120)
    assert process.returncode != 0
    assert len(errors.splitlines()) == 1, errors
    assert "Traceback" not in errors
    assert digest(loaded) == old
