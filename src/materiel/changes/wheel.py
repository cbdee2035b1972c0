"""A release as a wheel: the seeds in it are taken out, and nothing else."""

from __future__ import annotations

import lzma
import shutil
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import Final

from materiel.errors import ComparisonError

_SEEDS = PurePosixPath("materiel/_data/seeds")

MOST_BYTES: Final = 1 << 30
"""Size of the seeds, unpacked, from which on a wheel is refused: a small file can claim to hold anything."""


def extract_seeds(wheel: Path, folder: Path) -> None:
    """Write the seeds in `wheel` to `folder`, which is made.

    Raises `ComparisonError` for a file that is damaged, is no wheel of materiel, or would write elsewhere.
    """
    try:
        with zipfile.ZipFile(wheel) as archive:
            members = _members(archive, wheel)
            folder.mkdir()
            for inside, member in members:
                target = folder / inside
                target.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(member) as source, target.open("wb") as file:
                    shutil.copyfileobj(source, file)
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError) as error:
        raise ComparisonError(f"{wheel}: is no wheel, or a damaged one ({error})") from error
    except OSError as error:
        raise ComparisonError(f"{wheel}: its seeds cannot be taken out ({error.strerror})") from error


def _members(archive: zipfile.ZipFile, wheel: Path) -> list[tuple[PurePosixPath, zipfile.ZipInfo]]:
    """Return the files of the seeds, each with its path inside their folder."""
    found = []
    for member in archive.infolist():
        path = PurePosixPath(member.filename)
        if not path.is_relative_to(_SEEDS) or member.is_dir():
            continue
        inside = path.relative_to(_SEEDS)
        if ".." in inside.parts or "\\" in member.filename:
            raise ComparisonError(f"{wheel}: holds a file that would be written elsewhere: {member.filename}")
        found.append((inside, member))
    if not found:
        raise ComparisonError(f"{wheel}: is no wheel of materiel: it holds no {_SEEDS}")
    if sum(member.file_size for _, member in found) > MOST_BYTES:
        raise ComparisonError(f"{wheel}: its seeds would take more than {MOST_BYTES >> 30} GiB")
    return found
