"""Changes as people read them: what changed, from what to what, and the receipts of both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

from materiel.catalog.units import amount
from materiel.changes.comparison import Comparison
from materiel.changes.records import WAYS

Row = dict[str, Any]

HEADINGS: Final = {
    "systems": "Systems",
    "categories": "Categories",
    "values": "Adopted values",
    "disputes": "Disputes",
    "statements": "Statements",
    "sources": "Sources",
    "agents": "Agents",
}
"""The lists of a comparison in the order in which people read them."""

_DERIVED = frozenset({"value", "value_low", "value_high", "slack", "earliest", "latest", "sentence_id"})
"""Fields that follow from others, or that the entry tells in another way."""

_REASONS = {"receipt": "another receipt", "adoption": "another reason"}


class Receipt(NamedTuple):
    """A line of an entry that says where something comes from: `source` is a link, between two texts."""

    before: str
    source: str
    link: str
    after: str


class Entry(NamedTuple):
    """A change, or several of one system that have the same lines.

    `facts` are pairs: what of it changed (nothing where all of it did), and from what to what.
    """

    change: str
    name: str
    facts: tuple[tuple[str, str], ...]
    lines: tuple[str | Receipt, ...] = ()


def sections(comparison: Comparison) -> Iterator[tuple[str, list[Entry]]]:
    """Yield the changes under their headings. Where nothing changed there is no section."""
    for name, heading in HEADINGS.items():
        rows = comparison.lists.get(name)
        if rows:
            yield heading, _together([_ENTRIES[name](row) for row in rows])


def _together(entries: list[Entry]) -> list[Entry]:
    """Join what was read from one sentence, in one way: each of its facts has the same receipt."""
    found: dict[Any, Entry] = {}
    for entry in entries:
        key = (entry.change, entry.name, entry.lines)
        facts = (*found[key].facts, *entry.facts) if key in found else entry.facts
        found[key] = entry._replace(facts=facts)
    return list(found.values())


def counts(comparison: Comparison) -> list[tuple[str, ...]]:
    """Return what was looked at, and how much of it was added, removed and changed."""
    found = comparison.counts
    rows = ((heading.lower(), found[name]) for name, heading in HEADINGS.items() if name in found)
    return [(heading, *(str(ways[way]) for way in WAYS)) for heading, ways in rows]


def _record(name: Callable[[Row], str], about: Callable[[Row], str]) -> Callable[[Row], Entry]:
    """Return what makes an entry of a record, given its name and what is said of one that came or went."""

    def entry(row: Row) -> Entry:
        side = row["new"] or row["old"]
        words = about(side) if row["change"] != "changed" else ""
        facts = (("", words),) if words else ()
        return Entry(row["change"], name({"id": row["id"], **side}), facts, tuple(_changes(row["differences"])))

    return entry


def _changes(differences: list[Row]) -> Iterator[str]:
    for row in differences:
        yield f"{row['field']}: {_plain(row['old'])} \u2192 {_plain(row['new'])}"


def _plain(value: Any) -> str:
    """Write a value, as people expect it; nothing is a word too."""
    if value is None or value == "":
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _named(side: Row) -> str:
    return f"{side['name']} ({side['id']})"


def _system(row: Row) -> Entry:
    entry = _record(_named, lambda side: f"{side['category']}, {side['kind']}, {side['level']}")
    return entry(row)


def _source(row: Row) -> Entry:
    side = row["new"] or row["old"]
    entry = _record(lambda side: f"\u201c{side['title']}\u201d ({side['id']})", lambda _: "")(row)
    counted = (_counted(name, row[name]) for name in ("sentences", "mentions"))
    receipt = Receipt("", ", ".join(filter(None, (side["publisher"], side["published"]))), side["url"], "")
    return entry._replace(lines=(*entry.lines, *filter(None, counted), receipt))


def _counted(name: str, ways: dict[str, int]) -> str:
    listed = ", ".join(f"{count} {way}" for way, count in ways.items() if count)
    return f"{name}: {listed}" if listed else ""


def _statement(row: Row) -> Entry:
    old, new = row["old"], row["new"]
    between = [found for found in row["differences"] if found["field"] not in _DERIVED]
    if old and new and all(side["as_stated"] == amount(side) for side in (old, new)):
        between = [found for found in between if found["field"] != "as_stated"]
    if not between and old and new and _amount(old) == _amount(new):
        # Only what follows from others differs, and it is told all the same.
        between = row["differences"]
    elsewhere = old and new and old["link"] != new["link"]
    sides = (("was: ", old), ("is: ", new)) if elsewhere else (("", new or old),)
    lines: tuple[str | Receipt, ...] = (*_changes(between), *(_receipt(*side) for side in sides))
    return Entry(row["change"], row["equipment_name"], ((_what(row), _from_to(old, new)),), lines)


def _what(row: Row) -> str:
    return str(row["property"]) if row["statement"] == "claim" else f"{row['statement']}: {row['property']}"


def _from_to(old: Row | None, new: Row | None) -> str:
    shown = dict.fromkeys(_amount(side) for side in (old, new) if side)
    return " \u2192 ".join(shown)


def _amount(side: Row) -> str:
    return amount(side) + (f" ({side['qualifier']})" if side["qualifier"] else "")


def _receipt(label: str, side: Row, after: str = "") -> Receipt:
    words = f"\u201c{side['quote']}\u201d" if side["quote"] else f"{side['starts']} \u2026 {side['ends']}"
    dated = f", {side['published']}" if side["published"] else ""
    source = f"{side['publisher']}{dated}, sentence {side['sentence_ordinal']}"
    return Receipt(label, source, side["link"], f": {words}, {side['firmness']} by {side['attribution']}{after}")


def _value(row: Row) -> Entry:
    old, new = row["old"], row["new"]
    labels = (("was: ", old), ("is: ", new)) if old and new else (("", old), ("", new))
    lines = tuple(_receipt(label, side, f"; {side['adoption']}") for label, side in labels if side)
    words = _from_to(old, new)
    if old and new and "value" not in row["fields"]:
        words += f", for {' and '.join(_REASONS[field] for field in row['fields'])}"
    return Entry(row["change"], row["equipment_name"], ((row["property"], words),), lines)


def _dispute(row: Row) -> Entry:
    old, new = row["old"], row["new"]
    labels = (("was: ", old), ("is: ", new)) if old and new else (("", old), ("", new))
    lines = (_side(label, side[one]) for label, side in labels if side for one in ("a", "b"))
    what = _what(row) + (f" ({row['qualifier']})" if row["qualifier"] else "")
    return Entry(row["change"], row["equipment_name"], ((what, (new or old)["reason"]),), tuple(lines))


def _side(label: str, side: Row) -> Receipt:
    dated = f", {side['published']}" if side["published"] else ""
    words = f": \u201c{side['quote']}\u201d" if side["quote"] else ""
    said = f"{amount(side)}, {side['firmness']} by {side['attribution']}, "
    return Receipt(label + said, side["publisher"] + dated, side["link"], words)


_ENTRIES: Final[dict[str, Callable[[Row], Entry]]] = {
    "systems": _system,
    "categories": _record(lambda side: side["id"], lambda side: side["kind"]),
    "values": _value,
    "disputes": _dispute,
    "statements": _statement,
    "sources": _source,
    "agents": _record(_named, lambda side: side["kind"]),
}
