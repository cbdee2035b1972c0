"""The relational schema: SQLAlchemy models, the properties they declare, and the views over them."""

from materiel.models.base import Base
from materiel.models.dictionary import Build, DataDictionary, Lookup, PropertyRow, SearchDocument
from materiel.models.equipment import Category, Equipment
from materiel.models.kinds import (
    Aircraft,
    AirDefence,
    ArmouredVehicle,
    Artillery,
    Munition,
    Spacecraft,
    Submarine,
    SurfaceShip,
    Vehicle,
)
from materiel.models.provenance import Agent, Attribution, Evidence, EvidenceContext, Sentence, Source
from materiel.models.statements import Claim, Designation, Event, Holding, Mention, Relation, Transfer

__all__ = [
    "Agent",
    "AirDefence",
    "Aircraft",
    "ArmouredVehicle",
    "Artillery",
    "Attribution",
    "Base",
    "Build",
    "Category",
    "Claim",
    "DataDictionary",
    "Designation",
    "Equipment",
    "Event",
    "Evidence",
    "EvidenceContext",
    "Holding",
    "Lookup",
    "Mention",
    "Munition",
    "PropertyRow",
    "Relation",
    "SearchDocument",
    "Sentence",
    "Source",
    "Spacecraft",
    "Submarine",
    "SurfaceShip",
    "Transfer",
    "Vehicle",
]
