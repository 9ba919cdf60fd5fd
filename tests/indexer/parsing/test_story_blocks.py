"""Which blocks of a page are its story, and why the others are not."""

from __future__ import annotations

import pytest

from indexer.parsing.blocks import blocks_of
from indexer.parsing.body import Body, page_body
from indexer.parsing.outline import parse_page

STORY = (
    "The council met on Tuesday night and voted to repair the bridge before the winter, with two against.",
    "“We have waited eleven years for this,” said Mayor Maren Tolliver, who had brought a nail from the old deck.",
    "Work begins on Monday at the east bank, and the ferry will run every twenty minutes until the bridge is open.",
    "Sheriff Augustin Pell said he would post a deputy at each end, and that he had not been asked about the cost.",
)
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in STORY)


def body(inside: str, headline: str | None = None, stated: str | None = None, fast: bool = False) -> Body:
    page = f"<!doctype html><html><head><title>A page</title></head><body>{inside}</body></html>"
    return page_body(parse_page(page), headline, stated, fast)


def reason(found: Body, text: str) -> str:
    return next(line.reason for line in found.dropped if line.text == text)


def texts(inside: str) -> list[str]:
    return [block.text for block in blocks_of(parse_page(f"<html><body>{inside}</body></html>"))]


@pytest.mark.parametrize("fast", [False, True])
def test_a_story_among_furniture(fast: bool):
    inside = (
        "<nav><a href=/>Home</a> <a href=/c>City</a></nav><article><h1>Bridge to be mended</h1>"
        f"{PARAGRAPHS}</article><footer><p>Call the desk at any hour of the day or of the night.</p></footer>"
    )

    assert body(inside, "Bridge to be mended", fast=fast).text == "\n\n".join(STORY)


@pytest.mark.parametrize(
    ("furniture", "told"),
    [
        ("<div class='newsletter-box'><p>{}</p></div>", "in an element called “newsletter”"),
        ("<p class='wp-caption'>{}</p>", "in an element called “caption”"),
        ("<aside><p>{}</p></aside>", "in <aside>"),
        ("<div style='display: none'><p>{}</p></div>", "hidden"),
    ],
)
def test_what_an_element_says_of_itself(furniture: str, told: str):
    text = "Every Friday the paper tells in one letter what the council did and what the river did in the week before."
    first, *rest = (f"<p>{one}</p>" for one in STORY)

    found = body(f"<article>{first}{furniture.format(text)}{''.join(rest)}</article>")

    assert text not in found.text
    assert all(line.reason == told for line in found.dropped if line.text == text)


def test_an_element_that_holds_the_story_is_no_furniture_whatever_it_is_called():
    assert body(f"<div class='sidebar related-widget'>{PARAGRAPHS}</div>").text == "\n\n".join(STORY)


def test_paragraphs_in_boxes_of_one_class_are_the_story_too():
    inside = "".join(f"<div class='sidebar-grid'><p>{text}</p></div>" for text in STORY)

    assert body(f"<article>{inside}</article>").text == "\n\n".join(STORY)


def test_a_summary_run_together_is_a_copy_of_its_paragraphs():
    found = body(f"<div>{' '.join(STORY)}</div><article>{PARAGRAPHS}</article>")

    assert found.text == "\n\n".join(STORY)


def test_a_line_that_is_but_links_goes():
    links = "<p>DON'T MISS <a href=/a>River rises at the lower lock</a> <a href=/b>Ferry fares to double by May</a></p>"

    found = body(f"<article>{PARAGRAPHS}{links}</article>")

    assert found.text == "\n\n".join(STORY)


def test_the_json_ld_is_believed_where_the_page_has_less():
    found = body("<p>Sign in to read on.</p>", stated="\n".join(STORY))

    assert found.text == "\n\n".join(STORY)
    assert found.told.startswith("the page's own JSON-LD")


def test_every_body_says_whence_it_is():
    assert "trafilatura finds" in body(f"<article>{PARAGRAPHS}</article>").told
    assert body("<b>Bridge shut</b>").told


def test_a_date_on_its_own_line_above_the_story_is_kept_for_dating():
    found = body(f"<article><div class='share-bar'><h5>May 14, 2024</h5></div>{PARAGRAPHS}</article>")

    assert found.text == "\n\n".join(STORY)
    assert all(line.reason == "date line" for line in found.dropped if line.text == "May 14, 2024")


def test_the_cells_of_a_row_are_one_line():
    table = "<table><tr><th>Ward</th><th>Votes</th></tr><tr><td>Tannery</td><td>612</td></tr></table>"
    later = "".join(f"<p>{text.replace('bridge', 'weir').replace('the', 'that')}</p>" for text in STORY)

    found = body(f"<article>{PARAGRAPHS}{table}{later}</article>")

    assert found.text.split("\n\n")[4:6] == ["Ward | Votes", "Tannery | 612"]


@pytest.mark.parametrize(
    ("inside", "blocks"),
    [
        ("<p>One <b>bold</b>\n word.</p>", ["One bold word."]),
        ("<div>Loose<p>Held</p>tail</div>", ["Loose", "Held", "tail"]),
        ("<p>One<br><br>Two</p>", ["One", "Two"]),
        ("<p>One<br>two</p>", ["One two"]),
        (f"<div>{STORY[0]}<br>{STORY[1]}<br>Short</div>", [STORY[0], STORY[1], "Short"]),
        ("<p>Seen<script>not()</script><style>p{}</style></p><p>—</p>", ["Seen"]),
        ("<ul><li>One</li><li>Two</li></ul>", ["One", "Two"]),
    ],
)
def test_blocks(inside: str, blocks: list[str]):
    assert texts(inside) == blocks


def test_how_much_of_a_block_is_link():
    (block,) = blocks_of(parse_page("<html><body><p><a href=/a>half</a>HALF</p></body></html>"))

    assert block.linked == 0.5
