"""Usual words that are names by themselves."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from search.documents import Article


def _speakers(text: str) -> list[str | None]:
    found = attribute(Article("sole", "sole", (), "", text))
    return [statement.speaker.name if statement.speaker else None for statement in found]


@pytest.mark.parametrize(
    "text",
    [
        "The shop will close in June, Target said Monday. Target said the lot will be sold.",
        "“We thank the people of Rill,” Target said. Target said the lot will be sold.",
        "The shop will close in June, according to Target. Target said the lot will be sold.",
    ],
)
def test_who_speaks_within_a_sentence_is_named_at_the_beginning_of_another(text: str) -> None:
    assert _speakers(text) == ["Target", "Target"]


def test_a_usual_word_that_only_opens_sentences_is_no_name() -> None:
    assert _speakers("Management said the lot will be sold. “We thank the people of Rill.” Management said so.") == [
        None,
        None,
    ]
