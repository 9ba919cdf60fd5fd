"""The persons and organisations of an article."""

from __future__ import annotations

import pytest

from indexer.attribution.entities.acronyms import full_names, is_acronym
from tests.indexer.attribution.reading_entities import analysis, entity, linked


def test_last_names_link_to_full_names() -> None:
    text = "Mayor Steve Adler came. Adler spoke. Then Mr. Adler left."
    assert {name for _, name in linked(text)} == {"Steve Adler"}
    adler = entity(text, "Steve Adler")
    assert (adler.type, adler.gender, adler.role, adler.mentions) == ("person", "m", "Mayor", 3)


def test_a_middle_initial_makes_no_second_person() -> None:
    text = "Donald J. Hale came. Donald Hale left. Hale slept."
    assert len({name for _, name in linked(text)}) == 1


def test_what_somebody_did_behind_a_comma_is_no_role() -> None:
    text = "At noon a warden of the quay, Ruth Hale, delivered a witness statement to the court."
    assert entity(text, "Ruth Hale").role == "warden of the quay"
    assert entity("Ruth Hale, retired warden of the quay, came.", "Ruth Hale").role == "retired warden of the quay"


def test_father_and_son_are_two_in_one_text_and_so_are_two_of_one_first_name() -> None:
    text = "Robert Cole Sr. met Robert Cole Jr. there. Cole Sr. left. “Yes,” said Cole Jr."
    assert {name for _, name in linked(text)} == {"Robert Cole Sr.", "Robert Cole Jr."}
    assert linked(text)[2:] == [("Cole Sr.", "Robert Cole Sr."), ("Cole Jr", "Robert Cole Jr.")]
    text = "Ann T. Hale met Ann L. Hale there."
    assert {name for _, name in linked(text)} == {"Ann T. Hale", "Ann L. Hale"}
    text = "Miguel Ruiz met Miguel Jr. there."
    assert entity(text, "Miguel Jr.").type == "person"


def test_bodies_with_a_country_or_capitals_at_their_end_are_no_persons() -> None:
    text = "TxDOT came. U.S. ICE left. McADOO slept, said Roy McAdoo."
    assert entity(text, "TxDOT").type == entity(text, "U.S. ICE").type == "organisation"


@pytest.mark.parametrize(
    ("text", "acronym", "name"),
    [
        ("Immigration and Customs Enforcement came. ICE left.", "ICE", "Immigration and Customs Enforcement"),
        ("“The [Immigration and Customs Enforcement] raids,” he said.", "ICE", "Immigration and Customs Enforcement"),
        ("The Ellery County Water Authority (ECWA) closed.", "ECWA", "Ellery County Water Authority"),
        ("The State Environmental Agency (SEA) closed.", "SEA", "State Environmental Agency"),
        ("U.S. Immigration and Customs Enforcement (ICE) came.", "ICE", "Immigration and Customs Enforcement"),
        ("The Ellery Department of Bridges (EDOB) closed.", "EDOB", "Ellery Department of Bridges"),
        ("The Ellery Department of Bridges (DOB) closed.", "DOB", "Department of Bridges"),
        ("The Department of Bridges closed. DOB left.", "DOB", "Department of Bridges"),
        ("Tri-Ellery Water Corporation (TEWC) closed.", "TEWC", "Tri-Ellery Water Corporation"),
        ("The plan was the National Ferry Foundation’s (NFF).", "NFF", "National Ferry Foundation"),
    ],
)
def test_full_name_of_an_acronym(text: str, acronym: str, name: str) -> None:
    assert full_names(text, {acronym}) == {acronym: name}


def test_a_title_in_the_text_is_better_than_one_in_a_headline_of_capitals() -> None:
    headline = "REP. HALE SECURES MONEY FOR THE HARBOR\n\n"
    assert entity(f"{headline}Senator Tom Hale came to the harbor.", "Tom Hale").role == "Senator"
    assert entity(f"{headline}Tom Hale, a farmer, came to the harbor.", "Tom Hale").role == "Rep."


def test_a_headline_in_capitals_makes_no_name_of_its_verb() -> None:
    text = "SEN. HALE SECURES MONEY FOR THE HARBOR\n\nSenator Hale came to the harbor. Hale spoke of money there."
    assert ("SEN. HALE SECURES MONEY", "Hale") in linked(text)


def test_a_verb_in_a_headline_is_nobody_s_first_name() -> None:
    headline = "Film on the Ferry Exploits Hale and His Friends\n\n"
    known = linked(f"{headline}A friend of Donald Hale is in it. Hale left. Hale slept.")
    assert {name for printed, name in known if "Hale" in printed} == {"Donald Hale"}
    unknown = linked(f"{headline}A friend of Hale is in it. Hale left. Hale slept.")
    assert "Donald Hale" not in dict(unknown).values()
    no_headline = linked("The boat was steered by Exploits Hale on Monday.\n\nA friend of Donald Hale was in it.")
    assert ("Exploits Hale", "Exploits Hale") in no_headline


