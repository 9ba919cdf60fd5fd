"""Deeds told with verbs of saying, and the same verbs where they tell what was said."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from search.documents import Article


def attributions(text: str) -> set[str]:
    found = attribute(Article(id="deeds", key="deeds", files=(), headline="", text=text))
    return {statement.attribution for statement in found if statement.cue_class == "speech"}


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ruth Bell rebuilt all three ferries, adding lamps to their decks for the crews of the winter boats.",
        "Ruth Bell smelled smoke in the sail loft. She reported it to the harbor master, who sent a boy with a bucket.",
        "Two hours before the ferry sailed, Ruth Bell called her cousin, Ann Roy, from whom she had rented the boat.",
        "Ruth Bell called the Coast Patrol to have the boat towed for a week.",
        "Tom Hale observed 40-year-old Ben Lund, whose nets he had mended, on the far side of the lock.",
        "Shortly before four in the morning, Ruth Bell observed the ferryman following her along the quay as she was "
        "rowing toward the mill.",
        "Tom Hale repeatedly questioned the clerk about his brother.",
        "Ruth Bell argued the appeal before the Harbor Court in May, when the judges were tired.",
        "After the flood, Captain Ruth Bell declared a curfew because the lamps had gone out.",
        "Ruth Bell has worked at the pier for years, answering questions and giving lessons to the crews.",
        "Tom Hale then yelled the number of his boat and waved a lantern.",
        "On Monday, John Lund told his landlady about the leak above his bed.",
        "The Assembly confirmed Captain Ruth Bell to be the warden of its lighthouse.",
        "In those years Senator Ruth Bell wrote the bill that closed the ferries.",
    ],
)
def test_what_somebody_does_is_not_shown_as_said(text: str) -> None:
    assert "sure" not in attributions(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ruth Bell fought for the ferries, adding that their crews were tired.",
        "Detective Ruth Bell observed that the door of the mill had been forced.",
        "The door of the mill had been forced, Detective Ruth Bell observed.",
        "The pier is shut for the winter, Mayor Ruth Bell reported on Monday.",
        "Ruth Bell argued that this case should never have come to court.",
        "Tom Hale then yelled that his brother had won.",
        "John Lund told his landlady that the roof leaked.",
        "Mayor Ruth Bell called it a mistake to close the pier.",
        "Senator Ruth Bell wrote that the bill was dead.",
        "Senator Ruth Bell has called for an end to all tolls on the ferries.",
        "“The lamps will be lit before the winter comes,” Mayor Ruth Bell added on Monday.",
        "When the lamps are lit we shall see the whole of the bay, wrote Ruth Bell, the mayor of Fenwick.",
    ],
)
def test_what_somebody_says_is_shown(text: str) -> None:
    assert attributions(text) == {"sure"}


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ruth Bell denied that a motion to close the pier was ever made.",
        "Captain Ruth Bell confirmed 40 sailors had left the ship before the storm.",
    ],
)
def test_what_is_told_of_a_motion_or_a_number_in_a_clause_is_said(text: str) -> None:
    assert attributions(text) == {"sure"}


@pytest.mark.parametrize(
    "text",
    ["Mayor Ruth Bell denied the motion.", "Captain Ruth Bell admitted 40 sailors who had left the ship."],
)
def test_a_motion_denied_and_a_number_admitted_are_deeds(text: str) -> None:
    assert "sure" not in attributions(text)


@pytest.mark.parametrize(
    ("text", "attribution"),
    [
        ("U.S. Senator Ruth Bell last month introduced legislation that would let sailors appeal.", "possible"),
        ("Judge Ruth Bell dismissed the case against the two ferrymen on Monday.", "possible"),
        ("Judge Ruth Bell found him guilty of stealing a lamp that belonged to the mill.", "possible"),
        ("The Grand Jury found true the charge that he had stolen the lamp.", "possible"),
        ("Judge Ruth Bell found that Tom Hale was guilty of theft.", "sure"),
    ],
)
def test_what_courts_and_senates_do_is_not_shown_as_said(text: str, attribution: str) -> None:
    [found] = attribute(Article(id="deeds", key="deeds", files=(), headline="", text=text))
    assert found.attribution == attribution
