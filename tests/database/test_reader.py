"""A file can be read although a writer of it was killed."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from materiel.database.location import Location
from materiel.database.reader import open_reader

# So many rows are changed that pages reach the file before the transaction ends.
WRITER = """
import sqlite3, sys, time
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE sentence SET starts = starts || hex(randomblob(3000))")
connection.execute("UPDATE data_dictionary SET description = description || hex(randomblob(3000))")
print("half done", flush=True)
time.sleep(60)
"""


def test_what_a_killed_writer_left_half_done_is_taken_back(specimen_copy: Path) -> None:
    query = "SELECT starts FROM sentence ORDER BY id"
    with open_reader(Location(path=specimen_copy)) as reader:
        before = reader.rows(query)
    with subprocess.Popen([sys.executable, "-c", WRITER, specimen_copy], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"half done\n"
        process.send_signal(signal.SIGKILL)
        process.wait(60)
    journal = Path(f"{specimen_copy}-journal")
    assert journal.stat().st_size > 0
    with open_reader(Location(path=specimen_copy)) as reader:
        assert reader.rows(query) == before
    assert not journal.exists()
