"""A system: its values as attributes, and its facts with receipts."""

from __future__ import annotations

import copy
import dataclasses
from typing import Any

import pytest

import materiel
from materiel.api.shapes import IDENTITY
from materiel.api.system import System
from materiel.catalog.sheet import sheet
from materiel.database.location import Location
from materiel.database.reader import Reader
from materiel.errors import NotInDatabaseError
from materiel.models import Equipment
from materiel.models.registry import KIND_MODELS, properties
from materiel.seeds.load import load_directories
from samples import SeedFolder

SECTIONS = ("names", "specification", "holdings", "transfers", "relations", "events", "unestablished", "flagged")
SYSTEMS = ["pike", "swift-1", "swift-2"]


def test_adopted_values_are_attributes_with_the_type_of_their_column(db: materiel.Database) -> None:
    swift, pike = db["swift-1"], db["pike"]
    assert (swift.wingspan_m, swift.crew, swift.first_flight, swift.payload_kg) == (18.0, 1, "1977-05-20", None)
    assert type(swift.wingspan_m) is float
    assert type(swift.crew) is int
    assert (swift.kind, swift.name, swift.level, swift.category_id) == (
        "aircraft",
        "Acme Swift-1",
        "model",
        "test aircraft",
    )
    assert (pike.displacement_submerged_t, pike.test_depth_m) == (1830.0, None)


@pytest.mark.parametrize("name", SYSTEMS)
def test_an_interpreter_completes_the_properties_of_its_kind(db: materiel.Database, name: str) -> None:
    system = db[name]
    assert set(properties(system.kind)) <= set(dir(system))
    foreign = {prop for kind in KIND_MODELS for prop in properties(kind)} - set(properties(system.kind))
    assert foreign & set(dir(system)) == set()


@pytest.mark.parametrize("name", SYSTEMS)
def test_all_that_it_lists_can_be_read(db: materiel.Database, name: str) -> None:
    system = db[name]
    assert all(hasattr(system, attribute) for attribute in dir(system))
    assert system.to_dict() == {column: getattr(system, column) for column in [*IDENTITY, *properties(system.kind)]}


def test_no_property_is_hidden_by_a_method() -> None:
    assert {name for kind in KIND_MODELS for name in properties(kind)} & set(dir(System)) == set()


def test_what_identifies_a_system_is_every_column_that_is_no_property() -> None:
    columns = {column.name for column in Equipment.__table__.columns}
    assert set(IDENTITY) == columns - set(properties("mixed"))


@pytest.mark.parametrize(
    ("name", "prop", "message"),
    [
        ("swift-1", "wingspam_m", "swift-1 (aircraft) has no property 'wingspam_m'; did you mean wingspan_m"),
        ("swift-1", "category", "swift-1 (aircraft) has no property 'category'; did you mean category_id"),
        (
            "swift-1",
            "torpedo_tubes",
            "swift-1 is of the kind aircraft and has no torpedo_tubes: it is a property of submarine",
        ),
        ("pike", "calibre_mm", "has no calibre_mm: it is a property of artillery, munition"),
        ("pike", "beauty", "pike (submarine) has no property 'beauty'; db.properties('submarine') describes them all"),
    ],
)
def test_a_property_that_it_does_not_have_is_an_error_that_helps(
    db: materiel.Database, name: str, prop: str, message: str
) -> None:
    with pytest.raises(AttributeError) as caught:
        getattr(db[name], prop)
    assert message in str(caught.value)
    with pytest.raises(NotInDatabaseError, match=f"has no (property )?'?{prop}"):
        db[name].claims(prop)


def test_nothing_can_be_set(db: materiel.Database) -> None:
    system = db["swift-1"]
    claim = system.claims()[0]
    with pytest.raises(AttributeError, match="swift-1: crew cannot be set; a system is read-only"):
        system.crew = 2
    with pytest.raises(AttributeError, match="cannot be set"):
        system.beauty = 2  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match="cannot be deleted"):
        del system.crew
    with pytest.raises(dataclasses.FrozenInstanceError):
        claim.value = "20"  # type: ignore[misc]
    system.to_dict()["crew"] = 2
    assert system.crew == 1


