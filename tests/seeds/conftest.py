"""What the tests of the seeds have in common."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples import SeedFolder, minimal


@pytest.fixture
def folder(tmp_path: Path) -> SeedFolder:
    """A small valid seed folder, with the agents acme-news and testland, and the aircraft test-plane."""
    return minimal(tmp_path)
