"""The installed program, run in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = Path(sys.executable).with_name("materiel")


class Program:
    """Runs `materiel` with a data directory of its own: the embedded database of the user is out of reach."""

    def __init__(self, data: Path) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("MATERIEL_")}
        self.environment = {**kept, "XDG_DATA_HOME": str(data), "COLUMNS": "80"}

    def __call__(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        return subprocess.run(
            [PROGRAM, *words], env=self.environment, capture_output=True, text=True, timeout=60, check=False
        )

    def trouble(self, *words: str) -> str:
        """Run what has to fail. Returns the one line that it writes."""
        found = self(*words)
        assert found.returncode not in (0, 2), found
        assert found.stdout == ""
        return one_line(found.stderr)


def one_line(text: str) -> str:
    """Return the one line that `text` is: of ours, and not of the interpreter."""
    assert text.startswith("materiel: ")
    assert text.endswith("\n")
    assert len(text.splitlines()) == 1, text
    assert "Traceback" not in text
    return text.strip()
