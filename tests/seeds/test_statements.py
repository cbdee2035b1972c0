"""What sentences say becomes statements: checked, normalised, and with ids that stay."""

from __future__ import annotations

from typing import Any

import pytest

from samples import SeedFolder, Table, says, sentence

PLACE = "sources/acme-2.toml: sentence 1, says 1, "


def only(folder: SeedFolder, table: str) -> Table:
    """Return the one row that the source acme-2 adds to `table`."""
    rows = folder.rows()
    added = {row["id"] for row in rows["sentence"] if row["source_id"] == "acme-2"}
    evidence = {row["id"] for row in rows["evidence"] if row["sentence_id"] in added}
    [row] = [row for row in rows[table] if row["evidence_id"] in evidence]
    return row


def test_a_claim_holds_the_value_as_stated_and_normalised(folder: SeedFolder) -> None:
    folder.says(says(claim={"wingspan_m": {"value": "about 59 ft 8 in", "condition": "swept", "as_of": "2022"}}))
    row = only(folder, "claim")
    assert (row["equipment_id"], row["kind"], row["property"]) == ("test-plane", "aircraft", "wingspan_m")
    assert (row["low"], row["high"], row["value"]) == (18.1864, 18.1864, "18.2")
    assert (row["as_stated"], row["unit"], row["approximate"]) == ("about 59 ft 8 in", "ft in", True)
    assert (row["condition"], row["as_of"], row["state"]) == ("swept", "2022", "known")
    assert (row["flag"], row["adopted"], row["adoption"]) == (None, False, None)


@pytest.mark.parametrize(
    ("claim", "key", "reason"),
    [
        ({"torpedo_tubes": 6}, "claim.torpedo_tubes", "is no property of aircraft"),
        ({"colour": "grey"}, "claim.colour", "is no property of aircraft"),
        ({"length_m": "10 kg"}, "claim.length_m", "'kg' does not convert to m"),
        ({"length_m": "10 wingspans"}, "claim.length_m", "'wingspans' is no unit that is known"),
        ({"empty_mass_kg": "3 tons"}, "claim.empty_mass_kg", "'tons' is ambiguous"),
        ({"first_flight": "last summer"}, "claim.first_flight", "is no date"),
        ({"first_flight": "1985-04/1985-02"}, "claim.first_flight", "ends before it begins"),
        ({"crew": "2.5"}, "claim.crew", "counts whole things"),
        ({"length_m": "9-8 m"}, "claim.length_m", "ends below where it begins"),
        ({"role": 5}, "claim.role", "write it in quotes"),
        ({"length_m": 10**400}, "claim.length_m", ""),
    ],
)
def test_a_claim_that_cannot_be_read_is_refused(folder: SeedFolder, claim: Table, key: str, reason: str) -> None:
    folder.says(says(claim=claim))
    [line] = folder.problems()
    assert line.startswith(f"{PLACE}{key}: ")
    assert reason in line


def test_a_figure_that_cannot_be_is_kept_as_stated_and_flagged(folder: SeedFolder) -> None:
    folder.says(says(claim={"max_takeoff_mass_kg": "900 tonnes"}))
    row = only(folder, "claim")
    assert (row["low"], row["as_stated"]) == (900_000, "900 tonnes")
    assert row["flag"] == "maximum take-off mass 900000 kg is outside the plausible 200 to 640000 kg"
    assert row["flag_resolution"] is None
    assert len(folder.convert()[0].flagged) == 1


@pytest.mark.parametrize("word", ["none", "unknown"])
def test_none_and_unknown_are_states_and_not_flagged(folder: SeedFolder, word: str) -> None:
    folder.says(says(claim={"crew": word}))
    row = only(folder, "claim")
    assert (row["state"], row["low"], row["high"], row["flag"]) == (word, None, None, None)


@pytest.mark.parametrize(
    ("keys", "key", "reason"),
    [
        ({"about": "no-plane"}, "about", "no system has the id 'no-plane'"),
        ({"speakers": [{"agent": "nobody", "role": "official"}]}, "from", "no agent has the id 'nobody'"),
        ({"needs": [2]}, "needs", "there is no sentence 2 in this source"),
        ({"holding": {"operator": "nobody"}}, "holding.operator", "no agent has the id 'nobody'"),
        ({"transfer": {"supplier": "nobody", "stage": "agreed"}}, "transfer.supplier", "no agent"),
        ({"transfer": {"recipient": "nobody", "stage": "agreed"}}, "transfer.recipient", "no agent"),
        ({"relation": {"type": "built at", "agent": "nobody"}}, "relation.agent", "no agent"),
        ({"relation": {"type": "carries", "system": "no-bomb"}}, "relation.system", "no system has the id"),
        (
            {"relation": {"type": "carries", "system": "test-plane"}},
            "relation.system",
            "no relation to itself",
        ),
        (
            {"holding": {"operator": "testland", "from": "2001", "to": "1999"}},
            "holding",
            "ends before it begins",
        ),
    ],
)
def test_what_refers_to_nothing_is_refused(folder: SeedFolder, keys: Table, key: str, reason: str) -> None:
    folder.says(says(**{"claim": {"crew": 2}, **keys}))
    [line] = folder.problems()
    assert line.startswith(f"{PLACE}{key}: ")
    assert reason in line


def test_all_that_is_wrong_with_a_statement_is_reported_at_once(folder: SeedFolder) -> None:
    wrong = says("no-plane", speakers=[{"agent": "nobody", "role": "official"}], needs=[7], claim={"crew": 2})
    folder.says(wrong)
    assert {line.split(": ")[1] for line in folder.problems()} == {
        f"sentence 1, says 1, {key}" for key in ("about", "from", "needs")
    }


