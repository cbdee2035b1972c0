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


@pytest.mark.parametrize("password", ["secret", "p%40ss", "a:b"])
def test_a_password_is_never_shown(password: str) -> None:
    assert password not in str(locate(f"postgresql://user:{password}@localhost/db"))


@pytest.mark.parametrize("name", ["a b.sqlite", "100%.sqlite", "what?.sqlite", "a#b.sqlite"])
def test_a_uri_leads_to_the_file_whatever_its_name(tmp_path: Path, name: str) -> None:
    import sqlite3
    from contextlib import closing

    path = tmp_path / name
    with closing(sqlite3.connect(path)) as made:
        made.execute("CREATE TABLE here (x)")
    with closing(sqlite3.connect(file_uri(path, mode="ro"), uri=True)) as opened:
        assert opened.execute("SELECT name FROM sqlite_master").fetchall() == [("here",)]
