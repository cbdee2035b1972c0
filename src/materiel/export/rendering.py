"""Documents become text, some systems at a time, in worker processes where that pays."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from materiel.catalog import queries
from materiel.database.location import Location
from materiel.database.reader import Reader, SqliteReader, connect_readonly
from materiel.export.content import Content
from materiel.export.documents import documents
from materiel.export.statements import Row
from materiel.export.tables import Level
from materiel.workers import shared_work, workers

Render = Callable[[Row, Level], str]
"""Makes the text of a document of a level. It is a function of a module: worker processes have to find it."""

SYSTEMS_OF_A_PART: Final = 100
"""Systems whose documents are made together: with twenty claims each, some megabytes."""

LEAST_SYSTEMS: Final = 5000
"""Starting worker processes takes as long as making the documents of some thousand systems."""


def rendered(content: Content, render: Render, separator: str) -> Iterator[str]:
    """Yield the documents of `content` as text, those of many systems at a time, with `separator` between two."""
    work = _Renderer(content.reader, content.location, content.level, render, separator)
    separate = content.is_file and _count(content) >= LEAST_SYSTEMS
    done = 0
    with workers(work if separate else None) as pool:
        for text, count in pool.map(shared_work if pool.separate else work, _parts(content)):
            done += count
            content.progress("systems", done)
            yield text


def _count(content: Content) -> int:
    if content.systems is not None:
        return len(content.systems)
    return int(content.reader.rows(queries.SYSTEM_COUNT)[0]["systems"])


def _parts(content: Content) -> Iterator[tuple[Sequence[str]]]:
    if content.systems is not None:
        systems = sorted(content.systems)
        for first in range(0, len(systems), SYSTEMS_OF_A_PART):
            yield (systems[first : first + SYSTEMS_OF_A_PART],)
        return
    last = ""
    while rows := content.reader.rows(queries.SYSTEMS_AFTER, id=last, most=SYSTEMS_OF_A_PART):
        yield ([row["id"] for row in rows],)
        last = rows[-1]["id"]


class _Renderer:
    """Makes the text of some documents. In another process it has a connection of its own."""

    def __init__(self, reader: Reader | None, location: Location, level: Level, render: Render, separator: str) -> None:
        self._reader = reader
        self._location = location
        self._level = level
        self._render = render
        self._separator = separator

    def __reduce__(self) -> tuple[Any, ...]:
        return _Renderer, (None, self._location, self._level, self._render, self._separator)

    def __call__(self, systems: Sequence[str]) -> tuple[str, int]:
        if self._reader is None:
            self._reader = SqliteReader(connect_readonly(self._location), self._location)
        found = [self._render(document, self._level) for document in documents(self._reader, systems, self._level)]
        return self._separator.join(found), len(found)
