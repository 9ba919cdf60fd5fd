"""Names with titles and roles, and where they begin and end."""

from __future__ import annotations

import pytest

from tests.indexer.attribution.reading_entities import analysis
from tests.indexer.attribution.reading_mentions import mentions, only


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Interim Police Chief Brian Manley spoke.", "Brian Manley", "Interim Police Chief"),
        ("City Council member Greg Casar spoke.", "Greg Casar", "City Council member"),
        ("Sen. Alma Reyes spoke.", "Alma Reyes", "Sen."),
        ("Then Ferry Union of Ohio spokeswoman Alma Reyes spoke.", "Alma Reyes", "Ferry Union of Ohio spokeswoman"),
        ("Will Mayor Celia Marchetti speak?", "Celia Marchetti", "Mayor"),
        ("May Police Chief Alma Reyes speak?", "Alma Reyes", "Police Chief"),
        ("Will Bishop, a teacher, spoke.", "Will Bishop", "teacher"),
        ("Port Ellery Mayor Celia Marchetti spoke.", "Celia Marchetti", "Port Ellery Mayor"),
        ("the former prosecutor Kevin Lashus spoke.", "Kevin Lashus", "former prosecutor"),
        ("Kevin Lashus, an immigration lawyer and former prosecutor, spoke.", "Kevin Lashus",
         "immigration lawyer and former prosecutor"),
        ("Jonah Whitlock, 51, president of the Harrow Growers, spoke.", "Jonah Whitlock",
         "president of the Harrow Growers"),
        ("The public defender, Luis Ortega, spoke.", "Luis Ortega", "public defender"),
        ("Maria de la Cruz, a teacher, spoke.", "Maria de la Cruz", "teacher"),
        ("Mayor Erik van der Berg spoke.", "Erik van der Berg", "Mayor"),
        ("Prime Minister Nouri al-Maliki spoke.", "Nouri al-Maliki", "Prime Minister"),
        ("Whereas President Tom Hale spoke.", "Tom Hale", "President"),
        ("Mr. Hale spoke.", "Hale", None),
        ("Harbor Court Justice Vincent Del Sarto spoke.", "Vincent Del Sarto", "Harbor Court Justice"),
        ("Maria Del Toro spoke.", "Maria Del Toro", None),
        ("Del. Maria Toro spoke.", "Maria Toro", "Del."),
        ("District Attorney Robert Brewer and Fenwick County Sheriff Ann Roy spoke.", "Ann Roy",
         "Fenwick County Sheriff"),
        ("The Harrow County State’s Attorney’s Office spoke.", "Harrow County State’s Attorney’s Office", None),
        ("Fenwick Mills Chief of Police Joe Lund spoke.", "Joe Lund", "Fenwick Mills Chief of Police"),
        ("Harbor Inspector in Charge Lund spoke.", "Lund", "Harbor Inspector in Charge"),
        ("Sylvie Arnault, who runs the store, spoke.", "Sylvie Arnault", None),
        ("Karen Smith, of Canal Lane, spoke.", "Karen Smith", None),
        ("Robert Cole Jr., the owner of the mill, spoke.", "Robert Cole Jr.", "owner of the mill"),
        ("Robert Cole, Sr., a lawyer, spoke.", "Robert Cole Sr.", "lawyer"),
        ("Chief Meteorologist Oswin Thrale spoke.", "Oswin Thrale", "Chief Meteorologist"),
        ("They met Chef Quillon Zbarsky.", "Quillon Zbarsky", "Chef"),
        ("They met Chef Zbarsky.", "Zbarsky", "Chef"),
        ("Fenwick Supt. Oswin Thrale spoke.", "Oswin Thrale", "Fenwick Supt."),
        ("Temple Cantor Yael Zbarsky spoke.", "Yael Zbarsky", "Temple Cantor"),
        ("HARROW (KQEL) — Former Police Chief Joe Lund spoke of water.\n\nIt was loud.", "Joe Lund",
         "Former Police Chief"),
        ("Following Mayor Tom Hale there, he spoke.", "Tom Hale", "Mayor"),
        ("They met then-Assembly member Ann Roy.", "Ann Roy", "then-Assembly member"),
        ("Chief of Staff Zbarsky spoke.", "Zbarsky", "Chief of Staff"),
        ("MR. ZBARSKY: I spoke.", "Zbarsky", None),
        ("They met the council member     Hale there.", "Hale", None),
        ("Tom Hale, Police Chief Ann Roy and others spoke.", "Tom Hale", None),
        ("Tom Hale, Police Chief Ann Roy and others spoke.", "Ann Roy", "Police Chief"),
        ("Tom Hale, agent of Rill Investigations Ann Roy, spoke.", "Tom Hale", None),
        ("Tom Hale, an aide to Mayor Ann Roy, spoke.", "Tom Hale", "aide to Mayor Ann Roy"),
        ("President of the Senate Ann Roy spoke.", "Ann Roy", "President of the Senate"),
        ("Chair of the Board of Trustees Dr. Ann Roy spoke.", "Ann Roy", "Chair of the Board of Trustees"),
        ("Assistant Secretary of the Navy for Ports Ann Roy spoke.", "Ann Roy",
         "Assistant Secretary of the Navy for Ports"),
        ("Vice President for Sales and Dean Ann Roy spoke.", "Ann Roy", "Vice President for Sales and Dean"),
        ("Director of the Tom Hale Center Ann Roy spoke.", "Ann Roy", "Director of the Tom Hale Center"),
        ("The Office of the Chief Medical Examiner spoke.", "Office of the Chief Medical Examiner", None),
        ("Councilman-elect Ty Roy spoke.", "Ty Roy", "Councilman-elect"),
        ("Judge-Executive Roy spoke.", "Roy", "Judge-Executive"),
        ("Ann King-Roy spoke.", "Ann King-Roy", None),
        ("Petty Officer 1st Class Ann Roy spoke.", "Ann Roy", "Petty Officer 1st Class"),
        ("Petty Officer Third Class Ann Roy spoke.", "Ann Roy", "Petty Officer Third Class"),
        ("Chief Warrant Officer 2 Ann Roy spoke.", "Ann Roy", "Chief Warrant Officer 2"),
        ("Nguyen Van Thanh, a teacher, spoke.", "Nguyen Van Thanh", "teacher"),
        ("Robert Cole, IV, a lawyer, spoke.", "Robert Cole IV", "lawyer"),
        ("Professor Emerita Ann Roy spoke.", "Ann Roy", "Professor Emerita"),
        ("Centers for Flood Control and Relief spoke.", "Centers for Flood Control and Relief", None),
        ("Brotherhood of Ferrymen President Ann Roy spoke.", "Ann Roy", "Brotherhood of Ferrymen President"),
    ],
)  # fmt: skip
def test_role_as_printed(text: str, name: str, role: str | None) -> None:
    assert only(text, name).role == role


