"""Which database a command talks to: an address, a path, or the embedded one."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, unquote

from materiel.errors import DatabaseError

ENVIRONMENT_VARIABLE = "MATERIEL_DB"
_SERVERS = ("postgresql", "postgres")
_DRIVER = "postgresql+psycopg"
_MEANT_FOR_A_SERVER = re.compile(r"\s*postgres(ql)?(\+\w+)?:|(.*\s)?password\s*=", re.S)
"""How addresses begin that a server's client would take, and that are no path."""

_LABEL = r"[^\s:\[\].,]{1,63}"
_HOST = re.compile(rf"(\[[0-9A-Fa-f:.]+\]|({_LABEL}([.,]{_LABEL})*\.?)?)(:[0-9]+)?")
_OPTIONS_OF_THE_DRIVER = {"autocommit", "context", "cursor_factory", "prepare_threshold", "row_factory"}
"""What psycopg takes beside the options of a connection. They are no text, and not the user's to choose."""

_SECRET_OPTIONS = ("password", "secret")
_HIDDEN = "***"


@dataclass(frozen=True, slots=True)
class Location:
    """A database: a SQLite file (`path`), or a server (`server_url`, as SQLAlchemy takes it).

    `embedded` marks the file in the user's data directory, which materiel builds and renews by itself.
    `shown` is the address of a server as it was given, but for its passwords.
    """

    path: Path | None = None
    server_url: str | None = field(default=None, repr=False)
    embedded: bool = False
    shown: str = ""

    @property
    def url(self) -> str:
        """The address as SQLAlchemy takes it. It may hold a password: never print it."""
        return self.server_url or f"sqlite:///{self.path}"

    def __str__(self) -> str:
        """Return the path, or the address without its password."""
        return str(self.path) if self.server_url is None else self.shown


def embedded_path() -> Path:
    """Return where the embedded database stands: the user's data directory."""
    from platformdirs import user_data_path

    return user_data_path("materiel", appauthor=False) / "materiel.sqlite"


def locate(address: str | None = None) -> Location:
    """Find the database that `address`, else the environment, else the default names.

    `address` is a path to a SQLite file, `sqlite:///path`, or `postgresql://...`. Raises `DatabaseError`
    for an address of another kind.
    """
    address = address or os.environ.get(ENVIRONMENT_VARIABLE)
    if not address:
        return Location(path=embedded_path(), embedded=True)
    scheme, separator, rest = address.partition("://")
    if not separator:
        if _MEANT_FOR_A_SERVER.match(address):
            raise DatabaseError("write the address of a server as postgresql://user:password@host:port/database")
        return Location(path=Path(address))
    if scheme.partition("+")[0] == "sqlite":
        return Location(path=Path(unquote(rest.removeprefix("/").partition("?")[0])))
    if scheme.partition("+")[0] in _SERVERS:
        return _server(scheme, rest)
    raise DatabaseError(f"{scheme}: no database of this kind is supported; use a path, sqlite:/// or postgresql://")


def _server(scheme: str, rest: str) -> Location:
    """Take the address of a server apart: a password must neither get lost nor pass for something that is shown."""
    place, mark, options = rest.partition("?")
    authority, slash, database = place.partition("/")
    credentials, at, host = authority.rpartition("@")
    user, colon, password = credentials.partition(":")
    pairs = [pair.partition("=") for pair in options.split("&")] if options else []
    if re.search("[@#]", database + options) or not _HOST.fullmatch(host) or not all(sign for _, sign, _ in pairs):
        raise DatabaseError(
            f"{scheme}: this address cannot be read; it is {scheme}://user:password@host:port/database, in which"
            " @ : / ? # of a user or a password are written as %40 %3A %2F %3F %23"
        )
    for name, _, _ in pairs:
        if unquote(name) in _OPTIONS_OF_THE_DRIVER:
            raise DatabaseError(f"{scheme}: {unquote(name)} is no option of a connection to PostgreSQL; leave it out")
    secret = f"{colon}{quote(unquote(password), safe='')}"
    shown = "&".join(f"{name}{sign}{_HIDDEN if _is_secret(name) else value}" for name, sign, value in pairs)
    return Location(
        server_url=f"{_DRIVER}://{quote(unquote(user), safe='')}{secret}{at}{host}{slash}{database}{mark}{options}",
        shown=f"{scheme}://{user}{colon and colon + _HIDDEN}{at}{host}{slash}{database}{mark}{shown}",
    )


def _is_secret(option: str) -> bool:
    return any(word in unquote(option).lower() for word in _SECRET_OPTIONS)


def file_uri(path: Path, **options: str) -> str:
    """Return the `file:` URI under which `sqlite3` opens `path` with `options`, such as `mode="ro"`."""
    query = "&".join(f"{name}={value}" for name, value in options.items())
    return f"file:{quote(str(path.absolute()))}?{query}"
