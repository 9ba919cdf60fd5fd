"""Pages nested deeper than parsers go: their text is kept, and the time they take grows with their size."""

from __future__ import annotations

import pytest

from indexer.parsing.flattening import DEEPEST, flattened
from indexer.parsing.html import parse_html
from tests.growth import grows_with_its_input

STORY = "<p>The council voted on Monday to build the bridge after all, said the mayor, and nobody objected to it.</p>"
MORE = (
    "<p>Work on it begins in the spring, the county engineer told the members, if the river lets it begin at all.</p>"
)


def page(opening: str, closing: str, depth: int) -> str:
    head = "<html><head><title>Deep page</title></head><body><h1>Deep page</h1>"
    return f"{head}{opening * depth}{STORY}{MORE}{closing * depth}</body></html>"


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<div>", "</div>"),
        ("<div class='a'><span>", "</span></div>"),
        ("<b>", ""),
        ("<table><tr><td>", "</td></tr></table>"),
        ("<ul><li>", "</li></ul>"),
        ("<blockquote>", ""),
    ],
)
@pytest.mark.parametrize("depth", [300, 20_000])
def test_the_text_of_a_page_that_is_nested_too_deeply_is_read(opening: str, closing: str, depth: int) -> None:
    (article,) = parse_html(page(opening, closing, depth))
    assert article.headline == "Deep page"
    assert "nobody objected to it." in article.text
    assert "if the river lets it begin at all." in article.text


def test_what_stands_in_blocks_of_its_own_stays_apart() -> None:
    deep = page("<div>", "</div>", 300).replace("<p>", "<div>").replace("</p>", "</div>")
    (article,) = parse_html(deep)
    assert article.text.split("\n\n") == [STORY[3:-4], MORE[3:-4]]


def test_what_is_not_too_deep_stays_as_it_is() -> None:
    shallow = page("<div>", "</div>", DEEPEST - 5)
    assert flattened(shallow) == shallow
    assert "<script>'<div>'</script>" in flattened(
        page("<div>", "</div>", 300).replace("<h1>", "<script>'<div>'</script><h1>")
    )


@pytest.mark.parametrize("piece", ["<div>", "</div>", "<!--", "<script>", '<div a="', "<", "<div><p>x</div>"])
def test_the_time_grows_with_the_page(piece: str) -> None:
    assert grows_with_its_input(lambda size: piece * size, flattened, 2_000)
