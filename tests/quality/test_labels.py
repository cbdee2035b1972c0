"""The labelled passages are sound: what measures the reader must not be wrong itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import pytest

from materiel.models import vocabulary
from materiel.models.registry import properties
from materiel.seeds.dates import parse_date
from materiel.text.names import name_key
from quality.labels import (
    OWN,
    SEEN,
    SYSTEMS,
    UNSEEN,
    Fact,
    LabelError,
    LabelledSentence,
    Mention,
    Passage,
    System,
    Value,
    load_passages,
    load_systems,
    sentences,
)

PUBLIC_DOMAIN: Final = re.compile(r"(.+\.)?(gov|mil|dvidshub\.net)")
"""Hosts of works in the public domain: those of the government of the United States."""

FIELDS: Final = {
    "designation": ("name", "scheme", "language"),
    "holding": ("operator", "service", "quantity", "from", "to", "as_of", "status"),
    "transfer": ("supplier", "recipient", "quantity", "date", "stage"),
    "relation": ("relation", "target", "agent", "name"),
    "event": ("event", "date", "place", "outcome"),
}
"""What a fact of each type may say."""

WORDS_OF: Final = {
    "scheme": vocabulary.SCHEMES,
    "status": vocabulary.HOLDING_STATUSES,
    "stage": vocabulary.TRANSFER_STAGES,
    "relation": vocabulary.RELATION_TYPES,
    "event": vocabulary.EVENT_TYPES,
}
"""The vocabularies of fields."""

DATES: Final = ("from", "to", "as_of", "date")
AGENTS: Final = ("operator", "supplier", "recipient", "agent")
SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
CLASS: Final = re.compile(r"[- ]class$")

SYSTEM: Final = load_systems()
PASSAGES: Final = {"seen": load_passages(SEEN), "unseen": load_passages(UNSEEN)}
ALL: Final = [pair for part in PASSAGES.values() for pair in sentences(part)]


def _where(passage: Passage, sentence: LabelledSentence) -> str:
    return f"{passage.id}: {sentence.text[:60]!r}"


def _faults(check: Callable[[Passage, LabelledSentence], bool]) -> list[str]:
    return [_where(passage, sentence) for passage, sentence in ALL if not check(passage, sentence)]


@pytest.mark.parametrize("part", PASSAGES)
def test_each_passage_is_in_the_part_that_its_id_says(part: str) -> None:
    assert [passage.id for passage in PASSAGES[part] if passage.unseen != (part == "unseen")] == []


def test_ids_are_unique() -> None:
    ids = [passage.id for part in PASSAGES.values() for passage in part]
    assert len(ids) == len(set(ids))


def test_nobody_may_read_the_unseen_part_and_its_head_says_so() -> None:
    head = UNSEEN.read_text(encoding="utf-8").split("[[passage]]")[0]
    assert "Nobody who writes rules" in head


def test_a_passage_is_our_own_or_from_a_work_in_the_public_domain() -> None:
    for passage in (passage for part in PASSAGES.values() for passage in part):
        if passage.origin == OWN:
            assert passage.retrieved is None, passage.id
            continue
        address = urlsplit(passage.origin)
        assert address.scheme in ("http", "https"), passage.id
        assert PUBLIC_DOMAIN.fullmatch(address.hostname or ""), passage.id
        assert isinstance(passage.retrieved, date), passage.id


def test_a_passage_of_our_own_claims_no_address() -> None:
    own = [passage for part in PASSAGES.values() for passage in part if passage.origin == OWN]
    assert [passage.id for passage in own if re.search(r"https?://|\bwww\.", passage.text)] == []


def test_quotation_marks_come_in_pairs() -> None:
    for passage in (passage for part in PASSAGES.values() for passage in part):
        assert passage.text.count("“") == passage.text.count("”"), passage.id
        assert passage.text.count('"') % 2 == 0, passage.id


def test_sentences_are_of_a_known_kind_and_not_padded() -> None:
    assert _faults(lambda _, sentence: sentence.kind in vocabulary.SENTENCE_KINDS) == []
    assert _faults(lambda _, sentence: bool(sentence.text) and sentence.text == sentence.text.strip()) == []


def test_sentences_stand_where_they_say() -> None:
    assert _faults(lambda passage, sentence: passage.text[sentence.start : sentence.end] == sentence.text) == []


def test_a_dateline_opens_its_sentence() -> None:
    assert _faults(lambda _, sentence: sentence.text.startswith(sentence.dateline)) == []


def test_mentions_stand_where_they_say_in_order_and_apart() -> None:
    def sound(_: Passage, sentence: LabelledSentence) -> bool:
        ends = [0, *(mention.end for mention in sentence.mentions)]
        return all(
            end <= mention.start and sentence.text[mention.start : mention.end] == mention.text
            for end, mention in zip(ends, sentence.mentions, strict=False)
        )

    assert _faults(sound) == []


def test_a_mention_begins_with_a_name_of_its_system() -> None:
    def named(mention: Mention) -> bool:
        key = name_key(CLASS.sub("", mention.text))
        slugs = filter(None, (mention.system, mention.also))
        names = (name.name for slug in slugs for name in SYSTEM[slug].names)
        return any(key.startswith(name_key(CLASS.sub("", name))) for name in names)

    assert _faults(lambda _, sentence: all(map(named, sentence.mentions))) == []


def test_every_system_is_known() -> None:
    def known(_: Passage, sentence: LabelledSentence) -> bool:
        also = [mention.also for mention in sentence.mentions if mention.also]
        labels: list[Mention | Value | Fact] = [*sentence.mentions, *sentence.values, *sentence.facts]
        targets = [fact.fields["target"] for fact in sentence.facts if "target" in fact.fields]
        return all(slug in SYSTEM for slug in [*also, *targets, *(label.system for label in labels)])

    assert _faults(known) == []


def test_values_are_numbers_or_dates_of_properties_of_the_kind() -> None:
    def sound(value: Value) -> bool:
        found = properties(SYSTEM[value.system].kind)[value.property]
        if found.value_type == "date":
            return value.low is None and value.high is None and bool(parse_date(value.date or "").text)
        ends = [end for end in (value.low, value.high) if end is not None]
        return (
            found.value_type in ("number", "integer")
            and value.date is None
            and value.unit == found.unit
            and ends == sorted(ends)
            and all(float(end).is_integer() for end in ends if found.value_type == "integer")
        )

    assert _faults(lambda _, sentence: all(map(sound, sentence.values))) == []


def test_a_bound_leaves_the_other_end_open() -> None:
    def open_end(value: Value) -> bool:
        given = (value.low is not None, value.high is not None)
        expected = {"at least": (True, False), "at most": (False, True), None: (True, True)}
        return value.date is not None or given == expected[value.bound]

    assert _faults(lambda _, sentence: all(map(open_end, sentence.values))) == []


def test_values_are_plausible() -> None:
    def plausible(value: Value) -> bool:
        found = properties(SYSTEM[value.system].kind)[value.property]
        if found.low is None or found.high is None:
            return True
        return all(found.low <= end <= found.high for end in (value.low, value.high) if end is not None)

    assert _faults(lambda _, sentence: all(map(plausible, sentence.values))) == []


def test_what_is_stated_stands_in_the_sentence() -> None:
    assert _faults(lambda _, sentence: all(value.stated in sentence.text for value in sentence.values)) == []


def test_facts_have_the_fields_of_their_type_in_the_words_of_the_vocabulary() -> None:
    def sound(fact: Fact) -> bool:
        words = [WORDS_OF[key] for key in fact.fields if key in WORDS_OF]
        values = [fact.fields[key] for key in fact.fields if key in WORDS_OF]
        agents = [str(fact.fields[key]) for key in AGENTS if key in fact.fields]
        for key in DATES:
            if key in fact.fields:
                parse_date(str(fact.fields[key]))
        return (
            fact.fields.keys() <= set(FIELDS[fact.type])
            and all(value in allowed for value, allowed in zip(values, words, strict=True))
            and all(SLUG.fullmatch(agent) for agent in agents)
        )

    assert _faults(lambda _, sentence: all(map(sound, sentence.facts))) == []


def test_a_fact_says_what_its_type_needs() -> None:
    needed = {
        "designation": ({"name"}, {"scheme"}),
        "holding": ({"operator"}, {"status"}),
        "transfer": ({"supplier", "recipient"}, {"stage"}),
        "relation": ({"target", "agent", "name"}, {"relation"}),
        "event": ({"event"},),
    }

    def whole(fact: Fact) -> bool:
        return all(fact.fields.keys() & one_of for one_of in needed[fact.type])

    assert _faults(lambda _, sentence: all(map(whole, sentence.facts))) == []


def test_a_chain_of_speakers_has_words_and_firmness() -> None:
    def sound(passage: Passage, sentence: LabelledSentence) -> bool:
        if not sentence.speakers:
            return sentence.words is None
        named = all(speaker in passage.text for speaker in sentence.speakers)
        return named and sentence.words in vocabulary.WORDS and sentence.firmness is not None

    assert _faults(sound) == []


def test_firmness_is_a_word_of_the_vocabulary_and_its_cue_stands_in_the_sentence() -> None:
    def sound(_: Passage, sentence: LabelledSentence) -> bool:
        labels: list[Value | Fact] = [*sentence.values, *sentence.facts]
        own = [label.firmness for label in labels if label.firmness]
        if sentence.firmness is None:
            return sentence.cue is None and not sentence.values and not sentence.facts and not own
        return {sentence.firmness, *own} <= set(vocabulary.FIRMNESS) and (sentence.cue or "") in sentence.text

    assert _faults(sound) == []


def test_the_source_itself_asserts_without_a_cue() -> None:
    assert _faults(lambda _, sentence: sentence.firmness != "asserted" or not sentence.cue) == []


def test_systems_are_of_a_known_kind_level_and_family() -> None:
    def sound(system: System) -> bool:
        return (
            SLUG.fullmatch(system.slug) is not None
            and system.kind in vocabulary.KINDS
            and system.level in vocabulary.LEVELS
            and (system.family is None or system.family in SYSTEM)
            and all(name.scheme in vocabulary.SCHEMES for name in system.names)
            and bool(system.names)
        )

    assert [slug for slug, system in SYSTEM.items() if not sound(system)] == []


def test_a_third_of_the_sentences_states_nothing_so_that_precision_is_measured() -> None:
    empty = [sentence for _, sentence in ALL if not sentence.values and not sentence.facts]
    assert 3 * len(empty) >= len(ALL)


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ('text = "Two."', "does not follow"),
        ('text = "One."', "is in no sentence"),
        ('text = "One. Two."\nspeaker = "x"', "speaker is no key"),
        ('text = "One. Two."\nmentions = [{ text = "One" }]', "missing"),
    ],
)
def test_a_file_with_an_error_is_refused(tmp_path: Path, sentence: str, message: str) -> None:
    path = tmp_path / "labels.toml"
    path.write_text(
        '[[passage]]\nid = "p"\norigin = "own"\npublisher = "P"\nlanguage = "en"\ntext = "One. Two."\n'
        f'[[passage.sentence]]\nkind = "sentence"\n{sentence}\n',
        encoding="utf-8",
    )
    with pytest.raises(LabelError, match=message):
        load_passages(path)


def test_a_system_that_stands_twice_is_refused(tmp_path: Path) -> None:
    text = SYSTEMS.read_text(encoding="utf-8")
    path = tmp_path / "systems.toml"
    path.write_text(text + text[text.index("[[system]]") :], encoding="utf-8")
    with pytest.raises(LabelError, match="stands twice"):
        load_systems(path)
