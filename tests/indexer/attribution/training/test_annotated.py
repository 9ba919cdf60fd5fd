"""Annotated stories: what their marks say, and what is wrong with statements that are not in order."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.attribution.training.annotated import AnnotatedStory, parse_story, read_stories
from indexer.attribution.training.story_marks import AnnotationError
from search.documents import Span

HEADER = "style: tv\noutlet: KQEL\nheadline: Council puts off vote\n\n"


def story(text: str) -> AnnotatedStory:
    return parse_story(HEADER + text, "tv-fenwick-bridge")


def rows(text: str) -> list[tuple[str | None, str | None, str, str | None]]:
    read = story(text)
    return [
        (
            read.words(statement.source),
            read.words(statement.cue),
            " … ".join(read.words(span) or "" for span in statement.content),
            statement.speaker,
        )
        for statement in read.statements
    ]


def test_header_and_text_without_marks() -> None:
    read = story("MILLS — {1:“We will,”} {1s=Ann Bell:Mayor Ann Bell} {1c:said} {2s=-:She} {2c:left} {2:it}.\n\nEnd.\n")
    assert (read.name, read.style, read.outlet) == ("tv-fenwick-bridge", "tv", "KQEL")
    assert read.headline == "Council puts off vote"
    assert read.text == "MILLS — “We will,” Mayor Ann Bell said She left it.\n\nEnd."


def test_shared_marks_and_statements_within_statements() -> None:
    text = "{1,2s=Ann Bell:Bell} {1c:said} {1:the board {3c:says} {3:it is safe}} and {2c:told} Ann {2:to wait}."
    assert rows(text) == [
        ("Bell", "said", "the board says it is safe", "Ann Bell"),
        ("Bell", "told", "to wait", "Ann Bell"),
        (None, "says", "it is safe", None),
    ]


def test_statements_within_statements_are_kept_but_not_learnt_from() -> None:
    read = story("{1s=Ann Bell:Ann Bell} {1c:said} {1:the board {2c:says} {2:it is safe}}.")
    assert [statement.is_nested for statement in read.statements] == [False, True]
    assert [statement.number for statement in read.outermost()] == [1]
    assert len(read.gold().statements) == 1


def test_content_in_pieces_over_paragraphs() -> None:
    text = "{1:“One,”} {1s=Ann Bell:she} {1c:said}. {1:“Two.}\n\n{1:“Three.”} Ann Bell left."
    assert rows(text) == [("she", "said", "“One,” … “Two. … “Three.”", "Ann Bell")]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("{1:“It is safe,”}", "direct"),
        ('{1:"It is safe,"}', "direct"),
        ("{1:that the old bridge is “safe enough”}", "mixed"),
        ("{1:that the old bridge is safe}", "indirect"),
        ("{1v:It is safe.}", "direct"),
    ],
)
def test_kind_by_the_share_of_quoted_letters(content: str, kind: str) -> None:
    assert story(content + " {1c:said} {1s=-:a clerk}").statements[0].kind == kind


@pytest.mark.parametrize(
    ("source", "how"),
    [
        ("{1s=Ann Bell:Mayor Bell}", "named"),
        ("{1s=Ann Bell:She}", "pronoun"),
        ("{1s=Ann Bell:the mayor}", "nominal"),
        ("{1s=Ann Bell:AB}", "named"),
        ("{1s=Ann Bell:BELL}", "named"),
        ("{1s=Trey McAdoo:McADOO}", "named"),
        ("{1s=Ann Bell:the bell}", "nominal"),
        ("{1s=-:a spokesman for Bell}", "nominal"),
        ("", "none"),
    ],
)
def test_how_the_source_tells_who_speaks(source: str, how: str) -> None:
    assert story("Ann Bell and Trey McAdoo came. " + source + " {1c:said} {1:no}").statements[0].speaker_how == how


def test_gold_article() -> None:
    gold = story("{1s=Ann Bell:Ann Bell} {1c:said} {1:no}.").gold()
    assert gold.text == "Ann Bell said no."
    assert gold.statements[0].content == (Span(14, 16),)
    assert (gold.statements[0].source, gold.statements[0].cue) == (Span(0, 8), Span(9, 13))
    assert gold.statements[0].speaker == "Ann Bell"


def test_quotation_marks_that_belong_to_no_statement() -> None:
    read = story("The “so-called” bridge: {1s=-:they} {1c:said} {1:it was “fine”}.")
    assert [read.words(span) for span in read.unmarked_quotations()] == ["“so-called”"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Fine.\n\n{2s=-:He} {2c:said}", "story:7: statement 2 has no content"),
        ("{1:“No.”}", "story:5: statement 1 has neither source nor cue"),
        ("{1:no, {1s=-:he} said}", "story:5: the source of statement 1 lies in its own content"),
        ("{1s=Ann Bel:Ann Bell} {1:no}", "story:5: the name 'Ann Bel' of statement 1 is not in the text: Bel"),
        ("{1s=Anna Bell:Ann Bell} {1:no}", "story:5: the name 'Anna Bell' of statement 1 is not in the text: Anna"),
        ("{1s=-:He} {1c:" + 80 * "x" + "} {1:no}", "story:5: the cue of statement 1 is too long"),
    ],
)
def test_statements_that_are_not_in_order(text: str, problem: str) -> None:
    with pytest.raises(AnnotationError) as caught:
        story(text)
    assert str(caught.value) == problem


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("", "story:1: “style: …” is missing"),
        ("style: tv\nheadline: x\n", "story:2: “outlet: …” is missing"),
        (HEADER.replace("tv", "radio") + "x", "story:1: the style is not one of tv, weekly, daily, release"),
        (HEADER.rstrip() + "\nText.", "story:4: a blank line and the text must follow the header"),
        (HEADER, "story:4: a blank line and the text must follow the header"),
    ],
)
def test_headers_that_are_not_in_order(written: str, problem: str) -> None:
    with pytest.raises(AnnotationError) as caught:
        parse_story(written, "tv-x")
    assert str(caught.value) == problem


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("tv-b", "tv-a"):
        (tmp_path / f"{name}.txt").write_text(HEADER + "{1s=-:He} {1c:said} {1:no}.", encoding="utf-8")
    (tmp_path / "notes.md").write_text("nothing", encoding="utf-8")
    assert [read.name for read in read_stories(tmp_path)] == ["tv-a", "tv-b"]


@given(st.text(alphabet="{}12sc=-:, a\n“”"))
def test_anything_is_read_or_refused_with_a_line(text: str) -> None:
    try:
        read = story("x" + text)
    except AnnotationError as error:
        assert str(error).startswith("story:")
    else:
        assert "{" not in read.text
