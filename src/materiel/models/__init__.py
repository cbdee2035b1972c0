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
from materiel.models.library import (
    READER_TABLES,
    Article,
    ArticleMention,
    ArticleSentence,
    AttachedSentence,
    Attachment,
    UnmatchedDesignation,
)
from materiel.models.provenance import Agent, Attribution, Evidence, EvidenceContext, Sentence, Source
from materiel.models.statements import Claim, Designation, Event, Holding, Mention, Relation, Transfer

__all__ = [
    "READER_TABLES",
    "Agent",
    "AirDefence",
    "Aircraft",
    "ArmouredVehicle",
    "Article",
    "ArticleMention",
    "ArticleSentence",
    "Artillery",
    "AttachedSentence",
    "Attachment",
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
    "UnmatchedDesignation",
    "Vehicle",
]
