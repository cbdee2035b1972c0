"""What a view is, and the engines for which it has a text."""

from __future__ import annotations

from dataclasses import dataclass

DIALECTS = ("sqlite", "postgresql")


@dataclass(frozen=True, slots=True)
class View:
    """A view: what it shows, what its columns hold, and its SELECT for a dialect."""

    name: str
    description: str
    columns: dict[str, str]
    select: dict[str, str]
