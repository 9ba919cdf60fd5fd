"""Which names are persons'."""

from __future__ import annotations

import pytest

from tests.indexer.attribution.reading_entities import analysis, entity


def test_unknown_first_names_are_persons_by_what_they_do() -> None:
    text = "Quillon Zbarsky, 34, of Harrow came. “No,” said Oswin Thrale. Thrale left."
    assert entity(text, "Quillon Zbarsky").type == "person"
    assert entity(text, "Oswin Thrale").type == "person"


def test_organisations_and_places_are_no_persons() -> None:
    text = "The Harrow Growers Association met in Quill Lake near Mill Street. ICE came."
    assert {one.type for one in analysis(text).entities} == {"organisation"}


def test_who_stands_after_a_role_is_a_person() -> None:
    text = "The company’s chief executive, Oswin Thrale, left."
    assert entity(text, "Oswin Thrale").type == "person"


@pytest.mark.parametrize(
    "text",
    [
        "Ellen Park came to Harrow. Park expects a storm.",
        "“No,” said Ellen Park.",
        "HARROW (KQEL) — Ellen Park lost her boat on Friday.",
        "Ellen Park, who mends boats, came.",
        "Ellen Park, 41, came.",
        "Ellen Park with the Red Cross said no.",
        "Ellen Park of Park’s Towing says that it froze.",
        "The school’s coach Ellen Park came.",
        "Ellen Park, a teacher in Harrow, came.",
        "Ellen Park mends boats.\n\nKQEL: Why?\n\nPARK: I like them.\n\nKQEL: And now?\n\nPARK: I sleep.",
    ],
)
def test_a_last_name_may_be_a_word_for_a_place(text: str) -> None:
    assert entity(text, "Ellen Park").type == "person"
    assert entity(text, "Ellen Park").gender == "f"


@pytest.mark.parametrize("name", ["Hall", "Ward", "Mills", "Day"])
def test_a_last_name_may_end_the_names_of_buildings_wards_and_feasts(name: str) -> None:
    text = f"“The roof leaks,” said Ellen {name}, who mends boats. {name} left."
    assert entity(text, f"Ellen {name}").type == "person"
    assert entity(f"They met in Ellen {name}. “No,” said Tom Hale.", f"Ellen {name}").type == "organisation"


@pytest.mark.parametrize(
    "text",
    [
        "Ellen Park closed on Friday. The park was wet.",
        "They met in Ellen Park. “No,” said Tom Hale.",
        "Officials said Ellen Park opened its gates.",
        "Ellen Road, who knows, is long.",
    ],
)
def test_a_place_may_be_called_after_somebody(text: str) -> None:
    assert all(one.type == "organisation" for one in analysis(text).entities if one.name.startswith("Ellen"))


def test_a_team_that_was_beaten_is_no_person() -> None:
    assert not entity("Harrow High took a 3-1 victory over Sarnet Hill.", "Sarnet Hill").may_be_person


def test_a_park_of_a_town_is_nobody_who_speaks() -> None:
    assert entity("Ellen Park of Harrow opens in May.", "Ellen Park").type == "organisation"


@pytest.mark.parametrize(
    "text",
    [
        "Zbarsk Plc said so.",
        "Zbarsk Zbarsky Bancorp said so.",
        "Zbarsk Water said so.",
        "Zbarsk said its sales rose.",
        "Peru said so.",
        "Tulsa said so.",
        "The Zbarsk Notification System said so.",
    ],
)
def test_a_cue_alone_makes_no_person_of_a_body_or_a_land(text: str) -> None:
    assert {one.type for one in analysis(text).entities} == {"organisation"}


@pytest.mark.parametrize(
    "text",
    [
        "They live in Fenwick, Zbarsk, and in Harrow.",
        "They met in Fenwick, Zbarsk when it froze.",
        "They came to Zbarsk.",
        "They met via Zbarsk.",
    ],
)
def test_a_place_is_not_he_or_she(text: str) -> None:
    assert not entity(text, "Zbarsk").may_be_person


@pytest.mark.parametrize("text", ["In Fenwick, Zbarsk froze.", "They spoke with Zbarsk.", "Zbarsk said it."])
def test_who_is_only_named_may_be_he_or_she(text: str) -> None:
    assert entity(text, "Zbarsk").may_be_person


def test_he_or_she_of_the_next_sentence_is_a_person() -> None:
    assert entity("Zbarsk Zbarsky left. He was tired.", "Zbarsk Zbarsky").type == "person"
    assert entity("Zbarsk Zbarsky left.\n\nHe was tired.", "Zbarsk Zbarsky").type == "organisation"
    assert entity("Zbarsk Zbarsky met Ann Roy. She was tired.", "Zbarsk Zbarsky").type == "organisation"


@pytest.mark.parametrize("name", ["MetroNews", "PolitiFact", "GreenWay"])
def test_words_joined_into_one_name_a_body(name: str) -> None:
    assert entity(f"Ann Roy told {name}. He told {name}, too. {name} said so.", name).type == "organisation"


@pytest.mark.parametrize("name", ["McAdoo", "DelBene", "MacArthur", "VandeHei"])
def test_last_names_of_two_parts_are_persons(name: str) -> None:
    assert entity(f"{name} said so, and {name} said it again. “No,” said {name}.", name).type == "person"
