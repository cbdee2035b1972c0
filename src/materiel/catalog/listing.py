"""Systems listed by kind, category, operator, country, year of service, and conditions on properties."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import Any

from materiel.catalog import queries
from materiel.catalog.units import IMPERIAL
from materiel.database.reader import Reader
from materiel.errors import ConditionError

Row = dict[str, Any]

_CONDITION = re.compile(r"\s*([a-z][a-z0-9_]*)\s*(<=|>=|!=|<>|==?|<|>|~)\s*(.*?)\s*", re.S)
_COMMON = ("id", "name", "kind", "category", "level")
_YEAR = re.compile(r"\d{4}")


@dataclass
class Filters:
    """What systems to list. `where` are conditions such as "max_speed_kmh > 2000"; all must hold."""

    kind: str | None = None
    category: str | None = None
    operator: str | None = None
    country: str | None = None
    in_service: str | None = None
    where: list[str] = field(default_factory=list)
    sort: str | None = None
    limit: int | None = None


@dataclass(frozen=True)
class _Condition:
    property: str
    operator: str
    value: str | float


def list_systems(reader: Reader, filters: Filters, units: str = "metric") -> list[Row]:
    """Return the systems that fit, each with the properties that conditions and sorting name.

    Conditions are in the metric unit that a property's name says; `units` is what the answer is in, and
    a column of imperial numbers says so in its name. Systems without a value do not fit a condition on it.
    Raises `ConditionError` for a condition that cannot be understood or names a property that no listed
    kind has, and for a kind that is none.
    """
    properties = _properties(reader)
    conditions = [_parsed(text, properties) for text in filters.where]
    sort = filters.sort.removeprefix("-") if filters.sort else None
    if sort and sort not in _COMMON and sort not in properties:
        raise ConditionError(f"--sort {sort}: no such column or property (see `materiel dictionary`)")
    shown = list(dict.fromkeys([*(c.property for c in conditions), *([sort] if sort in properties else [])]))
    parameters = _parameters(filters)
    arms = [
        _arm(kind, shown, conditions, filters, properties, parameters)
        for kind in _kinds(filters, properties)
        if all(kind in properties[name] for name in shown)
    ]
    if not arms:
        raise ConditionError(f"no kind of equipment has all of these properties: {', '.join(shown)}")
    rows = reader.rows(" UNION ALL ".join(arms) + _order(filters, sort) + _limit(filters), **parameters)
    return rows if units == "metric" else [_imperial(row, properties) for row in rows]


def _kinds(filters: Filters, properties: dict[str, dict[str, Row]]) -> list[str]:
    known = sorted({kind for found in properties.values() for kind in found})
    if filters.kind is None:
        return known
    if filters.kind not in known:
        raise ConditionError(f"--kind {filters.kind}: no such kind: {', '.join(known)}")
    return [filters.kind]


def _imperial(row: Row, properties: dict[str, dict[str, Row]]) -> Row:
    converted: Row = {}
    for name, value in row.items():
        unit = properties[name][row["kind"]]["unit"] if name in properties else None
        if unit in IMPERIAL:
            imperial, factor = IMPERIAL[unit]
            converted[f"{name} in {imperial}"] = None if value is None else round(value * factor, 2)
        else:
            converted[name] = value
    return converted


def _properties(reader: Reader) -> dict[str, dict[str, Row]]:
    """Return the property rows by name, then by kind."""
    found: dict[str, dict[str, Row]] = {}
    for row in reader.rows(queries.PROPERTIES):
        found.setdefault(row["name"], {})[row["kind"]] = row
    return found


def _parsed(text: str, properties: dict[str, dict[str, Row]]) -> _Condition:
    match = _CONDITION.fullmatch(text)
    if match is None or not match[3]:
        raise ConditionError(f'--where "{text}": write a property, one of < <= = != >= > ~, and a value')
    name, operator, value = match.groups()
    if name not in properties:
        raise ConditionError(f'--where "{text}": no property is called {name!r} (see `materiel dictionary`)')
    value_type = next(iter(properties[name].values()))["value_type"]
    operator = {"==": "=", "!=": "<>"}.get(operator, operator)
    if value_type not in ("number", "integer"):
        return _Condition(name, operator, value.strip("'\""))
    if operator == "~":
        raise ConditionError(f'--where "{text}": ~ looks for words, and {name} is a number')
    try:
        number = float(value.replace(",", ""))
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise ConditionError(f'--where "{text}": {value!r} is no number')
    return _Condition(name, operator, number)


def _parameters(filters: Filters) -> dict[str, Any]:
    parameters: dict[str, Any] = {}
    for name in ("category", "operator", "country"):
        if (value := getattr(filters, name)) is not None:
            parameters[name] = value.casefold()
    if filters.in_service is not None:
        if _YEAR.fullmatch(filters.in_service) is None:
            raise ConditionError(f"--in-service {filters.in_service}: write a year of four digits")
        parameters.update(first_day=f"{filters.in_service}-01-01", last_day=f"{filters.in_service}-12-31")
    if filters.limit is not None:
        parameters["most"] = filters.limit
    return parameters


def _arm(
    kind: str,
    shown: list[str],
    conditions: list[_Condition],
    filters: Filters,
    properties: dict[str, dict[str, Row]],
    parameters: dict[str, Any],
) -> str:
    """Return the SELECT for one kind; names come from the `property` table, values are parameters."""
    tables = {properties[name][kind]["table_name"] for name in shown} - {"equipment"}
    column = {name: f'{properties[name][kind]["table_name"]}."{name}"' for name in shown}
    parameters[f"kind_{kind}"] = kind
    tests = [f"equipment.kind = :kind_{kind}", *_filter_tests(filters)]
    for number, condition in enumerate(conditions):
        parameters[f"value_{number}"] = condition.value
        tests.append(_test(column[condition.property], condition.operator, f":value_{number}"))
        if condition.operator == "~":
            parameters[f"value_{number}"] = f"%{str(condition.value).lower().replace('!', '!!')}%"
    tests += [f"{table}.id = equipment.id" for table in sorted(tables)]
    # CROSS JOIN keeps SQLite to this order: the typed tables first, which have the conditions.
    joined = " CROSS JOIN ".join([*sorted(tables), "equipment"])
    extra = "".join(f", {column[name]} AS {name}" for name in shown)
    return (
        # Each column has its name, so that sorting by it is not ambiguous between the joined tables.
        "SELECT equipment.id AS id, equipment.name AS name, equipment.kind AS kind,"
        f" equipment.category_id AS category, equipment.level AS level{extra} FROM {joined} WHERE {' AND '.join(tests)}"
    )


def _test(column: str, operator: str, value: str) -> str:
    if operator == "~":
        # Without an ESCAPE, one engine takes a backslash for it and the other takes none.
        return f"lower({column}) LIKE {value} ESCAPE '!'"
    return f"{column} {operator} {value}"


def _filter_tests(filters: Filters) -> list[str]:
    tests = []
    if filters.category is not None:
        tests.append("lower(equipment.category_id) = :category")
    if filters.country is not None:
        tests.append("lower(equipment.country_of_origin) = :country")
    if filters.operator is not None or filters.in_service is not None:
        tests.append(_held(filters))
    return tests


def _held(filters: Filters) -> str:
    """Return the test that somebody has the system, as a fact: asserted, reported or assessed."""
    tests = [
        "holding.equipment_id = equipment.id",
        "evidence.firmness IN ('asserted', 'reported', 'assessed')",
        "holding.status = 'in service'",
    ]
    if filters.operator is not None:
        tests.append("(lower(agent.name) = :operator OR agent.id = :operator)")
    if filters.in_service is not None:
        tests.append("(holding.earliest IS NOT NULL OR holding.latest IS NOT NULL)")
        tests.append("coalesce(holding.earliest, '') <= :last_day")
        tests.append("coalesce(holding.latest, '9999') >= :first_day")
    return (
        "EXISTS (SELECT 1 FROM holding JOIN agent ON agent.id = holding.operator_id"
        f" JOIN evidence ON evidence.id = holding.evidence_id WHERE {' AND '.join(tests)})"
    )


def _order(filters: Filters, sort: str | None) -> str:
    if sort is None or filters.sort is None:
        return " ORDER BY id"
    direction = "DESC" if filters.sort.startswith("-") else "ASC"
    # Missing values last, on every engine and in both directions.
    return f" ORDER BY {sort} {direction} NULLS LAST, id"


def _limit(filters: Filters) -> str:
    return "" if filters.limit is None else " LIMIT :most"
