"""The typed tables, one for each kind: a column for every property that systems of the kind can have."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, MappedColumn, mapped_column

from materiel.models.base import described, polymorphic
from materiel.models.equipment import Equipment
from materiel.models.properties import count, moment, quantity, wording
from materiel.models.types import TEXT


def _key() -> MappedColumn[str]:
    return mapped_column(TEXT, ForeignKey("equipment.id"), primary_key=True, comment="The system.")


class Aircraft(Equipment):
    """Aeroplanes and helicopters."""

    __tablename__ = "aircraft"
    __table_args__ = (described("Aeroplanes and helicopters: one adopted value per property."),)
    __mapper_args__ = polymorphic("aircraft")

    id: Mapped[str] = _key()
    role: Mapped[str | None] = wording("role", "What it is for, in the source's words.")
    wing_configuration: Mapped[str | None] = wording(
        "wing configuration", "Arrangement of the wings, such as biplane or high wing.", single=True
    )
    engines: Mapped[int | None] = count("engines", "Number of engines.", (1, 12))
    powerplant: Mapped[str | None] = wording("powerplant", "Make and type of the engines.")
    engine_power_kw: Mapped[float | None] = quantity("kW", "engine power", "Power of each engine.", (20, 15000))
    thrust_kn: Mapped[float | None] = quantity(
        "kN", "thrust", "Greatest thrust of each engine, with afterburner where it has one.", (1, 600)
    )
    crew: Mapped[int | None] = count("crew", "Number of crew.", (0, 40))
    passengers: Mapped[int | None] = count("passengers", "Passengers or troops carried beside the crew.", (1, 900))
    length_m: Mapped[float | None] = quantity("m", "length", "Overall length.", (2, 90))
    wingspan_m: Mapped[float | None] = quantity("m", "wingspan", "Span of the wings, unswept.", (2, 100))
    height_m: Mapped[float | None] = quantity("m", "height", "Overall height on the ground.", (1, 30))
    empty_mass_kg: Mapped[float | None] = quantity("kg", "empty mass", "Mass without load and fuel.", (100, 300_000))
    takeoff_mass_kg: Mapped[float | None] = quantity(
        "kg", "normal take-off mass", "Normal take-off mass.", (200, 640_000)
    )
    max_takeoff_mass_kg: Mapped[float | None] = quantity(
        "kg", "maximum take-off mass", "Greatest take-off mass.", (200, 640_000)
    )
    max_speed_kmh: Mapped[float | None] = quantity("km/h", "maximum speed", "Greatest speed.", (80, 4000))
    cruise_speed_kmh: Mapped[float | None] = quantity("km/h", "cruise speed", "Cruising speed.", (60, 3500))
    max_mach: Mapped[float | None] = quantity(
        "Mach", "maximum Mach number", "Greatest speed as a multiple of the speed of sound.", (0.1, 3.6)
    )
    range_km: Mapped[float | None] = quantity("km", "range", "Greatest range.", (100, 25_000))
    combat_radius_km: Mapped[float | None] = quantity("km", "combat radius", "Combat radius.", (50, 12_000))
    ceiling_m: Mapped[float | None] = quantity("m", "ceiling", "Service ceiling.", (500, 30_000))
    payload_kg: Mapped[float | None] = quantity("kg", "payload", "Greatest load of weapons or cargo.", (50, 260_000))
    hardpoints: Mapped[int | None] = count("hardpoints", "Number of external hardpoints.", (1, 30))
    gun_calibre_mm: Mapped[float | None] = quantity("mm", "gun calibre", "Calibre of the built-in gun.", (5, 120))
    first_flight: Mapped[str | None] = moment("first flight", "First flight.")


class Submarine(Equipment):
    """Submarines, by class or by boat."""

    __tablename__ = "submarine"
    __table_args__ = (described("Submarines, by class or by boat: one adopted value per property."),)
    __mapper_args__ = polymorphic("submarine")

    id: Mapped[str] = _key()
    ship_class: Mapped[str | None] = wording("class", "Class that the boat belongs to.")
    hull_number: Mapped[str | None] = wording("hull number", "Number on the hull or sail.", single=True)
    propulsion: Mapped[str | None] = wording("propulsion", "Kind of propulsion, such as diesel-electric.", single=True)
    displacement_surfaced_t: Mapped[float | None] = quantity(
        "t", "displacement, surfaced", "Displacement at the surface.", (50, 40_000)
    )
    displacement_submerged_t: Mapped[float | None] = quantity(
        "t", "displacement, submerged", "Displacement under water.", (50, 50_000)
    )
    length_m: Mapped[float | None] = quantity("m", "length", "Overall length.", (10, 190))
    beam_m: Mapped[float | None] = quantity("m", "beam", "Greatest width of the hull.", (1.5, 25))
    draught_m: Mapped[float | None] = quantity("m", "draught", "Draught at the surface.", (1, 15))
    speed_surfaced_kmh: Mapped[float | None] = quantity(
        "km/h", "speed, surfaced", "Greatest speed at the surface.", (5, 70)
    )
    speed_submerged_kmh: Mapped[float | None] = quantity(
        "km/h", "speed, submerged", "Greatest speed under water.", (5, 90)
    )
    test_depth_m: Mapped[float | None] = quantity("m", "test depth", "Test or operating depth.", (30, 1300))
    range_km: Mapped[float | None] = quantity("km", "range", "Greatest range.", (100, 60_000))
    endurance_days: Mapped[float | None] = quantity("day", "endurance", "Days at sea without supplies.", (1, 400))
    crew: Mapped[int | None] = count("crew", "Number of crew.", (1, 250))
    torpedo_tubes: Mapped[int | None] = count("torpedo tubes", "Number of torpedo tubes.", (0, 16))
    torpedo_calibre_mm: Mapped[float | None] = quantity("mm", "torpedo calibre", "Calibre of the tubes.", (300, 700))
    launch_tubes: Mapped[int | None] = count("launch tubes", "Number of tubes for missiles.", (0, 170))
    laid_down: Mapped[str | None] = moment("laid down", "Laying of the keel.")
    launched: Mapped[str | None] = moment("launched", "Launch.")
    commissioned: Mapped[str | None] = moment("commissioned", "Commissioning.")
    builder: Mapped[str | None] = wording("builder", "Shipyard that built it.")


class Munition(Equipment):
    """Shells, rockets, bombs, missiles, torpedoes and warheads."""

    __tablename__ = "munition"
    __table_args__ = (
        described("Shells, rockets, bombs, missiles, torpedoes, warheads: one adopted value per property."),
    )
    __mapper_args__ = polymorphic("munition")

    id: Mapped[str] = _key()
    calibre_mm: Mapped[float | None] = quantity("mm", "calibre", "Calibre.", (4, 1000))
    length_m: Mapped[float | None] = quantity("m", "length", "Overall length.", (0.02, 40))
    diameter_m: Mapped[float | None] = quantity("m", "diameter", "Diameter of the body.", (0.004, 4))
    mass_kg: Mapped[float | None] = quantity("kg", "mass", "Mass when launched, fired or dropped.", (0.01, 250_000))
    warhead_mass_kg: Mapped[float | None] = quantity(
        "kg", "warhead mass", "Mass of the warhead or payload.", (0.01, 12_000)
    )
    warhead_type: Mapped[str | None] = wording("warhead type", "Kind of warhead.")
    range_min_km: Mapped[float | None] = quantity("km", "least range", "Least range.", (0.01, 8000))
    range_km: Mapped[float | None] = quantity("km", "range", "Greatest range.", (0.1, 25_000))
    guidance: Mapped[str | None] = wording("guidance", "Kind of guidance, or unguided.")
    propulsion: Mapped[str | None] = wording("propulsion", "Kind of propulsion, such as solid-fuel rocket.")
    stages: Mapped[int | None] = count("stages", "Number of stages.", (1, 5))
    max_mach: Mapped[float | None] = quantity(
        "Mach", "maximum Mach number", "Greatest speed as a multiple of the speed of sound.", (0.1, 30)
    )
    apogee_km: Mapped[float | None] = quantity(
        "km", "apogee reached", "Greatest height reached in a flight.", (0.1, 8000)
    )
    distance_flown_km: Mapped[float | None] = quantity(
        "km", "distance flown", "Greatest distance flown in a test, which may be lofted.", (0.1, 15_000)
    )
    launch_platform: Mapped[str | None] = wording("launch platform", "What it is fired, launched or dropped from.")


class Artillery(Equipment):
    """Guns, howitzers, mortars and rocket launchers."""

    __tablename__ = "artillery"
    __table_args__ = (described("Guns, howitzers, mortars, rocket launchers: one adopted value per property."),)
    __mapper_args__ = polymorphic("artillery")

    id: Mapped[str] = _key()
    calibre_mm: Mapped[float | None] = quantity("mm", "calibre", "Calibre.", (20, 1000))
    tubes: Mapped[int | None] = count("tubes", "Number of barrels or launch tubes.", (1, 200))
    range_km: Mapped[float | None] = quantity("km", "range", "Greatest range.", (0.5, 700))
    range_assisted_km: Mapped[float | None] = quantity(
        "km", "range, rocket-assisted", "Greatest range with rocket-assisted projectiles.", (1, 200)
    )
    range_min_km: Mapped[float | None] = quantity("km", "least range", "Least range.", (0.01, 100))
    rate_of_fire_rpm: Mapped[float | None] = quantity(
        "rounds/min", "rate of fire", "Greatest rate of fire.", (0.01, 6000)
    )
    salvo_time_s: Mapped[float | None] = quantity("s", "salvo time", "Time to fire all tubes.", (1, 600))
    muzzle_velocity_ms: Mapped[float | None] = quantity("m/s", "muzzle velocity", "Muzzle velocity.", (50, 2000))
    crew: Mapped[int | None] = count("crew", "Number of crew.", (1, 20))
    combat_mass_kg: Mapped[float | None] = quantity("kg", "combat mass", "Mass ready for action.", (20, 120_000))
    length_m: Mapped[float | None] = quantity("m", "length", "Overall length.", (0.5, 30))
    width_m: Mapped[float | None] = quantity("m", "width", "Overall width.", (0.2, 6))
    height_m: Mapped[float | None] = quantity("m", "height", "Overall height.", (0.2, 8))
    max_speed_kmh: Mapped[float | None] = quantity("km/h", "maximum speed", "Greatest speed on a road.", (5, 130))
    ammunition_carried: Mapped[int | None] = count("ammunition carried", "Rounds carried on board.", (1, 500))
    carriage: Mapped[str | None] = wording("carriage or chassis", "Carriage or chassis that it stands on.")


class Spacecraft(Equipment):
    """Satellites and launch vehicles."""

    __tablename__ = "spacecraft"
    __table_args__ = (described("Satellites and launch vehicles: one adopted value per property."),)
    __mapper_args__ = polymorphic("spacecraft")

    id: Mapped[str] = _key()
    mass_kg: Mapped[float | None] = quantity("kg", "mass", "Mass at launch.", (0.1, 5_000_000))
    length_m: Mapped[float | None] = quantity("m", "length", "Overall length.", (0.05, 130))
    diameter_m: Mapped[float | None] = quantity("m", "diameter", "Diameter of the body.", (0.05, 20))
    stages: Mapped[int | None] = count("stages", "Number of stages of a launch vehicle.", (1, 5))
    orbit: Mapped[str | None] = wording("orbit", "Kind of orbit.")
    perigee_km: Mapped[float | None] = quantity("km", "perigee", "Lowest height of the orbit.", (100, 400_000))
    apogee_km: Mapped[float | None] = quantity("km", "apogee", "Greatest height of the orbit.", (100, 500_000))
    launch_vehicle: Mapped[str | None] = wording("launch vehicle", "Rocket that launches it.", single=True)
    launch_site: Mapped[str | None] = wording("launch site", "Where it was launched.")
    launch_attempts: Mapped[int | None] = count("launch attempts", "Attempts to launch it.", (1, 1000))
    launch_failures: Mapped[int | None] = count("launch failures", "Attempts that failed.", (0, 1000))
    launched: Mapped[str | None] = moment("launched", "Launch into orbit.")


class Vehicle(Equipment):
    """Vehicles that are no weapon of their own, and trains."""

    __tablename__ = "vehicle"
    __table_args__ = (described("Vehicles and trains: one adopted value per property."),)
    __mapper_args__ = polymorphic("vehicle")

    id: Mapped[str] = _key()
    role: Mapped[str | None] = wording("role", "What it is for, in the source's words.")
    mass_kg: Mapped[float | None] = quantity("kg", "mass", "Mass.", (50, 10_000_000))
    crew: Mapped[int | None] = count("crew", "Number of crew.", (0, 200))
    engine_power_kw: Mapped[float | None] = quantity("kW", "engine power", "Power of the engine.", (5, 10_000))
    max_speed_kmh: Mapped[float | None] = quantity("km/h", "maximum speed", "Greatest speed.", (3, 400))
    range_km: Mapped[float | None] = quantity("km", "range", "Greatest range.", (10, 5000))
    armour: Mapped[str | None] = wording("armour", "Protection, in the source's words.")
