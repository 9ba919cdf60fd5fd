"""Interviews with labels, and questions with quoted answers."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from search.documents import Statement
from tests.builders import article

LABELLED = """Tobias Finch has run the ferry since 1998. The Weekly met him at the slip.

WEEKLY: How do you explain a cable ferry to a child?

FINCH: I say it’s a kite. The boat’s the kite.

You turn her nose a little and the river does the work.

WEEKLY: Did the sheriff call you?

FINCH: He said he would think about it.

His niece, Odette Finch, was taking fares."""

Q_AND_A = """Wren Okabe, 41, became director on Thursday.

Q. What is the pipe?

A. It’s from the break in August.

Q. Did you want this job?

A. I wanted somebody to do it who had been in the hole."""

QUOTED = """Tobias Finch, 58, sat in the wheelhouse.

Is this about money?

“No. If it was money I’d have sold.”

Have you met Brandon Voss?

“He rode across once.”

What happens if you lose?

“Then I lose.”"""


def answers(text: str) -> list[tuple[str, str | None]]:
    found: tuple[Statement, ...] = attribute(article(text, headline=""))
    return [(s.text, s.speaker.name if s.speaker else None) for s in found if s.kind == "direct"]


def test_an_outlet_asks_by_whom_it_has_sent() -> None:
    sent = LABELLED.replace("The Weekly met him", "KQEL’s Odo Brandt stopped").replace("WEEKLY:", "KQEL:")
    assert ("Did the sheriff call you?", "Odo Brandt") in answers(sent)


def test_labelled_answers() -> None:
    assert answers(LABELLED) == [
        ("How do you explain a cable ferry to a child?", "Weekly"),
        ("I say it’s a kite. The boat’s the kite.", "Tobias Finch"),
        ("You turn her nose a little and the river does the work.", "Tobias Finch"),
        ("Did the sheriff call you?", "Weekly"),
        ("He said he would think about it.", "Tobias Finch"),
    ]


def test_questions_of_somebody_named() -> None:
    text = LABELLED.replace("The Weekly met him", "Reporter Ann Bell met him").replace("WEEKLY", "BELL")
    assert ("Did the sheriff call you?", "Ann Bell") in answers(text)


def test_what_an_answer_reports_is_no_statement_of_its_own() -> None:
    assert all(s.kind == "direct" for s in attribute(article(LABELLED, headline="")) if "think about it" in s.text)


def test_questions_and_answers() -> None:
    assert answers(Q_AND_A) == [
        ("It’s from the break in August.", "Wren Okabe"),
        ("I wanted somebody to do it who had been in the hole.", "Wren Okabe"),
    ]


def test_quoted_answers() -> None:
    assert answers(QUOTED) == [
        ("No. If it was money I’d have sold.", "Tobias Finch"),
        ("He rode across once.", "Tobias Finch"),
        ("Then I lose.", "Tobias Finch"),
    ]


def test_labels_within_quotation_marks() -> None:
    text = (
        "Pell spoke to Ann Bell on Friday.\n\n“BELL: Was the levee safe?\n\n“PELL: It was. We looked.\n\n"
        "“And we looked again.\n\n“(APPLAUSE.)\n\n“BELL: Thank you.”"
    )
    assert answers(text) == [
        ("Was the levee safe?", "Ann Bell"),
        ("It was. We looked.", "Pell"),
        ("And we looked again.", "Pell"),
        ("Thank you.", "Ann Bell"),
    ]


def test_lines_with_colons_are_no_interview() -> None:
    text = "Date: May 14\n\nPlace: The Grange Hall\n\nTime: noon\n\nCost: free"
    assert attribute(article(text, headline="")) == ()


def test_who_asks_is_told_before_the_interview() -> None:
    asked = [("What is the pipe?", "Ann Bell"), ("Did you want this job?", "Ann Bell")]
    for told in ("She talked with KQEL’s Ann Bell at the plant.", "A reporter, Ann Bell, asked her to sit down."):
        text = Q_AND_A.replace("on Thursday.", "on Thursday. " + told)
        assert [answer for answer in answers(text) if answer[1] == "Ann Bell"] == asked
        assert answers(text.replace("Q. ", "WEEKLY: "))[0] == asked[0]


def test_a_witness_answers_who_is_the_subject() -> None:
    text = "Two men saw Harold Winslow leave the home, jurors heard.\n\nAnn Okabe spent a day on the stand.\n\n"
    found = answers(text + Q_AND_A.split("\n\n", 1)[1])
    assert {speaker for _, speaker in found} == {"Ann Okabe"}


def test_full_names_and_last_names_label_one() -> None:
    text = (
        "Nora Fitch of the Weekly spoke to Dale Brook, the whip, on Sunday.\n\nNORA FITCH: You signed. Whose was it?"
        "\n\nBROOK: I read it as a letter about highways.\n\nFITCH: Are you going to run?\n\nBROOK: I have a calendar."
    )
    assert answers(text) == [
        ("You signed. Whose was it?", "Nora Fitch"),
        ("I read it as a letter about highways.", "Dale Brook"),
        ("Are you going to run?", "Nora Fitch"),
        ("I have a calendar.", "Dale Brook"),
    ]


def test_three_turns_of_people_whom_the_text_names() -> None:
    text = (
        "Gary Brook went on the radio on Thursday. Host Al Fitch asked him why.\n\nBROOK: You know the crowds."
        "\n\nFITCH: Who’s the turnip?\n\nBROOK: Well. You’ve seen them.\n\nThe clip was played often."
    )
    assert answers(text) == [
        ("You know the crowds.", "Gary Brook"),
        ("Who’s the turnip?", "Al Fitch"),
        ("Well. You’ve seen them.", "Gary Brook"),
    ]


def test_what_is_told_between_the_turns_is_no_answer() -> None:
    text = LABELLED.replace("You turn her nose a little and the river does the work.", "Here Finch let in a cat.")
    assert [words for words, name in answers(text) if name == "Tobias Finch"] == [
        "I say it’s a kite. The boat’s the kite.",
        "He said he would think about it.",
    ]


def test_who_is_interviewed_does_not_ask() -> None:
    told = "Finch sat down with the Weekly at the slip, and he talked about kites."
    text = LABELLED.replace("The Weekly met him at the slip.", told)
    assert "Tobias Finch" not in {speaker for words, speaker in answers(text) if words.endswith("?")}


def test_whom_an_outlet_talks_with_answers() -> None:
    text = "The Weekly spoke with the new priest, the Rev. Ann Okabe, who came here by way of the sea.\n\n"
    found = answers(text + Q_AND_A.split("\n\n", 1)[1])
    assert found == [
        ("It’s from the break in August.", "Ann Okabe"),
        ("I wanted somebody to do it who had been in the hole.", "Ann Okabe"),
    ]


def test_who_is_interviewed_by_somebody_answers() -> None:
    for told in (
        "She was interviewed at the plant by Ann Bell.",
        "Under questioning by Ann Bell she spoke of the hole.",
    ):
        assert answers(Q_AND_A.replace("on Thursday.", "on Thursday. " + told)) == [
            ("What is the pipe?", "Ann Bell"),
            ("It’s from the break in August.", "Wren Okabe"),
            ("Did you want this job?", "Ann Bell"),
            ("I wanted somebody to do it who had been in the hole.", "Wren Okabe"),
        ]


def test_a_label_may_name_a_body_after_the_speaker() -> None:
    text = """Q: Why now?

