"""Munitions."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from materiel.models.base import described, polymorphic
from materiel.models.equipment import Equipment, key
from materiel.models.properties import count, moment, quantity, wording


class Munition(Equipment):
    """Shells, rockets, bombs, missiles, torpedoes and warheads."""

    __tablename__ = "munition"
    __table_args__ = (
        described("Shells, rockets, bombs, missiles, torpedoes, warheads: one adopted value per property."),
    )
    __mapper_args__ = polymorphic("munition")

    id: Mapped[str] = key()
    calibre_mm: Mapped[float | None] = quantity("mm", "calibre", "Calibre.", (4, 1000))
    length_m: Mapped[float | None] = quantity("m", "length", "Overall length.", (0.02, 40))
    diameter_m: Mapped[float | None] = quantity("m", "diameter", "Diameter of the body.", (0.004, 4))
    wingspan_m: Mapped[float | None] = quantity("m", "wingspan", "Span of the wings or fins.", (0.05, 20))
    mass_kg: Mapped[float | None] = quantity("kg", "mass", "Mass when launched, fired or dropped.", (0.01, 250_000))
    warhead_mass_kg: Mapped[float | None] = quantity(
        "kg", "warhead mass", "Mass of the warhead or payload.", (0.01, 12_000)
    )
    warhead_type: Mapped[str | None] = wording("warhead type", "Kind of warhead.")
    warheads: Mapped[int | None] = count("warheads", "Number of warheads or re-entry vehicles.", (1, 20))
    yield_kt: Mapped[float | None] = quantity(
        "kiloton", "yield", "Yield of a nuclear warhead, in TNT.", (0.01, 100_000)
    )
    range_min_km: Mapped[float | None] = quantity("km", "least range", "Least range.", (0.01, 8000))
    range_km: Mapped[float | None] = quantity("km", "range", "Greatest range.", (0.1, 25_000))
    guidance: Mapped[str | None] = wording("guidance", "Kind of guidance, or unguided.")
    accuracy_m: Mapped[float | None] = quantity("m", "accuracy", "Circular error probable.", (0.1, 10_000))
    propulsion: Mapped[str | None] = wording("propulsion", "Kind of propulsion, such as solid-fuel rocket.")
    stages: Mapped[int | None] = count("stages", "Number of stages.", (1, 5))
    max_mach: Mapped[float | None] = quantity(
        "Mach", "maximum Mach number", "Greatest speed as a multiple of the speed of sound.", (0.1, 30)
    )
    max_speed_kmh: Mapped[float | None] = quantity("km/h", "maximum speed", "Greatest speed.", (5, 35_000))
    apogee_km: Mapped[float | None] = quantity(
        "km", "apogee reached", "Greatest height reached in a flight.", (0.1, 8000)
    )
    distance_flown_km: Mapped[float | None] = quantity(
        "km", "distance flown", "Greatest distance flown in a test, which may be lofted.", (0.1, 15_000)
    )
    launch_platform: Mapped[str | None] = wording("launch platform", "What it is fired, launched or dropped from.")
    first_tested: Mapped[str | None] = moment("first tested", "First test launch, firing or drop.")
