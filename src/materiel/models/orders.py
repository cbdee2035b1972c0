"""Figures of one system that stand in an order: rules that catch slips.

An empty aircraft is lighter than a loaded one, and a ship is laid down before it is launched.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple


class Order(NamedTuple):
    """Two properties of a kind: of one system, `less` is never greater than `more`, or never later."""

    less: str
    more: str


_BUILT_AT_SEA = (Order("laid_down", "launched"), Order("launched", "commissioned"), Order("beam_m", "length_m"))

ORDERS: Final[dict[str, tuple[Order, ...]]] = {
    "aircraft": (
        Order("empty_mass_kg", "takeoff_mass_kg"),
        Order("empty_mass_kg", "max_takeoff_mass_kg"),
        Order("takeoff_mass_kg", "max_takeoff_mass_kg"),
        Order("payload_kg", "max_takeoff_mass_kg"),
        Order("fuel_kg", "max_takeoff_mass_kg"),
        Order("cruise_speed_kmh", "max_speed_kmh"),
        Order("combat_radius_km", "range_km"),
        Order("range_km", "ferry_range_km"),
        Order("first_flight", "entered_service"),
    ),
    "submarine": (Order("displacement_surfaced_t", "displacement_submerged_t"), *_BUILT_AT_SEA),
    "surface_ship": (Order("displacement_standard_t", "displacement_full_load_t"), *_BUILT_AT_SEA),
    "munition": (
        Order("range_min_km", "range_km"),
        Order("warhead_mass_kg", "mass_kg"),
        Order("diameter_m", "length_m"),
        Order("first_tested", "entered_service"),
    ),
    "artillery": (Order("range_min_km", "range_km"), Order("range_km", "range_assisted_km")),
    "armoured_vehicle": (Order("hull_length_m", "length_m"),),
    "air_defence": (
        Order("range_min_km", "range_km"),
        Order("altitude_min_m", "altitude_max_m"),
        Order("warhead_mass_kg", "missile_mass_kg"),
        Order("missile_diameter_m", "missile_length_m"),
        Order("targets_engaged", "targets_tracked"),
    ),
    "spacecraft": (
        Order("perigee_km", "apogee_km"),
        Order("diameter_m", "length_m"),
        Order("payload_kg", "mass_kg"),
        Order("launch_failures", "launch_attempts"),
    ),
}
"""Figures of one system that stand in an order, by kind."""


@cache
def orders(kind: str, name: str) -> tuple[Order, ...]:
    """Return the orders in which the property `name` of `kind` stands."""
    return tuple(order for order in ORDERS.get(kind, ()) if name in order)
