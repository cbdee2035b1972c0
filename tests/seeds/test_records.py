"""The shapes of seed records."""

from __future__ import annotations

import math
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from materiel.seeds.fields import reason
from materiel.seeds.records import (
    AgentRecord,
    CategoryRecord,
    EquipmentRecord,
    Record,
    SaysRecord,
    SentenceRecord,
    SourceRecord,
)
from samples import Table, says, sentence, source_table

SYSTEM = {"name": "Test plane", "category": "fighter", "level": "model"}
CHOICE = {"property": "crew", "source": "acme-1", "sentence": 1, "reason": "A later count."}
SOURCE = source_table(sentence("It is 10 m long.", says(claim={"length_m": "10 m"})))
SENTENCE = sentence("It is 10 m long.").table(1)
VALID: list[tuple[type[Record], Table]] = [
    (AgentRecord, {"name": "Acme", "kind": "publisher"}),
    (CategoryRecord, {"kind": "aircraft"}),
    (EquipmentRecord, {**SYSTEM, "adopt": [CHOICE], "unflag": [CHOICE]}),
    (SourceRecord, SOURCE),
    (SentenceRecord, SENTENCE),
    (SaysRecord, says(claim={"crew": 2})),
]
RECORD = pytest.mark.parametrize(("model", "table"), VALID, ids=lambda value: getattr(value, "__name__", ""))
CLAIM = {"crew": 2}


def problems(model: type[Record], table: Table) -> list[tuple[str, str]]:
    """Return the key of each thing that is wrong with a record, and the words for it."""
    try:
        model.model_validate(table)
    except ValidationError as error:
        return [(".".join(map(str, detail["loc"])), reason(detail)) for detail in error.errors()]
    return []


def refused(model: type[Record], table: Table, key: str, words: str) -> None:
    """Assert that exactly one thing is wrong with a record: `key`, for a reason that holds `words`."""
    [(where, why)] = problems(model, table)
    assert where == key
    assert words in why


@RECORD
def test_a_record_is_taken_as_it_is_and_cannot_be_changed(model: type[Record], table: Table) -> None:
    record = model.model_validate(table)
    with pytest.raises(ValidationError):
        setattr(record, next(iter(type(record).model_fields)), "changed")


@RECORD
def test_a_key_that_is_not_known_is_refused(model: type[Record], table: Table) -> None:
    refused(model, {**table, "colour": "red"}, "colour", "is no key that is known here")


@RECORD
def test_a_key_that_must_be_there_is_missed(model: type[Record], table: Table) -> None:
    required = [name for name, field in model.model_fields.items() if field.is_required()]
    for name in required:
        rest = {key: value for key, value in table.items() if key != name}
        refused(model, rest, name, "is missing")
    assert sorted(problems(model, {})) == sorted((name, "is missing") for name in required)


@pytest.mark.parametrize("text", ["", " ", " page", "page ", "\tpage", "a\x1b[31mb", "two\nlines", "\u202egap", "\x00"])
@pytest.mark.parametrize("key", ["title", "author", "note"])
def test_text_that_is_empty_or_not_printable_is_refused(key: str, text: str) -> None:
    [(where, why)] = problems(SourceRecord, {**SOURCE, key: text})
    assert where == key
    assert ("control character" in why) != ("is empty, or begins or ends with a space" in why)


