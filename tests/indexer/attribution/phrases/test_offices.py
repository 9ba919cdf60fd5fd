"""Tests of offices that are printed in short, and of those that the U.S. or a company comes before."""

from __future__ import annotations

import pytest

from indexer.attribution import attribute
from indexer.attribution.phrases.offices import office_in_full, with_offices_in_full
from search.documents import Article


def speakers(text: str) -> list[str | None]:
    return [one.speaker.name if one.speaker else None for one in attribute(Article("a", "a", (), "", text))]


@pytest.mark.parametrize(
    ("role", "in_full"),
    [
        ("DA", "da district attorney"),
        ("Rill County D.A.", "rill county d.a. district attorney"),
        ("CEO, Hale Foods", "ceo, chief executive hale foods"),
        ("Lt. Gov.", "lt. lieutenant gov. governor"),
        ("Mayor", "mayor"),
    ],
)
def test_offices_have_their_names_behind_them(role: str, in_full: str) -> None:
    assert with_offices_in_full(role) == in_full


@pytest.mark.parametrize(
    ("words", "in_full"),
    [(["new", "da"], ["new", "district", "attorney"]), (["mayor"], ["mayor"]), ([], [])],
)
def test_a_phrase_ends_in_the_office(words: list[str], in_full: list[str]) -> None:
    assert office_in_full(words) == in_full


@pytest.mark.parametrize(
    ("before", "source"),
    [
        ("District Attorney Larry Hale", "The DA"),
        ("District Attorney Larry Hale", "The D.A."),
        ("DA Larry Hale", "The district attorney"),
        ("D.A. Larry Hale", "The prosecutor"),
        ("Attorney General Larry Hale", "The AG"),
        ("AG Larry Hale", "The attorney general"),
        ("CEO Larry Hale", "The CEO"),
        ("Rill Foods CEO Larry Hale", "The chief executive"),
        ("Larry Hale, the mill’s chief executive,", "The CEO"),
        ("Lt. Gov. Larry Hale", "The lieutenant governor"),
        ("U.S. Attorney Larry Hale", "The U.S. attorney"),
        ("Superintendent of Schools Larry Hale", "The superintendent"),
        ("Commissioner of Agriculture Larry Hale", "The commissioner"),
        ("Mayor-elect Larry Hale", "The mayor-elect"),
        ("Mayor-elect Ann Roy and Mayor Larry Hale", "The mayor"),
        ("Then-Sheriff Ann Roy and Sheriff Larry Hale", "The sheriff"),
    ],
)
def test_the_office_means_who_holds_it(before: str, source: str) -> None:
    text = f"The road was wet and the lights were out when {before} came.\n\n{source} said the mill was closed."
    assert speakers(text) == ["Larry Hale"]


@pytest.mark.parametrize("title", ["DA", "D.A.", "SA", "ASA", "AG", "A.G.", "CEO"])
def test_the_office_is_no_part_of_a_name(title: str) -> None:
    assert speakers(f"Larry Hale came on Monday.\n\n“It is over,” {title} Hale said.") == ["Larry Hale"]


def test_an_assistant_is_not_the_district_attorney() -> None:
    text = "DA Larry Hale and ADA Ann Roy came on Monday.\n\nThe DA said it was over.\n\nThe ADA said it was not."
    assert speakers(text) == ["Larry Hale", "Ann Roy"]


def test_an_office_that_nobody_holds_is_no_speaker() -> None:
    assert speakers("The mill closed on Monday.\n\nThe CEO said it was sold.") == [None]


@pytest.mark.parametrize(
    "source", ["The U.S. attorney", "The U.S. attorney’s office", "A U.S. official", "The D.C. mayor"]
)
def test_what_comes_before_an_office_does_not_speak(source: str) -> None:
    assert speakers(f"{source} said the mill was closed.") == [None]


def test_a_country_may_speak() -> None:
    assert speakers("The U.S. said the border was closed.") != [None]


@pytest.mark.parametrize(
    "role",
    ["Rill Foods Inc. spokesperson", "Rill Foods Inc. President", "Rill & Moss Co. attorney", "Rill Corp. CEO"],
)
def test_the_stop_of_a_company_ends_no_role(role: str) -> None:
    assert speakers(f"“The mill is closed,” {role} Ann Bell said.") == ["Ann Bell"]
