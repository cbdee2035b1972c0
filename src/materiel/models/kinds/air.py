"""Aircraft."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from materiel.models.base import described, polymorphic
from materiel.models.equipment import Equipment, key
from materiel.models.properties import count, moment, quantity, wording


class Aircraft(Equipment):
    """Aeroplanes and helicopters."""

    __tablename__ = "aircraft"
    __table_args__ = (described("Aeroplanes and helicopters: one adopted value per property."),)
    __mapper_args__ = polymorphic("aircraft")

    id: Mapped[str] = key()
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
    wing_area_m2: Mapped[float | None] = quantity("m²", "wing area", "Area of the wings.", (2, 1200))
    rotor_diameter_m: Mapped[float | None] = quantity("m", "rotor diameter", "Diameter of the main rotor.", (1, 40))
    height_m: Mapped[float | None] = quantity("m", "height", "Overall height on the ground.", (1, 30))
    empty_mass_kg: Mapped[float | None] = quantity("kg", "empty mass", "Mass without load and fuel.", (100, 300_000))
    takeoff_mass_kg: Mapped[float | None] = quantity(
        "kg", "normal take-off mass", "Normal take-off mass.", (200, 640_000)
    )
    max_takeoff_mass_kg: Mapped[float | None] = quantity(
        "kg", "maximum take-off mass", "Greatest take-off mass.", (200, 640_000)
    )
    fuel_kg: Mapped[float | None] = quantity("kg", "internal fuel", "Fuel carried inside.", (1, 200_000))
    max_speed_kmh: Mapped[float | None] = quantity("km/h", "maximum speed", "Greatest speed.", (80, 4000))
    cruise_speed_kmh: Mapped[float | None] = quantity("km/h", "cruise speed", "Cruising speed.", (60, 3500))
    max_mach: Mapped[float | None] = quantity(
        "Mach", "maximum Mach number", "Greatest speed as a multiple of the speed of sound.", (0.1, 3.6)
    )
    range_km: Mapped[float | None] = quantity("km", "range", "Greatest range.", (100, 25_000))
    ferry_range_km: Mapped[float | None] = quantity(
        "km",
        "ferry range",
        "Range without load, with all the fuel that can be carried, external tanks among it.",
        (100, 25_000),
    )
    combat_radius_km: Mapped[float | None] = quantity("km", "combat radius", "Combat radius.", (50, 12_000))
    endurance_h: Mapped[float | None] = quantity("h", "endurance", "Time in the air without refuelling.", (0.1, 100))
    ceiling_m: Mapped[float | None] = quantity("m", "ceiling", "Service ceiling.", (500, 30_000))
    climb_rate_ms: Mapped[float | None] = quantity("m/s", "rate of climb", "Greatest rate of climb.", (0.5, 400))
    payload_kg: Mapped[float | None] = quantity("kg", "payload", "Greatest load of weapons or cargo.", (50, 260_000))
    hardpoints: Mapped[int | None] = count("hardpoints", "Number of external hardpoints.", (1, 30))
    gun_calibre_mm: Mapped[float | None] = quantity("mm", "gun calibre", "Calibre of the built-in gun.", (5, 120))
    first_flight: Mapped[str | None] = moment("first flight", "First flight.")
