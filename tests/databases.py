"""Databases for tests: PostgreSQL where a server can be reached, and it is said plainly where none can."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn
from urllib.parse import urlsplit

import psycopg
import pytest
from psycopg import sql

from materiel.database.location import locate

NO_SERVER = "no PostgreSQL server can be reached"
"""How the reason of every test begins that is skipped for want of a server."""


def server_address() -> str:
    """Return the address of the server that tests use: MATERIEL_TEST_POSTGRES, else the local default."""
    return os.environ.get("MATERIEL_TEST_POSTGRES") or "postgresql://postgres@127.0.0.1:5432/postgres"


def shown_address() -> str:
    """Return that address as it may be printed: without the password."""
    return str(locate(server_address())).replace("postgresql+psycopg", "postgresql", 1)


@contextmanager
def new_database(encoding: str | None = None) -> Iterator[str]:
    """Make an empty database with a random name, yield its address, and drop it at the end.

    Without a server the test is skipped; in CI, where there has to be one, it fails.
    """
    server = server_address()
    name = f"materiel_test_{secrets.token_hex(6)}"
    made = sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name))
    if encoding is not None:
        made += sql.SQL(" ENCODING {} LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0").format(sql.Literal(encoding))
    # A database of a test does not outlive the server, so nothing waits until it is on the disk.
    _execute(server, made, sql.SQL("ALTER DATABASE {} SET synchronous_commit = off").format(sql.Identifier(name)))
    try:
        yield urlsplit(server)._replace(scheme="postgresql", path=f"/{name}").geturl()
    finally:
        _execute(server, sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def empty(address: str) -> None:
    """Drop everything that a database of ours holds."""
    _execute(address, sql.SQL("DROP SCHEMA public CASCADE"), sql.SQL("CREATE SCHEMA public"))


def _execute(address: str, *statements: sql.SQL | sql.Composed) -> None:
    try:
        connection = psycopg.connect(address, autocommit=True, connect_timeout=5)
    except psycopg.OperationalError as error:
        _no_server(f"{NO_SERVER} ({' '.join(str(error).split())})")
    try:
        for statement in statements:
            connection.execute(statement)
    finally:
        connection.close()


def _no_server(reason: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(f"{reason}, and in CI there has to be one", pytrace=False)
    pytest.skip(reason)


def skipped_for_want_of_server(reports: list[pytest.TestReport]) -> int:
    """Return how many of the skipped tests were skipped because there is no server."""
    reasons = (report.longrepr[2] for report in reports if isinstance(report.longrepr, tuple))
    return sum(NO_SERVER in reason for reason in reasons)
