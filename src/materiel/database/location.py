"""Which database a command talks to: an address, a path, or the embedded one."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from materiel.errors import DatabaseError

ENVIRONMENT_VARIABLE = "MATERIEL_DB"
_SERVERS = ("postgresql", "postgres")
_DRIVER = "postgresql+psycopg"


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
        parts = urlsplit(self.server_url)
        if parts.password is None:
            return self.server_url
        return self.server_url.replace(f":{parts.password}@", ":***@", 1)


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
        return Location(server_url=f"{_DRIVER}://{rest}")
    raise DatabaseError(f"{scheme}: no database of this kind is supported; use a path, sqlite:/// or postgresql://")


def file_uri(path: Path, **options: str) -> str:
    """Return the `file:` URI under which `sqlite3` opens `path` with `options`, such as `mode="ro"`."""
    query = "&".join(f"{name}={value}" for name, value in options.items())
    return f"file:{quote(str(path.absolute()))}?{query}"
