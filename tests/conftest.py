"""Settings of all tests, and the databases they share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

import databases
import specimen as seeds
from exporting import exported
from materiel.database.location import Location, locate
from materiel.database.reader import Reader, open_reader
from materiel.export.tables import Level
from materiel.resources import seeds_dir
from materiel.seeds.load import load_directories
from samples import SeedFolder, minimal

# A first call imports libraries or reads units, and machines differ: time is no property to test here.
# A few examples each time; HYPOTHESIS_PROFILE=thorough looks for more.
settings.register_profile("materiel", deadline=None, max_examples=15)
settings.register_profile("thorough", deadline=None, max_examples=500)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "materiel"))

ENGINES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say it where tests did not run for want of a PostgreSQL server."""
    count = databases.skipped_for_want_of_server(terminalreporter.stats.get("skipped", []))
    if count:
        terminalreporter.section("PostgreSQL")
        terminalreporter.line(f"{count} tests that need PostgreSQL did NOT run: {databases.NO_SERVER}.")
        terminalreporter.line(f"Start one at {databases.shown_address()}, or set MATERIEL_TEST_POSTGRES.")


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """Address of a PostgreSQL database that is dropped after the tests. It is not emptied between tests."""
    with databases.new_database() as url:
        yield url


@pytest.fixture(params=ENGINES)
def location(request: pytest.FixtureRequest, tmp_path: Path) -> Location:
    """Return an empty database: a SQLite file that is not there yet; a PostgreSQL database without tables."""
    if request.param == "sqlite":
        return Location(path=tmp_path / "test.sqlite")
    url: str = request.getfixturevalue("postgres_url")
    databases.empty(url)
    return locate(url)


@pytest.fixture
def postgres_location(postgres_url: str) -> Location:
    """Return an empty PostgreSQL database."""
    databases.empty(postgres_url)
    return locate(postgres_url)


@pytest.fixture
def folder(tmp_path: Path) -> SeedFolder:
    """A small valid seed folder, with the agents acme-news and testland, and the aircraft test-plane."""
    return minimal(tmp_path / "seeds")


@pytest.fixture(scope="session")
def specimen_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the specimen: a few invented systems (see `specimen.py`)."""
    return seeds.write(tmp_path_factory.mktemp("seeds"))


@pytest.fixture(scope="session")
def specimen_file(specimen_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a SQLite file with the specimen, loaded once. Tests only read it."""
    path = tmp_path_factory.mktemp("specimen") / "specimen.sqlite"
    load_directories(Location(path=path), [specimen_folder])
    return path


@pytest.fixture(scope="session")
def specimen_url(specimen_folder: Path) -> Iterator[str]:
    """Address of a PostgreSQL database with the specimen, loaded once. Tests only read it."""
    with databases.new_database() as url:
        load_directories(locate(url), [specimen_folder])
        yield url


@pytest.fixture(params=ENGINES, scope="module")
def specimen(request: pytest.FixtureRequest) -> str:
    """Address of the specimen, on each engine. Tests only read it."""
    fixture = "specimen_file" if request.param == "sqlite" else "specimen_url"
    return str(request.getfixturevalue(fixture))


@pytest.fixture(scope="module")
def reader(specimen: str) -> Iterator[Reader]:
    """Reader of the specimen, on each engine."""
    with open_reader(locate(specimen)) as found:
        yield found


@pytest.fixture(scope="session")
def packaged_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a SQLite file with the seeds of this version, loaded once by all workers. Tests only read it."""
    directory = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        directory = directory.parent
    path = directory / "packaged.sqlite"
    with FileLock(f"{path}.lock"):
        if not path.exists():
            new = path.with_suffix(".new")
            load_directories(Location(path=new), [seeds_dir()])
            new.rename(path)
    return path


@pytest.fixture(scope="session")
def packaged_part(packaged_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a SQLite file with a few systems of our own seeds, for what takes long on all of them."""
    systems = ["an-2", "bm-21-grad", "kilo-636-3", "kn-23", "malligyong-1", "su-57"]
    path = tmp_path_factory.mktemp("packaged") / "part.sqlite"
    return exported(packaged_database, "sqlite", path, Level.full, systems)


@pytest.fixture
def specimen_copy(specimen_file: Path, tmp_path: Path) -> Path:
    """Return a SQLite file with the specimen that the test may change and damage."""
    return Path(shutil.copy(specimen_file, tmp_path / "copy.sqlite"))
