"""A database as an object."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import materiel
from materiel.errors import (
    AmbiguousNameError,
    ConditionError,
    DatabaseError,
    NameNotFoundError,
    NotInDatabaseError,
)
from program import Program

SYSTEMS = ["pike", "swift-1", "swift-2"]


@pytest.mark.parametrize("name", ["swift-1", "SWIFT 1", "Acme Swift-1", "Свифт-1", "  swift-1  "])
def test_a_system_is_found_by_its_id_and_by_any_of_its_names(db: materiel.Database, name: str) -> None:
    assert db[name].id == "swift-1"
    assert name in db
    assert db.get(name) == db["swift-1"]


def test_an_unknown_name_is_a_key_error_that_offers_close_ones(db: materiel.Database) -> None:
    with pytest.raises(KeyError) as caught:
        db["Pick class"]
    assert isinstance(caught.value, NameNotFoundError)
    assert str(caught.value).startswith("no system is called 'Pick class'; did you mean Pike class (pike)")
    assert "Pick class" not in db
    assert db.get("Pick class") is None
    assert db.get("Pick class", 0) == 0


def test_a_name_of_several_systems_is_an_error_that_offers_all(db: materiel.Database) -> None:
    with pytest.raises(AmbiguousNameError, match=r"Acme Swift-1 \(swift-1\), Acme Swift-2 \(swift-2\)"):
        db["Dart"]
    assert "Dart" not in db
    with pytest.raises(AmbiguousNameError):
        db.get("Dart")


@given(st.text())
def test_any_text_finds_a_system_or_is_a_key_error(db: materiel.Database, name: str) -> None:
    if name in db:
        assert isinstance(db[name], materiel.System)
    else:
        with pytest.raises(KeyError):
            db[name]


@pytest.mark.parametrize("name", ["\x00", "\ud800", "' OR 1=1 --", ":id", "%s", "n" * 5000, ""])
def test_odd_names_are_names(db: materiel.Database, name: str) -> None:
    with pytest.raises(NameNotFoundError):
        db[name]


def test_what_is_no_text_is_in_no_database(db: materiel.Database) -> None:
    assert 57 not in db
    assert None not in db


def test_all_systems_are_there_sorted_by_id(db: materiel.Database) -> None:
    assert [system.id for system in db] == SYSTEMS
    assert len(db) == len(SYSTEMS)
    assert list(db) == [db[name] for name in SYSTEMS]


def test_systems_beyond_one_page_are_there_too(packaged_database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with materiel.open(packaged_database) as db:
        everything = list(db)
        for size in (1, 7, len(everything)):
            monkeypatch.setattr("materiel.api.database._BATCH", size)
            assert list(db) == everything
            assert db.find() == everything


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, SYSTEMS),
        ({"kind": "submarine"}, ["pike"]),
        ({"category": "Test aircraft"}, ["swift-1", "swift-2"]),
        ({"operator": "testland"}, ["swift-1"]),
        ({"operator": "testland", "in_service": 2001}, ["swift-1"]),
        ({"operator": "testland", "in_service": "1999"}, []),
        ({"country": "Testland"}, ["swift-1"]),
        ({"where": "crew > 1"}, ["pike", "swift-2"]),
        ({"where": ["crew > 1", "length_m < 20"]}, ["swift-2"]),
        ({"sort": "-length_m"}, ["pike", "swift-1", "swift-2"]),
        ({"sort": "length_m", "limit": 2}, ["swift-2", "swift-1"]),
    ],
    ids=str,
)
def test_systems_that_fit_are_found_in_order(
    db: materiel.Database, filters: dict[str, object], expected: list[str]
) -> None:
    assert [system.id for system in db.find(**filters)] == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        ({"kind": "boat"}, "kind boat: no such kind: air_defence, aircraft"),
        ({"where": "fast"}, 'where "fast": write a property'),
        ({"sort": "beauty"}, "sort beauty: no such column"),
        ({"in_service": 19}, "in-service 19: write a year"),
        ({"limit": 0}, "limit 0: give a number from 1"),
    ],
    ids=str,
)
def test_a_filter_that_cannot_be_understood_is_refused(
    db: materiel.Database, filters: dict[str, object], message: str
) -> None:
    with pytest.raises(ConditionError) as caught:
        db.find(**filters)  # type: ignore[arg-type]
    assert str(caught.value).startswith(message)


def test_words_are_searched(db: materiel.Database) -> None:
    first, *others = db.search("nimble interceptor")
    assert (first.rank, first.id, first.field) == (1, "swift-1", "description")
    assert others == []
    assert len(db.search("swift", limit=2)) == 2
    for words, limit in (("?!", 20), ("swift", 0)):
        with pytest.raises(ConditionError):
            db.search(words, limit)


def test_systems_are_compared_on_what_they_share(db: materiel.Database) -> None:
    comparison = db.compare("swift-1", "Pike class")
    assert comparison.systems == (db["swift-1"], db["pike"])
    length = next(row for row in comparison.properties if row.property == "length_m")
    cell = length.values["pike"]
    assert cell is not None
    assert (cell.low, cell.unit, length.unit, cell.receipts[0].source_id) == (76.6, "m", "m", "gamma-page")
    assert "wingspan_m" not in {row.property for row in comparison.properties}


def test_a_comparison_can_be_narrowed(db: materiel.Database) -> None:
    (crew,) = db.compare("swift-1", "swift-2", properties=["crew"]).properties
    assert {name: cell and cell.value for name, cell in crew.values.items()} == {"swift-1": "1", "swift-2": "2"}
    names = {row.property for row in db.compare("swift-1", "swift-2", only_differences=True).properties}
    assert "crew" in names
    assert "engine_power_kw" not in names
    with pytest.raises(ConditionError, match="two different systems"):
        db.compare("swift-1")


def test_disputes_are_those_of_all_systems_or_of_one(db: materiel.Database) -> None:
    assert {dispute.equipment_id for dispute in db.disputes()} == {"swift-1"}
    assert db.disputes("Acme Swift-1") == db.disputes() == db["swift-1"].disputes
    assert db.disputes("pike") == ()
    wingspan = next(dispute for dispute in db.disputes() if dispute.property == "wingspan_m")
    assert {wingspan.a.value, wingspan.b.value} == {"18", "20"}


def test_properties_say_what_their_unit_is(db: materiel.Database) -> None:
    units = {found.name: found.unit for found in db.properties("aircraft")}
    assert (units["wingspan_m"], units["crew"]) == ("m", None)
    assert {found.kind for found in db.properties()} > {"aircraft", "submarine"}
    with pytest.raises(NotInDatabaseError, match="no kind of equipment"):
        db.properties("boat")


def test_both_engines_give_the_same(specimen_file: Path, specimen_url: str) -> None:
    with materiel.open(specimen_file) as file, materiel.open(specimen_url) as server:
        assert list(file) == list(server)
        assert file.disputes() == server.disputes()
        assert file.search("swift") == server.search("swift")
        for one, other in zip(file, server, strict=True):
            assert one.claims() == other.claims()
            assert one.receipts == other.receipts
            assert one.specification == other.specification
        names = ("swift-1", "swift-2", "pike")
        assert file.compare(*names).properties == server.compare(*names).properties


def test_a_database_says_which_it_is_and_keeps_passwords(specimen: str) -> None:
    with materiel.open(specimen) as db:
        assert repr(db).startswith("<Database '")
        assert "closed" not in repr(db)
    assert repr(db).endswith("closed>")
    with pytest.raises(DatabaseError) as caught:
        materiel.open("postgresql://somebody:s3cret@127.0.0.1:1/x")
    assert "s3cret" not in str(caught.value)


def test_a_file_that_is_no_database_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="there is no database here"):
        materiel.open(tmp_path / "nowhere.sqlite")
    (tmp_path / "text").write_text("no database at all, but long enough to be looked at" * 20)
    with pytest.raises(DatabaseError, match="no database"):
        materiel.open(tmp_path / "text")
    with pytest.raises(DatabaseError, match="no database of this kind"):
        materiel.open("oracle://somewhere/x")


def test_without_an_address_the_environment_names_the_database(specimen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATERIEL_DB", specimen)
    with materiel.open() as db:
        assert len(db) == len(SYSTEMS)


def test_the_embedded_database_is_built_when_it_is_first_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in Program(tmp_path).environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("MATERIEL_DB", raising=False)
    with materiel.open() as db:
        assert db["su-57"].kind == "aircraft"
