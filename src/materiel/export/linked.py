"""A document as linked data: the system, the statements on it, and where each of them comes from.

A system has as properties of its own only what was adopted, and leads only to statements that somebody stands
behind. All others lead to the system (`materiel:about`): who asks for facts does not come across them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from materiel.export.nodes import Node, moment, name, present, wording
from materiel.export.receipts import annotation, citation, mention, receipt
from materiel.export.statements import Row
from materiel.export.tables import Level
from materiel.export.values import direct_value, quantity, value

_LEVELS: Final = {
    "family": "schema:ProductGroup",
    "model": "schema:ProductModel",
    "variant": "schema:ProductModel",
    "individual": "schema:IndividualProduct",
    "generic class": "schema:Product",
}
_VEHICLES: Final = ("aircraft", "armoured_vehicle", "submarine", "surface_ship", "vehicle")
"""Kinds that are made to carry people or cargo, as a `Vehicle` of schema.org is."""

_SECTIONS: Final = {
    "names": "designation",
    "holdings": "holding",
    "transfers": "transfer",
    "relations": "relation",
    "events": "event",
}


class _Statement(NamedTuple):
    """A statement of a document: what it states, and its receipt, which holds its `id`."""

    kind: str
    states: Row
    receipt: Row


def linked(document: Row, level: Level) -> Iterator[Node]:
    """Yield the things that a document of `level` tells of."""
    established = list(_established(document, level))
    yield _system(document, established)
    about, meets = name("system", document["id"]), _meetings(document)
    for found in [*established, *_others(document, level)]:
        key = found.receipt["id"]
        yield {**_statement(found, about), **_RECEIPTS[level](found.receipt), **meets.get(key, {})}
        if level is Level.full:
            yield annotation(found.receipt)
    for found_mention in document.get("mentions", ()):
        yield mention(found_mention, about)


def _established(document: Row, level: Level) -> Iterator[_Statement]:
    for entry in document["properties"]:
        for claim in entry["claims"] if level is Level.full else [_cited(entry)]:
            yield _Statement("claim", {**entry, **claim}, claim)
    for section, kind in _SECTIONS.items():
        for entry in document[section]:
            for found in entry["statements"] if level is Level.full else [_cited(entry)]:
                yield _Statement(kind, entry, found)


def _cited(entry: Row) -> Row:
    return {"id": entry["statement"], **entry.get("citation", {})}


def _others(document: Row, level: Level) -> Iterator[_Statement]:
    """Yield what nobody stands behind, and what is not plausible: where receipts are whole, and nowhere else."""
    if level is Level.full:
        for found in [*document["unestablished"], *document["flagged"]]:
            yield _Statement(found["type"], found["states"], found)


def _meetings(document: Row) -> dict[str, Node]:
    """Return, by the ids of statements, the statements that they deny or contradict."""
    meetings: dict[str, Node] = defaultdict(dict)
    for found in document.get("disputes", ()):
        if isinstance(found["a"], str):
            meeting = "materiel:denies" if found["reason"] == "denied" else "materiel:contradicts"
            meetings[found["a"]].setdefault(meeting, []).append(name("statement", found["b"]))
    return meetings


def _system(document: Row, statements: list[_Statement]) -> Node:
    kind, level, family = document["kind"], document["level"], document["family"]
    types = ["materiel:System", "prov:Entity", _LEVELS[level]]
    names = [wording(entry["name"], entry["language"]) for entry in document["names"]]
    adopted = [entry for entry in document["properties"] if entry["statement"] is not None]
    system: Node = {
        "@id": name("system", document["id"]),
        "@type": [*types, "schema:Vehicle"] if kind in _VEHICLES else types,
        "schema:identifier": document["id"],
        "schema:name": document["name"],
        "schema:alternateName": [each for n, each in enumerate(names) if each not in names[:n]],
        "schema:description": document["description"],
        "schema:category": name("category", document["category"]),
        "materiel:kind": kind,
        "materiel:level": level,
        # Of one boat, its class is the model.
        "schema:model" if level == "individual" else "schema:isVariantOf": family and name("system", family["id"]),
        **{name("property", entry["property"]): direct_value(entry) for entry in adopted},
        "schema:additionalProperty": [name("statement", entry["statement"]) for entry in adopted],
    }
    for found in statements:
        if found.kind not in ("claim", "designation"):
            system.setdefault(f"materiel:{found.kind}", []).append(name("statement", found.receipt["id"]))
    return present(system)


def _statement(found: _Statement, about: str) -> Node:
    kinds = [f"materiel:{found.kind.capitalize()}", "prov:Entity"]
    return {
        "@id": name("statement", found.receipt["id"]),
        "@type": [*kinds, "schema:PropertyValue"] if found.kind == "claim" else kinds,
        "materiel:about": about,
        **present(_STATES[found.kind](found)),
    }


def _claim(found: _Statement) -> Node:
    states = found.states
    return {
        "materiel:property": name("property", states["property"]),
        "schema:propertyID": states["property"],
        "schema:name": states["label"],
        **value(states),
        "materiel:asStated": states.get("as_stated"),
        "materiel:condition": states["condition"],
        "materiel:approximate": states["approximate"] or None,
        "materiel:asOf": moment(states["as_of"]),
        "materiel:adopted": states.get("adopted", True),
        "materiel:adoption": states.get("adoption"),
        "materiel:flag": states.get("flag"),
        "materiel:flagResolution": states.get("flag_resolution"),
    }


def _designation(found: _Statement) -> Node:
    states = found.states
    return {"schema:name": wording(states["name"], states["language"]), "materiel:scheme": states["scheme"]}


def _holding(found: _Statement) -> Node:
    states = found.states
    return {
        "materiel:operator": _party(states["operator"]),
        "materiel:service": states["service"],
        "materiel:quantity": quantity(found.receipt["id"], states["quantity"]),
        "materiel:since": moment(states["since"]),
        "materiel:until": moment(states["until"]),
        "materiel:asOf": moment(states["as_of"]),
        "materiel:status": states["status"],
    }


def _transfer(found: _Statement) -> Node:
    states = found.states
    return {
        "materiel:supplier": _party(states["supplier"]),
        "materiel:recipient": _party(states["recipient"]),
        "materiel:quantity": quantity(found.receipt["id"], states["quantity"]),
        "dcterms:date": moment(states["date"]),
        "materiel:stage": states["stage"],
    }


def _relation(found: _Statement) -> Node:
    states = found.states
    targets = [name(prefix, states[prefix]) for prefix in ("system", "agent") if states[prefix] is not None]
    return {
        "materiel:relationType": states["type"],
        "materiel:target": targets,
        "materiel:targetName": states["target"],
    }


def _event(found: _Statement) -> Node:
    states = found.states
    return {
        "materiel:eventType": states["type"],
        "dcterms:date": moment(states["date"]),
        "materiel:place": states["place"],
        "materiel:outcome": states["outcome"],
    }


def _party(party: Row | None) -> str | None:
    return None if party is None else name("agent", party["id"])


_STATES: Final = {
    "claim": _claim,
    "designation": _designation,
    "holding": _holding,
    "transfer": _transfer,
    "relation": _relation,
    "event": _event,
}
_RECEIPTS: Final[dict[Level, Callable[[Row], Node]]] = {
    Level.full: receipt,
    Level.short: citation,
    Level.none: lambda _: {},
}
