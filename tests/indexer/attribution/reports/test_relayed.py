"""Whose words are relayed: "The Beacon quoted Bell as saying that", "Bell was quoted as saying"."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from tests.builders import article


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ann Bell was quoted as saying the dam was safe.",
        "Mayor Ann Bell was quoted by the Beacon as saying the dam was safe.",
        "The Beacon quoted Mayor Ann Bell as saying the dam was safe.",
        "The Beacon quoted Ann Bell, the mayor, as saying the dam was safe.",
        "The Beacon quoted Mayor Ann Bell of Rill as saying the dam was safe.",
        "A newspaper quotes Mayor Ann Bell as saying: “The dam was safe.”",
    ],
)
def test_who_is_quoted_speaks(text: str) -> None:
    found = [one for one in attribute(article(text, headline="")) if "dam was safe" in one.text]
    assert [one.speaker.name if one.speaker else None for one in found] == ["Ann Bell"]
    assert "quoted" not in found[0].text
    assert found[0].cue is not None
    assert found[0].cue.text == "saying"


def test_who_quotes_without_saying_whom_speaks() -> None:
    found = attribute(article("Mayor Ann Bell quoted a poem: “The dam was safe.”", headline=""))
    assert [one.speaker.name for one in found if one.speaker] == ["Ann Bell"]
