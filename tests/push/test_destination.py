"""Addresses of destinations: what they lead to, and what of them is shown."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from destinations import Destination, Source, silent
from materiel.database.location import Location
from materiel.errors import DatabaseError, MissingExtraError
from materiel.push.destination import destination, pushing_engine, refuse_source


@pytest.mark.parametrize(
    ("address", "url", "shown"),
    [
        ("a/b.sqlite", "sqlite:///a/b.sqlite", "a/b.sqlite"),
        ("sqlite:///a.sqlite", "sqlite:///a.sqlite", "a.sqlite"),
        ("mysql://host/app", "mysql+pymysql://host/app", "mysql://host/app"),
        (
            "mariadb+pymysql://u:p%40ss@host:3307/app",
            "mysql+pymysql://u:p%40ss@host:3307/app",
            "mariadb+pymysql://u:***@host:3307/app",
        ),
        (
            "mysql://u@h/app?ssl_password=x",
            "mysql+pymysql://u@h/app?ssl_password=x",
            "mysql://u@h/app?ssl_password=***",
        ),
    ],
)
def test_an_address_leads_to_a_database(address: str, url: str, shown: str) -> None:
    found = destination(address)
    assert (found.url, str(found)) == (url, shown)


@pytest.mark.parametrize(
    "address",
    ["", " ", "mysql:host/app", "mariadb:app", "mysql://", "mysql://host", "mysql://host/", "oracle://host/app"],
)
def test_an_address_that_leads_nowhere_is_refused(address: str) -> None:
    with pytest.raises(DatabaseError):
        destination(address)


@pytest.mark.parametrize("scheme", ["postgresql", "mysql", "mariadb+pymysql"])
def test_a_password_is_never_printed(source: Source, scheme: str) -> None:
    with pytest.raises(DatabaseError) as caught:
        source.push(Destination(f"{scheme}://someone:hush-hush@127.0.0.1:1/application"))
    assert "hush" not in str(caught.value)
    assert f"{scheme}://someone:***@127.0.0.1:1/application" in str(caught.value)


def test_an_address_that_cannot_be_read_does_not_show_its_password_either() -> None:
    with pytest.raises(DatabaseError, match="mysql://user:password@host") as caught:
        destination("mysql://someone:hush@hush@host/app#1")
    assert "hush" not in str(caught.value)


def test_a_missing_driver_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pymysql", None)
    with pytest.raises(MissingExtraError, match=r"materiel\[mysql\]"):
        pushing_engine(destination("mysql://host/app"), silent, dry_run=False)


def test_the_database_that_is_read_is_no_destination(tmp_path: Path) -> None:
    path = tmp_path / "one.sqlite"
    path.touch()
    (tmp_path / "link.sqlite").symlink_to(path)
    with pytest.raises(DatabaseError, match="is the database that is read"):
        refuse_source(destination(str(tmp_path / "link.sqlite")), Location(path=path))
