"""Bodies that a noun stands for: by what their names end in, and by what they cannot be."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from indexer.attribution.phrases.bodies import kind_of
from tests.builders import article

FAR = "\n\nSnow fell. It went on for days. The road was shut. The school was shut too. Nobody minded it.\n\n"
GAVE = "\n\nThe Orcutt Family Foundation said it would give the money.\n\n"


def speakers(text: str) -> list[str | None]:
    return [s.speaker.name if s.speaker else None for s in attribute(article(text, headline=""))]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Tolman Regional Health", "health"),
        ("Tolman Medical Center", "health"),
        ("Brule Public Health", "public"),
        ("Orcutt Family Foundation", "charity"),
        ("Brule Nurses Alliance", "union"),
        ("Brule Anglers Alliance", "members"),
        ("Cannery Workers Local 12", "union"),
        ("Brule Department of Rivers and Lakes", "public"),
        ("Veterans for Orcutt for Governor", "campaign"),
        ("Pardee Milling Co.", "firm"),
        ("Pardee", ""),
    ],
)
def test_names_of_bodies_tell_their_kind(name: str, kind: str) -> None:
    assert kind_of(name) == kind


@pytest.mark.parametrize(
    ("name", "noun"),
    [
        ("Tolman Regional Health", "hospital"),
        ("Brule Nurses Alliance", "union"),
        ("Cannery Workers Local 12", "union"),
        ("Brule Department of Rivers and Lakes", "agency"),
        ("Brule Unified Schools", "district"),
        ("Pardee Hospitality", "company"),
    ],
)
def test_a_noun_is_the_one_body_whose_name_says_so(name: str, noun: str) -> None:
    text = f"The money will go to {name}, which has asked for it since May."
    assert speakers(text + FAR + f"The {noun} said it would not wait.")[-1] == name


@pytest.mark.parametrize("noun", ["hospital", "agency", "union"])
def test_a_noun_is_no_body_whose_name_says_something_else(noun: str) -> None:
    assert speakers(f"Rain fell.{GAVE}The {noun} said it would not wait.")[-1] is None


def test_the_hospital_is_not_the_foundation_that_spoke_last() -> None:
    text = f"Tolman Regional Health will build a ward.{GAVE}The hospital said it would not wait."
    assert speakers(text)[-1] == "Tolman Regional Health"


def test_the_union_that_has_just_spoken_may_have_any_name() -> None:
    text = "Cannery Workers Local 12 met.\n\nUAW said it would strike.\n\nThe union said it would not wait."
    assert speakers(text)[-1] == "UAW"


def test_a_union_named_only_later_is_not_the_one_that_a_sentence_is_about() -> None:
    text = "The Brule Papermakers Guild, which is small, met. The union said it would strike. Ann Roy leads Local 9."
    assert speakers(text) == ["Brule Papermakers Guild"]


def test_of_two_agencies_neither_is_guessed_from_afar() -> None:
    text = "The Department of Rivers and the Bureau of Soils both have maps."
    assert speakers(text + FAR + "The agency said it would not wait.")[-1] is None


def test_an_agency_told_apart_by_that_is_another() -> None:
    text = "The Department of Rivers has maps. The agency that owns the dam said it would not wait."
    assert speakers(text)[-1] is None


@pytest.mark.parametrize(
    ("told", "noun", "name"),
    [
        (
            "The Brule Independent School District board met on Monday.",
            "The district",
            "Brule Independent School District",
        ),
        ("Brule Fire Department crews came on Monday.", "The department", "Brule Fire Department"),
        ("The Brule Bend school district was shut on Monday.", "The district", "Brule Bend school district"),
        ("The Brule police department was shut on Monday.", "The police department", "Brule police department"),
        ("The Brule district was shut on Monday.", "The district", None),
        ("The school district was shut on Monday.", "The district", None),
        ("The Brule school board's clerk came on Monday.", "The board", None),
    ],
)
def test_bodies_that_are_named_only_within_noun_phrases(told: str, noun: str, name: str | None) -> None:
    assert speakers(told + FAR + f"{noun} said it would not wait.")[-1] == name
