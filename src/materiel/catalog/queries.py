"""All the SQL that the command line and the Python interface read with: named parameters, any engine."""

from __future__ import annotations

from typing import Final

LOOKUP: Final = """
SELECT DISTINCT lookup.equipment_id AS id, equipment.name, equipment.kind, equipment.level,
    lookup.name AS found, lookup.origin
FROM lookup JOIN equipment ON equipment.id = lookup.equipment_id
WHERE lookup.key = :key ORDER BY lookup.equipment_id, lookup.name
"""

LOOKUP_PREFIX: Final = """
SELECT DISTINCT name FROM lookup WHERE key >= :key AND key < :after ORDER BY name LIMIT :most
"""

ALL_NAMES: Final = "SELECT name, equipment_id AS id FROM lookup ORDER BY name, equipment_id"

NAMES_IN_TEXTS: Final = """
SELECT lookup.equipment_id AS id, lookup.name, lookup.origin, equipment.kind, equipment.level,
    equipment.family_id AS family
FROM lookup JOIN equipment ON equipment.id = lookup.equipment_id
WHERE lookup.origin <> 'id' ORDER BY lookup.equipment_id, lookup.name
"""

AGENTS: Final = """
SELECT agent.id, agent.name, agent.kind FROM agent ORDER BY agent.id
"""

EQUIPMENT: Final = """
SELECT equipment.id, equipment.name, equipment.kind, equipment.category_id AS category, equipment.level,
    equipment.family_id AS family, equipment.description
FROM equipment WHERE equipment.id = :id
"""

KIND: Final = "SELECT kind FROM equipment WHERE id = :id"

SYSTEMS_AFTER: Final = "SELECT id, kind FROM equipment WHERE id > :id ORDER BY id LIMIT :most"

SYSTEM_COUNT: Final = "SELECT count(*) AS systems FROM equipment"

MEMBERS: Final = "SELECT id, name, level FROM equipment WHERE family_id = :id ORDER BY id"

SPECIFICATION: Final = """
SELECT property, label, qualifier, value, value_low, value_high, unit, adopted_claim_id, claims, publishers,
    disputed, position
FROM spec_sheet WHERE equipment_id = :id ORDER BY position, qualifier
"""

RECEIPTS: Final = """
SELECT statement_id, sentence_id, statement, property, value, value_low, value_high, unit, as_stated, qualifier,
    adopted, firmness, cue, attribution, quote, source_id, publisher, title, published, sentence_ordinal,
    paragraph, url, link, starts, ends, sentence_text, attached, attached_text,
    note, flag, condition, adoption
FROM receipts WHERE equipment_id = :id
ORDER BY statement, property, adopted DESC, coalesce(published, '') DESC, source_id, sentence_ordinal, statement_id
"""

DESIGNATIONS: Final = """
SELECT evidence_id, name, scheme, language FROM designation WHERE equipment_id = :id
ORDER BY scheme, name, evidence_id
"""

HOLDINGS: Final = """
SELECT evidence_id, operator.id AS operator_id, operator.name AS operator, service, quantity, quantity_low,
    quantity_high, since, until, as_of, status
FROM holding JOIN agent operator ON operator.id = holding.operator_id WHERE equipment_id = :id
ORDER BY operator.name, coalesce(since, as_of, ''), evidence_id
"""

TRANSFERS: Final = """
SELECT evidence_id, supplier.id AS supplier_id, supplier.name AS supplier, recipient.id AS recipient_id,
    recipient.name AS recipient, quantity, quantity_low, quantity_high, date, stage
FROM transfer LEFT JOIN agent supplier ON supplier.id = transfer.supplier_id
LEFT JOIN agent recipient ON recipient.id = transfer.recipient_id WHERE equipment_id = :id
ORDER BY coalesce(date, ''), coalesce(supplier.name, ''), coalesce(recipient.name, ''), evidence_id
"""

RELATIONS: Final = """
SELECT evidence_id, type, system_id, agent_id, coalesce(other.name, party.name, relation.name) AS target
FROM relation LEFT JOIN equipment other ON other.id = relation.system_id
LEFT JOIN agent party ON party.id = relation.agent_id WHERE equipment_id = :id
ORDER BY type, target, evidence_id
"""

EVENTS: Final = """
SELECT evidence_id, type, date, place, outcome FROM event WHERE equipment_id = :id
ORDER BY coalesce(date, ''), type, evidence_id
"""

_DISPUTE_COLUMNS: Final = """
SELECT equipment_id, equipment_name, kind, statement, property, qualifier, reason, unit,
    a_statement_id, a_value, a_value_low, a_value_high, a_as_stated, a_firmness, a_attribution,
    a_quote, a_source_id, a_publisher, a_published, a_link, a_flag,
    b_statement_id, b_value, b_value_low, b_value_high, b_as_stated, b_firmness, b_attribution,
    b_quote, b_source_id, b_publisher, b_published, b_link, b_flag
FROM disputes
"""

