"""A whole set of seeds is converted, and the editors' decisions find their claims."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest

from materiel.errors import SeedError
from materiel.seeds.batches import columns
from materiel.seeds.convert import Conversion, check_seeds
from materiel.seeds.files import read_seeds
from materiel.seeds.rows import Problems
from samples import SeedFolder, Table, says, sentence

PLACE = "equipment/aircraft/test-plane.toml: "
HEAVY = {"max_takeoff_mass_kg": "900 tonnes"}


def decision(name: str, source: str = "acme-2", number: int = 1, **keys: Any) -> Table:
    """Make a decision on the claim that a sentence of a source makes on a property."""
    return {"property": name, "source": source, "sentence": number, "reason": "It was measured.", **keys}


def decide(folder: SeedFolder, **decisions: list[Table]) -> None:
    """Write the decisions to the file of the aircraft."""
    folder.system("aircraft", "test-plane", **decisions)


def test_a_pin_finds_its_claim(folder: SeedFolder) -> None:
    folder.says(says(claim={"length_m": "11 m"}), says(claim={"crew": 2}))
    decide(folder, adopt=[decision("length_m")])
    conversion, rows = folder.convert()
    [claim] = [row for row in rows["claim"] if row["as_stated"] == "11 m"]
    assert conversion.problems.lines == []
    assert conversion.pins == {claim["evidence_id"]: "It was measured."}


@pytest.mark.parametrize("firmness", ["asserted", "reported", "assessed"])
def test_what_somebody_stands_behind_can_be_pinned(folder: SeedFolder, firmness: str) -> None:
    folder.says(says(firmness=firmness, claim={"crew": 2}))
    decide(folder, adopt=[decision("crew")])
    assert folder.problems() == []


@pytest.mark.parametrize("firmness", ["planned", "alleged", "speculated", "denied"])
def test_what_nobody_stands_behind_cannot_be_pinned(folder: SeedFolder, firmness: str) -> None:
    folder.says(says(firmness=firmness, claim={"crew": 2}))
    decide(folder, adopt=[decision("crew")])
    assert folder.problems() == [f"{PLACE}adopt, crew: the claim is {firmness}; nobody stands behind it"]


@pytest.mark.parametrize("word", ["none", "unknown"])
def test_what_is_not_known_cannot_be_pinned(folder: SeedFolder, word: str) -> None:
    folder.says(says(claim={"crew": word}))
    decide(folder, adopt=[decision("crew")])
    assert folder.problems() == [f"{PLACE}adopt, crew: the value is {word}"]


@pytest.mark.parametrize(
    "keys",
    [
        {"name": "range_km"},
        {"name": "torpedo_tubes"},
        {"source": "no-source"},
        {"source": "acme-1"},
        {"number": 2},
        {"condition": "at night"},
    ],
)
@pytest.mark.parametrize("section", ["adopt", "unflag"])
def test_a_decision_that_fits_no_claim_is_refused(folder: SeedFolder, section: str, keys: Table) -> None:
    folder.says(says(claim={"crew": 2}))
    made = decision(**{"name": "crew", **keys})
    decide(folder, **{section: [made]})
    assert folder.problems() == [f"{PLACE}{section}, {made['property']}: no claim fits"]


@pytest.mark.parametrize("section", ["adopt", "unflag"])
def test_a_decision_that_fits_several_claims_is_refused(folder: SeedFolder, section: str) -> None:
    tanks, bombs = ({"value": f"{km} km", "condition": f"with {load}"} for km, load in ((900, "tanks"), (500, "bombs")))
    folder.says(says(claim={"range_km": tanks}), says(claim={"range_km": bombs}))
    decide(folder, **{section: [decision("range_km")]})
    assert folder.problems() == [f"{PLACE}{section}, range_km: several claims fit; give the condition"]


def test_the_condition_tells_claims_of_one_sentence_apart(folder: SeedFolder) -> None:
    folder.says(
        says(claim={"range_km": "900 km"}),
        says(claim={"range_km": {"value": "1200 km", "condition": "with tanks"}}),
    )
    decide(folder, adopt=[decision("range_km", condition="with tanks")])
    conversion, rows = folder.convert()
    assert conversion.problems.lines == []
    assert [row["as_stated"] for row in rows["claim"] if row["evidence_id"] in conversion.pins] == ["1200 km"]


def test_a_flagged_claim_is_not_pinned_before_it_is_unflagged(folder: SeedFolder) -> None:
    folder.says(says(claim=HEAVY))
    decide(folder, adopt=[decision("max_takeoff_mass_kg")])
    [line] = folder.problems()
    assert line.startswith(f"{PLACE}adopt, max_takeoff_mass_kg: ")
    assert line.endswith("is outside the plausible 200 to 640000 kg; unflag it first, with a reason")


def test_a_flagged_claim_that_is_unflagged_can_be_pinned(folder: SeedFolder) -> None:
    folder.says(says(claim=HEAVY))
    decide(
        folder,
        unflag=[decision("max_takeoff_mass_kg", reason="It carries a ship.")],
        adopt=[decision("max_takeoff_mass_kg")],
    )
    conversion, rows = folder.convert()
    assert conversion.problems.lines == []
    [claim] = [row for row in rows["claim"] if row["flag"] is not None]
    assert claim["flag_resolution"] == "It carries a ship."
    assert list(conversion.pins) == [claim["evidence_id"]]


def test_unflagging_one_claim_leaves_the_others_flagged(folder: SeedFolder) -> None:
    folder.says(says(claim=HEAVY), source_id="acme-2")
    folder.says(says(claim=HEAVY), source_id="acme-3")
    decide(folder, unflag=[decision("max_takeoff_mass_kg")])
    conversion, rows = folder.convert()
    assert conversion.problems.lines == []
    resolved = [row["flag_resolution"] for row in rows["claim"] if row["flag"] is not None]
    assert sorted(map(str, resolved)) == ["It was measured.", "None"]


def test_two_pins_on_one_value_are_refused(folder: SeedFolder) -> None:
    """Only one claim can be adopted; the other pin would be dropped in silence."""
    folder.says(says(claim={"length_m": "12 m"}))
    decide(folder, adopt=[decision("length_m"), decision("length_m", "acme-1", 2)])
    [line] = folder.problems()
    assert line.startswith(f"{PLACE}adopt, length_m: ")


def test_counts_are_of_what_was_converted(folder: SeedFolder) -> None:
    before, _ = folder.convert()
    folder.says(says(claim={**HEAVY, "crew": 2}), says(event={"type": "shown"}))
    after, rows = folder.convert()
    assert after.sources == before.sources + 1 == len(rows["source"])
    assert after.statements == before.statements + 3 == len(rows["evidence"])
    assert len(after.flagged) == len(before.flagged) + 1


def test_batches_hold_the_same_rows(folder: SeedFolder) -> None:
    folder.says(says(claim=HEAVY))
    decide(folder, unflag=[decision("max_takeoff_mass_kg")], adopt=[decision("max_takeoff_mass_kg")])
    problems = Problems()
    conversion = Conversion(read_seeds([folder.path], problems), problems)
    batched: dict[str, list[Table]] = defaultdict(list)
    for batch in conversion.batches():
        for table, rows in batch.items():
            batched[table] += [dict(zip(columns()[table], row, strict=True)) for row in rows]
    expected, rows_by_table = folder.convert()
    assert batched == rows_by_table
    assert conversion.pins == expected.pins


def test_checking_finds_nothing_wrong_with_a_sound_folder(folder: SeedFolder) -> None:
    found = check_seeds([folder.path])
    assert found.sources == 1


def test_checking_raises_all_that_is_wrong_with_its_number(folder: SeedFolder) -> None:
    folder.says(says("no-plane", claim={"crew": 2}))
    folder.source("acme-3", sentence("It is said.", says(claim={"length_m": "10 kg"})), publisher="nobody")
    decide(folder, adopt=[decision("crew")])
    with pytest.raises(SeedError, match="4 problems in the seeds") as error:
        check_seeds([folder.path])
    assert len(error.value.problems) == 4
    assert list(error.value.problems) == str(error.value).splitlines()[:-1]
