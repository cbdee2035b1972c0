"""Spacecraft."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from materiel.models.base import described, polymorphic
from materiel.models.equipment import Equipment, key
from materiel.models.properties import count, moment, quantity, wording


class Spacecraft(Equipment):
    """Satellites and launch vehicles."""

    __tablename__ = "spacecraft"
    __table_args__ = (described("Satellites and launch vehicles: one adopted value per property."),)
    __mapper_args__ = polymorphic("spacecraft")

    id: Mapped[str] = key()
    mass_kg: Mapped[float | None] = quantity("kg", "mass", "Mass at launch.", (0.1, 5_000_000))
    payload_kg: Mapped[float | None] = quantity(
        "kg", "payload", "Greatest load into orbit; the condition says into which.", (0.1, 200_000)
    )
    length_m: Mapped[float | None] = quantity("m", "length", "Overall length.", (0.05, 130))
    diameter_m: Mapped[float | None] = quantity("m", "diameter", "Diameter of the body.", (0.05, 20))
    thrust_kn: Mapped[float | None] = quantity("kN", "thrust", "Thrust at lift-off.", (1, 100_000))
    stages: Mapped[int | None] = count("stages", "Number of stages of a launch vehicle.", (1, 5))
    orbit: Mapped[str | None] = wording("orbit", "Kind of orbit.")
    perigee_km: Mapped[float | None] = quantity("km", "perigee", "Lowest height of the orbit.", (100, 400_000))
    apogee_km: Mapped[float | None] = quantity("km", "apogee", "Greatest height of the orbit.", (100, 500_000))
    launch_vehicle: Mapped[str | None] = wording("launch vehicle", "Rocket that launches it.", single=True)
    launch_site: Mapped[str | None] = wording("launch site", "Where it was launched.")
    launch_attempts: Mapped[int | None] = count("launch attempts", "Attempts to launch it.", (1, 1000))
    launch_failures: Mapped[int | None] = count("launch failures", "Attempts that failed.", (0, 1000))
    launched: Mapped[str | None] = moment("launched", "Launch into orbit.")
    first_flight: Mapped[str | None] = moment("first flight", "First launch of a launch vehicle.")