@given(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1))
def test_text_of_every_script_is_taken(text: str) -> None:
    assert problems(SourceRecord, {**SOURCE, "title": text}) == []


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("title", 5, "is no text"),
        ("publisher", "Acme News", "is no id"),
        ("publisher", "acme--news", "is no id"),
        ("publisher", "acme-news\n", "is no id"),
        ("published", "20111101", "is no date"),
        ("published", date(2011, 11, 1), "is no text"),
        ("url", "page", "no http or https address"),
        ("url", "javascript:alert(1)", "no http or https address"),
        ("language", "English", "match"),
        ("kind", "blog", "is not one of: government document, "),
        ("rights", "unknown", "is not one of: "),
        ("retrieved", "2026-11-24", "is no date (written as 2026-11-24, without quotes)"),
        ("retrieved", datetime(2026, 11, 24, 10), "is no date"),
        ("reviewed", "2026-11-25", "is no date (written as 2026-11-24, without quotes)"),
        ("reviewed", date(2026, 11, 23), "is reviewed before it was retrieved"),
        ("reviewed_by", "B. Reader", "names who reviewed it, and not when (reviewed)"),
        ("scope", "part", "'part' is not one of: whole, excerpt"),
        ("grade", "G7", "is not one of: "),
        ("sha256", "abc", "is no SHA-256"),
        ("sha256", "A" * 64, "is no SHA-256"),
        ("canonical_version", 0, "greater than or equal to 1"),
        ("canonical_version", 99, "less than or equal to"),
        ("canonical_version", "1", "is no whole number"),
        ("canonical_version", True, "is no whole number"),
        ("canonical_version", 1.0, "is no whole number"),
        ("sentence", {"ordinal": 1}, "is no list"),
        ("sentence", "words", "is no list"),
    ],
)
def test_a_source_with_a_value_that_cannot_be_is_refused(key: str, value: Any, words: str) -> None:
    [(_, why)] = problems(SourceRecord, {**SOURCE, key: value})
    assert words in why


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("ordinal", 0, "greater than or equal to 1"),
        ("ordinal", -1, "greater than or equal to 1"),
        ("ordinal", True, "is no whole number"),
        ("ordinal", "1", "is no whole number"),
        ("paragraph", 0, "greater than or equal to 1"),
        ("kind", "footnote", "is not one of: sentence, heading, caption, table row"),
        ("starts", "", "is empty"),
        ("ends", "\x07", "control character"),
        ("says", {"about": "test-plane"}, "is no list"),
        ("mention", "test-plane", "is no list"),
    ],
)
def test_a_sentence_with_a_value_that_cannot_be_is_refused(key: str, value: Any, words: str) -> None:
    refused(SentenceRecord, {**SENTENCE, key: value}, key, words)


def test_only_works_in_the_public_domain_carry_text() -> None:
    whole = sentence("It is 10 m long.", whole=True)
    assert problems(SourceRecord, source_table(whole, rights="public domain")) == []
    [(_, why)] = problems(SourceRecord, source_table(whole, rights="CC BY 4.0"))
    assert "only works in the public domain may" in why


def test_text_fits_its_hash() -> None:
    table = sentence("It is 10 m long.", whole=True).table(1)
    refused(SentenceRecord, {**table, "text": "It is 11 m long."}, "", "does not have this SHA-256")
    assert problems(SentenceRecord, {**table, "text": "It\u00a0is  10 m long."}) == []


@pytest.mark.parametrize("key", ["quote", "cue"])
def test_a_quote_stands_in_the_text(key: str) -> None:
    words = "\u201cIt\u2019s 70\u201380 m long\u201d, said Acme."
    good = sentence(words, says(claim=CLAIM, **{key: "it's 70-80 M long"}), whole=True)
    bad = sentence(words, says(claim=CLAIM, **{key: "80 m high"}), whole=True)
    assert problems(SentenceRecord, good.table(1)) == []
    refused(SentenceRecord, bad.table(1), "", "'80 m high' does not stand in the text")


@pytest.mark.parametrize("key", ["quote", "cue"])
def test_a_quote_has_at_most_twelve_words(key: str) -> None:
    words = [f"word{number}" for number in range(13)]
    assert problems(SaysRecord, says(claim=CLAIM, **{key: " ".join(words[:12])})) == []
    for long in ("\u00a0".join(words), "\u6d77" * 25):
        refused(SaysRecord, says(claim=CLAIM, **{key: long}), key, "has 13 words; a quote has at most 12")


@pytest.mark.parametrize(
    "nothing",
    [{}, {"claim": {}}, {"designation": []}, {"holding": [], "event": []}, {"note": "read", "quote": "it"}],
)
def test_a_statement_states_something(nothing: Table) -> None:
    refused(SaysRecord, says(**nothing), "", "states nothing")