_DISPUTE_ORDER: Final = " ORDER BY equipment_id, statement, property, qualifier, a_statement_id, b_statement_id"

CONTRADICTIONS_OF: Final = """
SELECT statement, property, qualifier, reason, a_id, b_id FROM contradiction WHERE equipment_id = :id
ORDER BY statement, property, qualifier, a_id, b_id
"""
"""The disputes of a system as ids, for who has its receipts already: a fiftieth of the work of `disputes`."""

DISPUTES_OF: Final = f"{_DISPUTE_COLUMNS} WHERE equipment_id = :id{_DISPUTE_ORDER}"

DISPUTES: Final = f"{_DISPUTE_COLUMNS}{_DISPUTE_ORDER}"

SOURCES: Final = """
SELECT source.id, source.title, agent.name AS publisher, source.published, source.kind, source.language,
    source.rights, source.scope, source.url, source.retrieved,
    (SELECT count(*) FROM sentence WHERE sentence.source_id = source.id) AS sentences,
    (SELECT count(*) FROM sentence JOIN evidence ON evidence.sentence_id = sentence.id
        WHERE sentence.source_id = source.id) AS statements
FROM source JOIN agent ON agent.id = source.publisher_id ORDER BY source.id
"""

SOURCE: Final = """
SELECT source.id, source.title, agent.name AS publisher, source.author, source.published, source.kind,
    source.language, source.rights, source.scope, source.url, source.retrieved, source.grade, source.sha256,
    source.canonical_version, CAST(source.reviewed AS TEXT) AS reviewed, source.reviewed_by, source.note
FROM source JOIN agent ON agent.id = source.publisher_id WHERE source.id = :id
"""

SOURCE_IDS: Final = "SELECT id FROM source ORDER BY id"

SENTENCES: Final = """
SELECT sentence.ordinal, sentence.paragraph, sentence.kind, sentence.sha256, sentence.starts, sentence.ends,
    sentence.text, attached_sentence.result AS attached, attached_sentence.text AS attached_text
FROM sentence LEFT JOIN attached_sentence ON attached_sentence.source_id = sentence.source_id
    AND attached_sentence.ordinal = sentence.ordinal AND attached_sentence.sha256 = sentence.sha256
WHERE sentence.source_id = :id ORDER BY sentence.ordinal
"""

ATTACHMENT: Final = """
SELECT file, sha256, canonical_version, attached FROM attachment WHERE source_id = :id
"""

CITING: Final = """
SELECT sentence_ordinal AS ordinal, equipment_id, equipment_name, statement, property, value, value_low,
    value_high, unit, qualifier, firmness, attribution, quote
FROM receipts WHERE source_id = :id ORDER BY sentence_ordinal, equipment_id, statement, property, value, statement_id
"""

SOURCE_MENTIONS: Final = """
SELECT sentence.ordinal, mention.equipment_id, mention.name FROM mention
JOIN sentence ON sentence.id = mention.sentence_id WHERE sentence.source_id = :id
ORDER BY sentence.ordinal, mention.start, mention.equipment_id
"""

SOURCE_WORDS: Final = """
SELECT sentence.ordinal, evidence.quote, evidence.cue FROM evidence JOIN sentence ON sentence.id = evidence.sentence_id
WHERE sentence.source_id = :id ORDER BY sentence.ordinal, evidence.id
"""
"""The words of the sentences of a source that its statements quote."""

SOURCE_ADDRESSES: Final = "SELECT id, url FROM source ORDER BY id"

HASHES: Final = "SELECT source_id, sha256 FROM sentence"

CITED_SOURCES: Final = """
SELECT DISTINCT source.id, source.title, agent.name AS publisher, source.author, source.published, source.url,
    source.retrieved, source.language, source.kind
FROM source JOIN agent ON agent.id = source.publisher_id JOIN receipts ON receipts.source_id = source.id
WHERE receipts.equipment_id = :id AND (CAST(:property AS TEXT) IS NULL OR receipts.property = :property)
ORDER BY source.id
"""

PROPERTIES: Final = """
SELECT kind, name, position, table_name, value_type, unit, label, description, plausible_low, plausible_high
FROM property ORDER BY kind, position
"""

DICTIONARY: Final = """
SELECT table_name, column_name, description FROM data_dictionary ORDER BY table_name, column_name
"""

BUILD: Final = "SELECT key, value FROM build ORDER BY key"

COUNTS: Final = """
SELECT (SELECT count(*) FROM equipment) AS systems, (SELECT count(*) FROM source) AS sources,
    (SELECT count(*) FROM sentence) AS sentences, (SELECT count(*) FROM evidence) AS statements,
    (SELECT count(*) FROM claim WHERE adopted) AS adopted_values
"""

