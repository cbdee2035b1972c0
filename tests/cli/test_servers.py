"""What can be wrong with a server and the way to it: one clear line, whichever command meets it."""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest

from materiel.database.engine import writing
from materiel.database.location import Location
from materiel.seeds.digest import content_digest
from materiel.seeds.load import load_directories
from program import Program

READING_AND_WRITING = [["list"], ["sql", "SELECT 1"], ["seeds", "load"], ["db", "init"], ["db", "upgrade"]]

ENCRYPTION_REQUESTS = (80877103, 80877104)
REFUSAL = b"SFATAL\0C28P01\0Mpassword authentication failed\0\0"


@pytest.fixture
def refusing_port() -> Iterator[int]:
    """Port of a server that speaks as much of PostgreSQL's protocol as it takes to ask for a password and refuse it."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        Thread(target=_refuse_all, args=(server,), daemon=True).start()
        yield server.getsockname()[1]


def _refuse_all(server: socket.socket) -> None:
    # Ends when the fixture closes the socket.
    with suppress(OSError):
        while True:
            connection, _ = server.accept()
            with connection, suppress(OSError, struct.error):
                _refuse(connection)


def _refuse(connection: socket.socket) -> None:
    while struct.unpack("!ii", connection.recv(4096)[:8])[1] in ENCRYPTION_REQUESTS:
        connection.sendall(b"N")
    connection.sendall(b"R" + struct.pack("!ii", 8, 3))
    connection.recv(4096)
    connection.sendall(b"E" + struct.pack("!i", len(REFUSAL) + 4) + REFUSAL)


@pytest.mark.parametrize("words", READING_AND_WRITING, ids=" ".join)
def test_a_wrong_password_is_refused_and_not_shown(materiel: Program, refusing_port: int, words: Sequence[str]) -> None:
    line = materiel.trouble(*words, "--db", f"postgresql://someone:hush@127.0.0.1:{refusing_port}/materiel")
    assert f"postgresql://someone:***@127.0.0.1:{refusing_port}/materiel: " in line
    assert "password authentication failed" in line
    assert "hush" not in line


@pytest.mark.postgresql
@pytest.mark.parametrize("words", READING_AND_WRITING, ids=" ".join)
def test_a_database_that_the_server_does_not_have_is_named(
    materiel: Program, postgres_url: str, words: Sequence[str]
) -> None:
    address = urlsplit(postgres_url)._replace(path="/no_such_database").geturl()
    assert '"no_such_database" does not exist' in materiel.trouble(*words, "--db", address)


@pytest.mark.postgresql
@pytest.mark.parametrize("words", [["list"], ["db", "upgrade"]], ids=" ".join)
def test_a_database_without_our_tables_is_explained(
    materiel: Program, postgres_url: str, postgres_location: object, words: Sequence[str]
) -> None:
    del postgres_location  # It empties the database.
    assert "materiel db init" in materiel.trouble(*words, "--db", postgres_url)


@pytest.mark.postgresql
def test_a_database_that_is_there_already_is_not_made_again(
    materiel: Program, postgres_location: Location, specimen_folder: Path
) -> None:
    content = load_directories(postgres_location, [specimen_folder]).digest
    assert "there is a database already" in materiel.trouble("db", "init", "--db", postgres_location.url)
    with writing(postgres_location) as connection:
        assert content_digest(connection) == content


@pytest.mark.parametrize("error", ["ModuleNotFoundError", "ImportError"])
@pytest.mark.parametrize("words", READING_AND_WRITING, ids=" ".join)
def test_a_missing_driver_is_said_with_what_to_install(
    materiel: Program, tmp_path: Path, words: Sequence[str], error: str
) -> None:
    (tmp_path / "psycopg.py").write_text(f"raise {error}('there is none')\n", encoding="utf-8")
    materiel.environment["PYTHONPATH"] = str(tmp_path)
    assert "pip install 'materiel[postgresql]'" in materiel.trouble(*words, "--db", "postgresql://127.0.0.1:1/materiel")


@pytest.mark.parametrize(
    ("option", "said"),
    [("sslmode=perhaps", "invalid sslmode"), ("no_such=1", '"no_such"'), ("host=/nowhere", "/nowhere")],
)
def test_an_option_that_leads_nowhere_is_named(materiel: Program, option: str, said: str) -> None:
    assert said in materiel.trouble("list", "--db", f"postgresql://someone@127.0.0.1:1/materiel?{option}")
