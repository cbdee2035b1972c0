from __future__ import annotations

import re
from decimal import Decimal
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Literal
from rdflib.namespace import XSD

from materiel.export.nodes import address, decimal, moment, name, wording

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
URI = re.compile(r"([!$&-;=?-Z_a-z~\[\]#]|%[0-9A-Fa-f]{2})*")
"""Characters that may stand in an address (RFC 3986)."""


@given(TEXT)
def test_a_name_is_one_word_from_which_the_key_can_be_read(key: str) -> None:
    found = name("category", key)
    assert re.fullmatch(r"category:([A-Za-z0-9._~-]|%[0-9A-F]{2})*", found)
    assert unquote(found.removeprefix("category:")) == key


@given(TEXT)
def test_an_address_has_only_what_may_stand_in_one(rest: str) -> None:
    found = address(f"https://example.org/{rest}")
    assert URI.fullmatch(found)
    assert found.count("#") <= 1
    assert address(found) == found


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/a?b=c&d=%20#e", "https://example.org/a?b=c&d=%20#e"),
        ("https://example.org/a b<c>", "https://example.org/a%20b%3Cc%3E"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://example.org/нож", "https://example.org/%D0%BD%D0%BE%D0%B6"),
        ("https://example.org/a#b#:~:text=c", "https://example.org/a#b:~:text=c"),
        ("https://example.org/a#:~:text=c,d", "https://example.org/a#:~:text=c,d"),
    ],
)
def test_an_address_stays_what_it_is_if_it_can(url: str, expected: str) -> None:
    assert address(url) == expected


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_decimal_has_all_digits_and_no_exponent(number: float) -> None:
    found = decimal(number)
    assert re.fullmatch(r"-?[0-9]+\.[0-9]+", found["@value"])
    assert float(Decimal(found["@value"])) == number


@pytest.mark.parametrize(
    ("text", "datatype"),
    [
        ("1977-05-20", "xsd:date"),
        ("1977-02-30", "edtf:EDTF"),
        ("1977-05", "edtf:EDTF"),
        ("194X", "edtf:EDTF"),
        ("1960/1963~", "edtf:EDTF"),
        ("٢٠٢٣-٠١-٠١", "edtf:EDTF"),
    ],
)
def test_only_an_exact_day_is_a_date_of_xml_schema(text: str, datatype: str) -> None:
    assert moment(text) == {"@value": text, "@type": datatype}
    if datatype == "xsd:date":
        assert Literal(text, datatype=XSD.date).ill_typed is False


@pytest.mark.parametrize("language", ["en", "ru", "zh-hant", "sr-latn"])
def test_text_has_its_language(language: str) -> None:
    assert wording("x", language) == {"@value": "x", "@language": language}


@pytest.mark.parametrize("language", [None, "", "English", "en us", "x" * 30, 'en"'])
def test_what_is_no_language_is_left_out(language: str | None) -> None:
    assert wording("x", language) == "x"
