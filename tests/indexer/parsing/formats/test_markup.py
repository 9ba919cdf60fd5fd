"""Marked-up text: what is a tag, and what are words that stand in angle brackets."""

from __future__ import annotations

import pytest

from indexer.parsing.formats.markup import is_marked_up, one_line, paragraphs


@pytest.mark.parametrize(
    "text",
    [
        "<Rill Mills Inc> said it would close.",
        "Rill Mills Inc <RLL> said it would close.",
        "Ask <Ferry.Shed> or <ferry@rill.example>, who know.",
        "The shed of <B and Sons> is shut.",
    ],
)
def test_words_in_angle_brackets_are_words(text: str):
    assert not is_marked_up(text)
    assert paragraphs(text) == [text]
    assert one_line(text) == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("It <b>rained</b> at <Rill Mills Inc> all day.", "It rained at <Rill Mills Inc> all day."),
        ("It <rill:rain>rained</rill:rain> all day.", "It rained all day."),
        ('It rained<rill:rain how="hard"> all day.', "It rained all day."),
        ("It rained<rill:rain/> all day.", "It rained all day."),
        ("It <em>rained all day.", "It rained all day."),
    ],
)
def test_tags_are_no_words(text: str, plain: str):
    assert is_marked_up(text)
    assert paragraphs(text) == [plain]
    assert one_line(text) == plain


def test_elements_without_end_tags():
    assert paragraphs("<P>It rained.<P>It snowed.<BR>It froze.") == ["It rained.", "It snowed.", "It froze."]
