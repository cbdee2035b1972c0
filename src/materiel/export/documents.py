"""One nested document for each system: what it is, what is established of it, and apart from that, what is not.

The formats that hand documents on (`json`, `jsonld`, `turtle`) are made from the same ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from materiel.database.reader import Reader
from materiel.export.statements import STATEMENTS, Found, Row
from materiel.export.tables import Level
from materiel.models.vocabulary import ADOPTABLE, FIRMNESS

_IDENTITY = ("id", "name", "kind", "category", "level")
_VALUE = ("value", "low", "high", "approximate", "bound", "as_of")
_READING = ("stated_unit", "slack", "earliest", "latest", "state", "flag", "flag_resolution", "adopted", "adoption")
"""Of a claim: how its value was read from the source's words, and what became of it."""

_FIRMEST_FIRST = {word: place for place, word in enumerate(FIRMNESS)}


@dataclass(frozen=True, slots=True)
class Section:
    """Statements of one type that are established: those that state the same are one entry.

    `key` is what makes them the same, in the order in which entries are sorted; `shape` makes the entry.
    """

    statement: str
    key: tuple[str, ...]
    shape: Callable[[Row], Row]


def documents(reader: Reader, systems: Sequence[str], level: Level) -> Iterator[Row]:
    """Yield the documents of the systems with these ids, in the order of their ids.

    `level`: `full` has every statement with its receipt; `short` the established ones, each with one citation,
    and the others with theirs; `none` the values of the established ones alone.
    """
    found = Found(reader, systems)
    maker = _Maker(found, level)
    for system in found.systems():
        yield maker.document(system)


class _Maker:
    """Makes the documents of some systems from what was found of them."""

    def __init__(self, found: Found, level: Level) -> None:
        self._level = level
        is_full, is_none = level is Level.full, level is Level.none
        self._statements = {name: found.statements(name, adopted=is_none and name == "claim") for name in STATEMENTS}
        self._disputes = found.disputes()
        self._chains = {} if is_none else found.chains()
        self._contexts = found.contexts() if is_full else {}
        self._mentions = found.mentions() if is_full else {}

    def document(self, system: Row) -> Row:
        """Return the document of one system."""
        key = system["id"]
        stated = {name: _in_order(self._statements[name][key]) for name in STATEMENTS}
        disputes = self._disputes[key]
        document: Row = {name: system[name] for name in _IDENTITY}
        document["family"] = _party(system, "family")
        document["description"] = system["description"]
        document["properties"] = list(self._properties(_only(stated["claim"], "established"), disputes))
        for name, section in SECTIONS.items():
            document[name] = list(self._entries(section, _only(stated[section.statement], "established")))
        if self._level is not Level.none:
            for name in ("unestablished", "flagged"):
                rows = [(kind, row) for kind in STATEMENTS for row in _only(stated[kind], name)]
                document[name] = [self._stated(kind, row) for kind, row in rows]
            document["disputes"] = [self._dispute(row, stated[row["statement"]]) for row in disputes]
        if self._level is Level.full:
            document["mentions"] = [_mention(row) for row in self._mentions.get(key, ())]
        return document

    def _properties(self, claims: Iterable[Row], disputes: list[Row]) -> Iterator[Row]:
        disputed = {(row["property"], row["qualifier"]) for row in disputes if row["statement"] == "claim"}
        groups: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
        for claim in claims:
            groups[claim["position"], claim["property"], claim["condition"]].append(claim)
        for key in sorted(groups):
            rows = groups[key]
            # The adopted one is first, if there is one.
            if rows[0]["adopted"] or self._level is Level.full:
                yield self._property(rows, disputed=key[1:] in disputed)

    def _property(self, claims: list[Row], *, disputed: bool) -> Row:
        first = claims[0]
        entry = _what(first)
        values = (*_VALUE, "id") if self._level is Level.none else (*_VALUE, "as_stated", "id")
        entry.update({name: first[name] if first["adopted"] else None for name in values})
        entry["statement"] = entry.pop("id")
        entry["disputed"] = disputed
        if self._level is Level.none:
            return entry
        entry["claim_count"] = len(claims)
        entry["publisher_count"] = len({claim["origin"] for claim in claims})
        if self._level is Level.short:
            return {**entry, "citation": self._citation(first)}
        names = (*_VALUE, "as_stated", *_READING)
        found = [{**{name: claim[name] for name in ("id", *names)}, **self._receipt(claim)} for claim in claims]
        return {**entry, "claims": found}

    def _entries(self, section: Section, statements: Iterable[Row]) -> Iterator[Row]:
        groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
        for row in statements:
            groups[tuple("" if row[name] is None else str(row[name]) for name in section.key)].append(row)
        for key in sorted(groups):
            rows = groups[key]
            entry = {**section.shape(rows[0]), "statement": rows[0]["id"]}
            if self._level is Level.short:
                entry["citation"] = self._citation(rows[0])
            if self._level is Level.full:
                entry["statements"] = [self._receipt(row) for row in rows]
            yield entry

    def _stated(self, statement: str, row: Row) -> Row:
        """Return one statement with what it states."""
        full = self._level is Level.full
        if statement == "claim":
            names = (*_VALUE, "as_stated", *_READING) if full else (*_VALUE, "as_stated", "flag")
            states = {**_what(row), **{name: row[name] for name in names}}
        else:
            states = _SHAPES[statement](row)
        receipt = self._receipt(row) if full else {"citation": self._citation(row)}
        return {"type": statement, "id": row["id"], "states": states, **receipt}

    def _dispute(self, found: Row, statements: list[Row]) -> Row:
        entry = {"type": found["statement"], "property": found["property"], "condition": found["qualifier"] or None}
        entry["reason"] = found["reason"]
        if self._level is Level.full:
            return {**entry, "a": found["a_id"], "b": found["b_id"]}
        sides = {row["id"]: row for row in statements if row["id"] in (found["a_id"], found["b_id"])}
        return {**entry, **{side: self._stated(entry["type"], sides[found[f"{side}_id"]]) for side in ("a", "b")}}

    def _citation(self, row: Row) -> Row:
        speakers = [row["publisher"], *(link["name"] for link in self._chains.get(row["id"], ()))]
        return {
            "publisher": row["publisher"],
            "published": row["published"],
            "source": row["source_id"],
            "attribution": " > ".join(speakers),
            "firmness": row["firmness"],
            "quote": row["quote"],
            "link": row["link"],
        }

    def _receipt(self, row: Row) -> Row:
        chain = self._chains.get(row["id"], ())
        return {
            **{name: row[name] for name in ("id", "firmness", "cue", "quote", "note", "origin")},
            "attribution": [{name: link[name] for name in ("agent", "name", "role", "words")} for link in chain],
            "sentence": _sentence(row),
            "context": [_sentence(found) for found in self._contexts.get(row["id"], ())],
        }


