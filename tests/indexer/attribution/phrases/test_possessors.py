"""What is somebody's speaks itself: "said Hale's aunt", but in Hale's letter Hale speaks."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from tests.builders import article


def speaker(sentence: str) -> str | None:
    found = attribute(article(text=f"Oona Hale fell on the ice.\n\n{sentence}"))[-1]
    return found.speaker.name if found.speaker else None


@pytest.mark.parametrize(
    "sentence",
    [
        "“The walk was never salted,” said Hale’s neighbor.",
        "“The walk was never salted,” said Oona Hale’s best friend.",
        "“The walk was never salted,” said Hale’s sister-in-law, who lives upstairs.",
        "“The walk was never salted,” Hale’s lawyer, who took the case in May, said.",
        "The walk was never salted, according to Hale’s lawyer.",
        "Hale’s neighbor, who took her home, said that the walk was never salted.",
    ],
)
def test_somebody_without_a_name_beside_a_possessor_speaks(sentence: str) -> None:
    assert speaker(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("“The walk was never salted,” said Hale’s lawyer, Bram Orley.", "Bram Orley"),
        ("“The walk was never salted,” said Hale’s longtime friend Bram Orley.", "Bram Orley"),
        ("“The walk was never salted,” said Rivas’ longtime friend Bram Orley.", "Bram Orley"),
        ("“The walk was never salted,” said Rivas’ sister, Keisha.", "Keisha"),
        ("Hale’s neighbor, Bram Orley, said that the walk was never salted.", "Bram Orley"),
        ("The walk was never salted, according to Hale’s letter.", "Oona Hale"),
        ("Hale’s letter, which came in May, said that the walk was never salted.", "Oona Hale"),
    ],
)
def test_a_name_beside_it_is_the_speakers_and_a_letter_is_its_writers(sentence: str, expected: str) -> None:
    assert speaker(sentence) == expected


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Hale’s letter", "Ruth Hale"),
        ("Hale’s resignation letter", "Ruth Hale"),
        ("Hale’s statement on Monday", "Ruth Hale"),
        ("Hale’s brother’s letter", None),
        ("Hale’s lawyer", None),
        ("Hale’s account", None),
        ("Ruth Hale Jr.’s spokesman", None),
        ("Rill Dams Inc.’s spokesman", None),
    ],
)
def test_somebody_speaks_in_what_is_written_not_in_who_is_known(source: str, name: str | None) -> None:
    found = attribute(article(f"Warden Ruth Hale came.\n\n{source} said the dam was dry.", headline=""))
    assert [said.speaker.name if said.speaker else None for said in found] == [name]


def test_a_company_has_one_name_with_its_possessive() -> None:
    found = attribute(article("Rill Dams Inc.’s boat sank. Rill Dams Inc. said it was dry.", headline=""))
    assert [said.speaker.name for said in found if said.speaker] == ["Rill Dams Inc"]
