"""Units as sources write them, converted by Pint to the metric unit of a property."""

from __future__ import annotations

from functools import cache, lru_cache

import pint

from materiel.errors import ValueFormatError

_SPELLINGS = {
    "'": "foot",
    '"': "inch",
    "ft": "foot",
    "feet": "foot",
    "in": "inch",
    "inches": "inch",
    "hp": "horsepower",
    "shp": "horsepower",
    "bhp": "horsepower",
    "ps": "metric_horsepower",
    "kn": "knot",
    "kt": "knot",
    "kts": "knot",
    "knots": "knot",
    "lb": "pound",
    "lbs": "pound",
    "pounds": "pound",
    "lbf": "pound_force",
    "tf": "tonne_force",
    "nmi": "nautical_mile",
    "nautical mile": "nautical_mile",
    "nautical miles": "nautical_mile",
    "mi": "mile",
    "miles": "mile",
    "tonnes": "tonne",
    "metric ton": "tonne",
    "metric tons": "tonne",
    "short ton": "short_ton",
    "short tons": "short_ton",
    "long ton": "long_ton",
    "long tons": "long_ton",
    "rpm": "round / minute",
    "rds/min": "round / minute",
    "rounds/min": "round / minute",
    "rounds per minute": "round / minute",
    "km/h": "kilometer / hour",
    "kph": "kilometer / hour",
    "kmh": "kilometer / hour",
    "kilometers per hour": "kilometer / hour",
    "miles per hour": "mile / hour",
    "m/s": "meter / second",
    "days": "day",
}

_AMBIGUOUS = {
    "ton": "write t, short ton or long ton",
    "tons": "write t, short ton or long ton",
    "nm": "write nmi for nautical miles",
    "pt": "write the unit in full",
}


@cache
def _registry() -> pint.UnitRegistry[float]:
    registry: pint.UnitRegistry[float] = pint.UnitRegistry()
    registry.define("round = [firing] = _ = rounds")
    registry.define("mach = [mach_number] = Mach")
    registry.define("tonne_force = 1000 * kilogram_force")
    return registry


@lru_cache(maxsize=4096)
def conversion_factor(unit: str, target: str) -> float:
    """Return the factor that converts a number in `unit` to the metric unit `target`.

    Raises `ValueFormatError` for a unit that is unknown, ambiguous, or of another dimension.
    """
    if unit == target:
        return 1.0
    spelled = unit.lower() if unit != "kN" else unit
    if spelled.removeprefix("kilo").removeprefix("mega") in _AMBIGUOUS:
        hint = _AMBIGUOUS[spelled.removeprefix("kilo").removeprefix("mega")]
        raise ValueFormatError(f"the unit {unit!r} is ambiguous: {hint}")
    registry = _registry()
    try:
        source = registry.parse_units(_SPELLINGS.get(spelled, unit))
        wanted = registry.parse_units(_SPELLINGS.get(target, target))
        return float(registry.Quantity(1.0, source).to(wanted).magnitude)
    except pint.DimensionalityError:
        hint = ": a Mach number depends on height; use max_mach" if "mach" in spelled else ""
        raise ValueFormatError(f"{unit!r} does not convert to {target}{hint}") from None
    except Exception:  # Pint raises many kinds, tokenizer errors among them
        raise ValueFormatError(f"{unit!r} is no unit that is known") from None
