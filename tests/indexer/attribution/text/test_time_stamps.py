"""The hour or the word that opens an entry of a growing story."""

from __future__ import annotations

import pytest

from indexer.attribution.text.skeleton import build_skeleton
from indexer.attribution.text.time_stamps import stamp_stop
from indexer.attribution.text.tokens import tokens_in


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("4:45 p.m.: The road is shut.", "The"),
        ("11 a.m. — The road is shut.", "The"),
        ("[11 a.m.] The road is shut.", "The"),
        ("UPDATE, 4:45 p.m.: The road is shut.", "The"),
        ("Update (4:45 p.m. Tuesday, June 5): The road is shut.", "The"),
        ("1:10 p.m. update: The road is shut.", "The"),
        ("BREAKING: The road is shut.", "The"),
        ("Original story: The road is shut.", "The"),
        ("11 a.m. Mass is over.", "11"),
        ("At 11 a.m. The Oaks shut.", "At"),
        ("Earlier reports were wrong.", "Earlier"),
        ("June 5: The road is shut.", "June"),
        ("11 a.m.:", "11"),
    ],
)
def test_an_hour_or_a_heading_ends_with_a_mark(text: str, after: str) -> None:
    tokens = tokens_in(text, 0, len(text))
    assert tokens[stamp_stop(tokens)].word == after


def test_a_sentence_begins_behind_it_in_every_paragraph() -> None:
    sentences = build_skeleton("Hale left.\n\n4:45 p.m.: Bell left.").sentences
    assert [one.tokens[one.begin].word for one in sentences] == ["Hale", "Bell"]
