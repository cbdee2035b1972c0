"""The article in a web page: its text, block by block, and what the page says of itself.

Trafilatura finds the article; navigation, share prompts and cookie banners stay behind. What is left of the page's
furniture is told from the article when the text is read. The library is an optional extra.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from materiel.errors import MissingExtraError, TextError
from materiel.reading.document import BlockKind
from materiel.text.canonical import canonical

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BEGINNING = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,1000}?-->\s*){0,3}<(?:!doctype\s+html|html|head|body|article|div|p|h1)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<[a-zA-Z]")
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{4000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ue000\ufffe\uffff]")
_REFERENCE = re.compile(r"&#(?:[xX]0*([0-9a-fA-F]{1,5})(?![0-9a-fA-F])|0*(\d{1,6})(?!\d));?")
"""A character by its number: one that XML does not have makes the library give up the whole page."""

MOST_TAGS, MOST_ATTRIBUTES = 30_000, 1000
"""Tags of a page and attributes of a tag: the library's time grows with the square of their number."""

LARGEST = 20_000_000
"""Characters of a page."""

_CAPTION: Final = "\ue000"
"""Stands before a caption while the library works: it leaves out what is in a figure, and keeps paragraphs."""

_TOP_BLOCKS = 3
_LONGEST_TITLE = 500
_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d\d-\d\d)')
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a web page. `kinds` says of the blocks that begin at an offset of `text` what they are."""

    text: str
    kinds: tuple[tuple[int, BlockKind], ...]
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None


def is_page(text: str) -> bool:
    """Say whether `text` is HTML, by how it begins."""
    return _BEGINNING.match(text) is not None


def read_page(html: str) -> Page:
    """Return the article of a page.

    Raises TextError if there is none or the page is beyond all measure, MissingExtraError without the library.
    """
    _refuse_what_takes_forever(html)
    try:
        from trafilatura import bare_extraction
    except ImportError:
        raise MissingExtraError("trafilatura", "html") from None
    tree = _parsed(_NO_XML.sub("", _REFERENCE.sub(_referred, html)))
    about = _about(tree)
    _mark_captions(tree)
    try:
        found = bare_extraction(tree, include_comments=False, include_tables=True, favor_recall=True)
        body = getattr(found, "body", None)
        blocks = [] if body is None else list(_blocks(body))
    except RecursionError:
        raise TextError("is nested too deeply") from None
    if not blocks:
        raise TextError("is a page without an article")
    if about.title and not any(_same(about.title, text) for _, text in blocks[:_TOP_BLOCKS]):
        blocks.insert(0, (BlockKind.heading, about.title))
    return _joined(blocks, about)


def _referred(found: re.Match[str]) -> str:
    """Return a reference to a character as it is, and nothing for one that no text has."""
    code = int(found[1], 16) if found[1] else int(found[2])
    return "" if code > sys.maxunicode or _NO_XML.match(chr(code)) else found[0]


def _refuse_what_takes_forever(html: str) -> None:
    if len(html) > LARGEST:
        raise TextError(f"is a page of more than {LARGEST // 1_000_000} million characters: save its text")
    if (tags := len(_TAG.findall(html))) > MOST_TAGS:
        raise TextError(f"is a page with {tags} tags, more than {MOST_TAGS}: save its text")
    for found in _LONG_TAG.finditer(html):
        if len(_QUOTED.sub("", found[0]).split()) > MOST_ATTRIBUTES:
            raise TextError(f"has a tag with more than {MOST_ATTRIBUTES} attributes")


def _parsed(html: str) -> HtmlElement:
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = document_fromstring(html.encode(errors="replace"), parser=parser)
    except ParserError:
        raise TextError("is a page without an article") from None
    # The parser gives what it has read up to there. Half an article would not be noticed.
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        raise TextError("is nested too deeply")
    return tree


def _about(tree: HtmlElement) -> Page:
    """Return what a page says of itself in its head; nothing is guessed."""
    said: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or ""
        said.setdefault(name.lower(), " ".join((meta.get("content") or "").split()))
    headings = [_text(heading) for heading in tree.iter("h1")]
    titles = [_text(title) for title in tree.iter("title")]
    title = headings[0] if len(headings) == 1 else said.get("og:title") or next(iter(titles), "")
    links = [link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"]
    published = said.get("article:published_time") or said.get("datepublished") or said.get("date") or ""
    for script in tree.iter("script") if not _DAY.match(published) else ():
        if found := _PUBLISHED.search(script.text or ""):
            published = found[1]
            break
    return Page(
        "",
        (),
        title if 0 < len(title) <= _LONGEST_TITLE else None,
        said.get("og:url") or next(iter(links), None),
        said.get("og:site_name") or None,
        published[: len("2023-09-15")] if _DAY.match(published) else None,
    )


def _text(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def _same(one: str, other: str) -> bool:
    return canonical(one).casefold() == canonical(other).casefold()


def _mark_captions(tree: HtmlElement) -> None:
    """Put captions where the library keeps them: in paragraphs of their own."""
    for caption in list(tree.iter("figcaption")):
        text = _text(caption)
        figure = next((outer for outer in caption.iterancestors("figure")), caption)
        if not text or figure.getparent() is None:
            continue
        tail = figure.tail
        figure.clear()
        figure.tag, figure.text, figure.tail = "p", _CAPTION + text, tail


_BLOCKS = {"head": BlockKind.heading, "item": BlockKind.paragraph, "row": BlockKind.table_row}
"""What the library's elements are. Of a paragraph it is not known: many a heading stands in one."""

_BORDERS = frozenset(("p", "list", "table", "quote", "code", "div", *_BLOCKS))


def _blocks(body: HtmlElement) -> Iterator[tuple[BlockKind | None, str]]:
    """Yield the kind, where it is known, and the text of each block of an article."""
    from lxml.etree import iterwalk

    words: list[str] = []
    kind: BlockKind | None = None
    row = 0
    for event, element in iterwalk(body, events=("start", "end")):
        tag = str(element.tag)
        begins = event == "start"
        row += (tag == "row") * (1 if begins else -1)
        if (tag in _BORDERS and not row) or tag == "row":
            if text := _tidy(words):
                yield (kind, text) if text[0] != _CAPTION else (BlockKind.caption, text[1:])
            words, kind = [], _BLOCKS.get(tag) if begins else None
        elif row and begins and (tag in _BORDERS or tag == "cell"):
            words.append("\t" if tag == "cell" else " ")
        elif tag == "lb" and begins:
            words.append(" " if row else "\n")
        words.append((element.text if begins else element.tail) or "")
    if text := _tidy(words):
        yield kind, text


def _tidy(words: list[str]) -> str:
    """Join the words of a block: a space between them, tabs between cells, line breaks where the page has them."""
    if "\t" in words:
        return "\t".join(" ".join(cell.split()) for cell in _cells(words)).strip("\t")
    lines = "".join(word if word == "\n" else word.replace("\n", " ") for word in words).split("\n")
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def _cells(words: list[str]) -> list[str]:
    cells = [""]
    for word in words:
        if word == "\t":
            cells.append("")
        else:
            cells[-1] += word
    return cells


def _joined(blocks: list[tuple[BlockKind | None, str]], about: Page) -> Page:
    text: list[str] = []
    kinds: list[tuple[int, BlockKind]] = []
    offset = 0
    for kind, words in blocks:
        if kind is not None:
            kinds.append((offset, kind))
        text.append(words)
        offset += len(words) + len("\n\n")
    return replace(about, text="\n\n".join(text), kinds=tuple(kinds))
