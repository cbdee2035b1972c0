"""The texts that full-text search finds are gathered from names, descriptions and quotes."""

from __future__ import annotations

from sqlalchemy import Connection

_GATHER = """
INSERT INTO search_document (id, equipment_id, field, text)
SELECT row_number() OVER (ORDER BY equipment_id, field, text), equipment_id, field, text FROM (
    SELECT equipment_id, 'name' AS field, name AS text FROM lookup WHERE origin <> 'id'
    UNION
    SELECT id, 'description', description FROM equipment WHERE description IS NOT NULL
    UNION
    SELECT s.equipment_id, 'quote', evidence.quote FROM (
        SELECT equipment_id, evidence_id FROM claim
        UNION ALL SELECT equipment_id, evidence_id FROM designation
        UNION ALL SELECT equipment_id, evidence_id FROM holding
        UNION ALL SELECT equipment_id, evidence_id FROM transfer
        UNION ALL SELECT equipment_id, evidence_id FROM relation
        UNION ALL SELECT equipment_id, evidence_id FROM event
    ) s JOIN evidence ON evidence.id = s.evidence_id WHERE evidence.quote IS NOT NULL
) AS texts
"""


def refresh_search(connection: Connection) -> None:
    """Gather the texts anew, and build the index of an engine that does not keep it by itself."""
    connection.exec_driver_sql("DELETE FROM search_document")
    connection.exec_driver_sql(_GATHER)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("INSERT INTO search_index (search_index) VALUES ('rebuild')")
