"""Names and roles taken apart: what is one person's name, what is one role, what an acronym stands for."""

from __future__ import annotations

import pytest

from search.speakers.acronyms import expansions, initials_of
from search.speakers.names import FullName, full_name, may_be_one
from search.speakers.roles import agree, is_elsewhere, read_role


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("Brian Manley", FullName("brian", (), "manley")),
        ("Mary T. Ruiz", FullName("mary", ("t",), "ruiz")),
        ("Joseph R. Biden, Jr.", FullName("joseph", ("r",), "biden", "jr")),
        ("Ludwig van der Berg", FullName("ludwig", (), "van der berg")),
        ("J. Robert Hale", FullName("robert", (), "hale")),
        ("José O’Neil", FullName("jose", (), "oneil")),
        ("Łucja Sørensen-Weiß", FullName("lucja", (), "sorensen-weiss")),
        ("JT Hale", FullName("j", ("t",), "hale")),
        ("AJ Hale", FullName("a", ("j",), "hale")),
        ("ED HALE", FullName("ed", (), "hale")),
        ("Manley", None),
        ("Casey Jr.", None),
        ("Jose T.", None),
        ("Jane Doe", None),
    ],
)
def test_a_name_is_taken_apart(printed: str, parts: FullName | None) -> None:
    assert full_name(printed) == parts


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("Bob Kessler", "Robert Kessler", True),
        ("Mary T. Ruiz", "Mary Ruiz", True),
        ("Mary Teresa Ruiz", "Mary T. Ruiz", True),
        ("Mary T. Ruiz", "Mary L. Ruiz", False),
        ("John Smith Jr.", "John Smith", True),
        ("John Smith Jr.", "John Smith Sr.", False),
        ("Ted Hale", "Edward Hale", True),
        ("Ted Hale", "Theodore Hale", True),
        ("Edward Hale", "Theodore Hale", False),
        ("Ben Nelson", "Bill Nelson", False),
        ("Dianne Feld", "Diane Feld", False),
        ("J. T. Hale", "John T. Hale", True),
        ("JT Hale", "J.T. Hale", True),
        ("J. T. Hale", "John L. Hale", False),
        ("J. T. Hale", "Robert T. Hale", False),
        ("Ann Ruiz", "Ann Ruiz-Pell", True),
        ("Ann Pell", "Ann Ruiz-Pell", True),
        ("Ann Ruiz", "Ann Pell", False),
        ("Amir al-Said", "Amir al-Hale", False),
        ("Brian Manley", "Brian Manly", False),
    ],
)
def test_two_names_can_or_cannot_be_one_persons(one: str, other: str, may: bool) -> None:
    first, second = full_name(one), full_name(other)
    assert first
    assert second
    assert may_be_one(first, second) is may
    assert may_be_one(second, first) is may


@pytest.mark.parametrize(
    ("one", "other", "same", "elsewhere"),
    [
        ("Interim Police Chief", "Chief", True, False),
        ("Police Chief", "Fire Chief", False, False),
        ("Sen.", "U.S. Senator", True, False),
        ("DA", "Orange County District Attorney", True, False),
        ("District Attorney", "attorney for the family", False, False),
        ("Mayor", "mayor of Harrow", True, False),
        ("Harrow Mayor", "mayor of Port Ellery", False, True),
        ("Iranian President", "President of Iran", True, False),
        ("Travis County Sheriff", "Harrow Mayor", False, True),
        ("Senate Majority Leader", "Senator", True, False),
    ],
)
def test_two_roles_are_one_or_elsewhere(one: str, other: str, same: bool, elsewhere: bool) -> None:
    first, second = read_role(one), read_role(other)
    assert first
    assert second
    assert agree(first, second) is same
    assert is_elsewhere(first, second) is elsewhere


def test_offices_are_held_by_one_at_a_time_and_deputies_are_not() -> None:
    for printed, is_office in (("Mayor", True), ("former mayor", False), ("Deputy District Attorney", False)):
        role = read_role(printed)
        assert role
        assert role.is_office is is_office


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("U.S. Immigration and Customs Enforcement (ICE) said", [("ICE", "Immigration and Customs Enforcement")]),
        ("the Ellery County Water Authority (ECWA).", [("ECWA", "Ellery County Water Authority")]),
        ("the Federal Bureau of Investigation’s (FBI) report", [("FBI", "Federal Bureau of Investigation")]),
        ("a city in the north (NY) and hello (USA)", []),
        ("the Ellery County Water Authority, or ECWA, said", [("ECWA", "Ellery County Water Authority")]),
        ("the Bureau of Fair Play, known as BFP.", [("BFP", "Bureau of Fair Play")]),
        ("by the Sable Oil Shop, or SOSO, and", []),
        ("He left. (ICE)", []),
        ("(ICE)", []),
    ],
)
def test_an_acronym_behind_a_full_name_tells_what_it_stands_for(text: str, found: list[tuple[str, str]]) -> None:
    assert list(expansions(text)) == found


@pytest.mark.parametrize(
    ("name", "acronym", "pair"),
    [
        ("Carrow Area Transit Authority", "CATA", ("CATA", "Carrow Area Transit Authority")),
        ("U.S. Bureau of Roads", "BOR", ("BOR", "U.S. Bureau of Roads")),
        ("North Sable Water Board", "SWB", ("SWB", "Sable Water Board")),
        ("Sable Water Board", "SPB", None),
        ("Sable Water Board", "Board", None),
        ("SWB", "SWB", None),
    ],
)
def test_an_acronym_that_an_article_uses_is_of_the_name_whose_words_it_begins(
    name: str, acronym: str, pair: tuple[str, str] | None
) -> None:
    assert initials_of(name, acronym) == pair
