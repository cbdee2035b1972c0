"""Which database a command talks to: an address, a path, or the embedded one."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote

from materiel.errors import DatabaseError

ENVIRONMENT_VARIABLE = "MATERIEL_DB"
_SERVERS = ("postgresql", "postgres")
_DRIVER = "postgresql+psycopg"
_SECRET = re.compile(r"(://[^:/?#@]*:(?=[^/?#@]*@)|[?&](?:ssl)?password=)[^@&#]*")
"""What stands before a password in an address, and the password, in which `@` is quoted."""


@dataclass(frozen=True, slots=True)
class Location:
    """A database: a SQLite file (`path`), or a server (`url`, as SQLAlchemy takes it).

    `embedded` marks the file in the user's data directory, which materiel builds and renews by itself.
    """

    path: Path | None = None
    server_url: str | None = None
    embedded: bool = False

    @property
    def url(self) -> str:
        """The address as SQLAlchemy takes it. It may hold a password: never print it."""
        return self.server_url or f"sqlite:///{self.path}"

    def __str__(self) -> str:
        """Return the path, or the address without its password."""
        if self.server_url is None:
            return str(self.path)
        return _SECRET.sub(r"\1***", self.server_url)


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
        return Location(path=Path(address))
    if scheme.partition("+")[0] == "sqlite":
        return Location(path=Path(unquote(rest.removeprefix("/").partition("?")[0])))
    if scheme.partition("+")[0] in _SERVERS:
        return Location(server_url=f"{_DRIVER}://{_quoted(rest)}")
    raise DatabaseError(f"{scheme}: no database of this kind is supported; use a path, sqlite:/// or postgresql://")


def _quoted(rest: str) -> str:
    """Quote the password in an address without its scheme: with an `@` in it, it would pass for the host."""
    place = re.split(r"[/?#]", rest, maxsplit=1)[0]
    credentials, _, host = place.rpartition("@")
    user, separator, password = credentials.partition(":")
    if not separator:
        return rest
    return f"{user}:{quote(unquote(password), safe='')}@{host}{rest[len(place) :]}"


def file_uri(path: Path, **options: str) -> str:
    """Return the `file:` URI under which `sqlite3` opens `path` with `options`, such as `mode="ro"`."""
    query = "&".join(f"{name}={value}" for name, value in options.items())
    return f"file:{quote(str(path.absolute()))}?{query}"
