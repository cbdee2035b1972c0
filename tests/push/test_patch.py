"""Patches: written line by line, read with every fault named, and applied like a push of what they hold."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from destinations import Destination, Source, silent
from materiel.errors import DatabaseError, PatchError
from materiel.export.tables import Level
from materiel.push.feed import PatchFeed
from materiel.push.patch import Change, Head, patch_lines, read_patch
from materiel.push.report import PushReport
from materiel.push.run import Choices, push

HEAD = {"materiel_patch": 1, "receipts": "short", "from": None, "to": "abc"}
AGENT = {"id": "new", "name": "New", "kind": "company", "country": None}
PUT = {"table": "agent", "op": "put", "row": AGENT}


def write(path: Path, *lines: Any) -> Path:
    """Write lines of JSON, or text as it is."""
    path.write_text("".join((each if isinstance(each, str) else json.dumps(each)) + "\n" for each in lines))
    return path


def apply(path: Path, destination: Destination, **choices: Any) -> PushReport:
    return push(PatchFeed(read_patch(path)), destination.location, Choices(**choices), silent)


def all_of(source: Source, level: Level) -> Iterable[Change]:
    with source.content(level) as content:
        for table in content.tables:
            for row in content.rows(table):
                yield Change(table.name, "put", row)


@pytest.mark.parametrize("level", Level)
def test_a_patch_with_everything_is_a_push_of_everything(
    source: Source, destination: Destination, tmp_path: Path, level: Level
) -> None:
    path = tmp_path / "all.patch"
    path.write_text("".join(patch_lines(Head(level, None, "abc"), all_of(source, level))), encoding="utf-8")
    patch = read_patch(path)
    assert patch.head == Head(level, None, "abc")
    assert sum(patch.counts.values()) == sum(1 for _ in all_of(source, level))
    assert apply(path, destination).changed
    assert not source.push(destination, level).changed
    assert not apply(path, destination).changed


def test_rows_are_put_and_retired(source: Source, destination: Destination, tmp_path: Path) -> None:
    source.push(destination)
    [(gone,), *_] = destination.execute("SELECT id FROM designation ORDER BY id")
    path = write(
        tmp_path / "some.patch",
        HEAD,
        PUT,
        {"table": "agent", "op": "put", "row": {**AGENT, "id": "testland", "name": "Test Land", "kind": "state"}},
        {"table": "receipt", "op": "retire", "row": {"id": gone}},
        {"table": "receipt", "op": "retire", "row": {"id": "not there"}},
        {"table": "designation", "op": "retire", "row": {"id": gone}},
    )
    expected = apply(path, destination, dry_run=True)
    report = apply(path, destination)
    assert report.tables == expected.tables
    assert {table.table: dict(table.ids) for table in report.tables if table.changed} == {
        "agent": {"inserted": ["new"], "updated": ["testland"]},
        "receipt": {"retired": [gone]},
        "designation": {"retired": [gone]},
    }
    assert not apply(path, destination).changed
    assert {table.table for table in apply(path, destination, delete_retired=True).tables if table.deleted} == {
        "receipt",
        "designation",
    }


def test_rows_that_lead_nowhere_are_refused(source: Source, destination: Destination, tmp_path: Path) -> None:
    source.push(destination)
    before = destination.content()
    row = {"id": "x", "kind": "aircraft", "category_id": "no-such-category", "level": "model", "family_id": None}
    path = write(
        tmp_path / "wrong.patch",
        HEAD,
        {"table": "equipment", "op": "put", "row": {**row, "name": "X", "description": None}},
    )
    with pytest.raises(DatabaseError, match=r"(?i)foreign key.*nothing was written"):
        apply(path, destination)
    assert destination.content() == before


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([], "is empty"),
        (["{"], "line 1: is no JSON"),
        ([[1]], "line 1: is not the head of a patch"),
        ([{"materiel_patch": 2}], "line 1: the patch has version 2"),
        ([{**HEAD, "receipts": "much"}], "line 1: the head of the patch is damaged"),
        ([HEAD, "nonsense"], "line 2: is no JSON"),
        ([HEAD, PUT, {"table": "agent", "row": AGENT}], "line 3: is no change of a row"),
        ([HEAD, {**PUT, "op": "drop"}], "line 2: is no change of a row"),
        ([HEAD, {**PUT, "table": "planes"}], "line 2: there is no table planes at this level, which has property"),
        ([HEAD, {**PUT, "row": {"id": "new"}}], "line 2: its columns are not those of agent.*: country, kind, name"),
        ([HEAD, {**PUT, "op": "retire"}], "line 2: its columns are not those of agent"),
        ([HEAD, {**PUT, "row": {**AGENT, "name": None}}], "line 2: agent.name cannot be null"),
        ([HEAD, {**PUT, "row": {**AGENT, "name": 1}}], "line 2: agent.name cannot be 1"),
        ([HEAD, {**PUT, "row": {**AGENT, "name": ["x"]}}], "line 2: agent.name cannot be"),
        ([HEAD, json.dumps(PUT).replace('"New"', "NaN")], "line 2: is no JSON"),
        ([HEAD, json.dumps(PUT).replace("New", "\\ud800")], "line 2: is no JSON"),
        (
            [HEAD, PUT, {"table": "category", "op": "retire", "row": {"id": "x"}}],
            "line 3: rows of category come too late: they belong before those of agent",
        ),
    ],
)
def test_a_patch_that_is_out_of_order_is_refused_at_its_line(tmp_path: Path, lines: list[Any], said: str) -> None:
    path = write(tmp_path / "wrong.patch", *lines)
    with pytest.raises(PatchError, match=f"wrong.patch.*{said}"):
        read_patch(path)


def test_a_patch_that_is_no_text_or_not_there_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "wrong.patch"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(PatchError, match="line 1: is no JSON"):
        read_patch(path)
    with pytest.raises(PatchError, match="cannot be read"):
        read_patch(tmp_path / "nothing")