def test_a_name_has_its_article_and_title_in_its_span() -> None:
    text = "They met the Rev. Thomas Eddy there."
    mention = only(text, "Thomas Eddy")
    assert text[mention.start : mention.end] == "the Rev. Thomas Eddy"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Neither Clinton nor Hale came.", ["Clinton", "Hale"]),
        ("Volunteers came with soup.", []),
        ("Local 88 said no.", ["Local 88"]),
        ("Ward 4's Ann Roy said no.", ["Ward 4", "Ann Roy"]),
        ("Storm Team 8's Ann Roy said no.", ["Storm Team 8", "Ann Roy"]),
        ("The Ellery County Sheriff’s Office closed.", ["Ellery County Sheriff’s Office"]),
        ("Adler’s Deputy Karen Bell came.", ["Adler", "Karen Bell"]),
        ("On Tuesday in May Theresa May came.", ["Theresa May"]),
        ("TUESDAY, JANUARY 5\n\nANN ROY came. RILL TODAY said so.", ["Ann Roy", "RILL TODAY"]),
        ("The Hale family came.", []),
        ("St. Bride’s Medical Center closed.", ["St. Bride’s Medical Center"]),
        ("The Fenwick Children’s Mercy Hospital closed.", ["Fenwick Children’s Mercy Hospital"]),
        ("Tom Hale’s Bakery closed.", ["Tom Hale’s Bakery"]),
        ("Hale’s Committee on Bridges closed.", ["Hale", "Committee on Bridges"]),
        ("St. Bride’s Chief Clerk Ann Bell came.", ["St. Bride", "Ann Bell"]),
        ("The Department of Water and Power closed.", ["Department of Water and Power"]),
        ("Donald J. Trump Jr. came.", ["Donald J. Trump Jr."]),
        ("They met Donald J. Trump, Jr.", ["Donald J. Trump Jr."]),
        ("James H. I. Weller spoke. I left.", ["James H. I. Weller"]),
        ("A. J. P. Hale spoke. A. Roy left.", ["A. J. P. Hale", "Roy"]),
        ("St. Brendan opened.", ["St. Brendan"]),
        ("The Office of the Chief Medical Examiner closed.", ["Office of the Chief Medical Examiner"]),
        ("Van der Berg came.", ["Van der Berg"]),
        (
            "The Fraternal Order of Police met the Archdiocese of Rill.",
            ["Fraternal Order of Police", "Archdiocese of Rill"],
        ),
        ("Rill Order of Police President Ann Roy spoke.", ["Ann Roy"]),
        ("Ruth Bell (D-N.J.) came.", ["Ruth Bell"]),
        ("Ruth Bell, R-Texas, came.", ["Ruth Bell"]),
        ("Mayor I-Ling Chen came.", ["I-Ling Chen"]),
        ("We met I-Ling Chen there.", ["I-Ling Chen"]),
        ("We thank you, Mr. President, and Mr. King.", ["King"]),
        ("The Ministry of Justice Archives closed.", ["Ministry of Justice Archives"]),
        ("The Honorable Oona Bell spoke.", ["Oona Bell"]),
        ("Majority Leader Ann Fischer and Minority Leader Tom Hale spoke.", ["Ann Fischer", "Tom Hale"]),
        ("Roads Director Ann D. Fischer and Rill Tax Board Chair Tom Hale spoke.", ["Ann D. Fischer", "Tom Hale"]),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert [mention.name for mention in mentions(text) if mention.kind == "name"] == names


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Special Agent in Charge Ann Roy spoke.", "Ann Roy", "Special Agent in Charge"),
        ("Judicial Watch President Ann Roy spoke.", "Ann Roy", "Judicial Watch President"),
        ("Air Force 1st Lt. Ann Roy spoke.", "Ann Roy", "Air Force 1st Lt."),
        ("Hale’s press aide, Ann Roy, spoke.", "Ann Roy", "press aide"),
        ("Its chief human resources officer, Ann Roy, spoke.", "Ann Roy", "chief human resources officer"),
        ("Sal Moretti, a retired jazz drummer, spoke.", "Sal Moretti", "retired jazz drummer"),
        ("Sal Moretti, 70, a drummer with the band, spoke.", "Sal Moretti", "drummer with the band"),
        ("Sal Moretti, a matter of record, spoke.", "Sal Moretti", None),
        ("Corbin, a river town, woke.", "Corbin", None),
        ("Drummer Sal Moretti spoke.", "Sal Moretti", "Drummer"),
        ("He met State Controller and Tax Board Chair Ann Roy.", "Ann Roy", "State Controller and Tax Board Chair"),
        ("Raids and River Roads Director Ann Roy spoke.", "Ann Roy", "Raids and River Roads Director"),
        ("Master Trooper First Class Ann Roy spoke.", "Ann Roy", "Master Trooper First Class"),
        ("Sgt. 1st Class Ann Roy spoke.", "Ann Roy", "Sgt. 1st Class"),
        ("Petty Officer 3rd Class Ann Roy spoke.", "Ann Roy", "Petty Officer 3rd Class"),
        ("Assistant Chief for Fire Prevention Ann Roy spoke.", "Ann Roy", "Assistant Chief for Fire Prevention"),
        ("Director for the Office of Roads Ann Roy spoke.", "Ann Roy", "Director for the Office of Roads"),
        (
            "U.S. Attorney for the Northern District Ann Roy spoke.",
            "Ann Roy",
            "U.S. Attorney for the Northern District",
        ),
        ("Vice President for Research Dr. Ann Roy spoke.", "Ann Roy", "Vice President for Research"),
        ("Superintendent for Curriculum and Arts Ann Roy spoke.", "Ann Roy", "Superintendent for Curriculum and Arts"),
        ("President of France Paul Roy spoke.", "Paul Roy", "President of France"),
        ("Spokesman for Mayor Ann Roy spoke.", "Ann Roy", "Mayor"),
        ("Junior Ella Ruiz spoke.", "Ella Ruiz", "Junior"),
        ("Son Greg Roy spoke.", "Greg Roy", None),
        ("Junior Ruiz spoke.", "Junior Ruiz", None),
        (
            "Fenwick mayor and former county trustee Ann Roy spoke.",
            "Ann Roy",
            "Fenwick mayor and former county trustee",
        ),
        ("He met the Fenwick mayor and former trustee Ann Roy.", "Ann Roy", "former trustee"),
        ("Coach Hale and trustee Ann Roy spoke.", "Ann Roy", "trustee"),
        ("Dear Director of Dr. Ann Roy, we wrote.", "Ann Roy", "Director"),
    ],
)
def test_roles_of_more_words(text: str, name: str, role: str | None) -> None:
    assert only(text, name).role == role


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Dean Hale, 44, came. Dean Hale’s boat sank.", "Dean Hale", None),
        ("Dean Hale, a miller, came.", "Dean Hale", "miller"),
        ("Dean Hale came.", "Hale", "Dean"),
        ("Dean Hale, a miller, came. Ruth Hale left.", "Ruth Hale", "Dean"),
        ("Prince Harry, 44, came.", "Harry", "Prince"),
        ("RCDA Hale came. Tom Hale left.", "Tom Hale", None),
        ("SANTA ANA - Ana Hale left.", "Ana Hale", None),
        ("Tom Hale met the Dr", "Tom Hale", None),
    ],
)
def test_what_stands_before_a_last_name(text: str, name: str, role: str | None) -> None:
    (found,) = [entity for entity in analysis(text).entities if entity.type == "person"]
    assert (found.name, found.role) == (name, role)


