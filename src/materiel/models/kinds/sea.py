"""Submarines and surface ships."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from materiel.models.base import described, polymorphic
from materiel.models.equipment import Equipment, key
from materiel.models.properties import count, moment, quantity, wording


class Submarine(Equipment):
    """Submarines, by class or by boat."""

    __tablename__ = "submarine"
    __table_args__ = (described("Submarines, by class or by boat: one adopted value per property."),)
    __mapper_args__ = polymorphic("submarine")

    id: Mapped[str] = key()
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


class SurfaceShip(Equipment):
    """Surface ships, by class or by ship."""

    __tablename__ = "surface_ship"
    __table_args__ = (described("Surface ships, by class or by ship: one adopted value per property."),)
    __mapper_args__ = polymorphic("surface_ship")

    id: Mapped[str] = key()
    ship_class: Mapped[str | None] = wording("class", "Class that the ship belongs to.")
    hull_number: Mapped[str | None] = wording("hull number", "Hull or pennant number.", single=True)
    propulsion: Mapped[str | None] = wording("propulsion", "Kind of propulsion, such as gas turbines.")
    shaft_power_kw: Mapped[float | None] = quantity(
        "kW", "shaft power", "Power of all engines that drive the ship, together.", (100, 250_000)
    )
    displacement_t: Mapped[float | None] = quantity(
        "t", "displacement", "Displacement that the source calls neither standard nor full.", (20, 120_000)
    )
    displacement_standard_t: Mapped[float | None] = quantity(
        "t", "displacement, standard", "Displacement without fuel.", (20, 110_000)
    )
    displacement_full_load_t: Mapped[float | None] = quantity(
        "t", "displacement, full load", "Displacement at full load.", (20, 120_000)
    )
    length_m: Mapped[float | None] = quantity("m", "length", "Overall length.", (8, 350))
    beam_m: Mapped[float | None] = quantity("m", "beam", "Greatest width of the hull.", (2, 80))
    flight_deck_width_m: Mapped[float | None] = quantity(
        "m", "flight deck width", "Greatest width of the flight deck.", (10, 90)
    )
    draught_m: Mapped[float | None] = quantity("m", "draught", "Draught at full load.", (0.5, 15))
    max_speed_kmh: Mapped[float | None] = quantity("km/h", "maximum speed", "Greatest speed.", (10, 120))
    range_km: Mapped[float | None] = quantity(
        "km", "range", "Greatest range; the condition says at which speed.", (200, 60_000)
    )
    endurance_days: Mapped[float | None] = quantity("day", "endurance", "Days at sea without supplies.", (1, 365))
    crew: Mapped[int | None] = count("crew", "Number of crew; the condition says if with an air wing.", (1, 6500))
    passengers: Mapped[int | None] = count("passengers", "Troops carried beside the crew.", (1, 3500))
    gun_calibre_mm: Mapped[float | None] = quantity("mm", "main gun calibre", "Calibre of the main gun.", (12, 410))
    launch_cells: Mapped[int | None] = count(
        "vertical launch cells", "Number of cells for missiles that are launched vertically.", (1, 200)
    )
    aircraft_carried: Mapped[int | None] = count(
        "aircraft carried", "Aeroplanes and helicopters carried, together.", (1, 100)
    )
    helicopters: Mapped[int | None] = count("helicopters", "Helicopters carried.", (0, 60))
    laid_down: Mapped[str | None] = moment("laid down", "Laying of the keel.")
    launched: Mapped[str | None] = moment("launched", "Launch.")
    commissioned: Mapped[str | None] = moment("commissioned", "Commissioning.")
    builder: Mapped[str | None] = wording("builder", "Shipyard that built it.")
