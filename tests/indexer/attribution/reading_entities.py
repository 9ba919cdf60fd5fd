"""What the tests of entities share: the entities of a text, and which words are linked to whom."""

from __future__ import annotations

from indexer.attribution.entities.analysis import Analysis, analyse
from indexer.attribution.text.parts import Entity

USUAL = frozenset(["water", "asks", "for", "speaks", "goes", "neither"])


def analysis(text: str) -> Analysis:
    """Take a text apart, with a few usual words."""
    return analyse(text, USUAL)


def entity(text: str, name: str) -> Entity:
    """Give the one entity of a name."""
    found = [one for one in analysis(text).entities if one.name == name]
    assert len(found) == 1, [one.name for one in analysis(text).entities]
    return found[0]


def linked(text: str) -> list[tuple[str, str]]:
    """Give the mentions that have an entity, as printed, each with its name."""
    return [(text[m.start : m.end], m.entity.name) for s in analysis(text).sentences for m in s.mentions if m.entity]
