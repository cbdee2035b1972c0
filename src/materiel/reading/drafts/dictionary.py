"""What a draft knows of a database: systems, their names, and agents."""

from __future__ import annotations

from dataclasses import dataclass

from materiel.catalog import queries
from materiel.database.reader import Reader
from materiel.reading.designations import designations
from materiel.reading.drafts.agents import Agent, Agents
from materiel.reading.drafts.statements import System, Systems
from materiel.reading.matcher import Matcher


@dataclass(frozen=True, slots=True)
class Dictionary:
    """The systems and agents that a draft can name."""

    matcher: Matcher
    systems: Systems
    agents: Agents


def read_dictionary(reader: Reader) -> Dictionary:
    """Read the dictionary of a database."""
    named = designations(reader)
    reporting: dict[str, set[str]] = {}
    for each in named:
        if each.scheme == "NATO reporting name":
            reporting.setdefault(each.system, set()).add(each.name)
    systems = {
        each.system: System(each.system, each.kind, each.level, each.family, frozenset(reporting.get(each.system, ())))
        for each in named
    }
    agents = Agents(Agent(row["id"], row["name"], row["kind"]) for row in reader.rows(queries.AGENTS))
    return Dictionary(Matcher(named), systems, agents)
