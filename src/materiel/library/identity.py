"""What an article is called in the database, and what is known of it besides its text, made fit for that."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path

from materiel.errors import TextError, ValueFormatError
from materiel.models.vocabulary import RIGHTS
from materiel.reading.document import Article
from materiel.seeds.dates import parse_date

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d\S*$")
"""A day with a time, as feeds and pages give it: the day is kept."""

_HASH_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Identity:
    """What is known of an article: all but what is in its text. `file` has the line behind it in a file of many."""

    id: str
    url: str | None
    publisher: str | None
    title: str | None
    published: str | None
    rights: str | None
    file: str


def identity(article: Article) -> Identity:
    """Return what an article is called: by the id that it came with, else its address, else its file.

    One without any of them, from a file of many, a pipe or standard input, is called by the hash of its text: the same
    text is then the same article. Raises TextError, which names the key, for what cannot be kept.
    """
    if "\0" in article.text:
        raise TextError("holds zero characters, which no text does")
    file, whole = _file(article.name)
    url = _words(article.url, "url")
    own = _words(article.id, "id") or url or (file if whole else None)
    return Identity(
        own or f"text-{_hash(article.text)}",
        url,
        _words(article.publisher, "publisher"),
        _words(article.title, "title"),
        _published(_words(article.published, "published")),
        _rights(_words(article.rights, "rights")),
        file,
    )


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:_HASH_DIGITS]


def _file(name: str) -> tuple[str, bool]:
    """Return the place of an article as it is kept, and whether it is a file of its own."""
    path = path_of(name)
    # A pipe has a name too, and another one each time.
    whole = os.path.isfile(name)  # noqa: PTH113 (a hundred thousand times)
    if not whole and not os.path.isfile(path):  # noqa: PTH113
        return name, False
    shown = os.fsencode(Path(name if whole else path).resolve()).decode("utf-8", "backslashreplace")
    return (shown, True) if whole else (shown + name[len(path) :], False)


def path_of(name: str) -> str:
    """Return the file that an article came from: its place without the line."""
    path, colon, line = name.rpartition(":")
    return path if colon and line.isdecimal() else name


def _words(value: str | None, key: str) -> str | None:
    if value is None:
        return None
    try:
        value.encode()
    except UnicodeEncodeError:
        raise TextError(f'"{key}" holds half of a pair (a lone surrogate), which is no text') from None
    return " ".join(value.replace("\0", " ").split()) or None


def _published(value: str | None) -> str | None:
    if value is None:
        return None
    try:
        found = _MOMENT.match(value)
        return parse_date(found[1] if found else value).text
    except ValueFormatError as error:
        raise TextError(f'"published": {error}') from None


def _rights(value: str | None) -> str | None:
    if value is not None and value not in RIGHTS:
        raise TextError(f'"rights" is {value!r}, and not one of: {", ".join(RIGHTS)}')
    return value