Nell Rill, plant manager: It was the contract.

Q: Is it over?

Ed Moss, Local 88: We meet on Thursday."""
    assert answers(text) == [("It was the contract.", "Nell Rill"), ("We meet on Thursday.", "Ed Moss")]


def test_voices_of_a_recording_speak_by_turns() -> None:
    text = (
        "The buoy’s microphone was on at 4 a.m.:\n\nFIRST VOICE: Is that the lot?\n\nSECOND VOICE: One more crate."
        "\n\n(A bell.)\n\nFIRST VOICE: Leave it.\n\nIt was left."
    )
    assert answers(text) == [("Is that the lot?", None), ("One more crate.", None), ("Leave it.", None)]


def test_a_recording_of_people_whom_the_text_names() -> None:
    text = (
        "Ann Bell was at the pump when Dale Brook called.\n\nBROOK: The lower gate is open.\n\nBELL: It was shut."
        "\n\nBROOK: Then look again.\n\nThe gate was closed at 4."
    )
    assert answers(text) == [
        ("The lower gate is open.", "Dale Brook"),
        ("It was shut.", "Ann Bell"),
        ("Then look again.", "Dale Brook"),
    ]


def test_only_the_answers_have_a_label() -> None:
    text = (
        "Odile Finch-Roy, 70, tunes the town’s pianos.\n\nWhere did it start?\n\nFinch-Roy: In a church with wet keys."
        "\n\nThe priest paid in eggs.\n\nWhich was the worst?\n\nFinch-Roy: The one at the school."
        "\n\nYou have never charged it.\n\nFinch-Roy: They have no money.\n\nShe closes on Monday."
    )
    assert answers(text) == [
        ("In a church with wet keys.", "Odile Finch-Roy"),
        ("The priest paid in eggs.", "Odile Finch-Roy"),
        ("The one at the school.", "Odile Finch-Roy"),
        ("They have no money.", "Odile Finch-Roy"),
    ]


def test_labels_of_initials_and_how_something_was_said() -> None:
    text = LABELLED.replace("FINCH:", "T.F.:").replace("He said he would", "(laughing) He said he would")
    assert answers(text) == answers(LABELLED)


def test_whom_the_questions_address_answers() -> None:
    text = (
        "By Nell Bell\n\nHer lawyer, Dale Brook, called the nurse, Wren Okabe, on Thursday.\n\n"
        "Q. Was he awake, Ms. Okabe?\n\nA. He was asleep.\n\nQ. And at noon?\n\nA. Asleep as well.\n\n"
        "Dale Brook, who was asking the questions, sat down."
    )
    assert answers(text) == [
        ("Was he awake, Ms. Okabe?", "Dale Brook"),
        ("He was asleep.", "Wren Okabe"),
        ("And at noon?", "Dale Brook"),
        ("Asleep as well.", "Wren Okabe"),
    ]


def test_who_meets_somebody_to_talk_asks() -> None:
    for told in ("KQEL’s Ann Bell caught up with her.", "Staff writer Ann Bell sat down last Monday with her."):
        text = Q_AND_A.replace("on Thursday.", "on Thursday. " + told)
        assert answers(text)[0] == ("What is the pipe?", "Ann Bell")


LEDGER = """Tobias Finch ran the ferry. He would not sit.

