"""The texts that full-text search finds are gathered from names, descriptions and quotes."""

from __future__ import annotations

from sqlalchemy import Connection

from materiel.database.engine import row_batches
from materiel.seeds.writer import insert_rows
from materiel.text.words import words

# Numbered in the order in which they are found: names, descriptions, quotes, each from the shortest.
_TEXTS = """
SELECT row_number() OVER (ORDER BY place, length(text), equipment_id, text), equipment_id, field, text FROM (
    SELECT 1 AS place, equipment_id, 'name' AS field, name AS text FROM lookup WHERE origin <> 'id'
    UNION
    SELECT 2, id, 'description', description FROM equipment WHERE description IS NOT NULL
    UNION
    SELECT 3, s.equipment_id, 'quote', evidence.quote FROM (
        SELECT equipment_id, evidence_id FROM claim
        UNION ALL SELECT equipment_id, evidence_id FROM designation
        UNION ALL SELECT equipment_id, evidence_id FROM holding
        UNION ALL SELECT equipment_id, evidence_id FROM transfer
        UNION ALL SELECT equipment_id, evidence_id FROM relation
        UNION ALL SELECT equipment_id, evidence_id FROM event
    ) s JOIN evidence ON evidence.id = s.evidence_id WHERE evidence.quote IS NOT NULL
) AS texts ORDER BY 1
"""

_COLUMNS = ("id", "equipment_id", "field", "text", "words")

_ROWS = 5000
"""Texts that are held at a time."""


def refresh_search(connection: Connection) -> None:
    """Gather the texts anew, and build the index of an engine that does not keep it by itself."""
    connection.exec_driver_sql("DELETE FROM search_document")
    for texts in row_batches(connection, _TEXTS, _ROWS):
        # A text without a word, which nobody can look for, is left out.
        rows = [(*row, " ".join(found)) for row in texts if (found := words(row[-1]))]
        insert_rows(connection, "search_document", _COLUMNS, rows)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("INSERT INTO search_index (search_index) VALUES ('rebuild')")
