"""Words before a colon name a speaker in an interview, and nobody in a form, a list or a page of headings."""

from __future__ import annotations

import pytest

from indexer.attribution import attribute
from tests.builders import article


def speakers(text: str) -> set[str]:
    return {found.speaker.name for found in attribute(article(text)) if found.speaker}


@pytest.mark.parametrize(
    "text",
    [
        "FOR IMMEDIATE RELEASE: Two men charged\n\nMEDIA ADVISORY: A hearing is set\n\n"
        "FOR IMMEDIATE RELEASE: One man pleads\n\nMEDIA ADVISORY: A verdict is near",
        "Exhibit M: Declaration of the clerk\n\nExhibit N: Declaration of the mayor\n\n"
        "Exhibit M: Map of the river\n\nExhibit N: Map of the county",
        "Misdemeanor Cases Filed: 109\n\nMisdemeanor Cases Disposed: 87\n\nFelony Cases Filed: 33\n\n"
        "Felony Cases Disposed: 26",
        "QUESTION: Who may come?\n\nANSWER: Everyone in the county may come.\n\nQUESTION: When?\n\nANSWER: On Monday.",
    ],
)
def test_labels_that_name_nobody(text: str) -> None:
    assert speakers(text) == set()


def test_an_interview_names_who_asks_and_who_answers() -> None:
    text = (
        "Mayor Ann Poe sat down with us.\n\nWEEKLY: Why now?\n\nPOE: Because the pipe is old and I am too.\n\n"
        "WEEKLY: And then?\n\nPOE: Then we dig."
    )
    assert speakers(text) == {"Ann Poe", "Weekly"}


def test_an_office_in_short_is_a_title() -> None:
    text = "District Attorney Ann Poe filed charges. “We will not stop until the river is clean,” DA Poe said."
    assert speakers(text) == {"Ann Poe"}
