"""The closed vocabularies of the schema: each is a CHECK in the database and a choice in the seeds."""

from __future__ import annotations

from typing import Final

KINDS: Final = (
    "air_defence",
    "aircraft",
    "armoured_vehicle",
    "artillery",
    "mixed",
    "munition",
    "spacecraft",
    "submarine",
    "surface_ship",
    "vehicle",
)
"""Kinds of equipment. Each has a table of its own, but `mixed`: a class that spans kinds ("arms")."""

LEVELS: Final = ("family", "model", "variant", "individual", "generic class")
"""Levels of equipment: an `individual` is one hull, one train."""

AGENT_KINDS: Final = (
    "agency",
    "armed force",
    "company",
    "group",
    "organisation",
    "person",
    "place",
    "publisher",
    "service",
    "state",
    "unnamed",
)

SOURCE_KINDS: Final = (
    "government document",
    "maker's publication",
    "research report",
    "museum page",
    "specialist press",
    "wire report",
    "news article",
    "state media report",
    "web page",
)
"""Kinds of source, the ones that adoption prefers first."""

SCOPES: Final = ("whole", "excerpt")

RIGHTS: Final = ("all rights reserved", "public domain", "CC BY 4.0", "CC BY-SA 4.0", "CC BY-SA 3.0")

GRADES: Final = tuple(letter + digit for letter in "ABCDEF" for digit in "123456")
"""Admiralty code: reliability of the source (A-F) and credibility of the information (1-6)."""

SENTENCE_KINDS: Final = ("sentence", "heading", "caption", "table row")

HELD: Final = ("exact", "moved", "changed", "missing")
"""How a sentence of a source is found in a copy of it (see `materiel.reading.attachment`)."""

FIRMNESS: Final = ("asserted", "reported", "assessed", "planned", "alleged", "speculated", "denied")

ADOPTABLE: Final = ("asserted", "reported", "assessed")
"""What somebody stands behind. The rest is shown, and never adopted."""

ROLES: Final = (
    "publisher",
    "wire",
    "quoted document",
    "official",
    "state media",
    "analyst",
    "company",
    "witness",
    "unnamed",
)

WORDS: Final = ("direct", "indirect")

BOUNDS: Final = ("at least", "at most")

SCHEMES: Final = (
    "common name",
    "manufacturer",
    "military",
    "NATO reporting name",
    "native script",
    "GRAU index",
    "project number",
    "hull number",
    "US designation",
    "nickname",
    "ICAO type designator",
    "Wikidata QID",
)

HOLDING_STATUSES: Final = ("in service", "in reserve", "stockpiled", "retired", "on order", "sought")

TRANSFER_STAGES: Final = ("sought", "offered", "agreed", "ordered", "delivered")

RELATION_TYPES: Final = (
    "variant of",
    "based on",
    "successor of",
    "carries",
    "launched by",
    "built at",
    "used with",
)

EVENT_TYPES: Final = (
    "agreed",
    "announced",
    "built",
    "delivered",
    "displayed",
    "failed",
    "first flown",
    "laid down",
    "launched",
    "lost",
    "moved",
    "shown",
    "tested",
    "used in combat",
)

VALUE_TYPES: Final = ("number", "integer", "text", "date")
