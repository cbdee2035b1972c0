"""Which database an address names, and that no password is ever shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from materiel.database.location import ENVIRONMENT_VARIABLE, file_uri, locate
from materiel.errors import DatabaseError


def test_a_path_is_a_sqlite_file(tmp_path: Path) -> None:
    found = locate(str(tmp_path / "a.sqlite"))
    assert found.path == tmp_path / "a.sqlite"
    assert not found.embedded


@pytest.mark.parametrize("address", ["sqlite:////data/a b.sqlite", "sqlite:////data/a%20b.sqlite"])
def test_a_sqlite_address_names_an_absolute_path(address: str) -> None:
    assert locate(address).path == Path("/data/a b.sqlite")


@pytest.mark.parametrize(
    "address",
    ["postgres://u@h/d", "postgresql://u@h/d", "postgresql+psycopg://u@h/d", "postgresql+psycopg2://u@h/d"],
)
def test_every_spelling_of_postgresql_uses_the_one_driver(address: str) -> None:
    assert locate(address).server_url == "postgresql+psycopg://u@h/d"


def test_the_environment_names_the_database_where_no_address_is_given(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, str(tmp_path / "b.sqlite"))
    assert locate().path == tmp_path / "b.sqlite"
    assert locate(str(tmp_path / "c.sqlite")).path == tmp_path / "c.sqlite"


def test_without_any_address_the_embedded_database_is_meant(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(ENVIRONMENT_VARIABLE, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert locate().embedded


def test_a_database_of_another_kind_is_refused() -> None:
    with pytest.raises(DatabaseError, match="mysql"):
        locate("mysql://root@localhost/test")


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
@pytest.mark.parametrize(
    ("rest", "shown"),
    [
        ("u@h/d", "u@h/d"),
        ("", ""),
        ("/d?host=/run/postgresql", "/d?host=/run/postgresql"),
        ("u@[::1]:5432/d", "u@[::1]:5432/d"),
        ("u:secret@h.example:5432/d", "u:***@h.example:5432/d"),
        ("u:%73%65cret@h/d", "u:***@h/d"),
        ("u:a:b@h/d", "u:***@h/d"),
        ("u:a@b#c@h/d", "u:***@h/d"),
        ("u:@h/d", "u:***@h/d"),
        ("u@h/d?password=secret", "u@h/d?password=***"),
        ("u@h/d?sslmode=require&pass%77ord=secret", "u@h/d?sslmode=require&pass%77ord=***"),
        ("u@h/d?SSLPASSWORD=secret&sslmode=require", "u@h/d?SSLPASSWORD=***&sslmode=require"),
    ],
)
def test_an_address_is_shown_as_it_was_written_but_for_its_passwords(scheme: str, rest: str, shown: str) -> None:
    found = locate(f"{scheme}://{rest}")
    assert str(found) == f"{scheme}://{shown}"
    assert "secret" not in repr(found)


@pytest.mark.parametrize("password", ["secret", "p%40ss", "a:b", "a@b", "a%3Fb%2Fc%23d", "%", "ключ"])
def test_a_password_reaches_the_driver_whole(password: str) -> None:
    from urllib.parse import unquote

    from sqlalchemy import make_url

    found = make_url(locate(f"postgresql://me%40home:{password}@localhost:1/db?sslmode=require").url)
    assert (found.username, found.password) == ("me@home", unquote(password))
    assert (found.host, found.port, found.database) == ("localhost", 1, "db")
    assert found.query == {"sslmode": "require"}


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://u:hush/hush@h/d",
        "postgresql://u:12/hush@h/d",
        "postgresql://u:12?hush@h/d",
        "postgresql://u:12?hush=hush@h/d",
        "postgresql://u:hush?hush@h/d",
        "postgresql://u@h/d?hush",
        "postgresql://h/d#hush",
        "postgresql://u@hush..hush/d",
        f"postgresql://u@{'hush' * 20}/d",
        "postgresql:/u:hush@h/d",
        "postgresql:u:hush@h/d",
        "host=h password=hush",
        "password = hush",
    ],
)
def test_an_address_that_cannot_be_read_is_refused_and_nothing_of_it_shown(address: str) -> None:
    with pytest.raises(DatabaseError, match=r"postgresql://user:password@host:port/database") as raised:
        locate(address)
    assert "hush" not in str(raised.value)


@pytest.mark.parametrize("name", ["a b.sqlite", "100%.sqlite", "what?.sqlite", "a#b.sqlite"])
def test_a_uri_leads_to_the_file_whatever_its_name(tmp_path: Path, name: str) -> None:
    import sqlite3
    from contextlib import closing

    path = tmp_path / name
    with closing(sqlite3.connect(path)) as made:
        made.execute("CREATE TABLE here (x)")
    with closing(sqlite3.connect(file_uri(path, mode="ro"), uri=True)) as opened:
        assert opened.execute("SELECT name FROM sqlite_master").fetchall() == [("here",)]


@pytest.mark.parametrize("option", ["autocommit=1", "prepare_threshold=x", "prep%61re_threshold=0", "row_factory=a"])
def test_an_option_of_the_driver_alone_is_refused(option: str) -> None:
    with pytest.raises(DatabaseError, match="leave it out"):
        locate(f"postgresql://u@h/d?sslmode=require&{option}")
