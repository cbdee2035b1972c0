"""The rule of adoption: agreement of publishers, then kind of source, then date; and its reason in words."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from materiel.seeds.adoption import Candidate, agree, choose

NEWS, MAKER = "news article", "maker's publication"


def claim(name: str, value: float | None = None, **keys: Any) -> Candidate:
    base: dict[str, Any] = {
        "id": name,
        "value": str(value),
        "low": value,
        "high": value,
        "slack": 0.05,
        "earliest": None,
        "latest": None,
        "bound": None,
        "origin": name,
        "source_kind": NEWS,
        "when": "2020",
    }
    return Candidate(**{**base, **keys})


def period(name: str, earliest: str, latest: str, **keys: Any) -> Candidate:
    found = claim(name, **{"earliest": earliest, "latest": latest, "slack": None, **keys})
    return found._replace(value=f"{earliest}/{latest}")


def chosen(*claims: Candidate, pins: dict[str, str] | None = None) -> tuple[str, str]:
    choice = choose(list(claims), pins or {})
    assert choice is not None
    return choice.candidate.id, choice.reason


def test_nothing_is_chosen_from_nothing() -> None:
    assert choose([], {}) is None


def test_a_lone_claim_is_chosen() -> None:
    assert chosen(claim("a", 10))[0] == "a"


def test_the_value_on_which_more_publishers_agree_is_chosen() -> None:
    name, reason = chosen(claim("a", 10), claim("b", 10), claim("c", 12, source_kind=MAKER))
    assert name in ("a", "b")
    assert "2 independent publishers agree" in reason


def test_one_publisher_that_says_it_often_is_one_voice() -> None:
    name, _ = chosen(claim("a", 10, origin="x"), claim("b", 10, origin="x"), claim("c", 12, source_kind=MAKER))
    assert name == "c"


def test_among_equals_the_better_kind_of_source_is_chosen() -> None:
    name, reason = chosen(claim("a", 10), claim("b", 12, source_kind=MAKER))
    assert name == "b"
    assert "maker" in reason


def test_among_equals_of_one_kind_the_newest_is_chosen() -> None:
    name, reason = chosen(claim("a", 10, when="2019"), claim("b", 12, when="2021"))
    assert name == "b"
    assert "newest" in reason


def test_a_figure_goes_before_a_bound() -> None:
    bounds = [claim(n, 10, high=None, bound="at least", source_kind=MAKER) for n in ("b", "c")]
    assert chosen(claim("a", 12), *bounds)[0] == "a"


def test_of_claims_that_agree_the_most_exact_is_taken() -> None:
    assert chosen(claim("a", 18.2, slack=0.05), claim("b", 18.18, slack=0.005))[0] == "b"


def test_a_vague_date_supports_an_exact_one_and_gives_way_to_it() -> None:
    decade = period("a", "1980-01-01", "1989-12-31", source_kind=MAKER)
    year = period("b", "1983-01-01", "1983-12-31")
    other = period("c", "1991-01-01", "1991-12-31", source_kind=MAKER)
    assert chosen(decade, year, other)[0] == "b"


def test_a_range_gives_way_to_a_figure_inside_it() -> None:
    assert chosen(claim("a", 20, high=40.0, source_kind=MAKER), claim("b", 30))[0] == "b"


def test_a_pin_goes_before_everything_and_gives_its_reason() -> None:
    assert chosen(claim("a", 10), claim("b", 10), claim("c", 12), pins={"c": "measured"}) == (
        "c",
        "chosen by an editor: measured",
    )


def test_words_agree_whatever_their_case() -> None:
    words = {"low": None, "high": None, "slack": None}
    one, other = (claim(name, **words)._replace(value=value) for name, value in (("a", "Biplane"), ("b", "biplane")))
    assert agree(one, other)


numbers = st.floats(min_value=1, max_value=1000, allow_nan=False)
candidates = st.lists(
    st.builds(
        claim,
        st.uuids().map(str),
        numbers,
        origin=st.sampled_from("pqr"),
        source_kind=st.sampled_from([NEWS, MAKER]),
        when=st.sampled_from(["2001", "2002"]),
        bound=st.sampled_from([None, "at least"]),
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda found: found.id,
)


@given(candidates, st.randoms(use_true_random=False))
def test_the_order_of_claims_never_matters(claims: list[Candidate], random: Any) -> None:
    shuffled = claims.copy()
    random.shuffle(shuffled)
    assert choose(shuffled, {}) == choose(claims, {})


@given(candidates)
def test_agreement_is_mutual(claims: list[Candidate]) -> None:
    assert all(agree(a, b) == agree(b, a) for a in claims for b in claims)
