"""Whether a man or a woman speaks, by the person's own words."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from tests.builders import article


@pytest.mark.parametrize(("pronoun", "other"), [("he", "Al Bond"), ("she", "Ruth Hale")])
def test_who_says_he_of_himself_is_he(pronoun: str, other: str) -> None:
    text = (
        f"Chief {other} said the road was icy. The driver, Stacy Poole, told troopers {pronoun} was texting."
        f" “I looked down for a second,” {pronoun} said."
    )
    found = attribute(article(text, headline=""))[-1]
    assert found.speaker is not None
    assert found.speaker.name == "Stacy Poole"
