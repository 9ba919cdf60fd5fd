"""What is found but not shown as said: accusations, pleas, deeds, scare quotes, text without full stops."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from search.documents import Article, Statement


def statements(text: str) -> list[Statement]:
    return list(attribute(Article(id="doubtful", key="doubtful", files=(), headline="", text=text)))


@pytest.mark.parametrize(
    "text",
    [
        "Tom Hale is also charged with one count of fraud, prosecutors said Monday.",
        "Tom Hale was accused of lying to the court about the money.",
        "A guard of Tom Hale accused of stealing the keys was let go.",
        "Tom Hale was told that the road was shut for the winter.",
        "Tom Hale is accused of taking the keys to the mill and telling the guard that they were his.",
        "Tom Hale, 40, was sentenced to a year in jail and ordered to pay for the mill.",
        "Tom Hale shrugged when asked whether the road was shut.",
        "Tom Hale, when later told that the road was shut, left.",
        "Tom Hale left after being reminded that the road was shut.",
        "Tom Hale is also accused of luring the guard away by falsely claiming that the dam had burst.",
    ],
)
def test_nobody_says_what_others_say_of_them_or_to_them(text: str) -> None:
    assert "Tom Hale" not in {statement.speaker.name for statement in statements(text) if statement.speaker}


def test_once_is_before_what_somebody_did_himself() -> None:
    [statement] = statements("Tom Hale once told a guard that the road was shut.")
    assert statement.speaker is not None
    assert statement.speaker.name == "Tom Hale"


def test_what_somebody_is_asked_about_his_words_is_no_question_of_his() -> None:
    found = statements("“No,” Tom Hale said, asked whether it was shut. Hale stood, asked why it was shut.")
    assert [(one.text, one.speaker.name if one.speaker else None) for one in found] == [
        ("No,", "Tom Hale"),
        ("whether it was shut", None),
        ("why it was shut", "Tom Hale"),
    ]


def test_a_clause_in_between_is_no_passive() -> None:
    [statement] = statements("Tom Hale, who is the mayor, said the road was shut for the winter.")
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.attribution) == ("Tom Hale", "sure")


@pytest.mark.parametrize(
    ("text", "attribution"),
    [
        ("Tom Hale pleaded guilty to one count of having lied to the police.", "possible"),
        ("Tom Hale reported the theft to the police on Monday.", "possible"),
        ("Tom Hale disclosed the theft to a high school teacher.", "possible"),
        ("Tom Hale disclosed that the keys were gone.", "sure"),
        ("Mayor Tom Hale denied the motion for a new vote on Monday.", "possible"),
        ("Mayor Tom Hale denied that he had seen the letter.", "sure"),
        ("Tom Hale reported that the bridge had fallen on Monday.", "sure"),
        ("Tom Hale argued that the guard had left the mill.", "sure"),
        ("Tom Hale maintained a house where many children spent the summer.", "possible"),
        ("Tom Hale maintained that the children were well.", "sure"),
        ("Tom Hale pointed out Ruth Bell to the two men at the bar.", "possible"),
        ("Tom Hale pointed out that the men had left the bar.", "sure"),
        ("Mayor Tom Hale added a third count to the list of the charges.", "possible"),
        ("Mayor Tom Hale added that the list was too long.", "sure"),
        ("Mayor Tom Hale continued that the dam would hold.", "sure"),
        ("Mayor Tom Hale said that the dam should hold.", "sure"),
    ],
)
def test_pleas_and_deeds_are_only_possible(text: str, attribution: str) -> None:
    is_sure = "sure" in {statement.attribution for statement in statements(text)}
    assert is_sure is (attribution == "sure")


@pytest.mark.parametrize(
    "text",
    [
        "Tom Hale argued with the ferrymen and threw an oar at them.",
        "Mayor Tom Hale wrote and passed the Harbor Act in 2000, establishing a fund that helps the fire departments.",
        "From May to June, the Harrow Clinic continued to receive the patients whom the county sent.",
        "Mayor Tom Hale referred the families to a doctor who spoke their language.",
        "Tom Hale threw a stone at the boat. He continued throwing until the ferry had gone round the bend.",
        "Tom Hale slammed into the back of a milk truck with the driver asleep inside.",
        "Tom Hale pleaded guilty on Friday to robbing the miller, 60-year-old Oskar “Ossie” Lund.",
        "The Harrow Hospital admitted 57 divers and sent 12 of them home.",
        "The county’s reply was written by Ruth Bell, a lawyer of the town.",
        "The rule was drafted and proposed by Mayor Tom Hale and makes it a crime, with a fine of $500, to feed gulls.",
        "Tom Hale is accused of posting notes on a page, claiming to be a doctor, asserting that he had cured it.",
        "Tom Hale is accused of filing a report stating that there were no additional “avenues for further inquiry.”",
        "Tom Hale is accused of going to the police to report that his boat was gone.",
        "Late at night Ruth Bell called “A Blue Dot Cab, Inc.,” (“the Dot”) for a ride.",
        "Ruth Bell got an order requiring that her brother stay away.",
        "Ruth Bell testified in the trial against Tom Hale and was sentenced to two years in June.",
        "Mayor Tom Hale must now admit that the dam will not hold.",
        "The mayor ought to say whether the dam will hold, and Tom Hale should never have claimed that it would.",
        "Tom Hale continued the attack by using his hand to force the girl into the car.",
    ],
)
def test_what_somebody_does_is_not_shown_as_said(text: str) -> None:
    assert "sure" not in {statement.attribution for statement in statements(text)}


def test_a_word_in_quotation_marks_is_not_shown_as_said() -> None:
    found = statements("Ruth Bell posed as his “accountant” for a year. Mayor Tom Hale said she had no licence.")
    assert [
        statement for statement in found if "accountant" in statement.text and statement.attribution == "sure"
    ] == []


def test_a_capital_makes_no_statement_of_a_word() -> None:
    found = statements("Mayor Tom Hale spoke. Guests must address him as “Sir” or “Daddy,” or leave the room at once.")
    assert [said for said in found if said.text in ("Sir", "Daddy,") and said.attribution == "sure"] == []


def test_nothing_is_sure_in_another_language() -> None:
    said = "“Nadie se lo esperaba en el pueblo”, dijo Tomás Hale. "
    told = "Los vecinos llegaron temprano, esperaron dos horas y volvieron a casa sin una respuesta. " * 5
    found = statements(said + told)
    assert found
    assert {statement.attribution for statement in found} <= {"possible", "none"}
    english = "“Nobody expected it,” said Tomás Hale, the mayor. "
    assert "sure" in {
        statement.attribution for statement in statements(english + "They waited for the bus in the rain. " * 9)
    }


def test_nothing_is_sure_in_a_text_without_sentences() -> None:
    clause = "Mayor Tom Hale said today that the road to the mill will stay shut until the spring of next year "
    without_marks = statements(clause * 6)
    assert without_marks
    assert "sure" not in {statement.attribution for statement in without_marks}
    assert "sure" in {statement.attribution for statement in statements((clause.strip() + ". ") * 6)}


@pytest.mark.parametrize(
    ("text", "attribution"),
    [
        ("Tom Hale called a drugstore to order pills for his brother.", "possible"),
        ("Tom Hale wrote that he had paid his rent.", "sure"),
        ("Tom Hale called friend Len Pruitt to arrange the sale of the mill.", "possible"),
        ("Tom Hale pointed out that the road was shut.", "sure"),
        ("Tom Hale yelled at the guard to open the gate.", "possible"),
        ("Tom Hale pointed the gun at a guard and ran.", "possible"),
        ("Tom Hale wrote 24 checks to himself and paid his rent.", "possible"),
        ("Tom Hale posted a $5,000 bail on Monday after he was arrested.", "possible"),
        ("MAYOR TOM HALE SAYS THE MILL ROAD BRIDGE WILL STAY SHUT FOR A YEAR.", "possible"),
    ],
)
def test_calls_checks_and_lines_in_capitals_are_only_possible(text: str, attribution: str) -> None:
    is_sure = "sure" in {statement.attribution for statement in statements(text)}
    assert is_sure is (attribution == "sure")


def test_whoever_has_no_name_may_be_meant() -> None:
    clear = "Len Pruitt told the jury he was lost. He said the road was dark."
    unclear = "Len Pruitt told the jury he was lost. The victim waved. He said the road was dark."
    assert [s.attribution for s in statements(clear) if s.source and s.source.text == "He"] == ["sure"]
    assert [s.attribution for s in statements(unclear) if s.source and s.source.text == "He"] == ["possible"]


def test_the_defendant_is_the_person_named_unless_that_one_has_an_office() -> None:
    named = "Len Pruitt was sentenced. The defendant fled the scene. He told the guards that the road was dark."
    assert [s.attribution for s in statements(named) if s.source and s.source.text == "He"] == ["sure"]
    official = "Sheriff " + named.replace("was sentenced", "spoke")
    assert [s.attribution for s in statements(official) if s.source and s.source.text == "He"] == ["possible"]


@pytest.mark.parametrize(
    "text",
    [
        "Sheriff Len Pruitt spoke. The suspect, meanwhile, ran to a clinic, where he said that the road was dark.",
        "Sheriff Len Pruitt spoke. The suspect came in. He sat down. He ate. He told the clerk that the road was dark.",
        "In court, Pruitt’s wife Annie wept. She said that the house was empty. Robin Pruitt died in May.",
    ],
)
def test_the_suspect_and_the_wife_may_be_meant(text: str) -> None:
    assert "sure" not in {
        s.attribution for s in statements(text) if s.source and s.source.text.lower() in ("he", "she")
    }


def test_whoever_is_named_in_words_without_a_cue_does_not_say_them() -> None:
    text = (
        "Judge Len Pruitt read the file.\n\n“As Judge Pruitt explained, the finding rests on what the clerk had heard.”"
    )
    assert "sure" not in {s.attribution for s in statements(text) if s.kind == "direct"}


def test_who_signs_a_letter_speaks_in_it() -> None:
    text = (
        "Mayor Ruth Bell wrote to the town.\n\nBell concludes her letter with a word to the people of the quay:\n\n"
        "“Look after your neighbors until the water falls. We shall rebuild the pier. Yours sincerely, Ruth Bell.”"
    )
    [quoted] = [s for s in statements(text) if s.kind == "direct"]
    assert quoted.speaker is not None
    assert (quoted.speaker.name, quoted.attribution) == ("Ruth Bell", "sure")


def test_a_sentence_that_ends_in_a_quotation_is_no_title_however_many_names_it_holds() -> None:
    text = (
        "Fenwick rebuilt its pier.\n\nLast Thursday, Acting Harbor Master Ruth Bell says Coast divers “have the keys "
        "to all of the gates and may close the quay.”"
    )
    [said] = statements(text)
    assert said.speaker is not None
    assert (said.speaker.name, said.attribution) == ("Ruth Bell", "sure")


def test_a_senator_speaks_of_his_own_bill() -> None:
    text = "“The ferry stays,” said Sen. Len Pruitt. “The Roy-Pruitt bill and the Pruitt lamp will see to that.”"
    assert {s.attribution for s in statements(text)} == {"sure"}


def test_a_title_in_quotation_marks_is_nobodys_word() -> None:
    text = "Len Pruitt had many names, among them “Dr.” Pruitt. “It was a joke,” Pruitt said."
    assert {s.text for s in statements(text) if s.attribution == "sure"} == {"It was a joke,"}


def test_whom_a_letter_is_to_does_not_write_it() -> None:
    text = (
        "The words of the letter to Secretary Pruitt follow below.\n\nDear Secretary Pruitt:\n\n"
        "Our town has one ferry, which it cannot do without.\n\nLet it sail."
    )
    assert "sure" not in {s.attribution for s in statements(text) if s.speaker and s.speaker.name == "Pruitt"}


def test_quoted_words_in_a_sentence_without_a_cue_are_only_possible() -> None:
    found = statements(
        "Ruth Bell leads the choir of the mill. Ruth Bell is “eager to give all of it back to her town.”"
    )
    assert {s.attribution for s in found if s.kind == "direct"} <= {"possible", "none"}


def test_whose_hearing_it_is_does_not_surely_speak_there() -> None:
    text = (
        "Richard Hale, 60, sent a letter to the keeper. Hale was found at the mill after it. Today at Hale’s hearing, "
        "the keeper’s brother’s statement was read to the court, “I speak on behalf of my 86-year-old mother, I speak "
        "for my family members, and also on behalf of my sister’s friends. You have stolen something.”"
    )
    assert [one.attribution for one in statements(text) if one.kind == "direct"] == ["possible"]


def test_a_sentence_that_ends_with_a_firm_is_somebodys() -> None:
    assert statements("“I never trusted the Harrow Mill Company,” Ruth Bell said.")[-1].attribution == "sure"
