"""Sources are converted in worker processes, where there are so many that it pays.

A worker makes its sources itself, from a description of the stream that is sent to it once; only rows
come back, in the order of the sources, so that the result is that of one process.
"""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING, Protocol, TypeGuard

from materiel.seeds.batches import Batch, pack

if TYPE_CHECKING:
    from materiel.seeds.convert import Findings, SourceConverter
    from materiel.seeds.files import SourceFile

LEAST_SOURCES = 5000
"""Starting the workers takes as long as converting about so many sources."""

_SOURCES_PER_TASK = 100
_TASKS_AHEAD = 4
"""Tasks per worker that are given out before their rows are asked for; it bounds what waits in memory."""


class Stream(Protocol):
    """Sources that are made when they are asked for. It can be pickled, at little cost."""

    def __len__(self) -> int:
        """Return how many sources there are."""

    def part(self, start: int, stop: int) -> Iterable[SourceFile]:
        """Make the sources from number `start` to before number `stop`."""


def worker_count() -> int:
    """Return how many workers are used: one for each processor."""
    return os.cpu_count() or 1


def worth_dividing(sources: Iterable[SourceFile]) -> TypeGuard[Stream]:
    """Say whether workers convert `sources`: a long stream, on several processors."""
    return hasattr(sources, "part") and len(sources) >= LEAST_SOURCES and worker_count() > 1  # type: ignore[arg-type]


def divided(converter: SourceConverter, sources: Stream) -> Iterator[tuple[Batch, Findings]]:
    """Convert `sources` in worker processes. Yield rows and findings in the order of the sources."""
    # Processes that are spawned share nothing with this one: no connection, no lock, no thread.
    with ProcessPoolExecutor(
        worker_count(), get_context("spawn"), initializer=_start, initargs=(converter, sources)
    ) as executor:
        tasks: deque[Future[tuple[Batch, Findings]]] = deque()
        for start in range(0, len(sources), _SOURCES_PER_TASK):
            tasks.append(executor.submit(_convert, start, min(start + _SOURCES_PER_TASK, len(sources))))
            if len(tasks) > _TASKS_AHEAD * worker_count():
                yield tasks.popleft().result()
        while tasks:
            yield tasks.popleft().result()


_work: tuple[SourceConverter, Stream]
"""What this process, a worker, has been given."""


def _start(converter: SourceConverter, sources: Stream) -> None:
    global _work
    _work = converter, sources
    # What is there stays; the collector need not look at it again and again.
    gc.freeze()


def _convert(start: int, stop: int) -> tuple[Batch, Findings]:
    from materiel.seeds.convert import Findings

    converter, sources = _work
    found = Findings()
    rows = (row for source in sources.part(start, stop) for row in converter.rows(source, found))
    return pack(rows), found