@pytest.mark.parametrize(
    ("keys", "where", "words"),
    [
        ({"firmness": "certain"}, "firmness", "is not one of: asserted"),
        ({"about": "Test Plane"}, "about", "is no id"),
        ({"needs": [0]}, "needs.0", "greater than or equal to 1"),
        ({"speakers": [{"agent": "acme-news", "role": "boss"}]}, "from.0.role", "is not one of: publisher"),
        (
            {"speakers": [{"agent": "acme-news", "role": "wire", "words": "loud"}]},
            "from.0.words",
            "is not one of: direct",
        ),
        (
            {"designation": {"name": "Test", "scheme": "slang"}},
            "designation.0.scheme",
            "is not one of: common",
        ),
        (
            {"holding": {"operator": "testland", "status": "lost"}},
            "holding.0.status",
            "is not one of: in service",
        ),
        ({"holding": {"operator": "testland", "quantity": -1}}, "holding.0.quantity", "whole number from 0"),
        ({"holding": {"operator": "testland", "quantity": 1.5}}, "holding.0.quantity", "whole number from 0"),
        ({"holding": {"operator": "testland", "from": "1980s"}}, "holding.0.from", "is no date"),
        ({"transfer": {"stage": "agreed"}}, "transfer.0", "names neither supplier nor recipient"),
        (
            {"transfer": {"supplier": "testland", "stage": "lent"}},
            "transfer.0.stage",
            "is not one of: sought",
        ),
        ({"relation": {"type": "carries"}}, "relation.0", "names one of system, agent and name"),
        ({"relation": {"type": "carries", "system": "a", "name": "A"}}, "relation.0", "and no more"),
        ({"relation": {"type": "likes", "name": "A"}}, "relation.0.type", "is not one of: variant of"),
        ({"event": {"type": "parked"}}, "event.0.type", "is not one of: agreed"),
        ({"event": [{"type": "tested", "date": "yesterday"}]}, "event.0.date", "is no date"),
        ({"claim": "crew"}, "claim", "is no table"),
        ({"claim": {"crew": True}}, "claim.crew.value", "is neither text nor a number"),
        ({"claim": {"crew": [1, 2]}}, "claim.crew.value", "is neither text nor a number"),
        ({"claim": {"crew": date(2026, 1, 1)}}, "claim.crew.value", "is neither text nor a number"),
        ({"claim": {"crew": ""}}, "claim.crew.value", "is empty"),
        ({"claim": {"crew": {"approximate": True}}}, "claim.crew.value", "is missing"),
        ({"claim": {"crew": {"value": 2, "bound": "about"}}}, "claim.crew.bound", "is not one of: at least"),
        ({"claim": {"crew": {"value": 2, "as_of": "now"}}}, "claim.crew.as_of", "is no date"),
        ({"claim": {"crew": {"value": 2, "unit": "men"}}}, "claim.crew.unit", "is no key that is known here"),
    ],
)
def test_a_statement_with_a_value_that_cannot_be_is_refused(keys: Table, where: str, words: str) -> None:
    refused(SaysRecord, says(**{"claim": CLAIM, **keys}), where, words)


@pytest.mark.parametrize(
    ("key", "table"),
    [
        ("speakers", [{"agent": "testland", "role": "official"}]),
        ("holding", {"operator": "testland", "since": "1990"}),
        ("holding", {"operator": "testland", "until": "1990"}),
    ],
)
def test_a_key_has_one_spelling(key: str, table: Any) -> None:
    """`from` and `to` are the keys; what the program calls them is none."""
    record = {"about": "test-plane", "firmness": "asserted", "claim": CLAIM, key: table}
    assert [why for _, why in problems(SaysRecord, record)] == ["is no key that is known here"]


@pytest.mark.parametrize("value", [2, 2.5, "2", "about 2", math.inf])
def test_a_bare_value_is_a_value_without_qualifiers(value: str | float) -> None:
    bare = SaysRecord.model_validate(says(claim={"crew": value}))
    assert bare == SaysRecord.model_validate(says(claim={"crew": {"value": value}}))


def test_one_statement_is_a_list_of_one() -> None:
    event = {"type": "tested", "date": "2023"}
    assert SaysRecord.model_validate(says(event=event)) == SaysRecord.model_validate(says(event=[event]))


def test_an_editor_gives_a_reason_for_every_decision() -> None:
    for section in ("adopt", "unflag"):
        table = {**SYSTEM, section: [{**CHOICE, "reason": ""}]}
        refused(EquipmentRecord, table, f"{section}.0.reason", "is empty")


def test_all_that_is_wrong_with_a_record_is_found_at_once() -> None:
    found = problems(SourceRecord, {**SOURCE, "title": "", "kind": "blog", "sha256": "", "colour": "red"})
    assert [where for where, _ in found] == ["title", "kind", "sha256", "colour"]