def standing(row: Row) -> str:
    """Say whether a statement is `established`, `unestablished` (planned, denied), or `flagged` as not plausible."""
    if row["firmness"] not in ADOPTABLE:
        return "unestablished"
    is_flagged = row.get("flag") is not None and row["flag_resolution"] is None
    return "flagged" if is_flagged else "established"


def _only(rows: list[Row], wanted: str) -> list[Row]:
    return [row for row in rows if standing(row) == wanted]


def _in_order(rows: list[Row]) -> list[Row]:
    """Sort statements: the adopted first, then the firmest, then the newest."""
    rows.sort(key=lambda row: (row["source_id"], row["ordinal"], row["id"]))
    rows.sort(key=lambda row: row["published"] or "", reverse=True)
    rows.sort(key=lambda row: (not row.get("adopted"), _FIRMEST_FIRST[row["firmness"]]))
    return rows


def _sentence(row: Row) -> Row:
    place = {"id": row["sentence_id"], "source": row["source_id"], "kind": row["sentence_kind"]}
    return {
        **place,
        **{name: row[name] for name in ("ordinal", "paragraph", "sha256", "starts", "ends", "link", "text")},
    }


def _mention(row: Row) -> Row:
    return {**{name: row[name] for name in ("id", "name", "start", "end")}, "sentence": _sentence(row)}


def _what(claim: Row) -> Row:
    """Return what a claim is about."""
    return {
        "property": claim["property"],
        "label": claim["label"],
        "type": claim["value_type"],
        "unit": claim["unit"],
        "condition": claim["condition"] or None,
    }


def _party(row: Row, name: str) -> Row | None:
    return None if row[f"{name}_id"] is None else {"id": row[f"{name}_id"], "name": row[name]}


def _quantity(row: Row) -> Row | None:
    if row["quantity"] is None:
        return None
    return {"as_stated": row["quantity"], "low": row["quantity_low"], "high": row["quantity_high"]}


def _designation(row: Row) -> Row:
    return {name: row[name] for name in ("name", "scheme", "language")}


def _holding(row: Row) -> Row:
    dates = {name: row[name] for name in ("since", "until", "as_of", "status")}
    return {"operator": _party(row, "operator"), "service": row["service"], "quantity": _quantity(row), **dates}


def _transfer(row: Row) -> Row:
    parties = {name: _party(row, name) for name in ("supplier", "recipient")}
    return {**parties, "quantity": _quantity(row), "date": row["date"], "stage": row["stage"]}


def _relation(row: Row) -> Row:
    return {"type": row["type"], "target": row["target"], "system": row["system_id"], "agent": row["agent_id"]}


def _event(row: Row) -> Row:
    return {name: row[name] for name in ("type", "date", "place", "outcome")}


_QUANTITIES = ("quantity", "quantity_low", "quantity_high")
SECTIONS: Final = {
    "names": Section("designation", ("scheme", "name", "language"), _designation),
    "holdings": Section(
        "holding", ("operator", "since", "as_of", "until", "status", "service", "operator_id", *_QUANTITIES), _holding
    ),
    "transfers": Section(
        "transfer",
        ("date", "supplier", "recipient", "stage", "supplier_id", "recipient_id", *_QUANTITIES),
        _transfer,
    ),
    "relations": Section("relation", ("type", "target", "system_id", "agent_id"), _relation),
    "events": Section("event", ("date", "type", "place", "outcome"), _event),
}
"""The parts of a document besides its properties, in their order."""

_SHAPES = {section.statement: section.shape for section in SECTIONS.values()}
