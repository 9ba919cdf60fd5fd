"""Who speaks after somebody else did something to him."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from tests.builders import article


def speaker(text: str) -> str | None:
    found = attribute(article(f"Ruth Moss and Al Rand met.\n\n{text}", headline=""))[-1]
    return found.speaker.name if found.speaker else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Moss was joined on stage by Mayor Al Rand and joked, “You are late.”", "Ruth Moss"),
        ("Moss was met at the door by Mayor Al Rand and then said, “You are late.”", "Ruth Moss"),
        ("Moss was later replaced by Al Rand, who said, “You are late.”", "Al Rand"),
        ("A bill was written by Al Rand, and he said, “You are late.”", "Al Rand"),
        ("Moss stood by Al Rand and said, “You are late.”", "Ruth Moss"),
    ],
)
def test_who_goes_on_behind_what_was_done_by_another(text: str, name: str) -> None:
    assert speaker(text) == name
