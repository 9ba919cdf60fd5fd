"""The marks in a story: what they mark, and what is wrong with those that are not in order."""

from __future__ import annotations

import pytest

from indexer.attribution.training.story_marks import AnnotationError, Marked, read_marks
from search.documents import Span


def test_marks_are_taken_out_and_told_by_statement() -> None:
    read = read_marks("{1,2s=Ann Bell:Bell} {1c:said} {1:no}.\n{2v:No.} {3s=-:He}\n", 0, "story")
    assert read.text == "Bell said no.\nNo. He"
    assert read.statements == {
        1: Marked(1, (Span(10, 12),), Span(0, 4), Span(5, 9), "Ann Bell"),
        2: Marked(1, (Span(14, 17),), Span(0, 4), None, "Ann Bell", is_verbatim=True),
        3: Marked(2, (), Span(18, 20)),
    }


def test_a_mark_within_a_mark_belongs_to_its_own_statement() -> None:
    read = read_marks("{1:One {2:two}} {1:three}", 0, "story")
    assert {number: marked.content for number, marked in read.statements.items()} == {
        1: (Span(0, 7), Span(8, 13)),
        2: (Span(4, 7),),
    }


def test_what_stands_before_the_text_is_not_read_but_its_lines_count() -> None:
    written = "{ }\n\n{1:no"
    with pytest.raises(AnnotationError, match=r"^story:3: a mark is not closed$"):
        read_marks(written, 5, "story")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{1:no {1c:said}", "story:1: a mark is not closed"),
        ("Fine.\n{1:no\n\n} {1c:said}", "story:2: a mark is not closed in its paragraph"),
        ("no} {1c:said}", "story:1: a mark is closed that was never opened"),
        ("{x:no}", "story:1: this is no mark: {x:no}"),
        ("{1s=:He} {1:no}", "story:1: a source has no name; write - where nobody is named"),
        ("{1s=-:He} {1:no }", "story:1: a mark is empty or has a blank at its edge: 'no '"),
        ("{1s=-:He,} {1:no}", "story:1: a source ends in a comma: He,"),
        ("{1s=-:He} {1c:said} {1c:so} {1:no}", "story:1: statement 1 has two cues"),
        ("{1s=-:He} {1s=-:she} {1:no}", "story:1: statement 1 has two sources"),
        ("{1s=-:He} {1:no {1:yes}}", "story:1: two pieces of statement 1 overlap"),
    ],
)
def test_marks_that_are_not_in_order(text: str, problem: str) -> None:
    with pytest.raises(AnnotationError) as caught:
        read_marks(text, 0, "story")
    assert str(caught.value) == problem
