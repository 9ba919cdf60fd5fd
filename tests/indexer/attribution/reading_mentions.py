"""What the tests of mentions share: the mentions of a text, with a few usual words."""

from __future__ import annotations

from indexer.attribution.mentions.mentions import find_mentions
from indexer.attribution.text.parts import Mention
from indexer.attribution.text.skeleton import build_skeleton
from indexer.attribution.text.words import word_set

USUAL = word_set(
    "neither however volunteers local raids river after teachers officers firefighters citizens deputies farmers"
    " customs border protection energy lakes consumer"
)


def mentions(text: str) -> list[Mention]:
    """Give the mentions of a text."""
    return [m for sentence in build_skeleton(text).sentences for m in find_mentions(text, sentence, USUAL)]


def only(text: str, name: str) -> Mention:
    """Give the one mention of a name."""
    found = [mention for mention in mentions(text) if mention.name == name]
    assert len(found) == 1, [mention.name for mention in mentions(text)]
    return found[0]
