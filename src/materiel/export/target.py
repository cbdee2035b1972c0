"""Files and folders that are written whole or not at all, and replace others only when that is asked for."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from materiel.errors import TargetError

MARK = "materiel.json"
"""The file that a folder of ours holds. A folder without it is not ours, and is never replaced."""


@contextmanager
def new_file(path: Path, *, force: bool = False) -> Iterator[Path]:
    """Yield a path to write to. At the end the file there takes the place of `path`; after an error it is gone.

    Raises `TargetError` if something is there already and `force` is not given, or nothing can be written there.
    """
    _check(path, force, replaceable=not path.is_dir())
    with _beside(path) as folder:
        written = folder / path.name
        yield written
        written.replace(path)


@contextmanager
def new_folder(path: Path, *, force: bool = False, kept: str | None = None) -> Iterator[Path]:
    """Yield a folder to write to. At the end it takes the place of `path`; after an error it is gone.

    `force` replaces an empty folder, and one that holds `MARK`: whoever writes has to put it there. What the
    folder `kept` inside the one that is replaced holds comes along. Raises `TargetError` if something else is
    there already, or nothing can be written there.
    """
    ours = path.is_dir() and ((path / MARK).is_file() or not any(path.iterdir()))
    _check(path, force, replaceable=ours)
    with _beside(path) as folder:
        written = folder / path.name
        written.mkdir()
        if kept is not None and (path / kept).is_dir():
            shutil.copytree(path / kept, written / kept)
        yield written
        if path.exists():
            path.replace(folder / "replaced")
        written.replace(path)


def _check(path: Path, force: bool, *, replaceable: bool) -> None:
    if not path.name:
        raise TargetError(f"{path}: name a file or folder that can be written")
    if not path.parent.is_dir():
        raise TargetError(f"{path}: there is no folder {path.parent}")
    if not os.path.lexists(path):
        return
    if not force:
        raise TargetError(f"{path}: is there already; it is kept unless you give --force")
    if not replaceable:
        what = "is a folder that no export of ours made" if path.is_dir() else "is a file, not a folder"
        raise TargetError(f"{path}: {what}; --force does not replace it")


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """Yield a new folder on the same disk, whose files can take their place in one step. It is removed at the end."""
    # Its name is known before it is there, so that an interruption at any moment leaves nothing.
    folder = path.with_name(f".{path.name}.{secrets.token_hex(6)}")
    try:
        folder.mkdir()
        yield folder
    except OSError as error:
        raise TargetError(f"{path}: cannot be written ({error.strerror}); nothing was") from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)
