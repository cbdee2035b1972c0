"""Seed folders are read: every file is parsed, its shape checked, and all that is wrong is reported."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import tomli
from pydantic import ValidationError

from materiel.errors import SeedError
from materiel.models import vocabulary
from materiel.seeds.fields import SLUG, reason
from materiel.seeds.records import (
    AgentRecord,
    CategoryRecord,
    EquipmentRecord,
    Record,
    SourceRecord,
)
from materiel.seeds.rows import Known, Problems
from materiel.text.printable import has_control

_Record = TypeVar("_Record", bound=Record)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A source with its id and the file it was read from."""

    id: str
    file: str
    record: SourceRecord


@dataclass
class Seeds:
    """Everything that the seed folders hold. `sources` may be a stream, and is read once or many times."""

    known: Known = field(default_factory=lambda: Known({}, {}, {}))
    equipment_files: dict[str, str] = field(default_factory=dict)
    sources: Iterable[SourceFile] = ()


def seed_files(directory: Path) -> list[Path]:
    """Return the seed files below `directory` in a fixed order. Raises `SeedError` if it is no seed folder."""
    if not directory.is_dir():
        raise SeedError([f"{directory}: is no directory"])
    return sorted(path for path in directory.rglob("*") if path.is_file() and not _ignored(path, directory))


def _ignored(path: Path, directory: Path) -> bool:
    hidden = any(part.startswith((".", "__")) for part in path.relative_to(directory).parts)
    return hidden or path.name == "README.md"


def read_seeds(directories: Sequence[Path], problems: Problems) -> Seeds:
    """Read the seeds in `directories`, which together make one set. What is wrong goes to `problems`."""
    seeds = Seeds()
    sources: dict[str, SourceFile] = {}
    for directory in directories:
        for path in seed_files(directory):
            _read_file(path, directory, seeds, sources, problems)
    seeds.sources = [sources[source_id] for source_id in sorted(sources)]
    seeds.known.equipment = dict(sorted(seeds.known.equipment.items()))
    return seeds


def seeds_digest(directories: Sequence[Path]) -> str:
    """Return a SHA-256 over the names and contents of all seed files, whatever order they come in."""
    total = hashlib.sha256()
    for directory in directories:
        for path in seed_files(directory):
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            total.update(f"{path.relative_to(directory).as_posix()} {content}\n".encode())
    return total.hexdigest()


def _read_file(path: Path, directory: Path, seeds: Seeds, sources: dict[str, SourceFile], problems: Problems) -> None:
    file = _shown(path)
    parts = path.relative_to(directory).parts
    if parts == ("agents.toml",):
        _read_entries(path, file, AgentRecord, seeds.known.agents, problems, slugs=True)
    elif parts == ("categories.toml",):
        _read_entries(path, file, CategoryRecord, seeds.known.categories, problems, slugs=False)
    elif len(parts) == 2 and parts[0] == "sources" and path.suffix == ".toml":
        record = _read_record(path, file, SourceRecord, problems)
        if record is not None and _new_id(path.stem, path.stem in sources, file, problems):
            sources[path.stem] = SourceFile(path.stem, file, record)
    elif len(parts) == 3 and parts[0] == "equipment" and path.suffix == ".toml":
        _read_equipment(path, file, parts[1], seeds, problems)
    else:
        problems.add(file, "", "is no seed file: see seeds/README.md for what goes where")


def _read_equipment(path: Path, file: str, kind: str, seeds: Seeds, problems: Problems) -> None:
    if kind not in vocabulary.KINDS:
        problems.add(file, "", f"{kind!r} is no kind of equipment: {', '.join(vocabulary.KINDS)}")
        return
    record = _read_record(path, file, EquipmentRecord, problems)
    if record is not None and _new_id(path.stem, path.stem in seeds.known.equipment, file, problems):
        seeds.known.equipment[path.stem] = (kind, record)
        seeds.equipment_files[path.stem] = file


def _new_id(record_id: str, taken: bool, file: str, problems: Problems) -> bool:
    if SLUG.fullmatch(record_id) is None:
        problems.add(file, "", f"{record_id!r} is no id: lower-case letters, digits and single hyphens")
    elif taken:
        problems.add(file, "", f"there is another record with the id {record_id!r}")
    else:
        return True
    return False


def _shown(path: Path) -> str:
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def parse_toml(path: Path) -> dict[str, Any]:
    """Parse a TOML file. Raises ValueError, with the line where there is one, for what is none."""
    try:
        return tomli.loads(path.read_bytes().decode("utf-8"))
    except UnicodeDecodeError:
        raise ValueError("is not UTF-8 text") from None
    except RecursionError:
        raise ValueError("is nested too deeply") from None
    except tomli.TOMLDecodeError as error:
        raise ValueError(f"is no TOML: {error}") from None
    except OSError as error:
        raise ValueError(f"cannot be read: {error.strerror}") from None


def _read_data(path: Path, file: str, problems: Problems) -> dict[str, Any] | None:
    try:
        return parse_toml(path)
    except ValueError as error:
        problems.add(file, "", str(error))
        return None


def _read_record(path: Path, file: str, model: type[_Record], problems: Problems) -> _Record | None:
    data = _read_data(path, file, problems)
    return None if data is None else validated(data, model, file, "", data, problems)


def _read_entries(
    path: Path, file: str, model: type[_Record], into: dict[str, _Record], problems: Problems, *, slugs: bool
) -> None:
    for entry_id, data in (_read_data(path, file, problems) or {}).items():
        if slugs and SLUG.fullmatch(entry_id) is None:
            problems.add(file, entry_id, "is no id: lower-case letters, digits and single hyphens")
            continue
        if has_control(entry_id) or not entry_id or entry_id != entry_id.strip():
            problems.add(file, repr(entry_id), "is no name: it is empty, padded, or holds a control character")
            continue
        record = validated(data, model, file, entry_id, data, problems)
        if record is not None and into.setdefault(entry_id, record) != record:
            problems.add(file, entry_id, "there is another record with this id")


def validated(data: Any, model: type[_Record], file: str, prefix: str, raw: Any, problems: Problems) -> _Record | None:
    """Return `data` as a record; None, and what is wrong with it in `problems`, if it is none."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        for where, wrong in _explained(error, raw):
            problems.add(file, ", ".join(filter(None, (prefix, where))), wrong)
        return None


def _explained(error: ValidationError, raw: Any) -> Iterator[tuple[str, str]]:
    seen = set()
    for detail in error.errors(include_url=False):
        where = _where(detail["loc"], raw)
        found = (where, reason(detail))
        if found not in seen:
            seen.add(found)
            yield found


def _where(location: tuple[int | str, ...], raw: Any) -> str:
    """Name a place as people do: `sentence 9, says 1, quote`, with the sentence's own ordinal."""
    words: list[str] = []
    for step in location:
        previous = raw
        try:
            raw = raw[step]
        except (KeyError, IndexError, TypeError):
            raw = None
        if isinstance(step, int):
            ordinal = raw.get("ordinal") if words and words[-1] == "sentence" and isinstance(raw, dict) else None
            words[-1:] = [f"{words[-1] if words else ''} {ordinal or step + 1}".strip()]
        elif not isinstance(previous, dict) or previous.get(step) is not None or step.isidentifier():
            words.append(step)
    return ", ".join(words)
