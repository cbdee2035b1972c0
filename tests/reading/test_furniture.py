"""Page furniture is told from an article's own sentences."""

from __future__ import annotations

import pytest

from materiel.reading.furniture import furniture_rule
from materiel.text.canonical import canonical

FURNITURE = {
    "Oops! Something went wrong.": "fault",
    "• Oops! Something went wrong. Please try again later.": "fault",
    "Please try again later.": "fault",
    "Most Read from Example News": "most read",
    "MOST POPULAR": "pointer",
    "--With assistance from Jane Doe.": "assistance",
    "—With assistance from Jane Doe and John Roe": "assistance",
    "(Updates with comments from the ministry in second paragraph.)": "update note",
    "(Adds details)": "update note",
    "©2023 Example News L.P.": "copyright",
    "Copyright 2023 The Example Press. All rights reserved.": "copyright",
    "(c) 2023 Example News": "copyright",
    "This material may not be published, broadcast or rewritten.": "copyright",
    "The Example Press. All rights reserved.": "copyright",
    "Sign up for our daily newsletter.": "subscription",
    "Join our Telegram channel": "subscription",
    "Follow Example News on Facebook": "subscription",
    "Click here to read on": "subscription",
    "We use cookies to improve your experience.": "cookies",
    "By clicking Accept you agree to our use of cookies.": "cookies",
    "Accept all": "cookies",
    "Read more: A Boat Is Launched": "pointer",
    "ALSO READ | A Boat Is Launched": "pointer",
    "Related articles": "pointer",
    "Читайте также: спущена лодка": "pointer",
    "相关阅读：潜艇下水": "pointer",
    "Share": "share",
    "Share on Facebook": "share",
    "Advertisement": "advertisement",
    "Story continues below": "advertisement",
    "Home | Contact us | Privacy policy": "navigation",
    "To contact the reporter on this story: Jane Doe at jane@example.org": "contact",
    "This story was originally published in 2019.": "origin note",
    "Updated Sept. 15, 2023 at 4:15 p.m.": "time stamp",
    "Fri, September 15, 2023 at 4:15 AM": "time stamp",
    "September 15, 2023": "time stamp",
    "3 min read": "time stamp",
    "jane@example.org": "address",
    "https://example.org/boat": "address",
    "(Reporting by Jane Doe and John Roe; Editing by R. J. Lee)": "reporters",
    "Additional reporting by Jane Doe": "reporters",
    "Jane Doe contributed to this report.": "contribution",
    "Photographer: Jane Doe/Example Images": "picture credit",
    "Jane Doe/Getty Images": "picture credit",
    "U.S. Navy photo by Mass Communication Specialist 2nd Class Jane Doe": "picture credit",
    "* * *": "separator",
    "무단 전재 및 재배포 금지": "reprint note",
}

ARTICLE = [
    "Most Read from the list of the ministry, which was published on Friday, are the reports on boats.",
    "Reporting by the ministry suggests that the boat was late.",
    "Share prices of the yard fell.",
    "More than 40 were built.",
    "More: the ministry has asked for six of them, and the yard will build them all until 2030.".replace(
        "More:", "Moreover,"
    ),
    "This story is not over, the minister said.",
    "We won the contract, the yard said.",
    "Sign of the times: a boat without a crew.",
    "Join the Navy, the minister said.",
    "Copyright law has nothing to do with it.",
    "Sept. 15, 2023, the boat was launched.",
    "September 15, 2023 was the day. It rained.",
    "(The ministry declined to comment.)",
    "(Corrected figures were published later.)",
    "In Port Example: a new boat",
    "Next Stop",
    "Photo: A boat leaves the yard.",
    "By the Numbers",
    "“Oops,” the minister said.",
    "The video of the launch was shown.",
    "Please try the new boat, he said.",
    "Read aloud, the report said nothing.",
    "Please note that the boat is late.",
]


@pytest.mark.parametrize(("text", "rule"), FURNITURE.items(), ids=list(FURNITURE))
def test_furniture(text: str, rule: str) -> None:
    assert furniture_rule(canonical(text)) == rule


@pytest.mark.parametrize("text", ARTICLE)
def test_the_articles_own(text: str) -> None:
    assert furniture_rule(canonical(text)) is None


@pytest.mark.parametrize("byline", ["By Jane Doe", "By JANE DOE and John Roe, Example News", "Story by Sgt. Jane Doe"])
def test_a_byline_stands_before_the_article(byline: str) -> None:
    assert furniture_rule(byline, head=True) == "byline"
    assert furniture_rule(byline) is None


def test_what_is_long_is_never_furniture() -> None:
    assert furniture_rule("Copyright 2023 The Example Press. " * 20) is None
