"""The persons and organisations of an article."""

from __future__ import annotations

import pytest

from indexer.attribution.acronyms import full_names, is_acronym
from indexer.attribution.analysis import Analysis, analyse
from indexer.attribution.parts import Entity

USUAL = frozenset(["water", "asks", "for", "speaks", "goes", "neither"])


def analysis(text: str) -> Analysis:
    return analyse(text, USUAL)


def entity(text: str, name: str) -> Entity:
    found = [one for one in analysis(text).entities if one.name == name]
    assert len(found) == 1, [one.name for one in analysis(text).entities]
    return found[0]


def linked(text: str) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.entity.name) for s in analysis(text).sentences for m in s.mentions if m.entity]


def test_last_names_link_to_full_names() -> None:
    text = "Mayor Steve Adler came. Adler spoke. Then Mr. Adler left."
    assert {name for _, name in linked(text)} == {"Steve Adler"}
    adler = entity(text, "Steve Adler")
    assert (adler.type, adler.gender, adler.role, adler.mentions) == ("person", "m", "Mayor", 3)


def test_a_middle_initial_makes_no_second_person() -> None:
    text = "Donald J. Hale came. Donald Hale left. Hale slept."
    assert len({name for _, name in linked(text)}) == 1


def test_unknown_first_names_are_persons_by_what_they_do() -> None:
    text = "Quillon Zbarsky, 34, of Harrow came. “No,” said Oswin Thrale. Thrale left."
    assert entity(text, "Quillon Zbarsky").type == "person"
    assert entity(text, "Oswin Thrale").type == "person"


def test_organisations_and_places_are_no_persons() -> None:
    text = "The Harrow Growers Association met in Quill Lake near Mill Street. ICE came."
    assert {one.type for one in analysis(text).entities} == {"organisation"}


def test_two_persons_with_one_last_name_stay_two() -> None:
    text = "Karen Smith, the clerk, came. “Yes,” said Smith. Derek Smith, a steward, came. “No,” said Smith."
    assert [name for printed, name in linked(text) if printed == "Smith"] == ["Karen Smith", "Derek Smith"]
    last = [m for s in analysis(text).sentences for m in s.mentions if m.name == "Smith"]
    assert all(mention.is_ambiguous for mention in last)


def test_a_title_tells_two_persons_with_one_last_name_apart() -> None:
    text = "Sheriff Augustin Pell met council member Dorsey Pell. Sheriff Pell left."
    assert ("Sheriff Pell", "Augustin Pell") in linked(text)


def test_headline_capitals_make_no_names() -> None:
    text = "Hillary Clinton Goes For Water\n\nHillary Clinton spoke. Clinton left."
    assert "Hillary Clinton Goes" not in {name for _, name in linked(text)}


@pytest.mark.parametrize(
    ("text", "acronym", "name"),
    [
        ("Immigration and Customs Enforcement came. ICE left.", "ICE", "Immigration and Customs Enforcement"),
        ("“The [Immigration and Customs Enforcement] raids,” he said.", "ICE", "Immigration and Customs Enforcement"),
        ("The Ellery County Water Authority (ECWA) closed.", "ECWA", "Ellery County Water Authority"),
        ("The State Environmental Agency (SEA) closed.", "SEA", "State Environmental Agency"),
        ("U.S. Immigration and Customs Enforcement (ICE) came.", "ICE", "Immigration and Customs Enforcement"),
    ],
)
def test_full_name_of_an_acronym(text: str, acronym: str, name: str) -> None:
    assert full_names(text, {acronym}) == {acronym: name}


def test_no_full_name_is_made_up() -> None:
    assert full_names("ICE said that Ian Cole ate.", {"ICE"}) == {}
    assert full_names("In Corbin East, an ICE agent came.", {"ICE"}) == {}


def test_acronym_and_full_name_are_one_entity() -> None:
    text = "U.S. Immigration and Customs Enforcement came. ICE said no."
    assert {name for _, name in linked(text)} == {"Immigration and Customs Enforcement"}


def test_acronyms() -> None:
    assert is_acronym("ICE")
    assert is_acronym("U.N")
    assert not is_acronym("Ice")
    assert not is_acronym("AUSTINITES")
