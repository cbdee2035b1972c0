"""What the database says of itself: properties, tables and columns, names to look up, and its build."""

from __future__ import annotations

from sqlalchemy import DDL, Boolean, CheckConstraint, Float, ForeignKey, Index, Integer, event
from sqlalchemy.orm import Mapped, mapped_column

from materiel.models import vocabulary
from materiel.models.base import Base, described, one_of, optional_text, reference, text
from materiel.models.types import TEXT


class PropertyRow(Base):
    """A property of a kind, as the typed column declares it."""

    __tablename__ = "property"
    __table_args__ = (
        one_of("kind", vocabulary.KINDS),
        one_of("value_type", vocabulary.VALUE_TYPES),
        described("Properties of each kind, read from the typed columns that declare them."),
    )

    kind: Mapped[str] = mapped_column(TEXT, primary_key=True, comment="Kind of equipment.")
    name: Mapped[str] = mapped_column(TEXT, primary_key=True, comment="Name of the property and of its column.")
    position: Mapped[int] = mapped_column(Integer, comment="Place in a specification, from 1.")
    table_name: Mapped[str] = text("Table whose column holds the adopted value.")
    value_type: Mapped[str] = text("Number, integer, text or date.")
    unit: Mapped[str | None] = optional_text("Metric unit of the column.")
    label: Mapped[str] = text("Label for people.")
    description: Mapped[str] = text("What it means.")
    plausible_low: Mapped[float | None] = mapped_column(Float, comment="Least plausible value; below it is flagged.")
    plausible_high: Mapped[float | None] = mapped_column(
        Float, comment="Greatest plausible value; above it is flagged."
    )
    single: Mapped[bool] = mapped_column(Boolean, comment="Whether two different values contradict each other.")


class DataDictionary(Base):
    """The description of a table, view or column."""

    __tablename__ = "data_dictionary"
    __table_args__ = (described("The description of each table, view and column, for engines that have no comments."),)

    table_name: Mapped[str] = mapped_column(TEXT, primary_key=True, comment="Table or view.")
    column_name: Mapped[str] = mapped_column(TEXT, primary_key=True, comment="Column; empty for the table itself.")
    description: Mapped[str] = text("What it holds.")


class Lookup(Base):
    """A key under which a system is found."""

    __tablename__ = "lookup"
    __table_args__ = (
        Index("ix_lookup_key", "key"),
        described("Keys under which systems are found: names folded by case, space, hyphen and accent."),
    )

    equipment_id: Mapped[str] = mapped_column(TEXT, ForeignKey("equipment.id"), primary_key=True, comment="The system.")
    name: Mapped[str] = mapped_column(TEXT, primary_key=True, comment="The name as written.")
    key: Mapped[str] = text("The name folded: su35 for 'Su-35'.")
    origin: Mapped[str] = text("Where the name comes from: id, name, or the scheme of a designation.")


class SearchDocument(Base):
    """A text that full-text search finds."""

    __tablename__ = "search_document"
    __table_args__ = (described("Texts that full-text search finds: names, descriptions and quotes."),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False, comment="Number of the text.")
    equipment_id: Mapped[str] = reference("equipment.id", "The system it belongs to.")
    field: Mapped[str] = text("Whether it is a name, a description or a quote.")
    text: Mapped[str] = mapped_column(TEXT, comment="The text.")
    words: Mapped[str] = mapped_column(
        TEXT, comment="Its words in order, without case and accents, a space between two: what is indexed."
    )


_INDEXES = {
    # The words are ready: spaces part them, and whatever is not ASCII is part of a word.
    "sqlite": "CREATE VIRTUAL TABLE search_index USING fts5(words, content='search_document', content_rowid='id',"
    " tokenize='ascii')",
    "postgresql": "CREATE INDEX ix_search_document_words ON search_document"
    " USING gin (array_to_tsvector(string_to_array(words, ' ')))",
}
"""The full-text index of each engine, which SQLAlchemy has no words for."""

for _engine, _statement in _INDEXES.items():
    _index = DDL(_statement)  # type: ignore[no-untyped-call]
    event.listen(SearchDocument.__table__, "after_create", _index.execute_if(dialect=_engine))


class Build(Base):
    """A fact about how this database was built."""

    __tablename__ = "build"
    __table_args__ = (
        CheckConstraint("length(key) > 0", name="key_given"),
        described("How this database was built: digests of the seeds and of the content, version of the program."),
    )

    key: Mapped[str] = mapped_column(TEXT, primary_key=True, comment="What is recorded.")
    value: Mapped[str] = text("Its value.")
