"""What many shout and what stands on signs is nobody's who is named beside it."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from tests.builders import article


@pytest.mark.parametrize(
    "text",
    [
        "Sheriff Al Bond was greeted with chants of “Lock him up!”",
        "Sheriff Al Bond took the stage to shouts of “Four more years!”",
        "Sheriff Al Bond spoke as protesters held signs reading “No more lies.”",
        "Sheriff Al Bond wore a shirt that said “Rill or nothing at all.”",
        "Sheriff Al Bond walked out while the crowd yelled, “Leave at once!”",
    ],
)
def test_words_of_a_crowd_or_a_sign_have_no_speaker(text: str) -> None:
    found = attribute(article(text, headline=""))
    assert all(one.speaker is None for one in found)
