"""A source record is made from an excerpt: its sentences are located, so that nobody types a hash.

The excerpt itself stays with its reader: a record holds only where the sentences are. Whoever checks the
record a second time needs the text, so it is kept in a folder of the reader's own.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from materiel.errors import SeedError, TargetError, TextError
from materiel.reading.document import Document, Sentence
from materiel.reading.text import read_text, source_hash
from materiel.seeds.fields import SLUG
from materiel.seeds.files import parse_toml, validated
from materiel.seeds.format import formatted, head_comment
from materiel.seeds.records import AgentRecord, SourceRecord
from materiel.seeds.rows import Problems
from materiel.text.canonical import CANONICAL_VERSION, Locator, locate
from materiel.text.whole_file import replace_file

AGENTS = "agents.toml"
_OFFERED = 3


@dataclass(frozen=True, slots=True)
class NewSource:
    """A source record that was written: where, and where its excerpt is kept."""

    id: str
    file: Path
    kept: Path
    document: Document
    sentences: Sequence[Sentence]


def new_source(
    folder: Path,
    source_id: str,
    text: str,
    about: Mapping[str, Any],
    *,
    keep: Path,
    agents: Sequence[Path] = (),
    new_publisher: Mapping[str, Any] | None = None,
    wanted: Sequence[int] = (),
) -> NewSource:
    """Write the record of a source into the seed folder `folder`, and keep its excerpt `text` in the folder `keep`.

    `about` holds the keys of a source but for what the text gives; without a language, that is told from the text.
    `agents` are further seed folders whose agents count as known. `new_publisher`, the record of an agent, is
    written too, under the id that `about` names. `wanted` are the ordinals of the sentences that the record is
    to have; all if empty.

    Nothing is overwritten. Raises `SeedError` with all that is wrong, `TargetError` if a file is there already or
    cannot be written, and `TextError` for an excerpt that cannot be read. Then nothing was written.
    """
    file, kept = folder / "sources" / f"{source_id}.toml", keep / f"{source_id}.txt"
    _require_free(folder, source_id, file, kept, text)
    document = read_text(text)
    sentences = _chosen(document.sentences, wanted)
    data = {"language": document.language, **about, **_text_keys(document, sentences)}
    if data["language"] is None:
        raise TextError("the language of the excerpt cannot be told: name it with --language")
    _require_sound(data, file)
    agents_text = _agents_with(folder, agents, str(about["publisher"]), new_publisher)
    # The record comes last: what an interruption leaves behind is valid.
    record = formatted(data, ("sources", file.name))
    with _written(kept, text), _written(folder / AGENTS, agents_text), _written(file, record):
        return NewSource(source_id, file, kept, document, sentences)


def _require_free(folder: Path, source_id: str, file: Path, kept: Path, text: str) -> None:
    if SLUG.fullmatch(source_id) is None:
        raise SeedError([f"{source_id!r} is no id: lower-case letters, digits and single hyphens"])
    if not folder.is_dir():
        raise TargetError(f"{folder}: is no directory; name the seed folder with --seeds")
    if kept.resolve().is_relative_to(folder.resolve()):
        raise TargetError(f"{kept}: excerpts stay out of the seeds; name another folder with --keep")
    if file.exists():
        raise TargetError(f"{file}: there is a source with this id already; it is kept")
    if kept.exists() and kept.read_bytes() != text.encode():
        raise TargetError(f"{kept}: another excerpt is kept under this id; it is not replaced")


def _chosen(sentences: Sequence[Sentence], wanted: Sequence[int]) -> list[Sentence]:
    if not sentences:
        raise TextError("the excerpt has no sentence")
    missing = [str(number) for number in wanted if not 1 <= number <= len(sentences)]
    if missing:
        raise TextError(f"the excerpt has {len(sentences)} sentences, and no sentence {', '.join(missing)}")
    return [found for found in sentences if not wanted or found.ordinal in wanted]


def _text_keys(document: Document, sentences: Sequence[Sentence]) -> dict[str, Any]:
    return {
        "sha256": source_hash(found.text for found in document.sentences),
        "canonical_version": CANONICAL_VERSION,
        "sentence": [_record(document, found) for found in sentences],
    }


def _record(document: Document, found: Sentence) -> dict[str, Any]:
    located = _located(document, found)
    kind = {} if found.kind == "sentence" else {"kind": found.kind}
    return {
        "ordinal": found.ordinal,
        "paragraph": found.paragraph,
        **kind,
        "sha256": located.sha256,
        "starts": located.starts,
        "ends": located.ends,
    }


def _located(document: Document, found: Sentence) -> Locator:
    # The words are those of the source, with its quotes and dashes, unless the lines had to be put together first.
    located = locate(document.text[found.start : found.end])
    return located if located.sha256 == found.sha256 else locate(found.text)


def _require_sound(data: Mapping[str, Any], file: Path) -> None:
    problems = Problems()
    validated(dict(data), SourceRecord, str(file), "", data, problems)
    if problems.lines:
        raise SeedError(problems.lines)


def _agents_with(folder: Path, others: Sequence[Path], publisher: str, new: Mapping[str, Any] | None) -> str | None:
    """Return the new text of the file of agents, None if it stays. Raises `SeedError` for an unknown publisher."""
    path = folder / AGENTS
    own = _agents(path)
    known = {name: agent for other in others for name, agent in _agents(other / AGENTS).items()} | own
    if new is None:
        if publisher not in known:
            raise SeedError([f"no agent has the id {publisher!r}{_offer(publisher, known)}"])
        return None
    if publisher in known:
        raise SeedError([f"there is an agent {publisher!r} already: {known[publisher].get('name')}"])
    problems = Problems()
    validated(dict(new), AgentRecord, str(path), publisher, new, problems)
    if SLUG.fullmatch(publisher) is None:
        problems.add(str(path), publisher, "is no id: lower-case letters, digits and single hyphens")
    if problems.lines:
        raise SeedError(problems.lines)
    added = {**own, publisher: dict(new)}
    try:
        return formatted(added, (AGENTS,), head_comment(path) if path.exists() else ())
    except ValueError as error:
        raise SeedError([f"{path}: {error}"]) from None


def _agents(path: Path) -> dict[str, Any]:
    try:
        return parse_toml(path) if path.exists() else {}
    except ValueError as error:
        raise SeedError([f"{path}: {error}"]) from None


def _offer(publisher: str, known: Mapping[str, Any]) -> str:
    """Offer the agents whose id or name is close, and say how a new one is made."""
    names = {str(agent.get("name", "")).casefold(): name for name, agent in known.items()}
    close = difflib.get_close_matches(publisher, known, n=_OFFERED)
    close += [names[name] for name in difflib.get_close_matches(publisher.replace("-", " "), names, n=_OFFERED)]
    words = " or ".join(f"{name} ({known[name].get('name')})" for name in list(dict.fromkeys(close))[:_OFFERED])
    meant = f"; did you mean {words}?" if close else ""
    return f'{meant}; --new-publisher "Its Name" makes one'


@contextmanager
def _written(path: Path, text: str | None) -> Iterator[None]:
    """Write a file, unless `text` is None. If what follows fails, it is again as it was before."""
    if text is None:
        yield
        return
    try:
        before = path.read_text(encoding="utf-8") if path.exists() else None
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, text)
    except OSError as error:
        raise TargetError(f"{path}: cannot be written ({error.strerror}); nothing was") from error
    try:
        yield
    except BaseException:
        if before is None:
            path.unlink(missing_ok=True)
        else:
            replace_file(path, before)
        raise
