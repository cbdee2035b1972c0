"""Destinations of pushes on each engine, and a database whose content a test can change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import databases
import mariadb
from destinations import Destination, Source

ENGINES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql), "mariadb"]


@pytest.fixture(params=ENGINES)
def destination(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Destination]:
    """Return an empty database to push to, on each engine."""
    if request.param == "sqlite":
        yield Destination(str(tmp_path / "application.sqlite"))
        return
    with (databases if request.param == "postgresql" else mariadb).new_database() as url:
        yield Destination(url)


@pytest.fixture
def postgres() -> Iterator[Destination]:
    """Return an empty PostgreSQL database to push to."""
    with databases.new_database() as url:
        yield Destination(url)


@pytest.fixture
def mariadb_database() -> Iterator[Destination]:
    """Return an empty MariaDB database to push to."""
    with mariadb.new_database() as url:
        yield Destination(url)


@pytest.fixture
def source(specimen_copy: Path) -> Source:
    """Return a database with the specimen, whose content the test may change."""
    return Source(specimen_copy)
