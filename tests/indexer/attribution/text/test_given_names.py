"""First names and whose they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from indexer.attribution.text import given_names as tables
from indexer.attribution.text.given_names import gender_of, gender_of_name, is_given_name
from tests.indexer.attribution.reading_entities import entity


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Maria", "f"),
        ("James", "m"),
        ("Terry", None),
        ("Tomás", "m"),  # accents say nothing
        ("ZOË", "f"),
        ("Ximena", "f"),  # not among the census's names
        ("Giorgi", "m"),
        ("Jean-Pierre", "m"),  # the second part decides
        ("Anne-Marie", "f"),
        ("Hyun-woo", "m"),
        ("Mei-Ling", "f"),
        ("Skip", "m"),
        ("Wexford", None),
        ("Haruna", None),  # a woman's in one language, a man's in another
        ("Simran", None),
    ],
)
def test_genders(name: str, gender: str | None) -> None:
    assert gender_of(name) == gender


def test_a_name_of_women_and_men_is_a_first_name() -> None:
    assert is_given_name("Haruna")
    assert is_given_name("Simran")


def test_words_that_men_are_called_are_no_first_names_by_themselves() -> None:
    assert not is_given_name("Skip")
    assert gender_of_name("Skip Alden") == "m"


@pytest.mark.parametrize("name", ["Norm", "Vic", "Butch"])
def test_a_first_name_in_short_that_is_a_word_too_stays_in_the_name(name: str) -> None:
    text = f"Sen. {name} Hale today praised the mill. “It is safe,” said Hale."
    assert entity(text, f"{name} Hale").gender == "m"


def test_a_second_name_tells_after_an_initial_alone() -> None:
    assert gender_of_name("J. Tomás Ruiz") == "m"
    assert gender_of_name("Wexford Maria Ruiz") is None


def test_a_person_is_known_by_a_first_name_with_accents() -> None:
    assert entity("Tomás Brandt left.", "Tomás Brandt").gender == "m"


def test_our_own_table_says_what_the_census_does_not() -> None:
    folder = Path(tables.__file__).parent
    census = json.loads((folder / "given_names.json").read_text(encoding="ascii"))
    more = json.loads((folder / "more_given_names.json").read_text(encoding="ascii"))
    names = {key: more[key].split() for key in ("female", "male", "both")}
    assert len(set().union(*names.values())) == sum(map(len, names.values()))
    for key, found in names.items():
        assert found == sorted(set(found))
        assert not set(found) & set(census[key].split())
        assert all(name.isalpha() and name.islower() for name in found)
