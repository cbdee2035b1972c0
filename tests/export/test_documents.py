from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from materiel.database.location import Location, locate
from materiel.database.reader import Reader, open_reader
from materiel.export.documents import documents
from materiel.export.statements import STATEMENTS
from materiel.export.tables import Level
from materiel.models.vocabulary import ADOPTABLE
from materiel.seeds.load import load_directories
from samples import SeedFolder, says, sentence

SECTIONS = ("properties", "names", "holdings", "transfers", "relations", "events")
APART = ("unestablished", "flagged")


def document(reader: Reader, system: str, level: Level = Level.full) -> dict[str, Any]:
    (found,) = documents(reader, [system], level)
    return found


def established(found: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the statements in the sections of a full document."""
    for section in SECTIONS:
        for entry in found[section]:
            yield from entry["claims" if section == "properties" else "statements"]


def everything(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield every key with its value, however deep it stands."""
    if isinstance(value, dict):
        yield from value.items()
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from everything(inner)


def entry(found: dict[str, Any], name: str, condition: str | None = None) -> dict[str, Any]:
    (one,) = (each for each in found["properties"] if (each["property"], each["condition"]) == (name, condition))
    return dict(one)


def test_documents_come_in_the_order_of_their_ids(reader: Reader) -> None:
    found = documents(reader, ["swift-2", "pike", "swift-1"], Level.none)
    assert [each["id"] for each in found] == ["pike", "swift-1", "swift-2"]


@pytest.mark.parametrize("system", ["swift-1", "swift-2", "pike"])
def test_every_statement_stands_in_the_full_document_once(reader: Reader, system: str) -> None:
    tables = " UNION ALL ".join(f"SELECT evidence_id, equipment_id FROM {name}" for name in STATEMENTS)
    stored = reader.rows(f"SELECT evidence_id FROM ({tables}) stated WHERE equipment_id = :id", id=system)
    found = document(reader, system)
    shown = [each["id"] for each in established(found)]
    shown += [each["id"] for section in APART for each in found[section]]
    assert sorted(shown) == sorted(row["evidence_id"] for row in stored)


@pytest.mark.parametrize("system", ["swift-1", "swift-2", "pike"])
def test_what_nobody_stands_behind_is_apart(reader: Reader, system: str) -> None:
    found = document(reader, system)
    assert {each["firmness"] for each in established(found)} <= set(ADOPTABLE)
    assert {each["firmness"] for each in found["unestablished"]}.isdisjoint(ADOPTABLE)


def test_a_value_is_the_adopted_one_and_comes_with_all_claims(reader: Reader) -> None:
    found = entry(document(reader, "swift-1"), "wingspan_m")
    assert (found["value"], found["low"], found["unit"], found["disputed"]) == ("18", 18.0, "m", True)
    assert (found["claim_count"], found["publisher_count"]) == (3, 3)
    adopted, *others = found["claims"]
    assert adopted["adopted"]
    assert adopted["adoption"]
    assert adopted["id"] == found["statement"]
    assert [claim["adopted"] for claim in others] == [False, False]
    assert {claim["as_stated"] for claim in found["claims"]} == {"18 m", "18.0 m", "20 m"}


def test_a_condition_makes_a_value_of_its_own(reader: Reader) -> None:
    found = document(reader, "swift-1", Level.none)
    assert entry(found, "range_km", "with external tanks")["value"] == "3400"
    assert all(each["condition"] is None for each in found["properties"] if each["property"] != "range_km")


def test_an_implausible_value_is_flagged_and_no_property(reader: Reader) -> None:
    found = document(reader, "swift-1")
    (flagged,) = found["flagged"]
    assert flagged["states"]["value"] == "3000"
    assert flagged["states"]["flag"]
    assert entry(found, "crew")["value"] == "1"


def test_a_property_of_which_nothing_could_be_adopted_has_no_value(folder: SeedFolder, location: Location) -> None:
    folder.says(says(claim={"crew": "unknown"}))
    load_directories(location, [folder.path])
    with open_reader(location) as reader:
        found = entry(document(reader, "test-plane"), "crew")
        assert (found["value"], found["statement"], found["claims"][0]["state"]) == (None, None, "unknown")
        short = document(reader, "test-plane", Level.short)
        assert "crew" not in [each["property"] for each in short["properties"]]


def test_a_receipt_says_where_the_sentence_is_and_who_speaks(reader: Reader) -> None:
    (holding,) = document(reader, "swift-1")["holdings"]
    assert holding["operator"] == {"id": "testland", "name": "Testland"}
    assert holding["quantity"] == {"as_stated": "24", "low": 24, "high": 24}
    (receipt,) = holding["statements"]
    assert (receipt["firmness"], receipt["cue"], receipt["origin"]) == ("reported", "said", "beta-press")
    assert receipt["attribution"] == [
        {"agent": "testland", "name": "Testland", "role": "official", "words": "indirect"}
    ]
    place = receipt["sentence"]
    assert (place["source"], place["ordinal"], len(place["sha256"])) == ("beta-report", 2, 64)
    assert "#:~:text=Testland" in place["link"]


def test_sentences_that_are_needed_to_read_another_come_along(folder: SeedFolder, location: Location) -> None:
    reading = says(claim={"crew": 2}, needs=[1])
    folder.source("acme-1", sentence("The Test plane is new."), sentence("It has a crew of 2.", reading))
    load_directories(location, [folder.path])
    with open_reader(location) as reader:
        (claim,) = entry(document(reader, "test-plane"), "crew")["claims"]
    assert [(each["source"], each["ordinal"]) for each in claim["context"]] == [("acme-1", 1)]


def test_a_mention_counts_in_its_sentence(reader: Reader) -> None:
    (mention,) = document(reader, "swift-1")["mentions"]
    assert (mention["name"], mention["start"], mention["end"]) == ("Swift-1", 4, 11)
    assert mention["sentence"]["source"] == "acme-planes"


def test_statements_of_the_same_are_one_entry(folder: SeedFolder, location: Location) -> None:
    for number in (1, 2):
        folder.says(says(event={"type": "shown", "date": "2020"}), source_id=f"acme-{number}")
    folder.says(says(event={"type": "shown", "date": "2021"}), source_id="acme-3")
    load_directories(location, [folder.path])
    with open_reader(location) as reader:
        events = document(reader, "test-plane")["events"]
    assert [(each["date"], len(each["statements"])) for each in events] == [("2020", 2), ("2021", 1)]


def test_a_dispute_names_both_sides(reader: Reader) -> None:
    full, short = document(reader, "swift-1"), document(reader, "swift-1", Level.short)
    assert [each["reason"] for each in full["disputes"]] == [each["reason"] for each in short["disputes"]]
    (denial,) = (each for each in short["disputes"] if each["reason"] == "denied")
    assert (denial["a"]["citation"]["firmness"], denial["b"]["citation"]["firmness"]) == ("denied", "asserted")
    known = {each["id"] for each in established(full)} | {each["id"] for name in APART for each in full[name]}
    assert {each[side] for each in full["disputes"] for side in ("a", "b")} <= known


@pytest.mark.parametrize("system", ["swift-1", "swift-2", "pike"])
def test_in_short_each_value_has_one_citation(reader: Reader, system: str) -> None:
    found = document(reader, system, Level.short)
    for section in SECTIONS:
        for each in found[section]:
            assert {"publisher", "published", "link", "quote", "firmness"} <= each["citation"].keys()
    assert all("citation" in each for section in APART for each in found[section])


@pytest.mark.parametrize("system", ["swift-1", "swift-2", "pike"])
def test_without_receipts_there_are_values_alone(reader: Reader, system: str) -> None:
    found = document(reader, system, Level.none)
    keys = {key for key, _ in everything(found)}
    assert keys.isdisjoint({"quote", "link", "firmness", "starts", "sha256", "citation", "disputes", *APART})
    full = document(reader, system)
    for section in SECTIONS:
        statements = {each["statement"] for each in full[section] if each["statement"] is not None}
        assert {each["statement"] for each in found[section]} == statements


def test_no_sentence_is_handed_on_unless_its_rights_allow_it(specimen_copy: Path) -> None:
    """A reader may attach what they hold: it is theirs to read, and not to hand on."""
    with closing(sqlite3.connect(specimen_copy)) as connection, connection:
        connection.execute("UPDATE sentence SET text = 'Attached: ' || source_id")
    with open_reader(locate(str(specimen_copy))) as reader:
        found = list(documents(reader, ["swift-1", "swift-2", "pike"], Level.full))
    texts = {value for key, value in everything(found) if key == "text"}
    assert texts == {None, "Attached: gamma-page"}


@pytest.mark.postgresql
@pytest.mark.parametrize("level", Level)
def test_both_engines_give_the_same_documents(specimen_file: Path, specimen_url: str, level: Level) -> None:
    systems = ["pike", "swift-1", "swift-2"]
    with open_reader(locate(str(specimen_file))) as one, open_reader(locate(specimen_url)) as other:
        assert list(documents(one, systems, level)) == list(documents(other, systems, level))
