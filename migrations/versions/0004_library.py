"""What a reader of the database brings: copies attached to sources, and articles that are ingested.

Revision ID: 0004
Revises: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# Sorted by code point on every engine.
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "article",
        sa.Column("id", TEXT, nullable=False, comment="Id, as it came or made of its address or file."),
        sa.Column("url", TEXT, nullable=True, comment="Address at which it was published."),
        sa.Column("publisher", TEXT, nullable=True, comment="Who published it, as it was given."),
        sa.Column("title", TEXT, nullable=True, comment="Title as published."),
        sa.Column("published", TEXT, nullable=True, comment="When it was published (EDTF)."),
        sa.Column(
            "language", TEXT, nullable=True, comment="Language of the text, as an ISO 639-1 code; NULL if unsure."
        ),
        sa.Column("rights", TEXT, nullable=True, comment="Rights in the text; NULL if nothing is known of them."),
        sa.Column("file", TEXT, nullable=False, comment="File it came from, with the line in a file of many."),
        sa.Column(
            "sha256",
            TEXT,
            nullable=False,
            comment="SHA-256 of the canonical form of the article, all its sentences in order.",
        ),
        sa.Column(
            "canonical_version",
            sa.Integer(),
            nullable=False,
            comment="Version of the canonical form of text that the hashes were made with.",
        ),
        sa.Column(
            "names_sha256",
            TEXT,
            nullable=False,
            comment="SHA-256 of the names and rules that mentions were looked for with.",
        ),
        sa.Column("ingested", sa.Date(), nullable=False, comment="Day on which it was ingested."),
        sa.Column("same_as", TEXT, nullable=True, comment="The article with the same text that came first."),
        sa.CheckConstraint(
            "rights IN ('all rights reserved', 'public domain', 'CC BY 4.0', 'CC BY-SA 4.0', 'CC BY-SA 3.0')",
            name=op.f("ck_article_rights_known"),
        ),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_article_sha256_length")),
        sa.CheckConstraint("same_as <> id", name=op.f("ck_article_same_as_another")),
        sa.ForeignKeyConstraint(["same_as"], ["article.id"], name=op.f("fk_article_same_as_article")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        comment="Articles that a reader ingested: located, not copied, unless the rights or the reader allow it.",
    )
    op.create_index(op.f("ix_article_same_as"), "article", ["same_as"], unique=False)
    op.create_index(op.f("ix_article_sha256"), "article", ["sha256"], unique=False)
    op.create_table(
        "attachment",
        sa.Column("source_id", TEXT, nullable=False, comment="The source that it is a copy of."),
        sa.Column("file", TEXT, nullable=False, comment="Name of the file, without its folder."),
        sa.Column(
            "sha256",
            TEXT,
            nullable=False,
            comment="SHA-256 of the canonical form of the copy, all sentences of the article in order.",
        ),
        sa.Column(
            "canonical_version",
            sa.Integer(),
            nullable=False,
            comment="Version of the canonical form of text that it was held with.",
        ),
        sa.Column("attached", sa.Date(), nullable=False, comment="Day on which it was attached."),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_attachment_sha256_length")),
        sa.PrimaryKeyConstraint("source_id", name=op.f("pk_attachment")),
        comment="Copies of sources that a reader holds and attached; never exported unless asked for.",
    )
    op.create_table(
        "article_mention",
        sa.Column("article_id", TEXT, nullable=False, comment="The article it stands in."),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False, comment="Position of the sentence."),
        sa.Column("start", sa.Integer(), autoincrement=False, nullable=False, comment="Offset of its first character."),
        sa.Column("equipment_id", TEXT, nullable=False, comment="The system."),
        sa.Column("end", sa.Integer(), nullable=False, comment="Offset behind its last character."),
        sa.Column("name", TEXT, nullable=False, comment="The name as it stands there."),
        sa.CheckConstraint("ordinal >= 1", name=op.f("ck_article_mention_ordinal_positive")),
        sa.CheckConstraint('start >= 0 AND "end" > start', name=op.f("ck_article_mention_offsets_sound")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_article_mention_article_id_article")),
        sa.PrimaryKeyConstraint("article_id", "ordinal", "start", "equipment_id", name=op.f("pk_article_mention")),
        comment="Systems that are named in ingested articles, at these offsets of a sentence's canonical form.",
    )
    op.create_index(op.f("ix_article_mention_equipment_id"), "article_mention", ["equipment_id"], unique=False)
    op.create_table(
        "article_sentence",
        sa.Column("article_id", TEXT, nullable=False, comment="The article it stands in."),
        sa.Column(
            "ordinal", sa.Integer(), autoincrement=False, nullable=False, comment="Position in the article, from 1."
        ),
        sa.Column("paragraph", sa.Integer(), nullable=False, comment="Paragraph it stands in, from 1."),
        sa.Column("kind", TEXT, nullable=False, comment="Sentence, heading, caption or table row."),
        sa.Column(
            "start", sa.Integer(), nullable=False, comment="Offset of its first character in the text as it came."
        ),
        sa.Column("end", sa.Integer(), nullable=False, comment="Offset behind its last character."),
        sa.Column("sha256", TEXT, nullable=False, comment="SHA-256 of the canonical form of the sentence."),
        sa.Column("starts", TEXT, nullable=False, comment="First few words."),
        sa.Column("ends", TEXT, nullable=False, comment="Last few words."),
        sa.Column(
            "text", TEXT, nullable=True, comment="The sentence itself, only where the rights or the reader allow it."
        ),
        sa.CheckConstraint(
            "kind IN ('sentence', 'heading', 'caption', 'table row')", name=op.f("ck_article_sentence_kind_known")
        ),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_article_sentence_sha256_length")),
        sa.CheckConstraint("ordinal >= 1", name=op.f("ck_article_sentence_ordinal_positive")),
        sa.CheckConstraint("paragraph >= 1", name=op.f("ck_article_sentence_paragraph_positive")),
        sa.CheckConstraint('start >= 0 AND "end" > start', name=op.f("ck_article_sentence_offsets_sound")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_article_sentence_article_id_article")),
        sa.PrimaryKeyConstraint("article_id", "ordinal", name=op.f("pk_article_sentence")),
        comment="Sentences (or headings, captions, table rows) of ingested articles.",
    )
    op.create_table(
        "attached_sentence",
        sa.Column("source_id", TEXT, nullable=False, comment="The source."),
        sa.Column(
            "ordinal",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Position of the sentence in the text that was read.",
        ),
        sa.Column(
            "sha256",
            TEXT,
            nullable=False,
            comment="SHA-256 that the source has for the sentence: the text belongs to no other.",
        ),
        sa.Column("result", TEXT, nullable=False, comment="How it was found: exact, moved, changed or missing."),
        sa.Column(
            "copy_ordinal",
            sa.Integer(),
            nullable=True,
            comment="Position in the copy, from 1; NULL if missing, or found outside the article itself.",
        ),
        sa.Column(
            "text", TEXT, nullable=True, comment="The sentence as the copy has it; if changed, not what was read."
        ),
        sa.CheckConstraint("(result = 'missing') = (text IS NULL)", name=op.f("ck_attached_sentence_text_found")),
        sa.CheckConstraint(
            "result IN ('exact', 'moved', 'changed', 'missing')", name=op.f("ck_attached_sentence_result_known")
        ),
        sa.CheckConstraint("copy_ordinal >= 1", name=op.f("ck_attached_sentence_copy_ordinal_positive")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_attached_sentence_sha256_length")),
        sa.CheckConstraint("ordinal >= 1", name=op.f("ck_attached_sentence_ordinal_positive")),
        sa.ForeignKeyConstraint(
            ["source_id"], ["attachment.source_id"], name=op.f("fk_attached_sentence_source_id_attachment")
        ),
        sa.PrimaryKeyConstraint("source_id", "ordinal", name=op.f("pk_attached_sentence")),
        comment="How each sentence of a source was found in the attached copy, and its text there.",
    )
    op.create_table(
        "unmatched_designation",
        sa.Column("article_id", TEXT, nullable=False, comment="The article it stands in."),
        sa.Column("token", TEXT, nullable=False, comment="The words as written."),
        sa.Column("times", sa.Integer(), nullable=False, comment="How often they stand there."),
        sa.CheckConstraint("times >= 1", name=op.f("ck_unmatched_designation_times_positive")),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_unmatched_designation_article_id_article")
        ),
        sa.PrimaryKeyConstraint("article_id", "token", name=op.f("pk_unmatched_designation")),
        comment="Words of ingested articles that look like designations, and are none that is known.",
    )


def downgrade() -> None:
    for table in (
        "unmatched_designation",
        "attached_sentence",
        "article_sentence",
        "article_mention",
        "attachment",
        "article",
    ):
        op.drop_table(table)
