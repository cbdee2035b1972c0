"""What travels with the data: whose it is, what it is, and how it is to be read."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from materiel.export.content import Content
from materiel.export.target import MARK

TITLE: Final = "materiel: military equipment reference data in which every fact has a receipt"

RIGHTS: Final = (
    "Locators, readings and notes are materiel's own work, under the MIT licence. It does not cover the words of"
    " others: titles and quotes belong to those who published them, and each source names the rights in its text."
    " No sentence of a source is in here, unless its rights allow it."
)

COPIES: Final = (
    "The table attached_sentence is another matter: it holds sentences of sources as somebody's own copies have them."
    " Who made this export said that they may hand those on, which does not mean that you may."
)

CAUTION: Final = (
    "When you use a fact, cite its source and not this database alone. We record what sources say."
    " That somebody said it does not make it true."
)

LICENCE: Final = {"name": "MIT", "title": "MIT License", "path": "https://opensource.org/license/mit"}
"""The licence, as a Data Package names it."""


def about(content: Content) -> dict[str, Any]:
    """Return what an export says of itself."""
    return {"title": TITLE, **content.about, "rights": rights(content), "caution": CAUTION}


def rights(content: Content) -> str:
    """Return what is to be said of the rights in a content."""
    return f"{RIGHTS} {COPIES}" if content.with_copies else RIGHTS


def write_notice(folder: Path, content: Content, format_name: str, notes: Sequence[str], **more: Any) -> None:
    """Write, into the `folder` of an export, a README for people and `MARK` for programs.

    `notes` are paragraphs on the format, and `more` goes into `MARK`.
    """
    paragraphs = [f"# {TITLE}", *notes, rights(content), CAUTION]
    (folder / "README.md").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    write_json(folder / MARK, {**about(content), "format": format_name, **more})


def write_json(path: Path, document: Mapping[str, Any] | Sequence[Any]) -> None:
    """Write `document` as readable JSON, the same bytes for the same document."""
    path.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
