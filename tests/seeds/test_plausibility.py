"""Values that cannot be are flagged, each with the reason; an editor can say that one is right after all."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text

from materiel.database.engine import writing
from materiel.database.location import Location
from materiel.models.registry import properties
from materiel.seeds.load import load_directories
from materiel.seeds.plausibility import implausible, misordered, stated_spans
from materiel.seeds.values import parse_value
from samples import SeedFolder, says, sentence


def flag(kind: str, category: str, name: str, stated: str) -> str | None:
    return implausible(kind, category, name, parse_value(properties(kind)[name], stated))


@pytest.mark.parametrize("stated", ["2 m", "90 m", "50-90 m", "over 2 m", "unknown"])
def test_a_plausible_value_is_not_flagged(stated: str) -> None:
    assert flag("aircraft", "aircraft", "length_m", stated) is None


@pytest.mark.parametrize("stated", ["1.9 m", "90.1 m", "50-91 m", "over 91 m", "up to 1 m"])
def test_a_value_that_cannot_be_is_flagged_with_the_reason(stated: str) -> None:
    found = flag("aircraft", "aircraft", "length_m", stated)
    assert found is not None
    assert found.endswith("is outside the plausible 2 to 90 m")


@pytest.mark.parametrize("name", ["role", "first_flight"])
def test_words_and_dates_are_in_no_range(name: str) -> None:
    assert flag("aircraft", "fighter", name, "1985") is None


@pytest.mark.parametrize(
    ("kind", "category", "name", "right", "wrong"),
    [
        ("aircraft", "stealth fighter", "wingspan_m", "14.1 m", "46 m"),
        ("aircraft", "fighter", "empty_mass_kg", "16,380 kg", "16,380 t"),
        ("aircraft", "fighter", "max_speed_kmh", "2,500 km/h", "250 km/h"),
        ("submarine", "nuclear attack submarine", "displacement_submerged_t", "12,770 t", "1,277 t"),
        ("submarine", "diesel-electric attack submarine", "crew", "52", "252"),
        ("munition", "shell", "mass_kg", "43 kg", "43 t"),
        ("munition", "intercontinental ballistic missile", "range_km", "15,000 km", "1,500 km"),
        ("artillery", "towed howitzer", "tubes", "1", "40"),
        ("armoured_vehicle", "main battle tank", "combat_mass_kg", "46 t", "460 t"),
        ("air_defence", "man-portable air defence system", "range_km", "5 km", "500 km"),
        ("surface_ship", "guided-missile destroyer", "length_m", "155 m", "509 m"),
    ],
)
def test_a_slip_is_caught_by_the_category(kind: str, category: str, name: str, right: str, wrong: str) -> None:
    assert flag(kind, category, name, right) is None
    assert flag(kind, category, name, wrong) is not None


def test_the_reason_names_the_category() -> None:
    found = flag("aircraft", "fighter", "wingspan_m", "46 m")
    assert found == "wingspan 46 m is outside the plausible 5 to 22 m of a fighter"


def columns(name: str, stated: Any) -> dict[str, Any]:
    value = parse_value(properties("aircraft")[name], stated)
    return {column: getattr(value, column) for column in value.__slots__}


EMPTY, TOP = "empty_mass_kg", "max_takeoff_mass_kg"


@pytest.mark.parametrize(
    ("name", "stated", "others", "words"),
    [
        (EMPTY, "17 t", [(TOP, "15 t")], "empty mass 17000 kg is more than every maximum take-off mass that is stated"),
        (TOP, "15 t", [(EMPTY, "17 t")], "maximum take-off mass 15000 kg is less than every empty mass that is stated"),
        (
            "first_flight",
            "2010-01-29",
            [("entered_service", "2009")],
            "first flight 2010-01-29 is later than every entered service that is stated",
        ),
        (EMPTY, "17 t", [(TOP, "15 t"), (TOP, "24 t")], None),
        (TOP, "15 t", [(EMPTY, "17 t"), (EMPTY, "14 t")], None),
        (EMPTY, "17 t", [(TOP, "17 t")], None),
        (EMPTY, "about 16 t", [(TOP, "15.9 t")], None),
        (EMPTY, "17 t", [(TOP, "more than 15 t")], None),
        (EMPTY, "up to 16 t", [(TOP, "15 t")], None),
        (EMPTY, "17 t", [(TOP, "unknown")], None),
        ("first_flight", "2010-01-29", [("entered_service", "2010")], None),
        ("first_flight", "201X", [("entered_service", "2012")], None),
        (EMPTY, "17 t", [], None),
        ("crew", "2", [(TOP, "1 t")], None),
    ],
)
def test_figures_of_one_system_go_together(
    name: str, stated: str, others: list[tuple[str, str]], words: str | None
) -> None:
    spans = stated_spans(("plane", other, columns(other, value)) for other, value in others)
    assert misordered("aircraft", "plane", name, columns(name, stated), spans) == words
    assert misordered("aircraft", "other-plane", name, columns(name, stated), spans) is None


def claims(folder: SeedFolder) -> dict[tuple[str, float], str | None]:
    return {(row["property"], row["high"]): row["flag"] for row in folder.rows()["claim"]}


def state(folder: SeedFolder, source: str, **claim: Any) -> None:
    folder.source(source, sentence(f"It is said in {source}.", says(quote="It is said", claim=claim)))


def test_a_figure_is_held_against_those_of_all_sources(folder: SeedFolder) -> None:
    state(folder, "acme-2", empty_mass_kg="9 t", max_takeoff_mass_kg="15 t")
    state(folder, "acme-3", empty_mass_kg="17 t")
    found = claims(folder)
    assert {key for key, value in found.items() if value} == {(EMPTY, 17_000)}


def test_two_figures_that_exclude_each_other_are_both_flagged(folder: SeedFolder) -> None:
    state(folder, "acme-2", empty_mass_kg="17 t")
    state(folder, "acme-3", max_takeoff_mass_kg="15 t")
    found = claims(folder)
    assert {key for key, value in found.items() if value} == {(EMPTY, 17_000), (TOP, 15_000)}


def test_figures_under_a_condition_are_not_compared(folder: SeedFolder) -> None:
    state(folder, "acme-2", empty_mass_kg="17 t")
    state(folder, "acme-3", max_takeoff_mass_kg={"value": "15 t", "condition": "from a short runway"})
    assert not any(claims(folder).values())


def test_a_figure_that_cannot_be_in_itself_says_nothing_about_others(folder: SeedFolder) -> None:
    state(folder, "acme-2", empty_mass_kg="9,000 t", max_takeoff_mass_kg="15 t")
    assert claims(folder)[TOP, 15_000] is None


@pytest.mark.parametrize("firmness", ["denied", "alleged", "planned", "speculated"])
def test_what_nobody_stands_behind_is_no_measure(folder: SeedFolder, firmness: str) -> None:
    folder.says(says(firmness=firmness, quote="It is said", claim={"empty_mass_kg": "17 t"}))
    state(folder, "acme-3", max_takeoff_mass_kg="15 t")
    found = claims(folder)
    assert found[TOP, 15_000] is None
    assert found[EMPTY, 17_000] is not None


def test_a_flag_keeps_a_figure_out_of_its_cell_until_an_editor_says_why_it_is_right(
    location: Location, folder: SeedFolder
) -> None:
    state(folder, "acme-2", empty_mass_kg="17 t")
    state(folder, "acme-3", max_takeoff_mass_kg="15 t")
    assert load_directories(location, [folder.path]).flagged == 2
    assert cells(location) == (None, None)
    choice = {"property": EMPTY, "source": "acme-2", "sentence": 1, "reason": "The other is the slip."}
    folder.system("aircraft", "test-plane", unflag=[choice])
    assert load_directories(location, [folder.path]).flagged == 2
    assert cells(location) == (17_000, None)


def cells(location: Location) -> tuple[float | None, float | None]:
    with writing(location) as connection:
        row = connection.execute(text(f"SELECT {EMPTY}, {TOP} FROM aircraft")).one()
        return row[0], row[1]
