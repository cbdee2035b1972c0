"""Worker processes, for work that is so long that it pays.

What a worker needs is sent to it once, when it starts. Results come back in the order of the tasks, so that
they are those of one process.
"""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any, TypeVar

_Result = TypeVar("_Result")

_TASKS_AHEAD = 3
"""Tasks for each worker that are given out before their result is asked for: it bounds what waits in memory."""


class Workers:
    """Worker processes that do tasks. Without any, the tasks are done here."""

    def __init__(self, executor: ProcessPoolExecutor | None = None, count: int = 1) -> None:
        self._executor = executor
        self._count = count

    @property
    def separate(self) -> bool:
        """Whether there are processes besides this one."""
        return self._executor is not None

    def map(self, work: Callable[..., _Result], tasks: Iterable[tuple[Any, ...]]) -> Iterator[_Result]:
        """Call `work` with the arguments in each of `tasks`. Yield the results in the same order."""
        if self._executor is None:
            for task in tasks:
                yield work(*task)
            return
        under_way: deque[Future[_Result]] = deque()
        for task in tasks:
            under_way.append(self._executor.submit(work, *task))
            if len(under_way) > _TASKS_AHEAD * self._count:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()


def worker_count() -> int:
    """Return how many workers are used: one for each processor."""
    return os.cpu_count() or 1


@contextmanager
def workers(work: Callable[..., object] | None, count: int | None = None) -> Iterator[Workers]:
    """Start workers, if there is `work` for them and a processor. Each is sent `work` once.

    `shared_work` then calls it, there. Without a `count`, there is one for each processor.
    """
    count = count or worker_count()
    if work is None or count == 1:
        yield Workers()
        return
    # Processes that are spawned share nothing with this one: no connection, no lock, no thread.
    executor = ProcessPoolExecutor(count, get_context("spawn"), initializer=_start, initargs=(work,))
    try:
        yield Workers(executor, count)
    finally:
        executor.shutdown(cancel_futures=True)


_work: Callable[..., Any]


def _start(work: Callable[..., Any]) -> None:
    global _work
    _work = work
    # An interruption ends the first process, and that ends this one, however it ends itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    # Rows hold no cycles: looking for them takes a tenth of the time, and finds none.
    gc.disable()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def shared_work(*task: Any) -> Any:
    """Call, in a worker, the work that it was sent when it started."""
    return _work(*task)
