"""Designations, relations, holdings, transfers and events."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Facts = Callable[[str], list[dict[str, Any]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The MiG-29 (NATO reporting name: Fulcrum) is old.",
            {"about": "mig-29", "is": "designation", "name": "Fulcrum", "scheme": "NATO reporting name"},
        ),
        (
            "A few MiG-29 Fulcrum fighters were seen.",
            {"about": "mig-29", "is": "designation", "name": "Fulcrum", "scheme": "NATO reporting name"},
        ),
        (
            "The KN-23, known to NATO as the SS-X-90, is new.",
            {"about": "kn-23", "is": "designation", "name": "SS-X-90", "scheme": "NATO reporting name"},
        ),
        (
            "The Romeo class is based on the Kilo class.",
            {"about": "romeo", "is": "relation", "type": "based on", "system": "kilo"},
        ),
        (
            "The Su-35 replaces the MiG-29.",
            {"about": "su-35", "is": "relation", "type": "successor of", "system": "mig-29"},
        ),
        ("The Su-35 carries the Kh-101.", {"about": "su-35", "is": "relation", "type": "carries", "system": "kh-101"}),
        (
            "The Su-35 was built at Komsomolsk.",
            {"about": "su-35", "is": "relation", "type": "built at", "name": "Komsomolsk"},
        ),
        (
            "India's air force flies 36 Su-35s.",
            {
                "about": "su-35",
                "is": "holding",
                "operator": "india",
                "service": "air force",
                "quantity": 36,
                "status": "in service",
            },
        ),
        (
            "India ordered 24 Su-35s from Russia.",
            {
                "about": "su-35",
                "is": "transfer",
                "supplier": "russia",
                "recipient": "india",
                "quantity": 24,
                "stage": "ordered",
            },
        ),
        (
            "Eight MiG-29s were sold to India in 2004.",
            {
                "about": "mig-29",
                "is": "transfer",
                "recipient": "india",
                "quantity": 8,
                "date": "2004",
                "stage": "delivered",
            },
        ),
        ("A Su-35 crashed in 2019.", {"about": "su-35", "is": "event", "type": "lost", "date": "2019"}),
        ("The Su-35 was unveiled in 2007.", {"about": "su-35", "is": "event", "type": "shown", "date": "2007"}),
    ],
)
def test_a_fact_is_read(text: str, expected: dict[str, Any], facts: Facts) -> None:
    assert facts(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The Su-35 is not based on the MiG-29.",
        "The Su-35 does not carry the Kh-101.",
        "India never received the Su-35s.",
        "The Su-35 and the MiG-29 stood beside each other.",
    ],
)
def test_what_is_not_so_is_left_out(text: str, facts: Facts) -> None:
    assert facts(text) == []


def test_milestones_tell_satellites_from_launchers(facts: Facts) -> None:
    text = (
        "Key milestones\n\n1995 - launched first satellite (Ofeq-3) on Shavit SLV\n1998"
        " - failed launch of satellite (Ofeq-3)\n"
    )
    assert facts(text) == [
        {"about": "ofeq-3", "is": "event", "type": "launched", "date": "1995"},
        {"about": "ofeq-3", "is": "relation", "type": "launched by", "system": "shavit"},
    ]


@pytest.mark.parametrize(
    ("line", "launched"),
    [
        ("1995 - first satellite (Ofeq-3) built by a foreign firm and launched on a foreign rocket", {"ofeq-3"}),
        ("1995 - launched first of Ofeq-3 family of satellites", {"ofeq-3"}),
        ("1995 - began development of satellite launch vehicle (Shavit)", set()),
        ("1995 - placed spacecraft (Ofeq-3) in lunar orbit", set()),
        ("1995 - launched crew to space station (Ofeq-3)", set()),
    ],
)
def test_what_a_milestone_launches(line: str, launched: set[str], facts: Facts) -> None:
    found = facts(f"Key milestones\n\n{line}\n1996 - opened a museum\n")
    assert {fact["about"] for fact in found if fact.get("type") == "launched"} == launched
