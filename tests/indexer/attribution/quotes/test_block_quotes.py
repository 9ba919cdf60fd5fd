"""Letters and documents quoted in paragraphs of their own, without marks."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from tests.builders import article


def quoted(text: str) -> list[tuple[str, str | None]]:
    found = attribute(article(text, headline=""))
    return [(s.text, s.speaker.name if s.speaker else None) for s in found if s.kind == "direct"]


def test_a_letter_that_somebody_sent() -> None:
    text = (
        "Warden Ruth Bell sent the following letter on Friday to everybody who rows at the lake:\n\nDear Rowers,\n\n"
        "The dock is shut. At noon a plank broke, and nobody was hurt.\n\nI have ordered new planks.\n\n"
        "Ruth Bell\n\nThe lake is open."
    )
    assert quoted(text) == [
        ("Dear Rowers,", "Ruth Bell"),
        ("The dock is shut. At noon a plank broke, and nobody was hurt.", "Ruth Bell"),
        ("I have ordered new planks.", "Ruth Bell"),
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "On Tuesday Hale sent this:",
        "Hale wrote on Tuesday:",
        "Ruth Hale’s log reads in part:",
    ],
)
def test_what_is_written_need_not_speak_of_its_writer(lead: str) -> None:
    words = "There is a hole in the dock. Tell the council that there is a second."
    found = quoted(f"Warden Ruth Hale keeps a log.\n\n{lead}\n\n{words}\n\nNine days passed.")
    assert found == [(words, "Ruth Hale")]


def test_an_answer_in_the_first_person() -> None:
    text = "Hale’s answer is in the log, under Tuesday, 6 a.m.:\n\nI have seen the dock. It stays shut.\n\nIt rained."
    assert quoted("Warden Ruth Hale keeps a log.\n\n" + text) == [("I have seen the dock. It stays shut.", "Ruth Hale")]


def test_a_story_in_the_first_person_goes_on_after_the_letter() -> None:
    text = (
        "I found a note by Ruth Bell in the tin. Bell wrote it in 1970:\n\nYou will look in here. So would I."
        " Yours, Ruth.\n\nI put it back in the tin."
    )
    assert quoted(text) == [("You will look in here. So would I.", "Ruth Bell")]


def test_a_transcript_after_its_announcement_is_no_letter() -> None:
    text = "Warden Ruth Bell spoke. A transcript follows:\n\nHALE: The dock is shut and rotten.\n\nIt was noon."
    assert quoted(text) == []


@pytest.mark.parametrize("lead", ["Remarks by Warden Ruth Bell on the Dock", "REMARKS BY WARDEN RUTH BELL"])
def test_a_heading_announces_a_speech(lead: str) -> None:
    text = f"{lead}\n\nI am glad to see the dock. It was shut.\n\nWe have new planks."
    assert quoted(text) == [
        ("I am glad to see the dock. It was shut.", "Ruth Bell"),
        ("We have new planks.", "Ruth Bell"),
    ]


def test_who_is_named_farther_on_announces_nothing() -> None:
    text = "Warden Ruth Bell released this statement on steps taken by the Dock Council:\n\nI am glad of the planks."
    assert quoted(text) == [("I am glad of the planks.", "Ruth Bell")]


def test_a_heading_above_a_report_announces_nothing() -> None:
    text = "Statement by Warden Ruth Bell on the Dock\n\nThe dock is shut, and nobody was hurt at noon."
    assert quoted(text) == []


def test_what_people_should_do_is_no_letter() -> None:
    text = "The district asks rowers to do the following before noon:\n\nRun the taps for an hour. Empty the tanks."
    assert quoted(text) == []


def test_those_to_whom_a_letter_goes_did_not_write_it() -> None:
    lead = "Warden Ruth Hale met Clerk Tom Moss.\n\nThe rowers’ letter to Wardens Hale and Moss is below."
    found = quoted(f"{lead}\n\nDear Wardens Hale and Moss:\n\nWe ask for a new dock. The old one has a hole.")
    assert found
    assert not {name for _, name in found} & {"Ruth Hale", "Tom Moss"}


def test_a_letter_goes_on_over_words_in_marks() -> None:
    greeting = "Warden Ruth Hale today sent the following letter to Clerk Tom Moss:\n\nMay 4, 2024\n\nDear Mr. Moss:"
    body = "Last fall you shut the dock. This so-called “rest” was long.\n\nWe ask you to open it.\n\nWe wait for it."
    assert [name for _, name in quoted(f"{greeting}\n\n{body}")] == ["Ruth Hale"] * 4


def test_the_sentence_before_may_announce_what_the_last_one_tells_of() -> None:
    lead = "Warden Ruth Hale today issued the following statement. The Dock Council has recommended a new dock:"
    found = quoted(f"{lead}\n\nI am glad to see it. It was time.\n\nWe have waited for it.")
    assert [name for _, name in found] == ["Ruth Hale"] * 2


def test_a_side_of_a_case_does_not_issue_what_is_said_of_it() -> None:
    lead = (
        "Warden Ruth Hale made the following statement in the case of Rill v. Dock Council affirming the right to row:"
    )
    found = quoted(f"{lead}\n\n“Rowers were not free to speak.\n\n“They are free now, and we are glad of it.”")
    assert [name for _, name in found] == ["Ruth Hale"] * 2


def test_who_writes_behind_an_announcement_is_not_who_made_that() -> None:
    lead = "Warden Ruth Hale issued the following statement on the dock. Clerk Tom Moss wrote on his page:"
    found = quoted(f"{lead}\n\nI had no choice. We lost the dock in May.\n\nWe thank our rowers for it.")
    assert {name for _, name in found} == {"Tom Moss"}


def test_a_letter_ends_with_its_closing() -> None:
    letter = "Dear Mr. Moss:\n\nYou called our dock “a dump.” We are not that.\n\nSincerely,\n\nRuth Hale"
    behind = "Clerk Tom Moss read the letter. “She has a point,” he told us."
    found = quoted(f"Warden Ruth Hale today sent the following letter:\n\n{letter}\n\n{behind}")
    assert ("You called our dock “a dump.” We are not that.", "Ruth Hale") in found
    assert ("She has a point,", "Tom Moss") in found


@pytest.mark.parametrize(
    "lead",
    [
        "Warden Ruth Hale asked Clerk Tom Moss to resign on Friday, tweeting:",
        "Warden Ruth Hale defended the clerk in a post of her own:",
        "In a speech in July, Warden Ruth Hale said:",
        "Warden Ruth Hale answered the clerk with these words:",
    ],
)
def test_what_a_line_says_is_below_it(lead: str) -> None:
    block = "No one is above the rules of the lake. Not after dark, not ever."
    behind = "The lake is open."
    assert quoted(f"{lead}\n\n{block}\n\n{behind}") == [(block, "Ruth Hale")]
    assert quoted(f"{lead[:-1]}.\n\n{block}\n\n{behind}") == []


def test_what_else_the_line_tells_is_a_statement_too() -> None:
    text = "Warden Ruth Hale denied that she had quit, tweeting:\n\nNo one is above the rules of the lake."
    found = [(s.text, s.kind) for s in attribute(article(text, headline=""))]
    assert ("No one is above the rules of the lake.", "direct") in found
    assert any("had quit" in words and kind == "indirect" for words, kind in found)