def test_a_sentence_that_is_cut_behind_for() -> None:
    assert only("They gave it to the Fenwick School for", "Fenwick School").shape == "organisation"


@pytest.mark.parametrize(
    ("text", "name", "type"),
    [
        ("Daryn Wayne Peterson, 37, of Rill, spoke.", "Daryn Wayne Peterson", "person"),
        ("Republican Wayne Peterson, 37, of Rill, spoke.", "Wayne Peterson", "person"),
        ("Texan Wayne Peterson, 37, of Rill, spoke.", "Wayne Peterson", "person"),
        ("The guard shot 66-year-old Gary Hall on Monday.", "Gary Hall", "person"),
        ("The Defense Department’s proposed plan failed.", "Defense Department", "organisation"),
    ],
)
def test_whole_names(text: str, name: str, type: str) -> None:
    assert (name, type) in [(entity.name, entity.type) for entity in analysis(text).entities]


def test_what_somebody_was_then_gives_way_to_what_he_is() -> None:
    text = "The law was written by then-Assembly member Todd Hale in 2006. District Attorney Todd Hale likes it."
    (hale,) = [entity for entity in analysis(text).entities if entity.type == "person"]
    assert hale.role == "District Attorney"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Rill Teachers’ Union spoke.", "Rill Teachers’ Union"),
        ("Firefighters' Association of Rill spoke.", "Firefighters' Association of Rill"),
        ("Then the Police Officers’ League spoke.", "Police Officers’ League"),
        ("The Citizens’ Utility Review Board spoke.", "Citizens’ Utility Review Board"),
        ("The Rill County Sheriff’s Deputies’ Association spoke.", "Rill County Sheriff’s Deputies’ Association"),
    ],
)
def test_a_body_may_be_called_after_several(text: str, name: str) -> None:
    assert only(text, name).shape == "organisation"


