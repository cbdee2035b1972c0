"""How receipts are shown to people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from materiel.cli.output import Lines

Row = dict[str, Any]


def numbers(receipts: Sequence[int]) -> str:
    """Write receipt numbers as footnotes, three and more in a row as a span: `[1] [4-9]`."""
    spans: list[list[int]] = []
    for number in receipts:
        if spans and number == spans[-1][-1] + 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    return " ".join(_span(span) for span in spans)


def _span(span: list[int]) -> str:
    if len(span) > 2:
        return f"[{span[0]}-{span[-1]}]"
    return " ".join(f"[{number}]" for number in span)


def receipt_lines(receipts: Sequence[Row]) -> Lines:
    """Return the block of numbered receipts: where the sentence is, what it says, who says it, how firmly."""
    return Lines([_receipt(row) for row in receipts], heading="Receipts")


def _receipt(row: Row) -> list[str]:
    head = f"[{row['number']}] {row['publisher']}, \u201c{row['title']}\u201d"
    dated = f", {row['published']}" if row["published"] else ""
    place = f", paragraph {row['paragraph']}, sentence {row['sentence_ordinal']}"
    return [head + dated + place, *evidence_lines(row)]


def sentence_lines(row: Row, text: str | None) -> list[str]:
    """Return a sentence as far as it may be shown, behind its name; that of the reader's own copy is marked as such.

    `text` is the sentence itself where the rights allow it. A line of its own says what it has changed to in the copy.
    """
    if row["attached"] in ("exact", "moved") and not text:
        return [f", your copy: {row['attached_text']}"]
    words = text or f"{row['starts']} \u2026 {row['ends']}"
    lines = [f": {words}"]
    if row["attached"] == "changed":
        lines.append(f"CHANGED in your copy: {row['attached_text']}")
    elif row["attached"] == "missing":
        lines.append("missing in your copy")
    return lines


def evidence_lines(row: Row) -> list[str]:
    """Return the lines of one evidence: its sentence, quote, speakers, firmness and address."""
    lines = sentence_lines(row, row["sentence_text"])
    lines[0] = f"sentence{lines[0]}"
    if row["quote"]:
        lines.append(f"quote: \u201c{row['quote']}\u201d")
    cue = f" (\u201c{row['cue']}\u201d)" if row["cue"] else ""
    lines.append(f"{row['firmness']}{cue} by {row['attribution']}")
    if row["note"]:
        lines.append(f"note: {row['note']}")
    lines.append(row["link"])
    return lines
