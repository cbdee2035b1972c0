"""Systems side by side."""

from __future__ import annotations

import pytest

from materiel.catalog.compare import compare
from materiel.database.reader import Reader
from materiel.errors import ConditionError, NameNotFoundError


def properties(reader: Reader, *names: str, wanted: tuple[str, ...] = (), only_differences: bool = False) -> list[str]:
    document = compare(reader, names, wanted=wanted, only_differences=only_differences)
    return [row["property"] for row in document["properties"]]


def test_each_row_has_a_cell_for_each_system_and_each_cell_a_receipt(reader: Reader) -> None:
    document = compare(reader, ["swift-1", "swift-2", "pike"])
    assert document["properties"]
    for row in document["properties"]:
        assert list(row["values"]) == ["swift-1", "swift-2", "pike"]
        assert all(cell["receipts"] for cell in row["values"].values() if cell is not None)


def test_receipts_are_numbered_in_the_order_in_which_the_rows_cite_them(reader: Reader) -> None:
    document = compare(reader, ["swift-1", "swift-2"])
    cited = [
        number
        for row in document["properties"]
        for cell in row["values"].values()
        if cell
        for number in cell["receipts"]
    ]
    numbers = list(range(1, len(document["receipts"]) + 1))
    assert list(dict.fromkeys(cited)) == numbers
    assert [receipt["number"] for receipt in document["receipts"]] == numbers


def test_a_cell_cites_the_claim_that_is_adopted(reader: Reader) -> None:
    document = compare(reader, ["swift-1", "swift-2"], wanted=["max_speed_kmh"])
    quotes = {receipt["number"]: receipt["quote"] for receipt in document["receipts"]}
    (row,) = document["properties"]
    assert [quotes[cell["receipts"][0]] for cell in row["values"].values()] == [
        "a wingspan of 18 m",
        "flies at 900 km/h",
    ]


def test_systems_of_different_kinds_are_compared_on_what_they_share(reader: Reader) -> None:
    shared = properties(reader, "swift-1", "pike")
    assert {"length_m", "crew"} <= set(shared)
    assert not {"wingspan_m", "displacement_submerged_t"} & set(shared)


def test_rows_in_which_all_agree_can_be_left_out(reader: Reader) -> None:
    everything = properties(reader, "swift-1", "swift-2")
    differences = properties(reader, "swift-1", "swift-2", only_differences=True)
    assert set(everything) - set(differences) == {"engine_power_kw"}


def test_only_the_wanted_properties_are_shown(reader: Reader) -> None:
    assert properties(reader, "swift-1", "swift-2", wanted=("crew", "length_m")) == ["crew", "length_m"]


def test_figures_under_one_condition_are_compared_with_each_other(reader: Reader) -> None:
    document = compare(reader, ["swift-1", "swift-2"], wanted=["range_km"])
    (row,) = document["properties"]
    assert row["qualifier"] == "with external tanks"
    assert [cell["value"] for cell in row["values"].values()] == ["3400", "2000"]


def test_a_figure_under_a_condition_of_its_own_is_left_out(reader: Reader) -> None:
    assert "range_km" not in properties(reader, "swift-1", "pike")


def test_a_disputed_value_is_marked(reader: Reader) -> None:
    (row,) = compare(reader, ["swift-1", "swift-2"], wanted=["wingspan_m"])["properties"]
    assert row["values"]["swift-1"]["disputed"]
    assert row["values"]["swift-2"] is None


def test_imperial_units_are_those_of_the_row(reader: Reader) -> None:
    (row,) = compare(reader, ["swift-1", "swift-2"], "imperial", wanted=["length_m"])["properties"]
    assert row["unit"] == "ft"
    assert row["values"]["swift-2"]["value_low"] == pytest.approx(15 / 0.3048, rel=1e-3)


@pytest.mark.parametrize("names", [["swift-1"], ["swift-1", "Свифт-1"]])
def test_one_system_under_two_names_is_no_comparison(reader: Reader, names: list[str]) -> None:
    with pytest.raises(ConditionError, match="two different"):
        compare(reader, names)


@pytest.mark.parametrize("prop", ["wingspan_m", "no_such", "crew; DROP TABLE claim"])
def test_a_property_that_they_do_not_share_is_refused_by_name(reader: Reader, prop: str) -> None:
    with pytest.raises(ConditionError, match="no property that these systems share"):
        compare(reader, ["swift-1", "pike"], wanted=[prop])


def test_an_unknown_system_is_refused(reader: Reader) -> None:
    with pytest.raises(NameNotFoundError):
        compare(reader, ["swift-1", "nothing like it"])
