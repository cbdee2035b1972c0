"""Articles as they come in: files, folders of them, standard input; plain text, web pages, and JSONL.

What cannot be used is left out and told at the end, so that one bad file does not hold up the rest.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from materiel.errors import ArticlesError, MaterielError, TextError
from materiel.reading.document import Article
from materiel.reading.encoding import decode
from materiel.reading.pages import is_page, read_page
from materiel.text.canonical import REMOVED

STANDARD_INPUT = "-"
_STANDARD_INPUT_NAME = "standard input"

_PAGE_ENDINGS = frozenset((".html", ".htm", ".xhtml"))
_LINES_ENDINGS = frozenset((".jsonl", ".ndjson"))
_FIELDS = ("id", "url", "publisher", "published", "title", "rights")
"""What a record can have besides its text, in the order of `Article`."""

_HEAD = 4096


def read_articles(paths: Iterable[str | Path], *, encoding: str | None = None) -> Iterator[Article]:
    """Yield the articles of files, of folders with all that is in them, sorted, and of standard input ("-").

    A file is plain text, a web page by its ending or its beginning, or JSONL by its ending: an article a line, with
    "text" and perhaps "id", "url", "publisher", "published", "title" and "rights". Standard input is told by its
    beginning.
    `encoding` is that of all files but JSONL; without it, it is found out.

    Raises ArticlesError at the end, with a line for each file, and each line of JSONL, that could not be used.
    """
    problems: list[str] = []
    for path in map(str, paths):
        for name in [path] if path == STANDARD_INPUT else _files(path, problems):
            try:
                if path == STANDARD_INPUT:
                    yield from _input_articles(encoding, problems)
                elif Path(name).suffix.lower() in _LINES_ENDINGS:
                    with Path(name).open("rb") as lines:
                        yield from _line_articles(name, lines, problems)
                else:
                    yield _article(name, Path(name).read_bytes(), encoding)
            except OSError as error:
                reason = "is an address: save the page, and give the file" if _is_address(name) else error.strerror
                problems.append(f"{name}: {reason or error}")
            except MaterielError as error:
                problems.append(f"{_STANDARD_INPUT_NAME if path == STANDARD_INPUT else name}: {error}")
    if problems:
        raise ArticlesError(problems)


def _is_address(name: str) -> bool:
    return name.startswith(("http://", "https://"))


def _files(path: str, problems: list[str]) -> Iterator[str]:
    """Yield a file as it is, and of a folder the files in it and in its folders, sorted, without the hidden ones."""
    if not Path(path).is_dir():
        yield path
        return
    for folder, folders, files in os.walk(path, onerror=lambda error: problems.append(_folder_problem(error))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            found = Path(folder, name)
            if name.startswith("."):
                continue
            if found.is_file() or not found.exists():
                yield str(found)
            else:
                # Reading a pipe or a device may never end.
                problems.append(f"{found}: is no file")


def _folder_problem(error: OSError) -> str:
    return f"{error.filename}: {error.strerror or error}"


def _input_articles(encoding: str | None, problems: list[str]) -> Iterator[Article]:
    stream = sys.stdin.buffer
    first = stream.readline()
    if _is_record(first):
        yield from _line_articles(_STANDARD_INPUT_NAME, chain([first], stream), problems)
    else:
        yield _article(_STANDARD_INPUT_NAME, first + stream.read(), encoding)


def _is_record(line: bytes) -> bool:
    try:
        return line.lstrip()[:1] == b"{" and "text" in json.loads(line)
    except (ValueError, RecursionError):
        return False


def _article(name: str, data: bytes, encoding: str | None) -> Article:
    """Return the article in a file. Raises TextError if it holds none, MissingExtraError if a library is missing."""
    page = Path(name).suffix.lower() in _PAGE_ENDINGS or is_page(data[:_HEAD].decode("latin-1"))
    text = decode(data, page=page, encoding=encoding)
    if _is_empty(text):
        raise TextError("is empty")
    if not page and not is_page(text[:_HEAD]):
        return Article(name, text)
    found = read_page(text)
    return Article(
        name,
        found.text,
        url=found.url,
        publisher=found.publisher,
        published=found.published,
        title=found.title,
        kinds=found.kinds,
    )


def _line_articles(name: str, lines: Iterable[bytes], problems: list[str]) -> Iterator[Article]:
    """Yield the articles of JSONL. A line that holds none is named in `problems`.

    Raises TextError if there is no line at all.
    """
    empty = True
    for number, line in enumerate(lines, 1):
        if line.strip():
            empty = False
            try:
                yield _line_article(f"{name}:{number}", line)
            except TextError as error:
                problems.append(f"{name}:{number}: {error}")
    if empty:
        raise TextError("is empty")


def _line_article(name: str, line: bytes) -> Article:
    try:
        record: Any = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise TextError(f"is not in UTF-8 (byte {error.start + 1})") from None
    except json.JSONDecodeError as error:
        raise TextError(f"is no JSON: {error.msg} at character {error.pos + 1}") from None
    except RecursionError:
        raise TextError("is no JSON that can be read: it is nested too deeply") from None
    except ValueError:
        raise TextError("is no JSON that can be read: it has a number of thousands of digits") from None
    if not isinstance(record, dict):
        raise TextError('is no JSON object with "text"')
    text = record.get("text")
    if not isinstance(text, str) or _is_empty(text):
        raise TextError('has no "text"')
    id_, url, publisher, published, title, rights = (_field(record, key) for key in _FIELDS)
    return Article(name, text, id_, url, publisher, published, title, rights)


def _field(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    if not isinstance(value, str | int | None) or isinstance(value, bool):
        raise TextError(f'"{key}" is no text')
    return None if value is None else str(value)


def _is_empty(text: str) -> bool:
    return not text[:_HEAD].strip().strip(REMOVED) and not text.translate(dict.fromkeys(map(ord, REMOVED))).strip()
