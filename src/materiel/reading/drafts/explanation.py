"""Why a draft says what it says: the rule behind each statement, speaker and degree of firmness."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from materiel.reading.drafts.record import Draft, quote


def explanation(draft: Draft) -> list[dict[str, Any]]:
    """Return a row for each statement of a draft."""
    return list(_rows(draft))


def _rows(draft: Draft) -> Iterator[dict[str, Any]]:
    for reading in draft.readings:
        for statement in reading.statements:
            yield {
                "source": draft.id,
                "sentence": reading.sentence.ordinal,
                "system": statement.system,
                "statement": statement.table,
                "value": _words(statement.fields.items()),
                "quote": quote(reading.sentence, statement.start, statement.end),
                "rule": statement.rule,
                "firmness": reading.firmness.firmness,
                "firmness_rule": reading.firmness.rule,
                "cue": reading.firmness.cue,
                "speakers": list(reading.voice.speakers),
                "speakers_rule": reading.voice.rule,
                "needs": list(statement.needs),
            }


def _words(fields: Iterable[tuple[str, Any]]) -> str:
    pairs = []
    for name, value in fields:
        rest = {key: each for key, each in value.items() if key != "value"} if isinstance(value, dict) else {}
        shown = value["value"] if isinstance(value, dict) else value
        pairs.append(f"{name} = {shown}" + (f" {json.dumps(rest, ensure_ascii=False)}" if rest else ""))
    return ", ".join(pairs)
