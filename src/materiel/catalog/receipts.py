"""Receipts are numbered in the order in which they are cited; one sentence read one way is one receipt."""

from __future__ import annotations

from typing import Any

Row = dict[str, Any]

RECEIPT_COLUMNS = (
    "publisher",
    "title",
    "published",
    "source_id",
    "sentence_ordinal",
    "paragraph",
    "starts",
    "ends",
    "quote",
    "attribution",
    "firmness",
    "cue",
    "note",
    "url",
    "link",
    "sentence_text",
    "attached",
    "attached_text",
)


class Receipts:
    """The numbered receipts of an answer."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[Any, ...], int] = {}
        self.rows: list[Row] = []

    def cite(self, statement: Row) -> int:
        """Return the number of the receipt of a statement (a row of the view `receipts`)."""
        key = tuple(statement[name] for name in ("sentence_id", "quote", "attribution", "firmness", "cue"))
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self.rows) + 1
            self.rows.append({"number": number, **{name: statement[name] for name in RECEIPT_COLUMNS}})
        return number

    def cite_all(self, statements: list[Row]) -> list[int]:
        """Return the numbers of the receipts of several statements, each once, in their order."""
        return list(dict.fromkeys(self.cite(statement) for statement in statements))
