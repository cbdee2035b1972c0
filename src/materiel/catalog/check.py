"""The proof that no cell stands without a receipt, and that all else in the database is sound."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from materiel.catalog import queries
from materiel.database.reader import Reader

Row = dict[str, Any]

STATEMENT_TABLES = ("claim", "designation", "holding", "transfer", "relation", "event")

_SOUND = (
    (
        "nothing that nobody stands behind is adopted",
        "SELECT claim.equipment_id || ', ' || claim.property AS place FROM claim"
        " JOIN evidence ON evidence.id = claim.evidence_id"
        " WHERE claim.adopted AND evidence.firmness NOT IN ('asserted', 'reported', 'assessed')",
    ),
    (
        "no implausible value is adopted without a reason",
        "SELECT equipment_id || ', ' || property AS place FROM claim"
        " WHERE adopted AND flag IS NOT NULL AND flag_resolution IS NULL",
    ),
    (
        "every evidence belongs to one statement",
        "SELECT evidence.id AS place FROM evidence WHERE 1 <> ("
        + " + ".join(
            f"(SELECT count(*) FROM {table} WHERE {table}.evidence_id = evidence.id)" for table in STATEMENT_TABLES
        )
        + ")",
    ),
    (
        "every evidence has its sentence, and every sentence its source",
        "SELECT evidence.id AS place FROM evidence LEFT JOIN sentence ON sentence.id = evidence.sentence_id"
        " LEFT JOIN source ON source.id = sentence.source_id WHERE source.id IS NULL",
    ),
    (
        "every statement has its evidence",
        " UNION ALL ".join(
            f"SELECT '{table} ' || evidence_id AS place FROM {table} WHERE evidence_id NOT IN (SELECT id FROM evidence)"
            for table in STATEMENT_TABLES
        ),
    ),
    (
        "every system has a row in the table of its kind",
        " UNION ALL ".join(
            f"SELECT id AS place FROM equipment WHERE kind = '{kind}' AND id NOT IN (SELECT id FROM {kind})"
            for kind in ("aircraft", "artillery", "munition", "spacecraft", "submarine", "vehicle")
        ),
    ),
    (
        "every adopted value says why",
        "SELECT equipment_id || ', ' || property AS place FROM claim WHERE adopted AND adoption IS NULL",
    ),
)


def check(reader: Reader) -> list[Row]:
    """Run all checks. Return a row for each: `check`, whether it is `passed`, and its `problems`."""
    checks = [("every cell has a receipt, and every adopted claim its cell", list(_cells(reader)))]
    checks += [(name, [str(row["place"]) for row in reader.rows(sql)]) for name, sql in _SOUND]
    if reader.dialect == "sqlite":
        checks.append(("the file is sound", _file_problems(reader)))
        checks.append(("all references lead somewhere", _reference_problems(reader)))
    return [{"check": name, "passed": not problems, "problems": problems} for name, problems in checks]


def _cells(reader: Reader) -> Iterator[str]:
    """Yield the cells that do not hold the value of the claim adopted for them, and claims without their cell."""
    for prop in reader.rows(queries.PROPERTIES):
        table, name, kind = prop["table_name"], prop["name"], prop["kind"]
        if table == "equipment" and kind != "mixed":
            continue
        number = prop["value_type"] in ("number", "integer")
        stated = "coalesce(claim.low, claim.high)" if number else "claim.value"
        adopted = (
            f"SELECT 1 FROM claim WHERE claim.equipment_id = {table}.id AND claim.property = :name"
            f" AND claim.condition = '' AND claim.adopted AND {stated} = {table}.\"{name}\""
        )
        for row in reader.rows(
            f'SELECT id FROM {table} WHERE "{name}" IS NOT NULL AND NOT EXISTS ({adopted})', name=name
        ):
            yield f"{row['id']}, {name}: the cell has no adopted claim with its value"
        for row in reader.rows(
            f"SELECT claim.equipment_id AS id FROM claim JOIN {table} ON {table}.id = claim.equipment_id"
            f" WHERE claim.property = :name AND claim.condition = '' AND claim.adopted"
            f' AND {table}."{name}" IS NULL',
            name=name,
        ):
            yield f"{row['id']}, {name}: the adopted claim is not in its cell"


def _file_problems(reader: Reader) -> list[str]:
    found = [str(next(iter(row.values()))) for row in reader.rows("PRAGMA quick_check(10)")]
    return [] if found == ["ok"] else found


def _reference_problems(reader: Reader) -> list[str]:
    rows = reader.rows("PRAGMA foreign_key_check")
    return [f"{row['table']}, row {row['rowid']}: no such {row['parent']}" for row in rows]
