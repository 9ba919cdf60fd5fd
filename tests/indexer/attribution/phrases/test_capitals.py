"""Usual words in capitals beside a name."""

from __future__ import annotations

import pytest

from indexer.attribution.phrases.capitals import role_in_small_letters
from tests.indexer.attribution.reading_entities import linked


def test_headline_capitals_make_no_names() -> None:
    text = "Hillary Clinton Goes For Water\n\nHillary Clinton spoke. Clinton left."
    assert "Hillary Clinton Goes" not in {name for _, name in linked(text)}


def test_a_usual_word_at_the_beginning_is_no_part_of_the_name() -> None:
    assert linked("Speaks Hale so? Then Hale left.") == [("Speaks Hale", "Hale"), ("Hale", "Hale")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Speaks Water met us.", "Speaks Water"),
        ("Speaks Hale met us.", "Hale"),
        ("Con Edison met us.", "Con Edison"),
        ("Co-owners Ann and Tom Roy met us.", "Ann Roy"),
    ],
)
def test_usual_words_alone_make_a_name_together(text: str, name: str) -> None:
    assert linked(text)[0][1] == name


def test_a_line_of_capitals_below_the_headline_makes_no_names() -> None:
    line = "Witness Allegedly Warned Neighbors About Broken Bridges"
    text = f"It was loud.\n\n{line}\n\nThe neighbors left. They warned him."
    assert "Warned Neighbors" not in {name for _, name in linked(text)}


def test_a_verb_in_headline_capitals_ends_a_name() -> None:
    text = "Hale Testifies on Mill Road Bridge\n\nCity Attorney Ruth Hale spoke."
    assert ("Hale", "Ruth Hale") in linked(text)
    text = "Mary Roy Blasts Tom Hale Over Water Plant\n\nIt was loud."
    assert [name for _, name in linked(text)][:2] == ["Mary Roy", "Tom Hale"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("SENS. HALE AND ROY spoke.", ["Hale", "ROY"]),
        ("REP. MARY ROY (D-Tex.) spoke.", ["Mary Roy"]),
        ("SEN. McDOWELL and DEPUTY O’NEILL spoke.", ["McDowell", "O’Neill"]),
        ("DISTRICT ATTORNEY MARY ROY ANNOUNCED IT FOR WATER.", ["Mary Roy"]),
        ("SENS. MARIA DE LA CRUZ AND PAT ROY SPOKE.", ["Maria de la Cruz", "Pat Roy"]),
        ("U.S. SEN. CHARLES E. HALE TODAY ANNOUNCED IT.", ["Charles E. Hale"]),
        ("MAYOR TOM HALE JR. SPOKE OF IT.", ["Tom Hale Jr."]),
        ("The FBI and the CIA spoke.", ["FBI", "CIA"]),
    ],
)
def test_names_in_capitals_throughout(text: str, names: list[str]) -> None:
    assert [name for _, name in linked(text)][: len(names)] == names


def test_a_last_name_in_capitals_is_the_person_of_that_name() -> None:
    assert linked("Trey McDowell ran. McDOWELL: Yes.")[-1] == ("McDOWELL", "Trey McDowell")


def test_an_adverb_that_opens_a_sentence_is_no_name() -> None:
    names = {
        name for _, name in linked("Furthermore Mary Roy ran. Recently Sen. Tom Hale spoke. Joining Mayor Ann Li.")
    }
    assert names == {"Mary Roy", "Tom Hale", "Ann Li"}


@pytest.mark.parametrize(
    ("printed", "role"),
    [
        ("SEN.", "Sen."),
        ("U.S. SEN.", "U.S. Sen."),
        ("APPROVES SEN.", "Sen."),
        ("DISTRICT ATTORNEY", "District Attorney"),
        ("SECRETARY OF DEFENSE", "SECRETARY OF DEFENSE"),  # a word of which nobody knows whether it is an acronym
        ("DIRECTOR OF SCHOOL", "Director of School"),
        ("DA", "DA"),
        ("OCDA CHIEF", "OCDA CHIEF"),
        ("Sen.", "Sen."),
    ],
)
def test_a_role_in_capitals_is_told_in_small_letters(printed: str, role: str) -> None:
    assert role_in_small_letters(printed) == role
