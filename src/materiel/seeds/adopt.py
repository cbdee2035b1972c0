"""Adoption in the database: claims are read system by system, and the chosen values put into the tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection

from materiel.models.registry import properties, table_of
from materiel.models.vocabulary import ADOPTABLE
from materiel.seeds.adoption import Candidate, choose

_SYSTEMS = 2000

_CLAIMS = (
    "SELECT claim.equipment_id, claim.kind, claim.property, claim.condition, claim.evidence_id, claim.value,"
    " claim.low, claim.high, claim.slack, claim.earliest, claim.latest, claim.bound,"
    " evidence.origin_id, source.kind, coalesce(claim.as_of, source.published, '')"
    " FROM claim JOIN evidence ON evidence.id = claim.evidence_id"
    " JOIN sentence ON sentence.id = evidence.sentence_id JOIN source ON source.id = sentence.source_id"
    " WHERE claim.equipment_id BETWEEN {mark} AND {mark}"
    " AND claim.state = 'known' AND (claim.flag IS NULL OR claim.flag_resolution IS NOT NULL)"
    " AND evidence.firmness IN ({adoptable})"
    # In this order there is an index; within a group, the order does not count.
    " ORDER BY claim.equipment_id, claim.property, claim.condition"
)
"""Claims that can be adopted: what makes a group (four columns), then the columns of a `Candidate`."""

_group = itemgetter(0, 1, 2, 3)


def adopt_claims(connection: Connection, pins: dict[str, str]) -> int:
    """Choose a claim for each system, property and condition, and fill the typed tables. Return how many."""
    mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    query = _CLAIMS.format(mark=mark, adoptable=", ".join(f"'{firmness}'" for firmness in ADOPTABLE))
    adopted = 0
    for page in _pages(connection):
        claims = connection.exec_driver_sql(query, page).cursor
        assert claims is not None
        chosen, cells = _choose(claims.fetchall(), pins)
        _write(connection, mark, chosen, cells)
        adopted += len(chosen)
    return adopted


def _pages(connection: Connection) -> Iterator[tuple[str, str]]:
    """Yield the first and the last of some thousand systems at a time."""
    ids = connection.exec_driver_sql("SELECT id FROM equipment ORDER BY id").scalars().all()
    for start in range(0, len(ids), _SYSTEMS):
        page = ids[start : start + _SYSTEMS]
        yield page[0], page[-1]


Cells = dict[str, dict[str, dict[str, Any]]]
"""Values by table, system and column."""


def _choose(claims: Iterable[tuple[Any, ...]], pins: dict[str, str]) -> tuple[list[tuple[str, str]], Cells]:
    """Choose among `claims`, in the order of the query. Return reasons with ids, and the cells to fill."""
    chosen: list[tuple[str, str]] = []
    cells: Cells = defaultdict(lambda: defaultdict(dict))
    for (equipment_id, kind, name, condition), group in groupby(claims, key=_group):
        choice = choose([Candidate._make(claim[4:]) for claim in group], pins)
        if choice is None:
            continue
        chosen.append((choice.reason, choice.candidate.id))
        if not condition:
            cells[table_of(kind, name)][equipment_id][name] = cell(kind, name, choice.candidate)
    return chosen, cells


def cell(kind: str, name: str, claim: Candidate) -> float | str | None:
    """Return what stands in the typed column: the number (of a range, its lower end), the words, the date."""
    number = claim.low if claim.low is not None else claim.high
    if number is None:
        return claim.value
    return int(number) if properties(kind)[name].value_type == "integer" else number


def _write(connection: Connection, mark: str, chosen: Sequence[tuple[str, str]], cells: Cells) -> None:
    if not chosen:
        return
    sql = f"UPDATE claim SET adopted = true, adoption = {mark} WHERE evidence_id = {mark}"
    connection.exec_driver_sql(sql, list(chosen))
    for table, systems in cells.items():
        columns = sorted({column for values in systems.values() for column in values})
        filled = ", ".join(f'"{column}" = {mark}' for column in columns)
        connection.exec_driver_sql(
            f"UPDATE {table} SET {filled} WHERE id = {mark}",
            [(*map(values.get, columns), system) for system, values in systems.items()],
        )
