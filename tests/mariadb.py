"""Databases for tests on MariaDB or MySQL, where a server can be reached."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager
from urllib.parse import urlsplit

import pymysql
import pytest

NO_MARIADB = "no MariaDB server can be reached"
"""How the reason of every test begins that is skipped for want of one."""


def server_address() -> str:
    """Return the address of the server that tests use: MATERIEL_TEST_MARIADB, else the local default."""
    return os.environ.get("MATERIEL_TEST_MARIADB") or "mysql://root@127.0.0.1:3306/"


@contextmanager
def new_database() -> Iterator[str]:
    """Make an empty database with a random name, yield its address, and drop it at the end.

    Without a server the test is skipped; in CI, where there has to be one, it fails.
    """
    name = f"materiel_test_{secrets.token_hex(6)}"
    _execute(f"CREATE DATABASE {name} CHARACTER SET utf8mb4")
    try:
        yield urlsplit(server_address())._replace(path=f"/{name}").geturl()
    finally:
        _execute(f"DROP DATABASE IF EXISTS {name}")


def _execute(statement: str) -> None:
    parts = urlsplit(server_address())
    try:
        connection = pymysql.connect(
            host=parts.hostname or "127.0.0.1",
            port=parts.port or 3306,
            user=parts.username or "root",
            password=parts.password or "",
            connect_timeout=5,
            ssl_disabled=True,
        )
    except pymysql.err.OperationalError as error:
        reason = f"{NO_MARIADB} ({' '.join(str(error).split())})"
        if os.environ.get("CI"):
            pytest.fail(f"{reason}, and in CI there has to be one", pytrace=False)
        pytest.skip(reason)
    with closing(connection), connection.cursor() as cursor:
        cursor.execute(statement)