@pytest.mark.parametrize("text", ["The Democrats’ House leader spoke.", "They saw the Hales’ Farm Office there.",
                                  "It was James’ Office.", "They asked the teachers’ Ann Roy."])  # fmt: skip
def test_an_apostrophe_behind_others_ends_a_name(text: str) -> None:
    assert all("’" not in mention.name for mention in mentions(text))


def test_a_role_holds_the_name_of_a_body_of_several() -> None:
    assert only("Then Farmers’ Co-op manager Alma Reyes spoke.", "Alma Reyes").role == "Farmers’ Co-op manager"


def test_who_is_named_police_chief_is_no_group() -> None:
    assert only("The council named Lt. Alma Reyes police chief.", "Alma Reyes").kind == "name"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Rosie's Diner owner Alma Reyes spoke.", "Rosie's Diner owner"),
        ("Then the Mayor's Office spokesman Alma Reyes spoke.", "Mayor's Office spokesman"),
        ("Then Boys & Girls Club of Rill director Alma Reyes spoke.", "Boys & Girls Club of Rill director"),
        ("Harbor Post 4411 commander Alma Reyes spoke.", "Harbor Post 4411 commander"),
        ("Rill County sheriff's spokeswoman Lt. Alma Reyes spoke.", "Rill County sheriff's spokeswoman Lt."),
        ("Rill High School principal Dr. Alma Reyes spoke.", "Rill High School principal"),
        ("Rill Chamber of Commerce president and CEO Alma Reyes spoke.", "Rill Chamber of Commerce president and CEO"),
        ("Co-owner and head baker Alma Reyes spoke.", "Co-owner and head baker"),
        ("Co-chair Alma Reyes spoke.", "Co-chair"),
        ("Then mother of three Alma Reyes spoke.", "mother of three"),
        ("Rill father of two Alma Reyes spoke.", "Rill father of two"),
    ],
)
def test_a_role_before_a_name_is_whole(text: str, role: str) -> None:
    assert only(text, "Alma Reyes").role == role


