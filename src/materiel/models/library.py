"""What a reader of the database brought: copies attached to sources, and articles of their own.

A load leaves these tables alone and an export leaves them out. Nothing here is a foreign key into the tables that
seeds fill: those are emptied and filled again. A row whose other end is gone waits for it, and shows nowhere.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, Date, ForeignKey, Integer
from sqlalchemy.orm import Mapped, mapped_column

from materiel.models import vocabulary
from materiel.models.base import Base, described, one_of, optional_reference, optional_text, text
from materiel.models.types import TEXT

_SHA256 = "length(sha256) = 64"


class Attachment(Base):
    """A copy of a source that a reader holds."""

    __tablename__ = "attachment"
    __table_args__ = (
        CheckConstraint(_SHA256, name="sha256_length"),
        described("Copies of sources that a reader holds and attached; never exported unless asked for."),
    )

    source_id: Mapped[str] = mapped_column(TEXT, primary_key=True, comment="The source that it is a copy of.")
    file: Mapped[str] = text("Name of the file, without its folder.")
    sha256: Mapped[str] = text("SHA-256 of the canonical form of the copy, all sentences of the article in order.")
    canonical_version: Mapped[int] = mapped_column(
        Integer, comment="Version of the canonical form of text that it was held with."
    )
    attached: Mapped[date] = mapped_column(Date, comment="Day on which it was attached.")


class AttachedSentence(Base):
    """A sentence of a source, looked for in the copy that is attached."""

    __tablename__ = "attached_sentence"
    __table_args__ = (
        one_of("result", vocabulary.HELD),
        CheckConstraint(_SHA256, name="sha256_length"),
        CheckConstraint("ordinal >= 1", name="ordinal_positive"),
        CheckConstraint("copy_ordinal >= 1", name="copy_ordinal_positive"),
        CheckConstraint("(result = 'missing') = (text IS NULL)", name="text_found"),
        described("How each sentence of a source was found in the attached copy, and its text there."),
    )

    source_id: Mapped[str] = mapped_column(
        TEXT, ForeignKey("attachment.source_id"), primary_key=True, comment="The source."
    )
    ordinal: Mapped[int] = mapped_column(
        Integer, primary_key=True, autoincrement=False, comment="Position of the sentence in the text that was read."
    )
    sha256: Mapped[str] = text("SHA-256 that the source has for the sentence: the text belongs to no other.")
    result: Mapped[str] = text("How it was found: exact, moved, changed or missing.")
    copy_ordinal: Mapped[int | None] = mapped_column(
        Integer, comment="Position in the copy, from 1; NULL if missing, or found outside the article itself."
    )
    text: Mapped[str | None] = optional_text("The sentence as the copy has it; if changed, not what was read.")


class Article(Base):
    """An article that a reader ingested."""

    __tablename__ = "article"
    __table_args__ = (
        one_of("rights", vocabulary.RIGHTS),
        CheckConstraint(_SHA256, name="sha256_length"),
        CheckConstraint("same_as <> id", name="same_as_another"),
        described("Articles that a reader ingested: located, not copied, unless the rights or the reader allow it."),
    )

    id: Mapped[str] = mapped_column(TEXT, primary_key=True, comment="Id, as it came or made of its address or file.")
    url: Mapped[str | None] = optional_text("Address at which it was published.")
    publisher: Mapped[str | None] = optional_text("Who published it, as it was given.")
    title: Mapped[str | None] = optional_text("Title as published.")
    published: Mapped[str | None] = optional_text("When it was published (EDTF).")
    language: Mapped[str | None] = optional_text("Language of the text, as an ISO 639-1 code; NULL if unsure.")
    rights: Mapped[str | None] = optional_text("Rights in the text; NULL if nothing is known of them.")
    file: Mapped[str] = text("File it came from, with the line in a file of many.")
    sha256: Mapped[str] = mapped_column(
        TEXT, index=True, comment="SHA-256 of the canonical form of the article, all its sentences in order."
    )
    canonical_version: Mapped[int] = mapped_column(
        Integer, comment="Version of the canonical form of text that the hashes were made with."
    )
    names_sha256: Mapped[str] = text("SHA-256 of the names and rules that mentions were looked for with.")
    ingested: Mapped[date] = mapped_column(Date, comment="Day on which it was ingested.")
    same_as: Mapped[str | None] = optional_reference("article.id", "The article with the same text that came first.")


class ArticleSentence(Base):
    """One sentence of an ingested article."""

    __tablename__ = "article_sentence"
    __table_args__ = (
        one_of("kind", vocabulary.SENTENCE_KINDS),
        CheckConstraint(_SHA256, name="sha256_length"),
        CheckConstraint("ordinal >= 1", name="ordinal_positive"),
        CheckConstraint("paragraph >= 1", name="paragraph_positive"),
        CheckConstraint('start >= 0 AND "end" > start', name="offsets_sound"),
        described("Sentences (or headings, captions, table rows) of ingested articles."),
    )

    article_id: Mapped[str] = mapped_column(
        TEXT, ForeignKey("article.id"), primary_key=True, comment="The article it stands in."
    )
    ordinal: Mapped[int] = mapped_column(
        Integer, primary_key=True, autoincrement=False, comment="Position in the article, from 1."
    )
    paragraph: Mapped[int] = mapped_column(Integer, comment="Paragraph it stands in, from 1.")
    kind: Mapped[str] = text("Sentence, heading, caption or table row.")
    start: Mapped[int] = mapped_column(Integer, comment="Offset of its first character in the text as it came.")
    end: Mapped[int] = mapped_column(Integer, comment="Offset behind its last character.")
    sha256: Mapped[str] = text("SHA-256 of the canonical form of the sentence.")
    starts: Mapped[str] = text("First few words.")
    ends: Mapped[str] = text("Last few words.")
    text: Mapped[str | None] = optional_text("The sentence itself, only where the rights or the reader allow it.")


class ArticleMention(Base):
    """A system is named in an ingested article."""

    __tablename__ = "article_mention"
    __table_args__ = (
        CheckConstraint("ordinal >= 1", name="ordinal_positive"),
        CheckConstraint('start >= 0 AND "end" > start', name="offsets_sound"),
        described("Systems that are named in ingested articles, at these offsets of a sentence's canonical form."),
    )

    article_id: Mapped[str] = mapped_column(
        TEXT, ForeignKey("article.id"), primary_key=True, comment="The article it stands in."
    )
    ordinal: Mapped[int] = mapped_column(
        Integer, primary_key=True, autoincrement=False, comment="Position of the sentence."
    )
    start: Mapped[int] = mapped_column(
        Integer, primary_key=True, autoincrement=False, comment="Offset of its first character."
    )
    equipment_id: Mapped[str] = mapped_column(TEXT, primary_key=True, index=True, comment="The system.")
    end: Mapped[int] = mapped_column(Integer, comment="Offset behind its last character.")
    name: Mapped[str] = text("The name as it stands there.")


class UnmatchedDesignation(Base):
    """A word of an ingested article that looks like a designation and is none that is known."""

    __tablename__ = "unmatched_designation"
    __table_args__ = (
        CheckConstraint("times >= 1", name="times_positive"),
        described("Words of ingested articles that look like designations, and are none that is known."),
    )

    article_id: Mapped[str] = mapped_column(
        TEXT, ForeignKey("article.id"), primary_key=True, comment="The article it stands in."
    )
    token: Mapped[str] = mapped_column(TEXT, primary_key=True, comment="The words as written.")
    times: Mapped[int] = mapped_column(Integer, comment="How often they stand there.")


READER_TABLES = frozenset(
    model.__tablename__
    for model in (Attachment, AttachedSentence, Article, ArticleSentence, ArticleMention, UnmatchedDesignation)
)
"""The tables that hold what a reader brought. They are no content: loads, digests, exports and diff pass them by."""
