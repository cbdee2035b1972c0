"""One system, whole."""

from __future__ import annotations

from typing import Any

import pytest

from materiel.catalog.sheet import ESTABLISHED, sheet
from materiel.database.reader import Reader

Row = dict[str, Any]

SYSTEMS = ("swift-1", "swift-2", "pike")
SECTIONS = (
    "names",
    "specification",
    "holdings",
    "transfers",
    "relations",
    "events",
    "unestablished",
    "flagged",
)


def value_of(document: Row, prop: str) -> Row:
    (found,) = [row for row in document["specification"] if row["property"] == prop]
    return dict(found)


@pytest.mark.parametrize("name", SYSTEMS)
def test_every_fact_has_a_receipt_and_every_receipt_is_cited(reader: Reader, name: str) -> None:
    document = sheet(reader, name)
    rows = [row for section in SECTIONS for row in document[section]]
    cited = {number for row in rows for number in row["receipts"]}
    cited |= {row[side]["receipt"] for row in document["disputes"] for side in ("a", "b")}
    assert all(row["receipts"] for row in rows)
    assert cited == {receipt["number"] for receipt in document["receipts"]}


@pytest.mark.parametrize("name", SYSTEMS)
def test_receipts_are_numbered_from_one_without_gaps(reader: Reader, name: str) -> None:
    numbers = [receipt["number"] for receipt in sheet(reader, name)["receipts"]]
    assert numbers == list(range(1, len(numbers) + 1))


def test_receipts_say_where_the_sentence_stands_and_link_to_it(reader: Reader) -> None:
    for receipt in sheet(reader, "swift-1")["receipts"]:
        assert receipt["link"].startswith(f"{receipt['url']}#:~:text=")
        assert receipt["attribution"].startswith(receipt["publisher"])
        assert receipt["starts"]
        assert receipt["ends"]


def test_only_a_sentence_that_may_be_copied_is_shown_in_full(reader: Reader) -> None:
    receipts = sheet(reader, "swift-1")["receipts"]
    assert {receipt["source_id"] for receipt in receipts if receipt["sentence_text"]} == {"gamma-page"}


def test_claims_that_agree_support_the_value_that_is_adopted(reader: Reader) -> None:
    wingspan = value_of(sheet(reader, "swift-1"), "wingspan_m")
    assert (wingspan["value_low"], wingspan["value_high"], wingspan["disputed"]) == (18, 18, True)
    assert (wingspan["claims"], wingspan["publishers"], len(wingspan["receipts"])) == (3, 3, 3)


def test_the_receipt_of_the_adopted_claim_comes_first(reader: Reader) -> None:
    document = sheet(reader, "swift-1")
    first = value_of(document, "wingspan_m")["receipts"][0]
    assert "18" in document["receipts"][first - 1]["quote"]


def test_a_value_that_cannot_be_is_kept_apart_and_not_adopted(reader: Reader) -> None:
    document = sheet(reader, "swift-1")
    assert value_of(document, "crew")["value"] == "1"
    (flagged,) = document["flagged"]
    assert (flagged["property"], flagged["value"]) == ("crew", "3000")
    assert "plausible" in flagged["flag"]


def test_a_figure_under_a_condition_says_so(reader: Reader) -> None:
    assert value_of(sheet(reader, "swift-1"), "range_km")["qualifier"] == "with external tanks"


@pytest.mark.parametrize("name", SYSTEMS)
def test_only_what_nobody_stands_behind_is_among_the_doubtful(reader: Reader, name: str) -> None:
    assert not {row["firmness"] for row in sheet(reader, name)["unestablished"]} & set(ESTABLISHED)


@pytest.mark.parametrize(
    ("name", "firmness", "statement"),
    [("swift-1", "denied", "transfer"), ("swift-2", "planned", "holding"), ("pike", "speculated", "claim")],
)
def test_what_is_denied_planned_or_guessed_stands_apart(
    reader: Reader, name: str, firmness: str, statement: str
) -> None:
    document = sheet(reader, name)
    assert (firmness, statement) in {(row["firmness"], row["statement"]) for row in document["unestablished"]}
    section = "specification" if statement == "claim" else f"{statement}s"
    doubtful = {number for row in document["unestablished"] for number in row["receipts"]}
    assert not doubtful & {number for row in document[section] for number in row["receipts"]}


def test_who_is_quoted_stands_behind_who_published_it(reader: Reader) -> None:
    document = sheet(reader, "swift-1")
    (holding,) = document["holdings"]
    assert (holding["operator_id"], holding["quantity"], holding["since"]) == ("testland", "24", "2001")
    assert document["receipts"][holding["receipts"][0] - 1]["attribution"] == "Beta press > Testland"


def test_names_in_all_scripts_relations_and_events_are_shown(reader: Reader) -> None:
    assert {"Dart", "Свифт-1"} <= {row["name"] for row in sheet(reader, "swift-1")["names"]}
    assert [(row["type"], row["system_id"]) for row in sheet(reader, "swift-2")["relations"]] == [
        ("variant of", "swift-1")
    ]
    assert [(row["type"], row["date"]) for row in sheet(reader, "pike")["events"]] == [("shown", "1957")]


def test_imperial_units_change_quantities_and_leave_what_was_stated(reader: Reader) -> None:
    metric, imperial = sheet(reader, "swift-1"), sheet(reader, "swift-1", "imperial")
    assert value_of(imperial, "wingspan_m")["unit"] == "ft"
    assert value_of(imperial, "length_m")["value_low"] == pytest.approx(59 + 8 / 12, abs=0.01)
    for before, after in zip(metric["specification"], imperial["specification"], strict=True):
        assert before["as_stated"] == after["as_stated"]
        assert before["unit"] != after["unit"] or before["value"] == after["value"]
