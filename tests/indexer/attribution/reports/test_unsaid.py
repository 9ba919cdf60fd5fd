"""Reports that nobody makes: their words are of saying, but the sentence only tells what was done."""

from __future__ import annotations

import pytest

from indexer.attribution import attribute
from indexer.attribution.entities.analysis import analyse
from indexer.attribution.model import load_model
from indexer.attribution.reports.reports import Report
from indexer.attribution.reports.unsaid import is_unsaid
from indexer.attribution.text.parts import Sentence
from tests.builders import article


def report(text: str, cue: str, source: str = "") -> Report:
    """Make a report of a sentence's cue, its content all that stands behind it, or before it if "by" follows."""
    sentence: Sentence = analyse(text, load_model().usual).sentences[0]
    words = [token.word for token in sentence.tokens]
    at = words.index(cue)
    found = next((mention for mention in sentence.mentions if words[mention.stop - 1] == source), None)
    assert (found is not None) == bool(source)
    content = (0, at) if words[at + 1] == "by" else (at + 1, len(words) - 1)
    return Report(sentence, at, 0.0, found, 0.0, (content,))


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("Crews were called to the pier on Mill Street.", "called", ""),
        ("The boy was later pronounced dead at the lock.", "pronounced", ""),
        ("Ann Roy, 48, was found guilty of lying to the clerk.", "found", "Roy"),
        ("Ann Roy was later found not guilty of lying.", "found", "Roy"),
        ("The trial of a clerk accused of selling the lamps begins Monday.", "accused", ""),
        ("The orders for the two lanes will stay.", "orders", ""),
        ("On Tuesday the voters will decide whether to sell the ferry.", "decide", "voters"),
        ("The new pier was supported by a $9,000 grant from the state.", "supported", ""),
        ("The study was sponsored by the Bell Foundation.", "sponsored", "Foundation"),
        ("Two deputies found a gun in the trunk.", "found", "deputies"),
        ("They found Ned Bell, 44, on the pier.", "found", "They"),
        ("Hale allowed two hits in the ninth.", "allowed", "Hale"),
        ("Hale posted 22 points on Friday.", "posted", "Hale"),
        ("Hale answered with a three-pointer from the corner.", "answered", "Hale"),
        ("Two officers responded to the 400 block of Mill Street.", "responded", "officers"),
        ("Does the board require that the gate be shut?", "require", "board"),
        ("When did Hale say that the gate was shut?", "say", "Hale"),
        ("An official was granted anonymity to discuss the talks.", "discuss", "official"),
        ("The clerks were not authorized to describe the plan.", "describe", "clerks"),
    ],
)
def test_a_deed_is_no_statement(text: str, cue: str, source: str) -> None:
    assert is_unsaid(report(text, cue, source))


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("The pier was called a danger by many.", "called", ""),
        ("The clerk is accused of selling the lamps.", "accused", ""),
        ("The panel decided to sell the ferry.", "decided", "panel"),
        ("The bill is supported by the union.", "supported", "union"),
        ("The officers responded to the claim by the union.", "responded", "officers"),
        ("Calls for a new pier have grown.", "Calls", ""),
        ("Two deputies found that he was gone.", "found", "deputies"),
        ("A study found a gain of nine points.", "found", "study"),
        ("Hale allowed that the runs were lucky.", "allowed", "Hale"),
        ("The board said that the gate was shut, was it?", "said", "board"),
        ("So the board will require that the gate be shut?", "require", "board"),
    ],
)
def test_what_somebody_says_is_one(text: str, cue: str, source: str) -> None:
    assert not is_unsaid(report(text, cue, source))


def test_on_what_terms_somebody_spoke_is_no_statement() -> None:
    told = attribute(article("Hale spoke on condition that his street not be named. “It is late,” Hale said."))
    assert [statement.text for statement in told] == ["It is late,"]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Said, 46, of Corbin, was given a year by the court on Monday.",
        "The clerk thanked the staff: Jim Roy and Ann Said, and Guard Tom Bell of Rill, Moss Lee, O. Park and J. Lind.",
        "Thanks to the Harrow Dock Force, announced last month, the Harrow Clinic and its friends have begun to work.",
        "Yaser Said disappeared after the fire in the mill.",
        "Wiping away tears, Ann Roy apologized.",
        "Ann Roy argued with the clerk in a car that was parked by the lock.",
    ],
)
def test_what_nobody_says(text: str) -> None:
    assert attribute(article(text, headline="")) == ()


def test_what_somebody_says_to_another_today() -> None:
    found = attribute(article("Ann Roy argued with the clerk today that he had parked by the lock.", headline=""))
    assert [s.text for s in found] == ["that he had parked by the lock"]


def test_a_headline_may_hold_longer_words_in_small_letters() -> None:
    found = attribute(
        article("The boat sank in May. Bole was there.", headline="Sheriff Bole Says Man Drowned when Boat Sank")
    )
    assert [s.speaker.name for s in found if s.speaker] == ["Bole"]


def test_what_somebody_announced_is_said() -> None:
    found = attribute(
        article("Ann Roy, who runs the ferry, announced in May, at noon, that it would stop.", headline="")
    )
    assert [s.text for s in found] == ["that it would stop"]


def test_what_is_done_may_be_what_is_said_of() -> None:
    found = attribute(article("Mending the lock is dear, Ann Roy complained.", headline=""))
    assert [s.text for s in found] == ["Mending the lock is dear"]


@pytest.mark.parametrize(
    "text",
    [
        "Ella Dunn scored 31 points and Mia Ross added 12.",
        "Jalen Hurst added 14, Eli Moon had nine and Chris Boyd finished with eight.",
        "Luke Moran had two goals, and Sam Ott added one.",
        "Ford is recalling 870,000 pickups because the brakes can fail.",
        "Perdue Farms recalled 30 tons of nuggets because they may hold plastic.",
        "That’s what Mayor Ann Poe said Monday.",
        "That’s according to Fire Marshal Deb Cline.",
    ],
)
def test_what_was_scored_or_called_back_or_told_before_is_no_statement(text: str) -> None:
    assert attribute(article(text, headline="")) == ()


def test_what_somebody_added_of_several_is_one() -> None:
    (found,) = attribute(article("Fire Chief Ella Dunn added 12 people were hurt.", headline=""))
    assert found.text == "12 people were hurt"


@pytest.mark.parametrize(
    "text",
    [
        "The road will reopen Monday, announced Mayor Ann Roe.",
        "FENWICK – The road will reopen Monday, announced Mayor Ann Roe today.",
    ],
)
def test_what_is_announced_by_whom_the_sentence_names_last_is_one(text: str) -> None:
    (found,) = attribute(article(text, headline=""))
    assert (found.text, found.attribution) == ("The road will reopen Monday", "sure")
    assert found.speaker is not None
    assert found.speaker.name == "Ann Roe"
