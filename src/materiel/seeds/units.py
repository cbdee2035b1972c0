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
    "hours": "hour",
    "days": "day",
    "fpm": "foot / minute",
    "m²": "meter ** 2",
    "sq m": "meter ** 2",
    "square meters": "meter ** 2",
    "square metres": "meter ** 2",
    "ft²": "foot ** 2",
    "sq ft": "foot ** 2",
    "square feet": "foot ** 2",
    "usd": "USD",
    "million usd": "million_USD",
    "billion usd": "billion_USD",
}

_AMBIGUOUS = {
    "ton": "write t, short ton or long ton",
    "tons": "write t, short ton or long ton",
    "nm": "write nmi for nautical miles",
    "pt": "write the unit in full",
}


_OURS = (
    "round = [firing] = _ = rounds",
    "mach = [mach_number] = Mach",
    "tonne_force = 1000 * kilogram_force",
    "kiloton = [explosive_yield] = _ = kilotons",
    "megaton = 1000 * kiloton = _ = megatons",
    "USD = [currency]",
    "million_USD = 1e6 * USD",
    "billion_USD = 1e9 * USD",
)
"""What Pint does not know."""

_COMMON = (
    "kilo- = 1e3 = k-",
    "centi- = 1e-2 = c-",
    "milli- = 1e-3 = m-",
    "meter = [length] = m = metre",
    "second = [time] = s = sec",
    "gram = [mass] = g",
    "minute = 60 * second = min",
    "hour = 60 * minute = h = hr",
    "day = 24 * hour = d",
    "foot = 0.3048 * meter = ft = feet",
    "inch = foot / 12 = in = _ = inches",
    "mile = 5280 * foot = mi",
    "nautical_mile = 1852 * meter = nmi",
    "knot = nautical_mile / hour = kt",
    "mile_per_hour = mile / hour = mph",
    "pound = 0.45359237 * kilogram = lb",
    "tonne = 1000 * kilogram = t = metric_ton",
    "short_ton = 2000 * pound",
    "long_ton = 2240 * pound",
    "newton = kilogram * meter / second ** 2 = N",
    "kilogram_force = 9.80665 * newton = kgf",
    "pound_force = pound * 9.80665 * meter / second ** 2 = lbf",
    "watt = newton * meter / second = W",
    "horsepower = 550 * foot * pound_force / second = hp",
    "metric_horsepower = 75 * kilogram_force * meter / second",
)
"""The units that sources use nearly always, as Pint's own table has them: that takes a third of a second to load."""


@cache
def _common_registry() -> pint.UnitRegistry[float]:
    registry: pint.UnitRegistry[float] = pint.UnitRegistry(None)
    registry.load_definitions([*_COMMON, *_OURS])
    return registry


@cache
def _registry() -> pint.UnitRegistry[float]:
    registry: pint.UnitRegistry[float] = pint.UnitRegistry()
    for definition in _OURS:
        registry.define(definition)
    return registry


def _factor(registry: pint.UnitRegistry[float], unit: str, target: str) -> float:
    source, wanted = registry.parse_units(unit), registry.parse_units(target)
    return float(registry.Quantity(1.0, source).to(wanted).magnitude)


@lru_cache(maxsize=4096)
def conversion_factor(unit: str, target: str) -> float:
    """Return the factor that converts a number in `unit` to the metric unit `target`.

    Raises `ValueFormatError` for a unit that is unknown, ambiguous, or of another dimension.
    """
    if unit == target:
        return 1.0
    spelled = unit.lower() if unit != "kN" else unit
    # Of TNT, a kiloton is what it is.
    if target != "kiloton" and spelled.removeprefix("kilo").removeprefix("mega") in _AMBIGUOUS:
        hint = _AMBIGUOUS[spelled.removeprefix("kilo").removeprefix("mega")]
        raise ValueFormatError(f"the unit {unit!r} is ambiguous: {hint}")
    words = _SPELLINGS.get(spelled, unit), _SPELLINGS.get(target, target)
    try:
        try:
            return _factor(_common_registry(), *words)
        except pint.UndefinedUnitError:
            return _factor(_registry(), *words)
    except pint.DimensionalityError:
        hint = ": a Mach number depends on height; use max_mach" if "mach" in spelled else ""
        raise ValueFormatError(f"{unit!r} does not convert to {target}{hint}") from None
    except Exception:  # Pint raises many kinds, tokenizer errors among them
        raise ValueFormatError(f"{unit!r} is no unit that is known") from None
