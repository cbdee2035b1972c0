"""An invented report as wire agencies write them, and copies of it that differ in what copies differ in."""

from __future__ import annotations

import textwrap

TITLE = "Testland Shows a New Submarine as Ministry Denies Delays"

PARAGRAPHS = (
    "(Example News) -- The Navy of Testland showed its newest submarine on Friday, as the ministry said that no delays "
    "were known.",
    "The boat, hull No. 12, is 74 meters long and can dive to about 350 meters, according to the ministry. It carries "
    "a crew of 52.",
    "“We are ready for the trials,” Capt. Anna Weiss told reporters. “They’ll take a year.”",
    "“Whether the boats are built or not, the yard has sent a message: that it can build them,” said R. J. Lee, an "
    "analyst at the Port Example-based Institute of Ships.",
    "Next Stop",
    "Two more boats of the 2019–2025 class are planned. The second is to be launched at 7:30 a.m. EST on Sept. 3, the "
    "shipyard said in a report.",
)

SENTENCES = (
    TITLE,
    PARAGRAPHS[0],
    "The boat, hull No. 12, is 74 meters long and can dive to about 350 meters, according to the ministry.",
    "It carries a crew of 52.",
    "“We are ready for the trials,” Capt. Anna Weiss told reporters.",
    "“They’ll take a year.”",
    PARAGRAPHS[3],
    "Next Stop",
    "Two more boats of the 2019–2025 class are planned.",
    "The second is to be launched at 7:30 a.m. EST on Sept. 3, the shipyard said in a report.",
)

NUMBERS = (
    *((1, "heading"), (2, "sentence"), (3, "sentence"), (3, "sentence"), (4, "sentence"), (4, "sentence")),
    *((5, "sentence"), (6, "heading"), (7, "sentence"), (7, "sentence")),
)
"""The paragraph and the kind of each sentence."""

FURNITURE = (
    "Most Read from Example News",
    "--With assistance from Jane Doe.",
    "(Updates with comments from the ministry in second paragraph.)",
    "©2023 Example News L.P.",
)

_PLAIN = str.maketrans({"“": '"', "”": '"', "’": "'", "–": "-"})


def clean() -> str:
    """Return the report alone."""
    return "\n\n".join((TITLE, *PARAGRAPHS))


def furnished() -> str:
    """Return the report with the furniture of a page around and between its paragraphs."""
    blurb = "  • Oops!\n    Something went wrong.\n    Please try again later."
    return "\n\n".join((TITLE, blurb, blurb, PARAGRAPHS[0], FURNITURE[0], *PARAGRAPHS[1:], *FURNITURE[1:]))


def plain() -> str:
    """Return the report with straight quotes and plain hyphens."""
    return clean().translate(_PLAIN)


def wrapped(width: int = 72, line_end: str = "\n", indent: str = "", gap: str = "\n") -> str:
    """Return the report in lines of a width. They break behind hyphens too."""
    blocks = (textwrap.fill(block, width, initial_indent=indent) for block in (TITLE, *PARAGRAPHS))
    return ("\n" + gap).join(blocks).replace("\n", line_end)


def page(*, main: str = "article") -> str:
    """Return the report as a web page."""
    inner = "".join(
        f"<h2>{block}</h2>" if block == "Next Stop" else f"<p>{block}</p>" for block in (*PARAGRAPHS, *FURNITURE)
    )
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{TITLE} | Example News</title>
<meta property="og:site_name" content="Example News"><meta property="og:url" content="https://example.org/boat">
<meta property="article:published_time" content="2023-09-15T08:00:00Z"><style>p {{ color: red }}</style></head><body>
<div class="cookie-banner"><p>We use cookies to improve your experience.</p><button>Accept all</button></div>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav></header>
<{main}><h1>{TITLE}</h1><ul class="share"><li><a href="#">Share on Facebook</a></li></ul>{inner}</{main}>
<aside><h3>Related articles</h3><ul><li><a href="/c">Navy buys tugs</a></li></ul></aside>
<footer><a href="/privacy">Privacy policy</a></footer><script>var x = "<p>no text</p>";</script></body></html>"""
