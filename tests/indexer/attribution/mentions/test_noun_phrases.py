"""Noun phrases, and the names that they turn out to be."""

from __future__ import annotations

import pytest

from tests.indexer.attribution.reading_mentions import mentions, only


def test_a_name_that_says_whose_is_a_noun_phrase() -> None:
    assert only("ICE officials said no.", "officials").kind == "noun"
    assert only("The Trump campaign said no.", "campaign").kind == "noun"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("The mayor Steve Adler came.", "The mayor Steve Adler"),
        ("The nonpartisan Tax Foundation came.", "The nonpartisan Tax Foundation"),
        ("The Supreme Court ruled.", "The Supreme Court"),
        ("Many House Republicans came.", "Many House Republicans"),
    ],
)
def test_phrases_that_are_names(text: str, printed: str) -> None:
    (mention,) = mentions(text)
    assert mention.kind == "name"
    assert text[mention.start : mention.end] == printed


def test_wide_blanks_of_justified_lines_end_no_phrase() -> None:
    text = "The ferry  captain came."
    (mention,) = mentions(text)
    assert text[mention.start : mention.end] == "The ferry  captain"


def test_a_name_after_a_thing_is_no_part_of_it() -> None:
    found = [(mention.kind, mention.name) for mention in mentions("The video Casar cited was old.")]
    assert found == [("noun", "video"), ("name", "Casar")]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("The director hopes that it freezes.", ["director"]),
        ("The officials plan to sell it.", ["officials"]),
        ("The new plans to sell it failed.", ["plans"]),
        ("The company plans failed.", ["plans"]),
        ("The town’s hopes that it freezes failed.", ["hopes"]),
        ("All said they knew.", ["all"]),
        ("Several told “no one.”", ["several"]),
        ("Some proposed cuts failed.", ["cuts"]),
    ],
)
def test_a_verb_that_may_be_a_noun_ends_a_phrase(text: str, phrases: list[str]) -> None:
    assert [mention.name for mention in mentions(text) if mention.kind == "noun"][:1] == phrases


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("The police chief left.", "The police chief"),
        ("The police department left.", "The police department"),
        ("The teachers union left.", "The teachers union"),
        ("The teachers’ union left.", "The teachers’ union"),
        ("Teachers’ union leaders left.", "Teachers’ union leaders"),
        ("The workers’ compensation ran out.", "The workers"),
        ("The girls' coach left.", "The girls' coach"),
        ("The teachers' said Hale.", "The teachers"),
        ("The police head for the mill.", "The police"),
        ("The officials consider it done.", "The officials"),
        ("The voters left.", "The voters"),
    ],
)
def test_plural_people_before_a_noun_say_whose_it_is(text: str, printed: str) -> None:
    first = mentions(text)[0]
    assert text[first.start : first.end] == printed
