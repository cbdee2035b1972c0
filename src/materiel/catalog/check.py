"""The proof that no cell stands without a receipt, and that all else in the database is sound."""

from __future__ import annotations

from collections import defaultdict
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
        "every adopted value says why",
        "SELECT equipment_id || ', ' || property AS place FROM claim WHERE adopted AND adoption IS NULL",
    ),
)


def check(reader: Reader) -> list[Row]:
    """Run all checks. Return a row for each: `check`, whether it is `passed`, and its `problems`."""
    checks = [("every cell has a receipt, and every adopted claim its cell", list(_cells(reader)))]
    checks += [(name, sorted(str(row["place"]) for row in reader.rows(sql))) for name, sql in _SOUND]
    checks.append(("every system has a row in the table of its kind", list(_rowless(reader))))
    checks.append(("the storage is sound", _storage_problems(reader)))
    checks.append(("all references lead somewhere", list(_reference_problems(reader))))
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
            f'SELECT id FROM {table} WHERE "{name}" IS NOT NULL AND NOT EXISTS ({adopted}) ORDER BY id', name=name
        ):
            yield f"{row['id']}, {name}: the cell has no adopted claim with its value"
        for row in reader.rows(
            f"SELECT claim.equipment_id AS id FROM claim JOIN {table} ON {table}.id = claim.equipment_id"
            f" WHERE claim.property = :name AND claim.condition = '' AND claim.adopted"
            f' AND {table}."{name}" IS NULL ORDER BY claim.equipment_id',
            name=name,
        ):
            yield f"{row['id']}, {name}: the adopted claim is not in its cell"


def _rowless(reader: Reader) -> Iterator[str]:
    """Yield the systems that have no row in the table of their kind."""
    tables = {row["kind"]: row["table_name"] for row in reader.rows(queries.PROPERTIES)}
    for kind, table in tables.items():
        for row in reader.rows(
            f"SELECT id FROM equipment WHERE kind = :kind AND id NOT IN (SELECT id FROM {table}) ORDER BY id", kind=kind
        ):
            yield str(row["id"])


def _storage_problems(reader: Reader) -> list[str]:
    found = [str(next(iter(row.values()))) for row in reader.rows(queries.STORAGE[reader.dialect])]
    return [] if found == ["ok"] else found


def _reference_problems(reader: Reader) -> Iterator[str]:
    """Yield the values of foreign keys that lead nowhere. A server enforces them, but can be told not to."""
    references: dict[tuple[str, str, str], list[tuple[str, str]]] = defaultdict(list)
    for row in reader.rows(queries.REFERENCES[reader.dialect]):
        references[row["table_name"], row["parent"], str(row["reference"])].append((row["own"], row["theirs"]))
    for (table, parent, _), pairs in sorted(references.items(), key=lambda item: (*item[0][:2], item[1])):
        names = [f'own."{own}"' for own, _ in pairs]
        given = " AND ".join(f"{name} IS NOT NULL" for name in names)
        same = " AND ".join(f'parent."{theirs}" = own."{own}"' for own, theirs in pairs)
        values = " || ', ' || ".join(names)
        for row in reader.rows(
            f"SELECT DISTINCT {values} AS place FROM {table} own"
            f" WHERE {given} AND NOT EXISTS (SELECT 1 FROM {parent} parent WHERE {same}) ORDER BY place"
        ):
            yield f"{table}, {', '.join(own for own, _ in pairs)}: no such {parent}: {row['place']}"
