"""Sources that are nouns: kin, descriptions, things written, and bodies whose names end as places do."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from tests.builders import article


def speakers(text: str) -> list[str | None]:
    return [s.speaker.name if s.speaker else None for s in attribute(article(text, headline=""))]


LUNDS = "Erik Lund, 51, and Ruth Lund, 49, have milked cows on Mill Road since 1998.\n\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“He slept through it,” his wife said.", "Ruth Lund"),
        ("“He slept through it,” said his wife.", "Ruth Lund"),
        ("His wife disagrees. “He slept through it,” she said.", "Ruth Lund"),
        ("“He slept through it,” his lawyer said.", None),
        ("“He slept through it,” his niece said.", None),
    ],
)
def test_kin_have_the_same_last_name(text: str, name: str | None) -> None:
    assert speakers(LUNDS + "“Nobody slept,” Erik Lund said.\n\n" + text)[-1] == name


def test_one_last_name_alone_makes_no_kin_sure() -> None:
    said = "Ann Roy met Mayor Paul Roy.\n\n“She was late, and so was I,” her husband said."
    married = "Ann Roy came with her husband, Paul Roy.\n\n“She was late, and so was I,” her husband said."
    assert [attribute(article(text, headline=""))[-1].attribution for text in (said, married)] == ["possible", "sure"]


def test_kin_of_whom_there_are_two_are_not_guessed() -> None:
    text = LUNDS + "Mary Lund keeps the books.\n\n“Nobody slept,” Erik Lund said.\n\n“He did,” his wife said."
    assert speakers(text)[-1] is None


PRINCE = "Elijah Prince thinks he knows who called the police.\n\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (PRINCE + "“He typed it,” the sophomore said.", "Elijah Prince"),
        (PRINCE + "“He typed it,” the Kanaga Republican said.", "Elijah Prince"),
        ("A barber called.\n\n" + PRINCE + "“He typed it,” the barber said.", None),
        (PRINCE + "“He typed it,” the defendant said.", None),
        ("Elijah Prince called. “He typed it,” the night guard said.", "Elijah Prince"),
        ("Elijah Prince called. “He typed it,” the store’s guard said.", None),
        ("Elijah Prince called. “He typed it,” the victim’s mother said.", None),
        ("Mayor Elijah Prince called.\n\n“He typed it,” the nurse said.", None),
        ("Mayor Elijah Prince called.\n\n“He typed it,” the Kanaga Republican said.", "Elijah Prince"),
        (PRINCE + "He typed it at home, the Kanaga Republican reported.", "Kanaga Republican"),
        (PRINCE + "The line was busy all night, the Fenwick Democrat reported.", "Fenwick Democrat"),
        (PRINCE + "“He typed it,” the older pianist said.", None),
        (PRINCE + "“He typed it,” his pianist said.", None),
        (PRINCE + "There Ann Roy met Paul Hale.\n\n“He typed it,” the sophomore said.", None),
        ("Dr. Ann Roy came with Mayor Paul Hale on Monday.\n\n“We are tired,” the doctor said.", "Ann Roy"),
        ("The Rev. Paul Hale came with Mayor Ann Roy on Monday.\n\n“We are tired,” the priest said.", "Paul Hale"),
        ("State Rep. Ann Roy called Mayor Paul Hale on Monday.\n\n“We are tired,” the lawmaker said.", "Ann Roy"),
    ],
)
def test_whom_a_description_means(text: str, name: str | None) -> None:
    assert speakers(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In a letter to parents, Ann Roy said the school was safe.\n\n“We looked twice,” the letter said.", "Ann Roy"),
        (
            "Ann Roy stayed at home. Her letter was in the packet.\n\n“I resign my seat tonight,” the letter said.",
            "Ann Roy",
        ),
        ("Ann Roy stayed at home. Her letter is short. “I resign my seat tonight,” it reads.", "Ann Roy"),
        ("Paul Hale left. “We looked twice,” the letter, signed by Chairwoman Ann Roy, says.", "Ann Roy"),
        ("Paul Hale left. “We looked twice,” the letter said.", None),
    ],
)
def test_whose_words_a_letter_gives(text: str, name: str | None) -> None:
    assert speakers(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Supreme Court said in July that the lawmakers had acted illegally.", "Supreme Court"),
        ("Mercy Valley Health System lost its files. Mercy Valley said it did not pay.", "Mercy Valley"),
        ("Mercy Valley said it did not pay.", None),
        ("County Road said it did not pay.", None),
        ("High Street said on Monday that it did not pay.", None),
    ],
)
def test_bodies_whose_names_end_as_places_do(text: str, name: str | None) -> None:
    assert speakers(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The river will rise, the National Rill Service warned. The service said it may freeze.",
            "National Rill Service",
        ),
        ("The Rill Food Survey came out on Monday. The survey said it may freeze.", None),
        ("The Rill Beef Stamp came out on Monday. The stamp says it may freeze.", None),
        ("The Senate Joint Resolution came out on Monday. The resolution says it may freeze.", None),
        ("A planner at Rill General kept a list. The hospital said it was not true.", "Rill General"),
        ("A planner in Rill Heights kept a list. The hospital said it was not true.", None),
        ("A spokesman for Rill Coach went home. The company said it was not true.", "Rill Coach"),
        ("Rill Foods told the town of it on Monday. The company said it was not true.", "Rill Foods"),
        ("Moss & Rill went home. The company said it was not true.", "Moss & Rill"),
        ("Nell Rill told the town of it on Monday. The company said it was not true.", None),
        ("A clerk at Rill Coach went home. The council said it was not true.", None),
        ("The Federal Rill Administration said no. The airline said it was not true.", None),
        ("Harbor Watch said no. The court also said it was not true.", None),
        (
            "The Rill Circuit Court of Appeals said no. The court also said it was shut.",
            "Rill Circuit Court of Appeals",
        ),
    ],
)
def test_whom_a_noun_for_a_body_means(text: str, name: str | None) -> None:
    assert speakers(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Constable Nell Rill met Mayor Ed Moss. The constable said it may freeze.", "Nell Rill"),
        ("President Nell Rill met Mayor Ed Moss. The board president said it may freeze.", "Nell Rill"),
        ("Mayor Pro Tem Nell Rill met Ed Moss. The mayor pro tem said it may freeze.", "Nell Rill"),
        ("Sen. Nell Rill spoke on Monday.\n\nThe Republican nominee said it may freeze.", "Nell Rill"),
        ("Sen. Nell Rill spoke on Monday.\n\nThe nominee said it may freeze.", None),
        ("Nell Rill spoke on Monday.\n\nThe nominee said it may freeze.", "Nell Rill"),
        ("Sen. Nell Rill met Sen. Ed Moss. The senators said it may freeze.", None),
        ("Library Director Nell Rill met Ed Moss. The director hopes to sell it.", "Nell Rill"),
        ("Chief Nell Rill met Ed Moss. The police chief said it may freeze.", "Nell Rill"),
        (
            "Officers of the Rill Police Department met Ed Moss. The police department said it may freeze.",
            "Rill Police Department",
        ),
        ("Rill Mills Inc. met Ed Moss. The company plans to sell it.", "Rill Mills Inc"),
    ],
)
def test_whom_an_office_or_a_candidacy_means(text: str, name: str | None) -> None:
    assert speakers(text)[-1] == name


AGED = "Nell Rill, 61, and Ada Moss, 34, came in.\n\n"
KIN = "Carl Rill came in with his nephew, Scott Rill.\n\n“It froze,” Carl Rill said.\n\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (AGED + "“It froze,” the older woman said.", "Nell Rill"),
        (AGED + "“It froze,” the younger woman said.", "Ada Moss"),
        (AGED + "“It froze,” said the younger.", "Ada Moss"),
        (KIN + "“It froze,” the younger man said.", "Scott Rill"),
        (KIN + "“It froze,” the elder Rill said.", "Carl Rill"),
        (KIN + "“It froze,” the younger woman said.", None),
        ("Nell Rill and Ada Moss came in.\n\n“It froze,” the older woman said.", None),
        ("Nell Rill, 61, Ada Moss, 34, and Eve Roy, 20, came in.\n\n“It froze,” the older woman said.", None),
        ("Nell Rill, 61, and Ada Moss, 61, came in.\n\n“It froze,” the older woman said.", None),
    ],
)
def test_the_elder_and_the_younger_of_two(text: str, name: str | None) -> None:
    assert speakers(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Erik and Ruth Lund milk cows.\n\n“He naps,” Ruth Lund said.\n\n“No,” her husband said.", "Erik Lund"),
        ("Erik and Ruth Lund milk cows.\n\n“She never naps,” Erik said.", "Erik Lund"),
        ("Mary Dale met Paul Hale. Dale and Ruth Lund row.\n\n“She never naps,” Dale said.", "Mary Dale"),
        ("The Lund brothers, Erik and Paul, row.\n\n“He naps,” Erik Lund said.\n\n“No,” his brother said.", None),
    ],
)  # fmt: skip
def test_two_persons_share_a_last_name_that_is_printed_once(text: str, name: str | None) -> None:
    assert speakers(text)[-1] == name


TREASURER = "The former treasurer of a choir said Thursday that she had lost the key.\n\n"
FARMER = "A Brule woman told police that she had lost the key.\n\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (TREASURER + "Ann Roy, 46, stood in court.", "Ann Roy"),
        (FARMER + "Ann Roy, of Mill Road, found it.", "Ann Roy"),
        (FARMER + "Ann Roy found it.", None),
        (FARMER + "Tom Hale, 46, found it.", None),
        (FARMER + "On Friday Ann Roy, 46, found it.", None),
        (FARMER.replace("police", "a teacher") + "Ann Roy, 46, found it.", None),
        ("A judge said Thursday that the key was lost.\n\nAnn Roy, 46, stood in court.", None),
        (f"It rained.\n\nAnn Roy left.\n\n{TREASURER}Ann Roy, 46, stood in court.", None),
    ],
)
def test_whom_the_next_paragraph_names_at_its_head(text: str, name: str | None) -> None:
    assert speakers(text)[0] == name


COACHES = "“We won,” said coach Ann Roy. The idea was that of assistant coach Bev Moss.\n\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (COACHES + "“It was hard,” the head coach said.", "Ann Roy"),
        (COACHES + "“It was hard,” the assistant coach said.", "Bev Moss"),
        ("Assistant coach Bev Moss came late.\n\n“It was hard,” the head coach said.", None),
        ("Attorney Ann Roy came for Len Pruitt.\n\n“He slept,” the court-appointed lawyer said.", "Ann Roy"),
    ],
)
def test_what_need_not_be_said_of_somebody_again(text: str, name: str | None) -> None:
    assert speakers(text)[-1] == name


@pytest.mark.parametrize(
    "text",
    [
        "The gun came from Ann Bell, the evidence showed.\n\nBell had left town, the evidence showed.",
        "Two were held. According to the inquiry, Ann Bell, 34, fled.\n\nIt was spent, according to the inquiry.",
        "With Tom Roy and Ann Bell, the defendants, was a lawyer.\n\n“It is late,” the defendants said.",
        "Prosecutors say that her car hit a wall.\n\nAnn Bell, 22, of Dell, was held on Monday.",
    ],
)
def test_no_paper_and_no_group_is_somebody_by_a_description(text: str) -> None:
    assert {
        statement.speaker for statement in attribute(article(text, headline="")) if statement.attribution == "sure"
    } == set()


def test_the_lone_one_of_an_office_may_be_named_later() -> None:
    text = "The lone trustee to vote no said that it was late.\n\n“It was wet,” Trustee Ann Roy said."
    assert speakers(text) == ["Ann Roy", "Ann Roy"]


@pytest.mark.parametrize(
    ("noun", "title", "name"),
    [
        ("His public defender", "Attorney", "Ann Roy"),
        ("His public defender", "City Attorney", None),
        ("His defender", "Attorney", None),
        ("The court-appointed lawyer", "Attorney", "Ann Roy"),
        ("The court-appointed lawyer", "Assistant County Attorney", None),
    ],
)
def test_the_lawyer_of_somebody_may_be_named_later(noun: str, title: str, name: str | None) -> None:
    text = f"{noun} said that it was late.\n\n“It was very late,” {title} Ann Roy told the judge."
    assert speakers(text) == [name, "Ann Roy"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mayor Tom Hale left.", "Tom Hale"),
        ("It was the house of the late Mayor Tom Hale.", None),
        ("It was the house of the late mayor Tom Hale.", None),
        ("Mayor Ann Roy slept. It was the house of the late Mayor Tom Hale.", "Ann Roy"),
    ],
)
def test_no_noun_means_the_dead(text: str, name: str | None) -> None:
    assert speakers(f"{text}\n\n“It was late,” the mayor said.")[-1] == name


ROY = "Police Chief Dan Roy retires on Friday.\n\n"


@pytest.mark.parametrize(
    "line",
    [
        "The council named Maria Ortiz police chief on Monday.",
        "The council appointed Lt. Maria Ortiz as police chief.",
        "Maria Ortiz will take over as police chief in May.",
        "Maria Ortiz was sworn in Monday as the city's new police chief.",
        "Maria Ortiz will become the city's next police chief.",
        "Maria Ortiz was promoted to police chief.",
    ],
)
@pytest.mark.parametrize("noun", ["new", "incoming"])
def test_the_new_chief_is_who_was_just_chosen(line: str, noun: str) -> None:
    assert speakers(f"{ROY}{line}\n\n“I will listen to everybody,” the {noun} chief said.")[-1] == "Maria Ortiz"


@pytest.mark.parametrize("noun", ["outgoing", "retiring", "former"])
def test_the_outgoing_chief_is_the_one_before(noun: str) -> None:
    line = "The council named Maria Ortiz police chief on Monday."
    assert speakers(f"{ROY}{line}\n\n“I will listen to everybody,” the {noun} chief said.")[-1] == "Dan Roy"


def test_who_was_elected_mayor_is_the_mayor_elect() -> None:
    text = "Mayor Dan Roy lost on Tuesday. Voters elected Maria Ortiz mayor.\n\n“I will listen,” the mayor-elect said."
    assert speakers(text)[-1] == "Maria Ortiz"


@pytest.mark.parametrize("noun", ["incoming", "next"])
def test_who_comes_is_not_who_is_there(noun: str) -> None:
    text = f"{ROY}The board met twice.\n\n“I will listen to everybody,” the {noun} chief said."
    assert speakers(text)[-1] is None


@pytest.mark.parametrize(
    "line",
    [
        "The council promoted Maria Ortiz to deputy police chief.",
        "Maria Ortiz will become police chief in May.",
        "Maria Ortiz took over as acting chief of staff in May.",
    ],
)
def test_who_has_not_got_the_office_does_not_speak_in_it(line: str) -> None:
    assert speakers(f"{ROY}{line}\n\n“I will listen to everybody,” the chief said.")[-1] == "Dan Roy"


def test_who_is_picked_for_secretary_of_state_is_no_other_secretary() -> None:
    text = "The president picked Ann Rice to become secretary of state.\n\n“I listen,” the secretary of defense said."
    assert speakers(text)[-1] is None


@pytest.mark.parametrize("noun", ["Rill native", "86-year-old", "18-year veteran of the department"])
def test_a_description_means_the_only_person_of_a_story(noun: str) -> None:
    text = f"Customer Bernard Tate has been here since noon.\n\n“It keeps me young,” the {noun} said."
    (found,) = attribute(article(text, headline=""))
    assert found.speaker is not None
    assert (found.speaker.name, found.attribution) == ("Bernard Tate", "sure")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Canton Police said a boy was arrested. The district said there was no danger.", None),
        ("The NAACP has called for a boycott of Kroger. The company said it has no comment.", "Kroger"),
        ("Mercy Hospital said it is late. The insurer said the claims were improper.", None),
    ],
)
def test_a_noun_is_not_a_body_of_another_kind(text: str, speaker: str | None) -> None:
    assert speakers(text)[-1] == speaker


def test_several_without_a_name_are_nobody() -> None:
    assert speakers("Archaeologists say the bones are human. Zookeepers said the bear is fine.") == [None, None]


@pytest.mark.parametrize(
    ("behind", "name"),
    [
        ("“It was dark,” the driver said. Tom Hale has driven the road since May.", "Tom Hale"),
        ("“It was dark,” the driver said. “It was wet.” Tom Hale was on his way home.", "Tom Hale"),
        ("“It was dark,” a driver said. “It was wet.” Tom Hale was on his way home.", None),
        ("“It was dark,” the driver said. Tom Hale was arrested on Monday.", None),
        ("“It was dark,” the driver said. Tom Hale said he saw nothing.", None),
        ("“It was dark,” the driver said. Tom Hale, 44, was killed.", None),
        ("“It was dark,” the driver said.\n\nTom Hale was killed.", None),
        ("“It was dark,” the drivers said. Tom Hale was killed.", None),
        ("“It was dark,” his wife said. Tom Hale was killed.", None),
    ],
)
def test_a_bare_name_behind_tells_whose_words_a_noun_gave(behind: str, name: str | None) -> None:
    text = f"Rain fell on Rill Monday.\n\nThe road was shut.\n\nA truck had left it.\n\n{behind}\n\nSnow is to follow."
    assert speakers(text)[0] == name


def test_a_bare_name_heads_the_paragraph_behind_the_first() -> None:
    text = "“It was dark,” the driver said. “It was wet.”\n\nTom Hale was on his way home.\n\nRain is to follow."
    assert speakers(text) == ["Tom Hale", "Tom Hale"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Roy asked Mayor Ruth Hale whether the fund was empty.\n\n“Not yet,” she replied.", "Ruth Hale"),
        ("Mayor Ruth Hale spoke. Ann Roy asked how, then, she knew.\n\n“I do not,” she answered.", "Ruth Hale"),
        ("Ann Roy asked whether the fund was empty.\n\n“Not yet,” she replied.", None),
        ("Ann Roy was asked whether the fund was empty.\n\n“Not yet,” she replied.", "Ann Roy"),
    ],
)
def test_who_replies_is_not_who_asked(text: str, name: str | None) -> None:
    assert speakers(text)[-1] == name


RACE = "Ann Roy, a baker, leads Tom Hale, a grocer, in the race for mayor of Rill.\n\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hale’s campaign had no word on it. The candidate called it “a very small leak.”", "Tom Hale"),
        ("The Roy campaign had no word on it. The candidate called it “a very small leak.”", "Ann Roy"),
        ("The Ash campaign had no word on it. The candidate called it “a very small leak.”", None),
        ("Hale’s campaign had no word on it.\n\nThe candidate called it “a very small leak.”", None),
    ],
)
def test_the_candidate_is_whose_campaign_was_told_of(text: str, name: str | None) -> None:
    assert speakers(RACE + text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gov. Ruth Hale met the press.\n\n“It leaks,” the Republican governor said.", "Ruth Hale"),
        ("Gov. Ruth Hale met Gov. Tom Roy.\n\n“It leaks,” the Republican governor said.", None),
        (
            "Sen. Ruth Hale spoke. A senator told us of it. “It leaks,” the senator said on condition of anonymity.",
            None,
        ),
    ],
)
def test_the_governor_of_a_party_and_whoever_wants_no_name(text: str, name: str | None) -> None:
    assert speakers(text)[-1] == name


@pytest.mark.parametrize(
    "party", [", R-Cedar Falls,", ", D-Ohio,", " (R-Ohio),", ", D-N.J.,", ", DFL-St. Paul,", " (D-Red Wing)"]
)
def test_a_party_may_stand_before_who(party: str) -> None:
    assert speakers(f"Among them was state Rep. Ann Roy{party} who added, “It leaks badly.”") == ["Ann Roy"]


def test_who_behind_others_is_not_the_one_with_the_party() -> None:
    assert speakers("She met state Sen. Ann Roy, R-Cedar Falls, and others who said it leaks.") != ["Ann Roy"]


def test_an_eve_is_nobody() -> None:
    assert speakers("In a note on Christmas Eve, the clerk wrote, “It leaks badly.”") == [None]
    assert speakers("Eve Hale left Rill. “It leaks badly,” Eve wrote.") == ["Eve Hale"]
