"""Exports made as the command makes them, of a database at an address, at a level, for all systems or some."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from materiel.database.location import locate
from materiel.database.reader import open_reader
from materiel.export.content import open_content
from materiel.export.formats import Options, export
from materiel.export.tables import Level


def exported(
    address: object,
    name: str,
    path: Path,
    level: Level = Level.short,
    systems: Sequence[str] | None = None,
    options: Options | None = None,
) -> Path:
    """Export to `path` in the format called `name`, in place of what is there. Returns `path`."""
    location = locate(str(address))
    with (
        open_reader(location) as reader,
        open_content(reader, location, level, lambda _step, _count: None, systems) as content,
    ):
        export(content, name, path, options or Options(), force=True)
    return path


def json_export(address: object, path: Path, level: Level = Level.short, systems: Sequence[str] | None = None) -> Any:
    """Return what the `json` export holds."""
    return json.loads(exported(address, "json", path, level, systems).read_text(encoding="utf-8"))