def test_claims_are_all_that_is_stated_on_a_property(db: materiel.Database) -> None:
    claims = db["swift-1"].claims("wingspan_m")
    assert sorted((claim.low, claim.high, claim.unit, claim.as_stated) for claim in claims) == [
        (18, 18, "m", "18 m"),
        (18, 18, "m", "18.0 m"),
        (20, 20, "m", "20 m"),
    ]
    (adopted,) = [claim for claim in claims if claim.adopted]
    assert adopted.low == db["swift-1"].wingspan_m
    assert adopted.adoption
    assert adopted.receipt.link.startswith(f"{adopted.receipt.url}#:~:text=")


def test_claims_that_cannot_be_adopted_are_among_them(db: materiel.Database) -> None:
    crew = {claim.value: claim for claim in db["swift-1"].claims("crew")}
    assert crew["3000"].flag
    assert not crew["3000"].adopted
    (depth,) = db["pike"].claims("test_depth_m")
    assert (depth.firmness, depth.attribution, depth.receipt.cue) == ("speculated", "Gamma gazette", "may")


def test_a_figure_under_a_condition_is_a_claim_and_no_attribute(db: materiel.Database) -> None:
    (claim,) = db["swift-1"].claims("range_km")
    assert (claim.condition, claim.adopted, db["swift-1"].range_km) == ("with external tanks", True, None)


def test_of_a_property_on_which_nothing_is_stated_there_is_no_claim(db: materiel.Database) -> None:
    assert db["swift-1"].claims("hardpoints") == ()


@pytest.mark.parametrize("name", SYSTEMS)
def test_all_claims_are_those_of_all_properties(db: materiel.Database, name: str) -> None:
    system = db[name]
    by_property = [claim for prop in properties(system.kind) for claim in system.claims(prop)]
    assert sorted(by_property, key=lambda claim: claim.statement_id) == sorted(
        system.claims(), key=lambda claim: claim.statement_id
    )


@pytest.mark.parametrize("name", SYSTEMS)
def test_every_fact_has_a_receipt_of_the_system(db: materiel.Database, name: str) -> None:
    system = db[name]
    facts = [fact for section in SECTIONS for fact in getattr(system, section)]
    assert all(fact.receipts for fact in facts)
    assert {receipt for fact in facts for receipt in fact.receipts} <= set(system.receipts)


@pytest.mark.parametrize("name", SYSTEMS)
def test_sections_hold_what_the_sheet_holds(db: materiel.Database, reader: Reader, name: str) -> None:
    document = sheet(reader, name)
    for section in SECTIONS:
        assert [plain(fact, document["receipts"]) for fact in getattr(db[name], section)] == [
            expected(row) for row in document[section]
        ]


def plain(fact: Any, receipts: list[dict[str, Any]]) -> dict[str, Any]:
    """Return a record as a dictionary, with the numbers of its receipts."""
    numbers = {tuple(value for name, value in row.items() if name != "number"): row["number"] for row in receipts}
    cited = [numbers[dataclasses.astuple(receipt)] for receipt in fact.receipts]
    return {**dataclasses.asdict(fact), "receipts": cited}


def expected(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row of a sheet under the names that the record has."""
    names = {"value_low": "low", "value_high": "high", "qualifier": "condition"} if "label" in row else {}
    flag = {"flag": None} if "firmness" in row else {}
    return {**flag, **{names.get(name, name): value for name, value in row.items()}}


def test_relations_lead_to_other_systems(db: materiel.Database) -> None:
    (relation,) = db["swift-2"].relations
    assert (relation.type, relation.system_id) == ("variant of", "swift-1")


def test_a_family_and_its_members_lead_to_each_other(folder: SeedFolder, location: Location) -> None:
    folder.system("aircraft", "test-family", level="family")
    folder.system("aircraft", "one", family="test-family")
    folder.system("submarine", "two", family="test-family")
    load_directories(location, [folder.path])
    with materiel.open(location.url) as db:
        assert db["test-family"].members == (db["one"], db["two"])
        assert db["one"].family == db["test-family"]
        assert db["test-family"].family is None
        assert db["one"].members == ()


def test_systems_are_equal_if_all_their_values_are(db: materiel.Database) -> None:
    swift = db["swift-1"]
    assert swift == db["Acme Swift-1"]
    assert swift != db["swift-2"]
    assert swift != "swift-1"
    assert {swift, db["swift-1"]} == {swift}
    assert copy.deepcopy([swift]) == [swift] == [copy.copy(swift)]
    assert repr(swift) == "<System 'swift-1': 'Acme Swift-1', aircraft>"
