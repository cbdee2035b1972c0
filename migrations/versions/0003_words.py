"""Full-text search over words that the program takes apart, so that every engine has the same.

FTS5 and PostgreSQL's parser disagree on hyphens, addresses, accents and case. The texts are gathered anew
by `materiel db upgrade`, with their words.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# Sorted by code point on every engine.
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    op.execute("DROP TABLE search_index" if sqlite else "DROP INDEX ix_search_document_text")
    op.execute("DELETE FROM search_document")
    with op.batch_alter_table("search_document", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "words",
                TEXT,
                nullable=False,
                comment="Its words in order, without case and accents, a space between two: what is indexed.",
            )
        )
    if sqlite:
        # The words are ready: spaces part them, and whatever is not ASCII is part of a word.
        op.execute(
            "CREATE VIRTUAL TABLE search_index USING fts5(words, content='search_document', content_rowid='id',"
            " tokenize='ascii')"
        )
    else:
        op.execute(
            "CREATE INDEX ix_search_document_words ON search_document"
            " USING gin (array_to_tsvector(string_to_array(words, ' ')))"
        )


def downgrade() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    op.execute("DROP TABLE search_index" if sqlite else "DROP INDEX ix_search_document_words")
    with op.batch_alter_table("search_document", schema=None) as batch_op:
        batch_op.drop_column("words")
    if sqlite:
        op.execute(
            "CREATE VIRTUAL TABLE search_index USING fts5(text, content='search_document', content_rowid='id',"
            " tokenize='unicode61 remove_diacritics 2')"
        )
        op.execute("INSERT INTO search_index (search_index) VALUES ('rebuild')")
    else:
        op.execute("CREATE INDEX ix_search_document_text ON search_document USING gin (to_tsvector('simple', text))")
