"""Where a statement comes from: source, sentence, evidence, and the agents who speak."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, Date, ForeignKey, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from materiel.models import vocabulary
from materiel.models.base import Base, described, one_of, optional_text, reference, text
from materiel.models.types import TEXT


class Agent(Base):
    """Who speaks or acts."""

    __tablename__ = "agent"
    __table_args__ = (
        one_of("kind", vocabulary.AGENT_KINDS),
        described("Who speaks or acts: a state, agency, service, company, publisher, person or place."),
    )

    id: Mapped[str] = mapped_column(TEXT, primary_key=True, comment="Slug, such as us-dia.")
    name: Mapped[str] = text("Name as readers know it.")
    kind: Mapped[str] = text("What the agent is: state, agency, company, publisher, person, ...")
    country: Mapped[str | None] = optional_text("Country the agent belongs to, in English.")


class Source(Base):
    """One published article, report or page."""

    __tablename__ = "source"
    __table_args__ = (
        one_of("kind", vocabulary.SOURCE_KINDS),
        one_of("rights", vocabulary.RIGHTS),
        one_of("scope", vocabulary.SCOPES),
        one_of("grade", vocabulary.GRADES),
        CheckConstraint("length(sha256) = 64", name="sha256_length"),
        described("One published article, report or page that was read."),
    )

    id: Mapped[str] = mapped_column(TEXT, primary_key=True, comment="Slug, such as bloomberg-kim-jet-plant.")
    title: Mapped[str] = text("Title as published.")
    publisher_id: Mapped[str] = reference("agent.id", "Who published it.")
    author: Mapped[str | None] = optional_text("Author as named on the page.")
    published: Mapped[str | None] = optional_text("When it was published (EDTF).")
    url: Mapped[str] = text("Address at which it was read.")
    language: Mapped[str] = text("Language of the text, as an ISO 639-1 code.")
    kind: Mapped[str] = text("Kind of source; adoption prefers some kinds to others.")
    rights: Mapped[str] = text("Rights in the text.")
    retrieved: Mapped[date] = mapped_column(Date, comment="Day on which it was read.")
    scope: Mapped[str] = text("Whether the whole text was read, or an excerpt.")
    grade: Mapped[str | None] = optional_text("An editor's grade, in Admiralty code (A1 to F6).")
    sha256: Mapped[str] = text("SHA-256 of the canonical form of the text that was read.")
    canonical_version: Mapped[int] = mapped_column(
        Integer, comment="Version of the canonical form of text that the hashes were made with."
    )
    reviewed: Mapped[date | None] = mapped_column(
        Date, comment="Day on which a second reader had held every statement against the text."
    )
    reviewed_by: Mapped[str | None] = optional_text("Who the second reader was.")
    note: Mapped[str | None] = optional_text("An editor's remark.")


class Sentence(Base):
    """One sentence of a source, located, not copied."""

    __tablename__ = "sentence"
    __table_args__ = (
        UniqueConstraint("source_id", "ordinal"),
        one_of("kind", vocabulary.SENTENCE_KINDS),
        CheckConstraint("length(sha256) = 64", name="sha256_length"),
        CheckConstraint("ordinal >= 1", name="ordinal_positive"),
        CheckConstraint("paragraph >= 1", name="paragraph_positive"),
        described("One sentence (or heading, caption, table row) of a source: where it is, not what it says."),
    )

    id: Mapped[str] = mapped_column(TEXT, primary_key=True, comment="UUIDv5 of source and ordinal.")
    source_id: Mapped[str] = reference("source.id", "The source it stands in.", index=False)
    ordinal: Mapped[int] = mapped_column(Integer, comment="Position in the text that was read, from 1.")
    paragraph: Mapped[int] = mapped_column(Integer, comment="Paragraph it stands in, from 1.")
    kind: Mapped[str] = text("Sentence, heading, caption or table row.")
    sha256: Mapped[str] = text("SHA-256 of the canonical form of the sentence.")
    starts: Mapped[str] = text("First few words.")
    ends: Mapped[str] = text("Last few words.")
    fragment: Mapped[str] = text("TEXT fragment that finds the sentence in the live page (#:~:text=...).")
    text: Mapped[str | None] = optional_text("The sentence itself, only where the rights allow it.")


class Evidence(Base):
    """The receipt of one statement."""

    __tablename__ = "evidence"
    __table_args__ = (
        one_of("firmness", vocabulary.FIRMNESS),
        described("The receipt of one statement: sentence, quote, firmness, and who is speaking."),
    )

    id: Mapped[str] = mapped_column(TEXT, primary_key=True, comment="UUIDv5 of the statement it supports.")
    sentence_id: Mapped[str] = reference("sentence.id", "The sentence that makes the statement.")
    quote: Mapped[str | None] = optional_text("At most 12 words of the sentence that carry the value.")
    firmness: Mapped[str] = text("How firmly it is said: asserted, reported, assessed, planned, ...")
    cue: Mapped[str | None] = optional_text("The words of the sentence that show the firmness.")
    origin_id: Mapped[str] = reference(
        "agent.id",
        "Publisher whose independent voice this is: the wire agency where one is named, else the publisher.",
        index=False,
    )
    note: Mapped[str | None] = optional_text("An editor's remark on how the sentence was read.")


class EvidenceContext(Base):
    """A further sentence that is needed to read the one that is cited."""

    __tablename__ = "evidence_context"
    __table_args__ = (described("Other sentences needed to read the evidence: what 'its' or 'the report' refers to."),)

    evidence_id: Mapped[str] = mapped_column(TEXT, ForeignKey("evidence.id"), primary_key=True, comment="The evidence.")
    sentence_id: Mapped[str] = mapped_column(
        TEXT, ForeignKey("sentence.id"), primary_key=True, comment="The sentence that is needed to read it."
    )


class Attribution(Base):
    """One link in the chain of agents behind an evidence."""

    __tablename__ = "attribution"
    __table_args__ = (
        one_of("role", vocabulary.ROLES),
        one_of("words", vocabulary.WORDS),
        CheckConstraint("position >= 1", name="position_positive"),
        described(
            "Agents to whom the source attributes the words, outermost first. The publisher itself is in source."
        ),
    )

    evidence_id: Mapped[str] = mapped_column(TEXT, ForeignKey("evidence.id"), primary_key=True, comment="The evidence.")
    position: Mapped[int] = mapped_column(
        Integer, primary_key=True, autoincrement=False, comment="Place in the chain, from 1, outermost first."
    )
    agent_id: Mapped[str] = reference("agent.id", "Who is speaking.")
    role: Mapped[str] = text("In what role: wire, quoted document, official, state media, analyst, ...")
    words: Mapped[str | None] = optional_text("Whether the words are direct or indirect speech.")
