"""What is plausible by category: rules that catch slips.

Each property has a range for its kind (`properties`), wide enough for all of it: a helicopter and a bomber are
both aircraft. The ranges here are for categories. They are to catch a wrong unit, a wrong power of ten, a figure
that was entered for another property, not to say what is usual. Values are in the unit of the property.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

Ranges = dict[str, tuple[float, float]]


class Group(NamedTuple):
    """Categories, told by a word or words that the category holds, and the ranges of their properties."""

    words: tuple[str, ...]
    ranges: Ranges


GROUPS: Final[dict[str, tuple[Group, ...]]] = {
    "aircraft": (
        Group(
            ("fighter", "fighter-bomber", "interceptor", "attack aircraft"),
            {
                "wingspan_m": (5, 22),
                "length_m": (8, 26),
                "height_m": (2, 8),
                "wing_area_m2": (12, 100),
                "empty_mass_kg": (2000, 25_000),
                "max_takeoff_mass_kg": (3500, 50_000),
                "max_speed_kmh": (500, 3500),
                "ceiling_m": (5000, 25_000),
                "payload_kg": (200, 17_000),
                "thrust_kn": (8, 200),
                "crew": (1, 2),
                "engines": (1, 2),
            },
        ),
        Group(
            ("bomber",),
            {
                "wingspan_m": (12, 65),
                "length_m": (14, 60),
                "empty_mass_kg": (7000, 130_000),
                "max_takeoff_mass_kg": (12_000, 290_000),
                "max_speed_kmh": (500, 2600),
                "range_km": (1000, 20_000),
                "crew": (2, 12),
            },
        ),
        Group(
            ("helicopter",),
            {
                "rotor_diameter_m": (6, 36),
                "length_m": (5, 45),
                "empty_mass_kg": (300, 30_000),
                "max_takeoff_mass_kg": (500, 57_000),
                "max_speed_kmh": (120, 420),
                "range_km": (150, 2500),
                "ceiling_m": (1500, 9000),
                "engines": (1, 3),
            },
        ),
        Group(
            ("transport aircraft", "utility aircraft", "tanker", "airborne early warning aircraft"),
            {
                "wingspan_m": (8, 90),
                "max_takeoff_mass_kg": (900, 640_000),
                "max_speed_kmh": (100, 1050),
                "ceiling_m": (1500, 16_000),
            },
        ),
    ),
    "submarine": (
        Group(
            ("midget submarine", "coastal submarine"),
            {"displacement_surfaced_t": (50, 600), "displacement_submerged_t": (50, 700), "length_m": (10, 50)},
        ),
        Group(
            ("diesel-electric",),
            {
                "displacement_surfaced_t": (150, 5000),
                "displacement_submerged_t": (200, 6000),
                "length_m": (25, 100),
                "crew": (10, 110),
                "speed_submerged_kmh": (8, 55),
            },
        ),
        Group(
            ("nuclear", "nuclear-powered"),
            {
                "displacement_surfaced_t": (1200, 30_000),
                "displacement_submerged_t": (1500, 50_000),
                "length_m": (60, 190),
                "crew": (20, 200),
                "speed_submerged_kmh": (25, 90),
            },
        ),
    ),
    "munition": (
        Group(
            ("intercontinental ballistic missile",),
            {
                "range_km": (4500, 20_000),
                "mass_kg": (15_000, 250_000),
                "length_m": (12, 40),
                "diameter_m": (1, 4),
                "warhead_mass_kg": (50, 12_000),
            },
        ),
        Group(
            ("intermediate-range ballistic missile", "medium-range ballistic missile"),
            {"range_km": (500, 6000), "mass_kg": (2500, 60_000), "length_m": (6, 25), "diameter_m": (0.7, 3)},
        ),
        Group(
            ("short-range ballistic missile",),
            {
                "range_km": (20, 1300),
                "mass_kg": (300, 40_000),
                "length_m": (3, 18),
                "diameter_m": (0.25, 2.2),
                "warhead_mass_kg": (50, 10_000),
            },
        ),
        Group(
            ("ballistic missile",),
            {"range_km": (20, 20_000), "mass_kg": (500, 100_000), "length_m": (3, 20), "diameter_m": (0.3, 3)},
        ),
        Group(
            ("cruise missile", "anti-ship missile"),
            {
                "range_km": (5, 6000),
                "mass_kg": (80, 10_000),
                "length_m": (1.5, 14),
                "diameter_m": (0.15, 1.5),
                "warhead_mass_kg": (20, 1500),
                "max_mach": (0.4, 10),
                "max_speed_kmh": (400, 12_500),
            },
        ),
        Group(
            ("air-to-air missile",),
            {"range_km": (1, 500), "mass_kg": (30, 700), "length_m": (1.5, 6.5), "warhead_mass_kg": (2, 100)},
        ),
        Group(
            ("shell",),
            {
                "calibre_mm": (20, 460),
                "mass_kg": (0.1, 1300),
                "length_m": (0.1, 2.2),
                "range_km": (0.5, 150),
                "warhead_mass_kg": (0.01, 200),
            },
        ),
        Group(
            ("rocket",),
            {"calibre_mm": (37, 610), "mass_kg": (1, 3500), "length_m": (0.3, 10), "range_km": (0.5, 500)},
        ),
        Group(("torpedo",), {"calibre_mm": (200, 1000), "length_m": (2, 26), "mass_kg": (80, 120_000)}),
        Group(("bomb",), {"mass_kg": (1, 15_000), "length_m": (0.3, 10)}),
    ),
    "artillery": (
        Group(
            ("rocket launcher",),
            {"calibre_mm": (50, 620), "tubes": (1, 200), "combat_mass_kg": (50, 65_000), "crew": (1, 12)},
        ),
        Group(
            ("gun", "howitzer", "gun-howitzer", "mortar"),
            {
                "calibre_mm": (37, 410),
                "tubes": (1, 2),
                "range_km": (1, 100),
                "rate_of_fire_rpm": (0.1, 120),
                "muzzle_velocity_ms": (90, 1300),
                "crew": (1, 16),
                "combat_mass_kg": (40, 70_000),
            },
        ),
    ),
    "armoured_vehicle": (
        Group(
            ("light tank",),
            {"combat_mass_kg": (3000, 45_000), "crew": (2, 5), "gun_calibre_mm": (20, 125), "length_m": (3, 12)},
        ),
        Group(
            ("tank",),
            {
                "combat_mass_kg": (20_000, 85_000),
                "crew": (2, 6),
                "gun_calibre_mm": (57, 165),
                "length_m": (5, 13),
                "width_m": (2.3, 4.5),
                "height_m": (1.7, 3.5),
                "engine_power_kw": (250, 1300),
                "max_speed_kmh": (20, 100),
                "road_range_km": (100, 1000),
                "ammunition_carried": (10, 120),
            },
        ),
        Group(
            ("fighting vehicle", "personnel carrier", "combat vehicle"),
            {
                "combat_mass_kg": (3000, 60_000),
                "crew": (1, 5),
                "passengers": (2, 20),
                "gun_calibre_mm": (7, 125),
                "length_m": (3, 10),
                "width_m": (1.8, 4.5),
                "height_m": (1.5, 4.2),
            },
        ),
    ),
    "air_defence": (
        Group(
            ("man-portable",),
            {
                "range_km": (1, 15),
                "altitude_max_m": (500, 8000),
                "altitude_min_m": (0, 1000),
                "missile_mass_kg": (5, 30),
                "missile_length_m": (1, 2.3),
                "warhead_mass_kg": (0.2, 6),
                "combat_mass_kg": (8, 80),
            },
        ),
        Group(("short-range",), {"range_km": (1, 80), "altitude_max_m": (1000, 40_000)}),
        Group(("medium-range",), {"range_km": (10, 250), "altitude_max_m": (3000, 50_000)}),
        Group(("long-range",), {"range_km": (20, 650), "altitude_max_m": (5000, 200_000)}),
        Group(("anti-aircraft gun",), {"range_km": (0.5, 25), "gun_calibre_mm": (7, 152)}),
    ),
    "surface_ship": (
        Group(
            ("aircraft carrier",),
            {
                "displacement_t": (9000, 120_000),
                "displacement_full_load_t": (10_000, 120_000),
                "length_m": (140, 350),
                "beam_m": (15, 80),
                "crew": (150, 6500),
                "max_speed_kmh": (25, 70),
            },
        ),
        Group(
            ("cruiser", "battlecruiser"),
            {
                "displacement_t": (4000, 30_000),
                "displacement_full_load_t": (5000, 30_000),
                "length_m": (120, 265),
                "crew": (150, 1600),
                "max_speed_kmh": (45, 75),
            },
        ),
        Group(
            ("destroyer",),
            {
                "displacement_t": (1500, 30_000),
                "displacement_full_load_t": (1800, 30_000),
                "length_m": (85, 260),
                "beam_m": (8, 40),
                "crew": (60, 1000),
                "max_speed_kmh": (40, 80),
            },
        ),
        Group(
            ("frigate", "corvette"),
            {
                "displacement_t": (150, 9000),
                "displacement_full_load_t": (150, 10_000),
                "length_m": (40, 165),
                "crew": (15, 350),
                "max_speed_kmh": (30, 90),
            },
        ),
        Group(
            ("amphibious assault ship",),
            {"displacement_full_load_t": (3000, 50_000), "length_m": (80, 270), "max_speed_kmh": (20, 60)},
        ),
        Group(("boat",), {"displacement_full_load_t": (20, 1500), "length_m": (8, 80), "crew": (1, 110)}),
    ),
    "spacecraft": (
        Group(("satellite",), {"mass_kg": (0.5, 25_000), "length_m": (0.05, 40)}),
        Group(("launch vehicle",), {"mass_kg": (2500, 5_000_000), "length_m": (8, 130), "diameter_m": (0.5, 20)}),
    ),
}
"""Groups by kind, the narrow ones first: the first whose words a category holds is the one that counts."""


@cache
def ranges(kind: str, category: str) -> Ranges:
    """Return the ranges of the properties of systems of `kind` and `category`; none where no group fits."""
    padded = f" {category} "
    for group in GROUPS.get(kind, ()):
        if any(f" {words} " in padded for words in group.words):
            return group.ranges
    return {}
