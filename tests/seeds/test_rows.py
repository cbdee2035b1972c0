"""Records become rows, and what refers to something that is not there is reported."""

from __future__ import annotations

import re

import pytest

from materiel.models import Base
from materiel.text.canonical import locate
from materiel.text.names import name_key
from samples import SeedFolder, says, sentence

CLAIM = {"crew": 2}
STATEMENT_TABLES = ("claim", "designation", "holding", "transfer", "relation", "event")


def test_every_statement_has_one_evidence_that_stands_under_a_sentence(folder: SeedFolder) -> None:
    folder.says(
        says(
            claim={"crew": 2, "length_m": "11 m"},
            designation={"name": "Tester", "scheme": "nickname"},
            holding={"operator": "testland", "quantity": 4},
            transfer={"recipient": "testland", "stage": "agreed"},
            relation={"type": "built at", "name": "a factory"},
            event=[{"type": "shown"}, {"type": "tested"}],
        )
    )
    rows = folder.rows()
    statements = [row for table in STATEMENT_TABLES for row in rows[table]]
    evidence = {row["id"]: row for row in rows["evidence"]}
    assert len(evidence) == len(rows["evidence"])
    assert sorted(row["evidence_id"] for row in statements) == sorted(evidence)
    assert {row["sentence_id"] for row in evidence.values()} <= {row["id"] for row in rows["sentence"]}
    assert all(rows[table] for table in STATEMENT_TABLES)


def test_rows_have_exactly_the_columns_of_their_table(folder: SeedFolder) -> None:
    folder.says(says(claim=CLAIM), says(designation={"name": "Tester", "scheme": "nickname"}))
    folder.says(says(holding={"operator": "testland"}, event={"type": "shown"}), source_id="acme-3")
    for table, rows in folder.rows().items():
        # Equipment and its typed tables also have the columns of adopted values.
        allowed = {column.name for column in Base.metadata.tables[table].columns}
        for row in rows:
            assert set(row) <= allowed
            assert set(row) == allowed or table in ("equipment", "aircraft")


def test_rows_come_after_what_they_refer_to(folder: SeedFolder) -> None:
    folder.system("aircraft", "a-variant", family="z-family")
    folder.system("aircraft", "z-family", level="family")
    conversion, rows = folder.convert()
    assert conversion.problems.lines == []
    ids = [row["id"] for row in rows["equipment"]]
    assert ids.index("z-family") < ids.index("a-variant")
    order = list(rows)
    assert order.index("agent") < order.index("source") < order.index("sentence") < order.index("evidence")
    assert order.index("evidence") < order.index("claim")
    assert order.index("category") < order.index("equipment") < order.index("claim")


def test_a_system_has_a_row_in_the_table_of_its_kind(folder: SeedFolder) -> None:
    folder.system("mixed", "test-arms", level="generic class", description="All arms.")
    rows = folder.rows()
    assert rows["aircraft"] == [{"id": "test-plane"}]
    [arms] = [row for row in rows["equipment"] if row["id"] == "test-arms"]
    assert (arms["kind"], arms["category_id"], arms["description"]) == ("mixed", "test mixed", "All arms.")


def test_a_system_is_found_by_its_id_its_name_and_its_designations(folder: SeedFolder) -> None:
    folder.says(
        says(designation=[{"name": "Tester-2", "scheme": "nickname"}, {"name": "\u2014", "scheme": "military"}])
    )
    lookup = folder.rows()["lookup"]
    assert {row["origin"]: row["name"] for row in lookup} == {
        "id": "test-plane",
        "name": "Test plane",
        "nickname": "Tester-2",
    }
    assert all(row["key"] == name_key(row["name"]) != "" for row in lookup)


@pytest.mark.parametrize(
    ("category", "reason"),
    [
        ("no category", "'no category' is not in categories.toml"),
        ("test vehicle", "'test vehicle' is a category of vehicle, not of aircraft"),
    ],
)
def test_a_category_is_one_of_the_kind(folder: SeedFolder, category: str, reason: str) -> None:
    folder.category("test vehicle", kind="vehicle")
    folder.system("aircraft", "test-2", category=category)
    assert folder.problems() == [f"equipment/aircraft/test-2.toml: category: {reason}"]


@pytest.mark.parametrize("members", [("a",), ("a", "b"), ("a", "b", "c")])
def test_families_that_go_round_in_a_circle_are_refused(folder: SeedFolder, members: tuple[str, ...]) -> None:
    for member, family in zip(members, (*members[1:], members[0]), strict=True):
        folder.system("aircraft", member, family=family)
    assert folder.problems() == ["equipment/aircraft/a.toml: family: the families go round in a circle"]


def test_a_family_that_is_not_there_is_named_where_it_is_named(folder: SeedFolder) -> None:
    folder.system("aircraft", "a", family="b")
    folder.system("aircraft", "b", family="nowhere")
    assert folder.problems() == ["equipment/aircraft/b.toml: family: no system has the id 'nowhere'"]


def test_a_publisher_that_is_not_there_is_refused(folder: SeedFolder) -> None:
    folder.source("acme-2", publisher="nobody")
    assert folder.problems() == ["sources/acme-2.toml: publisher: no agent has the id 'nobody'"]


