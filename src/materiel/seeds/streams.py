"""Sources that are made when they are asked for, and are so many that worker processes pay."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol, TypeGuard, runtime_checkable

LEAST_SOURCES = 10_000
"""Starting the workers takes as long as converting some thousand sources."""


@runtime_checkable
class Stream(Protocol):
    """Sources that are made when they are asked for. It can be pickled, at little cost."""

    def __len__(self) -> int:
        """Return how many sources there are."""

    def part(self, start: int, stop: int) -> Iterable[Any]:
        """Make the sources from number `start` to before number `stop`."""


def is_long(sources: object) -> TypeGuard[Stream]:
    """Say whether `sources` is a stream so long that workers pay."""
    return isinstance(sources, Stream) and len(sources) >= LEAST_SOURCES
