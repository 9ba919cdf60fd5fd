from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.documents import Span, Statement
from tests.builders import article
from tests.growth import grows_with_its_input
from tests.webui.conftest import serve
from tests.webui.reading import find, page, text_of
from webui.passages import set_text
from webui.views.article import MAX_MARKED

TEXTS = st.text(alphabet="ab “”.\n", max_size=80)


def made(id: str, *spans: tuple[int, int]) -> Statement:
    content = tuple(Span(start, end) for start, end in spans)
    return Statement(f"a-{id}", "a", "direct", "none", content, "words")


@st.composite
def set_texts(draw: st.DrawFn) -> tuple[str, list[Statement], list[Span]]:
    text = draw(TEXTS)
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda ends: (min(ends), max(ends)))
    filled = spans.filter(lambda ends: ends[0] < ends[1])
    if not text:
        return text, [], []
    statements = [made(str(number), span) for number, span in enumerate(draw(st.lists(filled, max_size=5)))]
    found, at = [], 0
    for start, end in sorted(draw(st.lists(filled, max_size=4))):
        if start >= at:
            found.append(Span(start, end))
            at = end + 1
    return text, statements, found


@given(set_texts())
def test_no_character_is_lost_or_changed(given_text: tuple[str, list[Statement], list[Span]]) -> None:
    text, statements, found = given_text
    paragraphs = set_text(text, statements, found)
    words = "".join(run.text for paragraph in paragraphs for passage in paragraph.passages for run in passage.runs)
    assert words == text.replace("\n", "")


@given(set_texts())
def test_every_statement_can_be_linked_to_once(given_text: tuple[str, list[Statement], list[Span]]) -> None:
    text, statements, found = given_text
    paragraphs = set_text(text, statements, found)
    anchors = [one.id for paragraph in paragraphs for one in paragraph.hidden]
    anchors += [
        passage.statement.id
        for paragraph in paragraphs
        for passage in paragraph.passages
        if passage.statement and passage.is_first
    ]
    printed = [one.id for one in statements if text[one.content[0].start : one.content[-1].end].strip("\n")]
    assert len(anchors) == len(set(anchors))
    assert set(printed) <= set(anchors)


@given(set_texts())
def test_hits_are_numbered_where_they_begin(given_text: tuple[str, list[Statement], list[Span]]) -> None:
    text, statements, found = given_text
    runs = [
        run for paragraph in set_text(text, statements, found) for passage in paragraph.passages for run in passage.runs
    ]
    numbers = [run.hit for run in runs if run.hit]
    assert numbers == sorted(set(numbers))
    matched = "".join(run.text for run in runs if run.matched)
    assert matched == "".join(text[span.start : span.end] for span in found).replace("\n", "")


def test_a_statement_within_another_keeps_its_own_line() -> None:
    outer, inner = made("outer", (0, 20)), made("inner", (5, 10))
    (paragraph,) = set_text("abcdefghijklmnopqrst", (outer, inner), ())
    assert [(passage.statement and passage.statement.id, passage.is_first) for passage in paragraph.passages] == [
        ("a-outer", True),
        ("a-inner", True),
        ("a-outer", False),
    ]


def test_a_statement_over_two_paragraphs_is_noted_where_it_begins() -> None:
    said = made("x", (2, 9))
    first, second = set_text("abcd\nefghij", (said,), ())
    assert first.statements == (said,)
    assert second.statements == ()
    assert second.passages[0].statement == said
    assert not second.passages[0].is_first


def one_paragraph(size: int) -> tuple[str, list[Statement], list[Span]]:
    return "water “said” " * size, [made(str(at), (at * 13 + 6, at * 13 + 12)) for at in range(size)], every_word(size)


def many_paragraphs(size: int) -> tuple[str, list[Statement], list[Span]]:
    return "water “said”\n" * size, [made(str(at), (at * 13 + 6, at * 13 + 12)) for at in range(size)], every_word(size)


def statements_within_statements(size: int) -> tuple[str, list[Statement], list[Span]]:
    return "water “said”\n" * size, [made(str(at), (at, size * 13 - at)) for at in range(size)], every_word(size)


def every_word(size: int) -> list[Span]:
    return [Span(at * 13, at * 13 + 5) for at in range(size)]


@pytest.mark.parametrize("make", [one_paragraph, many_paragraphs, statements_within_statements])
def test_the_work_grows_with_the_text_and_no_faster(
    make: Callable[[int], tuple[str, list[Statement], list[Span]]],
) -> None:
    assert grows_with_its_input(make, lambda made: set_text(*made), 250)


def test_a_page_marks_so_many_hits_and_says_so() -> None:
    stories = [article("water " * (MAX_MARKED + more), "Rain", f"a/{more}.txt") for more in (0, 1)]
    with serve(tuple(stories)).test_client() as site:
        just, over = (page(site, f"/article/{story.id}?q=water") for story in stories)
    assert len(find(just, "mark")) == len(find(over, "mark")) == MAX_MARKED
    said = "Only the first 2,000 hits are marked."
    assert said not in text_of(just)
    assert said in text_of(over)
    assert "2,001 hits" in text_of(over)
