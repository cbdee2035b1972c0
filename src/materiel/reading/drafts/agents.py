"""Agents that a text may name: those of the seeds by their names, and states by their people and capitals too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

_ARTICLE: Final = re.compile(r"^(?:the|an?) ", re.I)
_STATES: Final = "states.txt"


@dataclass(frozen=True, slots=True)
class Agent:
    """An agent of the seeds."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Named:
    """An agent is named at `start` to `end` of a sentence."""

    agent: str
    start: int
    end: int


class Agents:
    """Finds agents by name. A name that several agents have leads to none."""

    def __init__(self, agents: Iterable[Agent]) -> None:
        given = list(agents)
        self._kinds = {agent.id: agent.kind for agent in given}
        self._names: dict[str, str | None] = {}
        states: dict[str, str] = {}
        for agent in given:
            key = _key(agent.name)
            self._names[key] = None if self._names.get(key, agent.id) != agent.id else agent.id
            if agent.kind == "state":
                states[agent.name] = agent.id
        for state, words in state_words().items():
            if state in self._kinds:
                states.update(dict.fromkeys(words, state))
                self._names.update({_key(word): state for word in words if _key(word) not in self._names})
        self._states = states
        ordered = sorted(states, key=len, reverse=True)
        self._pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})(?![\w-])") if states else None

    def find(self, name: str) -> str | None:
        """Return the id of the agent of this name, without article; None if there is none, or several."""
        return self._names.get(_key(name))

    def known(self, name: str) -> str | None:
        """Return the id of an agent that is given by its id or its name; None if there is none."""
        return name if name in self._kinds else self.find(name)

    def kind(self, agent: str) -> str:
        """Return the kind of an agent."""
        return self._kinds[agent]

    def states(self, text: str) -> list[Named]:
        """Return the states that a sentence names, in order: by name, people or capital."""
        if self._pattern is None:
            return []
        return [Named(self._states[found[0]], *found.span()) for found in self._pattern.finditer(text)]


def _key(name: str) -> str:
    return _ARTICLE.sub("", name.strip()).replace(".", "").casefold()


def state_words() -> Mapping[str, list[str]]:
    """Return the words for states, by the id of the state: its names, its people, its capital."""
    lines = files("materiel.reading.drafts").joinpath(_STATES).read_text(encoding="utf-8").splitlines()
    pairs = (line.split(": ", 1) for line in lines if line and not line.startswith("#"))
    return {state: words.split(", ") for state, words in pairs}
