"""What a sentence asks, supposes or denies, or says of something else, is left out of a draft."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from materiel.reading.document import Article
from materiel.reading.drafts.dictionary import Dictionary
from materiel.reading.drafts.record import draft
from materiel.reading.drafts.sources import Given


def said(text: str, dictionary: Dictionary) -> Iterator[str]:
    for reading in draft(Article("a", text), Given(), dictionary).readings:
        for statement in reading.statements:
            yield from statement.fields if statement.table == "claim" else [statement.table]


@pytest.mark.parametrize(
    ("text", "properties"),
    [
        ("Does the Su-35 have a crew of 2?", []),
        ("“Does the Su-35 have a crew of 2?” he asked.", []),
        ("The Su-35 is 21.9 m long, is it not?", []),
        ("Why so long? The Su-35 is 21.9 m long. Why not?", ["length_m"]),
        ("The Su-35 would have a length of 30 m if it were built for two.", []),
        ("No Su-35 has a crew of 2.", []),
        ("None of the Su-35 has a crew of 2.", []),
        ("It is false that the Su-35 is 25 m long.", []),
        ("The Su-35 was falsely reported to have a crew of 2.", []),
        ("A model of the Su-35 is 2 m long.", []),
        ("The missile of the Su-35 has a range of 300 km.", []),
        ("The Su-35 carries missiles with a range of 300 km.", []),
        ("The Su-35 shot down a drone with a wingspan of 11 m.", []),
        ("The Su-35 was parked beside a building 30 m long.", []),
        ("The Su-35 is a fighter with a range of 3,600 km.", ["range_km"]),
        ("The Su-35 is an aircraft of Sukhoi with a wingspan of 15.3 m.", ["wingspan_m"]),
        ("The Su-35 first flew over Syria in 2016.", []),
        ("The Su-35 first flew in 2008.", ["first_flight"]),
        ("The fuselage of the Su-35 is 21.9 m long, and the Su-35 has a crew of one.", ["length_m", "crew"]),
    ],
)
def test_what_is_doubtful_is_left_out(text: str, properties: list[str], dictionary: Dictionary) -> None:
    assert [name for name in said(text, dictionary) if name != "event"] == properties
