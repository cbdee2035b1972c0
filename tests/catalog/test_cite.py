"""Every claim, the adopted one and why."""

from __future__ import annotations

import re

import pytest

from materiel.catalog.cite import bibliography, bibtex, cite
from materiel.database.reader import Reader
from materiel.errors import NotInDatabaseError


def test_every_claim_on_a_property_is_cited_and_one_is_adopted_for_a_reason(reader: Reader) -> None:
    statements = cite(reader, "swift-1", "wingspan_m")["statements"]
    assert {row["source_id"] for row in statements} == {"acme-planes", "beta-report", "gamma-page"}
    (adopted,) = [row for row in statements if row["adopted"]]
    assert "2 independent publishers agree" in adopted["adoption"]
    assert statements[0] == adopted


def test_a_claim_that_is_not_adopted_gives_no_reason_to_adopt_it(reader: Reader) -> None:
    for row in cite(reader, "swift-1")["statements"]:
        assert bool(row["adopted"]) == (row["adoption"] is not None)


def test_a_value_that_cannot_be_says_why(reader: Reader) -> None:
    flags = {row["value"]: row["flag"] for row in cite(reader, "swift-1", "crew")["statements"]}
    assert flags["1"] is None
    assert "plausible" in flags["3000"]


def test_without_a_property_statements_of_every_type_are_cited(reader: Reader) -> None:
    found = {row["statement"] for row in cite(reader, "swift-1")["statements"]}
    assert {"claim", "designation", "holding", "transfer"} <= found


def test_a_property_on_which_nothing_is_stated_is_answered_with_those_that_are(reader: Reader) -> None:
    with pytest.raises(NotInDatabaseError, match=r"wingspan_m.*statements on:.*max_speed_kmh"):
        cite(reader, "swift-2", "wingspan_m")


def test_imperial_units_leave_what_was_stated(reader: Reader) -> None:
    (row,) = cite(reader, "swift-2", "length_m", "imperial")["statements"]
    assert (row["unit"], row["as_stated"]) == ("ft", "15 m")


def test_the_bibliography_holds_each_cited_source_once(reader: Reader) -> None:
    assert [item["id"] for item in bibliography(reader, "swift-1")] == [
        "acme-planes",
        "beta-report",
        "gamma-page",
    ]
    assert [item["id"] for item in bibliography(reader, "swift-1", "length_m")] == ["acme-planes"]


def test_dates_of_the_bibliography_are_as_exact_as_the_source_gives_them(reader: Reader) -> None:
    issued = {item["id"]: item.get("issued") for item in bibliography(reader, "swift-1")}
    assert issued == {
        "acme-planes": {"date-parts": [[2020, 3, 1]]},
        "beta-report": {"date-parts": [[2021, 6]]},
        "gamma-page": None,
    }


def test_the_author_is_named_where_there_is_one(reader: Reader) -> None:
    authors = {item["id"]: item.get("author") for item in bibliography(reader, "swift-1")}
    assert authors["acme-planes"] == [{"literal": "A. Writer"}]
    assert authors["gamma-page"] is None


def test_bibtex_has_one_balanced_entry_for_each_source(reader: Reader) -> None:
    text = bibtex(bibliography(reader, "swift-1"))
    assert re.findall(r"^@online\{(.+),$", text, re.M) == ["acme-planes", "beta-report", "gamma-page"]
    assert all(entry.count("{") == entry.count("}") for entry in text.split("\n\n"))
    assert "date = {2021-06}" in text


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Guns & butter, 100% #1_a", r"Guns \& butter, 100\% \#1\_a"),
        ("A {brace", r"A \textbraceleft{}brace"),
        ("A brace}", r"A brace\textbraceright{}"),
        ("back\\slash", r"back\textbackslash{}slash"),
        ("a~b^c", r"a\textasciitilde{}b\textasciicircum{}c"),
        ("$5", r"\$5"),
    ],
)
def test_bibtex_escapes_what_tex_would_take_for_a_command(title: str, written: str) -> None:
    item = {
        "id": "x",
        "title": title,
        "publisher": "P",
        "URL": "https://example.org",
        "language": "en",
        "accessed": {"date-parts": [[2026, 11, 24]]},
    }
    assert f"title = {{{{{written}}}}}" in bibtex([item])
