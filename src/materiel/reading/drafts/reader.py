"""Reads a whole text: each sentence with what it says, who speaks, and how firmly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from materiel.reading.document import Document, Mention, Sentence
from materiel.reading.drafts.agents import Agents
from materiel.reading.drafts.cells import TableHead, labelled_cell
from materiel.reading.drafts.dealings.dealing import LastState, dealings, state_after
from materiel.reading.drafts.doubts import doubt
from materiel.reading.drafts.figures import Figure
from materiel.reading.drafts.moments.dating import moments
from materiel.reading.drafts.moments.events import events
from materiel.reading.drafts.moments.milestones import is_milestone, milestones
from materiel.reading.drafts.names import designations
from materiel.reading.drafts.relations import relations
from materiel.reading.drafts.statements import LONGEST, Reading, Statement, Systems
from materiel.reading.drafts.subjects.scene import Scene
from materiel.reading.drafts.subjects.topics import Topics, meant
from materiel.reading.drafts.together import of_all
from materiel.reading.drafts.values import claims, figures
from materiel.reading.drafts.voices.firmness import firmness
from materiel.reading.drafts.voices.speech import speech

_LABELLED: Final = re.compile(r"[A-Z][\w ,.'()/-]{1,40}(?:: ?| [-=] )[^!?]{1,80}")
"""A line with a label is a row, whatever stands around it."""

_BARE_LABEL: Final = re.compile(r"(?:[A-Z][\w.-]* )(?:[\w./()-]+ ){0,4}?[~<>]?\d[\d.,]* ?[\w'\"/]")
"""A short line without a verb: "Length 30.2 m"."""


def read_document(
    document: Document, mentions: Mapping[int, Sequence[Mention]], systems: Systems, agents: Agents
) -> list[Reading]:
    """Read all sentences of a document. `mentions` are by the index of the sentence, from 0."""
    readings = []
    voices = speech(document)
    topics = Topics(document.sentences, mentions, systems)
    table: TableHead | None = None
    state: LastState | None = None
    earlier: list[Figure] = []
    for index, sentence in enumerate(document.sentences):
        found = tuple(mentions.get(index, ()))
        if len(sentence.text) > LONGEST:
            readings.append(Reading(sentence))
            continue
        row = _is_row(sentence)
        topic = topics.before(sentence, row=row)
        # An item of a list of years speaks of nothing but what it names.
        known = None if row and is_milestone(sentence.text) else topic
        scene = Scene(
            sentence.text, meant(sentence.text, found, systems, known), systems, known, row=row, pair=topics.pair
        )
        table = TableHead.of(sentence, found, table)
        earlier = figures(scene, earlier)
        read = _statements(scene, sentence, agents, table, state, earlier)
        statements = tuple(of_all(scene, (one for one in read if not doubt(scene, one))))
        state = state_after(scene, agents, sentence.ordinal, state)
        said = voices[index]
        firm = firmness(sentence.text, said, sentence.body)
        readings.append(Reading(sentence, found, said, firm, statements))
        topics.after(sentence, scene, statements)
    return readings


def _is_row(sentence: Sentence) -> bool:
    if sentence.kind == "table row" or _LABELLED.fullmatch(sentence.text):
        return True
    return sentence.kind == "heading" and _BARE_LABEL.match(sentence.text) is not None


def _statements(
    scene: Scene,
    sentence: Sentence,
    agents: Agents,
    table: TableHead | None,
    state: LastState | None,
    read: Sequence[Figure],
) -> list[Statement]:
    if sentence.kind == "heading" and not scene.row:
        return []
    if table is not None and (cells := list(table.claims(sentence, tuple(scene.mentions), scene.systems))):
        return cells
    if scene.row and (labelled := list(labelled_cell(scene))):
        return labelled
    found = [*claims(scene, read), *designations(scene)]
    if sentence.kind == "table row" and is_milestone(sentence.text):
        return [*found, *milestones(scene)]
    return _distinct([*found, *moments(scene), *relations(scene), *dealings(scene, agents, state), *events(scene)])


def _distinct(statements: Iterable[Statement]) -> list[Statement]:
    """Leave out events that a statement before tells of already."""
    kept: list[Statement] = []
    told: set[tuple[str, str]] = set()
    for one in statements:
        key = (one.system, str(one.fields.get("type")))
        if one.table != "event" or key not in told:
            kept.append(one)
        if one.table == "event":
            told.add(key)
    return kept
