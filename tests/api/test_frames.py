"""Kinds, tables and views as data frames of pandas and of polars."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pandas
import polars
import pytest
from pandas.testing import assert_frame_equal

import materiel
from materiel.api import frames
from materiel.errors import MissingExtraError, NotInDatabaseError
from materiel.models import Base
from materiel.models.registry import KIND_MODELS, properties
from materiel.models.views import VIEWS

TABLES = sorted({*KIND_MODELS, *Base.metadata.tables, *(view.name for view in VIEWS)})
PANDAS = {"number": "Float64", "integer": "Int64", "text": "string", "date": "string"}
PYTHON = {
    polars.Boolean: bool,
    polars.Date: date,
    polars.Float64: float,
    polars.Int64: int,
    polars.String: str,
}
POLARS = {"number": polars.Float64, "integer": polars.Int64, "text": polars.String, "date": polars.String}


@pytest.mark.parametrize("kind", KIND_MODELS)
def test_a_kind_is_a_frame_with_a_row_for_each_system(db: materiel.Database, kind: str) -> None:
    frame = db.to_pandas(kind)
    assert frame["id"].tolist() == [system.id for system in db if system.kind == kind]
    assert frame["id"].tolist() == db.to_polars(kind)["id"].to_list()


@pytest.mark.parametrize("kind", KIND_MODELS)
def test_columns_have_the_type_of_the_property_even_without_a_row(db: materiel.Database, kind: str) -> None:
    frame, other = db.to_pandas(kind), db.to_polars(kind)
    for name, found in properties(kind).items():
        assert frame[name].dtype == PANDAS[found.value_type], name
        assert other[name].dtype == POLARS[found.value_type], name


def test_cells_are_the_values_of_the_systems(db: materiel.Database) -> None:
    rows = db.to_polars("aircraft").to_dicts()
    assert rows == [system.to_dict() for system in db if system.kind == "aircraft"]
    frame = db.to_pandas("aircraft").set_index("id")
    assert frame.loc["swift-1", "wingspan_m"] == 18
    assert frame.loc["swift-2", "wingspan_m"] is pandas.NA


def test_units_travel_with_a_frame(db: materiel.Database) -> None:
    units = db.to_pandas("aircraft").attrs["units"]
    assert units["wingspan_m"] == "m"
    assert units == {name: found.unit for name, found in properties("aircraft").items() if found.unit}
    assert db.to_pandas("receipts").attrs["units"] == {}


@pytest.mark.parametrize("name", TABLES)
def test_every_table_and_view_is_a_frame(db: materiel.Database, name: str) -> None:
    frame, other = db.to_pandas(name), db.to_polars(name)
    assert frame.columns.tolist() == other.columns
    assert len(frame) == len(other)
    assert object not in set(frame.dtypes)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_columns_of_a_view_have_the_type_of_their_values(packaged_database: Path, view: object) -> None:
    name = view.name  # type: ignore[attr-defined]
    with materiel.open(packaged_database) as db, db._connections.reader() as reader:
        values = reader.rows(f"SELECT * FROM {name}")
        types = db.to_polars(name).schema
    for column, kind in types.items():
        found = {type(row[column]) for row in values if row[column] is not None}
        assert found <= {PYTHON[type(kind)]}, column


def test_a_long_table_is_read_in_parts(db: materiel.Database, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = db.to_pandas("receipts"), db.to_polars("receipts")
    for size in (1, 7, len(whole[0])):
        monkeypatch.setattr(frames, "_CHUNK", size)
        assert_frame_equal(db.to_pandas("receipts"), whole[0])
        assert db.to_polars("receipts").equals(whole[1])


def test_receipts_are_a_row_for_each_statement(db: materiel.Database) -> None:
    frame = db.to_pandas("receipts")
    claims = frame[(frame["equipment_id"] == "swift-1") & (frame["property"] == "wingspan_m")]
    assert sorted(claims["value_low"]) == [18, 18, 20]
    assert sorted(claims["statement_id"]) == sorted(claim.statement_id for claim in db["swift-1"].claims("wingspan_m"))
    assert frame["adopted"].dtype == "boolean"
    assert frame.index.is_unique


@pytest.mark.parametrize("name", [name for name in TABLES if name not in ("build", "search_document")])
def test_frames_are_the_same_from_both_engines(specimen_file: Path, specimen_url: str, name: str) -> None:
    with materiel.open(specimen_file) as file, materiel.open(specimen_url) as server:
        assert_frame_equal(file.to_pandas(name), server.to_pandas(name))
        assert file.to_polars(name).equals(server.to_polars(name))


def test_days_are_days(db: materiel.Database) -> None:
    assert db.to_polars("source")["retrieved"].dtype == polars.Date
    assert db.to_pandas("source")["retrieved"].dtype == "datetime64[s]"
    assert {f"{day:%Y-%m-%d}" for day in db.to_pandas("source")["retrieved"]} == {"2026-11-24"}


def test_a_name_of_neither_kind_nor_table_is_refused(db: materiel.Database) -> None:
    for ask in (db.to_pandas, db.to_polars):
        with pytest.raises(NotInDatabaseError, match="no kind, table or view 'boats': agent, air_defence, aircraft, "):
            ask("boats")
        with pytest.raises(NotInDatabaseError):
            ask("aircraft; DROP TABLE aircraft")


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_library_that_is_missing_is_named_with_its_extra(
    db: materiel.Database, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtraError) as caught:
        getattr(db, f"to_{library}")("aircraft")
    assert str(caught.value) == f"{library} is not installed: pip install 'materiel[{library}]'"


def test_every_view_says_how_it_is_sorted() -> None:
    assert set(frames._VIEW_ORDER) == {view.name for view in VIEWS}
