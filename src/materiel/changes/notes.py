"""Release notes in Markdown: what changed, fit to be pasted into a release on GitHub."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from materiel.changes.comparison import Comparison
from materiel.changes.entries import Entry, Receipt, counts, sections
from materiel.changes.records import WAYS
from materiel.text.printable import printable

MOST_CHARACTERS: Final = 125_000
"""What GitHub takes as the text of a release."""

_FOR_THE_REST = 500
"""Characters that are kept for words on what is left out."""

_MARKUP = re.compile(r"[\\`*_\[\]<>|~&$]")
_CALLS = re.compile(r"[@#](?=\w)|:(?=//)|\bwww(?=\.)", re.IGNORECASE)
"""What GitHub makes a link of: names of people, numbers of issues, addresses."""


def notes(comparison: Comparison) -> str:
    """Return the notes. They end, with a word on what is left out, where they would be longer than a release takes."""
    names = [f"{_code(side['name'])}" for side in (comparison.old, comparison.new)]
    title = ["# What changed", ""]
    if not comparison.changed:
        return "\n".join([*title, f"Nothing changed from {names[0]} to {names[1]}."])
    table = [f"| | {' | '.join(WAYS)} |", "|---" * (len(WAYS) + 1) + "|"]
    table += [f"| {' | '.join(row)} |" for row in counts(comparison)]
    text = "\n".join([*title, f"From {names[0]} to {names[1]}.", "", *table])
    return text + _sections(comparison, MOST_CHARACTERS - len(text) - _FOR_THE_REST)


def _sections(comparison: Comparison, room: int) -> str:
    parts: list[str] = []
    left_out = 0
    for heading, entries in sections(comparison):
        head = f"\n\n## {heading}\n"
        for entry in entries:
            text = f"{head}\n{_entry(entry)}"
            if len(text) > room or left_out:
                left_out += 1
                continue
            parts.append(text)
            room -= len(text)
            head = ""
    if left_out:
        parts.append(
            f"\n\n{left_out} more changes are left out: a release takes {MOST_CHARACTERS} characters."
            " `materiel diff --format jsonl` lists them all."
        )
    return "".join(parts)


def _entry(entry: Entry) -> str:
    facts = [(f", {_code(what)}: " if what else ": ") + _text(words) for what, words in entry.facts]
    first = f"- **{entry.change}** {_text(entry.name)}{''.join(facts)}"
    return "\n".join([first, *(f"  - {_line(line)}" for line in entry.lines)])


def _line(line: str | Receipt) -> str:
    if isinstance(line, str):
        return _text(line)
    return f"{_text(line.before)}[{_text(line.source)}](<{_address(line.link)}>){_text(line.after)}"


def _text(text: str) -> str:
    """Write text so that Markdown takes nothing in it for markup, and GitHub makes no link of it."""
    escaped = _MARKUP.sub(r"\\\g<0>", printable(text))
    return _CALLS.sub(r"\g<0><!-- -->", escaped)


def _code(text: str) -> str:
    return f"`{printable(text).replace('`', chr(39))}`"


def _address(url: str) -> str:
    """Write an address between angle brackets; one that is no web page leads nowhere."""
    return quote(url, safe="%/:?#[]@!$&'()*+,;=~") if re.match("https?://", url) else "#"
