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
        "Mayor Ruth Bell fought for years for the ferries, adding lamps to their bridges to help the crews at night.",
        "Mayor Ruth Bell had the pier shut, and she continued her efforts to ensure it was not opened again.",
        "Ruth Bell noticed a light on the wall of her room. She reported it to the guard, who recovered a camera.",
        "A few minutes after the crash, Ruth Bell called her sister, Ann Roy, from whom she had borrowed the car.",
        "Tom Hale observed 19-year-old Ben Lund, whom he knew from the market, in a boat nearby.",
        "Tom Hale repeatedly questioned the clerk about his brother.",
        "Tom Hale then yelled the name of his club and pulled out a stick.",
        "On Monday, John Lund told his mother about the blow to his head.",
        "The Senate confirmed Judge Ruth Bell to be a member of the Harbor Court.",
    ],
)
def test_what_somebody_does_is_not_shown_as_said(text: str) -> None:
    assert "sure" not in attributions(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ruth Bell fought for the ferries, adding that their crews were tired.",
        "Detective Ruth Bell observed that the door of the mill had been forced.",
        "Tom Hale then yelled that his brother had won.",
        "John Lund told his mother that he had struck his head.",
        "Mayor Ruth Bell called it a mistake to close the pier.",
        "Senator Ruth Bell has called for an end to the tolls on the ferries.",
        "“The lamps will be lit before the winter comes,” Mayor Ruth Bell added on Monday.",
        "When the lamps are lit we shall see the whole of the bay, wrote Ruth Bell, the mayor of Fenwick.",
    ],
)
def test_what_somebody_says_is_shown(text: str) -> None:
    assert attributions(text) == {"sure"}
