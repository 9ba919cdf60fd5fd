"""Paragraphs from blank lines, single newlines and hard-wrapped columns; every other character stays."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from indexer.parsing.paragraphs import join_paragraphs, split_lines
from indexer.parsing.text import parse_text

FIRST = (
    "The snow was still two feet deep on the Grange lawn when the line formed on Saturday, and somebody had dug it "
    "a trench. Four hundred and ten people over 70 had their first vaccination in the hall between nine and four."
)
SECOND = (
    "It was the third of the county's clinics and the first to which people brought pie. The next clinic is at Port "
    "Ellery, in the ferry shed, once the heat is back on, and nobody is to bring anything with meringue on it."
)
TEXT = f"{FIRST}\n\n{SECOND}"


def joined(text: str) -> str:
    return join_paragraphs(split_lines(text))


def test_blank_lines_part_paragraphs():
    assert joined(TEXT) == TEXT


def test_single_newlines_part_paragraphs():
    assert joined(f"{FIRST}\n{SECOND}\n") == TEXT


def test_windows_and_old_mac_newlines():
    assert joined(TEXT.replace("\n", "\r\n")) == joined(TEXT.replace("\n", "\r")) == TEXT


def test_more_blank_lines_are_one():
    assert joined(f"\n\n{FIRST}\n \n\t\n\n{SECOND}\n\n\n") == TEXT


def test_a_hard_wrap_newline_is_a_space():
    wrapped = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in (FIRST, SECOND))

    assert joined(wrapped) == TEXT


def test_hard_wrapped_paragraphs_without_blank_lines():
    wrapped = "\n".join(textwrap.fill(paragraph, 60) for paragraph in (FIRST, SECOND))

    assert joined(wrapped) == TEXT


def ragged(paragraph: str) -> str:
    lines: list[str] = []
    while paragraph:
        lines.append(textwrap.wrap(paragraph, (67, 77, 85)[len(lines) % 3])[0])
        paragraph = paragraph[len(lines[-1]) + 1 :]
    return "\n".join(lines)


def test_columns_without_an_even_edge_whose_lines_begin_within_sentences():
    assert joined("\n\n".join(map(ragged, (FIRST, SECOND) * 3))) == "\n\n".join([TEXT] * 3)


def test_columns_without_an_even_edge_below_the_short_lines_of_a_letterhead():
    head = "March 3, 2021\nContact: Ilse Varga\nCounty Clerk\n555-0143 (Office)\nvarga@example.org\nPie at the hall"

    text = joined(f"{head}\n" + "\n\n".join(map(ragged, (FIRST, SECOND) * 2)))

    assert text == head.replace("\n", "\n\n") + f"\n\n{TEXT}\n\n{TEXT}"


def test_short_lines_that_go_on_within_a_sentence_are_no_columns():
    pieces = "Those who come\nto the hall\nfor the third clinic\nare asked to park\nby the shed\nand walk from there."

    assert joined(pieces) == pieces.replace("\n", "\n\n")


def test_hard_wrapped_paragraphs_with_indents():
    wrapped = "\n".join(textwrap.fill(paragraph, 72, initial_indent="    ") for paragraph in (FIRST, SECOND))

    assert joined(wrapped) == TEXT


def test_a_short_first_line_whose_place_and_day_were_cut_off():
    wire = (
        "Rill Mills Inc said its\n"
        "Ellery subsidiary had bought the ferry shed from the county,\n"
        "which wants to heat it no longer.\n"
        "    The price was not told.\n"
        "    The shed, built in 1911, is the last of three, said\n"
        "Rill's chairman, on the last evening of the fair.\n"
    )

    assert joined(wire).split("\n\n") == [
        "Rill Mills Inc said its Ellery subsidiary had bought the ferry shed from the county, which wants to heat it "
        "no longer.",
        "The price was not told.",
        "The shed, built in 1911, is the last of three, said Rill's chairman, on the last evening of the fair.",
    ]


def test_a_short_first_line_of_a_single_paragraph():
    wire = (
        "Rill Mills Inc said it has\n"
        "bought the ferry shed from the county, which wants to heat\n"
        "it no longer and has asked for an offer since the day that\n"
        "the pie was left there.\n"
        " END\n"
    )

    assert joined(wire).split("\n\n") == [
        "Rill Mills Inc said it has bought the ferry shed from the county, which wants to heat it no longer and has "
        "asked for an offer since the day that the pie was left there.",
        "END",
    ]


def test_a_heading_above_indented_paragraphs_keeps_its_line():
    wrapped = "\n".join(textwrap.fill(paragraph, 72, initial_indent="    ") for paragraph in (FIRST, SECOND))

    assert joined(f"Pie at the clinics\n{wrapped}") == f"Pie at the clinics\n\n{TEXT}"


def test_letters_keep_the_lines_of_their_signatures():
    assert joined("I drove home certain of it.\n\nPatience Orr\nFenwick Mills").endswith("Orr\n\nFenwick Mills")


def test_other_characters_stay():
    odd = "He paid 5\u00a0000 “francs”,  twice\tover\u2009— e\u0301t\u0301e\u0301 \u202bאב\u202c."

    assert joined(odd) == odd


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=400))
def test_joining_loses_nothing_but_white_space(text: str):
    assert "".join(joined(text).split()) == "".join(text.split())


@given(st.text(min_size=1, max_size=300).filter(lambda text: any(map(str.isalnum, text))))
def test_any_text_is_read(text: str):
    (article,) = parse_text(text)

    assert article.text
    assert article.headline
