"""The SQL of `coverage` and `mentions`: what the database holds, and where systems are named."""

from __future__ import annotations

from typing import Final

MENTIONS: Final = """
SELECT * FROM (
    SELECT source.published, agent.name AS publisher, source.title, 'source' AS origin, source.id AS article_id,
        sentence.ordinal, mention.name, mention.start, mention."end", source.url, sentence.starts, sentence.ends,
        0 AS copies
    FROM mention JOIN sentence ON sentence.id = mention.sentence_id JOIN source ON source.id = sentence.source_id
    JOIN agent ON agent.id = source.publisher_id WHERE mention.equipment_id = :id
    UNION ALL
    SELECT article.published, article.publisher, article.title, 'article', article.id, found.ordinal, found.name,
        found.start, found."end", article.url, article_sentence.starts, article_sentence.ends,
        (SELECT count(*) FROM article other WHERE other.same_as = article.id)
    FROM article_mention found JOIN article ON article.id = found.article_id
    JOIN article_sentence ON article_sentence.article_id = found.article_id AND article_sentence.ordinal = found.ordinal
    WHERE found.equipment_id = :id
) AS named
ORDER BY coalesce(published, '') DESC, origin DESC, article_id, ordinal, start
"""
"""Where a system is named, the newest first. `copies` counts the further addresses of an article of the reader's."""

UNMATCHED: Final = """
SELECT token, sum(times) AS times, count(*) AS articles FROM unmatched_designation
GROUP BY token ORDER BY sum(times) DESC, count(*) DESC, token
"""

UNMATCHED_SOURCES: Final = """
SELECT token, publisher, title, url, file, published FROM (
    SELECT unmatched_designation.token, article.publisher, article.title, article.url, article.file, article.published,
        row_number() OVER (
            PARTITION BY token ORDER BY times DESC, coalesce(article.published, '') DESC, article.id
        ) AS place
    FROM unmatched_designation JOIN article ON article.id = unmatched_designation.article_id
) AS ranked WHERE place <= :most ORDER BY token, place
"""
"""Of each word, the articles in which it stands most often."""

TOTALS: Final = """
SELECT (SELECT count(*) FROM equipment) AS systems, (SELECT count(*) FROM source) AS sources,
    (SELECT count(DISTINCT publisher_id) FROM source) AS publishers, (SELECT count(*) FROM sentence) AS sentences,
    (SELECT count(*) FROM evidence) AS statements, (SELECT count(*) FROM claim) AS claims,
    (SELECT count(*) FROM claim WHERE adopted) AS adopted_values,
    (SELECT count(*) FROM claim WHERE flag IS NOT NULL) AS flagged_claims,
    (SELECT count(*) FROM mention) AS mentions, (SELECT min(published) FROM source) AS oldest,
    (SELECT max(published) FROM source) AS newest,
    (SELECT count(*) FROM article WHERE same_as IS NULL) AS ingested_articles,
    (SELECT count(*) FROM article_mention) AS ingested_mentions
"""

_STATED: Final = " UNION ALL ".join(
    f"SELECT equipment_id FROM {table}"
    for table in ("claim", "designation", "event", "holding", "relation", "transfer")
)
_SINGLE: Final = """
SELECT claim.equipment_id, claim.property, claim.condition, max(CASE WHEN claim.adopted THEN 1 ELSE 0 END) AS adopted,
    count(DISTINCT evidence.origin_id) AS publishers
FROM claim JOIN evidence ON evidence.id = claim.evidence_id
GROUP BY claim.equipment_id, claim.property, claim.condition
"""

SYSTEMS: Final = f"""
WITH stated AS (SELECT equipment_id, count(*) AS statements FROM ({_STATED}) AS every GROUP BY equipment_id),
filled AS (
    SELECT equipment_id, count(DISTINCT property) AS properties, count(*) AS adopted_values,
        sum(CASE WHEN publishers = 1 THEN 1 ELSE 0 END) AS single_source
    FROM ({_SINGLE}) AS cells WHERE adopted = 1 GROUP BY equipment_id
),
disputed AS (SELECT equipment_id, count(*) AS disputes FROM contradiction GROUP BY equipment_id)
SELECT equipment.id, equipment.name, equipment.kind, equipment.country_of_origin AS country,
    coalesce(statements, 0) AS statements, coalesce(properties, 0) AS properties,
    coalesce(adopted_values, 0) AS adopted_values, coalesce(single_source, 0) AS single_source,
    coalesce(disputes, 0) AS disputes
FROM equipment LEFT JOIN stated ON stated.equipment_id = equipment.id
LEFT JOIN filled ON filled.equipment_id = equipment.id LEFT JOIN disputed ON disputed.equipment_id = equipment.id
ORDER BY equipment.kind, equipment.id
"""
"""A row for each system. `single_source` counts adopted values that one publisher alone states."""

COUNTRIES: Final = """
SELECT country, count(DISTINCT maker) AS made, count(DISTINCT operated) AS operated FROM (
    SELECT country_of_origin AS country, id AS maker, NULL AS operated FROM equipment
    WHERE country_of_origin IS NOT NULL
    UNION ALL
    SELECT coalesce(agent.country, agent.name), NULL, holding.equipment_id FROM holding
    JOIN agent ON agent.id = holding.operator_id
) AS found GROUP BY country ORDER BY count(DISTINCT maker) + count(DISTINCT operated) DESC, country
"""

PROPERTIES_FILLED: Final = """
SELECT property.kind, property.name AS property, property.label, property.unit,
    count(DISTINCT claim.equipment_id) AS filled,
    (SELECT count(*) FROM equipment WHERE equipment.kind = property.kind) AS systems
FROM property LEFT JOIN claim ON claim.kind = property.kind AND claim.property = property.name AND claim.adopted
GROUP BY property.kind, property.name, property.label, property.unit, property.position
ORDER BY property.kind, property.position
"""

RECEIPTS_BY_PUBLISHER: Final = """
SELECT agent.id AS publisher_id, agent.name AS publisher, count(DISTINCT source.id) AS sources,
    count(evidence.id) AS receipts, min(source.published) AS oldest, max(source.published) AS newest
FROM source JOIN agent ON agent.id = source.publisher_id LEFT JOIN sentence ON sentence.source_id = source.id
LEFT JOIN evidence ON evidence.sentence_id = sentence.id
GROUP BY agent.id, agent.name ORDER BY count(evidence.id) DESC, agent.id
"""

RECEIPTS_BY_SOURCE_KIND: Final = """
SELECT source.kind AS source_kind, count(DISTINCT source.id) AS sources, count(evidence.id) AS receipts,
    min(source.published) AS oldest, max(source.published) AS newest
FROM source LEFT JOIN sentence ON sentence.source_id = source.id
LEFT JOIN evidence ON evidence.sentence_id = sentence.id
GROUP BY source.kind ORDER BY count(evidence.id) DESC, source.kind
"""
