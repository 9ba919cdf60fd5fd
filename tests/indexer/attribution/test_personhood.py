"""Which names are persons'."""

from __future__ import annotations

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