def test_a_body_that_begins_a_sentence_keeps_its_first_word() -> None:
    assert dict(linked("The City of Fenwick closed the mill."))["The City of Fenwick"] == "City of Fenwick"


def test_a_first_name_is_no_last_name_after_an_office() -> None:
    text = "Drivers Steffen Lund and Miles Cole came. DA Steffen spoke. Steffen left."
    assert dict(linked(text))["DA Steffen"] == "Steffen"


def test_no_full_name_is_made_up() -> None:
    assert full_names("ICE said that Ian Cole ate.", {"ICE"}) == {}
    assert full_names("The Ellery Department of Bridges (EOB) closed.", {"EOB"}) == {}
    assert full_names("The Ellery Board of Bridges (EOB) closed. OOB left.", {"OOB"}) == {}
    assert full_names("In Corbin East, an ICE agent came.", {"ICE"}) == {}


def test_acronym_and_full_name_are_one_entity() -> None:
    text = "U.S. Immigration and Customs Enforcement came. ICE said no."
    assert {name for _, name in linked(text)} == {"Immigration and Customs Enforcement"}


def test_acronyms() -> None:
    assert is_acronym("ICE")
    assert is_acronym("U.N")
    assert not is_acronym("Ice")
    assert not is_acronym("AUSTINITES")


def test_a_short_form_of_a_first_name_is_no_second_person() -> None:
    text = "Sen. Jim Hale met the mayor. James M. Hale spoke. Then Hale left."
    assert {name for _, name in linked(text)} == {"Jim Hale"}
    text = "L. J. Hale met the mayor. Lena Hale spoke. Then Hale left."
    assert {name for _, name in linked(text)} == {"Lena Hale"}
    text = "Jim Hale met John Hale. Patrick Roy met Patricia Roy and Pat Roy."
    assert {name for _, name in linked(text)} == {"Jim Hale", "John Hale", "Patrick Roy", "Patricia Roy", "Pat Roy"}


def test_a_straight_and_a_curly_apostrophe_are_one() -> None:
    text = "Deputy Chief Moira O’Shane resigned. O'Shane said the work was done."
    assert linked(text) == [("Deputy Chief Moira O’Shane", "Moira O’Shane"), ("O'Shane", "Moira O’Shane")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nell Two Elms left. Two Elms said no.", ["Nell Two Elms", "Nell Two Elms"]),
        ("Nell Three Rivers left. Two Rivers is a town.", ["Nell Three Rivers"]),
        ("Two Elms is a town. Two Elms said no.", []),
        ("Nell Garcia Rill left. Garcia Rill said no.", ["Nell Garcia Rill", "Nell Garcia Rill"]),
        ("Nell Big Water left. Big Water said no.", ["Nell Big Water", "Nell Big Water"]),
        ("Nell Little Rill left. They met Little Rill there.", ["Nell Little Rill", "Nell Little Rill"]),
        ("Nell Little Rill left. She was in Little Rill.", ["Nell Little Rill", "Little Rill"]),
        ("Nell Big Elm and Ed Big Elm left. They met Big Elm.", ["Nell Big Elm", "Ed Big Elm", "Big Elm"]),
        ("Nell Van Rill left. Van Rill said no.", ["Nell Van Rill", "Nell Van Rill"]),
        ("Nell and Ed Moss Rill left.", ["Nell", "Ed Moss Rill"]),
        ("Nell Moss Rill and Ed Moss Rill left. Moss Rill said no.", ["Nell Moss Rill", "Ed Moss Rill", "Moss Rill"]),
        ("John Paul Rill met Paul Rill.", ["John Paul Rill", "Paul Rill"]),
        ("Rill President and CEO Nell Moss left.", ["Nell Moss"]),
        ("The President and Nell Moss left.", ["Nell Moss"]),
    ],
)
def test_last_names_of_two_words_and_double_offices(text: str, names: list[str]) -> None:
    assert [name for _, name in linked(text)] == names


@pytest.mark.parametrize(
    ("full", "last"),
    [("Nell T. Water", "Water"), ("Nell Ann Water", "Water"), ("Nell Ann King", "King"), ("Nell Water", "Water")],
)
def test_a_usual_word_or_a_title_is_a_last_name_where_somebody_has_it(full: str, last: str) -> None:
    assert linked(f"{full} left. {last} came.") == [(full, full), (last, full)]
    assert linked("Water came.") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("June Moss, 71, left.", "June Moss"),
        ("In June Moss left.", "Moss"),
        ("June rain fell on Moss.", "Moss"),
    ],
)
def test_a_month_before_a_last_name_is_a_first_name(text: str, name: str) -> None:
    found = [mention.name for sentence in analysis(text).sentences for mention in sentence.mentions]
    assert name in found
    assert len([one for one in found if one.endswith("Moss")]) == 1


def test_what_has_a_number_for_a_last_word_is_nobody() -> None:
    assert entity("Ann Roy left. Ward 6 voted no.", "Ward 6").type == "organisation"
