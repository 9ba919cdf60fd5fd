"""Names of animals."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from tests.builders import article
from tests.indexer.attribution.reading_entities import analysis


@pytest.mark.parametrize(
    "text",
    [
        "They saw a horse named Duke.",
        "Her dog, a blue heeler named Duke, was found.",
        "Her dog, a gray stray named Duke, was found.",
        "A German shepherd called Duke barked.",
        "A dog, named Duke, barked.",
        "Her dog, Duke, was found.",
        "Her old dog Duke was found.",
        "Nell Rill’s horse, Duke, ran.",
        "The therapy dog Duke came.",
        "Duke, a 12-year-old gelding, ran.",
        "Duke, the horse that won, ran.",
        "Duke Rill came with a goat called Duke. Duke ate.",
    ],
)
def test_animals(text: str) -> None:
    found = [one for one in analysis(text).entities if one.name == "Duke"]
    assert [(one.is_animal, one.type, one.may_be_person) for one in found] == [(True, "organisation", False)]


@pytest.mark.parametrize(
    "text",
    [
        "She lost her dog, Duke said.",
        "They took his dog, a man named Duke said.",
        "They saw a shepherd named Duke.",
        "Duke, a dog trainer, came.",
        "Duke, a bear of a man, came.",
        "Duke, a cat and dog lover, came.",
        "The dog Duke adopted barked.",
        "They came from Buffalo, Duke said.",
        "The dog was a man’s named Duke.",
    ],
)
def test_no_animals(text: str) -> None:
    assert not any(one.is_animal for one in analysis(text).entities)


def test_she_is_no_animal() -> None:
    text = "Nell Rill lost her barn.\n\nHer mare, a bay called Clementine, got out. “I looked all night,” she said."
    assert [found.speaker and found.speaker.name for found in attribute(article(text, headline=""))] == ["Nell Rill"]