def test_a_statement_that_is_made_twice_is_refused(folder: SeedFolder) -> None:
    folder.says(says(claim={"crew": 2}), says(firmness="denied", claim={"crew": 2}))
    [line] = folder.problems()
    assert line == "sources/acme-2.toml: sentence 1, says 2, claim.crew: is stated twice under this sentence"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"claim": {"crew": 2}}, {"claim": {"crew": 3}}),
        ({"claim": {"crew": 2}}, {"claim": {"crew": {"value": 2, "condition": "as trainer"}}}),
        ({"claim": {"crew": 2}}, {"claim": {"crew": {"value": 2, "as_of": "2022"}}}),
        (
            {"claim": {"crew": 2}},
            {"claim": {"crew": 2}, "speakers": [{"agent": "testland", "role": "official"}]},
        ),
        ({"holding": {"operator": "testland"}}, {"holding": {"operator": "testland", "status": "sought"}}),
        ({"event": {"type": "tested"}}, {"event": {"type": "tested", "outcome": "failed"}}),
        ({"event": {"type": "tested"}}, {"event": {"type": "tested", "outcome": "None"}}),
        ({"event": {"type": "tested", "place": "a"}}, {"event": {"type": "tested", "outcome": "a"}}),
    ],
)
def test_statements_that_say_different_things_are_two(folder: SeedFolder, one: Table, other: Table) -> None:
    before = len(folder.rows()["evidence"])
    folder.says(says(**one), says(**other))
    assert len(folder.rows()["evidence"]) == before + 2


@pytest.mark.parametrize(
    "changed",
    [
        {"firmness": "assessed"},
        {"cue": "said"},
        {"quote": "a crew of two"},
        {"note": "As the editor reads it."},
        {"speakers": [{"agent": "testland", "role": "analyst", "words": "direct"}]},
    ],
)
def test_an_id_stays_when_an_editor_reads_the_sentence_anew(folder: SeedFolder, changed: Table) -> None:
    speakers = [{"agent": "testland", "role": "official"}]
    folder.says(says(claim={"crew": 2}, speakers=speakers))
    before = only(folder, "claim")["evidence_id"]
    folder.says(says(**{"claim": {"crew": 2}, "speakers": speakers, **changed}))
    assert only(folder, "claim")["evidence_id"] == before


def test_an_id_is_of_the_source_and_the_sentence(folder: SeedFolder) -> None:
    folder.source("acme-2", sentence("It has two.", says(claim={"crew": 2})))
    folder.source("acme-3", sentence("It has two.", says(claim={"crew": 2})), sentence("Two.", says(claim={"crew": 2})))
    ids = [row["evidence_id"] for row in folder.rows()["claim"] if row["property"] == "crew"]
    assert len(ids) == len(set(ids)) == 3


def test_copies_of_a_wire_report_are_one_voice(folder: SeedFolder) -> None:
    folder.agent("acme-wire", kind="agency")
    by = [{"agent": "acme-wire", "role": "wire"}, {"agent": "testland", "role": "official"}]
    folder.says(says(claim={"crew": 2}, speakers=by), says(claim={"crew": 3}, speakers=by[1:]))
    rows = folder.rows()
    origin = {row["id"]: row["origin_id"] for row in rows["evidence"]}
    found = {row["value"]: origin[row["evidence_id"]] for row in rows["claim"] if row["property"] == "crew"}
    assert found == {"2": "acme-wire", "3": "acme-news"}


@pytest.mark.parametrize(
    ("quantity", "low", "high"),
    [
        (None, None, None),
        (4, 4, 4),
        ("4", 4, 4),
        ("1,700", 1700, 1700),
        ("12,345,678", 12_345_678, 12_345_678),
        ("70-80", 70, 80),
        ("more than 100", 100, None),
        ("up to 100", None, 100),
        ("a few", None, None),
        ("several dozen", None, None),
        ("two or 3", None, None),
    ],
)
@pytest.mark.parametrize(
    ("table", "keys"),
    [("holding", {"operator": "testland"}), ("transfer", {"recipient": "testland", "stage": "ordered"})],
)
def test_a_quantity_is_a_number_where_it_holds_one_and_words_always(
    folder: SeedFolder, table: str, keys: Table, quantity: Any, low: int | None, high: int | None
) -> None:
    stated: Table = {table: keys if quantity is None else {**keys, "quantity": quantity}}
    folder.says(says(**stated))
    row = only(folder, table)
    assert (row["quantity_low"], row["quantity_high"]) == (low, high)
    assert row["quantity"] == (None if quantity is None else str(quantity))


@pytest.mark.parametrize(
    ("dates", "earliest", "latest"),
    [
        ({}, None, None),
        ({"as_of": "2022"}, "2022-01-01", "2022-12-31"),
        ({"from": "194X"}, "1940-01-01", None),
        ({"to": "1999-02"}, None, "1999-02-28"),
        ({"from": "1990", "to": "1999", "as_of": "1995"}, "1990-01-01", "1999-12-31"),
    ],
)
def test_a_holding_lasts_as_long_as_its_dates_allow(
    folder: SeedFolder, dates: Table, earliest: str | None, latest: str | None
) -> None:
    folder.says(says(holding={"operator": "testland", **dates}))
    row = only(folder, "holding")
    assert (row["earliest"], row["latest"], row["status"]) == (earliest, latest, "in service")


def test_a_property_that_all_kinds_share_is_one_of_a_mixed_class(folder: SeedFolder) -> None:
    folder.system("mixed", "test-arms", level="generic class")
    folder.says(says("test-arms", claim={"manufacturer": "Acme"}))
    assert only(folder, "claim")["kind"] == "mixed"
    folder.says(says("test-arms", claim={"length_m": 10}))
    [line] = folder.problems()
    assert line.startswith(f"{PLACE}claim.length_m: is no property of mixed")
