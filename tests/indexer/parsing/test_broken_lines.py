"""Sentences that a saved page has broken at its links."""

from __future__ import annotations

import pytest

from indexer.parsing.broken_lines import mend_lines
from indexer.parsing.text import parse_text

_REST = "told the council on Tuesday that the levee at Rill will hold for another winter, whatever the river brings."


@pytest.mark.parametrize(
    ("lines", "mended"),
    [
        (["Ann Roy", f"{_REST}"], [f"Ann Roy {_REST}"]),
        (["Travis County Sheriff", "Ann Roy", _REST], [f"Travis County Sheriff Ann Roy {_REST}"]),
        (["The", "Levee Unit", "of the county was told that it has to dig on."],
         ["The Levee Unit of the county was told that it has to dig on."]),
        (["The new levee was praised on Tuesday by the", "Rill Ledger", ", a weekly."],
         ["The new levee was praised on Tuesday by the Rill Ledger, a weekly."]),
        (["Ann Roy spoke for an hour on Monday.", "Tom Hale", f"{_REST}"],
         ["Ann Roy spoke for an hour on Monday.", f"Tom Hale {_REST}"]),
    ],
)  # fmt: skip
def test_the_pieces_of_a_sentence_are_one_line(lines: list[str], mended: list[str]) -> None:
    assert mend_lines(lines) == mended


@pytest.mark.parametrize(
    "lines",
    [
        ["Levee Will Hold Another Winter", "by Ann Roy"],
        ["LEVEE WILL HOLD ANOTHER WINTER", _REST],
        ["Flour and eggs", "milk", "two pears"],
        ["Home", "News", "Ann Roy told the council on Tuesday that the levee will hold for another winter."],
        ["Tom Hale", "hale@ledger.example wrote this story and would like to hear of the levee from you."],
        ["headline: Levee", "date: 2020-06-01"],
        ["Sheriff", "Ann Roy", "Travis County"],
    ],
)
def test_lines_that_are_no_pieces_stay(lines: list[str]) -> None:
    assert mend_lines(lines) == lines


def test_a_hard_wrapped_text_is_left_to_its_columns() -> None:
    wrapped = ["The levee at Rill will hold for another winter, whatever the river", "brings, said Ann Roy, who has"]
    wrapped.append("walked it every morning for thirty years and knows each stone of it")
    assert mend_lines(wrapped) == wrapped


def test_the_name_that_a_story_begins_with_is_no_menu() -> None:
    lines = ["Levee Will Hold - Rill Ledger", "Skip to content", "Levee Will Hold", "County Sheriff", "Ann Roy", _REST]
    parsed = parse_text("\n".join(lines))[0]
    assert parsed.text == f"County Sheriff Ann Roy {_REST}"
