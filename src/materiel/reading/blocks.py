"""The blocks of a text: which of its lines belong together, and what they are by their form.

Texts come with a paragraph to a line, or wrapped at a width with empty lines or indents between paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from materiel.reading.datelines import dateline_end
from materiel.reading.document import BlockKind

Parts = tuple[tuple[int, int], ...]
"""Where the pieces of a block stand. There are several where a line breaks behind the hyphen of a compound."""

_BLANK, _NARROWEST, _WIDEST = 2, 40, 120
"""Characters of a line: longer ones hold a whole paragraph, and shorter ones are not wrapped at a width."""

_MOSTLY = 0.9
"""The share of lines within the width from which a text counts as wrapped."""

_NEARLY_FULL = 0.8
"""The share of the width from which a line is nearly full."""

_STOPS = ".!?…。！？؟।።"
_ENDS = (*_STOPS, ":", '"', "'")
_BULLET = re.compile(r"[•◦▪▸►●○■□‣⁃∙·–—*+-]\s+(?=\S)|[•◦▪▸►●‣⁃](?=\w)|(?:\d{1,2}|[a-z])[.)]\s+(?=\S)")
_ACRONYM = re.compile(r"(?:\b[A-Z]\.){2,}$")
_BROKEN_COMPOUND = re.compile(r"(?<=[^\W_])-[ \t]*(?:\r\n|[\n\r])[ \t]*(?=[^\W_])(?!(?:and|or|to|und|oder|et|ou)\b)")

_LONGEST_ROW = 1000
_HEADING_CHARACTERS, _HEADING_WORDS = 120, 18
_LEAD_IN_WORDS = 6
_CAPTION = re.compile(
    r"(?:FILE(?: PHOTO)?|Photo|PHOTO|Image|IMAGE|Picture|Pictured|PICTURED|Caption|Illustration|Graphic|Video|VIDEO"
    r"|Map|Chart|Фото|На фото|사진)\s?[-:.|] ?\S"
    r"|(?:Figure|Fig\.|FIGURE|Abbildung|Рис\.) ?\d+[.:]? \S"
)
_CAPTION_INITIALS = frozenset("FPICGVMAФНР사")
_BRACKETS = (")", ").")
_CREDIT = re.compile(
    r"\([^()]*\b(?:[Pp]hotos?|[Ii]mages?|[Cc]ourtesy|[Vv]ideo|[Gg]raphic)\b[^()]*\)\.?$"
    r"|(?:(?<=[.!?] )|^)(?:(?:Photo|Image|Video)s? (?:[Cc]ourtesy of|by|[Cc]redit:)|Courtesy of)"
    r" (?:the )?[A-Z][^!?]{1,60}$"
)
_DATED = re.compile(r"(?:1[89]|20)\d\d(?:s|-\d{2,4})? [-–] ")
"""An item of a list of years: "1998 - launched"."""

_LABEL = re.compile(r"\w{1,12}(?: \d{1,2})?:")
_LABELLED = re.compile(r"[A-Z][\w ()/.,-]{2,40}: \S")
"""A line of a sheet: "Crew (remote): two". Two of them are never one wrapped paragraph."""

_LINKS = "a an and as at be by for from has have in is its of on or that the to was were which with"
_OPEN_ENDS = frozenset(_LINKS.split())
"""Words that no line ends with but one that goes on."""


def line_blocks(text: str) -> Iterator[Parts]:
    """Yield where the blocks of a text stand, without the white space around them."""
    lines = text.splitlines(keepends=True)
    width = _width(lines)
    offset = begin = end = indent = count = 0
    before = ""
    for line in lines:
        inner = line.strip()
        if not inner:
            if before:
                yield _parts(text, begin, end) if count > 1 else ((begin, end),)
                before = ""
        else:
            left = 0 if line[0] == inner[0] else len(line) - len(line.lstrip())
            if not before or not _goes_on(before, inner, indent, left, width):
                if before:
                    yield _parts(text, begin, end) if count > 1 else ((begin, end),)
                begin = offset + left
                count = 0
            count += 1
            end = offset + left + len(inner)
            before, indent = inner, left
        offset += len(line)
    if before:
        yield _parts(text, begin, end) if count > 1 else ((begin, end),)


def marker(text: str) -> int:
    """Return where the item of a list begins behind its bullet or number; 0 if `text` is none."""
    # A letter is the first of nearly all text, and of an item only where a point or a bracket follows.
    if text[0].isalpha() and text[1:2] not in (".", ")"):
        return 0
    found = _BULLET.match(text)
    return found.end() if found else 0


def is_table_row(text: str) -> bool:
    """Say whether a line, without the white space around it, has columns: set apart by tabs, wide gaps or bars."""
    if len(text) > _LONGEST_ROW or "\n" in text or not ("\t" in text or "   " in text or "|" in text):
        return False
    text = text[marker(text) :]
    if "\t" in text or text.count("|") > 1 or text[0] == "|":
        return True
    return ("   " in text or " | " in text) and text[-1] not in ".!?"


def kind_of(text: str, *, first: bool) -> BlockKind:
    """Say what a block is by its canonical text, if it is no table row. `first`: it begins a longer text."""
    if _CAPTION.match(text) or is_credited(text):
        return BlockKind.caption
    if text[-1] not in _STOPS and (_is_item(text) or (text[0].isdigit() and _DATED.match(text))):
        return BlockKind.table_row
    if len(text) <= _HEADING_CHARACTERS and _is_heading(text, first=first):
        return BlockKind.heading
    return BlockKind.paragraph


def is_prose(text: str) -> bool:
    """Say at a glance that a block is a paragraph by `kind_of` and begins with no marker.

    It is no table row, has more than one character, and does not begin the text.
    """
    return (
        text[0].isalpha()
        and text[1] not in ".)"
        and text[-1] == "."
        and text[-2] != ")"
        and (text[0] not in _CAPTION_INITIALS or _CAPTION.match(text) is None)
        and "ourtesy of " not in text
        and "Photo" not in text
    )


def is_credited(text: str) -> bool:
    """Say whether `text` ends with who made a picture, or is nothing else."""
    return (text.endswith(_BRACKETS) or "ourtesy of " in text or "Photo" in text) and _CREDIT.search(text) is not None


def _is_heading(text: str, *, first: bool) -> bool:
    last = text.rstrip("\"')")[-1:]
    if first and last == "." and _ACRONYM.search(text):
        last = ""
    if (last and last in ".,;…。؟।።！？-") or text[0].islower():
        return False
    words = text.count(" ") + 1
    if last == ":":
        return words <= _LEAD_IN_WORDS and text[-1] == ":"
    if last in "!?":
        return first and not any(sign in text[:-1] for sign in ("! ", "? ", ". "))
    return words <= _HEADING_WORDS and any(map(str.isalpha, text))


def _is_item(text: str) -> bool:
    # A numbered line without a full stop is a heading as well ("2. Background"); one with a bullet is none.
    return marker(text) > 0 and not text[0].isdigit()


def _width(lines: list[str]) -> int | None:
    """Return the width at which a text is wrapped, or None if its lines are paragraphs."""
    lengths = [length for length in map(len, lines) if length > _BLANK]
    width = max((length for length in lengths if length <= _WIDEST), default=0)
    if width < _NARROWEST or sum([length <= _WIDEST for length in lengths]) < _MOSTLY * len(lengths):
        return None
    breaks = [(line.rstrip(), after.strip()) for line, after in pairwise(lines) if line.strip() and after.strip()]
    width = max((len(line) for line, _ in breaks if len(line) <= _WIDEST), default=0)
    if width < _NARROWEST:
        return None
    full = sum(_is_full(line, after, width) for line, after in breaks)
    return width if full * 2 > len(breaks) else None


def _is_full(line: str, after: str, width: int) -> bool:
    """Say whether the first word of the next line did not fit into this one, or nearly so."""
    needed = len(line) + 1 + len(after.split(None, 1)[0])
    return needed > width or (needed > width * _NEARLY_FULL and not line.endswith(_ENDS))


def _goes_on(line: str, after: str, indent: int, indent_after: int, width: int | None) -> bool:
    """Say whether the line `after` goes on with the block of `line`. Both are without their indents."""
    if marker(after) or is_table_row(line) or is_table_row(after):
        return False
    if (after[0] == "(" or after[:2].isupper()) and dateline_end(after):
        return False
    if indent_after > indent:
        return marker(line) > 0
    if line[-1] not in _STOPS:
        if (after[0].islower() and not _LABEL.match(after)) or line[line.rfind(" ") + 1 :] in _OPEN_ENDS:
            return True
        if after[0].isdigit() and _DATED.match(after):
            return False
    if width is None or len(line) > _WIDEST or not _is_full(line, after, width - indent):
        return False
    return not (":" in after and _LABELLED.match(after) and _LABELLED.match(line))


def _parts(text: str, start: int, end: int) -> Parts:
    parts = []
    if text.find("-", start, end) >= 0 and (text.find("\n", start, end) >= 0 or text.find("\r", start, end) >= 0):
        for found in _BROKEN_COMPOUND.finditer(text, start, end):
            parts.append((start, found.start() + 1))
            start = found.end()
    parts.append((start, end))
    return tuple(parts)
