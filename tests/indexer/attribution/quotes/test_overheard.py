"""Quotations heard on a recording are theirs who are heard."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from tests.builders import article


def said(text: str) -> list[tuple[str | None, str, str]]:
    """Give the speakers, words and kinds of the statements of a text."""
    found = attribute(article(text=f"Orrin Vale was arrested on Friday.\n\n{text}", headline=""))
    return [(one.speaker.name if one.speaker else None, one.text, one.kind) for one in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In the video, Vale can be heard telling officers, “I just ran.”", "I just ran."),
        ("In the video, the suspect, Orrin Vale, can be heard telling officers, “I just ran.”", "I just ran."),
        ("On the tape, Orrin Vale, who is 44, is heard saying “I just ran” to a deputy.", "I just ran"),
        ("Vale was later heard on the 911 call yelling: “I just ran!”", "I just ran!"),
        ("Prosecutors played a call in which Vale is heard telling his sister, “I just ran.”", "I just ran."),
        ("Vale, 44, of Rill, was recorded by a clerk saying, “I just ran.”", "I just ran."),
    ],
)
def test_who_is_heard_says_it(text: str, words: str) -> None:
    assert said(text) == [("Orrin Vale", words, "direct")]


def test_who_is_heard_may_have_no_name() -> None:
    assert said("A woman can be heard shouting “Get back from there!” on the video.") == [
        (None, "Get back from there!", "direct")
    ]


@pytest.mark.parametrize("text", ["Vale was seen near the dock. “He just ran,” Tess Bell said.",
                                  "Vale can be heard on the tape, where Tess Bell says, “He just ran.”"])  # fmt: skip
def test_who_is_heard_need_not_be_who_speaks(text: str) -> None:
    assert [speaker for speaker, _, kind in said(text) if kind == "direct"] == ["Tess Bell"]


def test_what_is_told_of_it_holds_the_quotation() -> None:
    text = "After the fire, a man was heard saying, “I just ran,” according to police."
    assert [words for _, words, kind in said(text) if kind != "direct"] == [
        "After the fire, a man was heard saying, “I just ran,”"
    ]
