"""Who is named as the source: last names that are places, offices of something, "who" after a role, letters, kin."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from search.documents import Article, Statement


def statements(text: str) -> tuple[Statement, ...]:
    return attribute(Article(id="sources", key="sources", files=(), headline="", text=text))


def said_by(text: str) -> list[tuple[str | None, str]]:
    """Give each statement's speaker and first word."""
    found = statements(text)
    return [(one.speaker.name if one.speaker else None, one.text.split()[0]) for one in found]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ji-won Park bought the ferry in 2011. “The ferry leaks,” Park said.", "Ji-won Park"),
        ("John Lake bought the ferry. Lake said it leaked.", "John Lake"),
        ("Dean of Harbor Studies Ann Roy said the ferry leaked.", "Ann Roy"),
        ("“The ferry leaks,” said its former skipper, Bartek Oyelaran.", "Bartek Oyelaran"),
        ("It will help the Harbor Region  Roy said  It is good", "Roy"),  # a text that has lost its marks
        ("The state Fisheries Cabinet said the ferry leaked.", "Fisheries Cabinet"),
        ("The Rill Boaters Association projects a shortage of 300 lamps by 2030.", "Rill Boaters Association"),
        ("So did captain Ann Roy, 61, who said the ferry leaked.", "Ann Roy"),
        ("The crew of Ann Roy, chief harbor officer at Rill Ferries, who said the ferry leaked, rowed.", "Ann Roy"),
        ("Ann Roy came home. She had left a note on the door. “Gone to the ferry,” it read.", "Ann Roy"),
    ],
)
def test_the_named_source_is_found(text: str, speaker: str) -> None:
    assert speaker in [name for name, _ in said_by(text)]


def test_a_place_does_not_speak_because_its_last_word_could_be_a_name() -> None:
    assert "Jackson Park" not in [name for name, _ in said_by("The lamps stood in Jackson Park, which said little.")]


def test_a_place_in_which_something_is_does_not_speak_because_somebody_is_called_like_its_last_word() -> None:
    found = said_by("The ferry sank in Victoria Lake. “It leaked,” Lake said.")
    assert "Victoria Lake" not in [name for name, _ in found]


@pytest.mark.parametrize("verb", ["obtained", "reviewed"])
def test_who_obtained_a_letter_has_not_written_it(verb: str) -> None:
    text = f"The ferry leaks, according to a letter {verb} by the Beacon. The letter warned that it would sink."
    assert "Beacon" not in [name for name, _ in said_by(text)]


def test_who_signed_a_letter_has_written_it() -> None:
    text = "The ferry leaks. The letter, signed by Ann Roy, warned that it would sink."
    assert ("Ann Roy", "that") in said_by(text)


def test_a_letter_quoted_paragraph_by_paragraph_is_its_writers() -> None:
    text = (
        "Ann Roy told the crew first, in a letter that hung in the wheelhouse. It reads:\n\n“Dear all,\n\n"
        "“My first winter on this ferry was cold, and I wore two coats.\n\n"
        "“You taught me to tie a bowline and to keep quiet in fog.\n\n“Ann Roy”\n\nThe crew read it twice."
    )
    assert [found for found in said_by(text) if found[1] in ("My", "You")] == [("Ann Roy", "My"), ("Ann Roy", "You")]


def test_whose_aunt_somebody_is_is_not_the_aunt() -> None:
    text = (
        "Ann Roy was rescued. A woman who called herself Roy’s aunt stood by the pier.\n\n"
        "“She asked who has the cat,” the aunt said."
    )
    assert ("Ann Roy", "She") not in said_by(text)


def test_he_who_tells_somebody_is_surely_not_the_one_who_is_told() -> None:
    found = statements("Tom Hale runs the mill. He told Tom Hale that the door was open.")
    assert [one.attribution for one in found] != ["sure"]


_INTERVIEW = (
    "Ann Roy has sailed the ferry for ten years. The Beacon's Tom Hale talked with her on the pier.\n\n"
    "BEACON: How did it begin?\n\n"
    "ROY: A cousin lost an oar, and I had one.\n\n"
    "BEACON: You almost stopped in May?\n\n"
    "ROY: The pier had burned. Then Ben Lund came with a plank.\n\n"
    "Lund, who has since moved away, has another memory of that day.\n\n"
    "“I wept,” he said.\n\n"
    "BEACON: Will you go on?\n\n"
    "ROY: I will ask my cousin."
)


def test_whoever_talked_with_somebody_asks() -> None:
    assert ("Tom Hale", "How") in said_by(_INTERVIEW)


def test_the_story_told_between_answers_is_no_answer() -> None:
    found = said_by(_INTERVIEW)
    assert ("Ann Roy", "Lund,") not in found
    assert ("Ben Lund", "I") in found


@pytest.mark.parametrize(
    ("town", "speaker"),
    [("the mill", "Merrow Homes LLC"), ("a mill in Merrow", "Merrow")],
)
def test_a_company_is_known_by_the_beginning_of_its_name_unless_that_is_a_town(town: str, speaker: str) -> None:
    found = said_by(f"Merrow Homes LLC bought {town}. Merrow said it would build houses.")
    assert found == [(speaker, "it")]


def test_the_union_is_no_company() -> None:
    text = "Coveton Packing Co. shut the gates. Coveton said it was open. The union said it was not."
    assert said_by(text)[-1][0] is None


def test_a_place_named_before_somebody_bears_no_role() -> None:
    text = "Tom Hale fled. Near Corbin, Brooklyn, the defendant, a man of 60, rowed home. He admitted to theft."
    assert "Brooklyn" not in [name for name, _ in said_by(text)]


def test_words_of_a_headline_alone_are_nobody() -> None:
    text = "Appointed Commissioner Reduces Toll For Man Who Rowed a Ferry\n\nTom Hale rowed it.\n\n"
    assert said_by(text + "The commissioner explained that he would reduce it.") == [(None, "that")]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roy hired Tom Hale, and the manager who said it leaked quit.",
        "Ann Roy met Tom Hale, and county manager who said it leaked.",
    ],
)
def test_somebody_else_joined_by_and_is_not_the_person_before(text: str) -> None:
    assert "Tom Hale" not in [name for name, _ in said_by(text)]


def test_a_second_role_joined_by_and_is_still_the_persons() -> None:
    text = "So said Ann Roy, a skipper and strategist who said the ferry leaked."
    assert "Ann Roy" in [name for name, _ in said_by(text)]


@pytest.mark.parametrize(
    "headline",
    ["Sen. Zelka Morvan Says Ferry Will Sail", "Police Chief Zelka Morvan Warns Ferry Will Sink"],
)
def test_whoever_speaks_in_a_headline_alone_is_a_person_with_a_role(headline: str) -> None:
    found = attribute(Article("sources", "sources", (), headline, "The ferry sails at noon on Monday."))
    speakers = [one.speaker for one in found if one.speaker]
    assert [(one.name, one.type, bool(one.role)) for one in speakers] == [("Zelka Morvan", "person", True)]


@pytest.mark.parametrize(
    "before",
    [
        "The owner, Ann Bell, opened the shop in 1999.",
        "The guard's mother, Ann Bell, spoke at the dock.",
        "Ann Bell opened the shop, Bell's third, in 1999.",
    ],
)
def test_somebody_told_of_twice_in_a_sentence_is_no_rival_of_herself(before: str) -> None:
    said = statements(f"{before} “We got lucky,” she said.")[-1]
    assert said.speaker is not None
    assert said.speaker.name == "Ann Bell"
    assert said.attribution == "sure"
