"""Tests of full names that are printed within noun phrases alone."""

from __future__ import annotations

import pytest

from indexer.attribution import attribute
from search.documents import Article


def speakers(text: str) -> list[str | None]:
    article = Article("a", "a", (), "", text)
    return [one.speaker.name if one.speaker else None for one in attribute(article)]


@pytest.mark.parametrize(
    "before",
    [
        "Donald Hale’s campaign raised $2 million in March.",
        "The Donald Hale campaign raised $2 million in March.",
        "The Donald J. Hale campaign raised $2 million in March.",
        "A rally for Donald Hale's campaign drew 200 people on Monday.",
        "Donald Hale supporters met at the depot on Monday.",
    ],
)
def test_a_full_name_within_a_phrase_is_known(before: str) -> None:
    assert speakers(f"{before}\n\n“We will win,” Hale said.") == ["Donald Hale"]


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Donald Hale’s campaign raised $2 million. Ann Hale runs the mill.", "Ann Hale"),  # the only one named so
        ("Donald Hale’s campaign raised more than Ann Hale’s campaign did.", "Hale"),  # it may be either
        ("Miss Hale supporters met at the depot on Monday.", "Hale"),
        ("Florida Hale supporters met at the depot on Monday.", "Hale"),
    ],
)
def test_a_name_that_may_be_another_is_left(before: str, name: str) -> None:
    assert speakers(f"{before}\n\n“We will win,” Hale said.") == [name]


def test_the_body_that_the_phrase_names_does_not_speak_as_the_person() -> None:
    text = "Donald Hale’s campaign said the rally was off.\n\n“I am ill,” Hale said."
    assert speakers(text)[1:] == ["Donald Hale"]
    assert speakers(text)[0] != "Donald Hale"


def test_who_is_named_in_full_only_later_is_another() -> None:
    text = "Half of Donald Hale’s supporters left.\n\n“We will win,” Hale said.\n\n"
    text += "His wife, Ann Hale, agreed. “We will,” she said."
    assert speakers(text)[:1] == ["Donald Hale"]
    assert speakers(text)[-1:] == ["Ann Hale"]
