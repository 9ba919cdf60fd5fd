"""Whose words a report tells: the subject of its cue, not somebody who stands beside it."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from search.documents import Article, Statement


def statements(text: str) -> list[Statement]:
    return list(attribute(Article(id="subjects", key="subjects", files=(), headline="", text=text)))


def sure_speakers(text: str) -> set[str]:
    return {said.speaker.name for said in statements(text) if said.speaker and said.attribution == "sure"}


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        (
            "Tom Hale died on Monday. Hale’s neighbor across the street came out and said that the dam would hold.",
            "Tom Hale",
        ),
        (
            "Tom Hale bought a page for the group Free Harbor, a club of owners that claims the tax is unlawful.",
            "Tom Hale",
        ),
        ("One of the men approached Tom Hale stating that it was his street.", "Tom Hale"),
        (
            "The clerk, who by then lived with Tom Hale, was questioned on Monday but claimed it was an accident.",
            "Tom Hale",
        ),
        ("Mayor Tom Hale is barred from disclosing the names of the children in the case.", "Tom Hale"),
        ("“It brings us peace,” said the widow of Tom Hale, whom the town loved.", "Tom Hale"),
        ("Tom Hale’s mother brought a letter for the court, which says in part, “We have lost a son.”", "Tom Hale"),
        (
            "The bill saves the house that Mayor Tom Hale built from proposed changes that nobody in town wants.",
            "Tom Hale",
        ),
        ("Hale Energy, which has not admitted fault or liability, paid the fine on Monday.", "Hale Energy"),
        ("A woman of 51 years reported to the Harrow Police that she had lost all her money.", "Harrow Police"),
        ("Mayor Tom Hale’s proposed harbor area would include all the land west of the town.", "Tom Hale"),
        ("The officers went in and identified the boat described by Tom Hale on Monday.", "Tom Hale"),
        ("According to the video, Tom Hale did not check the gate until the morning.", "Tom Hale"),
        (
            "A survey by the Harbor Commission of the crash, which indicated that the ship was empty, is public.",
            "Crash",
        ),
        ("The sisters, 17-year-old Sarah Said and Amina, went to the police in the night.", "Sarah"),
    ],
)
def test_who_stands_beside_a_cue_is_not_shown_as_speaking(text: str, nobody: str) -> None:
    assert nobody not in sure_speakers(text)


@pytest.mark.parametrize(
    ("text", "somebody"),
    [
        ("Mayor Tom Hale repeated his promise that the dam would be repaired before the winter.", "Tom Hale"),
        ("Mayor Tom Hale’s statement follows: “We have lost a friend and we will miss him.”", "Tom Hale"),
        ("Moody’s said the county would get a better rating.", "Moody"),
        ("The council heard from Mayor Tom Hale, who said that the dam would hold.", "Tom Hale"),
        ("According to Mayor Tom Hale, the dam will hold through the winter.", "Tom Hale"),
        ("Mayor Tom Hale met the council on Monday, saying that the dam would hold.", "Tom Hale"),
    ],
)
def test_a_subject_is_shown_as_speaking(text: str, somebody: str) -> None:
    assert somebody in sure_speakers(text)


def test_in_a_letter_the_sender_speaks() -> None:
    text = "Senator Ruth Bell sent a letter to Energy Secretary Tom Hale asking that he keep the plant open."
    assert {said.speaker.name for said in statements(text) if said.speaker} == {"Ruth Bell"}


def test_a_letter_of_people_without_a_name_is_nobodys_who_gets_it() -> None:
    text = "The county’s delegation sent a letter to Energy Secretary Tom Hale asking that he keep the plant open."
    assert "Tom Hale" not in sure_speakers(text)


def test_a_noun_is_no_cue() -> None:
    text = "Since the storm, Mayor Tom Hale’s Harbor Office received multiple calls from owners who had lost a boat."
    assert sure_speakers(text) == set()
