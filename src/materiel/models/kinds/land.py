"""What stands or drives on land: artillery, armoured vehicles, air defence, other vehicles."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from materiel.models.base import described, polymorphic
from materiel.models.equipment import Equipment, key
from materiel.models.properties import count, quantity, wording


class Artillery(Equipment):
    """Guns, howitzers, mortars and rocket launchers."""

    __tablename__ = "artillery"
    __table_args__ = (described("Guns, howitzers, mortars, rocket launchers: one adopted value per property."),)
    __mapper_args__ = polymorphic("artillery")

    id: Mapped[str] = key()
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
    road_range_km: Mapped[float | None] = quantity("km", "road range", "Greatest distance on a road.", (20, 2000))
    engine_power_kw: Mapped[float | None] = quantity("kW", "engine power", "Power of the engine.", (5, 1500))
    ammunition_carried: Mapped[int | None] = count("ammunition carried", "Rounds carried on board.", (1, 500))
    carriage: Mapped[str | None] = wording("carriage or chassis", "Carriage or chassis that it stands on.")


class ArmouredVehicle(Equipment):
    """Tanks, infantry fighting vehicles, armoured personnel carriers and other armoured vehicles."""

    __tablename__ = "armoured_vehicle"
    __table_args__ = (
        described("Tanks, infantry fighting vehicles, armoured carriers: one adopted value per property."),
    )
    __mapper_args__ = polymorphic("armoured_vehicle")

    id: Mapped[str] = key()
    role: Mapped[str | None] = wording("role", "What it is for, in the source's words.")
    crew: Mapped[int | None] = count("crew", "Number of crew.", (1, 12))
    passengers: Mapped[int | None] = count("passengers", "Troops carried beside the crew.", (1, 30))
    combat_mass_kg: Mapped[float | None] = quantity("kg", "combat mass", "Mass ready for action.", (1000, 100_000))
    length_m: Mapped[float | None] = quantity("m", "length", "Overall length, gun forward.", (2, 15))
    hull_length_m: Mapped[float | None] = quantity("m", "hull length", "Length of the hull.", (2, 12))
    width_m: Mapped[float | None] = quantity("m", "width", "Overall width.", (1, 5))
    height_m: Mapped[float | None] = quantity("m", "height", "Overall height.", (1, 5))
    gun_calibre_mm: Mapped[float | None] = quantity("mm", "gun calibre", "Calibre of the main gun.", (5, 165))
    ammunition_carried: Mapped[int | None] = count(
        "ammunition carried", "Rounds for the main gun carried on board.", (1, 5000)
    )
    powerplant: Mapped[str | None] = wording("powerplant", "Make and type of the engine.")
    engine_power_kw: Mapped[float | None] = quantity("kW", "engine power", "Power of the engine.", (20, 1500))
    max_speed_kmh: Mapped[float | None] = quantity("km/h", "maximum speed", "Greatest speed on a road.", (10, 140))
    road_range_km: Mapped[float | None] = quantity("km", "road range", "Greatest distance on a road.", (50, 1500))
    armour: Mapped[str | None] = wording("armour", "Protection, in the source's words.")


class AirDefence(Equipment):
    """Surface-to-air missile systems, portable ones among them, and anti-aircraft guns."""

    __tablename__ = "air_defence"
    __table_args__ = (
        described("Surface-to-air missile systems and anti-aircraft guns: one adopted value per property."),
    )
    __mapper_args__ = polymorphic("air_defence")

    id: Mapped[str] = key()
    role: Mapped[str | None] = wording("role", "What it is for, in the source's words.")
    range_km: Mapped[float | None] = quantity("km", "range", "Greatest range at which a target is hit.", (0.5, 3500))
    range_min_km: Mapped[float | None] = quantity(
        "km", "least range", "Least range at which a target is hit.", (0.01, 200)
    )
    altitude_max_m: Mapped[float | None] = quantity(
        "m", "greatest altitude", "Greatest height at which a target is hit.", (500, 1_500_000)
    )
    altitude_min_m: Mapped[float | None] = quantity(
        "m", "least altitude", "Least height at which a target is hit.", (0, 100_000)
    )
    radar_range_km: Mapped[float | None] = quantity("km", "radar range", "Range at which a target is found.", (1, 5000))
    targets_engaged: Mapped[int | None] = count(
        "targets engaged", "Targets that can be engaged at the same time.", (1, 300)
    )
    targets_tracked: Mapped[int | None] = count(
        "targets tracked", "Targets that can be tracked at the same time.", (1, 1000)
    )
    reaction_time_s: Mapped[float | None] = quantity(
        "s", "reaction time", "Time from finding a target to the launch.", (0.5, 300)
    )
    missiles_per_launcher: Mapped[int | None] = count(
        "missiles on a launcher", "Missiles ready on one launcher.", (1, 40)
    )
    launchers: Mapped[int | None] = count("launchers", "Launchers in a battery.", (1, 24))
    missile: Mapped[str | None] = wording("missile", "Missile that it fires.")
    missile_mass_kg: Mapped[float | None] = quantity(
        "kg", "missile mass", "Mass of the missile at launch.", (2, 30_000)
    )
    missile_length_m: Mapped[float | None] = quantity("m", "missile length", "Length of the missile.", (0.8, 20))
    missile_diameter_m: Mapped[float | None] = quantity(
        "m", "missile diameter", "Diameter of the missile's body.", (0.03, 3)
    )
    missile_mach: Mapped[float | None] = quantity(
        "Mach", "missile Mach number", "Greatest speed of the missile as a multiple of the speed of sound.", (0.5, 20)
    )
    missile_speed_ms: Mapped[float | None] = quantity(
        "m/s", "missile speed", "Greatest speed of the missile.", (150, 8000)
    )
    warhead_mass_kg: Mapped[float | None] = quantity("kg", "warhead mass", "Mass of the warhead.", (0.2, 600))
    guidance: Mapped[str | None] = wording("guidance", "Kind of guidance.")
    gun_calibre_mm: Mapped[float | None] = quantity("mm", "gun calibre", "Calibre of the guns.", (7, 152))
    crew: Mapped[int | None] = count("crew", "Number of crew of a launcher or vehicle.", (1, 100))
    combat_mass_kg: Mapped[float | None] = quantity(
        "kg", "combat mass", "Mass ready for action of the launcher, vehicle or portable system.", (5, 80_000)
    )
    max_speed_kmh: Mapped[float | None] = quantity("km/h", "maximum speed", "Greatest speed on a road.", (5, 120))
    carriage: Mapped[str | None] = wording("carriage or chassis", "Carriage or chassis that it stands on.")


class Vehicle(Equipment):
    """Vehicles that are no weapon of their own, and trains."""

    __tablename__ = "vehicle"
    __table_args__ = (described("Vehicles and trains: one adopted value per property."),)
    __mapper_args__ = polymorphic("vehicle")

    id: Mapped[str] = key()
    role: Mapped[str | None] = wording("role", "What it is for, in the source's words.")
    mass_kg: Mapped[float | None] = quantity("kg", "mass", "Mass.", (50, 10_000_000))
    crew: Mapped[int | None] = count("crew", "Number of crew.", (0, 200))
    engine_power_kw: Mapped[float | None] = quantity("kW", "engine power", "Power of the engine.", (5, 10_000))
    max_speed_kmh: Mapped[float | None] = quantity("km/h", "maximum speed", "Greatest speed.", (3, 400))
    range_km: Mapped[float | None] = quantity("km", "range", "Greatest range.", (10, 5000))
    armour: Mapped[str | None] = wording("armour", "Protection, in the source's words.")
