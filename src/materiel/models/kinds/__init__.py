"""The typed tables, one for each kind: a column for every property that systems of the kind can have."""

from materiel.models.kinds.air import Aircraft
from materiel.models.kinds.land import AirDefence, ArmouredVehicle, Artillery, Vehicle
from materiel.models.kinds.munition import Munition
from materiel.models.kinds.sea import Submarine, SurfaceShip
from materiel.models.kinds.space import Spacecraft

__all__ = [
    "AirDefence",
    "Aircraft",
    "ArmouredVehicle",
    "Artillery",
    "Munition",
    "Spacecraft",
    "Submarine",
    "SurfaceShip",
    "Vehicle",
]
