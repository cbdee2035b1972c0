"""A small dictionary for drafts: a few systems of each kind, and a few agents. What is said of them is invented."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from materiel.reading.designations import Designation
from materiel.reading.document import Article
from materiel.reading.drafts.agents import Agent, Agents
from materiel.reading.drafts.dictionary import Dictionary
from materiel.reading.drafts.record import Draft, draft
from materiel.reading.drafts.sources import Given
from materiel.reading.drafts.statements import System
from materiel.reading.matcher import Matcher

NAMES = (
    ("su-35", "Su-35", "aircraft", "manufacturer"),
    ("mig-29", "MiG-29", "aircraft", "manufacturer"),
    ("mig-29", "Fulcrum", "aircraft", "NATO reporting name"),
    ("an-2", "An-2", "aircraft", "manufacturer"),
    ("ch-47", "CH-47", "aircraft", "US designation"),
    ("d-30", "D-30", "artillery", "manufacturer"),
    ("m777", "M777", "artillery", "US designation"),
    ("k-9", "K-9", "artillery", "military"),
    ("kn-23", "KN-23", "munition", "military"),
    ("kh-101", "Kh-101", "munition", "military"),
    ("romeo", "Romeo class", "submarine", "common name"),
    ("kilo", "Kilo class", "submarine", "common name"),
    ("t-72", "T-72", "vehicle", "military"),
    ("cv90", "CV90", "armoured_vehicle", "military"),
    ("buk-m1", "Buk-M1", "air_defence", "military"),
    ("tern", "Tern class", "surface_ship", "common name"),
    ("ofeq-3", "Ofeq-3", "spacecraft", "common name"),
    ("shavit", "Shavit", "spacecraft", "common name"),
)
AGENTS = (
    ("russia", "Russia", "state"),
    ("india", "India", "state"),
    ("ukraine", "Ukraine", "state"),
    ("us-dia", "US Defense Intelligence Agency", "agency"),
    ("acme-news", "Acme News", "publisher"),
    ("tass", "TASS", "publisher"),
)


@pytest.fixture(scope="session")
def dictionary() -> Dictionary:
    named = [Designation(system, name, scheme, kind, "model") for system, name, kind, scheme in NAMES]
    nato = {system: frozenset({name}) for system, name, _, scheme in NAMES if scheme == "NATO reporting name"}
    systems = {
        system: System(system, kind, "model", None, nato.get(system, frozenset())) for system, _, kind, _ in NAMES
    }
    return Dictionary(Matcher(named), systems, Agents(Agent(*agent) for agent in AGENTS))


@pytest.fixture(scope="session")
def drafted(dictionary: Dictionary) -> Callable[[str], Draft]:
    """Return a function that drafts a text."""
    return lambda text: draft(Article("test", text), Given(), dictionary)


@pytest.fixture(scope="session")
def claims(drafted: Callable[[str], Draft]) -> Callable[[str], list[tuple[str, str, str]]]:
    """Return a function that gives the claims of a text: system, property, and the value as it was written."""

    def found(text: str) -> list[tuple[str, str, str]]:
        return [
            (statement.system, name, str(value.get("as_stated", value["value"])))
            for reading in drafted(text).readings
            for statement in reading.statements
            if statement.table == "claim"
            for name, value in statement.fields.items()
        ]

    return found


@pytest.fixture(scope="session")
def facts(drafted: Callable[[str], Draft]) -> Callable[[str], list[dict[str, Any]]]:
    """Return a function that gives the statements of a text besides claims, with the system they are about."""

    def found(text: str) -> list[dict[str, Any]]:
        return [
            {"about": statement.system, "is": statement.table, **statement.fields}
            for reading in drafted(text).readings
            for statement in reading.statements
            if statement.table != "claim"
        ]

    return found
