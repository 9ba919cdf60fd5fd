"""Titles and names that could be either, and titles without a name."""

from __future__ import annotations

import pytest

from tests.indexer.attribution.reading_entities import entity
from tests.indexer.attribution.reading_mentions import mentions, only


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Congressman Dean Zbarsky spoke.", "Dean Zbarsky", "Congressman"),
        ("Rep. Dean Zbarsky spoke.", "Dean Zbarsky", "Rep."),
        ("Tom Dean Zbarsky spoke.", "Tom Dean Zbarsky", None),
        ("Professor Dean Ann Roy spoke.", "Ann Roy", "Professor Dean"),
        ("Associate Dean Zbarsky spoke.", "Zbarsky", "Associate Dean"),
        ("Special Agent-in-Charge Zbarsky spoke.", "Zbarsky", "Special Agent-in-Charge"),
        ("Special Agent In Charge Ann Roy spoke.", "Ann Roy", "Special Agent In Charge"),
        ("They met Sen.Ann Roy there.", "Ann Roy", "Sen."),
        ("Office of Roads and Bridges Director Ann Roy spoke.", "Ann Roy", "Office of Roads and Bridges Director"),
        ("Bank Vice-President S. Zbarsky spoke.", "S. Zbarsky", "Bank Vice-President"),
        ("They met Congressmen Zbarsky and Roy there.", "Zbarsky", "Congressmen"),
        ("They met Trustees Zbarsky and Roy there.", "Zbarsky", "Trustees"),
        (
            "Rill County Public Defender Quorra N. Zbarsky Jr. spoke.",
            "Quorra N. Zbarsky Jr.",
            "Rill County Public Defender",
        ),
        ("Deputy Public Defender Ann Roy spoke.", "Ann Roy", "Deputy Public Defender"),
        ("They met Plaintiffs Zbarsky and Roy there.", "Zbarsky", "Plaintiffs"),
        ("Rill prime minister Ann Roy spoke.", "Ann Roy", "Rill prime minister"),
    ],
)
def test_names_and_titles(text: str, name: str, role: str | None) -> None:
    assert only(text, name).role == role


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("San Rill Mayor spoke.", "mayor"),
        ("Fenwick DA spoke.", "da"),
        ("Special Agent-in-Charge spoke.", "agent-in-charge"),
        ("Chief Financial Officer spoke.", "officer"),
        ("Chief of Staff spoke.", "chief"),
    ],
)
def test_a_title_alone_is_no_name(text: str, head: str) -> None:
    assert [(mention.kind, mention.name) for mention in mentions(text)] == [("noun", head)]


@pytest.mark.parametrize(
    "name",
    ["Precinct Detective Squad", "Executive Branch", "District Attorney Investigators", "Office of Senator Ann Roy"],
)
def test_a_body_whose_name_has_a_title_is_no_person(name: str) -> None:
    assert only(f"They met the {name} there.", name).title is None


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Officers Zbarsky and Roy spoke.", "Zbarsky", "Officer"),
        ("Judges Ann Roy and Tom Hale spoke.", "Ann Roy", "Judge"),
        ("Mayor Tom Dean Zbarsky spoke. Zbarsky left.", "Tom Dean Zbarsky", "Mayor"),
    ],
)
def test_what_one_of_several_is(text: str, name: str, role: str) -> None:
    found = entity(text, name)
    assert (found.type, found.role) == ("person", role)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Olva T. told police of it.", "Olva T."),
        ("They met Ann T.", "Ann T."),
        ("U.S. Senator Ann T  Zbarsky spoke.", "Ann T Zbarsky"),
        ("Sen  Zbarsky spoke.", "Zbarsky"),
    ],
)
def test_initials_with_their_stops_and_without(text: str, name: str) -> None:
    assert entity(text, name).type == "person"


def test_a_letter_ends_the_names_of_things_as_well() -> None:
    assert only("They met on Avenue B.", "Avenue B").shape == "unknown"
