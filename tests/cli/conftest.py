"""What the tests of the command line have in common."""

from __future__ import annotations

from pathlib import Path

import pytest

from program import Program


@pytest.fixture
def materiel(tmp_path: Path) -> Program:
    """Return the installed program, with a data directory in which there is nothing yet."""
    return Program(tmp_path / "data")
