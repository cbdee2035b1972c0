"""The specimen, opened."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import materiel


@pytest.fixture(scope="module")
def db(specimen: str) -> Iterator[materiel.Database]:
    """Return the specimen as a database, on each engine."""
    with materiel.open(specimen) as found:
        yield found
