"""Text files that are written whole or not at all: what was there stands until the new text is on the disk."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def replace_file(path: Path, text: str) -> None:
    """Put `text`, as UTF-8 with its line ends as they are, in the place of the file at `path`. Raises OSError."""
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(6)}")
    try:
        with fresh.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
            os.fsync(file.fileno())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
