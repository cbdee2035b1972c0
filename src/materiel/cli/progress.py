"""Progress on standard error, for what takes longer than a second; nothing where no person looks on."""

from __future__ import annotations

import sys
import time
from types import TracebackType

_PATIENCE = 1.0


class Progress:
    """Shows on one line what is under way: called with a step and a count, as loading does."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._shown = 0

    def __enter__(self) -> Progress:
        """Begin."""
        return self

    def __call__(self, step: str, count: int) -> None:
        """Show `step`, with a count if there is one."""
        if not sys.stderr.isatty() or time.monotonic() - self._began < _PATIENCE:
            return
        line = f"{count:,} {step}" if count else step
        sys.stderr.write("\r" + line.ljust(self._shown))
        sys.stderr.flush()
        self._shown = len(line)

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Clear the line."""
        if self._shown:
            sys.stderr.write("\r" + " " * self._shown + "\r")
            sys.stderr.flush()
