"""Which lines of a text belong together, and what they are."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from materiel.reading.blocks import is_table_row, kind_of, line_blocks, marker
from materiel.reading.document import BlockKind
from materiel.reading.text import read_text

LONG = (
    "The ministry said on Friday that the new boat had been launched, and that two more of them would follow in the "
    "spring, according to a report that was published by the shipyard."
)
OTHER = (
    "It did not say what they would cost, or when the first of them would be handed over to the navy, which has asked "
    "for six of them in all."
)


def blocks(text: str) -> list[str]:
    return ["".join(text[start:end] for start, end in parts) for parts in line_blocks(text)]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\n \t\n", "\n\n\n"])
def test_long_lines_are_paragraphs(gap: str) -> None:
    assert blocks(f"{LONG}{gap}{OTHER}") == [LONG, OTHER]


@pytest.mark.parametrize("width", [50, 72, 100])
def test_wrapped_lines_are_put_together(width: int) -> None:
    wrapped = [textwrap.fill(text, width) for text in (LONG, OTHER, LONG)]
    assert blocks("\n\n".join(wrapped)) == wrapped


def test_lines_of_a_list_of_names_stay_apart() -> None:
    names = [
        "The Northern Star is in Port Example",
        "The Southern Star",
        "The Red Star is in the yard",
        "The Pole Star",
    ]
    assert blocks("\n".join(names)) == names


def test_a_line_that_begins_in_lower_case_goes_on() -> None:
    assert len(blocks(f"{LONG} The Navy\nof Testland agreed.")) == 1


def test_an_indent_begins_a_paragraph() -> None:
    wrapped = [textwrap.fill(text, 60, initial_indent="   ") for text in (LONG, OTHER)]
    assert len(blocks("\n".join(wrapped))) == 2


def test_a_line_may_break_behind_a_hyphen() -> None:
    wrapped = "The ministry of defence of Testland has said that the MiG-\n29 fighters have been handed over at last."
    assert blocks(wrapped) == [wrapped.replace("\n", "")]


@pytest.mark.parametrize("behind", ["and post-war boats of the fleet", "or post-war boats of the fleet"])
def test_a_hyphen_that_waits_for_another_word_joins_nothing(behind: str) -> None:
    (parts,) = line_blocks(f"The ministry of defence of Testland has said that the pre-\n{behind}")
    assert len(parts) == 1


@pytest.mark.parametrize("mark", ["•", "-", "*", "–", "1.", "2)", "a."])
def test_items_stay_apart(mark: str) -> None:
    assert blocks(f"{mark} the first item\n{mark} the second item") == [
        f"{mark} the first item",
        f"{mark} the second item",
    ]
    assert marker(f"{mark} the first item") == len(mark) + 1


@pytest.mark.parametrize(
    "text", ["The first", "-5 degrees", "1.5 tons", "U.S. officials", "A boat", "2019 was bad", "a b"]
)
def test_no_item(text: str) -> None:
    assert marker(text) == 0


@pytest.mark.parametrize(
    "text", ["Crew\t52", "Crew | 52", "Crew    52", "| Crew | 52 |", "Crew | 52 | men", "• Crew\t52"]
)
def test_columns(text: str) -> None:
    assert is_table_row(text)


@pytest.mark.parametrize(
    "text",
    ["The crew is 52.", "Crew: 52", "He said so.  She did not.", "•\tA crew of 52", "a|b", "Read | Share.", LONG],
)
def test_no_columns(text: str) -> None:
    assert not is_table_row(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Next Stop", BlockKind.heading),
        ("Ministry Denies “Delays”", BlockKind.heading),
        ("2. Background", BlockKind.heading),
        ("Specifications:", BlockKind.heading),
        ("Дальность и скорость", BlockKind.heading),
        ("It sailed.", BlockKind.paragraph),
        ("It has the following parts, and all of them are new:", BlockKind.paragraph),
        ("and then it sailed", BlockKind.paragraph),
        ("What comes next?", BlockKind.paragraph),
        ("• A new sonar", BlockKind.table_row),
        ("• A new sonar is built.", BlockKind.paragraph),
        ("1998 - launched a satellite", BlockKind.table_row),
        ("12 - 15", BlockKind.paragraph),
        (LONG, BlockKind.paragraph),
        ("Photo: A boat leaves the yard.", BlockKind.caption),
        ("FILE - A boat leaves the yard in 2019.", BlockKind.caption),
        ("Figure 3. The boat", BlockKind.caption),
        ("A boat leaves the yard. (Testland Navy photo by Jane Doe)", BlockKind.caption),
        ("Above, the gun of the boat. Courtesy of the Testland Navy.", BlockKind.caption),
        ("На фото: лодка", BlockKind.caption),
    ],
)
def test_kind(text: str, kind: BlockKind) -> None:
    assert kind_of(text.replace("“", '"').replace("”", '"'), first=False) is kind


def test_several_lines_without_a_full_stop_are_a_list() -> None:
    kinds = [
        block.kind for block in read_text(f"For Children\n\nTank rides\nCockpit of a jet\nA film\n\n{LONG}").blocks
    ]
    assert kinds == ["heading", "table row", "table row", "table row", "paragraph"]


def test_a_line_that_ends_with_a_link_word_goes_on() -> None:
    assert len(blocks(f"{LONG[:-1]} in\nTestland.")) == 1


@pytest.mark.parametrize("text", ["note 2: the yard agreed", "1998 - launched it"])
def test_a_labelled_line_begins_a_block(text: str) -> None:
    assert len(blocks(f"{LONG[:-1]}\n{text}")) == 2


def test_a_caption_ends_with_who_made_the_picture() -> None:
    (sentence,) = read_text("Photo: A boat leaves the yard. (Navy photo by J. Doe)").sentences
    assert sentence.kind == "caption"


@pytest.mark.parametrize("title", ["What Comes Next?", "Boats Go!", "Minister Visits the U.S."])
def test_a_title_may_end_as_a_sentence_does(title: str) -> None:
    kinds = [block.kind for block in read_text(f"{title}\n\n{LONG}\n\n{title}\n\n{OTHER}").blocks]
    assert kinds == ["heading", "paragraph", "paragraph", "paragraph"]


def test_a_row_of_a_table_is_one_sentence() -> None:
    (sentence,) = read_text("No. 12\tSunk. Raised. Sold.\tYes").sentences
    assert sentence.kind == "table row"


@given(st.text(st.sampled_from("ab1.-• \t\n\r\u2028|(")))
def test_all_that_is_no_space_is_in_one_block(text: str) -> None:
    parts = [part for block in line_blocks(text) for part in block]
    assert parts == sorted(parts)
    borders = [0, *(place for part in parts for place in part), len(text)]
    assert not "".join(text[start:end] for start, end in zip(borders[::2], borders[1::2], strict=True)).strip()
