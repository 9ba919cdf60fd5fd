"""Whether a man or a woman speaks, by the person's own words."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from indexer.attribution.entities.analysis import analyse
from indexer.attribution.model import load_model
from indexer.attribution.resolution.genders import note_genders_told
from indexer.attribution.text.parts import Entity
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


@pytest.mark.parametrize(
    ("told", "gender"),
    [
        ("Indigo Poole drives a truck. She has done so since May.", "f"),
        ("Indigo Poole drives a truck. Since May she has done so daily.", "f"),
        ("Indigo Poole drives his truck daily.", "m"),
        ("Indigo Poole drives a truck. He has done so since May.", "m"),
    ],
)
def test_what_is_told_of_somebody_tells_a_man_from_a_woman(told: str, gender: str) -> None:
    assert next(one.gender for one in told_of(told) if one.name == "Indigo Poole") == gender


@pytest.mark.parametrize(
    "told",
    [
        "Indigo Poole met Ruth Hale. She drives a truck.",
        "Indigo Poole thanked the officer. He had run into the fire.",
        "Indigo Poole drives a truck.\n\nShe has done so since May.",
        "Indigo Poole thanked her.",
        "Indigo Poole left. He was tired. Indigo Poole came back. She was glad.",
    ],
)
def test_what_may_be_told_of_another_tells_nothing(told: str) -> None:
    assert next(one.gender for one in told_of(told) if one.name == "Indigo Poole") is None


def told_of(text: str) -> list[Entity]:
    parts = analyse(text, load_model().usual)
    for one in parts.entities:
        one.type = "person"
    note_genders_told(parts.sentences)
    return parts.entities
