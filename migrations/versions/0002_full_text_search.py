"""Full-text search, by the engine's own means: FTS5 on SQLite, a GIN index on PostgreSQL.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# Sorted by code point on every engine.
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "search_document",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False, comment="Number of the text."),
        sa.Column(
            "equipment_id",
            TEXT,
            nullable=False,
            comment="The system it belongs to.",
        ),
        sa.Column(
            "field",
            TEXT,
            nullable=False,
            comment="Whether it is a name, a description or a quote.",
        ),
        sa.Column(
            "text",
            TEXT,
            nullable=False,
            comment="The text.",
        ),
        sa.ForeignKeyConstraint(
            ["equipment_id"], ["equipment.id"], name=op.f("fk_search_document_equipment_id_equipment")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_document")),
        comment="Texts that full-text search finds: names, descriptions and quotes.",
    )
    with op.batch_alter_table("search_document", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_search_document_equipment_id"), ["equipment_id"], unique=False)

    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE search_index USING fts5(text, content='search_document', content_rowid='id',"
            " tokenize='unicode61 remove_diacritics 2')"
        )
    else:
        op.execute("CREATE INDEX ix_search_document_text ON search_document USING gin (to_tsvector('simple', text))")


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE search_index")
    else:
        op.execute("DROP INDEX ix_search_document_text")
    op.drop_table("search_document")
