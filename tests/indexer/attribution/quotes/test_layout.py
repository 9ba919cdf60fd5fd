"""Quotations whose source the lines beside them leave no doubt of."""

from __future__ import annotations

import pytest

from indexer.attribution import attribute
from search.documents import Article


def first_quotation(text: str) -> tuple[str | None, str]:
    found = attribute(Article(id="layout", key="layout", files=(), headline="", text=text))
    quoted = next(statement for statement in found if statement.kind == "direct")
    return quoted.speaker.name if quoted.speaker else None, quoted.attribution


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Sen. Ann Bell made the following statement today.\n\n“We shall rebuild the bridge.”", "Ann Bell"),
        (
            "The town needs a bridge.\n\n“Safety is what this is about,”\n\nMayor Ann Bell said.\n\n“Nobody should "
            "fear the bridge.”",
            "Ann Bell",
        ),
        (
            "Sen. Ann Bell (R-Ohio) made the following statement today after reaching an agreement with Majority "
            "Leader Tom Roy (D-Iowa) on new rules.\n\n“Senator Roy and I have reached an agreement on the rules.”\n\n"
            "“It is a step forward.”",
            "Ann Bell",
        ),
    ],
)
def test_what_stands_above_or_below_tells_who_says_it(text: str, speaker: str) -> None:
    assert first_quotation(text) == (speaker, "sure")


def test_who_shows_a_letter_does_not_write_it() -> None:
    text = (
        "Mayor Ann Bell released the following letter from Tom Roy.\n\n“I have had enough of the bridge. I shall go.”"
    )
    assert first_quotation(text) != ("Ann Bell", "sure")


def test_a_paragraph_of_other_words_does_not() -> None:
    text = "The town needs a bridge.\n\n“Safety is what this is about.”\n\nMayor Ann Bell said the dam was dry."
    assert first_quotation(text)[1] != "sure"
