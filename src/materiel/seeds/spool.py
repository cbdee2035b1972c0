"""Claims on their way from sources, which speak of many systems, to adoption, which takes system by system."""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Iterable, Iterator
from operator import itemgetter
from tempfile import TemporaryFile, gettempdir
from typing import Any, NamedTuple

from materiel.errors import DatabaseError
from materiel.seeds.batches import Batch, columns

_SYSTEMS = 500
"""Systems in a share: some ten thousand claims, as much as is held in memory at a time."""

_CLAIMS = 20_000


class Draft(NamedTuple):
    """The row of a claim before adoption, with what adoption asks of its evidence and its source."""

    claim: tuple[Any, ...]
    firmness: str
    origin: str
    source_kind: str
    published: str | None


class Spool:
    """Keeps claims in a temporary file, in shares of some hundred systems. Close it in the end."""

    def __init__(self, systems: Iterable[str]) -> None:
        """Prepare shares for `systems`: all ids, in whatever order."""
        self._share = {system: rank // _SYSTEMS for rank, system in enumerate(sorted(systems))}
        self._file = TemporaryFile()  # noqa: SIM115 - the spool closes it
        self._places: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self._pending: dict[int, list[Draft]] = defaultdict(list)
        self._count = 0

    def close(self) -> None:
        """Remove the file."""
        self._file.close()

    def take(self, batch: Batch) -> None:
        """Take the claims out of `batch`, which holds their evidence and sources too."""
        for draft in _drafts(batch):
            self._pending[self._share[draft.claim[_SYSTEM]]].append(draft)
            self._count += 1
        if self._count >= _CLAIMS:
            self._store()

    def shares(self) -> Iterator[list[bytes]]:
        """Yield the shares in the order of the systems, each as pickled lists of drafts."""
        self._store()
        for share in sorted(self._places):
            yield [self._read(*place) for place in self._places[share]]

    def _read(self, offset: int, length: int) -> bytes:
        self._file.seek(offset)
        return self._file.read(length)

    def _store(self) -> None:
        try:
            offset = self._file.seek(0, 2)
            for share, drafts in self._pending.items():
                length = self._file.write(pickle.dumps(drafts))
                self._places[share].append((offset, length))
                offset += length
        except OSError as error:
            raise DatabaseError(f"{gettempdir()}: no room for temporary data: {error.strerror}") from error
        self._pending.clear()
        self._count = 0


_SYSTEM = columns()["claim"].index("equipment_id")


def _drafts(batch: Batch) -> Iterator[Draft]:
    evidence = _by_id(batch, "evidence", "sentence_id", "firmness", "origin_id")
    source_of = _by_id(batch, "sentence", "source_id")
    sources = _by_id(batch, "source", "kind", "published")
    for claim in batch.pop("claim", ()):
        sentence, firmness, origin = evidence[claim[0]]
        yield Draft(claim, firmness, origin, *sources[source_of[sentence]])


def _by_id(batch: Batch, table: str, *wanted: str) -> dict[str, Any]:
    """Return the `wanted` columns of the rows of `table`, by id: several as a tuple, one as it is."""
    pick = itemgetter(*(columns()[table].index(column) for column in wanted))
    return {row[0]: pick(row) for row in batch.get(table, ())}
