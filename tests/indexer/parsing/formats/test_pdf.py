"""PDF clippings: headline by size, paragraphs by leading and indent, hyphens mended; a scan is not guessed at."""

from __future__ import annotations

import pytest

from indexer.parsing import ParsedArticle, Unreadable
from indexer.parsing.registry import parse_file
from tests.indexer.parsing.formats.pdfs import Placed, pdf

HEAD: list[Placed] = [
    (72, 720, 22, "Council will mend the"),
    (72, 694, 22, "Sable Creek bridge"),
    (72, 670, 9, "By Paula Quist"),
    (72, 656, 9, "May 14, 2024"),
]
COLUMNS: list[Placed] = [
    (82, 630, 10, "FENWICK MILLS — The council voted on Tues-"),
    (72, 618, 10, "day to mend the bridge, which has been closed"),
    (72, 606, 10, "since the well-known flood."),
    (82, 594, 10, "“It is a bridge,” said Mayor Maren Tolliver, “and"),
    (72, 582, 10, "it should cross something.”"),
    (320, 630, 10, "The vote was 6-1. Dorsey Pell, who voted no,"),
    (310, 618, 10, "said the money would be better spent on pipes."),
]


def read(data: bytes) -> ParsedArticle:
    (article,) = parse_file("clipping.pdf", data)
    return article


def test_a_clipping_of_two_columns() -> None:
    found = read(pdf([HEAD + COLUMNS]))
    assert found.headline == "Council will mend the Sable Creek bridge"
    assert found.bylines == ("Paula Quist",)
    assert found.text.split("\n\n") == [
        "FENWICK MILLS — The council voted on Tuesday to mend the bridge, which has been closed since the well-known "
        "flood.",
        "“It is a bridge,” said Mayor Maren Tolliver, “and it should cross something.”",
        "The vote was 6-1. Dorsey Pell, who voted no, said the money would be better spent on pipes.",
    ]
    assert [(date.text, date.role) for date in found.dates if date.role == "published"] == [
        ("May 14, 2024", "published")
    ]


def test_the_day_on_which_the_file_was_made_is_a_bound() -> None:
    found = read(pdf([HEAD + COLUMNS], created="D:20240801093000-05'00'"))
    assert [(date.text, date.role) for date in found.dates if date.evidence == "captured"] == [("2024-08-01", "bound")]


def test_a_paragraph_runs_on_over_a_page() -> None:
    first: list[Placed] = [
        (72, 700 - 12 * row, 10, f"This is line {row} of a long story that goes on") for row in range(40)
    ]
    last: list[Placed] = [(72, 700, 10, "until it ends here.")]
    text = read(pdf([first, last])).text
    assert text.endswith("line 39 of a long story that goes on until it ends here.")
    assert "\n\n" not in text


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages: list[list[Placed]] = [
        [
            (72, 760, 8, "The Ellery Ledger"),
            (72, 700, 10, f"Paragraph {page} of this story is short and ends with a full stop, as it should."),
            (300, 40, 8, f"Page {page} of 4"),
        ]
        for page in range(1, 5)
    ]
    text = read(pdf(pages)).text
    assert "Ledger" not in text
    assert "Page" not in text
    assert all(f"Paragraph {page}" in text for page in range(1, 5))


def test_a_hyphen_that_the_clipping_writes_elsewhere_stays() -> None:
    lines: list[Placed] = [
        (72, 700, 10, "The well-known bridge was closed again, and the well-"),
        (72, 688, 10, "known detour was opened in its stead for the sum-"),
        (72, 676, 10, "mer."),
    ]
    assert read(pdf([lines])).text == (
        "The well-known bridge was closed again, and the well-known detour was opened in its stead for the summer."
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pdf([[]]), "scanned, no text"),
        (pdf([[(72, 700, 10, "12")]]), "scanned, no text"),
        (pdf([[(72, 700, 10, "x")]] * 301), "more than a clipping has"),
        (b"%PDF-1.7\n" + b"\x00\xff" * 400, "a damaged PDF"),
        (pdf([HEAD])[:200], "a damaged PDF"),
        (
            pdf([HEAD], extra=b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (" + b"o" * 32 + b") /U (" + b"u" * 32
                + b") /P -4 >> /ID [(a) (a)]"),
            "an encrypted PDF",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        parse_file("clipping.pdf", data)
