"""The Python interface: a database as an object, systems with their properties, and facts with receipts.

Its names are those of `materiel` itself, which loads this package when the first of them is asked for.
"""

from materiel.api.database import Database, open  # noqa: A004
from materiel.api.records import (
    AdoptedValue,
    Claim,
    ComparedProperty,
    Comparison,
    Dispute,
    Doubtful,
    Event,
    Holding,
    Match,
    Name,
    Property,
    Receipt,
    Relation,
    Side,
    Transfer,
)
from materiel.api.system import System

__all__ = [
    "AdoptedValue",
    "Claim",
    "ComparedProperty",
    "Comparison",
    "Database",
    "Dispute",
    "Doubtful",
    "Event",
    "Holding",
    "Match",
    "Name",
    "Property",
    "Receipt",
    "Relation",
    "Side",
    "System",
    "Transfer",
    "open",
]
