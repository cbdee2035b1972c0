"""Adoption in the database: claims are read system by system, and the chosen values put into the tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, bindparam, column, table, text, update

from materiel.models.registry import KIND_MODELS, properties, table_of
from materiel.models.vocabulary import ADOPTABLE
from materiel.seeds.adoption import Candidate, choose

_SYSTEMS = 2000

_CLAIMS = text(
    "SELECT claim.equipment_id, claim.kind, claim.property, claim.condition, claim.evidence_id AS id, claim.value,"
    " claim.low, claim.high, claim.slack, claim.earliest, claim.latest, claim.bound,"
    " evidence.origin_id AS origin, source.kind AS source_kind,"
    " coalesce(claim.as_of, source.published, '') AS published"
    " FROM claim JOIN evidence ON evidence.id = claim.evidence_id"
    " JOIN sentence ON sentence.id = evidence.sentence_id JOIN source ON source.id = sentence.source_id"
    " WHERE claim.equipment_id >= :first AND claim.equipment_id <= :last"
    " AND claim.state = 'known' AND (claim.flag IS NULL OR claim.flag_resolution IS NOT NULL)"
    " AND evidence.firmness IN :adoptable"
    " ORDER BY claim.equipment_id, claim.property, claim.condition, claim.evidence_id"
).bindparams(bindparam("adoptable", expanding=True))


def adopt_claims(connection: Connection, pins: dict[str, str]) -> int:
    """Choose a claim for each system, property and condition, and fill the typed tables. Return how many."""
    adopted = 0
    for first, last in _pages(connection):
        found = connection.execute(_CLAIMS, {"first": first, "last": last, "adoptable": list(ADOPTABLE)}).all()
        chosen: list[dict[str, Any]] = []
        cells: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for (equipment_id, kind), rows in groupby(found, key=lambda row: (row.equipment_id, row.kind)):
            values = _adopt_system(kind, list(rows), pins, chosen)
            for name, filled in values.items():
                cells[name].append({"key": equipment_id, **filled})
        _write(connection, chosen, cells)
        adopted += len(chosen)
    return adopted


def _pages(connection: Connection) -> Iterator[tuple[str, str]]:
    ids = connection.execute(text("SELECT id FROM equipment ORDER BY id")).scalars().all()
    for start in range(0, len(ids), _SYSTEMS):
        page = ids[start : start + _SYSTEMS]
        yield page[0], page[-1]


def _adopt_system(
    kind: str, rows: Sequence[Row[Any]], pins: dict[str, str], chosen: list[dict[str, Any]]
) -> dict[str, dict[str, Any]]:
    """Choose for one system. Return the cells to fill, by table; note the choices in `chosen`."""
    cells: dict[str, dict[str, Any]] = {}
    for (name, condition), group in groupby(rows, key=lambda row: (row.property, row.condition)):
        choice = choose([_candidate(row) for row in group], pins)
        if choice is None:
            continue
        chosen.append({"key": choice.candidate.id, "reason": choice.reason})
        if not condition:
            cells.setdefault(table_of(kind, name), {})[name] = cell(kind, name, choice.candidate)
    return cells


def _candidate(row: Row[Any]) -> Candidate:
    return Candidate(*row[4:])


def cell(kind: str, name: str, claim: Candidate) -> float | str | None:
    """Return what stands in the typed column: the number (of a range, its lower end), the words, the date."""
    number = claim.low if claim.low is not None else claim.high
    if number is None:
        return claim.value
    return int(number) if properties(kind)[name].value_type == "integer" else number


def _write(
    connection: Connection, chosen: list[dict[str, Any]], cells: dict[str, list[dict[str, Any]]]
) -> None:
    if not chosen:
        return
    claim = table("claim", column("evidence_id"), column("adopted"), column("adoption"))
    connection.execute(
        update(claim)
        .where(claim.c.evidence_id == bindparam("key"))
        .values(adopted=True, adoption=bindparam("reason")),
        chosen,
    )
    for name, rows in cells.items():
        columns = sorted({column for row in rows for column in row} - {"key"})
        filled = table(name, column("id"), *(column(found) for found in columns))
        connection.execute(
            update(filled)
            .where(filled.c.id == bindparam("key"))
            .values({found: bindparam(f"new_{found}") for found in columns}),
            [{"key": row["key"], **{f"new_{found}": row.get(found) for found in columns}} for row in rows],
        )


TYPED_TABLES = tuple(str(model.__table__.description) for model in KIND_MODELS.values())
"""The tables that hold adopted values."""