def test_a_name_may_end_in_what_kind_of_body_it_is() -> None:
    assert only("Then Rill PD spoke.", "Rill PD").shape == "organisation"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The National Oceanic and Atmospheric Administration spoke.",
         "National Oceanic and Atmospheric Administration"),
        ("U.S. Customs and Border Protection spoke.", "U.S. Customs and Border Protection"),
        ("The Army Corps of Engineers spoke.", "Army Corps of Engineers"),
        ("The Humane Society of the Moss Region spoke.", "Humane Society of the Moss Region"),
        ("The University of Rill at Moss spoke.", "University of Rill at Moss"),
        ("The 9th U.S. Circuit Court of Appeals spoke.", "9th U.S. Circuit Court of Appeals"),
        ("The Department of Energy, Lakes and Consumer Protection spoke.",
         "Department of Energy, Lakes and Consumer Protection"),
    ],
)  # fmt: skip
def test_the_name_of_a_body_is_whole(text: str, name: str) -> None:
    assert only(text, name).shape == "organisation"


@pytest.mark.parametrize("text", ["Rill-based Moss Foods spoke.", "Then Ohio-based Moss Foods spoke."])
def test_where_a_firm_is_based_is_no_part_of_its_name(text: str) -> None:
    assert only(text, "Moss Foods").shape == "organisation"


@pytest.mark.parametrize("party", ["DFL-St. Paul", "R-Ft. Wayne", "D-Mt. Rill"])
def test_a_party_and_a_saint_are_no_name(party: str) -> None:
    assert [m.name for m in mentions(f"Rep. Dave Hansen, {party}, spoke.") if m.kind == "name"] == ["Dave Hansen"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("EPA project manager Alma Reyes spoke.", "EPA project manager"),
        ("Delta High School band director Alma Reyes spoke.", "Delta High School band director"),
        ("A spokeswoman for the governor, Alma Reyes, spoke.", "spokeswoman for the governor"),
        ("The mayor's chief of staff, Alma Reyes, spoke.", "chief of staff"),
        ("So spoke the group's president, Alma Reyes.", "president"),
        ("Alma Reyes, MPH, deputy director of the clinic, spoke.", "deputy director of the clinic"),
        ("Asst. Police Chief Alma Reyes spoke.", "Asst. Police Chief"),
        ("Later, FBI Agent Alma Reyes spoke.", "FBI Agent"),
        ("Quarterback Alma Reyes spoke.", "Quarterback"),
    ],
)
def test_more_roles_are_whole(text: str, role: str) -> None:
    assert only(text, "Alma Reyes").role == role


@pytest.mark.parametrize("country", ["U.S.", "U.N."])
def test_officials_of_a_country_are_not_the_country(country: str) -> None:
    (mention,) = mentions(f"So the levee holds, {country} officials say.")[1:]
    assert (mention.kind, mention.name) == ("noun", "officials")