def test_two_sentences_with_one_ordinal_are_refused(folder: SeedFolder) -> None:
    folder.source("acme-2", sentence("One.", ordinal=3), sentence("Two.", ordinal=3))
    assert folder.problems() == ["sources/acme-2.toml: sentence 3: there are two sentences with this ordinal"]


def test_a_sentence_is_located_and_not_copied(folder: SeedFolder) -> None:
    words = "The Test-plane, long and thin, is said to be 10 m long in all."
    folder.source("acme-2", sentence(words, paragraph=4, kind="caption"))
    [row] = [row for row in folder.rows()["sentence"] if row["source_id"] == "acme-2"]
    found = locate(words)
    assert (row["sha256"], row["starts"], row["ends"]) == (found.sha256, found.starts, found.ends)
    assert (row["ordinal"], row["paragraph"], row["kind"], row["text"]) == (1, 4, "caption", None)
    assert row["fragment"].startswith("#:~:text=The%20Test%2Dplane%2C%20long")


def test_text_of_works_in_the_public_domain_is_kept(folder: SeedFolder) -> None:
    folder.source("acme-2", sentence("It is long.", whole=True), rights="public domain")
    assert [row["text"] for row in folder.rows()["sentence"] if row["source_id"] == "acme-2"] == ["It is long."]


def test_a_sentence_keeps_its_id_where_a_copy_counts_differently(folder: SeedFolder) -> None:
    """Its ordinal may change, and so may quotes and spaces; its words may not."""
    ids = []
    for words, ordinal in (("It\u2019s 10 m  long.", 1), ("It's 10 m long.", 5), ("It's 11 m long.", 1)):
        folder.source("acme-2", sentence(words, says(claim=CLAIM), ordinal=ordinal))
        rows = folder.rows()
        [found] = [row["id"] for row in rows["sentence"] if row["source_id"] == "acme-2"]
        [evidence] = [row["id"] for row in rows["evidence"] if row["sentence_id"] == found]
        ids.append((found, evidence))
    assert ids[0] == ids[1]
    assert ids[1][0] != ids[2][0]
    assert ids[1][1] != ids[2][1]


def test_two_sentences_in_the_same_words_are_two(folder: SeedFolder) -> None:
    folder.source("acme-2", sentence("It has a crew of two."), sentence("It has a crew of two."))
    assert len({row["id"] for row in folder.rows()["sentence"] if row["source_id"] == "acme-2"}) == 2


def test_two_sentences_in_the_same_words_make_two_claims_that_agree(folder: SeedFolder) -> None:
    """A claim is what one sentence says: two that say the same are two claims."""
    twice = [sentence("It has a crew of two.", says(claim=CLAIM)) for _ in range(2)]
    folder.source("acme-2", *twice)
    assert len([row for row in folder.rows()["claim"] if row["property"] == "crew"]) == 2


def test_a_mention_stands_at_its_offsets(folder: SeedFolder) -> None:
    [row] = folder.rows()["mention"]
    assert (row["equipment_id"], row["name"], row["start"], row["end"]) == ("test-plane", "plane", 2, 7)


def test_a_mention_of_a_system_that_is_not_there_is_refused(folder: SeedFolder) -> None:
    folder.source("acme-2", sentence("An X.", mention=[{"of": "x", "as": "X", "at": 3}]))
    assert folder.problems() == ["sources/acme-2.toml: sentence 1, mention: no system has the id 'x'"]


def test_a_mention_that_is_given_twice_is_refused(folder: SeedFolder) -> None:
    folder.source("acme-2", sentence("A plane.", mention=[{"of": "test-plane", "as": "plane", "at": 2}] * 2))
    [line] = folder.problems()
    assert line.startswith("sources/acme-2.toml: sentence 1, mention")


def test_speakers_are_kept_in_order_and_the_needed_sentences_once(folder: SeedFolder) -> None:
    speakers = [{"agent": "acme-news", "role": "publisher"}, {"agent": "testland", "role": "official"}]
    folder.source("acme-2", sentence("One."), sentence("Two.", says(speakers=speakers, needs=[1, 1], claim=CLAIM)))
    rows = folder.rows()
    [crew] = [row["evidence_id"] for row in rows["claim"] if row["property"] == "crew"]
    links = [row for row in rows["attribution"] if row["evidence_id"] == crew]
    assert [(row["position"], row["agent_id"]) for row in links] == [(1, "acme-news"), (2, "testland")]
    [context] = [row for row in rows["evidence_context"] if row["evidence_id"] == crew]
    assert context["sentence_id"] in {row["id"] for row in rows["sentence"] if row["ordinal"] == 1}


def test_the_same_folder_gives_the_same_rows(folder: SeedFolder) -> None:
    assert folder.rows() == folder.rows()


def test_every_id_is_one_of_its_own(folder: SeedFolder) -> None:
    folder.says(says(claim=CLAIM), says(claim={"crew": 3}), says(claim={"crew": "about 3"}))
    rows = folder.rows()
    for table in ("sentence", "evidence", "mention"):
        ids = [row["id"] for row in rows[table]]
        assert len(set(ids)) == len(ids)
        assert all(re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", found) for found in ids)
