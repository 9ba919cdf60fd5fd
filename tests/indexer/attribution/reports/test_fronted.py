"""Participles of saying before the clause whose subject speaks."""

from __future__ import annotations

import pytest

from indexer.attribution import attribute
from search.documents import Article


def fronted(text: str) -> tuple[str | None, str]:
    """Give the source and the words of the statement with which a text begins."""
    found = attribute(Article(id="fronted", key="fronted", files=(), headline="", text=text))[0]
    return found.source.text if found.source else None, found.text


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        ("Noting that historically, the river floods in May, Roy said the town should wait.", "Roy",
         "that historically, the river floods in May"),
        ("Noting that, in the past, nobody had come, Roy left.", "Roy", "that, in the past, nobody had come"),
        ("Acknowledging that, at times, the lines were long, Roy promised to hire clerks.", "Roy",
         "that, at times, the lines were long"),
        ("Pointing out that, at times, the roof leaks, Roy said the school needs tiles.", "Roy",
         "that, at times, the roof leaks"),
        ("Saying she was tired, Roy left the room.", "Roy", "she was tired"),
        ("Saying “we are done,” Roy walked out.", "Roy", "“we are done,”"),
        ("Noting the cost, Roy voted no.", "Roy", "the cost"),
        ("Calling it a “slap in the face,” Roy said she would appeal.", "Roy", "it a “slap in the face,”"),
        ("Claiming the road was unsafe, the county closed it Monday.", "the county", "the road was unsafe"),
        ("Saying Hale, 44, had fled, police closed the road.", "police", "Hale, 44, had fled"),
        ("Insisting that he did nothing wrong, Ann Roy, 44, of Rill, walked out.", "Ann Roy",
         "that he did nothing wrong"),
    ],
)  # fmt: skip
def test_who_does_what_follows_speaks(text: str, source: str, words: str) -> None:
    assert fronted(text) == (source, words)


@pytest.mark.parametrize(
    "text",
    [
        "Adding to the trouble, the bridge closed.",
        "Calling hours, set for Monday, were moved.",
        "Calling 911, Roy ran outside.",
    ],
)
def test_what_is_no_saying_stays_none(text: str) -> None:
    assert attribute(Article(id="fronted", key="fronted", files=(), headline="", text=text)) == ()
