"""What grows, as a table and as a drawing that says in words what it shows."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from benchmarks.growth import Grown, curves, growth_table
from benchmarks.measure import Built, Cold
from benchmarks.pages import PERFORMANCE, has_section, with_section
from benchmarks.plot import Curve, draw

SVG = "{http://www.w3.org/2000/svg}"
GROWN = [
    Grown(
        2_000, Built(2.0, 3.0, 20 << 20, 100 << 20, 0.5), (1.0, 2.0, 9.0), (3.0, 4.0, 5.0), Cold(9.0, 50.0, 40 << 20)
    ),
    Grown(
        20_000, Built(20.0, 30.0, 200 << 20, 150 << 20, 0.7), (2.0, 3.0, 8.0), (6.0, 7.0, 8.0), Cold(9.0, 60.0, None)
    ),
]


def test_a_table_has_a_column_for_each_size() -> None:
    lines = growth_table(GROWN).splitlines()

    assert lines[0] == "| articles | 2,000 | 20,000 |"
    assert "| indexing: articles per CPU s | 1000 | 1000 |" in lines
    assert "| whole page: median, ms | 2.00 | 3.00 |" in lines
    assert "| page of statements: median, ms | 4.00 | 7.00 |" in lines


def test_a_drawing_says_in_words_what_it_shows() -> None:
    drawing = ElementTree.fromstring(draw("What grows", curves(GROWN)))

    assert drawing.get("role") == "img"
    assert drawing.get("aria-labelledby") == "title description"
    assert drawing.findtext(f"{SVG}title") == "What grows"
    assert "2.00 at 2,000 articles, 3.00 at 20,000 articles" in str(drawing.findtext(f"{SVG}desc"))


def test_points_lie_where_their_values_are() -> None:
    drawing = ElementTree.fromstring(draw("x", [Curve("a & b", {1_000: 0.0, 10_000: 5.0, 100_000: 10.0})]))

    points = [(float(one.get("cx", "")), float(one.get("cy", ""))) for one in drawing.iter(f"{SVG}circle")]
    (x0, y0), (x1, y1), (x2, y2) = points
    assert x1 - x0 == pytest.approx(x2 - x1, abs=0.2)
    assert y0 - y1 == pytest.approx(y1 - y2, abs=0.2)
    assert y2 < y0


def test_a_section_is_replaced_and_all_around_it_stays() -> None:
    page = "a\n<!-- one -->\n\nold\n\n<!-- end of one -->\nb\n"

    assert with_section(page, "one", "new\n") == "a\n<!-- one -->\n\nnew\n\n<!-- end of one -->\nb\n"
    with pytest.raises(ValueError, match="no section “two”"):
        with_section(page, "two", "new")


def test_the_page_of_performance_has_the_sections_that_are_written() -> None:
    page = PERFORMANCE.read_text("utf-8")

    for name in ("20000 articles", "100000 articles", "growth", "serving", "hostile"):
        assert has_section(PERFORMANCE, name)
        assert "new" in with_section(page, name, "new")
