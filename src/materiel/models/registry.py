"""The kinds with their typed tables and properties, read from the columns that declare them."""

from __future__ import annotations

from functools import cache

from materiel.models.dictionary import PropertyRow
from materiel.models.equipment import Equipment
from materiel.models.kinds import (
    Aircraft,
    AirDefence,
    ArmouredVehicle,
    Artillery,
    Munition,
    Spacecraft,
    Submarine,
    SurfaceShip,
    Vehicle,
)
from materiel.models.properties import INFO_KEY, Property

KIND_MODELS: dict[str, type[Equipment]] = {
    "air_defence": AirDefence,
    "aircraft": Aircraft,
    "armoured_vehicle": ArmouredVehicle,
    "artillery": Artillery,
    "mixed": Equipment,
    "munition": Munition,
    "spacecraft": Spacecraft,
    "submarine": Submarine,
    "surface_ship": SurfaceShip,
    "vehicle": Vehicle,
}


@cache
def properties(kind: str) -> dict[str, Property]:
    """Return the properties of `kind` by name, in the order of a specification: common ones first."""
    tables = dict.fromkeys((Equipment.__table__, KIND_MODELS[kind].__table__))
    return {
        column.name: column.info[INFO_KEY] for table in tables for column in table.columns if INFO_KEY in column.info
    }


def table_of(kind: str, name: str) -> str:
    """Return the name of the table whose column holds the property `name` of `kind`."""
    table = Equipment.__table__ if name in properties("mixed") else KIND_MODELS[kind].__table__
    return str(table.description)


def property_rows() -> list[PropertyRow]:
    """Return the rows of the `property` table."""
    return [
        PropertyRow(
            kind=kind,
            name=name,
            position=position,
            table_name=table_of(kind, name),
            value_type=found.value_type,
            unit=found.unit,
            label=found.label,
            description=found.description,
            plausible_low=found.low,
            plausible_high=found.high,
            single=found.single,
        )
        for kind in KIND_MODELS
        for position, (name, found) in enumerate(properties(kind).items(), 1)
    ]