STORAGE: Final = {
    "sqlite": "PRAGMA quick_check(10)",
    "postgresql": """
SELECT 'index ' || index_class.relname || ' is not valid' AS problem FROM pg_index
JOIN pg_class index_class ON index_class.oid = pg_index.indexrelid JOIN pg_class ON pg_class.oid = pg_index.indrelid
JOIN data_dictionary ON table_name = pg_class.relname AND column_name = ''
WHERE pg_table_is_visible(pg_class.oid) AND NOT (pg_index.indisvalid AND pg_index.indisready)
UNION ALL
SELECT 'constraint ' || pg_constraint.conname || ' is not validated' FROM pg_constraint
JOIN pg_class ON pg_class.oid = pg_constraint.conrelid
JOIN data_dictionary ON table_name = pg_class.relname AND column_name = ''
WHERE pg_table_is_visible(pg_class.oid) AND NOT pg_constraint.convalidated ORDER BY problem
""",
}
"""What the engine itself finds wrong with how it keeps our tables; one row "ok", or none, if that is nothing."""

REFERENCES: Final = {
    "sqlite": """
SELECT sqlite_master.name AS table_name, pair.id AS reference, pair."table" AS parent, pair."from" AS own,
    pair."to" AS theirs
FROM sqlite_master JOIN data_dictionary ON table_name = sqlite_master.name AND column_name = ''
CROSS JOIN pragma_foreign_key_list(sqlite_master.name) AS pair
WHERE sqlite_master.type = 'table' ORDER BY sqlite_master.name, pair.id, pair.seq
""",
    "postgresql": """
SELECT child.relname AS table_name, reference.oid AS reference, parent.relname AS parent, own.attname AS own,
    theirs.attname AS theirs
FROM pg_constraint reference JOIN pg_class child ON child.oid = reference.conrelid
JOIN pg_class parent ON parent.oid = reference.confrelid
JOIN data_dictionary ON table_name = child.relname AND column_name = ''
CROSS JOIN unnest(reference.conkey, reference.confkey) WITH ORDINALITY AS pair(own, theirs, position)
JOIN pg_attribute own ON own.attrelid = child.oid AND own.attnum = pair.own
JOIN pg_attribute theirs ON theirs.attrelid = parent.oid AND theirs.attnum = pair.theirs
WHERE reference.contype = 'f' AND pg_table_is_visible(child.oid)
ORDER BY child.relname, reference.conname, pair.position
""",
}
"""The foreign keys of our tables, a row for each column of them."""

SEARCH: Final = {
    "sqlite": """
WITH close AS (
    SELECT rowid AS id, 0 AS apart FROM search_index
    WHERE search_index MATCH '"' || :words || '"' ORDER BY rowid LIMIT :most
), scattered AS (
    SELECT rowid AS id, 1 AS apart FROM search_index
    WHERE search_index MATCH '("' || replace(:words, ' ', '" AND "') || '") NOT "' || :words || '"'
    ORDER BY rowid LIMIT :most - (SELECT count(*) FROM close)
)
SELECT equipment.id, equipment.name, equipment.kind, search_document.field, search_document.text
FROM (SELECT id, apart FROM close UNION ALL SELECT id, apart FROM scattered) AS found
JOIN search_document ON search_document.id = found.id
JOIN equipment ON equipment.id = search_document.equipment_id
ORDER BY found.apart, found.id
""",
    "postgresql": """
SELECT equipment.id, equipment.name, equipment.kind, search_document.field, search_document.text
FROM search_document JOIN equipment ON equipment.id = search_document.equipment_id
WHERE array_to_tsvector(string_to_array(search_document.words, ' '))
    @@ CAST('''' || replace(CAST(:words AS TEXT), ' ', ''' & ''') || '''' AS tsquery)
ORDER BY strpos(' ' || search_document.words || ' ', ' ' || CAST(:words AS TEXT) || ' ') = 0, search_document.id
LIMIT :most
""",
}
"""Texts with all `:words` (folded, a space between two), those first in which they follow each other in this order.

The number of a text says which comes before which else: names, descriptions, quotes, each from the shortest.
"""

SYSTEM_OF_STATEMENT: Final = " UNION ALL ".join(
    f"SELECT equipment_id AS id FROM {table} WHERE evidence_id = :id"
    for table in ("claim", "designation", "event", "holding", "relation", "transfer")
)
"""The system that the statement with this id is about."""

SPEAKERS: Final = "SELECT agent_id, role, words FROM attribution WHERE evidence_id = :id ORDER BY position"

NEEDS: Final = """
SELECT sentence.ordinal FROM evidence_context JOIN sentence ON sentence.id = evidence_context.sentence_id
WHERE evidence_context.evidence_id = :id ORDER BY sentence.ordinal
"""
"""The other sentences that a statement is read with."""

SOURCE_OF_SENTENCE: Final = "SELECT source_id AS id FROM sentence WHERE id = :id"