Ledger: How many have you got?

Finch: Six hundred. Some of the dogs came around.

{told}

Ledger: What does it cost?

Finch: Seven hundred thousand.

Ledger: Is that all?

Finch: It is."""


def test_an_outlet_that_asks_is_named_by_its_label() -> None:
    found = attribute(article(LEDGER.format(told="Ledger: Who counted?"), headline=""))
    asked = [(one.speaker.name if one.speaker else None, one.text) for one in found if one.text.endswith("?")]
    assert asked[:2] == [("Ledger", "How many have you got?"), ("Ledger", "Who counted?")]
    nobody = LEDGER.replace("Ledger:", "QUESTION:").format(told="QUESTION: Who counted?")
    assert not any(one.text.endswith("?") for one in attribute(article(nobody, headline="")))


def test_what_somebody_else_said_between_the_turns_is_no_answer() -> None:
    for told in (
        "The board had two choices, she said by phone. The mill was the other.",
        "“He has never once looked at it,” Mrs. Nuri said.",
    ):
        found = attribute(article(LEDGER.format(told=told), headline=""))
        assert not any(one.speaker and one.speaker.name == "Tobias Finch" and one.text in told for one in found)
    answered = attribute(article(LEDGER.format(told="Nobody counted the cats. The mill has three."), headline=""))
    assert any(one.text.startswith("Nobody counted") for one in answered)


@pytest.mark.parametrize(
    "text",
    [
        "Myth: Is the dock rotten?\n\nFact: It is sound.\n\nMyth: Does it sink?\n\nFact: It floats.",
        "WHAT: A race?\n\nWHERE: The dock.\n\nWHAT: A fair?\n\nWHERE: The lake.",
    ],
)
def test_labels_of_a_list_that_asks_are_no_outlets(text: str) -> None:
    assert {statement.speaker for statement in attribute(article(text, headline=""))} == {None}


@pytest.mark.parametrize(
    ("one", "other", "names"),
    [
        ("MS. RILL:", "MR. BROOK:", ("Karen Rill", "Alan Brook")),
        ("ATTORNEY RILL:", "CHIEF BROOK:", ("Karen Rill", "Alan Brook")),
        ("MS. KAREN RILL:", "THE COURT:", ("Karen Rill", None)),
        ("MS. RILL.", "MR. BROOK.", ("Karen Rill", "Alan Brook")),
        ("Ms. RILL.", "Mr. BROOK.", ("Karen Rill", "Alan Brook")),
        ("SEN. MOSS:", "REPORTER:", ("Moss", None)),
        ("MS. MOSS:", "THE WITNESS:", ("Moss", None)),
    ],
)
def test_labels_with_titles_and_parts_in_court(one: str, other: str, names: tuple[str | None, str | None]) -> None:
    turns = (f"{one} We will begin.", f"{other} I have asked for the map.", f"{one} Go on.", f"{other} It is old.")
    found = answers("Karen Rill, a lawyer, met Chief Alan Brook in court.\n\n" + "\n\n".join(turns))
    assert [name for _, name in found] == [*names, *names]
    assert found[0][0] == "We will begin."


def test_who_asks_and_is_only_a_reporter_is_nobody() -> None:
    text = "MAYOR MOSS: It will open.\n\nREPORTER: When?\n\nMAYOR MOSS: In June."
    assert answers(text) == [("It will open.", "Moss"), ("In June.", "Moss")]


@pytest.mark.parametrize(
    "text",
    [
        "THE ISSUE: Roads.\n\nTHE COST: $20.\n\nTHE ISSUE: Pools.\n\nTHE COST: $30.",
        "MAYOR RACE: Bell leads.\n\nCOUNCIL RACE: Hale leads.\n\nMAYOR RACE: Moss is third.",
        "Mr. Hale. He left early.\n\nMs. Moss. She stayed.\n\nMr. Hale. He came back.",
    ],
)
def test_headings_of_lists_are_no_labels_of_people(text: str) -> None:
    assert answers(text) == []


@pytest.mark.parametrize(("whom", "name"), [("her", "Karen Rill"), ("him", "Alan Brook")])
def test_who_is_asked_is_a_man_or_a_woman(whom: str, name: str) -> None:
    text = (
        "Karen Rill and Alan Brook were in court. Rill spoke. Brook spoke.\n\n"
        f"The prosecutor, Ed Moss, led {whom} through the night of the fire.\n\n"
        "Q. What did you see?\n\nA. Smoke.\n\nQ. What did you do?\n\nA. I called."
    )
    assert [who for words, who in answers(text) if "?" not in words] == [name, name]


def test_labels_that_are_whole_words() -> None:
    text = "Karen Rill spoke with us.\n\nQuestion: Why?\n\nAnswer: I had to.\n\nQuestion: When?\n\nAnswer: In May."
    assert answers(text) == [("I had to.", "Karen Rill"), ("In May.", "Karen Rill")]


FORUM = (
    "The candidates for mayor answered two questions.\n\nWhy are you running?\n\nKaren Rill: I want the streets paved."
    "\n\nAlan Brook: The town needs me.\n\nWhat would you cut?\n\nKaren Rill: Nothing.\n\nAlan Brook: The truck."
)


def test_several_answer_each_question() -> None:
    assert answers(FORUM) == [
        ("I want the streets paved.", "Karen Rill"),
        ("The town needs me.", "Alan Brook"),
        ("Nothing.", "Karen Rill"),
        ("The truck.", "Alan Brook"),
    ]


@pytest.mark.parametrize(
    ("said", "instead"),
    [("running?", "running."), ("Karen Rill:", "Rill Roads:"), ("Alan Brook:", "Karen Rill:"), ("cut?", "cut.")],
)
def test_lists_with_labels_are_no_forum(said: str, instead: str) -> None:
    assert answers(FORUM.replace(said, instead)) == []
