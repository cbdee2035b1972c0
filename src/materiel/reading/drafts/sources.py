"""The head of a drafted record: what is known of the source, and what the reviewer must fill in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from materiel.errors import ValueFormatError
from materiel.models import vocabulary
from materiel.reading.document import Article, Document
from materiel.reading.drafts.agents import Agents
from materiel.reading.text import source_hash
from materiel.seeds.dates import parse_date
from materiel.text.canonical import CANONICAL_VERSION
from materiel.text.printable import printable

_KEYS: Final = ("title", "publisher", "published", "url", "language", "kind", "rights", "retrieved")
_NEEDED: Final = {
    "title": "the title as published",
    "publisher": "an agent of agents.toml",
    "url": "an http or https address",
    "language": "as in ISO 639-1",
    "kind": f"one of: {', '.join(vocabulary.SOURCE_KINDS)}",
    "rights": f"one of: {', '.join(vocabulary.RIGHTS)}",
    "retrieved": "the day on which the text was read, as in 2026-11-24",
}
"""Keys that a record must have, and what stands in them."""

_SLUG: Final = re.compile(r"[^a-z0-9]+")
_LONGEST_SLUG: Final = 60


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of a source; None where the file has to say it. Dates are ISO 8601."""

    source_id: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    kind: str | None = None
    rights: str | None = None
    retrieved: str | None = None


@dataclass
class Head:
    """The keys of a record before its sentences; `missing` has a line for each thing to fill in."""

    id: str
    keys: dict[str, Any]
    missing: list[str] = field(default_factory=list)


def head(article: Article, document: Document, given: Given, agents: Agents) -> Head:
    """Return the head of the record of an article."""
    first = document.sentences[0] if document.sentences else None
    heading = first.text if first is not None and first.kind == "heading" else None
    known: dict[str, Any] = {
        "title": given.title or article.title or heading,
        "published": _date(given.published or article.published),
        "url": given.url or article.url,
        "language": given.language or document.language,
        "kind": given.kind,
        "rights": given.rights,
        "retrieved": None,
    }
    known = {key: printable(value).strip() if isinstance(value, str) else value for key, value in known.items()}
    missing = []
    publisher = given.publisher or article.publisher
    known["publisher"] = agents.known(publisher) if publisher else None
    if publisher and known["publisher"] is None:
        missing.append(f"publisher: {printable(publisher)!r} is no agent of agents.toml yet")
    if given.retrieved:
        # It becomes a date in the record, not a text.
        from datetime import date

        known["retrieved"] = date.fromisoformat(given.retrieved)
    if known["url"] and not known["url"].startswith(("http://", "https://")):
        known["url"] = None
    missing += [
        f"{key}: {words}" for key, words in _NEEDED.items() if not known[key] and not (key == "publisher" and publisher)
    ]
    keys = {key: known[key] for key in _KEYS if known[key]}
    keys["scope"] = "whole"
    keys["sha256"] = source_hash(sentence.text for sentence in document.sentences)
    keys["canonical_version"] = CANONICAL_VERSION
    name = given.source_id or article.id or known["title"] or Path(article.name).stem
    return Head(slug(str(name)), keys, missing)


def slug(name: str) -> str:
    """Make an id of a name: lower-case letters, digits and single hyphens."""
    found = _SLUG.sub("-", name.lower()).strip("-")[:_LONGEST_SLUG].strip("-")
    return found or "draft"


def _date(text: str | None) -> str | None:
    """Return a date in EDTF; of a moment its day. None for what is no date."""
    for candidate in (text, (text or "")[:10]):
        try:
            return parse_date(candidate).text if candidate else None
        except ValueFormatError:
            continue
    return None
