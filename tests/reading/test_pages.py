"""The article in a web page."""

from __future__ import annotations

import sys
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reported
from materiel.errors import MissingExtraError, TextError
from materiel.reading import pages
from materiel.reading.document import BlockKind
from materiel.reading.pages import MOST_ATTRIBUTES, MOST_TAGS, is_page, read_page
from materiel.reading.text import read_text

pytest.importorskip("trafilatura")

PARAGRAPH = "<p>The boat, hull No. {}, is 74 meters long and can dive to about 350 meters, the ministry said.</p>"
FULL = f"""<html><head><title>A Boat - Example News</title><link rel="canonical" href="https://example.org/boat">
<script type="application/ld+json">{{"datePublished": "2023-09-15T08:00:00+02:00"}}</script></head><body><article>
<h1>A Boat</h1><figure><img src="a.jpg"><figcaption>The boat leaves <b>the yard</b>.</figcaption></figure>
{PARAGRAPH.format(1)}<h2>What Comes Next?</h2>{PARAGRAPH.format(2)}
<table><tr><th>Property</th><th>Value</th></tr><tr><td>Length</td><td>74&nbsp;m</td></tr></table>
<ul><li>a new sonar</li><li>Six tubes</li></ul>{PARAGRAPH.format(3)}
<p>At 5 &lt; Mach &lt; 6 &mdash; or more &ndash; the caf&eacute;&rsquo;s &#x201C;boat&#8221; sank.<br>It was raised.</p>
</article></body></html>"""


def kinds(html: str) -> dict[str, str]:
    page = read_page(html)
    return {block.sentences[0].text: block.kind.value for block in read_text(page.text, page.kinds).blocks}


def test_what_a_page_says_of_itself() -> None:
    page = read_page(reported.page())
    assert page.title == reported.TITLE
    assert page.url == "https://example.org/boat"
    assert page.publisher == "Example News"
    assert page.published == "2023-09-15"


def test_what_else_a_page_may_say_of_itself() -> None:
    page = read_page(FULL)
    assert (page.title, page.url, page.published, page.publisher) == (
        "A Boat",
        "https://example.org/boat",
        "2023-09-15",
        None,
    )


@pytest.mark.parametrize("main", ["article", "main", "div"])
def test_what_stands_around_an_article_stays_behind(main: str) -> None:
    text = read_page(reported.page(main=main)).text
    for paragraph in (reported.TITLE, *reported.PARAGRAPHS):
        assert text.count(paragraph) == 1
    for other in ("cookies", "World", "Share on", "Navy buys tugs", "Privacy", "no text", "color"):
        assert other not in text


def test_kinds_of_blocks_are_those_of_the_page() -> None:
    found = kinds(FULL)
    assert found["A Boat"] == "heading"
    assert found["What Comes Next?"] == "heading"
    assert found["The boat leaves the yard."] == "caption"
    assert found["Length 74 m"] == "table row"
    assert found["Six tubes"] == "paragraph"


def test_entities_are_letters_and_lines_are_kept() -> None:
    text = read_page(FULL).text
    assert "At 5 < Mach < 6 — or more – the café’s “boat” sank.\nIt was raised." in text


def test_a_character_by_its_number_is_a_letter_or_nothing() -> None:
    references = "U&#8209;b&#x6F;at&#27; n&#00000000244;t&#xE000; &#151; &#x1F680;"
    text = read_page(FULL.replace("At 5", references)).text
    assert "U\u2011boat n\xf4t \u2014 \U0001f680 <" in text


def test_a_title_that_stands_outside_the_article_is_put_before_it() -> None:
    html = f"<html><body><div class='top'><h1>A Boat</h1></div>{PARAGRAPH.format(1) * 5}</body></html>"
    page = read_page(html)
    assert page.text.startswith("A Boat\n\n")
    assert page.kinds[0] == (0, BlockKind.heading)


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><p>",
        "<html>",
        "\n <HTML lang='en'>",
        "<?xml version='1.0'?><html>",
        "<!-- a --><body>",
        "<p>Boat</p>",
    ],
)
def test_a_page_is_known_by_its_beginning(text: str) -> None:
    assert is_page(text)


@pytest.mark.parametrize("text", ["", "The <p> tag", "<5 m long", "< p >", "<pre-war boats>", "<hr-x>", "{}"])
def test_no_page(text: str) -> None:
    assert not is_page(text)


@pytest.mark.parametrize(
    ("html", "complaint"),
    [
        ("<html><body></body></html>", "without an article"),
        ("<p>", "without an article"),
        ("", "without an article"),
        ("<html>" + "<div>" * 3000 + PARAGRAPH + "</div>" * 3000, "nested too deeply"),
        ("<html>" + "<b>" * (MOST_TAGS + 1) + "text", "tags, more than"),
        ("<html>" + "<p>" * 1_000_000, "tags, more than"),
        ("<html><p " + " ".join(f"a{number}=1" for number in range(MOST_ATTRIBUTES + 1)) + ">text</p>", "attributes"),
    ],
    ids=["empty body", "empty paragraph", "nothing", "deep", "many tags", "a million tags", "many attributes"],
)
def test_what_holds_no_article_is_refused(html: str, complaint: str) -> None:
    with pytest.raises(TextError, match=complaint):
        read_page(html)


def test_a_page_may_not_be_larger_than_so_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "LARGEST", 100)
    with pytest.raises(TextError, match="save its text"):
        read_page(FULL)


@pytest.mark.parametrize(
    "junk",
    [
        *("<" * 100_000, "< " * 50_000, "&" * 100_000, "&lt;" * 50_000, "<!--" * 10_000, "\x00\x07"),
        *("&#27;[31m", "&#x1B", "&#0;", "&#xe000;&#65535;", "&#99999999;", "&#" + "0" * 100_000, "&#x" + "f" * 100_000),
    ],
)
def test_junk_does_not_hide_the_article(junk: str) -> None:
    assert (
        "hull No. 1," in read_page(f"<html><body><article>{PARAGRAPH.format(1) * 3}{junk}</article></body></html>").text
    )


def test_moderate_depth_loses_nothing() -> None:
    inner = "<div>" * 500 + PARAGRAPH.format(2) + "</div>" * 500
    text = read_page(f"<html><body><article>{PARAGRAPH.format(1)}{inner}{PARAGRAPH.format(3)}").text
    assert all(f"hull No. {number}," in text for number in (1, 2, 3))


TAGS = "<p> </p> <div> </div> <table> <tr> <td> </td> <li> <br> <figure> <figcaption> </figure> <h1> </h1> <!-- --> <b>"
OTHER = (
    "<script>",
    "&amp;",
    "&#0;",
    "&#27;",
    "&#xD800;",
    "\ue000",
    "The boat sank. ",
    "<a href='x'>",
    "\x00",
    '<p a="',
    ">",
)
PIECES = st.sampled_from((*TAGS.split(), *OTHER))


@settings(max_examples=50)
@given(st.lists(PIECES, max_size=40).map("".join) | st.text())
def test_any_page_is_read_or_refused(html: str) -> None:
    with suppress(TextError):
        page = read_page(html)
        blocks = {block.start for block in read_text(page.text, page.kinds).blocks}
        assert all(start in blocks for start, _ in page.kinds)


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingExtraError, match=r"materiel\[html\]"):
        read_page(FULL)
