"""Records that changed: systems, categories, agents, and sources with their sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

from materiel.catalog import queries
from materiel.changes.rows import TableChanges
from materiel.changes.sides import Side
from materiel.database.reader import Reader

Row = dict[str, Any]

IDENTITY: Final = {
    "name": "name",
    "kind": "kind",
    "category_id": "category",
    "level": "level",
    "family_id": "family",
    "description": "description",
}
"""What a system is, and what answers call it. The other columns of its table are adopted values."""

WAYS: Final = ("added", "removed", "changed")
"""How something can change."""


def way(old: object, new: object) -> str:
    """Return how something changed from `old` to `new`, of which one may be None."""
    return "added" if old is None else "removed" if new is None else "changed"


def differences(old: Row | None, new: Row | None) -> list[Row]:
    """Return in what two records differ, field by field. What was added or removed differs from nothing."""
    if old is None or new is None:
        return []
    fields = dict.fromkeys((*old, *new))
    return [
        {"field": name, "old": old.get(name), "new": new.get(name)} for name in fields if old.get(name) != new.get(name)
    ]


def record_changes(changes: TableChanges, names: Mapping[str, str] | None = None) -> list[Row]:
    """Return the records of a table that changed, by id. `names`: only in these columns, which are called so."""

    def records(rows: Mapping[Any, Any]) -> dict[str, Row]:
        found = {key[0]: changes.named(row) for key, row in rows.items()}
        wanted = names or {name: name for name in changes.columns if name != "id"}
        return {key: {called: row[name] for name, called in wanted.items()} for key, row in found.items()}

    old, new = records(changes.old), records(changes.new)
    keys = sorted(key for key in old.keys() | new.keys() if old.get(key) != new.get(key))
    return [_change(key, old.get(key), new.get(key)) for key in keys]


def _change(key: str, old: Row | None, new: Row | None) -> Row:
    return {"change": way(old, new), "id": key, "differences": differences(old, new), "old": old, "new": new}


def source_changes(changes: Mapping[str, TableChanges], old: Side, new: Side) -> list[Row]:
    """Return the sources that changed, by id: their records, and how many of their sentences and mentions."""
    counts = {
        "sentences": _counts(changes["sentence"], [lambda row: str(row["source_id"])] * 2),
        "mentions": _counts(changes["mention"], [_owner(side.reader) for side in (old, new)]),
    }
    touched = {str(key) for rows in (changes["source"].old, changes["source"].new) for (key,) in rows}
    found = []
    for key in sorted(touched.union(*counts.values())):
        change = _change(key, _source(old.reader, key), _source(new.reader, key))
        none = dict.fromkeys(WAYS, 0)
        found.append({**change, **{name: owned.get(key, none) for name, owned in counts.items()}})
    return found


def _owner(reader: Reader) -> Callable[[Row], str]:
    """Return what tells to which source a row belongs that leads to a sentence."""
    owner = cache(lambda sentence_id: str(reader.rows(queries.SOURCE_OF_SENTENCE, id=sentence_id)[0]["id"]))
    return lambda row: owner(row["sentence_id"])


def _counts(changes: TableChanges, owners: list[Callable[[Row], str]]) -> dict[str, dict[str, int]]:
    """Count rows by the source that owns them and the way they changed."""
    found: dict[str, dict[str, int]] = {}
    for key in changes.old.keys() | changes.new.keys():
        old, new = changes.old.get(key), changes.new.get(key)
        owner = owners[1](changes.named(new)) if new is not None else owners[0](changes.named(old or ()))
        found.setdefault(owner, dict.fromkeys(WAYS, 0))[way(old, new)] += 1
    return found


def _source(reader: Reader, key: str) -> Row | None:
    rows = reader.rows(queries.SOURCE, id=key)
    # Drivers give a date as text or as an object.
    return {**rows[0], "retrieved": str(rows[0]["retrieved"])} if rows else None
