"""Whose a quotation without a cue is, by the sentence before it."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from tests.builders import article

PEOPLE = "Dale Brook and Ruth Hale met at the dock. “It is late,” Hale said.\n\n"


def speaker_of(words: str, text: str) -> str | None:
    found = [s for s in attribute(article(PEOPLE + text, headline="")) if words in s.text]
    assert len(found) == 1
    return found[0].speaker.name if found[0].speaker else None


@pytest.mark.parametrize(
    "before",
    [
        "Brook wipes his face.",
        "Dale Brook, who rowed here, leaned on the rail.",
        "Asked why he came, Brook shook his head.",
    ],
)
def test_who_does_something_and_then_speaks(before: str) -> None:
    assert speaker_of("It was the wind", f"{before} “It was the wind.”\n\nThe boat left.") == "Dale Brook"


def test_she_who_acts_is_not_he_who_spoke_last() -> None:
    text = "“It is noon,” Brook said. She sat down. “It will be dark soon.”\n\nThe boat left."
    assert speaker_of("It will be dark soon", text) == "Ruth Hale"


@pytest.mark.parametrize(
    "line",
    [
        "Statement from Dale Brook:",
        "Below is Brook’s full statement.",
        "The text of Brook’s remarks is below.",
        "Following are Brook’s remarks, as delivered in the hall:",
        "TEXT OF STATEMENT BY DALE BROOK",
        "Statement of Dale Brook on the Flood",
        "TEXT OF STATEMENT\n\nBY DALE BROOK",
    ],
)
def test_a_line_announces_whose_words_follow(line: str) -> None:
    assert speaker_of("We were late", f"{line}\n\n“We were late.”\n\nThe boat left.") == "Dale Brook"


@pytest.mark.parametrize(
    "line", ["The letter was from Dale Brook.", "Letters to Brook’s sister:", "A letter to the wife of Dale Brook:"]
)
def test_a_line_that_announces_nobodys_words(line: str) -> None:
    found = attribute(article(f"Dale Brook rowed.\n\n{line}\n\n“We were late.”", headline=""))
    assert [s.speaker for s in found if "We were late" in s.text and s.attribution == "sure"] == []


@pytest.mark.parametrize(
    "line",
    [
        "The site checked this statement by Dale Brook on May 3:",
        "The court read the following brief letter from Brook:",
    ],
)
def test_this_statement_is_whose_it_is_said_to_be(line: str) -> None:
    assert speaker_of("We were late", f"{line} “We were late.”\n\nThe boat left.") == "Dale Brook"


def test_a_body_that_somebody_speaks_to_or_on_does_not_speak() -> None:
    text = "Brook gave the plan a try in an interview with WKRD on May 3: “We were late.”\n\nThe boat left."
    assert speaker_of("We were late", text) == "Dale Brook"


def test_whole_sentences_behind_a_colon_go_on_whoever_spoke_last() -> None:
    text = "“It is noon,” Brook said.\n\nThen, later that month on WKRD: “I never said it was noon.”\n\nThe boat left."
    assert speaker_of("I never said it", text) == "Dale Brook"


def test_who_is_asked_answers() -> None:
    text = "Brook asked what it would cost to wait.\n\n“Nothing, sir.”\n\nThe boat left."
    assert speaker_of("Nothing, sir", text) == "Ruth Hale"


def test_who_asked_may_go_on_asking() -> None:
    text = "Brook asked what it would cost to wait.\n\n“And who will pay for the boat?”\n\nThe boat left."
    assert speaker_of("And who will pay", text) == "Dale Brook"


def test_a_quotation_after_a_question_of_the_story_is_somebodys() -> None:
    assert speaker_of("They rowed back", "And what did they do?\n\n“They rowed back.”\n\nThe boat left.") == "Ruth Hale"


def test_what_somebody_said_before_words_in_marks_is_no_act() -> None:
    text = "The beans were cold, Brook added. “The soup was warm.”\n\nThe boat left."
    assert speaker_of("The soup was warm", text) == "Dale Brook"


def test_verbs_before_their_speakers_lead_up_to_what_comes_after() -> None:
    text = "Said Hale: “I have three boats.” Added Brook, who had come by car: “I have none.”"
    assert speaker_of("I have three boats", text) == "Ruth Hale"
    assert speaker_of("I have none", text) == "Dale Brook"


def test_who_says_something_in_a_clause_in_front_does_not_say_what_follows_a_colon() -> None:
    text = "Although Ruth Hale says it will be late, Dale Brook has a new motto: “Row before noon.”"
    assert speaker_of("Row before noon", text) == "Dale Brook"


def test_a_worry_told_of_in_front_is_no_cue_of_what_follows_a_colon() -> None:
    text = "With owners worried about a lack of room for boats, Dale Brook is rolling out a new message: “It is mine.”"
    found = attribute(article(PEOPLE + text, headline=""))[-1]
    assert found.text == "It is mine."
    assert found.cue_class == "speech"
    assert found.speaker is not None
    assert found.speaker.name == "Dale Brook"


def test_who_asks_in_a_clause_in_front_says_it_if_nobody_else_does() -> None:
    text = "As Ruth Hale told the owners on Monday, pointing at the tide: “Row before noon.”"
    assert speaker_of("Row before noon", text) == "Ruth Hale"


@pytest.mark.parametrize(
    "text",
    [
        "Dale Brook rowed on Monday. Adding: “The boat is late.”",
        "Brook said he rowed. Adding, “The boat is late.”",
        "“I row,” Brook said. Continuing, “The boat is late.”",
        "“I row,” Brook said.\n\nConcluding: “The boat is late.”",
        "Brook spoke at the dock. Here's an excerpt: “The boat is late.”",
        "Brook is calm. In his own words: “The boat is late.”",
    ],
)
def test_a_sentence_without_a_subject_goes_on_the_one_before(text: str) -> None:
    assert speaker_of("The boat is late", text) == "Dale Brook"


def test_a_participle_with_a_subject_behind_it_is_the_subjects() -> None:
    assert speaker_of("The boat is late", "“I row,” Brook said. Saying “The boat is late,” Hale left.") == "Ruth Hale"


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("The mayor’s answer:", "Ruth Hale"),
        ("The mayor's short message to owners:", "Ruth Hale"),
        ("Brook’s verdict on the plan:", "Dale Brook"),
        ("Brook's:", "Dale Brook"),
        ("The station’s slogan:", None),
    ],
)
def test_somebodys_answer_is_what_follows_a_colon(line: str, speaker: str | None) -> None:
    text = f"Mayor Ruth Hale was asked.\n\n{line} “It is too late to row now.”\n\nThe boat left."
    assert speaker_of("It is too late to row", text) == speaker


@pytest.mark.parametrize("words", ["One threat is often heard here: “If the dam goes I will move to Ohio.”",
                                   "The dock book has this line: “27 boats sank in the storm of 1911.”"])  # fmt: skip
def test_whole_sentences_behind_a_colon_are_a_statement_whoever_says_them(words: str) -> None:
    (statement,) = attribute(article(f"The boats left.\n\n{words}\n\nThe rain stopped.", headline=""))
    assert (statement.kind, statement.speaker) == ("direct", None)
    assert statement.text in words


def test_a_participle_is_not_the_subjects_of_a_clause_within_its_words() -> None:
    text = "Citing a study indicating that by June, Ellery will have two docks, Brook said the dock would be shut."
    assert [s.speaker.name for s in attribute(article(PEOPLE + text, headline=""))[1:] if s.speaker] == [
        "Dale Brook", "Dale Brook"
    ]  # fmt: skip


def test_a_sentence_between_dashes_is_somebodys() -> None:
    text = "Brook took the remark as a compliment — “That makes me smart” — and left the hall."
    assert speaker_of("That makes me smart", text) == "Dale Brook"
