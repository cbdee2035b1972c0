"""Whether a SQLite file was changed by anybody but us: told by the counter of changes that SQLite keeps in it.

Each transaction that changes the file adds one (https://sqlite.org/fileformat2.html#file_change_counter). A
transaction of ours notes, inside itself, what the counter will then be: the note stands if and only if the rest does,
even if the process is killed.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from materiel.database.location import file_uri

NOTE: Final = (
    "INSERT INTO build (key, value) VALUES ('writes', '{count}') ON CONFLICT (key) DO UPDATE SET value = excluded.value"
)
"""SQL that notes what the counter is at the end of this transaction."""

_NOTED = "SELECT value FROM build WHERE key = 'writes'"
_HEADER = 100
_ROLLBACK_JOURNAL = b"\x01\x01"


def writes(path: Path) -> int | None:
    """Return the counter of a file; None if it does not count each transaction (write-ahead logging).

    Never call it within a transaction on the same file: closing a file gives up the locks that this process holds.
    """
    with path.open("rb") as file:
        header = file.read(_HEADER)
    return int.from_bytes(header[24:28], "big") if header[18:20] == _ROLLBACK_JOURNAL else None


def only_ours(path: Path) -> int | None:
    """Return the counter of a file if nobody but us has changed it, else None."""
    try:
        count = writes(path)
        with closing(sqlite3.connect(file_uri(path, mode="ro"), uri=True)) as connection:
            noted = connection.execute(_NOTED).fetchone()
    except (OSError, sqlite3.Error):
        return None
    return count if noted == (str(count),) else None


def note_writes(path: Path) -> None:
    """Note that the file is as we made it, in a transaction of its own."""
    count = writes(path)
    if count is not None:
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(NOTE.format(count=count + 1))
