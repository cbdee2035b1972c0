"""Articles are stored, each in one transaction: what is known of it, its sentences, mentions and unmatched words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection

from materiel.errors import TextError
from materiel.library.contents import Contents
from materiel.library.identity import Identity, path_of
from materiel.seeds.writer import insert_rows
from materiel.text.canonical import CANONICAL_VERSION

OPEN_RIGHTS = "public domain"
"""Rights that let the text be stored, whoever stores it."""


class Stored(StrEnum):
    """What storing an article came to."""

    new = "new"
    changed = "changed"
    unchanged = "unchanged"
    duplicate = "duplicate"


_ARTICLE = (
    *("id", "url", "publisher", "title", "published", "rights", "file", "language", "sha256", "canonical_version"),
    *("names_sha256", "same_as", "ingested"),
)
_KEPT = _ARTICLE[:-1]
"""Columns that say whether an article is as it was: all but the day."""

_CHILDREN = {
    "article_sentence": (
        *("article_id", "ordinal", "paragraph", "kind", "start", "end", "sha256", "starts", "ends", "text"),
    ),
    "article_mention": ("article_id", "ordinal", "start", "equipment_id", "end", "name"),
    "unmatched_designation": ("article_id", "token", "times"),
}

_KNOWN = f"""
SELECT {", ".join(_KEPT)}, (SELECT max("end") FROM article_sentence WHERE article_id = article.id) AS ends,
    EXISTS (SELECT 1 FROM article_sentence WHERE article_id = article.id AND text IS NOT NULL) AS has_text
FROM article WHERE id = ?
"""
_SAME_TEXT = "SELECT id FROM article WHERE sha256 = ? AND same_as IS NULL AND id <> ? ORDER BY id LIMIT 1"
_FIRST_DUPLICATE = "SELECT min(id) FROM article WHERE same_as = ?"


@dataclass(frozen=True, slots=True)
class Store:
    """Stores articles over one connection. `names_sha256` says by which names and rules they were read."""

    connection: Connection
    names_sha256: str
    keep_text: bool
    day: date

    def put(self, article: Identity, contents: Contents, *, again: bool) -> tuple[Stored, str | None]:
        """Store an article. Returns what that came to, and of a duplicate the article that has the same text.

        Nothing is written if all is as it was. `again`: an article of this id came before, in the same run. Raises
        TextError if the id is that of another article.
        """
        known = self._row(_KNOWN, article.id)
        if known is not None:
            _refuse_other(article, contents, known, again=again)
        same_as = None
        if known is None or known["sha256"] != contents.sha256 or known["same_as"] is not None:
            same_as = self._first(_SAME_TEXT, contents.sha256, article.id)
        row = {
            **{name: getattr(article, name) for name in _ARTICLE[:7]},
            "language": contents.language,
            "sha256": contents.sha256,
            "canonical_version": CANONICAL_VERSION,
            "names_sha256": self.names_sha256,
            "same_as": same_as,
        }
        with_text = self.keep_text or article.rights == OPEN_RIGHTS
        if known is not None and known["sha256"] == contents.sha256:
            # What its reader allowed once stays.
            with_text = with_text or bool(known["has_text"])
            places = same_as or (known["ends"] == contents.sentences[-1][4] and with_text == bool(known["has_text"]))
            if places and all(row[name] == known[name] for name in _KEPT):
                return (Stored.duplicate if same_as else Stored.unchanged), same_as
        self._write({**row, "ingested": self.day.isoformat()}, contents, with_text=with_text, known=known)
        if same_as is not None:
            return Stored.duplicate, same_as
        return (Stored.new if known is None else Stored.changed), None

    def _write(self, row: dict[str, Any], contents: Contents, *, with_text: bool, known: dict[str, Any] | None) -> None:
        article_id = row["id"]
        if known is None:
            self._insert("article", _ARTICLE, [tuple(row[name] for name in _ARTICLE)])
        else:
            if known["sha256"] != row["sha256"]:
                self._hand_over(article_id)
            for table in _CHILDREN:
                self._run(f"DELETE FROM {table} WHERE article_id = ?", article_id)
            names = [name for name in _ARTICLE if name != "id"]
            filled = ", ".join(f"{name} = ?" for name in names)
            self._run(f"UPDATE article SET {filled} WHERE id = ?", *(row[name] for name in names), article_id)
        if row["same_as"] is not None:
            return
        sentences = [(article_id, *sentence[:8], sentence[8] if with_text else None) for sentence in contents.sentences]
        rows: dict[str, Sequence[tuple[Any, ...]]] = {
            "article_sentence": sentences,
            "article_mention": [(article_id, *mention) for mention in contents.mentions],
            "unmatched_designation": [(article_id, *word) for word in contents.unmatched],
        }
        for table, found in rows.items():
            if found:
                self._insert(table, _CHILDREN[table], found)

    def _hand_over(self, article_id: str) -> None:
        """Give what is stored of an article whose text changes to the first of those that have the old text."""
        heir = self._first(_FIRST_DUPLICATE, article_id)
        if heir is None:
            return
        self._run("UPDATE article SET same_as = NULL WHERE id = ?", heir)
        self._run("UPDATE article SET same_as = ? WHERE same_as = ?", heir, article_id)
        for table in _CHILDREN:
            self._run(f"UPDATE {table} SET article_id = ? WHERE article_id = ?", heir, article_id)

    def _row(self, sql: str, *values: Any) -> dict[str, Any] | None:
        cursor = self._run(sql, *values)
        found = cursor.fetchone()
        return None if found is None else dict(zip([column[0] for column in cursor.description], found, strict=True))

    def _first(self, sql: str, *values: Any) -> str | None:
        found = self._run(sql, *values).fetchone()
        return None if found is None else found[0]

    def _insert(self, table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
        if self._sqlite:
            names = ", ".join(f'"{column}"' for column in columns)
            marks = ", ".join("?" for _ in columns)
            self._cursor().executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)
        else:
            insert_rows(self.connection, table, columns, rows)

    def _run(self, sql: str, *values: Any) -> Any:
        cursor = self._cursor()
        cursor.execute(sql if self._sqlite else sql.replace("?", "%s"), values)
        return cursor

    def _cursor(self) -> Any:
        # The driver's own: there are many small statements, and SQLAlchemy takes longer than they do.
        return self.connection.connection.cursor()

    @property
    def _sqlite(self) -> bool:
        return self.connection.dialect.name == "sqlite"


def _refuse_other(article: Identity, contents: Contents, known: dict[str, Any], *, again: bool) -> None:
    """Raise TextError if an article with the id of another one would take its place."""
    if known["sha256"] == contents.sha256:
        return
    moved = path_of(known["file"]) != path_of(article.file) and (article.url is None or known["url"] != article.url)
    if again or moved:
        raise TextError(f"its id {article.id!r} is that of {known['file']}, which has another text")
